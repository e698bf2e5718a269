"""Names of persons: which of them name the same one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_BARE = re.compile(r"[^\w]+")
_APOSTROPHES = re.compile(r"['’]")
_INITIALS = re.compile(r"\b(\w)\.(?=\w\.)")
"""'H.W.' is one middle name, another than 'W.'."""
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@lru_cache(maxsize=1 << 12)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name without case, diacritics, punctuation and nicknames.

    Hyphens part words, so that 'al-Gritli' holds 'gritli' and 'Kim Jong-un' 'jong'.
    """
    name = re.sub(r'["“”«»][^"“”«»]{1,40}["“”«»]', " ", name)
    plain = name.casefold()
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name)
        plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
        plain = plain.replace("’", "'").replace("ı", "i").replace("ø", "o").replace("ł", "l")
    plain = _APOSTROPHES.sub("", _INITIALS.sub(r"\1", plain))
    return tuple(word for word in _BARE.split(plain) if word and word not in _SUFFIXES)


def holds(full: Sequence[str], short: Sequence[str]) -> bool:
    """Is `short` a run of neighbouring words of `full`?"""
    size = len(short)
    return any(tuple(full[i : i + size]) == tuple(short) for i in range(len(full) - size + 1))


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Do two names of at least two words each name one person?

    So they do where the shorter is a part of the longer, where they differ in middle names,
    in initials, in the order of family and given name, or in one letter of a long word
    (transliteration; within one article).
    """
    short, full = sorted((tuple(one), tuple(other)), key=len)
    if holds(full, short) or sorted(short) == sorted(full):
        return True
    if not _alike(short[-1], full[-1]):
        return False
    if not (_alike(short[0], full[0]) or _initial(short[0], full[0])):
        return False
    middle = list(full[1:-1])
    for word in short[1:-1]:
        match = next((m for m in middle if _alike(word, m) or _initial(word, m)), None)
        if match is None:
            return False
        middle.remove(match)
    return True


def _initial(one: str, other: str) -> bool:
    short, full = sorted((one, other), key=len)
    return len(short) == 1 and full.startswith(short)


def _alike(one: str, other: str) -> bool:
    """Equal, or of six letters and more with one letter changed, added or left out."""
    if one == other:
        return True
    short, full = sorted((one, other), key=len)
    if len(short) < 6 or len(full) - len(short) > 1:
        return False
    start = 0
    while start < len(short) and short[start] == full[start]:
        start += 1
    if len(short) == len(full):
        return short[start + 1 :] == full[start + 1 :]
    return short[start:] == full[start + 1 :]
