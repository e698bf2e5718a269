"""The period of a figure whose own sentence gives none: that of the report it goes on with."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from newsextract.lexicons.figure_words import figure_words
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.figures.grammar import subject_of, verb_above
from newsextract.parsers.figures.sites import Site
from newsextract.parsers.figures.times.events import PLANS
from newsextract.parsers.figures.times.spans import LEANING, is_day
from newsextract.parsers.figures.times.timing import Timing
from newsextract.story import PeriodFinding

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from newsextract.parsers.figures.said import FigureReading

Sort = Literal["flow", "stock", "any"]
"""What is summed up over a stretch of time, or stands on a day; or either."""

_NEIGHBOURS = 8
"""Figures before one that it may go on with."""

_LONG = 350
"""Days of a budget's year."""
_LEAST_PART = 100_000
"""A smaller part of a budget is no part of it but a wage or a price that it sets."""
_AHEAD = 25
"""Tokens behind one of a list in brackets that tell what they are."""

_REACH = 700
"""Characters between the two."""

_SENTENCES = 5
"""How many sentences a report goes on after the one that names its time."""
_NEAR_SENTENCES = 3
"""The same where only an act is told: 'Oslo bought $5 million of fish'."""

_OLD = 900
"""Days before the article after which a time is told as history."""

TOTAL = re.compile(
    r"\b(?:bring|tak)(?:s|es|ing)\b[^.;\n]{0,40}\btotal\b[^.;\n]{0,40}\bto\s+(?:[a-z]+\s+){0,2}$"
)
"""'bringing the total to $5m': of all times."""

_STOP = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])")
_BEHIND_HEAD = word_list("figure_words.tsv", "behind_head")
_PAYS = frozenset("took drew paid collected needed got received imported exported sent".split())
_OWES = frozenset({"owed", "held"})
_MORE = frozenset({"another", "further", "additional", "extra"})
_RANKS = frozenset("led topped headed ranked followed came leading".split())
_OF_TIME = frozenset({"day", "week", "month", "year", "annum"})
_FOLLOWED = re.compile(
    r"\s*(?:\([^)]{0,30}\)\s*)?[,;]?\s*(?:followed\s+by|ahead\s+of|then|and)?\s+[^.;]{0,60}", re.I
)
_HELD_AGAINST = re.compile(
    r"\b(?:against|versus|from|after|than|above|below|surpassing|exceeding|(?:compared|contrasted)\s+with)"
    r"\s+(?:(?!to\b|at\b|by\b)[\w'’-]+\s+){0,4}$"
)
"""'contrasted with the 1985 shortfall of': before what a figure is held against."""
_BESIDE_BASE = re.compile(r"\b(?:below|above|than)\s+(?:the|its|their)\s+(?:[\w'’-]+\s+){0,2}$")
"""'well below the': no bound, but what a figure is held against."""
_NOW = re.compile(r"\b(?:now|currently|so\s+far|to\s+date|at\s+present|a\s+year|annually)\b")


class Carrying:
    """Reads which figures go on with the report of one before them, and its period."""

    def __init__(
        self,
        doc: Doc,
        text: str,
        sites: Sequence[Site],
        timing: Timing,
        anchor: datetime.date | None,
    ) -> None:
        self.doc = doc
        self.text = text
        self.sites = sites
        self.timing = timing
        self.anchor = anchor
        self._led: set[int] = set()
        self.sources: dict[int, int] = {}

    def period(
        self, i: int, reading: FigureReading, verb: int | None, readings: Sequence[FigureReading]
    ) -> PeriodFinding | None:
        """The period of the report that the amount `i` goes on with.

        'Brazil posted a surplus of $6 billion in August. Exports came to $20 billion.'; but no
        loan, pledge, plan or single deal, and nothing that has a time of its own.
        """
        site = self.sites[i]
        led = site.relation in (None, "addition", "bracket") and self._is_led(i, site)
        if not (led or site.relation in (None, "addition")) or self.timing.has_own_time(i):
            return None
        if (reading.per or "").split(" ")[-1] in _OF_TIME:
            return None
        day = self._day(i, site, readings) or self._sale(i, site, reading, readings)
        day = day or self._budget(i, site, reading, readings)
        if day is not None:
            return day
        if self.timing.days.is_share(site):
            return None
        if i and verb is not None and any(t.lower_ == "then" for t in self.doc[verb].lefts):
            apart = "\n" in self.text[self.sites[i - 1].amount.end : site.amount.start]
            return None if apart else readings[i - 1].period  # 'it will then cost $5'
        sort = "any" if led else self._sort(site, reading, verb)
        if sort is None:
            return None
        source = self._source(i, site, sort, reading, readings) or self._told(site, sort)
        if source is None or self._is_history(source):
            return None
        if not led and not self._is_told(site, verb, is_plan=self.is_plan(source)):
            return None
        if led:
            self._led.add(i)
        return source

    def _day(self, i: int, site: Site, readings: Sequence[FigureReading]) -> PeriodFinding | None:
        """'The peso ended at 56': of the day whose market was told of before in the paragraph."""
        days = self.timing.days
        last = readings[i - 1].period if i else None
        if site.relation == "addition" and is_day(last):
            return last
        if not days.is_price(site):
            return None
        for j in range(i - 1, max(i - _NEIGHBOURS, 0) - 1, -1):
            period = readings[j].period
            if "\n" in self.text[self.sites[j].amount.end : site.amount.start]:
                break
            if period and period.kind == "in" and not self.is_held_against(j):
                return period if is_day(period) else None
        told = self.timing.days_before(site)
        any_day = days.is_share(site)
        return next((p for p in told if any_day or days.is_day_of_market(p)), None)

    def _sale(
        self, i: int, site: Site, reading: FigureReading, readings: Sequence[FigureReading]
    ) -> PeriodFinding | None:
        """'Bids came to $5 million': of the sale of paper that was told of before."""
        days = self.timing.days
        if not i or not days.is_sale(site, reading.measure):
            return None
        gap = self.text[self.sites[i - 1].amount.end : site.amount.start]
        if "\n" in gap or len(_STOP.findall(gap)) > _SENTENCES:
            return None
        sold = days.is_sale(self.sites[i - 1], readings[i - 1].measure) or days.is_placed(
            self.sites[i - 1]
        )
        return readings[i - 1].period if sold else None

    def _budget(
        self, i: int, site: Site, reading: FigureReading, readings: Sequence[FigureReading]
    ) -> PeriodFinding | None:
        """'It tabled a budget of $5 billion for 2025. Schools get $9 million': of its year."""
        if reading.per is not None or not i:
            return None
        for j in range(i - 1, max(i - _NEIGHBOURS, 0) - 1, -1):
            whole, period = self.sites[j], readings[j].period
            if "\n" in self.text[whole.amount.end : site.amount.start]:
                return None
            if period is None or period.start is None or period.end is None:
                continue
            if self.is_held_against(j):
                continue  # 'compared with $4 billion in 2024'
            sentences = self.doc[whole.sentence[0] : whole.sentence[1]]
            told = any(token.lower_ in PLANS for token in sentences)
            long = (period.end - period.start).days > _LONG
            least = whole.amount.amount / _LEAST_PART
            same = whole.amount.code == site.amount.code
            return period if told and long and same and site.amount.amount > least else None
        return None

    def _told(self, site: Site, sort: Sort) -> PeriodFinding | None:
        """'Gas exports fell in January. Customs put their value at $5 million': of that month."""
        period = self.timing.told_before(site)
        if period is None or not _is_of_sort(period, sort):
            return None
        span = self.doc.char_span(*period.range, alignment_mode="expand")
        verb = None if span is None else verb_above(span.root)
        tells = figure_words("level_verb") | figure_words("trade_verb") | figure_words("earn_verb")
        return period if verb is not None and verb.lower_ in tells else None

    def _source(
        self,
        i: int,
        site: Site,
        sort: Sort,
        reading: FigureReading,
        readings: Sequence[FigureReading],
    ) -> PeriodFinding | None:
        """The period of the nearest figure of that sort before `i` in its paragraph."""
        for j in range(i - 1, max(i - _NEIGHBOURS, 0) - 1, -1):
            before, period = self.sites[j], readings[j].period
            gap = self.text[before.amount.end : site.amount.start]
            stops = len(_STOP.findall(gap.rstrip()))
            if "\n" in gap:
                stops += 2
            if len(gap) > _REACH or stops > _SENTENCES:
                return None
            if stops > _NEAR_SENTENCES and not self._is_of_statistics(reading):
                return None
            if period is None or before.relation == "conversion":
                continue
            if self.text[slice(*period.range)].endswith(LEANING):
                continue  # 'from a loss of $2 million a year earlier'
            whole = j - (j > 0 and readings[j - 1].period is period)  # '$388m, or $1 a share'
            start = self.sites[whole].amount.start
            lead = self.text[max(start - 100, 0) : start]
            if self.is_held_against(whole) or TOTAL.search(lead):
                continue
            part = readings[j].flow == "total" and reading.flow in ("exports", "imports")
            if part and self._exceeds(site, before):
                continue
            if sort == "stock" and period.kind == "at":
                period = replace(period, start=period.end)
            if not _is_of_sort(period, sort) or is_day(period):
                continue
            self.sources[i] = j
            return (
                None
                if figure_words("single_noun").intersection(head_of(readings[j].measure))
                else period
            )
        return None

    def _is_of_statistics(self, reading: FigureReading) -> bool:
        nouns = figure_words("flow_noun") | figure_words("stock_noun")
        head = head_of(reading.measure)[-1:]
        return reading.flow is not None or not nouns.isdisjoint(head)

    def _exceeds(self, site: Site, before: Site) -> bool:
        """Is an amount more than a total: 'Trade with Chad was $5 million. Imports were $9m'?"""
        same = site.amount.code == before.amount.code
        return same and site.amount.amount > before.amount.amount

    def is_held_against(self, j: int) -> bool:
        """Is the amount `j` only what another is held against?"""
        amount = self.sites[j].amount.start
        start = self.doc[self.sites[j].before + 1].idx
        before = self.text[max(start - 60, 0) : start]
        if _BESIDE_BASE.search(self.text, max(start - 60, amount - 120, 0), amount):
            return True
        return self.sites[j].relation == "comparison" or bool(_HELD_AGAINST.search(before))

    def _sort(self, site: Site, reading: FigureReading, verb: int | None) -> Sort | None:
        """Is it a figure of a report: a noun of statistics with a verb of level or movement?"""
        if verb is None:
            listed = reading.measure and self.doc[site.before].text == ":"
            return "flow" if listed else None  # 'Coffee: $5 million. Tea: $2 million.'
        words, token = head_of(reading.measure), self.doc[verb]
        if token.lower_ in _OWES:
            return "stock"
        more = not _MORE.isdisjoint(t.lower_ for t in self.doc[site.before : site.first])
        if more and token.lower_ in figure_words("part_verb") | figure_words("level_verb"):
            return "flow"  # 'Fees brought in another $5 million'
        ranks = token.lower_ in _RANKS and self.doc[site.before].lower_ == "with"
        if ranks or self._goes_to(site, token):
            return "flow"
        subject = subject_of(token)
        if (
            reading.is_guess
            or not words
            or not (self._is_level(site, token) or self._is_beside(site))
        ):
            return self._part(token, subject)
        head = words[-1]
        if head in figure_words("stock_noun") and head not in figure_words("flow_noun"):
            return "stock"
        if head in figure_words("flow_noun"):
            return "flow"
        if reading.flow is not None or reading.change is not None:
            return "flow"
        return "flow" if words[0] == "average" else self._part(token, subject)

    def _is_level(self, site: Site, verb: Token) -> bool:
        """Does the verb tell a level: 'came to', 'brought in', 'taking X to', 'was cut to'?"""
        levels = figure_words("level_verb") | figure_words("plan_verb") | figure_words("part_verb")
        if verb.lower_ in levels:
            return True
        cut = verb.tag_ == "VBN" and self.doc[site.before].lower_ == "to"
        return verb.lower_ in figure_words("set_verb") and (verb.tag_ == "VBG" or cut)

    def _part(self, verb: Token, subject: Token | None) -> Sort | None:
        """'Oil alone brought $5 million': a part of what was reported."""
        if self._is_act_of_account(verb):
            return "flow"
        if verb.lower_ not in figure_words("part_verb") or subject is None:
            return None
        alone = any(t.lower_ == "alone" for t in self.doc[subject.i : verb.i])
        for_which = verb.lower_ == "accounted" or (
            verb.lower_ == "made" and self.doc[verb.i + 1].lower_ == "up"
        )
        goods = subject.lower_ in figure_words("goods") | figure_words("flow_noun")
        return "flow" if alone or for_which or goods else None

    def _goes_to(self, site: Site, verb: Token) -> bool:
        """'Less than $5 million went to Chad': a part of what was given or sold."""
        if verb.lower_ != "went" or verb.i < site.last:
            return False
        return any(c.lower_ in ("to", "into", "through") for c in verb.rights)

    def _is_act_of_account(self, verb: Token) -> bool:
        """'Tourists spent $5 million', 'mines paid $5 million': a flow that someone acts."""
        acts = figure_words("spend_verb") | figure_words("earn_verb") | figure_words("trade_verb")
        return verb.tag_ == "VBD" and (verb.lower_ in acts or verb.lower_ in _PAYS)

    def _is_beside(self, site: Site) -> bool:
        """'The deficit, at $5 million, will be covered by loans'."""
        return self.doc[site.before].lower_ == "at" and self.doc[site.before - 1].text == ","

    def _is_led(self, i: int, site: Site) -> bool:
        """'Chile was the largest source with $5 million, followed by Peru, $3 million'."""
        if i - 1 in self._led and self.sites[i - 1].sentence == site.sentence:
            gap = self.text[self.sites[i - 1].amount.end : site.amount.start]
            if _FOLLOWED.fullmatch(gap):
                return True
        for k in range(site.before, site.sentence[0], -1):
            if self.doc[k].lower_ in figure_words("leader_noun"):
                return self._is_leader(k)
            if self.doc[k].text == ";":
                break
        if self.doc[site.before].text != "(":
            return False
        # 'Chad ($5 million) and Mali ($2 million) were the main sources'
        ahead = range(site.last, min(site.last + _AHEAD, site.sentence[1]))
        return any(
            self.doc[k].lower_ in figure_words("leader_noun") and self._is_leader(k) for k in ahead
        )

    def _is_leader(self, k: int) -> bool:
        leads = figure_words("leader")
        return any(t.lower_ in leads for t in self.doc[max(k - 3, 0) : k])

    def _is_told(self, site: Site, verb: int | None, *, is_plan: bool) -> bool:
        """Is it told as what was, or, in a plan or forecast, as what will be?"""
        if verb is None:
            return True
        start = self.doc[max(min(verb, site.first) - 1, site.sentence[0])].idx
        if _NOW.search(self.text, start, site.amount.end + 12):
            return False
        token = self.doc[verb]
        helpers = {child.tag_ for child in token.lefts if child.dep_ in ("aux", "auxpass")}
        past = token.tag_ in ("VBD", "VBN", "VBG") and not helpers & {"MD", "TO", "VBP", "VBZ"}
        puts = token.tag_ == "VBD" and any(child.dep_ == "dobj" for child in token.rights)
        told = past and (puts or token.lower_ not in figure_words("plan_verb"))
        return told or is_plan or self._is_beside(site)

    def is_plan(self, source: PeriodFinding) -> bool:
        """Does a period end only after the day of the article?"""
        return self.anchor is not None and source.end is not None and source.end > self.anchor

    def _is_history(self, source: PeriodFinding) -> bool:
        if self.anchor is None or source.end is None:
            return False
        return (self.anchor - source.end).days > _OLD


def _is_of_sort(period: PeriodFinding, sort: Sort) -> bool:
    return sort == "any" or (period.start != period.end) == (sort == "flow")


def head_of(measure: str | None) -> list[str]:
    """The words of a measure up to its head: 'net interest income from loans' -> three."""
    words = (measure or "").lower().replace("-", " ").split()
    for i, word in enumerate(words):
        if i and word in _BEHIND_HEAD and word != "and":  # 'oil and gas revenues'
            return words[:i]
    return words
