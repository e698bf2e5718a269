"""Countries and bodies: which of them take part, and as what."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsextract import Extractor
from newsextract.lexicons.countries import country_name
from newsextract.lexicons.offices import body_words, honorifics, office_words
from newsextract.lexicons.organizations import body_phrases, known_bodies, seats


def parties(extractor: Extractor, text: str, kind: str) -> list[tuple[str, str | None]]:
    return [(p.name, p.country) for p in extractor.extract(text).participants if p.kind == kind]


COUNTRIES = [
    ("Kazakhstan and the UK will sign an agreement.", [("Kazakhstan", "KZ"), ("UK", "GB")]),
    # One country under several names; the fullest names it.
    (
        "The UK agreed. Britain will pay. The United Kingdom signed.",
        [("United Kingdom", "GB")],
    ),
    # Seats of government that act, sides and counterparts stand for the country.
    ("Astana said it would send troops.", [("Kazakhstan", "KZ")]),
    ("The talks took place in Astana on Monday.", []),
    ("The Swiss side pledged 100 million francs.", [("Switzerland", "CH")]),
    (
        "The Indonesian and Papua New Guinean governments agreed.",
        [("Indonesia", "ID"), ("Papua New Guinea", "PG")],
    ),
    # 'Korea' is the one that is named in full elsewhere; alone it is none.
    (
        "The Republic of Korea will pay. Korea agreed to sign.",
        [("Republic of Korea", "KR")],
    ),
    ("Korea agreed to sign.", []),
    # In passing: currencies, sanctions, places, capitals of others.
    ("The fee is 10 million U.S. dollars. U.S. sanctions remain.", []),
    ("The secretariat is based in Suva, the capital of Fiji.", []),
    ("In Britain, the contract fetched 341 pence.", []),
    ("New Mexico will pay for the bridge.", []),
    ("They met.\n\nThey discussed the crisis in Haiti and bananas from Ecuador.", []),
    ("Spain will rebuild schools in Peru.", [("Spain", "ES"), ("Peru", "PE")]),
    ("The delegation flies on to Fiji on Thursday.", []),
    ("They met.\n\nSales to Chile rose, and so did imports from Togo.", []),
    # A company's country is none that takes part.
    ("They met.\n\nThe mill went to Amber Trail Pte of Singapore.", []),
    ("They met.\n\nThe loan is covered by Austria's export credit agency Kontavia.", []),
    ("The police joined the Kenya-led mission.", []),
    ("They met.\n\nThe line will be built by Portugal's Vasco Dourado and miners.", []),
    ("They met.\n\nIt has mills in 14 countries, including Egypt and Togo.", []),
    ("They met.\n\nThree of them, all nationals of Mexico, left.", []),
    ("The bank's country director for Benin, Ann Lee, left.", []),
    # Who is another's counterpart, and both of two that act.
    (
        "Russian Foreign Minister Jan Novak met his Malaysian counterpart, Ann Lee.",
        [("Russia", "RU"), ("Malaysia", "MY")],
    ),
    (
        "LJUBLJANA - Slovenia and Oman signed an agreement waiving visas for holders of papers.",
        [("Slovenia", "SI"), ("Oman", "OM")],
    ),
    # What is done with a country, and what comes from it.
    ("Spain sent a note to Peru.", [("Spain", "ES"), ("Peru", "PE")]),
    ("The idea was dropped after objections from Hungary.", [("Hungary", "HU")]),
    # An enumeration takes part as its first country does.
    (
        "He thanked the governments of Japan, Peru and Norway.",
        [("Japan", "JP"), ("Peru", "PE"), ("Norway", "NO")],
    ),
    ("They met.\n\nOffices opened in Japan, Peru and Norway.", []),
    # A country acts by its organs, not by others that are called after it.
    ("They met.\n\nThe Chilean Senate agreed.", [("Chile", "CL")]),
    (
        "They met.\n\nThe Kenyan police and the Royal Navy of Oman helped.",
        [("Kenya", "KE"), ("Oman", "OM")],
    ),
    ("They met.\n\nThe Chilean Olive Association agreed.", []),
    ("They met.\n\nThe Reserve Bank of Fiji agreed.", []),
    ("They met.\n\nThe former Chilean minister Ana Soto wrote to Peru's largest bank.", []),
    ("They met.\n\nChile's second-largest airline objected.", []),
    ("They met.\n\nTwo women from Peru and bidders from Togo came.", []),
    # What a government's own agency calls it.
    (
        "Riyadh, February 3, 2025, SPA -- The Minister said the Kingdom would help.",
        [("Saudi Arabia", "SA")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COUNTRIES, ids=lambda value: str(value)[:40])
def test_countries(extractor: Extractor, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert parties(extractor, text, "country") == expected


BODIES = [
    ("Azerbaijan's State Customs Committee reported a rise.", [("State Customs Committee", "AZ")]),
    (
        "The Ministry of Foreign Affairs of Hungary said so.",
        [("Ministry of Foreign Affairs", "HU")],
    ),
    ("Tokyo's foreign ministry said so.", [("foreign ministry", "JP")]),
    # Names and abbreviations of international bodies; they have no country.
    (
        "The Asian Development Bank (ADB) approved a loan. The ADB estimates the savings.",
        [("Asian Development Bank", None)],
    ),
    (
        "The IMF will lend Kenya more. The International Monetary Fund agreed.",
        [("International Monetary Fund", None)],
    ),
    # An abbreviation that the text explains.
    (
        "The Department of Migrant Workers (DMW) said Thursday. DMW said they will be paid.",
        [("Department of Migrant Workers", None)],
    ),
    # Buildings that speak, spokesmen without a name.
    ("The Kremlin said it would wait.", [("Kremlin", "RU")]),
    ("A Foreign Office spokesman said so.", [("Foreign Office", "GB")]),
    # Explained companies.
    (
        "He accused a French mining company. The company, Sahel Orfevre, denied the claim.",
        [("Sahel Orfevre", "FR")],
    ),
    # Names that what stands beside them says to be bodies'.
    (
        "The Latvian laser company Lumenta opened a plant. Lumenta's shares rose.",
        [("Lumenta", "LV")],
    ),
    ("Denmark's Nordhavn would pay the rest.", [("Nordhavn", "DK")]),
    ("The TRIVA export credit agency will cover the loan.", [("TRIVA", None)]),
    ("The NGO Porto Claro counted the boats.", [("Porto Claro", None)]),
    ("The farmers' union Campo Vivo was less glad.", [("Campo Vivo", None)]),
    ("The RIA news agency reported the find.", []),
    # Missions abroad are called by the country; what is explained by an abbreviation is it.
    ("The Chinese embassy denied this.", [("Chinese embassy", "CN")]),
    ("The UN humanitarian affairs office, OCHA, said so.", [("OCHA", None)]),
    ("The Dock Workers' Union had not been asked.", [("Dock Workers' Union", None)]),
    # 'the Bank' is the one named before; its board is the bank.
    (
        "The Board of Directors of the Asian Development Bank lent more. The Bank's loans rose.",
        [("Asian Development Bank", None)],
    ),
    (
        "The Asian Development Bank lent more. The funds come from the Bank's reserve.",
        [("Asian Development Bank", None)],
    ),
    # A company's kind before its known name.
    ("The State Concern Turkmengaz will sell gas.", [("State Concern Turkmengaz", "TM")]),
    # A paper that is told something; a meeting; data of a ministry.
    ("She told The Irish Times so.", []),
    ("She invited him to the Grain Forum in May.", []),
    ("Exports rose, farm ministry data showed.", []),
    # A party on whose side somebody is.
    ("The Progress Party's trade critic, Ann Lee, left.", []),
    # A bank that another is named after, and its short name.
    (
        "The Export-Import Bank of Korea (Korea Eximbank) will lend. Korea Eximbank lent before.",
        [("Export-Import Bank of Korea", "KR")],
    ),
    (
        "Statistics Peru (SP) has counted.",
        [("Statistics Peru", "PE")],
    ),
    ("The opposition Farmers and Greens criticized the plan.", [("Farmers and Greens", None)]),
    (
        "TradeMark North Asia (TMNA) will pay for it.",
        [("TradeMark North Asia", None)],
    ),
    # Things that bodies agree on are none.
    ("The Free Trade Agreement (FTA) will cut tariffs.", []),
    # Where the name ends.
    (
        "The Kuwait Fund for Arab Economic Development and Jordan signed a loan.",
        [("Kuwait Fund for Arab Economic Development", "KW")],
    ),
    (
        "The Border Troops of Tajikistan's State Committee for National Security thanked them.",
        [("Border Troops", "TJ"), ("State Committee for National Security", "TJ")],
    ),
    (
        "The Indian Embassy in Kathmandu declined to comment.",
        [("Indian Embassy in Kathmandu", "IN")],
    ),
    ("Milk goes from Co Monaghan to Co Tyrone.", []),
    ("Toronto-based Orinda Gold Corp. appealed.", [("Orinda Gold Corp.", "CA")]),
    # Whose it is: one country's, or that of several.
    (
        "Taiwan's state-backed Baltic Technology Fund invested in lasers.",
        [("Baltic Technology Fund", "TW")],
    ),
    (
        "The German-Tunisian Chamber of Commerce counted 260 firms.",
        [("German-Tunisian Chamber of Commerce", None)],
    ),
    # A part of a known body is that body.
    (
        "The Board of the International Monetary Fund completed a review.",
        [("International Monetary Fund", None)],
    ),
    # Makers of figures.
    (
        "Figures from the Malian Statistical Service show a rise.",
        [("Malian Statistical Service", "ML")],
    ),
    # In passing.
    ("Peru was a member of the Security Council.", []),
    ("Scholarships at the University of Guyana will be paid.", []),
    ("Sources in the finance ministry said so.", []),
    # names that hold a possessive, an office's word, a place, a legal form
    ("The Danish People's Party backed the bill.", [("Danish People's Party", "DK")]),
    ("The Justice Ministry opened an inquiry.", [("Justice Ministry", None)]),
    ("The Karachi Metropolitan Police named two men.", [("Karachi Metropolitan Police", "PK")]),
    ("The Tonga Islands Police Force sent 200 officers.", [("Tonga Islands Police Force", "TO")]),
    ("Athletics Ghana welcomed the verdict.", [("Athletics Ghana", "GH")]),
    ("It hired the contractor Moorland Waste plc.", [("Moorland Waste plc", "GB")]),
    ("The firm Karmin a.s. will supply drones.", [("Karmin a.s.", "CZ")]),
    # who acts for a body, asks it, or pleads
    ("Judges at the Supreme Court ordered a count.", [("Supreme Court", None)]),
    (
        "The union called on the Ministry of Social Affairs to act.",
        [("Ministry of Social Affairs", None)],
    ),
    # landmarks, former ties: named in passing
    ("Ten men waited outside the Lisbon High Court.", []),
    ("They met in the hall of the Czech National Bank.", []),
    ("The clinic lies in a camp run by the Red Crescent Society.", []),
    ("He is an old boy of Government College Umuahia.", []),
    ("She sits on the board of the Vienna Chamber Opera.", []),
    # legal forms of two words and behind a comma; a body's noun that begins a name
    ("Sunbay Optics Co., Ltd. signed.", [("Sunbay Optics Co., Ltd.", None)]),
    ("Veld Sleepers (Pty) Ltd appealed.", [("Veld Sleepers (Pty) Ltd", None)]),
    ("Harlow Seed, Inc. pleaded guilty.", [("Harlow Seed, Inc.", None)]),
    ("The firm Fjallsund ehf. bid.", [("Fjallsund ehf", "IS")]),
    ("Selangor Tin Holdings Bhd waived fees.", [("Selangor Tin Holdings Bhd", "MY")]),
    ("The Service Reform Agency opened.", [("Service Reform Agency", None)]),
    ("The Senate Farm Committee met.", [("Senate Farm Committee", None)]),
    ("They hired French engine repairer Aérolux.", [("Aérolux", "FR")]),
    ("The chair of the committee, Ann Lee, agreed.", []),
    # 'the' before a name and 'which' behind it are said of no person
    ("Verdalia, which sued first, hailed the ruling.", [("Verdalia", None)]),
    ("Sivas, which lies in the hills, slept.", []),
    ("The Viv Lazar militia blocked the road.", [("Viv Lazar", None)]),
    # who works for it
    ("Analysts at Borrowdene cut their forecasts.", [("Borrowdene", None)]),
    # armies, police and rebels act under the name of whose they are, parts of a country as such
    ("The Malian army took the town.", [("Malian army", "ML")]),
    ("Kosovo police opened the road.", [("Kosovo police", "XK")]),
    ("The Malian army officers left for the Kosovo police school.", []),
    ("The province of Ontario paid for it.", [("Ontario", "CA")]),
    ("They live in the province of Ontario.", []),
    ("He sold the land to the Sindh government.", [("Sindh government", "PK")]),
    # names with 'of', 'for' and 'in'; a possessor that belongs to the name; an ordinal
    ("The charity Hands of Tumbiri agreed.", [("Hands of Tumbiri", None)]),
    ("The civic group Bread for Miners agreed.", [("Bread for Miners", None)]),
    ("The Women in Mining Association agreed.", [("Women in Mining Association", None)]),
    ("The Sailors's Museum complained.", [("Sailors's Museum", None)]),
    ("The U.S. 7th Fleet sailed.", [("U.S. 7th Fleet", "US")]),
    ("The Kenya Red Cross sent tents.", [("Kenya Red Cross", "KE")]),
    ("The venture, called Lumo Air, will fly.", [("Lumo Air", None)]),
    # forms behind a body's noun, of two parts, with a possessive; acronyms and numbers behind
    (
        "The Ghanaian National Salt Company Limited (NSC) said so.",
        [("Ghanaian National Salt Company Limited", "GH")],
    ),
    ("Harlow's Inc. filed for bankruptcy.", [("Harlow's Inc.", None)]),
    ("The exporter Fruta Clara Cía. cut prices.", [("Fruta Clara Cía.", None)]),
    ("The Danish Pilots' Association DPA agreed.", [("Danish Pilots' Association DPA", "DK")]),
    # a short form; what it is, behind its name
    (
        "Fighters of the Patriotic Front for Mbori came. The Patriotic Front denied it.",
        [("Patriotic Front for Mbori", None)],
    ),
    ("Verdalia, the environment agency that paid, agreed.", [("Verdalia", None)]),
    # held in parts; 'its'; what is told of with a country; a city, a party
    ("The fund holds 29% of Teskora and has a stake in Brenil.", [("Teskora", None)]),
    ("Shirakawa Toden will sell its film unit.", [("Shirakawa Toden", None)]),
    ("Transparency Serbia asked for the contract.", [("Transparency Serbia", "RS")]),
    ("The City of Utrecht will cover the rest.", [("City of Utrecht", "NL")]),
    ("In reply, the Conservatives demanded a vote.", [("Conservatives", None)]),
    # visited, owned, far from, called
    ("The guests toured the National Museum and the Grand Mosque.", []),
    ("The mine, which is owned by the Singaporean group ComfortRide, shut.", []),
    ("It lies a few steps from the National Library.", []),
    ("They signed the second Decent Work Programme.", []),
    # where a body is, no name of it; a town's own; an army under its noun; whose office
    ("A Limerick museum bought it from Arkon, the Sligo firm.", []),
    ("The Bishkek city hall moved the station.", [("Bishkek city hall", "KG")]),
    ("Chad's army was asked to talks. On Monday the army agreed.", [("army", "TD")]),
    (
        "The World Health Organization's office in Rome will check.",
        [("World Health Organization", None)],
    ),
    ("A survey by the pollster Demoskan showed it.", [("Demoskan", None)]),
    # names that hold the possessive of their members
    ("The Fiji Union of Growers' Clubs objected.", [("Fiji Union of Growers' Clubs", "FJ")]),
    ("The All Kenya Bank Savers' League sued.", [("All Kenya Bank Savers' League", "KE")]),
    (
        "The Danish Industrialists' Platform complained that credit was dear.",
        [("Danish Industrialists' Platform", "DK")],
    ),
    (
        "Joni Fala, secretary of the Solomon Islands Nurses' Union, agreed.",
        [("Solomon Islands Nurses' Union", "SB")],
    ),
    ("The Assembly of People's Delegates agreed.", [("Assembly of People's Delegates", None)]),
    ("'We know the Browns' Smith said.", []),
    # where a company is: 'of', a description elsewhere, the town in which it acts
    ("Vantor Invest d.o.o. of Novi Sad held it.", [("Vantor Invest d.o.o.", "RS")]),
    ("Pelmo Metals lost. The Perth-based miner paid.", [("Pelmo Metals", "AU")]),
    ("Pelmo Metals lost. The Abu Dhabi company paid.", [("Pelmo Metals", "AE")]),
    ("The Israeli contractor Negev Tarn Water will pay.", [("Negev Tarn Water", "IL")]),
    ("The Parents Forum in Haifa postponed a rally.", [("Parents Forum", "IL")]),
    ("Ann Lee, an economist at Ridge Capital in Durban, agreed.", [("Ridge Capital", "ZA")]),
    ("Sarvik Kaabel of Tallinn, which owns it, agreed.", [("Sarvik Kaabel", "EE")]),
    # a central bank by its name and by what it is
    ("The Bank of Ghana cut rates. The central bank said so.", [("Bank of Ghana", "GH")]),
    ("Ghana's central bank cut rates. The Bank of Ghana said so.", [("Bank of Ghana", "GH")]),
    ("Hungary's central bank waits. Magyar Nemzeti Bank said so.", [("Magyar Nemzeti Bank", "HU")]),
    (
        "The Gera chamber of commerce and industry left.",
        [("Gera chamber of commerce and industry", "DE")],
    ),
    # a surname that companies' names end with, too
    ("Cheryl Mills, an aide, said that the emails were kept.", []),
    ("The UN migration agency IOM agreed.", [("IOM", None)]),
    # a noun behind its name stands for it; a movement of a people; a founder's foundation
    ("The KFOR mission said so.", [("KFOR", None)]),
    ("The union was wrong, the IG Holz union said.", [("IG Holz", None)]),
    ("Yemen's Houthi movement claimed it.", [("Houthi movement", "YE")]),
    ("The Momentum movement slept.", []),
    ("The Anna Kessel Foundation of Germany paid.", [("Anna Kessel Foundation", "DE")]),
    ("The Episcopal Conference agreed.", [("Episcopal Conference", None)]),
    ("The House Roads and Ports Committee voted.", [("House Roads and Ports Committee", None)]),
    (
        "The Osaka District Public Prosecutors Office charged two men.",
        [("Osaka District Public Prosecutors Office", "JP")],
    ),
    ("The Pensions Regulator was late.", [("Pensions Regulator", None)]),
    ("The council, led by Silke Drews, has called a meeting.", []),
    # who is spoken to takes part; before whom one stands, or to whom something belongs, does not
    ("The growers asked the home ministry for help.", [("home ministry", None)]),
    ("He visited the home ministry.", []),
    ("The line belongs to Turkish pipeline company Botasan.", []),
    ("The trader, a unit of the U.S. group Prairie Lumo, fell.", []),
    # missions abroad; what a bare noun says is no name
    ("China's mission to the EU agreed.", [("mission to the EU", "CN")]),
    ("The U.S. mission in Vienna agreed.", [("U.S. mission in Vienna", "US")]),
    ("The IMF agreed. The Fund will pay.", [("IMF", None)]),
    ("Caritas Lebanon fed them.", [("Caritas Lebanon", "LB")]),
    # whose it is
    ("It fined U.S. dating company Heartlin.", [("Heartlin", "US")]),
    ("PT Samudra Lestari sells tuna to Peru.", [("PT Samudra Lestari", "ID")]),
    ("The Patriotic Front of Kurdistan agreed.", [("Patriotic Front of Kurdistan", "IQ")]),
    ("Niger Delta Salt Company paid.", [("Niger Delta Salt Company", None)]),
    ("The Polytechnic University of Bari agreed.", [("Polytechnic University of Bari", "IT")]),
    # whose shares move; who is told the news; what was so before
    ("Shares in Orvane Commercial Bank rose.", [("Orvane Commercial Bank", None)]),
    ("She told broadcaster TVX so.", []),
    ("A shop once owned by the Harlow Seed Company burnt.", []),
]


STORIES = [
    # The dateline says the country, or a national agency sends the story.
    ("Kyiv, Ukraine – The firm Ukrvat will get money from Norway. Norway agreed.", "UA"),
    ("BAKU, March 3 (Trend) -- The firm Lumtal thanked Japan. Japan agreed.", "AZ"),
    # What a country is beside its own offices is foreign.
    ("Lima, March 3. The firm Lumtal met the ambassador of Chile. The Chilean envoy left.", "PE"),
    # Of two places, the one that is told of.
    ("ATHENS/NICOSIA — Cyprus will pay for the cable, the firm Lumtal said.", "CY"),
    # A ministry that several countries call so; a body of its own country alone.
    ("Pakistan voiced concern. The Foreign Office agreed. Pakistan left.", "PK"),
    # A body of many countries files from its seat.
    ("THE HAGUE, Netherlands (AP) — A panel ruled for Peru. The firm Lumtal lost.", "PE"),
]


@pytest.mark.parametrize(("text", "code"), STORIES, ids=lambda value: str(value)[:40])
def test_homes_of_stories(extractor: Extractor, text: str, code: str) -> None:
    assert [country for _, country in parties(extractor, text, "organization")] == [code]


@pytest.mark.parametrize(("text", "expected"), BODIES, ids=lambda value: str(value)[:40])
def test_bodies(extractor: Extractor, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert parties(extractor, text, "organization") == expected


COMPANIES = [
    # By their form of law and by the last word of their names.
    ("The port hired Amber Trail SIA last year.", ["Amber Trail SIA"]),
    ("The work went to Sinar Laut Pte. Ltd. of Batam.", ["Sinar Laut Pte. Ltd."]),
    ("The mine was sold to Halvorsen Metals.", ["Halvorsen Metals"]),
    (
        "Rovuma Logistics and Petra Shipping signed a contract.",
        ["Rovuma Logistics", "Petra Shipping"],
    ),
    ("The tender was won by Harding & Moss.", ["Harding & Moss"]),
    # By the words before them in other languages.
    ("PT Bahari Jaya will build the pier.", ["PT Bahari Jaya"]),
    ("Banco do Vale will lend the money.", ["Banco do Vale"]),
    # By a noun beside them, and by whose staff somebody is.
    ("The Danish food group Kjeldgaard bought the mill.", ["Kjeldgaard"]),
    ("The aid organization Brotkorb sent flour.", ["Brotkorb"]),
    ("Calder Finch, a family-owned brewery group, paid the fine.", ["Calder Finch"]),
    ("The only bidder, Castell Norte, withdrew.", ["Castell Norte"]),
    ("Oduya Brandt chief executive Mary Lane left.", ["Oduya Brandt"]),
    ("He bought shares in Tiber Lynx (TLX.MI) again. Tiber Lynx will pay.", ["Tiber Lynx"]),
    # In a list behind the plural of their kind, or before a sum of them; who they employ.
    ("The carmakers Lumo and Vantor Este will merge.", ["Lumo", "Vantor Este"]),
    ("Dori Bank and Anka Vela, two of the largest lenders, paid.", ["Dori Bank", "Anka Vela"]),
    ("It was built by Huta Warna, a state-owned plant in Poznan.", ["Huta Warna"]),
    ("The retailer Lumo and Vantor Este of Spain wrote.", ["Lumo", "Vantor Este"]),
    ("Rates fell, said economist Derya Kora of Vantor Macar.", ["Vantor Macar"]),
    ("The club NK Slavnik of Croatia was fined.", ["NK Slavnik"]),
    (
        "It fined three chains, Biedrik, Polmar and Germany's Kaufrin.",
        ["Biedrik", "Polmar", "Kaufrin"],
    ),
    ("Trachsler & Partner signed off.", ["Trachsler & Partner"]),
    ("The law firm Harlow Crane & Co said so.", ["Harlow Crane & Co"]),
    ("It was denied by MP of the Green Path party Lenka Hrubova.", []),
    ("Homebuilder Järnvik will restart two projects.", ["Järnvik"]),
    ("They signed it with the heads of the firms, Ann Lee and John Brown.", []),
    ("Copper producer Minera Quilla was fined.", ["Minera Quilla"]),
    ("The army hit the Cartel de la Loma.", ["Cartel de la Loma"]),
    # Forms of law of several words, behind a comma, of free zones.
    ("Maderas del Sol, S.A. agreed.", ["Maderas del Sol, S.A."]),
    ("Huta Warna Sp. z o.o. agreed.", ["Huta Warna Sp. z o.o."]),
    ("Gulf Lamp FZE and Al Dura Oil LLC agreed.", ["Gulf Lamp FZE", "Al Dura Oil LLC"]),
    ("Pelmo Platinum cut jobs. Pelmo said so.", ["Pelmo Platinum"]),
    # A known company's branch; two companies that 'and' joins.
    ("Siemens Mobility will deliver the trains.", ["Siemens Mobility"]),
    ("He met managers of Siemens and Kovar Group.", ["Siemens", "Kovar Group"]),
    # A short form is the company's.
    (
        "Amber Trail SIA lost. Amber will appeal, a lawyer for Amber Trail said.",
        ["Amber Trail SIA"],
    ),
    ("Whoever lives there calls it Sandra's.", []),
    ("The trader John Lee sold the grain to Kenya.", []),
    ("The Minister of Energy spoke of Dutch Energy policy.", []),
    # Chambers, treasuries and forces that a country has one of.
    ("Peru's Senate approved the loan.", ["Senate"]),
    ("The National Treasury declined to comment.", ["National Treasury"]),
    ("A Navy spokesman said so.", ["Navy"]),
    ("The Senate seat is vacant.", []),
    # Units and missions, where that ends a name.
    ("The Crop Statistics Unit warned of frost.", ["Crop Statistics Unit"]),
    ("The Mia Wolf campaign raised money.", []),
    # Where many sit, it is they who act; what is told takes no part.
    ("He spoke at a session of the Border Council.", []),
    # The noun of an office is none of the body's.
    ("Pentagon Press Secretary Ann Reed said so.", ["Pentagon"]),
    # The mark of the possessive may be a curly one.
    ("The UN Children’s Fund paid for it.", ["UN Children’s Fund"]),
    # Named in passing, it acts by its noun alone.
    ("Talks at the water ministry failed. The ministry said so.", ["water ministry"]),
    ("Talks at the water ministry failed. A ministry said so.", []),
    # A short form of what is named in full; papers tell the news; courts are where one goes.
    (
        "The Treasury Department sued. According to the Treasury, they lied.",
        ["Treasury Department"],
    ),
    ("The mine was closed, the Lusaka Herald reported.", []),
    ("The Border Court sat on Monday.", ["Border Court"]),
    ("She will go to the Border Court.", []),
    # Offices of officers.
    ("The Public Prosecutor's Office opened a case.", ["Public Prosecutor's Office"]),
    # What a company is called elsewhere, at the beginning of a sentence too.
    (
        "The Finnish shipping firm Oravala sank. Oravala paid 1 euro.",
        ["Oravala"],
    ),
    ("Their rival Rubio spoke. Marco Rubio won.", []),
    # Chief executives of companies; not of those whose spokesmen they are.
    ("Anadolu Ova CEO Serdar Kaya left.", ["Anadolu Ova"]),
    ("Finch spokesman Ben Low said so. Ada Finch left.", []),
    ("The water regulator AGUASOL fined them.", ["AGUASOL"]),
    # Without its last noun; an owner's country says that it is no town.
    (
        "The Danish food chain Kjeldgaard Group grew. Kjeldgaard sold bread.",
        ["Kjeldgaard Group"],
    ),
    ("Uzbekistan's Uzavtoyul and Russia's Dorstroy met.", ["Uzavtoyul", "Dorstroy"]),
    ("The supervisory board met on Monday.", []),
    # Whose figures they are.
    (
        "Exports were worth more, figures from the Crop Statistical Bureau (CSB) for May indicate.",
        ["Crop Statistical Bureau"],
    ),
    # Persons have companies' names.
    ("An analyst, Lucas Ferrari, doubted it. Ferrari said so in May.", []),
    ("The Turkish builder Ada Kaya won the tender.", ["Ada Kaya"]),
]


HOMES = [
    ("The Lisbon-based Castell Norte Limited won the tender.", "PT"),
    ("Amber Trail Pte of Singapore won the tender.", "SG"),
    ("Calder Finch, a Czech brewery group, paid the fine.", "CZ"),
    ("The Danish food group Kjeldgaard bought the mill.", "DK"),
    ("Siemens Mobility will deliver the trains.", "DE"),
    # By what stands behind the name, by what owns it, by a country inside it.
    ("Oravala, Finland's oldest shipyard, paid the fine.", "FI"),
    ("LIMA, May 3 (AFP) - The shipping firm Oravala, of Finland, paid the fine.", "FI"),
    ("LIMA, May 3 (AFP) - U.S. craft beer maker Tall Cedar bought the brewery.", "US"),
    ("LIMA, May 3 (AFP) - Oravala Shipping Canada paid the fine.", "CA"),
    ("TOKYO, May 3 (AFP) - The Korea Harbour Bank will lend the money.", "KR"),
    ("LIMA, May 3 (AFP) - Oravala Copper spilled acid. The Finnish miner apologised.", "FI"),
    ("LIMA, May 3 (AFP) - They fined a Finnish salt firm. The firm, Oravala Copper, paid.", "FI"),
    ("LIMA, May 3 (AFP) - Finland's Oravala Vei and others met. Oravala Vei CEO Ada Kaya spoke.",
     "FI"),
    ("LIMA, May 3 (AFP) - The National Power Grid of Finland (NPGF) paid.", "FI"),
    ("LIMA, May 3 (AFP) - China lost. Guangzhou Oravala Motors won.", "CN"),
    ("LIMA, May 3 (AFP) - Australia-listed Oravala Metals bought it.", "AU"),
    ("Drones will fly over Ukraine and Poland, the Ministry of Defense said, Ukrinform "
     "reports.", "UA"),
    ("MANILA, May 3 (AFP) - The foreign ministry in Beijing said so.", "CN"),
    ("ROME, May 3 (AFP) - The U.N. Relief Mission for Iraq said so.", None),
    ("KYIV, May 3 (AFP) - The Ministry of Trade and International Cooperation said so.", "UA"),
    # By the place beside it, whether a known town stands before what it is or behind it.
    ("LIMA, May 3 (AFP) - The Oslo architects Oravala & Lund drew the hall.", "NO"),
    ("LIMA, May 3 (AFP) - A Dubai broker, Oravala Maritime, chartered the ships.", "AE"),
    ("LIMA, May 3 (AFP) - The Zwolle-based investment house Oravala & Zonen sold it.", "NL"),
    ("LIMA, May 3 (AFP) - Oravala Capital, a Brisbane lender, sold it.", "AU"),
    ("LIMA, May 3 (AFP) - The Oravala Foundation, based in Berlin, sold it.", "DE"),
    ("LIMA, May 3 (AFP) - The Tropical Research Institute, a think tank in Guatemala City, "
     "sold it.", "GT"),
    ("LIMA, May 3 (AFP) - The Tea Museum in Colombo sent two cups.", "LK"),
    ("LIMA, May 3 (AFP) - The Traffic Directorate (DGT) of Spain sent data.", "ES"),
    ("LIMA, May 3 (AFP) - The University of Bari sent data.", "IT"),
    ("LIMA, May 3 (AFP) - The Nagoya City Council sent data.", "JP"),
    ("LIMA, May 3 (AFP) - The Harbour Union in Colombo sent two cups.", "LK"),
    ("LIMA, May 3 (AFP) - Oravala Energy, a London-listed producer, sold it.", "GB"),
    ("LIMA, May 3 (AFP) - Oravala Ltd, the Limerick firm that runs it, sold it.", "IE"),
    # A country's own part of an international body; a firm is not of the world by its name.
    ("LIMA, May 3 (AFP) - The Turkish Red Crescent sent tents.", "TR"),
    ("LIMA, May 3 (AFP) - The Red Crescent sent tents.", None),
    ("LIMA, May 3 (AFP) - Pacific Oravala Terminals Ltd sold it.", "PE"),
    # 'Korean' is South Korean where nothing says another; towns at home before those abroad.
    ("LIMA, May 3 (AFP) - Korean battery maker Oravala Energy sold it.", "KR"),
    ("OTTAWA, May 3 (AFP) - In Hamilton, mill operator Oravala Steel Co. sold it.", "CA"),
    # A legal form that only some countries have.
    ("LIMA, May 3 (AFP) - Oravala Kft sold it.", "HU"),
    ("LIMA, May 3 (AFP) - Oravala d.o.o. sold it.", None),
    ("ZAGREB, May 3 (AFP) - Oravala d.o.o. sold it.", "HR"),
    # 'Congolese' is of one of two countries; a town may say of which.
    ("LIMA, May 3 (AFP) - The Congolese Aviation Authority sent a plane to Lubumbashi.", "CD"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HOMES, ids=lambda value: str(value)[:40])
def test_countries_of_bodies(extractor: Extractor, text: str, expected: str | None) -> None:
    assert parties(extractor, text, "organization")[0][1] == expected


@pytest.mark.parametrize(("text", "expected"), COMPANIES, ids=lambda value: str(value)[:40])
def test_companies(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert [name for name, _ in parties(extractor, text, "organization")] == expected


def test_the_ministry_at_home_is_not_the_foreign_one(extractor: Extractor) -> None:
    text = (
        "CAIRO, March 12 (Reuters) - Egypt will get a loan, the finance ministry said. The Saudi "
        "finance ministry declined to comment."
    )
    assert parties(extractor, text, "organization") == [
        ("finance ministry", "EG"),
        ("finance ministry", "SA"),
    ]


def test_who_issues_a_release_and_its_commissioners(extractor: Extractor) -> None:
    text = (
        "European Commission - Press release\n\nBrussels, 3 May 2023\n\nToday, the Commission has "
        "lent more. The Commissioner for Budget, Ana Reis, stressed that it would go on."
    )
    (body, person) = extractor.extract(text).participants
    assert (body.name, body.country) == ("European Commission", None)
    assert (person.name, person.organization) == ("Ana Reis", "European Commission")


def test_the_body_of_a_person_takes_part(extractor: Extractor) -> None:
    text = "Kremlin spokesman Dmitry Peskov declined to comment."
    assert parties(extractor, text, "organization") == [("Kremlin", "RU")]


PIECES = (
    "Deputy Minister of Foreign Affairs of Kazakhstan |Roman Vasilenko|His counterpart, | and |, |"
    "the UK|the IMF |said. |\n|Mr. |“|”|(FCDO) |Ministry of |Trade, |led by |'s |Korea |al-|ß|"
    "\u00ad|IMF’|Vice Presidents "
).split("|")


@settings(max_examples=60, deadline=None)
@example("Deputy Minister of Foreign Affairs of Kazakhstan " * 5 + "\nMinistry of " + PIECES[0])
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_has_mentions_that_hold(extractor: Extractor, text: str) -> None:
    record = extractor.extract(text)
    assert not record.warnings
    for participant in record.participants:
        assert participant.mentions
        for span in participant.mentions:
            assert text[span.start : span.end] == span.text


def test_tables_are_whole() -> None:
    assert known_bodies()["IMF"] == known_bodies()["International Monetary Fund"]
    assert known_bodies()["IMF"].country is None
    assert known_bodies()["Kremlin"].country == "RU"
    assert seats()["Astana"] == "KZ"
    assert seats()["Brussels"] == "European Union"
    assert all(
        body.country is None or country_name(body.country) for body in known_bodies().values()
    )
    assert {word.kind for word in office_words().values()} == {"head", "modifier", "portfolio"}
    assert "minister" in office_words()
    assert "ministry" in body_words()
    assert honorifics()["mrs."] == "f"
    assert list(body_phrases().find("the IMF, IMFs and UNHCR")) == [(4, 7), (18, 23)]


# The country of a body that is printed without one, in a story without dateline.
HOME = [
    # The one country that the story is about.
    (
        "Peru will hold a census. Peru held one in 2017. The Border Control Authority said so.",
        [("Border Control Authority", "PE", {"country": "most_named"})],
    ),
    # Named once, it may be named in passing; of two countries, either may be at home.
    (
        "Work began in Peru. The Border Control Authority said so.",
        [("Border Control Authority", None, {})],
    ),
    (
        "Peru and Chile will meet. Peru and Chile agree. The Border Control Authority said so.",
        [("Border Control Authority", None, {})],
    ),
    # Of two that are named as often, home is the one that acts first.
    (
        "Peru will meet Chile. Peru and Chile agree. The Border Control Authority said so.",
        [("Border Control Authority", "PE", {"country": "most_named"})],
    ),
    # Envoys are foreign.
    (
        "Peru's Prime Minister Ana Soto will meet Chile. Chilean Ambassador to Peru Juan Vera "
        "said Chile agreed. The Border Control Authority said so.",
        [("Border Control Authority", "PE", {"country": "unmarked"})],
    ),
    # Foreign offices are printed with their country, those at home without.
    (
        "Peru will meet Chile. Peru and Chile agree. Chile's Foreign Minister Ana Soto came. "
        "The Border Control Authority said so.",
        [("Border Control Authority", "PE", {"country": "unmarked"})],
    ),
    # Where it is named once, its organs that act or its towns tell it.
    (
        "The Chilean Senate agreed.\n\nThe Border Control Authority said so.",
        [
            ("Chilean Senate", "CL", {}),
            ("Border Control Authority", "CL", {"country": "most_named"}),
        ],
    ),
    # Seats of international bodies are no homes.
    (
        "GENEVA, May 3 - The UNHCR praised Nicaragua. Peru gave money, said Nicaragua. "
        "The Border Control Authority helped.",
        [("UNHCR", None, {}), ("Border Control Authority", "NI", {"country": "most_named"})],
    ),
    (
        "They met in Valparaíso. The Border Control Authority said so.",
        [("Border Control Authority", "CL", {"country": "gazetteer"})],
    ),
]


@pytest.mark.parametrize(("text", "expected"), HOME, ids=lambda value: str(value)[:40])
def test_home_news(
    extractor: Extractor, text: str, expected: list[tuple[str, str | None, dict[str, str]]]
) -> None:
    found = [p for p in extractor.extract(text).participants if p.kind == "organization"]
    assert [(p.name, p.country, dict(p.evidence.inferred)) for p in found] == expected
