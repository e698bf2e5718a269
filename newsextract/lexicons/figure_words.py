"""Closed lists of words around amounts of money."""

from __future__ import annotations

from functools import cache

from newsextract.lexicons.table import rows


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    for row in rows("figure_words.tsv"):
        lists[row["list"]] = lists.get(row["list"], frozenset()) | set(row["words"].split("|"))
    return lists


@cache
def figure_words(name: str) -> frozenset[str]:
    """The words, in small letters, of the list `name`; `KeyError` for an unknown one."""
    return _lists()[name]
