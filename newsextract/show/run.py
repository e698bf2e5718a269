"""One run of ``newsextract show``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import tee
from pathlib import Path

from rich.console import Console

from newsextract.errors import ConfigurationError
from newsextract.extractor import Article, Extractor, publication_day
from newsextract.record import NewsRecord
from newsextract.show.index import INDEX, write_page, write_pages
from newsextract.show.sources import articles_of, hold_many
from newsextract.show.terminal import show

_PAGE = (".html", ".htm")


def run(inputs: list[str], *, html: Path | None, published: str | None, model: str) -> bool:
    """Show articles in the terminal, or write them as pages; False if some can't be read.

    Args:
        inputs: files, folders, globs, or ``-`` for one article on standard input.
        html: a file that ends in ``.html`` for one article, else a folder; None for the
            terminal.
        published: publication date of all of them: ISO 8601, or in words.
        model: the spaCy pipeline.

    Raises:
        InputError: an input that is named outright can't be read, or `published` is no date.
        ConfigurationError: `html` is one file where there may be several articles.
        ModelError: the model is missing or unfit.
        OutputError: a page can't be written.
    """
    is_page = html is not None and html.suffix.lower() in _PAGE
    if is_page and hold_many(inputs):
        raise ConfigurationError("--html", f"{html} is one page; give a folder for many articles")
    day = publication_day(published)
    console = Console(stderr=True)
    skipped = 0

    def skip(reason: str) -> None:
        nonlocal skipped
        skipped += 1
        console.print(f"newsextract: {reason}", markup=False, highlight=False, soft_wrap=True)

    articles = articles_of(inputs, skip)
    if day is not None:
        articles = (replace(article, published=day) for article in articles)
    shown = _read(articles, Extractor(model))
    if html is None:
        for text, record in shown:
            show(text, record, Console())
    elif is_page:
        for text, record in shown:
            write_page(html, text, record)
    else:
        count = write_pages(html, shown)
        console.print(f"{count} articles: {html / INDEX}", markup=False, highlight=False)
    return not skipped


def _read(articles: Iterable[Article], extractor: Extractor) -> Iterator[tuple[str, NewsRecord]]:
    """Each article's text beside its record; a few are held at a time."""
    ahead, texts = tee(articles)
    for record in extractor.pipe(ahead):
        yield next(texts).text, record
