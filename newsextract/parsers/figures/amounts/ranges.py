"""Ranges: '$5-7 million', '$1.49/50', 'between 9 and 10 billion euros', '2 to 3 million won'."""

from __future__ import annotations

from decimal import Decimal

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.amounts.numbers import NumberGrammar, Quantity
from newsextract.parsers.figures.amounts.pairing import PERCENT, Pairing
from newsextract.parsers.figures.amounts.tokens import BREAK, NUMBER, SIGN, WORD, Tokens
from newsextract.parsers.figures.amounts.units import Unit, UnitGrammar, unit_starts


class RangeGrammar:
    """Reads the upper end of a range."""

    def __init__(self, tokens: Tokens, numbers: NumberGrammar, units: UnitGrammar) -> None:
        self.tokens = tokens
        self.numbers = numbers
        self.units = units
        self.pairing = Pairing(tokens, numbers, units)

    def upper_end(self, low: Quantity, end: int, unit: Unit | None = None) -> Quantity | None:
        """The upper end of the range whose lower end is `low`, and which goes on at token `end`.

        `unit` is the unit of the lower end, if it has one of its own. None where there is no
        range, but a way ('rose from 5 to 7 million'), or a list.
        """
        tokens = self.tokens
        link = tokens.sign(end)
        spaced = bool(tokens.gap(end))
        k = min(unit.start, low.start) - 1 if unit else low.start - 1
        while k > 0 and tokens.word(k) in figure_words("hedge") | figure_words("now"):
            k -= 1
        before = tokens.word(k)
        if before in _YEARS and link == "to":
            return None  # 'brought remittances for FY24 to $30 billion'
        hyphened = tokens.word(end + 1) == "to" and tokens.over_hyphen(end + 2) > end + 2
        if hyphened and tokens.over_hyphen(end) > end:
            end, link, spaced = end + 2, "-", False  # '10-to-15-million-dollar'
        if link in _DASHES:
            if spaced != bool(tokens.gap(end + 1)):
                return None
        elif link == "to" or (link == "or" and spaced):
            pass
        elif link == "/":
            if not self._is_slashed(low, end):
                return None
        elif link != "and" or before not in _BETWEEN:
            return None
        j = end + 1
        unit_again = self.units.before(j) if tokens.sign(j) in unit_starts() else None
        if unit_again is not None and unit is None:
            if low.scale > 1 or (link != "to" and before not in _BETWEEN):
                return None
            j = unit_again.end
        elif unit_again is not None and unit is not None:
            if unit_again.noun != unit.noun or unit_again.code != unit.code:
                return None
            j = unit_again.end
        elif link in _DASHES and spaced and tokens.kind(end - 1) != NUMBER:
            return None
        if tokens.kind(j) == WORD and tokens.word(j) in _ARTICLES:
            return None
        high = self._asked(low, end) or self.numbers.quantity(j)
        if high is None or high.vague or tokens.word(high.end) in PERCENT:
            return None
        behind = self.pairing.unit_behind(high)
        if unit is not None and unit_again is None:
            if behind is not None and (behind.noun, behind.factor) != (unit.noun, unit.factor):
                return None
            if behind is None and unit.kind in ("noun", "adjective"):
                return None
            if behind is None and not self._closes(high, low):
                return None
        low_value = low.value
        if high.scale > 1 and low.scale == 1 and low.value < high.value / high.scale:
            low_value = low.value * high.scale
        if not low_value < high.value:
            return None
        if link == "to" and self._is_movement(low, unit, before, high.value / (low_value or 1)):
            return None
        if link == "to" and before not in _BETWEEN and high.value > 20 * low_value:
            return None
        if link == "or" and not (low_value * 3 >= high.value):
            return None
        if link in _DASHES and not low.digits and not high.digits and spaced:
            return None
        return high

    def _asked(self, low: Quantity, end: int) -> Quantity | None:
        """'$1.49/50', '155.40-42 yen': of the price asked, the last digits alone."""
        tokens = self.tokens
        bid, last = tokens.sign(end - 1), tokens.sign(end + 1)
        decimals = bid.rpartition(".")[2] if "." in bid else ""
        if (
            tokens.sign(end) not in _QUOTING
            or not (tokens.joined(end) and tokens.joined(end + 1))
            or not (last.isdigit() and 1 < len(last) <= len(decimals))
            or low.scale != 1
        ):
            return None
        asked = Decimal(bid.replace(",", "")[: -len(last)] + last)
        if asked <= low.value:
            asked += Decimal(10) ** (len(last) - len(decimals))
        return Quantity(asked, end + 1, end + 2, digits=True, grouped=True)

    def _is_slashed(self, low: Quantity, end: int) -> bool:
        """'227/230 dollars': two prices, the second a little higher."""
        tokens = self.tokens
        high = self._asked(low, end) or self.numbers.quantity(end + 1)
        return (
            tokens.joined(end)
            and tokens.joined(end + 1)
            and high is not None
            and low.digits
            and high.digits
            and low.value < high.value < low.value * Decimal("1.5")
        )

    def _closes(self, high: Quantity, low: Quantity) -> bool:
        """Is what follows no noun that is counted ('$5 to 300 people')?"""
        tokens = self.tokens
        if high.scale > 1 or low.scale > 1 or tokens.sign(high.start - 1) == "/":
            return True
        if tokens.sign(high.start - 1) in _DASHES:
            return tokens.joined(high.start)
        following = tokens.kind(high.end)
        return following in (SIGN, 0, BREAK) or tokens.word(high.end) in figure_words(
            "after_amount"
        )

    def _is_movement(self, low: Quantity, unit: Unit | None, before: str, ratio: Decimal) -> bool:
        """Is 'A to B' no range but a way: 'rose from A to B', 'cut A to B'?"""
        tokens = self.tokens
        first = min(unit.start, low.start) if unit else low.start
        # 'raised the premium for each worker from A to B': the verb may stand far before 'from'
        far = 12 if before == "from" else 6
        k = first - 1
        moved = False
        while k >= max(first - far, 0) and tokens.kind(k) != BREAK and not moved:
            if tokens.word(k) in _RANGING or self._is_stop(k):
                break
            moved = tokens.word(k) in figure_words("move")
            k -= 1
        if before == "from":
            return moved
        if before == "by" and ratio > 2:
            return True  # 'was enlarged by $2 million to $9 million'
        return moved and ratio > 2

    def _is_stop(self, i: int) -> bool:
        """Does the sentence end at token `i`? Not at 'St.' and 'J.'."""
        tokens = self.tokens
        if tokens.sign(i) != "." or not tokens.joined(i):
            return tokens.sign(i) in _STOPS
        word = tokens.word(i - 1)
        initial = len(word) == 1 and tokens.sign(i - 1).isupper()
        return not (initial or word in figure_words("abbreviation"))


_DASHES = frozenset("-–—‐‑−~")
_QUOTING = frozenset("/-–")
_YEARS = frozenset({"fy", "q1", "q2", "q3", "q4"})
_BETWEEN = frozenset({"between", "from", "anywhere", "betwixt"})
_STOPS = frozenset(".?!;")
_RANGING = frozenset({"range", "ranges", "ranged", "ranging", "vary", "varies", "varying"})
_ARTICLES = frozenset({"a", "an", "the"})
