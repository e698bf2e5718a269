"""An office in one sentence, its holder's name in the next.

'... , the deputy relief coordinator warned on Tuesday. Briefing the council, Solveig Aasen said
...': news agencies keep a name that says little to readers out of the first sentence.
"""

from __future__ import annotations

import re

from newsextract.parsers.participants.actors import sector_of
from newsextract.parsers.participants.persons.finder import Person
from newsextract.parsers.participants.persons.offices import ALONE, Office
from newsextract.parsers.participants.persons.roles import read_office
from newsextract.parsers.participants.standing import standing
from newsextract.parsers.participants.words import Words
from newsextract.story import Story

_BREAK = re.compile(r"[.n]+")
_SPEAKING = frozenset({"nsubj"})


def name_offices(story: Story, words: Words, persons: list[Person]) -> None:
    """Give persons without an office the one that spoke in the sentence before their name."""
    taken = {i for p in persons for m in p.mentions if m.role for i in range(*m.role.words)} | {
        i for p in persons for m in p.mentions for i in range(m.first, m.last)
    }
    for person in persons:
        if person.role is not None or len(person.name) < 2:
            continue
        at = person.mentions[0]
        begin, end = _sentence_before(words, at.first)
        if begin >= end or not _speaks(story, words, at.first, at.last):
            continue
        offices = [
            match
            for match in ALONE.finditer(words.classes, begin, end)
            if (
                words.classes[match.start() - 1 : match.start()] in {"t", "s", "c"}
                or words.classes.startswith("Cs", match.start())
            )
            and not words.spelled[match.end("core") - 1].endswith(("s", "men", "women", "people"))
            and not taken.intersection(range(*match.span()))
            and _speaks(story, words, *match.span("core"))
        ]
        if len(offices) == 1:
            office = Office(*offices[0].span(), at.first, at.last, "sentence_before")
            person.role = at.role = read_office(words, office)
            person.sector = sector_of(person.role.text)
            person.country = person.country or person.role.country
            person.rule = "participants.person.sentence_before"


def _speaks(story: Story, words: Words, first: int, last: int) -> bool:
    return standing(story.doc, *words.range(first, last)) in _SPEAKING


def _sentence_before(words: Words, place: int) -> tuple[int, int]:
    """Words of the sentence before the one that holds word `place`."""
    classes, limit = words.classes, max(0, place - 120)
    breaks = [match.span() for match in _BREAK.finditer(classes, limit, place)]
    if not breaks:
        return 0, 0
    return (breaks[-2][1] if len(breaks) > 1 else limit), breaks[-1][0]
