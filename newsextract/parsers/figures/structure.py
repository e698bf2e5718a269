"""How the figures of a story hang together, one after the other."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsextract.parsers.figures.amounts import Amount
from newsextract.parsers.figures.flows import flow_of_phrase, flow_of_verb
from newsextract.parsers.figures.measures import Measures
from newsextract.parsers.figures.phrases import Phrases
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
    flow: Flow | None = None
    period: PeriodFinding | None = None
    per: str | None = None
    change: ChangeFinding | None = None
    parent: int | None = None
    giver: Range | None = None
    receiver: Range | None = None


_NEAR = 3
"""Sentences that 'the figure' and a part may be away from what they speak of."""


def read_structure(
    doc: Doc,
    text: str,
    amounts: Sequence[Amount],
    anchor: datetime.date | None,
    country: str | None,
) -> list[FigureReading]:
    """What is said of each of `amounts`.

    Args:
        doc: the parse of `text`.
        text: the clean text.
        amounts: its amounts, in order, with the currencies that were decided.
        anchor: the day of the article.
        country: the country of its dateline.
    """
    return _Structure(doc, text, amounts, anchor, country).read()


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
        self.measures = Measures(doc, Phrases(doc))
        self.timing = Timing(doc, text, self.sites, anchor, country)
        self.readings: list[FigureReading] = []

    def read(self) -> list[FigureReading]:
        for i, site in enumerate(self.sites):
            self.readings.append(self._reading(i, site))
        return self.readings

    def _reading(self, i: int, site: Site) -> FigureReading:
        found = self.measures.measure(site)
        last = self._last(i, site)
        reading = FigureReading(bound=site.bound, per=site.rate.per if site.rate else None)
        trade = self._trade(i, site)
        same = self.readings[last] if found.is_same and last is not None else None
        reading.measure = found.text
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
        if site.relation == "conversion":
            before = self.readings[i - 1]
            reading.per = reading.per or before.per
            reading.parent = before.parent
        reading.period = self._period(i, site, reading)
        return reading

    def _mirror(self, reading: FigureReading, before: FigureReading) -> None:
        """'Russian supplies accounted for $16bn, Indian ones for $1bn': the other way."""
        noun = (before.measure or "").split(" ")[-1]
        if reading.measure and noun:
            reading.measure = f"{reading.measure.removesuffix(' ones')} {noun}"
        if before.flow in ("exports", "imports"):
            reading.flow = "imports" if before.flow == "exports" else "exports"

    def _period(self, i: int, site: Site, reading: FigureReading) -> PeriodFinding | None:
        if site.relation == "conversion":
            return self.readings[i - 1].period
        found = self.timing.period(i)
        if found is not None and found.kind == "at" and reading.flow is not None:
            found = whole_year(found)
        if found is None and reading.parent is not None:
            return self.readings[reading.parent].period
        return found

    def _last(self, i: int, site: Site) -> int | None:
        """The figure before that 'it' and 'the figure' may mean; no conversion."""
        j = i - 1
        while j > 0 and self._leans(j, site):
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
