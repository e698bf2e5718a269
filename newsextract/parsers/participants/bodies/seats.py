"""Where a body is, by the place printed beside it: 'the Oslo architects X', 'X, based in Riga'."""

from __future__ import annotations

import re

from newsextract.lexicons.companies import company_words, legal_forms
from newsextract.lexicons.countries import country_of
from newsextract.lexicons.offices import body_words
from newsextract.lexicons.places import cities_called, country_of_city
from newsextract.lexicons.regions import region_of
from newsextract.parsers.participants.bodies.role_bodies import COMPANY_HEADS
from newsextract.parsers.participants.words import Words, place_code

_SEATED = frozenset("based headquartered registered domiciled located listed incorporated".split())
_BEFORE = re.compile(r"[GNC]{1,2}(?:-v)?(?:[wyxbjm]{1,4}c?)?$")
"""'the Zwolle-based house X', 'a Dubai broker, X'"""
_APPOSED = re.compile(r"(?:\([NO]\))?ct(?P<place>[GNC]{1,2}(?:-v)?)[wyxm]{0,4}[bwjx](?=[c.nov])")
"""'X, a Brisbane builder,', 'X, the Cairo-based lender,'"""
_IN = re.compile(r"(?:\([NO]\))?f(?P<place>[GCN])")
"""'the Palace Museum in Foumban'"""
_ACTS_IN = re.compile(r"(?:\([NO]\))?f(?P<place>[GN])[GN]?v")
"""'The Hostages Forum in Haifa postponed ...'"""
_BASED = re.compile(r"(?:\([NO]\))?c?vft?(?P<place>[GNC])")
"""'X, based in Riga'"""
_LISTED = re.compile(r"(?:\([NO]\))?ct(?P<place>[vwy])[wyxm]{0,4}[bwjx]")
"""'X, a London-listed producer'"""
_KIND = re.compile(r"(?:\([NO]\))?ct[wyx]{0,4}[bwjx]ft?(?P<place>[GC])")
"""'X, a think tank in Guatemala City'"""
_OF = re.compile(r"\([NO]\)oC|co[GC]c")
"""'the Directorate-General (DGT) of Spain'"""
_STAND = frozenset({"EDU", "MED", "REL", "JUD", "LEG", "COP", "GOV"})
"""Kinds of bodies that stand in one place, so that 'in' behind them says where."""
_LOCAL = frozenset("council board club centre center exchange chamber port bourse".split())
"""Nouns of bodies that a town has, besides those of `_STAND`."""
_TOWNS = 50_000


def seat_beside(words: Words, first: int, last: int) -> str | None:
    """Country of the place beside the body's name of words `first` to `last` (half-open)."""
    classes = words.classes
    before = _BEFORE.search(classes, max(0, first - 8), first)
    if before:
        begin = before.start()
        described = first - begin > 1 or words.spelled[begin].endswith(_BASED_ENDS)
        code = _code(words, begin, described) if described else None
        if code:
            return code
    behind = _OF.match(classes, last)
    if behind:
        return _named(words, behind.end() - 1 - behind[0].endswith("c"))
    based = _BASED.match(classes, last)
    if based and words.spelled[based.start("place") - 2 - _article(words, based)] in _SEATED:
        return _named(words, based.start("place"))
    if apposed := _APPOSED.match(classes, last):
        return _code(words, apposed.start("place"), True)
    listed = _LISTED.match(classes, last)
    if listed and words.spelled[listed.start("place")].endswith(_BASED_ENDS):
        return _code(words, listed.start("place"), True)
    inside = _KIND.match(classes, last)
    if inside is None and (_stands(words, first, last) or _has_staff(words, first)):
        inside = _IN.match(classes, last)
    if inside is None and classes[first - 1 - (classes[first - 1] == "t")] in ".n":
        inside = _ACTS_IN.match(classes, last)
    if inside and words.spelled[inside.start("place") - 1] in {"in", "from"}:
        return _named(words, inside.start("place"))
    return None


def seat_of(words: Words, first: int, last: int) -> str | None:
    """Country of the place of words `first` to `last`: 'Chinese', 'Riga', 'Cairo-based'."""
    if last - first == 1:
        return _code(words, first, words.classes[first] in "DCG")
    name = words.printed(first, last)
    return country_of(name) or country_of_city(name)


_BASED_ENDS = ("-based", "-headquartered", "-registered", "-listed")


def _article(words: Words, match: re.Match[str]) -> int:
    return words.classes[match.start("place") - 1] == "t"


def _has_staff(words: Words, first: int) -> bool:
    """Is the name behind one of its staff ('an economist at X', 'analyst Ann Lee of X')?"""
    place = first - 1 - (words.classes[first - 1] == "t")
    if words.spelled[place] not in {"at", "of", "with"}:
        return False
    while place and words.classes[place - 1] in "NG":
        place -= 1
    staff = words.spelled[place - 1].lower()
    return staff in company_words("analyst") or staff in COMPANY_HEADS


def _stands(words: Words, first: int, last: int) -> bool:
    nouns = (words.spelled[i].lower() for i in range(first, last) if words.classes[i] in "Bb")
    return any(body_words().get(noun) in _STAND for noun in nouns)


def _code(words: Words, place: int, described: bool) -> str | None:
    """Country of the place that begins at word `place`, of one word or two."""
    name = words.spelled[place]
    for end in _BASED_ENDS:
        if name.endswith(end):
            name = name.removesuffix(end)
            return country_of(name) or country_of_city(name)
    classes = words.classes
    if classes[place] == "C":
        return words.codes.get(place)
    if classes[place + 1] in "GN":
        two = words.printed(place, place + 2)
        return country_of(two) or country_of_city(two)
    return _named(words, place) if described else None


def _named(words: Words, place: int) -> str | None:
    code = place_code(words, place)
    if code or words.classes[place] == "C":
        return code
    name = words.spelled[place]
    if words.classes[place + 1] in "GN" and (
        city := country_of_city(words.printed(place, place + 2))
    ):
        return city
    region = region_of(name)
    return country_of_city(name) or (region.country if region else None)


def seat_inside(words: Words, first: int, last: int) -> str | None:
    """'Reykjavík City Council', 'University of Bari': the town that the body is one of."""
    classes = words.classes
    noun = classes.rfind("B", first, last)
    if noun < 0 or not _is_of_town(words.spelled[noun].lower()):
        return None
    of = last - noun == 3 and classes[noun + 1] == "o"  # '(Polytechnic) University of Bari'
    place = last - 1 if of else first
    if noun == first and not of:
        return None
    if classes[place] not in "GN":
        return None
    name = words.spelled[place]
    large = cities_called(name)[:1]
    return country_of_city(name) if large and large[0].weight > _TOWNS else None


def _is_of_town(noun: str) -> bool:
    return noun in _LOCAL or body_words().get(noun) in _STAND - {"GOV"}


def countries_of_form(name: str) -> list[str]:
    """Countries that have the legal form behind a company's name; none where it tells nothing."""
    return legal_forms().get(name.rpartition(" ")[2], [])
