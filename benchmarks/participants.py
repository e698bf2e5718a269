"""Scores, errors, speed and samples of `participants`.

    python -m benchmarks.participants --data DIR [--errors] [--sample N] [--save F] [--against F]

On the gold under ``fixtures/diplo`` the scorer of the data set (``DIR/score/diplo_score.py``)
judges the whole records. On PolNeAR's training texts (``DIR/polnear``) the offset promise is
checked, the parser's time is set against that of the entity recognizer, and ``--sample`` prints
the persons of N articles to be read by eye: one participant for each person?
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.data import FIXTURES, dataset, parser, polnear_texts, run_scorer
from newsextract import Extractor, NewsRecord
from newsextract.evaluation import Item, as_item, read_gold, same_name
from newsextract.extractor import Article
from newsextract.parsers.participants import ParticipantsParser
from newsextract.reading import read
from newsextract.story import Story

TIMED = 60
"""Articles that are timed."""


def gold_scores(extractor: Extractor, data: Path | None, *, errors: bool) -> list[str]:
    """Print the scores on the development gold; the finds that are right."""
    gold = read_gold(FIXTURES / "diplo")
    records = list(extractor.pipe(Article(item["text"], id=item["id"]) for item in gold))
    found = [as_item(record) for record in records]
    if data:
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.writelines(json.dumps(item) + "\n" for item in found)
            file.flush()
            arguments = [str(FIXTURES / "diplo" / "gold.jsonl"), file.name]
            report = run_scorer(data, "diplo_score.py", arguments)
        lines = report.splitlines()
        print("\n".join(line for line in lines if "participants" in line or "speaker" in line))
    right = []
    for mine, theirs in zip(gold, found, strict=True):
        missed, extra, wrong, matched = _compare(mine["participants"], theirs["participants"])
        right += [f"{mine['id']} {participant['name']}" for participant in matched]
        if errors and (missed or extra or wrong):
            print(mine["id"])
            for sign, some in (("-", missed), ("+", extra)):
                for item in some:
                    print(f"  {sign} {_line(item)}")
            for one, other in wrong:
                print(f"  ~ {_line(one)}\n    {_line(other)}")
    return right


def _same(one: Item, other: Item) -> bool:
    if one["kind"] != other["kind"]:
        return False
    if one["kind"] == "country":
        return bool(one["country"] == other["country"])
    return same_name(one["name"], other["name"])


def _compare(
    gold: Sequence[Item], found: Sequence[Item]
) -> tuple[list[Item], list[Item], list[tuple[Item, Item]], list[Item]]:
    """Missed, extra, pairs that differ in role, body or country, and all that match."""
    left, missed, wrong, matched = list(found), [], [], []
    for item in gold:
        match = next((other for other in left if _same(item, other)), None)
        if match is None:
            missed.append(item)
            continue
        left.remove(match)
        matched.append(item)
        fields = ("role", "organization", "country") if item["kind"] == "person" else ("country",)
        if any(item.get(name) != match.get(name) for name in fields):
            wrong.append((item, match))
    return missed, left, wrong, matched


def _line(item: Item) -> str:
    fields = ("kind", "name", "role", "organization", "country")
    return " | ".join(str(item.get(name)) for name in fields)


def check_offsets(text: str, record: NewsRecord) -> None:
    """Stop where a mention's offsets do not hold."""
    for participant in record.participants:
        for span in participant.mentions:
            assert text[span.start : span.end] == span.text, (record.id, span)


def polnear(extractor: Extractor, folder: Path, sample: int) -> None:
    """Print speed and persons on the training texts, and check all offsets."""
    texts = polnear_texts(folder, "train")
    for (_, text), record in zip(
        texts, extractor.pipe(Article(text, id=name) for name, text in texts), strict=True
    ):
        check_offsets(text, record)
        if sample > 0:
            sample -= 1
            print(record.id)
            for participant in record.participants:
                if participant.kind == "person":
                    print(f"  {_line(participant.model_dump())} {list(participant.aliases)}")
    print(f"polnear train: offsets of all mentions hold in {len(texts)} articles")
    _speed(extractor, [text for _, text in texts[:TIMED]])


def _stories(extractor: Extractor, texts: Sequence[str]) -> Iterator[Story]:
    for text in texts:
        story = Story(read(text))
        yield story.with_doc(extractor.language.nlp(story.text))


def _speed(extractor: Extractor, texts: Sequence[str]) -> None:
    """Print the parser's time and that of the recognizer, on the same texts in one process."""
    nlp = extractor.language.nlp
    stories = list(_stories(extractor, texts))
    chosen = ParticipantsParser()
    for story in islice(stories, 5):
        chosen.parse(story)
    begin = time.perf_counter()
    for story in stories:
        chosen.parse(story)
    mine = time.perf_counter() - begin
    docs = [nlp.make_doc(story.text) for story in stories]
    recognizer = nlp.get_pipe("ner")
    begin = time.perf_counter()
    for doc in docs:
        recognizer(doc)
    theirs = time.perf_counter() - begin
    print(
        f"speed on {len(texts)} articles: participants {1000 * mine / len(texts):.2f} ms, "
        f"entity recognizer {1000 * theirs / len(texts):.2f} ms each ({mine / theirs:.1%})"
    )


def _changes(now: Sequence[str], before: Sequence[str]) -> None:
    for sign, some in (("+", set(now) - set(before)), ("-", set(before) - set(now))):
        for find in sorted(some):
            print(f"{sign} {find}")


def main() -> None:
    """Print everything."""
    options: Any = _options()
    extractor = Extractor()
    right = gold_scores(extractor, options.data, errors=options.errors)
    if options.against:
        _changes(right, json.loads(options.against.read_text(encoding="utf-8")))
    if options.save:
        options.save.write_text(json.dumps(sorted(right), indent=0), encoding="utf-8")
    folder = dataset(options.data, "polnear")
    if folder:
        polnear(extractor, folder, options.sample)


def _options() -> argparse.Namespace:
    made = parser(__doc__)
    made.add_argument("--errors", action="store_true", help="list what is missed, extra, wrong")
    made.add_argument("--sample", type=int, default=0, help="articles whose persons are printed")
    made.add_argument("--save", type=Path, help="write the right finds to this file")
    made.add_argument("--against", type=Path, help="a saved run to compare with")
    return made.parse_args()


if __name__ == "__main__":
    main()
