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


@pytest.mark.parametrize("opening", ["A minister", "Q and A were printed", "Chairman Lee"])
def test_a_paragraph_below_a_colon_is_no_speaker(opening: str) -> None:
    found, _ = find(f"LAHORE: {STORY}\n\n{opening} went on to say that all was well.\n{BEHIND}")
    assert found is not None
    assert found.places[0].country == "PK"


def test_speakers_beside_make_a_transcript() -> None:
    assert find("CHAIR: Madrid has the floor.\nMADRID: Thank you, Chair. We agree.\n")[0] is None


@pytest.mark.parametrize(
    ("above", "end", "agency"),
    [
        ("The Japan Times\n", ".", "The Japan Times"),
        ("The Japan Times\nAFP-JIJI\n", ".", "AFP-JIJI"),
        ("The Japan Times\n", ". (Kyodo)", "Kyodo"),
        ("", ". — Bernama", "Bernama"),
        ("", ". BOPA", "BOPA"),
        ("", ".\n\nSource: Reuters", "Reuters"),
        ("", ".\n\n© Copyright The Daily Star 2013.", "The Daily Star"),
        (
            "",
            ".\n\nThis report by The Canadian Press was first published May 3, 2022.",
            "The Canadian Press",
        ),
    ],
)
def test_a_wire_that_is_credited_comes_before_the_paper(above: str, end: str, agency: str) -> None:
    found, _ = find(f"{above}May 3, 2022\nSUVA – The ministers have agreed on a border post{end}\n")
    assert found is not None
    assert found.agency == agency


@pytest.mark.parametrize(
    ("above", "place", "day"),
    [
        ("Posted 6/2/2004", "AUSTIN", "2004-06-02"),
        ("Posted 6/2/2004", "MADRID", "2004-02-06"),
        ("10/4/16, 5:30 PM CET\nUpdated 10/5/16, 9:12 AM CET", "BRUSSELS", "2016-10-04"),
        ("USA Today\n6/2/2004", "MADRID", "2004-06-02"),
        ("February 12 - 18, 2004, Vol. 9, No. 393", "RIGA", "2004-02-12"),
    ],
)
def test_day_or_month_first_by_what_stands_beside(above: str, place: str, day: str) -> None:
    found, _ = find(f"{above}\nTalks to go on\n{place} — {STORY}{BEHIND}")
    assert found is not None
    assert str(found.date) == day


def test_papers_that_a_story_names_do_not_put_the_month_first() -> None:
    told = "The ministers have agreed to open a new border post in the spring of the coming year, "
    found, _ = find(f"5/3/2019\nTalks to go on\nMADRID — {told}The Boston Globe said.{BEHIND}")
    assert found is not None
    assert str(found.date) == "2019-03-05"
