"""What a story says of an amount."""

from __future__ import annotations

from dataclasses import dataclass

from newsextract.record import Bound, Flow
from newsextract.story import ChangeFinding, PeriodFinding, Range


@dataclass(slots=True)
class FigureReading:
    """What a sentence says of an amount, beside its value."""

    bound: Bound = "exact"
    measure: str | None = None
    is_guess: bool = False
    flow: Flow | None = None
    period: PeriodFinding | None = None
    per: str | None = None
    change: ChangeFinding | None = None
    parent: int | None = None
    giver: Range | None = None
    receiver: Range | None = None
