"""Quantities that share the unit of an amount beside them."""

from __future__ import annotations

from newsextract.lexicons.figure_words import figure_words
from newsextract.lexicons.time_words import numbers_of
from newsextract.parsers.figures.amounts.compared import compared
from newsextract.parsers.figures.amounts.elided import counts_something, is_elided
from newsextract.parsers.figures.amounts.exchange import next_rate
from newsextract.parsers.figures.amounts.found import Found
from newsextract.parsers.figures.amounts.numbers import Quantity
from newsextract.parsers.figures.amounts.ranges import RangeGrammar
from newsextract.parsers.figures.amounts.tokens import Tokens


def share_units(
    tokens: Tokens, found: list[Found], loose: list[Quantity], ranges: RangeGrammar
) -> list[Found]:
    """The amounts, with those that leave the unit to a neighbour.

    '2, 3 and 5 million euros' has three, and so has '$3bn, up from 2bn in May and 1bn in April'.

    Args:
        tokens: the tokens of the text.
        found: amounts with units, in order.
        loose: quantities without a unit, in order.
        ranges: reads 'another 90 to 100 million' as one.
    """
    by_end = {quantity.end: quantity for quantity in loose}
    more: list[Found] = []
    for amount in found:
        if amount.unit.end > amount.low.start and amount.unit.start < amount.low.start:
            continue
        more += _earlier_in_list(tokens, amount, by_end)
    taken = {item.low.start for item in more}
    ends = iter(sorted(found, key=lambda amount: amount.start))
    current, upcoming, counts = None, next(ends, None), False
    for quantity in loose:
        while upcoming is not None and upcoming.start < quantity.start:
            bracketed = tokens.sign(upcoming.start - 1) == "(" and tokens.sign(upcoming.end) == ")"
            if current is not None and bracketed and upcoming.start - 1 == current.end:
                upcoming = upcoming._replace(unit=current.unit)  # '9 crowns ($1), 2 of it'
            current, upcoming = upcoming, next(ends, None)
            counts = False
        if current is None or quantity.start in taken:
            continue
        bare = next_rate(tokens, ranges, current, quantity) or compared(tokens, current, quantity)
        if bare is not None:
            taken.add((bare.high or bare.low).start)
            more.append(bare)
            current, counts = bare, False
            continue
        low, high = _with_upper_end(ranges, quantity)
        last = high or low
        taken.add(last.start)
        if is_elided(tokens, current, low, high, counts=counts):
            value_max = high and high.value
            current = Found(
                low.start, last.end, low, high, current.unit, _LISTED, low.value, value_max
            )
            more.append(current)
            counts = False
        else:
            counts = counts or counts_something(tokens, last)
    return _with_scales(tokens, sorted(found + more, key=lambda amount: amount.start))


_LISTED = "figures.amount.shared"


def _with_upper_end(ranges: RangeGrammar, low: Quantity) -> tuple[Quantity, Quantity | None]:
    """Both ends of '90 to 100 million', the lower one with the magnitude of the upper."""
    high = None if low.plural or low.vague else ranges.upper_end(low, low.end)
    if high is not None and high.scale > 1 == low.scale:
        low = low._replace(value=low.value * high.scale, scale=high.scale)
    if high is not None and low.value >= high.value:
        return low, None
    return low, high


def _with_scales(tokens: Tokens, found: list[Found]) -> list[Found]:
    """'cut from $5.5 to $4 billion', '$2.9, $14.8 and $3.3 billion': the magnitude of the last."""
    for i in range(len(found) - 2, -1, -1):
        low, high = found[i], found[i + 1]
        way = tokens.word(low.end) == "to" and tokens.word(low.start - 1) == "from"
        and_last = tokens.word(low.end) == "and" and i > 0 and _is_next(tokens, found[i - 1], low)
        listed = _is_next(tokens, low, high) and high.rule == _LISTED
        if (
            high.low.scale > 1 == low.low.scale
            and low.high is None
            and 0 < low.value < 1000
            and (
                (way and high.start == low.end + 1)
                or (
                    (low.unit.noun == high.unit.noun and low.low.digits)
                    and ((and_last and high.start == low.end + 1) or listed)
                )
            )
        ):
            scaled = low.low._replace(scale=high.low.scale)
            rule = low.rule if way else _LISTED
            found[i] = low._replace(low=scaled, value=low.value * high.low.scale, rule=rule)
    return found


def _is_next(tokens: Tokens, one: Found, other: Found) -> bool:
    """Do they stand in a list, a comma between them, both with their sign?"""
    comma = tokens.sign(one.end) == "," and other.start == one.end + 1
    return comma and one.unit.start == one.start and other.unit.start == other.start


def _earlier_in_list(tokens: Tokens, amount: Found, by_end: dict[int, Quantity]) -> list[Found]:
    earlier: list[Found] = []
    first, linked = amount, False
    start = amount.start
    while True:
        j = start - 1
        if tokens.word(j) in ("and", "or", "&"):
            linked = True
            j -= 1
            if tokens.sign(j) == ",":
                j -= 1
        else:
            listed = tokens.sign(j) == "," and linked
            if not listed and not (tokens.word(j) == "to" and _is_way(tokens, by_end.get(j))):
                break
            j -= 1
        quantity = by_end.get(j + 1)
        if quantity is None or quantity.vague:
            break
        if _is_dated(tokens, quantity):
            break
        value, scale = quantity.value, quantity.scale
        if first.low.scale > 1 and scale == 1:
            if value >= 1000:
                break
            value, scale = value * first.low.scale, first.low.scale
        elif scale == 1 and (1900 <= value <= 2100 or tokens.sign(quantity.start - 1) == "/"):
            break  # a year, or '1986/87'
        earlier.append(
            Found(
                quantity.start,
                quantity.end,
                quantity,
                None,
                amount.unit,
                _LISTED,
                value,
                None,
            )
        )
        start = quantity.start
    return earlier


def _is_dated(tokens: Tokens, quantity: Quantity) -> bool:
    """'January 5 and 3 million dollars', '3-1 and $5 million': a day, a score."""
    i = quantity.start - 1
    if tokens.sign(i) in ("-", "–", "—", ":") and tokens.joined(i):
        return True
    return tokens.word(i - (tokens.sign(i) == ",")) in numbers_of("month")


def _is_way(tokens: Tokens, quantity: Quantity | None) -> bool:
    """'fell from 3.4 to 2.1 billion dollars', 'from the current 3': the way's beginning."""
    if quantity is None:
        return False
    i = quantity.start - 1
    while tokens.word(i) in figure_words("now"):
        i -= 1
    return tokens.word(i) == "from"
