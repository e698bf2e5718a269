"""How the figures of a story hang together, one after the other."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.amounts import Amount
from newsextract.parsers.figures.changes import find_changes
from newsextract.parsers.figures.flows import (
    flow_of_label,
    flow_of_phrase,
    flow_of_trade,
    flow_of_verb,
)
from newsextract.parsers.figures.measures.labels import Measure
from newsextract.parsers.figures.roles import find_roles
from newsextract.parsers.figures.said import FigureReading
from newsextract.parsers.figures.sites import Site
from newsextract.parsers.figures.times.account_times import AccountTimes
from newsextract.parsers.figures.times.carrying import head_of
from newsextract.record import Flow
from newsextract.story import ChangeFinding

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PARTS = re.compile(
    r"^[^.;]{0,60}\b(?:comprising|including|consisting\s+of|made\s+up\s+of|of\s+which|of\s+that|"
    r"which\s+includes?|includes|comprises)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_THE_ONE = re.compile(r",?\s+(?:and|while|but)\s+the\s+(?:one|other)\b[^.;]{0,60}\bat\s+")
_GAPPED = re.compile(r",?\s+(?:and\s+)?(?:[A-Z][\w.-]*\s+){1,3}(?:another\s+|some\s+|about\s+)?")
"""Between the amounts of a list that leaves out the verb: ', Rome '."""
_NEXT_PART = re.compile(r"^[^.;]{0,60}(?:,|\band|\bplus)\s[^.;]{0,40}$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])")
_AMONG = re.compile(r"\b(?:among\s+(?:them|which|these)|of\s+(?:which|that|this|it))\b")
"""Before a part that may have another time than its whole."""
_EXPERTS = frozenset(
    "analysts economists markets traders investors experts brokers forecasters".split()
)
_SEEKS = frozenset("sought asked demanded wanted requested".split())
_GIVEN = ("topic_noun", "help", "single_noun", "to_fund")
_TRADES = frozenset({"bought", "sold", "purchased", "imported", "exported", "shipped"})
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
    return _Structure(doc, text, amounts, anchor, country, body).read()


class _Structure(AccountTimes):
    def read(self) -> list[FigureReading]:
        for i, site in enumerate(self.sites):
            self.readings.append(self._reading(i, site))
        for i in range(len(self.sites) - 2, -1, -1):
            self._share(i)
            self._share_period(i)
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

    def _share_period(self, i: int) -> None:
        """'$5 million from fees and $2 million from fines last year': that of both."""
        reading, other = self.readings[i], self.readings[i + 1]
        if other.period and self.measures.is_shared_out(self.sites[i + 1]):
            if other.period.range.start > self.amounts[i + 1].end:
                reading.period = other.period  # 'a loss of $5m, or $3 a share, in 2022'
        elif reading.period is None and other.period is not None:
            behind = other.period.range.start > self.amounts[i + 1].end
            words = self.text[slice(*other.period.range)]
            base = words.endswith(("earlier", "before", "ago"))
            base = base or self._is_whole(self.sites[i])  # 'Of the $5m given in 2022, $2m'
            gap = self.text[self.amounts[i].end : self.amounts[i + 1].start]
            base = base or bool(_AMONG.search(gap))
            added = self._is_added(i + 1, self.sites[i + 1])
            if behind and not base and (added or self._shares(i + 1, self.sites[i + 1])):
                reading.period = other.period
            elif self._is_inside(i):
                reading.period = other.period  # 'Sales, including $5 million of tea, were'

    def _reading(self, i: int, site: Site) -> FigureReading:
        follows = i > 0 and self.sites[i - 1].sentence == site.sentence
        found = self.measures.measure(site, follows=follows)
        last = self._last(i, site)
        again = i > 0 and _THE_ONE.fullmatch(
            self.text, self.amounts[i - 1].end, self.amounts[i].start
        )
        if not again and found.text is None and self._shares(i, site):
            found = found._replace(is_same=True)
        if self._gives_too(i, site, found):
            found = found._replace(is_same=True)
        if follows and self._is_expected(i, found.text):
            found = found._replace(text=None, is_same=True)
        if again:
            # 'one is put at $5 million, and the one in the north at $2 million'
            found = found._replace(text=None, is_same=True)
            site = replace(site, bound=self.readings[i - 1].bound)
        reading = FigureReading(bound=site.bound, per=site.rate.per if site.rate else None)
        trade = self._trade(i, site)
        if last is not None and found.is_same and self._is_aim(site, found.verb):
            whole = self.readings[last].parent  # 'aiming for $9 billion' of the whole
            last = last if whole is None else whole
        same = self.readings[last] if found.is_same and last is not None else None
        reading.measure = found.text
        reading.is_guess = found.is_guess
        reading.flow = flow_of_label(self.text, self.doc[site.before + 1].idx) or flow_of_phrase(
            found.text, in_trade=trade is not None
        )
        if same is not None:
            reading.measure = reading.measure or same.measure
            # 'sold goods worth $5 million and bought $2 million': not the same way
            if not self._is_trade(found.verb):
                reading.flow = reading.flow or same.flow
        elif site.relation == "comparison" and last is not None:
            reading.flow = reading.flow or self.readings[last].flow
        if found.text and found.text.endswith(" ones") and last is not None:
            self._mirror(reading, self.readings[last])
        if reading.flow is None and reading.per is None:
            reading.flow = flow_of_trade(self.doc, site, found.verb)
        if reading.flow is None and found.text and reading.per is None:
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
        if last is not None and self.measures.same.is_part_of_last(site):
            # 'Oil accounted for $2 billion of that amount.'
            reading.flow = reading.flow or self.readings[last].flow
        source = self.carrying.sources.get(i)
        if source is not None and reading.period is not None and reading.measure is None:
            # 'Exports were $5 million in May. Oslo took $2 million.'
            reading.measure = self.readings[source].measure
        if reading.flow is None and reading.per is None:
            reading.flow = self._flow_of_whole(i, reading, source)
        part = last is not None and self.measures.same.is_part(site)
        if last is not None and part and reading.period is None:
            dated = self.timing.in_sentence(site)
            reading.period = None if dated else self.readings[last].period
        if reading.parent is not None and self._is_of_other_time(site, reading):
            reading.parent = None
        reading.giver, reading.receiver = find_roles(self.doc, site, found.verb, self.body)
        return reading

    def _gives_too(self, i: int, site: Site, found: Measure) -> bool:
        """'Oslo pledged $5 million for clinics. Rome offered $2 million.': for the same."""
        if found.text is not None or found.is_same or found.verb is None or not i:
            return False
        gap = self.text[self.sites[i - 1].amount.end : site.amount.start]
        if site.rate is not None or "\n" in gap or len(_SENTENCE_END.findall(gap)) > 1:
            return False
        verb = self.doc[found.verb].lower_
        if verb in _SEEKS:
            return True  # 'They had asked for $5 million.'
        gave = self.measures.clauses.verb(self.sites[i - 1])
        gives = figure_words("give_verb")
        if verb not in gives or gave is None or gave.lower_ not in gives:
            return False
        head = head_of(self.readings[i - 1].measure)[-1:]
        return bool(head) and any(head[0] in figure_words(name) for name in _GIVEN)

    def _flow_of_whole(self, i: int, reading: FigureReading, source: int | None) -> Flow | None:
        """'Exports came to $5 million. Copper brought in $2 million': the goods' way."""
        if source is None and i > 0 and self.sites[i - 1].sentence == self.sites[i].sentence:
            source = i - 1 if reading.period is self.readings[i - 1].period else None
        if source is None or reading.period is None:
            return None
        goods = figure_words("goods").intersection(head_of(reading.measure))
        same = reading.measure == self.readings[source].measure
        return self.readings[source].flow if goods or same else None

    def _is_expected(self, i: int, measure: str | None) -> bool:
        """'sales of $5 million, below the $6 million analysts had expected': of the same."""
        head = head_of(measure)[-1:]
        return self.timing.is_foreseen(i) and (
            not head or not figure_words("agent_head").isdisjoint(head) or head[0] in _EXPERTS
        )

    def _is_trade(self, verb: int | None) -> bool:
        return verb is not None and self.doc[verb].lower_ in _TRADES

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

    def _trade(self, i: int, site: Site) -> int | None:
        """The total of trade that exports and imports near it are a part of."""
        for j in range(i - 1, max(i - 6, -1), -1):
            if site.first - self.sites[j].last > 120:
                break
            relation = self.sites[j].relation
            if self.readings[j].flow == "total" and relation not in ("conversion", "comparison"):
                total, part = self.amounts[j], self.amounts[i]
                if total.code == part.code and part.amount <= total.amount:
                    return j
                break
        return None
