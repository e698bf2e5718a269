"""Quotations between marks: which are speech, whose, and which pieces belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsextract.parsers.quotes.attribution import (
    Attribution,
    attributed_before,
    attributed_behind,
    attributed_by_colon,
    sentence_before,
    sentence_behind,
)
from newsextract.parsers.quotes.scene import Scene
from newsextract.story import QuoteFinding, Range

_FUNCTION_WORDS = frozenset(
    {"a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "with", "from", "by"}
    | {"as", "is", "vs", "v"}
)
_WORD = re.compile(r"\w[\w'’.-]*")
_TITLED = frozenset({"titled", "entitled", "named", "called", "dubbed", "headlined", "reading"})
_LONGEST_NICKNAME = 3
_LONGEST_TITLE = 12
"""Words of a title of a work; longer ones are rare, and longer quotations the rule."""


def is_name(scene: Scene, number: int) -> bool:
    """A nickname, or the title of a work, a programme, a forum: in capitals, in a phrase."""
    region = scene.regions[number]
    inner = scene.text[region.inner_start : region.inner_end].strip()
    words = _WORD.findall(inner)
    if not words or len(words) > _LONGEST_TITLE or (inner[-1] in ".!?…" and len(words) > 3):
        return False
    first, last = scene.tokens(region.start, region.end)
    before = scene.doc[first - 1] if first else None
    behind = scene.doc[last] if last < len(scene.doc) else None
    if before is not None and behind is not None and len(words) <= _LONGEST_NICKNAME:
        names = before.tag_ == behind.tag_ == "NNP" and before.is_title and behind.is_title
        if names and inner[-1].isalpha():
            return True
    if before is not None and before.lower_ in _TITLED:
        return True
    if before is None or before.text in (":", ",") or before.i in scene.verbs or before.is_space:
        return False
    capital = all(w[0].isupper() or w[0].isdigit() or w.lower() in _FUNCTION_WORDS for w in words)
    if not capital or not words[0][0].isupper():
        return False
    return before.tag_ in ("POS", "IN", "DT", "PRP$", "NN", "NNS", "NNP", "CC", "JJ") and (
        len(words) > 1 or before.tag_ in ("POS", "DT", "PRP$", "NN")
    )


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


def attributed_regions(scene: Scene) -> dict[int, Attribution]:
    """Regions with an attribution right beside them."""
    found: dict[int, Attribution] = {}
    for number in range(len(scene.regions)):
        if is_name(scene, number):
            continue
        behind = attributed_behind(scene, number)
        before = attributed_before(scene, number)
        choice = _choose(scene, number, behind, before)
        if choice is not None:
            found[number] = choice
    return found


def _choose(
    scene: Scene, number: int, behind: Attribution | None, before: Attribution | None
) -> Attribution | None:
    if behind is None or before is None:
        return behind or before
    region = scene.regions[number]
    if scene.text[max(0, region.start - 3) : region.start].rstrip().endswith(":"):
        # 'X had an answer: "A," he said.'
        return behind if before.cue is None or before.cue.kind is None else before
    inner = scene.text[region.inner_start : region.inner_end].rstrip()
    after = scene.text[region.end : region.end + 1]
    return behind if inner.endswith(",") or after == "," else before


@dataclass(slots=True)
class _Quote:
    regions: list[int]
    attribution: Attribution | None


class Speeches:
    """Gathers the stretches that are speech into quotations.

    Args:
        scene: the story.
        attributed: attributions by region.
        taken: regions that are part of a reported clause.
    """

    def __init__(self, scene: Scene, attributed: dict[int, Attribution], taken: set[int]) -> None:
        self.scene = scene
        self.attributed = attributed
        self.taken = taken

    def findings(self) -> list[QuoteFinding]:
        """The quotations, in order."""
        quotes: list[_Quote] = []
        for number in range(len(self.scene.regions)):
            if number in self.taken:
                continue
            own = self.attributed.get(number)
            if own is None and not self._is_speech(number):
                continue
            last = quotes[-1] if quotes else None
            if (
                last is not None
                and last.regions[-1] == number - 1
                and self._joins(last, number, own)
            ):
                last.regions.append(number)
                last.attribution = last.attribution or own
                continue
            quotes.append(_Quote([number], own or self._inherited(quotes, number)))
        return [self._finding(quote) for quote in quotes]

    def _is_speech(self, number: int) -> bool:
        """Speech without an attribution of its own."""
        scene, region = self.scene, self.scene.regions[number]
        if region.continues or (is_sentence(scene, number) and not is_name(scene, number)):
            return True
        return (
            number > 0
            and number - 1 in self.attributed
            and scene.regions[number - 1].block == region.block
            and self._runs_on(number - 1)
            and not is_name(scene, number)
        )

    def _runs_on(self, number: int) -> bool:
        """Only an attribution stands between the region and the next one."""
        last = sentence_behind(self.scene, number)[1]
        return last < len(self.scene.doc) and self.scene.inside[last] == number + 1

    def _joins(self, last: _Quote, number: int, own: Attribution | None) -> bool:
        """The region goes on with the quotation before it."""
        scene = self.scene
        region, before = scene.regions[number], scene.regions[number - 1]
        if own is not None and last.attribution is not None:
            same = own.cue and last.attribution.cue and own.cue.range == last.attribution.cue.range
            if not same:
                return False
        if region.continues:
            return True
        if region.block != before.block or not self._runs_on(number - 1):
            return False
        if own is None:
            return True
        # '"A." "B," he said': nothing stands between the two.
        return (
            last.attribution is not None
            or sentence_behind(scene, number - 1)[0]
            >= (scene.tokens(region.start, region.start)[0])
        )

    def _inherited(self, quotes: list[_Quote], number: int) -> Attribution | None:
        """The speaker of a sentence between marks that nobody is named beside."""
        scene, region = self.scene, self.scene.regions[number]
        block_start = scene.blocks[region.block][0]
        leads = not scene.text[block_start : region.start].strip()
        if leads and region.block > 0:
            announced = attributed_by_colon(scene, region.block - 1)
            if announced is not None:
                return announced
        if quotes and quotes[-1].attribution is not None:
            before = scene.regions[quotes[-1].regions[-1]]
            if region.block - before.block <= 1:
                return Attribution(quotes[-1].attribution.speaker, None, "quotes.direct.chain")
        return None

    def _finding(self, quote: _Quote) -> QuoteFinding:
        regions = [self.scene.regions[n] for n in quote.regions]
        pieces = tuple(Range(r.inner_start, r.inner_end) for r in regions)
        found = quote.attribution
        if found is None:
            return QuoteFinding(pieces, "direct", None, None, "quotes.direct.unattributed")
        return QuoteFinding(pieces, "direct", found.speaker, found.cue, found.rule)
