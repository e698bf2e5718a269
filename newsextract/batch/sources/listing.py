"""Folders, globs and paths become files, in an order that is always the same."""

from __future__ import annotations

import glob
import os
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from newsextract.errors import InputError

HTML = (".html", ".htm")
ONE_ARTICLE = (".txt", ".md", *HTML)
ROWS = (".json", ".jsonl", ".ndjson", ".jsonl.gz", ".csv", ".csv.gz", ".parquet")
SUFFIXES = ONE_ARTICLE + ROWS
"""Files that are read. Others in a folder are passed over."""

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read.

    Attributes:
        path: as the file system knows it; ``-`` for standard input.
        suffix: one of `SUFFIXES`.
        size: bytes; 0 where it can't be known.
        stamp: size and modification time.
    """

    path: str
    suffix: str
    size: int
    stamp: str

    @property
    def name(self) -> str:
        """The path as text that any encoding can hold."""
        return printable(self.path)

    @property
    def holds_one(self) -> bool:
        """Whether the file is one article."""
        return self.suffix in ONE_ARTICLE


def printable(path: str) -> str:
    """`path` with bytes that are no UTF-8 written as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def suffix_of(path: str) -> str | None:
    """The one of `SUFFIXES` that `path` ends with."""
    lower = path.lower()
    return max((s for s in SUFFIXES if lower.endswith(s)), key=len, default=None)


def find_files(inputs: Iterable[str], leave_out: Iterable[str] = ()) -> Iterator[InputFile]:
    """The files behind `inputs`, in the order given; within a folder or glob by name.

    Args:
        inputs: paths of files and folders, glob patterns, or ``-``.
        leave_out: paths never to be read: the run's own output. Outputs of other runs that lie
            in a folder or match a glob are passed over too.

    Raises:
        InputError: nothing is there, or a file that is named outright has an unknown ending.
    """
    own = {os.path.realpath(path) for path in leave_out}
    for given in inputs:
        if given == STANDARD_INPUT:
            yield InputFile(given, ".jsonl", 0, "")
            continue
        for path in _expand(given, own):
            suffix = suffix_of(path)
            if suffix is None or os.path.realpath(path) in own:
                continue
            if suffix in ROWS and path != given and _is_output(path):
                continue
            try:
                status = os.stat(path)
            except OSError:
                yield InputFile(path, suffix, 0, "")  # its reading will tell what is wrong
                continue
            yield InputFile(path, suffix, status.st_size, f"{status.st_size}:{status.st_mtime_ns}")


def check_inputs(inputs: Iterable[str]) -> None:
    """Refuse what is surely a slip of the pen, before any work is done.

    Raises:
        InputError: see `find_files`.
    """
    for given in inputs:
        if given == STANDARD_INPUT or os.path.isdir(given):
            continue
        if os.path.exists(given):
            if suffix_of(given) is None:
                raise InputError(f"unknown ending; known are {' '.join(SUFFIXES)}", given)
        elif not glob.has_magic(given):
            raise InputError("no such file or folder", given)
        elif next(glob.iglob(given, recursive=True), None) is None:
            raise InputError("no file matches", given)


def _is_output(path: str) -> bool:
    """Is the file the output, or the error file, of some run? Then it holds no articles."""
    return os.path.exists(f"{path.removesuffix('.errors.jsonl')}.ledger")


def _expand(given: str, own: Container[str]) -> Iterator[str]:
    if os.path.isdir(given):
        yield from _walk(given, own)
    elif os.path.exists(given):
        yield os.path.normpath(given)
    else:
        for path in sorted(glob.iglob(given, recursive=True)):
            if os.path.isfile(path):
                yield os.path.normpath(path)


def _walk(folder: str, own: Container[str]) -> Iterator[str]:
    """All files below `folder`, but for hidden ones; holds the names of one folder at a time."""
    for root, folders, names in os.walk(os.path.normpath(folder)):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and os.path.realpath(os.path.join(root, name)) not in own
        )
        for name in sorted(names):
            if not name.startswith("."):
                yield os.path.join(root, name)
