"""Large tables, packed: blocks of rows, column by column, unpacked when they are asked for.

A table is gzip members. The first holds, line by line, comments, the table's own notes, and the
first key and the length of each block. A block is a line for each name, then a line for each
column, in which each row has one character: its number from `FIRST_NUMBER` on.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import NamedTuple

FIRST_NUMBER = 32
"""The character of 0: no number is a line end."""
BLOCK_LINE = "# block: "
_GZIP = 31  # zlib's window size for gzip members


class Row(NamedTuple):
    """A row: its name and its numbers."""

    name: str
    numbers: tuple[int, ...]


class _Block:
    def __init__(self, unpacked: str, columns: int) -> None:
        lines = unpacked.split("\n")
        self.names, self.columns = lines[:-columns], lines[-columns:]

    def row(self, number: int) -> Row:
        numbers = tuple(ord(column[number]) - FIRST_NUMBER for column in self.columns)
        return Row(self.names[number], numbers)


class PackedTable:
    """A packed table, sorted by key, of which only those blocks are unpacked that are asked for.

    Attributes:
        notes: the table's own lines in the first member.
    """

    def __init__(self, name: str, columns: int, fold: Callable[[str], str] = str) -> None:
        """Open the table `name`, which has so many `columns` of numbers.

        Args:
            name: its file.
            columns: how many numbers a row has.
            fold: gives the key of a name.
        """
        self._packed = (files("newsextract.lexicons") / name).read_bytes()
        self._columns, self._fold = columns, fold
        head = zlib.decompressobj(_GZIP)
        lines = head.decompress(self._packed).decode().split("\n")
        self.notes = [line for line in lines if line and line[0] != "#"]
        self._keys: list[str] = []
        self._starts = [len(self._packed) - len(head.unused_data)]
        for line in lines:
            if line.startswith(BLOCK_LINE):
                key, length = line.removeprefix(BLOCK_LINE).split("\t")
                self._keys.append(key)
                self._starts.append(self._starts[-1] + int(length))
        self._blocks: dict[int, _Block] = {}

    def find(self, key: str) -> Iterator[Row]:
        """The rows of that key, in their order."""
        number = bisect_right(self._keys, key) - 1
        if number < 0:
            return
        block = self._block(number)
        first = bisect_left(block.names, key, key=self._fold)
        for at in range(first, bisect_right(block.names, key, first, key=self._fold)):
            yield block.row(at)

    def row(self, block: int, number: int) -> Row:
        """A row by its place in the table."""
        return self._block(block).row(number)

    def __iter__(self) -> Iterator[Row]:
        """All rows."""
        for number in range(len(self._keys)):
            block = self._block(number)
            for at in range(len(block.names)):
                yield block.row(at)

    def _block(self, number: int) -> _Block:
        block = self._blocks.get(number)
        if block is None:
            start, end = self._starts[number : number + 2]
            unpacked = zlib.decompress(self._packed[start:end], _GZIP).decode()
            block = self._blocks[number] = _Block(unpacked, self._columns)
        return block
