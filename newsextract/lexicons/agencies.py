"""News agencies and how they sign."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsextract.lexicons.place_names import fold_place
from newsextract.lexicons.table import rows

_FIRST_WORD = re.compile(r"\w+")
_SECOND_WORD = re.compile(r"\W{1,3}(\w+)")
_HOST = re.compile(r"(?:www\.)?([\w-]{3,30})\.(?:com|net|org|info|[a-z]{2})(?:\.[a-z]{2})?", re.I)
_JOINED = 8
"""Letters of a name that is known though its words are joined: 'gulfnews', 'theborneopost'."""
_END = re.compile(r"(?![\w'’])")


@cache
def _forms() -> tuple[dict[str, str], dict[str, str]]:
    """Names by folded form, and by exact form."""
    folded: dict[str, str] = {}
    exact: dict[str, str] = {}
    for name, form in _pairs():
        if form[0] == "=":
            exact[form[1:]] = name
        else:
            folded.setdefault(fold_place(form), name)
    return folded, exact


@cache
def _joined() -> dict[str, str]:
    """Names of several words by their letters alone."""
    folded, _ = _forms()
    found: dict[str, str] = {}
    for form, name in folded.items():
        if " " in form:
            found.setdefault(form.replace(" ", ""), name)
    return found


@cache
def _rows() -> list[dict[str, str]]:
    return rows("agencies.tsv")


def _pairs() -> list[tuple[str, str]]:
    return [
        (row["name"], form)
        for row in _rows()
        for form in (row["name"], *filter(None, row["forms"].split("|")))
    ]


@lru_cache(maxsize=2048)
def agency_of(credit: str) -> str | None:
    """The agency that signs as `credit` ('Xinhua', 'TASS', 'dpa'); None where none does.

    Letter case, accents and full stops do not matter, nor the end of its host ('ESPN.com') and
    the blanks of a long one ('gulfnews.com').
    """
    folded, exact = _forms()
    credit = credit.strip()
    name = exact.get(credit) or folded.get(fold_place(credit))
    if name or " " in credit:
        return name
    host = _HOST.fullmatch(credit) if "." in credit else None
    word = fold_place(host[1] if host else credit)
    known = folded.get(word) if host else None  # 'ESPN.com'
    return known or (_joined().get(word) if len(word) >= _JOINED else None)


@cache
def _countries() -> dict[str, str]:
    return {row["name"]: row["country"] for row in _rows()}


def agency_country(name: str) -> str | None:
    """Country of the seat of the agency that signs as `name`; None where it is not known."""
    return _countries().get(agency_of(name) or "") or None


@cache
def _marked(mark: str) -> frozenset[str]:
    return frozenset(row["name"] for row in _rows() if row["mark"] == mark)


def is_word(agency: str) -> bool:
    """Is the name of `agency` also a word of headlines: 'Report'?"""
    return agency in _marked("word")


def is_worldwide(agency: str) -> bool:
    """Does `agency` file from everywhere?"""
    return agency in _marked("world")


def home_of(agency: str) -> str | None:
    """The country from which most items of `agency` come; None where it files from everywhere."""
    return None if is_worldwide(agency) else _countries().get(agency) or None


@cache
def _by_first_word() -> dict[str, list[tuple[str, str]]]:
    """Printed forms (as signed and in capitals) with their agency, by their first word."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, form in _pairs():
        form = form.removeprefix("=")
        first = _FIRST_WORD.match(form)
        if first:
            found.setdefault(first[0], []).append((form, name))
            found.setdefault(first[0].upper(), []).append((form.upper(), name))
    return found


@cache
def _by_second_word(first: str) -> dict[str, list[tuple[str, str]]]:
    """The forms that begin with a word by their second one, '' where there is none.

    Hundreds of papers are called 'The'. The longest form stands first.
    """
    found: dict[str, set[tuple[str, str]]] = {}
    for form, name in _by_first_word()[first]:
        second = _SECOND_WORD.match(form, len(first))
        forms = found.setdefault(second[1] if second else "", set())
        forms.update({(form, name), (form.replace("'", "’"), name)})
    return {word: sorted(forms, key=lambda f: (-len(f[0]), f)) for word, forms in found.items()}


def opens_agency(word: str, second: str) -> bool:
    """Whether an agency's name may begin with a word before this second one.

    So in 'Trend reports', not in 'The ministry' nor in 'Officials said'.
    """
    if word not in _by_first_word():
        return False
    seconds = _by_second_word(word)
    return "" in seconds or second in seconds


def agency_at(text: str, start: int) -> tuple[str, int] | None:
    """The agency whose name stands at ``text[start:]``, as it signs or in capitals, and its end."""
    first = _FIRST_WORD.match(text, start)
    if first is None or first[0] not in _by_first_word():
        return None  # nearly always
    forms = _by_second_word(first[0])
    second = _SECOND_WORD.match(text, first.end())
    found, alone = forms.get(second[1], []) if second else [], forms.get("")
    for printed, name in found + alone if alone else found:
        if text.startswith(printed, start) and _END.match(text, start + len(printed)):
            return name, start + len(printed)
    return None
