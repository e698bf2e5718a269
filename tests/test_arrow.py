"""Arrow: the same records, one schema, in every engine."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from newsextract import ConfigurationError, Extractor
from newsextract.record import NewsRecord

pa = pytest.importorskip("pyarrow")
from newsextract import arrow  # noqa: E402
from newsextract.extractor import Article  # noqa: E402
from tests.batch.fake import FakeReader, rich_record  # noqa: E402

ROOT = Path(__file__).parents[1]
TEXTS = [p.read_text() for p in sorted((ROOT / "fixtures/diplo/articles").glob("*.txt"))][:6]


def batch_of(texts: list[str | None], **columns: list[Any]) -> Any:
    return pa.RecordBatch.from_pydict({"text": texts, **columns})


@pytest.fixture(autouse=True)
def one_model(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "_extractor", lambda model: extractor)


def test_the_schema_is_the_one_of_its_version() -> None:
    """When this fails: raise SCHEMA_VERSION, and write the snapshot anew with
    ``newsextract schema --arrow > docs/arrow_schema.txt``."""
    snapshot = (ROOT / "docs" / "arrow_schema.txt").read_text(encoding="utf-8")
    assert f"{arrow.schema_text()}\n" == snapshot


def test_the_same_records_as_extract(extractor: Extractor) -> None:
    ids = [f"a{i}" for i in range(len(TEXTS))]
    days = [datetime.date(2024, 1, 1 + i) for i in range(len(TEXTS))]
    batch = batch_of(list(TEXTS), key=ids, day=days, url=ids, title=ids)
    found = arrow.extract_batch(
        batch,
        id_column="key",
        source_column="url",
        headline_column="title",
        published_column="day",
        agency_column="title",
    )
    expected = [
        extractor.extract(text, id=id, source=id, headline=id, published=day, agency=id)
        for text, id, day in zip(TEXTS, ids, days, strict=True)
    ]
    assert found.equals(arrow.to_batch(expected))
    assert found.schema.equals(arrow.schema(), check_metadata=True)


def test_a_record_comes_back_whole() -> None:
    record = rich_record(Article("Text"), FakeReader().model)
    (row,) = arrow.to_batch([record]).to_pylist(maps_as_pydicts="strict")
    row["extensions"] = record.extensions
    assert NewsRecord.model_validate(row) == record


@pytest.mark.parametrize(
    ("amount", "stored"),
    [
        (Decimal("1.8E+9"), Decimal("1800000000.000000000")),
        (Decimal("0.1234567891"), Decimal("0.123456789")),
        (Decimal("9" * 29), Decimal("9" * 29)),
        (Decimal("9" * 30), None),
        (Decimal("1E+400"), None),
    ],
)
def test_money_is_exact_or_null_with_a_warning(amount: Decimal, stored: Decimal | None) -> None:
    record = rich_record(Article("Text"), FakeReader().model)
    figure = record.figures[0].model_copy(update={"amount": amount})
    (row,) = arrow.to_batch([record.model_copy(update={"figures": (figure,)})]).to_pylist()
    assert row["figures"][0]["amount"] == stored
    codes = [note["code"] for note in row["warnings"]]
    assert ("number_too_long" in codes) == (stored is None)


def test_a_null_text_is_a_row_with_a_warning() -> None:
    found = arrow.extract_batch(batch_of(["Text", None])).to_pylist()
    assert [[note["code"] for note in row["warnings"]] for row in found] == [[], ["no_text"]]


def test_no_rows() -> None:
    assert arrow.extract_table(pa.table({"text": pa.array([], pa.string())})).num_rows == 0


def test_wrong_columns() -> None:
    with pytest.raises(ConfigurationError, match="there is no 'body' among text"):
        arrow.extract_batch(batch_of(["Text"]), text_column="body")
    with pytest.raises(ConfigurationError, match="'text' holds int64, not strings"):
        arrow.extract_batch(pa.RecordBatch.from_pydict({"text": [1]}))


def test_slices_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = arrow.extract_table(pa.table({"text": TEXTS}))
    monkeypatch.setattr(arrow, "_SLICE", 2)
    assert arrow.extract_table(pa.table({"text": TEXTS})).combine_chunks().equals(whole)


def test_pandas_polars_and_duckdb() -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    duckdb = pytest.importorskip("duckdb")
    expected = arrow.extract_table(pa.table({"text": TEXTS}))
    assert arrow.extract_table(pandas.DataFrame({"text": TEXTS})).equals(expected)
    assert arrow.extract_table(polars.DataFrame({"text": TEXTS})).equals(expected)
    texts = pa.table({"text": TEXTS})
    assert arrow.extract_table(duckdb.sql("SELECT text FROM texts")).equals(expected)
    assert len(texts) == len(expected.to_pandas()) == len(polars.from_arrow(expected))
