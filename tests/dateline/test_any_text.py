"""The dateline parser is total and its offsets are in order, whatever the text."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from newsextract.parsers.dateline import DatelineParser
from newsextract.reading import read
from newsextract.story import Story

PIECES = st.sampled_from(
    [
        *"PARIS London New Delhi ST. N.Y. D.C. Ont. Georgia Azerbaijan, Baku ABOARD near AFP TASS "
        ", . : ; - -- — / ( ) [ ] | = _ .- ' March 3 3rd 2023 May 31 Monday 03/03 2023-10-02 Narch "
        "2O mars Juche 112 (2023) (AFP) /TASS/ (MENAFN- EXCLUSIVE: UPDATE 1- said The Published By "
        "Photo: U.N. I'm A "
        "APRİL Auguſt TİTLE: Dateline: 0/11/2024 11/0/2024 Tuesday Frı ſun 3/4/2024 ٣ 1445".split(),
        "\n",
    ]
)
texts = st.lists(PIECES, max_size=16).flatmap(
    lambda pieces: st.sampled_from([" ", ""]).map(lambda gap: gap.join(pieces))
)


def check(text: str, published: datetime.date | None) -> None:
    reading = read(text)
    found = DatelineParser().parse(Story(reading, published))
    if found is None:
        return
    assert 0 <= found.range.start < found.range.end <= len(reading.text)
    assert found.range.end <= found.body <= len(reading.text) or found.rule == "dateline.foot"
    assert found.places
    for place in found.places:
        assert place.name in reading.text


@settings(deadline=None)  # the first call loads the tables
@given(texts, st.none() | st.dates())
def test_news_like_text(text: str, published: datetime.date | None) -> None:
    check(text, published)


@settings(deadline=None)
@given(st.text(max_size=80), st.none() | st.dates())
def test_any_text(text: str, published: datetime.date | None) -> None:
    check(text, published)


def test_letters_of_other_alphabets_in_months_and_fields() -> None:
    """Turkish capitals: the 'İ' of 'APRİL' is an 'i'."""
    reading = read("TİTLE: Talks\n\nİZMİR, APRİL 3, 2024 (AA) - The ministers met on Monday.")
    found = DatelineParser().parse(Story(reading, reading.published))
    assert found is not None
    assert found.date == datetime.date(2024, 4, 3)
    assert reading.layout.blocks[0].kind == "headline"


def test_letters_of_other_alphabets_in_weekdays() -> None:
    """The weekday tells which number of '5/4/2024' is the month, however it is spelled."""
    for weekday, day in (("Frı", 5), ("Fri", 5), ("ſat", 4), ("Sat", 4)):
        reading = read(f"Talks in Paris\n{weekday} 5/4/2024, 07:48\n\nThe ministers met on Monday.")
        assert reading.published is not None
        assert reading.published.day == day


def test_day_that_no_calendar_has() -> None:
    check("PARIS, Tuesday 0/11/2024 (AFP) - The ministers met on Monday.", None)


def test_weekday_beside_the_last_day_of_the_calendar() -> None:
    check("PARIS, Saturday (AFP) - The ministers met on Monday.", datetime.date.max)


def test_a_bracket_at_the_end_of_the_text() -> None:
    text = (
        "Feb.[(UPI)ẞ(UPI)GMT's (UPI)—//”&mdash;This Day”<![CDATA[PM\nCoupleFeb."
        "(UPI)31/02/20201234567”… 14 พ.ย. 2565 – 's //</TEXT>"
    )
    reading = read(text)
    DatelineParser().parse(Story(reading, reading.published))
