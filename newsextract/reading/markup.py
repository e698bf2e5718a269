"""Tags of corpora, archives and feeds: '<DATELINE>PARIS, March 3 -</DATELINE>' is a field.

Symbols in angle brackets, as wires print them ('<IBM.N>', '<Federal Industries Ltd>'), stay.
"""

from __future__ import annotations

import re
from functools import cache

from newsextract.lexicons.agencies import agency_of
from newsextract.lexicons.table import in_small_letters, rows
from newsextract.reading.offsets import OffsetMap, substitute

_TOP = 3000
"""Characters in which a document's tags show that it is marked up."""
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?!\d)")
"""In a tag: '<DOC id="XIN_ENG_19960417.0103">', '<newsitem date="1996-08-20">'."""

_CORPUS = re.compile(r"\b([A-Z]{3})_ENG_\d|<(REUTERS)\b")
"""Whose stories a corpus holds: '<DOC id="AFP_ENG_20041202.0417">', '<REUTERS TOPICS="YES">'."""
_OPENS = re.compile(r"(?:&#\d+;\s*)*<[A-Za-z]")
_INLINE = frozenset({"a", "b", "em", "i", "span", "strong", "u"})


@cache
def _fields() -> dict[str, str]:
    return {row["tag"]: row["field"] for row in rows("markup_tags.tsv")}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    tags = "|".join(sorted(map(re.escape, _fields()), key=len, reverse=True))
    attributes = r"(?:\s[^<>]{0,400})?/?"
    return (
        re.compile(
            rf"</(?:{tags})\s*>|<!\[CDATA\[|^\s*<p>"
            rf"|<(?:DOC|TEXT|DATELINE)\b[^<>]{{0,200}}>",
            re.IGNORECASE,
        ),
        re.compile(
            rf"<\?xml[^<>]{{0,200}}>\s*|<!\[CDATA\[|\]\]>"
            rf"|<(?P<closing>/?)(?P<tag>{tags}){attributes}>(?P<gap>\s*(?:<p>\s*)?)",
            re.IGNORECASE,
        ),
    )


def unmark(source: str) -> tuple[str, OffsetMap]:
    """The text with fields and lines for its tags, and the map back to `source`.

    Takes time linear in the length of `source`; any string is good.

    Returns:
        The text, and its offsets (in characters) in `source`: an empty map where the text is
        `source` itself, which has no mark-up in its first characters.
    """
    if "<" not in source[:_TOP]:
        return source, OffsetMap()
    marked, pattern = _patterns()
    if not marked.search(source, 0, _TOP):
        return source, OffsetMap()
    return substitute(pattern, _replacement, source)


def _replacement(match: re.Match[str]) -> str:
    if match["tag"] is None:
        return ""
    tag = in_small_letters(match["tag"])
    field = _fields()[tag]
    if match["closing"]:
        return "\n"
    day = _DAY.search(match.group(), 0, match.start("gap") - match.start())
    dated = "\nDATE: " + "-".join(day.groups()) if day else ""
    corpus = _CORPUS.search(match.group())
    sender = agency_of(corpus[1] or corpus[2]) if corpus else None
    if sender:
        dated += f"\nSOURCE: {sender}"
    # Further down a '<b>' or '<title>' is the story's.
    empty = _OPENS.match(match.string, match.end())  # '<BODY>' above '<HEADLINE>'
    if field and match.start() < _TOP and not empty:
        return f"{dated}\n{field.upper()}: "
    return f"{dated}\n" if dated or tag not in _INLINE else ""
