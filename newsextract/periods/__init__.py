"""Periods and dates in English text, resolved against the day of the article."""

from newsextract.periods.finder import find_periods, resolve_period
from newsextract.periods.finding import PeriodFinding, PeriodKind, Range

__all__ = ["PeriodFinding", "PeriodKind", "Range", "find_periods", "resolve_period"]
