"""Attributions inside a sentence: 'The deal, X said, is done' and 'As X noted, ...'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsextract.parsers.quotes.reported import FINITE
from newsextract.parsers.quotes.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsextract.lexicons.cues import CueWord


def said_around(
    scene: Scene, verb: Token, word: CueWord
) -> tuple[tuple[tuple[int, int], ...], str] | None:
    """'The deal, X said, is done' and 'As X noted, ...': the sentence around the attribution."""
    if "c" not in word.frames or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    if word.lemma == "hear":
        return None
    if any(c.dep_ in ("dobj", "ccomp", "xcomp", "attr", "auxpass") for c in verb.children):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or scene.inside[subject.i] >= 0:
        return None
    if subject.left_edge.lower_ in ("who", "which", "that", "whose", "it"):
        return None
    doc = scene.doc
    first = min(subject.left_edge.i, verb.i)
    last = max(subject.right_edge.i + 1, verb.i + 1)
    as_mark = first > 0 and doc[first - 1].lower_ == "as"
    first -= as_mark
    start, end = scene.sentence(verb.i)
    while (
        last < end
        and doc[last].head.i == verb.i
        and doc[last].dep_ in ("npadvmod", "advmod", "prep", "dative", "prt")
    ):
        last = doc[last].right_edge.i + 1
    if not as_mark and (first <= start or doc[first - 1].text not in (",", "—", "–", "--")):
        return None
    if (
        last < end
        and doc[last].text not in (",", ".", "—", "–", "--", ";", "?")
        and scene.inside[last] < 0
    ):
        return None
    pieces: list[tuple[int, int]] = []
    for a, b in ((start, first), (last, end)):
        a, b = scene.trimmed(a, b)
        if a < b and a == start and doc[a].tag_ == "WRB" and not _has_clause(scene, last, end):
            continue  # 'When asked whether ..., X answered in the affirmative'
        if pieces and a < b and (doc[a].tag_ == "VBG" or _is_absolute(scene, a, b)):
            continue  # '..., X said on Thursday, committing ...': what X does beside it
        if b - a > 1 or (a < b and not pieces and a > start):
            pieces.append((a, b))
    if not any(_has_clause(scene, *piece) for piece in pieces) and not as_mark:
        return None  # 'In Riga, X wrote on Monday'
    return (tuple(pieces), "quotes.indirect.aside")


def _is_absolute(scene: Scene, first: int, last: int) -> bool:
    """'..., mediators said, with each side blaming the other': beside it, not said."""
    doc = scene.doc
    return doc[first].lower_ == "with" and any(doc[i].tag_ == "VBG" for i in range(first, last))


def _has_clause(scene: Scene, first: int, last: int) -> bool:
    return any(scene.doc[i].tag_ in FINITE for i in range(first, last))
