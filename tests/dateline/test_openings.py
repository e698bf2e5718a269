"""Datelines with the lines that stand above them: headers, bylines, headlines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsextract.evaluation.matching import fold
from newsextract.parsers.dateline import DatelineParser
from newsextract.reading import read
from newsextract.story import DatelineFinding, Story

STORY = "Foreign ministers of the two countries have agreed to open a new border post, he said."
BEHIND = '\n\nThe parties would meet again in spring.\n\n"We have done it," the minister said.\n'
OPENINGS = re.findall(
    r"^@ (.*)\n([^@]*)", (Path(__file__).parent / "openings.txt").read_text("utf-8"), re.MULTILINE
)


def find(text: str) -> tuple[DatelineFinding | None, str]:
    reading = read(text)
    return DatelineParser().parse(Story(reading, reading.published)), reading.text


@pytest.mark.parametrize(("gold", "opening"), OPENINGS, ids=lambda part: part[-40:])
def test_opening(gold: str, opening: str) -> None:
    above, mark, story = opening.rstrip("\n").partition("¶")
    story = story or STORY
    found, text = find(f"{above}{'' if mark else chr(10)}{story}{BEHIND}")
    if gold.startswith("-"):
        assert found is None
        return
    assert found is not None
    first = found.places[0]
    read_off = (first.city or first.name, first.country, found.date, found.agency)
    assert [fold(str(part or "")) for part in read_off] == [fold(part) for part in gold.split("|")]
    assert text[found.body :].lstrip().startswith(story)


def test_a_city_alone_on_its_line_is_no_headline() -> None:
    reading = read(f"Published at: February 27, 2024\nKathmandu\nEnvoy leaves\n{STORY}")
    assert reading.layout.headline is not None
    start, end = reading.layout.headline
    assert reading.text[start:end] == "Envoy leaves"
