"""Measures by the order of words alone, where the parse tells none: 'X ... was going for'."""

from __future__ import annotations

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.grammar import VERBS
from newsextract.parsers.figures.measures.labels import TIME_OR_PLACE, LabelReader, Measure
from newsextract.parsers.figures.sites import Site


class Order(LabelReader):
    """Reads the subject of a verb of size, which begins the clause."""

    def find(self, site: Site) -> Measure | None:
        """'a sack of flour sells for', 'penal interest amounting to', 'deals ... were worth'."""
        verb = self._verb(site)
        if verb is None:
            return None
        i = verb - 1
        while i >= site.sentence[0] and (
            self.tags[i] in ("MD", "TO") or self.tags[i].startswith("RB") or self._helps(i)
        ):
            i -= 1
        bare = i == verb - 1 and self.tags[verb] in ("VBG", "VBN", "JJ", "NN")
        if bare and self.phrases.is_noun(i) and self.word(verb) not in ("is", "are"):
            return self._label(i)
        return self._subject(i, site)

    def owner(self, site: Site) -> Measure | None:
        """'a plant near Niš, the value of which is put at', 'a terminal (the cost is'."""
        if self.words[site.before - 2 : site.before + 1] == ["of", "which", ","]:
            return self._before(site.before - 2)  # 'the first tranche of which, $5 million, is'
        for i in range(site.before, max(site.before - _NEAR, site.sentence[0]), -1):
            if self.word(i) in figure_words("value") and self.word(i - 1) == "whose":
                return self._before(i - 1 - (self.word(i - 2) == ","))
            if self.word(i) not in figure_words("value") or self.word(i - 1) != "the":
                continue
            of_which = self.word(i + 1) == "of" and self.word(i + 2) == "which"
            if self.word(i - 2) == "(" or (of_which and self.word(i - 2) == ","):
                return self._before(i - 2)
        return None

    def antecedent(self, site: Site) -> Measure | None:
        """'a villa near Sozopol that he had bought for': whose price or size the clause tells."""
        for i in range(site.before, max(site.before - _NEAR, site.sentence[0]), -1):
            if self.tags[i] in (",", ":") or self.phrases.holds_amount(i, i + 1):
                break
            spends = not figure_words("spend_verb").isdisjoint(self.words[i : site.before + 1])
            into = self.word(i - 1) in ("in", "into") and spends
            if self.word(i) == "which" and (self.word(i - 1) == "for" or into):
                return self._before(i - 1 - (self.word(i - 2) == ","))
        if self.word(site.before) not in ("for", "to", "at"):
            return None
        verb = site.before - 1
        sets = figure_words("trade_verb") | figure_words("set_verb") | figure_words("get_verb")
        if self.word(verb) not in sets:
            return None
        for i in range(verb - 1, max(verb - _NEAR, site.sentence[0]), -1):
            if self.word(i) in ("that", "which") and i < verb - 1:
                return self._before(i - (self.word(i - 1) == ","))
            if self.tags[i] in ("VBD", "VBN", "VBZ", ",") and not self._helps(i):
                return None
        return None

    def _before(self, end: int) -> Measure | None:
        """The phrase that ends at `end`, or the one that a place or a time only follows."""
        for _ in range(3):
            span = self.phrases.ending_at(end - 1)
            if span is None:
                return None
            found = self.labels.phrase(span, complement=False)
            if found is not None and self.doc[end - 1].ent_type_ not in TIME_OR_PLACE:
                return found
            end = span[0] - (self.labels.tag(span[0] - 1) == "DT")
            if self.word(end - 1) == "and":
                end = self.phrases.start_of(end - 2)  # 'of Türkiye and Azerbaijan'
            if self.labels.tag(end - 1) != "IN":
                return None
            end -= 1
        return None

    def item(self, site: Site) -> Measure | None:
        """'carrots, 1 kg - 6 somoni': what a line of a price list begins with."""
        if self.word(site.before) not in _DASHES:
            return None
        i = site.before - 1
        while i >= site.sentence[0] and self.word(i) not in (";", ":", "("):
            if self.word(i) in _DASHES and self.tags[i] != "HYPH":
                break
            if (
                self.tags[i] in VERBS
                or site.before - i > _LINE
                or self.phrases.holds_amount(i, i + 1)
            ):
                return None
            i -= 1
        span = self.phrases.starting_at(i + 1, lists=False)
        return self.labels.phrase(span, names=True)

    def _verb(self, site: Site) -> int | None:
        """The verb of size before the amount; only small words stand between."""
        i = site.before
        for _ in range(4):
            if i < site.sentence[0]:
                return None
            word = self.word(i)
            if word == "hands" and self.word(i - 1) in _CHANGES:
                return i - 1
            known = word in figure_words("reach_verb") or word == "going"
            if known and (self.tags[i] in VERBS or word in _ALWAYS):
                return i
            if self.tags[i] not in ("IN", "TO", "RB", "RBR", "RP", "JJ"):
                return None
            i -= 1
        return None

    def _helps(self, i: int) -> bool:
        """Is the verb at `i` an auxiliary, or one of thinking: 'is expected to cost'?"""
        return self.word(i) in _AUXILIARIES or (
            self.tags[i] == "VBN" and self.word(i) in figure_words("aim_verb") | _THOUGHT
        )

    def _subject(self, i: int, site: Site) -> Measure | None:
        """The first phrase of the clause that ends at `i`."""
        j = i
        while j >= site.sentence[0] and not self._opens(j):
            j -= 1
        j += 1
        while j <= i and self.tags[j] == "IN":
            # 'In Gaza City a sack of flour'
            span = self.phrases.starting_at(j + 1, times=True, lists=False)
            if span is None:
                return None
            j = span[1]
        span = self.phrases.starting_at(j, lists=False)
        if span is None:
            return None
        last = span[1] - 1
        if last > i:
            last = i  # 'a sack changes hands'
        name = self.tags[last] in ("NNP", "NNPS") and self.word(last + 1) == "of"
        if name and last < i and self.tags[i] in ("NN", "NNS"):
            return Measure(self.phrases.text(span[0], i + 1))  # 'the Isle of Man ferry deal'
        return self._label(last)

    def _opens(self, i: int) -> bool:
        """Does a clause begin behind token `i`?"""
        word = self.word(i)
        if word in _OPENERS or self.tags[i] in (",", "-LRB-", "WDT", "_SP"):
            return True
        # 'deals concluded at the forum' is one phrase
        joined = self.tags[i] == "VBD" and self.labels.tag(i + 1) == "IN"
        return self.tags[i] in ("VBD", "VBZ", "VBP", "MD") and not joined

    def _label(self, head: int) -> Measure | None:
        return self.labels.noun(self.doc[head], prices=False)


_NEAR = 8
"""Tokens from 'the cost of which' to the amount."""
_LINE = 12
"""Tokens of a line in a price list."""
_DASHES = frozenset({"-", "–", "—", ":"})
_CHANGES = frozenset({"change", "changes", "changed", "changing"})
_ALWAYS = frozenset({"worth", "amounting", "totalling", "totaling"})
_AUXILIARIES = frozenset(
    "is are was were be been being has have had does do did will would".split()
)
_THOUGHT = frozenset("estimated believed said reported thought put valued".split())
_OPENERS = frozenset("; : that while but and whereas which who as because if when (".split())
