"""Persons: who is named, with which office, body and country, how often."""

from __future__ import annotations

import pytest

from newsextract import Extractor
from newsextract.parsers.participants.persons.names import folded, same_person
from newsextract.record import Participant


def persons(extractor: Extractor, text: str) -> list[Participant]:
    record = extractor.extract(text)
    for participant in record.participants:
        for span in participant.mentions:
            assert text[span.start : span.end] == span.text
    return [p for p in record.participants if p.kind == "person"]


# text, then for each person: name, role, organization, country
TITLES = [
    # A field before 'Minister' is a part of the office, a rank before the name is none.
    ("Police Minister Ann Lee spoke.", [("Ann Lee", "Police Minister", None, None)]),
    ("Law Minister Ann Lee spoke.", [("Ann Lee", "Law Minister", None, None)]),
    (
        "Salt Commission chairperson Justice Ann Lee spoke.",
        [("Ann Lee", "chairperson", "Salt Commission", None)],
    ),
    (
        "General Ann Lee, commander of the Border Guard, spoke.",
        [("Ann Lee", "commander", "Border Guard", None)],
    ),
    # No persons: what the office of another is of, a trader that is a firm, a part of a title.
    ("Shiv Morena leader Ann Lee left.", [("Ann Lee", "leader", "Shiv Morena", None)]),
    ("It was sold to the grain trader Molinos del Prado.", []),
    ("The Jatiya Socialist Dal and Politecnico di Lodi agreed.", []),
    (
        "Chief Restructuring Officer Ann Lee left.",
        [("Ann Lee", "Chief Restructuring Officer", None, None)],
    ),
    # The office before the name, with and without its country.
    (
        "Deputy Minister of Foreign Affairs of Kazakhstan Roman Vasilenko arrived.",
        [("Roman Vasilenko", "Deputy Minister of Foreign Affairs", None, "KZ")],
    ),
    (
        "It was signed by Kazakh Deputy Prime Minister – Foreign Minister Murat Nurtleu.",
        [("Murat Nurtleu", "Deputy Prime Minister – Foreign Minister", None, "KZ")],
    ),
    (
        "Former President of the Swiss Confederation Ueli Maurer is to chair the board.",
        [("Ueli Maurer", "Former President", None, "CH")],
    ),
    # The host country stays in the role and is not the person's.
    (
        "Ambassador of Kazakhstan to the Republic of Korea Yerlan Toktarov met officials.",
        [("Yerlan Toktarov", "Ambassador to the Republic of Korea", None, "KZ")],
    ),
    (
        "He received the newly appointed Ambassador of France to Uzbekistan, Walid Fouque.",
        [("Walid Fouque", "Ambassador to Uzbekistan", None, "FR")],
    ),
    (
        "Mexico's consul general in El Paso, Texas, Leticia Barros Soto, attended.",
        [("Leticia Barros Soto", "consul general in El Paso, Texas", None, "MX")],
    ),
    # Commas inside the office, forms of address outside it.
    (
        "The Minister of Trade, Industry and Energy, Mr. Baek Do-hyun, left.",
        [("Baek Do-hyun", "Minister of Trade, Industry and Energy", None, None)],
    ),
    # A body beside the office is the person's, and may bring the country.
    (
        "Parliamentary Under Secretary of State at the FCDO of the UK, Leo Docherty, spoke.",
        [("Leo Docherty", "Parliamentary Under Secretary of State", "FCDO", "GB")],
    ),
    (
        "European Commission President Ursula von der Leyen agreed.",
        [("Ursula von der Leyen", "President", "European Commission", None)],
    ),
    (
        "Spokesperson for the Ministry of Foreign Affairs of China Mao Ning said so.",
        [("Mao Ning", "Spokesperson", "Ministry of Foreign Affairs", "CN")],
    ),
    (
        "Botas chief executive Abdulvahit Fidan called it historic.",
        [("Abdulvahit Fidan", "chief executive", "Botas", "TR")],
    ),
    # Seats in chambers and parties are offices, not employment.
    (
        "House Speaker Paul D. Ryan left.",
        [("Paul D. Ryan", "House Speaker", None, None)],
    ),
    # Plural offices, and offices of somebody else.
    (
        "Vice Presidents Teresa Ribera, Henna Virkkunen and Maria Lopes met the delegation.",
        [
            ("Teresa Ribera", "Vice President", None, None),
            ("Henna Virkkunen", "Vice President", None, None),
            ("Maria Lopes", "Vice President", None, None),
        ],
    ),
    (
        "He was top diplomat under former President George W. Bush.",
        [("George W. Bush", "former President", None, None)],
    ),
    # Behind the name.
    (
        "Leo Docherty, the UK's minister for Europe, said the deal was done.",
        [("Leo Docherty", "minister for Europe", None, "GB")],
    ),
    (
        "Talal bin Hamoud al-Shanfari, Oman's foreign minister, agreed. Al-Shanfari said so.",
        [("Talal bin Hamoud al-Shanfari", "foreign minister", None, "OM")],
    ),
    (
        "Assistant Foreign Minister Aiko Tanaka (Japan) chaired the meeting.",
        [("Aiko Tanaka", "Assistant Foreign Minister", None, "JP")],
    ),
    # Of a body alone; of a country alone; a delegation's.
    (
        "The State Department's Matthew Miller said so.",
        [("Matthew Miller", None, "State Department", "US")],
    ),
    (
        "Uruguay's Ignacio Etcheverry said so.",
        [("Ignacio Etcheverry", None, None, "UY")],
    ),
    # Another's office: role from the one named before, country from the adjective.
    (
        "Foreign Minister Cho Tae-yul of South Korea met his Japanese counterpart, Yoko Kamikawa.",
        [
            ("Cho Tae-yul", "Foreign Minister", None, "KR"),
            ("Yoko Kamikawa", "Foreign Minister", None, "JP"),
        ],
    ),
    # The function says more than the rank, whichever comes first.
    (
        "The Director General of the Roads Authority, Ambassador Saleh Al-Mutlaq, spoke.",
        [("Saleh Al-Mutlaq", "Director General", "Roads Authority", None)],
    ),
    (
        "Brig. Gen. Omar Haddad, Deputy Commander of the Border Guard, closed the post.",
        [("Omar Haddad", "Deputy Commander", "Border Guard", None)],
    ),
    (
        "Ambassador Ann Lee, a former director of the Roads Authority, spoke.",
        [("Ann Lee", "Ambassador", None, None)],
    ),
    (
        "Secretary General of the Water Authority of Jordan Engineer Khaled Nabulsi spoke.",
        [("Khaled Nabulsi", "Secretary General", "Water Authority of Jordan", "JO")],
    ),
    # A delegation is its sender's.
    (
        "The Head of the EU Delegation to Serbia, Ambassador Luc Remy, spoke.",
        [("Luc Remy", "Head of the Delegation to Serbia", "EU", None)],
    ),
    (
        "The Head of the Swiss Delegation, Ambassador Anne Rochat, spoke.",
        [("Anne Rochat", "Head of the Delegation", None, "CH")],
    ),
    # The ministry before the office, or between office and name.
    (
        "Norwegian Ministry of Foreign Affairs State Secretary Kari Lund met the press.",
        [("Kari Lund", "State Secretary", "Ministry of Foreign Affairs", "NO")],
    ),
    (
        "The Permanent Secretary, Uganda's Ministry of Water, Mrs. Harriet Ssali, signed.",
        [("Harriet Ssali", "Permanent Secretary", "Ministry of Water", "UG")],
    ),
    # Short forms in brackets, lists, provinces, cabinets.
    (
        "Foreign Trade and Tourism (Mincetur) Minister Rosa Quispe spoke.",
        [("Rosa Quispe", "Foreign Trade and Tourism Minister", None, None)],
    ),
    (
        "John Mensah, Deputy Minister of Trade, Agribusiness and Industry, said so.",
        [("John Mensah", "Deputy Minister of Trade, Agribusiness and Industry", None, None)],
    ),
    (
        "Deputy Governor of Sekong province Ms Bounmy Keo attended.",
        [("Bounmy Keo", "Deputy Governor of Sekong province", None, None)],
    ),
    (
        "They met Chairman of the Cabinet of Ministers Almaz Bekov on Monday.",
        [("Almaz Bekov", "Chairman of the Cabinet of Ministers", None, None)],
    ),
    (
        "Quebec Premier Alain Roy praised the plan.",
        [("Alain Roy", "Quebec Premier", None, "CA")],
    ),
    (
        "Mr Paul Kaboré, Chargé d’Affaires at the Embassy of Togo in Ghana, agreed.",
        [("Paul Kaboré", "Chargé d’Affaires", "Embassy of Togo in Ghana", "TG")],
    ),
    (
        "India's deputy defence minister, senior lieutenant general Pham Duc, came.",
        [("Pham Duc", "deputy defence minister", None, "IN")],
    ),
    (
        "Omar Khan, senior official with Pakistan's National Water Company, agreed.",
        [("Omar Khan", "senior official", "National Water Company", "PK")],
    ),
    # The office ends before the one under whom it was held.
    (
        "Peter Wenger, a former director of trade under President Ann Lee, agreed.",
        [
            ("Peter Wenger", "former director of trade", None, None),
            ("Ann Lee", "President", None, None),
        ],
    ),
    (
        "Minister of the Sea, Transport and Infrastructure Tomislav Bran said so.",
        [("Tomislav Bran", "Minister of the Sea, Transport and Infrastructure", None, None)],
    ),
    (
        "Minister of Food, Agriculture, and Light Industry Bat Erdene said so.",
        [("Bat Erdene", "Minister of Food, Agriculture, and Light Industry", None, None)],
    ),
    # A company's chief, and the staff of a bank that tells of one country.
    (
        "The Latvian railway company, LVD, lost a contract. Chief Executive Juris Ozols agreed.",
        [("Juris Ozols", "Chief Executive", "LVD", "LV")],
    ),
    (
        "Rosa Diaz, who heads the rights group Veritana, objected.",
        [("Rosa Diaz", None, "Veritana", None)],
    ),
    # Corridors, and what does not speak, are no persons.
    (
        "They will build Corridor Vc. Minister Ana Lovren said so.",
        [("Ana Lovren", "Minister", None, None)],
    ),
    # Members of parliament.
    (
        "Deputy Gulnara Asanova asked for the papers.",
        [("Gulnara Asanova", "Deputy", None, None)],
    ),
    (
        "Labour leader Aoife Tarpey objected.",
        [("Aoife Tarpey", "leader", "Labour", None)],
    ),
    (
        "MP Lilit Sahakyan of the opposition Aragats faction objected.",
        [("Lilit Sahakyan", "MP", "Aragats faction", None)],
    ),
    # His counterpart has an office of his own.
    (
        "The talks were with his Tunisian counterpart, Planning Minister Sami Trabelsi.",
        [("Sami Trabelsi", "Planning Minister", None, "TN")],
    ),
    # Forms of address in capitals; a country's full name; at a ministry, and not of its field.
    (
        "HE Minister of State at the Ministry of Energy Saad Al-Marri met HE Minister of Health "
        "of the Republic of Rwanda Jean Nkusi.",
        [
            ("Saad Al-Marri", "Minister of State", "Ministry of Energy", None),
            ("Jean Nkusi", "Minister of Health", None, "RW"),
        ],
    ),
    # The field behind the office without 'of'; a part of the body stays in the role.
    (
        "Secretary Commerce Bilal Shah wrote to the head of the Asia department of Iran's Trade "
        "Promotion Organization, Reza Karimi.",
        [
            ("Bilal Shah", "Secretary Commerce", None, None),
            ("Reza Karimi", "head of the Asia department", "Trade Promotion Organization", "IR"),
        ],
    ),
    # Where what the office is of has a name of its own, with nothing between the two names.
    (
        "Governor of Aswan Hany Fahmy Mansour and CEO of Tivra Wind Khaled Nasser al-Ketbi signed. "
        "Khaled Nasser al-Ketbi spoke first.",
        [
            ("Hany Fahmy Mansour", "Governor of Aswan", None, None),
            ("Khaled Nasser al-Ketbi", "CEO", "Tivra Wind", None),
        ],
    ),
    # 'son' and 'daughter' end a name.
    (
        "The head of the fund, Bakyt Toktosun uulu, met Aizada Orozbek kyzy, its lawyer.",
        [
            ("Bakyt Toktosun uulu", "head of the fund", None, None),
            ("Aizada Orozbek kyzy", "lawyer", None, None),
        ],
    ),
    # A rank is not what its holder is called next.
    (
        "Beside Cuban ambassador Luis Prado, the official said that doctors would come.",
        [("Luis Prado", "ambassador", None, "CU")],
    ),
    # 'works' is no verb there; where the story takes place is no part of the office.
    (
        "The Malian public works minister, Awa Keita, met Ann Lee, the relief coordinator in the "
        "country.",
        [
            ("Awa Keita", "public works minister", None, "ML"),
            ("Ann Lee", "relief coordinator", None, None),
        ],
    ),
    ("Boa Vista Mayor Ana Reis signed.", [("Ana Reis", "Boa Vista Mayor", None, "BR")]),
    ("Ambassador-designate Joe Poole came.", [("Joe Poole", "Ambassador-designate", None, None)]),
    (
        "Peru's new chief trade negotiator, Ambassador Ana Soto, left.",
        [("Ana Soto", "chief trade negotiator", None, "PE")],
    ),
    # The rank of the counterpart is not the office.
    (
        "Minister of Transport Ana Soto of Peru met her Chilean counterpart, Engineer Juan Vera.",
        [
            ("Ana Soto", "Minister of Transport", None, "PE"),
            ("Juan Vera", "Minister of Transport", None, "CL"),
        ],
    ),
    # Of the body that is told of, where the office has none; a body by its kind.
    (
        "Cortiva Energy will build a plant there, said Jan Novak, head of sales.",
        [("Jan Novak", "head of sales", "Cortiva Energy", None)],
    ),
    (
        "An expert of the rights group Freier Hafen, Ana Soto, was less glad.",
        [("Ana Soto", "expert", "Freier Hafen", None)],
    ),
    # Which side somebody is on; fields of work that are bodies elsewhere.
    (
        "Opposition KMT lawmaker Jan Novak met Vice-Minister for Asean Affairs Ana Reis.",
        [
            ("Jan Novak", "lawmaker", "KMT", None),
            ("Ana Reis", "Vice-Minister for Asean Affairs", None, None),
        ],
    ),
    # Forms of address of many countries, of one word or two; ranks behind offices.
    (
        "Sabah Premier Tan Sri Lim Kok Wah met First Lady Ama Serwaa and Lyonpo Karma Dorji.",
        [
            ("Lim Kok Wah", "Sabah Premier", None, "MY"),
            ("Ama Serwaa", "First Lady", None, None),
            ("Karma Dorji", None, None, None),
        ],
    ),
    (
        "Health Deputy Minister Dato' Seri Azman Yusof left.",
        [("Azman Yusof", "Health Deputy Minister", None, None)],
    ),
    (
        "Police spokesperson Colonel Jan Novak left. So did Director General Air Vice Marshal "
        "Omar Khan.",
        [
            ("Jan Novak", "spokesperson", None, None),
            ("Omar Khan", "Director General", None, None),
        ],
    ),
    (
        "Opposition Spokesman on Housing Senator Ann Lee left with the Minister of Trade, Senator "
        "the Hon. Joy Clarke.",
        [
            ("Ann Lee", "Opposition Spokesman on Housing", None, None),
            ("Joy Clarke", "Minister of Trade", None, None),
        ],
    ),
    # A body between office and name; a committee, a congress are bodies, the firm's own, too.
    (
        "The Executive Director, Civic Lantern Initiative, Mrs Ngozi Bello, agreed.",
        [("Ngozi Bello", "Executive Director", "Civic Lantern Initiative", None)],
    ),
    (
        "Ann Lee, general secretary of the Trades Union Congress, met Mr Jan Novak, chairman of "
        "the State Committee on Investment.",
        [
            ("Ann Lee", "general secretary", "Trades Union Congress", None),
            ("Jan Novak", "chairman", "State Committee on Investment", None),
        ],
    ),
    (
        "Cattle Farmers' Alliance president Ann Lee spoke.",
        [("Ann Lee", "president", "Cattle Farmers' Alliance", None)],
    ),
    (
        "The Coast Fishers League objected. Jan Novak, the group's president, said so.",
        [("Jan Novak", "president", "Coast Fishers League", None)],
    ),
    # Which party somebody is of.
    (
        "Labour MP Ann Lee met Defence Minister Jan Novak (Pirates) and Rep. Ada Obi (LP-Lagos).",
        [
            ("Ann Lee", "MP", "Labour", None),
            ("Jan Novak", "Defence Minister", "Pirates", None),
            ("Ada Obi", "Rep.", "LP", None),
        ],
    ),
    (
        "Ann Lee, a deputy for the Zenith party, met Deputy Jan Novak, from the PSB party.",
        [("Ann Lee", "deputy", "Zenith party", None), ("Jan Novak", "Deputy", "PSB party", None)],
    ),
    # Where a body of no country has a head for one.
    (
        "Ann Lee, EBRD Head of Mongolia, signed.",
        [("Ann Lee", "Head of Mongolia", "EBRD", None)],
    ),
    (
        "Governor of Selenge aimag Ts. Bold and Acting Minister of High-Tech Industry of Armenia "
        "Ara Hakobyan spoke.",
        [
            ("Ts. Bold", "Governor of Selenge aimag", None, None),
            ("Ara Hakobyan", "Acting Minister of High-Tech Industry", None, "AM"),
        ],
    ),
    (
        "It was signed by Botswana's Minister for Justice and Correctional Services, Ann Lee.",
        [("Ann Lee", "Minister for Justice and Correctional Services", None, "BW")],
    ),
    # Companies and towns, whatever the model takes them for.
    ("It was sold to Orchid Weaving Sdn Bhd and Vela Nera Wines, which make cloth.", []),
    ("Halden Mowbray, a family-owned builder, won. The contractor Merrow & Tees lost.", []),
    ("The road from Bandar Abbas was closed.", []),
    # Ships, storms and ports have names, too.
    ("Cyclone Enaro passed.", []),
    ("The survey vessel Halden Viking left the berth at Dovan Mod port.", []),
    # Who wrote the story takes no part in it.
    (
        "President Jan Novak left.\n\nReporter: Ann Lee, Editor: Bo Chen",
        [("Jan Novak", "President", None, None)],
    ),
    ("President Jan Novak left.\n\nGNA/Ann Lee", [("Jan Novak", "President", None, None)]),
    (
        "President Jan Novak left.\n\nAssociated Press writer Ann Lee contributed to this report.",
        [("Jan Novak", "President", None, None)],
    ),
    # Offices with their field in brackets, a plural body as their field, a group's, a town's.
    (
        "ATB Vice-President (Harbours) Ann Lee left.",
        [("Ann Lee", "Vice-President", "ATB", None)],
    ),
    (
        "Latvia's Supervisor of Banks, Ilze Ozola, met the Registrar of Companies, Ada Obi.",
        [
            ("Ilze Ozola", "Supervisor of Banks", None, "LV"),
            ("Ada Obi", "Registrar of Companies", None, None),
        ],
    ),
    (
        "The keys went to Omar Khan, Group CEO, and Group managing director Ann Lee.",
        [
            ("Omar Khan", "Group CEO", None, None),
            ("Ann Lee", "Group managing director", None, None),
        ],
    ),
    (
        "TIKA's Bamako coordinator, Murat Kaya, signed.",
        [("Murat Kaya", "Bamako coordinator", "TIKA", "TR")],
    ),
    # Where another's office ends, a rank or an address begins.
    (
        "The visiting minister and Minister of Water Ada Obi toured the dam.",
        [("Ada Obi", "Minister of Water", None, None)],
    ),
    (
        "It came from mines minister General Omar Khan and the navy spokesman, Navy Captain "
        "Ann Lee; Secretary General Jan Novak left.",
        [
            ("Omar Khan", "mines minister", None, None),
            ("Ann Lee", "navy spokesman", None, None),
            ("Jan Novak", "Secretary General", None, None),
        ],
    ),
    (
        "Police spokesman Deputy Superintendent Omar Khan left.",
        [("Omar Khan", "spokesman", None, None)],
    ),
    (
        "The President of the Republic of Malta, Her Excellency Ann Lee, and the Prime Minister "
        "of Fiji, the Right Honourable Ada Obi, signed.",
        [("Ann Lee", "President", None, "MT"), ("Ada Obi", "Prime Minister", None, "FJ")],
    ),
    (
        "They met the Ambassador of Fiji to the Kingdom Ann Lee and Minister of Roads H E Omar "
        "bin Khalid.",
        [
            ("Ann Lee", "Ambassador to the Kingdom", None, "FJ"),
            ("Omar bin Khalid", "Minister of Roads", None, None),
        ],
    ),
    # Names with initials apart, and names that a model takes for places'.
    (
        "A bench of justices K V Rao and Anita Desai heard it.",
        [("K V Rao", "justice", None, None), ("Anita Desai", "justice", None, None)],
    ),
    (
        '"We have got both," said Ndèye Fatou Diagne, the director of coastal fishing.',
        [("Ndèye Fatou Diagne", "director of coastal fishing", None, None)],
    ),
    (
        "Tonga's envoy to the agency, Sione Taufa, said so.",
        [("Sione Taufa", "envoy to the agency", None, "TO")],
    ),
    # Who leads a body, an occupation beside an office, a name that ends with a title.
    (
        "The works council, led by Silke Drews, met.",
        [("Silke Drews", None, None, None)],
    ),
    ("The consortium, led by Vasco Construção, met.", []),
    (
        "It lent money to its founder, tycoon Ann Lee, and to the lawyer Ada Obi.",
        [("Ann Lee", "founder", None, None), ("Ada Obi", "lawyer", None, None)],
    ),
    (
        "A former militia leader from Chad, Salum Mkwawa Haji, left.",
        [("Salum Mkwawa Haji", "former militia leader", None, "TD")],
    ),
    (
        "It was handed to Kao Sovannara, vice president of the panel.",
        [("Kao Sovannara", "vice president of the panel", None, None)],
    ),
    # A region's minister, the police's head, counsel to a body.
    (
        "Mecklenburg-Vorpommern's energy minister, Ann Lee, met Police Commissioner Omar Khan.",
        [
            ("Ann Lee", "energy minister", None, "DE"),
            ("Omar Khan", "Police Commissioner", None, None),
        ],
    ),
    (
        "Counsel to the EFCC, Mrs Ngozi Bello, objected.",
        [("Ngozi Bello", "Counsel", "EFCC", None)],
    ),
    # One each of two countries.
    (
        "Peru and Chile agreed. The chief envoys of the two countries, Ana Soto and Juan Vera, "
        "will meet.",
        [("Ana Soto", "chief envoy", None, "PE"), ("Juan Vera", "chief envoy", None, "CL")],
    ),
    # Nothing is invented for a name that the text does not explain.
    (
        "Xi Jinping and Angela Merkel spoke.",
        [(n, None, None, None) for n in ("Xi Jinping", "Angela Merkel")],
    ),
]


EMPLOYERS = [
    # A bare office is of what acts, not of what is named last.
    ("Finch Dairies said it had no deal with Redfern Capital. Managing Director Ada Lane left.",
     "Finch Dairies"),
    ("Finch Dairies paid Redfern Capital. \"We are glad,\" said its chairwoman, Ada Lane.",
     "Finch Dairies"),
    ("The Weavers' League, which met miners in Togo, left. General secretary Ada Lane spoke.",
     "Weavers' League"),
    ("The strike was called by the Weavers' League, whose chair Ada Lane spoke.",
     "Weavers' League"),
    ("The Tea Museum gave cups to the Salt Museum. The museum's director, Ada Lane, left.",
     "Tea Museum"),
    ("Finch Shipyards fined Redfern Capital. The shipyard's chairman, Ada Lane, left.",
     "Finch Shipyards"),
    ("The Salt Police fired shots. Superintendent Ada Lane said so.", "Salt Police"),
    ("The Salt Assembly met. Speaker Ada Lane sent them home.", "Salt Assembly"),
    ("The High Court upheld a ruling of the Port Court. Justice Ada Lane dissented.",
     "High Court"),
    # What stands behind the name says it better.
    ("The Salt Department paid. Rector Ada Lane of the Tea University signed.",
     "Tea University"),
    ("They met counsel Ada Lane, of the law firm Finch & Tovar.", "Finch & Tovar"),
    ("They met councillor Ada Lane of the Red-Greens.", "Red-Greens"),
    ("They met councillor Ada Lane of Toulouse.", None),
    ("They heard Shiv Morena leader Ada Lane.", "Shiv Morena"),
    ("Redfern Capital sold shares. Redfern's Ailsa Tait called them cheap.", "Redfern Capital"),
    ("The Lowland Institute is worried. The gap grows, said the institute's Mary Lane.",
     "Lowland Institute"),
    ("The Lowland Institute is worried. The gap grows, said Ada Finch, who runs the institute.",
     "Lowland Institute"),
    ("Finch Dairies, Uganda's largest processor, closed. Its managing director, Amit Rao, left.",
     "Finch Dairies"),
    ("The Bank of Palau cut rates. BOP Governor Ada Finch said so.", "Bank of Palau"),
    ("The Cocoa Board owes Banque Rivoire money, its chief executive, Ada Finch, said.",
     "Cocoa Board"),
    ("Finch Dairies won.\n\nThe judge spoke.\n\nIt rained.\n\nIt snowed.\n\n"
     "They met, chief executive Ada Lane said.", "Finch Dairies"),
    ("Finch Dairies closed. Its board chairwoman, Mary Lane, left.", "Finch Dairies"),
    ("The Central Bank of Palau cut rates. Governor Ada Finch said so.", "Central Bank of Palau"),
    ("The Water Ministry met miners. Deputy Minister Ada Finch spoke.", "Water Ministry"),
    # 'Its' is not of a country named in passing; the nearest of its kind, by its noun.
    ("The Lowland Institute, which met miners, left Togo. Its local head, Ada Lane, stayed.",
     "Lowland Institute"),
    ("The World Bank lent money. It fell, according to the Central Bank of Palau.\n\n"
     "The bank's governor, Ada Lane, said so.", "Central Bank of Palau"),
    ("Salt miners and the union IG Kohle met in Bonn. The State of Hesse pays.\n\n"
     "\"It is late,\" said the union's chief negotiator, Ada Lane.", "IG Kohle"),
    ("The insurer Finch & Tovar paid.\n\nThe ship is run by Redfern Shipping. \"We hid "
     "nothing,\" said the firm's director, Ada Lane.", "Redfern Shipping"),
    ("Palau's central bank cut rates.\n\n\"It is time,\" Governor Ada Lane said.\n\n"
     "Reserves rose, the Bank of Palau said.", "Bank of Palau"),
    ("The Budget Committee met. The committee, chaired by lawmaker Ada Lane, voted.",
     "Budget Committee"),
    ("The New Dawn Party won. Party leader Ada Lane said so.", "New Dawn Party"),
    ("The House Rail Committee met. Rep. Ada Lane, the Ohio Republican who chairs the panel, and "
     "the House Rail Committee left.", "House Rail Committee"),
    ("The court barred Redfern Capital and its promoter Ada Lane.", "Redfern Capital"),
    ("The Salt Tribunal fined miners. Presiding judge Ada Lane said so.", "Salt Tribunal"),
    ("The European Union will pay, High Representative Ada Lane wrote.", "European Union"),
    ("The EU Mission in Chad watched it, Head of Mission Ada Lane said.", "EU Mission in Chad"),
    ("The Frente Popular lost. Senator Ada Finch of the Frente Popular spoke.", "Frente Popular"),
]  # fmt: skip
"""Whose staff somebody is, by what stands around the name."""


@pytest.mark.parametrize(("text", "expected"), EMPLOYERS, ids=lambda value: str(value)[:40])
def test_whose_staff_they_are(extractor: Extractor, text: str, expected: str | None) -> None:
    assert [p.organization for p in persons(extractor, text)] == [expected]


@pytest.mark.parametrize(("text", "expected"), TITLES, ids=lambda value: str(value)[:40])
def test_office_body_and_country(
    extractor: Extractor, text: str, expected: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    found = [(p.name, p.role, p.organization, p.country) for p in persons(extractor, text)]
    assert found == expected


# text, then for each person: the mentions
SAME = [
    (
        "Roman Vasilenko arrived. Vasilenko said so. Mr. Vasilenko and Deputy Minister Vasilenko.",
        [["Roman Vasilenko", "Vasilenko", "Vasilenko", "Vasilenko"]],
    ),
    (
        "Finance Minister Sohail Anwar Qureshi told the house so. Dr Qureshi said the mission "
        "had left. But PPP Senator Haroon Anwar Qureshi disagreed. Senator Qureshi left early.",
        [["Sohail Anwar Qureshi", "Qureshi"], ["Haroon Anwar Qureshi", "Qureshi"]],
    ),
    (
        "Minister Dang Thi Ngoc Lan met Governor Bounmy Phommasack. Dang spoke. Bounmy agreed.",
        [["Dang Thi Ngoc Lan", "Dang"], ["Bounmy Phommasack", "Bounmy"]],
    ),
    (
        "President Luiz Inácio Lula da Silva spoke. Lula left. Lula da Silva had come late.",
        [["Luiz Inácio Lula da Silva", "Lula", "Lula da Silva"]],
    ),
    (
        "Sen. Chris Murphy met aide Anne Marie Murphy. Murphy said the bill would pass.",
        [["Chris Murphy", "Murphy"], ["Anne Marie Murphy"]],
    ),
    (
        "President Trump spoke of the Trump Tower and the Trump Organization. Trump left.",
        [["Trump", "Trump"]],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAME, ids=lambda value: str(value)[:40])
def test_one_participant_for_each_person(
    extractor: Extractor, text: str, expected: list[list[str]]
) -> None:
    assert [[m.text for m in p.mentions] for p in persons(extractor, text)] == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Roman Vasilenko", "Roman A. Vasilenko", True),
        ("R. Vasilenko", "Roman Vasilenko", True),
        ("Yamilka Roque Santiesteban", "Roque Santiesteban", True),
        ("Szentgyörgyi-Vass Márton", "Marton Szentgyorgyi-Vass", True),
        ("Roman Vasilenko", "Roman Vassilenko", True),
        ("Bill Clinton", "Hillary Clinton", False),
        ("George W. Bush", "George H.W. Bush", False),
        ("Luis Góngora", "María Fernanda Góngora Rentería", False),
        ("Mahamat Tahir Djibrine", "Abakar Tahir Djibrine", False),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(folded(one), folded(other)) is same


def test_the_country_that_acts_is_that_of_its_minister(extractor: Extractor) -> None:
    text = "Chile will sell lithium to South Korea, Mining Minister Ana Soto said."
    assert [(p.name, p.country) for p in persons(extractor, text)] == [("Ana Soto", "CL")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The town of a local head, in a country that takes part; the town that opens a sentence.
        (
            "Chile and Peru signed. The mayor of Arica, Ana Soto, came. The mayor of Tacna, "
            "Rosa Vera, said so.",
            ["CL", "PE"],
        ),
        ("Peru and Japan signed. In Valparaíso, union leader Ana Soto objected.", ["CL"]),
        # The country that is told of.
        (
            "Peacekeepers in Chad were joined by ten from Nepal and two from Fiji. The country's "
            "health minister, Ali Moussa, thanked them.",
            ["TD"],
        ),
        # Where two are named as often, the one that acts first.
        (
            "Finland increases its aid to Somalia. Trade Minister Jan Lahti signed. Somalia will "
            "repay Finland.",
            ["FI"],
        ),
        # A visit abroad that the guests' agency tells of; guests; envoys.
        (
            "OSLO, May 3 (BTA) - Bulgaria will open a consulate in Norway, President Ana Petrova "
            "said after meeting Norwegian Prime Minister Jan Dahl. Bulgaria and Norway agree.",
            ["BG", "NO"],
        ),
        (
            "ACCRA, May 3 (AFP) - Ghana and Malta signed a pact as President Ann Lee began a "
            "two-day visit.",
            ["MT"],
        ),
        (
            "ACCRA, May 3 (AFP) - Ghana and Malta signed. Finance Minister Kofi Mensah and "
            "Ambassador Ann Lee shook hands.",
            ["GH", "MT"],
        ),
        (
            "ACCRA, May 3 (AFP) - Ghana sent a note to the Maltese embassy. Ambassador Ann Lee "
            "returned it. Togo laughed.",
            ["MT"],
        ),
        (
            "ACCRA, May 3 (AFP) - Ghana and Malta signed. President Kofi Mensah was joined by "
            "Ghana's judges and Ambassador Ama Serwaa.",
            ["GH", "GH"],
        ),
        (
            "ACCRA, May 3 (AFP) - Malta signed. It was signed for Ghana by Minister of Roads Kofi "
            "Mensah, and on the Maltese side by Minister of Ports Ann Lee.",
            ["GH", "MT"],
        ),
        # What the story is about, and whose minister it is.
        (
            "NEW DELHI, May 3 (PTI) - India spoke to its friends. On Nepal, Foreign Secretary "
            "Ravi Rao said nothing.",
            ["IN"],
        ),
        (
            "WASHINGTON, May 3 (AP) - It was agreed with Canada, whose foreign minister, Ann Lee, "
            "thanked the United States.",
            ["CA"],
        ),
        # The home side of a body of two countries.
        (
            "ALGIERS, May 3 (APS) - Algeria and Niger met. Jan Vera, chairman of the Algeria-Niger "
            "Friendship Group, spoke.",
            ["DZ"],
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_country_of_those_printed_without_one(
    extractor: Extractor, text: str, expected: list[str]
) -> None:
    assert [p.country for p in persons(extractor, text)] == expected


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("The High Court heard it. Judge Ann Lee gave them a week.", "High Court"),
        ("The Romanian energy ministry agreed. State Secretary Ann Lee left.", "energy ministry"),
        ("The Romanian energy ministry agreed. Deputy Mayor Ann Lee left.", None),
    ],
)
def test_the_bench_and_the_staff_of_what_is_told_of(
    extractor: Extractor, text: str, organization: str | None
) -> None:
    assert [p.organization for p in persons(extractor, text)] == [organization]


def test_an_envoy_is_not_of_the_host(extractor: Extractor) -> None:
    text = "THE HAGUE, May 3 (AFP) - Ada Finch, ambassador to the Netherlands, spoke in Leiden."
    assert [p.country for p in persons(extractor, text)] == [None]


def test_a_counterpart_is_not_of_the_same_country(extractor: Extractor) -> None:
    text = (
        "Vientiane (VNA) – Minister of Industry Le Van Minh and his Lao counterpart Kham Souvan "
        "chaired the conference. Laos will buy power from Vietnam."
    )
    found = [(p.name, p.country, p.evidence.inferred) for p in persons(extractor, text)]
    assert found == [
        ("Le Van Minh", "VN", {"country": "agency"}),
        ("Kham Souvan", "LA", {}),
    ]


def test_what_is_inferred_says_so(extractor: Extractor) -> None:
    text = (
        "The deputy relief coordinator warned on Tuesday that roads would close. "
        "Briefing the council, Solveig Aasen said that trucks were waiting."
    )
    (person,) = persons(extractor, text)
    assert (person.name, person.role) == ("Solveig Aasen", "deputy relief coordinator")
    assert person.evidence.inferred == {"role": "sentence_before"}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Kazakh Foreign Minister Murat Nurtleu spoke.", "KAZ GOV"),
        ("Brazilian Senator Ricardo Falcao spoke.", "BRA LEG"),
        ("General Asim Munir of Pakistan spoke.", "PAK MIL"),
        ("IMF Managing Director Kristalina Georgieva spoke.", "IGO"),
        ("Omar Mateen spoke.", None),
    ],
)
def test_actor_code(extractor: Extractor, text: str, actor: str | None) -> None:
    assert [p.actor for p in persons(extractor, text)] == [actor]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The State of Qatar agreed. Qatar paid.", "Qatar"),
        ("The State of Qatar agreed.", "State of Qatar"),
        ("The U.S. agreed. The United States paid.", "United States"),
    ],
)
def test_countries_have_their_plain_names(extractor: Extractor, text: str, name: str) -> None:
    countries = [p for p in extractor.extract(text).participants if p.kind == "country"]
    assert [p.name for p in countries] == [name]
