"""Quotes from text to record: who said what, in which words.

A row: text -> (kind, speaker, cue, content) for each quote, stances left out.
"""

from __future__ import annotations

import pytest

from newsextract import Extractor
from newsextract.parsers.quotes import QuotesParser
from newsextract.record import NewsRecord

Row = tuple[str, str | None, str | None, str]


def found(record: NewsRecord) -> list[Row]:
    return [
        (q.kind, q.speaker.name if q.speaker else None, q.cue.text if q.cue else None, q.text)
        for q in record.quotes
        if q.kind != "stance"
    ]


DIRECT: list[tuple[str, list[Row]]] = [
    (
        '"We have agreed," said Under Secretary of the Treasury for Finance Garrett Whitcombe.',
        [("direct", "Garrett Whitcombe", "said", "We have agreed,")],
    ),
    (
        '"The deal is done," President Ana Duarte wrote on X. Mark Haas told reporters: "Yes."',
        [
            ("direct", "Ana Duarte", "wrote", "The deal is done,"),
            ("direct", "Mark Haas", "told", "Yes."),
        ],
    ),
    (
        '"The deal is done," Prime Minister Ana Duarte wrote on X. "It was hard."',
        [("direct", "Ana Duarte", "wrote", "The deal is done, It was hard.")],
    ),
    (
        '"We have agreed," Anna Lindqvist said.',
        [("direct", "Anna Lindqvist", "said", "We have agreed,")],
    ),
    (
        '"We have agreed," said Anna Lindqvist, the trade minister.',
        [("direct", "Anna Lindqvist", "said", "We have agreed,")],
    ),
    (
        '"We have agreed," Anna Lindqvist told reporters on Monday. "It was hard."',
        [("direct", "Anna Lindqvist", "told", "We have agreed, It was hard.")],
    ),
    (
        '"We have," Anna Lindqvist said, "agreed at last."',
        [("direct", "Anna Lindqvist", "said", "We have, agreed at last.")],
    ),
    (
        'Anna Lindqvist said: "We have agreed."',
        [("direct", "Anna Lindqvist", "said", "We have agreed.")],
    ),
    (
        'Anna Lindqvist told reporters in Oslo, "We have agreed."',
        [("direct", "Anna Lindqvist", "told", "We have agreed.")],
    ),
    (
        'Anna Lindqvist: "We have agreed on every word of it."',
        [("direct", "Anna Lindqvist", ":", "We have agreed on every word of it.")],
    ),
    (
        'Anna Lindqvist was quoted by the agency as saying: "We have agreed."',
        [("direct", "Anna Lindqvist", "saying", "We have agreed.")],
    ),
    (
        '"We have agreed," according to Anna Lindqvist.',
        [("direct", "Anna Lindqvist", "according to", "We have agreed,")],
    ),
    (
        '"We have agreed," Anna Lindqvist was quoted as saying.',
        [("direct", "Anna Lindqvist", "saying", "We have agreed,")],
    ),
    (
        '"We have agreed," said, for her part, the harbour chief, Mrs. Anna Lindqvist.',
        [("direct", "Anna Lindqvist", "said", "We have agreed,")],
    ),
    (
        '"We have agreed," quipped Senator Anna Lindqvist, who sits on the board.',
        [("direct", "Anna Lindqvist", "quipped", "We have agreed,")],
    ),
    (
        'Anna Lindqvist issued the following statement: "We have agreed on it."',
        [("direct", "Anna Lindqvist", "statement", "We have agreed on it.")],
    ),
    # A verb of no list, in the place of a cue
    (
        '"We have agreed," Anna Lindqvist beamed.',
        [("direct", "Anna Lindqvist", "beamed", "We have agreed,")],
    ),
    # A question and an exclamation
    ('"Who pays?" Anna Lindqvist asked.', [("direct", "Anna Lindqvist", "asked", "Who pays?")]),
    # Comma outside the marks
    (
        '"We have agreed", Anna Lindqvist said.',
        [("direct", "Anna Lindqvist", "said", "We have agreed")],
    ),
    # A whole clause between marks behind 'that' is direct
    (
        "Anna Lindqvist noted that “borrowed umbrellas leak in the rain”.",
        [("direct", "Anna Lindqvist", "noted", "borrowed umbrellas leak in the rain")],
    ),
    # Paragraphs
    (
        "“We have agreed.\n“It was hard work,” Anna Lindqvist said.",
        [("direct", "Anna Lindqvist", "said", "We have agreed. It was hard work,")],
    ),
    (
        "Anna Lindqvist had a simple answer:\n“We have agreed on it.”",
        [("direct", "Anna Lindqvist", "had", "We have agreed on it.")],
    ),
    # A paragraph of its own goes on with the last speaker
    (
        "“We have agreed,” Anna Lindqvist said.\n“Now the work begins.”",
        [
            ("direct", "Anna Lindqvist", "said", "We have agreed,"),
            ("direct", "Anna Lindqvist", None, "Now the work begins."),
        ],
    ),
    # Nobody is named: the quote is kept
    ('"We have agreed on it."', [("direct", None, None, "We have agreed on it.")]),
]

REPORTED: list[tuple[str, list[Row]]] = [
    (
        "Karl Lund said that London wanted a fair share, but would not be drawn on figures.",
        [("indirect", "Karl Lund", "said", "London wanted a fair share")],
    ),
    (
        'A request had been sent to Congress, Karl Lund said, "and an office stamped it."',
        [
            (
                "mixed",
                "Karl Lund",
                "said",
                'A request had been sent to Congress "and an office stamped it."',
            )
        ],
    ),
    (
        "Talks broke up on Monday, mediators said, with each side blaming the other.",
        [("indirect", "mediators", "said", "Talks broke up on Monday")],
    ),
    ("In Riga, Karl Lund wrote to the ministry on Monday.", []),
    (
        'Karl Lund assured the council that the funds would be released "within the week."',
        [
            (
                "mixed",
                "Karl Lund",
                "assured",
                'the funds would be released "within the week."',
            )
        ],
    ),
    (
        "A trader, granted anonymity to speak freely, said that fees would rise.",
        [("indirect", "trader", "said", "fees would rise")],
    ),
    (
        "Trade reached $9 million, according to the trade ministry, which expects no more.",
        [
            (
                "indirect",
                "trade ministry",
                "according to",
                "Trade reached $9 million",
            ),
        ],
    ),
    (
        "When asked about the fees, Karl Lund answered in the affirmative.",
        [],
    ),
    (
        'Prime Minister Karl Lund told lawmakers he would answer "board for board".',
        [("mixed", "Karl Lund", "told", 'he would answer "board for board"')],
    ),
    (
        "As Commissioner Berit Olsen put it, the bloc had learned its lesson.",
        [("indirect", "Berit Olsen", "put it", "the bloc had learned its lesson")],
    ),
    (
        "As reported earlier by Energy Minister Karl Lund, the strike left towns without power.",
        [("indirect", "Karl Lund", "reported", "the strike left towns without power")],
    ),
    (
        "Tokyo has conveyed its concern to Beijing, Chief Cabinet Secretary Ryo Tanabe told a "
        'briefing, adding the incident was "most regrettable".',
        [
            ("indirect", "Ryo Tanabe", "told", "Tokyo has conveyed its concern to Beijing"),
            ("mixed", "Ryo Tanabe", "adding", 'the incident was "most regrettable"'),
        ],
    ),
    (
        "Karl Lund noted that Oslo had stood by Kyiv, and expressed the hope that aid would come.",
        [
            ("indirect", "Karl Lund", "noted", "Oslo had stood by Kyiv"),
            ("indirect", "Karl Lund", "expressed", "aid would come"),
        ],
    ),
    (
        "Speaking in Kigali, Minister of Trade Jean Uwera said the country was on course for "
        "access by 2030, noting that the tariff would be kept.",
        [
            ("indirect", "Jean Uwera", "said", "the country was on course for access by 2030"),
            ("indirect", "Jean Uwera", "noting", "the tariff would be kept"),
        ],
    ),
    (
        "Karl Lund explained that the bank had given $5 million, while the fund offered a loan.",
        [
            (
                "indirect",
                "Karl Lund",
                "explained",
                "the bank had given $5 million, while the fund offered a loan",
            )
        ],
    ),
    (
        'A ministry spokesman said the request would be considered "in due course".',
        [
            (
                "mixed",
                "ministry spokesman",
                "said",
                'the request would be considered "in due course"',
            )
        ],
    ),
    (
        "Anna Lindqvist was confident that the talks would go on.",
        [("indirect", "Anna Lindqvist", "confident", "the talks would go on")],
    ),
    (
        "Anna Lindqvist made it clear that the talks would go on.",
        [("indirect", "Anna Lindqvist", "clear", "the talks would go on")],
    ),
    (
        "The talks were hopeless, Anna Lindqvist said, so her aides decided to leave.",
        [
            (
                "indirect",
                "Anna Lindqvist",
                "said",
                "The talks were hopeless so her aides decided to leave",
            )
        ],
    ),
    (
        "Anna Lindqvist, whose firm won the tender, hailed the deal but said tolls must fall.",
        [("indirect", "Anna Lindqvist", "said", "tolls must fall")],
    ),
    (
        "Anna Lindqvist said that tolls brought in 3 million euros, and predicted that the "
        "bridge would pay.",
        [
            ("indirect", "Anna Lindqvist", "said", "tolls brought in 3 million euros"),
            ("indirect", "Anna Lindqvist", "predicted", "the bridge would pay"),
        ],
    ),
    (
        'Anna Lindqvist said the south, "which was promised a bridge", found no mention in it.',
        [
            (
                "mixed",
                "Anna Lindqvist",
                "said",
                'the south, "which was promised a bridge", found no mention in it',
            )
        ],
    ),
    (
        "Lindqvist-Okoro, for her part, announced that the talks would go on.",
        [("indirect", "Lindqvist-Okoro", "announced", "the talks would go on")],
    ),
    (
        "The port will open in May, figures from the Baltic Ports Authority (BPA) indicate.",
        [("indirect", "Baltic Ports Authority", "indicate", "The port will open in May")],
    ),
    (
        "The ferry will sail in May, Norway's Deputy Minister for Ports, Anna Lindqvist, has said.",
        [("indirect", "Anna Lindqvist", "said", "The ferry will sail in May")],
    ),
    (
        "Norway had asked for a delay, but the plan was dropped, two diplomats said.",
        [
            (
                "indirect",
                "two diplomats",
                "said",
                "Norway had asked for a delay, but the plan was dropped",
            )
        ],
    ),
    (
        "Anna Lindqvist said she was pleased by the vote, adding that it came late.",
        [
            ("indirect", "Anna Lindqvist", "said", "she was pleased by the vote"),
            ("indirect", "Anna Lindqvist", "adding", "it came late"),
        ],
    ),
    (
        "Anna Lindqvist replied that ten firms had applied, and that more would come.",
        [
            (
                "indirect",
                "Anna Lindqvist",
                "replied",
                "ten firms had applied, and that more would come",
            )
        ],
    ),
    (
        "Trade Minister Anna Lindqvist stated that Kenya is a key partner, and expressed hope "
        "that talks would end soon.",
        [
            ("indirect", "Anna Lindqvist", "stated", "Kenya is a key partner"),
            ("indirect", "Anna Lindqvist", "expressed", "talks would end soon"),
        ],
    ),
    (
        "Trade Minister Anna Lindqvist, without naming any country, said talks would go on.",
        [("indirect", "Anna Lindqvist", "said", "talks would go on")],
    ),
    (
        "Asked what the fund would mean for farmers, Anna Lindqvist said it would help.",
        [("indirect", "Anna Lindqvist", "said", "it would help")],
    ),
    (
        "Anna Lindqvist put the cost at some 70 million euros.",
        [("indirect", "Anna Lindqvist", "put", "the cost at some 70 million euros")],
    ),
    (
        "Minister Kh. Munkhbat said the talks would go on.",
        [("indirect", "Kh. Munkhbat", "said", "the talks would go on")],
    ),
    (
        "Anna Lindqvist said that the talks would go on.",
        [("indirect", "Anna Lindqvist", "said", "the talks would go on")],
    ),
    (
        "The talks would go on, Anna Lindqvist said.",
        [("indirect", "Anna Lindqvist", "said", "The talks would go on")],
    ),
    (
        "The talks, Anna Lindqvist said, would go on.",
        [("indirect", "Anna Lindqvist", "said", "The talks would go on")],
    ),
    (
        "The talks would go on, said Anna Lindqvist.",
        [("indirect", "Anna Lindqvist", "said", "The talks would go on")],
    ),
    (
        "Anna Lindqvist told parliament that the talks would go on.",
        [("indirect", "Anna Lindqvist", "told", "the talks would go on")],
    ),
    (
        "According to Anna Lindqvist, the talks will go on.",
        [("indirect", "Anna Lindqvist", "According to", "the talks will go on")],
    ),
    (
        "The talks will go on, according to Anna Lindqvist.",
        [("indirect", "Anna Lindqvist", "according to", "The talks will go on")],
    ),
    (
        "As Anna Lindqvist noted, the talks will go on.",
        [("indirect", "Anna Lindqvist", "noted", "the talks will go on")],
    ),
    (
        "It was noted that the talks would go on.",
        [("indirect", None, "noted", "the talks would go on")],
    ),
    (
        "The talks went well, Anna Lindqvist said, adding that more would follow.",
        [
            ("indirect", "Anna Lindqvist", "said", "The talks went well"),
            ("indirect", "Anna Lindqvist", "adding", "more would follow"),
        ],
    ),
    (
        "In Anna Lindqvist's view, the talks have failed.",
        [("indirect", "Anna Lindqvist", "In Anna Lindqvist's view", "the talks have failed")],
    ),
    (
        "Anna Lindqvist expressed the hope that the talks would go on.",
        [("indirect", "Anna Lindqvist", "expressed", "the talks would go on")],
    ),
    (
        "Anna Lindqvist confirmed her readiness to go on with the talks.",
        [("indirect", "Anna Lindqvist", "confirmed", "her readiness to go on with the talks")],
    ),
    (
        "The committee heard that the talks would go on.",
        [("indirect", None, "heard", "the talks would go on")],
    ),
    (
        "The talks would go on for a year, an Oslo court heard on Monday.",
        [("indirect", None, "heard", "The talks would go on for a year")],
    ),
    (
        "The bridge is late, Anna Lindqvist said on Friday, and it will be dear.",
        [("indirect", "Anna Lindqvist", "said", "The bridge is late and it will be dear")],
    ),
    (
        "The Minister of Ports, Ms. Anna Lindqvist, said in a separate letter that the toll bill "
        "would be held under NOK 206 billion in 2027 and that arrears to builders would be "
        "cleared in parts.",
        [
            (
                "indirect",
                "Anna Lindqvist",
                "said",
                "the toll bill would be held under NOK 206 billion in 2027 and that arrears to "
                "builders would be cleared in parts",
            )
        ],
    ),
    # Mixed
    (
        'Anna Lindqvist said the talks were "over and done with".',
        [("mixed", "Anna Lindqvist", "said", 'the talks were "over and done with"')],
    ),
    (
        'Anna Lindqvist called it "the best news of the year".',
        [("mixed", "Anna Lindqvist", "called", 'it "the best news of the year"')],
    ),
    (
        'Anna Lindqvist described the deal as "a promise kept".',
        [("mixed", "Anna Lindqvist", "described", 'the deal as "a promise kept"')],
    ),
    # Reports in reports: the outer one
    (
        "Anna Lindqvist said she believed that the talks would go on.",
        [("indirect", "Anna Lindqvist", "said", "she believed that the talks would go on")],
    ),
]

SPEAKERS: list[tuple[str, list[str | None]]] = [
    (
        "Turkish Foreign Minister Levent Kaya met his Iraqi counterpart Dhia al-Rubai. Kaya said "
        "fees fell.\nHis guest said rent rose.",
        ["Levent Kaya", "Dhia al-Rubai"],
    ),
    (
        "External Affairs Ministry spokesperson Anil Desai spoke. Fisher Raj Sol said "
        "fees fell.\nThe MEA spokesperson said rent rose.",
        ["Raj Sol", "Anil Desai"],
    ),
    (
        "House member Ratna Wulandari criticized the cabinet.\n"
        '"Fees rise," the Golkar politician said.',
        ["Ratna Wulandari"],
    ),
    (
        "The Andean Community said trade fell. Peru left.\nPrices rose, according to the Andean "
        "body, whose tables are old.",
        ["Andean Community", "Andean Community"],
    ),
    (
        'Trade Adviser Mahfuz Karim told reporters that fees fell. "Why?" posed lawmaker Ez Omwe.',
        ["Mahfuz Karim", "Ez Omwe"],
    ),
    (
        'Council head Dante Escobedo spoke. "My men will row," the retired vice admiral said.',
        ["Dante Escobedo"],
    ),
    (
        "Analyst Kim Berg said fees fell. He said rent rose. Analyst Lee Holm said fees rose.\n"
        "Kim Berg disagreed, and so did Lee Holm. She said rent fell.",
        ["Kim Berg", "Kim Berg", "Lee Holm", "Lee Holm"],
    ),
    (
        "China's mission to the EU said fees fell. It added that rent rose.",
        ["mission to the EU", "mission to the EU"],
    ),
    (
        "NATO Secretary-General Mark Haas met Polish President Adam Nowak.\nThe alliance chief "
        "said more would come.\nThe Pole thanked him, saying it was needed.",
        ["Mark Haas", "Adam Nowak"],
    ),
    (
        "The governor of the Bank of Ghana, Kofi Asante, met Finance Minister Ama Boateng.\nThe "
        "central bank chief said rates would fall.",
        ["Kofi Asante"],
    ),
    (
        'U.S. Secretary of State John Miller met his Chinese counterpart Li Wei.\n"We differ," '
        "America's top diplomat said.\nThe Chinese minister said talks would go on.",
        ["John Miller", "Li Wei"],
    ),
    (
        "Ambassador Sattar al-Jumaili met the press.\nHis Excellency said trade had risen.",
        ["Sattar al-Jumaili"],
    ),
    (
        'Prime Minister Eva Roth met Energy Minister Karl Lund.\n"We agree," the minister said.',
        ["Karl Lund"],
    ),
    (
        "Fees fell, the Finance Ministry said.\n\nTrade minister Ken Oda left.\n\nAnna Berg of the "
        "Bank of Japan left.\n\nIt rained.\n\nIt snowed.\n\nThe yen rose, the ministry said.",
        ["Finance Ministry", "Finance Ministry"],
    ),
    ('Anna Lindqvist arrived on Monday.\n"We agree," she said.', ["Anna Lindqvist"]),
    ('Anna Lindqvist arrived on Monday.\n"We agree," Lindqvist said.', ["Anna Lindqvist"]),
    (
        'Trade Minister Anna Lindqvist met Ambassador Luo Wen.\n"We agree," the minister said.',
        ["Anna Lindqvist"],
    ),
    (
        'Trade Minister Anna Lindqvist met Ambassador Luo Wen.\n"So do we," the ambassador said.',
        ["Luo Wen"],
    ),
    (
        'Mr. Paul Renner met Mrs. Anna Lindqvist.\n"We agree," she said.\n"Indeed," he replied.',
        ["Anna Lindqvist", "Paul Renner"],
    ),
    ("Anna Lindqvist, who said that talks would go on, left.", ["Anna Lindqvist"]),
    ('"We agree," a Western diplomat said.', ["Western diplomat"]),
    (
        "A spokesman for Anna Lindqvist said the talks would go on.",
        ["spokesman for Anna Lindqvist"],
    ),
    ("Kenya and the Netherlands fear that talks would fail.", ["Kenya and the Netherlands"]),
    (
        "Ports Minister Anna Lindqvist received Deputy Trade Minister Leo Docherty, who spoke.\n"
        "The ferry will sail in May, the minister said.",
        ["Anna Lindqvist"],  # he is a deputy
    ),
    (
        'Governor Anna Lindqvist opened the bridge.\n"We agree," the Republican said.',
        ["Anna Lindqvist"],
    ),
    (
        "The head of the rope works of the southern harbour, Anna Lindqvist, said talks went on.",
        ["Anna Lindqvist"],
    ),
    (
        "Trade Minister Anna Lindqvist wrote to the port.\nHer letter warned that talks failed.",
        ["Anna Lindqvist"],
    ),
    (
        "A harbour official who spoke in private to discuss the tender said talks went on.",
        ["harbour official"],
    ),
    (
        "The Baltic Fund and the Oslo Bank met the Ports Ministry.\n"
        "The Oslo Bank said that talks went on.\nThe lender added that they were hard.",
        ["Oslo Bank", "Oslo Bank"],
    ),
    ("The Kazakh side said that talks would go on.", ["Kazakh side"]),
    ('"We agree," the minister said.', ["minister"]),
    (
        'Spokeswoman Anna Lindqvist met the press.\n"We agree," the spokesperson said.',
        ["Anna Lindqvist"],
    ),
    (
        "Kazakh Foreign Minister Anna Lindqvist met British Foreign Secretary Leo Docherty.\n"
        '"We agree," the British minister said.',
        ["British minister"],  # he is a secretary
    ),
    (
        "Kazakh Foreign Minister Anna Lindqvist met British Foreign Secretary Leo Docherty.\n"
        '"We agree," the British diplomat said.',
        ["Leo Docherty"],
    ),
    ("Two officials said talks failed. They said that nobody won.", ["Two officials"] * 2),
    ("It was earlier reported that the talks had failed.", [None]),
    (
        "Addressing reporters in Oslo after the meeting, Anna Lindqvist said talks would go on.",
        ["Anna Lindqvist"],
    ),
    (
        "Eva Meri, secretary-general of the Baltic Forum (BF), and Minister Leo Docherty met.\n"
        "The BF secretary-general said that the talks would go on.",
        ["Eva Meri"],
    ),
    (
        "Foreign Minister Leo Docherty, and Prime Minister Anna Lindqvist signed the treaty.\n"
        "The Prime Minister said that talks would go on.",
        ["Anna Lindqvist"],  # what stands behind ', and' describes nobody
    ),
    (
        "The case was brought by Leo Docherty, an activist who has won before.\n"
        '"We agree," the activist said.\n"Indeed," he added.',
        ["Leo Docherty", "Leo Docherty"],
    ),
    (
        "The Baltic Fund and Norway signed the loan, said a statement by the Fund.\n"
        "The line will open in May, it added.",
        ["Baltic Fund", "Baltic Fund"],
    ),
    (
        "Norway hopes to ship apples to Kenya by May, Trade Minister Anna Lindqvist has said.\n"
        "The visit followed talks with Kenyan Trade Minister Peter Kamau.\n"
        '"We agree," the minister told reporters.',
        ["Anna Lindqvist", "Anna Lindqvist"],  # who spoke goes before who was named
    ),
    (
        "A source at the port, who asked not to be named because of the dispute, said that "
        "the talks would go on.",
        ["source at the port"],
    ),
    ("Eurostat data showed that trade fell by half.", ["Eurostat"]),
    (
        "The ferry line will open in May, an official said on Monday.\n\n"
        "Deputy Transport Minister Anna Lindqvist inspected the harbour.",
        ["Anna Lindqvist"],
    ),
    (
        "The ferry line will open in May, a minister said on Monday.\n\n"
        "Mayor Anna Lindqvist inspected the harbour.",
        ["minister"],  # she holds another office
    ),
    (
        'A broker in Singapore said rates had doubled. "Risk never gets cheaper," the broker said.',
        ["broker in Singapore", "broker in Singapore"],
    ),
    (
        'A broker in Lagos said it was slow. "We wait," the ship broker said.',
        ["broker in Lagos", "broker in Lagos"],
    ),
]

NO_SPEECH = [
    "Anna Lindqvist declined to say what the bridge would cost.",
    "Anna Lindqvist heard that the talks would go on.",
    "There was reason to be confident that the talks would go on.",
    "The lake was so glad a sight that nobody left.",
    "Talks must go on, envoy says\n\nOSLO, May 3 (AFP) - The talks went on for a week.",
    "The note was posted on the site of the ministry, Ukrinform reports.",
    "The law puts 6,000 jobs at risk.",
    "The cable, the cost of which is estimated at 3 million euros, will be laid in May.",
    "He opened the forum “Central Asia – Korea” on Monday.",
    'Rolando "Boying" Villaflor arrived on Monday.',
    'Protesters carried placards reading "Lunatic Express" through the capital.',
    'The ship "Friendship 1" left the port.',
    "The so-called 'third way' was tried before.",
]


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_direct(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert found(extractor.extract(text)) == expected


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_reported(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert found(extractor.extract(text)) == expected


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speakers(extractor: Extractor, text: str, expected: list[str | None]) -> None:
    assert [row[1] for row in found(extractor.extract(text))] == expected


@pytest.mark.parametrize("text", NO_SPEECH)
def test_no_speech(extractor: Extractor, text: str) -> None:
    assert found(extractor.extract(text)) == []


SEED = """date 2023-10-02 ASTANA, Kazakhstan, October 2. Kazakhstan and the UK are preparing to \
sign an Agreement, said Deputy Minister of Foreign Affairs of Kazakhstan Roman Vasilenko during \
the 7th meeting of the Strategic Dialogue, Trend reports.

"Kazakhstan stands for the strengthening of the partnership," Vasilenko said.

At the same time, he confirmed his readiness to promote a comprehensive dialogue.

In turn, Docherty noted that Kazakhstan is a very important partner of the UK.
"""


def test_wire_story(extractor: Extractor) -> None:
    assert [(kind, speaker) for kind, speaker, _, _ in found(extractor.extract(SEED))] == [
        ("indirect", "Roman Vasilenko"),
        ("direct", "Roman Vasilenko"),
        ("indirect", "Roman Vasilenko"),
        ("indirect", "Docherty"),
    ]


def test_stances_are_apart(extractor: Extractor) -> None:
    record = extractor.extract("Anna Lindqvist denounced the raid and called for a truce.")
    assert [(q.kind, q.text) for q in record.quotes] == [
        ("stance", "the raid"),
        ("stance", "a truce"),
    ]


KNOWN_FAILURES: list[tuple[str, list[Row]]] = [
    # The attribution parts a clause from its object.
    (
        "Cuba pays today, Anna Lindqvist explained, up to 620 dollars for a ton of rice.",
        [
            (
                "indirect",
                "Anna Lindqvist",
                "explained",
                "Cuba pays today up to 620 dollars for a ton of rice",
            )
        ],
    ),
    # The speaker stands in a relative clause.
    (
        '"We will help," was all that Anna Lindqvist would say.',
        [("direct", "Anna Lindqvist", "say", "We will help,")],
    ),
]


@pytest.mark.xfail
@pytest.mark.parametrize(("text", "expected"), KNOWN_FAILURES)
def test_known_failures(extractor: Extractor, text: str, expected: list[Row]) -> None:
    assert found(extractor.extract(text)) == expected


def test_quoted_words_in_a_list_are_one_content(extractor: Extractor) -> None:
    record = extractor.extract('Anna Lindqvist rated the claims as "false" or "misleading".')
    assert [(q.kind, q.text) for q in record.quotes] == [
        ("mixed", 'the claims as "false" or "misleading"'),
    ]


def test_a_quote_behind_the_title_of_a_programme_goes_on(extractor: Extractor) -> None:
    text = '"We agree," Anna Lindqvist said on "The Late Hour." "It was hard work."'
    assert found(extractor.extract(text)) == [
        ("direct", "Anna Lindqvist", "said", "We agree, It was hard work."),
    ]


def test_stances_can_be_left_out() -> None:
    extractor = Extractor(parsers={"quotes": QuotesParser(stances=False)})
    assert extractor.extract("Anna Lindqvist denounced the raid.").quotes == ()


def test_a_header_line_quotes_nobody(extractor: Extractor) -> None:
    text = "Published Oct 12, 2023 4:11 PM GMT\n\nLONDON, Oct 12 (Reuters) - Britain will pay."
    assert extractor.extract(text).quotes == ()


def test_a_quoted_phrase_that_begins_small_is_somebodys_words(extractor: Extractor) -> None:
    text = (
        "The treaty came under fire over “the longest list of exceptions ever written”. "
        "The film “The Long List of Exceptions” and its “quiet” hero were not mentioned."
    )
    found = [(q.kind, q.text, q.speaker, q.cue) for q in extractor.extract(text).quotes]
    assert found == [("stance", "the longest list of exceptions ever written", None, None)]
