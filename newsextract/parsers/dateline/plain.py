"""The plainest datelines, most of what wires print, by one pattern instead of part by part.

'PARIS, March 3 - The', 'LAGOS, Nigeria, Oct. 3 (AFP) -- The', 'SALEM, Ore., May 4 - The'.
What is read is what the scanner reads; it is only quicker.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsextract.lexicons.agencies import agency_at, agency_of
from newsextract.lexicons.countries import country_of
from newsextract.lexicons.regions import printed_region
from newsextract.parsers.dateline.cursor import is_place
from newsextract.parsers.dateline.draft import Draft, PrintedDay, PrintedPlace
from newsextract.parsers.dateline.patterns import DASH, month_numbers, slug_beginnings

_LAST_DAY = 31
_MOST_WORDS = 3
_SHORTEST, _LONGEST = 2, 20
"""Letters of each."""


_REGION = r"[A-Z][a-z]{1,14}+(?: [A-Z][a-z]{2,14}+)?\.?|(?:[A-Z]\.){2}|[A-Z]{2,5}\."
_PLAIN = re.compile(
    rf"(?P<place>(?:ST\. )?[A-Z][A-Z ]{{1,60}}+)(?:, (?P<region>{_REGION}))?"
    rf", (?P<month>[A-Z][A-Za-z]{{2,8}})\.? (?P<day>\d\d?)"
    rf"(?: \((?P<credit>[A-Z][A-Za-z]{{1,11}})\))?"
    rf" (?:[{DASH}]|--)(?: (?=[A-Z“\"<])|\n)"
)


def read_plain(text: str, start: int, line_end: int, next_line: int) -> Draft | None:
    """The dateline that begins in ``text[start:line_end]`` if it is one of the plainest.

    Its places, regions and credits are known; all others are left to the scanner.
    """
    found = _PLAIN.match(text, start, next_line)
    if found is None:
        return None
    name, behind, month, number, credit = found.groups()
    place, day = _place(name, behind), _day(month, number)
    agency = agency_of(credit) if credit else None
    if place is None or day is None or (credit and agency is None):
        return None
    body = found.end()
    return Draft(
        start,
        found.end("credit") + 1 if credit else found.end("day"),
        next_line if body >= line_end else body,
        [PrintedPlace(start, found.end("region" if behind else "place"), name, *place)],
        PrintedDay(*day),
        agency,
        agency is not None,
    )


@lru_cache(maxsize=4096)
def _place(name: str, behind: str | None) -> tuple[str | None, str | None] | None:
    """The region and the country of a place alone: no slug and no agency opens it."""
    words = name.removeprefix("ST. ").split(" ")
    if len(words) > _MOST_WORDS or not all(_SHORTEST <= len(word) <= _LONGEST for word in words):
        return None
    if words[0] in slug_beginnings() or agency_at(name, 0) or not is_place(name):
        return None
    if behind is None:
        return None, None
    if country_of(behind):
        return None, behind
    return (behind, None) if printed_region(behind) else None


@lru_cache(maxsize=4096)
def _day(month: str, number: str) -> tuple[int, int] | None:
    """Day and month."""
    day, month_number = int(number), month_numbers().get(month.lower())
    return (day, month_number) if month_number and 1 <= day <= _LAST_DAY else None
