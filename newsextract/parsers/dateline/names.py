"""What a printed name is: a town, its size, a site near one, a ship or a sea."""

from __future__ import annotations

import re
from functools import lru_cache

from newsextract.lexicons.places import added_place, cities_called
from newsextract.lexicons.regions import printed_region
from newsextract.parsers.dateline.spelling import is_capital, is_spelling

TOWN, CITY, LARGE_CITY = 1_000, 15_000, 100_000
"""People of the least place that counts with its country, a day or a sender beside it; in capitals
alone; and in other letters alone, since headlines begin with capitalised words."""
DWARFED = 50
"""A town is not meant by a name whose largest bearer is so many times as large."""
SMALLEST_CAPITAL = 200_000
"""Capitals count as cities of this size at least: news comes from Hamilton, Bermuda."""
_VENUE_WEIGHT = 1_000
"""'WHITE HOUSE - ' is a headline's; with a date or an agency it is a dateline's."""
_PROVINCE_WEIGHT = 1_000
"""'Nghe An (VNA) - ': a province is a dateline's with a date or an agency alone."""
_JOINING = frozenset("of the for and on in to &".split())
_OWN_SPELLING = 5
"""How many times its alias's weight a city has that English spells otherwise: 'Patras', 'Lucerne'.
A quarter of its people then."""


_AROUND = re.compile(
    r"(?:near|outside|off|at|in|from|on board|aboard|over|above|"
    r"north of|south of|east of|west of) ",
    re.IGNORECASE,
)
_KIND = re.compile(
    r" (?:city|newsroom|(?:(?:refugees?|displacement|idp) )?camp|(?:naval|military|army) base"
    r"|cosmodrome|spaceport|air ?(?:base|field|port)|naval (?:air )?station|air station)$",
    re.IGNORECASE,
)
"""'HERAT CITY', 'KUTUPALONG REFUGEE CAMP': the name of the place stands before."""

_ON_BOARD = re.compile(
    r"(?:on board|aboard|uss|usns|uscgc|hms|hmas|hmcs|hmnzs|ins|en route"
    r"|(?:on|along|at) the|with the|somewhere)\b",
    re.IGNORECASE,
)


WATERS = re.compile(
    r"(?:the )?(?:(?:.* )?(?:sea|ocean|gulf|straits?)|(?:gulf|straits?|bay|sea) of .*"
    r"|(?:north |south |mid-?|northern |southern )?(?:atlantic|pacific|mediterranean)|at sea)$",
    re.IGNORECASE,
)

_VENUE = re.compile(
    r"(?i)(?:(?:state|government|parliament|presidential|national) (?:house|palace|assembly|office)"
    r"|(?:town|city) hall|presidency)$"
)


@lru_cache(maxsize=4096)
@lru_cache(maxsize=4096)
def is_on_board(name: str) -> bool:
    """'ABOARD AIR FORCE ONE', 'ON THE TURKISH-SYRIAN BORDER', 'ARABIAN SEA': no city at all."""
    if _ON_BOARD.match(name):
        return True
    return WATERS.match(name) is not None and not added_place(name) and not cities_called(name)


@lru_cache(maxsize=4096)
def weight_of(name: str) -> float:
    """People of the largest city of that name; infinite for places of the hand table."""
    name = core_of(name)
    added = added_place(name)
    if added:
        return _VENUE_WEIGHT if added.mark == "venue" else float("inf")
    cities = cities_called(name)
    if any(is_capital(city) for city in cities):
        return max(cities[0].weight, SMALLEST_CAPITAL)
    if not cities:
        return _PROVINCE_WEIGHT if printed_region(name) else 0.0
    return cities[0].weight * (_OWN_SPELLING if is_spelling(name, cities[0].name or "") else 1)


@lru_cache(maxsize=4096)
def core_of(name: str) -> str:
    """The town in a printed name: 'NEAR KHARKIV', 'HERAT CITY', 'BAGRAM AIR BASE'."""
    around = None if cities_called(name) else _AROUND.match(name)
    name = name[around.end() :] if around else name
    if name[:8].lower() == "city of " and cities_called(name[8:]):
        return name[8:]
    kind = _KIND.search(name)
    if kind and not (added_place(name) or cities_called(name)):
        return name[: kind.start()]
    return name


@lru_cache(maxsize=4096)
@lru_cache(maxsize=4096)
def is_site(name: str) -> bool:
    """Whether it is a base, a camp or an airport, which keeps its own name."""
    kind = _KIND.search(name)
    return kind is not None and not kind.group().lower().endswith(("city", "newsroom"))


def is_title_case(words: str) -> bool:
    """Whether all words are those of a name: 'Department of Finance'."""
    return all(word[0].isupper() or word in _JOINING for word in words.split())


def is_city_state(name: str, country: str) -> bool:
    """Whether a country is called like its capital: Singapore, Luxembourg, Djibouti."""
    return any(city.country == country and is_capital(city) for city in cities_called(name))


def is_venue(name: str) -> bool:
    """'STATE HOUSE': the city stands behind."""
    return _VENUE.match(name) is not None


def is_other_city(printed: str, before: str) -> bool:
    """Whether it is one more city, though a region has its name: 'PARIS, LONDON and BERLIN'."""
    region = printed_region(printed)
    if region is None or region.admin1 or weight_of(printed) < LARGE_CITY:
        return False
    own = cities_called(before)
    return bool(own) and all(city.country != region.country for city in own)
