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


def capitals(text: str) -> list[tuple[int, str]]:
    """Words that begin with a capital or a digit, with their offsets."""
    return [(word.start(), word[0]) for word in _WORD.finditer(text)]


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

    def find(
        self, text: str, words: list[tuple[int, str]] | None = None
    ) -> Iterator[tuple[int, int]]:
        """Offsets of the phrases in `text`, the longest first, without overlap; linear time.

        `words` are the text's `capitals`, where they are known.
        """
        past, by_first = 0, self._by_first
        for start, word in capitals(text) if words is None else words:
            if word not in by_first or start < past:
                continue
            for phrase in by_first[word]:
                end = start + len(phrase)
                if text.startswith(phrase, start) and not text[end : end + 1].isalnum():
                    past = end
                    yield start, end
                    break
