"""Words that say that a name is a company's or another private body's."""

from __future__ import annotations

from functools import cache

from newsextract.lexicons.table import rows


@cache
def company_words(kind: str) -> frozenset[str]:
    """The words of a kind, as printed (the kinds are explained in ``company_words.tsv``)."""
    return frozenset(row["word"] for row in rows("company_words.tsv") if row["kind"] == kind)


@cache
def impersonal_words(place: str) -> frozenset[str]:
    """Words, in small letters, that stand `first` or `last` in bodies' names and in no person's."""
    words = {row["word"] for row in rows("impersonal_words.tsv") if row["place"] == place}
    trades = (word.lower() for word in company_words("trade"))
    return frozenset(words.union(trades) if place == "last" else words)


@cache
def ending_words() -> frozenset[str]:
    """Last words of companies' names, with those that persons may be called too, and plurals."""
    words = company_words("trade") | company_words("surname")
    return words | {f"{word}s" for word in words if word[-1] not in "sy" and len(word) > 3}


@cache
def legal_forms() -> dict[str, list[str]]:
    """Legal forms as printed behind companies' names -> codes of their countries.

    The likeliest stands first; it is empty where none is.
    """
    return {row["word"]: row["countries"].split("|") for row in rows("legal_forms.tsv")}
