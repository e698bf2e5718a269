"""Closed lists of words around amounts of money."""

from __future__ import annotations

from functools import cache

from newsextract.lexicons.word_lists import word_list


@cache
def figure_words(name: str) -> frozenset[str]:
    """The words, in small letters, of the list `name`; `KeyError` for an unknown one."""
    return word_list("figure_words.tsv", name)
