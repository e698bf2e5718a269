"""Files become items, and the item of a whole file becomes its article."""

from __future__ import annotations

import csv
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from newsextract.batch.item import Item, digest_of
from newsextract.batch.sources import rows
from newsextract.batch.sources.fields import Fields, failed, item_of_row
from newsextract.batch.sources.listing import HTML, STANDARD_INPUT, InputFile, printable
from newsextract.errors import InputError
from newsextract.extractor import Article
from newsextract.html import article_of_page, require_reader
from newsextract.reading.files import decode

Reader = Callable[[BinaryIO, Fields], Iterator[tuple[object, int]]]
_READERS: dict[str, Reader] = {
    ".json": rows.read_json,
    ".jsonl": rows.read_json_lines,
    ".ndjson": rows.read_json_lines,
    ".jsonl.gz": rows.read_json_lines_gz,
    ".csv": rows.read_csv,
    ".csv.gz": rows.read_csv_gz,
    ".parquet": rows.read_parquet,
}


def items_of(file: InputFile, fields: Fields) -> Iterator[Item]:
    """The items of a file, in its order; what can't be read is an item that failed.

    Raises:
        ConfigurationError: an extra that such files need isn't installed.
    """
    name = file.name
    if file.holds_one:
        if file.suffix in HTML:
            require_reader()  # else each page would fail, one by one
        yield Item(name, file.path, file.size, stamp=file.stamp)
        return
    number = 0
    try:
        with _open(file.path) as stream:
            for row, size in _READERS[file.suffix](stream, fields):
                number += 1
                if isinstance(row, rows.Unreadable):
                    yield failed(f"{name}#{number}", name, size, row.reason)
                else:
                    yield item_of_row(row, fields, name, number, size)
    except InputError as error:
        yield failed(f"{name}#{number + 1}", name, 0, error.reason)
    except (OSError, EOFError, ValueError, csv.Error, zlib.error) as error:
        yield failed(f"{name}#{number + 1}", name, 0, f"{type(error).__name__}: {error}")


def _open(path: str) -> BinaryIO:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer
    return Path(path).open("rb", buffering=rows.BUFFER)


def load(item: Item) -> tuple[Article, bytes]:
    """The article of an item and the hash of its content.

    Raises:
        InputError: the file can't be read.
    """
    if item.article is not None:
        return item.article, item.digest
    return article_of_file(item.path)


def article_of_file(path: str) -> tuple[Article, bytes]:
    """The article in a file of text or HTML, and the hash of the file's content.

    Raises:
        InputError: the file can't be read, or is a page without a main text.
        ConfigurationError: the file is HTML, and the extra ``html`` isn't installed.
    """
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(reason, path) from error
    source = printable(path)
    if path.lower().endswith(HTML):
        return article_of_page(data, source=source), digest_of(data)
    return Article(decode(data), source=source), digest_of(data)


def digest_of_file(path: str) -> bytes | None:
    """The hash that `load` gives for a file; None where it can't be read."""
    try:
        with Path(path).open("rb") as stream:
            return digest_of(stream.read())
    except OSError:
        return None
