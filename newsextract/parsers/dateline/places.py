"""Printed places become places: which of the cities of that name, in which country."""

from __future__ import annotations

from functools import lru_cache

from newsextract.lexicons.countries import country_of, is_former, is_part
from newsextract.lexicons.place_names import fold_place
from newsextract.lexicons.places import City, added_place, cities_called, city_misspelled
from newsextract.lexicons.regions import Region, printed_region, region_name
from newsextract.parsers.dateline.draft import PrintedPlace
from newsextract.parsers.dateline.homonyms import Resolved, bare, by_story, place_of
from newsextract.parsers.dateline.names import (
    LARGE_CITY,
    WATERS,
    core_of,
    is_on_board,
    is_site,
    is_venue,
    weight_of,
)
from newsextract.parsers.dateline.origins import Origin, origin_of
from newsextract.parsers.dateline.spelling import english_name
from newsextract.parsers.dateline.spoken import STORY_READ, speaks_of
from newsextract.record import Place

_OWN_TOWN, _SMALL = 150_000, 15_000
_VENUE_WORDS = 3
_LONGEST_CODE = 4
_BESIDE = 200
"""Characters above a dateline that tell between homonyms."""


def resolve(
    printed: PrintedPlace, text: str, body: int, sender: str | None, signed: bool
) -> Resolved:
    """The place that `printed` means.

    Args:
        printed: the parts of the name.
        text: the clean text: the countries named in the story and above decide between homonyms.
        body: where the story begins.
        sender: the agency or paper, if there is one: its country and region decide, too.
        signed: whether an agency signs; else a paper may print its own region's towns bare.
    """
    name, full_name = printed.name, text[printed.start : printed.end]
    settled = _settled(name, printed.region, printed.country, full_name, sender)
    if settled:
        return settled
    aside = text[printed.start + len(name) : printed.end]  # ', Honduras-Guatemala border'
    story = text[body : body + STORY_READ] + aside
    origin = origin_of(sender) if sender else Origin()
    found = _by_name(name, printed.region, printed.country, full_name, origin)
    if isinstance(found, str):
        above = text[max(0, printed.start - _BESIDE) : printed.start]
        found = _by_article(found, full_name, story, origin, signed, above)
    unspoken = _may_be_small_abroad(found, name, origin.country) and not speaks_of(
        story, found.place.country or ""
    )
    return _at_home(found, name, full_name, origin.country, unspoken)


@lru_cache(maxsize=4096)
def _settled(
    name: str, region: str | None, country: str | None, full_name: str, sender: str | None
) -> Resolved | None:
    """The place of most datelines, about which the article has no say; else None."""
    origin = origin_of(sender) if sender else Origin()
    slip = _slip(name, region, country, origin.country)
    if slip:
        return slip
    found = _by_name(name, region, country, full_name, origin)
    if isinstance(found, str) or _may_be_small_abroad(found, name, origin.country):
        return None
    return _at_home(found, name, full_name, origin.country, unspoken=False)


def _at_home(
    found: Resolved, name: str, full_name: str, home: str | None, unspoken: bool
) -> Resolved:
    """The place that is found, or one of that name in its sender's country, `home`."""
    place, inferred = found
    if is_site(name):  # 'BAGRAM AIR BASE' is no town
        place = place.model_copy(update={"city": english_name(name, None)})
    if home and not is_on_board(name):
        unknown = place.country is None and weight_of(name) == 0
        if unknown or unspoken:
            # What the gazetteer lacks lies in the country of a national agency.
            city = english_name(name, None) if place.city or place.country else None
            place, inferred = Place(name=full_name, city=city, country=home), "agency"
    return Resolved(place, inferred)


def _slip(name: str, region: str | None, country: str | None, home: str | None) -> Resolved | None:
    """The large city that a name misspells: 'WASHIGNTON', 'ISLAMABD (APP)'."""
    if weight_of(name) or is_on_board(name) or country_of(name):
        return None
    city = city_misspelled(name)
    within = country_of(country) if country else home
    if city is None or region or within not in (None, city.country):
        return None
    admin1 = region_name(city.country, city.region)
    place = place_of(name, english_name(city.name or "", city), admin1, city.country, city)
    return Resolved(place, "gazetteer")


def _may_be_small_abroad(found: Resolved, name: str, home: str | None) -> bool:
    """Whether a bare name is that of a small town abroad alone, if nobody speaks of it."""
    if home in (None, "US", found.place.country) or found.place.country is None:
        return False
    return found.inferred in ("largest_city", "gazetteer") and weight_of(name) < _SMALL


def _by_article(
    name: str, full_name: str, story: str, origin: Origin, signed: bool, above: str
) -> Resolved:
    """The place of a name that others have, too, by the countries spoken of."""
    added = added_place(name)
    if added and added.mark == "shared":
        return _shared(full_name, added, story, origin.country)
    likeliest = by_story(name, full_name, story, origin, signed, above)
    named = _country_named(name)
    own = named is None or likeliest.place.country == named or likeliest.inferred == "article"
    # 'Jordan (Reuters) - ' is no quarter of Hong Kong.
    return likeliest if own else Resolved(Place(name=full_name, country=named), None)


@lru_cache(maxsize=4096)
def _country_named(name: str) -> str | None:
    """The country that a name is, where no part of one and no former one is called so."""
    if added_place(name) or is_part(name) or is_former(name):
        return None
    return country_of(name)


@lru_cache(maxsize=4096)
def _by_name(
    printed: str, behind: str | None, within: str | None, full_name: str, origin: Origin
) -> Resolved | str:
    """The place where what is printed and its sender are enough; else the name that is meant.

    Args:
        printed: the name.
        behind: the region as printed.
        within: the country as printed.
        full_name: all of it, as printed.
        origin: where the sender is at home.
    """
    name, home = core_of(printed), origin.country
    country = country_of(within) if within else None
    own_code = country_of(name) if country else None
    if country and own_code and own_code != country and not cities_in(name, country):
        country = own_code  # 'HONG KONG, China'
    region = printed_region(behind) if behind else None
    if region and behind and is_venue(name) and weight_of(behind) >= LARGE_CITY:
        name, region = behind, None  # 'STATE HOUSE, Freetown'
    if region and home not in (None, region.country) and _is_code(behind or ""):
        own = cities_in(name, home or "")
        # 'Salem (TN)' is in Tamil Nadu under an Indian agency
        region, country = (None, home) if own else (region, country)
    if is_on_board(printed) and not (WATERS.match(printed) and (country or region)):
        return Resolved(Place(name=full_name), None)
    if country and behind and _is_venue(name, behind, country):
        return _within(behind, full_name, country, None, within or "")
    if country or region:
        return _within(name, full_name, country, region, within or behind or "")
    # An unknown region says nothing of the country, but may be the city that is meant.
    if behind and weight_of(name) == 0 and cities_called(behind):
        name = behind
    added = added_place(name)
    if added and added.mark == "shared":
        return name
    named = _country_named(name)
    if (named and cities_called(name)) or _has_own_town(name, added, home):
        return name
    return bare(name, full_name) or name


def _has_own_town(name: str, added: City | None, home: str | None) -> bool:
    """Whether the sender's country has a town of a name that others have, too."""
    if home is None or (added and (added.country == home or added.mark == "seat")):
        return False
    least = _OWN_TOWN if added else 0
    return any(city.country == home and city.weight >= least for city in cities_called(name))


def cities_in(name: str, country: str) -> bool:
    """Whether a country has a city of that name."""
    return any(city.country == country for city in cities_called(name))


def _is_code(printed: str) -> bool:
    """'TN', 'WA': letters that more than one country gives a state."""
    return len(printed) < _LONGEST_CODE and printed.isupper()


def _is_venue(name: str, behind: str, country: str) -> bool:
    """'East African Community Headquarters, Arusha, Tanzania': the city stands behind."""
    if len(name.split()) < _VENUE_WORDS or weight_of(name):
        return False
    return any(city.country == country for city in cities_called(behind))


@lru_cache(maxsize=2048)
def _within(
    name: str, full_name: str, country: str | None, region: Region | None, printed: str
) -> Resolved:
    """A place whose country or state is printed behind it."""
    if country is None and region is None:
        return Resolved(Place(name=full_name), None)
    cities = cities_called(name)
    if country and is_former(printed) and not any(city.country == country for city in cities):
        found = bare(name, full_name)  # 'KIEV, U.S.S.R.' lies in the state of today
        if found and found.place.country:
            return Resolved(found.place, None)
    both = country_of(printed), printed_region(printed)
    if both[0] and both[1] and both[0] != both[1].country:
        country, region = _country_or_state(cities, both[0], both[1])
    if country is None and region is not None:
        country = region.country
        renamed = added_place(f"{name}, {region.name}")  # 'BERLIN, Ont.'
        if renamed:
            return Resolved(place_of(full_name, renamed.name, region.name, country, renamed), None)
    own = [city for city in cities if city.country == country]
    if region is not None and region.admin1:
        own = [city for city in own if city.region == region.admin1]
    added = added_place(name)
    same_region = region is None or added is None or added.region in ("", region.name)
    if added and added.country in (country, None) and (same_region or not own):
        within = "" if added.mark == "shared" else added.region
        place = place_of(full_name, added.name, within or None, country, added)
        return Resolved(place, None)
    if added and country and not own and _is_renamed_abroad(name, added):
        home = place_of(full_name, added.name, added.region or None, added.country, added)
        return Resolved(home, None)  # 'DACCA, Pakistan'
    city = own[0] if own else None
    where = region.name if region else region_name(country, city.region) if city else None
    place = place_of(full_name, english_name(name, city), where or None, country, city)
    return Resolved(place, None)


def _is_renamed_abroad(name: str, added: City) -> bool:
    """Whether it is the former name of a city that a former state had."""
    return bool(added.name and added.country) and fold_place(added.name or "") != fold_place(name)


def _country_or_state(
    cities: tuple[City, ...], country: str, region: Region
) -> tuple[str | None, Region | None]:
    """Georgia, the country or the state: where the larger city of that name lies."""
    for city in cities:
        if city.country == country:
            return country, None
        if city.country == region.country and city.region == region.admin1:
            return region.country, region
    return country, None


def _shared(full_name: str, added: City, story: str, home: str | None) -> Resolved:
    """A place on a border: in its sender's country, else in the only one that is spoken of."""
    countries = added.region.split()
    spoken = [country for country in countries if speaks_of(story, country)]
    chosen = home if home in countries else spoken[0] if len(spoken) == 1 else None
    place = place_of(full_name, added.name, None, chosen, added)
    return Resolved(place, "article" if chosen else None)
