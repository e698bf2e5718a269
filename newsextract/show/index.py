"""A folder of pages, one an article, with an index page to search them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from newsextract.errors import OutputError
from newsextract.lexicons.countries import country_name
from newsextract.record import NewsRecord
from newsextract.show import words
from newsextract.show.page import page, render

INDEX = "index.html"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index says of one article.

    Attributes:
        href: its page, beside the index.
        title: its headline, or what else it is called.
        line: where, when and by whom it was filed.
        counts: how much was found.
        people: who speaks and who else takes part.
        searched: all that the search looks at.
    """

    href: str
    title: str
    line: str
    counts: str
    people: str
    searched: str


def write_page(path: Path, text: str, record: NewsRecord) -> None:
    """Write the page of one article.

    Raises:
        OutputError: the file can't be written.
    """
    _write(path, page(text, record))


def write_pages(folder: Path, articles: Iterable[tuple[str, NewsRecord]]) -> int:
    """Write a page for each article and the index over them; returns how many there were.

    The articles are taken one by one, so that any number of them needs little memory.

    Args:
        folder: made where it isn't there; pages of earlier runs are written over.
        articles: texts as they were given to the extractor, with their records.

    Raises:
        OutputError: a file can't be written.
    """
    entries = []
    for number, (text, record) in enumerate(articles, 1):
        href = _file_name(number, record)
        _write(folder / href, page(text, record, index=INDEX))
        entries.append(_entry(href, text, record))
    _write(folder / INDEX, render("index.html", "index.js", articles=entries))
    return len(entries)


def _write(path: Path, html: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8", newline="")
    except OSError as error:
        raise OutputError(f"can't write {path}: {error.strerror or error}") from error


def _file_name(number: int, record: NewsRecord) -> str:
    """A name that is safe in any file system and address, and that no other article has."""
    name = Path(record.source).stem if record.source else record.id
    safe = re.sub(r"[^A-Za-z0-9]+", "-", name)[:_LONGEST_NAME].strip("-").lower()
    return f"{number:05}-{safe or 'article'}.html"


def _entry(href: str, text: str, record: NewsRecord) -> Entry:
    line = record.dateline
    country = line and line.country and (country_name(line.country) or line.country)
    where = ", ".join(part for part in (line and line.city, country) if part)
    filed = [str(record.published or (line and line.date) or ""), where, line and line.agency]
    speakers = dict.fromkeys(q.speaker.name for q in record.quotes if q.speaker)
    people = dict.fromkeys(p.name for p in record.participants)
    searched = [
        words.title(record, text),
        record.id,
        record.source,
        *filed,
        *(word for p in record.participants for word in (p.name, p.role, *p.aliases)),
        *speakers,
        *(figure.measure for figure in record.figures),
    ]
    return Entry(
        href=href,
        title=words.title(record, text),
        line=" \u00b7 ".join(part for part in (*filed, record.source) if part),
        counts=", ".join(
            f"{len(finds)} {name if len(finds) != 1 else name[:-1]}"
            for name, finds in (
                ("quotes", record.quotes),
                ("figures", record.figures),
                ("participants", record.participants),
                ("warnings", record.warnings),
            )
            if finds or name != "warnings"
        ),
        people=", ".join(dict.fromkeys([*speakers, *people])),
        searched=" ".join(word for word in searched if word),
    )
