"""Scores of `figures` on Recognizers-Text's currency suite, with speed and what changed.

    python -m benchmarks.figures --data DIR [--save FILE] [--against FILE] [--errors]

DIR (or the environment's NEWSEXTRACT_BENCHMARKS) holds ``recognizers/CurrencyModel.json`` and
``reuters/*.sgm``. What is not there is skipped.

A find counts as right when its value and its currency are the gold's; spans are counted apart.
Gold that names a unit without an ISO code ('Dollar', 'Franc', 'Pence') is matched by the unit.
Cases that the suite marks as not supported for Python are left out, and so is gold without a
value, which is no amount. `figures_wrong_gold.tsv` lists gold that is wrong, with the reason:
figures are given with and without it.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import random
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from newsextract.parsers.figures.amounts import Amount, find_amounts

_UNITS = {
    "Dollar": ("dollar", "1"),
    "Cent": ("dollar", "0.01"),
    "Pound": ("pound", "1"),
    "Pence": ("pound", "0.01"),
    "Penny": ("pound", "0.01"),
    "Franc": ("franc", "1"),
    "Rupee": ("rupee", "1"),
    "Peseta": ("peseta", "1"),
    "Netherlands guilder": ("guilder", "1"),
    "Finnish markka": ("markka", "1"),
    "Sen": ("ringgit", "0.01"),
    "Bitcoin": ("bitcoin", "1"),
    "Satoshi": ("bitcoin", "0.00000001"),
}
"""Units of the suite that have no ISO code there: family and part of the main unit."""


@dataclass(frozen=True)
class Gold:
    """A result of the suite: offsets in the case's text, end exclusive."""

    case: int
    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    code: str | None


def _cases(path: Path) -> Iterator[tuple[int, str, list[Gold]]]:
    for number, case in enumerate(json.loads(path.read_text(encoding="utf-8-sig"))):
        if "python" in case.get("NotSupported", ""):
            continue
        gold = []
        for result in case["Results"]:
            resolution = result["Resolution"]
            if resolution["value"] is None:
                continue
            gold.append(
                Gold(
                    number,
                    result["Start"],
                    result["End"] + 1,
                    result["Text"],
                    Decimal(resolution["value"]),
                    resolution["unit"],
                    resolution.get("isoCurrency"),
                )
            )
        yield number, case["Input"], gold


def _agrees(gold: Gold, found: Amount) -> bool:
    if found.value_max is not None:
        return False
    if gold.code:
        return found.code == gold.code and found.amount == gold.value
    noun, factor = _UNITS.get(gold.unit, ("", "1"))
    return found.noun == noun and found.amount == gold.value * Decimal(factor)


def _f1(right: int, gold: int, found: int) -> str:
    if not gold or not found:
        return "-"
    return (
        f"P {right / found:.4f}  R {right / gold:.4f}  F1 {2 * right / (gold + found):.4f}"
        f"  ({right} right, {gold} gold, {found} found)"
    )


def _wrong_gold() -> dict[tuple[int, str], str]:
    path = Path(__file__).with_name("figures_wrong_gold.tsv")
    lines = [x for x in path.read_text(encoding="utf-8").splitlines() if x and x[0] != "#"]
    return {(int(case), text): reason for case, text, reason in (x.split("\t") for x in lines[1:])}


def recognizers(path: Path, *, errors: bool) -> set[str]:
    """Print the scores on the suite; the right finds, for comparison with another run."""
    wrong = _wrong_gold()
    totals: dict[str, list[int]] = {"all gold": [0, 0, 0, 0], "without wrong gold": [0, 0, 0, 0]}
    right: set[str] = set()
    for number, text, gold in _cases(path):
        found = find_amounts(text)
        for name, total in totals.items():
            strict = name == "all gold"
            counted = [g for g in gold if strict or (number, g.text) not in wrong]
            finds = [
                f for f in found if strict or (number, text[f.start : f.end].lower()) not in wrong
            ]
            left = list(finds)
            for g in counted:
                match = next((f for f in left if _agrees(g, f) and f.start < g.end), None)
                if match:
                    left.remove(match)
                    total[0] += 1
                total[1] += any((f.start, f.end) == (g.start, g.end) for f in finds)
                if match and strict:
                    right.add(f"{number}: {g.text}")
                elif strict and errors:
                    print(f"  missed {number}: {g} in {text!r}")
            if strict and errors:
                for f in left:
                    print(f"  extra {number}: {text[f.start : f.end]!r} {f} in {text!r}")
            total[2] += len(counted)
            total[3] += len(finds)
    for name, (values, spans, gold_size, found_size) in totals.items():
        print(f"recognizers, {name}: amount+currency {_f1(values, gold_size, found_size)}")
        print(f"recognizers, {name}: spans           {_f1(spans, gold_size, found_size)}")
    return right


def _reuters_bodies(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.sgm")):
        source = path.read_text(encoding="latin-1")
        for body in re.findall(r"<BODY>(.*?)</BODY>", source, re.DOTALL):
            yield html.unescape(body).replace("\x03", "")


def speed(texts: Iterable[str]) -> None:
    """Print the rate on the sentences of `texts`."""
    sentences = [s for text in texts for s in re.split(r"(?<=[.!?])\s+", text) if s][:50_000]
    if not sentences:
        return
    for sentence in sentences[:100]:
        find_amounts(sentence)
    begin = time.process_time()
    for sentence in sentences:
        find_amounts(sentence)
    rate = len(sentences) / (time.process_time() - begin)
    print(f"amounts alone: {rate:,.0f} sentences/s on one core ({len(sentences)} sentences)")


def reuters(folder: Path, sample: int) -> set[str]:
    """Print what is found in the whole Reuters file, and a sample to read by eye."""
    finds: list[tuple[str, Amount]] = []
    for body in _reuters_bodies(folder):
        finds += [(body, f) for f in find_amounts(body)]
    if not finds:
        return set()
    largest = max(finds, key=lambda pair: pair[1].amount)
    print(f"reuters: {len(finds)} amounts, the largest {largest[1].amount} {largest[1].code}")
    for body, f in random.Random(11).sample(finds, min(sample, len(finds))):
        before = body[max(f.start - 70, 0) : f.start]
        around = f"{before}[[{body[f.start : f.end]}]]{body[f.end : f.end + 50]}"
        value = f"{f.amount:f}" + (f"-{f.amount_max:f}" if f.amount_max is not None else "")
        print(f"  {value} {f.code or f.noun}: {' '.join(around.split())}")
    return {f"{body[:40]!r} {f.start} {f.amount} {f.code or f.noun}" for body, f in finds}


def _compare(now: dict[str, set[str]], saved: Any) -> None:
    for name, finds in now.items():
        before = set(saved.get(name, ()))
        gained, lost = sorted(finds - before), sorted(before - finds)
        print(f"{name}: {len(gained)} finds gained, {len(lost)} lost")
        for mark, some in (("+", gained), ("-", lost)):
            for find in some[:40]:
                print(f"  {mark} {find}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default=os.environ.get("NEWSEXTRACT_BENCHMARKS", ""), type=Path)
    parser.add_argument("--save", type=Path, help="write the finds to this file")
    parser.add_argument("--against", type=Path, help="a saved run to compare with")
    parser.add_argument("--errors", action="store_true", help="list what is missed or extra")
    parser.add_argument("--sample", type=int, default=0, help="Reuters finds to print")
    options = parser.parse_args()
    finds: dict[str, set[str]] = {}
    suite = options.data / "recognizers" / "CurrencyModel.json"
    if suite.exists():
        finds["recognizers"] = recognizers(suite, errors=options.errors)
    else:
        print(f"recognizers: skipped, no {suite}")
    folder = options.data / "reuters"
    if folder.exists():
        speed(_reuters_bodies(folder))
        finds["reuters"] = reuters(folder, options.sample)
    else:
        print(f"reuters: skipped, no {folder}")
    if options.against:
        _compare(finds, json.loads(options.against.read_text(encoding="utf-8")))
    if options.save:
        saved = {name: sorted(some) for name, some in finds.items()}
        options.save.write_text(json.dumps(saved, indent=0), encoding="utf-8")


if __name__ == "__main__":
    main()
