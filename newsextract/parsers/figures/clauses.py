"""Measures that the verb of the clause gives: the subject of 'reached', the object of 'put at'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.labels import VERBS, Labels, Measure
from newsextract.parsers.figures.phrases import LONGEST
from newsextract.parsers.figures.sites import Site

if TYPE_CHECKING:
    from spacy.tokens import Token


class Clauses:
    """Reads the verb that governs an amount, and what belongs to it."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.phrases = labels.phrases
        self.doc = labels.doc
        self.words = labels.words
        self.tags = labels.tags
        self.word = labels.word

    def find(self, site: Site, verb: Token) -> Measure | None:
        """The measure that `verb` gives the amount at `site`."""
        return self._set_object(site, verb) or self._of_verb(site, verb)

    def verb(self, site: Site) -> Token | None:
        """The verb that governs the amount."""
        token = self.doc[site.last - 1]
        for inner in self.doc[site.first : site.last]:
            if not site.first <= inner.head.i < site.last:
                token = inner
        for _ in range(8):
            head = token.head
            if head.i == token.i or not site.sentence[0] <= head.i < site.sentence[1]:
                break
            token = head
            if token.tag_ in VERBS:
                return token
        return token if token.tag_ in VERBS else None

    def _subject(self, verb: Token) -> Token | None:
        """The subject of a verb; of a verb without one, that of the verb it depends on."""
        for _ in range(4):
            subjects = [child for child in verb.lefts if child.dep_ in _SUBJECTS]
            if subjects:
                return subjects[-1]  # the nearest: a dateline is often taken for one, too
            if verb.dep_ in ("conj", "xcomp", "aux", "auxpass", "advcl", "ccomp") and (
                verb.head.tag_ in VERBS or verb.head.dep_ == "ROOT"
            ):
                verb = verb.head
            else:
                break
        return None

    def _set_object(self, site: Site, verb: Token) -> Measure | None:
        """'bring trade to', 'put the cost at', 'keeps the rate at': the object before."""
        if not self._is_linked(site):
            return None
        link = site.first
        for candidate in (verb, verb.head):
            if candidate.lower_ not in figure_words("set_verb"):
                continue
            for child in candidate.rights:
                if child.dep_ in ("dobj", "nsubj") and child.i < link:
                    return self._whole(child.i)
            for child in candidate.lefts:
                if child.dep_ == "dobj" and child.tag_ in ("WDT", "WP", "IN"):
                    return self.labels.noun(candidate.head)  # 'a deal that officials put at'
        return None

    def _whole(self, head: int) -> Measure | None:
        """The phrase of `head`; what stands behind 'of' for 'the whole of'."""
        if self.words[head] in ("whole", "rest", "bulk", "most") and self.word(head + 1) == "of":
            return self.labels.phrase(self.phrases.starting_at(head + 2), complement=False)
        return self.labels.phrase(self.phrases.ending_at(head))

    def _of_verb(self, site: Site, verb: Token) -> Measure | None:
        """The subject of 'reached', 'amounted to', 'cost', 'was put at'."""
        subject = self._subject(verb)
        passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.lefts)
        linked = self._is_linked(site)
        if verb.lower_ in ("valued", "priced") and self.word(verb.i - 1) == ",":
            owner = verb.head
            return self.labels.object(owner) if owner.tag_ in VERBS else None
        reaches = verb.lower_ in figure_words("reach_verb")
        if verb.tag_ == "VBN" and linked and not passive and self.word(verb.i - 1) == ",":
            return self.labels.noun(self.doc[verb.i - 2])
        top = verb
        while top.dep_ == "xcomp" and top.head.tag_ in VERBS:
            top = top.head  # 'a bridge estimated to cost'
        if subject is None and top.dep_ in ("acl", "relcl") and (reaches or linked):
            behind = self.doc[top.i - 1]
            joined = behind.dep_ == "conj" and behind.head.i == top.head.i
            return self.labels.noun(behind if joined else top.head)
        if subject is not None and verb.lower_ in figure_words("earn_verb"):
            reaches = subject.tag_ in ("NN", "NNS") and subject.lower_ not in figure_words(
                "agent_head"
            )
        if not (reaches or (passive and linked)) or subject is None:
            return None
        if subject.tag_ in ("WDT", "WP"):
            if verb.dep_ == "ccomp" and verb.head.dep_ == "relcl":
                return self.labels.noun(verb.head.head)  # 'deals that officials say are worth'
            if verb.dep_ != "relcl":
                return None
            return self.labels.noun(verb.head) or Measure(None, verb.head.tag_ in ("CD", "$"))
        if site.first <= subject.i < site.last:
            return self._predicate(verb)
        if subject.i > site.first or subject.left_edge.i <= site.first <= subject.right_edge.i:
            return None
        if subject.tag_ in ("PRP", "DT", "EX"):
            return Measure(None, subject.lower_ in ("it", "this", "that", "they"))
        if subject.tag_ == "VBG" and verb.i - subject.i <= LONGEST:
            _, end = self.phrases.with_complement(subject.i, self._end_of_clause(subject))
            return Measure(self.phrases.text(subject.i, end))
        return self.labels.noun(subject, prices=verb.lower_ in figure_words("cost_verb"))

    def _end_of_clause(self, subject: Token) -> int:
        """Where the words of a verb as subject end: 'demining Ukraine' (would cost)."""
        objects = [c.right_edge.i for c in subject.rights if c.dep_ == "dobj"]
        return max(objects, default=subject.i) + 1

    def _is_linked(self, site: Site) -> bool:
        """Does a preposition stand between the verb and the amount?"""
        return any(w in _PREPOSITIONS for w in self.words[max(site.before, 0) : site.first])

    def _predicate(self, verb: Token) -> Measure | None:
        """'$1.1 billion was our non-oil exports'."""
        for child in verb.rights:
            if child.dep_ == "attr" and self.phrases.is_noun(child.i):
                return self.labels.phrase(self.phrases.ending_at(child.i))
        return None


_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_PREPOSITIONS = frozenset({"to", "at", "for", "from", "by"})
