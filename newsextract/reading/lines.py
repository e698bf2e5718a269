"""Lines: hard-wrapped lines become paragraphs, white space is folded."""

from __future__ import annotations

import re

from newsextract.reading.offsets import OffsetMap, substitute

WIDEST_WRAP = 100
"""Agencies wrap at 60 to 80 columns; a document with longer lines is not hard-wrapped."""
NARROWEST_WRAP = 50
"""A document with shorter lines has short paragraphs: a bulletin, a few lines of a feed."""
_SLACK = 8  # columns by which wrapping programs stay short of the widest line

_WHITE = re.compile(r"[ \n]{2,}|\n|^ | $")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PROSE = re.compile(r"(?<![\w.])[a-z]{2}| [-–—]+ [A-Z]")
"""A word in small letters, or a dateline's dash before the story."""
_BYLINE = re.compile(
    r"(?:By|BY) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:,[^\n.]{3,60})?$", re.MULTILINE
)
_BARRED = re.compile(r"[^|\n]{1,60} \| ")
_CAPITALS = re.compile(r"(?=.*[A-Z]{4})[A-Z][A-Z ,'-]{2,60}\d{0,2}$", re.MULTILINE)
_DATELINE = re.compile(r"[A-Z]{4,20}(?: [A-Z]{2,20}){0,2} ?[-–—] ?[A-Z]")
_SENTENCE_ENDS = tuple('.!?”"')
_COMPOUND = re.compile(r"[^\W\d_]-$")


def _wrap_width(text: str) -> int | None:
    """The column at which lines were wrapped; None where they were not."""
    lengths = [len(line.rstrip()) for line in text.split("\n")]
    widest = max(lengths)
    if not NARROWEST_WRAP <= widest <= WIDEST_WRAP:
        return None
    # Wrapped text has a line next to the widest in most paragraphs.
    full = sum(length >= widest - 2 * _SLACK for length in lengths)
    return widest if full >= 3 and 3 * full >= len([n for n in lengths if n]) else None


def _is_own_line(text: str, start: int, above: str) -> bool:
    """Whether the line at `start` goes on nothing: 'Ann Lee | 3 May', 'ANKARA', 'TOKYO - The'."""
    if _BARRED.match(text, start) or _BYLINE.match(text, start):
        return True
    if _YEAR.search(above) and not (_PROSE.search(above) or above.isupper()):
        return True  # 'Brussels, 22/03/2018 - 18:24, UNIQUE ID: 180322_24'
    if _DATELINE.match(text, start):
        return above[-1:] in _SENTENCE_ENDS
    return _CAPITALS.match(text, start) is not None and not above.isupper()


def join_lines(text: str) -> tuple[str, OffsetMap]:
    """`text` with one line a paragraph, single spaces, no blank lines, and the map back."""
    width = _wrap_width(text)

    def replacement(match: re.Match[str]) -> str | None:
        start, end = match.span()
        if start == 0 or end == len(text):
            return ""
        found = match.group()
        lines = found.count("\n")
        if not lines:
            return " "
        if lines > 1 or width is None:
            return "\n"
        line_start = text.rfind("\n", max(0, start - WIDEST_WRAP - 1), start) + 1
        indent = end - start - found.index("\n") - 1
        own_indent = len(text[line_start:start]) - len(text[line_start:start].lstrip(" "))
        if indent > own_indent + 1 and indent >= 2:
            return "\n"
        word_end = end
        limit = min(len(text), end + WIDEST_WRAP)
        while word_end < limit and text[word_end] not in " \n":
            word_end += 1
        if (start - line_start) + 1 + (word_end - end) <= width - _SLACK:
            return "\n"
        above = text[line_start:start]
        if _is_own_line(text, end, above):
            return "\n"
        if _COMPOUND.search(text[max(0, start - 2) : start]) and text[end].islower():
            return ""
        return " "

    return substitute(_WHITE, replacement, text)
