"""What sort of period was found, and the same moved or cut."""

from __future__ import annotations

import re
from dataclasses import replace

from newsextract.periods import PeriodFinding, Range
from newsextract.periods.stretches import Stretch

LEANING = ("earlier", "before", "ago")
_ENDED = re.compile(
    r"\b(?:week|month|fortnight|quarter|year|months|weeks)\s+(?:that\s+)?(?:ended|ending|to)\b"
)
_CLOSED = re.compile(r"\b(?:closed|ended|finished|closing|ending)\s+(?:the\s+)?$")


def whole_year(period: PeriodFinding) -> PeriodFinding:
    """'At the end of 2022, exports amounted to': flows are of the year that ended then."""
    end = period.end
    if end is None or (end.month, end.day) != (12, 31) or period.start != end:
        return period
    inferred = {**period.inferred, "start": "flow"}
    return replace(period, start=end.replace(month=1, day=1), inferred=inferred)


def year_to(period: PeriodFinding) -> PeriodFinding:
    """'Receipts came to $5 million as of July 31': what is summed up since the year began."""
    if period.end is None or period.start != period.end:
        return period
    start = period.end.replace(month=1, day=1)
    return replace(period, start=start, inferred={**period.inferred, "start": "flow"})


def is_day(period: PeriodFinding | None) -> bool:
    """Is it a day of trading, not the state of an account on its last day?"""
    known = period is not None and period.kind == "in" and period.start is not None
    return known and period is not None and period.start == period.end


def at_the_end(period: PeriodFinding, text: str) -> PeriodFinding:
    """Of 'the week ended May 5', and of 'closed the year at', its last day."""
    start = period.range.start
    ended = _ENDED.search(text, *period.range) or _CLOSED.search(text, max(start - 14, 0), start)
    return replace(period, start=period.end, kind="at") if ended else period


def year_before(period: PeriodFinding, words: Range) -> PeriodFinding:
    """The same stretch a year before; `words` say so: 'a year ago'."""
    inferred = {**period.inferred, "start": "period_before", "end": "period_before"}
    shifted = Stretch(period.start, period.end, "month").shifted(-12)
    return replace(period, range=words, start=shifted.start, end=shifted.end, inferred=inferred)


def is_stretch(period: PeriodFinding) -> bool:
    """Is it a period of more than a day, or a state on its last day, that could be resolved?"""
    if period.start is None or period.end is None or period.kind in ("since", "by"):
        return False
    return period.kind == "at" or period.start != period.end
