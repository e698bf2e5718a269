"""Persons: their mentions, brought together to one participant each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsextract.lexicons.companies import company_words
from newsextract.lexicons.cues import reporting_verbs
from newsextract.lexicons.places import cities_called
from newsextract.parsers.participants.actors import sector_of
from newsextract.parsers.participants.persons.mentions import (
    Mention,
    find_mentions,
    is_held,
    plain_mention,
)
from newsextract.parsers.participants.persons.names import folded, holds, same_person
from newsextract.parsers.participants.persons.offices import NAMES
from newsextract.parsers.participants.persons.roles import Role
from newsextract.parsers.participants.standing import governor, standing
from newsextract.parsers.participants.words import Words
from newsextract.story import Story


@dataclass(slots=True)
class Person:
    """A person with all mentions, in document order.

    Attributes:
        name: words of the fullest name, folded.
        at: the mention that spells it.
        role: what the office beside the fullest name says, else beside another mention.
    """

    name: tuple[str, ...]
    at: Mention
    mentions: list[Mention] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)
    role: Role | None = None
    country: str | None = None
    rule: str = ""
    sector: str | None = None
    weight: int = 0

    @property
    def side(self) -> str | None:
        """What 'of' behind the name says that the person is of."""
        return next((m.side for m in self.mentions if m.side), None)


def find_persons(story: Story, words: Words) -> list[Person]:
    """The persons of the story proper, in order of their first mention."""
    mentions = find_mentions(words)
    index = _Index()
    persons = _merge([m for m in mentions.values() if m.full and m.name], index)
    persons += _relatives(story, words, index, mentions)
    _rename(words, persons)
    _assign(story, words, persons, index, mentions)
    found = [p for p in persons if p.mentions and _takes_part(story, words, p)]
    for person in found:
        person.mentions.sort(key=lambda m: m.first)
        _settle(person)
    return sorted(found, key=lambda p: p.mentions[0].first)


_COMPANY_BEHIND = re.compile(r"ct[wyxmvDGCNs-]{0,5}b")
"""'Moana Nodules, a company registered in ...'"""
_STANDS_AT = frozenset("at in near into through via between linking on across outside".split())
"""Where a place stands, and no person."""


def _takes_part(story: Story, words: Words, person: Person) -> bool:
    """Is a name that the model alone takes for a person's none of a place or company?"""
    if any(m.role or m.titled or m.country for m in person.mentions):
        return True
    classes = words.classes
    for mention in person.mentions:
        before = words.spelled[mention.first - 1] if mention.first else ""
        behind = mention.last
        if before in company_words("opening") or _COMPANY_BEHIND.match(classes, behind):
            return False
        if classes[behind : behind + 2] == "ct" and is_held(words, behind, behind + 5):
            return False
    stands = [standing(story.doc, *words.range(m.first, m.last)) for m in person.mentions]
    if any(stand.startswith("nsubj") for stand in stands):
        return True
    name = words.printed(person.at.first, person.at.last)
    if classes[person.at.last] == "d" or cities_called(name):
        return False  # 'the jigger Lu Feng 87', 'the port of Bandar Abbas'
    return not all(stand in _STANDS_AT for stand in stands)


_MOST_CANDIDATES = 50
"""Persons of a story that may share a word of their names; keeps long lists of names linear."""


class _Index:
    """Persons by the words of their names."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Person]] = {}

    def add(self, person: Person) -> None:
        for word in set(person.name):
            named = self._by_word.setdefault(word, [])
            if len(named) < _MOST_CANDIDATES:
                named.append(person)

    def knows(self, name: tuple[str, ...]) -> bool:
        """Do names of persons share the first or the last word of `name`?"""
        return bool(name) and (name[-1] in self._by_word or name[0] in self._by_word)

    def sharing(self, name: tuple[str, ...]) -> list[Person]:
        """Persons whose names share the first or the last word of `name`."""
        found = self._by_word.get(name[-1], []) + self._by_word.get(name[0], [])
        return list({id(person): person for person in found}.values())


def _merge(mentions: list[Mention], index: _Index) -> list[Person]:
    """One person for each set of full names that agree; the fullest first."""
    persons: list[Person] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.name), m.first)):
        same = [
            p
            for p in index.sharing(mention.name)
            if same_person(p.name, mention.name) and _agree(p, mention)
        ]
        if len(same) == 1:
            same[0].genders.add(mention.gender)
        elif not same:
            persons.append(Person(mention.name, mention, genders={mention.gender}))
            index.add(persons[-1])
    return persons


def _relatives(
    story: Story, words: Words, index: _Index, mentions: dict[int, Mention]
) -> list[Person]:
    """'Ivanka Trump' beside 'Donald Trump': acting names that end in a known family name."""
    found: list[Person] = []
    for match in NAMES.finditer(words.classes):
        first, last = match.span()
        if not 2 <= last - first <= 3 or first in mentions or words.classes[last] in "BbO":
            continue
        mention = plain_mention(words, first, last, "relative")
        sharing = index.sharing(mention.name) if len(mention.name) > 1 else []
        if not any(person.name[-1] == mention.name[-1] for person in sharing):
            continue
        if any(same_person(person.name, mention.name) for person in sharing):
            continue
        if standing(story.doc, *words.range(first, last)) == "nsubj":
            mentions[first] = mention
            found.append(Person(mention.name, mention, genders={mention.gender}))
            index.add(found[-1])
    return found


def _agree(person: Person, mention: Mention) -> bool:
    return not mention.gender or not (person.genders - {"", mention.gender})


def _rename(words: Words, persons: list[Person]) -> None:
    """Words that stand in a person's name are names wherever they stand alone."""
    names = {
        words.printed(i, i + 1)
        for person in persons
        for i in range(person.at.first, person.at.last)
        if words.classes[i] == "N"
    }
    alone = [place for place, word in enumerate(words.spelled) if word in names]
    classes = list(words.classes) if alone else []
    for place in alone:
        if classes[place] in "Gv":
            classes[place] = "N"
            words.codes.pop(place, None)
    words.classes = "".join(classes) or words.classes


def _assign(
    story: Story,
    words: Words,
    persons: list[Person],
    index: _Index,
    mentions: dict[int, Mention],
) -> None:
    """Give each mention to its person; titled surnames without a full name make new ones."""
    recent: dict[int, int] = {}
    plain = dict(match.span() for match in NAMES.finditer(words.classes))
    for place in sorted(mentions.keys() | plain.keys()):
        mention = mentions.get(place) or _shared(words, index, place, plain[place])
        if mention is None or not mention.name or words.classes[mention.last] in "Bb":
            continue
        candidates = [
            p
            for p in index.sharing(mention.name)
            if same_person(p.name, mention.name)
            and (mention.full or holds(p.name, mention.name))
            and (len(p.name) > 1 or p.name[-1] == mention.name[-1])
            and _agree(p, mention)
        ]
        chosen = _choose(candidates, mention, recent)
        if chosen is None:
            alone = mention.rule.endswith(".entity") and _speaks(story, words, mention)
            if mention.full or not (mention.titled or alone):
                continue
            chosen = Person(mention.name, mention)
            persons.append(chosen)
            index.add(chosen)
        chosen.mentions.append(mention)
        chosen.weight += mention.full
        chosen.genders.add(mention.gender)
        recent[id(chosen)] = place


def _shared(words: Words, index: _Index, first: int, last: int) -> Mention | None:
    """A name that nothing says to be a person's, if it may be that of one of the story."""
    if words.classes[first - 1 : first] == "h" or index.knows(folded(words.printed(first, last))):
        return plain_mention(words, first, last)
    return None


def _speaks(story: Story, words: Words, mention: Mention) -> bool:
    """Is a single name that the model takes for a person's the subject of a reporting verb?"""
    name = words.printed(mention.first, mention.last)
    if words.classes[mention.first] != "N" or not name.istitle():
        return False
    start, end = words.range(mention.first, mention.last)
    if standing(story.doc, start, end) != "nsubj":
        return False
    return governor(story.doc, start, end) in reporting_verbs()


def _choose(candidates: list[Person], mention: Mention, recent: dict[int, int]) -> Person | None:
    """The candidate meant: by office, by form of address, by weight in the story."""
    if not candidates:
        return None
    office = mention.role.text if mention.role else None
    if office:
        last = office.split()[-1].lower()
        holding = [
            p for p in candidates if p.at.role and p.at.role.text and last in p.at.role.text.lower()
        ]
        candidates = holding or candidates
    if mention.full:
        exact = [p for p in candidates if p.name == mention.name]
        candidates = exact or candidates
    known = [p for p in candidates if id(p) in recent] or candidates
    if mention.full or mention.titled:
        return max(known, key=lambda p: (recent.get(id(p), -1), -p.at.first))
    # Where two share a family name, it is the main one's when it stands alone.
    return max(known, key=lambda p: (p.weight, -p.at.first))


def _settle(person: Person) -> None:
    """Choose role and country: from the fullest name's mention, else from the first that has it."""
    ranked = sorted(person.mentions, key=lambda m: (-len(m.name), m.first))
    roles = [m.role for m in ranked if m.role]
    with_text = [role for role in roles if role.text or role.kind]
    person.role = next(iter(with_text or roles), None)
    countries = [m.country for m in ranked] + [role.country for role in roles]
    person.country = next(filter(None, countries), None)
    person.sector = next(filter(None, (sector_of(role.text) for role in roles)), None)
    person.rule = next((m.rule for m in ranked if m.role), ranked[0].rule)


def name_counterparts(words: Words, persons: list[Person]) -> None:
    """'His Kazakh counterpart': the office of the person named before."""
    holders = sorted(
        (m.first, p.role) for p in persons if p.role and p.role.text for m in p.mentions
    )
    starts = [first for first, _ in holders]
    for person in persons:
        if person.role is None or person.role.kind != "counterpart":
            continue
        at = next(m for m in person.mentions if m.role and m.role.kind == "counterpart")
        place = bisect_left(starts, at.first)
        text = holders[place - 1][1].text if place else None
        person.role = Role(text, None, person.role.country, words=person.role.words)
        person.sector = sector_of(text)


def names_in_order(words: Words, person: Person) -> Iterator[str]:
    """The forms of a person's name as printed, in document order, each once."""
    seen = set()
    for mention in person.mentions:
        printed = words.printed(mention.first, mention.last)
        if printed not in seen:
            seen.add(printed)
            yield printed
