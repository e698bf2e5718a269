"""Where it happened: the places of a dateline on a plain map of the world."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsextract.lexicons.countries import country_name
from newsextract.lexicons.table import rows
from newsextract.record import NewsRecord, Place


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map.

    Attributes:
        x: degrees east.
        y: degrees south: down the page.
        name: its label.
    """

    x: float
    y: float
    name: str

    @property
    def is_far_east(self) -> bool:
        """Whether its label must stand on its left to stay on the map."""
        return self.x > 90


def points(record: NewsRecord) -> list[Point]:
    """The dateline's places whose coordinates are known."""
    places = record.dateline.places if record.dateline else ()
    return [
        Point(place.longitude, -place.latitude, place.city or place.name)
        for place in places
        if place.latitude is not None and place.longitude is not None
    ]


def described(place: Place) -> str:
    """A place in words: its city, region and country, as far as they are known."""
    country = place.country and (country_name(place.country) or place.country)
    parts = dict.fromkeys(part for part in (place.city, place.region, country) if part)
    return ", ".join(parts) or place.name


@cache
def land() -> str:
    """An SVG path of dots where people live: enough of a map to see where a point lies.

    Equirectangular, one unit a degree, longitude to the right and latitude upwards.
    """
    return "".join(_dots())


def _dots() -> Iterator[str]:
    for row in rows("inhabited_cells.tsv"):
        yield f"M{row['longitude']} {-float(row['latitude']):g}h0"
