"""The words of a text as the grammar of periods sees them."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsextract.lexicons.time_words import time_words

_WORD = re.compile(
    r"(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d))"
    r"|(?P<span>(?:19|20)\d\d[-–/](?:(?:19|20)\d\d|\d\d)(?![.,]?\d|[-–/%]))"
    r"|(?P<fy>FY ?['’]?(?=\d))"
    r"|(?P<year_end>[Yy]ear(?:['’]s[ -]|[ -])end(?!\w))"
    r"|(?P<code>[QH][1-4](?!\w)|[1-4][QH](?!\w))"
    r"|(?P<decade>(?:19|20)\d0s(?!\w))"
    r"|(?P<number>\d+(?:[.,:]\d+)*)(?P<ordinal>(?:st|nd|rd|th)(?!\w))?"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[-–—(),./])"
    r"|\S"
)
_SHORT_FULL = ("May", "June", "July")
_LONGEST = 13  # letters of the longest time word, 'corresponding'


class Word(NamedTuple):
    """A word, number or mark: its class, its value, and where it stands."""

    kind: str
    value: int | str | None
    start: int
    end: int


_OTHER = "other"
_FOLDED = frozenset([_OTHER, *"-(),./"])
_YEARS = range(1900, 2101)


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of ``text[start:end]``; what is no time word has the kind ``other``."""
    known = time_words()
    found: list[Word] = []
    append = found.append

    def add(word: Word) -> None:
        # Of words that mean nothing here, and of repeated marks, the last one is enough.
        if word.value is None and found and found[-1].kind == word.kind in _FOLDED:
            found[-1] = word
        else:
            append(word)

    for match in _WORD.finditer(text, start, end):
        group = match.lastgroup
        first, last = match.span()
        if group == "word":
            if last - first > _LONGEST:
                add(Word(_OTHER, None, first, last))
                continue
            raw = match.group()
            entry = known.get(raw.lower())
            if entry is None:
                add(Word(_OTHER, None, first, last))
                continue
            kind, value = entry
            if kind in ("month", "weekday"):
                # 'may', 'march', 'sat' and 'sun' in lower case are other words.
                if not raw[0].isupper():
                    kind = _OTHER
                elif raw not in _SHORT_FULL and last - first <= 4 and text[last : last + 1] == ".":
                    last += 1
            add(Word(kind, value, first, last))
        elif group in ("number", "ordinal"):
            add(_number(match))
        elif group == "mark":
            if text[first] == "." and found and found[-1].end > first:
                continue  # the full stop of an abbreviated month
            mark = match.group()
            add(Word("-" if mark in "-–—" else mark, None, first, last))
        elif group == "span":
            add(_span(match))
        elif group == "code":
            raw = match.group()
            letter, number = (raw[0], raw[1]) if raw[0] in "QH" else (raw[1], raw[0])
            kind = "quarter_code" if letter == "Q" else "half_code"
            add(Word(kind, int(number), first, last))
        elif group == "fy":
            add(Word("fiscal", None, first, last))
        elif group == "year_end":
            add(Word("year_end", None, first, last))
        elif group in ("decade", "iso"):
            add(Word(group, match.group()[:10].rstrip("s"), first, last))
        else:
            add(Word(_OTHER, None, first, last))
    return found


def _number(match: re.Match[str]) -> Word:
    raw, (first, last) = match["number"], match.span()
    if not raw.isdigit() or not raw.isascii() or len(raw) > 4:
        return Word(_OTHER, None, first, last)
    value = int(raw)
    if match["ordinal"]:
        return Word("day_ordinal" if 1 <= value <= 31 else _OTHER, value, first, last)
    if len(raw) == 4:
        if value in _YEARS:
            return Word("year_number", value, first, last)
        return Word("number4", value, first, last)
    if 1 <= value <= 31:
        return Word("digit", value, first, last)
    return Word("number", value, first, last)


def _span(match: re.Match[str]) -> Word:
    raw, (first, last) = match["span"], match.span()
    begin, end = int(raw[:4]), int(raw[5:])
    if len(raw) == 7:
        end += begin // 100 * 100
        if end < begin:
            end += 100
    if not begin < end <= begin + 60:
        return Word(_OTHER, None, first, last)
    return Word("year_span", begin * 10000 + end, first, last)
