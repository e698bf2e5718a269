"""Periods of amounts: those that go on from sentence to sentence."""

from __future__ import annotations

import pytest

from newsextract import Extractor

PUBLISHED = "2024-03-14"  # a Thursday
JANUARY = "2024-01-01..2024-01-31"
YEAR = "2023-01-01..2023-12-31"
YEAR_2020 = "2020-01-01..2020-12-31"
END_OF_2023 = "2023-12-31..2023-12-31"

REPORTS: list[tuple[str, list[str | None]]] = [
    # a report of statistics goes on
    (
        "Chad posted a surplus of $9 million in January. Exports came to $12 million and imports "
        "to $3 million.",
        [JANUARY] * 3,
    ),
    (
        "Profit fell to $9 million in January. Revenue slipped to $80 million from $85 million a "
        "year earlier, while loan losses were just $2 million.",
        [JANUARY, JANUARY, "2023-01-01..2023-01-31", JANUARY],
    ),
    (
        "The deficit widened to $9 million in January from $7 million in December. Interest "
        "payments alone amounted to $2 million.",
        [JANUARY, "2023-12-01..2023-12-31", JANUARY],
    ),
    (
        "Migrants sent home $9 million in January. Peru was the largest source with $5 million, "
        "followed by Chile, $2 million.",
        [JANUARY] * 3,
    ),
    ("Exports fell to $9 million in January. Coffee alone brought $4 million.", [JANUARY] * 2),
    (
        "Tax revenue was $9 million in 2023. December alone brought $2 million.",
        [YEAR, "2023-12-01..2023-12-31"],
    ),
    (
        "Profit rose to $9 million in 2023 from a loss of $1 million a year earlier. Sales more "
        "than doubled to $90 million.",
        [YEAR, "2022-01-01..2022-12-31", YEAR],
    ),
    ("Exports fell to $9 million in January.\n\nImports rose to $8 million.", [JANUARY] * 2),
    # a plan goes on as one
    (
        "The budget foresees spending of $9 million in 2025. The deficit is put at $2 million.",
        ["2025-01-01..2025-12-31"] * 2,
    ),
    # what stands on a day goes on as such
    (
        "Reserves were $9 million at the end of 2023. Gold holdings totalled $2 million.",
        [END_OF_2023] * 2,
    ),
    # ... but no loan, gift, plan, deal or rate, nor what stands now, nor a debt of months
    ("Exports rose to $9 million in January. Oslo lent Chad $3 million.", [JANUARY, None]),
    ("Exports rose to $9 million in January. A road cost $3 million.", [JANUARY, None]),
    ("Profit was $9 million in 2023. Sales could reach $50 million.", [YEAR, None]),
    ("Profit was $9 million in 2023. Debt stood at $50 million.", [YEAR, None]),
    ("Profit was $9 million in 2023. Revenue now stands at $50 million.", [YEAR, None]),
    ("Exports were $9 million in 2023. Annual losses came to $3 million a year.", [YEAR, None]),
    (
        "Spending was $9 million in 2020. Losses came to $3 million.",
        ["2020-01-01..2020-12-31", None],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_report_goes_on(extractor: Extractor, text: str, expected: list[str | None]) -> None:
    assert _periods(extractor, text) == expected


def _periods(extractor: Extractor, text: str) -> list[str | None]:
    figures = extractor.extract(text, published=PUBLISHED).figures
    periods = [figure.period for figure in figures]
    return [None if p is None else f"{p.start}..{p.end}" for p in periods]
