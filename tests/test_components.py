"""The parsers as components of somebody's own spaCy pipeline."""

from __future__ import annotations

import importlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import DocBin

from newsextract import ConfigurationError, Extractor, NewsRecord, components
from newsextract.extractor import FIELDS

ROOT = Path(__file__).parents[1]
TEXTS = [
    (ROOT / "fixtures/diplo/articles" / name).read_text()
    for name in ("001-trend-kazakhstan-hungary.txt", "007-reuters-london-grain.txt")
]


@pytest.fixture
def nlp(extractor: Extractor) -> Language:
    """A pipeline of its own that shares the trained components."""
    own = spacy.blank("en", vocab=extractor.language.nlp.vocab)
    for name in ("tok2vec", "tagger", "parser", "ner"):
        own.add_pipe(name, source=extractor.language.nlp)
    return own


def add_all(nlp: Language) -> Language:
    for field in FIELDS:
        nlp.add_pipe(f"newsextract_{field}")
    return nlp


def clean(extractor: Extractor, text: str) -> str:
    from newsextract.reading import read

    return read(text).text


def test_the_finds_are_those_of_extract(extractor: Extractor, nlp: Language) -> None:
    add_all(nlp)
    for text in TEXTS:
        # The components get the parse of the extractor, which splits sentences at blocks.
        story = extractor._begin(clean(extractor, text)).story
        (doc,) = extractor.language.parse([story], 1)
        for name, component in nlp.pipeline:
            if name.startswith("newsextract_"):
                doc = component(doc)
        expected = extractor.extract(clean(extractor, text))
        found: NewsRecord = doc._.newsextract
        assert found.model_copy(update={"model": expected.model}) == expected


@pytest.mark.parametrize("field", FIELDS)
def test_each_may_be_used_alone(nlp: Language, field: str) -> None:
    nlp.add_pipe(f"newsextract_{field}")
    record: NewsRecord = nlp(TEXTS[0])._.newsextract
    for other in set(FIELDS) - {field}:
        assert not getattr(record, other)
    for find in record.quotes + record.figures + record.participants:
        for span in getattr(find, "pieces", None) or getattr(find, "mentions", None) or [find.span]:  # type: ignore[union-attr]
            assert TEXTS[0][span.start : span.end] == span.text


def test_finds_survive_saving_and_other_processes(nlp: Language) -> None:
    add_all(nlp)
    expected = [nlp(text)._.newsextract for text in TEXTS]
    assert [doc._.newsextract for doc in nlp.pipe(TEXTS, n_process=2)] == expected
    kept = DocBin(store_user_data=True, docs=nlp.pipe(TEXTS)).to_bytes()
    docs = DocBin().from_bytes(kept).get_docs(nlp.vocab)
    assert [doc._.newsextract for doc in docs] == expected


def test_a_missing_component_is_named() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("newsextract_quotes")
    with pytest.raises(ConfigurationError, match="newsextract_quotes: needs a tagger before it"):
        nlp("Text")
    assert nlp("")._.newsextract.quotes == ()


def test_a_parser_that_raises_is_a_warning(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def parse(self, story: object) -> object:
            raise ValueError("broken")

    monkeypatch.setattr(components, "_parser", lambda field: Broken())
    nlp.add_pipe("newsextract_figures")
    (note,) = nlp("Text")._.newsextract.warnings
    assert (note.code, note.field, note.message) == (
        "parser_failed",
        "figures",
        "ValueError: broken",
    )


def test_the_entry_points_are_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    points = project["entry-points"]["spacy_factories"]
    assert set(points) == {f"newsextract_{field}" for field in FIELDS}
    for name, target in points.items():
        module, attribute = target.split(":")
        assert callable(getattr(importlib.import_module(module), attribute))
        assert Language.has_factory(name)


def test_importing_costs_nothing_beside_spacy() -> None:
    script = (
        "import sys, spacy; before = set(sys.modules); import newsextract.components; "
        "print(*sorted(set(sys.modules) - before))"
    )
    loaded = subprocess.check_output([sys.executable, "-c", script], cwd=ROOT, text=True).split()
    assert loaded == ["newsextract", "newsextract.components"]
