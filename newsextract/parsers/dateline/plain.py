"""The plainest datelines, most of what wires print, by one pattern instead of part by part.

'PARIS, March 3 - The', 'LAGOS, Nigeria, Oct. 3 (AFP) -- The', 'SALEM, Ore., May 4 - The'.
What is read is what the scanner reads; it is only quicker.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsextract.lexicons.agencies import agency_at, agency_of
from newsextract.lexicons.countries import country_of
from newsextract.lexicons.regions import printed_region
from newsextract.parsers.dateline.cursor import is_place
from newsextract.parsers.dateline.draft import Draft, PrintedDay, PrintedPlace
from newsextract.parsers.dateline.patterns import DASH, month_numbers, slug_beginnings

_LAST_DAY = 31


@cache
def _plain() -> re.Pattern[str]:
    word = "[A-Z]{2,20}"
    region = r"[A-Z][a-z]{1,14}(?: [A-Z][a-z]{2,14})?\.?|(?:[A-Z]\.){2}"
    return re.compile(
        rf"(?P<place>{word}(?: {word}){{0,2}})(?:, (?P<region>{region}))?"
        rf", (?P<month>[A-Z][a-z]{{2,8}})\.? (?P<day>\d\d?)"
        rf"(?: \((?P<credit>[A-Z][A-Za-z]{{1,11}})\))?"
        rf" (?P<mark>[{DASH}]|--)(?: (?=[A-Z“\"<])|\n)"
    )


def read_plain(text: str, start: int, line_end: int, next_line: int) -> Draft | None:
    """The dateline that begins in ``text[start:line_end]`` if it is one of the plainest.

    Its places, regions and credits are known; all others are left to the scanner.
    """
    found = _plain().match(text, start, next_line)
    if found is None:
        return None
    name, printed, credit = found["place"], found["region"], found["credit"]
    month = month_numbers().get(found["month"].lower())
    if month is None or not _is_plain_place(name):
        return None
    place = PrintedPlace(start, found.end("place"), name)
    if printed:
        place.end = found.end("region")
        if country_of(printed):
            place.country = printed
        elif printed_region(printed):
            place.region = printed
        else:
            return None
    agency = agency_of(credit) if credit else None
    day = int(found["day"])
    if (credit and agency is None) or not 1 <= day <= _LAST_DAY:
        return None
    body = found.end()
    return Draft(
        start,
        found.end("credit") + 1 if credit else found.end("day"),
        next_line if body >= line_end else body,
        [place],
        PrintedDay(day, month),
        agency,
        agency is not None,
    )


@lru_cache(maxsize=4096)
def _is_plain_place(name: str) -> bool:
    """Whether it is a place alone: no slug and no agency opens it."""
    if name.partition(" ")[0] in slug_beginnings() or agency_at(name, 0):
        return False
    return is_place(name)
