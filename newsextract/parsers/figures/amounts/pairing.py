"""Which unit behind a number belongs to it."""

from __future__ import annotations

from newsextract.parsers.figures.amounts.homographs import is_large
from newsextract.parsers.figures.amounts.numbers import NumberGrammar, Quantity
from newsextract.parsers.figures.amounts.tokens import NUMBER, Tokens
from newsextract.parsers.figures.amounts.units import Unit, UnitGrammar

PERCENT = frozenset({"%", "percent", "pct", "percentage"})


class Pairing:
    """Pairs numbers with the units behind them."""

    def __init__(self, tokens: Tokens, numbers: NumberGrammar, units: UnitGrammar) -> None:
        self.tokens = tokens
        self.numbers = numbers
        self.units = units

    def unit_behind(self, quantity: Quantity) -> Unit | None:
        """The unit that belongs to the number before it."""
        tokens, j = self.tokens, quantity.end
        if quantity.plural or (quantity.vague and tokens.word(j) == "of"):
            if tokens.word(j) != "of":
                return None
            j += 1
        j = self._over_words(quantity, j)
        if tokens.sign(j) == "+" and tokens.joined(j):
            j += 1
        k = tokens.over_hyphen(j)
        if not near(tokens.gap(k)):
            return None
        i, sign = quantity.start, tokens.sign(quantity.start - 1)
        if "\n" in tokens.gap(k) and sign in ("-", "/", ".") and tokens.sign(i - 3) == sign:
            return None  # '2023-11-30', and the next line's first word
        unit = self.units.behind(k)
        if unit is None:
            return None
        if unit.kind == "symbol" or "both" in unit.marks:
            # A symbol between two numbers belongs to the second.
            following = tokens.kind(unit.end) == NUMBER and tokens.gap(unit.end) in ("", " ")
            if following:
                return None
        if unit.kind == "code":
            if "word" in unit.marks and not is_large(quantity):
                return None
            if tokens.kind(unit.end) == NUMBER and tokens.gap(unit.end) in ("", " "):
                return None
        if unit.kind == "prefix" and "letter" in unit.marks and not is_large(quantity):
            return None
        if quantity.vague and unit.factor < 1:
            return None
        return unit

    def _over_words(self, quantity: Quantity, j: int) -> int:
        """The index behind '(five million)' in '5,000,000 (five million) euros'."""
        tokens = self.tokens
        if tokens.sign(j) != "(" or not quantity.digits:
            return j
        again = self.numbers.quantity(j + 1)
        if again and again.value == quantity.value and tokens.sign(again.end) == ")":
            return again.end + 1
        return j


def near(gap: str) -> bool:
    """Is white space no more than a space or a line's end?"""
    return len(gap) <= 3 and gap.count("\n") <= 1
