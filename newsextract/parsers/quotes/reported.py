"""What is reported: its content, who says it, and the cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsextract.lexicons.cues import reporting_verbs
from newsextract.parsers.quotes.scene import SUBJECTS, Scene
from newsextract.story import CueFinding, Range

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsextract.lexicons.cues import CueWord

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
DECLINING = frozenset("declined declines decline refused refuses refuse refusing declining".split())
"""Forms of verbs by which somebody says nothing."""


@dataclass(frozen=True, slots=True)
class Reported:
    """Reported content.

    Attributes:
        pieces: half-open token numbers, in order.
        speaker: the words that name who speaks.
        cue: what reports.
        rule: the rule that found it.
    """

    pieces: tuple[tuple[int, int], ...]
    speaker: Range | None
    cue: CueFinding
    rule: str


def speaker_of(scene: Scene, verb: Token) -> Range | None:
    """The words that name who says `verb`."""
    if scene.verbs.get(verb.i) is not None and scene.verbs[verb.i].lemma == "hear":
        return None
    subject = scene.subject(verb)
    if subject is not None:
        return scene.phrase(subject)
    for clause in verb.lefts:
        if clause.dep_ == "ccomp" and is_reduced(verb, clause):
            named = scene.subject(clause)
            return scene.phrase(named) if named is not None else None
    above: Token | None = verb
    while above is not None:
        beside = _beside(scene, above)
        if beside is not None:
            return beside
        above = _gone_on_with(scene, above)
    return None


def is_reduced(verb: Token, clause: Token) -> bool:
    """'One of them, granted anonymity, said ...': words on the subject, taken for content."""
    return (
        clause.i < verb.i
        and clause.tag_ in ("VBN", "VBD")
        and clause.i > 0
        and clause.nbor(-1).text == "," == verb.nbor(-1).text
        and not any(c.dep_ in ("aux", "auxpass") for c in clause.children)
        and not any(c.dep_ in SUBJECTS for c in verb.children)
    )


def _gone_on_with(scene: Scene, verb: Token) -> Token | None:
    """The verb of the same speaker: 'X, whose firm won, hailed ... but said'."""
    up = verb.head
    if verb.dep_ == "conj":
        return up if up.dep_ != "conj" else None
    if verb.dep_ != "advcl" or verb.tag_ != "VBG":
        return None
    if up.dep_ == "ccomp":
        up = up.head
    return up if up.i in scene.verbs and up.i < verb.i else None


def _beside(scene: Scene, verb: Token) -> Range | None:
    """The noun right before the verb, where the parse shows no subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or any(c.dep_ == "nsubjpass" for c in verb.children):
        return None
    i = verb.i - 1
    while i > 0 and scene.doc[i].tag_ in ("RB", "MD", "VBD", "VBZ", "VBP", ",") and verb.i - i < 5:
        i -= 1
    i = _past_aside(scene, i, verb)
    token = scene.doc[i]
    if (
        token.lower_ in ("it", "there")
        or scene.inside[i] >= 0
        or token.tag_ not in _NOUNS
        or i + 1 == verb.left_edge.i == verb.i + 1
    ):
        return None
    if verb.i != token.sent.start and token.sent.start <= verb.i:
        described = _described(scene, token.sent.start, i) if i < verb.i - 1 else None
        if described is not None:
            return described
        first, last = scene.phrase_tokens(token)
        return scene.chars(*(first, last) if first < last <= verb.i else scene.unbroken(i, i + 1))
    return None


def _past_aside(scene: Scene, i: int, verb: Token) -> int:
    """'X, without naming any country, said': the word before the aside that ends at `i`."""
    doc = scene.doc
    if i >= verb.i - 1 or doc[i + 1].text != ",":
        return i
    for j in range(i, max(verb.sent.start, i - _LONGEST_ASIDE), -1):
        if doc[j].text == "," and doc[j + 1].tag_ in ("IN", "VBG", "VBN"):
            return j - 1
    return i


_LONGEST_ASIDE = 14


def _described(scene: Scene, start: int, end: int) -> Range | None:
    """'X, who leads the talks, said' where the parse does not join X with the verb."""
    doc = scene.doc
    for i in range(end - 1, start + 1, -1):
        if doc[i].text == "," or scene.inside[i] >= 0:
            return None
        if doc[i].lower_ in _RELATIVE and doc[i - 1].text == ",":
            noun = doc[i - 2]
            while start <= noun.head.i < noun.i and noun.head.tag_ not in FINITE:
                noun = noun.head
            first = noun.left_edge.i
            return scene.chars(first, i - 1) if noun.tag_ in _NOUNS else None
    return None


_RELATIVE = frozenset({"who", "whose"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})


def cue_of(scene: Scene, verb: Token, word: CueWord) -> CueFinding:
    """The cue `verb`, with its particle ('pointed out', 'shot back')."""
    last = verb.i + 1
    if verb.tag_ == "VBN" and last + 1 < len(scene.doc) and scene.doc[last].lower_ == "as":
        saying = reporting_verbs().get(scene.doc[last + 1].lower_)  # 'was quoted as saying'
        if saying is not None and scene.doc[last + 1].tag_ == "VBG":
            return CueFinding(scene.chars(last + 1, last + 2), saying.lemma, saying.kind)
    for child in verb.rights:
        if (child.dep_ == "prt" or child.lower_ == "back") and child.i == last:
            last += 1
    return CueFinding(scene.chars(verb.i, last), word.lemma, word.kind)


def takes_up(scene: Scene, i: int) -> bool:
    """'..., adding': a participle that reports on, behind a comma or behind '," '."""
    doc = scene.doc
    if i not in scene.verbs or doc[i].tag_ != "VBG":
        return False
    before = doc[i - 1].text
    return before == "," or (scene.inside[i - 1] >= 0 and doc[i - 2].text == ",")
