"""Rates of exchange: 'The naira weakened to 480 to the dollar'."""

from __future__ import annotations

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.amounts.found import Found
from newsextract.parsers.figures.amounts.numbers import Quantity
from newsextract.parsers.figures.amounts.ranges import RangeGrammar
from newsextract.parsers.figures.amounts.tokens import ABBREVIATION, BREAK, SIGN, Tokens
from newsextract.parsers.figures.amounts.units import Unit, UnitGrammar, noun_starts

RULE = "figures.amount.exchange"

_FARTHEST = 30
"""Tokens from the number back to the currency that is told of."""
_PER = frozenset({"to", "per", "against", "for", "a"})
_ONE = frozenset({"the", "one", "a", "each"})
_QUOTED = frozenset({"pound", "euro"})
_LEAST = 5
"""A rate below is one of sterling or the euro, which are quoted in the other currency."""
_SINGLING = frozenset({"the", "its", "their", "local"})
_OWNERS = frozenset({"'s", "’s"})
"""Before 'won' and 'real' they say that a currency is meant."""
_AT = frozenset({"at", "to", "around", "of"})
_MOST_CHANGE = 3
_FARTHEST_NEXT = 40
_STOPS = frozenset(".!?;")


def rate_of_exchange(
    tokens: Tokens,
    units: UnitGrammar,
    ranges: RangeGrammar,
    low: Quantity,
    last: Found | None = None,
) -> Found | None:
    """The sum that `low`, a number without a unit, is of the currency that its sentence tells of.

    None unless 'to the dollar', 'per euro' follow, and another currency stands before.
    """
    if low.vague or not low.digits or low.scale > 1:
        return None
    high = ranges.upper_end(low, low.end)
    end = (high or low).end
    base = _base(tokens, units, end) if tokens.word(end) in _PER else None
    unit = _told_of(tokens, units, low.start, base) if base else None
    if high and not base and tokens.sign(low.end) == "/" and tokens.word(low.start - 1) in _AT:
        # 'the shilling at 3,663/3,673': a price to buy and one to sell
        unit = _told_of(tokens, units, low.start, None)
    elif not base and not high and "." in tokens.sign(low.start):
        unit = _traded(tokens, units, low)
        if unit and last and last.unit.noun != unit.noun and low.start - last.end < _FARTHEST:
            return None  # 'The euro is at 109 roubles, and the yuan at 14.2.'
    if unit is None or _is_quoted_in(tokens.word(end), unit, low):
        return None
    value_max = high.value if high else None
    return Found(low.start, end, low, high, unit, RULE, low.value, value_max)


def _is_quoted_in(link: str, unit: Unit, rate: Quantity) -> bool:
    """'The pound rose to 1.27 against the dollar': so many dollars a pound."""
    return link in ("against", "for") and unit.noun in _QUOTED and rate.value < _LEAST


def _base(tokens: Tokens, units: UnitGrammar, i: int) -> Unit | None:
    """The currency one of which is bought."""
    i += 1
    if tokens.word(i) in _ONE:
        i += 1
    base = units.behind(i)
    return base if base and base.kind in ("noun", "adjective") and base.factor == 1 else None


def _traded(tokens: Tokens, units: UnitGrammar, rate: Quantity) -> Unit | None:
    """The currency of 'The rupee closed at 278.5.', which is quoted by itself at home."""
    i = rate.start - 1
    if tokens.word(i) not in ("at", "to") or not _closes(tokens, rate.end):
        return None
    first = max(i - _LONGEST_TELLING, 0)
    verb = next((k for k in range(i - 1, first, -1) if _tells(tokens, k)), None)
    unit = units.behind(verb - 1) if verb else None
    if verb is None or unit is None or unit.end != verb or unit.kind != "noun":
        return None
    if unit.factor != 1 or unit.noun in _WORLDWIDE or tokens.word(verb - 2) != "the":
        return None
    return unit


def _tells(tokens: Tokens, i: int) -> bool:
    return tokens.word(i) in figure_words("market_verb") and tokens.word(i - 1) in noun_starts()


_WORLDWIDE = frozenset({"dollar", "euro", "pound", "franc", "bitcoin", "yen"})
"""These may be quoted in any other."""
_LONGEST_TELLING = 6


def next_rate(tokens: Tokens, ranges: RangeGrammar, last: Found, low: Quantity) -> Found | None:
    """The rate that a bare number is behind another: 'later it traded at 25.8'."""
    if last.rule != RULE or low.vague or not low.digits or low.scale > 1:
        return None
    high = ranges.upper_end(low, low.end)
    most = (last.value_max or last.value) * _MOST_CHANGE
    if not last.value < low.value * _MOST_CHANGE or not (high or low).value < most:
        return None
    if not _is_near(tokens, last.end, low.start) or not _closes(tokens, (high or low).end):
        return None
    i = low.start - 1
    leads = figure_words("rate_lead")
    while tokens.word(i) in figure_words("hedge") and tokens.word(i) not in leads:
        i -= 1
    if tokens.word(i) not in leads and tokens.word(i)[-2:] not in _OWNERS:
        return None
    value_max = high.value if high else None
    end = (high or low).end
    return Found(low.start, end, low, high, last.unit, RULE, low.value, value_max)


def _is_near(tokens: Tokens, start: int, end: int) -> bool:
    """Are they in one sentence, or in two that follow each other?"""
    if end - start > _FARTHEST_NEXT:
        return False
    crossed = 0
    for k in range(start, end):
        if tokens.kind(k) == BREAK or "\n" in tokens.gap(k):
            return False
        crossed += tokens.sign(k) in _STOPS and tokens.sign(k + 1)[:1].isupper()
    return crossed <= 1


def _closes(tokens: Tokens, i: int) -> bool:
    """Is what follows no noun that is counted, and no percentage?"""
    if tokens.kind(i) == SIGN:
        joined = tokens.joined(i) and tokens.joined(i + 1)
        return tokens.sign(i) in ".,;)" or (tokens.sign(i) not in "%$€£" and not joined)
    return tokens.kind(i) in (0, BREAK) or tokens.word(i) in figure_words("time_behind")


def _is_base(tokens: Tokens, i: int) -> bool:
    """'to the dollar', 'per euro'."""
    i -= 1
    if tokens.word(i) in _ONE:
        i -= 1
    return tokens.word(i) in _PER


def _told_of(tokens: Tokens, units: UnitGrammar, start: int, base: Unit | None) -> Unit | None:
    """The nearest currency before, with its adjectives."""
    nouns = noun_starts()
    for i in range(start - 1, max(start - _FARTHEST, -1), -1):
        ends = tokens.sign(i) in _STOPS and tokens.kind(i - 1) != ABBREVIATION
        if ends or tokens.kind(i) == BREAK:
            return None
        unit = units.behind(i) if tokens.word(i) in nouns else None
        if unit is None or unit.kind != "noun" or unit.factor != 1:
            continue
        if unit.noun == base.noun if base else _is_base(tokens, i):
            continue
        national = units.behind(i - 1)
        if national and national.end == unit.end:
            return national
        if (
            not unit.marks - {"default"}
            or tokens.word(i - 1) in _SINGLING
            or tokens.word(i - 1)[-2:] in _OWNERS
        ):
            return unit
    return None
