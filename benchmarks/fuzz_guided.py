"""The checks of `benchmarks.fuzz`, with inputs chosen by atheris for the code they reach.

    python -m benchmarks.fuzz_guided [--seconds 600] [--seed 0] [--keep DIR] [--corpus DIR]

Mutants of the shipped articles that reach code of the package not reached before are mutated
further. Needs atheris (pip install atheris).
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["newsextract"]):
    from benchmarks.data import parser
    from benchmarks.fuzz import Fuzzer
    from newsextract import Extractor
    from tests.promises.mutations import LONGEST, mutate
    from tests.promises.news import ARTICLES


def change(data: bytes, longest: int, number: int) -> bytes:
    """A mutant of an input, as libFuzzer asks for it."""
    text = mutate(data.decode("utf-8", "replace"), Random(number), ARTICLES)
    return text.encode("utf-8", "replace")[:longest]


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--seconds", type=int, default=600)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--keep", type=Path, help="folder for broken and slow inputs")
    options.add_argument("--corpus", type=Path, help="folder for inputs that reached new code")
    chosen = options.parse_args()
    fuzzer = Fuzzer(Extractor(), chosen.keep)
    corpus = chosen.corpus or Path(tempfile.mkdtemp(prefix="newsextract-fuzz-"))
    corpus.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(ARTICLES):
        (corpus / f"article-{number}").write_text(text, encoding="utf-8")
    end = time.monotonic() + chosen.seconds

    def one(data: bytes) -> None:
        fuzzer.check(data.decode("utf-8", "replace"))
        if time.monotonic() > end:
            print(fuzzer.summary(), flush=True)
            os._exit(bool(fuzzer.broken or fuzzer.slow))  # libFuzzer knows no other way out

    # libFuzzer measures by the clock, which other programs disturb: `Fuzzer` tells what is slow.
    limits = [f"-max_len={4 * LONGEST}", "-timeout=120", "-report_slow_units=120"]
    limits.append(f"-artifact_prefix={chosen.keep or corpus}/")
    atheris.Setup(
        [sys.argv[0], *limits, f"-seed={chosen.seed + 1}", str(corpus)],
        one,
        custom_mutator=change,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
