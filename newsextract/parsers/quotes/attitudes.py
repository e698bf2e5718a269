"""What adjectives say of somebody's mind: 'X was confident that ...', 'X is wary of ...'."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsextract.lexicons.cues import CueWord, reporting_adjectives
from newsextract.parsers.quotes.reported import Reported, speaker_of
from newsextract.parsers.quotes.scene import SUBJECTS, Scene, word_ids
from newsextract.story import CueFinding

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADJECTIVES = frozenset({"JJ", "VBN", "VBD", "RB", "JJR"})
_MAKING = frozenset({"make", "made", "makes", "making"})
_NOBODY = frozenset({"it", "there", "this", "that", "what", "which"})


def attitudes(scene: Scene) -> Iterator[Reported]:
    """Clauses, infinitives and objects of adjectives that are said of somebody."""
    words = _adjectives_by_id()
    for i, low in enumerate(scene.lows):
        if low not in words or scene.inside[i] >= 0 or scene.rambling[i]:
            continue
        token = scene.doc[i]
        found = _attitude(scene, token, words[low]) if token.tag_ in _ADJECTIVES else None
        if found is not None:
            yield found


@cache
def _adjectives_by_id() -> dict[int, CueWord]:
    adjectives = reporting_adjectives()
    return {key: adjectives[form] for key, form in word_ids(adjectives).items()}


def _attitude(scene: Scene, adjective: Token, word: CueWord) -> Reported | None:
    verb = _copula(adjective)
    if verb is None or any(c.lower_ == "so" for c in adjective.lefts):
        return None  # 'so glad that ...'
    content = _content(adjective, word) or (_content(verb, word) if verb.i != adjective.i else None)
    subject = _passive_subject(verb)
    speaker = scene.phrase(subject) if subject is not None else speaker_of(scene, verb)
    if content is None or speaker is None:
        return None
    if scene.text[slice(*speaker)].lower() in _NOBODY or adjective.idx < speaker.end:
        return None  # 'a reason to be glad'
    (first, last), rule = content
    first = max(first, adjective.i + 1)
    first += "indirect" in rule and scene.doc[first].lower_ == "that"
    first, last = scene.trimmed(first, last)
    if first >= last:
        return None
    cue = CueFinding(scene.chars(adjective.i, adjective.i + 1), word.lemma, word.kind)
    return Reported(((first, last),), speaker, cue, rule)


def _copula(adjective: Token) -> Token | None:
    """The verb of which the adjective is said: 'X was | seemed | remains sure'."""
    for _ in range(3):
        if any(c.dep_ in ("auxpass", "nsubjpass") for c in adjective.lefts):
            return adjective  # 'X is convinced', read as a passive
        up = adjective.head
        if adjective.lower_ == "clear":  # 'made (it) clear that ...'
            return up if up.lower_ in _MAKING else None
        if adjective.dep_ in ("acomp", "oprd") and up.tag_[:2] == "VB":
            return up
        if adjective.dep_ != "conj":
            return None
        adjective = up
    return None


def _passive_subject(verb: Token) -> Token | None:
    return next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)


def _content(word_token: Token, word: CueWord) -> tuple[tuple[int, int], str] | None:
    for child in word_token.rights:
        clause = child.dep_ in ("ccomp", "xcomp", "advcl")
        marks = {c.lower_ for c in child.lefts if c.dep_ in ("mark", "aux")}
        if clause and "c" in word.frames and child.dep_ == "ccomp":
            subject = any(c.dep_ in SUBJECTS for c in child.lefts)
            if subject and not marks & _REASONS:
                return (child.left_edge.i, child.right_edge.i + 1), "quotes.indirect.attitude"
        if clause and "i" in word.frames and "to" in marks and child.tag_ == "VB":
            return (child.left_edge.i, child.right_edge.i + 1), "quotes.stance.attitude"
        if child.dep_ == "prep" and child.lower_ in word.preps:
            goal = next((c for c in child.rights if c.dep_ in ("pobj", "pcomp")), None)
            if goal is not None:
                return (child.i + 1, goal.right_edge.i + 1), "quotes.stance.attitude"
    return None


_REASONS = frozenset({"because", "if", "when", "as", "after", "while", "although", "though"})
