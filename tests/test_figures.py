"""What a sentence says of an amount: the table is the specification."""

from __future__ import annotations

from typing import Any

import pytest

from newsextract import Extractor

PUBLISHED = "2024-05-14"
YEAR_2023 = "2023-01-01..2023-12-31"

# text, then for each figure what is not None or 'exact'
ROWS: list[tuple[str, list[dict[str, Any]]]] = [
    (
        "In 2023, trade turnover between the two countries amounted to $188.6 million "
        "(exports: $61.2 million, imports: $127.4 million). In January-February of this year, "
        "the figure reached $29 million, which is 7 percent more than in the same period of last "
        "year.",
        [
            {"measure": "trade turnover", "flow": "total", "period": YEAR_2023},
            {"measure": "exports", "flow": "exports", "period": YEAR_2023, "parent": "f1"},
            {"measure": "imports", "flow": "imports", "period": YEAR_2023, "parent": "f1"},
            {
                "measure": "trade turnover",
                "flow": "total",
                "period": "2024-01-01..2024-02-29",
                "change": "+7%",
            },
        ],
    ),
    (
        # A flow 'at the end of' a year is that of the year.
        "At the end of 2022, bilateral trade turnover increased by more than 60 percent compared "
        "to 2021 and amounted to $1.8 billion.",
        [
            {
                "measure": "bilateral trade turnover",
                "flow": "total",
                "period": "2022-01-01..2022-12-31",
                "change": "+60%",
            }
        ],
    ),
    (
        "Turkish exports to Azerbaijan rose 12 percent to $2.1 billion in 2023, while imports "
        "fell to $1.4 billion from $1.6 billion a year earlier.",
        [
            {
                "measure": "Turkish exports to Azerbaijan",
                "flow": "exports",
                "period": YEAR_2023,
                "change": "+12%",
            },
            {"measure": "imports", "flow": "imports", "period": YEAR_2023},
            {"measure": "imports", "flow": "imports", "period": "2022-01-01..2022-12-31"},
        ],
    ),
    (
        # What stands beside the amount
        "The company won a $48.2 million army contract and a loan of up to 15.8 billion yen "
        "($106 million).",
        [
            {"measure": "army contract"},
            {"measure": "loan", "bound": "max"},
            {"measure": "loan", "bound": "max"},
        ],
    ),
    (
        "The two sides agreed to raise bilateral trade to $10 billion by 2030 from the current "
        "$4.3 billion.",
        [
            {"measure": "bilateral trade", "flow": "total"},
            {"measure": "bilateral trade", "flow": "total"},
        ],
    ),
    (
        "The price of wheat increased by 10 euros to 230 euros per tonne.",
        [{"measure": "price of wheat"}, {"measure": "price of wheat", "per": "tonne"}],
    ),
    (
        "The visa fee, now 35 dollars, will rise to 50 dollars.",
        [{"measure": "visa fee"}, {"measure": "visa fee"}],
    ),
    (
        "The central bank sold more than $500 million to support the currency.",
        [{"bound": "min"}],
    ),
    (
        "The damage is estimated at between 20 and 25 billion dollars.",
        [{"measure": "damage", "bound": "approx"}],
    ),
    (
        "The ministers discussed a $10 billion package, including a $2 billion railway.",
        [{"measure": "package"}, {"measure": "railway", "parent": "f1"}],
    ),
    ("The dollar stood at 142.6 yen.", [{}]),
    ("He had not been offered more than $900 an acre.", [{"bound": "max", "per": "acre"}]),
    (
        "Smuggling costs the state some 40 million euros a year.",
        [{"bound": "approx", "per": "year"}],
    ),
    # what stands behind it
    ("The $5 billion Northern Oil Pipeline is late.", [{"measure": "Northern Oil Pipeline"}]),
    (
        "Only €3 million of the €300 million farm loan scheme was used.",
        [{"measure": "farm loan scheme"}, {"measure": "farm loan scheme"}],
    ),
    (
        "The state gave $5 million, which is the profit from oil sales.",
        [{"measure": "profit from oil sales"}],
    ),
    (
        "It pledged $90 million in loans, guarantees and grants.",
        [{"measure": "loans, guarantees and grants"}],
    ),
    ("The court approved $45 million as compensation for farmers.", [{"measure": "compensation"}]),
    ("Oslo set aside $6 million to buy patrol boats.", [{"measure": "patrol boats"}]),
    ("Oslo spent $6 million on training sailors.", [{"measure": "training sailors"}]),
    ("Oslo allocated $6 million for the army's own 40 launchers.", [{"measure": "launchers"}]),
    ("Another $5 million was used for training in May.", [{"measure": "training"}]),
    (
        "The country will repay $5 billion owed to foreign lenders.",
        [{"measure": "owed to foreign lenders"}],
    ),
    ("More than $5 million has been allocated to over 60 projects.", [{"measure": "projects"}]),
    ("The toll would add 2 billion kroner to state revenues.", [{"measure": "state revenues"}]),
    # what stands before it
    ("The two banks signed a $5 million loan agreement.", [{"measure": "loan"}]),
    (
        "Trade reached $9 million, with exports at $5 million and imports at $4 million.",
        [{"measure": "Trade"}, {"measure": "exports"}, {"measure": "imports"}],
    ),
    ("He sold a kilo of honey at $9.", [{"measure": "honey"}]),
    ("The old embassy was sold to a builder for $9 million.", [{"measure": "old embassy"}]),
    ("They banned imports of wood pulp worth $9 million.", [{"measure": "imports of wood pulp"}]),
    ("The bridge, for which $9 million was paid, is late.", [{"measure": "bridge"}]),
    ("The ministry rebuilt the outpost at a cost of $9 million.", [{"measure": "outpost"}]),
    ("The bank backed a solar farm with $9 million.", [{"measure": "solar farm"}]),
    ("It gave loans and grants totalling $9 million.", [{"measure": "loans and grants"}]),
    ("The officials have access to $9 million.", [{"measure": "access"}]),
    ("The journey cost taxpayers $9,000.", [{"measure": "journey"}]),
    (
        "The road will cost $9 million, with Oslo paying $2 million.",
        [{"measure": "road"}, {"measure": "road"}],
    ),
    ("Export licences earned the country $9 million.", [{"measure": "Export licences"}]),
    ("They signed agreements worth a combined $9 million.", [{"measure": "agreements"}]),
    ("The bank opened lines of credit worth $9 million.", [{"measure": "lines of credit"}]),
    ("They bought 40 buses from a maker in Brno for $9 million.", [{"measure": "buses"}]),
    ("The label generated $9 million in revenue.", [{"measure": "revenue"}]),
    (
        # the measure and the bound of 'the one'; the time of another verb
        "The dam is estimated at $9 million, and the one in the north at $5 million.",
        [{"measure": "dam", "bound": "approx"}, {"measure": "dam", "bound": "approx"}],
    ),
    (
        "A bridge, estimated to cost $9 million, will be ready in 2027.",
        [{"measure": "bridge", "period": None}],
    ),
    # a list that leaves out the verb
    (
        "Oslo pledged $3 million, Rome $2 million and Paris $1 million for clinics.",
        [{"measure": "clinics"}, {"measure": "clinics"}, {"measure": "clinics"}],
    ),
    # what belongs to the noun
    (
        "The capacity of the country's arms industry stands at $9 billion.",
        [{"measure": "capacity of the country's arms industry"}],
    ),
    ("The tariff on most cheeses is $9.", [{"measure": "tariff on most cheeses"}]),
    (
        "Total trade between the two countries reached $9 million.",
        [{"measure": "Total trade between the two countries"}],
    ),
    (
        "Sales from Peru to Chile came to $9 million.",
        [{"measure": "Sales from Peru to Chile", "flow": "exports"}],
    ),
    (
        "A follow-up project, budgeted at $9 million, begins soon.",
        [{"measure": "follow-up project"}],
    ),
    # whatever the verb, the subject of 'collapsed to' and 'peaked at' has the size
    ("Shrimp sales collapsed to $9 million.", [{"measure": "Shrimp sales"}]),
    ("The order book peaked at $9 million.", [{"measure": "order book"}]),
    ("Pensions swallow $9 million a year.", [{"measure": "Pensions"}]),
    (
        "The value of the harvest will fall by a tenth, or $9 million.",
        [{"measure": "harvest"}],
    ),
    # who earns is no measure, what earns is one
    ("Ferry drivers earned $9,000 a month, with teachers on less.", [{"measure": None}]),
    # 'which' stands for what is counted, not for the place beside it
    (
        "They will share the cost of a new ferry port at Belukha, which is expected to reach "
        "$9 million.",
        [{"measure": "cost of a new ferry port"}],
    ),
    (
        "They discussed a dam between Osh and Naryn, which is expected to cost $9 million.",
        [{"measure": "dam"}],
    ),
    (
        "She spoke of grants, a sum the ministry put at $9 million.",
        [{"measure": "grants"}],
    ),
    (
        "Oslo has a share in the port, the total cost of which is put at $9 million.",
        [{"measure": "total cost"}],
    ),
    # a part that is named
    (
        "Trade hit $9 million, of which imports from Chad made up $2 million.",
        [{"measure": "Trade"}, {"measure": "imports from Chad", "flow": "imports"}],
    ),
    # the object of a verb that sets a price, before or behind the amount
    (
        'He put the cost of the delay at "somewhere between 9 and 10 million euros".',
        [{"measure": "cost of the delay"}],
    ),
    ("We would order 15 trains at $9 million apiece.", [{"measure": "trains"}]),
    (
        "Oslo is to double to $9 million its farm loan programme.",
        [{"measure": "farm loan programme"}],
    ),
    (
        "Rome raised ticket prices by $2 to an all-time high of $9.",
        [{"measure": "ticket prices"}, {"measure": "ticket prices"}],
    ),
    ("Trade with Chad set a record of $9 million.", [{"measure": "Trade with Chad"}]),
    # in apposition
    ("The loan for the bridge, some $9 million, is late.", [{"measure": "loan"}]),
    (
        "Domestic borrowing, at $9 million last year, was too high.",
        [{"measure": "Domestic borrowing"}],
    ),
    (
        "The three-year credit, in the amount of $9 million, was approved.",
        [{"measure": "three-year credit"}],
    ),
    ("The airline left debts in excess of $9 million.", [{"measure": "debts", "bound": "min"}]),
    ("The fee is to be paid in four instalments of $9 million.", [{"measure": "instalments"}]),
    # what the money goes into
    (
        "Norway will pay $9 million into Brazil's Green Forest Fund.",
        [{"measure": "Green Forest Fund"}],
    ),
    ("Norway gave $9 million to the World Grain Fund (WGF).", [{"measure": None}]),
    (
        "Canada will give $9 million over five years to the regional lakes programme.",
        [{"measure": "regional lakes programme"}],
    ),
    (
        "Japan will lend 9 billion yen, equal to some $60 million, in development aid.",
        [{"measure": "development aid"}, {"measure": "development aid"}],
    ),
    ("India will release $9 million as the second tranche.", [{"measure": "second tranche"}]),
    ("Some $9 million will be raised through bonds.", [{"measure": "bonds"}]),
    # ... not why it is needed
    ("Chad needs $9 million to repair schools.", [{"measure": None}]),
    # what it is paid for, where that is no plain unit
    ("Boats will pay $85 per tonne caught.", [{"measure": "tonne caught", "per": "tonne"}]),
    ("Boats will pay $85 per tonne.", [{"measure": None, "per": "tonne"}]),
    (
        "The price of cattle was agreed at $9 per kilogram live weight.",
        [{"measure": "price of cattle"}],
    ),
    ("Chad called the $13 per tonne subsidy too low.", [{"measure": "subsidy"}]),
    ("He bought 3 mln shares at $9 each.", [{"measure": "shares"}]),
    # no verb parts two amounts: they share what they are of
    (
        "Oslo will pay a bonus of $9,000 to nurses and $2,000 to drivers.",
        [{"measure": "bonus"}, {"measure": "bonus"}],
    ),
    (
        "Chad got $9 million in fines, and $2 million was given back.",
        [{"measure": "fines"}, {"measure": None}],
    ),
    ("A fee of 150 shekels will be charged, about $40.", [{"measure": "fee"}, {"measure": "fee"}]),
    (
        "A dose costs $9, against $2 for the old shot.",
        [{"measure": "dose"}, {"measure": "old shot"}],
    ),
    # a loan that is lent, an agreement that has a value
    ("They signed a loan agreement worth $9 million.", [{"measure": "loan agreement"}]),
    ("They bought the Harbour office tower for $9 million.", [{"measure": "Harbour office tower"}]),
    (
        "It gave $9 million for maize meal, pulses and cooking oil.",
        [{"measure": "maize meal, pulses and cooking oil"}],
    ),
    # a capital for its place alone makes no name
    ("Freight from the coast costs $9 a ton.", [{"measure": "Freight"}]),
    (
        "It gave $9 million in Macro-Financial Assistance.",
        [{"measure": "Macro-Financial Assistance"}],
    ),
    # 'up to' leads from no noun to an amount
    (
        "It signed an agreement to lend Palau up to $9 million for a desalination plant.",
        [{"measure": "desalination plant"}],
    ),
    (
        "The states will cover the cost of a new fence, estimated at $9 million.",
        [{"measure": "cost of a new fence"}],
    ),
    ("The boat is to be delivered soon at a cost of $9 million.", [{"measure": "boat"}]),
    ("The Petroleum Fund, now worth $9 million, may run dry.", [{"measure": "Petroleum Fund"}]),
    (
        "Oslo will pay $9 million for a patrol boat and a coastal radar.",
        [{"measure": "patrol boat and a coastal radar"}],
    ),
    (
        "Exports amounted to $9 million and imports from Chad to $2 million.",
        [{"measure": "Exports"}, {"measure": "imports from Chad", "flow": "imports"}],
    ),
    ("The party spent $9 million compensating farmers.", [{"measure": "compensating farmers"}]),
    (
        "The bank gave $9 million to the Population Fund (UPF) for village clinics.",
        [{"measure": "village clinics"}],
    ),
    ("Chad invested $9 million in the laser company Lumetta.", [{"measure": "laser company"}]),
    (
        "They carried letters of intent that officials say could be worth $9 million.",
        [{"measure": "letters of intent"}],
    ),
    (
        "Of the $9 million needed by Chad, $2 million have come.",
        [{"measure": "needed by Chad"}, {"measure": "needed by Chad"}],
    ),
    ("Uruguay shipped beef worth $9 million.", [{"measure": "beef", "flow": "exports"}]),
    ("EU-Chad trade in goods totalled $9 million.", [{"measure": "EU-Chad trade in goods"}]),
    # the text breaks off
    ("Oslo has also invested $9 million in", [{"measure": None}]),
    ("Boats will pay $85 per tonne", [{"measure": None}]),
    # no measure: a currency, a committee's name, someone who only acts
    ("The budget committee approved $9 million.", [{"measure": None}]),
    # no bound
    ("It must pay $9 million plus interest.", [{"bound": None}]),
    ("Minister accused of waste over $9 million sale", [{"bound": None}]),
    ("They handed over $9 million.", [{"bound": None}]),
    ("Under the $9 million deal, Oslo builds two ships.", [{"bound": None}]),
    ("Losses added up to $9 million.", [{"bound": None}]),
    ("The levy is $9, more than the $8 of last year.", [{}, {"bound": None}]),
    ("Debts have crossed $9 million.", [{"bound": "min"}]),
    # 'for' says of which time a budget is
    ("They approved a budget of $9 million for 2023.", [{"period": YEAR_2023}]),
    (
        "The bank issued bonds worth $9 million in the first quarter of 2024.",
        [{"period": "2024-01-01..2024-03-31"}],
    ),
    ("A loan of $9 million, requested in March, is under study.", [{"period": None}]),
    ("Chad took in $9 million in April.", [{"period": "2024-04-01..2024-04-30"}]),
    # ... but not what is still to come, what stands now, or what is only compared
    ("Chad needs $9 million over the next four months.", [{"period": None}]),
    (
        "A turnover of $9 million is the aim for 2026, and it now stands at $6 million.",
        [{"period": "2026-01-01..2026-12-31"}, {"period": None}],
    ),
    ("A crate costs $9, double the 2019 rate.", [{"period": None}]),
    ("The aid is worth $9 million, more than last year's $4 million.", [{"period": None}, {}]),
    (
        "Output is put at $9 million this year, equal to $4,650 per head.",
        [{"period": "2024-01-01..2024-12-31"}, {"period": "2024-01-01..2024-12-31"}],
    ),
    # one account, one time
    (
        "Output was $9 million in 2023, leaving a deficit of $2 million.",
        [{"period": YEAR_2023}, {"period": YEAR_2023}],
    ),
    (
        "Output was $9 million in 2023, and Oslo pledged $2 million.",
        [{"period": YEAR_2023}, {"period": None}],
    ),
    (
        "Chad took in $9 million in taxes in 2023, $2 million more than planned.",
        [{"period": YEAR_2023}, {"period": YEAR_2023}],
    ),
    (
        "Chad took in $9 million from taxes and $2 million from fines in 2023.",
        [{"period": YEAR_2023}, {"period": YEAR_2023}],
    ),
    (
        "Imports came to $9 million in 2023, up from nearly $8 million a year ago.",
        [{"period": YEAR_2023}, {"period": "2022-01-01..2022-12-31"}],
    ),
    ("Reserves shrank by $9 million in June.", [{"period": "2023-06-01..2023-06-30"}]),
    (
        "Profit fell to $9 million in the year to March from $11 million.",
        [{"period": "2023-04-01..2024-03-31"}, {"period": "2022-04-01..2023-03-31"}],
    ),
    (
        "Chad raised $9 million in 2023, against a target of $12 million.",
        [{"period": YEAR_2023}, {"period": YEAR_2023}],
    ),
    (
        "Sales were $8 million and $9 million in 2022 and 2023, respectively.",
        [{"period": "2022-01-01..2022-12-31"}, {"period": YEAR_2023}],
    ),
    (
        "The firm posted first-quarter income of $9 million.",
        [{"period": "2024-01-01..2024-03-31"}],
    ),
    (
        "Boats earned $9 million in 2023, an average of $800 per trip.",
        [{"period": YEAR_2023}, {"period": YEAR_2023}],
    ),
    (
        "The fund collected $9 million in January and February, and fees alone brought $4 million.",
        [{"period": "2024-01-01..2024-02-29"}, {"period": "2024-01-01..2024-02-29"}],
    ),
    ("Debt stood at $9 million on March 31.", [{"period": "2024-03-31..2024-03-31"}]),
    ("Workers sent home $9 million in March.", [{"period": "2024-03-01..2024-03-31"}]),
    (
        "Chad spent $9 million on mending roads in January-March.",
        [{"period": "2024-01-01..2024-03-31"}],
    ),
    (
        "Sales of $9 million in 2023 could reach $12 million in the coming years.",
        [{"period": YEAR_2023}, {"period": None}],
    ),
    ("Reserves climbed to $9 million in mid-March.", [{"period": None}]),
    (
        "Exports to Chad came to $9 million in 2023, up from $8 million in 2022.\n\nImports from "
        "there came to $4 million.",
        [
            {"flow": "exports", "period": YEAR_2023},
            {"period": "2022-01-01..2022-12-31"},
            {"flow": "imports", "period": YEAR_2023},
        ],
    ),
    (
        "Exports rose to $9 million in the first quarter.\n\nSales to Chad fell to $3 million from "
        "$4 million a year earlier.",
        [
            {"period": "2024-01-01..2024-03-31"},
            {"flow": "exports", "period": "2024-01-01..2024-03-31"},
            {"period": "2023-01-01..2023-03-31"},
        ],
    ),
    (
        "In 2022 it was $4 million, in 2023 it was $5 million.",
        [{"period": "2022-01-01..2022-12-31"}, {"period": YEAR_2023}],
    ),
    ("Over the first two months, trade was $9 million.", [{"period": "2024-01-01..2024-02-29"}]),
    (
        "Trade for 2023 was $3 million, and the goal is $5 million by 2028.",
        [{"period": YEAR_2023}, {"period": None}],
    ),
    (
        "In 2023 Bonn gave $6 million, bringing the total to $9 million.",
        [{"period": YEAR_2023}, {"period": None}],
    ),
    (
        "In 2023 exports were $6 million and imports $2 million. The surplus came to $4 million.",
        [{"period": YEAR_2023}, {"period": YEAR_2023}, {"period": YEAR_2023}],
    ),
    # which way goods went
    ("Ghana shipped cocoa valued at $9 million to Peru in 2023.", [{"flow": "exports"}]),
    ("Chile bought $9 million worth of Peruvian fruit in 2023.", [{"flow": "imports"}]),
    (
        "Chile sold Peru $9 million worth of wine in 2023 and bought $4 million.",
        [{"flow": "exports"}, {"flow": "imports"}],
    ),
    ("Kenya bought the hotel for $9 million.", [{"flow": None}]),
    ("Poland's shipments earned $9 million.", [{"flow": "exports"}]),
    ("Boats made $9 million in sales abroad.", [{"flow": "exports"}]),
    (
        "Of this, export made $9 million, import – $4 million.",
        [{"flow": "exports"}, {"flow": "imports"}],
    ),
    ("The dues to the Export-Import Bank were $9 million.", [{"flow": None}]),
    ("The bank opened a trade line of $9 million.", [{"flow": None}]),
    (
        "Oil trade was $9 million in 2023, with exports put at $4 million, and they are aiming for "
        "$12 million.",
        [{"flow": "total"}, {"flow": "exports"}, {"flow": "total"}],
    ),
    # bounds of verbs
    ("The war cost Oman $9 billion-plus.", [{"bound": "min"}]),
    ("Oil has passed $90 a barrel.", [{"bound": "min"}]),
    ("Oman has passed a $9 million budget.", [{"bound": None}]),
    ("Sales are expected to top $9 million.", [{"bound": "min"}]),
    ("Sales did not reach $9 million.", [{"bound": "max"}]),
    ("They were kept in the dark about $9 million.", [{"bound": None}]),
    ("She estimated the cost at between $4 million and $5 million.", [{"bound": "approx"}]),
    # the time of an act is no period
    ("Losses ran to $9 million after the 2022 floods.", [{"period": None}]),
    ("It cost $9 million because of the storm of January 2023.", [{"period": None}]),
    ("The boat, bought for $9 million in 2019, has sunk.", [{"period": None}]),
    ("The museum bought the painting for $9 million in 2019.", [{"period": None}]),
    ("They will sail once the $9 million pier opens in 2029.", [{"period": None}]),
    ("The ministry will pay $9 million in July.", [{"period": None}]),
    ("It built a school, worth $9 million, as early as last year.", [{"period": None}]),
    ("Gold touched a record $2,450 in February.", [{"period": None}]),
    (
        "Profit rose to $9 million in 2023 and it will spend $4 million on a depot.",
        [{"period": YEAR_2023}, {"period": None}],
    ),
    ("The levy, introduced in January, amounts to $9.", [{"period": None}]),
    ("The office reported last month that it had raised $9 million.", [{"period": None}]),
    ("The ministry in March raised the fee from $8 to $9.", [{"period": None}, {"period": None}]),
    ("It was told to pay $9 million for seizing a mine in 2011.", [{"period": None}]),
    # of the sentence before
    (
        "Trade reached $9 million in 2023. Exports rose by 3% to $5 million.",
        [{"period": YEAR_2023}, {"period": YEAR_2023}],
    ),
    (
        "Exports came to $9 million in 2023. Oil accounted for $5 million of that amount.",
        [{"period": YEAR_2023}, {"period": YEAR_2023, "flow": "exports"}],
    ),
]


def _row(figure: Any) -> dict[str, Any]:
    period, change = figure.period, figure.change
    row = {
        "measure": figure.measure,
        "flow": figure.flow,
        "period": period and f"{period.start}..{period.end}",
        "per": figure.per,
        "parent": figure.parent,
        "change": change and f"{'+' if change.direction == 'up' else '-'}{change.percent}%",
        "bound": None if figure.bound == "exact" else figure.bound,
    }
    return {key: value for key, value in row.items() if value is not None}


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=range(len(ROWS)))
def test_what_is_said_of_an_amount(
    extractor: Extractor, text: str, expected: list[dict[str, Any]]
) -> None:
    record = extractor.extract(text, published=PUBLISHED)
    found = [_row(figure) for figure in record.figures]
    named = [{key: row.get(key) for key in want} for row, want in zip(found, expected, strict=True)]
    assert named == expected


CURRENCIES = [
    ("Kenya will pay 22 billion shillings for the road.", "KES", "sentence_country"),
    ("Chad wants 48 billion CFA francs.", "XAF", "sentence_country"),
    ("It costs 5 million Swiss francs. Each pays 1,100 francs.", "CHF", "earlier_mention"),
    ("Nobody has 5 million francs.", None, None),
    ("It cost 5 million pounds.", "GBP", "usual"),
    ("In Cairo, Egypt's minister said it cost 5 million pounds.", "EGP", "sentence_country"),
    ("It cost 18 million NZ dollars. The rest is 2 million dollars.", "NZD", "earlier_mention"),
    ("(All figures in Canadian dollars) It cost $5 million.", "CAD", "notice"),
    ("Fiji has spent 5 million local dollars.", "FJD", "sentence_country"),
    ("Australia paid $5 million.", "USD", "dollar_default"),
    # '$' in home news that says which dollar it means
    (
        "OTTAWA -- The bridge will cost $3 billion. Ore fell to US$98. It cost $5.",
        "CAD",
        "home_country",
    ),
    (
        "SUVA, Fiji - The Fijian dollar is stable. Roads will take $4.9 million.",
        "FJD",
        "home_country",
    ),
    ("WINDHOEK, Namibia - The Bank of Namibia holds $5 million.", "NAD", "home_country"),
    ("WELLINGTON - The ship costs 8 million NZ dollars ($5 million).", "USD", "dollar_default"),
    (
        "CANBERRA (Reuters) - The wharf costs A$8 million. It is $5 million dearer.",
        "USD",
        "dollar_default",
    ),
    ("The wharf in Oamaru costs NZ$8 million. It is $5 million dearer.", "NZD", "home_country"),
    ("The dam takes $4 billion in Zimbabwean dollars.", "ZWL", None),
    ("SANTIAGO, Chile - The least wage is $460,000 pesos.", "CLP", "dateline_country"),
    # '$' in news that is filed at home and names nobody who counts in US dollars
    (
        "WELLINGTON - Families get a rebate of $60, Ann Hay said.",
        "NZD",
        "home_country",
    ),
    ("SUVA - The World Bank lends Fiji $60 million.", "USD", "dollar_default"),
    ("WELLINGTON (Reuters) - Families get a rebate of $60.", "USD", "dollar_default"),
    (
        "Korea pledged $1 million. Australia offered 2 million Australian dollars. Will Australia "
        "add $3 million?",
        "USD",
        "dollar_default",
    ),
    (
        "GEORGETOWN - Judges get G$91,000 a month. Pensioners get $36,000.",
        "GYD",
        "home_country",
    ),
    # cents
    ("In Gauteng petrol fell by 92c a litre.", "ZAR", "article_country"),
    ("Growers at Mtwara earned Sh4,120 a kilo.", "TZS", "article_country"),
    ("DUBLIN - Diesel rose by 5 cents a litre.", "EUR", "dateline_country"),
    ("The board of the Dubai firm paid a dividend of 14 fils.", "AED", "article_country"),
    # letters that several countries use
    ("The pula fell. A cow costs P3,500.", "BWP", None),
    ("Nepal sold power to India for INR7.24 (Rs11.58).", "NPR", "article_country"),
    ("Nepal's dams paid off. Nepal sold India power for Rs5 billion.", "NPR", "article_country"),
    ("He was fined Sh40,000 in Nairobi.", "KES", "sentence_country"),
    # an office abroad
    (
        "ABIDJAN, Ivory Coast - Cameroon and Chad get a road. It costs 5 billion CFA francs.",
        "XAF",
        "article_country",
    ),
    # the money of the day
    ("BISHKEK, May 4 - Migrants pay 5,000 rubles.", "RUB", "usual"),
    ("Traders in Lahore said sugar cost Rs 140 a kilo.", "PKR", "article_country"),
    ("A flat in Casablanca sells for 1.2 million dirhams.", "MAD", "article_country"),
    ("The mill at Bobo-Dioulasso cost 12 billion CFA francs.", "XOF", "article_country"),
    ("It is sold in Lahore and Mumbai at Rs 140 a kilo.", "INR", "usual"),
    ("John Lagos paid 12 million pesos.", None, None),
    ("WARSAW, May 4, 1987 - Poland owes 40 billion zlotys.", "PLZ", "day"),
    ("LUSAKA, May 4, 2011 - Zambia owes 40 billion kwacha.", "ZMK", "dateline_country"),
]


@pytest.mark.parametrize(("text", "code", "inferred"), CURRENCIES)
def test_which_currency(
    extractor: Extractor, text: str, code: str | None, inferred: str | None
) -> None:
    figure = extractor.extract(text).figures[-1]
    assert (figure.currency, figure.evidence.inferred.get("currency")) == (code, inferred)


@pytest.mark.parametrize(("firm", "amount"), [("Dubai", "0.14"), ("Kuwaiti", "0.014")])
def test_fils(extractor: Extractor, firm: str, amount: str) -> None:
    (figure,) = extractor.extract(f"The {firm} firm paid a dividend of 14 fils.").figures
    assert str(figure.amount) == amount


def test_giver_and_receiver(extractor: Extractor) -> None:
    record = extractor.extract("Japan will provide Ukraine with a grant of 15.8 billion yen.")
    names = {participant.id: participant.name for participant in record.participants}
    (figure,) = record.figures
    assert names.get(figure.giver or "") == "Japan"
    assert names.get(figure.receiver or "") == "Ukraine"


@pytest.mark.parametrize(
    ("exports", "codes"), [("$1.5 billion", []), ("$1.2 billion", ["sum_disagrees"])]
)
def test_parts_add_up(extractor: Extractor, exports: str, codes: list[str]) -> None:
    text = f"Trade turnover was $1.8 billion (exports: {exports}, imports: $384.3 million)."
    assert [note.code for note in extractor.extract(text).warnings] == codes
