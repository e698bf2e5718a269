"""Any kind of input becomes items, and what can't be read becomes a failure with a reason."""

from __future__ import annotations

import csv
import datetime
import gzip
import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract.batch.item import Item
from newsextract.batch.sources import Fields, find_files, items_of, load
from newsextract.batch.sources.rows import read_json
from newsextract.extractor import Article


def items(path: Path | str, fields: Fields | None = None) -> list[Item]:
    return [item for file in find_files([str(path)]) for item in items_of(file, fields or Fields())]


def texts(path: Path) -> list[str]:
    return [load(item)[0].text for item in items(path)]


ROWS = [{"text": "First, 'one'", "id": "a"}, {"text": 'Second "two"\nline', "id": "b"}]


def as_csv(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, ["id", "text"])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", "".join(json.dumps(row) + "\n\n" for row in ROWS).encode()),
        ("a.ndjson", "\n".join(json.dumps(row) for row in ROWS).encode()),
        ("a.jsonl.gz", gzip.compress("\n".join(json.dumps(row) for row in ROWS).encode(), mtime=0)),
        ("a.JSONL", "\ufeff".encode() + "\n".join(map(json.dumps, ROWS)).encode()),
        ("a.json", json.dumps(ROWS, indent=2).encode()),
        ("a.json", "\n".join(map(json.dumps, ROWS)).encode("utf-8-sig")),
        ("a.csv", as_csv(ROWS).encode()),
        ("a.csv", as_csv(ROWS).encode("utf-16")),
        ("a.csv.gz", gzip.compress(as_csv(ROWS).encode(), mtime=0)),
    ],
)
def test_rows(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = items(path)
    assert [item.key for item in found] == [f"{path}#1", f"{path}#2"]
    assert [item.article for item in found] == [
        Article(text=row["text"], id=row["id"], source=str(path)) for row in ROWS
    ]


def test_parquet(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    path = tmp_path / "a.parquet"
    day = datetime.date(2023, 10, 2)
    rows = [{"text": "One", "published": day, "other": 1}, {"text": None, "published": None}]
    pq.write_table(pa.Table.from_pylist(rows), path)
    first, second = items(path)
    assert first.article == Article("One", source=str(path), published=day)
    assert second.failure is not None
    assert second.failure.message == "field 'text' holds NoneType, not a string"


def test_fields_have_the_names_that_one_gives(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = {"body": "Text", "nr": 7, "day": "2023-10-02T10:00:00Z", "title": "Head", "url": "u"}
    row["wire"] = "dpa"
    path.write_text(json.dumps(row))
    (item,) = items(path, Fields("body", "nr", "day", "title", "url", "wire"))
    assert item.article == Article("Text", "7", "u", datetime.date(2023, 10, 2), "Head", "dpa")


def test_an_unreadable_date_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Text", "published": "yesterday"}')
    (item,) = items(path)
    assert item.article == Article("Text", source=str(path))
    assert [note.code for note in item.notes] == ["published_unreadable"]


@pytest.mark.parametrize(
    ("name", "data", "reasons"),
    [
        ("a.jsonl", b'"ok"\n{"text": 1}\nnot json\n[]\n"ok"\n', [
            None, "field 'text' holds int, not a string", "no JSON: ",
            "neither an object nor a string: list", None,
        ]),
        ("a.jsonl", b'{"title": "T", "body": "B"}',
         ["no field 'text' among 'title', 'body'; name it with --text-field"]),
        ("a.jsonl", b"[" * 100_000, ["no JSON: "]),
        ("a.json", b'["ok", {"text": "ok"}', [None, None, "no JSON: the array isn't closed"]),
        ("a.json", b'["ok", nonsense]', [None, "no JSON: "]),
        ("a.json", b"", []),
        ("a.csv", b"", []),
        ("a.csv", b"title\nx\n", ["no field 'text' among 'title'"]),
        ("a.jsonl.gz", b"no gzip", ["BadGzipFile: "]),
        ("a.jsonl.gz", gzip.compress(b'"ok"\n' * 3, mtime=0)[:-4], ["EOFError: "]),
        ("a.parquet", b"no parquet", ["no Parquet: "]),
    ],
)  # fmt: skip
def test_what_cannot_be_read(
    tmp_path: Path, name: str, data: bytes, reasons: list[str | None]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = items(path)
    if name == "a.jsonl.gz" and len(found) > len(reasons):
        found = found[-1:]  # how much of a torn file can be read is zlib's secret
    assert len(found) == len(reasons)
    for item, reason in zip(found, reasons, strict=True):
        if reason is None:
            assert item.failure is None
        else:
            assert item.failure is not None
            assert item.failure.message.startswith(reason)


@given(st.lists(st.text() | st.dictionaries(st.text(), st.text())), st.integers(0, 4))
def test_json_arrays_read_as_streams_are_the_same(rows: list[Any], indent: int) -> None:
    data = json.dumps(rows, indent=indent or None).encode()
    assert [row for row, _ in read_json(io.BufferedReader(io.BytesIO(data)), Fields())] == rows


def test_a_long_json_value_is_read_in_linear_time() -> None:
    data = json.dumps(["x" * 20_000_000, "y"]).encode()
    rows = read_json(io.BufferedReader(io.BytesIO(data)), Fields())
    assert [len(str(row)) for row, _ in rows] == [20_000_000, 1]


def test_encodings(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("“Café”".encode("cp1252"))
    (tmp_path / "b.md").write_bytes("“Café”".encode("utf-16"))
    long = "“We met in a café,” he said. " + "Talks went on in the capital. " * 20
    lines = ['"plain"', json.dumps(long, ensure_ascii=False)]
    (tmp_path / "c.jsonl").write_bytes("\n".join(lines).encode("cp1252"))
    assert texts(tmp_path) == ["“Café”", "“Café”", "plain", json.loads(lines[1])]


def test_folders_are_walked_by_name(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a/x.md", "c.txt", ".hidden/x.txt", "b/.x.txt", "d.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert texts(tmp_path) == ["c.txt", "a/x.md", "b/1.txt", "b/2.txt"]
    assert [load(i)[0].text for i in items(f"{tmp_path}/**/*.md")] == ["a/x.md"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "w") as file:  # noqa: PTH123
        file.write("Text")
    (item,) = items(tmp_path)
    article, _ = load(item)
    assert (item.key, article.source) == (f"{tmp_path}/caf\\xe9.txt",) * 2
    assert article.text == "Text"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BufferedReader(io.BytesIO(b'"One"\n{"text": "Two"}\n'))

    monkeypatch.setattr(sys, "stdin", Stdin)
    found = items("-")
    assert [(item.key, item.article.text) for item in found if item.article] == [
        ("-#1", "One"),
        ("-#2", "Two"),
    ]


def test_reading_is_streaming() -> None:
    """The first row is there before the last is written."""
    taken: list[int] = []

    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            taken.append(1)
            line = b'{"text": "x"},\n'
            buffer[: len(line)] = line
            if len(taken) == 1:
                buffer[:1] = b"["
                buffer[1 : len(line) + 1] = line
                return len(line) + 1
            return len(line)

    rows: Iterator[Any] = read_json(io.BufferedReader(Endless()), Fields())
    assert next(rows)[0] == {"text": "x"}
