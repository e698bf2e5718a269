"""How far two readers agree on texts of ``fixtures/held_out``: the ceiling of the scores.

    python -m benchmarks.agreement

A second annotator filled in what a first one had annotated, without that gold and without any
output: all but amount and currency of 110 passages on money, and the participants of 45. The
second one's values are scored against the first one's as what a parser finds is.
"""

from __future__ import annotations

from benchmarks.data import FIXTURES, parser
from newsextract.evaluation import read_gold, score


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


if __name__ == "__main__":
    main()
