"""Does an amount without a phrase of its own go on with what the one before it is of?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newsextract.lexicons.figure_words import figure_words
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.figures.grammar import subject_of
from newsextract.parsers.figures.measures.labels import LabelReader
from newsextract.parsers.figures.sites import Site

if TYPE_CHECKING:
    from spacy.tokens import Token


class Same(LabelReader):
    """Reads what ties an amount to the one before it."""

    def holds(self, site: Site, verb: Token | None, *, follows: bool) -> bool:
        """Is the amount of what was spoken of before?

        Args:
            site: where it stands.
            verb: the verb that governs it.
            follows: does another amount stand before it in the sentence?
        """
        if self.word(site.before) in ("remaining", "rest"):
            return True
        if self.word(site.before) in ("initial", "first") and site.rate is None:
            return True
        if self._is_part(site):
            return True
        before = self.words[max(site.before - 1, site.sentence[0]) : site.before + 1]
        if before == ["short", "of"] or self.is_part_of_last(site) or self._is_ranked(site):
            return True
        if follows and (self._goes_on(site, verb) or self._moves_on(site)):
            return True
        if verb is None:
            return False
        if verb.lower_ in figure_words("cover_verb") or self._is_dated(verb):
            return True
        aims = figure_words("aim_verb")
        earns = verb.lower_ in figure_words("earn_verb") and verb.head.lower_ in aims
        return earns or (verb.lower_ in aims and verb.tag_ != "VBN")

    def is_part_of_last(self, site: Site) -> bool:
        """'$5 million of that figure': a part of the figure before."""
        behind = self.words[site.behind : site.behind + 6]
        return behind[:1] == ["of"] and bool(figure_words("same_head").intersection(behind))

    def is_part(self, site: Site) -> bool:
        """Is the amount a part of one before: 'of which $5 million', '$5 million of it'?"""
        return self._is_part(site) or self.is_part_of_last(site)

    def is_range(self, site: Site) -> bool:
        """'wages were $5 in May, ranging from $2 in farming to $9 in finance'."""
        if self.word(site.before) not in ("from", "to"):
            return False
        words = self.words[max(site.before - _RANGE, site.sentence[0]) : site.before + 1]
        at = next((i for i, word in enumerate(words) if word in _RANGES), None)
        return at is not None and words[at + 1 : at + 2] == ["from"]

    def is_share(self, site: Site, verb: Token | None) -> bool:
        """Is the amount a part of a whole, of which only is said who gets it, and for what?

        'grants of $5 million, including $2 million for Chad', 'of this, $2 million goes to Chad'.
        """
        goes = verb is not None and verb.lower_ in _GOES and verb.i >= site.behind
        link = self.word(verb.i + 1 if goes and verb is not None else site.behind)
        if self._is_listed(site):
            return link in ("for", "to")
        return link == "to" and self._is_part(site)

    def _is_listed(self, site: Site) -> bool:
        """'..., including $2 million for Chad and $1 million for Mali'."""
        i = site.before
        while i > site.sentence[0] and self.word(i) not in ("including", "comprising"):
            verbal = self.doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") or self.word(i) in (";", ":")
            if verbal or site.before - i > _LIST:
                return False
            i -= 1
        return self.phrases.holds_amount(site.sentence[0], i) and (
            i == site.before or self.phrases.holds_amount(i, i + 3)
        )

    def _is_part(self, site: Site) -> bool:
        """'..., of which $5 million', 'Of this, $5 million will go to Chad and $2 million'."""
        first = site.sentence[0]
        if any(
            pair in _OF_WHICH
            for pair in pairwise(self.words[max(site.before - 8, first) : site.before + 1])
        ):
            return True
        while not self.doc[first].is_alpha and first < site.before:
            first += 1
        if self.word(first) not in ("of", "from") or ";" in self.words[first : site.first]:
            return False
        whole = self.words[first + 1]
        if whole in ("this", "that", "these", "those", "it"):
            return True
        sums = figure_words("same_head") | figure_words("topic_noun") | {"money", "funds"}
        head = self.phrases.starting_at(first + 1, lists=False)
        return whole in ("the", "its") and head is not None and self.word(head[1] - 1) in sums

    def _is_ranked(self, site: Site) -> bool:
        """'Singapore was the largest source with $5 million, followed by Japan, $2 million'."""
        before = self.words[max(site.before - 8, site.sentence[0]) : site.before + 1]
        if ("followed", "by") in pairwise(before):
            return True
        return before[-1:] == ["with"] and bool(_FIRST.intersection(before))

    def _moves_on(self, site: Site) -> bool:
        """'dropped $2 to $81', 'fell 98 cents, or 1.2 percent, to settle at $81'."""
        i = site.before
        if self.word(i) == "at" and self.word(i - 1) in _ENDS:
            i -= 2
        if self.word(i) != "to":
            return False
        moves = figure_words("reach_verb") | figure_words("move")
        if site.rate is None and moves.intersection(self.words[site.sentence[0] : i]):
            return True  # 'rose $5 million in the week to $236 million'
        i -= 1
        if self.word(i) == ",":
            while i > site.sentence[0] and site.before - i < 10 and self.words[i] != "or":
                i -= 1
            i -= 1 + (self.word(i - 1) == ",")
        return self.phrases.holds_amount(i, i + 1)

    def _is_dated(self, verb: Token) -> bool:
        """'December alone brought $5 million'."""
        subject = subject_of(verb)
        dated = subject is not None and subject.ent_type_ == "DATE"
        return dated and verb.lower_ in figure_words("reach_verb") | {"saw", "earned", "added"}

    def _is_spent(self, site: Site, verb: Token) -> bool:
        """'$5 million in aid was pledged, and barely $3 million has been paid'."""
        passive = any(child.dep_ == "auxpass" for child in verb.lefts)
        subject = any(site.first <= child.i < site.last for child in verb.lefts)
        return passive and subject and verb.lower_ in _SPENT

    def _goes_on(self, site: Site, verb: Token | None) -> bool:
        """Does the amount share in what the one before it in the sentence is of?

        'It will cost $5 million, with Oslo paying $1 million', 'has given $5 million and will
        give another $2 million', '$5 million, which is $1 million less than in May'.
        """
        before = self.words[max(site.first - 10, site.sentence[0]) : site.first]
        behind = self.word(site.behind)
        if _MORE.intersection(before[-3:]) or behind in ("more", "less"):
            return True
        if self.words[site.before + 1] in ("only", "barely") and site.rate is None:
            return True  # 'needs $5 million in aid, but has got only $2 million'
        each = behind == "for" and self.word(site.behind + 1) in ("every", "each")
        if each and self.word(site.before) == "or":
            return True  # 'spent $5 million on pumps, or $9 for every islander'
        if verb is not None and self._is_spent(site, verb):
            return True
        if behind in figure_words("estimate"):
            return True  # 'a profit of $5 million, ahead of the $4 million forecast'
        if verb is None:
            return False
        own = any(site.first <= child.i < site.last for child in verb.rights)
        if own and verb.dep_ == "conj" and verb.lower_ in figure_words("trade_verb"):
            return True  # 'sold goods worth $5 million and bought $2 million'
        pays = verb.tag_ == "VBG" or verb.head.tag_ == "VBG"
        return pays and "with" in before


_SPENT = word_list("figure_words.tsv", "spent")
_RANGES = frozenset("ranging ranged ranges varying varied varies stretching".split())
_RANGE = 12
"""Tokens from 'ranging' to the upper end."""
_LIST = 20
"""Tokens of a list of parts."""
_GOES = frozenset("go goes went going".split())
_FIRST = frozenset("largest biggest top main leading first highest".split())
_ENDS = frozenset("settle close finish end trade settling closing finishing ending trading".split())
_MORE = frozenset({"another", "further", "additional", "extra"})
_OF_WHICH = {("of", "which"), ("of", "this"), ("of", "that"), ("of", "it"), ("of", "them")}
