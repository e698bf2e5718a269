"""Web pages become articles: the main text by trafilatura, with title and date beside it."""

from __future__ import annotations

import datetime
from importlib.util import find_spec
from typing import Any

from newsextract.errors import ConfigurationError, InputError
from newsextract.extractor import Article
from newsextract.lexicons.agencies import agency_of


def article_of_page(data: bytes | str, *, source: str | None = None) -> Article:
    """The article of a page of HTML.

    The offsets of its record count characters of ``article.text``, the main text with one
    line a paragraph. The page's title and date are handed over as `headline` and
    `published`; its site as `agency` if that is a known one, since a paper's site tells
    nothing of who wrote the item.

    Args:
        data: the page; its encoding is detected where it comes as bytes.
        source: its path or URL.

    Raises:
        InputError: no main text is found.
        ConfigurationError: the extra ``html`` isn't installed.
    """
    require_reader()
    from trafilatura import bare_extraction

    found = bare_extraction(data, with_metadata=True, include_comments=False)
    text = _text(found)
    if not text:
        raise InputError("no main text found in the page", source)
    return Article(
        text,
        source=source,
        published=_day(getattr(found, "date", None)),
        headline=getattr(found, "title", None) or None,
        agency=agency_of(getattr(found, "sitename", None) or ""),
    )


def _text(found: Any) -> str | None:
    """The main text, where a page lays out its story in a table with the paragraphs apart.

    trafilatura prints a cell on one line, which is right for data and loses a story's
    paragraphs.
    """
    from lxml import etree
    from trafilatura.xml import xmltotxt

    body = getattr(found, "body", None)
    if body is None:
        return getattr(found, "text", None)
    tables = [t for t in body.iter("table") if any(len(c.findall("p")) > 1 for c in t.iter("cell"))]
    for table in tables:
        etree.strip_tags(table, "row", "cell")
        table.tag = "div"
    return str(xmltotxt(body, include_formatting=False)) if tables else found.text


def require_reader() -> None:
    """Make sure that pages can be read.

    Raises:
        ConfigurationError: the extra ``html`` isn't installed.
    """
    if find_spec("trafilatura") is None:
        raise ConfigurationError(
            "input", "HTML needs trafilatura; run: pip install 'newsextract[html]'"
        )


def _day(value: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None
