"""Reads single parts of a dateline: place, region, day, credit, brackets."""

from __future__ import annotations

import difflib
import re
from functools import cache

from newsextract.lexicons.agencies import agency_at, agency_of
from newsextract.lexicons.countries import country_of
from newsextract.lexicons.places import added_place, cities_called
from newsextract.lexicons.regions import region_of
from newsextract.lexicons.time_words import numbers_of
from newsextract.parsers.dateline.draft import Draft, PrintedDay, PrintedPlace
from newsextract.parsers.dateline.patterns import (
    DASH,
    LONGEST_OTHER_DAY,
    MISSPELLED_DAY,
    OTHER_YEAR,
    REGION,
    UPPER,
    caps_place,
    day_pattern,
    mixed_place,
    month_numbers,
    months,
    other_calendar,
    small_letters_place,
    weekdays,
)

DASHES = re.compile(rf" {{0,3}}[{DASH}=]{{1,4}} {{0,3}}")
_SPACES = re.compile(r"[ \n]*")
_BRACKETED = re.compile(r"[(\[]([^()\[\]\n]{1,90})[)\]]")
_SHORT_KIND = re.compile(r" (?:Pref|Prov|Dist|Gov|Dept|Co)$")
_SHORT_REGION = re.compile(r"[A-Z]\.?[/&][A-Z]\.?")
_SLASHED = re.compile(r"/{1,2} ?([^/\n]{2,40}?) ?/{1,2}")
_PIECES = re.compile(r"\s*(?:[,;|/•]| [-–—] )\s*")
_JOIN = re.compile(rf"(?: ?/ ?| and | & |-| - )(?=[{UPPER}'’])")
_CLOSED = re.compile(rf" ?(?:[{DASH}:(/=]|\.[{DASH}\s]|\n|\Z)")
UNKNOWN_CREDIT = re.compile(
    rf"(?P<name>[A-Z]\w{{0,12}}[A-Z]\w{{1,12}}(?: [A-Z]\w{{1,15}})?"
    rf"|(?P<word>[A-Z][a-z]{{2,15}})) ?(?=[{DASH}:]|\.[{DASH}])"
)
ADDRESS = re.compile(r"[A-Za-z][\w-]{2,20}(?:\.[A-Za-z]{2,10}){1,2}(?![\w.])")
CREDIT_BEFORE_DAY = re.compile(
    rf"(?P<name>[A-Z]\w{{0,20}}(?: [A-Z]\w{{0,20}}){{0,4}}) [{DASH}]{{1,2}} (?=[A-Z\d])"
)
_POSTAL_CODE = re.compile(r"[A-Z]{2,3}(?=\.?[,\s(/])")
_ABBREVIATION = re.compile(r"(?:[A-Z][a-z]{2,5}|(?:[A-Z]\.){2,3})\.?(?=,? )")
_DASH_BEHIND = re.compile(rf"[ ,.]*[{DASH}]")
_INITIALS = re.compile(r"\.[A-Z]$")
_CAPITAL = re.compile(rf"\b[{UPPER}]")
_EDITION = re.compile(r" [A-Z][a-z]{3,14}\b")
_CORRESPONDENT = re.compile(
    r"(?:[Ss]pecial )?[Cc]orrespondent (?:of|for) (?P<of>.{2,30})"
    r"|(?P<whose>[^ ].{1,20}?)(?:['’]s)? (?:special )?correspondent\b.{0,40}"
)
_CREDIT_WORDS = re.compile(r"[\w.&'’ /-]{2,40}")
NEWS_WORD = re.compile(
    r"(?i)\b(?:news|agency|press|times|post|radio|wire|media|online|daily|\w+\.\w{2,4})\b"
)


class PartScanner:
    """Reads parts of a dateline at positions of the text into `draft`."""

    def __init__(self, text: str, limit: int, line_end: int, next_line: int) -> None:
        self.text = text
        self.limit = limit
        self.line_end = line_end
        self.next_line = next_line
        self.draft = Draft(0, 0)
        self.sender: str | None = None
        self.open_bracket = ""
        self.last = "place"

    def _place(self, at: int) -> PrintedPlace | None:
        text = self.text
        pattern = (
            caps_place()
            if text[at + 1 : at + 3].isupper()
            or (text[at : at + 1].isupper() and text[at + 1 : at + 2] in "'’.‘")
            else mixed_place()
        )
        found = pattern.match(text, at, self.limit)
        if found is None and pattern is caps_place():
            found = mixed_place().match(text, at, self.limit)
        if found is None:
            return None
        behind = text[found.end() : found.end() + 2]
        if behind[:1] == " " and behind[1:].islower():
            small = small_letters_place().match(text, at, self.limit)
            if small and is_place(small.group()):
                found = small
        end = found.end()
        name = found.group()
        if name[-2:-1] == "." and _INITIALS.search(name) and text[end : end + 1] == ".":
            end += 1
        elif text.startswith(("'", "’"), end) and text[end + 1 : end + 2] in " ,(:":
            end += 1  # "Male', Maldives"
        if len(name) < 2:
            return None
        # 'TEHRAN IRNA': a credit behind the place with nothing between.
        head, _, last = name.rpartition(" ")
        if head and agency_of(last) and not is_place(name) and is_place(head):
            end, name = at + len(head), head
        return PrintedPlace(at, end, text[at:end])

    def _part(self, at: int) -> int | None:
        """Behind the part of a dateline that stands at `at`."""
        text = self.text
        white = _SPACES.match(text, at, self.limit)
        at = white.end() if white else at
        if at >= self.limit:
            return None
        mark = text[at]
        if mark == ",":
            behind = _SPACES.match(text, at + 1, self.limit)
            at = behind.end() if behind else at + 1
            if text[at : at + 1] in DASH:
                return at
            return (
                self._day(at)
                or self._misspelled(at)
                or (self._region(at) if _is_postal_code(text, at) else None)
                or self._credit(at)
                or self._bracketed(at)
                or self._address(at)
                or self._unknown_credit(at)
                or self._region(at)
            )
        if mark in "([":
            return self._bracketed(at)
        if mark in ")]" and mark == self.open_bracket:
            self.open_bracket = ""
            self.draft.end = at + 1
            self.last = "bracket"
            return at + 1
        if mark == "/":
            return (
                self._slashed(at)
                or self._joined(at)
                or self._day(at + 1)
                or self._credit(at + 1, closed=True)
            )
        if mark == ".":
            at = self._skip_spaces(at + 1)
            return (
                self._day(at)
                or self._credit(at)
                or self._slashed(at)
                or self._bracketed(at)
                or self._unknown_credit(at)
            )
        if mark in DASH:
            dashes = DASHES.match(text, at, self.limit)
            behind_dash = dashes.end() if dashes else at + 1
            if text[at - 1] != " " and text[at + 1 : at + 2].isupper():
                return self._joined(at)
            return (
                self._day(behind_dash, closed=True)
                or self._bracketed(behind_dash)
                or self._slashed(behind_dash)
                or self._credit(behind_dash, closed=True)
                or self._credit_before_day(behind_dash)
            )
        if mark in ":;":
            return self._day(self._skip_spaces(at + 1), closed=True)
        if mark == "|":
            behind_bar = self._skip_spaces(at + 1)
            return self._day(behind_bar) or self._bracketed(behind_bar)
        return (
            self._day(at)
            or self._credit(at)
            or self._joined(at - 1)
            or self._misspelled(at)
            or (self._region(at) if _abbreviated_region(text, at) else None)
        )

    def _skip_spaces(self, at: int) -> int:
        found = _SPACES.match(self.text, at, self.limit)
        return found.end() if found else at

    def _day(self, at: int, closed: bool = False) -> int | None:
        if self.draft.day is not None and self.draft.day.day is not None:
            return self._other_calendar(at)
        found = day_pattern().match(self.text, at, self.limit)
        if found is None:
            foreign = self._other_calendar(at)
            found = day_pattern().match(self.text, foreign, self.limit) if foreign else None
            if found is None:
                return foreign
        if closed and not _CLOSED.match(self.text, found.end()):
            return None
        printed = printed_day(found)
        if printed is None:
            return None
        if self.draft.day is not None and printed.weekday is None:
            printed.weekday = self.draft.day.weekday
        self.draft.day = printed
        self.draft.end = found.end()
        self.last = "day"
        return found.end()

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

    def _credit(self, at: int, closed: bool = False) -> int | None:
        """An agency's name without brackets: 'SEOUL. KAZINFORM', 'Tehran, IRNA –'."""
        if self.draft.agency:
            return None
        found = agency_at(self.text, at)
        if found is None or found[1] > self.limit:
            return None
        name, end = found
        edition = _EDITION.match(self.text, end, self.limit)
        if edition and _CLOSED.match(self.text, edition.end()):
            end = edition.end()  # 'CNN Indonesia'
            name = self.text[at:end]
        if closed and not _CLOSED.match(self.text, end):
            return None
        self.draft.agency, self.draft.known_agency, self.draft.end = name, True, end
        self.last = "credit"
        return end

    def _address(self, at: int) -> int | None:
        """The web address of a sender: 'JAKARTA, investor.id -'."""
        found = ADDRESS.match(self.text, at, self.limit)
        if self.draft.agency or found is None or not _CLOSED.match(self.text, found.end()):
            return None
        self._take_credit(found.group(), known=False)
        self.draft.end = found.end()
        self.last = "credit"
        return found.end()

    def _unknown_credit(self, at: int) -> int | None:
        """A sender that no table has, between the day and the mark: 'October 3. KazTAG -'."""
        draft = self.draft
        found = UNKNOWN_CREDIT.match(self.text, at, self.limit)
        if draft.day is None or draft.agency or found is None:
            return None
        behind_day = self.last == "day" and draft.end > draft.places[-1].end
        if found["word"] and (not behind_day or _is_region(found["word"])):
            return None
        self._take_credit(found["name"], known=False)
        self.draft.end = found.end("name")
        return self.draft.end

    def _credit_before_day(self, at: int) -> int | None:
        """'SINGAPORE - Media OutReach Newswire - 3 October 2023 - '."""
        found = CREDIT_BEFORE_DAY.match(self.text, at, self.limit)
        if self.draft.day is not None or self.draft.agency or found is None:
            return None
        day = day_pattern().match(self.text, found.end(), self.limit)
        if day is None or not _CLOSED.match(self.text, day.end()):
            return None
        self._take_credit(found["name"], known=False)
        return self._day(found.end())

    def _bracketed(self, at: int) -> int | None:
        found = _BRACKETED.match(self.text, at, self.limit)
        if found is None or not self._content(found[1], found.start(1), found.end()):
            return None
        self.draft.end = found.end()
        self.last = "bracket"
        return found.end()

    def _slashed(self, at: int) -> int | None:
        if self.text[at : at + 1] != "/":
            return None
        found = _SLASHED.match(self.text, at, self.limit)
        if found is None:
            return None
        content = found[1].strip()
        after = self.draft.day is not None or self.text[at - 1 : at] in " ."
        if not agency_of(content) and not (after and not is_place(content)):
            return None
        end = found.end()
        # ' / ACCESSWIRE / March 3, 2023 / ': the last slash opens the next part.
        if self.text[end - 1] == "/" and day_pattern().match(self.text, self._skip_spaces(end)):
            self._content(content, found.start(1), end)
            return self._day(self._skip_spaces(end))
        if not self._content(content, found.start(1), end):
            return None
        self.draft.end = end
        self.last = "bracket"
        return end

    def _content(self, content: str, start: int, end: int) -> bool:
        """Take what stands in brackets or slashes: credit, day, or the country of the place."""
        known = agency_of(content)
        if known:
            return self._take_credit(known, known=True)
        if _SHORT_REGION.fullmatch(content) and self.last == "place" and self.draft.day is None:
            return True  # 'Tamale (N/R)': Ghana's Northern Region
        day = day_pattern().match(self.text, start, end - 1)
        if day and day.end() >= end - 2:
            return self._day(start) is not None
        if self._take_region(content.strip()):
            place = self.draft.places[-1]
            place.end = end
            return True
        seat = added_place(content)
        if seat and seat.mark in ("seat", "venue") and self.draft.agency is None:
            return True  # 'New York (United Nations) –'
        credit: str | None = None
        for piece in _PIECES.split(content):
            at = start + content.find(piece)
            if sender := _sender_of(piece):
                credit = sender
            elif day_pattern().fullmatch(piece):
                self._day(at)
            elif credit is None and _CREDIT_WORDS.fullmatch(piece) and not piece[0].isdigit():
                credit = piece
        if credit is None:
            return self.draft.day is not None
        words = credit.split()
        plausible = credit.isalpha() or _CAPITAL.search(credit) or NEWS_WORD.search(credit)
        if len(words) > 5 or not plausible:
            return False
        return self._take_credit(credit, known=agency_of(credit) is not None)

    def _take_credit(self, name: str, known: bool) -> bool:
        if self.draft.agency is None or (known and not self.draft.known_agency):
            self.draft.agency, self.draft.known_agency = name, known
        return True

    def _take_region(self, printed: str) -> bool:
        place = self.draft.places[-1]
        if country_of(printed) and (place.country is None):
            place.country = printed
            return True
        if region_of(printed) and place.region is None and place.country is None:
            place.region = printed
            return True
        return False

    def _region(self, at: int) -> int | None:
        """What stands behind the comma: state, country, one more place, or an unknown name."""
        found = REGION.match(self.text, at, self.limit)
        if found is None or self.draft.day is not None:
            return None
        end, printed = found.end(), found.group()
        # The month belongs to the day: 'NORTH WILKESBORO, N.C. March 5'.
        day = _month_behind().search(printed)
        if day:
            end, printed = found.start() + day.start(), printed[: day.start()]
        head, _, last = printed.rpartition(" ")
        if head and agency_of(last) and not _is_region(printed):
            end, printed = found.start() + len(head), head
        if self.text[end : end + 1] == "." and not printed.endswith("."):
            short = printed + "."
            brief = len(printed) <= 6 or _SHORT_KIND.search(printed)
            shortened = bool(brief) and region_of(printed) is not None
            if shortened or _INITIALS.search(printed):
                end, printed = end + 1, short
        place = self.draft.places[-1]
        if self._take_region(printed):
            place.end = self.draft.end = end
            return end
        if len(printed.split()) > 5 or len(self.draft.places) > 4:
            return None
        if _CLOSED.match(self.text, end) and self._sends(printed):
            self.draft.end = end
            self.last = "credit"
            return end
        if is_place(printed) and (
            place.country or place.region or printed.isupper() == self.draft.caps
        ):
            self.draft.places.append(PrintedPlace(at, end, self.text[at:end]))
        elif place.region is None:
            place.region = printed
            place.end = end
        elif not _is_region(place.region) and place.country is None:
            # 'GEORGETOWN, Grand Cayman, British West Indies'
            place.region += f", {printed}"
            place.end = end
        else:
            return None
        self.draft.end = end
        return end

    def _sends(self, printed: str) -> bool:
        """Take an unknown name as the sender: 'Jakarta, CNN Indonesia --'."""
        first, space, _ = printed.partition(" ")
        known = bool(space) and agency_of(first) is not None
        if self.draft.agency or is_place(printed) or not (known or NEWS_WORD.search(printed)):
            return False
        return self._take_credit(printed, known=known)

    def _joined(self, at: int) -> int | None:
        """One more place: 'BEIJING/WASHINGTON', 'GENEVA and YEREVAN'."""
        join = _JOIN.match(self.text, max(at, 0), self.limit)
        if join is None or self.draft.day is not None or len(self.draft.places) > 5:
            return None
        place = self._place(join.end())
        if place is None or place.name.isupper() != self.draft.caps:
            return None
        if join.group() == "-" and not (
            is_place(place.name) and is_place(self.draft.places[0].name)
        ):
            return None
        self.draft.places.append(place)
        self.draft.end = place.end
        return place.end


def _sender_of(piece: str) -> str | None:
    """The agency that signs a piece, by itself or through 'TASS correspondent Ivan Lis'."""
    found = agency_of(piece)
    if found is None and "orrespondent" in piece:
        of = _CORRESPONDENT.fullmatch(piece)
        found = agency_of(of["of"] or of["whose"]) if of else None
    return found


def _is_postal_code(text: str, at: int) -> bool:
    """'NY', 'Ont' or 'UK', and no agency of that name: 'KINGSTOWN, St. Vincent, CMC –'."""
    found = _POSTAL_CODE.match(text, at)
    return found is not None and _is_region(found.group())


def _abbreviated_region(text: str, at: int) -> bool:
    """A state without a comma before it: 'FARMINGTON Conn., March 9'."""
    found = _ABBREVIATION.match(text, at)
    return found is not None and region_of(found.group()) is not None


@cache
def _month_behind() -> re.Pattern[str]:
    return re.compile(rf" (?=(?i:{months()}|{weekdays()})\b)")


def _is_region(name: str) -> bool:
    return region_of(name) is not None or country_of(name) is not None


def is_place(name: str) -> bool:
    """Whether the gazetteer knows a city or country of that name."""
    return (
        added_place(name) is not None or bool(cities_called(name)) or country_of(name) is not None
    )


def printed_day(found: re.Match[str]) -> PrintedDay | None:
    """The day that `day_pattern` found; None where the calendar has no such day."""
    weekday = found["w1"] or found["w2"] or found["w3"]
    number = numbers_of("weekday").get(weekday.strip(" .,").lower()) if weekday else None
    for form in "1234":
        if found[f"d{form}"]:
            break
    else:
        return PrintedDay(weekday=number)
    day, month = int(found[f"d{form}"]), found[f"m{form}"].lower()
    year = found[f"y{form}"] or found["juche"]
    month_number = int(month) if month.isdigit() else month_numbers()[month]
    if form == "4" and month_number > 12 >= day:
        day, month_number = month_number, day
    if not (1 <= day <= 31 and 1 <= month_number <= 12):
        return None
    if year and len(year) == 2:
        year = f"20{year}"
    return PrintedDay(day, month_number, int(year) if year else None, number)
