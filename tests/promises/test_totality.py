"""Bad input gives a record or the documented error, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newsextract import Article, ConfigurationError, Extractor, InputError, ModelError
from newsextract.story import Story

LONG = 100_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "\x00" * 100,
        "\ud800\udfff lone",
        "\u202e\u200f",
        '"' * LONG,
        '" ' * (LONG // 2),
        "'" * LONG,
        "A" * LONG,
        "," * LONG,
        "$" * (LONG // 2),
        "1" * LONG,
        "$1,000,000" + ",000" * LONG,
        "\n" * LONG,
        "&" * LONG,
        "(" * LONG,
        "- " * LONG,
        "\u201c" * LONG,
        "\u201c\n" * (LONG // 2),
        "A." * LONG,
        "$0" * 3_000,
        "Profit was $5 million, $6 million " + "traders " * 3_000,
        '"a," he said. ' * 1_000,
    ],
    ids=lambda text: f"{text[:8]!r} x {len(text)}",
)
def test_junk_gives_a_record(extractor: Extractor, text: str) -> None:
    record = extractor.extract(text)
    assert not [note for note in record.warnings if note.code.endswith("_failed")]


def test_lone_surrogates_stay_in_the_spans_and_become_question_marks_in_json(
    extractor: Extractor,
) -> None:
    text = (
        "OSLO, May 2 - Norway\ud800 agreed. \u201cWe will\udfff pay $5 million,\u201d Ola Moe said."
    )
    record = extractor.extract(text, id="\ud800", source="\udcff.txt", headline="\ud800")
    assert [(q.kind, q.pieces[0].text) for q in record.quotes] == [
        ("direct", "We will\udfff pay $5 million,")
    ]
    data = json.loads(record.model_dump_json())
    assert data["quotes"][0]["pieces"][0]["text"] == "We will? pay $5 million,"
    assert (data["id"], data["source"], data["headline"]) == ("?", "?.txt", "?")


@pytest.mark.parametrize("value", [None, b"bytes", 3, ["list"]])
def test_a_wrong_type_is_an_input_error(extractor: Extractor, value: Any) -> None:
    with pytest.raises(InputError, match="text must be a str"):
        extractor.extract(value)


def test_in_a_stream_a_wrong_type_costs_only_itself(extractor: Extractor) -> None:
    bad: Any = None
    records = list(extractor.pipe(["One.", bad, Article("Three.", id="3")]))
    assert [[note.code for note in record.warnings] for record in records] == [
        [],
        ["unreadable_input"],
        [],
    ]
    assert records[2].id == "3"


def test_a_wrong_date_is_an_input_error(extractor: Extractor) -> None:
    with pytest.raises(InputError, match="ISO 8601"):
        extractor.extract("Text.", published="yesterday")


class Broken:
    def parse(self, story: Story) -> Any:
        raise LookupError("no luck")


class WordCount:
    def parse(self, story: Story) -> Any:
        return {"words": len(story.text.split())}


def test_a_parser_that_raises_costs_its_own_field_only(extractor: Extractor) -> None:
    own = Extractor(
        extractor.language.nlp,
        parsers={"quotes": Broken(), "figures": None, "length": WordCount()},
    )
    record = own.extract("PARIS, May 2 (AFP) - France will pay $5 million, it said.")
    assert [(n.code, n.field, n.message) for n in record.warnings] == [
        ("parser_failed", "quotes", "LookupError: no luck")
    ]
    assert record.figures == ()
    assert record.extensions == {"length": {"words": 12}}


def test_wrong_settings_name_their_key() -> None:
    with pytest.raises(ConfigurationError, match="batch_size: must be at least 1"):
        Extractor(batch_size=0)
    bad: Any = object()
    with pytest.raises(ConfigurationError, match=r"parsers\['quotes'\]: has no method"):
        Extractor(parsers={"quotes": bad})


def test_a_missing_model_says_what_to_run() -> None:
    with pytest.raises(ModelError, match="python -m spacy download en_core_web_xx"):
        Extractor("en_core_web_xx")


def test_a_model_of_another_language_or_without_a_parser_is_refused() -> None:
    import spacy

    with pytest.raises(ModelError, match="language 'de'"):
        Extractor(spacy.blank("de"))
    with pytest.raises(ModelError, match=r"has no tagger .*, parser .*, ner"):
        Extractor(spacy.blank("en"))
