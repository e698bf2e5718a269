"""Bytes and files become text."""

from __future__ import annotations

import codecs
from pathlib import Path

from newsextract.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64 * 1024
"""Bytes that encoding detection looks at: its cost grows with each of them."""


def decode(data: bytes) -> str:
    """The text of `data` in the encoding that it most likely has. Total.

    A byte order mark decides, then valid UTF-8, then charset-normalizer's best guess;
    what can't be decoded becomes U+FFFD. Line ends are left as they are.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_guess(data), errors="replace")


def _guess(data: bytes) -> str:
    if data[:_SAMPLE].count(0) * 5 > len(data[:_SAMPLE]):
        return "utf-16-be" if data[0] == 0 else "utf-16-le"
    from charset_normalizer import from_bytes

    match = from_bytes(data[:_SAMPLE]).best()
    # Where a detector doubts, English news in a single-byte encoding is Windows-1252.
    return match.encoding if match and not match.encoding.startswith("utf") else "cp1252"


def read_file(path: Path | str) -> str:
    """The text of a file.

    Raises:
        InputError: the file can't be opened; its `reason` is the system's.
    """
    try:
        return decode(Path(path).read_bytes())
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(reason, path) from error
