"""What the user names becomes articles to show."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newsextract.batch.sources import Fields, find_files, items_of, load
from newsextract.batch.sources.listing import ROWS, STANDARD_INPUT, check_inputs, suffix_of
from newsextract.errors import InputError
from newsextract.extractor import Article
from newsextract.reading.files import decode, read_file


def articles_of(inputs: Iterable[str], skipped: Callable[[str], None]) -> Iterator[Article]:
    """The articles of files, folders and globs, one at a time; ``-`` is one on standard input.

    Args:
        inputs: a file that is named outright is read as text whatever its ending, unless
            that is one of a page or of rows.
        skipped: told of each article that can't be read, where others still may be.

    Raises:
        InputError: a file that is named outright can't be read.
    """
    for given in inputs:
        if given == STANDARD_INPUT:
            yield Article(decode(sys.stdin.buffer.read()))
        elif Path(given).is_file() and suffix_of(given) is None:
            yield Article(read_file(given), source=given)
        else:
            check_inputs([given])
            yield from _found(given, skipped)


def hold_many(inputs: list[str]) -> bool:
    """Whether `inputs` may be more than one article."""
    if inputs == [STANDARD_INPUT]:
        return False
    return len(inputs) != 1 or Path(inputs[0]).is_dir() or inputs[0].lower().endswith(ROWS)


def _found(given: str, skipped: Callable[[str], None]) -> Iterator[Article]:
    alone = Path(given).is_file()
    for file in find_files([given]):
        for item in items_of(file, Fields()):
            if item.failure:
                skipped(f"{item.key}: {item.failure.message}")
                continue
            try:
                yield load(item)[0]
            except InputError as error:
                if alone:
                    raise
                skipped(str(error))
