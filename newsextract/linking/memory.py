"""Who has spoken so far, and what lies before a place of the article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsextract.linking.grammar import MentionGrammar
from newsextract.story import QuoteFinding, Range, Story

_REACH = 3
"""Paragraphs back in which a pronoun finds its person."""
_FARTHEST = 3000
"""The same in characters, for texts without paragraphs."""
_SENTENCES = 20
"""The same in sentences."""


@dataclass(frozen=True, slots=True)
class SpeakerLink:
    """Fullest name of a speaker, and the index of the participant (None: unnamed source)."""

    name: str
    participant: int | None


class Memory:
    """What the words beside a quote may look back to.

    Attributes:
        persons: persons who were found to speak, and where, in order.
        bodies: countries and bodies.
        several: plural sources.
        unnamed: head nouns of sources without a name.
    """

    def __init__(
        self, story: Story, quotes: Sequence[QuoteFinding], grammar: MentionGrammar
    ) -> None:
        self.persons: list[tuple[int, SpeakerLink]] = []
        self.bodies: list[tuple[int, SpeakerLink]] = []
        self.several: list[tuple[int, SpeakerLink]] = []
        self.unnamed: list[tuple[str, SpeakerLink]] = []
        self.blocks = [block.start for block in story.reading.layout.blocks]
        self._grammar = grammar
        self._sentences = [sentence.start for sentence in story.doc.sents]
        self._length = len(story.text)
        self._spoken = sorted(
            piece for quote in quotes if quote.kind == "direct" for piece in quote.pieces
        )

    def spoke(self, start: int, end: int) -> Iterator[SpeakerLink]:
        """Who was found to speak in ``text[start:end]``, the last one first."""
        for where, link in reversed(self.persons):
            if where < start:
                return
            if where < end:
                yield link

    def several_spoke(self, offset: int) -> SpeakerLink | None:
        """The plural source that spoke last, in this paragraph or the one before."""
        return self._last(self.several, offset)

    def body_spoke(self, offset: int, reach: int = 1) -> SpeakerLink | None:
        """The body that spoke last, in this paragraph or the `reach` before."""
        return self._last(self.bodies, offset, reach)

    def _last(
        self, spoke: list[tuple[int, SpeakerLink]], offset: int, reach: int = 1
    ) -> SpeakerLink | None:
        floor = self.floor(offset, reach)
        return next((link for where, link in spoke[-1:] if where >= floor), None)

    def floor(self, offset: int, reach: int = _REACH) -> int:
        """Where the paragraph begins that is `reach` paragraphs before `offset`."""
        block = bisect_right(self.blocks, offset) - 1
        start = self.blocks[max(0, block - reach)] if self.blocks else 0
        return max(start, offset - _FARTHEST)

    def sentences_back(self, offset: int, floor: int) -> Iterator[Range]:
        """Sentences from the one that holds `offset` (up to there) back to `floor`."""
        end = offset
        last = bisect_right(self._sentences, self._grammar.token(offset).i) - 1
        for number in range(last, max(-1, last - _SENTENCES), -1):
            if end <= floor:
                return
            start = self._grammar.starts[self._sentences[number]]
            yield Range(max(start, floor), end)
            end = start

    def is_spoken(self, offset: int) -> bool:
        """Is the character at `offset` within a direct quote?"""
        i = bisect_right(self._spoken, Range(offset, self._length + 1)) - 1
        return i >= 0 and self._spoken[i].start <= offset < self._spoken[i].end
