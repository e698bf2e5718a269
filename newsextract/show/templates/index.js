"use strict";
// Shows the articles that hold every word asked for, in any order and without accents.
(() => {
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const articles = [...document.querySelectorAll("[data-words]")].map((element) => ({
    element,
    words: plain(element.dataset.words),
  }));
  const field = document.getElementById("words");
  const status = document.querySelector("[role=status]");

  const search = () => {
    const wanted = plain(field.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { element, words } of articles) {
      const fits = wanted.every((word) => words.includes(word));
      element.hidden = !fits;
      found += fits;
    }
    status.textContent = `${found} of ${articles.length} articles`;
  };

  field.closest("[hidden]").hidden = false;
  field.addEventListener("input", search);
  search();
})();
