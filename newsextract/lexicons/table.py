"""Reading the package's tables.

A table is a TSV file: comment lines that start with ``#`` (source, licence, what made it),
one line of column names, then the rows.
"""

from __future__ import annotations

from importlib.resources import files

_SMALL = str.maketrans("İıſ", "iis")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of table `name` (file name in this folder), by column name."""
    content = (files("newsextract.lexicons") / name).read_text(encoding="utf-8")
    lines = [line for line in content.split("\n") if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]


def in_small_letters(found: str) -> str:
    """What a pattern that ignores letter case found, as tables have it.

    Such a pattern takes 'APRİL', in Turkish capitals, for 'april'; `str.lower` does not.
    """
    return found.translate(_SMALL).lower()
