"""Blocks: what is header, headline, byline, story and page furniture."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["header", "headline", "byline", "paragraph", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the clean text: ``text[start:end]``."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a clean text.

    Attributes:
        blocks: all lines, in order.
        body: offset of the first paragraph of the story (its dateline, if it has one).
        headline: offsets of the headline, if there is one.
        published: the date that the header gives, if it gives one.
    """

    blocks: tuple[Block, ...]
    body: int
    headline: tuple[int, int] | None = None
    published: datetime.date | None = None


def lay_out(text: str) -> Layout:
    """Tell the blocks of a clean text apart (one line is one block)."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block("paragraph", start, start + len(line)))
        start += len(line) + 1
    return Layout(tuple(blocks), body=0)
