"""A file that only grows."""

from __future__ import annotations

import os
from pathlib import Path

from newsextract.errors import OutputError


class AppendFile:
    """A file that is cut back to a position and then grows, durable after each `append`.

    There is no buffer that could write on its own, at a wrong moment.

    Raises:
        OutputError: the file can't be opened, or is shorter than `position`.
    """

    def __init__(self, path: Path, position: int) -> None:
        self.path = path
        try:
            self._file = path.open("r+b" if path.exists() else "x+b", buffering=0)
        except OSError as error:
            raise OutputError(f"can't write {path}: {error.strerror}") from error
        sync_folder(path.parent)
        size = self._file.seek(0, os.SEEK_END)
        if size < position:
            self._file.close()
            raise OutputError(
                f"{path} has {size} bytes where an earlier run left {position}; restore it or "
                "start anew with --no-resume"
            )
        if size > position:
            self._file.truncate(position)
        self._end = self._file.seek(position)

    def append(self, data: bytes) -> int:
        """Write and sync `data`; the new length of the file.

        Raises:
            OSError: what the system says; the file may then hold a part of `data`.
        """
        view = memoryview(data)
        while view:
            written = self._file.write(view)
            view = view[written:]
            self._end += written
        if data:
            os.fsync(self._file.fileno())
        return self._end

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def remove_if_empty(self) -> None:
        """Remove the file if nothing is in it."""
        if self._end == 0:
            self.path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable, where the system can."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
