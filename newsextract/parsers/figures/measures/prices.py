"""What has the price, or is worth the amount: 'bought for', 'at a cost of', 'worth'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.grammar import VERBS
from newsextract.parsers.figures.measures.labels import TIME_OR_PLACE, LabelReader, Measure

if TYPE_CHECKING:
    from spacy.tokens import Token


class Prices(LabelReader):
    """Reads the thing that an amount is the price of."""

    def at(self, i: int) -> Measure | None:
        """'sold wheat at $300': the object of a verb of trade."""
        sold = self.doc[i - 1]
        if sold.dep_ == "pobj" and sold.head.lower_ == "of":
            sold = sold.head.head
        trades = sold.dep_ == "dobj" and sold.head.lower_ in figure_words("trade_verb")
        return self.labels.contents(sold.i) if trades else None

    def sold(self, link: Token) -> Measure | None:
        """'bought 40 buses from a Czech maker for': the object of a verb of trade."""
        owner = link.head
        for _ in range(4):
            if owner.lower_ in figure_words("trade_verb") and owner.tag_ in VERBS:
                return self.labels.object(owner)
            if owner.tag_ in VERBS or owner.head.i == owner.i:
                break
            owner = owner.head
        for i in range(link.i - 1, max(link.i - _FAR, 0), -1):
            # 'approved the purchase of a cargo of gas from Baku for'
            verbal = self.tags[i] in VERBS and self.doc[i].dep_ != "amod"
            if verbal or self.word(i) in (".", ",", ";", "which", "that"):
                return None
            if self.word(i) in figure_words("trade_noun") and self.word(i + 1) == "of":
                return self.labels.phrase(self.phrases.starting_at(i + 2))
        return None

    def priced(self, at: int) -> Measure | None:
        """What has the price that 'at' gives: the verb's object, the noun that it belongs to."""
        owner = self.doc[at].head
        for _ in range(3):
            if owner.tag_ == "VBN" and owner.dep_ == "acl":
                return self.labels.noun(owner.head)  # 'the clinic, built at a cost of'
            if owner.tag_ in VERBS:
                return self.labels.object(owner)
            if owner.dep_ == "pobj" or owner.dep_ == "prep":
                owner = owner.head
            elif self.phrases.is_noun(owner.i):
                return self.labels.contents(owner.i)
        return None

    def worth(self, i: int) -> Measure | None:
        """'a complex worth', 'assistance (ODA), worth'."""
        head, comma = i - 1, False
        while head >= 0 and self.word(head) in (
            ",",
            "now",
            "currently",
            "altogether",
            "together",
            "all",
            "each",
        ):
            comma, head = True, head - 1
        if self.word(head) == ")":
            while head > 0 and self.words[head] != "(":
                head -= 1
            head -= 1
            comma = False
        head = self.labels.over_place(head)
        named = self.words[head] in figure_words("to_fund")
        is_thing = (named or self.tags[head] in ("NN", "NNS")) and self.doc[head].dep_ != "npadvmod"
        if comma and not (is_thing and self.doc[head].ent_type_ not in TIME_OR_PLACE):
            owner = self.doc[i].head
            found = self.labels.object(owner) if owner.tag_ in VERBS else None
            if found:
                return found
        if head < 0 or not self.phrases.is_noun(head):
            return None
        if self.doc[head].ent_type_ in ("GPE", "DATE"):
            owner = self.doc[head].head.head
            return self.labels.object(owner) if owner.tag_ in VERBS else None
        if comma and self.word(i - 1) == ",":
            return self._over_name(head)
        joined = self._joined(head)
        return joined or self.labels.contents(head)

    def _over_name(self, head: int) -> Measure | None:
        """'its holding in a builder, worth': the first noun that the comma cuts off."""
        span = self.phrases.ending_at(head)
        for _ in range(3):
            if span is None:
                break
            start = span[0]
            while self.labels.tag(start - 1) in ("DT", "PRP$", "CD"):
                start -= 1
            owner = start - 2
            helps = self.word(start - 1) == "to" and self.word(owner) in figure_words("help")
            if not (helps or self.word(start - 1) in _OF):
                break
            if self.labels.tag(owner) not in ("NN", "NNS"):
                break
            head, span = owner, self.phrases.ending_at(owner)
        return self.labels.contents(head)

    def _joined(self, head: int) -> Measure | None:
        """'seized ivory and rhino horn worth': both, where neither has an article."""
        start = self.phrases.start_of(head)
        if self.word(start - 1) != "and" or self.labels.tag(start - 2) not in ("NN", "NNS"):
            return None
        first = self.phrases.start_of(start - 2)
        if self.labels.tag(first - 1) not in VERBS | {"IN"}:
            return None
        return Measure(self.phrases.text(first, head + 1))


_OF = frozenset({"for", "in", "on", "of"})
_FAR = 20
"""Tokens from 'the purchase of' to the price."""
