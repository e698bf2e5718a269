"""Which currency a word, a symbol or letters beside a number name."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from newsextract.lexicons.countries import countries_called
from newsextract.lexicons.currencies import (
    CurrencyWord,
    currency_adjectives,
    currency_codes,
    currency_of,
    currency_words,
    kin_of,
    noun_of,
)
from newsextract.parsers.figures.amounts.tokens import ABBREVIATION, NUMBER, WORD, Tokens


class Unit(NamedTuple):
    """A currency, or a part of one, as printed beside a number.

    Attributes:
        noun: the family of currencies ('dollar').
        code: ISO 4217; None where these words alone do not tell.
        factor: of the currency's main unit: 0.01 for cents.
        marks: see `CurrencyWord.marks`.
        start, end: half-open token indices.
        kind: ``noun``, ``adjective`` (a noun with its adjective), ``symbol``, ``prefix``, ``code``.
    """

    noun: str
    code: str | None
    factor: Decimal
    marks: frozenset[str]
    start: int
    end: int
    kind: str

    @property
    def is_default(self) -> bool:
        """Is the code only the usual one of several?"""
        return "default" in self.marks


class _Form(NamedTuple):
    parts: tuple[str, ...]
    word: CurrencyWord
    before: bool
    behind: bool


_MULTIPLES = {"M": Decimal(10**6), "m": Decimal(10**6), "T": Decimal(1000), "K": Decimal(1000)}
"""'MEUR', 'TEUR': what Nordic and German firms write for millions and thousands."""

_ADJECTIVE_WORDS = 4


@cache
def _forms() -> tuple[dict[tuple[str, str], list[_Form]], dict[str, list[_Form]]]:
    """Forms as printed (symbols, codes, letters) by their first two tokens, nouns by the first.

    The second is '' for forms of one token.
    """
    printed: dict[tuple[str, str], list[_Form]] = {}
    small: dict[str, list[_Form]] = {}
    for form, words in currency_words().items():
        tokens = Tokens(form)
        for word in words:
            noun = word.kind == "noun"
            parts = tuple(tokens.words if noun else tokens.texts)
            before = word.kind != "noun"
            behind = word.kind != "prefix" or "both" in word.marks
            found = _Form(parts, word, before, behind)
            if noun:
                small.setdefault(parts[0], []).append(found)
            else:
                printed.setdefault((parts[0], "".join(parts[1:2])), []).append(found)
    for forms in (*printed.values(), *small.values()):
        forms.sort(key=lambda form: -len(form.parts))
    return printed, small


@cache
def noun_starts() -> frozenset[str]:
    """First words, in small letters, of the names of currencies."""
    return frozenset(_forms()[1])


@cache
def unit_starts() -> frozenset[str]:
    """First tokens, as printed, of all that may stand before a number."""
    printed = frozenset(first for first, _ in _forms()[0])
    return printed | {"us", "c", "hk", "nz", "nt", "u.s", "u.s.", "U.S.", "U.S", "H.K."}


class UnitGrammar:
    """Reads units from tokens."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.printed, self.small = _forms()

    def before(self, i: int) -> Unit | None:
        """The unit at token `i` that stands before a number: '$', 'US$', 'Rs.', 'EUR'."""
        tokens = self.tokens
        unit = self._spaced_dollar(i) or self._printed(i, before=True) or self._multiple(i)
        if unit is None:
            return None
        end = unit.end
        dotted = unit.kind == "prefix" and tokens.sign(end) == "."
        hyphened = unit.kind == "code" and tokens.over_hyphen(end) > end
        if tokens.joined(end) and (dotted or hyphened):
            end += 1  # 'Rs. 500', 'USD-200-million'
        unit = unit._replace(end=end)
        if (
            unit.kind == "prefix"
            and (unit.code is None or unit.is_default)
            and tokens.gap(i) == " "
        ):
            unit = self._nationality_before(unit)
        return unit

    def named_before(self, i: int) -> Unit | None:
        """A currency's name before a number: 'Rupees 5 crore', 'Shillings 500 million'."""
        first = self.tokens.sign(i)
        if not (first.istitle() or first.endswith("s")) or self.tokens.kind(i) != WORD:
            return None
        unit = self._named(i)
        if unit is None or unit.factor != 1 or unit.marks & {"sum", "word", "upper"}:
            return None
        if self.tokens.gap(i) == " ":
            unit = self._nationality_before(unit)
        return unit._replace(marks=unit.marks | {"big"})

    def behind(self, i: int) -> Unit | None:
        """The unit at token `i` that stands behind a number, with its adjectives."""
        found = self._named(i) or self._printed(i, before=False) or self._multiple(i)
        if found is None and self.tokens.kind(i) == WORD and self.tokens.words[i][-2:] in _GENITIVE:
            found = self._noun(i, self.tokens.words[i][:-2])
        return found

    def _spaced_dollar(self, i: int) -> Unit | None:
        """'us $ 150 million', 'c $ 16 million', 'U.S. $5': letters apart from their sign."""
        tokens = self.tokens
        if tokens.sign(i + 1) != "$" or tokens.kind(i) not in (WORD, ABBREVIATION):
            return None
        letters = tokens.word(i)
        if tokens.joined(i + 1) and tokens.kind(i) == WORD and tokens.texts[i].isupper():
            return None
        wide = bool(tokens.gap(i + 2)) and tokens.texts[i].islower()
        if letters not in _SPACED_LETTERS and not (letters == "c" and wide):
            return None
        forms = currency_words().get(letters.upper() + "$", [])
        return self._unit(forms[0], i, i + 2) if forms else None

    def _printed(self, i: int, *, before: bool) -> Unit | None:
        tokens = self.tokens
        first = tokens.sign(i)
        longer = self.printed.get((first, tokens.sign(i + 1)), ())
        for form in (*longer, *self.printed.get((first, ""), ())):
            end = i + len(form.parts)
            if not (form.before if before else form.behind):
                continue
            if "big" in form.word.marks and not before:
                continue
            if tuple(tokens.texts[i:end]) != form.parts:
                continue
            spaced = " " in form.word.form
            if not spaced and not all(tokens.joined(k) for k in range(i + 1, end)):
                continue
            if not first[0].isalpha() or self._stands_alone(i, end, before):
                return self._unit(form.word, i, end)
        return None

    def _stands_alone(self, i: int, end: int, before: bool) -> bool:
        """Are these letters a word of their own, not a part of 'B2B' or 'N-95'?"""
        tokens = self.tokens
        if before:
            if tokens.joined(i) and tokens.sign(i - 1) not in _OPENERS:
                return False
            return not (tokens.joined(end) and tokens.kind(end) == WORD)
        return not (tokens.joined(end) and tokens.kind(end) == NUMBER)

    def _unit(self, word: CurrencyWord, i: int, end: int) -> Unit:
        return Unit(word.noun, word.code, word.factor, word.marks, i, end, word.kind)

    def _noun(self, i: int, first: str) -> Unit | None:
        for form in self.small.get(first, ()):
            end = i + len(form.parts)
            if (first, *self.tokens.words[i + 1 : end]) != form.parts:
                continue
            if "upper" in form.word.marks and self.tokens.texts[i] == "ua":
                continue
            if form.word.form in ("p", "c") and not self.tokens.joined(i):
                continue
            return self._unit(form.word, i, end)
        return None

    def _named(self, i: int) -> Unit | None:
        """A noun, or adjectives and a noun: 'francs', 'Swiss francs', 'new Taiwan dollars'."""
        tokens = self.tokens
        noun = self._noun(i, tokens.word(i))
        if noun is not None:
            return noun
        for size in range(1, _ADJECTIVE_WORDS + 1):
            k = i + size
            if tokens.kind(k - 1) not in (WORD, ABBREVIATION):
                return None
            k = tokens.over_hyphen(k)
            noun = self._noun(k, tokens.word(k))
            if noun is None:
                continue
            code = adjective_code(" ".join(tokens.words[i : i + size]), tokens.texts[i], noun.noun)
            if code is None:
                return None
            if not code and tokens.word(i) in ("local", "national"):
                # 'local dollars': of the country that the article is from
                return noun._replace(code=None, marks=noun.marks - _RESOLVED, start=i)
            if not code:
                return noun._replace(start=i)
            marks = noun.marks - _RESOLVED
            return noun._replace(code=code, marks=marks, start=i, kind="adjective")
        return None

    def _nationality_before(self, unit: Unit) -> Unit:
        """'Nepali Rs': the adjective before letters that several countries use."""
        tokens = self.tokens
        for size in (2, 1):
            i = unit.start - size
            if i < 0 or tokens.kind(i) != WORD:
                continue
            words = " ".join(tokens.words[i : unit.start])
            code = adjective_code(words, tokens.texts[i], unit.noun)
            if code:
                return unit._replace(code=code, start=i, kind="adjective", marks=frozenset())
        return unit

    def _multiple(self, i: int) -> Unit | None:
        text = self.tokens.sign(i)
        if len(text) != 4 or text[1:] not in currency_codes() or text[0] not in _MULTIPLES:
            return None
        code = text[1:]
        noun = noun_of(code) or ""
        return Unit(noun, code, _MULTIPLES[text[0]], frozenset(), i, i + 1, "code")


def adjective_code(words: str, first: str, noun: str) -> str | None:
    """The currency of family `noun` that an adjective ('swiss') or a country's name tells.

    Empty for an adjective that tells none ('local'); None for a word that is no such adjective.

    Args:
        words: the adjective in small letters.
        first: its first word as printed.
        noun: the family.
    """
    if words in _PLAIN_ADJECTIVES:
        return ""
    head, _, rest = words.partition(" ")
    if head in _PLAIN_ADJECTIVES and words not in currency_adjectives():
        words, first = rest, rest.title()
    codes_of = currency_adjectives().get(words, {})
    code = codes_of.get(noun)
    if code is None:
        code = next((codes_of[other] for other in codes_of if other in kin_of(noun)), None)
    if code is None and re.match(r"[A-Z]", first):
        countries = countries_called(first if " " not in words else words)
        codes = {currency_of(country, noun) for country in countries} - {None}
        code = codes.pop() if len(codes) == 1 else None
    return code


_PLAIN_ADJECTIVES = frozenset(
    {
        "new",
        "old",
        "local",
        "convertible",
        "current",
        "constant",
        "nominal",
        "international",
        "national",
    }
)
_SPACED_LETTERS = frozenset({"us", "hk", "nz", "nt", "aud", "cad", "usd", "mex", "aus"})
_OPENERS = frozenset("([{\"'“‘«-–—/~≈<>+=,;:")
_GENITIVE = ("'s", "’s")
_RESOLVED = frozenset({"default", "weight", "verb", "adjective", "mark", "sum", "people", "small"})
