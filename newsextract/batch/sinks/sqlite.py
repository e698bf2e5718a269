"""Normalized tables in an SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

from newsextract.batch.sinks.database import DatabaseSink
from newsextract.batch.sinks.tables import Kind, Table, rows_of
from newsextract.record import NewsRecord

_TYPES: dict[Kind, str] = {
    "integer": "INTEGER",
    "text": "TEXT",
    "date": "TEXT",
    "decimal": "NUMERIC",  # SQLite has no decimals: exact to 15 digits, the text has all
    "real": "REAL",
    "json": "TEXT",
}


class SqliteSink(DatabaseSink):
    """An SQLite file."""

    error: ClassVar[type[Exception]] = sqlite3.Error

    @staticmethod
    def encode(records: Sequence[NewsRecord]) -> Any:
        """(number of records, rows by table)."""
        return len(records), rows_of(records, {"date": str, "decimal": _number})

    @staticmethod
    def files(path: Path) -> list[Path]:
        """The file, and what SQLite keeps beside it."""
        return [path, *(path.with_name(path.name + end) for end in ("-journal", "-wal", "-shm"))]

    def _connect(self, path: Path) -> Any:
        return sqlite3.connect(path, isolation_level=None)

    def _definition(self, table: Table) -> str:
        lines = ["record INTEGER NOT NULL"]
        lines += [f"{column.name} {_TYPES[column.kind]}" for column in table.columns]
        lines.append(f"PRIMARY KEY ({', '.join(('record', *table.key))})")
        if table.key:
            lines.append("FOREIGN KEY (record) REFERENCES records (record)")
        lines += [
            f"FOREIGN KEY (record, {column}) REFERENCES {other} (record, {other[:-1]})"
            for column, other in table.references
        ]
        body = ",\n  ".join(lines)
        return f"CREATE TABLE IF NOT EXISTS {table.name} (\n  {body}\n) WITHOUT ROWID"

    def _insert(self, table: Table, rows: Iterator[tuple[Any, ...]]) -> None:
        marks = ", ".join("?" * (len(table.columns) + 1))
        self._base.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)


def _number(value: Decimal) -> str:
    return format(value, "f")  # the column's affinity makes it a number
