"""Whose words stand between marks: what is read of a sentence outside them.

For each quoted stretch first the words behind it are read (`attribution_behind`: '..., said X'),
then those before it (`attribution_before`: 'X said: ...').
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsextract.parsers.quotes.scene import NOMINAL_TAGS, Scene
from newsextract.story import CueFinding, Range

if TYPE_CHECKING:
    from spacy.tokens import Token


_LONGEST_GAP = 45
"""Tokens of a sentence that are read beside a quotation."""
_CLOSING = frozenset({'"', "”", "''", "’", "»"})
_STOPS = frozenset({".", "!", "?", "…", "..."})


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
        if last > first and sentence_starts(scene, last):
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
    if last > limit and sentence_starts(scene, last):
        return last, last
    while first > limit and scene.inside[first - 1] < 0 and last - first < _LONGEST_GAP:
        if first < last and sentence_starts(scene, first):
            break
        first -= 1
    return first, last


def sentence_starts(scene: Scene, i: int) -> bool:
    """Does a sentence start at token `i`?"""
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


def is_fragment(scene: Scene, number: int) -> bool:
    """'words from "certain parties" reflected ...': small words without a mark at their end."""
    region = scene.regions[number]
    inner = scene.text[region.inner_start : region.inner_end].strip()
    after = scene.text[region.end : region.end + 1]
    return inner[:1].islower() and inner[-1] not in ".!?…,—–-" and after not in (",", ".")


def phrase_head(token: Token, verb: Token, start: int, last: int) -> Token:
    """Head of the noun phrase that begins with `token`, right behind `verb`."""
    for _ in range(12):
        up = token.head
        if up.i == token.i or up.i == verb.i or not start < up.i < last:
            break
        if up.tag_[:2] == "VB" or token.dep_ == "nsubj":
            break
        token = up
    return token


def according(scene: Scene, start: int, last: int) -> Attribution | None:
    """'according to X' at token `start`."""
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
    head = phrase_head(token, token, first - 1, last)
    b = scene.phrase_tokens(head)[1]
    return scene.chars(first, max(min(b, last), first + 1))
