"""Is a period the time of something, not a term, or the end of a paper or contract?"""

from __future__ import annotations

import re

from newsextract.periods import PeriodFinding

AHEAD = re.compile(
    r"(?:the\s+)?(?:next|coming|following)\s+(?:\w+\s+)?(?:days|weeks|months|years|decades?)\b",
    re.I,
)
"""'over the next five years': till when money comes, not what it was summed up over."""
_LEVEL = re.compile(r"\s+(?:price|rate|level|levels|average|peak)\b(?!\s+of\b)")
"""'double the 2019 rate': what the figure is held against."""
_ONE_OF = re.compile(r"\b(?:[a-z]+(?:th|st)|second|third|best|worst|top)\s+[a-z]+\s+of\s+$")
"""'its tenth sale of' the year."""
_CONTRACT = re.compile(
    r"\s+(?:delivery|deliveries|shipment|contract|futures|loading|cargo|contracts)\b", re.I
)

_OF_PAPER = re.compile(
    r"\b(?:(?:due|maturing|expiring)(?=\s+$|\s+(?:19|20))|(?:matur(?:e|es|ed|ing)|expir(?:e|es|ed|ing)|callable|"
    r"redeemable|repayable)\s+(?:in|on|by)|(?:futures|contracts?|deliver(?:y|ies)|cargo(?:es)?|"
    r"shipments?|loading)\s+for(?:\s+delivery\s+in)?|for\s+(?:delivery|shipment|loading)\s+in)\s+(?:(?:19|20)\d\d\s+(?:and|or)\s+)?$",
    re.I,
)
"""'bonds due', 'maturing in', 'futures for': before the end of a paper or a contract."""

_SERIES = re.compile(
    r"(?:,?\s+(?:and\s+|or\s+)?(?:19|20)\d\d){0,8}\s+(?:(?!finance|budget|spending)[a-z-]+\s+)?(?:gilts?|bonds?|notes?|bills?|papers?"
    r"|eurobonds?|sukuk|maturit(?:y|ies)|tranches?|treasur(?:y|ies)|debentures?)\b",
    re.I,
)
"""'the 2027, 2029 and 2033 papers': years in which paper ends."""


def is_time(text: str, period: PeriodFinding) -> bool:
    """Is it the time of something, not 'a year ago' or a contract's 'October delivery'?"""
    words = text[period.range.start : period.range.end]
    if _SERIES.match(text, period.range.end) and words.isdigit():
        return False
    before = text[max(period.range.start - 40, 0) : period.range.start]
    if words == "the year" and _ONE_OF.search(before):
        return False
    if "part_of_year" in period.inferred.values():
        return False  # 'in mid-July', 'early in 2023': no days are said
    before = text[max(period.range.start - 30, 0) : period.range.start]
    paper = _OF_PAPER.search(before)
    if paper and (words[:2] in ("19", "20") or not paper[0].lower().startswith("due")):
        return False
    if AHEAD.match(words) or _LEVEL.match(text, period.range.end):
        return False
    return not words.endswith(" ago") and not _CONTRACT.match(text, period.range.end)
