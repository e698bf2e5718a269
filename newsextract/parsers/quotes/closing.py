"""'..., X said.': attributions that close a sentence, read off its words.

Wire sentences end like this more than any other way, and long ones are those that a parser
gets wrong. Here only commas and parts of speech count.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from newsextract.lexicons.cues import reporting_verbs
from newsextract.lexicons.offices import office_words
from newsextract.parsers.quotes.clauses import HEARING
from newsextract.parsers.quotes.reported import Reported, takes_up
from newsextract.parsers.quotes.scene import NOMINAL_TAGS, Scene
from newsextract.story import CueFinding, Range

if TYPE_CHECKING:
    from newsextract.lexicons.cues import CueWord

_TAIL = 9
"""Tokens behind the cue: 'on Tuesday', 'in a statement', 'late on Monday in Riga'."""
_LONGEST_SPEAKER = 26
_SHORTEST_CONTENT = 4
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TAIL_TAGS = frozenset("IN DT NN NNP NNS CD RB JJ TO POS HYPH PRP$ NNPS".split())
_HAVE = frozenset({"has", "have", "had"})
_RECORDS = frozenset("data figures statistics records estimates documents numbers".split())
_SHOWING = frozenset("show showed shows indicate indicated suggest suggested reveal".split())
"""What figures do; behind a long name in capitals the tagger takes these for nouns."""
_KINDS = frozenset({"say", "announce", "claim", "admit", "warn", "suggest"})
_OPENERS = frozenset({"IN", "WRB", "RB", "VBG", "VBN", "TO", "CC"})
"""Tags with which a clause of time or manner begins: '..., X said' goes on from it."""
_CLAUSE_WORDS = frozenset("that which who whom whose when where while as if because".split())


def closing_attributions(scene: Scene, settled: Set[int]) -> Iterator[Reported]:
    """Closing attributions whose cue is not among the tokens `settled`."""
    doc = scene.doc
    for sentence in doc.sents:
        start, end = sentence.start, sentence.end
        if scene.rambling[start] or end - start < _SHORTEST_CONTENT + 3:
            continue
        found = _cue(scene, start, end)
        if found is None or found[0] in settled:
            continue
        i, word = found
        first = closing_speaker(scene, i, start)
        if first is None or scene.inside[first - 1] >= 0:
            continue
        a, b = scene.trimmed(scene.sentence(i)[0], first)
        last = i - 1 if doc[i - 1].lower_ in _HAVE else i
        if b - a < _SHORTEST_CONTENT or not _is_clause(scene, a, b):
            continue
        while doc[last - 1].text == ",":
            last -= 1
        cue = CueFinding(scene.chars(i, i + 1), word.lemma, word.kind)
        speaker: Range | None = scene.chars(first, last)
        if word.lemma == "hear":  # '..., the committee heard': who spoke is not said
            if doc[last - 1].lower_ not in HEARING:
                continue
            speaker = None
        yield Reported(((a, b),), speaker, cue, "quotes.indirect.closing")


def _cue(scene: Scene, start: int, end: int) -> tuple[int, CueWord] | None:
    """The verb that closes the sentence, with nothing behind it but when and where.

    What goes on from it ('..., X told reporters, adding that ...') is not looked at.
    """
    doc, table = scene.doc, reporting_verbs()
    end = next((i - 1 for i in range(start + 1, end) if takes_up(scene, i)), end)
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in (".", '"', "”", "’")):
        end -= 1
    for i in range(end - 1, max(start, end - _TAIL), -1):
        if scene.inside[i] >= 0 or doc[i].text in (",", ";", ":"):
            return None
        word = table.get(doc[i].lower_)
        if word is not None and "c" in word.frames and word.kind in _KINDS and _is_finite(scene, i):
            return i, word
        if doc[i].tag_ not in _TAIL_TAGS:
            return None
    return None


def _is_finite(scene: Scene, i: int) -> bool:
    doc = scene.doc
    if doc[i].tag_ == "VBN":
        return doc[i - 1].lower_ in _HAVE or _has_office(scene, i)
    if doc[i].lower_ in _SHOWING and doc[i].tag_ not in _FINITE:
        return any(doc[j].lower_ in _RECORDS for j in range(max(0, i - 12), i))
    return doc[i].tag_ in _FINITE


def _has_office(scene: Scene, i: int) -> bool:
    """'the head of the agency announced': the tagger's participle, but somebody speaks."""
    doc = scene.doc
    token = doc[i].head
    office = office_words().get(token.lower_) if token.i < i and doc[i].dep_ == "acl" else None
    return office is not None and office.kind == "head" and doc[i].lower_.endswith("ed")


def closing_speaker(scene: Scene, i: int, start: int) -> int | None:
    """First token of the noun phrase that stands between a comma and the cue `i`."""
    doc = scene.doc
    last = i - 1 if doc[i - 1].lower_ in _HAVE else i
    apposed = doc[last - 1].text == ","
    first = _comma(scene, last - apposed, start)
    if apposed and first is not None:
        first = _comma(scene, first - 1, start)
    if first is None or first >= last or doc[first].tag_ not in NOMINAL_TAGS | {"PRP$"}:
        return None
    words = [doc[j] for j in range(first, last)]
    if any(w.tag_ in _FINITE or w.lower_ in _CLAUSE_WORDS for w in words):
        return None
    return first if any(w.tag_[:2] in ("NN", "PR", "CD") for w in words) else None


def _comma(scene: Scene, last: int, start: int) -> int | None:
    """The first token behind the comma that stands before token `last`."""
    for i in range(last - 1, max(start, last - _LONGEST_SPEAKER), -1):
        if scene.doc[i].text == ",":
            return i + 1
        if scene.inside[i] >= 0 or scene.doc[i].is_space:
            return None
    return None


def _is_clause(scene: Scene, first: int, last: int) -> bool:
    """The words before the attribution hold a finite verb."""
    doc = scene.doc
    if doc[first].tag_ in _OPENERS:
        return False
    return any(doc[i].tag_ in _FINITE for i in range(first, last))
