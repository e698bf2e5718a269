"""What is done: which inputs are in the output or the error file, and up to where those hold.

The order of writing makes a kill harmless: rows first, made durable, then one transaction
here with the inputs that they are of and the position at which the output ends. What an
output holds behind that position was written by a run that died before its transaction;
it is cut off, and its inputs are done again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsextract.errors import OutputError

_LAYOUT = "1"
_TABLES = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS inputs (
    key TEXT PRIMARY KEY, digest BLOB NOT NULL, stamp TEXT, failed INTEGER NOT NULL
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """An input that is done.

    Attributes:
        key: its name.
        digest: hash of its content.
        stamp: size and modification time, for a file that holds one article.
        failed: it is in the error file rather than in the output.
    """

    key: str
    digest: bytes
    stamp: str | None
    failed: bool


class Ledger:
    """The ledger of one output: an SQLite file in WAL mode, held by one run at a time.

    Raises:
        OutputError: another run holds it, it can't be written, or it is no ledger that this
            version can read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with _as_output_error(path):
            self._base = sqlite3.connect(path, isolation_level=None, timeout=0)
            # The system takes this lock back when the process dies; workers don't inherit it.
            self._base.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._base.execute("PRAGMA journal_mode=WAL")
            # A commit that a power cut takes back costs nothing: its rows are cut off with it.
            self._base.execute("PRAGMA synchronous=NORMAL")
            self._base.executescript(_TABLES)
        layout = self.fact("layout")
        if layout is None:
            self.record({"layout": _LAYOUT})
        elif layout != _LAYOUT:
            raise OutputError(
                f"{path} was written by another version of newsextract; choose another output"
            )

    def fact(self, name: str) -> str | None:
        """A fact of the run: what made the output, where it ends, how many inputs it holds."""
        row = self._base.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def find(self, key: str) -> Entry | None:
        """The entry of an input, if it is done."""
        row = self._base.execute(
            "SELECT key, digest, stamp, failed FROM inputs WHERE key = ?", (key,)
        ).fetchone()
        return None if row is None else Entry(row[0], row[1], row[2], bool(row[3]))

    def record(self, facts: Mapping[str, str], entries: Iterable[Entry] = ()) -> None:
        """Write facts and entries, all or none of them.

        Raises:
            OutputError: no space is left, or the file can't be written.
        """
        with _as_output_error(self.path):
            self._base.execute("BEGIN IMMEDIATE")
            try:
                self._base.executemany(
                    "INSERT OR REPLACE INTO inputs VALUES (?, ?, ?, ?)",
                    ((e.key, e.digest, e.stamp, e.failed) for e in entries),
                )
                self._base.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", facts.items())
                self._base.execute("COMMIT")
            except BaseException:
                if self._base.in_transaction:
                    self._base.execute("ROLLBACK")
                raise

    def clear(self, facts: Mapping[str, str], *, only_failed: bool = False) -> None:
        """Forget all inputs and facts, or the failed inputs only, and write `facts`."""
        with _as_output_error(self.path):
            self._base.execute("BEGIN IMMEDIATE")
            if only_failed:
                self._base.execute("DELETE FROM inputs WHERE failed")
            else:
                self._base.execute("DELETE FROM inputs")
                self._base.execute("DELETE FROM facts WHERE name <> 'layout'")
            self._base.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", facts.items())
            self._base.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._base.close()


@contextmanager
def _as_output_error(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise OutputError(
                f"another run is writing this output (it holds {path}); wait for its end or "
                "choose another output"
            ) from error
        raise OutputError(f"{path}: {error}") from error
    except sqlite3.Error as error:
        raise OutputError(f"{path}: {error}") from error
