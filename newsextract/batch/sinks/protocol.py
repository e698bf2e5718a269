"""What the runner asks of an output."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar, Protocol

from newsextract.record import NewsRecord


class Sink(Protocol):
    """An output that only grows, and can be cut back to an earlier position.

    Made as ``Sink(path, position)``: `position` is what `checkpoint` gave last, or None for
    an output that is begun. What was written behind it is cut off.
    """

    pause: ClassVar[float]
    """Seconds between checkpoints: more where many small pieces would make a poor file."""

    def __init__(self, path: Path, position: str | None) -> None: ...

    @staticmethod
    def encode(records: Sequence[NewsRecord]) -> Any:
        """The records as `write` takes them; runs in the workers, so the result travels."""
        ...

    @staticmethod
    def files(path: Path) -> list[Path]:
        """All files and folders that the output may consist of."""
        ...

    def write(self, payload: Any) -> None:
        """Take what `encode` made."""
        ...

    def checkpoint(self) -> str:
        """Make all that was taken durable, and say where the output ends now."""
        ...

    def finish(self) -> str:
        """Bring the output into its final form, and say where it ends now."""
        ...

    def close(self) -> None:
        """Let go of the files, without making anything durable."""
        ...
