"""The gazetteer: cities of the world by name, and places that no gazetteer has.

Cities are GeoNames' places of 1,000 people and more (CC BY 4.0). The tables are searched
where they lie, in sorted text, so loading them costs no more than unpacking.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from newsextract.lexicons.place_names import fold_place
from newsextract.lexicons.table import rows

_ALIAS_SHARE = 20
"""An alternate name counts as a twentieth of the city's people: 'Venice' is one of Dayton's
names, too. Set between Canton (Guangzhou, 200 times the one in Ohio) and Venice (3 times)."""


class City(NamedTuple):
    """A city or town.

    `region` is GeoNames' admin1 code; `weight` its people, fewer where the name is not its
    main one; `mark` what `place_additions.tsv` says of it ('seat', 'disputed', 'weak').
    """

    name: str | None
    country: str | None
    region: str
    weight: float
    latitude: float
    longitude: float
    mark: str = ""


class _SortedTable:
    """Rows of a packed table, sorted by their first column."""

    def __init__(self, name: str) -> None:
        packed = (files("newsextract.lexicons") / name).read_bytes()
        self._data = gzip.decompress(packed)
        start = 0
        while self._data.startswith(b"#", start):
            start = self._data.index(b"\n", start) + 1
        self._start = self._data.index(b"\n", start) + 1  # behind the names of the columns

    def find(self, key: str) -> Iterator[list[str]]:
        """The rows whose first column is `key`."""
        data, wanted = self._data, f"{key}\t".encode()
        low, high = self._start, len(data)
        while low < high:
            line = data.rfind(b"\n", self._start, (low + high) // 2) + 1 or self._start
            end = data.find(b"\n", line) + 1
            if data[line:end] < wanted:
                low = end
            else:
                high = line
        while data.startswith(wanted, low):
            end = data.index(b"\n", low)
            yield data[low:end].decode().split("\t")
            low = end + 1


@cache
def _places() -> _SortedTable:
    return _SortedTable("places.tsv.gz")


@cache
def _aliases() -> _SortedTable:
    return _SortedTable("place_aliases.tsv.gz")


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


def _rows_of(key: str) -> list[City]:
    return [
        City(name, country, region, float(people), float(latitude), float(longitude))
        for _, name, country, region, people, latitude, longitude in _places().find(key)
    ]


@lru_cache(maxsize=4096)
def cities_called(name: str) -> tuple[City, ...]:
    """All cities of that name, the likeliest (largest) first; case and accents do not matter."""
    key = fold_place(name)
    found = _rows_of(key)
    for _, own, country in _aliases().find(key):
        same = [city for city in _rows_of(own) if city.country == country]
        if same:
            largest = max(same, key=lambda city: city.weight)
            found.append(largest._replace(weight=largest.weight / _ALIAS_SHARE))
    return tuple(sorted(found, key=lambda city: -city.weight))


@lru_cache(maxsize=4096)
def added_place(name: str) -> City | None:
    """The place of that name in the hand table: venues, seats, exonyms, former names."""
    return _additions().get(fold_place(name))
