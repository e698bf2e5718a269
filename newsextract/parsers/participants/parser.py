"""Parser of `participants`."""

from __future__ import annotations

from newsextract.parsers.participants.persons import Person, find_persons, names_in_order
from newsextract.parsers.participants.words import Words, classify
from newsextract.story import ParticipantFinding, Story


class ParticipantsParser:
    """Finds the persons, countries and bodies that take part in what a story reports."""

    def parse(self, story: Story) -> list[ParticipantFinding]:
        """The participants of `story`, in order of their first mention."""
        words = classify(story)
        return [_person(words, person) for person in find_persons(story, words)]


def _person(words: Words, person: Person) -> ParticipantFinding:
    name = words.printed(person.at.first, person.at.last)
    role = person.role
    return ParticipantFinding(
        name=name,
        kind="person",
        mentions=tuple(words.range(m.first, m.last) for m in person.mentions),
        rule=person.rule,
        role=role.text if role else None,
        organization=words.printed(*role.body) if role and role.body else None,
        country=person.country,
        aliases=tuple(form for form in names_in_order(words, person) if form != name),
    )
