"""Parser of `quotes`: finds, then settles who has which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from newsextract.lexicons.agencies import agency_of
from newsextract.parsers.quotes.attitudes import attitudes
from newsextract.parsers.quotes.attribution import Attribution, is_sentence
from newsextract.parsers.quotes.clauses import reported_clauses
from newsextract.parsers.quotes.closing import closing_attributions
from newsextract.parsers.quotes.direct import Speeches, attributed_regions
from newsextract.parsers.quotes.names import set_names_aside
from newsextract.parsers.quotes.nominal import nominal_clauses
from newsextract.parsers.quotes.phrases import attributing_phrases
from newsextract.parsers.quotes.reported import Reported, takes_up
from newsextract.parsers.quotes.scene import Scene
from newsextract.parsers.quotes.stance import quoted_fragment, somebodys_words, stances
from newsextract.record import QuoteKind
from newsextract.story import QuoteFinding, Range, Story


class QuotesParser:
    """Finds `quotes`.

    Args:
        stances: find also what somebody backs, attacks, wants or names without a reported
            clause ('X denounced the raid'); these have the kind ``stance``.
    """

    def __init__(self, *, stances: bool = True) -> None:
        self._stances = stances

    def parse(self, story: Story) -> list[QuoteFinding]:
        """The findings of `story`, in document order."""
        scene = Scene(story)
        set_names_aside(scene)
        desk = _Desk(scene, attributed_regions(scene))
        felt = list(attitudes(scene))
        clauses = [*reported_clauses(scene), *attributing_phrases(scene), *nominal_clauses(scene)]
        clauses += (r for r in felt if "stance" not in r.rule)
        desk.settle(_outermost(scene, _with_closings(scene, clauses)))
        others = [*stances(scene), *(r for r in felt if "stance" in r.rule)]
        desk.settle(
            r for r in others if (self._stances or "stance" not in r.rule) and not desk.reports(r)
        )
        if self._stances:
            fragments = (quoted_fragment(scene, n) for n in desk.unsettled() if n not in desk.taken)
            desk.settle(filter(None, fragments))
            desk.found += filter(None, (somebodys_words(scene, n) for n in desk.unsettled()))
        desk.found += Speeches(scene, desk.attributed, desk.taken, desk.found).findings()
        above = _above_story(story)
        kept = (f for f in desk.found if not any(a <= f.pieces[0].start < b for a, b in above))
        return sorted(kept, key=lambda f: f.pieces[0])


def _above_story(story: Story) -> list[Range]:
    """Header lines and headlines, which stand at the top.

    'Published Oct 12' is nobody's saying, and what a headline says the story says in full.
    """
    blocks = story.reading.layout.blocks
    return [Range(b.start, b.end) for b in blocks if b.kind in ("header", "headline")]


def _with_closings(scene: Scene, clauses: list[Reported]) -> list[Reported]:
    """The clauses, with closing attributions where the parse shows none, or nobody who speaks."""
    told = {scene.tokens(*c.cue.range)[0]: c.speaker is not None for c in clauses}
    closings = list(closing_attributions(scene, {i for i, named in told.items() if named}))
    anew = {scene.tokens(*c.cue.range)[0] for c in closings}
    kept = [c for c in clauses if anew.isdisjoint(_tokens(scene, c))]
    closed = {scene.sentence(scene.tokens(*c.cue.range)[0])[0]: c for c in closings}
    return [_taken_up(scene, c, closed) for c in kept] + closings


def _taken_up(scene: Scene, clause: Reported, closed: Mapping[int, Reported]) -> Reported:
    """'..., X told a briefing, adding ...': the participle has the speaker of the closing.

    `closed` are the closing attributions by the first token of their sentences.
    """
    i = scene.tokens(*clause.cue.range)[0]
    closing = closed.get(scene.sentence(i)[0]) if takes_up(scene, i) else None
    if closing is None or closing.cue.range.start > clause.cue.range.start:
        return clause
    return replace(clause, speaker=closing.speaker)


def _tokens(scene: Scene, clause: Reported) -> set[int]:
    """The tokens of a clause's content, and its cue."""
    inside = {i for first, last in clause.pieces for i in range(first, last)}
    return inside | {scene.tokens(*clause.cue.range)[0]}


_RELAYS = frozenset({"report", "inform", "write"})
"""Verbs with which a wire signs what others said: '..., said the minister, Trend reports'."""


def _outermost(scene: Scene, clauses: list[Reported]) -> list[Reported]:
    """Without what is reported inside other reports, and without the wire's own name."""
    wire = scene.story.dateline.agency if scene.story.dateline else None
    cues = {scene.tokens(*clause.cue.range)[0] for clause in clauses}
    outer: dict[int, Reported] = {}
    kept = []
    for clause in clauses:
        inside = [i for first, last in clause.pieces for i in range(first, last)]
        signed = clause.cue.lemma in _RELAYS and clause.rule in _BEHIND
        if signed and not cues.isdisjoint(inside):
            continue
        named = scene.text[slice(*clause.speaker)] if clause.speaker else ""
        if wire and re.search(rf"(?<!by ){re.escape(wire)}\b", named):
            continue
        if signed and agency_of(named):
            continue
        kept.append(clause)
        for i in inside:
            outer.setdefault(i, clause)
    return [clause for clause in kept if _is_outer(scene, clause, outer)]


def _is_outer(scene: Scene, clause: Reported, outer: dict[int, Reported]) -> bool:
    """No other clause holds its cue; 'A failed, X said, so Y decided to go': X's holds Y's."""
    around = outer.get(scene.tokens(*clause.cue.range)[0], clause)
    if around is clause:
        return True
    mutual = outer.get(scene.tokens(*around.cue.range)[0]) is clause
    return mutual and clause.rule == _ASIDE != around.rule


_ASIDE = "quotes.indirect.aside"
_BEHIND = frozenset({"quotes.indirect.postposed", _ASIDE, "quotes.indirect.closing"})


_LISTING = frozenset({",", "and", "or", "but", "also", "a", "an", "the", "then"})


class _Desk:
    """Where reported content and quoted stretches meet.

    Attributes:
        attributed: attributions of quoted stretches, by number.
        taken: stretches that are part of reported content.
        covered: tokens of reported content and of its cues.
        found: settled findings.
    """

    def __init__(self, scene: Scene, attributed: dict[int, Attribution]) -> None:
        self.scene = scene
        self.attributed = attributed
        self.taken: set[int] = set()
        self.found: list[QuoteFinding] = []
        self.covered: set[int] = set()

    def reports(self, reported: Reported) -> bool:
        """The cue reports already, or stands in reported content."""
        return self.scene.tokens(*reported.cue.range)[0] in self.covered

    def unsettled(self) -> list[int]:
        """Quoted stretches that nobody has, and that are no sentences."""
        return [
            number
            for number in range(len(self.scene.regions))
            if number not in self.taken
            and number not in self.attributed
            and number not in self.scene.names
            and not is_sentence(self.scene, number)
        ]

    def settle(self, reports: Iterable[Reported]) -> None:
        """Take reports; where they hold quoted stretches, decide whose these are."""
        for reported in reports:
            reported = self._with_rest(reported)
            tokens = [i for first, last in reported.pieces for i in range(first, last)]
            held = {self.scene.inside[i] for i in tokens} - {-1}
            if any(self._is_bare(i) for i in tokens):
                self._take(reported, held)
            else:
                for number in held:
                    direct = Attribution(reported.speaker, reported.cue, "quotes.direct.clause")
                    self.attributed.setdefault(number, direct)

    def _with_rest(self, reported: Reported) -> Reported:
        """'It had been sent, X said, "and the office stamped it."': words between marks go on."""
        scene = self.scene
        cue = scene.tokens(*reported.cue.range)[0]
        if not reported.pieces[-1][1] <= cue:
            return reported
        end = scene.sentence(cue)[1]
        for number in {scene.inside[i] for i in range(cue, end)} - {-1}:
            region = scene.regions[number]
            said = self.attributed.get(number)
            if said is None or said.cue is None or said.cue.range != reported.cue.range:
                continue
            if scene.text[region.inner_start : region.inner_start + 1].islower():
                piece = scene.tokens(region.start, region.end)
                return replace(reported, pieces=(*reported.pieces, piece))
        return reported

    def _is_bare(self, i: int) -> bool:
        token = self.scene.doc[i]
        return self.scene.inside[i] < 0 and not token.is_punct and not token.is_space

    def _take(self, reported: Reported, held: set[int]) -> None:
        for number in held:
            other = self.attributed.get(number)
            if other is None:
                continue
            if other.cue is None or other.cue.range != reported.cue.range:
                return  # the stretch has an attribution of its own
            if self._stands_alone(number, reported):
                return
        reported = self._completed(reported)
        if held:
            reported, listed = self._with_list(reported)
            held |= listed
        for number in held:
            self.attributed.pop(number, None)
        self.taken |= held
        kind: QuoteKind = "mixed" if held else "indirect"
        if ".stance." in reported.rule:
            kind = "stance"
        rule = reported.rule.replace(".indirect.", f".{kind}.")
        for first, last in (*reported.pieces, self.scene.tokens(*reported.cue.range)):
            self.covered.update(range(first, last))
        pieces = tuple(self.scene.chars(*piece) for piece in reported.pieces)
        self.found.append(QuoteFinding(pieces, kind, reported.speaker, reported.cue, rule))

    def _stands_alone(self, number: int, reported: Reported) -> bool:
        """What the content has beside the stretch is behind it, divided by a comma."""
        region = self.scene.regions[number]
        first = self.scene.tokens(region.start, region.start)[0]
        if any(self._is_bare(i) for a, b in reported.pieces for i in range(a, min(b, first))):
            return False
        inner = self.scene.text[region.inner_start : region.inner_end].rstrip()
        after = self.scene.text[region.end : region.end + 1]
        return after in (",", ".", ";") or inner[-1:] in (",", ".", "?", "!")

    def _with_list(self, reported: Reported) -> tuple[Reported, set[int]]:
        """With the quoted words that follow in a list: '"a bully," a "liar" and a "fool"'."""
        inside, count = self.scene.inside, len(self.scene.doc)
        first, last = reported.pieces[-1]
        listed: set[int] = set()
        while inside[last - 1] >= 0:
            ahead = last
            while ahead < min(count, last + 4) and self.scene.doc[ahead].lower_ in _LISTING:
                ahead += 1
            number = inside[ahead] if ahead < count else -1
            if number < 0 or number in self.taken or number in self.attributed or ahead == last:
                break
            last = ahead
            while last < count and inside[last] == number:
                last += 1
            listed.add(number)
        return replace(reported, pieces=(*reported.pieces[:-1], (first, last))), listed

    def _completed(self, reported: Reported) -> Reported:
        """A quoted stretch that the content cuts through belongs to it in full."""
        inside, count = self.scene.inside, len(self.scene.doc)
        pieces = []
        for first, last in reported.pieces:
            head, tail = inside[first], inside[last - 1]
            while head >= 0 and first > 0 and inside[first - 1] == head:
                first -= 1
            while tail >= 0 and last < count and inside[last] == tail:
                last += 1
            pieces.append((first, last))
        return replace(reported, pieces=tuple(pieces))
