"""Headers, headlines, bylines and where the story begins."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract.reading.layout import lay_out
from newsextract.reading.line_kinds import is_byline

STORY = "The ministers signed the agreement on Tuesday after talks that had lasted for two days."

HEADERS = {
    "31-MAR-1987 14:37:59.14": "1987-03-31",
    "Published 16 November 2023": "2023-11-16",
    "7 JUN 2025, 12:40": "2025-06-07",
    "Wednesday, September 27th 2023 - 10:14 UTC": "2023-09-27",
    "Agenda.ge, 20 Jul 2023 - 15:03, Tbilisi, Georgia": "2023-07-20",
    "23.08.2024 13:47": "2024-08-23",
    "2023-08-14 19:22": "2023-08-14",
    "Last update: 03/08/2023": "2023-08-03",
    "Published on 25/12/2024 - 17:32 By a staff reporter - Brasília": "2024-12-25",
    "Updated: 12/25/2024": "2024-12-25",
    "News ID: 4417290 | 02 October 2023": "2023-10-02",
    "January 25, 2024, 6:40 pm": "2024-01-25",
    "KYODO NEWS - Dec 18, 2023 - 21:30": "2023-12-18",
    "Mon, 02 Oct 2023 10:00:00 GMT": "2023-10-02",
    "Posted on 2 October 2023 by Anna Lee": "2023-10-02",
    "Staff Report Published October 2, 2023 Updated about 9 hours ago": "2023-10-02",
    "Updated: October 4, 2023 | Published: October 2, 2023": "2023-10-02",
    "Submitted by editor on Mon, 02/10/2023 - 10:20": "2023-10-02",
    "Publish time: 2023-10-02": "2023-10-02",
    "Web Desk Oct 02, 2023 | Last updated: 1 hour ago": "2023-10-02",
    "Monday, October 2, 2023 (All day)": "2023-10-02",
    "Oct-02-2023": "2023-10-02",
    "2Oct2023": "2023-10-02",
    "02.10.23": "2023-10-02",
    "Civil Georgia, Tbilisi / 2 Oct.'23 / 14:33": "2023-10-02",
    "AP-NR-06-12-91 0933EST": "1991-06-12",
    "OW1206094591 Tokyo KYODO in English 0933 GMT 12 Jun 91": "1991-06-12",
    "from the October 2, 2023 edition": "2023-10-02",
    "General News of Monday, 2 October 2023": "2023-10-02",
    "Monday 2, October 2023 15:42 | Print": "2023-10-02",
    "Published On 2 Oct 20232 Oct 2023": "2023-10-02",
    "Published: 2nd October 2023 05:42 AM | A+A A-": "2023-10-02",
    "www.example.cn 2023-10-02 21:06:13 Print": "2023-10-02",
    "Juche 112 (2023) October 2": "2023-10-02",
    "11:15 02/ 10/ 2023": "2023-10-02",
    "By Ann Lee, Staff writer of The Christian Science Monitor / October 2, 2023": "2023-10-02",
    "Date: 2 Oct 95 15:42:10 GMT": "1995-10-02",
    # In the language of the country, above an English item.
    "lundi, 2 octobre 2023 18:02": "2023-10-02",
    "Publié le : lundi, 2 octobre 2023 18:02   Imprimer": "2023-10-02",
    "2 de octubre de 2023": "2023-10-02",
    "2 жовтня 2023, 13:30": "2023-10-02",
    "Δευτέρα, 2 Οκτωβρίου 2023": "2023-10-02",
    "2023. október 2., hétfő 11:02": "2023-10-02",
    "2019. gada 5. septembris": "2019-09-05",
    "2023年10月2日 星期一": "2023-10-02",
    "الاثنين 2 أكتوبر 2023 15:20": "2023-10-02",
    "2 ต.ค. 2566 เวลา 16:20 น.": "2023-10-02",
    # The weekday, or the clock of American sites, tells day from month.
    "Submitted by Desk on Wed, 08/12/2015 - 09:41": "2015-08-12",
    "Release Date: 10/2/2023 9:41:00 AM": "2023-10-02",
    "DATE=10/2/2023": "2023-10-02",
    "Mon Oct 2 16:02:11 2023": "2023-10-02",
    "Tuesday October 2, 10:12 AM 2001 ET": "2001-10-02",
    "2023 October 2": "2023-10-02",
    "Juche112(2023).10.2. Monday": "2023-10-02",
    "AFP_ENG_20231002.0112": "2023-10-02",
}
DATABASE = """\
The Daily Paper
November 12, 1985, Tuesday, Late Edition
SECTION: Section A; Page 3; Foreign Desk
LENGTH: 655 words
HEADLINE: MINISTERS SIGN AGREEMENT
BYLINE: By ANN LEE, Special to The Daily Paper
DATELINE: KABUL, Afghanistan, Nov. 11
BODY:
"""
FEED = """\
title: Ministers sign agreement
pubDate: Tue, 12 Nov 1985 10:12:44 GMT
description: """
CODES = """\
HD Ministers sign agreement
PD 12 November 1985
SN A news agency's general news
LA English
LP """
HEADS = {"database": DATABASE, "feed": FEED, "codes": CODES}


@pytest.mark.parametrize("header", HEADERS)
def test_header(header: str) -> None:
    text = f"{header}\nMinisters sign agreement\n{STORY}"
    layout = lay_out(text)
    assert str(layout.published) == HEADERS[header]
    assert text[layout.body :] == STORY
    assert layout.headline is not None
    assert text[slice(*layout.headline)] == "Ministers sign agreement"


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_fields_of_databases_feeds_and_mail(head: str) -> None:
    text = f"{head}{STORY}\n{STORY}"
    layout = lay_out(text)
    assert layout.body == len(head)
    assert str(layout.published) == "1985-11-12"
    assert layout.headline is not None
    assert text[slice(*layout.headline)].lower() == "ministers sign agreement"


@pytest.mark.parametrize(
    "headline",
    ["What will the new tax cost you?", "Ministers sign agreement on trade."],
)
def test_a_headline_may_end_as_a_sentence(headline: str) -> None:
    text = f"{headline}\nPublished: 2 March 2023\n{STORY}"
    layout = lay_out(text)
    assert layout.headline == (0, len(headline))
    assert text[layout.body :] == STORY


def test_a_sentence_between_headline_and_date_is_the_summary() -> None:
    headline, summary = "Ministers of both countries sign an agreement", "Trade is to grow."
    text = f"{headline}\n{summary}\nPublished: 2 March 2023\n{STORY}"
    layout = lay_out(text)
    assert layout.headline == (0, len(headline))
    assert text[layout.body :].startswith(summary)
    assert str(layout.published) == "2023-03-02"


def test_a_long_line_is_the_headline_before_short_ones() -> None:
    text = (
        f"Money\nMinisters of both countries sign a trade agreement\n2 March 2023\nStaff\n{STORY}"
    )
    headline = lay_out(text).headline
    assert headline is not None
    assert text[slice(*headline)] == "Ministers of both countries sign a trade agreement"


def test_an_update_dates_an_item_only_where_nothing_else_does() -> None:
    text = f"Minister leaves\nUpdated: 4 March 2023\nPublished: 2 March 2023\n{STORY}"
    assert str(lay_out(text).published) == "2023-03-02"


def test_inline_header() -> None:
    text = f"date 2024-04-18 ASTANA, Kazakhstan, April 18. {STORY}\nMore.\nThe end."
    layout = lay_out(text)
    assert str(layout.published) == "2024-04-18"
    assert text[layout.body :].startswith("ASTANA")
    assert [text[b.start : b.end] for b in layout.blocks][2:] == ["More.", "The end."]


@pytest.mark.parametrize(
    ("spelled", "published"),
    [("LONDON, Nov 12 - ", "2024-11-12"), ("LONDON, 11 December - ", "2024-12-11")],
)
def test_day_or_month_first(spelled: str, published: str) -> None:
    assert str(lay_out(f"Published 12/11/2024\n{spelled}{STORY}").published) == published


def test_an_american_zone_puts_the_month_first() -> None:
    assert str(lay_out(f"5/2/2003 10:15 AM ET\n{STORY}").published) == "2003-05-02"
    assert str(lay_out(f"5/2/2003 10:15 AM CET\n{STORY}").published) == "2003-02-05"


def test_kinds() -> None:
    lines = {
        "Ministers sign agreement": "headline",
        "By Anna Lee and Tom Ray": "byline",
        "2 October 2023": "header",
        STORY: "paragraph",
        "Photo: Reuters": "furniture",
        "Read also: Ministers to meet": "furniture",
        "They will meet again.": "paragraph",
    }
    text = "\n".join(lines)
    found = {text[b.start : b.end]: b.kind for b in lay_out(text).blocks}
    assert found == lines


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Anna Lee and Tom Ray", True),
        ("By J. R. Ewing in Riga", True),
        ("By our diplomatic correspondent", True),
        ("By Anna Lee | Baltic Wire", True),
        ("By then the talks had gone on for a week.", False),
        # A wrapped line: an expression that tries all divisions into words never ends on it.
        ("by the European Union and the African Union, both governments said on Tuesday.", False),
        ("By", False),
    ],
)
def test_bylines(line: str, expected: bool) -> None:
    assert is_byline(line) is expected


def test_one_line_is_the_story() -> None:
    layout = lay_out("Ministers sign agreement")
    assert [block.kind for block in layout.blocks] == ["paragraph"]
    assert layout.headline is None


def test_no_date_in_a_sentence() -> None:
    assert lay_out(f"{STORY}\nThe accord of 2 October 2023 ended the war.").published is None


@given(st.lists(st.sampled_from([*HEADERS, STORY, "By Anna Lee", "A headline", "Photo: X", ""])))
def test_blocks_are_the_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    layout = lay_out(text)
    covered = [text[b.start : b.end] for b in layout.blocks]
    assert covered == [line for line in lines if line]
    assert 0 <= layout.body <= len(text)


def test_a_line_that_begins_like_a_byline_is_read_in_linear_time() -> None:
    start = time.process_time()
    assert not is_byline("By London New March Baku (2023) /PRESS/ -- PRESS ST. ST. PARIS (2023)")
    assert time.process_time() - start < 0.1


def test_header_lines_with_time_and_sender() -> None:
    for line in (
        "15:47, 3 October 2023, Bishkek - Mountain news agency , by Aida DOOLOTOVA",
        "Xinhua| 2023-10-03 14:05:22|Editor: huaxia",
    ):
        assert lay_out(f"{line}\nA headline\n{STORY}").published == datetime.date(2023, 10, 3)
