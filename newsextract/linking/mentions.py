"""Which participant is meant at a place in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsextract.story import ParticipantFinding, Range


class MentionIndex:
    """All mentions of the article's participants, by offset."""

    def __init__(self, participants: Sequence[ParticipantFinding]) -> None:
        self.participants = participants
        pairs = sorted((m, i) for i, p in enumerate(participants) for m in p.mentions)
        self._mentions = [mention for mention, _ in pairs]
        self._owners = [owner for _, owner in pairs]
        self._longest = max((m.end - m.start for m in self._mentions), default=0)

    def within(self, start: int, end: int) -> list[tuple[Range, int]]:
        """Mentions that overlap ``text[start:end]``, in order, with their participant's index."""
        found = []
        i = bisect_left(self._mentions, Range(start - self._longest, 0))
        while i < len(self._mentions) and self._mentions[i].start < end:
            if self._mentions[i].end > start:
                found.append((self._mentions[i], self._owners[i]))
            i += 1
        return found
