"""The same records, whatever the output."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import duckdb
import pyarrow.parquet as pq
import pytest
from pydantic import BaseModel

from newsextract import OutputError, arrow
from newsextract.batch.sinks import SUFFIXES, Sink, sink_for
from newsextract.batch.sinks.tables import TABLES
from newsextract.extractor import Article
from newsextract.record import Evidence, NewsRecord, Span
from tests.batch.conftest import MakeArticles, Run, content
from tests.batch.fake import FakeReader
from tests.sample import RECORD

READER = FakeReader()


def records(first: int, last: int) -> list[NewsRecord]:
    return list(READER.pipe(Article(f"Article {i}") for i in range(first, last)))


def write(sink: Sink, *chunks: list[NewsRecord]) -> str:
    for chunk in chunks:
        sink.write(sink.encode(chunk))
    return sink.checkpoint()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_lies_behind_the_position_is_cut_off(tmp_path: Path, suffix: str) -> None:
    path, plain = tmp_path / f"out{suffix}", tmp_path / f"plain{suffix}"
    make = sink_for(path)
    sink = make(path, None)
    position = write(sink, records(0, 3), records(3, 5))
    write(sink, records(100, 110))  # saved, but the ledger never knew
    sink.close()
    sink = make(path, position)
    sink.write(sink.encode(records(200, 210)))  # never saved
    sink.close()
    sink = make(path, position)
    write(sink, records(5, 8))
    sink.finish()
    sink.close()
    sink = make(plain, None)
    write(sink, records(0, 8))
    sink.finish()
    sink.close()
    assert content(path) == content(plain)


def test_an_end_that_was_not_told_is_found_out(tmp_path: Path) -> None:
    """A run may be killed when its Parquet file is there, and the ledger doesn't know yet."""
    path = tmp_path / "out.parquet"
    make = sink_for(path)
    position: str | None = None
    for first, last in ((0, 3), (3, 5)):
        sink = make(path, position)
        position = write(sink, records(first, last))
        sink.finish()
    sink = make(path, position)
    write(sink, records(5, 6))
    sink.finish()
    assert pq.read_table(path).to_pylist() == arrow.to_batch(records(0, 6)).to_pylist()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_output_that_lost_rows_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"out{suffix}"
    make = sink_for(path)
    sink = make(path, None)
    write(sink, records(0, 3))
    position = sink.finish()
    sink.close()
    for file in make.files(path):
        shutil.rmtree(file, ignore_errors=True) if file.is_dir() else file.unlink(missing_ok=True)
    with pytest.raises(OutputError, match="restore it"):
        make(path, position)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_outputs_grow_run_by_run(
    articles: MakeArticles, run: Run, tmp_path: Path, suffix: str
) -> None:
    output, whole = tmp_path / f"out{suffix}", tmp_path / f"whole{suffix}"
    for number in (5, 5, 12, 20):
        run([articles(number)], output)
    run([articles(20)], whole)
    assert content(output) == content(whole)
    beside = {path.name for path in tmp_path.glob("out*")}
    assert beside == {output.name, f"{output.name}.ledger"}


def test_parquet_has_the_arrow_schema(tmp_path: Path) -> None:
    path = tmp_path / "out.parquet"
    sink = sink_for(path)(path, None)
    write(sink, records(0, 4))
    sink.finish()
    table = pq.read_table(path)
    assert table.schema.equals(arrow.schema())
    assert table.schema.metadata[b"newsextract.schema_version"]
    assert table.to_batches()[0].equals(arrow.to_batch(records(0, 4)))


def test_an_empty_input_gives_an_empty_output(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("")
    for suffix in SUFFIXES:
        output = tmp_path / f"out{suffix}"
        assert run([tmp_path / "empty.jsonl"], output).done == 0
        assert output.exists()


@pytest.mark.parametrize("suffix", [".sqlite", ".duckdb"])
def test_queries(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"out{suffix}"
    sink = sink_for(path)(path, None)
    given = records(0, 6)
    write(sink, given[:2], given[2:])
    sink.finish()
    sink.close()
    base: Any = sqlite3.connect(path) if suffix == ".sqlite" else duckdb.connect(str(path))

    def query(sql: str) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = base.execute(sql).fetchall()
        return rows

    assert query("SELECT speaker_name, count(*) FROM quotes GROUP BY 1 ORDER BY 1 NULLS LAST") == [
        ("Ana Sequeira", sum(len(r.quotes) for r in given)),
    ]
    (total,) = query("SELECT sum(amount) FROM figures WHERE giver IS NOT NULL AND amount > 1000000")
    assert total == (sum(r.figures[0].amount for r in given),)
    joined = query(
        "SELECT DISTINCT q.record, p.name, p.country FROM quotes q JOIN participants p "
        "ON (p.record, p.participant) = (q.record, q.speaker) ORDER BY 1"
    )
    assert joined == [(i, "Ana Sequeira", "PT") for i in range(1, 7)]
    assert query("SELECT count(*) FROM mentions") == [
        (6 * sum(len(p.mentions) for p in RECORD.participants),)
    ]
    ((day, start),) = query(
        "SELECT cast(r.filed AS text), cast(f.period_start AS text) FROM records r "
        "JOIN figures f USING (record) WHERE record = 1 AND f.measure = 'trade'"
    )
    assert (day, start) == (given[0].dateline.date.isoformat(), "2023-01-01")  # type: ignore[union-attr]
    if suffix == ".sqlite":
        assert query("PRAGMA foreign_key_check") == []
    else:
        assert query("SELECT DISTINCT amount_max FROM figures WHERE per = 'barrel'") == [
            (Decimal("80.123456789"),)
        ]
    base.close()


def leaves(model: type[BaseModel], path: str) -> Iterator[str]:
    """Paths of all plain values of a model; those of a span and of evidence as one."""
    for name, info in model.model_fields.items():
        inner = [
            part
            for part in (info.annotation, *get_args(info.annotation))
            if isinstance(part, type) and issubclass(part, BaseModel)
        ]
        if inner and inner[0] not in (Span, Evidence):
            yield from leaves(inner[0], f"{path}{name}.")
        else:
            yield f"{path}{name}"


def test_the_tables_hold_the_whole_record() -> None:
    held = set()
    for table in TABLES:
        prefix = f"{table.of}." if table.of else ""
        held |= {f"{prefix}{column.path}" for column in table.columns}
        held.add(table.of)
    missing = {
        leaf
        for leaf in leaves(NewsRecord, "")
        if not any(path == leaf or path.startswith(f"{leaf}.") for path in held)
    }
    # The stretch of a period is that of its figure; its own characters are in the text.
    assert missing == {"figures.period.span", "figures.change.base.span"}


def test_every_extra_is_named_when_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from newsextract.errors import ConfigurationError

    monkeypatch.setitem(sys.modules, "newsextract.batch.sinks.duck", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'newsextract\[duckdb\]'"):
        sink_for(Path("out.duckdb"))


def test_json_lines_are_the_records(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    sink = sink_for(path)(path, None)
    write(sink, records(0, 2))
    lines = path.read_text().splitlines()
    assert [NewsRecord.model_validate_json(line) for line in lines] == records(0, 2)
    assert json.loads(lines[0])["extensions"] == {"mine": ["anything", 1]}


def test_the_tables_are_documented() -> None:
    shown = (Path(__file__).parents[2] / "docs" / "batch.md").read_text(encoding="utf-8")
    for table in TABLES:
        key = ", ".join(("record", *table.key))
        others = ", ".join(c.name for c in table.columns if c.name not in table.key)
        assert f"| `{table.name}` | {key} | {others} |\n" in shown
