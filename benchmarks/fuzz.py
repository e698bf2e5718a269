"""Break articles for a while, and hold each record to the promises.

    python -m benchmarks.fuzz [--seconds 600] [--seed 0] [--keep DIR]

Inputs are the shipped articles and texts of a small grammar, after accidents of case, marks,
spaces, encodings, cuts and joins. For each: the record comes without an exception, no parser
failed, the invariants of tests/promises hold, the record survives JSON and is the same when
made again in a batch, and its page holds the text. Inputs that cost more than 10 times the
median processor time per character are told too (those shorter than 400 characters aside: a
record has a cost of its own). Broken and slow inputs are kept in DIR; exit status 1 if any.
An input that takes two minutes ends the run with a traceback; it is DIR/current.txt.

`benchmarks.fuzz_guided` checks the same, with inputs chosen by what code they reach.
"""

from __future__ import annotations

import faulthandler
import hashlib
import random
import statistics
import sys
import time
import traceback
from collections import deque
from pathlib import Path

from benchmarks.data import parser
from newsextract import Extractor, NewsRecord
from newsextract.record import without_surrogates
from newsextract.show import page
from tests.promises.invariants import check
from tests.promises.mutations import mutate, write
from tests.promises.news import ARTICLES

_SHORTEST_TIMED = 400
_TIMES_THE_MEDIAN = 10
_HANGS = 120
"""Seconds after which an input that does not end ends the run, with a traceback."""
_WARM = 50
"""Inputs before the median is trusted."""
_BATCH = 12
_BATCHED_EVERY = 4
"""Every which input is read again in a batch."""


class Fuzzer:
    """Checks texts one by one and remembers what it saw."""

    def __init__(self, extractor: Extractor, keep: Path | None) -> None:
        self.extractor = extractor
        self.keep = keep
        if keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
        self.batched = Extractor(extractor.language.nlp, batch_size=5)
        self.inputs = self.characters = self.finds = 0
        self.costs: deque[float] = deque(maxlen=2000)
        self.slowest = 0.0
        self.broken: dict[str, int] = {}
        self.slow = 0
        self.recent: list[tuple[str, str]] = []

    def check(self, text: str) -> None:
        """Hold the record of `text` to the promises."""
        self.inputs += 1
        self.characters += len(text)
        faulthandler.dump_traceback_later(_HANGS, exit=True)
        if self.keep is not None:
            (self.keep / "current.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            began = time.process_time()
            record = self.extractor.extract(text)
            cost = time.process_time() - began
            check(record, text)
            json = record.model_dump_json()
            again = NewsRecord.model_validate_json(json)
            assert again.model_dump_json() == json
            # JSON has question marks for lone surrogates: all else comes back as it was.
            assert again == record or without_surrogates(text) != text
            page(text, record).encode("utf-8")
        except Exception as error:
            self._tell(error, text)
            return
        self.finds += len(record.quotes) + len(record.figures) + len(record.participants)
        self._time(text, cost)
        if self.inputs % _BATCHED_EVERY == 0:
            self.recent.append((text, json))
        if len(self.recent) == _BATCH:
            self._check_batch()

    def _check_batch(self) -> None:
        texts = [text for text, _ in self.recent]
        for (text, json), record in zip(self.recent, self.batched.pipe(texts), strict=True):
            if record.model_dump_json() != json:
                self._tell(AssertionError("another record in a batch"), text)
        self.recent.clear()

    def _time(self, text: str, cost: float) -> None:
        if len(text) < _SHORTEST_TIMED:
            return
        cost /= len(text)
        if len(self.costs) > _WARM and cost > _TIMES_THE_MEDIAN * self.median:
            for _ in range(2):  # the first time may have met a pause of the machine
                began = time.process_time()
                self.extractor.extract(text)
                cost = min(cost, (time.process_time() - began) / len(text))
        self.costs.append(cost)
        if len(self.costs) <= _WARM:
            return
        self.slowest = max(self.slowest, cost / self.median)
        if cost > _TIMES_THE_MEDIAN * self.median:
            self.slow += 1
            where = self._save("slow", text)
            print(f"slow: {cost / self.median:.0f} x the median, {len(text)} characters {where}")

    @property
    def median(self) -> float:
        """Seconds per character."""
        return statistics.median(self.costs)

    def _tell(self, error: Exception, text: str) -> None:
        frame = traceback.extract_tb(error.__traceback__)[-1:]
        place = "".join(f"{Path(f.filename).name}:{f.lineno} {f.line}" for f in frame)
        what = f"{type(error).__name__}: {error} ({place})"
        self.broken[what] = self.broken.get(what, 0) + 1
        if self.broken[what] <= 3:
            print(f"broken: {what} {self._save('broken', text)}", flush=True)

    def _save(self, kind: str, text: str) -> str:
        data = text.encode("utf-8", "surrogatepass")
        if self.keep is None:
            return ascii(text[:200])
        path = self.keep / f"{kind}-{hashlib.sha256(data).hexdigest()[:12]}.txt"
        path.write_bytes(data)
        return str(path)

    def summary(self) -> str:
        """What was seen, in a few lines."""
        lines = [f"{count} x {what}" for what, count in self.broken.items()]
        lines.append(
            f"{self.inputs:,} inputs, {self.characters:,} characters, {self.finds:,} finds; "
            f"{sum(self.broken.values())} broken, {self.slow} slow; the slowest at "
            f"{self.slowest:.1f} x the median of {self.median * 1e6:.1f} us per character"
        )
        return "\n".join(lines)


def at_random(fuzzer: Fuzzer, seed: int, seconds: float) -> None:
    """Check mutants until the time is over."""
    source = random.Random(seed)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        text = source.choice(ARTICLES) if source.random() < 0.6 else write(source)
        fuzzer.check(mutate(text, source, ARTICLES))


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--seconds", type=float, default=600)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--keep", type=Path, help="folder for broken and slow inputs")
    chosen = options.parse_args()
    fuzzer = Fuzzer(Extractor(), chosen.keep)
    at_random(fuzzer, chosen.seed, chosen.seconds)
    print(fuzzer.summary())
    sys.exit(bool(fuzzer.broken or fuzzer.slow))


if __name__ == "__main__":
    main()
