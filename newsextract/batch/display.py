"""How a run shows itself: a bar in a terminal, log lines for a scheduler."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Protocol, TextIO

from newsextract.batch.runner import Progress, Summary

_LOG_EVERY = 30.0


class Display(Protocol):
    """Takes what `run` reports."""

    def __call__(self, progress: Progress) -> None:
        """Show how far the run is."""
        ...

    def __enter__(self) -> Display: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...


def display(stream: TextIO | None = None) -> Display:
    """The display that suits `stream` (standard error where None)."""
    stream = stream or sys.stderr
    return _Bar(stream) if stream.isatty() else _Log(stream)


def seconds_left(progress: Progress) -> float | None:
    """Time to go at the rate so far; None where that can't be told."""
    if not progress.total_bytes or not progress.bytes:
        return None
    left = max(0, progress.total_bytes - progress.bytes)
    return progress.seconds * left / progress.bytes


def tell(summary: Summary) -> str:
    """The summary in words."""
    parts = [f"{summary.done:,} done"]
    if summary.failed:
        parts.append(f"{summary.failed:,} failed")
    if summary.skipped:
        parts.append(f"{summary.skipped:,} done before")
    rate = (summary.done + summary.failed) / summary.seconds if summary.seconds else 0.0
    lines = [f"{', '.join(parts)} in {_clock(summary.seconds)} ({rate:,.1f}/s): {summary.output}"]
    if summary.changed:
        lines.append(
            f"{summary.changed:,} inputs changed since an earlier run read them; their earlier "
            "records are still in the output (--no-resume replaces it)"
        )
    if summary.all_failed:
        lines.append(f"{summary.all_failed:,} could not be read, see {summary.errors}")
    if summary.stopped_by is not None:
        lines.append("stopped; the same command goes on from here")
    return "\n".join(lines)


class _Log:
    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._last = time.monotonic()

    def __enter__(self) -> _Log:
        return self

    def __exit__(self, *_: object) -> None: ...

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last < _LOG_EVERY:
            return
        self._last = now
        left = seconds_left(progress)
        share = f" ({progress.bytes / progress.total_bytes:.1%})" if progress.total_bytes else ""
        eta = f", {_clock(left)} left" if left is not None else ""
        failed = f", {progress.failed:,} failed" if progress.failed else ""
        print(
            f"newsextract: {progress.done + progress.skipped:,} done{share}{failed}, "
            f"{progress.rate:,.1f}/s{eta}",
            file=self._stream,
            flush=True,
        )


class _Bar:
    def __init__(self, stream: TextIO) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bars

        # No refreshing thread: workers are forked while the bar is shown.
        self._bars = Bars(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.percentage:>5.1f}%"),
            TextColumn("{task.fields[rate]}"),
            console=Console(file=stream),
            auto_refresh=False,
            transient=True,
        )
        self._task = self._bars.add_task("starting", total=None, rate="")

    def __enter__(self) -> _Bar:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def __call__(self, progress: Progress) -> None:
        left = seconds_left(progress)
        eta = f", {_clock(left)} left" if left is not None else ""
        failed = f", {progress.failed:,} failed" if progress.failed else ""
        self._bars.update(
            self._task,
            description=f"{progress.done + progress.skipped:,} done{failed}",
            completed=progress.bytes,
            total=progress.total_bytes,
            rate=f"{progress.rate:,.1f}/s{eta}",
            refresh=True,
        )


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02d} min"
    return f"{minutes} min {rest:02d} s" if minutes else f"{rest} s"
