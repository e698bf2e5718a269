"""Scores of `quotes` on PolNeAR and the development gold, with finds gained and lost.

    python -m benchmarks.quotes --data DIR [--split dev] [--every N]
        [--no-stances] [--save FILE] [--against FILE] [--errors N]

DIR (or the environment's NEWSEXTRACT_BENCHMARKS) holds ``polnear/``, ``diplo_dev/`` and
``score/``; what is not there is skipped. The predictions are read from whole records; the
sets' own scorers count them.

PolNeAR annotates every attribution in the widest sense ('X backs the bill'): its figures for
all attributions count quotes of the kind ``stance`` too; ``--no-stances`` leaves them out.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.data import dataset, parser, polnear_texts, run_scorer
from newsextract import Article, Extractor
from newsextract.evaluation import as_item
from newsextract.record import NewsRecord, Quote

Prediction = dict[str, Any]


def prediction(quote: Quote) -> Prediction:
    """A quote in the form that PolNeAR's scorer reads: local mentions, caller's offsets."""
    spans = [[piece.start, piece.end] for piece in quote.pieces]
    made: Prediction = {
        "start": spans[0][0],
        "end": spans[-1][1],
        "spans": spans,
        "kind": quote.kind,
        "rule": quote.evidence.rule,
    }
    mention = quote.speaker.mention if quote.speaker else None
    if mention is not None:
        made |= {
            "speaker_start": mention.start,
            "speaker_end": mention.end,
            "speaker": mention.text,
        }
    if quote.cue is not None:
        span = quote.cue.span
        made |= {"cue_start": span.start, "cue_end": span.end, "cue": span.text}
    return made


def predictions(records: list[NewsRecord], *, stances: bool) -> dict[str, list[Prediction]]:
    """Predictions by article."""
    return {
        record.id: [prediction(q) for q in record.quotes if stances or q.kind != "stance"]
        for record in records
    }


def scored(data: Path, folder: Path, split: str, found: dict[str, list[Prediction]]) -> Any:
    """The report of PolNeAR's scorer on the articles of `found`."""
    with tempfile.TemporaryDirectory() as scratch:
        chosen = Path(scratch) / split
        for part in ("text", "attributions"):
            (chosen / part).mkdir(parents=True)
            for file in (folder / split / part).iterdir():
                name = file.stem if part == "text" else file.stem.rsplit("_", 1)[0]
                if name in found:
                    (chosen / part / file.name).symlink_to(file.resolve())
        lines = Path(scratch) / "predictions.jsonl"
        lines.write_text(
            "".join(json.dumps({"file": n, "quotes": q}) + "\n" for n, q in found.items()),
            encoding="utf-8",
        )
        arguments = ["--data", scratch, "--split", split, "--system", f"jsonl:{lines}"]
        return json.loads(run_scorer(data, "quotes_polnear.py", arguments))


def report(result: Any) -> str:
    """The scorer's figures as a table."""
    direct, everything = result["direct"], result["all"]
    lines = [
        ("direct: detection", direct["detect@.8"]),
        ("direct: content, source", direct["attribution"]),
        ("direct: same, head of source", direct["attribution_strict_head"]),
        ("all: content words", everything["content_words"]),
        ("all: content, source", everything["content+source"]),
        ("all: content, source, cue", everything["triple"]),
    ]
    head = f"{'':30}     P     R    F1"
    rows = [f"{name:30} {s['P']:5.1f} {s['R']:5.1f} {s['F1']:5.1f}" for name, s in lines]
    return "\n".join([head, *rows])


def key(article: str, found: Prediction) -> str:
    """What makes a find the same in two runs."""
    cue = found.get("cue_start")
    return f"{article}:{found['start']}-{found['end']} {found.get('speaker')!r} cue@{cue}"


def changes(new: dict[str, list[Prediction]], old: dict[str, list[Prediction]]) -> list[str]:
    """Finds gained (+) and lost (-) since an earlier run."""
    now = {key(n, q): q["rule"] for n, quotes in new.items() for q in quotes}
    then = {key(n, q): q["rule"] for n, quotes in old.items() for q in quotes}
    gained = [f"+ {k} {now[k]}" for k in now if k not in then]
    lost = [f"- {k} {then[k]}" for k in then if k not in now]
    return [*sorted(gained), *sorted(lost), f"{len(gained)} gained, {len(lost)} lost"]


def polnear(options: Any, extractor: Extractor) -> None:
    """Score PolNeAR's articles."""
    folder = dataset(options.data, "polnear")
    if folder is None:
        return
    articles = polnear_texts(folder, options.split)[:: options.every]
    records = list(extractor.pipe(Article(text, id=name) for name, text in articles))
    found = predictions(records, stances=not options.no_stances)
    print(f"PolNeAR {options.split}, {len(articles)} articles")
    print(report(scored(options.data, folder, options.split, found)))
    rules = Counter(q["rule"] for quotes in found.values() for q in quotes)
    print("\n".join(f"  {count:6} {rule}" for rule, count in rules.most_common()))
    if options.save:
        options.save.write_text(json.dumps(found), encoding="utf-8")
    if options.against:
        old = json.loads(options.against.read_text(encoding="utf-8"))
        print("\n".join(changes(found, old)))
    if options.errors:
        texts = dict(articles)
        loose = [
            f"{name}: {texts[name][q['start'] : q['end']][:150]!r}"
            for name, quotes in found.items()
            for q in quotes
            if "speaker" not in q
        ]
        print("Without a speaker:")
        print("\n".join(random.Random(0).sample(loose, min(options.errors, len(loose)))))


def diplo(options: Any, extractor: Extractor) -> None:
    """Score the development gold."""
    folder = dataset(options.data, "diplo_dev")
    if folder is None:
        return
    gold = folder / "gold.jsonl"
    items = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    records = extractor.pipe(Article(item["text"], id=item["id"]) for item in items)
    with tempfile.TemporaryDirectory() as scratch:
        lines = Path(scratch) / "predictions.jsonl"
        made = "".join(json.dumps(as_item(record)) + "\n" for record in records)
        lines.write_text(made, encoding="utf-8")
        shown = run_scorer(options.data, "diplo_score.py", [str(gold), str(lines)])
    print("Development gold")
    print("\n".join(s for s in shown.splitlines() if s.startswith(("direct", "indirect"))))


def main() -> None:
    made = parser(__doc__)
    made.add_argument("--split", default="dev", choices=["train", "dev", "test"])
    made.add_argument("--every", type=int, default=1, help="take each Nth article only")
    made.add_argument("--no-stances", action="store_true", help="leave out the kind 'stance'")
    made.add_argument("--save", type=Path, help="write the finds to this file")
    made.add_argument("--against", type=Path, help="compare with finds saved earlier")
    made.add_argument("--errors", type=int, default=0, help="show so many without a speaker")
    options = made.parse_args()
    extractor = Extractor()
    polnear(options, extractor)
    diplo(options, extractor)


if __name__ == "__main__":
    main()
