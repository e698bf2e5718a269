"""Periods of amounts: reports that go on from sentence to sentence, and single days."""

from __future__ import annotations

import pytest

from newsextract import Extractor

PUBLISHED = "2024-03-14"  # a Thursday
JANUARY = "2024-01-01..2024-01-31"
YEAR = "2023-01-01..2023-12-31"
YEAR_2022 = "2022-01-01..2022-12-31"
YEAR_2020 = "2020-01-01..2020-12-31"
END_OF_2023 = "2023-12-31..2023-12-31"

REPORTS: list[tuple[str, list[str | None]]] = [
    # a report of statistics goes on
    (
        "Chad posted a surplus of $9 million in January. Exports came to $12 million and imports "
        "to $3 million.",
        [JANUARY] * 3,
    ),
    (
        "Profit fell to $9 million in January. Revenue slipped to $80 million from $85 million a "
        "year earlier, while loan losses were just $2 million.",
        [JANUARY, JANUARY, "2023-01-01..2023-01-31", JANUARY],
    ),
    (
        "The deficit widened to $9 million in January from $7 million in December. Interest "
        "payments alone amounted to $2 million.",
        [JANUARY, "2023-12-01..2023-12-31", JANUARY],
    ),
    (
        "Migrants sent home $9 million in January. Peru was the largest source with $5 million, "
        "followed by Chile, $2 million.",
        [JANUARY] * 3,
    ),
    ("Exports fell to $9 million in January. Coffee alone brought $4 million.", [JANUARY] * 2),
    ("Tea earned Chad $9 million in 2023. Gold exports brought in $4 million.", [YEAR, YEAR]),
    ("Chad collected $9 million in taxes in January. VAT yielded $4 million.", [JANUARY, JANUARY]),
    ("Profit fell to $9 million in January. Provisions were cut to $2 million.", [JANUARY] * 2),
    (
        "Tax revenue was $9 million in 2023. December alone brought $2 million.",
        [YEAR, "2023-12-01..2023-12-31"],
    ),
    (
        "Profit rose to $9 million in 2023 from a loss of $1 million a year earlier. Sales more "
        "than doubled to $90 million.",
        [YEAR, "2022-01-01..2022-12-31", YEAR],
    ),
    ("Exports fell to $9 million in January.\n\nImports rose to $8 million.", [JANUARY] * 2),
    # over a paragraph that names no amount, but not to what is no part of it
    (
        "Exports fell to $9 million in January.\n\nMinister Tom Bo blamed the rain. He spoke of "
        "bad roads.\n\nImports came to $8 million. It seeks a loan of $3 million.",
        [JANUARY, JANUARY, None],
    ),
    (
        "Exports fell to $9 million in January. Shares of the firm ended higher at $3.",
        [JANUARY, None],
    ),
    (
        "Exports came to $90 million in January. Trade with Mali was $5 million in 2023. Imports "
        "rose to $80 million.",
        [JANUARY, YEAR, JANUARY],
    ),
    (
        "Profit was $9 million in January.\n\nThe dollar averaged 15 pesos in the month, against "
        "12 pesos a year before.",
        [JANUARY, JANUARY, "2023-01-01..2023-01-31"],
    ),
    (
        "The export of ores fetched $9 million in the July-November period.",
        ["2023-07-01..2023-11-30"],
    ),
    (
        "Sales came to $9 million in the Feb. 1-20 period, against $8 million a year ago.",
        ["2024-02-01..2024-02-20", "2023-02-01..2023-02-20"],
    ),
    # the end of a way may be told first
    (
        "It swung to a loss of $9 million in the year to June 2023 from a profit of $7 million.",
        ["2022-07-01..2023-06-30", "2021-07-01..2022-06-30"],
    ),
    (
        "Sales climbed to $9 million in the 12 months to June 2023 from $7 million, on costs of "
        "$4 million.",
        ["2022-07-01..2023-06-30", "2021-07-01..2022-06-30", "2022-07-01..2023-06-30"],
    ),
    (
        "Sales rose to $9 million in 2023 from $8 million, with $2 million of that from tea.",
        [YEAR, YEAR_2022, YEAR],
    ),
    ("The gap widened 5 pct to $9 million in January.", [JANUARY]),
    ("In January Chad sold mats worth $9 million abroad.", [JANUARY]),
    ("This brings the total paid last year to $9 million.", [YEAR]),
    (
        "They cut the price of oil by $2 to $9 for the fortnight from March 16 to March 30.",
        ["2024-03-16..2024-03-30"] * 2,
    ),
    # what closes a year is of its last day, as far as it stands and is not summed up
    (
        "Debt stood at $9 million at the end of 2023. Reserves closed the year at $2 million.",
        [END_OF_2023] * 2,
    ),
    ("Sales ended the year at $9 million.", [YEAR]),
    (
        "Sales were $9 million in 2023. Debt was $2 million at the end of the period.",
        [YEAR, END_OF_2023],
    ),
    # a plan goes on as one
    (
        "Chad will spend $9 million in 2025 and expects to collect $7 million in taxes.",
        ["2025-01-01..2025-12-31"] * 2,
    ),
    (
        "Chad adopted a 2025 budget of $9 million, compared with $8 million in 2024. Schools get "
        "$2 million.",
        ["2025-01-01..2025-12-31", "2024-01-01..2024-12-31", "2025-01-01..2025-12-31"],
    ),
    (
        "The budget foresees spending of $9 million in 2025. The deficit is put at $2 million.",
        ["2025-01-01..2025-12-31"] * 2,
    ),
    # what stands on a day goes on as such
    (
        "Reserves were $9 million at the end of 2023. Gold holdings totalled $2 million.",
        [END_OF_2023] * 2,
    ),
    ("Taxes collected in January totalled $9 million.", [JANUARY]),
    ("Oslo gave $5 million, well below the $9 million it gave in 2023.", [None, YEAR]),
    ("Chad will tax imported rice, a trade worth $9 million in 2023.", [YEAR]),
    ("Chad signed contracts worth $9 million in 2023.", [None]),
    # a budget, and what is paid from it, is of its year, whenever it was adopted
    ("Chad adopted a 2025 budget of $9 million.", ["2025-01-01..2025-12-31"]),
    (
        "Chad approved a 2025 budget with spending of $9 million and a deficit of $2 million.",
        ["2025-01-01..2025-12-31"] * 2,
    ),
    ("Another $9 million will be paid from the 2024 budget.", ["2024-01-01..2024-12-31"]),
    ("Chad plans to borrow $9 million next year.", ["2025-01-01..2025-12-31"]),
    # won is money, not a verb
    (
        "It swung to a profit of 5 billion won in 2023 from a loss of 9 billion won a year ago.",
        [YEAR, "2022-01-01..2022-12-31"],
    ),
    # parts, lists and what was foreseen are of the same time
    (
        "Sales were $9 million in January, missing the $10 million analysts had expected.",
        [JANUARY] * 2,
    ),
    (
        "Wages averaged $500 in January, ranging from $200 in farming to $900 in mining.",
        [JANUARY] * 3,
    ),
    ("Spending was $9 million in January, with rents taking $4 million of it.", [JANUARY] * 2),
    ("Chad owed $9 million at the end of 2023. It owed banks $4 million.", [END_OF_2023] * 2),
    ("Exports to Chad and Mali were $9 million and $2 million in January.", [JANUARY] * 2),
    (
        "Profit was $9 million, or $3 a share, in 2023, against $8 million, or $2 a share, a year "
        "ago. Sales slipped to $40 million.",
        [YEAR, YEAR, "2022-01-01..2022-12-31", "2022-01-01..2022-12-31", YEAR],
    ),
    ("Exports rose to $9 million in January. Oslo bought fish for $4 million.", [JANUARY] * 2),
    ("Sales came to $9 million in January. Fees brought in another $2 million.", [JANUARY] * 2),
    ("Aid totalled $9 million in 2023. Oslo led with $4 million.", [YEAR, YEAR]),
    ("Aid totalled $9 million in 2023. Less than $2 million went to Chad.", [YEAR, YEAR]),
    (
        "Oil and gas revenue fell to $9 million in 2023. Taxes and fees rose to $2 million.",
        [YEAR] * 2,
    ),
    (
        "Gas exports fell by half in January. Customs put the value of shipments at $9 million.",
        [JANUARY],
    ),
    ("In 2023 migrants sent home $9 million.", [YEAR]),
    ("The fund has sold $9 million since the start of the year.", ["2024-01-01..2024-03-14"]),
    ("Receipts hit $9 million in January, up $2 million from a year earlier.", [JANUARY] * 2),
    ("Exports reached a record $9 million in January.", [JANUARY]),
    (
        "Oslo will give $9 million this year and lend $2 million over the next three years.",
        ["2024-01-01..2024-12-31", None],
    ),
    # what stands before the whole of a year, or is held against, is not what goes on
    (
        "Exports rose to $9 million in January, bringing the total for 2023 to $90 million. "
        "Imports fell to $7 million.",
        [JANUARY, YEAR, JANUARY],
    ),
    (
        "The gap was $9 million in 2023, against $7 million in 2022, as taxes fell to $2 million.",
        [YEAR, "2022-01-01..2022-12-31", YEAR],
    ),
    ("Banks earned $9 million in 2023, double the $4 million of a year ago.", [YEAR, YEAR_2022]),
    ("Chad collected $9 million in 2023. That is $2 million more than in 2022.", [YEAR, YEAR]),
    ("Oslo asks for $9 million, on top of the $2 million it got in 2023.", [None, YEAR]),
    (
        "Transfers came to $9 million in January. Chad ($4 million) and Mali ($2 million) were the "
        "main sources.",
        [JANUARY] * 3,
    ),
    (
        "Debt was $9 million at the end of 2023. The largest creditors are China with $4 million "
        "and Chad with $2 million.",
        [END_OF_2023] * 3,
    ),
    ("Total assets stood at $9 million as at 31 December 2023.", [END_OF_2023]),
    ("Receipts came to $9 million as of January 31.", [JANUARY]),
    (
        "Sales rose to $9 million in the year to June 2023 from $7 million in the previous 12 "
        "months.",
        ["2022-07-01..2023-06-30", "2021-07-01..2022-06-30"],
    ),
    # what a budget gives is of its year, but for the wages and prices that it sets
    (
        "The minister tabled a budget of $9 billion for 2025. Schools get $2 billion, and the wage "
        "will be $40 a day.",
        ["2025-01-01..2025-12-31", "2025-01-01..2025-12-31", None],
    ),
    ("The 2025 finance bill provides $9 million for roads.", ["2025-01-01..2025-12-31"]),
    ("It sold gems worth $9 million at its tenth sale of the year.", [None]),
    # ... of a sum, what has been paid by a day is not the sum's
    (
        "Of the $9 million approved in 2022, $2 million had been spent by the end of 2023.",
        [None, END_OF_2023],
    ),
    ("Prices rose from a low of $9 last January to some $20 after the ban.", [JANUARY, None]),
    # ... but no loan, gift, plan, deal or rate, nor what stands now, nor a debt of months
    ("Exports rose to $9 million in January. Oslo lent Chad $3 million.", [JANUARY, None]),
    ("Exports rose to $9 million in January. A road cost $3 million.", [JANUARY, None]),
    ("Profit was $9 million in 2023. Sales could reach $50 million.", [YEAR, None]),
    ("Profit was $9 million in 2023. Debt stood at $50 million.", [YEAR, None]),
    ("Profit was $9 million in 2023. Revenue now stands at $50 million.", [YEAR, None]),
    ("Exports were $9 million in 2023. Annual losses came to $3 million a year.", [YEAR, None]),
    (
        "Spending was $9 million in 2020. Losses came to $3 million.",
        ["2020-01-01..2020-12-31", None],
    ),
]


WEDNESDAY = "2024-03-13..2024-03-13"
DAYS: list[tuple[str, list[str | None]]] = [
    # prices, rates and turnovers of markets
    ("Tin closed at $9 in London on Wednesday.", [WEDNESDAY]),
    ("Shares in the brewer fell 12p to 231p on Wednesday.", [WEDNESDAY, WEDNESDAY]),
    (
        "The pula eased to 13.60 to the dollar on Wednesday, from 13.50 on Tuesday.",
        [WEDNESDAY, "2024-03-12..2024-03-12"],
    ),
    ("Holders get $9 a share, 20% above Wednesday's close of $7.", [None, WEDNESDAY]),
    ("Flats changed hands for $9 million in January.", [JANUARY]),
    (
        "A vase sold for $9 million in Geneva on Wednesday. A clock went for $2 million.",
        [WEDNESDAY, WEDNESDAY],
    ),
    # ... of the day that the paragraph told of before
    ("Oil slid on Wednesday. Brent for May delivery lost $2 to $81.", [WEDNESDAY, WEDNESDAY]),
    ("The mill bought rice in a tender on Wednesday. The lowest offer was $9.", [WEDNESDAY]),
    ("The firm said on Wednesday it would close. Its shares fell to $9.", [WEDNESDAY]),
    ("The bank signed a $9 million loan on Wednesday. Tin rose to $7.", [None, None]),
    # paper and money sold on markets
    ("The bank sold $9 million of bills at Wednesday's auction.", [WEDNESDAY]),
    ("The Treasury will auction $9 million of notes on Monday.", ["2024-03-18..2024-03-18"]),
    ("Chad sold $9 million of bonds due 2031 on Wednesday.", [WEDNESDAY]),
    ("Of the notes, $9 million matures in 2033.", [None]),
    ("The Treasury raised $9 million at its January bond auction.", [JANUARY]),
    ("It sold $9 million of bills on Wednesday. Bids came to $12 million.", [WEDNESDAY] * 2),
    ("It sold $9 million of bills on Wednesday. Dealers bid for $12 million.", [WEDNESDAY] * 2),
    ("It sold $9 million of the 2027 and 2031 notes.", [None]),
    ("Oil settled $2 lower at $81 on Wednesday.", [WEDNESDAY] * 2),
    (
        "Tin futures extended losses on Wednesday, with the May contract down $2 at $31.",
        [WEDNESDAY] * 2,
    ),
    (
        "Bars sold at $9 on Wednesday, unchanged from Tuesday, while rings went for $4.",
        [WEDNESDAY] * 2,
    ),
    ("The pound hit $1.33 after the bank held rates on Wednesday.", [WEDNESDAY]),
    ("Bars fell on Wednesday, while gold rings slid by $2 to $31.", [WEDNESDAY] * 2),
    ("The market paid 325 pesos for a dollar on Wednesday.", [WEDNESDAY]),
    ("The ministry cut the price of petrol by $1 on Wednesday.", [None]),
    ("The offer of $9 is 20% above Wednesday's close.", [None]),
    # what a price is from a day on
    ("They will raise the toll by $1 to $5 from July 1.", ["2024-07-01..2024-07-01"] * 2),
    # stocks stand on the last day of the week
    (
        "Reserves fell by $1 million to $9 million in the week ended March 8.",
        ["2024-03-02..2024-03-08", "2024-03-08..2024-03-08"],
    ),
    # ... but no day on which something was said, given, signed or done once
    ("The minister said on Wednesday that oil had risen to $9.", [None]),
    ("Donors pledged $9 million on Wednesday.", [None]),
    ("Chad sold $9 million of bonds maturing in 2031 on Wednesday.", [WEDNESDAY]),
    ("The firm bought a rival for $9 million on Wednesday.", [None]),
    ("One analyst on Wednesday guessed that shares might reach $9.", [None]),
    ("Shares rose to $9 on Wednesday after it won a $5 million order.", [WEDNESDAY, None]),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_days(extractor: Extractor, text: str, expected: list[str | None]) -> None:
    assert _periods(extractor, text) == expected


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_report_goes_on(extractor: Extractor, text: str, expected: list[str | None]) -> None:
    assert _periods(extractor, text) == expected


def test_goods_go_the_way_of_their_whole(extractor: Extractor) -> None:
    text = "Exports came to $9 million in January, of which coal made up $4 million. Tea earned $2."
    flows = [figure.flow for figure in extractor.extract(text, published=PUBLISHED).figures]
    assert flows == ["exports"] * 3


def test_a_price_goes_no_way(extractor: Extractor) -> None:
    figure = extractor.extract("The average export price was $9.", published=PUBLISHED).figures[0]
    assert figure.flow is None


def _periods(extractor: Extractor, text: str) -> list[str | None]:
    figures = extractor.extract(text, published=PUBLISHED).figures
    periods = [figure.period for figure in figures]
    return [None if p is None else f"{p.start}..{p.end}" for p in periods]
