"""One record a line."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from newsextract.batch.sinks.append import AppendFile
from newsextract.record import NewsRecord


class JsonLinesSink:
    """JSON Lines, as `NewsRecord.model_dump_json` writes records."""

    pause: ClassVar[float] = 2.0

    def __init__(self, path: Path, position: str | None) -> None:
        self._file = AppendFile(path, int(position or 0))
        self._lines: list[bytes] = []

    @staticmethod
    def encode(records: Sequence[NewsRecord]) -> Any:
        """The lines."""
        return "".join(f"{record.model_dump_json()}\n" for record in records).encode()

    @staticmethod
    def files(path: Path) -> list[Path]:
        """The file."""
        return [path]

    def write(self, payload: Any) -> None:
        """Take lines."""
        self._lines.append(payload)

    def checkpoint(self) -> str:
        """Write and sync."""
        data, self._lines = b"".join(self._lines), []
        return str(self._file.append(self._packed(data) if data else b""))

    def finish(self) -> str:
        """The file always is in its final form."""
        return self.checkpoint()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _packed(self, data: bytes) -> bytes:
        return data


class GzipJsonLinesSink(JsonLinesSink):
    """Compressed JSON Lines: a gzip member for each checkpoint, so that it can be cut back."""

    pause: ClassVar[float] = 10.0

    def _packed(self, data: bytes) -> bytes:
        return gzip.compress(data, mtime=0)
