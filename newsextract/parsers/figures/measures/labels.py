"""Noun phrases as measures: which of them say what an amount is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsextract.lexicons.currencies import currency_words
from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.measures.complements import Complements

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Measure(NamedTuple):
    """What an amount is of.

    Attributes:
        text: the phrase; None where the sentence gives none.
        is_same: does the text say that it is what the figure before measures ('the figure
            reached', 'of the total', 'compared with')?
        verb: the token index of the verb that governs the amount, if there is one.
        is_guess: is it only a noun for money that stands near?
    """

    text: str | None
    is_same: bool = False
    verb: int | None = None
    is_guess: bool = False


_UNDERTAKINGS = frozenset("plan project scheme initiative pipeline railway".split())
"""Last words of names that are no bodies, whatever the entity recognizer says."""
TIME_OR_PLACE = frozenset({"DATE", "TIME", "GPE"})


class Labels:
    """Makes measures of noun phrases; all indices are those of tokens."""

    def __init__(self, doc: Doc, phrases: Complements) -> None:
        self.doc = doc
        self.phrases = phrases
        self.words = phrases.words
        self.tags = phrases.tags

    def word(self, i: int) -> str:
        """The word at `i` in small letters; empty beyond the ends."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def tag(self, i: int) -> str:
        """The tag of the token at `i`; empty beyond the ends."""
        return self.tags[i] if 0 <= i < len(self.tags) else ""

    def phrase(
        self,
        span: tuple[int, int] | None,
        *,
        complement: bool = True,
        names: bool = False,
        subject: bool = False,
    ) -> Measure | None:
        """A phrase as a measure; None for a bare name, 'same' for a generic head.

        Args:
            span: the phrase.
            complement: with what stands behind it ('cost of a bridge')?
            names: may it be a name?
            subject: is it the subject of a clause, which keeps more of what stands behind it?
        """
        if span is None:
            return None
        start, end = span
        head = end - 1
        if self.words[head] in figure_words("same_head") and end - start == 1:
            if complement and self.word(end) == "of":
                # 'the value of the catch'
                whole = self.phrase(self.phrases.starting_at(end + 1), complement=False)
                return whole or Measure(None, True)
            return Measure(None, True)
        generic = figure_words("generic_head") - figure_words("topic_noun")
        if self.words[head] in generic and end - start == 1:
            return None
        part = self._of_part(head) if complement else None
        if part is not None:
            return part
        if self._is_currency(head) or (self._is_bare_name(head) and not names):
            return None
        if complement:
            start, end = self.phrases.with_complement(start, end, subject=subject)
        return Measure(self.phrases.text(start, end))

    def _of_part(self, head: int) -> Measure | None:
        """'estimate of net profit', 'share of exports': what is estimated, or shared."""
        estimated = self.words[head] in figure_words("estimate")
        if self.word(head + 1) != "of" or not (estimated or self.words[head] == "share"):
            return None
        inner = self.phrases.starting_at(head + 2)
        kinds = figure_words("account")
        if estimated:
            kinds = kinds | figure_words("topic_noun")
        if inner is None or self.words[inner[1] - 1] not in kinds:
            return None
        return self.phrase(inner)

    def _is_bare_name(self, head: int) -> bool:
        """Is a noun the name of a country, a person or a body, not of a fund or a project?"""
        if self.tags[head] not in ("NNP", "NNPS"):
            return False
        return not (
            self.words[head] in figure_words("to_fund") | figure_words("topic_noun")
            or self.doc[head].ent_type_ in ("PRODUCT", "WORK_OF_ART", "FAC", "LAW", "EVENT")
        )

    def object(self, verb: Token) -> Measure | None:
        """The object of a verb, as a measure: what was exported, shipped, bought."""
        for child in verb.rights:
            if child.dep_ == "dobj" and self.phrases.is_noun(child.i):
                listed = self.phrases.starting_at(self.phrases.start_of(child.i))
                if listed and listed[1] > child.i + 1 and self.tags[child.i] in ("NN", "NNS"):
                    return self.phrase(listed)  # 'sold chicken, sugar and parts'
                return self.contents(self._last_joined(child))
        for child in verb.lefts:
            if child.dep_ == "nsubjpass" and self.phrases.is_noun(child.i):
                return self.contents(child.i)
        if verb.dep_ == "xcomp" and any(child.dep_ == "auxpass" for child in verb.lefts):
            for child in verb.head.lefts:
                if child.dep_ in ("nsubj", "nsubjpass") and self.phrases.is_noun(child.i):
                    return self.contents(child.i)  # 'is expected to be delivered'
        return None

    def _last_joined(self, head: Token) -> int:
        """The last noun of 'guns and their ammunition'."""
        for child in head.rights:
            if child.dep_ == "conj":
                span = self.phrases.ending_at(child.i)
                if span and span[0] <= head.i:
                    return child.i
        return head.i

    def contents(self, head: int) -> Measure | None:
        """'8.9 million tons of soybeans' -> 'soybeans'."""
        unit = self.words[head].removesuffix("s")
        if unit in figure_words("rate_unit") and self.word(head + 1) == "of":
            return self.phrase(self.phrases.starting_at(head + 2), complement=False)
        span = self.phrases.ending_at(head)
        return self.phrase(span and self.phrases.with_head(*span))

    def noun(self, token: Token, *, prices: bool = True, names: bool = False) -> Measure | None:
        """The phrase of a noun; None for a body, and for who only acts, unless it has a price.

        With `names` a name may be what has the price: 'US West Texas Intermediate'.
        """
        charged = self.word(token.i - 1) in ("before", "after")
        if charged and self.word(token.i - 2) in figure_words("account"):
            token = self.doc[token.i - 2]  # 'Profit before tax'
        if not self.phrases.is_noun(token.i) or self._is_currency(token.i):
            return None
        is_body = token.ent_type_ == "ORG" and token.lower_ not in _UNDERTAKINGS
        if token.tag_ in ("NNP", "NNPS") and is_body and not names:
            return None
        if token.lower_ in figure_words("agent_head") and not prices:
            return None
        span = self._with_joined(token)
        # In 'shares in brewer Hop Hill' the name is not all.
        whole = span is not None and not {"NN", "NNS"} & set(self.tags[slice(*span)])
        names = names and whole and token.ent_type_ != "DATE"
        return self.phrase(span, subject=True, names=names)

    def _with_joined(self, head: Token) -> tuple[int, int] | None:
        """The phrase of `head` with those that 'and' joins to it: 'loans and advances'."""
        span = self.phrases.ending_at(head.i)
        listed = span and self.phrases.starting_at(span[0])
        if span is None or listed is None or listed[0] != span[0] or listed[1] <= span[1]:
            return span
        last = self.doc[listed[1] - 1]
        while last.dep_ == "conj" and last.i > head.i:
            last = last.head
        return listed if last.i == head.i else span

    def over_place(self, head: int) -> int:
        """The noun before 'in the country' in 'projects in the country worth'."""
        i = head - 1
        while i > 0 and self.tags[i] in ("DT", "PRP$", "JJ"):
            i -= 1
        place = self.words[head] in figure_words("generic_head")
        inside = self.word(i) in ("in", "across", "at") and self.phrases.is_noun(i - 1)
        return i - 1 if place and inside else head

    def exchanged(self, i: int, code: str | None) -> Measure | None:
        """'A dollar went for 1,470 naira': a currency that is priced in that of an amount."""
        words = currency_words().get(self.words[i], ())
        nouns = [entry.code for entry in words if entry.kind == "noun"]
        known = nouns and nouns[0] is not None and code is not None
        return Measure(self.doc[i].text) if known and code not in nouns else None

    def _is_currency(self, i: int) -> bool:
        """Is the noun at `i` money, no 'pound of coffee' and no 'bitcoin', which has a price?"""
        if self.words[i] in figure_words("priced_money"):
            return False
        words = currency_words().get(self.words[i], ())
        return any(entry.kind == "noun" for entry in words) and self.word(i + 1) != "of"


class LabelReader:
    """What the readers of measures have in common: the labels, and short ways to their parts."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.phrases = labels.phrases
        self.doc = labels.doc
        self.words = labels.words
        self.tags = labels.tags
        self.word = labels.word
