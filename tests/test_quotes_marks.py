"""Quotation marks: every style, apostrophes and measures, stray marks, paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsextract.parsers.quotes.marks import Quoted, quoted_stretches


def stretches(text: str) -> list[Quoted]:
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append((start, start + len(line)))
        start += len(line) + 1
    return quoted_stretches(text, blocks)


def contents(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in stretches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Styles
        ('"We agree," he said. "At last."', ["We agree,", "At last."]),
        ("“We agree,” he said. “At last.”", ["We agree,", "At last."]),
        ("‘We agree,’ he said.", ["We agree,"]),
        ("'We agree,' he said.", ["We agree,"]),
        ("«We agree», he said.", ["We agree"]),
        ("»We agree«, he said.", ["We agree"]),
        ("‹We agree›, he said.", ["We agree"]),
        ("„We agree“, he said.", ["We agree"]),
        ("„We agree”, he said.", ["We agree"]),
        ("``We agree,'' he said.", ["We agree,"]),
        ("''We agree,'' he said.", ["We agree,"]),
        ('"We agree,” he said. “Yes"', ["We agree,", "Yes"]),
        ('said:"No"', ["No"]),
        ("(“Yes”)", ["Yes"]),
        ("the “big” “bad” wolf", ["big", "bad"]),
        # Marks the wrong way
        ("He said ”we agree”.", ["we agree"]),
        # Nested: the outermost counts
        ("“He told me ‘go away’ and left,” she said.", ["He told me ‘go away’ and left,"]),
        ("\"He told me 'go away',\" she said.", ["He told me 'go away',"]),
        ("‘He told me “go away”,’ she said.", ["He told me “go away”,"]),
        ('"The "inner" words," he said.', ['The "inner" words,']),
        ("“The “inner” words,” he said.", ["The “inner” words,"]),
        # Apostrophes
        ("‘It’s the workers’ rights,’ he said.", ["It’s the workers’ rights,"]),
        ("'It's the concern's own', he said", ["It's the concern's own"]),
        ("'90s music and rock 'n' roll, 'twas good", []),
        ("Bob's dogs' bones and the sellers' price", []),
        ("the 1990s' boom and the boys' club", []),
        ("He said in ‘08 that it “went ‘very’ well.”", ["went ‘very’ well."]),
        ("It's 'so, he said. \"We 'go'.\"", ["We 'go'."]),
        # Feet, inches
        ('The 5" pipe is "good".', ["good"]),
        ('The 6\'2" man said "no".', ["no"]),
        ('"It is 5" long," he said.', ['It is 5" long,']),
        # Nothing between the marks
        ('"" and "!" and “ ”', []),
        ("", []),
    ],
)
def test_styles(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


def test_reopened_paragraphs_are_one_chain() -> None:
    found = stretches("“One.\n“Two.\n“Three,” he said. “Four.”")
    assert [(q.continues, q.closed) for q in found] == [
        (False, False),
        (True, False),
        (True, True),
        (False, True),
    ]


def test_a_closer_without_opener_ends_the_open_paragraph() -> None:
    found = stretches('"One goes on\nand ends here," he said.')
    assert [(q.block, q.continues, q.closed) for q in found] == [
        (0, False, False),
        (1, True, True),
    ]


@pytest.mark.parametrize(
    "stray", ['He is 5" "tall.', "A stray “ mark.", "A stray ” mark.", "«Open"]
)
def test_a_stray_mark_spoils_only_its_paragraph(stray: str) -> None:
    text = f'"One," he said.\n{stray}\n"Two," she said.\n“Three,” they said.'
    found = [c for c in contents(text) if c in ("One,", "Two,", "Three,")]
    assert found == ["One,", "Two,", "Three,"]


def test_a_missing_closer_ends_before_the_next_opener() -> None:
    assert contents("“We go, he said. “We stay,” she said.") == ["We go, he said.", "We stay,"]


@settings(max_examples=300)
@given(st.text(alphabet="ab .,5\n\"'“”„«»‘’`", max_size=60))
def test_stretches_are_ordered_and_apart(text: str) -> None:
    end = 0
    for q in stretches(text):
        assert end <= q.start <= q.inner_start < q.inner_end <= q.end <= len(text)
        assert "\n" not in text[q.start : q.end]
        end = q.end


@pytest.mark.parametrize(
    "unit", ['"', "“", "”", "'", "’", ' "a', " 'a", "s' a ", "“a” ", "``", "''"]
)
def test_many_marks_take_linear_time(unit: str) -> None:
    stretches(unit * (200_000 // len(unit)))
