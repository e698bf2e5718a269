"""Attribution before the marks: 'X said: ...', 'according to X, ...', 'X: ...'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsextract.lexicons.cues import reporting_nouns
from newsextract.parsers.quotes.attribution import (
    Attribution,
    according,
    sentence_before,
    sentence_starts,
    source_behind,
)
from newsextract.parsers.quotes.clauses import BE
from newsextract.parsers.quotes.reported import cue_of, speaker_of
from newsextract.parsers.quotes.scene import Scene
from newsextract.story import CueFinding, Range

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsextract.lexicons.cues import CueWord


_LABEL = re.compile(r"([A-Z][A-Z.'’ -]{1,30}[A-Z.]): ")
"""'WALLACE: ', as transcripts name who speaks."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
_LIST_MARKS = frozenset({"-", "–", "—", "―", "--", "•", "~"})
_SPEAKING = frozenset({"say", "answer", "claim", "announce", "admit", "warn", "suggest", "think"})
_LIGHT = frozenset(
    {"IN", "TO", "RB", "DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS", ",", ":"}
    | {"HYPH", "CC", "-LRB-", "-RRB-", "RP", "SYM", "_SP", "FW", "WDT", "NFP", "''", "``"}
)
"""Tags of what may stand between a cue and the words that it introduces: listener, time, place."""


def attributed_before(scene: Scene, number: int) -> Attribution | None:
    """'X said: ...', 'X told reporters that ...', 'according to X, ...', 'X: ...'."""
    doc = scene.doc
    first, last = sentence_before(scene, number)
    region = scene.regions[number]
    label = _LABEL.match(scene.text, region.inner_start, region.inner_end)
    if label:
        named = Range(*label.span(1))
        colon_cue = CueFinding(Range(named.end, named.end + 1), ":", None)
        width = label.end() - label.start()
        return Attribution(named, colon_cue, "quotes.direct.label", width)
    end = last
    mark = ""
    while end > first and (
        doc[end - 1].text in (",", ":", "—", "–", "--", "-", "(", "[") or doc[end - 1].is_space
    ):
        mark = mark or doc[end - 1].text.strip()
        end -= 1
    if end <= first:
        return None
    colon = mark == ":"
    begins = scene.text[region.inner_start : region.inner_start + 1]
    sentence_like = begins.isupper() or colon or begins in "‘'[…."
    cue_end = end - 1 if doc[end - 1].lower_ == "that" else end
    for i in range(cue_end - 1, first - 1, -1):
        word = scene.verbs.get(i)
        verb = doc[i]
        if word is not None and _introduces(scene, verb, word):
            if not (colon or mark or sentence_like) and word.kind not in _SPEAKING:
                return None  # 'called the plan "..."': a name for something
            between = [doc[j] for j in range(i + 1, cue_end) if doc[j].dep_ != "prt"]
            if between and not (
                colon
                or (sentence_like and (mark or "t" in word.frames or _adverbial(between)))
                or (cue_end < end and _adverbial(between))
            ):
                return None
            speaker = speaker_of(scene, verb)
            if speaker is None and i == first:
                speaker = source_behind(scene, i + 1, end)  # 'Said Ellis: ...'
            if speaker is None and verb.tag_ == "VBG" and not colon:
                return None
            return Attribution(speaker, cue_of(scene, verb, word), "quotes.direct.cue_before")
        if verb.tag_ not in _LIGHT and not (colon and verb.tag_[:2] in ("VB", "MD")):
            break
        if verb.lower_ == "according" and i + 2 < end and doc[i + 1].lower_ == "to":
            return according(scene, i, end)
    return _before_colon(scene, first, end) if colon else None


def _introduces(scene: Scene, verb: Token, word: CueWord) -> bool:
    """Can the verb lead to a quotation: not 'would be considered', 'said he would answer'?"""
    if "q" not in word.frames and "c" not in word.frames:
        return False
    if not any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.lefts):
        return True
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    return not passive and not (verb.dep_ == "ccomp" and scene.reports(verb.head.i))


def attributed_by_colon(scene: Scene, block: int) -> Attribution | None:
    """'X had this to say:' at the end of a block, the quotation in the next one."""
    start, stop = scene.blocks[block]
    if scene.text[start:stop].rstrip()[-1:] != ":":
        return None
    first, end = scene.tokens(start, stop)
    while end > first and (scene.doc[end - 1].text == ":" or scene.doc[end - 1].is_space):
        end -= 1
    for i in range(end - 1, first, -1):
        if sentence_starts(scene, i):
            first = i
            break
    for i in range(end - 1, first - 1, -1):
        word = scene.verbs.get(i)
        if word is not None and ("q" in word.frames or "c" in word.frames):
            subject = scene.subject(scene.doc[i])
            speaker = scene.phrase(subject) if subject is not None else None
            if speaker is not None:
                cue = cue_of(scene, scene.doc[i], word)
                return Attribution(speaker, cue, "quotes.direct.colon")
    return _before_colon(scene, first, end)


def _colon_cue(scene: Scene, verb: int, end: int) -> CueFinding:
    """'issued this statement: ...' tells by its noun, 'had a simple answer: ...' by its verb."""
    noun = reporting_nouns().get(scene.doc[end - 1].lower_)
    if noun is not None and scene.doc[end - 1].head.i == verb and scene.doc[verb].lower_ not in BE:
        return CueFinding(scene.chars(end - 1, end), noun.lemma, noun.kind)
    return CueFinding(scene.chars(verb, verb + 1), scene.doc[verb].lower_, None)


def _adverbial(tokens: list[Token]) -> bool:
    """Time, place or manner only: 'on Thursday', 'in a statement', 'later'."""
    return tokens[0].tag_ in ("IN", "RB", "NNP", "TO", "RP", ",") and tokens[0].dep_ != "dobj"


def _before_colon(scene: Scene, first: int, end: int) -> Attribution | None:
    """'X had a simple answer: ...', 'X: ...', 'And from Chairwoman X: ...'."""
    doc = scene.doc
    colon = CueFinding(scene.chars(end, end + 1), ":", None)
    dash = max(
        (i for i in range(first, end - 1) if doc[i].text in _LIST_MARKS and doc[i + 1].is_title),
        default=first - 1,
    )
    if not any(doc[i].tag_ in _FINITE for i in range(dash + 1, end)):
        first = dash + 1  # a line of a list: 'Elsewhere - X: ...'
    verbs = [i for i in range(first, end) if doc[i].tag_ in _FINITE]
    for i in verbs:
        subject = scene.subject(doc[i])
        if subject is not None and first <= subject.i < end:
            speaker = scene.phrase(subject)
            return Attribution(speaker, _colon_cue(scene, i, end), "quotes.direct.colon")
    if verbs:
        return None
    start = first
    while start < end and doc[start].tag_ in (
        "CC",
        "IN",
        "RB",
        "HYPH",
        "NFP",
        ":",
        "_SP",
        "LS",
        ",",
    ):
        start += 1
    speaker = source_behind(scene, start, end)
    return speaker and Attribution(speaker, colon, "quotes.direct.colon")
