"""A publication date as people and feeds give it."""

from __future__ import annotations

import datetime
import re

_MONTH = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
_LONGEST = 60  # characters; no date is longer, and dateparser is slow on what is none
_SETTINGS = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"]}


def given_day(value: object) -> datetime.date:
    """The day that `value` names.

    Args:
        value: a `date` or `datetime`, ISO 8601, or a full date with its month in letters
            ('Mon, 02 Oct 2023 10:00:00 GMT', 'October 2, 2023'), which dateparser reads.

    Raises:
        ValueError: it is no full date, or could be two: 12/11/2024 is one day in Britain and
            another in America.
    """
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if not isinstance(value, str):
        raise ValueError(f"no date: {value!r}")
    text = value.strip()
    try:
        return datetime.datetime.fromisoformat(text).date()
    except ValueError:
        pass
    if len(text) <= _LONGEST and _MONTH.search(text):
        import dateparser

        found: datetime.datetime | None = dateparser.parse(
            text, languages=["en"], settings=_SETTINGS
        )
        if found is not None:
            return found.date()
    raise ValueError(f"no date: {value!r}")
