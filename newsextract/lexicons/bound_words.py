"""Words that bound an amount: 'about', 'more than', 'up to', 'or so'."""

from __future__ import annotations

from functools import cache

from newsextract.lexicons.table import rows
from newsextract.record import Bound


@cache
def bound_words(place: str) -> dict[str, Bound]:
    """Phrases in small letters that stand ``before`` or ``behind`` an amount, and their bound."""
    words: dict[str, Bound] = {}
    for row in rows("bound_words.tsv"):
        if row["place"] == place:
            words[row["phrase"]] = row["bound"]  # type: ignore[assignment]
    return words
