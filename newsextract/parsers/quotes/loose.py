"""Clauses behind a verb of saying that the parse did not hang on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsextract.parsers.quotes.reported import DECLINING, FINITE, takes_up
from newsextract.parsers.quotes.scene import SUBJECTS, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsextract.lexicons.cues import CueWord

_LONGEST_LISTENER = 18
"""Tokens between 'told' and 'that'."""
_SPEAKING = frozenset({"say", "announce", "claim", "admit", "warn", "suggest", "answer"})
_NOT_CONTENT = frozenset({",", ".", ":", ";", "?", "!"})


def loose_clause(
    scene: Scene, verb: Token, word: CueWord
) -> tuple[tuple[tuple[int, int], ...], str] | None:
    """A clause behind a verb of saying that the parse did not hang on it."""
    if "c" not in word.frames or word.kind not in _SPEAKING:
        return None
    if word.lemma == "hear" or (verb.tag_ == "VBN" and not _is_past(verb)):
        return None
    doc = scene.doc
    if "t" not in word.frames and any(
        c.dep_ in ("dobj", "xcomp") and c.i > verb.i for c in verb.children
    ):
        return None
    start, end = verb.i + 1, scene.sentence(verb.i)[1]
    if verb.head.lower_ in DECLINING or any(c.dep_ == "neg" for c in verb.lefts):
        return None
    reach = min(end, start + _LONGEST_LISTENER)
    that = next((i for i in range(start, reach) if doc[i].lower_ == "that"), None)
    if verb.tag_ == "VBG" and any(i in scene.verbs for i in range(start, that or start)):
        return None  # 'Commenting on the claim, X stressed that ...'
    if that is not None and (
        "t" in word.frames or doc[that].tag_ == "IN" or doc[that].dep_ == "mark"
    ):
        start = that + 1
    if start >= end or scene.inside[start] >= 0 or doc[start].text in _NOT_CONTENT:
        return None
    has_subject = any(
        doc[i].dep_ in SUBJECTS and doc[i].left_edge.i <= start + 1 and doc[i].head.i > i
        for i in range(start, min(end, start + 25))
    )
    finite = any(doc[i].tag_ in FINITE for i in range(start, end))
    if finite and (has_subject or start > verb.i + 1):
        first, last = scene.trimmed(start, _next_report(scene, verb, start, end))
        return (((first, last),), "quotes.indirect.loose") if first < last else None
    return None


def _is_past(verb: Token) -> bool:
    """'X, a director, added in a note that ...': a past tense that the tagger misses."""
    if verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.nbor(-1).text == ",":
        return verb.head.tag_ in ("NN", "NNP")
    return verb.dep_ == "ROOT" and {c.dep_ for c in verb.lefts} & {"nsubj", "aux", "auxpass"} == {
        "nsubj"
    }


def _next_report(scene: Scene, verb: Token, start: int, end: int) -> int:
    """'noted fees had risen, and agreed to ...': where the next verb of the same speaker begins."""
    doc = scene.doc
    for i in range(start + 2, end):
        if takes_up(scene, i):
            return i - 1
        parted = doc[i - 1].tag_ == "CC" and doc[i - 2].text == ","
        if parted and i in scene.verbs and doc[i].tag_ == verb.tag_ and doc[i].tag_ in FINITE:
            return i - 2
    return end
