"""Months, weekdays, numbers and the other words of time expressions."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsextract.lexicons.table import rows


class TimeWord(NamedTuple):
    """Class of a word in time expressions, with its number or country where it has one."""

    kind: str
    value: int | str | None


@cache
def time_words() -> dict[str, TimeWord]:
    """All time words, in lower case and without a full stop."""
    return {
        row["word"]: TimeWord(row["kind"], _value(row["value"])) for row in rows("time_words.tsv")
    }


def _value(cell: str) -> int | str | None:
    if not cell:
        return None
    return int(cell) if cell.lstrip("-").isdigit() else cell


@cache
def numbers_of(kind: str) -> dict[str, int]:
    """Words of one kind with their numbers: ``numbers_of("month")["sept"] == 9``."""
    return {
        word: entry.value
        for word, entry in time_words().items()
        if entry.kind == kind and isinstance(entry.value, int)
    }
