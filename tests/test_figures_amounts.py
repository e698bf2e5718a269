"""Amounts from characters alone: the table is the specification."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract.parsers.figures.amounts import LARGEST, find_amounts

# text, then its finds: amount (or low-high) and currency (or the family, in small letters)
ONE = [
    # symbols, codes and letters before the number
    ("$1.8 billion", "$1.8 billion", "1800000000", "USD"),
    ("took sales for FY24 to $30.3 billion", "$30.3 billion", "30300000000", "USD"),
    ("fetching 73.4 afghanis at noon", "73.4 afghanis", "73.4", "AFN"),
    ("a $1.2-billion plan", "$1.2-billion", "1200000000", "USD"),
    ("a $5-million-a-year deal", "$5-million", "5000000", "USD"),
    ("about US$1.5bn of it", "US$1.5bn", "1500000000", "USD"),
    ("earned $F1.06 billion", "$F1.06 billion", "1060000000", "FJD"),
    ("rose to SAT$1.32 billion", "SAT$1.32 billion", "1320000000", "WST"),
    ("paid BSD$500", "BSD$500", "500", "BSD"),
    ("worth EUR 200 million", "EUR 200 million", "200000000", "EUR"),
    ("Rs 5,000 crore", "Rs 5,000 crore", "50000000000", "INR"),
    ("Rs1.5 lakh crore", "Rs1.5 lakh crore", "1500000000000", "INR"),
    ("Rs. 11,500 a call", "Rs. 11,500", "11500", "INR"),
    ("(about Nepali Rs 1,040 crore)", "Nepali Rs 1,040 crore", "10400000000", "NPR"),
    ("Taka 7,150 crore", "Taka 7,150 crore", "71500000000", "BDT"),
    ("N18.6 billion monthly", "N18.6 billion", "18600000000", "NGN"),
    ("S/. 500 million", "S/. 500 million", "500000000", "PEN"),
    ("Kshs. 5 billion", "Kshs. 5 billion", "5000000000", "KES"),
    ("A$5", "A$5", "5", "AUD"),
    ("C$3 million", "C$3 million", "3000000", "CAD"),
    ("R$ 2.3 billion", "R$ 2.3 billion", "2300000000", "BRL"),
    ("NT$5,000", "NT$5,000", "5000", "TWD"),
    ("₸3 billion", "₸3 billion", "3000000000", "KZT"),
    ("CFA 75 billion francs", "CFA 75 billion francs", "75000000000", "cfa franc"),
    ("SDR 88.6 million", "SDR 88.6 million", "88600000", "XDR"),
    ("USD115.5", "USD115.5", "115.5", "USD"),
    ("a USD-200-million fund", "USD-200-million", "200000000", "USD"),
    # letters of a country that the text names
    ("Jordan gives each family JD125", "JD125", "125", "JOD"),
    ("in Zambia he earns K5 a day", "K5", "5", "kwacha|kina|kyat|kip"),
    # names behind it
    ("41 billion US dollars", "41 billion US dollars", "41000000000", "USD"),
    ("7.1 billion U.S. dollars", "7.1 billion U.S. dollars", "7100000000", "USD"),
    ("98.8 mln dlrs", "98.8 mln dlrs", "98800000", "USD"),
    ("1.95 billion stg", "1.95 billion stg", "1950000000", "GBP"),
    ("210 million Turkmen manat", "210 million Turkmen manat", "210000000", "TMT"),
    ("100 million New Taiwan dollars", "100 million New Taiwan dollars", "100000000", "TWD"),
    ("4 million pa'anga", "4 million pa'anga", "4000000", "TOP"),
    ("420 million Finnish markka", "420 million Finnish markka", "420000000", "FIM"),
    ("6.65 billion pesetas", "6.65 billion pesetas", "6650000000", "ESP"),
    ("2 billion lire", "2 billion lire", "2000000000", "ITL"),
    ("48 billion CFA francs", "48 billion CFA francs", "48000000000", "cfa franc"),
    ("1,200 ouguiya (MRU) for", "1,200 ouguiya (MRU)", "1200", "MRU"),
    ("a 600-million-yuan loan", "600-million-yuan", "600000000", "CNY"),
    ("a 1.2 trillion-won line", "1.2 trillion-won", "1200000000000", "KRW"),
    ("1,352.1 won against the dollar", "1,352.1 won", "1352.1", "KRW"),
    ("5亿元", "5亿元", "500000000", "CNY"),
    ("120 MEUR", "120 MEUR", "120000000", "EUR"),
    # numbers
    ("3 bln 290 mln tenge", "3 bln 290 mln tenge", "3290000000", "KZT"),
    ("half a billion dollars", "half a billion dollars", "500000000", "USD"),
    ("a half-billion-dollar loan", "a half-billion-dollar", "500000000", "USD"),
    ("three quarters of a billion euros",) * 2 + ("750000000", "EUR"),
    ("two and a half million pounds", "two and a half million pounds", "2500000", "GBP"),
    ("2½ million pounds", "2½ million pounds", "2500000", "GBP"),
    ("7-3/4 billion dlrs", "7-3/4 billion dlrs", "7750000000", "USD"),
    ("a million dollars", "a million dollars", "1000000", "USD"),
    ("tens of millions of dollars", "tens of millions of dollars", "10000000", "USD"),
    ("a couple of hundred million euros",) * 2 + ("200000000", "EUR"),
    ("3 lakh rupees", "3 lakh rupees", "300000", "INR"),
    ("12,34,567.89 rupees", "12,34,567.89 rupees", "1234567.89", "INR"),
    ("€2,5 Mrd", "€2,5 Mrd", "2500000000", "EUR"),
    ("1.234.567,89 euros", "1.234.567,89 euros", "1234567.89", "EUR"),
    ("CHF 1’000’000", "CHF 1’000’000", "1000000", "CHF"),
    ("5\u202f000\u202f000 euros", "5\u202f000\u202f000 euros", "5000000", "EUR"),
    ("$ 75 million", "$ 75 million", "75000000", "USD"),
    ("$ 1 . 6 million", "$ 1 . 6 million", "1600000", "USD"),
    ("exports: $62.7\nmillion", "$62.7\nmillion", "62700000", "USD"),
    ("lost -$5 million", "-$5 million", "-5000000", "USD"),
    ("minus 5 million euros", "minus 5 million euros", "-5000000", "EUR"),
    ("5 mln. US dollars", "5 mln. US dollars", "5000000", "USD"),
    ("5,000,000 (five million) euros", "5,000,000 (five million) euros", "5000000", "EUR"),
    ("US$ 5,000,000 (five million US dollars)", "US$ 5,000,000", "5000000", "USD"),
    ("a $400-plus million deal", "$400-plus million", "400000000", "USD"),
    ("Rs about 500 crore", "Rs about 500 crore", "5000000000", "INR"),
    ("€500.000", "€500.000", "500000", "EUR"),
    ("wheat at $5.51-1/4 a bushel", "$5.51-1/4", "5.5125", "USD"),
    ("3 billion pounds of 2034 gilts", "3 billion pounds", "3000000000", "GBP"),
    ("a billion pounds of index-linked bonds", "a billion pounds", "1000000000", "GBP"),
    ("$.75", "$.75", "0.75", "USD"),
    ("pay 3 drams more per kilowatt-hour", "3 drams", "3", "AMD"),
    # parts of the unit
    ("341 pence a therm", "341 pence", "3.41", "GBP"),
    ("10 qapiks", "10 qapiks", "0.1", "AZN"),
    ("20 pyas", "20 pyas", "0.2", "MMK"),
    ("5 hryvnias 40 kopecks", "5 hryvnias 40 kopecks", "5.4", "UAH"),
    ("six sen", "six sen", "0.06", "MYR"),
    ("7.31 diram", "7.31 diram", "0.0731", "TJS"),
    ("3 dollars 50 cents", "3 dollars 50 cents", "3.5", "USD"),
    (
        "worth seven billion 556 million pesos",
        "seven billion 556 million pesos",
        "7556000000",
        "peso",
    ),
    # ranges
    ("$5-7 million", "$5-7 million", "5000000-7000000", "USD"),
    ("between $5 and $7 million", "$5 and $7 million", "5000000-7000000", "USD"),
    ("from 2 to 3 billion tenge", "2 to 3 billion tenge", "2000000000-3000000000", "KZT"),
    ("RUB 95 bln - RUB 110 bln", "RUB 95 bln - RUB 110 bln", "95000000000-110000000000", "RUB"),
    ("Tk 900-1,100 crore", "Tk 900-1,100 crore", "9000000000-11000000000", "BDT"),
    ("US$ 4.5 bn-5 bn", "US$ 4.5 bn-5 bn", "4500000000-5000000000", "USD"),
    ("a 10-to-15-million-dollar deal", "10-to-15-million-dollar", "10000000-15000000", "USD"),
    ("3.5 to $4 billion", "3.5 to $4 billion", "3500000000-4000000000", "USD"),
    (
        "between about $5 million and $7 million",
        "$5 million and $7 million",
        "5000000-7000000",
        "USD",
    ),
    ("two or three hundred thousand euros",) * 2 + ("200000-300000", "EUR"),
    ("quoted at $1.49/50 on Monday", "$1.49/50", "1.49-1.5", "USD"),
    ("at 155.40-42 yen in Tokyo", "155.40-42 yen", "155.4-155.42", "JPY"),
    ("gold at 409.10/60 dollars", "409.10/60 dollars", "409.1-409.6", "USD"),
    ("closed at 1.99/03 marks", "1.99/03 marks", "1.99-2.03", "DEM"),
    ("sold at 227/230 dollars", "227/230 dollars", "227-230", "USD"),
    ("one or two dollars higher", "one or two dollars", "1-2", "USD"),
    ("a change (–$80 to –90 million)", "–$80 to –90 million", "-90000000--80000000", "USD"),
    ("jump by Rs3 to Rs4 a unit", "Rs3 to Rs4", "3-4", "INR"),
]

SEVERAL = [
    ("2, 3 and 5 million dollars", ["2000000 USD", "3000000 USD", "5000000 USD"]),
    ("spending was lifted from 2.3 to 3.1 million dollars", ["2300000 USD", "3100000 USD"]),
    (
        "14 billion euros ($15 billion), 2 billion of it",
        ["14000000000 EUR", "15000000000 USD", "2000000000 EUR"],
    ),
    ("$868 million, 62 million more than in May", ["868000000 USD", "62000000 USD"]),
    ("5 million and 7 million euros", ["5000000 EUR", "7000000 EUR"]),
    ("2 billion zlotys, up from 1.5 billion this year", ["2000000000 PLN", "1500000000 PLN"]),
    ("Norway pledged $75 million and Denmark 40 million.", ["75000000 USD", "40000000 USD"]),
    ("Of the $12 billion, only 3 billion have come.", ["12000000000 USD", "3000000000 USD"]),
    (
        "has given 250 million euros and will give another 90 to 100 million",
        ["250000000 EUR", "90000000-100000000 EUR"],
    ),
    (
        "Of the 300 million euros that Chad needs, 130 million have come.",
        ["300000000 EUR", "130000000 EUR"],
    ),
    (
        "a debt of 60 billion dollars, of which China holds 7 billion.",
        ["60000000000 USD", "7000000000 USD"],
    ),
    ("160 yen in 1986/87 and 155 yen in 1987/88", ["160 JPY", "155 JPY"]),
    # bare numbers that are compared with an amount
    ("rose to $2.4 billion, up from 1.9 a year earlier", ["2400000000 USD", "1900000000 USD"]),
    ("fell to €310.5 million against 325.2 in May", ["310500000 EUR", "325200000 EUR"]),
    ("costs 92.4 roubles, compared with 95.1 on Monday.", ["92.4 RUB", "95.1 RUB"]),
    ("a profit of £1.2bn (1.4 in 2021)", ["1200000000 GBP", "1400000000 GBP"]),
    ("a profit of £1.2bn (2022: 1.4).", ["1200000000 GBP", "1400000000 GBP"]),
    ("wages rose to 52,000 tenge from 48,500.", ["52000 KZT", "48500 KZT"]),
    ("a tonne went from $640 to 580 in June", ["640 USD", "580 USD"]),
    (
        "sales of $1.2 billion in 2021, 1.5 in 2022 and 1.9 in 2023",
        ["1200000000 USD", "1500000000 USD", "1900000000 USD"],
    ),
    ("2021 – $1.2 billion, 2022 – 1.5", ["1200000000 USD", "1500000000 USD"]),
    ("The loan rose from $100 to 150 million.", ["100000000 USD", "150000000 USD"]),
    (
        "240, 310 and 95 million euros for three lakes",
        ["240000000 EUR", "310000000 EUR", "95000000 EUR"],
    ),
    ("a flat for $8 million and a house for 9 million", ["8000000 USD", "9000000 USD"]),
    (
        "tin worth $38 million, tea worth 21 million and oil worth almost 17 million.",
        ["38000000 USD", "21000000 USD", "17000000 USD"],
    ),
    ("Bananas: $2.96 billion. Shrimp: 5.88 billion.", ["2960000000 USD", "5880000000 USD"]),
    ("$6.7 billion, 30 percent below the 1985/86 projected revenue", ["6700000000 USD"]),
    ("$8.9bn, ahead of the 8.7bn forecast", ["8900000000 USD", "8700000000 USD"]),
    ("aid worth $8 million for 3 million people", ["8000000 USD"]),
    (
        "a total of €1.8bn: 900m in loans and 600m in grants",
        ["1800000000 EUR", "900000000 EUR", "600000000 EUR"],
    ),
    ("£5,000 in damages and 2.3 million in costs", ["5000 GBP", "2300000 GBP"]),
    (
        "took 412bn shillings, 18bn short of the target",
        ["412000000000 shilling", "18000000000 shilling"],
    ),
    ("costs 6,500 tenge, 500 more than last year", ["6500 KZT", "500 KZT"]),
    ("a profit of 3.4bn kroner (3.1bn).", ["3400000000 krone", "3100000000 krone"]),
    ("pensions rise by 200 hryvnias to 3,400.", ["200 UAH", "3400 UAH"]),
    ("a $5 billion plan will serve 3 million in rural areas", ["5000000000 USD"]),
    ("cost $7 million, 2,000 more than seats", ["7000000 USD"]),
    (
        "works of $2.9, $14.8 and $3.3 billion",
        ["2900000000 USD", "14800000000 USD", "3300000000 USD"],
    ),
    ("cost $20, $30 and $45 each", ["20 USD", "30 USD", "45 USD"]),
    ("a fee of $20 and $3 million in aid", ["20 USD", "3000000 USD"]),
    ("asked for 494,000 naira, up from the current 30,000.", ["494000 NGN", "30000 NGN"]),
    # a number with a magnitude alone, where words of money lead to it
    (
        "The ferry lost 41 million dollars. A year earlier the loss had been a record 63 million.",
        ["41000000 USD", "63000000 USD"],
    ),
    (
        "Latvia gives 30 million euros; Lithuania's will be just under 18 million.",
        ["30000000 EUR", "18000000 EUR"],
    ),
    (
        "was fined $12 million and has to return the 3.4 million that it had charged",
        ["12000000 USD", "3400000 USD"],
    ),
    (
        "Spain (€1.2 billion), France (850 million) and Malta (310 million) buy most",
        ["1200000000 EUR", "850000000 EUR", "310000000 EUR"],
    ),
    (
        "spent 2.1 billion euros on it. The total cost is put at 5 billion.",
        ["2100000000 EUR", "5000000000 EUR"],
    ),
    ("a $50 million grant and a 20 million loan", ["50000000 USD", "20000000 USD"]),
    (
        "It paid $12 million in March. In April it paid 14 million.",
        ["12000000 USD", "14000000 USD"],
    ),
    (
        "Cocoa earned $2 billion, coffee 800 million and rubber 400 million.",
        ["2000000000 USD", "800000000 USD", "400000000 USD"],
    ),
    ("imports at $1.5 billion, and exports at 1.6 billion.", ["1500000000 USD", "1600000000 USD"]),
    ("Each gets $4.2 million. It treats 1.3 million a year.", ["4200000 USD"]),
    ("GDP was $30 billion in a country of 5 million.", ["30000000000 USD"]),
    ("GDP reached $30 billion and the population 5 million.", ["30000000000 USD"]),
    ("costs $40 million. So far 3.5 million have been vaccinated.", ["40000000 USD"]),
    ("lost $30 million. The number of passengers rose to 12.3 million.", ["30000000 USD"]),
    ("Kenya sent $5 million, Chad 3 million doses and Togo 2 million.", ["5000000 USD"]),
    (
        "costs 4 billion baht, with 165 million coming from loans",
        ["4000000000 THB", "165000000 THB"],
    ),
    ("MAD 14 billion for jobs; the wage is MAD 93 a day", ["14000000000 MAD", "93 MAD"]),
    ("gets 1,800 francs, 20 percent more than last season's 1,500.", ["1800 franc", "1500 franc"]),
    (
        "eggs sell for 3,000 pesos, more than the average pension of 2,000.",
        ["3000 peso", "2000 peso"],
    ),
    ("paid 325 pesos a kilo, against the official 240 for firms", ["325 peso", "240 peso"]),
    # lone letters where prices are told
    (
        "Petrol will go up by P2.80 per liter and taxi fares by P3 today.",
        ["2.8 PHP", "3 PHP"],
    ),
    ("The minimum wage rises by P35 to P645.", ["35 PHP", "645 PHP"]),
    ("He drove the R61 to a hotel where a room costs R850.", ["850 ZAR"]),
    # rates of exchange
    (
        "The naira closed at 980 to the dollar on the parallel market on Tuesday, from 950.",
        ["980 NGN", "950 NGN"],
    ),
    ("The rand slipped to 18.4 to the greenback on Friday.", ["18.4 ZAR"]),
    ("The naira weakened to 480 to the dollar, from 477 on Friday.", ["480 NGN", "477 NGN"]),
    (
        "the won fell to a two-month low of 1,351.2 per dollar from 1,342.5.",
        ["1351.2 KRW", "1342.5 KRW"],
    ),
    ("The Kenyan shilling held at 129.10/129.40 to the dollar", ["129.1-129.4 KES"]),
    ("The dollar was at 3 to the euro.", ["3 USD"]),
    ("The rand traded at 18.4 to the dollar. It had closed at 18.62.", ["18.4 ZAR", "18.62 ZAR"]),
    (
        "The birr is at 55.9 to the dollar; traders ask between 57 and 59.",
        ["55.9 ETB", "57-59 ETB"],
    ),
    (
        "quoted the shilling at 129.10/129.30, compared with Friday's close of 129.20/129.40.",
        ["129.1-129.3 shilling", "129.2-129.4 shilling"],
    ),
    ("The rupee closed at 278.5, up 0.04 from 278.54.", ["278.5 INR", "278.54 INR"]),
    ("The dollar closed at 146.4 on Friday.", []),
    ("The euro cost 109.1 roubles. The yuan closed at 14.2.", ["109.1 RUB"]),
    ("The cost rose by 2,000 drams to 43,500.", ["2000 AMD", "43500 AMD"]),
    ("sold at 1,420 pesos, 15 above Monday.", ["1420 peso", "15 peso"]),
    ("raised to $1.2m from 900,000.", ["1200000 USD", "900000 USD"]),
    ("a cut of P0.98 per kWh, or P196 a month", ["0.98 PHP", "196 PHP"]),
    ("The naira eased to 1,500 per dollar. About 1,200 traders left.", ["1500 NGN"]),
    ("The spot riyal was at 3.7495/98 to the dollar.", ["3.7495-3.7498 SAR"]),
    ("The pound rose to 1.27 against the dollar.", []),
    ("He won 3 to the dollar store's 2.", []),
    ("passed a $3 billion plan with 45 votes against 21.", ["3000000000 USD"]),
    ("play for $2 million against 11 rivals", ["2000000 USD"]),
    ("raised the fee to $640 from 2022.", ["640 USD"]),
    ("gave $5 million, up from 12 percent", ["5000000 USD"]),
    ("sales rose to $5 million from 12,500 units", ["5000000 USD"]),
    ("January 5 and 3 million dollars", ["3000000 USD"]),
    ("The team won 3-1 and $5 million.", ["5000000 USD"]),
    # other things are counted
    ("a $5 billion plan and 20 to 30 million people", ["5000000000 USD"]),
    ("a $5 billion plan for 30 million people", ["5000000000 USD"]),
    ("20 billion euros, 12 billion of it in loans", ["20000000000 EUR", "12000000000 EUR"]),
    # a way, not a range
    ("a cost blown out from $32 million to $48 million", ["32000000 USD", "48000000 USD"]),
    ("sales of $980M, plus or minus $25M", ["980000000 USD", "25000000 USD"]),
    ("enlarged by $7 million to $57 million", ["7000000 USD", "57000000 USD"]),
    ("Spending rocketed from $2 million to $9 million", ["2000000 USD", "9000000 USD"]),
    ("rose from $5 million to $7 million", ["5000000 USD", "7000000 USD"]),
    ("cut the yearly fee for every foreign student from €900 to €600", ["900 EUR", "600 EUR"]),
    (
        "cut the fee that every foreign student has to pay from €600 to €900",
        ["600 EUR", "900 EUR"],
    ),
    ("raised taxes. Fines are from $5 to $9", ["5-9 USD"]),
    (
        "bring it from the current 700 million to 3 billion dollars",
        ["700000000 USD", "3000000000 USD"],
    ),
    ("raised by the mayor of St. Anne from $5 to $9", ["5 USD", "9 USD"]),
    ("increased fines ranging from $5 million to $7 million", ["5000000-7000000 USD"]),
    ("rose by $71 million to $8.2bn", ["71000000 USD", "8200000000 USD"]),
    ("dropped 10 cts to 16.63 dlrs", ["0.1 USD", "16.63 USD"]),
    ("GEL 2 ($0.77)", ["2 GEL", "0.77 USD"]),
]

NONE = [
    "a billion-dollar project",
    "a million-dollar question",
    "two thirds of a million dollars",
    "the 20 euro countries",
    "two dollar bonds",
    "three crown princes",
    "6. Ben Carson 7. John Kasich 8 Rand Paul",
    "5 pounds of sugar",
    "300,000 pounds of cocaine worth a fortune",
    "date 2023-11-30\nThe Ethiopian birr",
    "300 million pounds of beef in 2034",
    "he drank 3 drams of whisky",
    "one in every nine euros",
    "Zambia's rangers in room K9 of the K2 hotel",
    "the cost of works on the R21 and N4 in Gauteng",
    "South Africa's police on the R21 with R5 rifles",
    "a man weighing 300 pounds",
    "he won 5 medals",
    "12 won the vote",
    "5 real problems",
    "shares of $AAPL rose 5 points",
    "in 2010 dollars",
    "100 Dollar General stores",
    "ALL 5 solutions are wrong",
    "COP27 and TOP 10",
    "Euro 2024",
    "the 10-year bond rose 5",
    "the $ sign",
    "not one cent",
    "thirty cents on the dollar",
    "ten pence in the pound",
    "$123456789012345678901234567890",
    "the 100 million mark",
    "",
]


def _show(found: object) -> str:
    amount, top = found.amount, found.amount_max  # type: ignore[attr-defined]
    value = f"{amount}" if top is None else f"{amount}-{top}"
    return f"{value} {found.code or found.noun}"  # type: ignore[attr-defined]


@pytest.mark.parametrize(("text", "printed", "value", "currency"), ONE)
def test_one(text: str, printed: str, value: str, currency: str) -> None:
    (found,) = find_amounts(text)
    assert (text[found.start : found.end], _show(found)) == (printed, f"{value} {currency}")


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several(text: str, expected: list[str]) -> None:
    assert [_show(found) for found in find_amounts(text)] == expected


@pytest.mark.parametrize("text", NONE)
def test_no_money(text: str) -> None:
    assert find_amounts(text) == []


@given(st.text(alphabet="$€£5 0,.-/()amillion dollarsUSD'½\n") | st.text())
def test_any_text(text: str) -> None:
    past = 0
    for found in find_amounts(text):
        assert past <= found.start < found.end <= len(text)
        assert abs(found.amount) <= LARGEST
        assert found.amount_max is None or found.amount_max > found.amount
        assert isinstance(found.amount, Decimal)
        past = found.end


@pytest.mark.parametrize("unit", ["$", "5", "1,", "$1 ", "5 million ", "one ", "1 to ", "US"])
def test_long_runs(unit: str) -> None:
    find_amounts(unit * (50_000 // len(unit)))
