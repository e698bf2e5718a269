"""Amounts of money, from characters alone."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from newsextract.lexicons.currencies import currency_of, is_family
from newsextract.lexicons.figure_words import figure_words
from newsextract.lexicons.number_words import number_words
from newsextract.parsers.figures.amounts.exchange import rate_of_exchange
from newsextract.parsers.figures.amounts.found import Found
from newsextract.parsers.figures.amounts.homographs import is_large, is_money
from newsextract.parsers.figures.amounts.letters import is_price, is_road, is_told_price
from newsextract.parsers.figures.amounts.named import find_places, town_countries
from newsextract.parsers.figures.amounts.numbers import NumberGrammar, Quantity
from newsextract.parsers.figures.amounts.pairing import PERCENT, near
from newsextract.parsers.figures.amounts.ranges import RangeGrammar
from newsextract.parsers.figures.amounts.sharing import share_units
from newsextract.parsers.figures.amounts.tokens import BREAK, FRACTION, NUMBER, SIGN, WORD, Tokens
from newsextract.parsers.figures.amounts.units import Unit, UnitGrammar, noun_starts, unit_starts

LARGEST = Decimal(10) ** 18
"""No sum of money in the news is larger; more is a number misread."""


class Amount(NamedTuple):
    """An amount of money at ``text[start:end]``.

    Attributes:
        start, end: offsets in characters.
        value, value_max: as printed, in `factor` of the currency's unit ('50 cents': 50).
        noun: the family of the unit ('dollar').
        factor: 0.01 for cents.
        code: ISO 4217; None where these characters alone do not tell.
        is_default: is `code` only the usual one of several?
        vague: does it name a magnitude alone ('tens of millions of dollars')?
        rule: how it is written.
    """

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    noun: str
    factor: Decimal
    code: str | None
    is_default: bool
    vague: bool
    rule: str

    @property
    def amount(self) -> Decimal:
        """In units of the currency."""
        return plain(self.value * self.factor)

    @property
    def amount_max(self) -> Decimal | None:
        """The upper end of a range, in units of the currency."""
        return None if self.value_max is None else plain(self.value_max * self.factor)


def plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent."""
    return Decimal(format(value.normalize(), "f"))


def find_amounts(text: str, home: str | None = None) -> list[Amount]:
    """All amounts of money in `text`, in order, without overlap. Linear in its length.

    Args:
        text: the clean text.
        home: the country whose news it is, where that is known: its letters mark money.
    """
    tokens = Tokens(text)
    reader = _Reader(tokens, frozenset(), frozenset())
    amounts = reader.amounts()
    if not reader.doubtful:
        return amounts
    nouns = frozenset(amount.noun for amount in amounts)
    # A text with 'R500 million' or 'rand' means rand by 'R15', too.
    spoken = frozenset(n for n in reader.doubtful if n in nouns or nouns.intersection(n.split("|")))
    countries = {word.code for word in find_places(text)} | {home, *town_countries(text)}
    named = frozenset(n for n in reader.doubtful if any(c and currency_of(c, n) for c in countries))
    return _Reader(tokens, spoken, named).amounts() if spoken or named else amounts


class _Reader:
    """Reads the amounts of a text.

    Args:
        tokens: the tokens of the text.
        spoken: the families of currencies that the text is known to speak of.
        named: the families of currencies of countries that it names.
    """

    def __init__(self, tokens: Tokens, spoken: frozenset[str], named: frozenset[str]) -> None:
        self.tokens = tokens
        self.spoken = spoken
        self.named = named
        self.doubtful: set[str] = set()
        self.numbers = NumberGrammar(tokens)
        self.units = UnitGrammar(tokens)
        self.ranges = RangeGrammar(tokens, self.numbers, self.units)
        self.pairing = self.ranges.pairing

    def amounts(self) -> list[Amount]:
        tokens = self.tokens
        words, starts, nouns = number_words(), unit_starts(), noun_starts()
        found: list[Found] = []
        loose: list[Quantity] = []
        past = 0
        for i, (kind, word, text) in enumerate(
            zip(tokens.kinds, tokens.words, tokens.texts, strict=True)
        ):
            if i < past:
                continue
            leads = text in starts or len(text) == 4 or (word in nouns and self._is_before(i))
            amount = self._unit_first(i) if leads else None
            if amount is None:
                if kind not in (NUMBER, FRACTION) and word not in words and word not in _ARTICLES:
                    continue
                quantity = self.numbers.quantity(i)
                if quantity is None:
                    continue
                amount = self._number_first(quantity) or rate_of_exchange(
                    tokens, self.units, self.ranges, quantity, found[-1] if found else None
                )
                if amount is None:
                    past = quantity.end if quantity.digits or quantity.scale > 1 else i + 1
                    loose.append(quantity)
                    continue
            if found and self._is_repeated(found[-1], amount):
                past = amount.end
                continue
            if max(amount.value, amount.value_max or 0) * amount.unit.factor <= LARGEST:
                found.append(amount)
            past = amount.end
        if found:
            found = share_units(tokens, found, loose, self.ranges)
        return [self._amount(amount) for amount in found]

    def _is_before(self, i: int) -> bool:
        """Do digits follow at once?"""
        return self.tokens.kind(i + 1) == NUMBER

    def _is_repeated(self, last: Found, amount: Found) -> bool:
        """'US$ 5,000,000 (five million US dollars)': the same once more, in words."""
        return (
            self.tokens.sign(amount.start - 1) == "("
            and amount.start - 1 == last.end
            and amount.value == last.value
            and amount.unit.noun == last.unit.noun
            and amount.low.digits != last.low.digits
        )

    # '$5 million', 'EUR 3.5 to 4.2 billion'

    def _unit_first(self, i: int) -> Found | None:
        tokens = self.tokens
        unit = self.units.before(i) or self.units.named_before(i)
        if unit is None:
            return None
        j, sign = unit.end, Decimal(1)
        minus = tokens.sign(j) in _MINUS and unit.kind == "symbol"
        if minus and tokens.joined(j) and tokens.joined(j + 1):
            j, sign = j + 1, Decimal(-1)
        while unit.kind != "symbol" and tokens.word(j) in _ABOUT and j < unit.end + 2:
            j += 1  # 'Rs about 500 crore'
        if not near(tokens.gap(j)) or (tokens.joined(j) and tokens.kind(j) == WORD):
            return None
        low = self._ocr_thousands(j) or self.numbers.quantity(j)
        if (
            low is None
            or low.vague
            or tokens.word(j) in _ARTICLES
            or tokens.word(low.end) in PERCENT
        ):
            return None
        if not self._may_stand_before(unit, low):
            return None
        unit, end = self._unit_again(unit, low.end)
        rule = f"figures.amount.{unit.kind}_before"
        high = None if sign < 0 else self.ranges.upper_end(low, end, unit)
        if high is not None:
            if high.scale > 1 and low.scale == 1 and low.value < high.value / high.scale:
                low = low._replace(value=low.value * high.scale, scale=high.scale)
            unit, end = self._unit_again(unit, high.end)
            return self._range(unit.start, end, low, high, unit)
        start = unit.start
        if sign > 0 and self._minus_before(start):
            start, sign = start - 1, Decimal(-1)
        end = self._code_in_brackets(unit, end)
        lower = self._lower_end(end) if sign < 0 else None
        if lower is not None:
            scale = lower.scale if low.scale == 1 else Decimal(1)
            return self._range(
                start,
                lower.end,
                lower._replace(value=-lower.value),
                low._replace(value=-low.value * scale),
                unit,
            )
        value, end = self._and_cents(low, unit, end)
        return Found(start, end, low, None, unit, rule, value * sign, None)

    def _lower_end(self, end: int) -> Quantity | None:
        """The lower end of '-$80 to -90 million'."""
        tokens = self.tokens
        if tokens.word(end) == "to" and tokens.sign(end + 1) in _MINUS and tokens.joined(end + 2):
            return self.numbers.quantity(end + 2)
        return None

    def _and_cents(self, low: Quantity, unit: Unit, end: int) -> tuple[Decimal, int]:
        """'$100 and fifty.': spelled cents behind a whole number, with nothing that they count."""
        if self.tokens.word(end) == "and" and not low.grouped and low.scale == unit.factor == 1:
            rest = self.numbers.quantity(end + 1)
            if rest and not rest.digits and rest.value >= 10 and self._is_closed(rest, 100):
                return low.value + rest.value / 100, rest.end
        return low.value, end

    def _may_stand_before(self, unit: Unit, low: Quantity) -> bool:
        """Have letters that could be other words or numbers what marks money?"""
        tokens = self.tokens
        behind = self.pairing.unit_behind(low)
        if behind is not None and unit.marks & _WEAK:
            return False
        if "big" in unit.marks:
            if not (low.scale >= 1000 and (behind is None or behind.noun == unit.noun)):
                return False
            return unit.kind not in ("noun", "adjective") or self._ends(low)
        if "letter" in unit.marks:
            if unit.noun in self.spoken and tokens.joined(low.start) and low.digits:
                return is_large(low) or not is_road(tokens, unit, low)
            if unit.noun in self.named and is_price(tokens, unit, low):
                return True
            self.doubtful.add(unit.noun)
            if is_told_price(tokens, unit, low):
                return True
            if unit.end - unit.start == 1 and len(tokens.sign(unit.start)) == 1:
                spaced = tokens.sign(unit.start) in "KNPR" and low.value >= 1000
                return (tokens.joined(low.start) or spaced) and is_large(low) and low.value >= 100
            return is_large(low)
        if "word" in unit.marks:
            if unit.noun in self.spoken and low.digits:
                return True
            self.doubtful.add(unit.noun)
            return is_large(low) and low.digits and low.value >= 100
        if "anycase" in unit.marks or unit.kind == "code":
            return low.digits or low.scale > 1
        return True

    def _ends(self, quantity: Quantity) -> bool:
        """Does no noun that is counted follow?"""
        tokens = self.tokens
        closed = tokens.kind(quantity.end) in (SIGN, 0, BREAK)
        return closed or tokens.word(quantity.end) in figure_words("after_amount")

    def _ocr_thousands(self, j: int) -> Quantity | None:
        """'$ 80 , 000': a separator between spaces."""
        tokens = self.tokens
        whole, rest = tokens.sign(j), tokens.sign(j + 2)
        if not (
            tokens.sign(j + 1) == ","
            and tokens.gap(j)
            and tokens.gap(j + 1) == " " == tokens.gap(j + 2)
            and whole.isdigit()
            and rest.isdigit()
            and len(whole) < 4
            and len(rest) == 3
        ):
            return None
        tail = self.numbers.quantity(j + 2)
        if tail is None:
            return None
        value = Decimal(whole + rest) * tail.scale
        return Quantity(value, j, tail.end, tail.scale, digits=True, grouped=True)

    def _unit_again(self, unit: Unit, end: int) -> tuple[Unit, int]:
        """'$10 dollars', 'CFA 75 billion francs', '$4.5 billion USD': the unit on both sides."""
        tokens = self.tokens
        again = self.units.behind(end) if near(tokens.gap(end)) else None
        if again is None or tokens.kind(again.end) == NUMBER or tokens.sign(again.end) == "-":
            return unit, end
        if again.kind == "prefix" or again.factor != unit.factor:
            return unit, end
        if tokens.sign(unit.start) == "$" and again.noun in _DOLLAR_SIGNED:
            return again._replace(start=unit.start, kind=unit.kind), again.end
        if again.code and unit.code and not again.is_default and not unit.is_default:
            fits = again.code == unit.code
        else:
            fits = (
                again.noun == unit.noun
                or (unit.noun, again.noun) == ("cfa franc", "franc")
                or bool(again.code and is_family(again.code, unit.noun))
            )
        if not fits:
            return unit, end
        if again.code and (unit.code is None or (unit.is_default and not again.is_default)):
            marks = again.marks
            unit = unit._replace(code=again.code, marks=marks)
        return unit, again.end

    # '5 million dollars', 'two to three billion euros'

    def _number_first(self, low: Quantity) -> Found | None:
        tokens = self.tokens
        unit = self.pairing.unit_behind(low)
        if unit is None:
            return self._open_range(low)
        if not is_money(tokens, low, unit):
            return None
        if unit.factor < 1 and self._is_quota(unit.end):
            return None
        value, end = self._with_subunits(low, unit)
        start = low.start
        if self._minus_before(start):
            start, value = start - 1, -value
        high = self.ranges.upper_end(low, end, unit) if value == low.value else None
        if high is not None:
            again = self.pairing.unit_behind(high)
            if again is not None:
                return self._range(start, again.end, low, high, unit)
        end = self._code_in_brackets(unit, end)
        rule = "figures.amount.vague" if low.vague else f"figures.amount.{unit.kind}_behind"
        return Found(start, end, low, None, unit, rule, value, None)

    def _is_quota(self, i: int) -> bool:
        """'thirty cents on the dollar', '20 pence in the pound': a share."""
        words = [self.tokens.word(k) for k in range(i, i + 3)]
        return words[0] in ("on", "in") and words[1] == "the" and words[2] in noun_starts()

    def _open_range(self, low: Quantity) -> Found | None:
        """'two to three billion euros', 'between 9 and 10 billion euros', '190-200 bln tenge'."""
        if low.vague and low.plural:
            return None
        high = self.ranges.upper_end(low, low.end)
        if high is None:
            return None
        unit = self.pairing.unit_behind(high) or self.units.before(low.end + 1)
        if unit is None or not is_money(self.tokens, high, unit):
            return None
        if low.scale == 1 and high.scale > 1:
            mantissa = high.value / high.scale
            if low.value < mantissa:
                low = low._replace(value=low.value * high.scale, scale=high.scale)
        return self._range(low.start, max(unit.end, high.end), low, high, unit)

    def _range(self, start: int, end: int, low: Quantity, high: Quantity, unit: Unit) -> Found:
        return Found(start, end, low, high, unit, "figures.amount.range", low.value, high.value)

    def _with_subunits(self, low: Quantity, unit: Unit) -> tuple[Decimal, int]:
        """'3 dollars 50 cents', 'thirteen dollars forty-five'."""
        tokens, end = self.tokens, unit.end
        if low.scale > 1 or unit.factor != 1 or low.value != int(low.value):
            return low.value, end
        j = end + 1 if tokens.word(end) == "and" else end
        rest = self.numbers.quantity(j)
        if rest is None or rest.scale > 1 or not 0 < rest.value < 100:
            return low.value, end
        sub = self.pairing.unit_behind(rest)
        if sub is not None:
            kin = unit.noun in sub.noun.split("|") or (unit.noun, sub.noun) == ("euro", "dollar")
            if sub.factor < 1 and kin:
                value, end = low.value + rest.value * sub.factor, sub.end
                last = self.numbers.quantity(end)
                if last and sub.factor == Decimal("0.1") and self._is_closed(last, 10):
                    # 'one kuai, five mao five': tenths, then hundredths.
                    return value + last.value / 100, last.end
                return value, end
            return low.value, end
        if j == end and rest.value >= 10 and self._is_closed(rest, 100):
            return low.value + rest.value / 100, rest.end
        return low.value, end

    def _is_closed(self, quantity: Quantity, limit: int) -> bool:
        """Is it a whole number below `limit` with no noun behind it?"""
        closed = self.tokens.kind(quantity.end) in (SIGN, 0, BREAK)
        whole = quantity.value == int(quantity.value)
        return closed and whole and quantity.scale == 1 and 0 < quantity.value < limit

    def _minus_before(self, i: int) -> bool:
        tokens = self.tokens
        if tokens.word(i - 1) == "minus":
            return tokens.word(i - 2) != "or"  # 'plus or minus $5 million'
        return (
            tokens.sign(i - 1) in _MINUS
            and tokens.joined(i)
            and (i == 1 or bool(tokens.gap(i - 1)) or tokens.sign(i - 2) in _BRACKETS)
        )

    def _code_in_brackets(self, unit: Unit, end: int) -> int:
        """'1,200 ouguiya (MRU)'."""
        tokens = self.tokens
        if tokens.sign(end) == "(" and tokens.sign(end + 2) == ")":
            code = self.units.behind(end + 1)
            same = code and (code.code == unit.code or code.noun == unit.noun)
            if code and same and code.kind == "code" and code.end == end + 2:
                return end + 3
        return end

    def _amount(self, found: Found) -> Amount:
        tokens, unit = self.tokens, found.unit
        return Amount(
            tokens.starts[found.start],
            tokens.ends[found.end - 1],
            plain(found.value),
            None if found.value_max is None else plain(found.value_max),
            unit.noun,
            unit.factor,
            unit.code,
            unit.is_default,
            found.low.vague,
            found.rule,
        )


_ARTICLES = frozenset({"a", "an", "the"})
_DOLLAR_SIGNED = frozenset({"peso", "real", "cordoba", "pataca", "escudo"})
"""Currencies whose own sign is '$', too: '$460,000 pesos'."""
_ABOUT = frozenset({"about", "around", "nearly", "approximately", "almost", "over", "some", "~"})
_MINUS = frozenset("-−–")
_BRACKETS = frozenset("([{")
_WEAK = frozenset({"letter", "word", "big"})
