"""Names of companies and other private bodies, by their words and by what stands beside them.

A model knows few of them, and takes many for persons or places. Such a name is made one of a
body before anything else is read: its last word gets the class of a body's noun (``B``), and a
single word that of an acronym (``O``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from newsextract.lexicons.companies import company_words, ending_words
from newsextract.lexicons.countries import country_of
from newsextract.lexicons.cues import reporting_verbs
from newsextract.lexicons.offices import body_words
from newsextract.lexicons.places import cities_called
from newsextract.lexicons.regions import region_of
from newsextract.parsers.participants.bodies.company_homes import country_of_firm
from newsextract.parsers.participants.bodies.explained import ends_office, nationality
from newsextract.parsers.participants.spelling import BASED
from newsextract.parsers.participants.words import Firm, Words, place_code

_RUN = re.compile(r"[NOGPC](?:p{0,2}[NOGPC]){0,7}B{0,2}")
_OPENED = re.compile(r"(?<![PNOCGBD])[NOB](?:p{0,2}[NOGPC]){1,5}")
_CLERGY = frozenset({"Bishops", "Bishops'", "Episcopal", "Rectors", "Synodal"})
"""'the Episcopal Conference' is a body."""
_PUBLIC = re.compile(r"(?<![HMP])[NOGPMDC](?:s?a?[NOGPMDC]){1,6}(?![NHhjB])")
_PARTNERS = re.compile(r"(?<![NaG])[NG]{1,3}(?P<and>a)(?:N{1,2}|(?P<more>[BH]))(?!O)")
_MORE = frozenset("Co Co. Cie Company Partner Partners Sons Brothers Associates".split())
"""'Harlow Crane & Co'"""
_LONGER = re.compile(r"a[NP]{1,4}s?B")
_LONG = r"[NOG](?:p?[NOGPC]|aN(?![NHh])){1,5}"
_NAMED = r"[NOG](?:p?[NOGP](?![Hj])|aN){0,5}C?B{0,2}"
_NAME = rf"(?P<name>{_NAMED})"
_BEFORE = re.compile(rf"(?P<kind>[bwj])(?P<name>(?!P+N+o)P{{0,2}}{_NAMED})(?![hHBbjNp])")
_THEN = re.compile(rf"t[wyDN]{{0,3}}(?P<kind>[bwj])c{_NAME}(?=[c.o])")
_HEADED = frozenset({"Ho", "jo", "Hf", "jf"})
_AFTER = re.compile(
    rf"(?<![NOGPBM])(?<!B[of])(?P<name>P{{0,2}}{_NAMED})c(?:t|[CG]s)(?:[DG]-|[wyxvDGPd-]){{0,5}}?(?P<kind>[bwjx])(?=[c.fvon])"
)
_ITEM = r"(?:Cs)?[NOG]{1,3}B?"
_LIST = re.compile(
    rf"(?<!o)(?<!ot)(?P<kind>[wbj])c?(?P<names>{_ITEM}(?:c{_ITEM})*a{_ITEM})(?=[c.vf])"
)
"""'the carmakers Lumo and Vantor Este'"""
_SUMMED = re.compile(
    r"(?P<names>[NOG]{1,3}B?a[NOG]{1,3}B?)c(?:[vd](?:ot?)?|t)?[wyxv]{0,3}(?P<kind>[wbj])(?=[c.])"
)
"""'Lumo and Vantor Este, two of the largest lenders, ...'"""
_STAFFED = re.compile(r"(?P<name>N(?:[NOG]|P(?![Hj])){0,3})s?(?P<staff>[jH]{1,3})(?=[hN])")
_STAFF_OF = re.compile(rf"(?P<staff>[jH]{{1,3}})o(?P<name>{_LONG})(?=[c.vf;n])")
_DUBBED = re.compile(rf"(?P<kind>[bwj])c?(?P<dubbed>v){_NAME}(?![hHBbjNp])")
"""'the venture, called Kasai Air, ...'"""
_CAUSE = re.compile(r"(?P<kind>[bwj])(?P<name>[NPOG]{1,3}(?:ot?|f)[NPG]{1,3})(?![NPGHhjBb])")
"""'the charity Hands of Borno', 'the group Solidarity for Peace'"""
_SIDED = re.compile(r"(?<![NOGCDHhMPpB-])(?P<name>N{2,3}|O)(?P<staff>m?[jH])(?=h{0,2}N{2})")
"""'Shiv Sena leader X'"""
_PART_OF = re.compile(r"[wvx][fo](?P<name>N{1,3}|G)(?=[c.vftan])")
_PARTS = frozenset(
    {("%", "of"), ("percent", "of"), ("cent", "of"), ("pct", "of"), ("stake", "in")}
    | {("shares", "in"), ("shareholders", "in"), ("shareholder", "in"), ("takeover", "of")}
)
_STAFF_AT = re.compile(r"(?P<staff>[Hjwv])f(?P<name>[NO]{1,3})(?=[vc.])")
"""'analysts at Peel Hunt'"""
_WITH_STAFF = re.compile(r"(?P<staff>[Hjw])N{2,3}[of](?P<name>[NO]{1,3})(?=[vfc.])")
"""'economist Ann Lee of Peel Hunt'"""
_TICKER = re.compile(
    r" ?\((?:[A-Z0-9]{1,6}[a-z]?\.[A-Z]{1,3}|[A-Z][A-Za-z]{1,8}: ?[A-Z0-9.]{1,8})\)"
)
_OF_COUNTRY = re.compile(r"(?:D|Cs|C(?=[wyx]))[wyxPNv-]{0,3}$")


def name_companies(words: Words) -> None:
    """Mark names of companies in the classes of `words`."""
    classes = list(words.classes)
    forms, openings = company_words("form"), company_words("opening")
    taken: set[int] = set()
    for begin, last, firm in chain(_by_form(words), _by_neighbours(words)):
        first = begin
        while first < last - 1 and words.spelled[first].endswith(BASED):
            first += 1
        if not taken.isdisjoint(range(first, last)):
            continue
        inside = [
            place
            for place in range(first, last - 1)
            if classes[place] in "HhMmB"
            and words.spelled[place] not in forms | openings
            and not (place == last - 2 and words.spelled[last - 1] in forms)
        ]
        if inside:
            continue
        taken.update(range(first, last))
        for place in range(first, last - 1):
            if classes[place] in "pB":
                classes[place] = "N"
        if last - first > 1:
            classes[last - 1] = "B"
        elif classes[first] != "B":
            classes[first] = "O"
            words.codes.pop(first, None)
        words.firms[first] = firm._replace(
            country=firm.country or country_of_firm(words, first, last)
        )
    for run in _PUBLIC.finditer(words.classes):
        last = run.end() - 1
        conference = words.spelled[last] == "Conference"
        conference = conference and not _CLERGY.isdisjoint(words.spelled[run.start() : last])
        public = conference or words.spelled[last] in company_words("public")
        if classes[last] in "NPM" and public:
            classes[last] = "B"
    _again(words, classes)
    words.firm_ends = {firm.last for firm in words.firms.values()}
    words.classes = "".join(classes)


_CALLING = frozenset({"called", "named", "dubbed"})
_JOINTS = frozenset({"of", "for", "without", "against"})


def _again(words: Words, classes: list[str]) -> None:
    """The same names elsewhere in the story."""
    named = {
        words.spelled[first]: (words.printed(first, firm.last), firm.last - first, firm)
        for first, firm in words.firms.items()
        if firm.last - first > 1 or len(words.spelled[first]) > 3
    }
    for first, word in enumerate(words.spelled if named else ()):
        if word in named and first not in words.firms and classes[first] in "NGOv":
            name, length, firm = named[word]
            last = min(first + length, len(classes))
            if words.printed(first, last) != name:
                continue
            beside = classes[first - 1] in "NOGPHh" or classes[last] in "NGO"
            if length > 1 or not (beside or _is_family(words, word)):
                classes[last - 1] = "B" if length > 1 else "O"
                country = firm.country or country_of_firm(words, first, last)
                words.firms[first] = firm._replace(last=last, country=country)


def _by_form(words: Words) -> Iterator[tuple[int, int, Firm]]:
    """'Amber Corridor SIA', 'Gulf Apron Services', 'PT Samudra Energi', 'Cresta (CRS.N)'."""
    classes = words.classes
    for run in _RUN.finditer(classes):
        first, last = run.span()
        end = _named_by_form(words, first, last)
        if classes[last] == "s" and words.spelled[last + 1] in company_words("form"):
            yield first, last + 2, Firm(last + 2, "BUS")  # 'Dunmore's Inc.'
        elif end is not None:
            while classes[end] == "B":
                end += 1
            if classes[first] == "P" and classes[first - 2 : first] == "tD":
                first -= 1  # 'the Nigerian National Petroleum Company Limited'
            yield first, end, Firm(end, "BUS")
        elif (
            "N" in run.group()
            and last - first > 1
            and _TICKER.match(words.text, words.ends[last - 1])
        ):
            yield first, last, Firm(last, "BUS")
    for match in _PARTNERS.finditer(classes):
        more = match["more"] is None or words.spelled[match.start("more")] in _MORE
        if more and words.spelled[match.start("and")] == "&":
            yield *match.span(), Firm(match.end(), "BUS")
    openings = company_words("opening")
    for match in _OPENED.finditer(classes):
        opening = words.spelled[match.start()]
        if opening in openings and (opening != "Bank" or "N" in match.group()):
            yield *match.span(), Firm(match.end(), "BUS")


def _named_by_form(words: Words, first: int, last: int) -> int | None:
    """Where the name that begins at word `first` ends, if a word of it makes it a company's."""
    classes = words.classes
    forms, trades = company_words("form"), ending_words()
    if words.spelled[last] in forms and (classes[last] not in "NOGPCB" or classes[last - 1] == "B"):
        return last + 1  # 'Pennine Waste plc'
    for place in range(first + 1, last):
        word = words.spelled[place]
        if word in forms and (
            classes[place - 1] in "NOGP" or (place - first > 1 and len(word) > 2)
        ):
            while place + 1 < last and words.spelled[place + 1] in forms:
                place += 1
            return place + 1
        abroad = place + 2 == last and classes[place + 1] == "C"
        if word in trades and (place + 1 == last or abroad) and _is_trade(words, first, place):
            return last
    known = words.bodies.get(first)
    if known and known.sector == "BUS" and last - first == 2 and classes[first + 1] in "PC":
        return last if classes[last] not in "HjMhN" else None  # 'Siemens Mobility'
    return None


def _is_trade(words: Words, first: int, last: int) -> bool:
    """Is the word at `last` the end of a company's name that begins at `first`?"""
    classes = words.classes
    before, after = classes[first - 1 : first], classes[last + 1]
    office_before = bool(before) and before in "HhMmBD"
    if office_before or after in "HhMBN" or _LONGER.match(classes, last + 1):
        return False
    inside = classes[first:last]
    recognized = last in words.recognized and first in words.recognized
    if "N" not in inside and "O" not in inside:
        return recognized and "C" in inside and after not in "jm"
    if words.spelled[last] in company_words("surname"):
        return recognized or words.printed(first, last + 1) not in words.people
    return True


def _by_neighbours(words: Words) -> Iterator[tuple[int, int, Firm]]:
    """'the rice exporter Mekong Sao', 'Krka, a drug maker', 'Oryx managing director X'."""
    classes = words.classes
    kinds, staff = company_words("kind") | company_words("holder"), _staff()
    ends = _numbered(words)
    yield from _for_a_cause(words)
    yield from _listed(words)
    yield from _held(words)
    for pattern in (_BEFORE, _THEN, _AFTER, _DUBBED):
        for match in pattern.finditer(classes):
            noun = words.printed(*match.span("kind")).lower()
            if noun not in kinds:
                continue
            if pattern is _THEN and words.classes[match.start() - 2 : match.start()] in _HEADED:
                continue  # 'the chair of the committee, Ann Lee, ...'
            if pattern is _BEFORE and ends_office(words, match.start()):
                continue  # 'MP of the Green Path party Ann Lee'
            behind = words.spelled[match.end()], words.spelled[match.end("name") + 1]
            if pattern is _AFTER and behind[0] in reporting_verbs() and behind[1] == "the":
                continue  # 'at Lobito, the company announced'
            if pattern is _DUBBED and words.spelled[match.start("dubbed")] not in _CALLING:
                continue
            first, last = match.span("name")
            if place_code(words, first) and last - first == 1 and classes[first] in "CG":
                continue
            if _may_be_person(words, first, last, noun):
                continue
            country = None
            begin = max(0, match.start("kind") - 5)
            owner = _OF_COUNTRY.search(classes, begin, match.start("kind"))
            if owner:
                country = place_code(words, owner.start())
            elif pattern is _THEN:
                country = nationality(words, match.start("kind"))
            if classes[first - 2 : first] == "tD" and {first - 1, first} <= words.recognized:
                first -= pattern is _AFTER  # 'The Serb List, a party of ...'
            last = ends.get(words.starts[first], last) if pattern is _BEFORE else last
            parted = _sector(noun) == "BUS" or noun not in company_words("cause")
            for begin, end in _apart(words, first, last) if parted else [(first, last)]:
                yield begin, end, Firm(end, _sector(noun), country if begin == first else None)
    for match in _STAFF_AT.finditer(classes):
        place = match.start()
        if words.spelled[place + 1] == "at" and words.spelled[place].lower() in company_words(
            "analyst"
        ):
            yield *match.span("name"), Firm(match.end(), "BUS")
    for match in _WITH_STAFF.finditer(classes):
        first, last = match.span("name")
        office, joint = words.spelled[match.start()].lower(), words.spelled[first - 1]
        at_it = office in company_words("analyst") and joint in {"at", "of", "with"}
        if at_it and not _is_place(words.printed(first, last)):
            yield first, last, Firm(last, "BUS")
    for match in _SIDED.finditer(classes):
        first, last = match.span("name")
        name = words.printed(first, last)
        noun = words.spelled[match.end("staff") - 1].lower()
        known = last - first == 1 and first in words.bodies
        town = cities_called(name) or region_of(name)
        if noun in company_words("side") and not (known or town):
            led = noun in {"leader", "co-leader", "boss"}  # who leads it speaks for it
            yield first, last, Firm(last, "" if led else "PTY")
    for pattern in (_STAFFED, _STAFF_OF):
        for match in pattern.finditer(classes):
            first, last = match.span("name")
            holder = (
                i for i in range(first + 1, last - 1) if words.printed(i, last) in words.people
            )
            last = next(holder, last)  # 'CEO of Tivra Wind Khaled al-Ketbi'
            if words.printed(*match.span("staff")).lower() not in staff:
                continue
            if last - first > 1 or not _is_family(words, words.spelled[first]):
                yield first, last, Firm(last, "BUS")


def _numbered(words: Words) -> dict[int, int]:
    """Where names end that the model ends with a number ('the union Sierpień 80'), by start."""
    found = {}
    for start, end, label in words.entities:
        first = words.places.get(start)
        if first is not None and label in {"ORG", "PRODUCT"}:
            last = first
            while last < len(words.classes) and words.starts[last] < end:
                last += 1
            if words.classes[last - 1] == "d" and set(words.classes[first : last - 1]) <= {
                "N",
                "O",
            }:
                found[start] = last
    return found


def _held(words: Words) -> Iterator[tuple[int, int, Firm]]:
    """'a stake in Teskom', '29% of Teskom': what is held in parts is a company."""
    for match in _PART_OF.finditer(words.classes):
        first, last = match.span("name")
        noun, joint = words.spelled[match.start()].lower(), words.spelled[match.start() + 1]
        if (noun, joint) not in _PARTS or first in words.codes:
            continue
        name = words.printed(first, last)
        if not (name in words.people or cities_called(name) or region_of(name)):
            yield first, last, Firm(last, "BUS")


def _for_a_cause(words: Words) -> Iterator[tuple[int, int, Firm]]:
    """Names with 'of' or 'for' in them, behind the noun of a body that is no company."""
    for match in _CAUSE.finditer(words.classes):
        noun = words.spelled[match.start()].lower()
        first, last = match.span("name")
        joint = re.search("[of]", words.classes[first:last])
        if noun not in company_words("cause") or joint is None:
            continue
        person = any(words.printed(first, i) in words.people for i in range(first + 2, last))
        if words.spelled[first + joint.start()] in _JOINTS and not person:
            yield first, last, Firm(last, _sector(noun))


def _apart(words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
    """'the retailer Lumo and Vantor Este of Spain': two, unless the model takes them for one."""
    joint = words.classes.find("a", first, last)
    if (
        joint < 0
        or words.spelled[joint] != "and"
        or words.recognized.issuperset(range(first, last))
    ):
        yield first, last
        return
    yield first, joint
    placed = words.classes[last] == "o" and words.classes[last + 1] in "CG"
    if placed or words.printed(joint + 1, last) not in words.people:
        yield joint + 1, last


def _listed(words: Words) -> Iterator[tuple[int, int, Firm]]:
    """Names in a list, which a noun in the plural before or behind it says to be companies'."""
    for pattern in (_LIST, _SUMMED):
        for match in pattern.finditer(words.classes):
            noun = _singular(words.spelled[match.start("kind")].lower())
            if noun is None or noun not in company_words("kind"):
                continue
            begin, end = match.span("names")
            for name in re.finditer("[^ca]+", words.classes[begin:end]):
                owner = 2 if name[0].startswith("Cs") else 0
                first, last = begin + name.start() + owner, begin + name.end()
                if not _is_place(words.printed(first, last)):
                    country = place_code(words, first - 2) if owner else None
                    yield first, last, Firm(last, _sector(noun), country)


def _singular(noun: str) -> str | None:
    """'bank' of 'banks', 'brewery' of 'breweries'; None where it is no plural."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") else None


def _is_place(name: str) -> bool:
    return bool(cities_called(name) or region_of(name) or country_of(name))


def _sector(noun: str) -> str:
    return "JRN" if noun in company_words("medium") else body_words().get(noun) or "BUS"


@cache
def _staff() -> frozenset[str]:
    return frozenset(word.lower() for word in company_words("staff"))


def _is_family(words: Words, name: str) -> bool:
    """Is the word a part of a person's name of the story ('Trump spokesman X')?"""
    return any(name in person.split() for person in words.people)


def _may_be_person(words: Words, first: int, last: int, noun: str) -> bool:
    """May 'the trader John Lee' be a person: does the model think so, and the noun allow it?"""
    printed = words.printed(first, last)
    if noun not in company_words("holder"):
        return False
    if last - first == 1:
        start = words.starts[first]
        person = any(s == start and label == "PERSON" for s, _, label in words.entities)
        return person or _is_family(words, printed)
    odd = "O" in words.classes[first:last] or "P" in words.classes[first:last]
    return not odd and (printed in words.people or last - 1 not in words.recognized)
