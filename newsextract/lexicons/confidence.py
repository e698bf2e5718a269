"""How often each rule was right on the development gold."""

from __future__ import annotations

from functools import cache

from newsextract.lexicons.table import rows

FEWEST = 10
"""A share of fewer finds than this says nothing: the confidence is None."""


@cache
def _shares() -> dict[str, float | None]:
    shares = {}
    for row in rows("confidence.tsv"):
        right, found = int(row["right"]), int(row["found"])
        shares[row["rule"]] = round(right / found, 2) if found >= FEWEST else None
    return shares


def confidence_of(rule: str) -> float | None:
    """Share of the rule's finds that were right, 0 to 1; None where too few were seen."""
    return _shares().get(rule)
