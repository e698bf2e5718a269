"""Noun phrases, read from part-of-speech tags: short, without articles and possessives."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from newsextract.lexicons.figure_words import figure_words
from newsextract.lexicons.time_words import numbers_of
from newsextract.lexicons.word_lists import word_list

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CODE = re.compile(r"[qh][1-4]|[1-4][qh]")
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIERS = _NOUNS | {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "AFX"}
_SKIPPED = frozenset({"DT", "PRP$", "CD", "PDT", "$", "``", "''", "RB"})
_MAGNITUDES = frozenset("million billion trillion mln bln mn bn trln thousand lakh crore".split())
_QUANTIFIERS = frozenset(
    {"dozen", "dozens", "another", "further", "more", "other", "such", "several", "many", "few"}
)
_ADJECTIVES_LEFT_OUT = word_list("figure_words.tsv", "left_out")
_NOUN_ROLES = frozenset({"pobj", "dobj", "nsubj", "nsubjpass"})
"""What a noun is in its clause; a verb is not."""
_KINDS = ("topic_noun", "keep_of", "keep_to", "keep_from", "total_trade", "account", "goods")
"""Lists of nouns for what amounts are of."""
_AMOUNT = "AMOUNT"
"""In place of the tag of a token that belongs to an amount."""
_STOPS = frozenset({_AMOUNT, "DT", "IN", "PRP$", ",", ".", ":", "-LRB-", "-RRB-", "CC"})
_TIMES = word_list("figure_words.tsv", "times")

_DATED = frozenset({"last", "next", "this", "earlier", "alone"})
_MEASURED = frozenset("km kilometre kilometer mile m mw gw kw kv sq ft sqm hectare acre".split())
"""Units behind the number of a thing's size."""
_SPANS = frozenset("year month week day quarter half".split())
"""Units of 'nine-month', 'first-quarter', 'full-year': when a figure holds, not what it is of."""

LONGEST = 9
"""Tokens of a phrase; what is longer is no label."""
_NEAR = 5
"""Tokens from 'of' to its amount, with words that bound it between."""


def _tag(token: Token) -> str:
    """The tag; a dash inside a word ('Dar es Salaam–Mombasa') is a hyphen."""
    if token.text in ("–", "—", "-") and token.i and not token.whitespace_:
        before: str = token.nbor(-1).whitespace_
        return token.tag_ if before else "HYPH"
    if token.tag_ == "HYPH" and token.whitespace_ and token.i and token.nbor(-1).whitespace_:
        return ":"  # 'ROME - Bread'
    if token.lower_ in _MAGNITUDES:
        return "CD"
    if token.lower_ in ("amount", "amounts") and _is_verbal(token):
        return "VBP"
    if token.tag_ in ("VB", "VBP", "VBZ") and token.dep_ in _NOUN_ROLES | {"compound"}:
        return "NNS" if token.tag_ == "VBZ" else "NN"  # 'to the fisheries programme'
    if token.tag_ == "JJ" and token.dep_ in _NOUN_ROLES:
        return "NN"  # 'the price per locomotive'
    if token.tag_ in ("NNP", "NNPS") and _is_common(token):
        return token.tag_.replace("NNP", "NN")
    return str(token.tag_)


def _is_verbal(token: Token) -> bool:
    """'The refunds amount to': is a noun in truth a verb?"""
    inside = 0 < token.i < len(token.doc) - 1
    return inside and token.nbor().lower_ == "to" and token.nbor(-1).tag_ == "NNS"


def _is_common(token: Token) -> bool:
    """Is a name in truth a noun: in small letters, or with a capital for its place alone?"""
    if token.text.islower():
        return True
    alone = token.i + 1 == len(token.doc) or not token.nbor().tag_.startswith("NNP")
    known = any(token.lower_ in figure_words(name) for name in _KINDS)
    return bool(token.is_sent_start and alone and known)


class Phrases:
    """The noun phrases of a parsed text; token indices.

    Args:
        doc: the parse.
        amounts: the tokens of amounts of money; no phrase holds one.
    """

    def __init__(self, doc: Doc, amounts: AbstractSet[int] = frozenset()) -> None:
        self.doc = doc
        self.tags = [_AMOUNT if token.i in amounts else _tag(token) for token in doc]
        self.words = [token.lower_ for token in doc]
        self.size = len(doc)

    def is_noun(self, i: int) -> bool:
        """Is token `i` a noun, or a name?"""
        return 0 <= i < self.size and self.tags[i] in _NOUNS

    def text(self, start: int, end: int) -> str:
        """Tokens as printed, without a time that stands before them: 'June bond auction'."""
        months = numbers_of("month")
        i = start
        while i < end - 1 and (
            (self.words[i] in months and self.doc[i].is_title) or _CODE.fullmatch(self.words[i])
        ):
            i += 1 + (self.words[i + 1] in ("and", "alone", "-"))
        i = i if i < end else start
        return str(self.doc[i:end].text)

    def start_of(self, head: int) -> int:
        """Where the phrase begins whose head is token `head`."""
        i, listed = head, False
        while i > 0 and head - i < LONGEST:
            tag, word = self.tags[i - 1], self.words[i - 1]
            if i < head and self.tags[i] == "HYPH" and self._is_glued(i - 1):
                i -= 1
                continue
            if (tag == "CC" or (tag == "," and listed)) and self._shares_head(i - 2, i):
                i, listed = i - 2, True  # 'gold and foreign currency reserves'
                continue
            hyphened = i > 1 and self.tags[i - 2] == "HYPH"
            if hyphened and self._is_glued(i - 3) and tag not in _STOPS:
                i -= 1  # 'follow-up'
                continue
            timed = word in _TIMES and not hyphened and self.word(i - 2) not in ("a", "an")
            if tag not in _MODIFIERS or word in _QUANTIFIERS or timed:
                break  # but 'a day pass'
            if tag in ("VBN", "VBG") and not self._is_adjective(i - 1):
                opens = self.doc[i - 1].is_sent_start and i == head
                if not (opens and self.words[head] in figure_words("account")):
                    break  # but 'Operating profit'
            if self.doc[i - 1].is_space:
                break
            if tag == "NNS" and self._is_no_part(word):
                break  # 'will offer departing workers loans', 'the budget foresees spending'
            i -= 1
        if self.words[head] in figure_words("account"):
            for k in range(i, head - 1):
                if self.tags[k] == "HYPH" and self.words[k + 1] in _SPANS:
                    i = k + 2
        left_out = _ADJECTIVES_LEFT_OUT | {"percent", "pct", "%"}
        while i < head and (
            self.tags[i] == "HYPH"
            or (self.words[i] in left_out and self.tags[i + 1] != "HYPH")
            or (self.words[i] in _MEASURED and self.tag(i - 1) in ("CD", "NN") and i < head)
        ):
            i += 1  # 'a 420 sq ft flat'
        return i

    def _is_verb(self, i: int) -> bool:
        return self.words[i] in figure_words("third_person")

    def _is_no_part(self, word: str) -> bool:
        """Is a plural that stands before a noun for money rather who gets it, or a verb?"""
        return any(word in figure_words(n) for n in ("agent_head", "third_person", "headline_verb"))

    def _shares_head(self, first: int, second: int) -> bool:
        """Do two nouns that 'and' joins both belong to the one behind: 'food and fibre exports'?"""
        if first < 0 or self.tags[first] not in ("NN", "NNS", "JJ"):
            return False
        token = self.doc[first]
        while token.dep_ == "conj" and token.head.i < token.i:
            token = token.head
        return token.dep_ in ("nmod", "amod", "compound") and token.head.i >= second

    def _is_glued(self, i: int) -> bool:
        """Is token `i` the first part of a word with a hyphen: 'in-', 'follow-up-'?"""
        token = self.doc[i]
        return not token.whitespace_ and token.text[-1:].isalnum() and self.tags[i] != _AMOUNT

    def _is_adjective(self, i: int) -> bool:
        """Is a participle a modifier ('accumulated rupees'), not a verb ('has paid wages')?"""
        return self.doc[i].dep_ in ("amod", "compound") and self.doc[i].head.i > i

    def ending_at(self, head: int) -> tuple[int, int] | None:
        """The phrase with head `head`, with a phrase that 'and' joins to it from the left."""
        if not self.is_noun(head):
            return None
        start = self.start_of(head)
        if start > 2 and self.tags[start - 1] == "PRP$" and self.words[start - 2] == "and":
            # 'guns and their ammunition'
            if self.tags[start - 3] in ("NN", "NNS"):
                return self.start_of(start - 3), head + 1
            return start, head + 1
        if self.words[start - 1] == "other" and self.words[start - 2] == "and":
            start -= 1  # 'potash and other fertilizer'
        if (
            start > 1
            and self.words[start - 1] == "and"
            and self.tags[start - 2] in ("NN", "NNS")
            and self.tags[head] in ("NN", "NNS")
            and self.doc[head].dep_ == "conj"
            and self.tags[self.start_of(start - 2) - 1] != "CD"
        ):
            start = self.start_of(start - 2)
        return start, head + 1

    def starting_at(
        self, i: int, *, times: bool = False, lists: bool = True
    ) -> tuple[int, int] | None:
        """The phrase that begins at `i`, articles and numbers skipped; None where there is none.

        Words such as 'year' are no nouns here, unless `times`. With `lists`, 'loans, guarantees
        and other measures' is one.
        """
        j = i
        while j < self.size and (
            self.words[j] in _QUANTIFIERS
            or self.words[j] in _ADJECTIVES_LEFT_OUT
            or (self.tags[j] in _SKIPPED and self.tag(j + 1) != "HYPH")
        ):
            j += 1
        begin, last = j, None
        while j < self.size and j - begin < LONGEST:
            tag = self.tags[j]
            if tag == "POS":
                while self.tag(j + 1) == "CD" or self.word(j + 1) in _ADJECTIVES_LEFT_OUT:
                    j += 1  # 'the army's own 40 launchers'
                begin = j + 1
                last = None
            elif tag in _NOUNS and (times or self.words[j] not in _TIMES):
                if tag == "NNS" and last is not None and self._is_verb(j):
                    break  # 'of the paper matures in 2033'
                last = j
            elif tag not in _STOPS and "HYPH" in (self.tag(j + 1), self.tag(j - 1)):
                pass
            elif (
                tag not in _MODIFIERS
                or (last is not None and self.words[j] in _DATED)
                or self.words[j] in _TIMES
                or (tag in ("VBN", "VBG") and last is not None)
            ):
                break
            j += 1
        if last is None:
            return None
        last = self._without_name(begin, last)
        end = self._listed(last + 1) if lists else last + 1
        if end + 1 < self.size and self.words[end] in ("and", "or") and self._opens(end + 1):
            joined = self.starting_at(end + 1)
            if (
                joined
                and not self._has_own(joined[1])
                and self.tags[joined[1] - 1] in ("NN", "NNS")
                and joined[1] - begin < LONGEST
            ):
                end = joined[1]
        return begin, end

    def _without_name(self, begin: int, last: int) -> int:
        """'the laser company Lumentera': its last word but for the name behind it."""
        i = last
        while i > begin and self.tags[i] in ("NNP", "NNPS"):
            i -= 1
        return i if self.tags[i] in ("NN", "NNS") else last

    def _has_own(self, end: int) -> bool:
        """Has the phrase that ends at `end` an amount of its own: 'and a loan of $5 million'?"""
        near = self.word(end) in ("of", "worth") and self.holds_amount(end, end + _NEAR)
        return near or self.tag(end) == _AMOUNT

    def _opens(self, i: int) -> bool:
        """Does the second part of 'maize and cooking oil', 'grants and very cheap loans' begin?"""
        if self.tags[i] in ("VBN", "VBG"):
            return self._is_adjective(i)
        if self.tags[i] == "DT" and self.tag(i - 2) in ("NN", "NNS"):
            return any(c.dep_ == "conj" and c.left_edge.i == i for c in self.doc[i - 2].rights)
        return self.tags[i] in ("NN", "NNS", "JJ", "PRP$") or (
            self.tags[i] == "RB" and self.tag(i + 1) == "JJ"
        )

    def _listed(self, end: int) -> int:
        """The end of the last but one phrase of 'A, B and C', whose first ends at `end`."""
        past = end
        while self.word(past) == "," and self.tag(past + 1) in ("NN", "NNS", "JJ"):
            item = self.starting_at(past + 1, lists=False)
            if item is None or item[0] != past + 1 or item[1] - end > LONGEST:
                return end
            past = item[1]
            if "and" in self.words[item[0] : item[1]]:
                return past
            if self.word(past) == "and" or (
                self.word(past) == "," and self.word(past + 1) == "and"
            ):
                return past
        return end

    def over_left_out(self, i: int) -> int:
        """The token behind the adjectives at `i` that no measure keeps: 'in fresh' money."""
        while self.word(i) in _ADJECTIVES_LEFT_OUT:
            i += 1
        return i

    def holds_amount(self, start: int, end: int) -> bool:
        """Does an amount of money stand between two tokens?"""
        return _AMOUNT in self.tags[start:end]

    def over_amount(self, i: int) -> int | None:
        """The token behind the amount at `i`, articles skipped; None where there is none."""
        while self.tag(i) in ("DT", "PRP$"):
            i += 1
        if self.tag(i) != _AMOUNT:
            return None
        while self.tag(i) == _AMOUNT:
            i += 1
        return i

    def tag(self, i: int) -> str:
        """The tag of the token at `i`; empty beyond the ends."""
        return self.tags[i] if 0 <= i < self.size else ""

    def word(self, i: int) -> str:
        """The word at `i` in small letters; empty beyond the ends."""
        return self.words[i] if 0 <= i < self.size else ""
