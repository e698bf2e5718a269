"""What the database outputs have in common: normalized tables that can be cut back."""

from __future__ import annotations

import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from newsextract.batch.sinks.tables import TABLES, Table
from newsextract.errors import OutputError
from newsextract.record import NewsRecord


class DatabaseSink(ABC):
    """A database file with one row of `records` for each record, numbered from 1.

    Raises:
        OutputError: the file can't be written, or holds less than an earlier run left.
    """

    pause: ClassVar[float] = 2.0
    error: ClassVar[type[Exception]]
    """What the database raises."""

    def __init__(self, path: Path, position: str | None) -> None:
        self._path = path
        self._count = int(position or 0)
        self._waiting: list[tuple[int, Any]] = []
        if position is None:
            for file in self.files(path):
                if file.is_dir():
                    shutil.rmtree(file)
                else:
                    file.unlink(missing_ok=True)
        with self._errors():
            self._base = self._connect(path)
            self._base.execute("BEGIN")
            for table in TABLES:
                self._base.execute(self._definition(table))
                self._base.execute(f"DELETE FROM {table.name} WHERE record > ?", (self._count,))
            self._base.execute("COMMIT")
            last = self._base.execute("SELECT max(record) FROM records").fetchone()[0] or 0
        if last != self._count:
            raise OutputError(
                f"{path} has {last} records where an earlier run left {self._count}; restore it "
                "or start anew with --no-resume"
            )

    @staticmethod
    @abstractmethod
    def files(path: Path) -> list[Path]:
        """The file, and what the database keeps beside it."""

    @staticmethod
    @abstractmethod
    def encode(records: Sequence[NewsRecord]) -> Any:
        """(number of records, rows by table)."""

    @abstractmethod
    def _connect(self, path: Path) -> Any:
        """Open the file."""

    @abstractmethod
    def _definition(self, table: Table) -> str:
        """The statement that makes a table where it is missing."""

    @abstractmethod
    def _insert(self, table: Table, rows: Iterator[tuple[Any, ...]]) -> None:
        """Add rows to a table, within a transaction."""

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
                rows = (
                    (first + row[0], *row[1:])
                    for first, found in self._waiting
                    for row in found[table.name]
                )
                self._insert(table, rows)
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
        except self.error as error:
            raise OutputError(f"can't write {self._path}: {error}") from error
