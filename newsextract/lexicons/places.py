"""The gazetteer: cities of the world by name, and places that no gazetteer has.

Cities are GeoNames' places of 1,000 people and more (CC BY 4.0).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from newsextract.lexicons.packed import PackedTable, Row
from newsextract.lexicons.place_names import fold_place
from newsextract.lexicons.table import rows

_ALIAS_SHARE = 20
"""An alternate name counts as a twentieth of the city's people: 'Venice' is one of Dayton's
names, too. Set between Canton (Guangzhou, 200 times the one in Ohio) and Venice (3 times)."""

_TENTHS = (
    "100 106 112 118 125 132 140 150 160 170 180 190 200 212 224 236 250 265 280 300 "
    "315 335 355 375 400 425 450 475 500 530 560 600 630 670 710 750 800 850 900 950"
)
PEOPLE = (0, *(int(tenth) * 10**zeros for zeros in range(6) for tenth in _TENTHS.split()))
"""How many people a place has, as the table knows it: ISO 3's preferred numbers, rounded down.
Cities of one name are in the order of their exact sizes."""


class City(NamedTuple):
    """A city or town.

    `region` is GeoNames' admin1 code; `weight` its people, fewer where the name is not its
    main one; `mark` what `place_additions.tsv` says of it ('seat', 'disputed', 'weak',
    'shared': then `region` has the codes of its countries).
    """

    name: str | None
    country: str | None
    region: str
    weight: float
    latitude: float
    longitude: float
    mark: str = ""


class _Region(NamedTuple):
    """GeoNames' first division of a country, with the middle of its places."""

    country: str
    code: str
    latitude: float
    longitude: float


@cache
def _places() -> PackedTable:
    return PackedTable("places.gz", 4, fold_place)


@cache
def _aliases() -> PackedTable:
    return PackedTable("place_aliases.gz", 2)


@cache
def _regions() -> tuple[_Region, ...]:
    found = []
    for note in _places().notes:
        country, code, latitude, longitude = note.split("\t")
        found.append(_Region(country, code, float(latitude), float(longitude)))
    return tuple(found)


def _city(row: Row) -> City:
    region = _regions()[row.numbers[0]]
    people, north, east = row.numbers[1:]
    return City(
        row.name,
        region.country,
        region.code,
        PEOPLE[people],
        round(region.latitude + _signed(north) / 100, 2),
        round(region.longitude + _signed(east) / 100, 2),
    )


def _signed(number: int) -> int:
    """0, 1, 2, 3, 4 as 0, -1, 1, -2, 2."""
    return -(number + 1) // 2 if number % 2 else number // 2


@cache
def _additions() -> dict[str, City]:
    found = {}
    for row in rows("place_additions.tsv"):
        city = City(
            row["city"] or None,
            row["country"] or None,
            row["region"],
            0,
            float(row["latitude"]),
            float(row["longitude"]),
            row["mark"],
        )
        for name in row["names"].split("|"):
            found[fold_place(name)] = city
    return found


@lru_cache(maxsize=4096)
def cities_called(name: str) -> tuple[City, ...]:
    """All cities of that name, the likeliest (largest) first; case and accents do not matter."""
    key = fold_place(name)
    found = [_city(row) for row in _places().find(key)]
    for alias in _aliases().find(key):
        largest = _city(_places().row(*alias.numbers))
        # 'Georgetown' is no other name of George Town.
        share = 1 if fold_place(largest.name or "").replace(" ", "") == key else _ALIAS_SHARE
        found.append(largest._replace(weight=largest.weight / share))
    return tuple(sorted(found, key=lambda city: -city.weight))


@lru_cache(maxsize=4096)
def added_place(name: str) -> City | None:
    """The place of that name in the hand table: venues, seats, exonyms, former names."""
    return _additions().get(fold_place(name))


_SHORTEST, _LONGEST = 6, 24
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@cache
def _large_cities() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("large_cities.tsv"))


@lru_cache(maxsize=256)
def city_misspelled(name: str) -> City | None:
    """The largest city of 200,000 people whose name is a slip of the keys from `name`.

    'Washignton', 'Islamabd', 'St. Peterburg': a letter is missing, doubled, wrong or in its
    neighbour's place (F. J. Damerau's four kinds, 1964); the first one is right. None for names
    of less than six letters or more than 24.
    """
    key = fold_place(name)
    if not _SHORTEST <= len(key) <= _LONGEST:
        return None
    halves = [(key[:i], key[i:]) for i in range(1, len(key) + 1)]
    slips = {first + rest[1] + rest[0] + rest[2:] for first, rest in halves if len(rest) > 1}
    for first, rest in halves:
        slips.add(first + rest[1:])
        slips.update(first + letter + rest for letter in _ALPHABET)
        slips.update(first + letter + rest[1:] for letter in _ALPHABET)
    found = [cities_called(slip)[0] for slip in sorted(slips & _large_cities())]
    return max(found, key=lambda city: city.weight, default=None)


_DWARFS = 5
"""So many times larger is the town that is meant, where others abroad are called the same."""


@lru_cache(maxsize=1 << 12)
def country_of_city(name: str) -> str | None:
    """The country of the largest city of that name, if it dwarfs all abroad."""
    cities = cities_called(name)
    abroad = [city for city in cities if city.country != cities[0].country]
    if cities and (not abroad or cities[0].weight >= _DWARFS * abroad[0].weight):
        return cities[0].country
    return None
