"""An article as one page of HTML that needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from newsextract.lexicons.countries import country_name
from newsextract.record import NewsRecord
from newsextract.show import places, words
from newsextract.show.marks import Mark, links_of, marks_of, pieces_of, quote_key, speaker_of
from newsextract.show.printable import printable


def page(text: str, record: NewsRecord, *, index: str | None = None) -> str:
    """The page of one article.

    Nothing in the article can run or load anything: all of it is escaped, and the page's
    content security policy allows its own style and script alone, by their hashes.

    Args:
        text: the article as it was given to the extractor.
        record: its record.
        index: link to the index page that the page belongs to.
    """
    marks = marks_of(record)
    return render(
        "page.html",
        "page.js",
        record=record,
        title=words.title(record, text),
        text=Markup("").join(_text(text, marks)),
        marked={key for mark in marks for key in mark.keys},
        links=links_of(record),
        index=index,
        points=places.points(record),
        land=places.land,
        country_name=country_name,
        described=places.described,
        quote_key=quote_key,
        speaker_of=speaker_of,
        words=words,
    )


def render(template: str, script: str, **values: object) -> str:
    """A page made of a template, the style and a script, fit to be written as UTF-8."""
    style, code = _source("page.css"), _source(script)
    made = _environment().get_template(template)
    return made.render(
        style=Markup(style),
        style_hash=_hash(style),
        script=Markup(code),
        script_hash=_hash(code),
        **values,
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("newsextract.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )


@cache
def _source(name: str) -> str:
    return files("newsextract.show").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _text(text: str, marks: list[Mark]) -> Iterator[Markup]:
    """The text with its marks as nested elements; the first of each find has an anchor."""
    anchored: set[str] = set()
    referred: set[str] = set()
    for piece in pieces_of(len(text), marks):
        for mark in piece.opens:
            key = mark.keys[0]
            if mark.kind in _ANCHORS and key not in anchored:
                anchored.add(key)
                yield _ANCHOR.format(mark.kind, " ".join(mark.keys), key)
            else:
                yield _MARK.format(mark.kind, " ".join(mark.keys))
        yield escape(printable(text[piece.start : piece.end]))
        for mark in reversed(piece.marks):
            key = mark.keys[0]
            if mark.kind in _REFERRED and mark.end == piece.end and key not in referred:
                referred.add(key)
                yield _REFERENCE.format(mark.kind, key, key[1:])
        yield Markup("</span>") * piece.closes


_MARK = Markup('<span class="{}" data-keys="{}">')
_ANCHOR = Markup('<span class="{}" data-keys="{}" id="text-{}">')
_REFERENCE = Markup(
    '<a class="ref {0}-ref" href="#find-{1}" data-number="{2}" aria-label="{0} {2}"></a>'
)
_ANCHORS = {"dateline", "quote", "figure", "person", "country", "organization", "speaker"}
"""Kinds of marks that an entry in the lists may point to."""

_REFERRED = {"quote", "figure"}
"""Kinds of marks with a link to their entry, for those who can't point at them."""
