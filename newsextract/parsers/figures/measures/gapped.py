"""Measures of a list that leaves out its verb: 'imports 6 percent to', 'and of tea'."""

from __future__ import annotations

from newsextract.lexicons.currencies import currency_words
from newsextract.lexicons.figure_words import figure_words
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.figures.measures.labels import LabelReader, Measure
from newsextract.parsers.figures.sites import Site


class Gapped(LabelReader):
    """Reads the noun that only small words part from an amount, behind another amount."""

    def find(self, site: Site) -> Measure | None:
        """'Exports rose 5 percent to $9 million and imports 2-fold to $3 million'."""
        if site.relation not in (None, "addition"):
            return None
        first = site.sentence[0]
        i = self._over_links(site.before, first)
        known = self._is_known(i)
        if not known and self.tags[i] not in _HEADS:
            return None
        begin = self._begin(i)
        start = self._over_unit(begin)
        of = self.word(start - 1) == "of"
        if of:
            start -= 1 + (self.word(start - 2) in _THAT)
        joint = start - 1
        if joint <= first or self.word(joint) not in _JOINTS or not (known or of):
            return None
        if not self.phrases.holds_amount(max(joint - _FAR, first), joint):
            return None
        return Measure(self.phrases.text(begin, i + 1))

    def _begin(self, head: int) -> int:
        """The first token of the noun phrase; its words are often taken for verbs here."""
        start = self.phrases.start_of(head)
        verbal = self.labels.tag(start - 1) in ("VB", "VBP", "VBZ")
        return start - 1 if verbal and self.word(start - 2) in _JOINTS else start

    def _over_unit(self, start: int) -> int:
        """The start of 'a litre of' before the phrase, else of its article."""
        if self.word(start - 1) == "of" and self.word(start - 2) in figure_words("rate_unit"):
            start = self.phrases.start_of(start - 2)
        while self.labels.tag(start - 1) in ("DT", "PRP$") and self.word(start - 1) not in _THAT:
            start -= 1
        return start

    def _is_known(self, i: int) -> bool:
        """Is it a noun of statistics, a ware, or a currency?"""
        word = self.words[i]
        if any(word in figure_words(name) for name in _KINDS):
            return True
        return any(entry.kind == "noun" for entry in currency_words().get(word, ()))

    def _over_links(self, i: int, first: int) -> int:
        """The token before 'up 8 percent at', '1.6-fold to', 'projected at', 'by $2 to'."""
        end = i
        while i > first and end - i < _LINKS_AT_MOST:
            word = self.words[i]
            amount = self.phrases.holds_amount(i, i + 1)
            counted = self.tags[i] in ("CD", "RB") or word.endswith("fold")
            planned = word in _BEFORE_AT and self.word(i + 1) == "at"
            if word in _LINKS or planned or (counted and not amount):
                i -= 1
            elif amount and self.word(i + 1) == "to":
                while self.phrases.holds_amount(i, i + 1):
                    i -= 1  # 'by $2 to'
                if self.word(i) != "by":
                    return first
            else:
                break
        return i


_HEADS = frozenset({"NN", "NNS", "NNP", "JJ"})
_KINDS = ("goods", "account", "topic_noun", "flow_noun", "stock_noun")
_JOINTS = frozenset({"and", ",", "while", "with", "but", ";"})
_THAT = frozenset({"that", "those"})
_LINKS = word_list("figure_words.tsv", "gap_link")
_BEFORE_AT = frozenset("projected put estimated expected seen forecast set planned valued".split())
_FAR = 30
"""Tokens from the joint back to the amount before it."""
_LINKS_AT_MOST = 9
"""Tokens between the noun and its amount."""
