"""The scorer: what counts as right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsextract import InputError
from newsextract.evaluation import read_gold, same_name, score, token_f1

GOLD: dict[str, Any] = {
    "id": "x",
    "published": None,
    "dateline": {"city": "Astana", "country": "KZ", "date": None, "agency": None},
    "quotes": [
        {
            "kind": "direct",
            "speaker": "Leo Docherty",
            "cue": "said",
            "pieces": [[0, 40], [60, 100]],
        },
        {"kind": "mixed", "speaker": "FCDO", "cue": "noted", "start": 200, "end": 260},
    ],
    "money": [
        {
            "start": 300,
            "end": 312,
            "amount": "1800000000",
            "amount_max": None,
            "currency": "USD",
            "bound": "exact",
            "measure": "bilateral trade turnover",
            "flow": "total",
            "period": None,
        }
    ],
    "participants": [
        {
            "name": "Leo Docherty",
            "kind": "person",
            "role": "Parliamentary Under Secretary of State",
            "organization": None,
            "country": "GB",
        },
        {"name": "International Monetary Fund", "kind": "organization", "country": None},
    ],
}


def changed(**fields: Any) -> dict[str, Any]:
    return {**GOLD, **fields}


def test_gold_against_itself_is_all_right() -> None:
    scores = score([(GOLD, GOLD)])
    assert {finds.f1 for finds in scores.finds.values()} == {1.0, None}
    assert {share.rate for share in scores.shares.values()} == {1.0}
    assert scores.wrong == {}


def test_nothing_found_is_all_wrong() -> None:
    nothing = changed(dateline=None, quotes=[], money=[], participants=[])
    scores = score([(GOLD, nothing)])
    assert [scores.finds[f].f1 for f in ("dateline", "direct", "money", "participants")] == [0] * 4
    assert scores.wrong == {"x": ["dateline", "direct", "money"]}


def test_fields_that_the_gold_leaves_out_are_not_scored() -> None:
    amounts = {key: GOLD[key] for key in ("id", "money")}
    scores = score([(amounts, changed(dateline=None, quotes=[]))])
    assert set(scores.finds) == {"money"}
    assert {name.split(".")[0] for name in scores.shares} == {"money"}
    assert scores.wrong == {}


def test_the_outer_span_of_a_broken_quote_is_enough() -> None:
    quote = {"kind": "direct", "speaker": "Docherty", "cue": "said", "start": 0, "end": 100}
    scores = score([(GOLD, changed(quotes=[quote]))])
    assert scores.finds["direct"].f1 == 1
    assert scores.shares["direct.speaker"].rate == 1


def test_a_quoted_fragment_of_a_mixed_quote_is_neither_right_nor_wrong() -> None:
    fragment = {"kind": "direct", "speaker": None, "cue": None, "start": 220, "end": 240}
    scores = score([(GOLD, changed(quotes=[*GOLD["quotes"], fragment]))])
    assert scores.shares["record"].rate == 1


def test_an_amount_found_twice_is_once_too_many() -> None:
    scores = score([(GOLD, changed(money=GOLD["money"] * 2))])
    assert scores.finds["money"].precision == 0.5
    assert scores.shares["record"].rate == 0


def test_an_organization_is_found_by_its_initials() -> None:
    imf = {"name": "IMF", "kind": "organization", "country": None}
    scores = score([(GOLD, changed(participants=[imf]))])
    assert scores.finds["participants.organization"].f1 == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Roman Vasilenko", "Vasilenko", True),
        ("Mr. Vasilenko", "R. Vasilenko", True),
        ("Roman Vasilenko", "Pavel Vasilenko", False),
        ("Xi", "Xi Jinping", True),
        ("Recep Tayyip Erdoğan", "Erdogan", True),
        ("Recep", "Recep Erdogan", False),
        (None, None, True),
        ("A B", None, False),
        ("the U.S.", "US", True),
    ],
)
def test_names(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same


def test_token_f1() -> None:
    assert token_f1("trade turnover", "bilateral trade turnover") == pytest.approx(0.8)
    assert token_f1(None, "") == 1
    assert token_f1("a", None) == 0


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("money", [{"amount": "5", "currency": "USD"}], "line 1: money.0.bound: Field required"),
        ("money", [{**GOLD["money"][0], "start": "x"}], "line 1: money.0.start: .* integer"),
        ("quotes", [{"kind": "direct", "speaker": None, "cue": None}], "start and end, or pieces"),
        ("participants", [{"name": "Kenya", "kind": "state"}], "line 1: participants.0.kind: "),
        ("participants", "Kenya", "line 1: participants: .* list"),
    ],
)
def test_gold_that_is_no_gold_is_named(
    tmp_path: Path, field: str, value: object, complaint: str
) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps({"id": "a1", "text": "It costs $5.", field: value}))
    with pytest.raises(InputError, match=complaint):
        read_gold(file)
