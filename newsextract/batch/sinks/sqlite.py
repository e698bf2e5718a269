"""Normalized tables in an SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from newsextract.batch.sinks.tables import TABLES, Kind, Table, rows_of
from newsextract.errors import OutputError
from newsextract.record import NewsRecord

_TYPES: dict[Kind, str] = {
    "integer": "INTEGER",
    "text": "TEXT",
    "date": "TEXT",
    "decimal": "NUMERIC",  # SQLite has no decimals: exact to 15 digits, the text has all
    "real": "REAL",
    "json": "TEXT",
}


class SqliteSink:
    """An SQLite file with one row of `records` for each record.

    Raises:
        OutputError: the file can't be written, or holds less than an earlier run left.
    """

    pause: ClassVar[float] = 2.0

    def __init__(self, path: Path, position: str | None) -> None:
        self._path = path
        self._count = int(position or 0)
        self._waiting: list[tuple[int, Any]] = []
        if position is None:
            for file in self.files(path):
                file.unlink(missing_ok=True)
        with self._errors():
            self._base = sqlite3.connect(path, isolation_level=None)
            self._base.execute("BEGIN IMMEDIATE")
            for table in TABLES:
                self._base.execute(_definition(table))
                self._base.execute(f"DELETE FROM {table.name} WHERE record > ?", (self._count,))
            self._base.execute("COMMIT")
            (last,) = self._base.execute("SELECT max(record) FROM records").fetchone()
        if (last or 0) != self._count:
            raise OutputError(
                f"{path} has {last or 0} records where an earlier run left {self._count}; restore "
                "it or start anew with --no-resume"
            )

    @staticmethod
    def encode(records: Sequence[NewsRecord]) -> Any:
        """(number of records, rows by table)."""
        return len(records), rows_of(records, {"date": str, "decimal": _number})

    @staticmethod
    def files(path: Path) -> list[Path]:
        """The file, and what SQLite keeps beside it."""
        return [path, *(path.with_name(path.name + end) for end in ("-journal", "-wal", "-shm"))]

    def write(self, payload: Any) -> None:
        """Take rows."""
        count, rows = payload
        self._waiting.append((self._count + 1, rows))
        self._count += count

    def checkpoint(self) -> str:
        """One transaction."""
        with self._errors():
            self._base.execute("BEGIN IMMEDIATE")
            for table in TABLES:
                marks = ", ".join("?" * (len(table.columns) + 1))
                for first, rows in self._waiting:
                    self._base.executemany(
                        f"INSERT INTO {table.name} VALUES ({marks})",
                        ((first + row[0], *row[1:]) for row in rows[table.name]),
                    )
            self._base.execute("COMMIT")
        self._waiting = []
        return str(self._count)

    def finish(self) -> str:
        """The file always is in its final form."""
        return str(self._count)

    def close(self) -> None:
        """Close the file; a transaction that is open is undone."""
        self._base.close()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise OutputError(f"can't write {self._path}: {error}") from error


def _number(value: Any) -> str:
    return format(value, "f")  # column affinity makes it a number


def _definition(table: Table) -> str:
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
