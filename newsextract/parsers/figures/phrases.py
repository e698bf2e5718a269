"""Noun phrases, read from part-of-speech tags: short, without articles and possessives."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from newsextract.lexicons.figure_words import figure_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIERS = _NOUNS | {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "AFX"}
_SKIPPED = frozenset({"DT", "PRP$", "CD", "PDT", "$", "``", "''", "RB"})
_PRONOUNS = frozenset("which this that these those it them whom our their his her its".split())
_MAGNITUDES = frozenset("million billion trillion mln bln mn bn trln thousand lakh crore".split())
_QUANTIFIERS = frozenset(
    {"dozen", "dozens", "another", "further", "more", "other", "such", "several", "many", "few"}
)
_ADJECTIVES_LEFT_OUT = frozenset({"single", "remaining", "whole", "own"})
_NOUN_ROLES = frozenset({"pobj", "dobj", "nsubj", "nsubjpass"})
"""What a noun is in its clause; a verb is not."""
_KINDS = ("topic_noun", "keep_of", "keep_to", "keep_from", "total_trade", "account", "goods")
"""Lists of nouns for what amounts are of."""
_AMOUNT = "AMOUNT"
"""In place of the tag of a token that belongs to an amount."""
_STOPS = frozenset({_AMOUNT, "DT", "IN", "PRP$", ",", ".", ":", "-LRB-", "-RRB-", "CC"})
_TIMES = frozenset(
    "today yesterday tomorrow year month week day quarter years months weeks days quarters "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)

_DATED = frozenset({"last", "next", "this", "earlier", "alone"})
_SPANS = frozenset("year month week day quarter half".split())
"""Units of 'nine-month', 'first-quarter', 'full-year': when a figure holds, not what it is of."""

LONGEST = 9
"""Tokens of a phrase; what is longer is no label."""
_NEAR = 5
"""Tokens from 'of' to its amount, with words that bound it between."""
_LONGEST_COMPLEMENT = 12
"""The same for what stands behind its preposition."""


def _tag(token: Token) -> str:
    """The tag; a dash inside a word ('Dar es Salaam–Mombasa') is a hyphen."""
    if token.text in ("–", "—", "-") and token.i and not token.whitespace_:
        before: str = token.nbor(-1).whitespace_
        return token.tag_ if before else "HYPH"
    if token.tag_ == "HYPH" and token.whitespace_ and token.i and token.nbor(-1).whitespace_:
        return ":"  # 'ROME - Bread'
    if token.lower_ in _MAGNITUDES:
        return "CD"
    if token.tag_ in ("VB", "VBP", "VBZ") and token.dep_ in _NOUN_ROLES:
        return "NNS" if token.tag_ == "VBZ" else "NN"  # 'to the fisheries programme'
    if token.tag_ == "JJ" and token.dep_ in _NOUN_ROLES:
        return "NN"  # 'the price per locomotive'
    if token.tag_ in ("NNP", "NNPS") and _is_common(token):
        return token.tag_.replace("NNP", "NN")
    return str(token.tag_)


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
        """Tokens as printed."""
        return str(self.doc[start:end].text)

    def start_of(self, head: int) -> int:
        """Where the phrase begins whose head is token `head`."""
        i = head
        while i > 0 and head - i < LONGEST:
            tag, word = self.tags[i - 1], self.words[i - 1]
            if i < head and self.tags[i] == "HYPH" and self._is_glued(i - 1):
                i -= 1
                continue
            hyphened = i > 1 and self.tags[i - 2] == "HYPH"
            if hyphened and self._is_glued(i - 3) and tag not in _STOPS:
                i -= 1  # 'follow-up'
                continue
            if tag not in _MODIFIERS or word in _QUANTIFIERS or (word in _TIMES and not hyphened):
                break
            if tag in ("VBN", "VBG") and not self._is_adjective(i - 1):
                opens = self.doc[i - 1].is_sent_start and i == head
                if not (opens and self.words[head] in figure_words("account")):
                    break  # but 'Operating profit'
            if self.doc[i - 1].is_space:
                break
            if tag == "NNS" and word in figure_words("agent_head"):
                break  # 'will offer departing workers loans'
            i -= 1
        if self.words[head] in figure_words("account"):
            for k in range(i, head - 1):
                if self.tags[k] == "HYPH" and self.words[k + 1] in _SPANS:
                    i = k + 2
        left_out = _ADJECTIVES_LEFT_OUT | {"percent", "pct", "%"}
        while i < head and (self.tags[i] == "HYPH" or self.words[i] in left_out):
            i += 1
        return i

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
            or (self.tags[j] in _SKIPPED and self._tag(j + 1) != "HYPH")
        ):
            j += 1
        begin, last = j, None
        while j < self.size and j - begin < LONGEST:
            tag = self.tags[j]
            if tag == "POS":
                while self._tag(j + 1) == "CD" or self._word(j + 1) in _ADJECTIVES_LEFT_OUT:
                    j += 1  # 'the army's own 40 launchers'
                begin = j + 1
                last = None
            elif tag in _NOUNS and (times or self.words[j] not in _TIMES):
                last = j
            elif tag not in _STOPS and "HYPH" in (self._tag(j + 1), self._tag(j - 1)):
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
        return self._word(end) in ("of", "worth") and self.holds_amount(end, end + _NEAR)

    def _opens(self, i: int) -> bool:
        """Does the second part of 'maize and cooking oil', 'grants and very cheap loans' begin?"""
        if self.tags[i] in ("VBN", "VBG"):
            return self._is_adjective(i)
        if self.tags[i] == "DT" and self._tag(i - 2) in ("NN", "NNS"):
            return any(c.dep_ == "conj" and c.left_edge.i == i for c in self.doc[i - 2].rights)
        return self.tags[i] in ("NN", "NNS", "JJ", "PRP$") or (
            self.tags[i] == "RB" and self._tag(i + 1) == "JJ"
        )

    def _listed(self, end: int) -> int:
        """The end of the last but one phrase of 'A, B and C', whose first ends at `end`."""
        past = end
        while self._word(past) == "," and self._tag(past + 1) in ("NN", "NNS", "JJ"):
            item = self.starting_at(past + 1, lists=False)
            if item is None or item[0] != past + 1 or item[1] - end > LONGEST:
                return end
            past = item[1]
            if "and" in self.words[item[0] : item[1]]:
                return past
            if self._word(past) == "and" or (
                self._word(past) == "," and self._word(past + 1) == "and"
            ):
                return past
        return end

    def holds_amount(self, start: int, end: int) -> bool:
        """Does an amount of money stand between two tokens?"""
        return _AMOUNT in self.tags[start:end]

    def over_amount(self, i: int) -> int | None:
        """The token behind the amount at `i`, articles skipped; None where there is none."""
        while self._tag(i) in ("DT", "PRP$"):
            i += 1
        if self._tag(i) != _AMOUNT:
            return None
        while self._tag(i) == _AMOUNT:
            i += 1
        return i

    def with_complement(self, start: int, end: int, *, subject: bool = False) -> tuple[int, int]:
        """The phrase with the prepositional phrase that belongs to such a head.

        'cost of each week', 'exports of goods to Guyana', 'fee for vessels', 'trade between the
        two countries'; of a `subject` also 'contribution to the programme'.
        """
        head, link = self.words[end - 1], self._word(end)
        plain_trade = head in ("trade", "exchange") and all(
            word in ("total", "overall", "trade") for word in self.words[start : end - 1]
        )
        keeps = (
            (link == "of" and self._keeps_of(head, end))
            or (link == "for" and head in figure_words("keep_for") | figure_words("keep_for_near"))
            or (link == "from" and head in figure_words("keep_from"))
            or (link == "in" and head in figure_words("keep_in"))
            or (link == "in" and head in figure_words("stake") and self._is_governed(end))
            or (link == "on" and head in figure_words("keep_on"))
            or (link == "per" and head in figure_words("value"))
            or (link in ("between", "with") and plain_trade)
            or (head == "trade" and link == "in" and self._word(end + 1) in ("goods", "services"))
            or (subject and self._is_given(head, link) and self._is_governed(end))
        )
        if keeps:
            behind = end
            act = link == "of" and self._tag(end + 1) == "VBG"  # 'cost of moving a tonne'
            end = self._through(end + 1 + act, end)
            names = self._tag(end + 1) in ("NNP", "NNPS") and self._tag(end - 1) in ("NNP", "NNPS")
            joins = link == "between" or (link == "of" and names)
            if joins and self._word(end) == "and" and end - behind < LONGEST:
                end = self._through(end + 1, end)
        if head in figure_words("keep_to"):
            # 'exports from Scotland to Norway'
            for _ in range(2):
                if self._word(end) in ("to", "from"):
                    end = self._through(end + 1, end)
        return start, end

    def _is_given(self, head: str, link: str) -> bool:
        """'aid to', 'support for': to whom, and for what."""
        return link == "to" or (link == "for" and head in figure_words("help"))

    def _is_governed(self, i: int) -> bool:
        """Does the preposition at `i` lead to a thing or a place, not to a time?"""
        span = self.starting_at(i + 1)
        if span is None or self.words[span[1] - 1] in figure_words("generic_head"):
            return False
        return not any(t.ent_type_ in ("DATE", "TIME") for t in self.doc[span[0] : span[1]])

    def _keeps_of(self, head: str, end: int) -> bool:
        """Does 'of' behind `head` say of what it is, not whose ('operation of the Bank')?"""
        if head in figure_words("keep_of"):
            return True
        if self._word(end + 1) in _PRONOUNS:
            return False
        owner = self.starting_at(end + 1)
        if owner is None:
            return False
        named = self.tags[owner[1] - 1] in ("NNP", "NNPS")
        longer = owner[1] - owner[0] > 1 or self._word(owner[1]) == "of"
        return not (named and longer)

    def _tag(self, i: int) -> str:
        return self.tags[i] if i < self.size else ""

    def _word(self, i: int) -> str:
        return self.words[i] if i < self.size else ""

    def _through(self, i: int, otherwise: int) -> int:
        found = self.starting_at(i, times=True)
        if found is None or found[1] - otherwise >= _LONGEST_COMPLEMENT:
            return otherwise
        if self.words[found[1] - 1] in ("percent", "pct", "cent"):
            return otherwise
        per_unit = self.words[found[1] - 1] in figure_words("rate_unit")
        if per_unit and self._word(found[1]) == "of":
            return self._through(found[1] + 1, found[1])
        return found[1]

    def with_head(self, start: int, end: int) -> tuple[int, int]:
        """The phrase with a head before 'of' whose kind it only tells: 'imports of wood pulp'."""
        begin = start - (self.tags[start - 1] == "DT")  # 'the cost of a ferry'
        head = begin - 2
        unit = self.words[head].removesuffix("s") if head > 0 else ""
        if (
            head > 0
            and self.words[begin - 1] == "of"
            and self.words[head] in figure_words("keep_of")
            and self.is_noun(head)
            and (unit not in figure_words("rate_unit") or unit == "line")
        ):
            start = self.start_of(head)
        return start, end
