"""Names between marks: titles of works, programmes and forums, nicknames. They are no speech."""

from __future__ import annotations

import re

from newsextract.parsers.quotes.scene import Scene

_FUNCTION_WORDS = frozenset(
    {"a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "with", "from", "by"}
    | {"as", "is", "vs", "v"}
)
_WORD = re.compile(r"\w[\w'’.-]*")
_TITLED = frozenset({"titled", "entitled", "named", "called", "dubbed", "headlined", "reading"})
_LONGEST_NICKNAME = 3
_LONGEST_TITLE = 12
"""Words of a title of a work; longer ones are rare, and longer quotations the rule."""


def is_name(scene: Scene, number: int) -> bool:
    """A nickname, or the title of a work, a programme, a forum: in capitals, in a phrase."""
    region = scene.regions[number]
    inner = scene.text[region.inner_start : region.inner_end].strip()
    words = _WORD.findall(inner)
    if not words or len(words) > _LONGEST_TITLE or (inner[-1] in ".!?…" and len(words) > 3):
        return False
    first, last = scene.tokens(region.start, region.end)
    before = scene.doc[first - 1] if first else None
    behind = scene.doc[last] if last < len(scene.doc) else None
    if before is not None and behind is not None and len(words) <= _LONGEST_NICKNAME:
        names = before.tag_ == behind.tag_ == "NNP" and before.is_title and behind.is_title
        if names and inner[-1].isalpha():
            return True
    if before is not None and before.lower_ in _TITLED:
        return True
    if before is None or before.text in (":", ",") or before.i in scene.verbs or before.is_space:
        return False
    capital = all(w[0].isupper() or w[0].isdigit() or w.lower() in _FUNCTION_WORDS for w in words)
    if not capital or not words[0][0].isupper():
        return False
    return before.tag_ in ("POS", "IN", "DT", "PRP$", "NN", "NNS", "NNP", "CC", "JJ") and (
        len(words) > 1 or before.tag_ in ("POS", "DT", "PRP$", "NN")
    )


def set_names_aside(scene: Scene) -> None:
    """Let the scene treat all names between marks as words like others."""
    for number in range(len(scene.regions)):
        if is_name(scene, number):
            scene.set_aside(number)
