"""The period that an amount is of."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsextract.parsers.figures.grammar import verb_above
from newsextract.parsers.figures.sites import Site
from newsextract.parsers.figures.times.bases import is_base, is_base_of_stretch
from newsextract.parsers.figures.times.datable import AHEAD, is_time
from newsextract.parsers.figures.times.days import Days
from newsextract.parsers.figures.times.events import is_of_event
from newsextract.parsers.figures.times.fiscal import fiscal_country
from newsextract.parsers.figures.times.spans import LEANING, is_day, is_stretch, year_before
from newsextract.periods import PeriodFinding, find_periods
from newsextract.periods.memory import Memory

if TYPE_CHECKING:
    from spacy.tokens import Doc


_BOUNDARY = re.compile(
    r"[;]|,\s+(?:bringing|taking|pushing|lifting|sending|giving|making|leaving|driving|while|whereas|but|which|with|compared|up|down|against|versus|and\s+\w+\s+(?:to|the)"
    r"|a\s+(?:growth|increase|rise|drop|decline|fall))\b|\b(?:compared|while|whereas)\b|(?-i:[.!?]\s+[A-Z])",
    re.IGNORECASE,
)
"""Where the clause of an amount ends."""


_REACH = 500
"""Characters from an amount within which its period stands."""

_BESIDE = 30
"""Characters between an amount and its day."""

_NEAR = 20
"""Amounts before and behind that may own a period."""

_IN_BRACKETS = re.compile(r"\s*\(\s*(?:about|around|some|nearly|over|more than|up to)?\s*")
_TO = re.compile(
    r"(?:\s+(?:an?|per)\s+[a-z]+)?(?:\s+(?:higher|lower|more|less|firmer|weaker|up|down))?"
    r"(?:,?\s+or\s+[\d.]+\s?(?:%|percent|per\s?cent|pct),?)?\s+(?:to|at)\s+(?:[a-z]+\s+){0,3}"
)
_OWNER = re.compile(r"['’]s?\s+(?:\w+\s+)?")
_EFFECTIVE = re.compile(
    r"(?:\s+(?:an?|per)\s+[a-z]+)?,?\s+(?:from|(?:starting|beginning|effective)(?:\s+(?:in|on|from))?)\s+"
)
"""'$5 a litre from July 1': since when a price holds."""
_SINCE = re.compile(r"\bsince\s+(?:the|its|their|his|her|a)\b[^.,;]{0,55}$", re.I)
"""'since the start of the scheme in March': a time from which on something is counted."""
_WAY = re.compile(r"\bfrom\s+(?:[\w'’-]+\s+){0,5}$")
_TILL = re.compile(r"\b(?:until|till|pending|ahead\s+of)\b")
_CLAUSE_OPENS = re.compile(r",\s+(?:and\s+|while\s+|but\s+)?(?:in|during|for|over)\s+(?:the\s+)?$")
_RESPECTIVELY = re.compile(r"(?:,\s*|\s+)respectively\b")

_FROM = re.compile(
    r"(?:\bfrom|\bcompared\s+(?:with|to)|\bagainst|\bversus)\s+(?:just\s+|only\s+|some\s+|about\s+"
    r"|around\s+|nearly\s+|almost\s+|under\s+|over\s+|less\s+than\s+|more\s+than\s+"
    r"|an?\s+(?:[\w-]+\s+){1,3}of\s+)?$"
)
_PLAN = re.compile(
    r"\b(?:target|goal|floor|ceiling|plan|planned|budgeted|forecast|projected|expected|quota)\b"
)
_PLANNED = re.compile(
    r"\s+(?:(?:that|had|have|was|were|been|in|on|by|an?|the|its|analyst|market|consensus|initial|average)\s+"
    r"|[a-z]{2,20}(?:s|ist|er)\s+){0,8}(?:forecasts?|expected|expectations?|planned|targete?d?|budgeted|estimate[ds]?"
    r"|sought|anticipated|predicted|projected|projections?|offer(?:ed)?|foreseen)\b"
)
_MOVED = frozenset({"from", "up", "down"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})
_START_OF = re.compile(r"\b(?:start|beginning|begin|outset)\s+of\b")
_YEAR = 366
_LEAST_BASE = 85
"""Days of a figure that is held against the same time a year before, where nothing else is said."""


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
        self.days = Days(doc, text, sites)
        self._measure: frozenset[str] = frozenset()
        self.periods = self._periods(anchor, country)
        self.starts = [period.range.start for period in self.periods]
        self.amounts = [site.amount.start for site in sites]

    def _periods(self, anchor: datetime.date | None, country: str | None) -> list[PeriodFinding]:
        """The periods of the paragraphs that hold amounts, in order."""
        found: list[PeriodFinding] = []
        amounts = [site.amount for site in self.sites]
        past, memory = -1, Memory()
        for site in self.sites:
            if site.amount.start < past:
                continue
            start = self.text.rfind("\n", 0, site.amount.start) + 1
            end = self.text.find("\n", site.amount.end)
            past = end if end >= 0 else len(self.text)
            whose = country or fiscal_country(self.text, start, past, amounts)
            found += find_periods(self.text, anchor, start, past, country=whose, before=memory)
        return found

    def told_before(self, site: Site) -> PeriodFinding | None:
        """The last period of the sentence before, where that names no amount."""
        past = self.doc[site.sentence[0]].idx
        start = max(self.text.rfind("\n", 0, past), self.doc[site.sentence[0] - 1].sent.start_char)
        if site.sentence[0] == 0 or any(start <= a < past for a in self.amounts):
            return None
        first, end = bisect_left(self.starts, start), bisect_left(self.starts, past)
        for period in reversed(self.periods[first:end]):
            words = self.text[slice(*period.range)]
            if is_stretch(period) and is_time(self.text, period) and not words.endswith(LEANING):
                return period
        return None

    def in_sentence(self, site: Site) -> list[PeriodFinding]:
        """The periods of the sentence of `site`, as far as they are within reach."""
        last = self.doc[site.sentence[1] - 1]
        start = max(self.doc[site.sentence[0]].idx, site.amount.start - _REACH)
        end = min(last.idx + len(last), site.amount.end + _REACH)
        first = bisect_left(self.starts, start)
        past = bisect_left(self.starts, end)
        return [period for period in self.periods[first:past] if period.range.end <= end]

    def between(self, site: Site, start: int) -> PeriodFinding | None:
        """The stretch of time that is named between `start` and the amount."""
        inside = [p for p in self.in_sentence(site) if start < p.range.start < site.amount.start]
        return next((p for p in inside if is_stretch(p) and is_time(self.text, p)), None)

    def days_before(self, site: Site) -> list[PeriodFinding]:
        """The single days that its paragraph names before the amount, the nearest first."""
        start = max(self.text.rfind("\n", 0, site.amount.start), site.amount.start - _REACH)
        first = bisect_left(self.starts, start)
        past = bisect_left(self.starts, site.amount.start)
        found = self.periods[first:past]
        return [p for p in reversed(found) if p.kind == "in" and p.start and p.start == p.end]

    def is_aimed(self, site: Site) -> bool:
        """'the goal is $5 billion by 2028': is the figure to be reached by then?"""
        past = site.amount.end
        return any(
            p.kind == "by" and 0 <= p.range.start - past < _NEAR for p in self.in_sentence(site)
        )

    def has_own_time(self, i: int) -> bool:
        """Does the sentence of amount `i` name a stretch of time that is not another's?

        The day on which something was said is none, nor is what the figure is held against.
        """
        site = self.sites[i]
        others = [
            s.amount.end
            for s in self.sites[i + 1 : i + _NEAR]
            if s.sentence == site.sentence
            and (s.relation == "comparison" or self._has_verb(site.amount.end, s.first))
        ]
        for period in self.in_sentence(site):
            words = self.text[slice(*period.range)]
            start = period.range.start
            if period.kind == "since" or is_day(period):
                continue
            if not is_time(self.text, period):
                continue
            if words.endswith(LEANING) or any(start >= end for end in others):
                continue
            if not is_base_of_stretch(self.text[max(start - 60, 0) : start]):
                return True
        return False

    def period(self, i: int, measure: str | None = None) -> PeriodFinding | None:
        """The period of the amount `i`; None where the text gives none that can be told.

        `measure` is what the amount is of: a period may stand before it ('first-quarter profit').
        """
        site = self.sites[i]
        self._measure = frozenset((measure or "").lower().split())
        candidates = [
            p
            for p in self.in_sentence(site)
            if (is_stretch(p) or self._is_day(i, p) or self._is_gone(site, p))
            and is_time(self.text, p)
        ]
        if self.days.is_end(site):
            candidates = [p for p in candidates if is_day(p)]
        if not candidates or self._has_other_time(i, site):
            return None
        listed = self._respective(i, candidates)
        if listed is not None:
            return listed
        for period in candidates:
            if _IN_BRACKETS.fullmatch(self.text, period.range.end, self.doc[site.first].idx):
                return period
        behind = self._behind(i, site, candidates)
        if behind is not None:
            return behind
        if site.relation == "comparison":
            return None
        return self._before(i, site, candidates)

    def _has_other_time(self, i: int, site: Site) -> bool:
        """'$5 million this year and $9 million over the next three': a time that dates nothing."""
        end = site.amount.end
        following = self.amounts[i + 1] if i + 1 < len(self.amounts) else len(self.text)
        for period in self.in_sentence(site):
            if not end <= period.range.start < following:
                continue
            gap = self.text[end : period.range.start]
            words = self.text[slice(*period.range)]
            return bool(
                len(gap) < 2 * _BESIDE
                and AHEAD.match(words)
                and not _BOUNDARY.search(gap)
                and not self._has_clause(end, period.range.start)
            )
        return False

    def _has_clause(self, start: int, past: int) -> bool:
        """Is there a verb between two offsets?"""
        span = self.doc.char_span(start, past, alignment_mode="contract")
        return span is not None and any(token.tag_ in _FINITE for token in span)

    def held_against(self, i: int, last: PeriodFinding) -> PeriodFinding | None:
        """The period of the amount `i` that the one before, of period `last`, is held against.

        'raised $5m in 2023, against a target of $8m' is of the same time, 'fell to $5m in the
        year to September from $8m' against the year before.
        """
        amount, before = self.sites[i].amount, self.sites[i - 1].amount
        gap = self.text[before.end : amount.start]
        if _PLAN.search(gap) or self.is_foreseen(i):
            return last
        if last.start is None or last.end is None or not _FROM.search(gap):
            return None
        long = (last.end - last.start).days >= _LEAST_BASE
        return year_before(last, last.range) if long and last.range.start < amount.start else None

    def is_foreseen(self, i: int) -> bool:
        """'missing the $5 million analysts had expected', 'short of the $5 million on offer'."""
        return bool(_PLANNED.match(self.text, self.sites[i].amount.end))

    def _respective(self, i: int, candidates: Sequence[PeriodFinding]) -> PeriodFinding | None:
        """'$5 million and $6 million in 2022 and 2023, respectively'."""
        last = candidates[-1]
        if not _RESPECTIVELY.match(self.text, last.range.end):
            return None
        past = bisect_left(self.amounts, last.range.start)
        behind = [p for p in candidates if p.range.start > self.sites[past - 1].amount.end]
        at = i - (past - len(behind))
        return behind[at] if 0 <= at < len(behind) else None

    def _is_day(self, i: int, period: PeriodFinding) -> bool:
        """Does the amount `i` hold for that single day, or from it on?"""
        return self._is_effective(i, period) or self.days.is_of(i, period)

    def _is_gone(self, site: Site, period: PeriodFinding) -> bool:
        """'has sold $5 million since the start of the year': what has gone of a year."""
        if period.kind != "since" or period.start is None or period.end is None:
            return False
        if (period.end - period.start).days > _YEAR or site.rate is not None:
            return False
        if not _START_OF.search(self.text, *period.range):
            return False
        own = verb_above(self.doc[site.last - 1])
        if own is None or own.tag_ != "VBN":
            return False
        return any(c.lower_ in ("has", "have") for c in own.lefts)

    def _is_budget(self, period: PeriodFinding) -> bool:
        """'paid from the 2025 budget'."""
        return "budget" in self.text[period.range.start : period.range.end + 8]

    def _is_effective(self, i: int, period: PeriodFinding) -> bool:
        """'raised it by $1 to $5 from July 1', 'a wage of $5 from July': since when it holds."""
        if period.start is None or period.end is None or period.kind != "in":
            return False
        if self.text[slice(*period.range)].endswith(LEANING):
            return False  # 'up $5 from a year earlier'
        site = self.sites[i]
        past = bisect_left(self.amounts, period.range.start)
        begin = self.sites[past - 1].amount.end if past else 0
        found = _EFFECTIVE.fullmatch(self.text, begin, period.range.start)
        if begin < site.amount.end or not found or self.doc[site.before].lower_ in _MOVED:
            return False
        if period.start == period.end:
            return True
        month = period.start.day == 1 and period.end.month == period.start.month
        return month and not self.days.is_level(site) and self.text[period.range.end] not in "'’"

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
            if _TILL.search(gap):
                return None
            between = [
                s
                for s in self.sites[i + 1 : i + _NEAR]
                if s.amount.start < period.range.start and s.relation != "conversion"
            ]
            way = self.doc[site.before].lower_ == "from"
            if (
                len(between) == 1
                and not way
                and _TO.fullmatch(self.text, end, between[0].amount.start)
            ):
                between = []  # 'rose by $2bn to $9bn in 2023'
            if not between and self._is_effective(i, period):
                return period
            base = (
                is_base_of_stretch(gap)
                and period.start != period.end
                and not self._is_budget(period)
            )
            if between or len(gap) > 120 or _BOUNDARY.search(gap) or base:
                return None
            if site.relation == "comparison" and len(gap) > 60:
                return None
            worth = self.doc[site.before].lower_ == "worth" and gap in (" ", " in ")
            if worth and not self.days.is_act(site):
                return period  # 'a trade worth $5 million last year'
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
            base = is_base(before, period)
            if base or self._is_of_event(period, site):
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
            if self._is_of_base(period, owned):
                continue
            if _SINCE.search(before):
                continue
            gap = self.text[period.range.end : site.amount.start]
            if _CLAUSE_OPENS.search(before):
                owned = []  # 'In 2022 it was $4bn, in 2023 it was $5bn'
            if is_day(period):
                owned = []  # `Days` has told whose it is
            if owned and (others or "," in gap or self._has_verb(period.range.end, site.first)):
                continue
            return period
        return None

    def _is_of_event(self, period: PeriodFinding, site: Site) -> bool:
        if is_day(period):
            return False  # `Days` has told
        return is_of_event(self.doc, self.text, period, site, self._measure)

    def _is_of_base(self, period: PeriodFinding, owned: Sequence[Site]) -> bool:
        """'fell to 5, from 6 on Monday': is it the day of what a figure is held against?"""
        if not owned:
            return False
        start = owned[-1].amount.start
        way = _WAY.search(self.text[max(start - 60, 0) : start])
        if not way and owned[-1].relation != "comparison":
            return False
        return period.range.start - owned[-1].amount.end < _BESIDE

    def _has_verb(self, start: int, past: int) -> bool:
        """Does a clause of its own begin between offset `start` and token `past`?"""
        for token in reversed(self.doc[max(past - 2 * _NEAR, 0) : past]):
            if token.idx < start:
                break
            if token.tag_ in _FINITE:
                return True
        return False
