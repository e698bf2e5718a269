"""The countries that a text names, by their own names or by what belongs to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from newsextract.lexicons.countries import CountryWord, capital, country_codes, find_countries
from newsextract.lexicons.organizations import known_bodies
from newsextract.lexicons.places import cities_called
from newsextract.lexicons.regions import region_of

_LARGE = 200_000
"""People of a town that news names without its country; smaller ones are family names as well."""
_LONGEST_CODE = 5
"""Shorter names of provinces may be codes, or words."""
_NAME = re.compile(r"(?<![\w.])[A-Z][\w’'-]{2,30}(?: [A-Z][\w’'-]{2,30}){0,2}")


@cache
def _capitals() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {name: code for code in country_codes() if (name := capital(code))}
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)"), names


def find_places(text: str) -> list[CountryWord]:
    """The countries that `text` names, by their capitals, too, in order."""
    pattern, codes = _capitals()
    named = find_countries(text)
    starts = [word.start for word in named]
    capitals = []
    for match in pattern.finditer(text):
        i = bisect_left(starts, match.start())
        inside = any(
            word.start < match.end() and match.start() < word.end
            for word in named[max(i - 1, 0) : i + 1]
        )
        if not inside:
            word = CountryWord(match.start(), match.end(), codes[match.group()], "other")
            capitals.append(word)
    return sorted(named + capitals)


def town_countries(text: str) -> list[str]:
    """The countries of the large towns, provinces and institutions that `text` names, in order."""
    found = []
    for match in _NAME.finditer(text):
        words = match.group().split(" ")
        for name in (match.group(), *(words if len(words) > 1 else ())):
            country = _country_of_name(name)
            if country:
                found.append(country)
                break
    return found


def _country_of_name(name: str) -> str | None:
    """The country of a large town, of a province, or of a bank or palace known by its own name."""
    body = known_bodies().get(name)
    if body:
        return body.country
    cities = cities_called(name)
    if cities and cities[0].weight >= _LARGE:
        return cities[0].country
    region = region_of(name) if len(name) >= _LONGEST_CODE else None
    return region.country if region and region.country != "US" else None
