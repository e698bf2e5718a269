"""Arithmetic of days, months, and the years that do not start in January."""

from __future__ import annotations

import calendar
import datetime
from functools import lru_cache

IRANIAN_OFFSET = 621
"""Gregorian year in which an Iranian year begins, less the Iranian year."""
ETHIOPIAN_OFFSET = 7
"""Gregorian year in which an Ethiopian fiscal year begins, less the Ethiopian year."""
NEPALI_OFFSET = 57
"""Nepal counts its fiscal years in Bikram Sambat: 2079/80 began in July 2022."""


def day(year: int, month: int, number: int) -> datetime.date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None


_PIVOT = 40


def full_year(printed: str) -> int:
    """The year printed with two or four figures: '91, 2020, 07."""
    year = int(printed.strip("'’‘"))
    if len(printed.strip("'’‘")) > 2:
        return year
    return year + (2000 if year < _PIVOT else 1900)


def month_end(year: int, month: int) -> datetime.date:
    """The last day of a month."""
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def add_months(date: datetime.date, months: int) -> datetime.date:
    """The same day `months` later (or earlier), kept within its month and years 1 to 9999."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    year = min(max(year, 1), 9998)
    return datetime.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def months_between(start: datetime.date, months: int) -> datetime.date:
    """The last day of the stretch of `months` months that begins at `start`."""
    return add_months(start, months) - datetime.timedelta(1)


def months_until(end: datetime.date, months: int) -> datetime.date:
    """The first day of the stretch of `months` months that ends at `end`."""
    if end == month_end(end.year, end.month):
        first = add_months(end.replace(day=1), 1 - months)
        return first
    return add_months(end, -months) + datetime.timedelta(1)


_HALF_A_YEAR = 182


@lru_cache(maxsize=4096)
def nearest_year(month: int, number: int, anchor: datetime.date) -> datetime.date | None:
    """The day of that month and number that lies nearest to `anchor`."""
    same = day(anchor.year, month, number)
    if same and abs((same - anchor).days) <= _HALF_A_YEAR:
        return same
    near = [
        found
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if (found := day(min(max(year, 1), 9999), month, number))
    ]
    return min(near, key=lambda d: abs((d - anchor).days), default=None)


def iranian_year(gregorian: int) -> datetime.date:
    """First day of the Iranian year that begins in the year `gregorian`.

    Nowruz falls on 20 March in leap years and on 21 March in others (right for 1996-2028).
    """
    return datetime.date(gregorian, 3, 20 if calendar.isleap(gregorian) else 21)


def iranian_months(nowruz: datetime.date, months: int) -> datetime.date:
    """First day of the month that follows the first `months` months of the Iranian year.

    The first six months have 31 days, the next five 30.
    """
    if months >= 12:
        return iranian_year(nowruz.year + 1)
    return nowruz + datetime.timedelta(31 * min(months, 6) + 30 * max(months - 6, 0))
