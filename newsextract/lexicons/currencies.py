"""Currencies: ISO 4217 codes, the words and symbols for them, and who uses which.

Many words name several currencies ('franc'). Such a word belongs to a `noun`, the family of
currencies that share the word; `currency_of` tells which of them a country has.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from newsextract.lexicons.table import rows


class CurrencyWord(NamedTuple):
    """What a word, a symbol or letters say about a currency.

    Attributes:
        form: as in the table; names in small letters, the rest as printed.
        kind: ``noun`` (stands behind the number), ``symbol`` (on either side), ``prefix``
            (before it) or ``code``.
        noun: the family ('dollar', 'franc'); a bar parts several ('kwacha|kina|kyat|kip').
        code: ISO 4217; None where the word alone does not tell, or there is no code.
        factor: of the main unit: 0.01 for cents.
        marks: closed words on other meanings and on where the word may stand; ``default``
            says that `code` is only the usual one of several.
    """

    form: str
    kind: str
    noun: str
    code: str | None
    factor: Decimal
    marks: frozenset[str]


class _Currency(NamedTuple):
    code: str
    name: str
    noun: str
    current: bool
    countries: tuple[str, ...]
    former_countries: tuple[str, ...]
    since: datetime.date | None
    until: datetime.date | None


def _day(printed: str) -> datetime.date | None:
    return datetime.date.fromisoformat(printed) if printed else None


@cache
def _currencies() -> dict[str, _Currency]:
    return {
        row["code"]: _Currency(
            row["code"],
            row["name"],
            row["noun"],
            row["current"] == "yes",
            tuple(row["countries"].split()),
            tuple(row["former_countries"].split()),
            _day(row["since"]),
            _day(row["until"]),
        )
        for row in rows("currencies.tsv")
    }


@cache
def _rows() -> list[dict[str, str]]:
    return rows("currency_words.tsv")


@cache
def currency_words() -> dict[str, list[CurrencyWord]]:
    """Words by form; a form may have several kinds ('CFA' as prefix and as noun)."""
    words: dict[str, list[CurrencyWord]] = {}
    for row in _rows():
        if row["kind"] != "adjective":
            word = CurrencyWord(
                row["form"],
                row["kind"],
                row["noun"],
                row["code"] or None,
                Decimal(row["factor"]),
                frozenset(row["mark"].split()),
            )
            words.setdefault(word.form, []).append(word)
    return words


@cache
def currency_adjectives() -> dict[str, dict[str, str]]:
    """Adjective in small letters -> family -> code: 'swiss' -> {'franc': 'CHF'}."""
    adjectives: dict[str, dict[str, str]] = {}
    for row in _rows():
        if row["kind"] == "adjective":
            adjectives.setdefault(row["form"], {})[row["noun"]] = row["code"]
    return adjectives


_SAME_NOUN = (
    {"krone", "krona", "crown", "koruna"},
    {"rial", "riyal"},
    {"schilling", "shilling"},
    {"franc", "cfa franc"},
    {"guilder", "florin"},
)
"""Families whose words English exchanges: 'Swedish crowns', 'Saudi rials'."""


@cache
def _families(noun: str) -> tuple[frozenset[str], ...]:
    names = frozenset(noun.split("|"))
    return names, names.union(*(kin for kin in _SAME_NOUN if kin & names))


@cache
def currency_of(country: str, noun: str) -> str | None:
    """Code of the currency of family `noun` that `country` (ISO 3166) uses, or once used.

    What it uses now comes first; None where it has none of that family.
    """
    for names in _families(noun):
        of_noun = [c for c in _currencies().values() if c.noun in names]
        now = [c.code for c in of_noun if country in c.countries]
        if now:
            # A country that shares a neighbour's currency beside its own: its own is narrower.
            return min(now, key=lambda code: len(_currencies()[code].countries))
        once = [c.code for c in of_noun if country in c.former_countries]
        # The shared money of a union lives on in one of its states: 'rubles' in Bishkek.
        heirs = {state for c in of_noun for state in c.countries}
        if any(heirs.intersection(_currencies()[code].former_countries) for code in once):
            return None
        if once:
            return min(once, key=lambda code: len(_currencies()[code].former_countries))
    return None


def currency_then(code: str, day: datetime.date) -> str:
    """What the currency called like `code` was on `day`: the old zloty (PLZ) for PLN in 1987.

    `code` itself where it was in use, or nothing before it had its name.
    """
    now = _currencies().get(code)
    if now is None or now.since is None or now.since <= day:
        return code
    where = {*now.countries, *now.former_countries}
    before = [
        c
        for c in _currencies().values()
        if c.noun in _families(now.noun)[0]
        and where.intersection(c.countries + c.former_countries)
        and c.since is not None
        and c.since <= day
        and (c.until is None or day <= c.until)
    ]
    shared = {c.code: len(where.intersection(c.countries + c.former_countries)) for c in before}
    return max(sorted(shared), key=lambda code: shared[code], default=code)


def kin_of(noun: str) -> frozenset[str]:
    """The families whose words English exchanges with that of `noun`, itself among them."""
    return _families(noun)[1]


def noun_of(code: str) -> str | None:
    """The family of a currency; None for an unknown code."""
    currency = _currencies().get(code)
    return currency.noun if currency else None


def is_family(code: str, noun: str) -> bool:
    """May the word for family `noun` mean currency `code`?"""
    return noun_of(code) in _families(noun)[1]


@cache
def currency_codes() -> frozenset[str]:
    """All ISO 4217 codes known here, historic ones too."""
    return frozenset(_currencies())
