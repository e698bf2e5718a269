"""Content that a noun announces: 'the claim that ...', 'expressed the hope that ...'.

Also 'his readiness to ...' where a verb of saying governs it: what somebody confirms,
reiterates or voices is reported speech, though its form is a noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsextract.lexicons.cues import CueWord, reporting_nouns
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.quotes.reported import Reported, cue_of, speaker_of
from newsextract.parsers.quotes.scene import Scene, word_ids
from newsextract.story import CueFinding, Range

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKING = frozenset({"say", "feel", "admit", "promise", "announce", "agree"})
_GIVING = word_list("quote_words.tsv", "giving")
"""Verbs that say of their subject that the noun is his."""


def nominal_clauses(scene: Scene) -> Iterator[Reported]:
    """Clauses that hang on a noun of saying or thinking whose owner is named."""
    nouns = _nouns_by_id()
    for i, low in enumerate(scene.lows):
        if low not in nouns or scene.inside[i] >= 0 or scene.rambling[i]:
            continue
        token = scene.doc[i]
        found = _nominal(scene, token, nouns[low]) if token.tag_ in ("NN", "NNS") else None
        if found is not None:
            yield found


@cache
def _nouns_by_id() -> dict[int, CueWord]:
    nouns = reporting_nouns()
    return {key: nouns[form] for key, form in word_ids(nouns).items()}


def _nominal(scene: Scene, noun: Token, word: CueWord) -> Reported | None:
    clause = next((c for c in noun.rights if _fits(c, word)), None)
    if clause is None:
        return None
    infinitive = clause.tag_ == "VB" and not _has_that(clause)
    first = clause.left_edge.i
    if not infinitive and scene.doc[first].lower_ == "that":
        first += 1
    first, last = scene.trimmed(first, clause.right_edge.i + 1)
    speaker, cue = _owner(scene, noun, word)
    if speaker is None or first >= last:
        return None
    if infinitive:
        verb = noun.head
        spoken = scene.verbs.get(verb.i)
        if spoken is None or spoken.kind not in _SPEAKING or noun.dep_ != "dobj":
            return None
        first = noun.left_edge.i
    return Reported(((first, last),), speaker, cue, "quotes.indirect.nominal")


def _fits(clause: Token, word: CueWord) -> bool:
    if clause.dep_ not in ("acl", "ccomp", "relcl"):
        return False
    if "c" in word.frames and _has_that(clause):
        return True
    return (
        "i" in word.frames
        and clause.tag_ == "VB"
        and any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.lefts)
    )


def _has_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.lefts)


def _owner(scene: Scene, noun: Token, word: CueWord) -> tuple[Range | None, CueFinding]:
    """Whose claim it is, and the cue: the verb that reports, or the noun."""
    cue = CueFinding(scene.chars(noun.i, noun.i + 1), word.lemma, word.kind)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.tag_[:2] == "VB":
        spoken = scene.verbs.get(verb.i)
        if spoken is not None and spoken.kind in _SPEAKING:
            return speaker_of(scene, verb), cue_of(scene, verb, spoken)
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is not None:
        return scene.phrase(owner), cue
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "by", "from", "among"):
            source = next((c for c in child.rights if c.dep_ == "pobj"), None)
            return (scene.phrase(source) if source is not None else None), cue
    if noun.dep_ == "dobj" and verb.lower_ in _GIVING:
        return speaker_of(scene, verb), cue
    return None, cue
