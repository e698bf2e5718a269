"""Names of bodies that have no body's noun in them: what stands beside them says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsextract.lexicons.cues import reporting_verbs
from newsextract.lexicons.offices import body_words
from newsextract.lexicons.places import cities_called
from newsextract.lexicons.regions import region_of
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.participants.bodies.names import BodyMention
from newsextract.parsers.participants.bodies.role_bodies import one_country
from newsextract.parsers.participants.words import Words, place_code

EXPLAINED = re.compile(r"bc([NP]{0,3}N[NO]{0,2}B?|O[NGC]?)(?=[c.])")
"""'The company, Sahel Aurifere, ...'"""
_CALLED = re.compile(
    r"(?P<kind>(?:D[wyxPN]{0,3}|C[wyx]{0,3})?b)(?P<name>N(?:p?N){0,2}|O|G{1,2})(?![hNOGPBHj])"
)
"""'the Lithuanian laser company Lumentera'"""
_NAMED_KIND = re.compile(r"(?<=t)(?P<name>D?N{1,3}|N{1,2}sN{1,2}|O)[wyx]{0,2}b(?![NOGb])")
"""'the SACE export credit agency'"""
_PARTY = re.compile(r"(?:[NCG]{1,3}|O)b(?![NO])")
"""'the Hayastan faction'"""
_OPPOSING = re.compile(r"m(?P<name>[NP]{1,3}(?:aN)?)(?![HjhNP])")
"""'the opposition Farmers and Greens'"""
_OWNED = re.compile(r"(?P<country>C)s(?P<name>N{1,3}|G)(?![hNPBbHjmMGsx-])")
"""'Denmark's Danida'"""
_NATIONAL_BODY = re.compile(r"(?<![PNDGB])[PN]{1,2}C(?=\([ON]\))")
"""'Statistics Indonesia (BPS)'"""
_SHORTENED = re.compile(r"(?<=[PNCDGOMH])\((?P<short>[ON])\)")
"""'TradeMark East Africa (TMEA)'"""
_OF_COUNTRY = re.compile(r"(?:D|C(?:s|(?=[wyx])))[wyxPN]{0,3}b")
_WHICH = re.compile(r"(?<![NOGPCDhHjMpBbta-])(?P<name>N{1,3}|O|G)(?:oG)?c(?=v)")
"""'Legambiente, which ...': no person, and no known place"""
_ITS = re.compile(r"(?:^|[.n])(?P<name>N{1,3})(?=v{1,3}r)")
"""'Shirakawa Kasei will sell its film unit'"""
_HOUSE = re.compile(r"(?<![NPGOBh])N{1,3}(?=B(?![NPo]))")
"""'Haoyun' of 'Haoyun Group'"""
_OF_PARTY = re.compile(r"[Hj]ot?[NPG]{1,3}$")
_PARTIES = frozenset({"party", "faction", "bloc", "coalition"})
_SIDES = frozenset({"opposition", "ruling"})
_NAMED_SECTORS = frozenset({"BUS", "NGO", "PTY", "REB", "AGR", "LAB", "EDU"})
_CALLERS = frozenset({"group", "office", "agency", "fund", "ngo"})
THINGS = word_list("participant_words.tsv", "things")
"""Nouns of what bodies agree on, hold or build; no bodies themselves."""


def nationality(words: Words, place: int) -> str | None:
    """'A French mining company ... The company, X, ...': by the same noun before word `place`."""
    noun = words.printed(place, place + 1).lower()
    for match in _OF_COUNTRY.finditer(words.classes, max(0, place - 300), place + 1):
        if words.printed(match.end() - 1, match.end()).lower() == noun:
            return place_code(words, match.start())
    return None


def explained_names(words: Words) -> set[str]:
    """Names of bodies by what stands before them; no person is called so."""
    called = {
        words.printed(*match.span("name"))
        for match in _CALLED.finditer(words.classes)
        if _calls(words, match.start("name") - 1)
        and not ends_office(words, match.start("name") - 1)
    }
    called |= {
        words.printed(*match.span("name"))
        for match in _OPPOSING.finditer(words.classes)
        if words.spelled[match.start()].lower() in _SIDES
    }
    called |= {words.printed(*span) for span in _owned(words) if span[1] - span[0] == 1}
    called |= {words.printed(*span) for span in _followed(words)}
    for match in _HOUSE.finditer(words.classes):
        if body_words().get(words.spelled[match.end()].lower()) == "BUS":
            called.add(words.printed(*match.span()))
    for first, firm in words.firms.items():
        called.update(words.printed(first, i) for i in range(first + 1, firm.last + 1))
    return called


def _owned(words: Words) -> Iterator[tuple[int, int]]:
    """Names behind a country's possessive that are no places."""
    for match in _OWNED.finditer(words.classes):
        first, last = match.span("name")
        name = words.spelled[first]
        place = words.classes[first] == "G"
        if not place or not (first in words.codes or cities_called(name) or region_of(name)):
            yield first, last


def _followed(words: Words) -> Iterator[tuple[int, int]]:
    """Names that 'which' or 'its' follows."""
    for match in _WHICH.finditer(words.classes):
        first, last = match.span("name")
        if words.spelled[match.end()] != "which" or first in words.bodies or first in words.codes:
            continue
        name = words.printed(first, last)
        trusted = first in words.recognized and words.classes[first - 1 : first] not in {"o", "f"}
        if trusted or not (cities_called(name) or region_of(name)):
            yield first, last
    for match in _ITS.finditer(words.classes):
        owner = words.classes.index("r", match.end())
        said = words.spelled[owner - 1].lower() in reporting_verbs()
        if words.spelled[owner] == "its" and not said:
            yield match.span("name")


def ends_office(words: Words, noun: int) -> bool:
    """'MP of the Green Path party Ann Lee': has the noun a name, and its office a holder?"""
    return _OF_PARTY.search(words.classes, max(0, noun - 8), noun) is not None


def _calls(words: Words, place: int) -> bool:
    """Is the noun one behind which a body's name stands ('the company Lumenta')?"""
    noun = words.printed(place, place + 1).lower()
    return body_words().get(noun) in _NAMED_SECTORS or noun in _CALLERS


def explained_bodies(words: Words, persons: set[int]) -> Iterator[BodyMention]:
    """Names that what stands beside them says to be bodies'."""
    classes = words.classes
    for match in _CALLED.finditer(classes):
        first, last = match.span("name")
        called = _calls(words, first - 1) and not ends_office(words, first - 1)
        if called and first not in words.codes:
            code = place_code(words, match.start()) if classes[match.start()] in "CD" else None
            yield _named(words, first, last, code)
    for match in _NAMED_KIND.finditer(classes):
        place = match.start()
        if place in words.bodies or "-" in words.spelled[place]:
            continue
        if place in words.codes and place not in words.recognized:
            continue
        if _is_seat(words, *match.span("name")):
            continue
        if words.printed(*match.span("name")) in words.people:
            continue
        if _calls(words, match.end() - 1):
            mention = _named(words, *match.span("name"), None)
            mention.stands = match.end() - 1
            yield mention
    for match in _PARTY.finditer(classes):
        if words.printed(match.end() - 1, match.end()).lower() in _PARTIES:
            yield _named(words, *match.span(), None)
    for match in _OPPOSING.finditer(classes):
        if words.printed(match.start(), match.start() + 1) in _SIDES:
            yield _named(words, *match.span("name"), None)
    for first, last in _owned(words):
        yield _named(words, first, last, place_code(words, first - 2))
    for first, last in _followed(words):
        of = last + 1 if classes[last : last + 2] == "oG" else None  # 'X of Riga, which ...'
        yield _named(words, first, last, place_code(words, of) if of else None)
    for match in _NATIONAL_BODY.finditer(classes):
        yield _named(words, *match.span(), place_code(words, match.end() - 1), "abbreviated")
    for match in _SHORTENED.finditer(classes):
        last = match.start()
        begin = _spelled_out(words, last, words.printed(last + 1, last + 2))
        if begin is not None and words.printed(last - 1, last).lower() not in THINGS:
            country = one_country(words, begin, last)
            yield _named(words, begin, last, country, "abbreviated")


def _is_seat(words: Words, first: int, last: int) -> bool:
    """'a Glasgow museum', 'X, the Limerick firm': does the name say where it is?"""
    if words.spelled[first - 1].lower() != "the":
        return True
    behind_name = words.classes[first - 2 : first - 1] == "c" and words.classes[first - 3] in "NOB"
    return behind_name or bool(cities_called(words.printed(first, last)))


def _named(
    words: Words, first: int, last: int, country: str | None, rule: str = "explained"
) -> BodyMention:
    name = words.printed(first, last)
    return BodyMention(first, last, name, country, entity=True, rule=rule)


def _spelled_out(words: Words, last: int, short: str) -> int | None:
    """First of the words before word `last` whose capital letters are those of `short`."""
    letters = [c for c in short.upper() if c.isalpha()]
    first = last
    while first > 0 and letters and words.classes[first - 1] in "PNCDGOBMHoaft":
        first -= 1
        word = words.printed(first, first + 1)
        capitals = [c for c in word if c.isupper()]
        if not capitals:
            continue
        if letters[-len(capitals) :] != capitals:
            capitals = capitals[:1]
        if letters[-len(capitals) :] != capitals:
            return None
        del letters[-len(capitals) :]
    return first if not letters and last - first > 1 else None
