"""The output, the error file and the ledger, kept in step."""

from __future__ import annotations

import json
import time
from pathlib import Path

from newsextract.batch.item import Result
from newsextract.batch.ledger import Entry, Ledger
from newsextract.batch.sinks import Sink
from newsextract.batch.sinks.append import AppendFile

_UNSAVED_BYTES = 32 * 1024 * 1024
"""Input whose records may wait for a checkpoint, so that memory is bounded."""


class Book:
    """Writes results; each `checkpoint` makes them durable, all or none.

    Attributes:
        done: records taken.
        failed: inputs taken that go to the error file.
    """

    def __init__(self, sink: type[Sink], path: Path, errors: Path, ledger: Ledger) -> None:
        self._ledger = ledger
        self._errors = AppendFile(errors, int(ledger.fact("errors_end") or 0))
        self._sink = sink(path, ledger.fact("output_end"))
        self._entries: dict[str, Entry] = {}
        self._error_lines: list[str] = []
        self._unsaved_bytes = 0
        self._failed_before = int(ledger.fact("failed") or 0)
        self._due = time.monotonic() + sink.pause
        self.done = 0
        self.failed = 0

    def __enter__(self) -> Book:
        return self

    def __exit__(self, *_: object) -> None:
        self._sink.close()
        self._errors.close()
        self._errors.remove_if_empty()

    @property
    def all_failed(self) -> int:
        """Inputs in the error file, from this run and those before."""
        return self._failed_before + self.failed

    @property
    def is_due(self) -> bool:
        """Whether it is time for a checkpoint."""
        return self._unsaved_bytes > _UNSAVED_BYTES or time.monotonic() >= self._due

    def find(self, key: str) -> Entry | None:
        """The entry of an input, if it is done."""
        return self._entries.get(key) or self._ledger.find(key)

    def take(self, result: Result) -> None:
        """Take a result; it is durable from the next checkpoint on."""
        for item, outcome in zip(result.items, result.outcomes, strict=True):
            failure = outcome.failure
            self._entries[item.key] = Entry(
                item.key, outcome.digest, item.stamp, failed=failure is not None
            )
            if failure:
                line = {
                    "input": item.key,
                    "id": item.article.id if item.article else None,
                    "error": failure.error,
                    "message": failure.message,
                }
                self._error_lines.append(json.dumps(line) + "\n")
        self._unsaved_bytes += sum(item.size for item in result.items)
        self.done += result.done
        self.failed += len(result.items) - result.done
        if result.payload is not None:
            self._sink.write(result.payload)

    def checkpoint(self) -> None:
        """Rows, made durable; then the ledger."""
        if self._entries:
            self._save(self._sink.checkpoint())
        self._due = time.monotonic() + self._sink.pause

    def finish(self) -> None:
        """The last checkpoint, and the output's final form."""
        self.checkpoint()
        self._save(self._sink.finish())

    def _save(self, output_end: str) -> None:
        errors_end = self._errors.append("".join(self._error_lines).encode())
        facts = {
            "output_end": output_end,
            "errors_end": str(errors_end),
            "failed": str(self.all_failed),
        }
        self._ledger.record(facts, self._entries.values())
        self._entries = {}
        self._error_lines = []
        self._unsaved_bytes = 0
