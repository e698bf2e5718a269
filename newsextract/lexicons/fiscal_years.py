"""When governments begin their fiscal years."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsextract.lexicons.table import rows


class FiscalYear(NamedTuple):
    """First month and day; `named_by_end`: 'fiscal 2023' ends in 2023."""

    month: int
    day: int
    named_by_end: bool


@cache
def _table() -> dict[str, FiscalYear]:
    return {
        row["country"]: FiscalYear(int(row["month"]), int(row["day"]), row["named_by"] == "end")
        for row in rows("fiscal_years.tsv")
    }


def fiscal_year_of(country: str | None) -> FiscalYear | None:
    """The fiscal year of a country (ISO 3166-1 alpha-2); None where it is the calendar year."""
    return _table().get(country) if country else None
