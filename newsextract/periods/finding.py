"""What the period finder gives."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

PeriodKind = Literal["in", "since", "by", "at"]


class Range(NamedTuple):
    """Half-open character offsets in the clean text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PeriodFinding:
    """A period as printed, resolved or not: ends are None where nothing tells.

    Attributes:
        range: the words of the period, without a preposition such as 'in' or 'during'.
        start: first day.
        end: last day, included.
        inferred: 'year', 'start' or 'end' -> a closed word for what they were taken from:
            `anchor` (the day of the article), `period_before` (the period that the text
            named before), `fiscal_year` (the country's), `nearest`, `part_of_year`.
        kind: `in` for a stretch of days, `since` and `by` for one that the text leaves open
            at one end, `at` for a state on its last day ('at end-November', 'as of June').
    """

    range: Range
    start: datetime.date | None
    end: datetime.date | None
    inferred: Mapping[str, str] = field(default_factory=dict)
    kind: PeriodKind = "in"
