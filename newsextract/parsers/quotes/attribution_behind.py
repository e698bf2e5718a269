"""Attribution behind the marks: '..., said X', '..., X told reporters'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsextract.parsers.quotes.attribution import (
    Attribution,
    according,
    ends_open,
    is_fragment,
    is_sentence,
    phrase_head,
    sentence_behind,
)
from newsextract.parsers.quotes.reported import cue_of
from newsextract.parsers.quotes.scene import NOMINAL_TAGS, Scene
from newsextract.story import CueFinding, Range

if TYPE_CHECKING:
    pass


_FARTHEST_VERB = 28
"""Tokens between a quotation and the verb behind its subject: long titles and relative clauses."""
_LONGEST_SIGNATURE = 14
_DASH = re.compile(r"\s?([―—–]|--?) ?(?=[A-Z])")
_BRACKETS = re.compile(r"\s?\[([A-Z][^\[\]\n]{1,60}?)\.?\]")
"""'"..." [The Gazette]', as press reviews name their sources."""
_LONGEST_PART = 9
_TIMES = frozenset({"DATE", "TIME"})
_ADVERBS = frozenset({"RB", "RBR", "RBS", "CC", "UH"})
_SKIPPED = frozenset({",", "-", "–", "—", "―", "--", ")", "]", ";", "…", "..."})


def attributed_behind(scene: Scene, number: int) -> Attribution | None:
    """'..., said X' and '..., X said'."""
    first, last = sentence_behind(scene, number)
    start = _past_filler(scene, first, last)
    if start >= last:
        return None
    is_open = ends_open(scene, number)
    token = scene.doc[start]
    if token.lower_ in ("who", "which", "that", "whose"):
        return None
    whole = is_sentence(scene, number)
    if not is_open and token.text[0].isupper() and not (whole and _is_bare(scene, start, last)):
        return _signed(scene, number, start)  # the next sentence may have a cue of its own
    if not whole and (is_fragment(scene, number) or _joined(scene, first, start)):
        return None  # 'called it "a threat", and Y said ...'
    return (
        _signed(scene, number, start)
        or (None if _joined(scene, first, start) else _inverted(scene, start, last))
        or according(scene, start, last)
        or _subject_first(scene, start, last, is_open, whole)
        or (_capitalized(scene, start, last) if is_open else None)
    )


def _signed(scene: Scene, number: int, start: int) -> Attribution | None:
    """'"..." — Anna L., teacher', '"..." [The Gazette]': a name behind a dash or in brackets."""
    end_mark = scene.regions[number].end
    source = _BRACKETS.match(scene.text, end_mark)
    if source:
        return Attribution(Range(*source.span(1)), None, "quotes.direct.signed")
    dash = _DASH.match(scene.text, end_mark)
    if dash is None:
        return None
    stop = scene.blocks[scene.regions[number].block][1]
    end = scene.tokens(0, stop)[1]
    following = scene.regions[number + 1] if number + 1 < len(scene.regions) else None
    if following is not None and following.start < stop:
        end = scene.tokens(0, following.start)[1]
    words = [scene.doc[i] for i in range(start, end)]
    if len(words) > _LONGEST_SIGNATURE or any(w.tag_ in ("VBD", "VBZ", "VBP") for w in words):
        return None
    name = start
    while name < end and (words[name - start].text[0].isupper() or words[name - start].text == "."):
        name += 1
    if name == start:
        return None
    return Attribution(
        scene.chars(*scene.trimmed(start, name)),
        CueFinding(Range(*dash.span(1)), dash.group(1), None),
        "quotes.direct.signed",
    )


def _joined(scene: Scene, first: int, start: int) -> bool:
    """'called it "weak" and said ...': the next verb has the same subject."""
    return any(scene.doc[i].tag_ == "CC" for i in range(first, start))


def _is_bare(scene: Scene, start: int, last: int) -> bool:
    """An attribution and nothing else, as in '"Who?" Smith asked'."""
    if scene.text[scene.starts[start] - 2 : scene.starts[start]].strip()[:1] in ".":
        return False
    verbs = [i for i in range(start, last) if i in scene.verbs]
    if not verbs:
        return False
    word = scene.verbs[verbs[0]]
    if "q" not in word.frames:
        return False
    content = {"ccomp"} if "t" in word.frames else {"ccomp", "dobj"}
    return not any(c.dep_ in content and c.i > verbs[0] for c in scene.doc[verbs[0]].children)


def _past_filler(scene: Scene, first: int, last: int) -> int:
    while first < last:
        token = scene.doc[first]
        if token.text not in _SKIPPED and not token.is_space and token.tag_ not in _ADVERBS:
            break
        if token.lower_ in ("because", "while", "when", "that"):
            break
        first += 1
    return first


def _inverted(scene: Scene, start: int, last: int) -> Attribution | None:
    word = scene.verbs.get(start)
    verb = scene.doc[start]
    if word is None or "q" not in word.frames or verb.tag_ == "VBG":
        return None
    i = start + 1
    while i < last and (scene.doc[i].dep_ == "prt" or scene.doc[i].tag_ in _ADVERBS):
        i += 1
    i = _past_part(scene, i, last)
    if i >= last or not _may_begin_name(scene, i):
        return None
    head = phrase_head(scene.doc[i], verb, start, last)
    first, end = scene.phrase_tokens(head)
    if i < end:
        first = min(max(first, start + 1), i)
    else:
        first, end = i, i + 1
    while end < last and scene.doc[end].tag_ == "NNP" and scene.doc[end].ent_type_ not in _TIMES:
        end += 1  # 'lawmaker | Ada Berg', whatever the parse made of the name
    first, end = scene.unbroken(first, min(end, last))
    return Attribution(
        scene.chars(first, end), cue_of(scene, verb, word), "quotes.direct.cue_behind"
    )


def _may_begin_name(scene: Scene, i: int) -> bool:
    """Can a phrase for somebody begin with token `i`: no preposition, but 'Under Secretary X'?"""
    word = scene.doc[i]
    if word.tag_ in NOMINAL_TAGS | {"PRP$", "POS", "``", "''"}:
        return True
    return word.is_title and i + 1 < len(scene.doc) and scene.doc[i + 1].is_title


def _past_part(scene: Scene, i: int, last: int) -> int:
    """'said, for her part, X': the token behind the aside."""
    doc = scene.doc
    if i + 1 < last and doc[i].text == "," and doc[i + 1].tag_ in ("IN", "RB"):
        for j in range(i + 2, min(last - 1, i + _LONGEST_PART)):
            if doc[j].text == ",":
                return j + 1
    return i


def _subject_first(
    scene: Scene, start: int, last: int, is_open: bool, whole: bool
) -> Attribution | None:
    doc = scene.doc
    if doc[start].tag_ not in NOMINAL_TAGS | {"PRP$", "EX"}:
        return None
    for i in range(start + 1, min(last, start + _FARTHEST_VERB)):
        word = scene.verbs.get(i)
        verb = doc[i]
        if word is None:
            continue
        if "q" not in word.frames and "c" not in word.frames:
            continue
        if verb.tag_ == "VBG" or (verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod")):
            continue
        subject = scene.subject(verb)
        if subject is None or not start <= subject.i < i:
            if i - start > 4 or any(doc[j].tag_[:2] == "VB" for j in range(start, i)):
                continue
            head = phrase_head(doc[start], verb, start - 1, i)
            subject = head if start <= head.i < i else doc[start]
        first, end = scene.phrase_tokens(subject)
        if first > start + 1 or (verb.dep_ == "relcl" and subject.i != verb.head.i):
            continue
        if verb.dep_ in ("relcl", "acl") and verb.head.i == subject.i:
            continue
        return Attribution(
            scene.chars(max(first, start), min(end, i)),
            cue_of(scene, verb, word),
            "quotes.direct.cue_behind",
        )
    return _unlisted(scene, start, last) if is_open and whole else None


def _capitalized(scene: Scene, start: int, last: int) -> Attribution | None:
    """'..., Tulsa police Chief Jordan said', whatever the parse made of the name."""
    doc = scene.doc
    for i in range(start + 1, min(last, start + 12)):
        word = scene.verbs.get(i)
        if doc[i].text in (",", ";", ":"):
            return None
        if word is None or "q" not in word.frames or doc[i].tag_ not in ("VBD", "VBZ", "VBP"):
            continue
        if not doc[i - 1].text[0].isupper() or not doc[start].text[0].isupper():
            return None
        return Attribution(
            scene.chars(start, i), cue_of(scene, doc[i], word), "quotes.direct.cue_behind"
        )
    return None


def _unlisted(scene: Scene, start: int, last: int) -> Attribution | None:
    """'..., X beamed': a verb of no list, in the place of a cue."""
    doc = scene.doc
    for i in range(start + 1, min(last, start + 8)):
        verb = doc[i]
        if verb.tag_ not in ("VBD", "VBZ", "VBP"):
            continue
        subject = scene.subject(verb)
        if subject is None or not start <= subject.i < i:
            return None
        first, end = scene.phrase_tokens(subject)
        if first > start:
            return None
        return Attribution(
            scene.chars(first, min(end, i)),
            CueFinding(scene.chars(i, i + 1), verb.lower_, None),
            "quotes.direct.verb_behind",
        )
    return None
