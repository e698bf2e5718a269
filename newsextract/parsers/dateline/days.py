"""The printed day becomes a date."""

from __future__ import annotations

import datetime

from newsextract.parsers.dateline.draft import PrintedDay
from newsextract.periods.calendar import day as calendar_day
from newsextract.periods.calendar import nearest_year

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
    if printed.day is None or printed.month is None:
        return _weekday(printed.weekday, published)
    if printed.year:
        return calendar_day(printed.year, printed.month, printed.day), {}
    if published is None:
        return None, {}
    found = nearest_year(printed.month, printed.day, published)
    return found, {"year": "header" if header == published else "published"} if found else {}


def _weekday(
    weekday: int | None, published: datetime.date | None
) -> tuple[datetime.date | None, dict[str, str]]:
    if weekday is None or published is None:
        return None, {}
    latest = published + datetime.timedelta(_AHEAD)
    back = (latest.weekday() - weekday) % 7
    return latest - datetime.timedelta(back), {"date": "weekday"}
