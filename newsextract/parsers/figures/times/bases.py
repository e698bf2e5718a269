"""Is a period only that of what a figure is held against?"""

from __future__ import annotations

import re

from newsextract.parsers.figures.times.spans import is_day
from newsextract.story import PeriodFinding

_BASE = re.compile(
    r"(?:\b(?:compared|comparing)\s+(?:to|with)|\bthan(?:\s+in)?|\bfrom|\bover|\bagainst|\bversus|"
    r"\bvs\.?|\brelative\s+to|\bon)\s+(?:those\s+(?:in|of)\s+|that\s+(?:in|of)\s+|in\s+|the\s+"
    r"(?:[a-z]+\s+){0,2}(?:figure|budget|total|estimate|plan|outturn)s?\s+(?:for|of|in)\s+|the\s+level\s+(?:of|in)\s+|during\s+|for\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a period that is the base of a comparison, not the period of the figure."""
_BASE_DAY = re.compile(
    r"\b(?:unchanged|changed|higher|lower|up|down|compared|weaker|firmer|stronger|cheaper)\b[^.;,]{0,25}"
    r"\b(?:from|with|to)\s+$|\b(?:than|versus|against)\s+(?:on\s+)?$",
    re.I,
)
"""Before a day on which a price stood before: 'unchanged from'."""
_OVER = re.compile(r"\bover\b[^.;]*$", re.I)
_CHANGED = re.compile(
    r"(?:%|\b(?:percent|per\s?cent|pct|points?|increase|rise|growth|drop|decline|fall|gain|up|down|times"
    r"|improvement|jump|surge|advance))[^.;]{0,30}$",
    re.I,
)


def is_base(before: str, period: PeriodFinding) -> bool:
    """Do the words before `period` lead to the base of a comparison?

    'than in', 'up 3 percent over'; of a day 'unchanged from'.
    """
    return bool(_BASE_DAY.search(before)) if is_day(period) else is_base_of_stretch(before)


def is_base_of_stretch(before: str) -> bool:
    """Do these words lead to the base of a comparison: 'than in', 'up 3 percent over'?"""
    base = _BASE.search(before)
    if base is None:
        return False
    return not _OVER.match(base[0]) or bool(_CHANGED.search(before[: base.start()]))
