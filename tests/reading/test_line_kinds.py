"""What single lines look like."""

from __future__ import annotations

import pytest

from newsextract.reading.line_kinds import is_byline, is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "###",
        "* * *",
        "____________",
        "Front Page | National | Opinion | Business | Sport",
        "Contacts:",
        "In Washington, D.C.:",
        "In this bulletin:",
        "In Nairobi: Ann Lee, (202) 473-0000, ann@example.org",
        "Phone: +254 20 275 0000",
        "Chronicling America: Historic American Newspapers. Lib. of Congress.",
    ],
)
def test_what_stands_around_a_story_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "In his words:",
        "In Paris he said:",
        "The minister said: call (202) 473-0000 now.",
        'Question: "Who pays $5 million?"',
        "Oslo | Bergen",
    ],
)
def test_what_belongs_to_a_story_is_none(line: str) -> None:
    assert not is_furniture(line)


def test_who_is_of_a_papers_staff_signs_without_by() -> None:
    assert is_byline("Ann Villaverde, Tribune Staff Writer.")
    assert not is_byline("Ann Villaverde, a staff writer of the Tribune, was held.")
