"""Do letters before a number mark money: 'P645', 'JD125', 'K5 a day', and no road or rifle?"""

from __future__ import annotations

import re

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.amounts.numbers import Quantity
from newsextract.parsers.figures.amounts.tokens import Tokens
from newsextract.parsers.figures.amounts.units import Unit

_PRICED = frozenset("NPR")
"""Lone letters before prices; others are roads, vitamins, chess pieces, too."""
_WORDS_BEFORE = 8


def is_price(tokens: Tokens, unit: Unit, low: Quantity) -> bool:
    """Do letters of a country that the text names mark money: 'JD125', 'P200', 'K5 a day'?

    A lone letter with a small number may be a road, a rifle, or a summit.
    """
    letters = tokens.sign(unit.start)
    if not low.digits or not (tokens.joined(low.start) or len(letters) > 1):
        return False
    rated = tokens.word(low.end) in ("a", "per", "each", "/")
    return len(letters) > 1 or low.value >= 100 or low.grouped or rated


def is_road(tokens: Tokens, unit: Unit, low: Quantity) -> bool:
    """'the R61', where no 'fine' or 'increase' follows."""
    if tokens.word(unit.start - 1) != "the" or len(tokens.sign(unit.start)) > 1:
        return False
    following = tokens.word(low.end)
    return not any(following in figure_words(name) for name in ("sum_noun", "move", "level"))


def is_told_price(tokens: Tokens, unit: Unit, low: Quantity) -> bool:
    """'gasoline went up by P2.80 per liter', 'the wage is now P645': a price without doubt."""
    if tokens.sign(unit.start) not in _PRICED or not tokens.joined(low.start):
        return False
    if tokens.word(low.end) == "per" and low.grouped:
        return True
    if re.fullmatch(r"[1-9][0-9]*\.[0-9]{2}", tokens.sign(low.start)):
        return True
    words = (tokens.word(k) for k in range(max(unit.start - _WORDS_BEFORE, 0), unit.start))
    return low.digits and low.value >= 100 and any(w in figure_words("sum_noun") for w in words)
