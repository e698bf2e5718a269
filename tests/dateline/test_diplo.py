"""Datelines and publication dates of the diplomatic fixtures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsextract import Extractor
from newsextract.parsers.dateline import DatelineParser
from newsextract.reading import read
from newsextract.story import Story

FIXTURES = Path(__file__).parents[2] / "fixtures" / "diplo"
GOLD = [json.loads(line) for line in (FIXTURES / "gold.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("item", GOLD, ids=lambda item: item["id"])
def test_dateline(item: dict[str, Any]) -> None:
    text = item.get("text") or (FIXTURES / "articles" / f"{item['id']}.txt").read_text("utf-8")
    reading = read(text)
    found = DatelineParser().parse(Story(reading, reading.published))
    if item["dateline"] is None:
        assert found is None
        return
    assert found is not None
    assert {
        "place": "/".join(place.name for place in found.places),
        "city": found.places[0].city,
        "country": found.places[0].country,
        "date": str(found.date) if found.date else None,
        "agency": found.agency,
    } == item["dateline"]


def test_a_full_dateline_dates_the_item(extractor: Extractor) -> None:
    record = extractor.extract("HAVANA, Apr 9, 2024 (Prensa Latina) Cuba opened a plant today.")
    assert (str(record.published), record.published_from) == ("2024-04-09", "dateline")
    assert record.dateline is not None
    assert record.dateline.agency == "Prensa Latina"
    record = extractor.extract("HAVANA, Apr 9 (Prensa Latina) Cuba opened a plant today.")
    assert (record.published, record.published_from) == (None, None)
