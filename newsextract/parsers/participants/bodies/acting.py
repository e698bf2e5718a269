"""Which bodies take part in what a story reports, and which are named in passing."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from newsextract.lexicons.agencies import agency_of
from newsextract.lexicons.cues import reporting_verbs
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.participants.bodies.grouping import BodyGroup
from newsextract.parsers.participants.bodies.names import BodyMention
from newsextract.parsers.participants.standing import (
    ACTS,
    SOURCES,
    acts_by_staff,
    governor,
    informs,
    is_landmark,
    receives,
    standing,
)
from newsextract.parsers.participants.words import Words
from newsextract.story import Story

_INSIDE = frozenset({"in", "at", "under", "on", "compound", "nmod", "amod", "poss", "npadvmod"})
"""Standings of bodies that are named in passing: where something is, whose thing it is."""
_OF_MANY = frozenset("member members membership session sessions meeting meetings".split())
_PARTS = frozenset("department division directorate section unit desk".split())
_KINDS = word_list("participant_words.tsv", "kinds")
_ADDRESSING = word_list("participant_words.tsv", "addressing")
_UNIONS = word_list("participant_words.tsv", "unions")
_AGENCY = re.compile(r"\b(?:News|Press|Telegraph|Information|Media) Agency\b|\bnews agency\b")
_BARE = re.compile(r"(?<=t)b(?![bNOGPBsj])")


def agencies(story: Story) -> frozenset[str]:
    """Names of the wire that files the story, which is no participant."""
    agency = story.dateline.agency if story.dateline else None
    return frozenset({agency, agency.upper(), agency.title()}) if agency else frozenset()


def _standing_words(words: Words, mention: BodyMention) -> tuple[int, int]:
    """The words that say how a body stands: 'union' of 'the IG Metall union said'."""
    if mention.stands is not None:
        return mention.stands, mention.stands + 1
    behind = mention.last
    unions = mention.known is not None and mention.known.name in _UNIONS
    if not unions and words.classes[behind] in "bmwx" and words.spelled[behind] in _KINDS:
        return behind, behind + 1
    return mention.first, mention.last


class Acting:
    """Tells of the bodies of one story whether they take part."""

    def __init__(
        self, story: Story, words: Words, at: dict[int, BodyGroup], offices: set[int]
    ) -> None:
        """`at` are bodies by their words, `offices` the words of persons' offices."""
        self.story, self.words = story, words
        self._at, self._offices = at, offices
        self._agencies = agencies(story)

    def acts(self, body: BodyGroup) -> bool:
        """Does a body take part: does it act, speak, get something?"""
        if self.is_wire(body):
            return False
        mentions = [m for m in body.mentions if m.first not in self._offices]
        mentions = [m for m in mentions if not self._has_member(m)]
        doc, words = self.story.doc, self.words
        if body.true_sector == "JRN":
            mentions = [m for m in mentions if not self._reports(m)]
        mentions = [m for m in mentions if not is_landmark(doc, *words.range(m.first, m.last))]
        stands: list[str] = []
        for mention in mentions:
            stands.append(standing(doc, *words.range(*_standing_words(words, mention))))
            if stands[-1] in ACTS:
                return body.rule != "entity" or self._is_sure(body)
        if any(self._speaks_through(m) for m in body.mentions):
            return True
        if any(acts_by_staff(doc, *self.words.range(m.first, m.last)) for m in mentions):
            return True
        if id(body) in self._called and not body.is_event and self._has_name(body):
            return True
        if (
            body.rule != "entity"
            and self._has_name(body)
            and any(receives(doc, *words.range(*_standing_words(words, m))) for m in mentions)
        ):
            return True
        if body.rule in {"ministry", "force"}:
            return any(self._is_addressed(m) for m in mentions)
        if any(
            self._is_source(m) or informs(doc, *self.words.range(m.first, m.last)) for m in mentions
        ):
            return True
        if body.rule == "entity" or body.sector == "JRN" or body.is_event:
            return False
        named_by_kind = any(m.stands is not None for m in mentions)
        if body.rule == "explained" and (body.sector == "PTY" or named_by_kind):
            return False
        passing = _INSIDE - {"poss"} if body.owns else _INSIDE
        # where one goes to law, and before whom one stands
        passing |= {"to"} if body.true_sector == "JUD" else {"before"}
        if any(self.words.classes[m.last : m.last + 3] in {"(O)", "(N)"} for m in mentions):
            passing = _INSIDE - {"in", "at", "on"}  # what gets a short form is spoken of
        return any(s not in passing for s in stands)

    def _is_addressed(self, mention: BodyMention) -> bool:
        """'Exporters urged the central bank to act': is it spoken to, or accused?"""
        span = self.words.range(*_standing_words(self.words, mention))
        addressed = governor(self.story.doc, *span) in _ADDRESSING
        return addressed and standing(self.story.doc, *span) == "dobj"

    def _is_source(self, mention: BodyMention) -> bool:
        """'figures from X': behind the noun of what it found out."""
        place = mention.first - 1 - (self.words.classes[mention.first - 1] == "t")
        return (
            place > 0
            and self.words.spelled[place] in {"from", "by"}
            and self.words.spelled[place - 1] in SOURCES
        )

    @staticmethod
    def _has_name(body: BodyGroup) -> bool:
        """Is it no mere description in small letters ('an independent committee')?"""
        named = body.rule == "force" or body.name.endswith((" ministry", "central bank"))
        return named or not body.name.islower()

    def _reports(self, mention: BodyMention) -> bool:
        """Does it tell something ('X said')?"""
        span = self.words.range(mention.first, mention.last)
        return governor(self.story.doc, *span) in reporting_verbs()

    @cached_property
    def _called(self) -> set[int]:
        """Bodies that act under their noun alone ('the ministry said')."""
        words, found = self.words, set[int]()
        named = sorted(self._at)
        for match in _BARE.finditer(words.classes):
            place = match.start()
            noun = words.spelled[place]
            if words.spelled[place - 1].lower() != "the":
                continue
            for i in reversed(named[: bisect_left(named, place)]):
                if noun in self._at[i].name.lower().split():
                    if standing(self.story.doc, *words.range(place, place + 1)) in ACTS:
                        found.add(id(self._at[i]))
                    break
        return found

    def is_employer(self, body: BodyGroup) -> bool:
        """Does a body that only an office names take part?

        Not so a part of a ministry ('the Asian Countries Department'), nor a party, which says
        on what side somebody is.
        """
        sector = body.true_sector
        last = body.name.split()[-1].lower()
        part = last in _PARTS and body.country != "US" and body.known is None
        return not part and sector != "PTY"

    def _has_member(self, mention: BodyMention) -> bool:
        """'a member of the Council', 'a session of the Council': not itself takes part."""
        place = mention.first - 1
        while place > 0 and self.words.classes[place] == "t":
            place -= 1
        if place < 1 or self.words.classes[place] != "o":
            return False
        return self.words.printed(place - 1, place).lower() in _OF_MANY

    def is_wire(self, body: BodyGroup) -> bool:
        """Is it a news agency, which reports on what happens and takes no part in it?"""
        if body.known is not None or body.mentions[0].first in self.words.firms:
            return False
        if _AGENCY.search(body.name) or body.name in self._agencies:
            return True
        return body.rule in {"entity", "explained"} and agency_of(body.name) is not None

    def _is_sure(self, body: BodyGroup) -> bool:
        """Is a name that the model alone takes for a body's more than one single word?"""
        first = body.mentions[0]
        if first.last - first.first > 1 or len(body.mentions) > 1:
            return True
        if self.words.classes[first.last] == "a" and first.last + 1 in self._at:
            return True
        if self.words.spelled[first.first - 1].lower() == "the":
            return True  # 'the Hawks'
        return self.words.spelled[first.first] not in self._families and self._reports(first)

    @cached_property
    def _families(self) -> set[str]:
        """Words behind another name: family names."""
        words = self.words
        return {words.spelled[i] for i, c in enumerate(words.classes[:-1], 1) if c in "NG"}

    def _speaks_through(self, mention: BodyMention) -> bool:
        """'a Foreign Office spokesman', 'a JICA official': somebody unnamed speaks for it."""
        words, place = self.words, mention.last
        stop = min(place + 8, len(words.classes) - 1)
        while place < stop and words.classes[place] in "HjMmPx":
            place += 1
        if place == mention.last or words.classes[place - 1] not in "Hj":
            return False
        if words.classes[place] in "Nh":
            return False
        return standing(self.story.doc, *words.range(place - 1, place)) in ACTS
