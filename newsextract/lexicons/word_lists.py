"""Closed lists of words, from tables with the columns ``list`` and ``words``."""

from __future__ import annotations

from functools import cache

from newsextract.lexicons.table import rows


@cache
def _lists(table: str) -> dict[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    for row in rows(table):
        lists[row["list"]] = lists.get(row["list"], frozenset()) | set(row["words"].split("|"))
    return lists


@cache
def word_list(table: str, name: str) -> frozenset[str]:
    """The words of the list `name` of `table`; `KeyError` for an unknown one."""
    return _lists(table)[name]
