"""Runs that die at any of the moments at which something is being made durable."""

from __future__ import annotations

import functools
import multiprocessing
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsextract import batch
from newsextract.batch.ledger import Ledger
from newsextract.batch.sinks import SUFFIXES, sink_for
from newsextract.batch.sinks.append import AppendFile
from tests.batch.conftest import MakeArticles, Run, content, errors
from tests.batch.fake import FakeReader

FORK = multiprocessing.get_context("fork")
DIED = -signal.SIGKILL


def _run_and_die(folder: Path, output: Path, moment: int) -> None:
    """Run; die at the `moment`-th begin or end of a step that changes a file."""
    passed = 0

    def pass_moment() -> None:
        nonlocal passed
        passed += 1
        if passed == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(step: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(step)
        def watch(*args: Any, **kwargs: Any) -> Any:
            pass_moment()
            result = step(*args, **kwargs)
            pass_moment()
            return result

        return watch

    sink = sink_for(output)
    sink.pause = 0.0
    steps = [(sink, "checkpoint"), (sink, "finish"), (sink, "__init__"), (Ledger, "record")]
    for owner, name in [*steps, (Ledger, "clear"), (AppendFile, "append"), (Path, "replace")]:
        setattr(owner, name, watched(getattr(owner, name)))
    batch.run([folder], output, make_reader=FakeReader, workers=1)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_moment(articles: MakeArticles, run: Run, tmp_path: Path, suffix: str) -> None:
    """Each run dies one moment later than the one before, until one comes through."""
    undisturbed, output = tmp_path / f"undisturbed{suffix}", tmp_path / f"out{suffix}"
    folder = articles(70, {40: "RAISE"})
    run([folder], undisturbed)
    for moment in range(1, 60):
        process = FORK.Process(target=_run_and_die, args=(folder, output, moment))
        process.start()
        process.join()
        assert process.exitcode in (0, DIED)
        if process.exitcode == 0:
            break
    else:
        pytest.fail("no run came through")
    assert moment > 10
    assert content(output) == content(undisturbed)
    assert errors(output) == {"00040.txt": "ValueError"}
    assert run([folder], output).skipped == 70


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_every_single_moment(articles: MakeArticles, run: Run, tmp_path: Path, suffix: str) -> None:
    """One run dies, at each moment there is; the next one puts it right."""
    undisturbed = tmp_path / f"undisturbed{suffix}"
    folder = articles(3, {1: "RAISE"})
    run([folder], undisturbed)
    expected = content(undisturbed)
    for moment in range(1, 60):
        output = tmp_path / f"out{moment}{suffix}"
        process = FORK.Process(target=_run_and_die, args=(folder, output, moment))
        process.start()
        process.join()
        run([folder], output, workers=1)
        assert content(output) == expected, moment
        assert errors(output) == {"00001.txt": "ValueError"}, moment
        if process.exitcode == 0:
            break
    assert moment > 12
