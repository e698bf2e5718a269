"""Cleaning and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract import InputError
from newsextract.reading import read
from newsextract.reading.files import decode, read_file

# What is sent, and what is read.
CLEANED = [
    ("plain text", "plain text"),
    ("a &amp; b&nbsp;c &#8220;d&#x201d;", "a & b c \u201cd\u201d"),
    ("unknown &zzzz; stays", "unknown &zzzz; stays"),
    ("co\u00adoper\u00adation\u200b", "cooperation"),
    ("one\r\n\r\ntwo\rthree", "one\ntwo\nthree"),
    ("$1.8\u00a0billion\u202fand\u2009more", "$1.8 billion and more"),
    ("nul\x00byte \ud800", "nul byte \ufffd"),
    ("read as latin-1: \x93quoted\x94 \x80 5", "read as latin-1: \u201cquoted\u201d \u20ac 5"),
    ("  indented   words \n\n\n next  ", "indented words\nnext"),
    ("\ufeffBOM first", "BOM first"),
]


@pytest.mark.parametrize(("sent", "clean"), CLEANED)
def test_what_readers_do_not_see_is_gone(sent: str, clean: str) -> None:
    assert read(sent).text == clean


def test_hard_wrapped_lines_become_paragraphs() -> None:
    wire = (
        "    TOKYO, March 3 - The central bank will consider cutting its\n"
        "  rate by half a point in the coming year, and hopes that the cease-\n"
        "  fire holds, officials of the bank told reporters here.\n"
        "      Exporters welcomed the plan, which they said would help the\n"
        "  car makers most of all.\n"
    )
    assert read(wire).text == (
        "TOKYO, March 3 - The central bank will consider cutting its rate by half a point in the "
        "coming year, and hopes that the cease-fire holds, officials of the bank told reporters "
        "here.\nExporters welcomed the plan, which they said would help the car makers most of all."
    )


def test_short_lines_of_a_heading_are_not_joined() -> None:
    heading = "JOINT STATEMENT\nof the leaders\nBatumi, 11 October\n\n" + "Long paragraph. " * 20
    assert read(heading).text.split("\n")[:3] == heading.split("\n")[:3]


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["&amp;", "&nbsp;", "\u00ad", "\r\n", "\n", "  ", "\u00a0", "&x;", "a", "b-\nc"]
            ),
            st.text(max_size=3),
        )
    ).map("".join),
    st.data(),
)
def test_offsets_go_home(source: str, data: st.DataObject) -> None:
    reading = read(source)
    if not reading.text:
        return
    start = data.draw(st.integers(0, len(reading.text) - 1))
    end = data.draw(st.integers(start + 1, len(reading.text)))
    span = reading.home(start, end)
    assert source[span.start : span.end] == span.text
    # What stands behind the span reads as the characters of the span.
    wanted = "".join(reading.text[start:end].split())
    assert "".join(read(span.text).text.split()).replace("&", "") in wanted.replace("&", "") or (
        wanted in "".join(read(span.text).text.split())
    )


def test_an_entity_goes_home_whole() -> None:
    reading = read("a &amp; b")
    assert reading.home(2, 3).text == "&amp;"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain", "plain"),
        ("\u201cBăltărețu\u201d".encode(), "\u201cBăltărețu\u201d"),
        ("\ufeffmarked".encode(), "marked"),
        ("Türkiye".encode("utf-16"), "Türkiye"),
        ("Talks in Türkiye".encode("utf-16-le"), "Talks in Türkiye"),
        (
            "He said: \u201cAgreed \u2013 \u20ac5.\u201d".encode("cp1252"),
            "He said: \u201cAgreed \u2013 \u20ac5.\u201d",
        ),
        (b"", ""),
    ],
)
def test_encodings_are_detected(data: bytes, text: str) -> None:
    assert decode(data) == text


@given(st.binary(max_size=300))
def test_any_bytes_decode(data: bytes) -> None:
    assert isinstance(decode(data), str)


def test_a_missing_file_is_an_input_error() -> None:
    with pytest.raises(InputError, match="No such file") as caught:
        read_file("nowhere.txt")
    assert caught.value.path == "nowhere.txt"


def test_lines_of_a_head_are_not_joined_though_others_are_long() -> None:
    head = (
        "Official data show that nearly one million flats changed hands in the last year\n"
        "Seda Yurtsever | 18.01.2021\n"
        "ANKARA\n"
        "House sales in the country rose last year, the statistics authority said today.\n"
        "They had been falling for two years in a row, the report of the authority says.\n"
    )
    assert read(head).text.split("\n")[:3] == head.split("\n")[:3]
