"""Attribution by a phrase: 'according to X', 'in his view', 'as X put it', 'as reported by X'."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsextract.parsers.quotes.attribution import source_behind
from newsextract.parsers.quotes.reported import Reported
from newsextract.parsers.quotes.scene import Scene, word_ids
from newsextract.story import CueFinding, Range

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPINIONS = {
    "view": "think",
    "opinion": "think",
    "estimation": "think",
    "judgment": "think",
    "judgement": "think",
    "assessment": "think",
    "estimate": "expect",
    "words": "say",
    "telling": "say",
    "mind": "think",
}
"""Nouns of 'in his view' with the class of what they report."""


_RELATIVE = frozenset({"which", "who", "whose", "whom"})
_PUT = ("put", "puts")


def attributing_phrases(scene: Scene) -> Iterator[Reported]:
    """Sentences and clauses that a phrase attributes."""
    words = _words_by_id()
    for i, low in enumerate(scene.lows):
        if low not in words or scene.inside[i] >= 0 or scene.rambling[i]:
            continue
        if words[low] in _OPINIONS:
            found = _opinion(scene, i)
        elif words[low] in _PUT:
            found = _put(scene, i)
        elif words[low] == "as":
            found = _as_reported(scene, i)
        else:
            found = _according(scene, i) if _low(scene, i + 1) == "to" else None
        if found is not None:
            yield found


@cache
def _words_by_id() -> dict[int, str]:
    return word_ids(["according", *_OPINIONS, *_PUT, "as"])


def _low(scene: Scene, i: int) -> str:
    return scene.doc[i].lower_ if 0 <= i < len(scene.doc) else ""


def _according(scene: Scene, i: int) -> Reported | None:
    end = scene.sentence(i)[1]
    speaker = source_behind(scene, i + 2, end)
    if speaker is None:
        return None
    last = scene.tokens(0, speaker.end)[1]
    cue = CueFinding(scene.chars(i, i + 2), "according to", "say")
    pieces = _rest(scene, i, last, scene.doc[i])
    return Reported(pieces, speaker, cue, "quotes.indirect.according_to") if pieces else None


def _opinion(scene: Scene, i: int) -> Reported | None:
    """'in X's view', 'in the view of X'."""
    noun = scene.doc[i]
    start = noun.left_edge.i - 1
    opener = _low(scene, start)
    if opener not in ("in", "to", "by") or (noun.lower_ == "mind") != (opener == "to"):
        return None
    last = i + 1
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    speaker: Range | None = None
    if owner is not None:
        speaker = scene.phrase(owner)
    elif _low(scene, last) == "of":
        speaker = source_behind(scene, last + 1, scene.sentence(i)[1])
        last = scene.tokens(0, speaker.end)[1] if speaker else last
    if speaker is None or _low(scene, last) == "that":
        return None
    cue = CueFinding(scene.chars(start, i + 1), f"in {noun.lower_}", _OPINIONS[noun.lower_])
    if owner is None:
        cue = CueFinding(scene.chars(start, i + 2), f"in {noun.lower_}", _OPINIONS[noun.lower_])
    pieces = _rest(scene, start, last, scene.doc[start])
    return Reported(pieces, speaker, cue, "quotes.indirect.opinion") if pieces else None


def _put(scene: Scene, i: int) -> Reported | None:
    """'as X put it'."""
    subject = scene.subject(scene.doc[i]) if _low(scene, i + 1) == "it" else None
    if subject is None or not subject.i < i:
        return None
    first = scene.phrase_tokens(subject)[0] - 1
    speaker = scene.phrase(subject)
    if _low(scene, first) != "as" or speaker is None:
        return None
    pieces = _rest(scene, first, i + 2, scene.doc[i])
    cue = CueFinding(scene.chars(i, i + 2), "put", "say")
    return Reported(pieces, speaker, cue, "quotes.indirect.as_put") if pieces else None


def _as_reported(scene: Scene, i: int) -> Reported | None:
    """'As reported earlier by X, ...': also '..., as announced by X'."""
    verb = i + 1
    word = scene.verbs.get(verb)
    if word is None or "c" not in word.frames or scene.doc[verb].tag_ != "VBN":
        return None
    start, end = scene.sentence(i)
    opens = all(scene.doc[j].tag_ in ("CC", "RB", ",") for j in range(start, i))
    if not opens and scene.doc[i - 1].text != ",":
        return None
    by = next((j for j in range(verb + 1, min(verb + 4, end)) if _low(scene, j) == "by"), None)
    speaker = source_behind(scene, by + 1, end) if by is not None else None
    if speaker is None:
        return None
    pieces = _rest(scene, i, scene.tokens(0, speaker.end)[1], scene.doc[verb])
    cue = CueFinding(scene.chars(verb, verb + 1), word.lemma, word.kind)
    return Reported(pieces, speaker, cue, "quotes.indirect.as_reported") if pieces else None


def _rest(scene: Scene, first: int, last: int, phrase: Token) -> tuple[tuple[int, int], ...] | None:
    """The sentence, or the relative clause, that the phrase belongs to, without the phrase."""
    start, end = scene.sentence(first)
    anchor = phrase
    for _ in range(6):
        if (
            anchor.dep_ == "relcl"
            and start < anchor.left_edge.i <= first <= anchor.right_edge.i + 2
        ):
            start = anchor.left_edge.i
            end = min(end, max(anchor.right_edge.i + 1, last))
            break
        if anchor.head.i == anchor.i:
            break
        anchor = anchor.head
    pieces = []
    for a, b in ((start, first), (last, end)):
        if a == last and _low(scene, a) == "," and _low(scene, a + 1) in _RELATIVE:
            continue  # '..., according to the Fund, which expects more'
        a, b = scene.trimmed(a, b)
        if a < b and scene.doc[a].tag_ == "CC" and b - a > 1 and a == start:
            a += 1
        if a < b and any(scene.doc[j].is_alpha or scene.doc[j].like_num for j in range(a, b)):
            pieces.append((a, b))
    if len(pieces) == 2 and pieces[0][1] - pieces[0][0] <= 2:
        pieces = pieces[1:]  # 'But according to X, ...'
    return tuple(pieces) or None
