"""How the figures of a story hang together, one after the other."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.amounts import Amount
from newsextract.parsers.figures.changes import find_changes
from newsextract.parsers.figures.flows import flow_of_phrase, flow_of_verb
from newsextract.parsers.figures.measures import Measures
from newsextract.parsers.figures.phrases import Phrases
from newsextract.parsers.figures.roles import find_roles
from newsextract.parsers.figures.sites import Site, find_sites
from newsextract.parsers.figures.timing import Timing, whole_year
from newsextract.record import Bound, Flow
from newsextract.story import ChangeFinding, PeriodFinding, Range

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(slots=True)
class FigureReading:
    """What a sentence says of an amount, beside its value."""

    bound: Bound = "exact"
    measure: str | None = None
    is_guess: bool = False
    flow: Flow | None = None
    period: PeriodFinding | None = None
    per: str | None = None
    change: ChangeFinding | None = None
    parent: int | None = None
    giver: Range | None = None
    receiver: Range | None = None


_PARTS = re.compile(
    r"^[^.;]{0,60}\b(?:comprising|including|consisting\s+of|made\s+up\s+of|of\s+which|of\s+that|"
    r"which\s+includes?|includes|comprises)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_THE_ONE = re.compile(r",?\s+(?:and|while|but)\s+the\s+(?:one|other)\b[^.;]{0,60}\bat\s+")
_GAPPED = re.compile(r",?\s+(?:and\s+)?(?:[A-Z][\w.-]*\s+){1,3}(?:another\s+|some\s+|about\s+)?")
"""Between the amounts of a list that leaves out the verb: ', Rome '."""
_NEXT_PART = re.compile(r"^[^.;]{0,60}(?:,|\band|\bplus)\s[^.;]{0,40}$", re.IGNORECASE)

_NEIGHBOURS = 12
"""Figures before and behind that one may have to do with."""

_CHANGE_REACH = 120
"""Characters that a change may be away from its amount."""


def read_structure(
    doc: Doc,
    text: str,
    amounts: Sequence[Amount],
    anchor: datetime.date | None,
    country: str | None,
    body: int = 0,
) -> list[FigureReading]:
    """What is said of each of `amounts`.

    Args:
        doc: the parse of `text`.
        text: the clean text.
        amounts: its amounts, in order, with the currencies that were decided.
        anchor: the day of the article.
        country: the country of its dateline.
        body: the offset at which the story begins, behind its dateline.
    """
    structure = _Structure(doc, text, amounts, anchor, country)
    structure.body = body
    return structure.read()


class _Structure:
    def __init__(
        self,
        doc: Doc,
        text: str,
        amounts: Sequence[Amount],
        anchor: datetime.date | None,
        country: str | None,
    ) -> None:
        self.doc = doc
        self.amounts = amounts
        self.sites = find_sites(doc, text, amounts)
        spoken = {i for site in self.sites for i in range(site.first, site.last)}
        self.measures = Measures(doc, Phrases(doc, spoken))
        self.timing = Timing(doc, text, self.sites, anchor, country)
        self.text = text
        self.body = 0
        self.readings: list[FigureReading] = []

    def read(self) -> list[FigureReading]:
        for i, site in enumerate(self.sites):
            self.readings.append(self._reading(i, site))
        for i in range(len(self.sites) - 2, -1, -1):
            self._share(i)
        return self.readings

    def _share(self, i: int) -> None:
        """'Oslo gave $5 million and Rome $2 million for clinics': what the last of a list is of."""
        here, behind = self.sites[i], self.sites[i + 1]
        reading, other = self.readings[i], self.readings[i + 1]
        if reading.measure or other.is_guess or here.sentence != behind.sentence:
            return
        gap = self.text[here.amount.end : behind.amount.start]
        if _GAPPED.fullmatch(gap):
            reading.measure = other.measure
            reading.flow = reading.flow or other.flow

    def _reading(self, i: int, site: Site) -> FigureReading:
        follows = i > 0 and self.sites[i - 1].sentence == site.sentence
        found = self.measures.measure(site, follows=follows)
        last = self._last(i, site)
        again = i > 0 and _THE_ONE.fullmatch(
            self.text, self.amounts[i - 1].end, self.amounts[i].start
        )
        if again:
            # 'one is put at $5 million, and the one in the north at $2 million'
            found = found._replace(text=None, is_same=True)
            site = replace(site, bound=self.readings[i - 1].bound)
        reading = FigureReading(bound=site.bound, per=site.rate.per if site.rate else None)
        trade = self._trade(i, site)
        same = self.readings[last] if found.is_same and last is not None else None
        reading.measure = found.text
        reading.is_guess = found.is_guess
        reading.flow = flow_of_phrase(found.text, in_trade=trade is not None)
        if same is not None:
            reading.measure = reading.measure or same.measure
            reading.flow = reading.flow or same.flow
        elif site.relation == "comparison" and last is not None:
            reading.flow = reading.flow or self.readings[last].flow
        if found.text and found.text.endswith(" ones") and last is not None:
            self._mirror(reading, self.readings[last])
        if reading.flow is None and found.text:
            reading.flow = flow_of_verb(self.doc, site.sentence[0], site.first, found.verb)
        if trade is not None and reading.flow in ("exports", "imports"):
            reading.parent = trade
        elif reading.parent is None:
            reading.parent = self._whole(i, site)
        if site.relation == "conversion":
            before = self.readings[i - 1]
            reading.per = reading.per or before.per
            reading.parent = self._same_currency(before.parent, i)
        if site.relation in (None, "addition"):
            reading.change = self._change(i, site)
        reading.period = self._period(i, site, reading, found.verb)
        if last is not None and self.measures.is_part_of_last(site):
            # 'Oil accounted for $2 billion of that amount.'
            reading.flow = reading.flow or self.readings[last].flow
            if reading.period is None and not self.timing.in_sentence(site):
                reading.period = self.readings[last].period
        if reading.parent is not None and self._is_of_other_time(site, reading):
            reading.parent = None
        reading.giver, reading.receiver = find_roles(self.doc, site, found.verb, self.body)
        return reading

    def _change(self, i: int, site: Site) -> ChangeFinding | None:
        """The change that the sentence gives for this amount: the nearest that is free."""
        first, past = self.doc[site.sentence[0]], self.doc[site.sentence[1] - 1]
        start = max(first.idx, site.amount.start - 2 * _CHANGE_REACH)
        end = min(past.idx + len(past), site.amount.end + 2 * _CHANGE_REACH)
        near = range(max(i - _NEIGHBOURS, 0), min(i + _NEIGHBOURS, len(self.sites)))
        taken = {r.change.range for r in self.readings[near.start :] if r.change is not None}
        nearest, least = None, _CHANGE_REACH
        for change in find_changes(self.text, start, end, self.timing.in_sentence(site)):
            low, high = sorted((change.range, (site.amount.start, site.amount.end)))
            distance = high[0] - low[1]
            between = any(
                low[1] <= self.amounts[k].start < high[0]
                for k in near
                if k != i and self.sites[k].relation in (None, "addition")
            )
            if change.range not in taken and distance < least and not between:
                nearest, least = change, distance
        return nearest

    def _same_currency(self, total: int | None, i: int) -> int | None:
        """The total in the currency of figure `i`: the total itself, or its conversion."""
        if total is None:
            return None
        for j in (total, total + 1):
            converted = j == total or self.sites[j].relation == "conversion"
            if j < i and converted and self.amounts[j].code == self.amounts[i].code:
                return j
        return None

    def _is_of_other_time(self, site: Site, reading: FigureReading) -> bool:
        """Has a part that stands in another sentence than its total another period, too?"""
        total = reading.parent or 0
        if self.sites[total].sentence == site.sentence or reading.period is None:
            return False
        whole = self.readings[total].period
        return whole is None or (whole.start, whole.end) != (
            reading.period.start,
            reading.period.end,
        )

    def _whole(self, i: int, site: Site) -> int | None:
        """The total that 'comprising', 'including' or 'of which' before this part speaks of."""
        j = i - 1
        while j >= 0 and self.sites[j].relation == "conversion":
            j -= 1
        if j < 0 or self.sites[j].sentence != site.sentence:
            return None
        gap = self.text[self.amounts[j].end : self.amounts[i].start]
        total = j if _PARTS.search(gap) else None
        if total is None and self.readings[j].parent is not None and _NEXT_PART.search(gap):
            total = self.readings[j].parent
        if total is None:
            return None
        whole, part = self.amounts[total], self.amounts[i]
        fits = whole.code == part.code and part.amount < whole.amount
        return total if fits and site.relation != "comparison" else None

    def _mirror(self, reading: FigureReading, before: FigureReading) -> None:
        """'Russian supplies accounted for $16bn, Indian ones for $1bn': the other way."""
        noun = (before.measure or "").split(" ")[-1]
        if reading.measure and noun:
            reading.measure = f"{reading.measure.removesuffix(' ones')} {noun}"
        if before.flow in ("exports", "imports"):
            reading.flow = "imports" if before.flow == "exports" else "exports"

    def _period(
        self, i: int, site: Site, reading: FigureReading, verb: int | None
    ) -> PeriodFinding | None:
        if site.relation == "conversion":
            return self.readings[i - 1].period
        found = self.timing.period(i)
        if found is not None and found.kind == "at" and reading.flow is not None:
            found = whole_year(found)
        if found is not None:
            return found
        if reading.parent is not None:
            return self.readings[reading.parent].period
        # 'Exports rose to $2bn in 2023, while imports fell to $1bn.'
        before = self._last(i, site)
        while before is not None and before > 0 and self.sites[before].relation == "comparison":
            before -= 1
        if before is not None and reading.flow and site.relation is None:
            same = self.sites[before].sentence == site.sentence
            if self._is_aim(verb):
                return None
            if same and self.readings[before].flow:
                return self.readings[before].period
        return None if self._is_aim(verb) else self._carried(i, site, reading)

    def _is_aim(self, verb: int | None) -> bool:
        """Is the figure one that is aimed at, not one that was reached?"""
        aims = figure_words("aim_verb") | figure_words("set_verb")
        return verb is not None and self.doc[verb].lower_ in aims

    def _carried(self, i: int, site: Site, reading: FigureReading) -> PeriodFinding | None:
        """'Trade reached $9bn in 2023. Exports rose 3% to $5bn.': that of the sentence before."""
        if i == 0 or site.relation is not None or self.timing.in_sentence(site):
            return None
        before, last = self.readings[i - 1], self.sites[i - 1]
        grows = reading.change is not None or reading.flow is not None
        follows = last.sentence[1] == site.sentence[0] or last.sentence == site.sentence
        apart = "\n" in self.text[last.amount.end : site.amount.start]
        if not (grows and follows) or apart or before.flow is None or last.relation == "comparison":
            return None
        return before.period

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

    def _trade(self, i: int, site: Site) -> int | None:
        """The total of trade that exports and imports near it are a part of."""
        for j in range(i - 1, max(i - 6, -1), -1):
            if site.first - self.sites[j].last > 120:
                break
            if self.readings[j].flow == "total" and self.sites[j].relation != "conversion":
                total, part = self.amounts[j], self.amounts[i]
                if total.code == part.code and part.amount <= total.amount:
                    return j
                break
        return None
