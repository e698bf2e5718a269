"""The printed day becomes a date."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from functools import cache

from newsextract.lexicons.agencies import agency_of
from newsextract.lexicons.table import in_small_letters
from newsextract.parsers.dateline.draft import PrintedDay
from newsextract.parsers.dateline.patterns import month_numbers, months
from newsextract.periods.calendar import day as calendar_day
from newsextract.periods.calendar import full_year, nearest_year

_NEAR = 4
"""Days between a dateline and the date above it: an item of Friday is printed on Monday."""
_AHEAD = 1
"""Days by which a dateline with a weekday alone may lie after publication: agencies date ahead."""


def resolve_day(
    printed: PrintedDay | None,
    published: datetime.date | None,
    header: datetime.date | None,
) -> tuple[datetime.date | None, dict[str, str]]:
    """The date of a dateline and what it was inferred from.

    Args:
        printed: the day as printed.
        published: publication date, from whatever source.
        header: publication date where the text itself gives it: the date of a dateline
            without one.
    """
    if printed is None:
        return header, {"date": "header"} if header else {}
    if printed.back is not None and published:
        try:
            return published - datetime.timedelta(printed.back), {"date": "weekday"}
        except OverflowError:
            return None, {}
    if printed.swapped and published:
        printed = _by_publication(printed, published)
    if printed.day is None or printed.month is None:
        return _weekday(printed.weekday, published)
    if printed.year:
        return calendar_day(printed.year, printed.month, printed.day), {}
    if published is None:
        return None, {}
    found = nearest_year(printed.month, printed.day, published)
    return found, {"year": "header" if header == published else "published"} if found else {}


def _by_publication(printed: PrintedDay, published: datetime.date) -> PrintedDay:
    """Day and month of '07/11' in the order that brings them near the day of publication."""
    other = replace(printed, day=printed.month, month=printed.day)
    first, second = (_days_from(published, day) for day in (printed, other))
    return other if second <= _NEAR < first else printed


def _days_from(published: datetime.date, printed: PrintedDay) -> int:
    month, number = printed.month or 0, printed.day or 0
    if printed.year:
        date = calendar_day(printed.year, month, number)
    else:
        date = nearest_year(month, number, published)
    return abs((date - published).days) if date else _NEAR + 1


def day_near(
    printed: PrintedDay, beside: str, signed: bool = False
) -> tuple[datetime.date | None, dict[str, str]]:
    """The date of a day without a year, by a date in the lines above that lies a few days from it.

    Dates in any form count, since day and month bear them out: 'in English 1424 GMT 4 Jun 75',
    'News in English, 04-03-31'; the nearest one decides.
    Where none is near, the year of a copyright counts ('Copyright, 1919').

    Args:
        printed: the day as printed.
        beside: the lines above the dateline, or the last ones.
        signed: whether a year behind a sender counts, too ('Baltic News Service, 2012').

    Returns:
        The date and what its year was inferred from; None and nothing where no date is near.
    """
    month, number = printed.month, printed.day
    if month is None or number is None:
        return None, {}
    best, least = None, _NEAR + 1
    for found in _any_date().finditer(beside):
        for names in _READINGS:
            year, printed_month, day_number = (found[name] or "" for name in names)
            if not (year and printed_month and day_number.isdigit()):
                continue
            word = in_small_letters(printed_month)
            month_number = int(word) if word.isdigit() else month_numbers()[word]
            date = calendar_day(full_year(year), month_number, int(day_number))
            near = nearest_year(month, number, date) if date else None
            if date and near and abs((near - date).days) < least:
                best, least = near, abs((near - date).days)
    right = _COPYRIGHT.search(beside) if best is None else None
    if best is None and right is None and signed:
        right = next((sign for sign in _SIGNED.finditer(beside) if agency_of(sign[1])), None)
    if right:
        best = calendar_day(int(right[right.lastindex or 1]), month, number)
    return best, {"year": "header"} if best else {}


_COPYRIGHT = re.compile(
    r"(?:[Cc]opyright|COPYRIGHT|©|\([Cc]\))[,:]? ?(?:[A-Z(][^\n\d]{1,40}\d{0,3}\()?"
    r"((?:18|19|20)\d\d)\b"
)
_SIGNED = re.compile(r"(?m)^([A-Z][\w .&'’-]{1,40}?),? ((?:19|20)\d\d)\.?$")
"""'AAP 2012', 'Baltic News Service, 2012' in the last line."""
_READINGS = (
    ("y1", "m1", "d1"),
    ("y1", "d1", "m1"),
    ("d1", "m1", "y1"),
    ("y2", "m2", "d2"),
    ("y3", "m3", "d3"),
    ("y4", "m4", "d4"),
)
"""Day, month and year, month first, year first ('99-11-22')."""


@cache
def _any_date() -> re.Pattern[str]:
    year = r"(?:(?:19|20)\d\d|['’]?\d\d)(?![\d:])"
    mark = r"(?:[ ,./-]{1,3}(?:\d\d?:\d\d )?)"
    return re.compile(
        rf"(?<!\d)(?<!No\. )(?P<d1>\d\d?)(?:st|nd|rd|th|\d{{4}}(?:Z| GMT))?{mark}"
        rf"(?P<m1>{months()}|\d\d?){mark}(?P<y1>{year})"
        rf"|\b(?P<m2>{months()}){mark}(?P<d2>\d\d?)(?:st|nd|rd|th)?{mark}(?P<y2>{year})"
        rf"|(?<!\d)(?P<y3>(?:19|20)?\d\d)[./-](?P<m3>\d\d?)[./-](?P<d3>\d\d?)(?!\d)"
        rf"|(?<!\d)(?P<d4>\d\d)(?P<m4>{months()})(?P<y4>\d\d(?:\d\d)?)(?!\d)",
        re.IGNORECASE,
    )


def _weekday(
    weekday: int | None, published: datetime.date | None
) -> tuple[datetime.date | None, dict[str, str]]:
    if weekday is None or published is None:
        return None, {}
    ahead = (weekday - published.weekday()) % 7
    try:
        found = published + datetime.timedelta(ahead if ahead <= _AHEAD else ahead - 7)
    except OverflowError:  # the caller's date is the calendar's first or last
        return None, {}
    return found, {"date": "weekday"}
