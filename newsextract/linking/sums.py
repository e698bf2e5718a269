"""Totals and their parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsextract.story import FigureFinding, Range


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Parts that do not add up to their total, beyond rounding."""

    range: Range
    message: str


def check_sums(figures: Sequence[FigureFinding]) -> list[Disagreement]:
    """Totals whose parts do not add up."""
    return []
