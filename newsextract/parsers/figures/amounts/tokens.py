"""Tokens of the amount grammar: numbers, words, abbreviations, and single signs."""

from __future__ import annotations

import re

NUMBER, ABBREVIATION, FRACTION, WORD, SIGN, BREAK = range(1, 7)

_FRACTIONS = "½¼¾⅓⅔⅛⅜⅝⅞⅕"
_CHINESE = "万萬亿億兆元圓圆円억조만"
_VOWEL_SIGNS = "\u0b80-\u0bff\u0d80-\u0dff"
_TOKEN = re.compile(
    rf"""
    ((?<![\w.,])\.[0-9]+|[0-9]+(?:[.,'’][0-9]+)*)  # 1: digits with separators
    | ([A-Za-z](?:\.[A-Za-z])+\b\.?)              # 2: U.S., u.s
    | ([{_FRACTIONS}])                            # 3
    | ([{_CHINESE}]|[^\W\d_{_FRACTIONS}{_CHINESE}]+(?:['’ʻ][^\W\d_]+)*[{_VOWEL_SIGNS}]*)  # 4
    | (\S)                                        # 5
    | (\n[ \t\r]*\n)                              # 6: a paragraph's end
    """,
    re.VERBOSE,
)


class Tokens:
    """The tokens of a text, as parallel lists; `words` are in small letters, without dots."""

    __slots__ = ("ends", "kinds", "size", "starts", "text", "texts", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        matches = list(_TOKEN.finditer(text))
        self.size = len(matches)
        self.kinds = [m.lastindex or SIGN for m in matches]
        self.texts = [m.group() for m in matches]
        self.starts = [m.start() for m in matches]
        self.ends = [m.end() for m in matches]
        self.words = [
            t.replace(".", "").lower() if kind == ABBREVIATION else t.lower()
            for kind, t in zip(self.kinds, self.texts, strict=True)
        ]

    def word(self, i: int) -> str:
        """The word at `i` in small letters; empty beyond the ends."""
        return self.words[i] if 0 <= i < self.size else ""

    def sign(self, i: int) -> str:
        """The token at `i` as printed; empty beyond the ends."""
        return self.texts[i] if 0 <= i < self.size else ""

    def kind(self, i: int) -> int:
        """The kind of the token at `i`; 0 beyond the ends."""
        return self.kinds[i] if 0 <= i < self.size else 0

    def gap(self, i: int) -> str:
        """The white space before token `i`."""
        if not 0 < i < self.size:
            return ""
        return self.text[self.ends[i - 1] : self.starts[i]]

    def joined(self, i: int) -> bool:
        """Does token `i` stand right behind the one before, without a space?"""
        return 0 < i < self.size and self.ends[i - 1] == self.starts[i]

    def over_hyphen(self, i: int) -> int:
        """`i`, or the index behind it if `i` is a hyphen inside a word."""
        if self.sign(i) in _HYPHENS and self.joined(i) and self.joined(i + 1):
            return i + 1
        return i


_HYPHENS = frozenset("-‐‑")
