"""Datelines of single openings, with the lines that stand above them.

    python -m benchmarks.openings [FILE ...] [--range 2971-3270] [--errors]

FILE (default: ``fixtures/held_out/openings.txt``, which nobody reads to tune a rule), or each file
of a folder (``fixtures/passages/openings``, which was read), has, for each opening, a line
'@ city | country | date | agency' ('@ -' for none) and then the item's first lines; the story
begins at '¶'. An opening is right where all four are, and the place where the story begins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.data import FIXTURES, parser
from newsextract.evaluation.matching import fold
from newsextract.lexicons.agencies import agency_of
from newsextract.lexicons.place_names import fold_place
from newsextract.parsers.dateline import DatelineParser
from newsextract.reading import read
from newsextract.story import Story

PARTS = ("city", "country", "date", "agency")
_CASE = re.compile(r"^@ (.*)\n((?:(?!@ ).*\n?)*)", re.MULTILINE)
_STORY = "Foreign ministers of the two countries have agreed to open a new border post, he said."
_ABOARD = re.compile(r"(?i)(?:aboard|on board) (?:the )?")
_SEAT = re.compile(r" \([A-Z][\w ]+\)$")  # 'Business Day (Johannesburg)' is 'Business Day'
_BEHIND = '\n\nThe parties would meet again in spring.\n\n"We have done it," the minister said.\n'
BEGINS = 20
"""Characters of a story's beginning that are compared: where it is wrapped is not the matter."""


def cases(path: Path) -> Iterator[tuple[str, str, str]]:
    """For each opening its gold, the text, and how the story begins."""
    for gold, opening in _CASE.findall(path.read_text(encoding="utf-8")):
        above, mark, story = opening.rstrip("\n").partition("¶")
        story = story.strip("\n") or _STORY
        yield gold.strip(), f"{above}{'' if mark else chr(10)}{story}{_BEHIND}", story


def wrong_parts(gold: str, text: str, story: str) -> list[str]:
    """What is wrong of the dateline that is found in `text`."""
    reading = read(text)
    found = DatelineParser().parse(Story(reading, reading.published))
    if gold.startswith("-") or found is None:
        return [] if gold.startswith("-") and found is None else ["dateline"]
    first = found.places[0]
    printed = first.name.partition(",")[0]  # a ship's or a border's, without the waters behind it
    values = [first.city or printed, first.country, found.date, found.agency]
    wrong = different([str(value or "") for value in values], gold.split("|"))
    begins = reading.text[found.body :].lstrip().startswith(story.lstrip()[:BEGINS])
    return wrong if begins else [*wrong, "body"]


def different(values: list[str], wanted: list[str]) -> list[str]:
    """The parts in which a dateline is another one; 'FNA' and 'Fars' are one agency."""
    wanted = [*(part.strip() for part in wanted), "", "", ""][: len(PARTS)]
    return [
        part
        for part, value, right in zip(PARTS, values, wanted, strict=True)
        if fold(value) != fold(right)
        and not (part == "city" and _place(value) == _place(right))
        and not (part == "agency" and value and _called(value) == _called(right))
    ]


def _place(name: str) -> str:
    """'Aboard the Ocean Viking' is 'Ocean Viking'."""
    return fold_place(_ABOARD.sub("", name))


def _called(agency: str) -> str:
    agency = _SEAT.sub("", agency)
    return fold(agency_of(agency) or agency).removeprefix("the ")


def main() -> None:
    """Print the share of right openings of each file, and what is wrong of the others."""
    options = parser(__doc__)
    options.add_argument(
        "files", nargs="*", type=Path, default=[FIXTURES / "held_out/openings.txt"], metavar="FILE"
    )
    options.add_argument("--range", default="1-", help="openings of each file, from 1: '2971-3270'")
    options.add_argument("--errors", action="store_true", help="print the openings that are wrong")
    chosen = options.parse_args()
    first, _, last = chosen.range.partition("-")
    extent = slice(int(first) - 1, int(last) if last else None)
    wrong, all_right, all_openings = Counter[str](), 0, 0
    files = [file for path in chosen.files for file in _files(path)]
    for file in files:
        right = total = 0
        for gold, text, story in list(cases(file))[extent]:
            parts = wrong_parts(gold, text, story)
            total += 1
            right += not parts
            wrong.update(parts)
            if parts and chosen.errors:
                print(f"== {gold}: {', '.join(parts)}\n{text.removesuffix(_BEHIND)}\n")
        if len(files) > 1:
            print(f"{file.name}: {right} of {total} ({right / max(1, total):.1%})")
        all_right, all_openings = all_right + right, all_openings + total
    share = all_right / max(1, all_openings)
    print(f"{all_right} of {all_openings} openings right ({share:.1%})")
    print("wrong: " + ", ".join(f"{part} {count}" for part, count in wrong.most_common()))


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.txt")) if path.is_dir() else [path]


if __name__ == "__main__":
    main()
