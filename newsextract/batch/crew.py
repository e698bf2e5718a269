"""The parent's side of the workers: who has what, who died, who hangs.

One pipe a worker, rather than a shared queue: the parent knows which items a dead worker
held, the others go on undisturbed, and nothing waits for a result that will not come. The
parent has no threads, so that it can fork a new worker at any time.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from types import TracebackType

from newsextract.batch.item import Failure, Item, Outcome, Result
from newsextract.batch.worker import Encode, Reader, serve
from newsextract.errors import WorkerError

LONG_ARTICLE = 100_000
"""Bytes for which the time limit of an article stands; a longer one gets more in proportion."""

_SMALL_MESSAGE = 64 * 1024
"""Bytes that fit in a pipe beside a worker's answer. Only such a message is sent ahead to a
busy worker: a longer one could leave both sides waiting for the other to read."""

_WAITING_BYTES = 64 * 1024 * 1024
"""Items and answers held back until those before them in order have come; then nothing new is
begun."""

_TRIES_ALONE = 2
"""A worker may die by another's hand (out of memory, a kill). One whose death an article
caused takes the article down with it each time."""

_LOST_IN_A_ROW = 20
"""Articles quarantined one behind the other because the worker died, with no record between:
then it is not the articles that are bad."""

_RETIREMENT = 20_000
"""Articles after which a worker is replaced: spaCy keeps each new word that it meets."""

_POLL = 0.5


@dataclass(slots=True)
class _Job:
    items: Sequence[Item]
    tries: int = 0
    result: Result | None = None
    held_bytes: int = 0

    @property
    def size(self) -> int:
        return sum(item.size for item in self.items)


@dataclass(slots=True)
class _Chunk:
    """Items that were submitted together; its jobs are one, or one an item after a loss."""

    jobs: list[_Job]

    @property
    def is_done(self) -> bool:
        return all(job.result for job in self.jobs)


@dataclass(slots=True)
class _Lane:
    """A worker and what it has to do: the first job is the one at which it works."""

    process: multiprocessing.process.BaseProcess
    connection: Connection
    queue: deque[tuple[_Chunk, _Job]] = field(default_factory=deque)
    sent: int = 0
    since: float = 0.0
    articles: int = 0


class Crew:
    """Worker processes that turn chunks of items into results, in order.

    Args:
        make_reader: gives the extractor. Where processes can be forked it is called once,
            here, and its model is shared; else by each worker, so it must be picklable.
        encode: the sink's.
        workers: number of processes.
        time_limit: seconds that an article of up to `LONG_ARTICLE` bytes may take.
    """

    def __init__(
        self,
        make_reader: Callable[[], Reader],
        encode: Encode,
        *,
        workers: int,
        time_limit: float,
    ) -> None:
        self._encode = encode
        self._time_limit = time_limit
        forks = sys.platform == "linux"
        self._context: BaseContext = multiprocessing.get_context("fork" if forks else "spawn")
        self.reader = make_reader()
        self._make_reader = (lambda: self.reader) if forks else make_reader
        if forks:
            gc.freeze()  # a worker's collector would copy each page that it marks
        self._lanes: list[_Lane] = []
        self._lost_in_a_row = 0
        for _ in range(workers):
            self._lanes.append(self._hire())

    def results(self, chunks: Iterable[Sequence[Item]]) -> Iterator[Result | None]:
        """The results of `chunks`, in order; None now and then while there is none yet.

        Raises:
            WorkerError: workers die whatever they are given.
        """
        source = iter(chunks)
        exhausted = False
        order: deque[_Chunk] = deque()
        while True:
            while not exhausted and self._waiting_bytes(order) < _WAITING_BYTES:
                lane = min(self._lanes, key=lambda lane: len(lane.queue))
                if len(lane.queue) >= 2:
                    break
                items = next(source, None)
                if items is None:
                    exhausted = True
                    break
                chunk = _Chunk([_Job(items)])
                order.append(chunk)
                lane.queue.append((chunk, chunk.jobs[0]))
                self._send(lane)
            if not order:
                return
            self._listen()
            if not order[0].is_done:
                yield None
            while order and order[0].is_done:
                for job in order.popleft().jobs:
                    yield job.result

    def close(self) -> None:
        """End all workers at once; what they were doing is lost."""
        for lane in self._lanes:
            lane.process.kill()
            lane.connection.close()
        for lane in self._lanes:
            lane.process.join()
        self._lanes = []
        gc.unfreeze()

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _hire(self) -> _Lane:
        ours, theirs = self._context.Pipe()
        not_theirs = [lane.connection for lane in self._lanes] + [ours]
        forked = self._context.get_start_method() == "fork"
        process = self._context.Process(  # type: ignore[attr-defined]
            target=serve,
            args=(theirs, not_theirs if forked else [], self._make_reader, self._encode),
            daemon=True,
            name="newsextract-worker",
        )
        try:
            process.start()
        except OSError as error:
            raise WorkerError(f"can't start a worker: {error.strerror}") from error
        theirs.close()
        return _Lane(process, ours)

    def _replace(self, lane: _Lane) -> None:
        lane.process.kill()
        lane.process.join()
        lane.connection.close()
        self._lanes.remove(lane)
        new = self._hire()
        new.queue = lane.queue
        self._lanes.append(new)
        self._send(new)

    def _send(self, lane: _Lane) -> None:
        """Send what a lane can take: one job, and a small one ahead."""
        while lane.sent < min(2, len(lane.queue)):
            _, job = lane.queue[lane.sent]
            if lane.articles >= _RETIREMENT:
                if lane.sent == 0:
                    self._replace(lane)
                return
            message = pickle.dumps(job.items)
            if lane.sent == 0:
                lane.since = time.monotonic()
            elif len(message) > _SMALL_MESSAGE:
                return
            lane.sent += 1
            try:
                lane.connection.send_bytes(message)
            except OSError:
                return  # it died; `_listen` is told so by the connection's end

    def _listen(self) -> None:
        """Take answers, and notice the dead and the hanging."""
        busy = {lane.connection: lane for lane in self._lanes if lane.queue}
        now = time.monotonic()
        first_deadline = min(self._deadline(lane) for lane in busy.values())
        ready = wait(list(busy), timeout=max(0.0, min(_POLL, first_deadline - now)))
        for lane in busy.values():
            if lane.connection in ready:
                self._receive(lane)
            elif time.monotonic() > self._deadline(lane):
                lane.process.kill()
                self._lose(lane, timed_out=True)

    def _receive(self, lane: _Lane) -> None:
        try:
            message = lane.connection.recv_bytes()
        except (EOFError, OSError):
            self._lose(lane, timed_out=False)
            return
        payload, outcomes = pickle.loads(message)
        _, job = lane.queue.popleft()
        job.result = Result(job.items, outcomes, payload)
        job.held_bytes = len(message) + job.size
        lane.sent -= 1
        lane.articles += len(job.items)
        lane.since = time.monotonic()
        self._lost_in_a_row = 0
        self._send(lane)

    def _lose(self, lane: _Lane, *, timed_out: bool) -> None:
        """A worker is gone: its items are tried one by one, each alone, by a new one."""
        lane.process.join()
        chunk, job = lane.queue.popleft()
        job.tries += 1
        if len(job.items) > 1:
            singles = [_Job([item]) for item in job.items]
            at = next(i for i, other in enumerate(chunk.jobs) if other is job)
            chunk.jobs[at : at + 1] = singles
            lane.queue.extendleft((chunk, single) for single in reversed(singles))
        elif timed_out or job.tries >= _TRIES_ALONE:
            job.result = self._quarantined(job, lane, timed_out)
        else:
            lane.queue.appendleft((chunk, job))
        lane.sent = 0
        self._replace(lane)

    def _quarantined(self, job: _Job, lane: _Lane, timed_out: bool) -> Result:
        self._lost_in_a_row += 1
        if timed_out:
            limit = self._limit(job)
            failure = Failure("TimeLimit", f"took more than {limit:g} s, alone in its process")
        else:
            code = lane.process.exitcode
            how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
            failure = Failure("WorkerDied", f"its process died {job.tries} times over it ({how})")
        if self._lost_in_a_row > _LOST_IN_A_ROW:
            raise WorkerError(
                f"the workers die one after the other, whatever they read ({failure.message}); "
                "is there enough memory for them? Fewer --workers need less, and --retry-failed "
                "tries their articles again"
            )
        return Result(job.items, [Outcome(job.items[0].digest, failure)], None)

    def _limit(self, job: _Job) -> float:
        return self._time_limit * max(1.0, job.size / LONG_ARTICLE)

    def _deadline(self, lane: _Lane) -> float:
        return lane.since + self._limit(lane.queue[0][1])

    @staticmethod
    def _waiting_bytes(order: Iterable[_Chunk]) -> int:
        return sum(job.held_bytes for chunk in order for job in chunk.jobs)
