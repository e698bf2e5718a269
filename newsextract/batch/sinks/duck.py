"""Normalized tables in a DuckDB file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

import duckdb
import pyarrow as pa

from newsextract.arrow import DECIMAL, fit_decimal
from newsextract.batch.sinks.database import DatabaseSink
from newsextract.batch.sinks.tables import Kind, Table, rows_of
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


class DuckdbSink(DatabaseSink):
    """A DuckDB file."""

    pause: ClassVar[float] = 5.0
    error: ClassVar[type[Exception]] = duckdb.Error

    @staticmethod
    def encode(records: Sequence[NewsRecord]) -> Any:
        """(number of records, rows by table)."""
        return len(records), rows_of(records, {"decimal": fit_decimal})

    @staticmethod
    def files(path: Path) -> list[Path]:
        """The file, and what DuckDB keeps beside it."""
        return [path, path.with_name(f"{path.name}.wal"), path.with_name(f"{path.name}.tmp")]

    def finish(self) -> str:
        """Fold the log into the file."""
        with self._errors():
            self._base.execute("CHECKPOINT")
        return super().finish()

    def _connect(self, path: Path) -> Any:
        # Workers are forked while it is open, so it has no threads of its own.
        return duckdb.connect(str(path), config={"threads": 1, "memory_limit": _MEMORY})

    def _definition(self, table: Table) -> str:
        # Of the keys DuckDB gets that of `records` only: each one is an index in memory.
        lines = [f"record BIGINT {'NOT NULL' if table.key else 'PRIMARY KEY'}"]
        lines += [f"{column.name} {_TYPES[column.kind][0]}" for column in table.columns]
        return f"CREATE TABLE IF NOT EXISTS {table.name} ({', '.join(lines)})"

    def _insert(self, table: Table, rows: Iterator[tuple[Any, ...]]) -> None:
        columns = list(zip(*rows, strict=True))
        if columns:
            kinds = [pa.int64(), *(_TYPES[column.kind][1] for column in table.columns)]
            arrays = [pa.array(values, kind) for values, kind in zip(columns, kinds, strict=True)]
            names = ["record", *(column.name for column in table.columns)]
            self._base.register("waiting", pa.Table.from_arrays(arrays, names=names))
            self._base.execute(f"INSERT INTO {table.name} SELECT * FROM waiting")
            self._base.unregister("waiting")
