"""Reads the parts of a dateline: places with their regions, and the part behind each mark."""

from __future__ import annotations

import re
from functools import cache

from newsextract.lexicons.agencies import agency_of, is_word
from newsextract.lexicons.countries import country_of
from newsextract.lexicons.places import cities_called
from newsextract.lexicons.regions import printed_region
from newsextract.parsers.dateline.cursor import CLOSED, is_place, is_region
from newsextract.parsers.dateline.draft import PrintedPlace
from newsextract.parsers.dateline.names import CITY, is_other_city, weight_of
from newsextract.parsers.dateline.patterns import (
    DASH,
    LOWER,
    REGION,
    SENTENCE,
    TIME,
    UPPER,
    caps_place,
    day_pattern,
    mixed_place,
    months,
    small_letters_place,
    weekdays,
)
from newsextract.parsers.dateline.senders import SenderScanner

DASHES = re.compile(rf" {{0,3}}[{DASH}=]{{1,4}} {{0,3}}")
_SHORT_KIND = re.compile(r" (?:Pref|Prov|Dist|Gov|Dept|Co)$")
_JOIN = re.compile(rf"(?: ?/ ?| ?\| ?|[,;]? (?i:and|&) |-| - )(?=[{UPPER}'’])")
_AND = re.compile(r" (?i:and|&) ")
_SERIAL = re.compile(r", (?i:and|&) ")
_POSTAL_CODE = re.compile(r"[A-Z]{2,3}(?=\.?[,\s(/])")
_SAINT = re.compile(r"S[Tt]\. ")
_ABBREVIATION = re.compile(r"(?:[A-Z][a-z]{2,5}|(?:[A-Z]\.){2,3})\.?(?=,? )")
_ASIDE = re.compile(
    rf"(?:[Aa]t [Ss]ea"
    rf"|[{UPPER}][\w'’]+[-–/][{UPPER}][\w'’]+ (?:border|frontier|boundary)"
    rf"|(?:in|off|on|near|along|outside) (?:the )?[{UPPER}][\w'’-]*(?: [\w'’-]+){{0,3}})"
    rf"(?=,| ?[{DASH}(:])"
)
"""'MEDYKA, on the Polish-Ukrainian border', 'ABOARD THE USS CARL VINSON, in the Persian Gulf'."""
_ABOARD = re.compile(
    rf"(?:(?i:aboard|on board)(?: (?i:the|an?))?|(?:USS|USNS|USCGC|HMS|HMAS|HMCS|HMNZS|INS)(?= ))"
    rf"(?: (?:[{UPPER}]\.){{1,4}}| [“\"]?[{UPPER}][\w'’-]*[”\"]?| \d\d?(?=,| \()"
    r"| of| the| papal| presidential| plane| flight){1,10}"
)
_LETTERS_APART = re.compile(r"[A-Z](?: [A-Z]){3,14}(?=,| \()")
"""'W A S H I N G T O N, Oct. 10'."""
_AUTHOR_BEHIND = re.compile(
    rf"by [{UPPER}][\w'’-]+(?: [{UPPER}][\w'’-]+){{1,2}}(?=\.|,| ?[{DASH}]|\n|$)"
    rf"|[{UPPER}][\w'’-]+ [{UPPER}][\w'’-]+(?=: [{UPPER}])"
)
"""'24.kg news agency, by Anton LYMARENKO', 'Asia-Plus, Payrav Chorshanbiyev: '."""
_TIME = re.compile(TIME)
_DOTS = re.compile(r"\.{3,6}")
_VIA = re.compile(rf"(?:via|by way of) [{UPPER}][\w'’-]+(?: [{UPPER}][\w'’-]+)?")
_JOINED_NAME = re.compile(rf" (?i:and|&) [{UPPER}][\w’'-]+")
_REGION_CLOSED = re.compile(rf"[{UPPER}][{LOWER}]{{3,15}}(?=\.[{DASH}])")
_INITIALS = re.compile(r"\.[A-Z]$")


class PartScanner(SenderScanner):
    """Reads parts of a dateline at positions of the text into `draft`."""

    def _place(self, at: int) -> PrintedPlace | None:
        text = self.text
        if text[at + 1 : at + 2] == " " == text[at + 3 : at + 4]:
            apart = _LETTERS_APART.match(text, at, self.limit)
            if apart:
                return PrintedPlace(at, apart.end(), apart.group().replace(" ", ""))
        aboard = _ABOARD.match(text, at, self.limit) if text[at : at + 1] in "AaOoUHI" else None
        if aboard:
            return PrintedPlace(at, aboard.end(), aboard.group())
        pattern = (
            caps_place()
            if text[at + 1 : at + 3].isupper()
            or (text[at : at + 1].isupper() and text[at + 1 : at + 2] in "'’.‘")
            else mixed_place()
        )
        found = pattern.match(text, at, self.limit)
        if pattern is caps_place() and (found is None or found.group()[-1] == "."):
            found = mixed_place().match(text, at, self.limit) or found  # 'D.I. Khan'
        if found is None:
            return None
        behind = text[found.end() : found.end() + 2]
        if behind[:1] == " " and behind[1:].islower():
            small = small_letters_place().match(text, at, self.limit)
            if small and is_place(small.group()):
                found = small
        end = found.end()
        name = found.group()
        town, hyphen, sender = name.rpartition("-")
        if hyphen and weight_of(town) >= CITY and not (is_place(name) or agency_of(name)):
            if agency_of(sender):
                return PrintedPlace(at, at + len(town), town)  # 'Baku-APA.'
            if country_of(sender) and not country_of(town):
                return PrintedPlace(at, end, town, None, sender)  # 'Abu Dhabi-UAE'
        if text.startswith(" city", end) and text.startswith((",", " (", " –"), end + 5):
            return PrintedPlace(at, end + 5, text[at : end + 5])  # 'Nur-Sultan city, 3 May'
        if name[-2:-1] == "." and _INITIALS.search(name) and text[end : end + 1] == ".":
            end += 1
        elif text.startswith(("'", "’"), end) and text[end + 1 : end + 2] in " ,(:":
            end += 1  # "Male', Maldives"
        if len(name) < 2:
            return None
        joins = text.startswith((" and ", " & ", " AND "), end)
        joined = _JOINED_NAME.match(text, end, self.limit) if joins else None
        if joined and country_of(name + joined.group()):
            return PrintedPlace(at, joined.end(), name + joined.group())  # 'Antigua and Barbuda'
        first, joint, _ = name.partition(" AND ")
        if joint and not is_place(name) and weight_of(first) >= CITY:
            return PrintedPlace(at, at + len(first), first)  # 'HONG KONG AND TOKYO'
        # 'TEHRAN IRNA': a credit behind the place with nothing between.
        head, _, last = name.rpartition(" ")
        if head and _is_credit(last) and not is_place(name) and is_place(head):
            end, name = at + len(head), head
        elif head and not is_place(name) and is_region(last):
            state = printed_region(last)
            country = state.country if state else country_of(last)
            code = state.admin1 if state else None
            if any(c.country == country and code in (None, c.region) for c in cities_called(head)):
                # 'ROSEAU DOMINICA': the country without a comma
                return PrintedPlace(at, end, head, *((last, None) if state else (None, last)))
        return PrintedPlace(at, end, text[at:end])

    def _part(self, at: int) -> int | None:
        """Behind the part of a dateline that stands at `at`."""
        text = self.text
        at = self._skip_spaces(at)
        if at >= self.limit:
            return None
        mark = text[at]
        if mark == "," and _SERIAL.match(text, at):
            return self._joined(at)  # 'QUITO, Ecuador, and BOGOTÁ, Colombia'
        if mark == ",":
            at = self._skip_spaces(at + 1)
            if text[at : at + 1] in DASH:
                return at
            via = _VIA.match(text, at, self.limit)
            if via:  # ', via London, March 17.'
                day = day_pattern().match(text, via.end() + 2, self.limit)
                self.draft.end = day.end() if day and text[via.end()] == "," else via.end()
                return self.draft.end
            author = _AUTHOR_BEHIND.match(text, at, self.limit) if self.draft.agency else None
            if author:
                self.draft.end = author.end()
                return author.end()
            return (
                self._day(at)
                or self._misspelled(at)
                or self._relative_day(at)
                or (
                    self._region(at)
                    if _SAINT.match(text, at) or _is_postal_code(text, at)
                    else None
                )
                or self._credit(at)
                or self._bracketed(at)
                or self._slashed(at)
                or self._address(at)
                or self._unknown_credit(at)
                or (None if self._is_story(at) else self._region(at))
            )
        if mark in "([":
            return self._bracketed(at)
        if mark == "=" and self.open_bracket:
            return self._credit(self._skip_spaces(at + 1), closed=True)  # '[Seoul=Newsis]'
        if mark in ")]" and mark == self.open_bracket:
            self.open_bracket = ""
            self.draft.end = at + 1
            self.last = "bracket"
            return at + 1
        if mark == "/":
            return (
                self._slashed(at)
                or self._credit(self._skip_spaces(at + 1), closed=True)
                or self._joined(at)
                or self._day(self._skip_spaces(at + 1))
                or self._bracketed(self._skip_spaces(at + 1))
                or self._country(at + 1)
            )
        if mark in ".…":
            dots = _DOTS.match(text, at, self.limit)  # 'Lusaka, Zambia .... [Grace Mumba/ANN]'
            at = self._skip_spaces(dots.end() if dots else at + 1)
            if text[at : at + 1] in set(DASH):
                return self._part(at)  # 'Oct. 8.—Reuter. The'
            return (
                self._day(at)
                or self._credit(at)
                or self._slashed(at)
                or self._bracketed(at)
                or self._unknown_credit(at)
                or self._address(at)
                or self._signed(at)
                or self._time(at)
            )
        if mark in DASH:
            dashes = DASHES.match(text, at, self.limit)
            behind_dash = dashes.end() if dashes else at + 1
            unspaced = text[at - 1] != " " and text[at + 1 : at + 2].isupper()
            if unspaced and self.last == "place":
                return (
                    self._joined(at)
                    or self._day(behind_dash, closed=True)
                    or self._credit(behind_dash, closed=True)
                )
            return (
                self._day(behind_dash, closed=not self.open_bracket)
                or self._bracketed(behind_dash)
                or self._slashed(behind_dash)
                or self._credit(behind_dash, closed=True)
                or self._credit_before_day(behind_dash)
                or self._between_marks(behind_dash)
                or self._initials(behind_dash)
                or self._body_at_once(behind_dash)
            )
        if mark == ";" and text.startswith("; and ", at):
            return self._joined(at)
        if mark == ";" and self._listed_behind(at):
            at = self._skip_spaces(at + 1)
            return self._day(at) or self._region(at)
        if mark in ":;":
            behind_mark = self._skip_spaces(at + 1)
            return (
                self._day(behind_mark, closed=True)
                or self._known_bracket(behind_mark)
                # 'KUALA LUMPUR: AFP — '
                or (self._credit(behind_mark, closed=True) if self._is_known() else None)
            )
        if mark in "|~»_•":
            behind_bar = self._skip_spaces(at + 1)
            return (
                (self._joined(at) if mark == "|" and self.draft.caps else None)
                or self._day(behind_bar)
                or self._bracketed(behind_bar)
                or self._credit(behind_bar, closed=True)
                or self._between_marks(behind_bar)
                or self._time(behind_bar)
            )
        return (
            self._day(at)
            or self._credit(at)
            or self._joined(at - 1)
            or self._misspelled(at)
            or (self._unknown_credit(at) if self.last == "day" else None)
            or (self._region(at) if self._may_be_region(at) else None)
            or self._time(at)
        )

    def _is_story(self, at: int) -> bool:
        """Whether the story stands behind the comma: '(KPL) VIENTIANE, The ministry has'."""
        if not (self.sender and self.draft.caps and self.last == "place"):
            return False
        found = REGION.match(self.text, at, self.limit)
        named = found is not None and is_region(found.group().split(" and ")[0])
        return not named and self._is_known() and SENTENCE.match(self.text, at) is not None

    def _may_be_region(self, at: int) -> bool:
        return self.last == "place" and _abbreviated_region(self.text, at)

    def _is_known(self) -> bool:
        return is_place(self.draft.places[0].name)

    def _time(self, at: int) -> int | None:
        """Behind the time of day: 'RBC, 12.03.2009, Moscow 11:20:05.'."""
        found = _TIME.match(self.text, at, self.limit) if self.draft.day else None
        behind = self.last in ("day", "bracket") or self.draft.end == self.draft.places[-1].end
        if found is None or not behind:
            return None
        self.last, self.draft.end = "time", found.end()
        return found.end()

    def _listed_behind(self, at: int) -> bool:
        """Whether one more part stands behind a semicolon: '; Arusha, Tanzania; 3 May 2022:'."""
        if self.last != "place":
            return False
        at = self._skip_spaces(at + 1)
        if day_pattern().match(self.text, at, self.limit):
            return True
        place = self._place(at)
        listed = place is not None and self.text[place.end : place.end + 1] in (",", ";")
        return listed and place is not None and is_place(place.name)

    def _dated(self) -> bool:
        """Whether a day stands behind the place: 'Suva, 3 May', not '3 May, Suva'."""
        return self.draft.day is not None and self.draft.end > self.draft.places[-1].end

    def _region(self, at: int) -> int | None:
        """What stands behind the comma: state, country, one more place, or an unknown name."""
        aside = _ASIDE.match(self.text, at, self.limit)
        if aside and not self._dated():
            self.draft.places[-1].end = self.draft.end = aside.end()
            return aside.end()
        found = REGION.match(self.text, at, self.limit)
        if found is None or self._dated():
            return None
        end, printed = found.end(), found.group()
        # The month belongs to the day: 'NORTH WILKESBORO, N.C. March 5'.
        day = _month_behind().search(printed)
        if day:
            end, printed = found.start() + day.start(), printed[: day.start()]
        first = _AND.split(printed, 1)[0]
        if first != printed and (is_region(first) or is_place(first)) and not is_region(printed):
            end, printed = found.start() + len(first), first  # 'KIGALI, Rwanda and GOMA'
        head, _, last = printed.rpartition(" ")
        if head and agency_of(last) and not is_region(printed):
            end, printed = found.start() + len(head), head
        if self.text[end : end + 1] == "." and not printed.endswith("."):
            short = printed + "."
            brief = len(printed) <= 6 or _SHORT_KIND.search(printed)
            shortened = bool(brief) and printed_region(printed) is not None
            if shortened or _INITIALS.search(printed):
                end, printed = end + 1, short
        place = self.draft.places[-1]
        other = printed.isupper() == self.draft.caps and is_other_city(printed, place.name)
        if not other and self._take_region(printed):
            place.end = self.draft.end = end
            return end
        if len(printed.split()) > 5 or len(self.draft.places) > 4:
            return None
        if CLOSED.match(self.text, end) and self._sends(printed):
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
        elif not is_region(place.region) and place.country is None:
            # 'GEORGETOWN, Grand Cayman, British West Indies'
            place.region += f", {printed}"
            place.end = end
        elif place.country is None and (CLOSED.match(self.text, end) or self.text[end] == ","):
            place.end = end  # 'BENI, North Kivu, Eastern Congo'
        else:
            return None
        self.draft.end = end
        return end

    def _country(self, at: int) -> int | None:
        """The country behind a slash: 'TUNIS/Tunisia'."""
        place = self._place(at)
        if place is None or not country_of(place.name) or self.draft.places[-1].country:
            return None
        end = place.end + (self.text[place.end : place.end + 1] == "/")  # 'BIARRITZ /France/'
        self.draft.places[-1].country = place.name
        self.draft.places[-1].end = self.draft.end = end
        return end

    def _joined(self, at: int) -> int | None:
        """One more place: 'BEIJING/WASHINGTON', 'GENEVA and YEREVAN'."""
        join = _JOIN.match(self.text, max(at, 0), self.limit)
        if join is None or self._dated() or len(self.draft.places) > 5:
            return None
        place = self._place(join.end())
        if place is None or place.name.isupper() != self.draft.caps:
            return None
        if join.group().strip() in ("-", "|") and not (
            is_place(place.name) and is_place(self.draft.places[0].name)
        ):
            return None
        self.draft.places.append(place)
        self.draft.end = place.end
        return place.end


def _is_credit(last: str) -> bool:
    """Whether an agency signs behind a blank: 'TEHRAN IRNA', no 'MARKET REPORT'."""
    agency = agency_of(last)
    return agency is not None and not is_word(agency)


def _is_postal_code(text: str, at: int) -> bool:
    """'NY', 'Ont' or 'UK', and no agency of that name: 'KINGSTOWN, St. Vincent, CMC –'."""
    found = _POSTAL_CODE.match(text, at)
    return found is not None and is_region(found.group())


def _abbreviated_region(text: str, at: int) -> bool:
    """A state without a comma before it: 'FARMINGTON Conn., March 9', 'MERIDA Yucatan.-'."""
    found = _ABBREVIATION.match(text, at) or _REGION_CLOSED.match(text, at)
    return found is not None and printed_region(found.group()) is not None


@cache
def _month_behind() -> re.Pattern[str]:
    return re.compile(rf" (?=(?i:{months()}|{weekdays()})\b)")
