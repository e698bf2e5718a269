"""Each input exactly once, in order, whatever happens."""

from __future__ import annotations

import multiprocessing
import os
import random
import resource
import signal
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from newsextract import Extractor, InputError, OutputError, batch
from newsextract.batch.sinks import SUFFIXES, sink_for
from newsextract.batch.sinks.append import AppendFile
from newsextract.batch.sinks.json_lines import JsonLinesSink
from newsextract.errors import ConfigurationError, WorkerError
from tests.batch.conftest import MakeArticles, Run, content, errors, rows, sources
from tests.batch.fake import FakeReader

FORK = multiprocessing.get_context("fork")


def test_the_same_records_as_extract(tmp_path: Path, extractor: Extractor) -> None:
    folder = Path("fixtures/diplo/articles")
    files = sorted(folder.glob("*.txt"))[:12]
    output = tmp_path / "out.jsonl"
    summary = batch.run(files, output, make_reader=lambda: extractor, workers=2)
    assert (summary.done, summary.failed) == (12, 0)
    expected = [extractor.extract(f.read_text(), source=str(f)).model_dump_json() for f in files]
    assert output.read_text().splitlines() == expected


@pytest.mark.parametrize("workers", [1, 3])
def test_order_is_kept(articles: MakeArticles, run: Run, tmp_path: Path, workers: int) -> None:
    output = tmp_path / "out.jsonl"
    run([articles(200)], output, workers=workers, seconds=0.0005)
    assert sources(output) == [f"{i:05}.txt" for i in range(200)]
    assert not errors(output)


def test_a_second_run_does_what_is_new(articles: MakeArticles, run: Run, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    assert run([articles(5)], output).done == 5
    summary = run([articles(8)], output)
    assert (summary.done, summary.skipped, summary.changed) == (3, 5, 0)
    assert sources(output) == [f"{i:05}.txt" for i in range(8)]


def test_a_changed_input_is_done_again_and_told(
    articles: MakeArticles, run: Run, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    run([articles(3)], output)
    summary = run([articles(3, {1: "Another text"})], output)
    assert (summary.done, summary.skipped, summary.changed) == (1, 2, 1)


def test_a_touched_input_is_not_done_again(
    articles: MakeArticles, run: Run, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    folder = articles(3)
    run([folder], output)
    os.utime(folder / "00001.txt", (1, 1))
    assert run([folder], output).skipped == 3


def test_an_input_given_twice_is_done_once(
    articles: MakeArticles, run: Run, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    folder = articles(40)
    run([folder, folder / "00001.txt", f"{folder}/*.txt"], output)
    assert sorted(sources(output)) == [f"{i:05}.txt" for i in range(40)]


def test_no_resume_begins_anew(articles: MakeArticles, run: Run, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    run([articles(4, {0: "RAISE"})], output)
    summary = run([articles(4)], output, resume=False)
    assert (summary.done, summary.skipped, summary.all_failed) == (4, 0, 0)
    assert len(rows(output)) == 4
    assert not errors(output)


def test_bad_articles_are_quarantined_alone(
    articles: MakeArticles, run: Run, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    special = {3: "RAISE", 50: "KILL", 70: "HANG", 99: "KILL"}
    folder = articles(100, special)
    (folder / "00100.txt").symlink_to(folder / "nowhere")
    summary = run([folder], output, time_limit=1.5)
    assert errors(output) == {
        "00003.txt": "ValueError",
        "00050.txt": "WorkerDied",
        "00070.txt": "TimeLimit",
        "00099.txt": "WorkerDied",
        "00100.txt": "InputError",
    }
    assert sources(output) == [f"{i:05}.txt" for i in range(100) if i not in special]
    assert (summary.done, summary.failed, summary.all_failed) == (96, 5, 5)


def test_failed_inputs_are_not_tried_again_unless_wanted(
    articles: MakeArticles, run: Run, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    folder = articles(10, {3: "RAISE"})
    run([folder], output)
    again = run([folder], output)
    assert (again.skipped, again.failed, again.all_failed) == (10, 0, 1)
    (folder / "00003.txt").write_text("Mended")
    mended = run([folder], output, retry_failed=True)
    assert (mended.done, mended.skipped, mended.all_failed) == (1, 9, 0)
    assert not errors(output)
    assert len(rows(output)) == 10


def test_an_article_whose_worker_was_killed_by_chance_is_not_lost(
    articles: MakeArticles, run: Run, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    run([articles(40, {7: f"ONCE:{tmp_path}/mark"})], output)
    assert len(rows(output)) == 40
    assert not errors(output)


def test_workers_that_always_die_end_the_run(
    articles: MakeArticles, run: Run, tmp_path: Path
) -> None:
    folder = articles(60, dict.fromkeys(range(60), "KILL"))
    with pytest.raises(WorkerError, match="workers die one after the other"):
        run([folder], tmp_path / "out.jsonl")


def _run_in_child(folder: Path, output: Path, seconds: float) -> multiprocessing.Process:
    make = partial(FakeReader, seconds)
    kwargs = {"make_reader": make, "workers": 2}
    process = FORK.Process(target=batch.run, args=([folder], output), kwargs=kwargs)
    process.start()
    return process  # type: ignore[return-value]


def _children(pid: int) -> list[int]:
    try:
        return [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


@pytest.mark.parametrize("suffix", [".jsonl", ".sqlite"])
def test_kills_lose_nothing_and_double_nothing(
    articles: MakeArticles, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    undisturbed, output = tmp_path / f"undisturbed{suffix}", tmp_path / f"out{suffix}"
    monkeypatch.setattr(sink_for(output), "pause", 0.05)
    folder = articles(600, {300: "RAISE"})
    run([folder], undisturbed)
    chance = random.Random(5)
    for _ in range(4):
        process = _run_in_child(folder, output, seconds=0.002)
        time.sleep(chance.uniform(0.1, 0.6))
        victims = _children(process.pid or 0)
        if chance.random() < 0.5 and victims:
            os.kill(chance.choice(victims), signal.SIGKILL)
            time.sleep(chance.uniform(0.0, 0.2))
        process.kill()
        process.join()
    run([folder], output)
    assert content(output) == content(undisturbed)
    assert errors(output) == {"00300.txt": "ValueError"}


def test_where_processes_cannot_be_forked(
    articles: MakeArticles, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    output = tmp_path / "out.jsonl"
    run([articles(40, {7: "KILL"})], output, workers=1)
    assert len(rows(output)) == 39
    assert errors(output) == {"00007.txt": "WorkerDied"}


def test_workers_die_with_a_killed_run(articles: MakeArticles, tmp_path: Path) -> None:
    process = _run_in_child(articles(10, {0: "HANG"}), tmp_path / "out.jsonl", seconds=0.01)
    while len(workers := _children(process.pid or 0)) < 2:
        time.sleep(0.01)
    process.kill()
    process.join()
    deadline = time.monotonic() + 5
    while any(Path(f"/proc/{pid}/fd").exists() and _is_running(pid) for pid in workers):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def _is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_asked_to_stop_keeps_what_is_done(
    articles: MakeArticles, run: Run, tmp_path: Path, number: signal.Signals
) -> None:
    output = tmp_path / "out.jsonl"
    folder = articles(400)

    asked: list[int] = []

    def stop(progress: batch.Progress) -> None:
        if progress.done and not asked:
            asked.append(progress.done)
            os.kill(os.getpid(), number)

    first = run([folder], output, seconds=0.01, report=stop)
    assert first.stopped_by == number
    assert 0 < first.done < 400
    assert len(rows(output)) == first.done
    second = run([folder], output)
    assert second.stopped_by is None
    assert sources(output) == [f"{i:05}.txt" for i in range(400)]


def test_a_full_disk_is_an_error_that_a_second_run_mends(
    articles: MakeArticles, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out.jsonl"
    folder = articles(300)
    append = AppendFile.append
    monkeypatch.setattr(JsonLinesSink, "pause", 0.0)

    def full(self: AppendFile, data: bytes) -> int:
        if self._end + len(data) > 200_000:
            append(self, data[:100])
            raise OSError(28, os.strerror(28))
        return append(self, data)

    with monkeypatch.context() as patch:
        patch.setattr(AppendFile, "append", full)
        with pytest.raises(OutputError, match="No space left on device; what is done is kept"):
            run([folder], output)
    assert run([folder], output).skipped > 0
    assert sources(output) == [f"{i:05}.txt" for i in range(300)]


def test_two_runs_on_one_output_are_refused(
    articles: MakeArticles, run: Run, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    folder = articles(100)
    refused: list[str] = []

    def second(progress: batch.Progress) -> None:
        process = FORK.Process(target=_second_run, args=(folder, output))
        process.start()
        process.join()
        refused.append(str(process.exitcode))

    run([folder], output, seconds=0.02, report=second)
    assert set(refused) == {"77"}
    assert len(rows(output)) == 100


def _second_run(folder: Path, output: Path) -> None:
    try:
        batch.run([folder], output, make_reader=FakeReader)
    except OutputError as error:
        os._exit(77 if "another run is writing this output" in str(error) else 78)


def test_a_file_that_is_not_ours_is_left_alone(
    articles: MakeArticles, run: Run, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text("precious\n")
    with pytest.raises(OutputError, match="no run that can be resumed wrote it"):
        run([articles(3)], output)
    assert output.read_text() == "precious\n"
    assert not output.with_name("out.jsonl.ledger").exists()


def test_an_output_that_became_shorter_is_refused(
    articles: MakeArticles, run: Run, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    run([articles(3)], output)
    output.unlink()
    with pytest.raises(OutputError, match="restore it"):
        run([articles(3)], output)


def test_records_of_two_models_are_not_mixed(
    articles: MakeArticles, run: Run, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    run([articles(3)], output)
    with pytest.raises(OutputError, match="begun with model fake 1, and this run has other 1"):
        run([articles(3)], output, make_reader=partial(FakeReader, model="other"))


def test_texts_may_be_kept(articles: MakeArticles, run: Run, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    folder = articles(3)
    run([folder], output, keep_text=True)
    kept = [row["extensions"]["text"] for row in rows(output)]
    assert kept == [path.read_text() for path in sorted(folder.iterdir())]
    with pytest.raises(OutputError, match="begun with keep_text on, and this run has off"):
        run([folder], output)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_outputs_among_the_inputs_are_not_read(
    articles: MakeArticles, run: Run, tmp_path: Path, suffix: str
) -> None:
    folder = articles(3, {1: "RAISE"})
    for name in ("out", "other"):
        output = folder / f"{name}{suffix}"
        for _ in range(2):
            assert run([folder], output).all_failed == 1
            assert errors(output) == {"00001.txt": "ValueError"}


def _run_with_little_room(folder: Path, output: Path, room: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        batch.run([folder], output, make_reader=FakeReader, workers=2)
    except OutputError:
        os._exit(77)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_files_that_cannot_grow(
    articles: MakeArticles, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    """The system itself refuses to write more, as it does when a disk is full."""
    undisturbed, output = tmp_path / f"undisturbed{suffix}", tmp_path / f"out{suffix}"
    monkeypatch.setattr(sink_for(output), "pause", 0.0)
    folder = articles(150)
    run([folder], undisturbed)
    size = undisturbed.stat().st_size
    for room in (1_000, size // 2):
        process = FORK.Process(target=_run_with_little_room, args=(folder, output, room))
        process.start()
        process.join()
        assert process.exitcode == 77
    run([folder], output)
    assert content(output) == content(undisturbed)


@pytest.mark.parametrize(
    ("inputs", "output", "settings", "error", "message"),
    [
        (["nowhere"], "o.jsonl", {}, InputError, "nowhere: no such file"),
        (["*.nothing"], "o.jsonl", {}, InputError, "no file matches"),
        (["pyproject.toml"], "o.jsonl", {}, InputError, "unknown ending"),
        ([], "o.jsonl", {}, ConfigurationError, "there is none"),
        (["tests"], "o.xlsx", {}, ConfigurationError, "must end in .jsonl or"),
        (["tests"], "no/o.jsonl", {}, OutputError, "no folder"),
        (["tests"], "o.jsonl", {"workers": 0}, ConfigurationError, "at least 1"),
        (["tests"], "o.jsonl", {"time_limit": 0}, ConfigurationError, "more than 0"),
    ],
)
def test_wrong_usage(
    inputs: list[str],
    output: str,
    settings: dict[str, int],
    error: type[Exception],
    message: str,
    run: Run,
    tmp_path: Path,
) -> None:
    with pytest.raises(error, match=message):
        run(inputs, tmp_path / output, **settings)
