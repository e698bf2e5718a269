"""States, provinces and other regions: their names and abbreviations."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from newsextract.lexicons.place_names import fold_place
from newsextract.lexicons.places import country_of_city
from newsextract.lexicons.table import rows

_DIVISIONS = frozenset(
    "state province region oblast county prefecture governorate department district "
    "pref prov gov dept dist co".split()
)


class Region(NamedTuple):
    """A state, province or territory; `admin1` is its code in the gazetteer, where known."""

    name: str
    country: str
    admin1: str | None


@cache
def _table() -> tuple[dict[str, Region], dict[str, Region]]:
    """By folded name or abbreviation, and by postal code."""
    by_name: dict[str, Region] = {}
    by_code: dict[str, Region] = {}
    for row in rows("subdivisions.tsv"):
        by_name[fold_place(row["name"])] = Region(row["name"], row["country"], None)
    for row in reversed(rows("regions.tsv")):
        region = Region(row["name"], row["country"], row["admin1"])
        by_name[fold_place(row["name"])] = region
        for form in filter(None, row["forms"].split("|")):
            if form[0] == "=":
                by_code[form[1:]] = region
            else:
                by_name[fold_place(form)] = region
                by_name[fold_place(form).replace(" ", "")] = region
    return by_name, by_code


@cache
def _by_admin1() -> dict[tuple[str, str], Region]:
    return {
        (row["country"], row["admin1"]): Region(row["name"], row["country"], row["admin1"])
        for row in rows("regions.tsv")
    }


@cache
def _provinces() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows("subdivisions.tsv"):
        found.setdefault(row["country"], []).append(row["name"])
    return {country: tuple(names) for country, names in found.items()}


def provinces_of(country: str | None) -> tuple[str, ...]:
    """Names of a country's divisions that no other country has (ISO 3166-2)."""
    return _provinces().get(country or "", ())


@lru_cache(maxsize=2048)
def region_of(name: str) -> Region | None:
    """The state or province called `name` ('Calif.', 'N.M.', 'Ontario', 'NSW', 'Bihar').

    Postal codes count only in capitals; full stops and letter case else do not matter.
    """
    by_name, by_code = _table()
    name = name.strip()
    bare = name.replace(".", "").replace(" ", "")
    if bare.isupper() and bare in by_code and "." not in name[:-1]:
        return by_code[bare]
    key = fold_place(name)
    head, _, last = key.rpartition(" ")
    division = by_name.get(head) if last in _DIVISIONS else None
    return by_name.get(key) or by_name.get(key.replace(" ", "")) or division


def region_name(country: str | None, admin1: str) -> str | None:
    """Name of the state or province with that code in the gazetteer; None where unknown."""
    found = _by_admin1().get((country or "", admin1))
    return found.name if found else None


@cache
def _printed() -> dict[str, Region]:
    found: dict[str, Region] = {}
    for row in rows("printed_regions.tsv"):
        for name in row["names"].split("|"):
            exact = name.startswith("=")
            region = Region("" if exact or "." in name else name, row["country"], None)
            found[name[1:] if exact else fold_place(name)] = region
    return found


_COUNTY = ("County ", "COUNTY ", "Co. ", "CO. ", "Co ", "CO ")


@lru_cache(maxsize=2048)
def printed_region(name: str) -> Region | None:
    """The region called `name` behind a place: also 'Lombardy', 'West Bank', 'K.S.A.'."""
    printed = _printed()
    own = printed.get(name) or printed.get(fold_place(name)) if "." not in name[-1:] else None
    found = own or region_of(name) or printed.get(fold_place(name))
    if found is None and name.startswith(_COUNTY):
        return region_of(name.partition(" ")[2])
    head, _, last = name.rpartition(" ")
    if found is None and head and last.lower() in _DIVISIONS:
        code = country_of_city(head)
        return Region(name, code, None) if code else printed.get(fold_place(head))
    return found


@cache
def _dotted() -> dict[str, str]:
    forms = ((row["name"], form) for row in rows("regions.tsv") for form in row["forms"].split("|"))
    return {name: f"{form}." for name, form in forms if "." in form and " " not in form}


def dotted_name(region: str) -> str:
    """The initials of a state in running text ('B.C.', 'N.S.'); its name where it has none."""
    return _dotted().get(region, region)
