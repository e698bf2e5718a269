"""Which amounts hold for a single day: prices and rates of markets, auctions, balances."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsextract.lexicons.cues import reporting_verbs
from newsextract.lexicons.currencies import currency_words
from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.grammar import verb_above
from newsextract.parsers.figures.sites import Site
from newsextract.periods import PeriodFinding

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ON = re.compile(r"\s+(?:\([^)]{0,40}\)\s+)?(?:(?:as\s+)?(?:at|of)|on)\s+")
_IS = re.compile(
    r"\s+(?:is|are|was|were|stood\s+at|stands\s+at)\s+(?:put\s+at\s+)?(?:[a-z]+\s+){0,2}"
)
_DATE = re.compile(r"[A-Z][a-z]+\.?\s+\d|\d+(?:st|nd|rd|th)?\s+[A-Z]")
_STATES = frozenset(
    "stand stands stood is are was were amounted totaled totalled owed held had".split()
)
_CLOSE_OF = re.compile(
    r"['’]s?\s+(?:[a-z]+\s+){0,2}(?:close|closing|price|high|low|fixing|rate|finish|settlement|level)"
    r"\s+(?:[a-z]+\s+)?(?:of|at)\s+(?:[a-z]+\s+){0,2}"
)
"""'Friday's close of', between a day and an amount."""
_OF_CLOSE = re.compile(r"['’]s?\s+(?:[a-z]+\s+){0,2}(?:close|closing|finish|settlement)\b")
_RIGHT_BEHIND = re.compile(r"\s*(?:an?|per|the|to)?\s*[\w ]{0,14}\b(?:on|late|at)?\s*")
_NET = re.compile(r"\bnet\s+(?:buyers|sellers|buying|selling|foreign)\b[^.;]{0,40}$")
_FOR_MONEY = re.compile(r"\s+for\s+(?:a|one)\s+(?:dollar|euro|pound)\b")
_SHARES = frozenset({"share", "shares", "stock", "stocks"})
_ENDS = r"\b(?:matures?|matured|expires?|expired)\b"
_ENDS_BEHIND = re.compile(rf"[^.;,\n]{{0,40}}{_ENDS}")
_ENDS_BEFORE = re.compile(rf"{_ENDS}[^.;,\n]{{0,40}}$")
_LINKS = frozenset("at for near around to between from of about up down off".split())
_PERHAPS = frozenset({"might", "could", "may", "would", "should"})
_APART = frozenset({"after", "since", "because", "before"})
_MATURING = frozenset({"maturing", "expiring", "falling"})
_STEPS = 3
"""Verbs between a price and the verb that has the day."""
_BIDS = frozenset({"bid", "bids", "tendered"})
_RATES = frozenset({"rate", "rates", "fixing", "midpoint", "fix"})
_WAYS = frozenset(
    "at near around up down higher lower changed unchanged firmer weaker steady".split()
)
_TRADED = frozenset(
    "futures crude brent wti contract contracts bullion bitcoin shares stock spot".split()
)
_MONEY = frozenset("dollar dollars currency market liquidity debt option options".split())
"""What is sold on markets, but is also spoken of elsewhere."""
_NEAR = 9
"""Tokens between an amount and what was sold for it."""


class Days:
    """Reads whether an amount is that of a day."""

    def __init__(self, doc: Doc, text: str, sites: Sequence[Site]) -> None:
        self.doc = doc
        self.text = text
        self.sites = sites

    def is_of(self, i: int, period: PeriodFinding) -> bool:
        """Does the amount `i` hold for the day `period` of its sentence?

        'closed at $5 on Friday', 'sold $5 million of bills on Monday', 'stood at $5 million on
        March 31'; but not what was said, signed or promised on a day.
        """
        if period.start is None or period.start != period.end or period.kind != "in":
            return False
        site = self.sites[i]
        if self._is_of_state(period, site):
            return True
        if _CLOSE_OF.fullmatch(self.text, period.range.end, self._begin(site)):
            return True
        if _OF_CLOSE.match(self.text, period.range.end):
            return False  # 'a premium to Monday's close'
        if site.relation == "comparison" and i > 0 and period.range.start > site.amount.end:
            near = _RIGHT_BEHIND.fullmatch(self.text, site.amount.end, period.range.start)
            return bool(near) and self.is_price(self.sites[i - 1])
        own = verb_above(self.doc[site.last - 1])
        if own is None or not (self._governs(period, own) or self._is_under(period, own)):
            return False
        return self.is_price(site) or self._is_trade(site, own)

    def is_price(self, site: Site) -> bool:
        """Is it a price, a rate or a turnover of a market: 'gold rose to $5', 'closed at $5'?"""
        own = verb_above(self.doc[site.last - 1])
        if own is None or any(child.lower_ in _PERHAPS for child in own.lefts):
            return False
        if _FOR_MONEY.match(self.text, site.amount.end):
            return True
        if _NET.search(self.text, max(site.amount.start - 60, 0), site.amount.start):
            return True
        word = own.lower_
        if word in figure_words("set_verb") and self._sets_rate(own):
            return True
        if word not in figure_words("market_verb"):
            return self._is_beside_price(site)
        sells = word in ("go", "goes", "went") and self.doc[site.before].lower_ == "for"
        if sells or word in figure_words("price_verb"):
            bare = not any(child.dep_ == "dobj" and child.i < site.first for child in own.rights)
            hands = any(child.lower_ == "hands" for child in own.rights)
            if word in ("changed", "changing"):
                return hands or self._is_beside_price(site)  # 'was little changed at $5'
            bare = bare or (site.rate is not None and self.doc[site.before].lower_ == "at")
            linked = site.before == own.i or self.doc[site.before].lower_ in _LINKS
            return linked and (bare or word in ("quote", "quoted"))
        subject = self.subject(own)
        if subject is None:
            return False
        will = any(child.tag_ == "MD" for child in own.lefts)
        return self._is_of_market(subject) or (not will and self._is_of_goods(subject))

    def _is_of_goods(self, subject: Token) -> bool:
        """'plain gold rings', 'wheat flour'."""
        words = [t.lower_ for t in self.doc[subject.left_edge.i : subject.i]][-2:]
        return not figure_words("goods").isdisjoint(words)

    def _sets_rate(self, own: Token) -> bool:
        """'set the reference rate at 5 dong': is it a rate or a price that is set for a day?"""
        objects = [c for c in own.children if c.dep_ in ("dobj", "nsubjpass")]
        return bool(objects) and objects[-1].lower_ in _RATES

    def _is_beside_price(self, site: Site) -> bool:
        """'with the April contract up $3 at $5': a market's price without a verb."""
        first = max(site.sentence[0], site.before - _NEAR)
        seen = False
        for token in self.doc[first : site.before + 1]:
            if token.lower_ in _WAYS:
                if seen:
                    return True
            elif token.text in (";", ":") or token.lower_ in ("said", "after"):
                seen = False
            elif token.tag_.startswith("N"):
                counted = token.i > 0 and token.nbor(-1).tag_ == "CD"
                seen = seen or (not counted and self._is_traded(token))
        return False

    def _is_traded(self, token: Token) -> bool:
        word = token.lower_
        if word in figure_words("goods") or word in _TRADED:
            return True
        return any(entry.kind == "noun" for entry in currency_words().get(word, ()))

    def is_placed(self, site: Site) -> bool:
        """'raised $5 million for the treasury': does a verb of sales of paper govern it?"""
        own = verb_above(self.doc[site.last - 1])
        return own is not None and own.lower_ in figure_words("paper_verb")

    def is_sale(self, site: Site, measure: str | None) -> bool:
        """Is it an amount of a sale of paper: what was offered, bid for, or sold?"""
        words = (measure or "").lower().replace("-", " ").split()
        if not figure_words("bid_noun").isdisjoint(words[-1:] + words[:1]):
            return True
        own = verb_above(self.doc[site.last - 1])
        if own is not None and own.lower_ in _BIDS:
            return True
        if own is not None and own.lower_ in figure_words("paper_verb"):
            return self._is_trade(site, own)
        return not (figure_words("paper") - _MONEY).isdisjoint(words)

    def is_end(self, site: Site) -> bool:
        """'$5 million of the notes matures in 2033': a time at which something ends."""
        start, end = site.amount.start, site.amount.end
        behind = _ENDS_BEHIND.match(self.text, end)
        return bool(behind or _ENDS_BEFORE.search(self.text, max(start - 60, 0), start))

    def is_act(self, site: Site) -> bool:
        """'signed contracts worth $5 million': something done once."""
        own = verb_above(self.doc[site.last - 1])
        return own is not None and own.lower_ in figure_words("event_verb")

    def is_level(self, site: Site) -> bool:
        """'fell to $5': does a verb of level or movement govern the amount?"""
        own = verb_above(self.doc[site.last - 1])
        moves = figure_words("level_verb") | figure_words("move")
        return own is not None and own.lower_ in moves

    def is_share(self, site: Site) -> bool:
        """'Its shares closed at $5': a price of the day of the news."""
        own = verb_above(self.doc[site.last - 1])
        subject = None if own is None else self.subject(own)
        if subject is None or subject.lower_ not in _SHARES:
            return False
        return not (subject.lower_ == "share" and subject.nbor().lower_ == "of")

    def is_day_of_market(self, period: PeriodFinding) -> bool:
        """'Oil slipped on Wednesday', 'bought wheat in a tender on Tuesday': without a price."""
        verb = self._verb(period)
        if verb is None:
            return False
        subject = self.subject(verb)
        moves = verb.lower_ in figure_words("market_verb")
        if moves and subject is not None and self._is_of_market(subject):
            return True
        buys = verb.lower_ in figure_words("paper_verb")
        around = self.doc[verb.i : verb.i + 3 * _NEAR]
        return buys and any(t.lower_ in ("tender", "auction") for t in around)

    def subject(self, verb: Token) -> Token | None:
        """The subject of a verb; of one without, that of the verb above it."""
        for _ in range(_STEPS):
            for child in verb.lefts:
                if child.dep_ in ("nsubj", "nsubjpass") and child.lower_ not in ("it", "which"):
                    return child
            above = verb_above(verb)
            if above is None or above.lower_ in reporting_verbs():
                return None
            verb = above
        return None

    def _is_of_market(self, subject: Token) -> bool:
        words = [t.lower_ for t in self.doc[subject.left_edge.i : subject.i + 1]][-4:]
        nouns = figure_words("market_noun") | figure_words("goods")
        if words and words[-1] in nouns:
            return True
        if any(entry.kind == "noun" for entry in currency_words().get(subject.lower_, ())):
            return True
        if words[-2:] == ["market", "value"]:
            return True
        return bool({"spot", "benchmark", "crude", "futures"}.intersection(words))

    def _is_trade(self, site: Site, own: Token) -> bool:
        """'sold $5 million of bills': was it paper, or money itself, that was bought or sold?"""
        perhaps = any(child.lower_ in _PERHAPS for child in own.lefts)
        if perhaps or own.lower_ not in figure_words("paper_verb"):
            return False
        if own.lower_.startswith("auction"):
            return True
        first = max(min(own.i + 1, site.first), site.sentence[0])
        around = self.doc[first : min(site.last + _NEAR, site.sentence[1])]
        return any(token.lower_ in figure_words("paper") for token in around)

    def _governs(self, period: PeriodFinding, own: Token) -> bool:
        """Is the day that of the verb `own`, or of one above it that reports nothing?"""
        verb, token = self._verb(period), own
        if verb is None:
            return False
        for _ in range(_STEPS):
            if token.i == verb.i:
                return True
            above = verb_above(token)
            if above is None or above.lower_ in reporting_verbs():
                return False
            if any(c.dep_ == "mark" and c.lower_ in _APART for c in token.lefts):
                return False  # 'bought dollars on Monday after the peso had fallen to 5'
            token = above
        return False

    def _is_under(self, period: PeriodFinding, own: Token) -> bool:
        """'The pound hit 1.33 after the bank held rates on Thursday': of the same day."""
        verb = self._verb(period)
        if verb is None or verb.dep_ != "advcl" or verb_above(verb) != own:
            return False
        return any(c.lower_ in ("after", "as", "when") for c in verb.lefts)

    def _verb(self, period: PeriodFinding) -> Token | None:
        span = self.doc.char_span(*period.range, alignment_mode="expand")
        verb = None if span is None else verb_above(span.root)
        if verb is not None and verb.lower_ in _MATURING and verb.tag_ == "VBG":
            return verb_above(verb)  # 'sold bonds maturing in 2031 on Monday'
        return verb

    def _begin(self, site: Site) -> int:
        return self.doc[site.first].idx

    def _is_of_state(self, period: PeriodFinding, site: Site) -> bool:
        """'Debt stood at $5bn on March 31', 'the rate on March 31 is': a balance of that day."""
        if not _DATE.search(self.text[slice(*period.range)]):
            return False
        if period.range.start > site.amount.end:
            own = verb_above(self.doc[site.last - 1])
            on = _ON.fullmatch(self.text, site.amount.end, period.range.start)
            return bool(on) and own is not None and own.lower_ in _STATES
        return bool(_IS.fullmatch(self.text, period.range.end, self._begin(site)))
