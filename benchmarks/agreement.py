"""How far two readers agree on texts of ``fixtures/held_out``: the ceiling of the scores.

    python -m benchmarks.agreement

A second annotator filled in what a first one had annotated, without that gold and without any
output: all but amount and currency of 110 passages on money, the participants of 45, and the
datelines of 1,730 openings. The second one's values are scored against the first one's as what a
parser finds is.
"""

from __future__ import annotations

import csv
from collections import Counter

from benchmarks.data import FIXTURES, parser
from benchmarks.openings import BEGINS, cases, different
from newsextract.evaluation import read_gold, score
from newsextract.evaluation.matching import fold


def main() -> None:
    """Print the scores of the second reader against the first."""
    parser(__doc__).parse_args()
    for field in ("figures", "participants"):
        first = {item["id"]: item for item in read_gold(FIXTURES / f"held_out/{field}.jsonl")}
        second = read_gold(FIXTURES / f"held_out/{field}_second.jsonl")
        scores = score((first[item["id"]], item) for item in second)
        print(f"{field}, {len(second)} texts")
        for name, finds in scores.finds.items():
            print(f"  {name:28}{finds.f1:8.3f}")
        for name, share in scores.shares.items():
            print(f"  {name:28}{share.rate:8.3f}")
    _openings()


def _openings() -> None:
    with (FIXTURES / "held_out/openings_second.tsv").open(encoding="utf-8", newline="") as file:
        second = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = Counter[str]()
    agreed = 0
    first = list(cases(FIXTURES / "held_out/openings.txt"))
    for values in second:
        gold, _, story = first[int(values["number"]) - 1]
        parts = _different(gold, story, values)
        wrong.update(parts)
        agreed += not parts
    print(f"openings: {agreed} of {len(second)} the same")
    print("different: " + ", ".join(f"{part} {n}" for part, n in wrong.most_common()))


def _different(gold: str, story: str, values: dict[str, str]) -> list[str]:
    if gold.startswith("-") or values["city"] == "-":
        return [] if gold.startswith("-") == (values["city"] == "-") else ["dateline"]
    parts = different(list(values.values())[1:5], gold.split("|"))
    same = fold(story).startswith(fold(values["begins"])[:BEGINS])
    return parts if same else [*parts, "body"]


if __name__ == "__main__":
    main()
