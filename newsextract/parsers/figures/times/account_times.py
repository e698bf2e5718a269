"""The period of each figure: its own, or that of the figure before that it goes on with."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.amounts import Amount
from newsextract.parsers.figures.joints import Joints
from newsextract.parsers.figures.measures.complements import Complements
from newsextract.parsers.figures.measures.finder import Measures
from newsextract.parsers.figures.said import FigureReading
from newsextract.parsers.figures.sites import Site, find_sites
from newsextract.parsers.figures.times.carrying import TOTAL, Carrying, head_of
from newsextract.parsers.figures.times.spans import (
    at_the_end,
    is_day,
    whole_year,
    year_before,
    year_to,
)
from newsextract.parsers.figures.times.timing import Timing
from newsextract.story import PeriodFinding, Range

if TYPE_CHECKING:
    from spacy.tokens import Doc

_YEAR_AGO = re.compile(
    r"\s+(?:in\s+|(?P<of>of\s+))?(?P<words>(?:a|one|the)\s+year\s+(?:ago|earlier|before))\b"
)
_FROM_A = re.compile(r"\b(?:from|against|versus)\s+an?\s+(?:[a-z-]+\s+){1,3}of\s+$")
"""'swung to a profit of $5m from a net loss of $2m a year earlier'."""
_BEYOND = re.compile(r"\s+(?:more|less|higher|lower|short|above|below)\b")
"""'$4bn more than forecast': of the same time as what it is held against."""
_OF_SAME_TIME = re.compile(
    r",\s+(?:or\s+)?(?:at\s+)?an\s+average(?:\s+\w+)?\s+of\s+$"
    r"|\b(?:against|versus|short\s+of|compared\s+(?:with|to))\s+(?:an?|the|its|their)\s+"
    r"(?:\w+\s+)?(?:target|goal|floor|ceiling|plan|forecast|quota)\s+of\s+$"
    r"|,\s+on\s+(?:[a-z-]+\s+){0,2}(?:revenues?|sales|turnover|income)\s+of\s+$"
)
"""'$5m in 2023, an average of $800 a trip', 'against a target of $8m'."""
_RANGING = re.compile(r"\b(?:rang|vary|vari|stretch|span)(?:e|es|ed|ing)?\s+(?:[a-z]+\s+){0,3}$")
"""Before the lower end of a range that is told in words."""
_NOW = frozenset({"now", "currently"})
_LEAVES = frozenset({"leave", "leaves", "left", "leaving"})
_BRINGS = frozenset({"bring", "brings", "brought"})
_LEAST_SHARE = 10_000
"""A smaller part of a plan is no part of it but a wage or a price that it sets."""
_NEIGHBOURS = 12
"""Figures before and behind that one may have to do with."""


class AccountTimes(Joints):
    """Reads the periods of the figures of a story, in order."""

    def __init__(
        self,
        doc: Doc,
        text: str,
        amounts: Sequence[Amount],
        anchor: datetime.date | None,
        country: str | None,
        body: int,
    ) -> None:
        super().__init__(doc, text, amounts, find_sites(doc, text, amounts))
        spoken = {i for site in self.sites for i in range(site.first, site.last)}
        self.measures = Measures(doc, Complements(doc, spoken))
        self.timing = Timing(doc, text, self.sites, anchor, country)
        self.carrying = Carrying(doc, text, self.sites, self.timing, anchor)
        self.body = body
        self.readings: list[FigureReading] = []

    def _period(
        self, i: int, site: Site, reading: FigureReading, verb: int | None
    ) -> PeriodFinding | None:
        if site.relation == "conversion":
            return self.readings[i - 1].period
        if self._is_now(site, verb):
            return None
        found = self.timing.period(i, reading.measure)
        own = found is not None and found.range.start > site.amount.end
        if i > 0 and not own and self.measures.is_shared_out(site):
            # '$388 million, or $1.26 a share, a year ago'
            found = self.readings[i - 1].period or found
        if found is not None and self._is_level(site, reading):
            found = at_the_end(found, self.text)
        if found is not None and found.kind == "at":
            if reading.flow is not None:
                found = whole_year(found)
            if self._is_sum(reading):
                found = year_to(found)
        before_it = self.text[max(site.amount.start - 40, 0) : site.amount.start]
        base = _YEAR_AGO.match(self.text, site.amount.end)
        against = site.relation == "comparison" or _FROM_A.search(before_it)
        if i > 0 and (against or (base and base["of"])):
            last = self.readings[i - 1].period
            if found is not None and last is not None and found.range == last.range:
                found = None  # 'swung to a loss of $9m in 2023 from a profit of $7m'
            leans = (
                found is not None
                and found.range.start > site.amount.end
                and "anchor" not in found.inferred.values()
            )
            if last is not None and base is not None and not leans:
                return year_before(last, Range(*base.span("words")))
            if found is None and last is not None:
                held = self.timing.held_against(i, last)
                if held is not None:
                    return held
        total = TOTAL.search(self.text, max(site.amount.start - 100, 0), site.amount.start)
        if total or self.timing.is_aimed(site):
            begin = total.start() if total else site.amount.end
            if total and found is None:
                # 'bringing the total paid this year to'
                found = self.timing.between(site, begin)
            return found if found is not None and found.range.start > begin else None
        if found is not None:
            return found
        if reading.parent is not None:
            return self.readings[reading.parent].period
        if i > 0 and self._is_said_of_last(i, site):
            return self.readings[i - 1].period
        gap = self.text[site.amount.end : site.amount.end + 40]
        if i > 0 and self.sites[i - 1].sentence == site.sentence:
            before_it = self.text[self.sites[i - 1].amount.end : site.amount.start]
            if _OF_SAME_TIME.search(before_it):
                return self.readings[self._before_base(i)].period
            if _BEYOND.match(gap) or self.timing.is_foreseen(i):
                return self.readings[i - 1].period
        near = i > 0 and self.sites[i - 1].sentence == site.sentence
        part = near and self.measures.same.is_part_of_last(site)
        if i > 0 and (self._is_added(i, site) or part or self._goes_with(i, site)):
            return self.readings[self._before_base(i) if part else i - 1].period
        # 'Exports rose to $2bn in 2023, while imports fell to $1bn.'
        before = self._last(i, site)
        while before is not None and before > 0 and self.carrying.is_held_against(before):
            before -= 1
        aimed = self._is_aim(site, verb)
        plan = self._plan(before, site, reading) if aimed or self._is_modal(verb) else None
        if plan is not None or aimed:
            return plan or self.carrying.period(i, reading, verb, self.readings)
        same = before is not None and self.sites[before].sentence == site.sentence
        if before is not None and same and site.relation is None:
            flows = reading.flow and self.readings[before].flow and not self._is_modal(verb)
            told = self.readings[before].period
            same = flows or self._goes_on(reading, verb)
            if same and told is not None and not is_day(told) and not self._is_way(before, site):
                return told
        return self.carrying.period(i, reading, verb, self.readings)

    def _before_base(self, i: int) -> int:
        """The figure before `i`: 'rose to $5 million from $4 million, $2 million of that from'."""
        j = i - 1
        while j > 0 and self.sites[j].relation in ("comparison", "conversion"):
            j -= 1
        return j if self.sites[j].sentence == self.sites[i].sentence else i - 1

    def _plan(self, before: int | None, site: Site, reading: FigureReading) -> PeriodFinding | None:
        """'will spend $5bn in the 2025 budget year and expects revenue of $4bn': of that year."""
        if before is None or self.sites[before].sentence != site.sentence:
            return None
        told = self.readings[before].period
        whole = self.amounts[before].amount
        if reading.per is not None or site.amount.amount * _LEAST_SHARE < whole:
            return None  # 'and a minimum wage of $5'
        flow = not figure_words("flow_noun").isdisjoint(head_of(reading.measure)[-1:])
        if told is None or not flow or self.timing.between(site, told.range.end):
            return None
        return told if self.carrying.is_plan(told) else None

    def _is_way(self, before: int, site: Site) -> bool:
        """'from a low of $5m last May to $9m': is the figure before where the way began?"""
        gap = self.text[self.amounts[before].end : site.amount.start]
        start = self.amounts[before].start
        if _RANGING.search(self.text[max(start - 40, 0) : start]):
            return False
        return " to " in gap and self.carrying.is_held_against(before)

    def _is_sum(self, reading: FigureReading) -> bool:
        """'revenue fell to $5 million by the end of March': is it summed up over a time?"""
        head = head_of(reading.measure)[-1:]
        sums = figure_words("account") - figure_words("stock_noun")
        return reading.flow is not None or not sums.isdisjoint(head)

    def _is_level(self, site: Site, reading: FigureReading) -> bool:
        """'reserves fell by $1m to $5m in the week ended May 5': what they then were."""
        head = head_of(reading.measure)[-1:]
        level = self.doc[site.before].lower_ in ("to", "at", "of")
        return level and not figure_words("stock_noun").isdisjoint(head)

    def _is_now(self, site: Site, verb: int | None) -> bool:
        """'it now stands at $5 million'."""
        if verb is None or verb > site.first:
            return False
        return any(token.lower_ in _NOW for token in self.doc[max(verb - 1, 0) : site.first])

    def _goes_on(self, reading: FigureReading, verb: int | None) -> bool:
        """Is the figure one of the same account: no rate, no gift, and none that is to come?

        'Exports were $2bn in 2023, leaving a deficit of $1bn', but not '... in 2023, and the
        bank pledged $1bn'.
        """
        if reading.per is not None or verb is None:
            return False
        acts = figure_words("give_verb") | figure_words("spend_verb")
        return self.doc[verb].lower_ not in acts and not self._is_modal(verb)

    def _is_modal(self, verb: int | None) -> bool:
        """'could reach', 'to be offered': what is yet to come?"""
        if verb is None:
            return False
        return any(child.tag_ in ("MD", "TO") for child in self.doc[verb].lefts)

    def _is_aim(self, site: Site, verb: int | None) -> bool:
        """Is the figure one that is aimed at, not one that was reached?"""
        aims = (figure_words("aim_verb") | figure_words("set_verb")) - _LEAVES
        if verb is None or self.doc[verb].lower_ not in aims:
            return False
        # 'brought the fee to $5', but 'fees alone brought $5 million'
        bare = site.before <= verb or self.doc[site.before].lower_ == "in"
        return not (self.doc[verb].lower_ in _BRINGS and bare)

    def _goes_with(self, i: int, site: Site) -> bool:
        """Is it of a list, not what stands behind the base of a comparison?"""
        return self._shares(i, site) and not self.carrying.is_held_against(i - 1)

    def _last(self, i: int, site: Site) -> int | None:
        """The figure before that 'it' and 'the figure' may mean; no conversion."""
        j = i - 1
        while j > max(i - _NEIGHBOURS, 0) and self._leans(j, site):
            j -= 1
        if site.relation == "conversion":
            return i - 1
        if j >= 0 and self.readings[j].parent is not None:
            apart = self.sites[j].sentence != site.sentence
            if apart or self.sites[j].relation == "bracket":
                j = self.readings[j].parent or 0
        if j < 0 or site.first - self.sites[j].last > 150:
            return None
        return j

    def _leans(self, j: int, site: Site) -> bool:
        """Is figure `j` only the one before in another currency, or what that is held against?"""
        relation = self.sites[j].relation
        apart = self.sites[j].sentence != site.sentence
        return relation == "conversion" or (relation == "comparison" and apart)
