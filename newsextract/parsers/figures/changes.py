"""The change that a text gives beside an amount: '7 percent more than in 2021'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from newsextract.lexicons.figure_words import figure_words
from newsextract.lexicons.table import in_small_letters
from newsextract.parsers.figures.amounts.numbers import parse_digits
from newsextract.parsers.figures.bounds import find_bound
from newsextract.story import ChangeFinding, PeriodFinding, Range

_NUMBER = r"(?P<number>\d{1,9}(?:[.,]\d{1,6})?)"
_MEASURE = re.compile(
    rf"{_NUMBER}(?:\s?%|(?:\s|-)(?:percent|per\s?cent|pct|percentage\s+points)\b"
    r"|(?P<times>\s+times\b|-?fold\b))"
    r"|\b(?P<word>doubled|tripled|trebled|quadrupled|halved|twofold|threefold|fourfold|fivefold"
    r"|tenfold)\b",
    re.IGNORECASE,
)
_FACTORS = {
    "doubled": "2",
    "tripled": "3",
    "trebled": "3",
    "quadrupled": "4",
    "halved": "0.5",
    "twofold": "2",
    "threefold": "3",
    "fourfold": "4",
    "fivefold": "5",
    "tenfold": "10",
}
_BASE = re.compile(
    r"(?:compared|comparing|than|from|over|against|versus|vs|relative|on|year|period)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"^\s*(?:of\b|share|stake|owned|interest|discount|tax|tariff|duty|rate|coupon|notes?|bonds?)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+")

REACH = 40
"""Characters around a percentage in which the word for its direction stands."""


def find_changes(
    text: str, start: int, end: int, periods: Sequence[PeriodFinding]
) -> list[ChangeFinding]:
    """The changes in the sentence ``text[start:end]``, in order.

    Only what has a direction counts: '9 percent of' is none.

    Args:
        text: the clean text.
        start: where the sentence begins.
        end: where it ends.
        periods: the periods of the sentence; one behind 'than', 'from' or 'compared with' is
            the base of the change.
    """
    changes: list[ChangeFinding] = []
    past = start
    for match in _MEASURE.finditer(text, start, end):
        if match.end() <= past:
            continue
        change = _change(text, match, max(past, start), end, periods)
        if change is not None:
            changes.append(change)
            past = change.range.end
    return changes


def _change(
    text: str, match: re.Match[str], start: int, end: int, periods: Sequence[PeriodFinding]
) -> ChangeFinding | None:
    if _OTHER.match(text, match.end()):
        return None
    word = in_small_letters(match["word"] or "")
    before = text[max(match.start() - REACH, start) : match.start()]
    behind = text[match.end() : min(match.end() + REACH, end)]
    direction = _direction(word, before, behind)
    if direction is None:
        return None
    bound = find_bound(text, match.start(), match.end())
    base = _base(text, match.end(), end, periods)
    finish = base.range.end if base else match.end()
    number = parse_digits(match["number"]) if match["number"] else None
    factor = Decimal(_FACTORS[word]) if word else (number if match["times"] else None)
    percent = None if factor is not None else number
    if factor is None and percent is None:
        return None
    return ChangeFinding(
        range=Range(bound.start, finish),
        percent=percent,
        factor=factor,
        direction=direction,
        bound=bound.bound,
        base=base,
    )


def _direction(word: str, before: str, behind: str) -> Literal["up", "down"] | None:
    if word:
        return "down" if word == "halved" else "up"
    ups, downs = figure_words("up"), figure_words("down")
    following = [w.lower() for w in _WORDS.findall(behind)[:3]]
    for w in following[:1]:
        if w in ups or w in downs:
            return "up" if w in ups else "down"
    for w in reversed([w.lower() for w in _WORDS.findall(before)]):
        if w in ups or w in downs:
            # 'more than 60 percent' bounds; it tells no direction.
            if w in ("more", "less") and re.search(rf"{w}\s+than\s*$", before, re.IGNORECASE):
                continue
            return "up" if w in ups else "down"
    for w in following[1:]:
        if w in ups or w in downs:
            return "up" if w in ups else "down"
    return None


def _base(
    text: str, start: int, end: int, periods: Sequence[PeriodFinding]
) -> PeriodFinding | None:
    """The period behind 'than in', 'compared with', 'from', nearest behind `start`."""
    for period in periods:
        if start <= period.range.start < min(end, start + 80):
            gap = text[start : period.range.start]
            if _BASE.search(gap) and "." not in gap and ";" not in gap:
                return period
            return None
    return None
