"""Files of many articles, read as streams: a few rows are in memory at a time.

Each reader yields (row, bytes of input that it took); `Unreadable` in place of a row that
can't be read while the rows behind it can.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from newsextract.errors import ConfigurationError, InputError
from newsextract.reading.files import decode, encoding_of

if TYPE_CHECKING:
    from newsextract.batch.sources.fields import Fields

BUFFER = 128 * 1024
"""Bytes of a file to hold in memory: more than the sample."""

_SAMPLE = 64 * 1024
_LONGEST_FIELD = 1 << 30
_JSON_STEP = 1 << 20
_PARQUET_ROWS = 256
_NOT_ASCII = bytes(range(0x80, 0x100))


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Stands for a row that can't be read."""

    reason: str


def read_json_lines(stream: BinaryIO, fields: Fields) -> Iterator[tuple[object, int]]:
    """One JSON value a line; blank lines are skipped."""
    for line, size in _lines(stream):
        if not line.strip():
            continue
        try:
            yield json.loads(line), size
        except (ValueError, RecursionError) as error:
            yield Unreadable(f"no JSON: {error}"), size


def read_json_lines_gz(stream: BinaryIO, fields: Fields) -> Iterator[tuple[object, int]]:
    """`read_json_lines` of a compressed file."""
    yield from _inflated(stream, fields, read_json_lines)


def read_json(stream: BinaryIO, fields: Fields) -> Iterator[tuple[object, int]]:
    """A JSON array's elements, or JSON values one behind the other."""
    decoder = json.JSONDecoder()
    text = io.TextIOWrapper(stream, encoding=_sampled(stream), errors="replace")
    buffer, at, step, first, is_array = "", 0, _JSON_STEP, True, False
    while True:
        at = _skip(buffer, at, " \t\r\n\ufeff," if is_array else " \t\r\n\ufeff")
        if first and at < len(buffer):
            first = False
            if buffer[at] == "[":
                is_array, at = True, at + 1
                continue
        if at < len(buffer):
            if is_array and buffer[at] == "]":
                return
            try:
                row, end = decoder.raw_decode(buffer, at)
            except RecursionError as error:
                raise InputError(f"no JSON: {error}") from error
            except ValueError as error:
                more = text.read(step)
                if not more:
                    raise InputError(f"no JSON: {error}") from error
                # The step doubles, so that a long value isn't decoded from its start again
                # and again.
                buffer, at, step = buffer[at:] + more, 0, step * 2
                continue
            yield row, end - at
            at, step = end, _JSON_STEP
            continue
        buffer, at = text.read(step), 0
        if not buffer:
            if is_array:
                raise InputError("no JSON: the array isn't closed")
            return


def _skip(text: str, at: int, characters: str) -> int:
    while at < len(text) and text[at] in characters:
        at += 1
    return at


def read_csv(stream: BinaryIO, fields: Fields) -> Iterator[tuple[object, int]]:
    """Comma-separated values with a line of column names."""
    csv.field_size_limit(_LONGEST_FIELD)
    taken = 0

    def lines() -> Iterator[str]:
        nonlocal taken
        for line, size in _lines(stream):
            taken += size
            yield line

    for row in csv.DictReader(lines(), restkey=""):
        yield {key: value for key, value in row.items() if key}, taken
        taken = 0


def read_csv_gz(stream: BinaryIO, fields: Fields) -> Iterator[tuple[object, int]]:
    """`read_csv` of a compressed file."""
    yield from _inflated(stream, fields, read_csv)


def read_parquet(stream: BinaryIO, fields: Fields) -> Iterator[tuple[object, int]]:
    """A Parquet file's rows; only the columns that are named in `fields` are read."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ConfigurationError(
            "input", "Parquet needs pyarrow; run: pip install 'newsextract[parquet]'"
        ) from error
    try:
        file = pq.ParquetFile(stream)
        wanted = [name for name in file.schema_arrow.names if name in fields.names()]
        size = _length(stream) // max(1, file.metadata.num_rows)
        for batch in file.iter_batches(batch_size=_PARQUET_ROWS, columns=wanted):
            for row in batch.to_pylist():
                yield row, size
    except pa.ArrowException as error:
        raise InputError(f"no Parquet: {error}") from error


def _inflated(stream: BinaryIO, fields: Fields, read: Any) -> Iterator[tuple[object, int]]:
    at = 0
    with gzip.open(stream) as inflated:
        for row, _ in read(cast("BinaryIO", inflated), fields):
            before, at = at, stream.tell()
            yield row, at - before


def _length(stream: BinaryIO) -> int:
    return stream.seek(0, io.SEEK_END)


def _sampled(stream: BinaryIO) -> str:
    """The encoding of a stream's first lines."""
    sample = stream.peek(_SAMPLE)[:_SAMPLE] if hasattr(stream, "peek") else b""
    whole_lines = sample[: sample.rfind(b"\n") + 1]
    return encoding_of(whole_lines or sample.rstrip(_NOT_ASCII))


def _lines(stream: BinaryIO) -> Iterator[tuple[str, int]]:
    """The lines of a stream, each with its size in bytes."""
    encoding = _sampled(stream)
    if encoding.startswith("utf-8"):
        # Line by line, for a file whose lines come from many senders.
        for line in stream:
            yield decode(line), len(line)
    else:
        for text in io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline=""):
            yield text, len(text)
