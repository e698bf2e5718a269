"""Any text, made fit for a page or a terminal without moving a character."""

from __future__ import annotations

_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"}
_SIGNS: dict[int, int] = {
    **_PICTURES,
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
}


def printable(text: str) -> str:
    """`text` with each control character as its picture, and lone surrogates as U+FFFD.

    One character stands for one, so offsets stay as they are. A terminal must never be
    handed the escape character of a text from outside, nor an HTML parser a NUL.
    """
    return text.translate(_SIGNS)
