"""Totals and their parts: do they add up?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from newsextract.story import FigureFinding, Range


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Parts that do not add up to their total, beyond rounding."""

    range: Range
    message: str


_NUMBER = re.compile(r"\d[\d,]*(?:\.(?P<places>\d+))?")
_COMPLETE = re.compile(
    r"\b(?:compris\w+|consist\w*\s+of|made\s+up\s+of|divided\s+into|broken\s+down|split)\b",
    re.IGNORECASE,
)
"""Between a total and its first part: all parts follow."""

_UNKNOWN_PRECISION = Decimal("0.005")
"""Of an amount in words ('half a billion'): taken for right within half a percent."""


def check_sums(figures: Sequence[FigureFinding], text: str) -> list[Disagreement]:
    """Totals whose parts do not add up.

    The parts of a total must be its exports and its imports, or stand behind words that
    announce all parts ('comprising'). Each printed number may be off by half a unit of its
    last digit. Amounts that are only bounded ('more than'), ranges, and other currencies are
    not checked.

    Args:
        figures: the figures of a story; `parent` is an index among them.
        text: the clean text that their ranges count in.
    """
    found = []
    parts_of: dict[int, list[FigureFinding]] = {}
    for figure in figures:
        if figure.parent is not None:
            parts_of.setdefault(figure.parent, []).append(figure)
    for number, parts in sorted(parts_of.items()):
        total = figures[number]
        if not _can_be_checked(total, parts) or not _are_all(total, parts, text):
            continue
        sum_ = sum((part.amount for part in parts), Decimal(0))
        slack = sum((_rounding(figure, text) for figure in (total, *parts)), Decimal(0))
        if abs(sum_ - total.amount) > slack:
            listed = " + ".join(f"{part.amount:,f}" for part in parts)
            found.append(
                Disagreement(
                    total.range,
                    f"{listed} = {sum_:,f} {total.currency}, but the total is {total.amount:,f}",
                )
            )
    return found


def _can_be_checked(total: FigureFinding, parts: Sequence[FigureFinding]) -> bool:
    return len(parts) > 1 and all(
        figure.currency == total.currency and figure.amount_max is None and figure.bound == "exact"
        for figure in (total, *parts)
    )


def _are_all(total: FigureFinding, parts: Sequence[FigureFinding], text: str) -> bool:
    if sorted(part.flow or "" for part in parts) == ["exports", "imports"]:
        return True
    between = text[total.range.end : parts[0].range.start]
    return len(between) < 80 and bool(_COMPLETE.search(between))


def _rounding(figure: FigureFinding, text: str) -> Decimal:
    """Half a unit of the last printed digit."""
    numbers = list(_NUMBER.finditer(text, *figure.range))
    if len(numbers) != 1:
        return abs(figure.amount) * _UNKNOWN_PRECISION
    try:
        value = Decimal(numbers[0].group().replace(",", ""))
        unit = abs(figure.amount) / value
    except (InvalidOperation, ZeroDivisionError):
        return abs(figure.amount) * _UNKNOWN_PRECISION
    places = len(numbers[0]["places"] or "")
    return unit.scaleb(-places) / 2
