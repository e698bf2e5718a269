"""Datelines in all house styles, and what only looks like one."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newsextract.lexicons.place_names import fold_place
from newsextract.parsers.dateline import DatelineParser
from newsextract.reading import read
from newsextract.story import DatelineFinding, Story

HERE = Path(__file__).parent
PUBLISHED = datetime.date(2024, 3, 5)
STORY = "The government said on Tuesday that it would sign the agreement next month, they said."
STYLES = [
    line.split("\t") for line in (HERE / "styles.tsv").read_text("utf-8").splitlines()[3:] if line
]
LOOK_ALIKES = (HERE / "look_alikes.txt").read_text("utf-8").splitlines()


def find(text: str, published: datetime.date | None = PUBLISHED) -> DatelineFinding | None:
    reading = read(text)
    return DatelineParser().parse(Story(reading, published or reading.published))


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style[0])
def test_style(style: list[str]) -> None:
    printed, city, country, date, agency = style
    text = f"{printed} {STORY}"
    found = find(text)
    assert found is not None
    first = found.places[0]
    assert fold_place(first.city or "") == fold_place(city)
    assert (first.country or "") == country
    assert (str(found.date) if found.date else "") == date
    assert (found.agency or "") == agency
    assert text[found.body :].lstrip() == STORY
    assert found.range.start <= found.range.end <= found.body


@pytest.mark.parametrize("printed", LOOK_ALIKES)
def test_look_alike(printed: str) -> None:
    assert find(f"{printed} {STORY}") is None
    assert find(f"{printed} the new agreement is to be signed next month, they said.") is None


@pytest.mark.parametrize(
    ("printed", "story", "country"),
    [
        ("TRIPOLI, March 3 - ", "Lebanon and the Lebanese army said on Sunday.", "LB"),
        ("TRIPOLI, March 3 - ", "Libya said on Sunday.", "LY"),
        ("TRIPOLI, March 3 - ", "The ministry said on Sunday.", "LY"),
        ("LONDON, March 3 - ", "Canada will lend Kenya money.", "GB"),
        ("CORDOBA, March 3 - ", "Spain will lend Kenya money.", "ES"),
        ("CORDOBA, March 3 - ", "Argentina will lend Kenya money.", "AR"),
        ("SAN JOSE, March 3 - ", "Costa Rica will lend Kenya money.", "CR"),
        ("SAN JOSE, March 3 - ", "The company will lend Kenya money.", None),
        ("ST. PETERSBURG, March 3 - ", "Russia will lend Kenya money.", "RU"),
        ("ST. PETERSBURG, March 3 - ", "The governor of Florida said on Sunday.", "US"),
        ("HAMILTON, March 3 - ", "Bermuda will insure it.", "BM"),
        ("HAMILTON, March 3 - ", "New Zealand will insure it.", "NZ"),
        ("VICTORIA, March 3 - ", "Seychelles will insure it.", "SC"),
        ("BOSTON, March 3 - ", "New England banks will insure it.", "US"),
        ("GEORGETOWN, March 3 - ", "Guyana will sell oil.", "GY"),
        ("JORDAN, March 3 - ", "The ministry said on Sunday.", "JO"),
        ("Australia (Reuters) - ", "The ministry said on Sunday.", "AU"),
        ("LEBANON, March 3 - ", "Police in Pennsylvania said on Sunday.", "US"),
        ("ARMENIA, March 3 - ", "Colombia will sell coffee.", "CO"),
    ],
)
def test_homonyms(printed: str, story: str, country: str | None) -> None:
    found = find(printed + story)
    assert found is not None
    assert found.places[0].country == country


def test_several_places() -> None:
    found = find(f"GENEVA/NEW YORK/DAKAR, 3 March 2023 – {STORY}")
    assert found is not None
    assert [(place.name, place.country) for place in found.places] == [
        ("GENEVA", "CH"),
        ("NEW YORK", "US"),
        ("DAKAR", "SN"),
    ]


@pytest.mark.parametrize(
    ("published", "printed", "date", "inferred"),
    [
        ("2023-12-31", "Jan 1", "2024-01-01", {"year": "published"}),
        ("2024-01-02", "Dec 30", "2023-12-30", {"year": "published"}),
        ("2024-01-02", "Dec 30, 2022", "2022-12-30", {}),
        ("2024-01-02", "Monday", "2024-01-01", {"date": "weekday"}),
        (None, "Dec 30", None, {}),
        (None, "Dec 30, 2022", "2022-12-30", {}),
    ],
)
def test_day(
    published: str | None, printed: str, date: str | None, inferred: dict[str, str]
) -> None:
    reading = read(f"PARIS, {printed} (AFP) - {STORY}")
    day = datetime.date.fromisoformat(published) if published else None
    found = DatelineParser().parse(Story(reading, day))
    assert found is not None
    assert (str(found.date) if found.date else None) == date
    assert {k: v for k, v in found.inferred.items() if k != "country"} == inferred


@pytest.mark.parametrize(
    ("opening", "agency", "inferred"),
    [
        ("PARIS, March 3 - ", "TASS", "caller"),
        ("PARIS, March 3 (AFP) - ", "AFP", None),
    ],
)
def test_the_agency_that_the_caller_names_counts_where_the_text_names_none(
    opening: str, agency: str, inferred: str | None
) -> None:
    found = DatelineParser().parse(Story(read(opening + STORY), agency="Itar-Tass"))
    assert found is not None
    assert (found.agency, found.inferred.get("agency")) == (agency, inferred)


@pytest.mark.parametrize(
    ("top", "agency", "date"),
    [
        ("BAKU, Azerbaijan, Oct. 3\n\nTrend:\n\n", "Trend", None),
        ("ANKARA – Anadolu Agency\n", "AA", None),
        ("TOKYO - (Kyodo)\n", "Kyodo", None),
        ("Xinhua | Updated: 2023-10-03 14:05\nBEIJING -- ", "Xinhua", "2023-10-03"),
        (
            "Ministers sign accord\nBy Anna Lee\nOct 3, 2023 10:15 AM\nPARIS (AP) — ",
            "AP",
            "2023-10-03",
        ),
        ("DATE: 03/10/2023\nPRESIDENT MEETS ENVOY\nNAIROBI, Oct 3 (KNA) – ", "KNA", "2023-10-03"),
        ("Published in Dawn, October 3rd, 2023\nISLAMABAD: ", "Dawn", "2023-10-03"),
        ("A Rising Star\nPARIS, March 3 - ", None, None),
        ("Anna Lee: Making a Leader\nPARIS, March 3 - ", None, None),
        ("The Millbrook Star\nPARIS, March 3 - ", "The Millbrook Star", None),
    ],
)
def test_with_lines_above(top: str, agency: str | None, date: str | None) -> None:
    reading = read(top + STORY)
    found = DatelineParser().parse(Story(reading, reading.published))
    assert found is not None
    assert found.agency == agency
    assert (str(found.date) if found.date else None) == date
    assert reading.text[found.body :] == STORY


@pytest.mark.parametrize("text", ["PARIS, March 3", "PARIS - ", "PARIS (", "/", "(", "-- ", ""])
def test_no_story(text: str) -> None:
    assert find(text) is None


@pytest.mark.parametrize("line", ["Next round: Geneva, 3 May 2024", "Born: Stockholm, 3 May 1890"])
def test_a_labelled_place_is_no_dateline(line: str) -> None:
    assert find(f"{line}\n{STORY}") is None
    assert find(f"{STORY}\n{STORY}\n{line}") is None
