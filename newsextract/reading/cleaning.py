"""Characters: what senders leave in a text that no reader sees.

HTML entities become characters, line ends become newlines, exotic spaces become plain
ones, and invisible characters (soft hyphens, zero-width and direction marks) go.
"""

from __future__ import annotations

import html
import re

from newsextract.reading.offsets import OffsetMap, substitute

_SPACES = "\t\x0b\x0c\x1c\x1d\x1e\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
_SPACES += "\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\x85\u2028\u2029"
_INVISIBLE = "\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"


def _one_to_one() -> dict[int, str]:
    """Replacements that keep the length."""
    table = dict.fromkeys((*range(0, 9), *range(14, 28), 127), " ")
    for code in range(0x80, 0xA0):  # C1 controls are mostly Windows-1252 read as Latin-1
        table[code] = bytes([code]).decode("cp1252", errors="replace").replace("\ufffd", " ")
    table |= {ord(c): " " for c in _SPACES}
    table[ord("¦")] = "|"
    table |= {ord(c): "\n" for c in _LINE_ENDS}
    table |= dict.fromkeys(range(55296, 57344), "�")  # lone surrogates
    return table


_ONE_TO_ONE = _one_to_one()
_NEEDS_TABLE = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\xa0¦\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff]"
)
_EDIT = re.compile(
    rf"\r\n?|[{_INVISIBLE}]+|&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});"
)


def _replacement(match: re.Match[str]) -> str | None:
    found = match.group()
    if found[0] == "\r":
        return "\n"
    if found[0] != "&":
        return ""
    character = html.unescape(found)
    if character == found:
        return None
    character = character.translate(_ONE_TO_ONE)
    return "" if re.fullmatch(f"[{_INVISIBLE}]+", character) else character


def clean_characters(source: str) -> tuple[str, OffsetMap]:
    """The text without what only machines see, and the map back to `source`.

    Linear in the length of `source`. Unknown entities such as ``&zzzz;`` are left alone.
    """
    text = source.translate(_ONE_TO_ONE) if _NEEDS_TABLE.search(source) else source
    return substitute(_EDIT, _replacement, text)
