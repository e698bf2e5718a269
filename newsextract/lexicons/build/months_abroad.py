"""Make months_abroad.tsv from the Common Locale Data Repository, through babel.

python -m newsextract.lexicons.build.months_abroad
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale

TABLE = Path(__file__).parents[1] / "months_abroad.tsv"
LOCALES = (
    "ar ar_DZ ar_IQ ar_LB ar_MA ar_SY ar_TN az be bg bn bs ca cs da de el es et eu fa fi fil fr ga "
    "gl he hi hr hu hy id is it ka kk km ky lo lt lv mk mn ms mt my nb ne nl nn pl ps pt ro ru si "
    "sk sl sq sr sr_Latn sv sw ta tg th tk tr uk ur uz vi"
).split()
"""Languages of the countries whose English news sites leave the date in their own language."""
_HEAD = """\
# Names of months in other languages, in small letters: what sites leave above an English item.
# Names that two languages use for different months are left out ('listopad').
# Source: CLDR month names (babel)
# Licence: Unicode License v3
# Made by: python -m newsextract.lexicons.build.months_abroad
word	month
"""


def months_abroad() -> dict[str, int]:
    """The month of each name, without a full stop behind it."""
    found: dict[str, set[int]] = {}
    for identifier in LOCALES:
        months = Locale.parse(identifier).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    word = name.lower().rstrip(".")
                    if not any(c.isdigit() for c in word) and len(word) > 1:
                        found.setdefault(word, set()).add(number)
    return {word: numbers.pop() for word, numbers in found.items() if len(numbers) == 1}


def main() -> None:
    """Write the table."""
    rows = [f"{word}\t{number}" for word, number in sorted(months_abroad().items())]
    TABLE.write_text(_HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
