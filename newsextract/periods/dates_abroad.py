"""Dates in other languages, which national sites leave above their English items.

'30 de septiembre de 2014', '27 лютого 2021', '2023. május 3.', '2018年11月5日', 'พ.ย. 2565'.
"""

from __future__ import annotations

import re
from functools import cache

from newsextract.lexicons.table import rows
from newsextract.periods.calendar import day
from newsextract.periods.dates import DateFinding

_YEAR = r"(?P<y{0}>(?:19|20|25)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<d{0}>\d\d?)(?!\d)"
_WORD = r"(?P<m{0}>[^\s\d,()|/]{{2,20}})"
_FORM = re.compile(
    "|".join(
        form.format(n)
        for n, form in enumerate(
            (
                _DAY
                + r"(?:\.|-?[^\W\d_]{{1,3}}\b)? ?(?:de |d['’]|di )?"
                + _WORD
                # 'лютого 2021', 'de 2014', 'พ.ย. 2565'
                + r",? (?:de |del )?"
                + _YEAR,
                _YEAR + r"\.? ?(?:gada |m\. )?" + _DAY + r"\. " + _WORD,
                _YEAR + r"\.? ?(?:m\. )?" + _WORD + " " + _DAY,
                _WORD + " " + _DAY + ",? " + _YEAR,
                r"(?P<y{0}>\d{{4}}) ?[年년] ?(?P<m{0}>\d\d?) ?[月월] ?(?P<d{0}>\d\d?) ?[日일]",
            )
        )
    )
)
_FORMS = 5
_BUDDHIST = 543
"""Years by which the Thai calendar is ahead."""


@cache
def _months() -> dict[str, int]:
    return {row["word"]: int(row["month"]) for row in rows("months_abroad.tsv")}


def find_date_abroad(line: str) -> DateFinding | None:
    """The first date of a line that is printed in another language, with its year."""
    for match in _FORM.finditer(line):
        form = next(n for n in range(_FORMS) if match[f"y{n}"])
        word, year = match[f"m{form}"], int(match[f"y{form}"])
        number = int(word) if word.isdigit() else _months().get(word.lower().rstrip("."))
        if number is None:
            continue
        year -= _BUDDHIST if year >= 2500 else 0
        found = day(year, number, int(match[f"d{form}"]))
        if found:
            return DateFinding(*match.span(), found)
    return None
