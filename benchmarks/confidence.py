"""Write the table of confidences: how often each rule was right on the gold in fixtures/.

    python -m benchmarks.confidence [--write]

Without ``--write`` the table is printed, with a reliability table: finds by stated
confidence, and how many of them were right when the rule's own article is left out of the
count (so that no find vouches for itself).
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.data import FIXTURES
from newsextract import Article, Extractor
from newsextract.evaluation import as_item, judged, read_gold
from newsextract.lexicons.confidence import FEWEST

TABLE = Path(__file__).parents[1] / "newsextract" / "lexicons" / "confidence.tsv"
HEAD = """\
# Share of right finds of each rule on the development gold in fixtures/.
# Source: fixtures/diplo and fixtures/wires, written for this project. Licence: as the project.
# Made by: python -m benchmarks.confidence --write
rule\tright\tfound
"""


def reliability(verdicts: list[list[tuple[str, bool]]]) -> str:
    """Finds by stated confidence, and the share of right ones among them."""
    right, found = Counter[str](), Counter[str]()
    for article in verdicts:
        for rule, ok in article:
            right[rule] += ok
            found[rule] += 1
    bins: dict[float, list[bool]] = defaultdict(list)
    for article in verdicts:
        own_right, own_found = Counter[str](), Counter[str]()
        for rule, ok in article:
            own_right[rule] += ok
            own_found[rule] += 1
        for rule, ok in article:
            others = found[rule] - own_found[rule]
            if others >= FEWEST:
                stated = (right[rule] - own_right[rule]) / others
                bins[min(int(stated * 10), 9) / 10].append(ok)
    lines = ["stated         right   finds"]
    lines += [
        f"{low:.1f} to {low + 0.1:.1f}   {sum(oks) / len(oks):8.3f}   {len(oks)}"
        for low, oks in sorted(bins.items())
    ]
    return "\n".join(lines)


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--write", action="store_true", help=f"write {TABLE.name}")
    chosen = options.parse_args()
    gold = [item for folder in ("diplo", "wires") for item in read_gold(FIXTURES / folder)]
    records = Extractor().pipe(Article(item["text"], id=item["id"]) for item in gold)
    verdicts = [judged(g, as_item(r)) for g, r in zip(gold, records, strict=True)]
    right, found = Counter[str](), Counter[str]()
    for rule, ok in (verdict for article in verdicts for verdict in article):
        right[rule] += ok
        found[rule] += 1
    table = HEAD + "".join(f"{rule}\t{right[rule]}\t{found[rule]}\n" for rule in sorted(found))
    if chosen.write:
        TABLE.write_text(table, encoding="utf-8")
    print(table)
    print(reliability(verdicts))


if __name__ == "__main__":
    main()
