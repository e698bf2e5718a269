"use strict";
// A find and what it is linked with light up together: on a click until the next one or
// Escape; on focus, and while nothing is chosen on hover, for as long as that lasts.
(() => {
  const marks = [...document.querySelectorAll("[data-keys]")].map((element) => ({
    element,
    keys: element.dataset.keys.split(" "),
  }));
  const entries = new Map();
  for (const element of document.querySelectorAll("[data-key]")) {
    entries.set(element.dataset.key, element);
  }
  const bar = document.getElementById("now");
  const [status, details] = bar.querySelectorAll("p, a");
  const wide = matchMedia("(min-width: 64rem)");
  let chosen = null;

  const keyOf = (target) => {
    const element = target.closest("[data-keys], [data-key], [data-go], a.ref");
    if (!element) return null;
    const { keys, key, go } = element.dataset;
    if (keys) return keys.split(" ")[0];
    return go || key || element.hash.slice("#find-".length);
  };

  const light = (key) => {
    const entry = entries.get(key);
    const lit = new Set(entry ? entry.dataset.with.split(" ").filter(Boolean) : []);
    for (const { element, keys } of marks) {
      element.classList.toggle("on", keys.includes(key));
      element.classList.toggle("lit", keys.some((other) => lit.has(other)));
    }
    for (const [other, element] of entries) {
      element.classList.toggle("on", other === key);
      element.classList.toggle("lit", lit.has(other));
    }
  };

  const choose = (key) => {
    chosen = key;
    light(key);
    const entry = entries.get(key);
    bar.hidden = !entry;
    if (!entry) return;
    const others = [...document.querySelectorAll("[data-key].lit")].map((e) => e.dataset.label);
    status.textContent = [entry.dataset.label, ...others].join(" \u2194 ");
    details.hash = entry.id;
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse" && !chosen) light(keyOf(event.target));
  });
  document.addEventListener("focusin", (event) => light(keyOf(event.target) || chosen));
  document.addEventListener("click", (event) => {
    if (event.target.closest("summary, #now a, .legend") || String(getSelection())) return;
    const key = keyOf(event.target);
    choose(key);
    if (wide.matches && event.target.closest(".text") && entries.has(key)) {
      entries.get(key).scrollIntoView({ block: "nearest" });
    }
  });
  bar.querySelector("button").addEventListener("click", () => choose(null));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose(null);
  });
  if (location.hash) choose(location.hash.replace(/^#(find|text)-/, ""));
})();
