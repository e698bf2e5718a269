"""Finds in words."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from newsextract.record import Change, MonetaryFigure, Period
from newsextract.show import words
from tests.sample import RECORD, TEXT


def figure(**values: object) -> MonetaryFigure:
    base = RECORD.figures[0].model_dump()
    return MonetaryFigure.model_validate({**base, "giver": None, "receiver": None, **values})


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"amount": Decimal("188600000.00")}, "188,600,000 EUR"),
        ({"amount": Decimal("1E+3")}, "1,000 EUR"),
        ({"amount": Decimal("0.05"), "currency": None}, "0.05"),
        ({"amount": Decimal(5), "amount_max": Decimal(7), "bound": "approx"}, "about 5\u20137 EUR"),
        ({"amount": Decimal("71.5"), "per": "barrel"}, "71.5 EUR per barrel"),
        ({"amount": Decimal("1E+900")}, "1E+900 EUR"),
        ({"amount": Decimal(0)}, "0 EUR"),
    ],
)
def test_an_amount(values: dict[str, object], expected: str) -> None:
    assert words.amount(figure(**values)) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2023-01-01", "2023-12-31", "2023-01-01 \u2013 2023-12-31"),
        ("2023-01-01", "2023-01-01", "2023-01-01"),
        ("2023-01-01", None, "2023-01-01 \u2013 \u2026"),
        (None, None, ""),
    ],
)
def test_days(start: str | None, end: str | None, expected: str) -> None:
    days = [date and datetime.date.fromisoformat(date) for date in (start, end)]
    assert words.days(Period(start=days[0] or None, end=days[1] or None, text="x")) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Change(percent=Decimal(60), direction="up", bound="min"), "up at least 60 %"),
        (Change(factor=Decimal("1.4"), direction="down"), "down 1.4 times"),
        (Change(amount=Decimal(5000), base=Period(text="May")), "by 5,000, against May"),
        (Change(direction="up"), "up"),
    ],
)
def test_a_change(change: Change, expected: str) -> None:
    assert words.change(change) == expected


def test_parts_stand_below_their_total() -> None:
    tree = [(depth, found.id) for depth, found in words.figure_tree(RECORD)]
    assert tree == [(0, "f1"), (0, "f2"), (0, "f3"), (1, "f4"), (1, "f5"), (0, "f6")]


def test_parts_in_a_ring_or_of_nothing_are_not_lost() -> None:
    ring = [figure(id="f1", parent="f2"), figure(id="f2", parent="f1"), figure(id="f3", parent="?")]
    record = RECORD.model_copy(update={"figures": tuple(ring)})
    tree = [(depth, found.id) for depth, found in words.figure_tree(record)]
    assert tree == [(0, "f3"), (0, "f1"), (1, "f2")]


@pytest.mark.parametrize(
    ("headline", "text", "expected"),
    [
        ("Talks end", "ASTANA - Talks.", "Talks end"),
        (None, "ASTANA -\n Talks.", "ASTANA - Talks."),
        (None, "word " * 99, "word " * 17 + "word\u2026"),
        (None, "A" * 999, "A" * 90 + "\u2026"),
        (None, " \n", "sample"),
    ],
)
def test_a_title(headline: str | None, text: str, expected: str) -> None:
    record = RECORD.model_copy(update={"headline": headline, "dateline": None})
    assert words.title(record, text) == expected


def test_a_title_is_the_story_behind_the_dateline() -> None:
    record = RECORD.model_copy(update={"headline": None})
    expected = (
        "Portugal will lend Cape Verde 40 million euros for its ports, Foreign Minister Ana\u2026"
    )
    assert words.title(record, TEXT) == expected
