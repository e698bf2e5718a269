"""Persons: who is named, with which office, how often."""

from __future__ import annotations

import pytest

from newsextract import Extractor
from newsextract.parsers.participants.names import folded, same_person


def persons(extractor: Extractor, text: str) -> list[tuple[str, str | None]]:
    record = extractor.extract(text)
    for participant in record.participants:
        for span in participant.mentions:
            assert text[span.start : span.end] == span.text
    return [(p.name, p.role) for p in record.participants if p.kind == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Deputy Minister of Foreign Affairs of Kazakhstan Roman Vasilenko arrived.",
            [("Roman Vasilenko", "Deputy Minister of Foreign Affairs")],
        ),
        (
            "It was signed by Kazakh Deputy Prime Minister – Foreign Minister Murat Nurtleu.",
            [("Murat Nurtleu", "Deputy Prime Minister – Foreign Minister")],
        ),
        (
            "Leo Docherty, the UK's minister for Europe, said the deal was done.",
            [("Leo Docherty", "minister for Europe")],
        ),
        (
            "Parliamentary Under Secretary of State at the FCDO of the UK, Leo Docherty, spoke.",
            [("Leo Docherty", "Parliamentary Under Secretary of State")],
        ),
        (
            "Ambassador of Kazakhstan to the Republic of Korea Yerlan Toktarov met officials.",
            [("Yerlan Toktarov", "Ambassador to the Republic of Korea")],
        ),
        (
            "The Minister of Trade, Industry and Energy, Mr. Baek Do-hyun, left. Baek smiled.",
            [("Baek Do-hyun", "Minister of Trade, Industry and Energy")],
        ),
        (
            "Talal bin Hamoud al-Shanfari, Oman's foreign minister, agreed. Al-Shanfari said so.",
            [("Talal bin Hamoud al-Shanfari", "foreign minister")],
        ),
    ],
)
def test_office_and_name(
    extractor: Extractor, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert persons(extractor, text) == expected


def test_one_participant_for_each_person(extractor: Extractor) -> None:
    text = (
        "Finance Minister Sohail Anwar Qureshi told the house so. Dr Qureshi said the mission "
        "had left. But PPP Senator Haroon Anwar Qureshi disagreed. Senator Qureshi left early."
    )
    assert [p.name for p in extractor.extract(text).participants if p.kind == "person"] == [
        "Sohail Anwar Qureshi",
        "Haroon Anwar Qureshi",
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Roman Vasilenko", "Roman A. Vasilenko", True),
        ("R. Vasilenko", "Roman Vasilenko", True),
        ("Yamilka Roque Santiesteban", "Roque Santiesteban", True),
        ("Szentgyörgyi-Vass Márton", "Marton Szentgyorgyi-Vass", True),
        ("Roman Vasilenko", "Roman Vassilenko", True),
        ("Bill Clinton", "Hillary Clinton", False),
        ("Luis Góngora", "María Fernanda Góngora Rentería", False),
        ("Mahamat Tahir Djibrine", "Abakar Tahir Djibrine", False),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(folded(one), folded(other)) is same
