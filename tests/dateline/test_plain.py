"""What the quick patterns read of a dateline is what the scanner reads."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from newsextract.parsers.dateline.plain import read_plain
from newsextract.parsers.dateline.scan import scan

PLACES = st.sampled_from(
    "PARIS;NEW YORK;WASHINGTON;SAN JOSE;LOS ANGELES;GEORGIA;QZXVW;SUN CITY;UPDATE;KARACHI;UNITED "
    "NATIONS;TASS;DAWN;ST. LOUIS;ST. PAUL;ST. JOHN S".split(";")
)
REGIONS = st.sampled_from(
    ", Calif.;, N.Y.;, Nigeria;, New York;, Va.;, U.K.;, Friday;, Trend;, MICH.;, U.S.;".split(";")
)
DAYS = st.sampled_from(
    [
        ", Feb 26",
        ", March 3",
        ", Sept. 30",
        ", May 0",
        ", Mai 45",
        ", Dec 12",
        ", MARCH 3",
        ", SEPT. 9",
    ]
)
CREDITS = st.sampled_from(["", " (Reuters)", " (AFP)", " (Calif)", " (Xyz)"])
MARKS = st.sampled_from([" - ", " -- ", " —\n", " -", " – "])
BEHIND = st.sampled_from(
    ["The ministry said so.", "AFP - The", "“It", "Nov 3 -", "3 May:", "(TASS) The", "/", "Trend:"]
)


@settings(deadline=None)
@given(st.tuples(PLACES, REGIONS, DAYS, CREDITS, MARKS, BEHIND))
def test_as_the_scanner_reads(parts: tuple[str, ...]) -> None:
    text = "".join(parts)
    first_line = text.find("\n") if "\n" in text else len(text)
    quick = scan(text, 0, first_line, min(first_line + 1, len(text)))
    with patch("newsextract.parsers.dateline.scan.read_plain", return_value=None):
        assert scan(text, 0, first_line, min(first_line + 1, len(text))) == quick


FIRST = st.sampled_from(
    "Monsod;Kuwait;Paris;On;Aboard;The;May;Sunday;Update;Trend;Reuters;Reporting;Il;Od".split(";")
)
SMALL = st.sampled_from("told;city;paz;de;of;and;march;morning;news;near;aboard".split(";"))
NEXT = st.sampled_from(
    [
        "3 - The",
        "Reuters - It",
        "(Afp) - The",
        "London, May 3 - It",
        "– The",
        "(x), 3 May: It",
        "",
        "A",
    ]
)


@settings(deadline=None)
@given(st.tuples(FIRST, SMALL, NEXT))
def test_a_word_before_a_small_one(parts: tuple[str, ...]) -> None:
    text = " ".join(parts)
    quick = scan(text, 0, len(text), len(text))
    with patch("newsextract.parsers.dateline.scan._is_no_place", return_value=False):
        assert scan(text, 0, len(text), len(text)) == quick


def test_reads_most() -> None:
    text = "LAGOS, Nigeria, Oct. 3 (AFP) -- The ministry said so."
    draft = read_plain(text, 0, len(text), len(text))
    assert draft is not None
    assert (draft.places[0].country, draft.agency, text[draft.body :]) == (
        "Nigeria",
        "AFP",
        "The ministry said so.",
    )
