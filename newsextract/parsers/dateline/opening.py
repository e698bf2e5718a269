"""Reads what stands before the place of a dateline: bullets, slugs, senders, days."""

from __future__ import annotations

import re
from functools import cache

from newsextract.lexicons.agencies import agency_at, agency_of
from newsextract.lexicons.countries import country_of
from newsextract.lexicons.places import cities_called
from newsextract.lexicons.regions import printed_region
from newsextract.parsers.dateline.cursor import is_place
from newsextract.parsers.dateline.names import CITY, LARGE_CITY, is_on_board, is_site, weight_of
from newsextract.parsers.dateline.parts import DASHES, PartScanner
from newsextract.parsers.dateline.patterns import (
    DASH,
    LOWER,
    UPPER,
    day_pattern,
    may_be_day,
    months,
    slug_beginnings,
    slug_pattern,
)
from newsextract.parsers.dateline.senders import ADDRESS, names_office

FIRST_WORD = re.compile(r"\W{0,3}([^\W\d_]{1,20})")
_LEAD = re.compile(
    r"[\s*•·>#|]{0,8}"
    r"(?:[A-Z]{2}\d{6,10} |\[\d{1,2}\] |\((?:Rec|Received)\b[^()\n]{1,25}\) ?"
    r"|\((?:From|By) [^()\n]{3,40}\) ?|\(\d\d-\d\d\) \d\d?:\d\d [A-Z]{2,3}T )?"
    r"(?:[\[(](?:[A-Z][\w ]{0,30} )?"
    r"(?:[Tt]ext|[Ee]xcerpts?|[Ss]ummary|[Rr]eport|[Dd]ispatch)[\])]:? )?"
)
"""Bullets; what the FBIS and the BBC say of an item: '[Text] Tokyo, June 12 KYODO --'."""
_WRAPPED_SENDER = re.compile(
    r"\(\s?(?:MENAFN|Menafn)\s?[-–—:]?\s?([^()\n]{0,60})(?:\([^()\n]{1,20}\))?\)[\s,:-]{0,4}"
)
_PASSED_ON = re.compile(
    rf"\(([^()\n]{{2,40}}?)(?: [Vv]ia [^()\n]{{3,40}}|[{DASH}]Copyright)\) (?=[{UPPER}]{{3}})"
)
"""'(Xinhua Via Acquire Media NewsEdge) BEIJING, ', '(N.Z.P.A.-Reuter—Copyright) LONDON, '."""
_OPENING = re.compile(
    rf"(?:Reporting|REPORTING) (?:from|FROM) |\d\d?[:.]\d\d ?[{DASH}|.] (?=[{UPPER}])"
)
_BRACKETS = {"(": ")", "[": "]"}
_OPENS = frozenset("R0123456789")
"""'Reporting from Tijuana —', '14:10 | Cusco, Jun. 24'."""
_BRACKETED_SENDER = re.compile(
    rf"\((?:(?P<full>[{UPPER}][\w.&'’ -]{{2,40}})\) ?[{DASH}]"
    rf"|(?P<initials>[A-Z]{{2,8}})(?:/[A-Z]{{2,8}})?\)(?: [{DASH}](?= [{UPPER}][{LOWER}]))?"
    rf"|(?P<name>[{UPPER}][\w.&'’ -]{{2,40}}?)(?:,| \|)) (?=[{UPPER}])"
)
_NAMED_SENDER = re.compile(
    rf"(?=[^,\n]{{0,40}}\b(?:News|Press|Times|Radio|Media)\b)"
    rf"[{UPPER}][\w&'’-]{{1,20}}(?: [{UPPER}&][\w'’-]{{0,20}}){{1,4}}(?=, [{UPPER}]{{3}})"
)
"""'News Americas, KINGSTON, Jamaica': no table has it."""
_TITLE = re.compile(rf"[{UPPER}][{UPPER}\d ,'’/.-]{{6,80}}--(?=[{UPPER}][{LOWER}])")
_LONGEST_TITLE = 90
"""'COCOA PORT REOPENS--Abidjan, 24 Feb (AFP)--', as the JPRS prints briefs."""
_SENDER_SIGN = re.compile(rf"\.?\) |\)? ?(?:[{DASH}/|,:]{{1,2}}) ?|\. |\) ?| (?=[{UPPER}])")
_UNKNOWN_SENDER = re.compile(
    rf"(?:(?P<initials>[A-Z]{{2,4}})(?P<joint>-|, | [-–—] )"
    rf"|(?P<body>[{UPPER}][\w&'’]{{1,15}}(?: [{UPPER}][\w&'’]{{1,15}}){{1,4}}), "
    rf"|(?P<name>[{UPPER}][\w&'’]{{1,15}}(?: [{UPPER}][\w&'’]{{1,15}}){{0,3}})(?: [-–—] |-))"
    rf"(?=[{UPPER}\d])"
)
_LONGEST_SENDER = 90
_DAY_NEXT = re.compile(rf",? ?(?:[{DASH}|] ?)?(?=\d{{1,2}}[ ./])")
_AUTHOR_BEHIND = re.compile(
    rf", [{UPPER}][{LOWER}'’-]+(?: [{UPPER}][\w'’-]+){{1,2}}, (?=[{UPPER}][^,\n]{{2,20}}, \d)"
)
_SEATED = re.compile(rf"\) ?\.?[{DASH}]")
_SPELLED = re.compile(r" \([A-Z]{2,6}\)(?= ?[-–—])")
_BEHIND_DAY = re.compile(rf" ?(?:[,.|/:]|[{DASH}]{{1,2}})? ?\(?(?=[{UPPER}])")
_BEHIND_OPENED = re.compile(rf"\) ?[{DASH}]{{0,2}} ?(?=[{UPPER}])")
_BODY_BETWEEN = re.compile(
    rf"(?P<name>[{UPPER}][\w'’]+(?: [\w'’]+){{1,6}})(?: \((?P<initials>[A-Z]{{2,8}})\))?"
    rf", (?=[{UPPER}])"
)
"""'3 May 2012, Secretariat of the Pacific Community (SPC), Noumea, New Caledonia – '."""
_LONGEST_NAME, _LONGEST_HOST = 42, 24
"""Characters of a web address up to its first full stop."""


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
        at = self._past_title(at)
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
        if wrapped is None and self.text.startswith("(", at):
            wrapped = _PASSED_ON.match(self.text, at, self.limit)
        if wrapped:
            name = wrapped[1].strip()
            self.sender = agency_of(name) or name or None
            at = wrapped.end()
        return at

    def _past_title(self, at: int) -> int:
        """Behind a title in capitals that dashes join to a city and its day."""
        joined = self.text.find("--", at, min(at + _LONGEST_TITLE, self.limit)) > 0
        title = _TITLE.match(self.text, at, self.limit) if joined else None
        place = self._place(title.end()) if title else None
        if title is None or place is None or not is_place(place.name):
            return at
        return title.end() if _DAY_NEXT.match(self.text, place.end, self.limit) else at

    def _day_before(self, at: int) -> int:
        """Behind a day before the place: '3 March 2023, Geneva –', '(3 March) Geneva'."""
        first, opened = at, self.text[at : at + 1] == "("
        at += opened
        if not may_be_day(self.text, at):
            return first
        found = day_pattern().match(self.text, at, self.limit)
        behind = _BEHIND_OPENED if opened else _BEHIND_DAY
        gap = behind.match(self.text, found.end(), self.limit) if found else None
        if not found or not gap:
            return first
        behind_gap = gap.end() - gap.group().endswith("(")
        body = _BODY_BETWEEN.match(self.text, gap.end(), self.limit)
        if body and names_office(body["name"]):
            behind_gap = body.end()
        place = self._place(behind_gap + self.text.startswith("(", behind_gap))
        if place is None or not (
            is_place(place.name) or is_on_board(place.name) or is_site(place.name)
        ):
            return first
        self._day(at)
        self.of_paper = gap.group() == "--"
        if body and behind_gap == body.end():
            self.sender = body["initials"] or body["name"]
        return behind_gap

    def _sender(self, at: int) -> int | None:
        """Behind an agency that stands before the place: 'APA-Dakar', '(ANSA) - ROME'."""
        bracket = _BRACKETS.get(self.text[at : at + 1], "")
        opened = bool(bracket)
        found = agency_at(self.text, at + opened)
        if found is None and opened:
            return self._bracketed_sender(at)
        if found is None:
            joined = self._joined_sender(at)
            if joined:
                return joined
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
        if self.text[end : end + 2] == " (":  # 'SHANA (Tehran) –'
            seat = self._place(end + 2)
            if seat and is_place(seat.name) and _SEATED.match(self.text, seat.end):
                self.sender, self.open_bracket = name, ")"
                return end + 2
        author = _AUTHOR_BEHIND.match(self.text, end, self.limit)
        end = author.end() - 2 if author else end  # '14ymedio, Yadira Montelongo, Havana'
        sign = _SENDER_SIGN.match(self.text, end, self.limit)
        if sign is None or (opened and not set(sign.group()) & set(f")]/|,{DASH}")):
            return self._bracketed_sender(at) if opened else None
        behind = sign.end()
        if opened and ")" not in sign.group():
            self.open_bracket = bracket
        elif opened:
            dash = DASHES.match(self.text, behind, self.limit)
            behind = dash.end() if dash else behind
        dated = self._day_before(behind)  # 'RBC, 12.03.2009, Moscow 11:20:05.'
        if dated > behind:
            self.sender = name
            return dated
        place = self._place(behind)
        if place is None or not (is_place(place.name) or place.name.isupper()):
            return None
        if place.name.upper() in slug_beginnings():
            return None  # 'REUTERS POLL - '
        label = ":" in self.text[place.end : place.end + 2]
        label = label and (":" in sign.group() or not is_place(place.name))
        if label or (sign.group() == ". " and weight_of(place.name) < CITY):
            return None  # 'MANILA BULLETIN EDITORIAL: '
        self.sender = name
        return behind

    def _joined_sender(self, at: int) -> int | None:
        """Behind an unknown sender: 'AT-KABUL: ', 'Fitch Ratings - London - 15 Mar', 'BC, Riga, '.

        A city stands behind it, and a mark or a day behind the city.
        """
        near = self.text[at : at + _LONGEST_SENDER]
        joined = ", " in near or "-" in near or "–" in near or "—" in near
        found = _UNKNOWN_SENDER.match(self.text, at, self.limit) if joined else None
        if found is None:
            return None
        name = found["name"] or found["initials"] or found["body"]
        if found["body"] and not names_office(name):
            return None
        if is_place(name) or name.upper() in slug_beginnings():
            return None
        if found["initials"] and self.text[found.end()].isdigit():
            dated = self._day_before(found.end())  # 'GIS – 05 September 2023: PORT LOUIS –'
            self.sender = name if dated > found.end() else None
            return dated if dated > found.end() else None
        place = self._place(found.end())
        if place is None:
            return None
        joined = found["joint"] == "-"
        if joined and country_of(place.name):
            return None  # 'TRADE-MEXICO: '
        least = CITY if joined else LARGE_CITY
        if weight_of(place.name) < least:
            return None
        region = printed_region(name)
        if joined:
            closed = place.name.isupper() and self.text[place.end : place.end + 1] in (":", ".")
        else:
            closed = _DAY_NEXT.match(self.text, place.end, self.limit) is not None
        if not closed or (
            region and any(c.country == region.country for c in cities_called(place.name))
        ):
            return None
        self.sender = name
        return found.end()

    def _bracketed_sender(self, at: int) -> int | None:
        """'(NYT) SANTIAGO, ', '(CARICOM Secretariat, Georgetown, Guyana – 3 May) '."""
        unknown = _BRACKETED_SENDER.match(self.text, at, self.limit)
        place = self._place(unknown.end()) if unknown else None
        if unknown is None or place is None or not is_place(place.name):
            return None
        name = unknown["name"] or unknown["initials"] or unknown["full"]
        if unknown["full"] and not _DAY_NEXT.match(self.text, place.end):
            return None
        if is_place(name) or name in slug_beginnings():
            return None
        self.sender = name
        self.open_bracket = ")" if unknown["name"] else ""
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
