"""What is read so far of a dateline, and the reader of days."""

from __future__ import annotations

import difflib
import re

from newsextract.lexicons.agencies import agency_at
from newsextract.lexicons.countries import country_of, is_former
from newsextract.lexicons.places import added_place, cities_called
from newsextract.lexicons.regions import printed_region
from newsextract.lexicons.table import in_small_letters
from newsextract.lexicons.time_words import numbers_of
from newsextract.parsers.dateline.draft import Draft, PrintedDay
from newsextract.parsers.dateline.patterns import (
    DASH,
    LONGEST_OTHER_DAY,
    MISSPELLED_DAY,
    OTHER_YEAR,
    UNKNOWN_CREDIT,
    day_pattern,
    may_be_day,
    month_numbers,
    other_calendar,
)
from newsextract.periods.calendar import day as calendar_day
from newsextract.periods.calendar import full_year

_SPACES = re.compile(r"[ \n]*")
CLOSED = re.compile(rf" ?(?:[{DASH}:;(\[=…~|]|/(?![^\W\d_])|\.[{DASH}\s]|\n|\Z)")
_BESIDE = re.compile(r" ?[,.]? ?")
_OPENS = re.compile(r"[(\[]|(?<=[ ,.])/")
_COMPASS = re.compile(
    r"(?:(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:-?(?:east|west))?(?:ern)?|[Cc]entral) (?=[A-Z])"
)
_ZONED = re.compile(r"(?:GMT|UTC|[A-Z]{2,3}T)$")
"""'Algiers (Platts)--14Dec2016/633 am EST/1133 GMT Algeria'."""
_KIND_OF_REGION = re.compile(
    r"(?:Autonomous )?(?:Region|Province|State|Territory|Governorate|County|Canton) of (?=[A-Z])"
)
_RELATIVE = re.compile(
    rf"(?i:this day|to-?day|this (?:morning|afternoon|evening)"
    rf"|(?P<before>yesterday|last (?:night|evening)))(?=\.|\n| ?[{DASH}(])"
)
_DASH_BEHIND = re.compile(rf"[ ,.]*[{DASH}]")


class Cursor:
    """A position in the text and the draft that is filled there."""

    def __init__(self, text: str, limit: int, line_end: int, next_line: int) -> None:
        self.text = text
        self.limit = limit
        self.line_end = line_end
        self.next_line = next_line
        self.draft = Draft(0, 0)
        self.sender: str | None = None
        self.open_bracket = ""
        self.last = "place"
        self.of_paper = False  # whether the day before the place is the paper's: 'Apr. 14--HARARE'
        self.at_once = False  # whether the story follows the credit with no mark between

    def _skip_spaces(self, at: int) -> int:
        if not self.text.startswith((" ", "\n"), at):
            return at
        found = _SPACES.match(self.text, at, self.limit)
        return found.end() if found else at

    def _day(self, at: int, closed: bool = False) -> int | None:
        printed_before = self.draft.day is not None and self.draft.day.day is not None
        if printed_before and not self.of_paper:
            return self._other_calendar(at)
        found = (
            day_pattern().match(self.text, at, self.limit) if may_be_day(self.text, at) else None
        )
        if found is None:
            foreign = self._other_calendar(at)
            found = day_pattern().match(self.text, foreign, self.limit) if foreign else None
            if found is None:
                return foreign
        timed = found["d2"] and found["y2"] and _ZONED.search(self.text, at, found.end())
        if closed and not timed and not self._is_closed(found.end()):
            return None
        printed = printed_day(found)
        if printed is None:
            return None
        if self.draft.day is not None and printed.weekday is None:
            printed.weekday = self.draft.day.weekday
        self.draft.day, self.of_paper = printed, False
        self.draft.end = found.end()
        self.last = "day"
        return found.end()

    def _relative_day(self, at: int) -> int | None:
        """'CHRISTCHURCH, This Day.', 'LONDON, Last night —': a day before that of the paper."""
        found = _RELATIVE.match(self.text, at, self.limit) if self.draft.day is None else None
        if found is None:
            return None
        self.draft.day = PrintedDay(back=int(found["before"] is not None))
        self.draft.end, self.last = found.end(), "day"
        return found.end()

    def _is_closed(self, at: int) -> bool:
        """Whether a mark or one more part stands behind a day or sender, and no running text.

        'PARIS – 3 May (AFP) –', 'PARIS – 3 May, AFP –', but 'PARIS – AFP journalists'.
        """
        if CLOSED.match(self.text, at):
            return True
        if self.open_bracket and self.text[at : at + 1] == self.open_bracket:
            return True  # '[Baku-APA]'
        beside = _BESIDE.match(self.text, at, self.limit)
        at = beside.end() if beside else at
        if _OPENS.match(self.text, at, self.limit):
            return True
        if self.draft.day is None and (day := day_pattern().match(self.text, at, self.limit)):
            return CLOSED.match(self.text, day.end()) is not None
        if self.draft.agency is not None:
            return False
        sender = agency_at(self.text, at)
        if sender is None:
            unknown = UNKNOWN_CREDIT.match(self.text, at, self.limit)
            return unknown is not None and unknown["word"] is None
        return CLOSED.match(self.text, sender[1]) is not None

    def _other_calendar(self, at: int) -> int | None:
        near = min(at + LONGEST_OTHER_DAY, self.limit)
        if OTHER_YEAR.search(self.text, at, near) is None:
            return None
        foreign = other_calendar().match(self.text, at, self.limit)
        return foreign.end() if foreign else None

    def _misspelled(self, at: int) -> int | None:
        """'Narch 2', 'March 2O': behind a place in capitals and before a dash only."""
        if self.draft.day is not None or not self.draft.caps:
            return None
        found = MISSPELLED_DAY.match(self.text, at, self.limit)
        if found is None or not _DASH_BEHIND.match(self.text, found.end(), found.end() + 4):
            return None
        names = [m for m in numbers_of("month") if len(m) > 2]
        near = difflib.get_close_matches(found["month"].lower(), names, 1, 0.72)
        if not near:
            return None
        number = int(found["day"].replace("O", "0"))
        if not 1 <= number <= 31:
            return None
        self.draft.day = PrintedDay(number, numbers_of("month")[near[0]])
        self.draft.end = found.end()
        return found.end()

    def _take_region(self, printed: str) -> bool:
        place = self.draft.places[-1]
        compass = _COMPASS.match(printed)
        if compass and not country_of(printed) and country_of(printed[compass.end() :]):
            printed = printed[compass.end() :]  # 'Wisla, southern Poland'
        kind = _KIND_OF_REGION.match(printed)
        if kind and not printed_region(printed) and printed_region(printed[kind.end() :]):
            printed = printed[kind.end() :]  # 'Buka, Autonomous Region of Bougainville'
        if (country_of(printed) or is_former(printed)) and place.country is None:
            place.country = printed
            return True
        if printed_region(printed) and place.region is None and place.country is None:
            place.region = printed
            return True
        return False


def is_region(name: str) -> bool:
    """Whether a state or country has that name."""
    return printed_region(name) is not None or country_of(name) is not None or is_former(name)


def is_place(name: str) -> bool:
    """Whether the gazetteer knows a city or country of that name."""
    return (
        added_place(name) is not None or bool(cities_called(name)) or country_of(name) is not None
    )


def _is_month_first(day: int, month: int, year: str | None, weekday: int | None) -> bool:
    """Whether the first number is the month: 'Tuesday 6/11/2024' was in June."""
    if day > 12 or month > 12:
        return month > 12 >= day
    if not year or weekday is None:
        return False
    dates = (calendar_day(full_year(year), *order) for order in ((month, day), (day, month)))
    return [date and date.weekday() == weekday for date in dates] == [False, True]


def printed_day(found: re.Match[str]) -> PrintedDay | None:
    """The day that `day_pattern` found; None where the calendar has no such day."""
    weekday = found["w1"] or found["w2"] or found["w3"]
    named = in_small_letters(weekday.strip(" .,")) if weekday else ""
    number = numbers_of("weekday").get(named)
    for form in "12345":
        if found[f"d{form}"]:
            break
    else:
        return PrintedDay(weekday=number)
    day, month = int(found[f"d{form}"]), in_small_letters(found[f"m{form}"])
    year = found[f"y{form}"] or found["y6"] or found["y7"] or found["juche"]
    month_number = int(month) if month.isdigit() else month_numbers()[month]
    if form == "4" and _is_month_first(day, month_number, year, number):
        day, month_number = month_number, day
    if not (1 <= day <= 31 and 1 <= month_number <= 12):
        return None
    swapped = form == "4" and day <= 12 and month_number <= 12
    return PrintedDay(day, month_number, full_year(year) if year else None, number, swapped=swapped)
