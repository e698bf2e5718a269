"""Reads what stands before the place of a dateline: bullets, slugs, senders, days."""

from __future__ import annotations

import re
from functools import cache

from newsextract.lexicons.agencies import agency_at, agency_of
from newsextract.lexicons.places import cities_called
from newsextract.lexicons.time_words import numbers_of
from newsextract.parsers.dateline.cursor import is_place
from newsextract.parsers.dateline.names import is_on_board
from newsextract.parsers.dateline.parts import DASHES, PartScanner
from newsextract.parsers.dateline.patterns import (
    DASH,
    LOWER,
    UPPER,
    day_pattern,
    month_numbers,
    months,
    slug_beginnings,
    slug_pattern,
)
from newsextract.parsers.dateline.senders import ADDRESS

FIRST_WORD = re.compile(r"\W{0,3}([^\W\d_]{1,20})")
_LEAD = re.compile(
    r"[\s*•·>#|]{0,8}"
    r"(?:[A-Z]{2}\d{6,10} |\((?:Rec|Received)\b[^()\n]{1,25}\) ?"
    r"|\((?:From|By) [^()\n]{3,40}\) ?|\(\d\d-\d\d\) \d\d?:\d\d [A-Z]{2,3}T )?"
    r"(?:[\[(](?:[A-Z][\w ]{0,30} )?"
    r"(?:[Tt]ext|[Ee]xcerpts?|[Ss]ummary|[Rr]eport|[Dd]ispatch)[\])]:? )?"
)
"""Bullets; what the FBIS and the BBC say of an item: '[Text] Tokyo, June 12 KYODO --'."""
_WRAPPED_SENDER = re.compile(
    r"\(\s?(?:MENAFN|Menafn)\s?[-–—:]?\s?([^()\n]{0,60})(?:\([^()\n]{1,20}\))?\)[\s,:-]{0,4}"
)
_OPENING = re.compile(
    rf"(?:Reporting|REPORTING) (?:from|FROM) |\d\d?[:.]\d\d ?[{DASH}|.] (?=[{UPPER}])"
)
_OPENS = frozenset("R0123456789")
"""'Reporting from Tijuana —', '14:10 | Cusco, Jun. 24'."""
_BRACKETED_SENDER = re.compile(
    rf"\((?:(?P<initials>[A-Z]{{2,8}})(?:/[A-Z]{{2,8}})?\)"
    rf"|(?P<name>[{UPPER}][\w.&'’ -]{{2,40}}?)(?:,| \|)) (?=[{UPPER}])"
)
_NAMED_SENDER = re.compile(
    rf"(?=[^,\n]{{0,40}}\b(?:News|Press|Times|Radio|Media)\b)"
    rf"[{UPPER}][\w&'’-]{{1,20}}(?: [{UPPER}&][\w'’-]{{0,20}}){{1,4}}(?=, [{UPPER}]{{3}})"
)
"""'News Americas, KINGSTON, Jamaica': no table has it."""
_SENDER_SIGN = re.compile(rf"\)? ?(?:[{DASH}/|,:]{{1,2}}) ?|\) ?| (?=[{UPPER}])")
_SPELLED = re.compile(r" \([A-Z]{2,6}\)(?= ?[-–—])")
_BEHIND_DAY = re.compile(rf" ?(?:[,.|/]|[{DASH}]{{1,2}})? ?\(?(?=[{UPPER}])")
_BEHIND_OPENED = re.compile(rf"\) ?[{DASH}]{{0,2}} ?(?=[{UPPER}])")
_LONGEST_NAME, _LONGEST_HOST = 42, 24
"""Characters of a web address up to its first full stop."""


@cache
def day_words() -> frozenset[str]:
    """Months and weekdays in small letters."""
    return frozenset([*month_numbers(), *numbers_of("weekday")])


@cache
def _day_beginnings() -> frozenset[str]:
    return frozenset(word[:3] for word in day_words())


class OpeningScanner(PartScanner):
    """Reads up to the place."""

    def _before(self, at: int) -> int:
        text = self.text
        if not text[at : at + 1].isalpha() or text[at + 2 : at + 8].isdigit():
            at = self._past_marks(at)
        word = FIRST_WORD.match(text, at, self.limit)
        begins = word is not None and word[1].upper() in slug_beginnings()
        slug = slug_pattern().match(text, at, self.limit) if begins else None
        if slug:
            at, self.draft.slug = slug.end(), True
        sender = self._sender(at)
        if sender:
            at = sender
        opening = _OPENING.match(text, at, self.limit) if text[at : at + 1] in _OPENS else None
        at = opening.end() if opening else at
        at = self._day_before(at)
        if self.open_bracket:
            return at
        if text[at : at + 1] == "[":
            self.open_bracket, at = "]", at + 1
        elif text[at : at + 1] == "(" and not sender:
            self.open_bracket, at = ")", at + 1
        return at

    def _past_marks(self, at: int) -> int:
        """Behind bullets and '(MENAFN- Trend News Agency)'."""
        lead = _LEAD.match(self.text, at, self.limit)
        at = lead.end() if lead else at
        wrapped = _WRAPPED_SENDER.match(self.text, at, self.limit)
        if wrapped:
            name = wrapped[1].strip()
            self.sender = agency_of(name) or name or None
            at = wrapped.end()
        return at

    def _day_before(self, at: int) -> int:
        """Behind a day before the place: '3 March 2023, Geneva –', '(3 March) Geneva'."""
        first, opened = at, self.text[at : at + 1] == "("
        at += opened
        begins = self.text[at : at + 3].lower() in _day_beginnings()
        if not begins and not self.text[at : at + 1].isdigit():
            return first
        found = day_pattern().match(self.text, at, self.limit)
        behind = _BEHIND_OPENED if opened else _BEHIND_DAY
        gap = behind.match(self.text, found.end(), self.limit) if found else None
        if not found or not gap:
            return first
        place = self._place(gap.end())
        if place is None or not (is_place(place.name) or is_on_board(place.name)):
            return first
        self._day(at)
        return gap.end() - gap.group().endswith("(")

    def _sender(self, at: int) -> int | None:
        """Behind an agency that stands before the place: 'APA-Dakar', '(ANSA) - ROME'."""
        opened = self.text[at : at + 1] == "("
        found = agency_at(self.text, at + opened)
        if found is None and opened:
            return self._bracketed_sender(at)
        if found is None:
            may = not opened and "." in self.text[at : at + _LONGEST_HOST]
            named = ADDRESS.match(self.text, at, self.limit) if may else None
            if named is None or self.text[named.end() : named.end() + 2] != ", ":
                comma = self.text.find(", ", at, at + _LONGEST_NAME)
                named = _NAMED_SENDER.match(self.text, at, self.limit) if comma > 0 else None
                if named is None or is_place(named.group()):
                    return None
            found = named.group(), named.end()
        name, end = found
        initials = _SPELLED.match(self.text, end, self.limit)
        end = initials.end() if initials else end  # 'Afghan Voice Agency (AVA) - Herat'
        sign = _SENDER_SIGN.match(self.text, end, self.limit)
        if sign is None or (opened and not set(sign.group()) & set(")/|")):
            return None
        behind = sign.end()
        if opened and ")" not in sign.group():
            self.open_bracket = ")"
        elif opened:
            dash = DASHES.match(self.text, behind, self.limit)
            behind = dash.end() if dash else behind
        place = self._place(behind)
        if place is None or not (is_place(place.name) or place.name.isupper()):
            return None
        self.sender = name
        return behind

    def _bracketed_sender(self, at: int) -> int | None:
        """'(NYT) SANTIAGO, ', '(CARICOM Secretariat, Georgetown, Guyana – 3 May) '."""
        unknown = _BRACKETED_SENDER.match(self.text, at, self.limit)
        place = self._place(unknown.end()) if unknown else None
        if unknown is None or place is None or not is_place(place.name):
            return None
        name = unknown["name"] or unknown["initials"]
        if is_place(name) or name in slug_beginnings():
            return None
        self.sender = name
        self.open_bracket = "" if unknown["initials"] else ")"
        return unknown.end()


def with_capital(text: str, start: int, line_end: int) -> str | None:
    """`text` with a capital letter for a town whose day or sender shows that it is one.

    'kathmandu, March 9 (RSS) :', 'sarajevo, november 19 (tanjug) -'.
    """
    found = _small_place().match(text, start, line_end)
    if found is None or not cities_called(found["place"]):
        return None
    end = found.end("region") if found["region"] else found.end("place")
    return text[:start] + text[start:end].title() + text[end:]


@cache
def _small_place() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<place>[{LOWER}]{{3,20}}(?:[ -][{LOWER}]{{3,20}}){{0,2}})"
        rf"(?: \([^()\n]{{1,20}}\)|, (?P<region>[{LOWER} ]{{3,20}}(?=,)))?,? "
        rf"(?:(?i:{months()})\.? \d|\d\d?[./ ](?i:{months()}|\d)|\([^()\n]{{2,20}}\) ?[{DASH}])"
    )
