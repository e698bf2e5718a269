"""Quantities: '1.8 billion', '3 bln 290 mln', 'two and a half million', 'tens of millions'."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from newsextract.lexicons.number_words import NumberWord, number_words
from newsextract.parsers.figures.amounts.tokens import FRACTION, NUMBER, Tokens

MOST_DIGITS = 24
"""Longer runs of digits are no amounts (account and serial numbers)."""

_DENOMINATORS = frozenset({"2", "3", "4", "5", "8", "16", "32"})
_NOTHING = NumberWord("", Decimal(0))
_HALF = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}


class Quantity(NamedTuple):
    """A number with its magnitudes.

    Attributes:
        value: the whole value.
        start, end: half-open token indices.
        scale: the product of its magnitudes; 1 where it has none.
        vague: does it say the magnitude alone ('tens of millions', 'several billion')?
        digits: is it written in digits?
        grouped: does it have thousands separators or decimals?
        plural: does it end in a plural magnitude that wants 'of' ('millions')?
    """

    value: Decimal
    start: int
    end: int
    scale: Decimal = Decimal(1)
    vague: bool = False
    digits: bool = False
    grouped: bool = False
    plural: bool = False


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<plain>\d+)"
        r"|(?P<thousands>\d{1,3}(?:,\d{3})+)(?P<t_rest>\.\d+)?"
        r"|(?P<indian>\d{1,2}(?:,\d{2})*,\d{3})(?P<i_rest>\.\d+)?"
        r"|(?P<apostrophe>\d{1,3}(?:['’]\d{3})+)(?P<a_rest>[.,]\d+)?"
        r"|(?P<dots>\d{1,3}(?:\.\d{3}){2,})(?P<d_rest>,\d+)?"
        r"|(?P<dot>\d{1,3}\.\d{3}),(?P<dot_rest>\d{1,2})"
        r"|(?P<decimal>\d+)[.,](?P<places>\d+)"
    )


def parse_digits(text: str) -> Decimal | None:
    """The value of digits with separators, English, Indian, Swiss or continental.

    None for what is no number ('1.2.3') and for more than `MOST_DIGITS` digits.
    """
    if len(text) > 2 * MOST_DIGITS:
        return None
    match = _pattern().fullmatch(text.removeprefix("."))
    if match is None or sum(c.isdigit() for c in text) > MOST_DIGITS:
        return None
    whole, rest = {
        "plain": (match["plain"], None),
        "t_rest": (match["thousands"], match["t_rest"]),
        "thousands": (match["thousands"], None),
        "indian": (match["indian"], None),
        "i_rest": (match["indian"], match["i_rest"]),
        "apostrophe": (match["apostrophe"], None),
        "a_rest": (match["apostrophe"], match["a_rest"]),
        "dots": (match["dots"], None),
        "d_rest": (match["dots"], match["d_rest"]),
        "dot_rest": (match["dot"], match["dot_rest"]),
        "places": (match["decimal"], match["places"]),
    }[match.lastgroup or "plain"]
    digits = re.sub(r"\D", "", whole or "0")
    if text.startswith("."):
        return None if rest else Decimal(f"0.{digits}")
    return Decimal(f"{digits}.{rest.strip('.,')}" if rest else digits)


class NumberGrammar:
    """Reads quantities from tokens."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.table = number_words()

    def _entry(self, i: int) -> NumberWord:
        return self.table.get(self.tokens.word(i), _NOTHING)

    def quantity(self, i: int) -> Quantity | None:
        """The longest quantity that starts at token `i`."""
        found = self._vague(i) or self._exact(i)
        return found

    # Numerals: what stands before the magnitude

    def _digits(self, i: int) -> tuple[Decimal, int, bool] | None:
        """Digits, with a fraction and with groups set off by spaces."""
        tokens = self.tokens
        text = tokens.sign(i)
        if len(text) > 2 * MOST_DIGITS:
            return None
        value, j = parse_digits(text), i + 1
        if value is None:
            return None
        grouped = not text.isdigit()
        if not grouped and len(text) <= 3:
            j = self._spaced_groups(i)
            if j > i + 1:
                value, grouped = Decimal("".join(tokens.texts[i:j])), True
                decimals = re.fullmatch(r"\d{3}[.,](\d{1,2})", tokens.texts[j - 1])
                if decimals:
                    digits = re.sub(r"[.,]", ".", "".join(tokens.texts[i:j]))
                    value = Decimal(digits)
            elif tokens.sign(i + 1) == "/" and self._is_fraction(i):
                return Decimal(text) / Decimal(tokens.sign(i + 2)), i + 3, True
            elif self._is_ocr_decimal(i):
                return Decimal(f"{text}.{tokens.sign(i + 2)}"), i + 3, True
        k = tokens.over_hyphen(j)
        if tokens.kind(j) == FRACTION and tokens.joined(j):
            return value + self._entry(j).value, j + 1, True
        if tokens.sign(j) == "+" and self._entry(j + 1).kind == "magnitude":
            return value, j + 1, grouped  # '5+ million'
        if k > j and tokens.word(k) in ("plus", "odd"):
            return value, k + 1, grouped  # '400-plus million', '20-odd million'
        cents = re.fullmatch(r"\d+\.\d\d", text)  # '$5.51-1/4': a quarter of a cent
        if (k > j or tokens.gap(j)) and (not grouped or cents) and self._is_fraction(k):
            part = Decimal(tokens.sign(k)) / Decimal(tokens.sign(k + 2))
            return value + (part / 100 if cents else part), k + 3, True
        return value, j, grouped

    def _spaced_groups(self, i: int) -> int:
        """The end of '5 000 000': groups of three behind one space each."""
        tokens, j = self.tokens, i + 1
        while (
            tokens.kind(j) == NUMBER
            and tokens.gap(j) in (" ", "\xa0", "\u202f", "\u2009")
            and j - i < 6
        ):
            group = tokens.sign(j)
            if not (len(group) == 3 and group.isdigit()):
                if not re.fullmatch(r"\d{3}[.,]\d{1,2}", group):
                    return i + 1
                return j + 1
            j += 1
        return j if tokens.sign(i) != "0" else i + 1

    def _is_ocr_decimal(self, i: int) -> bool:
        """'1 . 8500 marks': a decimal point between spaces."""
        tokens = self.tokens
        return (
            tokens.sign(i + 1) == "."
            and tokens.gap(i + 1) == " " == tokens.gap(i + 2)
            and tokens.sign(i + 2).isdigit()
            and len(tokens.sign(i + 2)) < 7
        )

    def _is_fraction(self, i: int) -> bool:
        tokens = self.tokens
        over, under = tokens.sign(i), tokens.sign(i + 2)
        return (
            tokens.sign(i + 1) == "/"
            and under in _DENOMINATORS
            and over.isdigit()
            and len(over) < 3
            and int(over) < int(under)
        )

    def _spelled(self, i: int) -> tuple[Decimal, int] | None:
        """A number below 1,000 in words: 'forty-five', 'one hundred and fifty'."""
        tokens = self.tokens
        total, j, last = Decimal(0), i, i
        seen: set[str] = set()
        while True:
            kind, value = self._entry(j)
            if kind == "hundred" and (seen & {"digit", "teen"} or not seen):
                if not seen:
                    return None
                total, seen = total * 100, {"hundred"}
            elif kind == "ten" and not seen & {"digit", "teen", "ten"}:
                total, seen = total + value, seen | {"ten"}
            elif kind == "digit" and not seen & {"digit", "teen"}:
                total, seen = total + value, seen | {"digit"}
            elif kind == "teen" and not seen & {"digit", "teen", "ten"}:
                total, seen = total + value, seen | {"teen"}
            else:
                break
            last = j = j + 1
            j = tokens.over_hyphen(j)
            if tokens.word(j) == "and" and "hundred" in seen:
                j += 1
        return (total, last) if seen else None

    def _numeral(self, i: int) -> tuple[Decimal, int, bool, bool] | None:
        """Value, end, digits?, grouped?"""
        if self.tokens.kind(i) == NUMBER:
            digits = self._digits(i)
            return digits and (digits[0], digits[1], True, digits[2])
        if self.tokens.kind(i) == FRACTION:
            return self._entry(i).value, i + 1, True, True
        spelled = self._spelled(i)
        return spelled and (spelled[0], spelled[1], False, False)

    # Magnitudes

    def _magnitude(self, j: int, after_digits: bool) -> tuple[Decimal, int] | None:
        """The magnitude at `j` (a hyphen may stand before it)."""
        tokens = self.tokens
        k = tokens.over_hyphen(j)
        kind, value = self._entry(k)
        if kind in ("magnitude", "hundred"):
            return value, self._over_point(k + 1)
        if kind == "short" and after_digits:
            # '$5 m', but never '5 k': a lone letter is a magnitude right behind digits.
            spaced = tokens.gap(k) == " " and tokens.sign(k) in ("m", "M", "B") and k == j
            if (k == j and tokens.joined(j)) or spaced:
                return value, self._over_point(k + 1)
        return None

    def _over_point(self, i: int) -> int:
        """The index behind the point of a short form: '5 mln. euros', not the sentence's end."""
        tokens = self.tokens
        word = tokens.word(i - 1)
        if (
            tokens.sign(i) == "."
            and tokens.joined(i)
            and word in _SHORT_FORMS
            and (tokens.sign(i + 1)[:1].islower() or tokens.sign(i + 1).isupper())
        ):
            return i + 1
        return i

    def _scale(self, j: int, after_digits: bool) -> tuple[Decimal, int]:
        scale = Decimal(1)
        while (found := self._magnitude(j, after_digits and scale == 1)) and scale <= 10**12:
            scale, j = scale * found[0], found[1]
        return scale, j

    def _and_a_half(self, j: int) -> tuple[Decimal, int] | None:
        """'and a half', 'and three quarters', hyphened or not."""
        tokens = self.tokens
        k = tokens.over_hyphen(j)
        if tokens.word(k) != "and":
            return None
        k = tokens.over_hyphen(k + 1)
        if tokens.word(k) in ("a", "one"):
            k = tokens.over_hyphen(k + 1)
            part = _HALF.get(tokens.word(k))
            return (part, k + 1) if part else None
        if tokens.word(k) == "three" and tokens.word(tokens.over_hyphen(k + 1)) == "quarters":
            return Decimal("0.75"), tokens.over_hyphen(k + 1) + 1
        return None

    # Quantities

    def _exact(self, i: int) -> Quantity | None:
        tokens = self.tokens
        part = self._part(i)
        if part:
            return part
        j = tokens.over_hyphen(i + 1)
        if tokens.word(i) in ("a", "an"):
            # 'a million', but not 'a billion-dollar project'.
            if self._entry(j).kind not in ("magnitude", "hundred") or tokens.sign(j).isdigit():
                return None
            scale, end = self._scale(j, after_digits=False)
            if tokens.over_hyphen(end) > end or tokens.word(j) in _PLURALS:
                return None
            if tokens.word(i - 1) == "of" and tokens.word(i - 2).rstrip("s") in _FRACTION_WORDS:
                return None
            value, digits, grouped, numeral_end = Decimal(1), False, False, i + 1
        else:
            numeral = self._numeral(i)
            if numeral is None:
                return None
            value, numeral_end, digits, grouped = numeral
            half = self._and_a_half(numeral_end)
            if half and self._magnitude(half[1], after_digits=False):
                value, numeral_end = value + half[0], half[1]
            scale, end = self._scale(numeral_end, digits)
            if digits and scale == 1 and re.fullmatch(r"\d{1,3}\.000", tokens.sign(i)):
                value = value * 1000  # '500.000 euros': a point between thousands
        total = value * scale
        if not digits and tokens.word(numeral_end - 1) == "hundred":
            scale = scale * 100
        if scale > 1:
            half = self._and_a_half(end)
            if half:
                total, end = total + half[0] * scale, half[1]
        total, end = self._lower_parts(total, scale, end, digits)
        return Quantity(total, i, end, scale, digits=digits, grouped=grouped)

    def _lower_parts(
        self, total: Decimal, scale: Decimal, end: int, digits: bool
    ) -> tuple[Decimal, int]:
        """'3 bln' + '290 mln', 'two million' + 'three hundred thousand'."""
        least = scale
        while least > 1:
            following = self._numeral(end)
            if following is None or (digits and not following[2]):
                break
            value, j, in_digits, _ = following
            lower, j = self._scale(j, in_digits)
            if lower == 1 and in_digits != digits:
                break
            if lower >= least or value * lower >= least or (lower == 1 and digits):
                break
            total, end, least = total + value * lower, j, lower
        return total, end

    def _part(self, i: int) -> Quantity | None:
        """'half a billion', 'a quarter of a million', 'three quarters of a billion'."""
        tokens = self.tokens
        j, times = i, Decimal(1)
        if tokens.word(j) in ("a", "one", "three"):
            times = Decimal(3 if tokens.word(j) == "three" else 1)
            j = tokens.over_hyphen(j + 1)
        part = _HALF.get(tokens.word(j).removesuffix("s"))
        if part is None:
            return None
        j = tokens.over_hyphen(j + 1)
        if tokens.word(j) == "of":
            j += 1
        if tokens.word(j) in ("a", "one"):
            j = tokens.over_hyphen(j + 1)
        if self._entry(j).kind != "magnitude":
            return None
        scale, end = self._scale(j, after_digits=False)
        return Quantity(times * part * scale, i, end, scale)

    def _vague(self, i: int) -> Quantity | None:
        """'tens of millions', 'several hundred thousand', 'a couple of billion', 'millions'."""
        tokens, j, value = self.tokens, i, Decimal(1)
        if tokens.word(j) in ("a", "the") and tokens.word(j + 1) in ("few", "couple"):
            j += 1
        kind, least = self._entry(j)
        if tokens.word(j) in _PLURALS:
            scale, vague_of = self._entry(j).value, True
            j += 1
            while tokens.word(j) == "of" and tokens.word(j + 1) in _PLURALS:
                scale *= self._entry(j + 1).value
                j += 2
            return Quantity(value * scale, i, j, scale, vague=True, plural=vague_of)
        if kind != "vague":
            return None
        j += 1
        if tokens.word(j) == "of":
            j += 1
        scale, end = self._scale(j, after_digits=False)
        if scale == 1:
            if tokens.word(i) in ("hundreds", "tens", "dozens"):
                return Quantity(least, i, i + 1, vague=True, plural=True)
            return None
        plural = tokens.word(end - 1) in _PLURALS
        while tokens.word(end) == "of" and tokens.word(end + 1) in _PLURALS:
            scale *= self._entry(end + 1).value
            end += 2
        return Quantity(least * scale, i, end, scale, vague=True, plural=plural)


_FRACTION_WORDS = frozenset({"third", "fifth", "sixth", "eighth", "tenth", "part"})
_SHORT_FORMS = frozenset(
    {"mln", "bln", "mn", "bn", "trln", "tln", "tn", "mio", "thsd", "mil", "m", "k"}
)
_PLURALS = frozenset({"hundreds", "thousands", "millions", "billions", "trillions"})
