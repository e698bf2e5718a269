"""Measures that a preposition behind the amount gives: 'on defence', 'in back taxes'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.labels import TIME_OR_PLACE, VERBS, Labels, Measure
from newsextract.parsers.figures.sites import Site

if TYPE_CHECKING:
    from spacy.tokens import Token


class Purposes:
    """Reads what an amount is spent on, given for, or earned from."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.phrases = labels.phrases
        self.doc = labels.doc
        self.words = labels.words
        self.tags = labels.tags
        self.word = labels.word

    def find(self, site: Site, verb: Token | None) -> Measure | None:
        """'in back taxes', 'on defence', 'for a station', 'to a scheme', 'from coffee'."""
        i = site.behind
        if self.word(i) == "," and self.word(i + 1) in ("on", "for"):
            i += 1
        while i < site.sentence[1] and (
            self.tags[i] in ("TO", "MD", "RP") or self.tags[i] in VERBS or self.word(i) == "aside"
        ):
            i += 1
        # 'to the country in grants', 'last year for roads'
        for j in range(i, min(i + 7, site.sentence[1])):
            found = self.at(j, verb)
            if found is not None:
                return found
            if self.words[j] in (",", ";", ".", "(", ")", "and", "which", "that", "while", ":"):
                break
            if self.tags[j] in VERBS:
                break
        return None

    def at(self, i: int, verb: Token | None) -> Measure | None:
        """What the preposition at token `i` says that money is for."""
        word = self.words[i]
        if word not in ("in", "for", "on", "toward", "towards", "to", "into", "from", "as"):
            return None
        span = self.phrases.starting_at(i + 1)
        if span is None:
            return None
        head = span[1] - 1
        if self.words[head] in figure_words("generic_head"):
            return None
        if self.tags[head] in ("NNP", "NNPS") or self.doc[head].ent_type_ in TIME_OR_PLACE:
            return None
        spends = verb is not None and verb.lower_ in figure_words("spend_verb")
        first = i + 1 + (self.word(i + 1) in ("“", '"', "‘"))
        if word == "in" and span[0] != first and not spends:
            return None
        if word == "into" and not spends:
            return None
        governs = verb.lower_ if verb is not None else ""
        if word == "to" and self.words[head] not in figure_words("to_fund"):
            devoted = governs in figure_words("devote_verb")
            if not devoted or self.words[head] in figure_words("agent_head"):
                return None
        earns = figure_words("earn_verb") | figure_words("raise_verb")
        if word == "from" and governs not in earns:
            return None
        if word == "from" and self.words[head] in figure_words("agent_head"):
            return None
        if word == "as" and self.words[head] not in figure_words("topic_noun"):
            return None
        if word == "in" and self.words[head] in _MEANS:
            return None
        return self.labels.phrase(span, complement=word in ("for", "on", "toward", "towards"))


_MEANS = frozenset({"prices", "dollars", "euros", "terms", "cash", "kind", "value", "size"})
