from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from newsextract import batch
from newsextract.batch import Summary
from newsextract.batch.sinks.tables import TABLES
from tests.batch.fake import FakeReader

MakeArticles = Callable[..., Path]
Run = Callable[..., Summary]


@pytest.fixture
def articles(tmp_path: Path) -> MakeArticles:
    """Makes a folder of articles; `special` gives some of them another text."""

    def make(count: int, special: dict[int, str] | None = None) -> Path:
        folder = tmp_path / "articles"
        folder.mkdir(exist_ok=True)
        for i in range(count):
            text = (special or {}).get(i, f"Article {i}.\n" + "Talks went on. " * (i % 7))
            (folder / f"{i:05}.txt").write_text(text)
        return folder

    return make


@pytest.fixture
def run() -> Run:
    """`batch.run` with a fake extractor and two workers."""

    def with_fake(*args: Any, seconds: float = 0.0, **kwargs: Any) -> Summary:
        kwargs = {"make_reader": partial(FakeReader, seconds), "workers": 2, **kwargs}
        return batch.run(*args, **kwargs)

    return with_fake


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file; none where there is no file."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text().splitlines()]


def errors(output: Path) -> dict[str, str]:
    """The inputs of the error file beside `output`, each with the class of its error."""
    found = rows(output.with_name(f"{output.name}.errors.jsonl"))
    assert len({row["input"] for row in found}) == len(found)
    return {Path(row["input"]).name: row["error"] for row in found}


def sources(output: Path) -> list[str]:
    """Names of the files whose records are in `output`, in its order."""
    return [Path(row["source"]).name for row in rows(output)]


def content(output: Path) -> object:
    """All that an output holds, in a form that can be compared."""
    if output.suffix == ".sqlite":
        with sqlite3.connect(output) as base:
            return {t.name: base.execute(f"SELECT * FROM {t.name}").fetchall() for t in TABLES}
    if output.suffix == ".duckdb":
        with duckdb.connect(str(output), read_only=True) as duck:
            order = {t.name: ", ".join(("record", *t.key)) for t in TABLES}
            return {
                name: duck.sql(f"SELECT * FROM {name} ORDER BY {key}").fetchall()
                for name, key in order.items()
            }
    if output.suffix == ".parquet":
        return pq.read_table(output).to_pylist()
    data = output.read_bytes()
    return gzip.decompress(data) if output.suffix == ".gz" else data
