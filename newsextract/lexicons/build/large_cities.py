"""Make large_cities.tsv from places.gz.

python -m newsextract.lexicons.build.large_cities
"""

from __future__ import annotations

from pathlib import Path

from newsextract.lexicons.packed import PackedTable
from newsextract.lexicons.place_names import fold_place
from newsextract.lexicons.places import PEOPLE

TABLE = Path(__file__).parents[1] / "large_cities.tsv"
FEWEST_PEOPLE = 200_000
"""A slip of the keys in the name of a smaller town may be another town's name."""
_HEAD = """\
# Names of cities of 200,000 people and more in small letters, without accents: what a misspelled
# place of a dateline may mean.
# Source: GeoNames (www.geonames.org), through places.gz
# Licence: CC BY 4.0 (credit: GeoNames)
# Made by: python -m newsextract.lexicons.build.large_cities
name
"""


def large_cities() -> list[str]:
    """The folded names, sorted."""
    rows = PackedTable("places.gz", 4, fold_place)
    return sorted({fold_place(row.name) for row in rows if PEOPLE[row.numbers[1]] >= FEWEST_PEOPLE})


def main() -> None:
    """Write the table."""
    TABLE.write_text(_HEAD + "\n".join(large_cities()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
