"""Batch runs: nothing lost and nothing doubled over kills; throughput, memory, overhead.

    python -m benchmarks.batch kills [--kills 50] [--articles 1500]
    python -m benchmarks.batch speed [--articles 1000] [--rounds 3]
    python -m benchmarks.batch scale [--articles 100000]
    python -m benchmarks.batch memory [--articles 100000]
    python -m benchmarks.batch spark [--articles 2000]

Articles are short ones made from the fixtures' paragraphs. ``kills`` kills runs of the real
extractor at random moments, the parent and workers in turn, for each kind of output, and
compares with an undisturbed run. ``speed`` sets one and two workers against a bare
`Extractor.pipe`; beside the clock it counts processor time, which other programs on the
machine can't distort. ``scale`` shows what the machinery itself costs, with an extractor that
does nothing; ``memory`` reads all the articles for good and gives the memory at each tenth of
the way. All runs are on Linux (they read ``/proc``).
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import os
import random
import resource
import signal
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

from newsextract import Article, Extractor, batch
from newsextract.batch.sinks import SUFFIXES, sink_for
from newsextract.batch.sinks.tables import TABLES
from newsextract.batch.worker import Reader
from newsextract.record import ModelInfo, NewsRecord

FIXTURES = Path(__file__).parents[1] / "fixtures" / "diplo" / "articles"
FORK = multiprocessing.get_context("fork")
MIB = 1024 * 1024


def short_articles(count: int) -> Iterator[str]:
    """Articles of a fixture's first paragraph and two others, no two alike."""
    chance = random.Random(0)
    texts = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.txt"))]
    paragraphs = [[p for p in text.split("\n") if p.strip()] for text in texts]
    others = [p for article in paragraphs for p in article[1:] if len(p) > 80]
    for number in range(count):
        chosen = [chance.choice(paragraphs)[0], *chance.sample(others, 2)]
        yield "\n\n".join(chosen) + f"\n\nThis was item {number} of the day."


def write_articles(path: Path, count: int) -> Path:
    """A JSON Lines file of short articles."""
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(short_articles(count)):
            file.write(json.dumps({"id": f"a{number}", "text": text}) + "\n")
    return path


# ---------------------------------------------------------------------------- kills


def content(output: Path) -> list[Any]:
    """All rows of an output, in its order."""
    if output.suffix == ".sqlite":
        with sqlite3.connect(output) as base:
            return [base.execute(f"SELECT * FROM {t.name}").fetchall() for t in TABLES]
    if output.suffix == ".duckdb":
        import duckdb

        with duckdb.connect(str(output), read_only=True) as duck:
            keys = [(t.name, ", ".join(("record", *t.key))) for t in TABLES]
            return [duck.sql(f"SELECT * FROM {t} ORDER BY {k}").fetchall() for t, k in keys]
    if output.suffix == ".parquet":
        import pyarrow.parquet as pq

        rows: list[Any] = pq.read_table(output).to_pylist()
        return rows
    data = output.read_bytes()
    return (gzip.decompress(data) if output.suffix == ".gz" else data).splitlines()


def ids(output: Path) -> list[str]:
    """The ids of an output's records."""
    found = content(output)
    if output.suffix in (".sqlite", ".duckdb"):
        return [row[1] for row in found[0]]
    if output.suffix == ".parquet":
        return [row["id"] for row in found]
    return [json.loads(line)["id"] for line in found]


def kills(arguments: argparse.Namespace, folder: Path) -> bool:
    """Kill runs until they end; compare each output with that of an undisturbed run."""
    extractor = Extractor()
    source = write_articles(folder / "in.jsonl", arguments.articles)
    chance = random.Random(arguments.seed)
    good = True
    print(
        f"{'output':12}{'parent':>8}{'worker':>8}{'lost':>8}{'doubled':>9}{'quarantined':>13}  same"
    )
    for number, suffix in enumerate(SUFFIXES):
        whole, output = folder / f"whole{suffix}", folder / f"out{suffix}"
        sink_for(output).pause = 0.2
        batch.run([source], whole, make_reader=lambda: extractor, workers=2)
        wanted = arguments.kills // len(SUFFIXES) + (number < arguments.kills % len(SUFFIXES))
        killed = {"parent": 0, "worker": 0}
        while sum(killed.values()) < wanted:
            run = FORK.Process(target=_run_quietly, args=(source, output, extractor))
            run.start()
            time.sleep(chance.uniform(0.05, arguments.longest))
            workers = _children(run.pid)
            if workers and chance.random() < 0.5:
                os.kill(chance.choice(workers), signal.SIGKILL)
                killed["worker"] += 1
                time.sleep(chance.uniform(0, 0.5))
            if run.is_alive():
                run.kill()
                killed["parent"] += 1
            run.join()
            if run.exitcode == 0:  # it came through before its time: begin anew
                good = good and _same(output, whole)
                for path in folder.glob(f"out{suffix}*"):
                    path.unlink()
        batch.run([source], output, make_reader=lambda: extractor, workers=2)
        found, expected = ids(output), ids(whole)
        failed = folder / f"out{suffix}.errors.jsonl"
        quarantined = failed.read_text().count("\n") if failed.exists() else 0
        lost = len(set(expected) - set(found)) - quarantined
        doubled = len(found) - len(set(found))
        same = _same(output, whole)
        good = good and same and not lost and not doubled
        print(
            f"{suffix:12}{killed['parent']:8}{killed['worker']:8}{lost:8}{doubled:9}"
            f"{quarantined:13}  {same}",
            flush=True,
        )
    return good


def _same(output: Path, whole: Path) -> bool:
    return content(output) == content(whole)


def _run_quietly(source: Path, output: Path, extractor: Extractor) -> None:
    batch.run([source], output, make_reader=lambda: extractor, workers=2)


def _children(pid: int | None) -> list[int]:
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(child) for child in found.split()]


# ---------------------------------------------------------------------------- speed


@dataclass
class Cost:
    """What a piece of work took."""

    seconds: float
    processor: float
    parent_mib: float
    worker_mib: float


def measure(work: Callable[[], object]) -> Cost:
    """Run `work` in a process of its own; sample its memory and that of its children."""
    ours, theirs = FORK.Pipe()

    def inside() -> None:
        start = time.perf_counter()
        work()
        own = resource.getrusage(resource.RUSAGE_SELF)
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
        theirs.send((time.perf_counter() - start, processor))

    process = FORK.Process(target=inside)
    process.start()
    peak = {"parent": 0.0, "worker": 0.0}
    done = threading.Event()

    def sample() -> None:
        while not done.wait(0.2):
            peak["parent"] = max(peak["parent"], _resident(process.pid))
            for child in _children(process.pid):
                peak["worker"] = max(peak["worker"], _resident(child))

    sampler = threading.Thread(target=sample)
    sampler.start()
    seconds, processor = ours.recv()
    process.join()
    done.set()
    sampler.join()
    return Cost(seconds, processor, peak["parent"], peak["worker"])


def _least(costs: list[Cost]) -> Cost:
    """The least time of some rounds, which is the least disturbed, and the most memory."""
    return Cost(
        min(cost.seconds for cost in costs),
        min(cost.processor for cost in costs),
        max(cost.parent_mib for cost in costs),
        max(cost.worker_mib for cost in costs),
    )


def _resident(pid: int | None) -> float:
    """Resident memory in MiB, shared pages included."""
    try:
        status = Path(f"/proc/{pid}/statm").read_text()
    except OSError:
        return 0.0
    return int(status.split()[1]) * os.sysconf("SC_PAGE_SIZE") / MIB


def _show(name: str, cost: Cost, articles: int) -> None:
    print(
        f"{name:24}{articles / cost.seconds:10.1f}{1000 * cost.processor / articles:14.2f}"
        f"{cost.parent_mib:12.0f}{cost.worker_mib:12.0f}",
        flush=True,
    )


def _head() -> None:
    print(f"{'':24}{'articles/s':>10}{'CPU ms each':>14}{'parent MiB':>12}{'worker MiB':>12}")


def speed(arguments: argparse.Namespace, folder: Path) -> bool:
    """A bare pipe against one worker and two."""
    extractor = Extractor()
    list(extractor.pipe(short_articles(50)))
    source = write_articles(folder / "in.jsonl", arguments.articles)

    def bare() -> None:
        with threadpool_limits(1):
            for _ in extractor.pipe(short_articles(arguments.articles)):
                pass

    def run(workers: int) -> Callable[[], object]:
        output = folder / f"{workers}.jsonl"
        return lambda: batch.run(
            [source], output, make_reader=lambda: extractor, workers=workers, resume=False
        )

    works = {"Extractor.pipe": bare, "1 worker": run(1), "2 workers": run(2)}
    rounds = [{n: measure(work) for n, work in works.items()} for _ in range(arguments.rounds)]
    costs = {name: _least([each[name] for each in rounds]) for name in works}
    _head()
    for name, cost in costs.items():
        _show(name, cost, arguments.articles)
    one, two, pipe = costs["1 worker"], costs["2 workers"], costs["Extractor.pipe"]
    print(f"2 workers: {one.seconds / two.seconds:.2f} times the throughput of one")
    print(
        f"overhead of 1 worker over the pipe: {one.seconds / pipe.seconds - 1:+.1%} by the clock, "
        f"{one.processor / pipe.processor - 1:+.1%} of processor time"
    )
    return True


class IdleReader:
    """Gives empty records at no cost."""

    model = ModelInfo(name="idle", version="1")

    def pipe(self, articles: Iterable[str | Article]) -> Iterator[NewsRecord]:
        """An empty record for each article."""
        for article in articles:
            assert isinstance(article, Article)
            yield NewsRecord(id=article.id or "", source=article.source, model=self.model)


def scale(arguments: argparse.Namespace, folder: Path) -> bool:
    """What the machinery costs: memory must not grow with the number of articles."""
    _head()
    for count in (arguments.articles // 10, arguments.articles, 3 * arguments.articles):
        source = write_articles(folder / f"{count}.jsonl", count)
        output = folder / f"{count}.out.jsonl"
        make: Callable[[], Reader] = IdleReader
        cost = measure(lambda: batch.run([source], output, make_reader=make, workers=2))  # noqa: B023
        _show(f"{count:,} rows", cost, count)
    pages = folder / "files"
    for number, text in enumerate(short_articles(arguments.articles // 5)):
        path = pages / f"{number // 1000:04}" / f"{number:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in ("files", "files, all done before"):
        output = folder / "files.jsonl"
        cost = measure(lambda: batch.run([pages], output, make_reader=IdleReader, workers=2))  # noqa: B023
        _show(f"{arguments.articles // 5:,} {name}", cost, arguments.articles // 5)
    return True


def memory(arguments: argparse.Namespace, folder: Path) -> bool:
    """Real records of many articles: the memory of parent and workers as the run goes on."""
    extractor = Extractor()
    source, output = write_articles(folder / "in.jsonl", arguments.articles), folder / "out.jsonl"
    start = time.perf_counter()
    run = FORK.Process(target=_run_quietly, args=(source, output, extractor))
    run.start()
    print(f"{'records':>10}{'seconds':>10}{'parent MiB':>12}{'worker MiB':>12}")
    written, tenth, seen = 0, 0, 0
    while run.is_alive():
        run.join(1)
        if output.exists():
            with output.open("rb") as file:
                file.seek(seen)
                new = file.read()
            seen += len(new)
            written += new.count(b"\n")
        if written * 10 >= (tenth + 1) * arguments.articles and run.is_alive():
            tenth = written * 10 // arguments.articles
            workers = max(map(_resident, _children(run.pid)), default=0.0)
            print(
                f"{written:10,}{time.perf_counter() - start:10.0f}"
                f"{_resident(run.pid):12.0f}{workers:12.0f}",
                flush=True,
            )
    found = ids(output)
    print(f"{len(found):,} records, {len(set(found)):,} of them different")
    return bool(len(found) == len(set(found)) == arguments.articles)


def spark(arguments: argparse.Namespace, folder: Path) -> bool:
    """Spark local[2] against two workers, each after its start-up."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql import SparkSession

    from newsextract.arrow import extract_spark

    def seconds(count: int, work: Callable[[Path], object]) -> float:
        source = write_articles(folder / f"{count}.jsonl", count)
        start = time.perf_counter()
        work(source)
        return time.perf_counter() - start

    def by_spark(source: Path) -> None:
        frame = session.read.schema("id string, text string").json(str(source)).repartition(16)
        extract_spark(frame, id_column="id").write.mode("overwrite").parquet(str(folder / "spark"))

    def by_batch(source: Path) -> None:
        batch.run([source], folder / "out.parquet", workers=2, resume=False)

    few, many = arguments.articles // 10, arguments.articles
    rates = {}
    batch_seconds = [seconds(count, by_batch) for count in (few, many)]
    session = (
        SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    )
    spark_seconds = [seconds(count, by_spark) for count in (few, few, many)][1:]
    session.stop()
    for name, (start, whole) in (("batch", batch_seconds), ("spark", spark_seconds)):
        rates[name] = (many - few) / (whole - start)
        print(f"{name:8}{rates[name]:8.1f} articles/s after start-up")
    print(f"Spark has {rates['spark'] / rates['batch']:.2f} times the throughput of batch")
    return True


COMMANDS = {"kills": kills, "speed": speed, "scale": scale, "memory": memory, "spark": spark}
ARTICLES = {"kills": 1500, "speed": 1000, "scale": 100_000, "memory": 100_000, "spark": 2000}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--articles", type=int)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--longest", type=float, default=3.0, help="seconds until a kill")
    parser.add_argument("--rounds", type=int, default=3, help="the best counts")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    arguments.articles = arguments.articles or ARTICLES[arguments.command]
    with tempfile.TemporaryDirectory() as folder:
        return 0 if COMMANDS[arguments.command](arguments, Path(folder)) else 1


if __name__ == "__main__":
    sys.exit(main())
