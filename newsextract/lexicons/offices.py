"""Words of offices, bodies and forms of address."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsextract.lexicons.table import rows


class OfficeWord(NamedTuple):
    """A word of office names: `kind` is head, modifier or portfolio."""

    kind: str
    sector: str


@cache
def office_words() -> dict[str, OfficeWord]:
    """Words that make office names, by the word in small letters."""
    return {row["word"]: OfficeWord(row["class"], row["sector"]) for row in rows("offices.tsv")}


@cache
def _one_forms() -> dict[str, str]:
    return {row["word"]: row["office"] for row in rows("office_forms.tsv")}


def one_form(word: str) -> str:
    """The office that `word` (in small letters) is a short form or a form by gender of.

    'spokeswoman' -> 'spokesperson', 'pm' -> 'prime minister'; other words stay as they are.
    """
    return _one_forms().get(word, word)


@cache
def body_words() -> dict[str, str]:
    """Nouns that make a name one of a body ('ministry', 'bank') -> PLOVER sector or ''."""
    return {row["word"]: row["sector"] for row in rows("bodies.tsv")}


@cache
def honorifics() -> dict[str, str]:
    """Forms of address ('mrs.', 'sheikh') -> gender of the person: 'f', 'm' or ''."""
    return {row["word"]: row["gender"] for row in rows("honorifics.tsv")}
