"""An amount while it is read."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from newsextract.parsers.figures.amounts.numbers import Quantity
from newsextract.parsers.figures.amounts.units import Unit


class Found(NamedTuple):
    """An amount as it is read: ``tokens[start:end]``, a number (or two) and its unit."""

    start: int
    end: int
    low: Quantity
    high: Quantity | None
    unit: Unit
    rule: str
    value: Decimal
    value_max: Decimal | None
