"""Words that are money only at times: pounds of weight, 'won' the verb, a 'real' problem."""

from __future__ import annotations

import re

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.amounts.numbers import Quantity
from newsextract.parsers.figures.amounts.tokens import SIGN, WORD, Tokens
from newsextract.parsers.figures.amounts.units import Unit


def is_money(tokens: Tokens, quantity: Quantity, unit: Unit) -> bool:
    """Is this quantity with this unit behind it an amount of money?"""
    if _is_price_level(tokens, quantity, unit) or _is_name(tokens, unit):
        return False
    if _is_kind(tokens, quantity, unit) or _is_person(tokens, quantity, unit):
        return False
    before = tokens.word(quantity.start - 1)
    if quantity.value == 1 and not quantity.digits and before in _IDIOM:
        return False
    if before == "every" and tokens.word(quantity.start - 2) == "in":
        return False  # 'one in every nine euros': a share
    test = next((test for mark, test in _TESTS.items() if mark in unit.marks), None)
    return test is None or test(tokens, quantity, unit)


_IDIOM = frozenset({"not", "every", "single", "no"})
"""'not one cent', 'every single dollar': no amount is meant."""


def is_large(quantity: Quantity) -> bool:
    """Does it have a magnitude, or is it written with separators?"""
    return quantity.scale > 1 or quantity.grouped


def _is_price_level(tokens: Tokens, quantity: Quantity, unit: Unit) -> bool:
    """'in 2010 dollars': the money of a year, not an amount."""
    return (
        quantity.digits
        and not is_large(quantity)
        and 1800 <= quantity.value <= 2100
        and tokens.word(quantity.start - 1) in ("in", "constant", "real", "fiscal")
    )


def _is_kind(tokens: Tokens, quantity: Quantity, unit: Unit) -> bool:
    """'two dollar bonds', 'five yen-denominated loans': a kind of thing, and how many of it."""
    last, i = tokens.word(unit.end - 1), unit.end
    if unit.kind != "noun" or is_large(quantity) or last.endswith("s"):
        return False
    if tokens.joined(unit.start) and tokens.sign(unit.start - 1) == "-":
        return False
    return tokens.word(tokens.over_hyphen(i)) in figure_words("not_unit")


def _is_name(tokens: Tokens, unit: Unit) -> bool:
    """'100 Dollar General stores'."""
    last = tokens.sign(unit.end - 1)
    following = tokens.sign(unit.end)
    return (
        unit.kind == "noun"
        and last.istitle()
        and not last.endswith("s")
        and following in ("General", "Tree", "Shave", "Bank", "Bill", "Street", "League", "Group")
    )


def _is_person(tokens: Tokens, quantity: Quantity, unit: Unit) -> bool:
    """'8 Rand Paul': a line of a list, and a name that a currency has, too."""
    last, following = tokens.sign(unit.end - 1), tokens.sign(unit.end)
    return (
        unit.kind == "noun"
        and last.istitle()
        and not last.endswith("s")
        and following.istitle()
        and tokens.gap(unit.end) == " "
        and not is_large(quantity)
        and quantity.value < 100
    )


def _pound(tokens: Tokens, quantity: Quantity, unit: Unit) -> bool:
    j = unit.end + (tokens.word(unit.end) == "each" and tokens.word(unit.end + 1) == "of")
    near = [tokens.word(k) for k in range(max(quantity.start - 4, 0), quantity.start)]
    if figure_words("weight_before").intersection(near):
        return False
    hyphened = tokens.joined(unit.start) and tokens.sign(unit.start - 1) == "-"
    behind = tokens.word(j)
    if behind in figure_words("weight_behind") or (
        behind == "per" and tokens.word(j + 1) == "square"
    ):
        return False
    if behind == "(" and any(
        re.match(r"kg|kilo|gram|tonne|ton$|tons$|metric", tokens.word(k)) for k in range(j, j + 6)
    ):
        return False
    if behind == "of":
        k = j + 1
        if tokens.sign(k).isdecimal() and len(tokens.sign(k)) == 4:
            k += 1  # '3 billion pounds of 2034 gilts'
        while (
            (tokens.kind(k) == WORD or tokens.sign(k) == "-")
            and k < j + 5
            and tokens.word(k) != "worth"
        ):
            if any(tokens.word(k) in figure_words(name) for name in ("money_noun", "paper")):
                return True
            k += 1
        return False
    if hyphened and not is_large(quantity):
        return behind in figure_words("money_noun") or quantity.value >= 1000
    return True


def _won(tokens: Tokens, quantity: Quantity, unit: Unit) -> bool:
    if tokens.joined(unit.start) and tokens.sign(unit.start - 1) == "-":
        return True
    behind = tokens.word(unit.end)
    if behind in ("the", "their", "his", "her", "its", "an", "gold", "silver", "bronze"):
        return False
    if tokens.texts[unit.start] != tokens.words[unit.start]:
        return quantity.scale > 1
    if quantity.scale >= 1000 or (quantity.digits and quantity.grouped and quantity.value >= 100):
        return True
    return (
        quantity.digits
        and quantity.value >= 10
        and not 1900 <= quantity.value <= 2100
        and (tokens.kind(unit.end) in (SIGN, 0) or behind in ("a", "per"))
    )


def _real(tokens: Tokens, quantity: Quantity, unit: Unit) -> bool:
    if tokens.word(unit.start) == "reals":
        return is_large(quantity) or quantity.value >= 10
    behind = tokens.kind(unit.end)
    hyphened = tokens.joined(unit.start)
    return quantity.scale > 1 and (hyphened or behind != WORD)


def _mark(tokens: Tokens, quantity: Quantity, unit: Unit) -> bool:
    word = tokens.word(unit.end - 1)
    if word == "marks":
        return tokens.word(unit.end) not in ("out", "of") or quantity.scale > 1
    hyphened = tokens.joined(unit.start) and tokens.sign(unit.start - 1) == "-"
    article = tokens.word(quantity.start - 1)
    return hyphened and article not in ("the", "its", "their")


def _large(tokens: Tokens, quantity: Quantity, unit: Unit) -> bool:
    return is_large(quantity) or quantity.value >= 1000


def _not_small(tokens: Tokens, quantity: Quantity, unit: Unit) -> bool:
    behind = tokens.word(unit.end + (tokens.word(unit.end) == "more"))
    priced = quantity.digits and behind == "per"  # '3 drams more per kilowatt-hour'
    return priced or is_large(quantity) or (quantity.digits and quantity.value >= 10)


def _never_small(tokens: Tokens, quantity: Quantity, unit: Unit) -> bool:
    return quantity.scale > 1 or (quantity.grouped and quantity.value >= 1000)


def _no_people(tokens: Tokens, quantity: Quantity, unit: Unit) -> bool:
    broken = quantity.digits and quantity.value % 1 != 0  # '73.4 afghanis'
    return broken or _never_small(tokens, quantity, unit)


def _euro(tokens: Tokens, quantity: Quantity, unit: Unit) -> bool:
    return tokens.word(tokens.over_hyphen(unit.end)) not in figure_words("not_euro")


def _crown(tokens: Tokens, quantity: Quantity, unit: Unit) -> bool:
    return tokens.word(unit.end) not in figure_words("not_crown")


def _penny(tokens: Tokens, quantity: Quantity, unit: Unit) -> bool:
    # '341p' is pence, '1080p' is a screen; '30c a litre' is cents, '5c' a paragraph.
    if tokens.texts[unit.start] in ("c", "C"):
        priced = tokens.word(unit.end) in ("a", "per", "/", "each", "more", "less", "cheaper")
        return tokens.texts[unit.start] == "c" and quantity.digits and priced
    return tokens.word(unit.start) != "p" or quantity.value not in (480, 720, 1080, 1440, 2160)


_TESTS = {
    "weight": _pound,
    "verb": _won,
    "adjective": _real,
    "mark": _mark,
    "sum": _large,
    "small": _not_small,
    "people": _no_people,
    "word": _never_small,
    "pence": _penny,
    "euro": _euro,
    "crown": _crown,
}
