"""Is a period the time of an act or event, not the time that a figure holds for?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsextract.lexicons.cues import reporting_verbs
from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.grammar import is_verb, verb_above
from newsextract.parsers.figures.sites import Site
from newsextract.periods import PeriodFinding

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_OPENING = 3
"""Tokens before a period that opens its sentence: 'But in 2023'."""

_MONTH = 31
"""Days of the longest month."""

_BESIDE_NOUN = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
_AS_EARLY = re.compile(r"\bas\s+(?:early|late|recently|far\s+back)\s+as\s+$")
_FOR_SPAN = re.compile(
    r"\bfor\s+(?:the|a)\s+(?:[a-z]+\s+)?(?:fortnight|week|month|quarter|season|period|year)\s+"
    r"(?:(?:from|beginning|starting|ending|ended|between)\s+)?$"
)
"""'cut the price to $5 for the fortnight from June 1 to June 15'."""
_RECORD = re.compile(
    r"\b(?:touch(?:ed|ing)|from|below|above|than|off|under|beat(?:ing)?|surpass(?:ed|ing))\s+(?:an?|the|its"
    r"|their)\s+(?:\w+\s+)?(?:record|all-time|high)\s+(?:\w+\s+)?(?:of\s+)?$",
    re.I,
)
_PROMISED = frozenset(
    "pledged promised approved committed offered allocated earmarked awarded granted".split()
)
PLANS = frozenset({"budget", "budgets"})
"""What says in one year what another's spending and revenue will be."""
_RATES = frozenset({"percent", "pct", "%", "cent", "points", "times"})
"""What something rose or fell by, and no thing that was set: 'widened 5 pct to'."""
_AFTERMATH = frozenset("after following despite amid before because".split())


def is_of_event(
    doc: Doc, text: str, period: PeriodFinding, site: Site, measure: frozenset[str]
) -> bool:
    """Is `period` the time of an act ('approved in September 2023'), not of the figure at `site`?

    `measure` are the words of what the figure is of, in small letters.
    """
    span = doc.char_span(*period.range, alignment_mode="expand")
    if span is None:
        return False
    token = span.root if span.root.tag_ != "DT" else span[-1]  # 'a 2025' budget
    if token.head.lower_ == "period" and token.dep_ in _BESIDE_NOUN:
        token = token.head  # 'in the July-November period'
    noun = token.head
    plan = token if token.lower_ in PLANS else noun
    bill = plan.lower_ == "bill" and doc[plan.i - 1].lower_ in ("finance", "budget", "spending")
    if (bill or plan.lower_ in PLANS) and token.dep_ not in ("nsubj", "nsubjpass"):
        # 'adopted a 2025 budget of', 'will be paid from the 2025 budget'
        link = doc[max(plan.left_edge.i - 1, 0)].lower_
        if plan.i < site.first or link in ("from", "in", "under"):
            return False
        if link in ("on", "over", "than", "against"):
            return True
    sold = not figure_words("auction").isdisjoint((noun.lower_, noun.head.lower_))
    if token.dep_ in _BESIDE_NOUN and sold:
        return False  # 'sold $5 million of bills at its June auction'
    if _is_adjunct(doc, token):
        return False
    beside = token.dep_ in _BESIDE_NOUN and not _is_before_name(doc, span)
    if beside and noun.tag_.startswith("N") and noun.i > token.i:
        # 'first-quarter profit of $5 million', but 'after last year's drought'
        inside = noun.left_edge.i <= site.first <= noun.right_edge.i
        inside = inside or (noun.head.i == site.last and noun.head.lower_ == "of")
        return not inside and noun.lower_ not in measure
    if token.dep_ in ("nsubj", "nsubjpass") and noun == verb_above(doc[site.last - 1]):
        return False  # 'December alone brought $5 million'
    if token.head.lower_ == "for":
        return False  # 'approved a budget for 2024'
    before = text[max(period.range.start - 40, 0) : period.range.start]
    if _FOR_SPAN.search(before):
        return False
    if _AS_EARLY.search(before):
        return True
    if _is_of_record(text, period, site):
        return True
    for _ in range(4):
        if token.head.i == token.i:
            return False
        token = token.head
        if token.lower_ in _AFTERMATH and token.tag_ == "IN" and token.i >= site.last:
            return True  # 'ran to $5 million following the default of 2022'
        if is_verb(token):
            if _is_beyond_colon(doc, token, span.start):
                return False
            if token.lower_ == "set":
                parts = [child.lower_ for child in token.children if child.dep_ == "prt"]
                return bool(parts) and (parts != ["aside"] or _is_short(period))
            apart = not token.left_edge.i <= site.first <= token.right_edge.i
            if period.range.start > site.amount.end:
                owned = token.dep_ == "relcl" and site.first <= token.head.i < site.last
                if owned and _is_paid(token):
                    return False  # 'down from the $5 million it gave in 2019'
                # '$5 million for seizing a mine in 2011', but '$5 million earned in 2011'
                if apart and token.i > site.last and token.tag_ != "VBN":
                    return not _is_outlay(doc, token, site)
                if _is_deal(doc, token, site):
                    return True  # 'a boat bought for $5 million in 2019'
                if _is_before_noun(doc, site, token):
                    return True
                # 'the bridge, which will cost $5 million, will be ready in 2027'
                own = verb_above(doc[site.last - 1])
                if token.i > site.last and own is not None and own.i < site.first:
                    return True
            elif apart:
                return not _is_summed_up(
                    doc, token, site
                )  # 'the charge, introduced in January, amounts to'
            elif (
                token.lower_ in reporting_verbs()
                and token.i < site.first
                and (token.i < span.start or span.start - site.sentence[0] >= _OPENING)
            ):
                return True  # 'the office reported last month that exports had reached'
            acts = (
                _is_short(period)
                and period.kind != "at"
                and period.start != period.end
                and (_is_act(token, site) or _is_to_come(token))
            )
            return acts or token.lower_ in figure_words("event_verb")
    return False


def _is_adjunct(doc: Doc, token: Token) -> bool:
    """'In 2022 migrants sent home': a year that was taken for the number of what is behind it."""
    if token.dep_ != "nummod" or token.i < 2 or not token.is_digit or token.head.i != token.i + 1:
        return False
    before = doc[token.i - 1].lower_
    return before in ("in", "during") or (
        before == "of" and doc[token.i - 2].lower_ in ("whole", "all", "rest", "most")
    )


def _is_before_name(doc: Doc, span: Span) -> bool:
    """'In January-October Belarus sold': a time that was taken for a part of the name."""
    behind = span.end < len(doc) and doc[span.end].tag_ in ("NNP", "NNPS")
    opens = doc[max(span.start - 1, 0)]
    return behind and opens.lower_ in ("in", "during") and opens.is_title


def _is_beyond_colon(doc: Doc, verb: Token, start: int) -> bool:
    """Does a colon part the verb from the period at token `start`?"""
    return any(token.text in (":", ";") for token in doc[verb.i + 1 : start])


def _is_of_record(text: str, period: PeriodFinding, site: Site) -> bool:
    """'having touched a record $2,450 in May', 'down from a record of $339 in August'."""
    start = max(site.amount.start - 50, 0)
    return _is_short(period) and bool(_RECORD.search(text, start, site.amount.start))


def _is_paid(verb: Token) -> bool:
    """'the $5 million it gave in 2019', not what it promised or approved."""
    lists = ("give_verb", "get_verb", "spend_verb", "earn_verb", "raise_verb")
    return verb.lower_ not in _PROMISED and any(verb.lower_ in figure_words(n) for n in lists)


def _is_summed_up(doc: Doc, verb: Token, site: Site) -> bool:
    """'Taxes collected in May came to $5 million', but 'the levy, introduced in May, came to'."""
    noun, own = verb.head, verb_above(doc[site.last - 1])
    return (
        own is not None
        and verb.dep_ == "acl"
        and verb.i == noun.i + 1
        and noun.tag_ == "NNS"
        and noun.head == own
        and own.tag_ == "VBD"
        and own.lower_ in figure_words("level_verb")
    )


def _is_outlay(doc: Doc, verb: Token, site: Site) -> bool:
    """'spent $5 million on restoring tracks in January-May': the time of the spending."""
    own = verb_above(doc[site.last - 1])
    spends = own is not None and own.lower_ in figure_words("spend_verb")
    return spends and verb.tag_ == "VBG" and verb.head.lower_ == "on"


def _is_deal(doc: Doc, verb: Token, site: Site) -> bool:
    """'bought the painting for $5 million in 2018': one thing, bought once."""
    if verb.lower_ not in figure_words("trade_verb") or doc[site.before].lower_ != "for":
        return False
    if verb.tag_ in ("VBN", "VBD") and doc[verb.i + 1].lower_ == "for" == doc[site.before].lower_:
        return True  # 'a boat bought for $5 million'
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return (
        bool(things)
        and things[0].tag_ in ("NN", "NNP")
        and any(c.tag_ in ("DT", "PRP$") for c in things[0].lefts)
    )


def _is_before_noun(doc: Doc, site: Site, verb: Token) -> bool:
    """'once the $5 million plant opens in 2029': the time of what the plant does."""
    noun = doc[site.last - 1].head
    for _ in range(2):
        if noun.tag_ in ("CD", "$", "SYM"):
            noun = noun.head
    return (
        noun.i >= site.last
        and noun.tag_.startswith("N")
        and noun.dep_ in ("nsubj", "nsubjpass")
        and noun.head.i == verb.i
    )


def _is_short(period: PeriodFinding) -> bool:
    """Is it a month or less: when something was done, not what was summed up?"""
    if period.start is None or period.end is None:
        return False
    return (period.end - period.start).days <= _MONTH


def _is_to_come(verb: Token) -> bool:
    """'would make a payment of $5 million in July'."""
    return any(child.tag_ == "MD" for child in verb.lefts)


def _is_act(verb: Token, site: Site) -> bool:
    """'raised the fee in May to $5', 'put up $5 million in May': an act at a point of time."""
    if verb.lower_ in figure_words("give_verb"):
        return not any(child.lower_ in ("home", "back") for child in verb.rights)
    sets = verb.lower_ in figure_words("set_verb")
    if any(child.dep_ == "prt" and child.lower_ == "in" for child in verb.children):
        return False  # 'took in $5 million in May'
    if any(child.dep_ == "prt" and child.lower_ == "up" for child in verb.children):
        return sets  # 'put up $5 million in May'
    return sets and any(
        child.dep_ in ("dobj", "nsubjpass", "auxpass")
        and child.lower_ not in _RATES
        and not site.first <= child.i < site.last
        for child in verb.children
    )
