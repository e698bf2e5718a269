"""Quotations between marks: which are speech, whose, and which pieces belong together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from newsextract.parsers.quotes.attribution import Attribution, is_sentence, sentence_behind
from newsextract.parsers.quotes.attribution_before import attributed_before, attributed_by_colon
from newsextract.parsers.quotes.attribution_behind import attributed_behind
from newsextract.parsers.quotes.scene import Scene
from newsextract.story import QuoteFinding, Range


def attributed_regions(scene: Scene) -> dict[int, Attribution]:
    """Regions with an attribution right beside them."""
    found: dict[int, Attribution] = {}
    for number in range(len(scene.regions)):
        if number in scene.names:
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
    inner = scene.text[region.inner_start : region.inner_end].rstrip()
    after = scene.text[region.end : region.end + 1]
    if before.rule == "quotes.direct.label":
        return before
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
        reports: what is found already, which tells who speaks in the context.
    """

    def __init__(
        self,
        scene: Scene,
        attributed: dict[int, Attribution],
        taken: set[int],
        reports: Sequence[QuoteFinding],
    ) -> None:
        self.scene = scene
        self.attributed = attributed
        self.taken = taken
        self.voices = sorted(
            (max(r.cue.range.end if r.cue else 0, r.pieces[-1].end), r.speaker)
            for r in reports
            if r.speaker is not None and r.kind != "stance"
        )

    def findings(self) -> list[QuoteFinding]:
        """The quotations, in order."""
        quotes: list[_Quote] = []
        for number in range(len(self.scene.regions)):
            if number in self.taken or number in self.scene.names:
                continue
            own = self.attributed.get(number)
            if own is None and not self._is_speech(number):
                continue
            last = quotes[-1] if quotes else None
            if (
                last is not None
                and last.regions[-1] == self._before(number)
                and self._joins(last, number, own)
            ):
                last.regions.append(number)
                last.attribution = last.attribution or own
                continue
            quotes.append(_Quote([number], own))
        last = None
        for quote in quotes:
            quote.attribution = quote.attribution or self._inherited(last, quote.regions[0])
            last = quote
        return [self._finding(quote) for quote in quotes]

    def _is_speech(self, number: int) -> bool:
        """Speech without an attribution of its own."""
        scene, region = self.scene, self.scene.regions[number]
        if region.continues or is_sentence(scene, number):
            return True
        before = self._before(number)
        return (
            before in self.attributed
            and scene.regions[before].block == region.block
            and self._runs_on(before, number)
        )

    def _before(self, number: int) -> int:
        """The region before that is no name; -1 if there is none."""
        number -= 1
        while number in self.scene.names:
            number -= 1
        return number

    def _runs_on(self, number: int, following: int) -> bool:
        """Only an attribution stands between the region and the following one."""
        last = sentence_behind(self.scene, number)[1]
        return last < len(self.scene.doc) and self.scene.inside[last] == following

    def _joins(self, last: _Quote, number: int, own: Attribution | None) -> bool:
        """The region goes on with the quotation before it."""
        scene = self.scene
        previous = self._before(number)
        region, before = scene.regions[number], scene.regions[previous]
        if own is not None and last.attribution is not None:
            same = own.cue and last.attribution.cue and own.cue.range == last.attribution.cue.range
            if not same:
                return False
        if region.continues:
            return True
        if region.block != before.block or not self._runs_on(previous, number):
            return False
        if own is None:
            return True
        # '"A." "B," he said': nothing stands between the two.
        return (
            last.attribution is not None
            or sentence_behind(scene, previous)[0] >= (scene.tokens(region.start, region.start)[0])
        )

    def _inherited(self, before: _Quote | None, number: int) -> Attribution | None:
        """The speaker of a sentence between marks that nobody is named beside."""
        scene, region = self.scene, self.scene.regions[number]
        block_start = scene.blocks[region.block][0]
        leads = not scene.text[block_start : region.start].strip()
        if leads and region.block > 0:
            announced = attributed_by_colon(scene, region.block - 1)
            if announced is not None:
                return announced
        voices = []
        if before is not None and before.attribution is not None:
            voices.append((scene.regions[before.regions[-1]].end, before.attribution.speaker))
        k = bisect_left(self.voices, (region.start,))
        if k:
            voices.append(self.voices[k - 1])
        where, speaker = max(voices, key=lambda voice: voice[0], default=(0, None))
        floor = scene.blocks[max(0, region.block - 1)][0]
        if speaker is None or where < floor:
            return None
        return Attribution(speaker, None, "quotes.direct.chain")

    def _finding(self, quote: _Quote) -> QuoteFinding:
        regions = [self.scene.regions[n] for n in quote.regions]
        found = quote.attribution
        label = found.label if found else 0
        pieces = (
            Range(regions[0].inner_start + label, regions[0].inner_end),
            *(Range(r.inner_start, r.inner_end) for r in regions[1:]),
        )
        if found is None:
            return QuoteFinding(pieces, "direct", None, None, "quotes.direct.unattributed")
        return QuoteFinding(pieces, "direct", found.speaker, found.cue, found.rule)
