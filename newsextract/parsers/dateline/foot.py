"""Who signs behind the story: '(Reuters)', '/TASS/', '... said. - AFP', '(c) Reuters 1996'."""

from __future__ import annotations

import re
from functools import lru_cache

from newsextract.lexicons.agencies import agency_at, agency_of
from newsextract.lexicons.word_lists import word_list
from newsextract.reading import Layout

_COPYRIGHT = re.compile(
    r"(?i:(?:(?:\(c\)|©|copyright) ?){1,2}),? ?(?:(?:19|20)\d\d(?: ?[-–] ?\d{2,4})?,? )?"
    r"(?:by )?(?:the )?"
)
_REPORT_OF = re.compile(r"This report by ((?:The )?[A-Z][\w ]{2,30}) was first published ")
_LAST_CREDIT = re.compile(
    r"\s*(?:[-–—]{1,3} ?|[(/\[]|(?:Source|SOURCE|Via|By) ?: ?|)"
    r"([\w][\w. /&'’-]{1,30}?)(?: \([A-Z]{2,8}\))?[)/\]]? ?\.?\s*$"
)
_END_CREDIT = re.compile(r"[(/]([\w][\w. &'’-]{1,30}?)(?: [-–] \d[\d/.]+)?[)/]\.?\s*$")
_END_DASH = re.compile(
    r"[.!?\"”’)](?: ?[-–—]{1,2} ?([A-Z][\w. &/’-]{1,30}?)\.?| ([A-Z][A-Za-z]{2,9}))$"
)
"""'... said. - AFP', '... before the end of the month. BOPA'."""
DISTRIBUTORS = word_list("dateline_words.tsv", "distributors")
"""Who passes on the releases of others."""
_LONGEST_NAME = 40
_LAST_LINES = 3


def sender_at_end(text: str, layout: Layout) -> str | None:
    """The agency that signs in the last lines of an item; None where none does."""
    left = _LAST_LINES
    for block in reversed(layout.blocks):
        if text.startswith("This report by ", block.start):
            reported = _REPORT_OF.match(text, block.start)
            if reported:
                return agency_of(reported[1]) or reported[1]
        if block.kind != "paragraph":
            right = _COPYRIGHT.match(text, block.start) if block.kind == "furniture" else None
            holder = agency_at(text, right.end()) if right else None
            if holder and holder[0] not in DISTRIBUTORS:
                return holder[0]  # '(c) Reuters Limited 1996'
            continue
        if block.end - block.start < _LONGEST_NAME:
            name = _alone(text[block.start : block.end])
        else:
            name = _behind_sentence(text[block.end - _LONGEST_NAME : block.end])
        left -= 1
        if name or not left:
            return name
    return None


@lru_cache(maxsize=4096)
def _alone(line: str) -> str | None:
    """The agency that signs on a line of its own, most often the same: 'Reuter'."""
    match = _LAST_CREDIT.fullmatch(line) or _END_DASH.search(line)
    return agency_or_two(match[match.lastindex or 1]) if match else None


def _behind_sentence(end: str) -> str | None:
    """The agency that signs behind the last sentence of a paragraph."""
    if end[-1] in "/). " and ("(" in end or "/" in end):
        match = _END_CREDIT.search(end)
    elif end[-1] != "." or "-" in end or "–" in end or "—" in end:
        match = _END_DASH.search(end)
    else:
        match = None
    return agency_or_two(match[match.lastindex or 1]) if match else None


def agency_or_two(signed: str) -> str | None:
    """The agency that signs, or two of them as printed: 'Sapa-AFP'."""
    first, mark, second = signed.partition("-")
    both = mark and " - " not in signed and agency_of(first) and agency_of(second)
    return agency_of(signed) or (signed if both else None)
