"""Whose words stand between marks: attribution by what stands beside them.

For each quoted stretch the words of its sentence outside the marks are read, first those
behind it ('..., said X', '..., X told reporters'), then those before it ('X said: ...',
'according to X, ...').
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsextract.lexicons.cues import reporting_nouns
from newsextract.parsers.quotes.clauses import BE
from newsextract.parsers.quotes.reported import cue_of, speaker_of
from newsextract.parsers.quotes.scene import NOMINAL_TAGS, Scene
from newsextract.story import CueFinding, Range

if TYPE_CHECKING:
    from spacy.tokens import Token


_LONGEST_GAP = 45
"""Tokens of a sentence that are read beside a quotation."""
_FARTHEST_VERB = 28
"""Tokens between a quotation and the verb behind its subject: long titles and relative clauses."""
_LONGEST_SIGNATURE = 14
_DASH = re.compile(r"\s?([―—–]|--?) ?(?=[A-Z])")
_BRACKETS = re.compile(r"\s?\[([A-Z][^\[\]\n]{1,60}?)\.?\]")
"""'"..." [The Gazette]', as press reviews name their sources."""
_LABEL = re.compile(r"([A-Z][A-Z.'’ -]{1,30}[A-Z.]): ")
"""'WALLACE: ', as transcripts name who speaks."""
_LONGEST_PART = 9
_TIMES = frozenset({"DATE", "TIME"})
_ADVERBS = frozenset({"RB", "RBR", "RBS", "CC", "UH"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
_LIST_MARKS = frozenset({"-", "–", "—", "―", "--", "•", "~"})
_SKIPPED = frozenset({",", "-", "–", "—", "―", "--", ")", "]", ";", "…", "..."})
_CLOSING = frozenset({'"', "”", "''", "’", "»"})
_STOPS = frozenset({".", "!", "?", "…", "..."})
_SPEAKING = frozenset({"say", "answer", "claim", "announce", "admit", "warn", "suggest", "think"})
_LIGHT = frozenset(
    {"IN", "TO", "RB", "DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS", ",", ":"}
    | {"HYPH", "CC", "-LRB-", "-RRB-", "RP", "SYM", "_SP", "FW", "WDT", "NFP", "''", "``"}
)
"""Tags of what may stand between a cue and the words that it introduces: listener, time, place."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a quoted stretch.

    Attributes:
        speaker: the words that name the speaker.
        cue: what reports; None where the context alone tells.
        rule: the rule that decided.
        label: characters at the start of the stretch that only name the speaker.
    """

    speaker: Range | None
    cue: CueFinding | None
    rule: str
    label: int = 0


def sentence_behind(scene: Scene, number: int) -> tuple[int, int]:
    """Tokens outside marks from region `number` to the end of its sentence."""
    region = scene.regions[number]
    first, limit = scene.tokens(region.end, scene.blocks[region.block][1])
    last = first
    while last < limit and scene.inside[last] < 0 and last - first < _LONGEST_GAP:
        if last > first and _sentence_starts(scene, last):
            break
        last += 1
    return first, last


def sentence_before(scene: Scene, number: int) -> tuple[int, int]:
    """Tokens outside marks from the start of its sentence to region `number`."""
    region = scene.regions[number]
    block_start = scene.blocks[region.block][0]
    if region.start > scene.story.body > block_start:
        block_start = scene.story.body
    limit, last = scene.tokens(block_start, region.start)
    first = last
    if last > limit and _sentence_starts(scene, last):
        return last, last
    while first > limit and scene.inside[first - 1] < 0 and last - first < _LONGEST_GAP:
        if first < last and _sentence_starts(scene, first):
            break
        first -= 1
    return first, last


def _sentence_starts(scene: Scene, i: int) -> bool:
    if not 0 < i < len(scene.doc):
        return False
    before = scene.doc[i - 1]
    if before.text in _CLOSING and i > 1:
        before = scene.doc[i - 2]  # '... on "The Hour." "We go ..."'
    if before.text in _STOPS:
        return bool(scene.doc[i].is_sent_start) or scene.inside[i] >= 0
    return bool(scene.doc[i].is_sent_start) and before.text[-1] in ".!?…" and len(before.text) > 5


def ends_open(scene: Scene, number: int) -> bool:
    """The stretch does not end its sentence: a comma at its end, or no stop."""
    region = scene.regions[number]
    inner = scene.text[region.inner_start : region.inner_end].rstrip()
    after = scene.text[region.end : region.end + 1]
    return inner[-1:] in (",", "—", "–", "-") or (inner[-1:] not in ".!?…" or after == ",")


def is_sentence(scene: Scene, number: int) -> bool:
    """The stretch reads as a whole sentence rather than as words taken out of one."""
    region = scene.regions[number]
    inner = scene.text[region.inner_start : region.inner_end].strip()
    if len(inner.split()) < 2:
        return False
    first, last = sentence_before(scene, number)
    starts = all(scene.doc[i].is_punct or scene.doc[i].is_space for i in range(first, last))
    begins = next((c for c in inner if c.isalnum()), " ")
    after = scene.text[region.end : region.end + 1]
    stops = inner[-1] in ".!?…,—" or not region.closed or after in (",", ".")
    return starts and (begins.isupper() or begins.isdigit()) and stops


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
    if not is_open and token.text[0].isupper() and not _is_bare(scene, start, last):
        return _signed(scene, number, start)  # the next sentence may have a cue of its own
    return (
        _signed(scene, number, start)
        or (None if _joined(scene, first, start) else _inverted(scene, start, last))
        or _according(scene, start, last)
        or _subject_first(scene, start, last, is_open, is_sentence(scene, number))
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
    if i >= last or scene.doc[i].tag_ not in NOMINAL_TAGS | {"PRP$", "POS", "``", "''"}:
        return None
    head = _phrase_head(scene.doc[i], verb, start, last)
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


def _past_part(scene: Scene, i: int, last: int) -> int:
    """'said, for her part, X': the token behind the aside."""
    doc = scene.doc
    if i + 1 < last and doc[i].text == "," and doc[i + 1].tag_ in ("IN", "RB"):
        for j in range(i + 2, min(last - 1, i + _LONGEST_PART)):
            if doc[j].text == ",":
                return j + 1
    return i


def _phrase_head(token: Token, verb: Token, start: int, last: int) -> Token:
    """Head of the noun phrase that begins with `token`, right behind `verb`."""
    for _ in range(12):
        up = token.head
        if up.i == token.i or up.i == verb.i or not start < up.i < last:
            break
        if up.tag_[:2] == "VB" or token.dep_ == "nsubj":
            break
        token = up
    return token


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
            head = _phrase_head(doc[start], verb, start - 1, i)
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


def _according(scene: Scene, start: int, last: int) -> Attribution | None:
    doc = scene.doc
    if doc[start].lower_ != "according" or start + 2 >= last or doc[start + 1].lower_ != "to":
        return None
    speaker = source_behind(scene, start + 2, last)
    return speaker and Attribution(
        speaker,
        CueFinding(scene.chars(start, start + 2), "according to", "say"),
        "quotes.direct.according_to",
    )


def source_behind(scene: Scene, first: int, last: int) -> Range | None:
    """The noun phrase that begins at token `first`."""
    if first >= last or scene.doc[first].tag_ not in NOMINAL_TAGS | {"PRP$"}:
        return None
    token = scene.doc[first]
    head = _phrase_head(token, token, first - 1, last)
    b = scene.phrase_tokens(head)[1]
    return scene.chars(first, max(min(b, last), first + 1))


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
        if word is not None and ("q" in word.frames or "c" in word.frames):
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
            return _according(scene, i, end)
    return _before_colon(scene, first, end) if colon else None


def attributed_by_colon(scene: Scene, block: int) -> Attribution | None:
    """'X had this to say:' at the end of a block, the quotation in the next one."""
    start, stop = scene.blocks[block]
    if scene.text[start:stop].rstrip()[-1:] != ":":
        return None
    first, end = scene.tokens(start, stop)
    while end > first and (scene.doc[end - 1].text == ":" or scene.doc[end - 1].is_space):
        end -= 1
    for i in range(end - 1, first, -1):
        if _sentence_starts(scene, i):
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
