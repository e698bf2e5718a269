"""One input of a run, and what became of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from newsextract.extractor import Article
from newsextract.record import Note


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an input is in the error file.

    Attributes:
        error: name of the error class.
        message: what is wrong, in words.
    """

    error: str
    message: str


@dataclass(frozen=True, slots=True)
class Item:
    """One input: a file that holds one article, or a row of a file that holds many.

    Attributes:
        key: its name in the ledger: the path, or ``path#row`` with rows counted from 1.
        path: the file.
        size: bytes of input that it stands for; used for progress and to make even chunks.
        stamp: size and modification time of a file that holds one article, else None.
        article: the row's article; None for a file, which is read by the worker.
        digest: hash of the row's content; empty for a file that isn't read yet.
        notes: warnings for the record.
        failure: why there is no article.
    """

    key: str
    path: str
    size: int
    stamp: str | None = None
    article: Article | None = None
    digest: bytes = b""
    notes: tuple[Note, ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a worker says of one item: its content's hash and, if it failed, why."""

    digest: bytes
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What became of some items.

    Attributes:
        items: the items, in input order.
        outcomes: one for each item.
        payload: the records of those that didn't fail, as the sink's `encode` made them.
    """

    items: Sequence[Item]
    outcomes: Sequence[Outcome]
    payload: Any

    @property
    def done(self) -> int:
        """Number of records."""
        return sum(outcome.failure is None for outcome in self.outcomes)


def digest_of(*parts: bytes) -> bytes:
    """Hash of an input's content: BLAKE2b, 16 bytes."""
    hasher = hashlib.blake2b(digest_size=16)
    for part in parts:
        hasher.update(len(part).to_bytes(8, "little"))
        hasher.update(part)
    return hasher.digest()
