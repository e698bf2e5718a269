"""Normalized tables in a DuckDB file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

import duckdb
import pyarrow as pa

from newsextract.arrow import DECIMAL, fit_decimal
from newsextract.batch.sinks.tables import TABLES, Kind, Table, rows_of
from newsextract.errors import OutputError
from newsextract.record import NewsRecord

_TYPES: dict[Kind, tuple[str, pa.DataType]] = {
    "integer": ("BIGINT", pa.int64()),
    "text": ("VARCHAR", pa.string()),
    "date": ("DATE", pa.date32()),
    "decimal": ("DECIMAL(38, 9)", DECIMAL),
    "real": ("DOUBLE", pa.float64()),
    "json": ("VARCHAR", pa.string()),
}
_MEMORY = "256MB"


class DuckdbSink:
    """A DuckDB file with one row of `records` for each record.

    Raises:
        OutputError: the file can't be written, or holds less than an earlier run left.
    """

    pause: ClassVar[float] = 5.0

    def __init__(self, path: Path, position: str | None) -> None:
        self._path = path
        self._count = int(position or 0)
        self._waiting: list[tuple[int, Any]] = []
        if position is None:
            for file in self.files(path):
                file.unlink(missing_ok=True)
        with self._errors():
            # Workers are forked while it is open, so it has no threads of its own.
            self._base = duckdb.connect(str(path), config={"threads": 1, "memory_limit": _MEMORY})
            self._base.execute("BEGIN")
            for table in TABLES:
                self._base.execute(_definition(table))
                self._base.execute(f"DELETE FROM {table.name} WHERE record > ?", (self._count,))
            self._base.execute("COMMIT")
            found = self._base.execute("SELECT max(record) FROM records").fetchone()
        last = (found[0] if found else None) or 0
        if last != self._count:
            raise OutputError(
                f"{path} has {last} records where an earlier run left {self._count}; restore it "
                "or start anew with --no-resume"
            )

    @staticmethod
    def encode(records: Sequence[NewsRecord]) -> Any:
        """(number of records, rows by table)."""
        return len(records), rows_of(records, {"decimal": fit_decimal})

    @staticmethod
    def files(path: Path) -> list[Path]:
        """The file, and what DuckDB keeps beside it."""
        return [path, path.with_name(f"{path.name}.wal"), path.with_name(f"{path.name}.tmp")]

    def write(self, payload: Any) -> None:
        """Take rows."""
        count, rows = payload
        self._waiting.append((self._count + 1, rows))
        self._count += count

    def checkpoint(self) -> str:
        """One transaction."""
        with self._errors():
            self._base.execute("BEGIN")
            for table in TABLES:
                rows = [
                    (first + row[0], *row[1:])
                    for first, found in self._waiting
                    for row in found[table.name]
                ]
                if rows:
                    self._base.register("waiting", _arrow(table, rows))
                    self._base.execute(f"INSERT INTO {table.name} SELECT * FROM waiting")
                    self._base.unregister("waiting")
            self._base.execute("COMMIT")
        self._waiting = []
        return str(self._count)

    def finish(self) -> str:
        """Fold the log into the file."""
        with self._errors():
            self._base.execute("CHECKPOINT")
        return str(self._count)

    def close(self) -> None:
        """Close the file; a transaction that is open is undone."""
        self._base.close()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except duckdb.Error as error:
            raise OutputError(f"can't write {self._path}: {error}") from error


def _arrow(table: Table, rows: list[tuple[Any, ...]]) -> pa.Table:
    kinds = [pa.int64(), *(_TYPES[column.kind][1] for column in table.columns)]
    names = ["record", *(column.name for column in table.columns)]
    columns = zip(*rows, strict=True)
    arrays = [pa.array(values, kind) for values, kind in zip(columns, kinds, strict=True)]
    return pa.Table.from_arrays(arrays, names=names)


def _definition(table: Table) -> str:
    # Of the keys DuckDB gets that of `records` only: each one is an index in memory.
    lines = [f"record BIGINT {'NOT NULL' if table.key else 'PRIMARY KEY'}"]
    lines += [f"{column.name} {_TYPES[column.kind][0]}" for column in table.columns]
    return f"CREATE TABLE IF NOT EXISTS {table.name} ({', '.join(lines)})"
