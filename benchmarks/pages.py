"""Web pages: what reading them costs, and how much of the story comes through.

    python -m benchmarks.pages [--gold FOLDER] [--rounds 3]

Each article of a gold corpus is set into a page with menus, teasers, pictures, comments and a
footer, in two layouts. Printed are the time a page (the page's text alone, and the record of
that text), the F1 of the story's words, and how many records have the dateline and the quotes
of the record of the bare article. The pages are made, and tidier than the web's.
"""

from __future__ import annotations

import argparse
import html
import statistics
import time
from collections import Counter
from pathlib import Path

from newsextract import Extractor, NewsRecord
from newsextract.html import article_of_page

FIXTURES = Path(__file__).parents[1] / "fixtures" / "diplo"
MENU = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(40))
TEASERS = "".join(
    f'<div class="teaser"><a href="/story/{n}"><h4>Another story of the day, number {n}</h4></a>'
    f'<img src="/{n}.jpg" alt=""><span>{n} hours ago</span></div>'
    for n in range(30)
)
COMMENTS = "".join(
    f'<div class="comment"><b>reader{n}</b><p>I do not agree with a word of it.</p></div>'
    for n in range(20)
)
LAYOUTS = (
    "<article><h1>{title}</h1><div class='body'>{story}</div></article><aside>{teasers}</aside>",
    "<table><tr><td class='left'>{teasers}</td><td id='content'><h1>{title}</h1>{story}</td>"
    "</tr></table>",
)
SCRIPT = "<script>var pages = [" + ",".join(map(str, range(4000))) + "];</script>"


def page_of(text: str, layout: str) -> str:
    """A page with the text's lines as paragraphs."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    story = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
    main = layout.format(title="A story of the day", story=story, teasers=TEASERS)
    return (
        f"<!DOCTYPE html><html><head><title>A story of the day</title>{SCRIPT}</head><body>"
        f"<nav><ul>{MENU}</ul></nav>{main}<section id='comments'>{COMMENTS}</section>"
        f"<footer><p>All rights reserved.</p></footer></body></html>"
    )


def word_f1(gold: str, found: str) -> float:
    """F1 of the words of two texts."""
    left, right = Counter(gold.split()), Counter(found.split())
    shared = sum((left & right).values())
    return 2 * shared / (left.total() + right.total())


def main_finds(record: NewsRecord) -> tuple[object, ...]:
    """The dateline's place and the quotes, without offsets."""
    place = record.dateline.city if record.dateline else None
    return place, tuple((" ".join(q.text.split()), q.kind) for q in record.quotes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, default=FIXTURES)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    paths = sorted((options.gold / "articles").glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    pages = [page_of(text, layout) for text in texts for layout in LAYOUTS]
    extractor = Extractor()
    article_of_page(pages[0])
    reading, records = [], []
    for _ in range(options.rounds):
        start = time.perf_counter()
        articles = [article_of_page(page) for page in pages]
        between = time.perf_counter()
        found = list(extractor.pipe(articles))
        reading.append((between - start) / len(pages) * 1000)
        records.append((time.perf_counter() - between) / len(pages) * 1000)
    bare = [record for record in extractor.pipe(texts) for _ in LAYOUTS]
    words = [
        word_f1(text, article.text)
        for text, article in zip([t for t in texts for _ in LAYOUTS], articles, strict=True)
    ]
    same = sum(main_finds(a) == main_finds(b) for a, b in zip(bare, found, strict=True))
    size = statistics.mean(map(len, pages)) / 1000
    print(f"{len(pages)} pages of {size:.0f} kB on average")
    print(f"page to text    {statistics.median(reading):5.1f} ms a page")
    print(f"text to record  {statistics.median(records):5.1f} ms a page")
    print(f"words F1        {statistics.mean(words):.3f}")
    print(f"dateline and quotes as of the bare article: {same} of {len(pages)}")


if __name__ == "__main__":
    main()
