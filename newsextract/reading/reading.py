"""A text as it is read: clean, in blocks, with the way back to the caller's offsets."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from newsextract.reading.cleaning import clean_characters
from newsextract.reading.layout import Layout, lay_out
from newsextract.reading.lines import join_lines
from newsextract.reading.markup import unmark
from newsextract.reading.offsets import OffsetMap
from newsextract.record import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of a text.

    Attributes:
        source: the text exactly as the caller gave it.
        text: the clean text: one line a paragraph, single spaces. All findings count here.
        layout: blocks, headline, header date, and where the body begins.
    """

    source: str
    text: str
    layout: Layout
    _maps: tuple[OffsetMap, ...]

    @property
    def body(self) -> int:
        """Offset in `text` of the first paragraph: behind header, headline and byline."""
        return self.layout.body

    @property
    def published(self) -> datetime.date | None:
        """The publication date that the header gives."""
        return self.layout.published

    def home(self, start: int, end: int) -> Span:
        """The caller's characters behind ``text[start:end]`` (not empty)."""
        for offsets in self._maps:
            start, end = offsets.start(start), offsets.end(end)
        return Span.of(self.source, start, end)


def read(source: str) -> Reading:
    """Read a text. Total and linear: any string gives a reading."""
    unmarked, tags = unmark(source)
    cleaned, characters = clean_characters(unmarked)
    text, lines = join_lines(cleaned)
    maps = tuple(m for m in (lines, characters, tags) if len(m))
    return Reading(source, text, lay_out(text), maps)
