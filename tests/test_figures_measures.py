"""What an amount is of, one way of saying it after the other."""

from __future__ import annotations

import pytest

from newsextract import Extractor

MEASURES = [
    # the subject by the order of words, where the parse goes astray
    ("A kilo of tomatoes was going for 900 naira in Lagos.", ["kilo of tomatoes"]),
    ("In Omdurman a sack of onions changes hands for 70 pounds.", ["sack of onions"]),
    ("Growers will get water rebates amounting to nearly 4 million pesos.", ["water rebates"]),
    (
        "He said that the orders booked at the “Wings” air show alone were worth $9 billion.",
        ["orders"],
    ),
    ("The Bay of Islands cable deal is worth $50 million.", ["Bay of Islands cable deal"]),
    # whose cost, whose value it is
    ("The two sides discussed a dam, the cost of which is put at $900 million.", ["dam"]),
    (
        "They toured the cement plant near Kribi, the value of which is put at $90 million.",
        ["cement plant"],
    ),
    ("He praised the new bridge (the price is 30 million euros).", ["new bridge"]),
    ("The deal gave the airline a market value of $3 billion.", ["market value"]),
    # what belongs to the noun
    ("Shares in the brewer closed at 12.40 pounds.", ["Shares in the brewer"]),
    ("Outlays on school meals stood at $4 million.", ["Outlays on school meals"]),
    ("The licence for a food stall will cost 2,000 baht.", ["licence for a food stall"]),
    (
        "Its contribution to the relief fund came to $2 million.",
        ["contribution to the relief fund"],
    ),
    ("A $5 million gap in funding remains.", ["gap in funding"]),
    # the time of an account is no part of its name; the term of a contract is
    ("The June bond auction raised $9 million.", ["bond auction"]),
    ("Q4 revenue came in at $9 million.", ["revenue"]),
    # what was foreseen, and what one of a list brought
    ("Sales were $9 million, missing the $10 million analysts had expected.", ["Sales"] * 2),
    (
        "Beef brought in $9 million, poultry $4 million and rice $2 million.",
        ["Beef", "poultry", "rice"],
    ),
    # a report goes on with what it is of
    (
        "Exports came to $9 million in January. Peru was the main buyer with $2 million.",
        ["Exports"] * 2,
    ),
    ("Trade among members came to $9 million.", ["Trade among members"]),
    ("The bank posted a nine-month profit of 400 million kroner.", ["profit"]),
    ("The firm has signed a five-year contract worth $2 billion.", ["five-year contract"]),
    ("Military aid last year exceeded $4 million.", ["Military aid"]),
    # behind the amount
    ("Lawmakers approved 30 million lei to repay the gas debt.", ["gas debt"]),
    ("Norway pledged $30 million to train teachers.", [None]),
    ("Two million dollars' worth of medical supplies arrived.", ["medical supplies"]),
    ("The bank will offer jobless workers loans of up to $2,000.", ["loans"]),
    # price lists, and prices of units
    ("Coffee, 250 g - 90 dinars; sugar, 1 kg - 105 dinars.", ["Coffee", "sugar"]),
    ("Farmers get 300 francs a kilo.", ["kilo"]),
    ("Drivers get $400 a month.", [None]),
    ("The press made a loss of $5 million, or $3 a share.", ["loss", "loss"]),
    # a list that leaves out its verb
    (
        "Sales rose 5 percent to $9 million and imports 1.4-fold to $4 million.",
        ["Sales", "imports"],
    ),
    (
        "Income was up 5 percent at $9 million, with excise duties down 2 percent at $4 million.",
        ["Income", "excise duties"],
    ),
    (
        "Purchases of tea totalled $9 million, those of cut roses $4 million and of nuts nearly "
        "$2 million.",
        ["Purchases of tea", "cut roses", "nuts"],
    ),
    (
        "They raised the price of petrol by $1 to $9 and that of diesel by $2 to $8.",
        ["price of petrol", "price of petrol", "diesel", "diesel"],
    ),
    ("Bread costs 9 lei and a litre of milk 7 lei.", ["Bread", "milk"]),
    ("Oslo gave $9 million and Rome $4 million for clinics.", ["clinics"] * 2),
    ("Tor Motor reported a 9% rise in first-half sales to $9 million.", ["sales"]),
    # those who seek, and those who give, too
    ("The firm won $9 million in damages. It had sought $12 million.", ["damages"] * 2),
    ("Oslo pledged $9 million in aid. Rome promised $4 million.", ["aid"] * 2),
    ("Oslo paid $9 million for a yacht. Rome offered $4 million.", ["yacht", None]),
    # a range, and what an amount is held against
    (
        "The average wage was $900 in May, ranging from $400 in farming to $2,000 in banking.",
        ["average wage"] * 3,
    ),
    ("Sales came to $9 million, up from an earlier estimate of $8 million.", ["Sales"] * 2),
    ("Sales gained 5 pct to $9 million.", ["Sales"]),
    # of what it is the price, as far as nothing else is said
    ("Growers get $9 per kilogram of plums.", ["plums"]),
    ("They cut the export price to $9 per kilogram of plums.", ["export price"]),
    ("Farmers will get a 300-crown-a-hectare bonus.", ["bonus"]),
    ("At the market a dollar goes for 90 roubles.", ["dollar"]),
    ("The firm raised $9 million for a mine, valuing it at $90 million.", ["mine", None]),
    ("Its chairman, Jan Bo, said that overdue fees amount to $9 million.", ["overdue fees"]),
    (
        "A loan for the dam, the first instalment of which, $9 million, has come, was signed.",
        ["first instalment"],
    ),
    ("They completed the repair of a pier, spending $9 million.", ["repair of a pier"]),
    ("They will restore the canal, in which a bank is to invest $9 million.", ["canal"]),
    ("Oslo will give $9 million under the Blue Coast Programme.", ["Blue Coast Programme"]),
    ("The ministry released $9 million as the federal share.", ["federal share"]),
    ("Income was $9 million, including $4 million from gas sales.", ["Income", "gas sales"]),
    ("Profit after tax rose to $9 million.", ["Profit after tax"]),
    ("Profit of carmaker Tor Motor rose to $9 million.", ["Profit"]),
    ("They reported a record profit of $9 million.", ["profit"]),
    ("He thanked Oslo for its aid to schools, worth $9 million.", ["aid to schools"]),
    (
        "Shipments of ores came to $9 million, while those of timber came to $4 million.",
        ["Shipments of ores", "timber"],
    ),
    # an antecedent, whatever stands between
    (
        "The trade volume of Chad and Niger, which leaders want to lift to $5 million, is small.",
        ["trade volume"],
    ),
    ("He sold the hotel in Bath that his father had bought for $2 million.", ["hotel"]),
    (
        "They want a new port, for which the builder had asked no less than £71 million.",
        ["new port"],
    ),
    ("Deposits, which are guaranteed up to $9,000, are safe.", ["Deposits"]),
    # objects of trade
    (
        "The council approved the purchase of a cargo of natural gas from Vega for $54 million.",
        ["cargo of natural gas"],
    ),
    (
        "Customs officers have seized gold bars and rough diamonds worth $2 million.",
        ["gold bars and rough diamonds"],
    ),
    ("Angola bought chicken, sugar and tyres for $6 million.", ["chicken, sugar and tyres"]),
    ("Constructing a new terminal would cost $40 million.", ["new terminal"]),
    ("Training nurses would cost $40 million.", ["Training nurses"]),
    ("Norway will contribute $5 million to the repair scheme.", ["repair scheme"]),
    ("The state received $5 million from royalties.", ["royalties"]),
    ("The state received $5 million from donors.", [None]),
    ("The price per barrel should not exceed $60.", ["price per barrel"]),
    ("The cost of repairing the dam was put at $4 million.", ["cost of repairing the dam"]),
    ("The debts fell to $4 million from a peak of $9 million.", ["debts", "debts"]),
    ("They gave help to the tune of $9 million.", ["help"]),
    ("The $30 million buyer's credit was signed.", ["buyer's credit"]),
    ("The trust fund will hold $40 million.", ["trust fund"]),
    ("They were fined $40 million for rigging bids.", [None]),
    (
        "Debt stands at 9 billion lei, of which 4 billion is owed to China.",
        ["Debt", "owed to China"],
    ),
    ("The first phase of the port, valued at $3 million, is late.", ["first phase of the port"]),
    ("The clinic, built at a cost of 3 million dollars, has 40 beds.", ["clinic"]),
    ("Its support for Moldova has come to 2 billion euros.", ["support for Moldova"]),
    ("Damage from the floods was put at $3 million.", ["Damage from the floods"]),
    (
        "The fund sold its stake in a shipyard, worth 96 million kroner, on Monday.",
        ["stake in a shipyard"],
    ),
    ("The ministry signed a contract for two ferries, worth $9 million.", ["contract"]),
    ("(1 euro=1.95 marka)", [None, None]),
    ("Last year the canal earned the state $4.9 million in tolls.", ["tolls"]),
    ("They will dig a tunnel with a price tag of $90 million.", ["tunnel"]),
    ("Operating profit slipped 4 percent to 310 million francs.", ["Operating profit"]),
    ("Petrol now sells at 1,030 naira a litre.", ["Petrol"]),
    ("ROME - Bread that cost 2 euros in April is scarce.", ["Bread"]),
    # parts of a whole, prices of names, joined nouns, complements of nouns for money
    (
        "Fiji's trade with the Republic of Korea reached $90 million.",
        ["trade with the Republic of Korea"],
    ),
    (
        "Overall trade between Chad and Niger came to $5 million.",
        ["Overall trade between Chad and Niger"],
    ),
    ("Bilateral trade between Chad and Niger came to $5 million.", ["Bilateral trade"]),
    ("Deposits held by private banks fell to $5 million.", ["Deposits held by private banks"]),
    ("Outlay per pupil by rural schools rose to $900.", ["Outlay per pupil by rural schools"]),
    ("The oil and gas revenues fell to $4 billion.", ["oil and gas revenues"]),
    (
        "Jordan's tobacco, tea and coffee imports reached $80 million.",
        ["tobacco, tea and coffee imports"],
    ),
    ("Its bonds and bills rose to $3 billion.", ["bonds and bills"]),
    (
        "The council approved grants of $9 million, including $5 million for "
        "village schools and $2 million for the ferry.",
        ["grants", "grants", "grants"],
    ),
    (
        "Norway gave $9 million in food aid. Of this, $5 million will go to "
        "Chad, $3 million to Mali and $1 million to Togo.",
        ["food aid", "food aid", "food aid", "food aid"],
    ),
    (
        "Exports came to $9 million in 2022. The two sides want to lift them to $20 million.",
        ["Exports", "Exports"],
    ),
    ("Exports came to $9 million, which is $2 million less than in May.", ["Exports", "Exports"]),
    (
        "Remittances came to $9 million. March alone brought $4 million.",
        ["Remittances", "Remittances"],
    ),
    (
        "Pledges rose to $9 million. Japan was the biggest donor with $4 "
        "million, followed by Italy, $2 million.",
        ["Pledges", "Pledges", "Pledges"],
    ),
    ("Silver fell 20 cents, or 1 percent, to settle at $23.10 an ounce.", ["Silver", "Silver"]),
    ("Northern Star Crude lost $2.10 to $61.40.", ["Northern Star Crude", "Northern Star Crude"]),
    ("A Vermeer sold for $30 million.", ["Vermeer"]),
    ("The kwacha ended the day at K1,730 to the dollar.", ["dollar"]),
    ("The kwacha ended the day at K1,730 to the greenback.", ["greenback"]),
    ("The company raised $40 million in a share sale.", ["share sale"]),
    ("The bank raised $40 million in Lima.", [None]),
    ("Fisheries should bring in $40 million.", ["Fisheries"]),
    ("The yard won a $40 million order from Oslo.", ["order"]),
    (
        "They recorded net outflows from the bond market of $7 billion.",
        ["net outflows from the bond market"],
    ),
    ("The plant had been valued at only $7 million.", ["plant"]),
    (
        "Its exports accounted for $7 million and imports from Peru for $2 million.",
        ["exports", "imports from Peru"],
    ),
    ("The treaty raised the existing ceiling of $7 million.", ["ceiling"]),
    ("Consumers pay $7 per cubic metre.", [None]),
    # what raised money, what is in cash, moves to a new level, verbs that look like nouns
    (
        "Assets of credit unions increased $720 million in the week ended on "
        "Friday to $236 billion.",
        ["Assets of credit unions", "Assets of credit unions"],
    ),
    ("Officials found $30,000 in cash in the attic.", ["cash"]),
    ("The drive gathered 4 million kroner.", ["drive"]),
    ("The budget foresees revenues of 9 billion leva.", ["revenues"]),
    ("The move wiped $9 billion off its market value.", ["market value"]),
    ("The rebels wanted a ransom of $5 million but settled for $1 million.", ["ransom", "ransom"]),
    (
        "The ministry put the cost of repairing the dam at $9 million.",
        ["cost of repairing the dam"],
    ),
    ("The price for the second quarter will be $500.", ["price"]),
    ("The bank's provision for bad loans came to 9 million rand.", ["provision for bad loans"]),
    ("About $9 million in company losses may have gone unseen.", ["company losses"]),
    ("The peso was devalued to 800 per dollar.", ["dollar"]),
    # forecasts and shares of what, the number of an antecedent, lists without a verb, units of size
    ("Kenya has raised $2.6 billion in a two-part Eurobond.", ["two-part Eurobond"]),
    ("Revenue came to $9 million, ahead of the $8 million forecast.", ["Revenue", "Revenue"]),
    ("The average estimate of operating profit was $9 million.", ["operating profit"]),
    ("The share of imports was $9 million.", ["imports"]),
    ("The German share of the costs is $9 million.", ["German share of the costs"]),
    ("Profit before tax rose to $9 million.", ["Profit before tax"]),
    ("They set aside $9 million for lending to banks.", ["lending to banks"]),
    (
        "The bank took note of the grant to poor states, which amounts to $9 million.",
        ["grant to poor states"],
    ),
    ("A 90 sq ft kiosk sold for $9,000.", ["kiosk"]),
    ("About $9 million of the debt matures in May.", ["debt"]),
    ("The crown lender will extend grant aid of $9 million.", ["grant aid"]),
    (
        "Tea earned the country $9 million, coffee $7 million and flowers a record $2 million.",
        ["Tea", "coffee", "flowers"],
    ),
    ("The bailout of the lender cost taxpayers $9 million.", ["bailout of the lender"]),
    ("A consignment of rifles worth $9 million was stopped.", ["consignment of rifles"]),
    ("The court froze accounts holding $9 million.", ["accounts"]),
    # parts of the sum before, prices before their thing, antecedents of verbs that move
    ("Growers pay 900 pesos a tonne for seed, the equivalent of $45.", ["seed", "seed"]),
    ("Donors pledged $9 million in aid, but the agency has got only $2 million.", ["aid", "aid"]),
    ("Some $9 million in aid was promised, and barely $2 million has been paid.", ["aid", "aid"]),
    (
        "The bank will release a tranche of $9 million. Accra got an initial $2 million in May.",
        ["tranche", "tranche"],
    ),
    ("At $9 million, the acquisition is its largest.", ["acquisition"]),
    ("It was the price, $9 million, that put them off.", ["price"]),
    ("Tea exports, which peaked at $9 million, have halved.", ["Tea exports"]),
    ("A pound of butter fetched $2.40.", ["pound of butter"]),
    ("The note was sold in Oslo, bringing in $9 million.", ["note"]),
    ("The port lost $9 million a month to theft.", [None]),
    ("They spent $9 million on pumps, or $3 for every islander.", ["pumps", "pumps"]),
    # more prices, and who shares in a purpose
    ("Bitcoin jumped above $70,000 and then fell back to $67,300.", ["Bitcoin", "Bitcoin"]),
    (
        "Oslo is providing $9 million for the school and the government $2 million.",
        ["school", "school"],
    ),
    ("They sent a cargo of crude valued at $9 million.", ["cargo of crude"]),
    ("A day pass costs 14 francs.", ["day pass"]),
    ("They invested $9 million in the search for lithium.", ["search for lithium"]),
    # places behind what has a price, clauses that leave out their object
    ("The swap, of $9 million, was extended.", ["swap"]),
    ("Payments on the debt will come to $9 million.", ["Payments on the debt"]),
    ("Chad will waive $9 million in interest on a bridge loan.", ["interest on a bridge loan"]),
    ("The compensation fund holds $9 million.", ["compensation fund"]),
    ("The bank had financed five projects in the country for a total of $9 million.", ["projects"]),
    ("They built five clinics in the region worth $9 million.", ["clinics"]),
    ("Norway sold goods worth $9 million to Togo and bought just $2 million.", ["goods", "goods"]),
    ("The bridge, whose price was given as $9 million, is unfinished.", ["bridge"]),
]


@pytest.mark.parametrize(("text", "measures"), MEASURES)
def test_measures(extractor: Extractor, text: str, measures: list[str | None]) -> None:
    assert [figure.measure for figure in extractor.extract(text).figures] == measures
