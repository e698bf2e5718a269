"""Cities of one name: which is meant, by its people, the sender and the countries spoken of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsextract.lexicons.countries import country_of
from newsextract.lexicons.places import City, added_place, cities_called
from newsextract.lexicons.regions import dotted_name, printed_region, region_name
from newsextract.parsers.dateline.names import DWARFED, SMALLEST_CAPITAL
from newsextract.parsers.dateline.origins import Origin
from newsextract.parsers.dateline.spelling import english_name, is_capital, same_letters
from newsextract.parsers.dateline.spoken import speaks_of
from newsextract.record import Place

_SPELLED = 4
"""How much likelier a city is that is spelled as printed: 'ST. LOUIS' is no Saint-Louis."""
_CAPITAL = 3
_MENTION = 30
"""How much likelier the article's countries make a city of theirs. Set so that Tripoli goes to
Lebanon (a sixth of Libya's) in an article on Lebanon, and London stays British in one on Canada."""
_COMPARABLE = 10
"""Cities smaller than this part of the largest take no part in it. The United States count by
their states alone: they are spoken of everywhere."""
_HOME, _HOME_TOWN = 30, 60
"""How much likelier its agency's country makes a city ('Hyderabad (APP)'), and a town that no
capital and no city so many times as large is named like: 'Salt (Petra)'."""
_REGION_MENTION = 50
_NEAR = 6
"""A paper's own towns are meant by names whose largest bearer is less than so many times as large:
St. Petersburg in Tampa, not Geneva in Chicago."""
_FIRST_WORDS, _BEGINS_WITH = 30, 3
_CAPITAL_MENTION = 10
_CLEAR = 1.3
"""A city that is not this much likelier than the next leaves the country open."""
_COMPASS = re.compile(
    r"(?:(?:north|south)-?(?:east|west)?|east|west)(?:ern)? |central ", re.IGNORECASE
)


class Resolved(NamedTuple):
    """A place with what its country was inferred from (None where the text says it)."""

    place: Place
    inferred: str | None


@lru_cache(maxsize=4096)
def bare(name: str, full_name: str) -> Resolved | None:
    """A name that stands alone and is clear without the article; None where it is not."""
    added, cities = added_place(name), cities_called(name)
    if added and not (added.mark == "weak" and cities):
        inferred = {"seat": "seat", "disputed": None}.get(added.mark, "gazetteer")
        if added.country is None:
            inferred = None
        place = place_of(full_name, added.name, added.region or None, added.country, added)
        return Resolved(place, inferred)
    if not cities:
        part = _COMPASS.match(name)
        country = country_of(name) or (country_of(name[part.end() :]) if part else None)
        province = None if country else printed_region(name)
        if province:
            where = Place(name=full_name, region=province.name, country=province.country)
            return Resolved(where, "gazetteer")
        return Resolved(Place(name=full_name, country=country), None)
    candidates = _candidates(name)
    best, rivals = candidates[0], candidates[1:]
    most = max((c.weight * c.asked * c.region_asked for c in rivals), default=0)
    if best.weight > _CLEAR * most:
        why = "largest_city" if rivals else "gazetteer"
        return _chosen(name, full_name, best.city, why)
    return None


class _Candidate(NamedTuple):
    """A city of that name; `asked` and `region_asked` are what the article's words may add."""

    weight: float
    city: City
    asked: int
    region: str | None
    region_asked: int


@lru_cache(maxsize=4096)
def _candidates(name: str) -> tuple[_Candidate, ...]:
    """The largest city of that name in each country and state, the likeliest first."""
    found = []
    weights = _weights(name, cities_called(name))
    if any(is_capital(city) and same_letters(name, city.name or "") for _, city in weights):
        # 'Dili' is one of Delhi's names in other languages, too.
        weights = [entry for entry in weights if same_letters(name, entry[1].name or "")]
    smallest = max(city.weight for _, city in weights) / _COMPARABLE
    for weight, city in weights:
        asked = 1
        if is_capital(city):
            asked = _MENTION * _CAPITAL_MENTION
        elif city.country != "US" and city.weight >= smallest:
            asked = _MENTION
        region = region_name(city.country, city.region)
        region_asked = _REGION_MENTION if region and region != city.name else 1
        found.append(_Candidate(weight, city, asked, region, region_asked))
    return tuple(found)


def _weights(printed: str, cities: tuple[City, ...]) -> list[tuple[float, City]]:
    """The largest city of each country and state, with its weight, the heaviest first."""
    found: dict[tuple[str | None, str], tuple[float, City]] = {}
    for city in cities:
        weight = city.weight
        if is_capital(city):
            weight = max(weight * _CAPITAL, SMALLEST_CAPITAL)
        if same_letters(printed, city.name or ""):
            weight *= _SPELLED
        key = (city.country, city.region if region_name(city.country, city.region) else "")
        if key not in found or found[key][0] < weight:
            found[key] = (weight, city)
    return sorted(found.values(), key=lambda entry: -entry[0])


def by_story(
    name: str, full_name: str, story: str, origin: Origin, signed: bool, above: str
) -> Resolved:
    """The likeliest city of that name in an article with these countries.

    Args:
        name: the city's name.
        full_name: all that is printed of the place.
        story: the text whose countries and regions count.
        origin: where the sender is at home.
        signed: whether an agency signs.
        above: the lines above, whose countries count, too.
    """
    article = story, above, signed
    heard = _Heard.of(article, _asked(name, rivals=True))
    clear = _clear(name, full_name, origin, heard)
    return clear or _likeliest(name, full_name, origin, _Heard.of(article, _asked(name)))


class _Asked(NamedTuple):
    """The countries for which an article is read, and the regions with their initials."""

    countries: tuple[str, ...]
    regions: tuple[tuple[str, str], ...]


@lru_cache(maxsize=4096)
def _asked(name: str, rivals: bool = False) -> _Asked:
    """What an article is read for, of all cities of that name or of all but the largest."""
    candidates = _candidates(name)[1 if rivals else 0 :]
    countries = {c.city.country for c in candidates if c.asked > 1 and c.city.country}
    regions = {c.region for c in candidates if c.region_asked > 1 and c.region}
    return _Asked(tuple(sorted(countries)), tuple((r, dotted_name(r)) for r in sorted(regions)))


class _Heard(NamedTuple):
    """What an article says of countries and regions; `opening` are those in its first words."""

    countries: frozenset[str]
    regions: frozenset[str]
    opening: frozenset[str]

    @staticmethod
    def of(article: tuple[str, str, bool], asked: _Asked) -> _Heard:
        """What of `asked` is in a story and the lines above it; whether an agency signs it."""
        story, above, signed = article
        spoken = [c for c in asked.countries if speaks_of(story, c) or speaks_of(above, c)]
        named = [name for name, dotted in asked.regions if name in story or dotted in story]
        if not (spoken or named):
            return _NOTHING
        opening = [name for name in named if not signed and name in story[:_FIRST_WORDS]]
        return _Heard(frozenset(spoken), frozenset(named), frozenset(opening))


_NOTHING = _Heard(frozenset(), frozenset(), frozenset())


@lru_cache(maxsize=4096)
def _clear(name: str, full_name: str, origin: Origin, heard: _Heard) -> Resolved | None:
    """The largest city where no other comes near it, whatever is said of it."""
    first, *rest = _candidates(name)
    weights = [(_weight_of(rival, first, origin, heard), rival) for rival in rest]
    most = max((weight for weight, _ in weights), default=0.0)
    if first.weight <= _CLEAR * most or country_of(name) is not None:
        return None
    mentioned = any(weight > rival.weight for weight, rival in weights)
    return _chosen(name, full_name, first.city, "article" if mentioned else "largest_city")


@lru_cache(maxsize=4096)
def _likeliest(name: str, full_name: str, origin: Origin, heard: _Heard) -> Resolved:
    candidates = _candidates(name)
    first = candidates[0]
    weights = [(_weight_of(each, first, origin, heard), each) for each in candidates]
    mentioned = any(weight > each.weight for weight, each in weights)
    weights.sort(key=lambda entry: -entry[0])
    best = weights[0][1].city
    rival = next((weight for weight, other in weights if other.city.country != best.country), 0)
    if weights[0][0] < _CLEAR * rival:
        place = place_of(full_name, english_name(name, best), None, None, None)
        return Resolved(place, None)
    return _chosen(name, full_name, best, "article" if mentioned else "largest_city")


def _weight_of(candidate: _Candidate, first: _Candidate, origin: Origin, heard: _Heard) -> float:
    """How likely a city is with what is heard; `first` is the largest of its name."""
    weight, city, asked, region, region_asked = candidate
    if asked > 1 and city.country in heard.countries:
        weight *= asked
    near = (city.country, city.region) == (origin.country, origin.region)
    near = near and weight * _NEAR > first.weight
    weight *= _REGION_MENTION if near else _at_home(weight, city, first, origin)
    if region_asked > 1 and region in heard.regions:
        weight *= region_asked * (_BEGINS_WITH if region in heard.opening else 1)
    return weight


def _at_home(weight: float, city: City, first: _Candidate, origin: Origin) -> int:
    """How much likelier the sender's country makes a city; papers of the US print states."""
    if city.country != origin.country or city.country in (None, "US"):
        return 1
    most = first.weight / (_CAPITAL if is_capital(first.city) else 1)
    if weight * _COMPARABLE >= most:
        return _HOME
    dwarfed = is_capital(first.city) or weight * DWARFED < first.weight
    return 1 if dwarfed else _HOME_TOWN


@lru_cache(maxsize=4096)
def _chosen(name: str, full_name: str, city: City, why: str) -> Resolved:
    region = region_name(city.country, city.region)
    return Resolved(place_of(full_name, english_name(name, city), region, city.country, city), why)


def place_of(
    name: str, city: str | None, region: str | None, country: str | None, where: City | None
) -> Place:
    """The record's place with the coordinates of `where`."""
    return Place(
        name=name,
        city=city,
        region=region,
        country=country,
        latitude=where.latitude if where else None,
        longitude=where.longitude if where else None,
    )
