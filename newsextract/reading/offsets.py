"""The way back from clean text to the text as it was sent."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable


class OffsetMap:
    """Maps offsets in an edited text to offsets in its source.

    Edits are recorded while they are made, so the map is exact. A replaced stretch is
    mapped as a whole: a span that touches any character of the replacement covers all
    characters that it stands for.
    """

    __slots__ = ("_clean", "_edited", "_source", "_width")

    def __init__(self) -> None:
        # One entry for each edit; between edits the texts run in step.
        self._clean: list[int] = []  # offset in the edited text where the edit starts
        self._edited: list[int] = []  # its length there
        self._source: list[int] = []  # offset in the source where it starts
        self._width: list[int] = []  # its length there

    def add(self, clean: int, edited: int, source: int, width: int) -> None:
        """Record that `width` source characters became `edited` ones. In document order."""
        self._clean.append(clean)
        self._edited.append(edited)
        self._source.append(source)
        self._width.append(width)

    def __len__(self) -> int:
        return len(self._clean)

    def start(self, offset: int) -> int:
        """Source offset of the character at `offset`."""
        i = self._last_edit(offset)
        if i < 0:
            return offset
        past = offset - self._clean[i] - self._edited[i]
        return self._source[i] if past < 0 else self._source[i] + self._width[i] + past

    def end(self, offset: int) -> int:
        """Source offset after the character that ends at `offset`."""
        last = offset - 1
        i = self._last_edit(last)
        if i < 0:
            return offset
        past = max(last - self._clean[i] - self._edited[i], -1)
        return self._source[i] + self._width[i] + past + 1

    def _last_edit(self, offset: int) -> int:
        return bisect_right(self._clean, offset) - 1


def substitute(
    pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str | None], text: str
) -> tuple[str, OffsetMap]:
    """Like ``pattern.sub``, with the map back; None from `replacement` leaves a match alone."""
    offsets = OffsetMap()
    out: list[str] = []
    taken = length = 0
    for match in pattern.finditer(text):
        new = replacement(match)
        if new is None:
            continue
        start, end = match.span()
        out.append(text[taken:start])
        length += start - taken
        offsets.add(length, len(new), start, end - start)
        out.append(new)
        length += len(new)
        taken = end
    if not out:
        return text, offsets
    out.append(text[taken:])
    return "".join(out), offsets
