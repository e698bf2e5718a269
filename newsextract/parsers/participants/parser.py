"""Parser of `participants`."""

from __future__ import annotations

from newsextract.parsers.participants.assembly import Cast
from newsextract.parsers.participants.bodies.companies import name_companies
from newsextract.parsers.participants.bodies.finder import body_mentions
from newsextract.parsers.participants.bodies.grouping import group_bodies
from newsextract.parsers.participants.persons.finder import find_persons, name_counterparts
from newsextract.parsers.participants.persons.unnamed import name_offices
from newsextract.parsers.participants.states import find_states
from newsextract.parsers.participants.words import classify
from newsextract.story import ParticipantFinding, Story


class ParticipantsParser:
    """Finds the persons, countries and bodies that take part in what a story reports."""

    def parse(self, story: Story) -> list[ParticipantFinding]:
        """The participants of `story`, in order of their first mention."""
        words = classify(story)
        name_companies(words)
        persons = find_persons(story, words)
        name_offices(story, words, persons)
        name_counterparts(words, persons)
        named = {i for p in persons for m in p.mentions for i in range(m.first, m.last)}
        held = [m.role for p in persons for m in p.mentions if m.role]
        employers = [role.body for role in held if role.body]
        mentions = body_mentions(story.doc, words, named, employers)
        inside = {i for m in mentions for i in range(m.first, m.last)}
        offices = {i for role in held for i in range(*role.words)}
        states = find_states(story, words, inside, offices)
        home = (
            story.dateline.places[0].country if story.dateline and story.dateline.places else None
        )
        bodies = group_bodies(words, mentions, named, home)
        cast = Cast(story, words, persons, bodies, states)
        return sorted(cast.findings(), key=lambda finding: finding.mentions[0])
