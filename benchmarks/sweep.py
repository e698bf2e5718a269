"""Every text of every data set gives a record that holds the promises.

    python -m benchmarks.sweep [--data DIR] [--every N]

For each text: no parser failed, each span is the caller's characters, and the record is the
same when it is made again in batches of another size. Prints what was checked and each
broken promise; exit status 1 if there is any.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from benchmarks.data import FIXTURES, dataset, parser, polnear_texts, run_scorer
from newsextract import Extractor, NewsRecord
from newsextract.evaluation import read_gold


def faults(text: str, record: NewsRecord, again: NewsRecord) -> list[str]:
    """The promises that `record` breaks."""
    found = [f"{n.field}: {n.message}" for n in record.warnings if n.code.endswith("_failed")]
    found += [
        f"span {span.start}..{span.end} is not {span.text!r}"
        for span in record.spans()
        if text[span.start : span.end] != span.text or span.start >= span.end
    ]
    if record.model_dump_json() != again.model_dump_json():
        found.append("another record in another batch")
    return found


def reuters_texts(data: Path, folder: Path) -> list[tuple[str, str]]:
    """(id, text) of each item of the development half."""
    with tempfile.NamedTemporaryFile() as inputs:
        arguments = ["--data", str(folder), "--files", "0-10", "--dump-inputs", inputs.name]
        run_scorer(data, "dateline_reuters.py", arguments)
        lines = Path(inputs.name).read_text(encoding="utf-8").splitlines()
    return [(item["id"], item["text"]) for item in map(json.loads, lines)]


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--every", type=int, default=1, help="take each Nth text only")
    chosen = options.parse_args()
    gold = read_gold(FIXTURES / "diplo")
    corpora = {"diplo": [(item["id"], item["text"]) for item in gold]}
    polnear = dataset(chosen.data, "polnear")
    if polnear:
        for split in ("dev", "train"):
            corpora[f"PolNeAR {split}"] = polnear_texts(polnear, split)
    reuters = dataset(chosen.data, "reuters")
    if reuters:
        corpora["Reuters"] = reuters_texts(chosen.data, reuters)
    first = Extractor()
    second = Extractor(first.language.nlp, batch_size=5)
    broken = 0
    for name, items in corpora.items():
        taken = items[:: chosen.every]
        texts = [text for _, text in taken]
        made = zip(taken, first.pipe(texts), second.pipe(texts), strict=True)
        finds = 0
        for (label, text), record, again in made:
            finds += len(record.quotes) + len(record.figures) + len(record.participants)
            for fault in faults(text, record, again):
                broken += 1
                print(f"{name} {label}: {fault}", flush=True)
        print(f"{name}: {len(taken)} texts, {finds:,} finds", flush=True)
    sys.exit(broken > 0)


if __name__ == "__main__":
    main()
