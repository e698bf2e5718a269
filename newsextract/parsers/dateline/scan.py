"""Reads the parts of a dateline, one behind the other, from its first letter to the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from newsextract.lexicons.agencies import agency_at, agency_of, opens_agency
from newsextract.lexicons.countries import countries_called, country_of
from newsextract.lexicons.places import cities_called
from newsextract.lexicons.regions import printed_region
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.dateline.cursor import is_place
from newsextract.parsers.dateline.draft import Draft, Separator
from newsextract.parsers.dateline.names import (
    LARGE_CITY,
    TOWN,
    is_on_board,
    is_site,
    is_venue,
    weight_of,
)
from newsextract.parsers.dateline.opening import (
    FIRST_WORD,
    OpeningScanner,
    with_capital,
)
from newsextract.parsers.dateline.patterns import (
    DASH,
    LOWER,
    PARTICLES,
    SENTENCE,
    UNKNOWN_CREDIT,
    UPPER,
    day_pattern,
    day_words,
    may_be_day,
    slug_beginnings,
)
from newsextract.parsers.dateline.plain import read_plain
from newsextract.parsers.dateline.senders import (
    BODY_AT_ONCE,
    CREDIT_BEFORE_DAY,
    LONGEST_INITIALS,
    NEWS_WORD,
    OFFICE_BEHIND,
    is_body,
    names_office,
)
from newsextract.reading import Block
from newsextract.reading.line_kinds import is_sentence

LONGEST = 260
"""Characters from the first letter of a dateline to the story; the longest seen has 140."""

_BRACKETS = {"(": ")", "[": "]"}
_MOST_PARTS = 14
_LONGEST_OFFICE = 40

_RUNNING = re.compile(
    rf"(?P<first>[{UPPER}][{LOWER}]{{1,20}}(?:-[{UPPER}][{LOWER}]{{1,20}})?)"
    rf"(?P<name> [{UPPER}][{UPPER}{LOWER}]{{1,20}}(?:['’-][{UPPER}{LOWER}]{{1,20}})?){{0,4}}"
    rf" (?P<small>[{LOWER}]{{2,20}}) (?P<next>[{LOWER}])?"
)
_COUNTED = re.compile(
    rf"(?P<first>[{UPPER}][{LOWER}]{{1,20}})(?: [{LOWER}]{{2,12}})?"
    rf" [\d.,]*\d (?P<small>[{LOWER}]{{2,20}}) "
)
"""'Net 560,000 vs 1,247,000', 'Revs 61.7 mln vs': a row of a table, no 'Paris 3 march'."""
_JOINING = frozenset(PARTICLES) | {"and"}
_ABOARD = ("Aboard", "On")
_END_MARK = re.compile(
    rf"(?:\. ?)?(?:[{DASH}=_~»•]{{1,4}}|>>|[:;](?!\d)|\|)|\.{{2,8}}|\.(?!\w)|//?|…+"
)
_MARKS = re.compile(rf"[{DASH}=_~»•>:;|/.…,(\[\d]")
"""Of which every dateline has one."""
_GO_ON = (",", "(", "[")
_LENGTH = re.compile(r"\d{2,4} words$")
"""'Paris, France | AFP | Friday 08/05/2020 - 15:12 UTC | 522 words'."""
_FIRST_WORD = re.compile(r"([A-Z][a-z]{0,15})(?:['’]s)? [A-Za-z]")
_OPENERS = word_list("dateline_words.tsv", "openers")
_SERIES = re.compile(rf"; and (?=[{UPPER}])")
_MORE_MARKS = re.compile(rf"[{DASH} :*]{{0,8}}")
_BARRED_BYLINE = re.compile(rf"([{UPPER}][{UPPER} .'’-]{{1,40}}) \| ")  # '| RONALD MUSOKE | '
_PAPER = re.compile(
    r"^[A-Z]{2,6}$| (?:NEWS|PRESS|TIMES|POST|RADIO|MEDIA|ONLINE|DAILY|AGENCY)$|\.[A-Z]{2,4}$"
)
_SMALL_BEHIND = re.compile(
    rf"[\"“‘']?(?:[{UPPER}](?:[{LOWER}]| [{LOWER}])|(?:[{UPPER}]\.){{2,4}} [{UPPER}][{LOWER}])"
)
_CAPITALS_BEHIND = re.compile(rf"([{UPPER}]{{2,15}}) [{UPPER}]?[{LOWER}]")
_RANGE_OF_DAYS = re.compile(rf"[{DASH}]\d")
_SMALL_WORD = re.compile(rf" ([{LOWER}]{{1,20}})\b")
_RUNS_ON = re.compile(rf"(?:['’](?P<s>s))? (?!of |for |and )(?P<small>[{LOWER}\d]\w*)")
_START_OF_STORY = re.compile(rf"[{UPPER}\d\"“”„«‘'’$€£¥(\[*…¿¡]")


def scan(text: str, start: int, line_end: int, next_line: int) -> Draft | None:
    """The dateline that begins in ``text[start:line_end]``, None where nothing reads as one.

    Args:
        text: the clean text.
        start: where the line starts.
        line_end: where it ends.
        next_line: where the next line starts; the end of the text behind the last one.
    """
    plain = _plain(text, start, line_end, next_line)
    if plain:
        return plain
    limit = min(line_end, start + LONGEST)
    if _MARKS.search(text, start, limit) is None:
        return None  # many a headline
    small = text[start : start + 1].islower() and text[start + 2 : start + 3] not in "-'’"
    if small and not agency_at(text, start):  # no 'nCa, Ashgabat'
        capital = with_capital(text, start, line_end)
        return scan(capital, start, line_end, next_line) if capital else None
    counted = _COUNTED.match(text, start, line_end)
    row = counted is not None and _is_sentence_of(counted["first"], counted["small"])
    if row and not agency_at(text, start):
        return None
    runs = _RUNNING.match(text, start, line_end)
    if runs and _is_sentence_of(runs["first"], runs["small"]):
        if runs["next"]:
            return None
        alone = runs["name"] is None and _is_no_place(runs["first"], runs["small"])
        if alone and not agency_at(text, start):
            return None
    return _Scanner(text, limit, line_end, next_line).read(start)


def plain_at_head(text: str, blocks: Sequence[Block]) -> Draft | None:
    """The dateline that opens an item without lines above, if it is one of the plainest.

    So most of a wire's items begin; it is what `scan` finds, without what other items need.
    """
    next_line = blocks[1].start if len(blocks) > 1 else len(text)
    return _plain(text, blocks[0].start, blocks[0].end, next_line)


def _plain(text: str, start: int, line_end: int, next_line: int) -> Draft | None:
    draft = read_plain(text, start, line_end, next_line)
    if draft is None:
        return None
    limit = min(line_end, start + LONGEST)
    return None if may_go_on(text, draft.end, draft.body, limit, True) else draft


def _is_sentence_of(first: str, second: str) -> bool:
    """Whether a line begins as running text: 'Officials said on', no 'Brdo pri', 'May day'."""
    return not (
        second in _JOINING
        or first.upper() in slug_beginnings()
        or second in day_words()
        or first == "Reporting"
    )


@lru_cache(maxsize=4096)
def _is_no_place(first: str, small: str) -> bool:
    """Whether the word before a small one is no place, as the scanner would find: 'He told Ann'."""
    return not (first in _ABOARD or small == "city" or may_be_day(first, 0))


def may_go_on(text: str, at: int, body: int, limit: int, dated: bool) -> bool:
    """Whether what stands behind the mark may still be a part: day, credit or bracket.

    Args:
        text: the clean text.
        at: where the mark stands.
        body: where the story would begin.
        limit: where a dateline ends at the latest.
        dated: whether a day stands before the mark.
    """
    if body >= limit:
        return False
    if text[body] in "([/" or text[body].isdigit():
        return True
    word = FIRST_WORD.match(text, body, limit)
    if word is None or text.startswith(("/", " /"), at):
        return True
    start, end = word.span(1)
    runs_on = _RUNS_ON.match(text, end)
    if runs_on and not opens_agency(word[1], runs_on["s"] or runs_on["small"]):
        return word[1].lower() in day_words()  # no, most often
    if word[1].lower() in day_words() or agency_at(text, start):
        return True
    if runs_on:
        return False
    office = OFFICE_BEHIND.match(text, body, limit) if dated else None
    if office and names_office(text[body : min(limit, office.end() + _LONGEST_OFFICE)]):
        return True
    sender = UNKNOWN_CREDIT if dated else CREDIT_BEFORE_DAY
    return sender.match(text, body, limit) is not None


class _Scanner(OpeningScanner):
    def read(self, start: int) -> Draft | None:
        at = self._before(start)
        place = self._place(at)
        if place is None or self._runs_on(place.end):
            return None
        if is_venue(place.name) and self.text.startswith(", ", place.end):
            city = self._place(place.end + 2)  # 'STATE HOUSE, Entebbe'
            if city and weight_of(city.name) >= TOWN:
                place = city
        self.draft.start = place.start
        self.draft.places.append(place)
        at = self.draft.end = place.end
        complete: Draft | None = None
        for _ in range(_MOST_PARTS):
            closed = self._closing(at)
            if closed:
                dated = self.draft.day is not None
                goes_on = may_go_on(self.text, at, closed[0], self.limit, dated)
                if not (goes_on or self._body_behind(closed[0])):
                    return self._complete(*closed)
                complete = self._snapshot(*closed)
                more = self._more(at, closed[1])
                if more is None:
                    return complete
                at = more
                continue
            behind = self._part(at)
            if behind is None:
                body = self._implicit(at)
                return complete if body is None else self._complete(body, "credit")
            at = behind
        return complete

    def _body_behind(self, at: int) -> bool:
        """Whether a body sends it: 'May 3, 2023 - Ottawa, Ontario - Global Affairs Canada'."""
        if self.draft.day is None or self._dated():
            return False
        found = BODY_AT_ONCE.match(self.text, at, self.limit)
        return found is not None and is_body(found)

    def _runs_on(self, at: int) -> bool:
        """Whether a sentence goes on behind the name: 'The government has', no 'Paris and Rome'."""
        small = _SMALL_WORD.match(self.text, at, self.limit)
        return small is not None and small[1] not in day_words() and small[1] != "and"

    def _complete(self, body: int, separator: Separator) -> Draft:
        """The dateline as it is read so far."""
        draft = self.draft
        draft.body, draft.separator = body, separator
        if self.sender and not (draft.agency and draft.known_agency):
            draft.agency, draft.known_agency = self.sender, True
        return draft

    def _snapshot(self, body: int, separator: Separator) -> Draft:
        """The dateline as it is read so far, apart from what may still be read."""
        going_on = self.draft
        self.draft = replace(going_on, places=[replace(place) for place in going_on.places])
        complete = self._complete(body, separator)
        self.draft = going_on
        return complete

    # -- the end

    def _closing(self, at: int) -> tuple[int, Separator] | None:
        """Where the story begins if a dash, colon, full stop or line end closes the dateline."""
        text, draft = self.text, self.draft
        if self.open_bracket:
            return None
        at = self._skip_spaces_in_line(at)
        goes_on = text.startswith(_GO_ON, at) or (
            text.startswith(";", at)
            and (_SERIES.match(text, at) is not None or self._listed_behind(at))
        )
        marks = None if goes_on else _END_MARK.match(text, at, self.limit + 4)
        dated = self.last == "day" and (self.sender or draft.caps)
        stamped = self.last == "time" or dated
        if stamped and text.startswith(".", at) and text[at + 1 : at + 2].isupper():
            return at + 1, "dot"
        timed = self.last == "day" and text[self.draft.end - 1] == "." and at > self.draft.end
        if marks is None and timed and not goes_on:
            return at, "dot"  # 'Belmopan. May 9, 2019. 9:40 a.m. The'
        if marks is None:
            if at < self.line_end:
                return None
            return (self.next_line, "line") if self._whole_line() else None
        printed = marks.group()
        joins = printed[0] == "/" and draft.end == draft.places[-1].end
        spaced = printed == "//" and text[at - 1] == " "
        ends = self.sender or printed == "//"
        joins = joins and not spaced  # 'SHARM EL SHEIKH // The UAE'
        listed = printed == "|" and draft.caps and self.last == "place"
        if listed and self._place_behind(marks.end()):
            return None
        if joins and not (ends and not self._place_behind(marks.end())):
            return None
        if self.last == "day" and _RANGE_OF_DAYS.match(text, marks.start()):
            return None
        sign: Separator = "dash"
        if printed[-1] in ":;":
            sign = "colon"
        elif (
            printed in (".", "/")
            or printed[0] == "…"
            or printed[:2] == ".."
            or (printed == "//" and not (joins or spaced))
        ):
            sign = "dot"
        elif printed in DASH and text[at - 1] != " ":
            # 'ALGIERS-The ministry' under a headline, no 'PARIS-Dakar'
            hyphen = printed == "-" and draft.caps and self._stands_below()
            may = printed == "—" or (printed == "–" and draft.caps) or hyphen
            joined = may and self._sentence_joined(marks.end())
            draft.spaced = joined or text[marks.end() : marks.end() + 1] in " \n"
            if not draft.spaced and draft.day is None and draft.agency is None:
                return None
        more = _MORE_MARKS.match(text, marks.end(), self.line_end)
        length = _LENGTH.match(text, more.end() if more else marks.end(), self.line_end)
        if length:
            return self.next_line, sign
        body = more.end() if more else marks.end()
        if printed == "|":
            body = self._barred_byline(body)
        return self.next_line if body >= self.line_end else body, sign

    def _place_behind(self, at: int) -> bool:
        """'Xinhua - BEIJING/WASHINGTON': one more place behind the slash."""
        place = self._place(self._skip_spaces(at))
        return place is not None and is_place(place.name)

    def _stands_below(self) -> bool:
        """Whether a line stands above the dateline."""
        return self.text.rfind("\n", 0, self.draft.start) >= 0

    def _whole_line(self) -> bool:
        """Whether the line has more than a place: 'SEOUL, March 3', 'APA-Conakry (Guinea)'."""
        place = self.draft.places[0]
        before = self.text[max(0, place.start - 3) : place.start].strip() if self.sender else ""
        return self.draft.end > place.end or before[-1:] in (*DASH, "/")

    def _sentence_joined(self, at: int) -> bool:
        """Whether a sentence follows the dash at once: 'WASHINGTON—The', 'Owerri—GUNMEN fired'."""
        if _SMALL_BEHIND.match(self.text, at):
            return True
        capitals = _CAPITALS_BEHIND.match(self.text, at)
        return capitals is not None and not is_place(capitals[1])

    def _barred_byline(self, at: int) -> int:
        """Behind the author or the paper between bars: '| RONALD MUSOKE | ', '| THE TIMES | '."""
        byline = _BARRED_BYLINE.match(self.text, at, self.line_end)
        if byline is None or day_pattern().match(self.text, byline.end(), self.limit):
            return at
        known = agency_of(byline[1])
        if known or byline[1].startswith("THE ") or _PAPER.search(byline[1]):
            self._take_credit(known or byline[1], known=known is not None)
        return byline.end()

    def _more(self, at: int, sign: Separator) -> int | None:
        """Behind a part that stands behind the mark: '. Nov 3', '- (AFP) -', '. KAZINFORM'."""
        if sign not in ("dash", "dot", "colon"):
            return None
        before = self.draft.day, self.draft.agency
        behind = self._part(at)
        if behind is None or (self.draft.day, self.draft.agency) != before:
            return behind
        author = self.last == "bracket" and self.text[behind - 1] == "/"  # '/Anar Aliyev/ -'
        return behind if author else None

    def _skip_spaces_in_line(self, at: int) -> int:
        while at < self.line_end and self.text[at] == " ":
            at += 1
        return at

    def _implicit(self, at: int) -> int | None:
        """Where the story begins if a credit alone closes the dateline: '(PTI) India'."""
        draft, text = self.draft, self.text
        if text.startswith(", ", at) and self._is_story(at + 2):
            return at + 2
        at = self._skip_spaces(at)
        if self.open_bracket or not _START_OF_STORY.match(text, at):
            return None
        signed = (
            draft.known_agency or draft.day or self.sender or NEWS_WORD.search(draft.agency or "")
        )
        capitals = self.last == "credit" and text[draft.end - 2 : draft.end].isupper()
        full = draft.known_agency and draft.day is not None and draft.day.year is not None
        # '(MENAFN- IANS) Dhaka, April 9 The', 'Georgetown, GINA, May 3, 2023 The'
        wrapped = (self.sender or full) and self.last == "day"
        initials = draft.agency and draft.agency.isupper() and len(draft.agency) <= LONGEST_INITIALS
        if self.last == "bracket" and initials and text[draft.places[-1].end] == ",":
            return at  # 'Aden, (STC) The'
        local = draft.caps and draft.places[-1].region and (draft.agency or "").isupper()
        if self.last == "bracket" and (signed or local or self._in_brackets()):
            return at
        if self.last == "credit" and self.at_once:
            return at  # 'Johannesburg - Sapa Police said'
        # 'Lankaran, April 30, AssA-Irada The ministry'
        signs = self.last == "credit" and draft.known_agency and draft.day is not None
        if signs and SENTENCE.match(text, at):
            return at
        return at if capitals or wrapped or self._is_unmarked(at) else None

    def _is_unmarked(self, at: int) -> bool:
        """A sentence with no mark before: 'BRIDGETOWN, Barbados, May 12, 2013 The bank has'."""
        day, text = self.draft.day, self.text
        place = self.draft.places[-1]
        if self.last == "place" and self.draft.caps and len(self.draft.places) == 1:
            first = _FIRST_WORD.match(text, at)  # 'FRANKFURT The European Central Bank'
            opens = first and (first[1].lower() in _OPENERS or countries_called(first[1]))
            if opens and self._stands_below() and not place.region:
                own = any(  # 'KIRKENES Norwegian police'
                    first and city.country in countries_called(first[1])
                    for city in cities_called(place.name)
                )
                large = weight_of(place.name) >= (TOWN if own else LARGE_CITY)
                return large and is_sentence(text[at : self.line_end])
        within = country_of(place.country or "") or printed_region(place.region or "")
        if self.last == "place" and self.draft.caps and within:
            known = is_place(place.name) or is_site(place.name)
            named = self._stands_below() and known  # 'GDANSK, Poland Lech Walesa'
            return named and SENTENCE.match(text, at) is not None
        if self.last != "day" or day is None:
            return False
        if not self.draft.caps and day.year is None:  # 'Chennai, Dec. 3 Coffee growers'
            large = text[place.end] == "," and weight_of(place.name) >= LARGE_CITY
            if not (large and self._stands_below()):
                return False
        dotted = text[self.draft.places[-1].end] == "."  # 'KYIV. April 9 Grain exports fell'
        headed = dotted or self._stands_below()
        if day.year is None and not headed:
            return False
        known = all(is_place(place.name) for place in self.draft.places)
        begins = SENTENCE.match(text, at) is not None
        return known and begins and text[at : self.line_end].rstrip()[-1:] in (*'."”', "")

    def _in_brackets(self) -> bool:
        """'[KAMPALA] Farmers', '(ABOARD AIR FORCE ONE) The': the whole dateline is in brackets."""
        start, end = self.draft.start - 1, self.draft.end - 1
        opened = self.text[start : start + 1]
        own = is_on_board(self.draft.places[0].name) or self.draft.caps
        return (opened == "[" or (opened == "(" and own)) and self.text[end] == _BRACKETS[opened]
