"""Periods: the words, the days, and what was inferred."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract.periods import find_periods, resolve_period
from newsextract.periods.memory import Memory

ANCHOR = datetime.date(2023, 11, 21)  # a Tuesday

EXPRESSIONS = {
    "2022": ("2022-01-01", "2022-12-31"),
    "from 2021 to 2024": ("2021-01-01", "2024-12-31"),
    "between 2010 and 2020": ("2010-01-01", "2020-12-31"),
    "2021-2027": ("2021-01-01", "2027-12-31"),
    "the 1990s": ("1990-01-01", "1999-12-31"),
    "the September quarter": ("2023-07-01", "2023-09-30"),
    "the March 2022 quarter": ("2022-01-01", "2022-03-31"),
    "December half of 2021": ("2021-07-01", "2021-12-31"),
    "this year": ("2023-01-01", "2023-12-31"),
    "last year": ("2022-01-01", "2022-12-31"),
    "next year": ("2024-01-01", "2024-12-31"),
    "last month": ("2023-10-01", "2023-10-31"),
    "this month": ("2023-11-01", "2023-11-30"),
    "last week": ("2023-11-13", "2023-11-19"),
    "last quarter": ("2023-07-01", "2023-09-30"),
    "the first eight months of this year": ("2023-01-01", "2023-08-31"),
    "the first eight months of the year": ("2023-01-01", "2023-08-31"),
    "the first 11 months of 2022": ("2022-01-01", "2022-11-30"),
    "nine months of 2023": ("2023-01-01", "2023-09-30"),
    "January-August": ("2023-01-01", "2023-08-31"),
    "January-August 2022": ("2022-01-01", "2022-08-31"),
    "January–August of last year": ("2022-01-01", "2022-08-31"),
    "January to October": ("2023-01-01", "2023-10-31"),
    "from January through October 2023": ("2023-01-01", "2023-10-31"),
    "from November 2022 to March 2023": ("2022-11-01", "2023-03-31"),
    "October-December 2022": ("2022-10-01", "2022-12-31"),
    "October-March 2023": ("2022-10-01", "2023-03-31"),
    "the first half of 2023": ("2023-01-01", "2023-06-30"),
    "H1 2023": ("2023-01-01", "2023-06-30"),
    "the second half of last year": ("2022-07-01", "2022-12-31"),
    "Q3": ("2023-07-01", "2023-09-30"),
    "Q3 2022": ("2022-07-01", "2022-09-30"),
    "1Q 2023": ("2023-01-01", "2023-03-31"),
    "the third quarter": ("2023-07-01", "2023-09-30"),
    "the fourth quarter of 2022": ("2022-10-01", "2022-12-31"),
    "the first quarter of last year": ("2022-01-01", "2022-03-31"),
    "the past five years": ("2018-11-22", "2023-11-21"),
    "the last 12 months": ("2022-11-22", "2023-11-21"),
    "the six months to September 22, 2023": ("2023-03-23", "2023-09-22"),
    "the year to June 2023": ("2022-07-01", "2023-06-30"),
    "the half year ended June 30": ("2023-01-01", "2023-06-30"),
    "the half-year to June": ("2023-01-01", "2023-06-30"),
    "the week to November 17": ("2023-11-11", "2023-11-17"),
    "the week ended Friday": ("2023-11-11", "2023-11-17"),
    "the three months ended June 30": ("2023-04-01", "2023-06-30"),
    "the four quarters to the end of Q2 2023": ("2022-07-01", "2023-06-30"),
    "the fiscal year through March": ("2022-04-01", "2023-03-31"),
    "the 12 months to end-June 2023": ("2022-07-01", "2023-06-30"),
    "the year 2026": ("2026-01-01", "2026-12-31"),
    "May 2023": ("2023-05-01", "2023-05-31"),
    "15 May 2023": ("2023-05-15", "2023-05-15"),
    "May 15, 2023": ("2023-05-15", "2023-05-15"),
    "the 3rd of May 2023": ("2023-05-03", "2023-05-03"),
    "March 3-5, 2023": ("2023-03-03", "2023-03-05"),
    "3-5 March 2023": ("2023-03-03", "2023-03-05"),
    "2023-10-02": ("2023-10-02", "2023-10-02"),
    "early 2023": ("2023-01-01", "2023-04-30"),
    "mid-2023": ("2023-05-01", "2023-08-31"),
    "late last year": ("2022-09-01", "2022-12-31"),
    "end-November 2024": ("2024-11-30", "2024-11-30"),
    "the end of 2023": ("2023-12-31", "2023-12-31"),
    "January-to-September": ("2023-01-01", "2023-09-30"),
    "the year-to-date": ("2023-01-01", "2023-11-21"),
    "so far this year": ("2023-01-01", "2023-11-21"),
    "the year to date": ("2023-01-01", "2023-11-21"),
    "two years ago": ("2021-01-01", "2021-12-31"),
    "today": ("2023-11-21", "2023-11-21"),
    "Monday": ("2023-11-20", "2023-11-20"),
    "the Iranian calendar year 1401": ("2022-03-21", "2023-03-20"),
    "the current Iranian year": ("2023-03-21", "2024-03-19"),
    "the first six months of the current Iranian year": ("2023-03-21", "2023-09-22"),
    "the past Iranian year (ended March 20, 2023)": ("2022-03-21", "2023-03-20"),
    "the Iranian year that ended on March 20, 2023": ("2022-03-21", "2023-03-20"),
    "the fiscal year which ended in June": ("2022-07-01", "2023-06-30"),
    "the week ended March 17, 2023": ("2023-03-11", "2023-03-17"),
    "the 2015 Ethiopian fiscal year": ("2022-07-08", "2023-07-07"),
}


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_one_expression(expression: str) -> None:
    found = resolve_period(expression, ANCHOR)
    assert found is not None
    assert (str(found.start), str(found.end)) == EXPRESSIONS[expression]
    assert expression.startswith(expression[: found.range.start])
    assert found.range.end == len(expression)


FISCAL = [
    ("2023-24", "IN", "2023-04-01", "2024-03-31"),
    ("fiscal year 2023/24", "IN", "2023-04-01", "2024-03-31"),
    ("FY24", "IN", "2023-04-01", "2024-03-31"),
    ("FY2022-23", "PK", "2022-07-01", "2023-06-30"),
    ("July-March FY23", "PK", "2022-07-01", "2023-03-31"),
    ("fiscal 2023", "US", "2022-10-01", "2023-09-30"),
    ("fiscal 2023", "JP", "2023-04-01", "2024-03-31"),
    ("the last fiscal year", "BD", "2022-07-01", "2023-06-30"),
    ("the current fiscal year", "JP", "2023-04-01", "2024-03-31"),
    ("the first quarter of FY24", "IN", "2023-04-01", "2023-06-30"),
    ("the first half of fiscal year 2023-24", "IN", "2023-04-01", "2023-09-30"),
    ("31 October of the current fiscal year", "IN", "2023-10-31", "2023-10-31"),
    ("the 2023-24 financial year", "AU", "2023-07-01", "2024-06-30"),
    ("2023-24", None, "2023-01-01", "2024-12-31"),
    ("fiscal year 2022", "DE", "2022-01-01", "2022-12-31"),
    ("July-March FY24", "PK", "2023-07-01", "2024-03-31"),
    ("July-October (2023-24)", "PK", "2023-07-01", "2023-10-31"),
    ("July-October period of the current fiscal year", "BD", "2023-07-01", "2023-10-31"),
    ("fiscal year 2079/80", "NP", "2022-07-16", "2023-07-15"),
]


@pytest.mark.parametrize(("expression", "country", "start", "end"), FISCAL)
def test_fiscal_year(expression: str, country: str | None, start: str, end: str) -> None:
    found = resolve_period(expression, ANCHOR, country=country)
    assert found is not None
    assert (str(found.start), str(found.end)) == (start, end)


IN_CONTEXT = [
    (
        "It was 5 in the third quarter of 2023, and debt was 9 at the end of the period.",
        [("2023-07-01", "2023-09-30"), ("2023-09-30", "2023-09-30")],
    ),
    (
        "It grew to 9 in the 12 months to June 2023 from 8 in the previous year.",
        [("2022-07-01", "2023-06-30"), ("2021-07-01", "2022-06-30")],
    ),
    (
        "It fell in 2021 from 7 a year earlier and 9 three years earlier.",
        [("2021-01-01", "2021-12-31"), ("2020-01-01", "2020-12-31"), ("2018-01-01", "2018-12-31")],
    ),
    (
        "In January-February of this year it reached $29 million, 7 percent more than in the same "
        "period of last year.",
        [("2023-01-01", "2023-02-28"), ("2022-01-01", "2022-02-28")],
    ),
    (
        "It stood at $3 million in the first ten months of 2023, up from a year earlier.",
        [("2023-01-01", "2023-10-31"), ("2022-01-01", "2022-10-31")],
    ),
    (
        "Trade was $46 million last year, against $3 million two years earlier.",
        [("2022-01-01", "2022-12-31"), ("2020-01-01", "2020-12-31")],
    ),
    (
        "Trade was put at 1.1 trillion in 2021, up from 870 billion the previous year.",
        [("2021-01-01", "2021-12-31"), ("2020-01-01", "2020-12-31")],
    ),
    (
        "It earned $1 billion in the 2015 Ethiopian fiscal year and plans more in the current one.",
        [("2022-07-08", "2023-07-07"), ("2023-07-08", "2024-07-07")],
    ),
    (
        "The first nine months of 2023 brought AED12 billion, the same nine months of 2022 AED9.",
        [("2023-01-01", "2023-09-30"), ("2022-01-01", "2022-09-30")],
    ),
    (
        "It stood at $3 million in July-March 2023, and at $2 million in the corresponding period "
        "of last year.",
        [("2022-07-01", "2023-03-31"), ("2021-07-01", "2022-03-31")],
    ),
    (
        "It sold 3 in the first half of 2023, up from the corresponding period last year.",
        [("2023-01-01", "2023-06-30"), ("2022-01-01", "2022-06-30")],
    ),
    (
        "Sales were 3 in the third quarter of 2023 and 2 in the year-ago period.",
        [("2023-07-01", "2023-09-30"), ("2022-07-01", "2022-09-30")],
    ),
    (
        "It was 8 in the year to June 2023, against 7 in the previous fiscal year.",
        [("2022-07-01", "2023-06-30"), ("2021-07-01", "2022-06-30")],
    ),
    ("The office will open in March.", [("2024-03-01", "2024-03-31")]),
    ("Output shrank by a tenth in March.", [("2023-03-01", "2023-03-31")]),
    ("Output slid to 9 in December.", [("2022-12-01", "2022-12-31")]),
    ("The office was opened in March.", [("2023-03-01", "2023-03-31")]),
    ("It has invested $3 million since 2010.", [("2010-01-01", "2023-11-21")]),
    ("It is to reach $3 million by 2030.", [("None", "2030-12-31")]),
    ("Trade will double by the end of the decade.", [("None", "2029-12-31")]),
    (
        "It lost 4 in the quarter ended March 31, against 3 a year earlier. It paid 2 in the "
        "quarter.",
        [("2023-01-01", "2023-03-31"), ("2022-01-01", "2022-03-31"), ("2023-01-01", "2023-03-31")],
    ),
    (
        "They shrank to 8 at the end of April 2023 from 9 a month before.",
        [("2023-04-30", "2023-04-30"), ("2023-03-31", "2023-03-31")],
    ),
    (
        "It sold 4 in the three months to April 30, 2023, and owed 2 at the end of the quarter.",
        [("2023-02-01", "2023-04-30"), ("2023-04-30", "2023-04-30")],
    ),
    ("They will get a fifth more than Friday's close.", [("2023-11-17", "2023-11-17")]),
    ("It will pay, he said on Friday.", [("2023-11-17", "2023-11-17")]),
    ("December alone brought 9.", [("2022-12-01", "2022-12-31")]),
    ("March retail sales fell.", [("2023-03-01", "2023-03-31")]),
    ("It will sell bills on Friday.", [("2023-11-24", "2023-11-24")]),
    ("It sold bills on Friday.", [("2023-11-17", "2023-11-17")]),
    ("More bills will be sold this Friday.", [("2023-11-24", "2023-11-24")]),
    ("Reserves stood at $7 billion as of November 2022.", [("2022-11-30", "2022-11-30")]),
    (
        "It earned $9 in the three months to September, more than in the previous quarter.",
        [("2023-07-01", "2023-09-30"), ("2023-04-01", "2023-06-30")],
    ),
    (
        "Wheat cost $9 last week, up from $8 the week before.",
        [("2023-11-13", "2023-11-19"), ("2023-11-06", "2023-11-12")],
    ),
    (
        "Profit was $9 in 2022. Costs fell over the year.",
        [("2022-01-01", "2022-12-31"), ("2022-01-01", "2022-12-31")],
    ),
    ("The bank lent $9 to farmers in December.", [("2022-12-01", "2022-12-31")]),
    ("The bank sold bills at its October auction.", [("2023-10-01", "2023-10-31")]),
    ("The bank set the rate at 5 pesos for Thursday.", [("2023-11-23", "2023-11-23")]),
]


@pytest.mark.parametrize(("text", "expected"), IN_CONTEXT)
def test_in_context(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(str(p.start), str(p.end)) for p in find_periods(text, ANCHOR)] == expected


NO_PERIODS = [
    "Exports came to 2022 tonnes.",
    "The loan of $2022 was repaid.",
    "He cited Agenda 2030 and UN Resolution 2254.",
    "Prime Minister Theresa May said so; she may march on.",
    "The flat is one of 2020 homes.",
    "Press release No. 2024/088/AFW",
    "Exports grew year on year.",
    "It was repaired in the 18 months before the sale.",
]


@pytest.mark.parametrize("text", NO_PERIODS)
def test_no_period(text: str) -> None:
    assert find_periods(text, ANCHOR) == []


def test_kinds() -> None:
    kinds = {
        text: [p.kind for p in find_periods(text, ANCHOR)]
        for text in ("in 2022", "since 2022", "by 2030", "until 2030", "as of June 2022")
    }
    assert kinds == {
        "in 2022": ["in"],
        "since 2022": ["since"],
        "by 2030": ["by"],
        "until 2030": ["by"],
        "as of June 2022": ["at"],
    }


def test_without_anchor() -> None:
    found = find_periods("It grew last year and in 2022.")
    assert [(p.start, str(p.end)) for p in found] == [
        (None, "None"),
        (datetime.date(2022, 1, 1), "2022-12-31"),
    ]


def test_part_of_a_year_without_anchor() -> None:
    found = find_periods("In the first half of this year, as in the same period of 2021, it fell.")
    assert [str(p.end) for p in found] == ["None", "2021-06-30"]
    (months,) = find_periods("It reached that in March-August 2022.")
    assert (str(months.start), str(months.end)) == ("2022-03-01", "2022-08-31")


_PIECES = st.sampled_from(
    "the first last past same fiscal Iranian year years months month quarter half of in from to "
    "between and since by end - January March May 3 15 2022 2023-24 2021-2027 two Q3 FY24 ago "
    "earlier this next previous , ( ) . 1401 9999 decade Monday today so far date ended".split()
)


@given(
    st.lists(_PIECES, max_size=14),
    st.none() | st.dates(),
    st.sampled_from([None, "IN", "US", "IR", "ET", "NP"]),
)
def test_any_words(pieces: list[str], anchor: datetime.date | None, country: str | None) -> None:
    text = " ".join(pieces)
    end = 0
    for found in find_periods(text, anchor, country=country):
        assert found.range.start >= end
        assert found.range.end > found.range.start
        end = found.range.end
        assert not (found.start and found.end) or found.start <= found.end


@given(st.text(max_size=60))
def test_total(text: str) -> None:
    find_periods(text, ANCHOR)


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2080, 12, 31)), st.integers(1, 12))
def test_first_months(anchor: datetime.date, months: int) -> None:
    found = resolve_period(f"the first {months} months of this year", anchor)
    assert found is not None
    assert found.start == datetime.date(anchor.year, 1, 1)
    assert found.end is not None
    assert (found.end.year, found.end.month) == (anchor.year, months)
    assert (found.end + datetime.timedelta(1)).day == 1


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("taxes in September and October", "2023-09-01", "2023-10-31"),
        ("taxes in 2021 and 2022", "2021-01-01", "2022-12-31"),
        ("in ten months trade was up", "2023-01-01", "2023-10-31"),
        ("taking ten-month exports to a record", "2023-01-01", "2023-10-31"),
        ("loans were put at less by year's end", "2022-12-31", "2022-12-31"),
        ("debt had grown by the end of 2022", "2022-12-31", "2022-12-31"),
        ("in the year 2022, which ended in June", "2022-01-01", "2022-12-31"),
        ("in the July-September quarter", "2023-07-01", "2023-09-30"),
        ("in the October-December quarter of 2022", "2022-10-01", "2022-12-31"),
    ],
)
def test_in_a_sentence(text: str, start: str, end: str) -> None:
    (found,) = find_periods(text, ANCHOR)
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    "text", ["a ten-month low", "in five months it fell", "will open in ten months"]
)
def test_months_that_are_no_part_of_this_year(text: str) -> None:
    assert find_periods(text, ANCHOR) == []


def test_a_new_paragraph_remembers() -> None:
    memory = Memory()
    text = "It rose in January 2022.\nIt was 9 in the month, and 8 a year earlier."
    find_periods(text, ANCHOR, 0, 24, before=memory)
    found = find_periods(text, ANCHOR, 25, before=memory)
    assert [str(p.start) for p in found] == ["2022-01-01", "2021-01-01"]


def test_a_new_paragraph_forgets_what_is_to_come() -> None:
    memory = Memory()
    text = "It is to rise by 2030.\nIt was up from a year earlier."
    find_periods(text, ANCHOR, 0, 22, before=memory)
    (found,) = find_periods(text, ANCHOR, 23, before=memory)
    assert str(found.start) == "2022-01-01"


def test_the_closed_year_is_the_last() -> None:
    january = datetime.date(2024, 1, 9)
    (found,) = find_periods("Reserves closed the year at 9.", january)
    assert str(found.start) == "2023-01-01"


def test_the_current_year_is_the_fiscal_year_spoken_of() -> None:
    text = "It will be 9 in the 2024/25 fiscal year, up from 8 in the current year."
    found = find_periods(text, datetime.date(2024, 2, 1), country="ZA")
    assert [str(p.start) for p in found] == ["2024-04-01", "2023-04-01"]


def test_financial_year_of_two_numbers() -> None:
    found = resolve_period("the 2022 to 2023 financial year", ANCHOR, country="GB")
    assert found is not None
    assert (str(found.start), str(found.end)) == ("2022-04-01", "2023-03-31")
