"""Finding many fixed phrases in a text at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

UPPER = "".join(chr(c) for c in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isupper())
"""Capital letters of the Latin script."""
DIGRAPHS = "Kh|Sh|Zh|Ch|Ts|Dz|Dzh|Ya|Yu|Ye|Gh|Ph|Th|Bh|Dh"
"""Initials of two letters, which stand for one of another script: 'Kh. Batsaikhan'."""
_FIRST = re.compile(r"\w+")
_WORD = re.compile(rf"(?<!\w)[{UPPER}0-9]\w*")


class Phrases:
    """Phrases that begin with a capital or a digit: whole words, letter case as given."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for phrase in phrases:
            first = _FIRST.search(phrase)
            if first and first.start() == 0:
                self._by_first.setdefault(first.group(), []).append(phrase)
        for candidates in self._by_first.values():
            candidates.sort(key=len, reverse=True)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Offsets of the phrases in `text`, the longest first, without overlap; linear time."""
        past = 0
        for word in _WORD.finditer(text):
            start = word.start()
            if start < past:
                continue
            for phrase in self._by_first.get(word.group(), ()):
                end = start + len(phrase)
                if text.startswith(phrase, start) and not text[end : end + 1].isalnum():
                    past = end
                    yield start, end
                    break
