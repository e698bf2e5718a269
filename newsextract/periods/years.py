"""Years by the calendar that the text means: calendar, fiscal, Iranian, Ethiopian."""

from __future__ import annotations

import datetime

from newsextract.lexicons.fiscal_years import fiscal_year_of
from newsextract.periods.calendar import (
    ETHIOPIAN_OFFSET,
    IRANIAN_OFFSET,
    NEPALI_OFFSET,
    iranian_year,
)
from newsextract.periods.stretches import Stretch, calendar_year, unknown, year_from

CALENDAR = "calendar"


def year_system(fiscal: bool, calendar: str | None, country: str | None) -> str:
    """Which years are meant: `calendar`, `IR`, or ``fiscal:XX`` with the country's code."""
    if calendar == "IR":
        return "IR"
    if calendar == "ET":
        return "fiscal:ET"
    if calendar == "NP":
        return "fiscal:NP"
    if fiscal and calendar != CALENDAR and fiscal_year_of(country):
        return f"fiscal:{country}"
    return CALENDAR


def numbered_year(system: str, year: int, anchor: datetime.date | None) -> Stretch:
    """The year that is printed as `year`."""
    if system == CALENDAR:
        return calendar_year(year)
    if system == "IR":
        return _iranian(year + IRANIAN_OFFSET if year < 1700 else year)
    start = fiscal_year_of(system[-2:])
    if start is None:
        return calendar_year(year)
    if system == "fiscal:ET" and (anchor is None or year < anchor.year - 4):
        year += ETHIOPIAN_OFFSET
    elif system == "fiscal:NP" and year > 2070:
        year -= NEPALI_OFFSET
    elif start.named_by_end:
        year -= 1
    found = year_from(datetime.date(year, start.month, start.day))
    return found.because(start="fiscal_year", end="fiscal_year")


def spanning_year(system: str, first: int, country: str | None) -> Stretch:
    """The fiscal year printed as '2023-24', where `first` is 2023."""
    code = system[-2:] if system.startswith("fiscal:") else country
    start = fiscal_year_of(code)
    if start is None:
        return calendar_year(first)
    if code == "NP" and first > 2070:
        first -= NEPALI_OFFSET
    found = year_from(datetime.date(first, start.month, start.day))
    return found.because(start="fiscal_year", end="fiscal_year")


def relative_year(system: str, step: int, anchor: datetime.date | None) -> Stretch:
    """The year `step` years from the one in which `anchor` lies: 0 is this year."""
    if anchor is None:
        return unknown("year")
    year = min(max(anchor.year + step, 2), 9997)
    if system == CALENDAR:
        return calendar_year(year).because(year="anchor")
    if system == "IR":
        begun = anchor >= iranian_year(anchor.year)
        return _iranian(year if begun else year - 1).because(year="anchor")
    start = fiscal_year_of(system[-2:])
    if start is None:
        return calendar_year(year).because(year="anchor")
    if (anchor.month, anchor.day) < (start.month, start.day):
        year -= 1
    found = year_from(datetime.date(year, start.month, start.day))
    return found.because(year="anchor", start="fiscal_year", end="fiscal_year")


def _iranian(gregorian: int) -> Stretch:
    last = iranian_year(gregorian + 1) - datetime.timedelta(1)
    return Stretch(iranian_year(gregorian), last, "year")
