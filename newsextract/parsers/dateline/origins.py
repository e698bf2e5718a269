"""Where a sender is at home: by the table of agencies, and by the places in a paper's name."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from newsextract.lexicons.agencies import agency_of, home_of, is_worldwide
from newsextract.lexicons.countries import country_of
from newsextract.lexicons.places import cities_called
from newsextract.lexicons.regions import region_of

_CITY = 50_000
"""People of the least city that names a paper."""
_MOST_WORDS = 3
_SHORTEST_REGION = 4
"""Letters: shorter ones are abbreviations ('LA Times' is not of Louisiana)."""


class Origin(NamedTuple):
    """The country of a sender and, where its name tells, the region (GeoNames' admin1 code)."""

    country: str | None = None
    region: str | None = None


@lru_cache(maxsize=1024)
def origin_of(sender: str) -> Origin:
    """'Tampa Bay Times' is at home in Florida, 'Waikato Times' in New Zealand, Reuters nowhere."""
    known = agency_of(sender) or sender
    if is_worldwide(known):
        return Origin()
    country = home_of(known)
    words = sender.removeprefix("The ").removeprefix("THE ").split()
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        found = _place_in(" ".join(words[:count]), country)
        if found:
            return found
    return Origin(country)


def _place_in(name: str, country: str | None) -> Origin | None:
    region = region_of(name) if len(name) >= _SHORTEST_REGION else None
    if region and country in (None, region.country):
        return Origin(region.country, region.admin1)
    named = country_of(name)
    if named:
        return Origin(country or named)
    for city in cities_called(name):
        if country in (None, city.country):
            return Origin(city.country, city.region) if city.weight >= _CITY else None
    return None
