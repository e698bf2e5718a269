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
PARTS = 8
OPENINGS = re.findall(
    r"^@ (.*)\n([^@]*)", (Path(__file__).parent / "openings.txt").read_text("utf-8"), re.MULTILINE
)


def find(text: str) -> tuple[DatelineFinding | None, str]:
    reading = read(text)
    return DatelineParser().parse(Story(reading, reading.published)), reading.text


def wrong(gold: str, opening: str) -> str | None:
    """What is found where that is not the gold: 'city | country | date | agency', or '-'."""
    above, mark, story = opening.rstrip("\n").partition("¶")
    story = story or STORY
    found, text = find(f"{above}{'' if mark else chr(10)}{story}{BEHIND}")
    if found is None:
        return None if gold.startswith("-") else "-"
    first = found.places[0]
    parts = (first.city or first.name, first.country, found.date, found.agency)
    read_off = [fold(str(part or "")) for part in parts]
    begins = text[found.body :].lstrip().startswith(story)
    right = begins and read_off == [fold(part) for part in gold.split("|")]
    return None if right else f"{' | '.join(read_off)} | {text[found.body :][:30]}"


@pytest.mark.parametrize("part", range(PARTS))
def test_openings(part: int) -> None:
    answers = {
        f"@ {gold}\n{opening}": wrong(gold, opening) for gold, opening in OPENINGS[part::PARTS]
    }
    assert {opening: answer for opening, answer in answers.items() if answer} == {}


def test_a_city_alone_on_its_line_is_no_headline() -> None:
    reading = read(f"Published at: February 27, 2024\nKathmandu\nEnvoy leaves\n{STORY}")
    assert reading.layout.headline is not None
    start, end = reading.layout.headline
    assert reading.text[start:end] == "Envoy leaves"


def test_place_and_day_may_sign_an_item_in_its_last_lines() -> None:
    found, text = find(f"Ministry opens river office\n\n{STORY}{BEHIND}\nVaduz, 6 February 2024\n")
    assert found is not None
    assert (found.places[0].city, found.places[0].country) == ("Vaduz", "LI")
    assert str(found.date) == "2024-02-06"
    assert text[found.range.start :].startswith("Vaduz, 6 February 2024")
    assert text[found.body :].startswith(STORY)


@pytest.mark.parametrize(
    ("title", "last"),
    [
        ("Joint statement on the river office", "Vaduz, 6 February 2024"),
        ("Ministry opens river office", "Press office, Vaduz"),
        ("Ministry opens river office", "The next talks are in Vaduz, 6 February 2024"),
    ],
)
def test_last_lines_that_sign_no_news(title: str, last: str) -> None:
    assert find(f"{title}\n\n{STORY}{BEHIND}\n{last}\n")[0] is None


@pytest.mark.parametrize(
    ("printed", "foot", "date"),
    [
        ("Tamale, Feb. 6, GNA – ", "GNA\n\n6 February 2024", "2024-02-06"),
        ("ISLAMABAD: ", "Published in Dawn, February 6th, 2024", "2024-02-06"),
        ("OTTAWA — ", "This report was first published Feb. 6, 2024.", "2024-02-06"),
        ("OTTAWA — ", "The next talks are to be held on Feb. 6, 2024.", None),
        ("OTTAWA — ", "1 March 2022\n\n6 February 2024", None),
    ],
)
def test_the_day_of_an_item_may_stand_in_its_last_lines(
    printed: str, foot: str, date: str | None
) -> None:
    found, _ = find(f"{printed}{STORY}{BEHIND}\n{foot}\n")
    assert found is not None
    assert (str(found.date) if found.date else None) == date


@pytest.mark.parametrize(
    ("first", "second", "agency"),
    [
        ("An adviser told Reuters so.", "The lake is not deep.", "Reuters"),
        ("The lake is not deep.", "An adviser told Reuters so.", None),
    ],
)
def test_only_whom_the_first_paragraph_tells_is_the_sender(
    first: str, second: str, agency: str | None
) -> None:
    found, _ = find(f"TUNIS, Feb 6 – A plant for tiles will be built. {first}\n\n{second}\n")
    assert found is not None
    assert found.agency == agency
