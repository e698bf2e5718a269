"""What is still to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newsextract.batch.item import Item
from newsextract.batch.ledger import Entry
from newsextract.batch.sources import Fields, InputFile, items_of
from newsextract.batch.sources.opening import digest_of_file

_CHUNK_BYTES = 48 * 1024
_CHUNK_ITEMS = 32
"""A chunk is about half a second's work for a worker: long beside the cost of sending it."""
_SMALLEST_CHUNK_BYTES = 4 * 1024
_CHUNKS_TO_COME = 4
"""Chunks that each worker should still get: towards the end they become smaller, so that all
workers end at nearly the same time."""


class Pending:
    """The items that are not done yet, in input order, in chunks of even size.

    Args:
        files: the input.
        fields: names of the fields that hold an article.
        find: gives the ledger's entry of a key.
        total: bytes of all input; None where it can't be known.
        workers: how many share the work.

    Attributes:
        skipped: items found done.
        changed: items done by an earlier run with other content, so that they are done again.
        bytes: input that is dealt with.
    """

    def __init__(
        self,
        files: Iterable[InputFile],
        fields: Fields,
        find: Callable[[str], Entry | None],
        *,
        total: int | None,
        workers: int,
    ) -> None:
        self._files = files
        self._fields = fields
        self._find = find
        self._total = total
        self._workers = workers
        self._seen = 0
        self._under_way: set[str] = set()
        self.skipped = 0
        self.changed = 0
        self.bytes = 0

    def chunks(self) -> Iterator[list[Item]]:
        """The items, in chunks."""
        chunk: list[Item] = []
        size = 0
        for item in self._items():
            if chunk and (size + item.size > self._most_bytes() or len(chunk) >= _CHUNK_ITEMS):
                yield chunk
                chunk, size = [], 0
            chunk.append(item)
            size += item.size
        if chunk:
            yield chunk

    def settle(self, items: Sequence[Item]) -> None:
        """Tell that the book has taken `items`."""
        self.bytes += sum(item.size for item in items)
        self._under_way.difference_update(item.key for item in items)

    def _most_bytes(self) -> int:
        if self._total is None:
            return _CHUNK_BYTES
        share = (self._total - self._seen) // (_CHUNKS_TO_COME * self._workers)
        return max(_SMALLEST_CHUNK_BYTES, min(_CHUNK_BYTES, share))

    def _items(self) -> Iterator[Item]:
        for file in self._files:
            for item in items_of(file, self._fields):
                self._seen += item.size
                if item.key in self._under_way or self._is_done(item):
                    self.skipped += 1
                    self.bytes += item.size
                else:
                    self._under_way.add(item.key)
                    yield item

    def _is_done(self, item: Item) -> bool:
        entry = self._find(item.key)
        if entry is None:
            return False
        if item.stamp is not None and item.stamp == entry.stamp:
            return True
        if (item.digest or digest_of_file(item.path)) == entry.digest:
            return True
        self.changed += 1
        return False
