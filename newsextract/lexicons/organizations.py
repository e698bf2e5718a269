"""International bodies, and names of buildings and capitals that stand for a government."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsextract.lexicons.countries import capital, country_codes
from newsextract.lexicons.phrases import Phrases
from newsextract.lexicons.table import rows


class Body(NamedTuple):
    """An international body (`country` None), or a national one known by its own name."""

    name: str
    sector: str
    country: str | None = None


@cache
def known_bodies() -> dict[str, Body]:
    """International bodies and seats of power that speak ('Kremlin'), by each of their names."""
    bodies: dict[str, Body] = {}
    for row in rows("organizations.tsv"):
        body = Body(row["name"], row["sector"])
        for name in [row["name"], *filter(None, row["aliases"].split("|"))]:
            bodies[name] = body
            if name.startswith("UN "):
                bodies["U.N. " + name[3:]] = body
    for row in rows("metonyms.tsv"):
        if row["kind"] == "organization":
            bodies[row["word"]] = Body(row["word"], row["sector"], row["of"])
    return bodies | {name.replace("'", "’"): body for name, body in bodies.items()}


@cache
def seats() -> dict[str, str]:
    """Cities that stand for a country or a body -> its code, or the body's name."""
    found = {capital(code): code for code in country_codes()}
    for row in rows("metonyms.tsv"):
        if row["kind"] != "organization":
            found[row["word"]] = row["of"]
    return {city: code for city, code in found.items() if city}


@cache
def body_phrases() -> Phrases:
    """Scanner for the names of `known_bodies`."""
    return Phrases(known_bodies())


@cache
def seat_phrases() -> Phrases:
    """Scanner for the names of `seats`."""
    return Phrases(seats())
