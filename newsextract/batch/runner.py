"""A run: inputs through workers into an output, each exactly once, whatever happens."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FrameType

from newsextract.batch.book import Book
from newsextract.batch.crew import Crew
from newsextract.batch.ledger import Ledger
from newsextract.batch.pending import Pending
from newsextract.batch.sinks import Sink, sink_for
from newsextract.batch.sources import Fields, find_files
from newsextract.batch.sources.listing import STANDARD_INPUT, check_inputs
from newsextract.batch.worker import Reader, TextKeeper
from newsextract.errors import ConfigurationError, OutputError
from newsextract.extractor import Extractor
from newsextract.language import DEFAULT_MODEL
from newsextract.record import SCHEMA_VERSION

_REPORT_EVERY = 0.5


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is.

    Attributes:
        done: records written by this run.
        failed: inputs that this run put into the error file.
        skipped: inputs found done by an earlier run.
        bytes: input that is dealt with, skipped input included.
        total_bytes: all input; None where it can't be known, as on standard input.
        seconds: time since the start.
    """

    done: int
    failed: int
    skipped: int
    bytes: int
    total_bytes: int | None
    seconds: float

    @property
    def rate(self) -> float:
        """Inputs a second."""
        return (self.done + self.failed) / self.seconds if self.seconds else 0.0


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did.

    Attributes:
        done: records written by this run.
        failed: inputs that this run put into the error file.
        skipped: inputs that were done before.
        changed: inputs among `done` and `failed` whose content differs from what an earlier
            run read; what that run wrote of them is still in the output.
        all_failed: inputs in the error file, from this run and those before.
        stopped_by: number of the signal that asked the run to stop; the same call goes on
            where it was. None where all input was read.
        seconds: how long it took.
        output: the output.
        errors: the error file; it is there if something failed.
    """

    done: int
    failed: int
    skipped: int
    changed: int
    all_failed: int
    stopped_by: int | None
    seconds: float
    output: Path
    errors: Path


def run(
    inputs: Iterable[str | Path],
    output: str | Path,
    *,
    model: str = DEFAULT_MODEL,
    make_reader: Callable[[], Reader] | None = None,
    workers: int | None = None,
    resume: bool = True,
    retry_failed: bool = False,
    keep_text: bool = False,
    time_limit: float = 120.0,
    fields: Fields | None = None,
    report: Callable[[Progress], None] | None = None,
) -> Summary:
    """Extract the records of all `inputs` into `output`.

    The run may be killed at any moment; called again, it goes on where it was. In the end
    each input is exactly once in the output or in the error file beside it
    (``OUTPUT.errors.jsonl``), in input order, the same rows whatever the number of workers
    and however often it was interrupted. ``OUTPUT.ledger`` remembers what is done, so that a
    later call reads only what is new.

    Args:
        inputs: files, folders (with all below them), glob patterns, ``-`` for JSON Lines on
            standard input.
        output: file to write; its ending tells the format.
        model: spaCy English pipeline.
        make_reader: gives the extractor, in place of ``Extractor(model)``.
        workers: number of processes; the number of cores where None.
        resume: go on with an earlier run; if False, its output is replaced.
        retry_failed: try the inputs in the error file again.
        keep_text: put each text into its record, as ``extensions["text"]``. The offsets of a
            web page's record count in its main text, which is nowhere else.
        time_limit: seconds that an article may take (for each 100,000 bytes of it).
        fields: names of the fields in JSON, CSV and Parquet files.
        report: called about twice a second.

    Raises:
        InputError: an input is not there.
        ConfigurationError: the output's ending or a setting is wrong, or an extra is missing.
        ModelError: the model is missing.
        OutputError: the output can't be written, is being written by another run, or was
            made by another model or schema. Where the disk is full: make room and call again.
        WorkerError: workers die whatever they are given.
    """
    started = time.monotonic()
    path = Path(output)
    given = [os.fspath(each) for each in inputs]
    workers = available_cores() if workers is None else workers
    _check(given, path, workers, time_limit)
    sink = sink_for(path)
    errors = path.with_name(f"{path.name}.errors.jsonl")
    with ExitStack() as stack:
        ledger = stack.enter_context(_ledger(path, sink, resume=resume))
        make = make_reader or partial(Extractor, model)
        make = partial(TextKeeper, make) if keep_text else make
        crew = stack.enter_context(Crew(make, sink.encode, workers=workers, time_limit=time_limit))
        _check_origin(ledger, crew.reader, keep_text=keep_text)
        if retry_failed:
            ledger.clear({"errors_end": "0", "failed": "0"}, only_failed=True)
        stack.enter_context(_disk_errors(path))
        book = stack.enter_context(Book(sink, path, errors, ledger))
        own = [os.fspath(p) for p in (*sink.files(path), errors, ledger.path)]
        total = (
            None if STANDARD_INPUT in given else sum(file.size for file in find_files(given, own))
        )
        pending = Pending(
            find_files(given, own), fields or Fields(), book.find, total=total, workers=workers
        )
        stop = stack.enter_context(_StopSignals())

        def tell() -> None:
            if report:
                elapsed = time.monotonic() - started
                report(
                    Progress(book.done, book.failed, pending.skipped, pending.bytes, total, elapsed)
                )

        told = started
        for result in crew.results(pending.chunks()):
            if result is not None:
                book.take(result)
                pending.settle(result.items)
            if book.is_due:
                book.checkpoint()
            if time.monotonic() - told >= _REPORT_EVERY:
                told = time.monotonic()
                tell()
            if stop.signal is not None:
                break
        if stop.signal is None:
            book.finish()
        else:
            book.checkpoint()
        tell()
        return Summary(
            done=book.done,
            failed=book.failed,
            skipped=pending.skipped,
            changed=pending.changed,
            all_failed=book.all_failed,
            stopped_by=stop.signal,
            seconds=time.monotonic() - started,
            output=path,
            errors=errors,
        )


def available_cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _check(given: list[str], path: Path, workers: int, time_limit: float) -> None:
    if not given:
        raise ConfigurationError("inputs", "there is none")
    if workers < 1:
        raise ConfigurationError("workers", f"must be at least 1, not {workers}")
    if not time_limit > 0:
        raise ConfigurationError("time_limit", f"must be more than 0, not {time_limit:g}")
    check_inputs(given)
    if not path.parent.is_dir():
        raise OutputError(f"there is no folder {path.parent}; make it first")


@contextmanager
def _ledger(path: Path, sink: type[Sink], *, resume: bool) -> Iterator[Ledger]:
    """The output's ledger, held; an output that has none is left alone."""
    ledger_path = path.with_name(f"{path.name}.ledger")
    foreign = not ledger_path.exists() and any(p.exists() for p in sink.files(path))
    if foreign and resume:
        raise OutputError(
            f"{path} is there already, and no run that can be resumed wrote it; choose another "
            "output, or replace it with --no-resume"
        )
    ledger = Ledger(ledger_path)
    try:
        if not resume:
            ledger.clear({})
        yield ledger
    finally:
        ledger.close()


def _check_origin(ledger: Ledger, reader: Reader, *, keep_text: bool) -> None:
    """One output holds records of one model and schema, all with their texts or none."""
    origin = {
        "schema_version": SCHEMA_VERSION,
        "model": f"{reader.model.name} {reader.model.version}",
        "keep_text": "on" if keep_text else "off",
    }
    for name, now in origin.items():
        before = ledger.fact(name)
        if before not in (None, now):
            raise OutputError(
                f"the output was begun with {name} {before}, and this run has {now}; choose "
                "another output, or replace it with --no-resume"
            )
    ledger.record(origin)


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"can't write {path}: {error.strerror or error}; what is done is kept, run again to "
            "go on"
        ) from error


class _StopSignals:
    """Ctrl-C and SIGTERM end the run at its next step; a second Ctrl-C at once."""

    def __init__(self) -> None:
        self.signal: int | None = None
        self._before: dict[int, object] = {}

    def __enter__(self) -> _StopSignals:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                self._before[number] = signal.signal(number, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self.signal is not None and number == signal.SIGINT:
            raise KeyboardInterrupt
        self.signal = number
