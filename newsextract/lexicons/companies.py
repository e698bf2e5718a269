"""Words that say that a name is a company's or another private body's."""

from __future__ import annotations

from functools import cache

from newsextract.lexicons.table import rows


@cache
def company_words(kind: str) -> frozenset[str]:
    """The words of a kind, as printed (the kinds are explained in ``company_words.tsv``)."""
    return frozenset(row["word"] for row in rows("company_words.tsv") if row["kind"] == kind)
