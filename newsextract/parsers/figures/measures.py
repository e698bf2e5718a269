"""What an amount measures: the noun phrase that the sentence gives it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.beside import Beside
from newsextract.parsers.figures.clauses import Clauses
from newsextract.parsers.figures.labels import Labels, Measure
from newsextract.parsers.figures.phrases import Phrases
from newsextract.parsers.figures.purposes import Purposes
from newsextract.parsers.figures.sites import Site

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TOPIC_REACH = 15
"""Tokens before an amount in which a noun may tell its topic."""


class Measures:
    """Reads measures from the parse.

    In this order: what stands right beside the amount; the verb that governs it; what it is
    for; what was spoken of before; the nearest noun for kinds of money, marked as a guess.
    """

    def __init__(self, doc: Doc, phrases: Phrases) -> None:
        self.doc = doc
        self.phrases = phrases
        self.words = phrases.words
        self.tags = phrases.tags
        self.labels = Labels(doc, phrases)
        self.word = self.labels.word
        self.purposes = Purposes(self.labels)
        self.beside = Beside(self.labels, self.purposes)
        self.clauses = Clauses(self.labels)

    def measure(self, site: Site) -> Measure:
        """What the amount at `site` measures."""
        verb = self.clauses.verb(site)
        number = verb.i if verb is not None else None
        if site.relation == "conversion":
            return Measure(None, True, number)
        found = self.beside.find(site)
        if found is None and site.relation == "comparison":
            return Measure(None, True, number)
        if found is None and verb is not None:
            found = self.clauses.find(site, verb)
        if found is None or (found.text is None and not found.is_same):
            found = self.purposes.find(site, verb)
        if found is None:
            if self._is_same(site, verb):
                return Measure(None, True, number)
            found = self._topic(site) or Measure(None)
        return found._replace(verb=number)

    def _topic(self, site: Site) -> Measure | None:
        """The nearest noun for kinds of money before the amount: 'aid', 'cost', 'contract'."""
        for i in range(site.before, max(site.sentence[0], site.before - _TOPIC_REACH) - 1, -1):
            if self.words[i] in _CLAUSE_ENDS:
                return None
            topic = self.words[i] in figure_words("topic_noun")
            gives = self.doc[i].head.lower_ in figure_words("give_verb")
            if (
                topic
                and self.tags[i] in ("NN", "NNS")
                and not (gives and self.doc[i].dep_ == "nsubj")
            ):
                found = self.labels.phrase(self.phrases.ending_at(i))
                return found and found._replace(is_guess=True)
        return None

    def _is_same(self, site: Site, verb: Token | None) -> bool:
        """Does a figure without a phrase of its own go on with what was spoken of before?"""
        if self.word(site.before) in ("remaining", "rest"):
            return True
        before = self.words[max(site.before - 8, site.sentence[0]) : site.before + 1]
        if any(pair in _OF_WHICH for pair in pairwise(before)):
            return True
        if verb is None:
            return False
        if verb.lower_ in figure_words("cover_verb"):
            return True
        aims = figure_words("aim_verb")
        earns = verb.lower_ in figure_words("earn_verb") and verb.head.lower_ in aims
        return earns or (verb.lower_ in aims and verb.tag_ != "VBN")


_CLAUSE_ENDS = frozenset({"said", "says", "that", "while", "but", ";", "“", "”", '"', "under"})
_OF_WHICH = {("of", "which"), ("of", "this"), ("of", "that"), ("of", "it"), ("of", "them")}
