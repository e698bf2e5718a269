"""Number words, and the magnitudes that news writes."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from newsextract.lexicons.table import rows


class NumberWord(NamedTuple):
    """What a word says in a number.

    Attributes:
        kind: ``digit``, ``teen``, ``ten``, ``hundred``, ``magnitude``, ``short`` (a letter that
            is a magnitude right behind digits), ``fraction`` or ``vague``.
        value: its value; of a vague word, the least that is meant.
    """

    kind: str
    value: Decimal


@cache
def number_words() -> dict[str, NumberWord]:
    """All number words, by the word in small letters."""
    return {
        row["word"]: NumberWord(row["kind"], Decimal(row["value"]))
        for row in rows("number_words.tsv")
    }
