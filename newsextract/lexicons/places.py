"""The gazetteer: cities of the world by name, and places that no gazetteer has.

Cities are GeoNames' places of 1,000 people and more (CC BY 4.0). The tables are searched
where they lie, in sorted blocks, so that a look-up unpacks no more than two of them.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from newsextract.lexicons.place_names import fold_place
from newsextract.lexicons.table import rows

_ALIAS_SHARE = 20
"""An alternate name counts as a twentieth of the city's people: 'Venice' is one of Dayton's
names, too. Set between Canton (Guangzhou, 200 times the one in Ohio) and Venice (3 times)."""


_GZIP = 31  # zlib's window size for gzip members
_BLOCK = "# block: "


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


class _PackedTable:
    """A sorted table in gzip blocks, of which only those that are asked for are unpacked.

    The first gzip member holds the comments, the columns and the first key and length of
    each block.
    """

    def __init__(self, name: str) -> None:
        self._packed = (files("newsextract.lexicons") / name).read_bytes()
        head = zlib.decompressobj(_GZIP)
        lines = head.decompress(self._packed).decode().split("\n")
        self._keys: list[bytes] = []
        self._starts = [len(self._packed) - len(head.unused_data)]
        for line in lines:
            if line.startswith(_BLOCK):
                key, length = line.removeprefix(_BLOCK).split("\t")
                self._keys.append(f"{key}\t".encode())
                self._starts.append(self._starts[-1] + int(length))
        self._blocks: dict[int, bytes] = {}

    def find(self, key: str) -> Iterator[list[str]]:
        """The rows whose first column is `key`."""
        wanted = f"{key}\t".encode()
        number = bisect_right(self._keys, wanted) - 1
        if number < 0:
            return
        data = self._block(number)
        low, high = 0, len(data)
        while low < high:
            line = data.rfind(b"\n", 0, (low + high) // 2) + 1
            end = data.find(b"\n", line) + 1
            if data[line:end] < wanted:
                low = end
            else:
                high = line
        while data.startswith(wanted, low):
            end = data.index(b"\n", low)
            yield data[low:end].decode().split("\t")
            low = end + 1

    def _block(self, number: int) -> bytes:
        data = self._blocks.get(number)
        if data is None:
            start, end = self._starts[number : number + 2]
            data = self._blocks[number] = zlib.decompress(self._packed[start:end], _GZIP)
        return data


@cache
def _places() -> _PackedTable:
    return _PackedTable("places.tsv.gz")


@cache
def _aliases() -> _PackedTable:
    return _PackedTable("place_aliases.tsv.gz")


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
