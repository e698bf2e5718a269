"""The promises that hold for any text."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsextract import Extractor, NewsRecord
from tests.promises.invariants import check
from tests.promises.news import ARTICLES, texts

patient = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@patient
@given(text=texts)
def test_any_text_gives_a_record_whose_spans_are_the_callers(
    extractor: Extractor, text: str
) -> None:
    check(extractor.extract(text), text)


@pytest.mark.parametrize("text", ARTICLES, ids=lambda text: text[:30])
def test_each_article_of_the_corpus_holds_the_promises(extractor: Extractor, text: str) -> None:
    record = extractor.extract(text)
    check(record, text)
    assert NewsRecord.model_validate_json(record.model_dump_json()) == record


@settings(patient, max_examples=8)
@given(articles=st.lists(st.one_of(texts, st.sampled_from(ARTICLES)), max_size=6), data=st.data())
def test_a_record_is_the_same_alone_and_in_any_batch(
    extractor: Extractor, articles: list[str], data: st.DataObject
) -> None:
    alone = [extractor.extract(text).model_dump_json() for text in articles]
    size = data.draw(st.integers(1, 7), label="batch_size")
    batched = Extractor(extractor.language.nlp, batch_size=size).pipe(articles)
    assert [record.model_dump_json() for record in batched] == alone


@settings(patient, max_examples=20)
@given(text=texts, published=st.none() | st.dates())
def test_what_the_caller_says_is_on_the_record(
    extractor: Extractor, text: str, published: datetime.date | None
) -> None:
    record = extractor.extract(text, id="x", source="wire", published=published, headline="H")
    assert (record.id, record.source, record.headline) == ("x", "wire", "H")
    if published:
        assert (record.published, record.published_from) == (published, "caller")


def test_a_record_cannot_be_changed(extractor: Extractor) -> None:
    record = extractor.extract("")
    with pytest.raises(ValueError, match="frozen"):
        record.id = "other"
