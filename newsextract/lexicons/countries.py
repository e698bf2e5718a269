"""Countries: their codes, names, demonyms and capitals, and a scanner for texts.

Codes are ISO 3166-1 alpha-2, with XK for Kosovo.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from newsextract.lexicons.phrases import UPPER
from newsextract.lexicons.table import rows

CountryKind = Literal["name", "demonym", "other"]


class CountryWord(NamedTuple):
    """A country's name or demonym at ``text[start:end]`` ('U.S.', 'Kazakh', 'Britons')."""

    start: int
    end: int
    code: str
    kind: CountryKind


class _Entry(NamedTuple):
    form: str
    kind: str
    codes: tuple[str, ...]
    mark: str


class _Country(NamedTuple):
    alpha3: str
    name: str
    capital: str | None


@cache
def _countries() -> dict[str, _Country]:
    return {
        row["code"]: _Country(row["alpha3"], row["name"], row["capital"] or None)
        for row in rows("countries.tsv")
    }


@cache
def _entries() -> dict[str, _Entry]:
    """By the word in small letters (abbreviations as they are written)."""
    entries = {}
    for row in rows("country_words.tsv"):
        entry = _Entry(row["word"], row["kind"], tuple(row["codes"].split()), row["mark"])
        key = entry.form if entry.kind == "abbreviation" else entry.form.lower()
        entries[key] = entry
    return entries


@cache
def _own_words() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entry in _entries().values():
        if entry.mark not in ("other", "part"):
            for code in entry.codes:
                found.setdefault(code, set()).add(entry.form)
    return found


def words_of(code: str) -> frozenset[str]:
    """The names and demonyms of a country, as printed."""
    return frozenset(_own_words().get(code, set()) | {country_name(code) or code})


def _entry(word: str) -> _Entry | None:
    word = " ".join(word.split())
    if word[:4].lower() == "the ":
        word = word[4:]
    return _entries().get(word) or _entries().get(word.lower())


@lru_cache(maxsize=4096)
def country_of(name: str) -> str | None:
    """Code of the country called `name`; None where there is none, or several ('Korea').

    Letter case does not matter, except in abbreviations ('US'); 'the' may stand before.
    Parts of a country with names of their own ('Scotland') and former states with one clear
    successor ('Soviet Union') give the country's code.
    """
    entry = _entry(name)
    if entry is None or entry.kind == "demonym" or len(entry.codes) != 1:
        return None
    return entry.codes[0]


def country_of_demonym(word: str) -> str | None:
    """Code of the country whose adjective or people `word` is; None where none or several."""
    entry = _entry(word)
    if entry is None or entry.kind != "demonym" or len(entry.codes) != 1:
        return None
    return entry.codes[0]


def countries_called(word: str) -> tuple[str, ...]:
    """Codes of all countries that a name or demonym may mean ('Korean': KP and KR)."""
    entry = _entry(word)
    return entry.codes if entry else ()


def is_common_word(name: str) -> bool:
    """Is the country's name much used for something else: a US state, a given name?"""
    entry = _entry(name)
    return entry is not None and entry.mark == "word"


def is_part(name: str) -> bool:
    """Is `name` that of a part of a country ('Scotland')?"""
    entry = _entry(name)
    return entry is not None and entry.mark == "part"


def is_former(name: str) -> bool:
    """Is `name` that of a state that is no more ('Soviet Union')?"""
    entry = _entry(name)
    return entry is not None and entry.mark == "former"


def country_codes() -> list[str]:
    """All codes, in alphabetical order."""
    return sorted(_countries())


def country_name(code: str) -> str | None:
    """Usual English name, without 'the'; None for an unknown code."""
    country = _countries().get(code)
    return country.name if country else None


def alpha3(code: str) -> str | None:
    """ISO 3166-1 alpha-3 code (XKX for Kosovo); None for an unknown code."""
    country = _countries().get(code)
    return country.alpha3 if country else None


def capital(code: str) -> str | None:
    """The capital, in its usual English form; None where there is none."""
    country = _countries().get(code)
    return country.capital if country else None


_REALM = re.compile(
    r"\b(?:(?:Republic|Kingdom|Sultanate|Emirate|Principality)|(?<=[Tt]he )State) of (?:the )?$"
)
"""Before a country's name, part of it ('the Republic of Rwanda'); a minister of State is none."""
_LONGEST_REALM = 26
_FIRST = re.compile(r"[^\W\d_]+")
_CAPITALIZED = re.compile(rf"(?<![^\W\d_])[{UPPER}][^\W\d_]*")


@cache
def _by_first_word() -> dict[str, list[tuple[str, _Entry]]]:
    """Entries by their first run of letters, the longest first."""
    found: dict[str, list[tuple[str, _Entry]]] = {}
    for key, entry in _entries().items():
        first = _FIRST.match(key)
        if first:
            found.setdefault(first.group().lower(), []).append((key, entry))
    for candidates in found.values():
        candidates.sort(key=lambda candidate: -len(candidate[0]))
    return found


def _scan(text: str) -> Iterator[tuple[int, int, _Entry]]:
    table, past = _by_first_word(), 0
    for word in _CAPITALIZED.finditer(text):
        start = word.start()
        if start < past:
            continue
        for key, entry in table.get(word.group().lower(), ()):
            end = start + len(key)
            printed = text[start:end]
            if (printed if entry.kind == "abbreviation" else printed.lower()) != key:
                continue
            after = text[end : end + 1]
            if after.isalnum() or after == "_" or (after == "$" and key[-1] != " "):
                continue
            if entry.kind == "name" and not entry.mark:
                begin = max(past, start - _LONGEST_REALM)
                realm = _REALM.search(text, begin, start)
                start = realm.start() if realm else start
            past = end
            yield start, end, entry
            break


def find_countries(
    text: str, *, ambiguous: bool = False, others: bool = False
) -> list[CountryWord]:
    """All names and demonyms of countries in `text`, in order, without overlap.

    Only words with a capital letter count; the longest form wins ('Papua New Guinea').
    Former states without a successor are left out.

    Args:
        text: any text; the time is linear in its length.
        ambiguous: give words that several countries share ('Korea'), too, with code ``''``.
        others: give names that hold a country's word and mean something else ('New Mexico',
            'Latin America'; code ``''``) and parts of countries ('Scotland'), too, with the
            kind ``other``.
    """
    found = []
    for start, end, entry in _scan(text):
        kind: CountryKind = "demonym" if entry.kind == "demonym" else "name"
        if entry.mark in {"part", "other"}:
            if not others:
                continue
            kind = "other"
        elif not entry.codes or (len(entry.codes) > 1 and not ambiguous):
            continue
        code = entry.codes[0] if len(entry.codes) == 1 else ""
        found.append(CountryWord(start, end, code, kind))
    return found
