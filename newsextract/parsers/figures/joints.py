"""How a figure joins the one before: a list, a part, what is said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsextract.parsers.figures.amounts import Amount
from newsextract.parsers.figures.grammar import VERBS
from newsextract.parsers.figures.sites import Site

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HELD_AGAINST = re.compile(
    r"\b(?:than|double|twice|triple|half|times|compared|short|below|above|top)\b"
)
_JOINTS = frozenset({"and", ",", "plus", "while"})
_INCLUDING = frozenset({"including", "comprising"})
_THAT_IS = re.compile(r"(?:This|That|It)(?:\s+(?:is|was)|['’]s)\s+(?:[a-z]+\s+){0,3}$")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Joints:
    """Reads joints between neighbouring figures."""

    def __init__(
        self, doc: Doc, text: str, amounts: Sequence[Amount], sites: Sequence[Site]
    ) -> None:
        self.doc = doc
        self.text = text
        self.amounts = amounts
        self.sites = sites

    def _shares(self, i: int, site: Site) -> bool:
        """'a grant of $5 million to Oslo and $2 million to Rome': no verb parts the two."""
        if i == 0 or site.relation is not None:
            return False
        last = self.sites[i - 1]
        gap = self.doc[last.last : site.first]
        text = self.text[last.amount.end : site.amount.start]
        other = self.amounts[i].code != self.amounts[i - 1].code
        apart = self.doc[site.before].text == "," and self.text[site.amount.end :][:1] in ".,;"
        if other and apart and site.bound == "approx" and not re.search(r"[.;]\s|\n", text):
            return True  # 'a fee of 1.50 marks will be charged, about 75 euro cents'
        whole = last.before
        while whole > last.sentence[0] and self.doc[whole].tag_ in ("DT", "PRP$"):
            whole -= 1
        out = self.doc[max(whole - 1, 0)].lower_ == "out"
        of = self.doc[whole].text == "Of" or (out and self.doc[whole].text == "of")
        if of and last.sentence == site.sentence:
            return True  # 'Of the $5 million that was promised, $2 million has come'
        joined = any(token.lower_ in _JOINTS for token in gap)
        subject = any(token.dep_ in _SUBJECTS for token in self.doc[site.first : site.last])
        if _HELD_AGAINST.search(text):
            return False
        parted = (
            any(token.tag_ in VERBS for token in gap) or subject or re.search(r"[.;:]\s|\n", text)
        )
        return joined and not parted

    def _is_added(self, i: int, site: Site) -> bool:
        """'$5 million and $2 million', but not '$5 million, well below the $9 million'."""
        gap = self.text[self.amounts[i - 1].end : site.amount.start]
        return site.relation == "addition" and not _HELD_AGAINST.search(gap)

    def _is_inside(self, i: int) -> bool:
        """Is the amount a part, told before its whole?"""
        site, whole = self.sites[i], self.sites[i + 1]
        return self.doc[site.before].lower_ in _INCLUDING and site.sentence == whole.sentence

    def _is_whole(self, site: Site) -> bool:
        """'Of the $5 million': does the sentence begin with what a part is taken from?"""
        whole = site.before
        while whole > site.sentence[0] and self.doc[whole].tag_ in ("DT", "PRP$"):
            whole -= 1
        return self.doc[whole].text == "Of"

    def _is_said_of_last(self, i: int, site: Site) -> bool:
        """'That is $5 million more than a year before': said of the figure before?"""
        start = self.doc[site.sentence[0]].idx
        before = self.text[start : site.amount.start]
        return start > self.amounts[i - 1].end and bool(_THAT_IS.match(before))
