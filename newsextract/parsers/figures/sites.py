"""Where an amount stands: its tokens, what is before and behind it, and how it joins the last."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newsextract.parsers.figures.amounts import Amount
from newsextract.parsers.figures.bounds import FoundBound, find_bound
from newsextract.parsers.figures.rates import FoundRate, find_rate
from newsextract.record import Bound

if TYPE_CHECKING:
    from spacy.tokens import Doc

Relation = Literal["conversion", "comparison", "bracket", "addition"]
"""How an amount joins the one before: `conversion` (the same in another currency),
`comparison` ('compared with', 'up from'), `bracket` (in brackets behind it), `addition`
('and ... million')."""

_CONVERSION = re.compile(
    r"\s*(?:,\s*or|\bor|\(|\[|/|=|,\s*equivalent\s+to|,\s*equal\s+to|,\s*i\.e\.)"
    r"\s*(?:the\s+)?(?:equivalent|equal|equivalent\s+to|i\.e\.|approx\.?)?\s*(?:of\s+|to\s+)?$",
    re.IGNORECASE,
)
_EQUIVALENT = re.compile(
    r"[^.,;:()\n]{0,60},\s+(?:or|equivalent\s+to|equal\s+to|the\s+equivalent\s+of)\s*(?:the\s+equivalent\s+of\s+)?$",
    re.I,
)
"""The same with words between: '150 million pesos this quarter, equivalent to'."""
_COMPARISON = re.compile(
    r"(?:\b(?:up|down|compared|comparing|versus|vs\.?|against|higher|lower|rose|increase|rise|"
    r"growth|drop|fall|decline|advanced?|change|improvement|more|less)\b[^.;]{0,40})?"
    r"\b(?:from|with|(?:compared|comparing|relative)\s+to|against|versus|vs\.?|than|over)\s+(?:just\s+|only\s+)?"
    r"(?:the\s+|a\s+|an\s+|some\s+)?(?:record\s+(?:of\s+)?|revised\s+|high\s+of\s+|low\s+of\s+|"
    r"current\s+|present\s+|previous\s+|earlier\s+|initial\s+|original\s+|planned\s+)?$",
    re.IGNORECASE,
)
_COMPARING = re.compile(
    r"\b(?:compared|comparing|versus|vs\.?|against|up|down|higher|lower|more|less|growth|increase|"
    r"drop|decline|rise|fall|growing|rising|falling|decrease|jump|improvement|change|weaker|stronger"
    r"|firmer|cheaper|dearer|above|below)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"\bwith\s+[^.;]{0,20}$")
"""'followed by Chile with': no comparison by itself."""
_TO = re.compile(r"\bto\s+(?:an?\s+)?(?:record\s+|just\s+|only\s+)?$")
_SINCE_WHEN = re.compile(
    r"\s+(?:\([^)]{0,40}\)\s+)?(?:in|for|during|over|as\s+of|at|by|on)\s+[^;.()]{3,80}?,?\s+from\s+(?:just\s+|only\s+|a\s+)?"
)
_OPENINGS = frozenset({"“", '"', "‘", "``", "«", "somewhere", "anywhere"})
_DEGREES = frozenset({"just", "only", "merely", "barely"})
"""What stands between the words that lead to an amount and the amount."""
_GUESS = re.compile(r"\bestimat\w+\b(?:[^.;\n]|\.\d)*$", re.I)
"""'estimates the cost at between $4 million and $5 million'."""
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n")


@dataclass(frozen=True, slots=True)
class Site:
    """An amount in its sentence; token indices of the `Doc`.

    Attributes:
        amount: the amount.
        first, last: its tokens, half-open.
        sentence: the sentence's tokens, half-open.
        before: the token before it and before the words that bound it.
        behind: the token behind it, its rate, and its conversion in brackets.
        bound, rate: what was found beside it.
        relation: how it joins the amount before.
        bracket: the index of the amount before whose brackets hold this one, as a part of it.
    """

    amount: Amount
    first: int
    last: int
    sentence: tuple[int, int]
    before: int
    behind: int
    bound: Bound
    rate: FoundRate | None
    relation: Relation | None


def find_sites(doc: Doc, text: str, amounts: Sequence[Amount]) -> list[Site]:
    """The site of each amount of `text`, whose parse is `doc`."""
    if not amounts:
        return []
    starts = [token.idx for token in doc]
    bounds = [find_bound(text, amount.start, amount.end) for amount in amounts]
    rates = [find_rate(text, amount.end) for amount in amounts]
    relations = [_relation(text, amounts, bounds, i) for i in range(len(amounts))]
    sites: list[Site] = []
    for i, amount in enumerate(amounts):
        first = _token_at(starts, amount.start)
        last = _token_at(starts, amount.end - 1) + 1
        begin = _token_at(starts, bounds[i].start)
        if amount.value_max is not None and doc[begin - 1].lower_ in ("between", "from"):
            begin -= 1
        while begin > 0 and doc[begin - 1].lower_ in _OPENINGS | _DEGREES:
            begin -= 1
        sentence = doc[first].sent
        rate = rates[i]
        end = rate.end if rate else amount.end
        beside = i + 1 < len(amounts) and relations[i + 1] == "conversion"
        if beside and _CONVERSION.fullmatch(text, amount.end, bounds[i + 1].start):
            close = re.compile(r"\s*\)").match(text, amounts[i + 1].end)
            end = close.end() if close else amounts[i + 1].end
        behind = _token_at(starts, end - 1) + 1
        bound = bounds[i].bound
        guess = amount.value_max is not None and _GUESS.search(
            text, max(amount.start - 80, 0), amount.start
        )
        if (amount.vague or guess) and bound == "exact":
            bound = "approx"
        if relations[i] == "conversion" and bound == "exact":
            bound = sites[i - 1].bound
        sites.append(
            Site(
                amount,
                first,
                last,
                (sentence.start, max(sentence.end, last)),
                begin - 1,
                behind,
                bound,
                rate,
                relations[i],
            )
        )
    return sites


def _is_way_back(text: str, start: int, gap: str) -> bool:
    """'climbed to $9 million in the 12 months to June from $5 million': told end first?"""
    return bool(_TO.search(text, max(start - 20, 0), start) and _SINCE_WHEN.fullmatch(gap))


def _token_at(starts: Sequence[int], offset: int) -> int:
    return max(bisect_right(starts, offset) - 1, 0)


def _relation(
    text: str, amounts: Sequence[Amount], bounds: Sequence[FoundBound], i: int
) -> Relation | None:
    if i == 0:
        return None
    here, last = amounts[i], amounts[i - 1]
    gap = text[last.end : bounds[i].start]
    if len(gap) > 250 or _SENTENCE_END.search(gap):
        return None
    other = (here.code or here.noun) != (last.code or last.noun)
    far = _EQUIVALENT.fullmatch(gap)
    near = len(gap) < 40 and _CONVERSION.fullmatch(gap)
    if (other and (near or far)) or (far and "equ" in far[0]):
        return "conversion"
    found = _COMPARISON.search(gap)
    apart = re.search(r"\b(?:while|whereas|but|ranging|ranged)\b", gap)
    bare = len(gap) < 45 and not other and not _WITH.search(gap)
    bare = bare or (not other and _is_way_back(text, bounds[i - 1].start, gap))
    if found and not apart and (_COMPARING.search(gap) or bare):
        return "comparison"
    opened = gap.rfind("(")
    if opened >= 0 and ")" not in gap[opened:]:
        return "bracket"
    if gap.count("(") < gap.count(")") or ")" not in gap:
        inside = text.rfind("(", max(last.start - 120, 0), last.start)
        if inside >= 0 and ")" not in text[inside : here.start]:
            return "bracket"
    if re.fullmatch(r"\s*(?:,|and|,\s*and|plus|&|or)\s*", gap):
        return "addition"
    return None
