"""Full dates as senders print them: '02 October 2023', 'Oct 2, 2023', '31-MAR-1987'."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsextract.lexicons.table import in_small_letters
from newsextract.lexicons.time_words import numbers_of
from newsextract.periods.calendar import day, full_year


class DateFinding(NamedTuple):
    """A date with its year at ``text[start:end]``.

    `swapped` is the other reading of a date such as 12/11/2024, None where there is but one;
    `weekday` (Monday is 0) is printed before it.
    """

    start: int
    end: int
    date: datetime.date
    swapped: datetime.date | None = None
    weekday: int | None = None


_AMERICAN = re.compile(
    r" \d\d?:\d\d:\d\d [AP]M\b|"
    r"(?: -|,)? ?(?:at )?\d\d?[:.]?\d\d(?:[:.]\d\d)? ?(?:[AaPp]\.?[Mm]\.?)? ?"
    r"(?:E[SD]?T|P[SD]?T|M[SD]T|C[SD]T|e[sd]t)\b"
)


_CLOCK = re.compile(r", \d\d:\d\d [AP]M\b")  # '08.03.2006, 07:48 AM'
_WEEKDAY = re.compile(r"(?i)\b((?:mon|tue|wed|thu|fri|sat|sun))[a-z]{0,6}\.?,? $")


@cache
def _weekdays() -> dict[str, int]:
    return {name[:3]: number for name, number in numbers_of("weekday").items()}


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted(numbers_of("month"), key=len, reverse=True))
    # '21 Feb 202421 Feb 2024': a page prints it twice, for two widths of a screen.
    # So is a time: 'October 3, 20239:42 PM UTC'.
    year = r"(?:18|19|20)\d\d(?:(?!\d)|(?=\d\d? [A-Z][a-z]{2,8} 20\d\d|\d\d?:\d\d))"
    short = (
        r"['’‘]\d\d(?!\d)|\d\d(?=[\])]?\s*$|(?:,| -)? \d\d?:\d\d|(?: [A-Z][a-z]+){0,2} pp? \d| /)"
    )
    return re.compile(
        rf"(?:(?<![\w.,/-])(?<!No\. )|(?<=\d{{4}}/)|(?<=/)(?=20\d{{6}}[-/]))(?:"
        rf"(?P<y1>{year})(?P<s1>[-/. ])(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)(?![\d/-])"
        rf"|(?P<d2>\d\d?)(?:st|nd|rd|th|\.)?(?:[ /-]|,? of |, |(?=[A-Z]))(?P<m2>{months})"
        rf"(?:\b|(?=[12]))[.,، /-]{{0,3}}(?:de )?(?P<y2>{year}|{short})"
        rf"|(?P<m3>{months})(?:\b|(?=\d))[., /-]{{0,2}}(?P<d3>\d\d?)(?:st|nd|rd|th)?"
        rf"(?: ?[-–] ?\d\d?(?=,? \d{{4}}))?"
        rf"(?:,? \d\d?:\d\d(?::\d\d)?(?: [AP]M)?)?"
        rf"(?: ?[,،] ?|\. | |(?<=\d\d)[/-]|(?<=-\d)-)(?P<y3>{year}|{short})"
        rf"|(?P<d4>\d\d?) ?(?P<s4>[./-]) ?(?P<m4>\d\d?) ?(?P=s4) ?(?P<y4>{year})(?!/)"
        rf"|(?P<d5>\d\d?)(?P<s5>[./])(?P<m5>\d\d?)(?P=s5)(?P<y5>\d\d)"
        rf"(?=(?:,| -)?(?: @)? \d\d?:\d\d|, page |\s*$)"
        rf"|(?P<d7>\d\d?)/(?P<m7>\d\d)[ -](?P<y7>{year})"
        rf"|Juche \d{{2,3}} ?\((?P<y8>{year})\)[,.]? (?P<m8>{months})[. ] ?(?P<d8>\d\d?)"
        rf"|Juche ?\d{{2,3}} ?\((?P<y9>{year})\)\.(?P<m9>\d\d?)\.(?P<d9>\d\d?)"
        rf"|(?P<y0>{year}),? (?P<m0>{months})\b\.? (?P<d0>\d\d?)(?!\d|:)"
        rf"|^(?P<yf>(?:19|20)\d\d)(?P<mf>[01]\d)(?P<df>[0-3]\d)(?=\s*$)"
        rf"|(?<=/)(?P<yg>20\d\d)(?P<mg>[01]\d)(?P<dg>[0-3]\d)(?=[/-])"  # of a web address
        rf"|(?P<ma>{months})\.? (?P<da>\d\d?),? Juche ?\d{{2,3}} ?\((?P<ya>{year})\)"
        rf"|[A-Z]{{3}}_ENG_(?P<yb>{year[: year.index('(?:(')]})(?P<mb>\d\d)(?P<db>\d\d)\b"
        rf"|(?<=DATE:)(?P<dh>[0-3]\d)(?P<mh>[01]\d)(?P<yh>20\d\d)(?=\s*$)"
        rf"|(?<=DATE: )(?P<yc>\d\d)(?P<mc>[01]\d)(?P<dc>[0-3]\d)(?=\s*$)"
        r"|(?P<me>\d\d)-(?P<de>\d\d)-(?P<ye>\d\d)"
        r"(?= \d{4} ?(?-i:[A-Z]{2,3})|(?<=^.{8})\s*$"
        r"|(?<=: .{8})\s*$|(?<=\[.{8})\])"  # AP, Dow Jones; alone on its line
        rf"|AP-[A-Z]{{2}}-(?P<m6>\d\d)-(?P<d6>\d\d)-(?P<y6>\d\d)\b"  # the AP's archive
        rf")",
        re.IGNORECASE,
    )


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateFinding]:
    """The dates with a year in ``text[start:end]``, in order. Linear.

    Of '12/11/2024' the first number is the day (as almost everywhere), and the other reading
    is given beside it.
    """
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        found = _read(match)
        american = text.startswith("DATE=", max(0, match.start() - 5)) or (
            match["s4"] == "." and _CLOCK.match(text, match.end()) is not None
        )
        if found and found.swapped and american:
            found = found._replace(date=found.swapped, swapped=found.date)  # the VOA's
        elif found and found.swapped:
            named = _WEEKDAY.search(text, max(0, match.start() - 12), match.start())
            found = found._replace(
                weekday=_weekdays()[in_small_letters(named[1])] if named else None
            )
        if found:
            yield found


def _read(match: re.Match[str]) -> DateFinding | None:
    form = next(n for n in "1234567890abcefgh" if match[f"y{n}"])
    year, number = full_year(match[f"y{form}"]), int(match[f"d{form}"])
    word = in_small_letters(match[f"m{form}"])
    month = int(word) if word.isdigit() else numbers_of("month")[word]
    first, swapped = day(year, month, number), None
    if form in "45" and first is None:
        first = day(year, number, month)  # '03.14.2023'
    if form in "45":
        swapped = day(year, number, month)
        if first is None or number == month:
            first, swapped = first or swapped, None
    return DateFinding(*match.span(), first, swapped) if first else None


def settle(found: DateFinding, text: str) -> datetime.date:
    """The date of `found`; where it can be read in two ways, the one that `text` spells out.

    'Aug 3' or '3 August' in `text`, which stands behind it, decides 03/08/2023; before an American
    zone ('5/2/2003 10:15 AM ET') the month comes first.
    """
    if found.swapped is None:
        return found.date
    if (
        found.weekday is not None
        and found.swapped.weekday() == found.weekday != found.date.weekday()
    ):
        return found.swapped
    if _AMERICAN.match(text):
        return found.swapped
    update = next(find_dates(text), None)
    if update and update.swapped:
        # '10/4/16' and 'Updated 10/5/16' are a day apart, no month.
        apart = abs(found.date - update.date), abs(found.swapped - update.swapped)
        return found.swapped if apart[1] < apart[0] else found.date
    for date in (found.date, found.swapped):
        names = "|".join(w for w, number in numbers_of("month").items() if number == date.month)
        spelled = rf"\b(?:(?:{names})(?:\.? |\.)0?{date.day}|0?{date.day} (?:{names}))\b"
        if re.search(spelled, text, re.IGNORECASE):
            return date
    return found.date
