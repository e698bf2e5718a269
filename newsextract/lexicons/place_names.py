"""How names of places are compared."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
    | {"ə": "a", "ħ": "h", "ŋ": "n", "ŧ": "t", "ĸ": "k", "ʼ": "", "-": " ", "–": " ", ".": " "}
    | dict.fromkeys("'’‘ʻʹ`´ʾʿ′", "")
)
_SHORT = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt"}


def fold_place(name: str) -> str:
    """`name` in small letters, without accents, apostrophes, hyphens and full stops.

    'St.' and 'Saint', 'Ft.' and 'Fort', 'Mt.' and 'Mount' are one.
    """
    name = name.lower()
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in name if not unicodedata.combining(c))
    words = name.translate(_LETTERS).split()
    return " ".join(_SHORT.get(word, word) for word in words)
