"""The period that an amount is of."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsextract.lexicons.countries import find_countries
from newsextract.lexicons.cues import reporting_verbs
from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.home import home_country
from newsextract.parsers.figures.sites import Site
from newsextract.periods import PeriodFinding, Range, find_periods
from newsextract.periods.stretches import Stretch

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BASE = re.compile(
    r"(?:\b(?:compared|comparing)\s+(?:to|with)|\bthan(?:\s+in)?|\bfrom|\bover|\bagainst|\bversus|"
    r"\bvs\.?|\brelative\s+to|\bon)\s+(?:those\s+(?:in|of)\s+|that\s+(?:in|of)\s+|in\s+|the\s+"
    r"figures?\s+(?:for|of|in)\s+|the\s+level\s+(?:of|in)\s+|during\s+|for\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a period that is the base of a comparison, not the period of the figure."""

_BOUNDARY = re.compile(
    r"[;]|,\s+(?:while|whereas|but|which|with|compared|up|down|against|versus|and\s+\w+\s+(?:to|the)"
    r"|a\s+(?:growth|increase|rise|drop|decline|fall))\b|\b(?:compared|while|whereas)\b|(?-i:[.!?]\s+[A-Z])",
    re.IGNORECASE,
)
"""Where the clause of an amount ends."""


_REACH = 500
"""Characters from an amount within which its period stands."""

_OPENING = 3
"""Tokens before a period that opens its sentence: 'But in 2023'."""

_DEPTH = 8
"""Heads between an amount and its verb."""

_MONTH = 31
"""Days of the longest month."""

_NEAR = 20
"""Amounts before and behind that may own a period."""

_FISCAL = re.compile(r"\b(?:fiscal|financial\s+year|FY)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\(\s*(?:about|around|some|nearly|over|more than|up to)?\s*")
_TO = re.compile(r"\s+to\s+(?:[a-z]+\s+){0,3}")
_AHEAD = re.compile(r"(?:the\s+)?(?:next|coming)\s+\w+\s+(?:days|weeks|months|years)", re.I)
"""'over the next five years': till when money comes, not what it was summed up over."""
_LEVEL = re.compile(r"\s+(?:price|rate|level|levels|average|peak)\b(?!\s+of\b)")
"""'double the 2019 rate': what the figure is held against."""
_OWNER = re.compile(r"['’]s?\s+(?:\w+\s+)?")
_CONTRACT = re.compile(
    r"\s+(?:delivery|deliveries|shipment|contract|futures|loading|cargo|contracts)\b", re.I
)


class Timing:
    """The periods of a text, and which of them belongs to an amount."""

    def __init__(
        self,
        doc: Doc,
        text: str,
        sites: Sequence[Site],
        anchor: datetime.date | None,
        country: str | None,
    ) -> None:
        self.doc = doc
        self.text = text
        self.sites = sites
        self.periods = self._periods(anchor, country)
        self.starts = [period.range.start for period in self.periods]
        self.amounts = [site.amount.start for site in sites]

    def _periods(self, anchor: datetime.date | None, country: str | None) -> list[PeriodFinding]:
        """The periods of the paragraphs that hold amounts, in order."""
        found: list[PeriodFinding] = []
        past = -1
        for site in self.sites:
            if site.amount.start < past:
                continue
            start = self.text.rfind("\n", 0, site.amount.start) + 1
            end = self.text.find("\n", site.amount.end)
            past = end if end >= 0 else len(self.text)
            whose = country or self._fiscal_country(start, past)
            found += find_periods(self.text, anchor, start, past, country=whose)
        return found

    def _fiscal_country(self, start: int, past: int) -> str | None:
        """Without a dateline, the country whose fiscal year ``text[start:past]`` speaks of.

        The last that it names before those words, else the one that the article names most.
        """
        fiscal = _FISCAL.search(self.text, start, past)
        if fiscal is None:
            return None
        named = find_countries(self.text[start : fiscal.start()])
        return named[-1].code if named else home_country(find_countries(self.text), None)

    def in_sentence(self, site: Site) -> list[PeriodFinding]:
        """The periods of the sentence of `site`, as far as they are within reach."""
        last = self.doc[site.sentence[1] - 1]
        start = max(self.doc[site.sentence[0]].idx, site.amount.start - _REACH)
        end = min(last.idx + len(last), site.amount.end + _REACH)
        first = bisect_left(self.starts, start)
        past = bisect_left(self.starts, end)
        return [period for period in self.periods[first:past] if period.range.end <= end]

    def period(self, i: int) -> PeriodFinding | None:
        """The period of the amount `i`; None where the text gives none that can be told."""
        site = self.sites[i]
        candidates = [p for p in self.in_sentence(site) if _is_stretch(p) and self._is_time(p)]
        if not candidates:
            return None
        for period in candidates:
            if _IN_BRACKETS.fullmatch(self.text, period.range.end, self.doc[site.first].idx):
                return period
        behind = self._behind(i, site, candidates)
        if behind is not None:
            return behind
        if site.relation == "comparison":
            return None
        return self._before(i, site, candidates)

    def _is_time(self, period: PeriodFinding) -> bool:
        """Is it the time of something, not 'a year ago' or a contract's 'October delivery'?"""
        words = self.text[period.range.start : period.range.end]
        if _AHEAD.match(words) or _LEVEL.match(self.text, period.range.end):
            return False
        return not words.endswith(" ago") and not _CONTRACT.match(self.text, period.range.end)

    def _behind(
        self, i: int, site: Site, candidates: Sequence[PeriodFinding]
    ) -> PeriodFinding | None:
        """The first one behind the amount, in its clause."""
        end = site.amount.end
        for period in candidates:
            if period.range.start < end:
                continue
            following = bisect_left(self.amounts, period.range.end)
            if following < len(self.amounts) and _OWNER.fullmatch(
                self.text, period.range.end, self.amounts[following]
            ):
                return None  # '$9bn, more than last year's $8bn'
            gap = self.text[end : period.range.start]
            between = [
                s
                for s in self.sites[i + 1 : i + _NEAR]
                if s.amount.start < period.range.start and s.relation != "conversion"
            ]
            if len(between) == 1 and _TO.fullmatch(self.text, end, between[0].amount.start):
                between = []  # 'rose by $2bn to $9bn in 2023'
            if between or len(gap) > 120 or _BOUNDARY.search(gap) or _BASE.search(gap):
                return None
            if site.relation == "comparison" and len(gap) > 60:
                return None
            return None if self._is_of_event(period, site) else period
        return None

    def _before(
        self, i: int, site: Site, candidates: Sequence[PeriodFinding]
    ) -> PeriodFinding | None:
        """The nearest one before the amount, else the one that opens the sentence."""
        for period in reversed(candidates):
            if period.range.end > site.amount.start:
                continue
            before = self.text[max(period.range.start - 60, 0) : period.range.start]
            if _BASE.search(before) or self._is_of_event(period, site):
                continue
            others = [
                s
                for s in self.sites[max(i - _NEAR, 0) : i]
                if period.range.end <= s.amount.start and s.relation != "conversion"
            ]
            owned = [
                s
                for s in self.sites[max(i - _NEAR, 0) : i]
                if s.amount.end <= period.range.start
                and s.sentence == site.sentence
                and not _BOUNDARY.search(self.text[s.amount.end : period.range.start])
            ]
            if owned and not others and "," not in self.text[period.range.end : site.amount.start]:
                return period
            if owned:
                continue
            return period
        return None

    def _is_of_event(self, period: PeriodFinding, site: Site) -> bool:
        """Is it the time of an act ('approved in September 2023'), not of the figure?"""
        span = self.doc.char_span(*period.range, alignment_mode="expand")
        if span is None:
            return False
        token = span.root
        if token.head.lower_ == "for":
            return False  # 'approved a budget for 2024'
        for _ in range(4):
            if token.head.i == token.i:
                return False
            token = token.head
            if token.tag_.startswith("VB"):
                if token.lower_ == "set":
                    parts = [child.lower_ for child in token.children if child.dep_ == "prt"]
                    return bool(parts) and (parts != ["aside"] or _is_short(period))
                apart = not token.left_edge.i <= site.first <= token.right_edge.i
                if period.range.start > site.amount.end:
                    # '$5 million for seizing a mine in 2011', but '$5 million earned in 2011'
                    if apart and token.i > site.last and token.tag_ != "VBN":
                        return True
                    # 'the bridge, which will cost $5 million, will be ready in 2027'
                    own = _verb_above(self.doc[site.last - 1])
                    if token.i > site.last and own is not None and own.i < site.first:
                        return True
                elif apart:
                    return True  # 'the charge, introduced in January, amounts to'
                elif (
                    token.lower_ in reporting_verbs()
                    and token.i < site.first
                    and span.start - site.sentence[0] >= _OPENING
                ):
                    return True  # 'the office reported last month that exports had reached'
                acts = _is_short(period) and _is_act(token)
                return acts or token.lower_ in figure_words("event_verb")
        return False


def _verb_above(token: Token) -> Token | None:
    """The verb that governs a token."""
    for _ in range(_DEPTH):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.tag_.startswith("VB"):
            return token
    return None


def _is_short(period: PeriodFinding) -> bool:
    """Is it a month or less: when something was done, not what was summed up?"""
    if period.start is None or period.end is None:
        return False
    return (period.end - period.start).days <= _MONTH


def _is_act(verb: Token) -> bool:
    """'raised the fee in May to $5', 'put up $5 million in May': an act at a point of time."""
    if verb.lower_ in figure_words("give_verb"):
        return True
    sets = verb.lower_ in figure_words("set_verb")
    if any(child.dep_ == "prt" and child.lower_ == "in" for child in verb.children):
        return False  # 'took in $5 million in May'
    return sets and any(child.dep_ in ("dobj", "nsubjpass", "auxpass") for child in verb.children)


def whole_year(period: PeriodFinding) -> PeriodFinding:
    """'At the end of 2022, exports amounted to': flows are of the year that ended then."""
    end = period.end
    if end is None or (end.month, end.day) != (12, 31) or period.start != end:
        return period
    inferred = {**period.inferred, "start": "flow"}
    return replace(period, start=end.replace(month=1, day=1), inferred=inferred)


def year_before(period: PeriodFinding, words: Range) -> PeriodFinding:
    """The same stretch a year before; `words` say so: 'a year ago'."""
    inferred = {**period.inferred, "start": "period_before", "end": "period_before"}
    shifted = Stretch(period.start, period.end, "month").shifted(-12)
    return replace(period, range=words, start=shifted.start, end=shifted.end, inferred=inferred)


def _is_stretch(period: PeriodFinding) -> bool:
    """Is it a period of more than a day, or a state on its last day, that could be resolved?"""
    if period.start is None or period.end is None or period.kind in ("since", "by"):
        return False
    return period.kind == "at" or period.start != period.end
