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

_NOT_ASCII = bytes(range(128, 256))
_WESTERN = 0.15
"""Text in English has fewer characters beyond ASCII than this: quotation marks, dashes and the
letters of names. A detector that goes by languages finds Baltic or Chinese in those."""


def decode(data: bytes) -> str:
    """The text of `data` in the encoding that it most likely has. Total.

    A byte order mark decides, then valid UTF-8, then charset-normalizer's best guess;
    what can't be decoded becomes U+FFFD. Line ends are left as they are.
    """
    return data.decode(encoding_of(data), errors="replace")


def encoding_of(data: bytes) -> str:
    """The encoding that `data` most likely has, as `decode` takes it. Total."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)
    return "utf-8"


def _guess(data: bytes) -> str:
    if data[:_SAMPLE].count(0) * 5 > len(data[:_SAMPLE]):
        return "utf-16-be" if data[0] == 0 else "utf-16-le"
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _NOT_ASCII)) <= _WESTERN * len(sample):
        return "cp1252"
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
