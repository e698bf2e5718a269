"""The side of a worker process: items in, records out."""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import Any, Protocol

from threadpoolctl import threadpool_limits

from newsextract.batch.item import Failure, Item, Outcome
from newsextract.batch.sources import load
from newsextract.errors import InputError
from newsextract.extractor import Article
from newsextract.record import ModelInfo, NewsRecord

_ABSENT = b""


class Reader(Protocol):
    """What a worker needs of an extractor."""

    @property
    def model(self) -> ModelInfo:
        """The model that reads."""
        ...

    def pipe(self, articles: Iterable[str | Article]) -> Iterator[NewsRecord]:
        """The records of `articles`, in order."""
        ...


class TextKeeper:
    """A reader whose records carry their text, as ``extensions["text"]``.

    Args:
        make_reader: gives the reader that does the work.
    """

    def __init__(self, make_reader: Callable[[], Reader]) -> None:
        self._reader = make_reader()
        self.model = self._reader.model

    def pipe(self, articles: Iterable[str | Article]) -> Iterator[NewsRecord]:
        """The records of `articles`, in order."""
        given = list(articles)
        for article, record in zip(given, self._reader.pipe(given), strict=True):
            text = article.text if isinstance(article, Article) else article
            extensions = {**record.extensions, "text": text}
            yield record.model_copy(update={"extensions": extensions})


Encode = Callable[[Sequence[NewsRecord]], Any]


def serve(
    connection: Connection,
    not_ours: Sequence[Connection],
    make_reader: Callable[[], Reader],
    encode: Encode,
) -> None:
    """Answer each sequence of items with (payload, outcomes) until the other side is gone.

    Args:
        connection: our end of the pipe.
        not_ours: the parent's ends, which a forked process inherits. Left open, they would
            keep a killed parent's workers waiting for ever.
        make_reader: gives the extractor.
        encode: the sink's.
    """
    parent = os.getppid()
    for other in not_ours:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _die_with(parent)
    threadpool_limits(1)  # there is a worker a core: more threads would only be in the way
    reader = make_reader()
    while True:
        try:
            items = pickle.loads(connection.recv_bytes())
            connection.send_bytes(pickle.dumps(extract(items, reader, encode)))
        except (EOFError, OSError):
            return


def extract(
    items: Sequence[Item], reader: Reader, encode: Encode
) -> tuple[Any, tuple[Outcome, ...]]:
    """The encoded records of `items` and what became of each; total."""
    outcomes: list[Outcome] = []
    articles: list[Article] = []
    read: list[Item] = []
    for item in items:
        if item.failure is not None:
            outcomes.append(Outcome(item.digest, item.failure))
            continue
        try:
            article, digest = load(item)
        except InputError as error:
            outcomes.append(Outcome(_ABSENT, Failure("InputError", error.reason)))
        except Exception as error:  # a file that breaks its reader costs nobody else
            outcomes.append(Outcome(_ABSENT, _failure(error)))
        else:
            outcomes.append(Outcome(digest))
            articles.append(article)
            read.append(item)
    if not articles:
        return None, tuple(outcomes)
    try:
        return encode(_records(reader, read, articles)), tuple(outcomes)
    except Exception as error:
        if len(items) == 1:
            return None, (Outcome(outcomes[0].digest, _failure(error)),)
        return _one_by_one(items, reader, encode)


def _records(
    reader: Reader, items: Sequence[Item], articles: Sequence[Article]
) -> list[NewsRecord]:
    records = list(reader.pipe(articles))
    if len(records) != len(articles):
        raise RuntimeError(f"{len(records)} records of {len(articles)} articles")
    for i, item in enumerate(items):
        if item.notes:
            notes = (*records[i].warnings, *item.notes)
            records[i] = records[i].model_copy(update={"warnings": notes})
    return records


def _one_by_one(
    items: Sequence[Item], reader: Reader, encode: Encode
) -> tuple[Any, tuple[Outcome, ...]]:
    """Find the items that break the whole; then do the others together."""
    outcomes = [extract([item], reader, encode)[1][0] for item in items]
    good = [item for item, outcome in zip(items, outcomes, strict=True) if not outcome.failure]
    articles = [load(item)[0] for item in good]
    payload = encode(_records(reader, good, articles)) if good else None
    return payload, tuple(outcomes)


def _failure(error: Exception) -> Failure:
    return Failure(type(error).__name__, str(error))


def _die_with(parent: int) -> None:
    """Let the system end this process when its parent ends (Linux; elsewhere the pipe tells)."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
