"""Grammar of the phrases that name somebody."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from newsextract.lexicons.offices import office_words
from newsextract.story import Range, Story

if TYPE_CHECKING:
    from spacy.tokens import Token

_APPOSED = re.compile(r", (?:[A-Z][\w.’'-]* ){0,4}$")
"""'the president for May, Ambassador | Jorge M.': what stands before a name in apposition."""


class MentionGrammar:
    """Looks phrases up in the parse, by their offsets."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = story.text
        self.starts: list[int] = story.doc.to_array("IDX").tolist()

    def token(self, offset: int) -> Token:
        """The token at `offset`."""
        return self.story.doc[max(0, bisect_right(self.starts, offset) - 1)]

    def head(self, mention: Range) -> Token | None:
        """The head of the phrase."""
        span = self.story.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        return span.root if span is not None and len(span) else None

    def is_subject(self, mention: Range) -> bool:
        """Is the phrase the subject of a verb?"""
        token = self.token(mention.end - 1)
        for _ in range(6):
            if token.dep_ in ("nsubj", "nsubjpass", "agent"):
                return True
            if token.dep_ not in ("appos", "compound", "nmod", "flat", "npadvmod", "amod"):
                return False
            token = token.head
        return False

    def is_apposed(self, head: Token, name: Range) -> bool:
        """'the UN mission in the country, MONUSCO': is the name an apposition to the head?"""
        token = self.token(name.end - 1)
        return token.dep_ == "appos" and token.head.i == head.i

    def of_other(self, head: Token | None, name: Range) -> bool:
        """'a spokesman for X', 'X's lawyer': the phrase is about somebody else than X."""
        if head is None:
            return False
        first = self.token(name.start)
        if first.i and self._ends_title(self.story.doc[first.i - 1]):
            return False
        if _APPOSED.search(self.text[head.idx : name.start]):
            return False
        token = self.token(name.end - 1)
        for _ in range(8):
            if token.i == head.i:
                return False
            if token.dep_ in ("poss", "pobj"):
                return token.head.i != head.i or head.idx < name.start or token.dep_ == "poss"
            if token.dep_ == "conj":
                return True
            token = token.head
        return False

    def _ends_title(self, before: Token) -> bool:
        """'Minister of Foreign Affairs of Kazakhstan | Roman V.': the name follows its office."""
        word = office_words().get(before.lower_)
        titled = word is None or word.kind != "head" or word.sector == "MIL"
        return before.tag_ in ("NNP", "NNPS") and titled
