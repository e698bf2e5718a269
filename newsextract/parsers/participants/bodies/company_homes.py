"""The country of a company, by what is printed beside its name."""

from __future__ import annotations

import re

from newsextract.lexicons.companies import legal_forms
from newsextract.lexicons.countries import country_of
from newsextract.lexicons.places import cities_called
from newsextract.lexicons.regions import region_of
from newsextract.parsers.participants.bodies.explained import nationality
from newsextract.parsers.participants.words import Words, place_code

_OWNER = re.compile(r"(?:(?:D|C(?=[wyxbj]))[wyxP]{0,3}[bwyj]?|Cs[wyx]{0,2}[bj]?)$")
_OWNED = re.compile(r"c[CG]s[wyxvd-]{0,4}[wbj](?=[c.fon])")
"""'X, Uganda's largest processor, ...'"""
_BESIDE = re.compile(r"ct?[wyxv]{0,2}[DNGyv]")
_SEATED = frozenset({"based", "listed", "headquartered", "registered", "domiciled"})


def country_of_firm(words: Words, first: int, last: int) -> str | None:
    """'the French utility X', 'X of Sharjah', 'Augsburg-based X', 'X, a Czech firm'."""
    classes = words.classes
    known = words.bodies.get(first)
    if known is not None and (known.sector == "BUS" or last - first == 1):
        return known.country
    opening = legal_forms().get(words.spelled[first], [])
    if len(opening) == 1 and last - first > 1:
        return opening[0]  # 'PT Bahari Jaya'
    begin = max(0, first - 6)
    owner = _OWNER.search(classes, begin, first)
    if owner:
        return place_code(words, owner.start())
    of = last + (classes[last : last + 2] == "co")  # 'X, of Switzerland, ...'
    if classes[of] == "o" and classes[of + 1] in "CGN":
        two = classes[of + 1] != "C" and classes[of + 2] in "GN"
        city = _city(words.printed(of + 1, of + 3)) if two else None  # 'of Novi Sad'
        return city or place_code(words, of + 1) or _city(words.spelled[of + 1])
    if words.spelled[first - 1] in _SEATED and classes[first - 2 : first - 1] == "-":
        return place_code(words, first - 3)
    owned = _OWNED.match(classes, last)
    if owned:
        return place_code(words, last + 1)
    if classes[max(0, first - 2) : first] == "bc":
        return nationality(words, first - 2)  # 'The firm, X, ...'
    behind = _BESIDE.match(classes, last)
    for place in (first - 1, behind.end() - 1 if behind else -1):
        word = words.spelled[place] if place >= 0 else ""
        if word.endswith("-based"):
            name = word.removesuffix("-based")
            return country_of(name) or _city(name)
        if behind and place == behind.end() - 1 and classes[place] == "D":
            return place_code(words, place)
    inside = {
        place_code(words, i)
        for i in range(first, last)
        if classes[i] in "CD" and not region_of(words.spelled[i])  # 'Georgia Power'
    }
    return inside.pop() if len(inside) == 1 else None


def _city(name: str) -> str | None:
    """Country of the likeliest city of that name."""
    cities = cities_called(name)
    return cities[0].country if cities else None
