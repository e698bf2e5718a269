"""Persons: their mentions, brought together to one participant each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from newsextract.lexicons.offices import body_words, honorifics
from newsextract.parsers.participants.actors import sector_of
from newsextract.parsers.participants.names import folded, holds, same_person
from newsextract.parsers.participants.offices import NAMES, Office, find_offices
from newsextract.parsers.participants.roles import Role, read_office
from newsextract.parsers.participants.standing import standing
from newsextract.parsers.participants.words import Words, place_code
from newsextract.story import Story

_HOMELAND = re.compile(r"(?:ot?(?P<of>C)|\((?P<country>C)\)|cvvtbot?(?P<led>C))")
"""'Ambassador M. of Ecuador', 'Aiko Tanaka (Japan)', 'M., who led the delegation of Ecuador'."""
_ROYAL = frozenset("prince princess sultan emir sheikh lord".split())
"""Titles that name a rank; an office beside the name says more."""
_PLACE_NOUNS = (
    "city province county river street avenue road airport square island islands valley "
    "mountain town village district region building tower stadium boulevard canal ocean desert "
    "peninsula hotel palace"
)
_DIRECTIONS = frozenset("south north west east new".split())
_NO_PERSON = frozenset(_PLACE_NOUNS.split())


@dataclass(slots=True)
class Mention:
    """A name in the text: its words (half-open), and what stands beside it."""

    first: int
    last: int
    name: tuple[str, ...]
    gender: str = ""
    role: Role | None = None
    country: str | None = None
    rule: str = "participants.person.name"
    titled: bool = False

    @property
    def full(self) -> bool:
        """Is it more than a family name?"""
        return self.last - self.first > 1


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


def find_persons(story: Story, words: Words) -> list[Person]:
    """The persons of the story proper, in order of their first mention."""
    mentions = _introductions(story, words)
    index = _Index()
    persons = _merge([m for m in mentions.values() if m.full and m.name], index)
    persons += _relatives(story, words, index, mentions)
    words = _renamed(words, persons)
    for match in NAMES.finditer(words.classes):
        if match.start() not in mentions:
            mentions[match.start()] = _plain(words, *match.span())
    _assign(story, words, persons, index, mentions)
    found = [person for person in persons if person.mentions]
    for person in found:
        person.mentions.sort(key=lambda m: m.first)
        _settle(person)
    _counterparts(words, found)
    return sorted(found, key=lambda p: p.mentions[0].first)


def _plain(words: Words, first: int, last: int) -> Mention:
    gender, titled = _address(words, first)
    return Mention(first, last, folded(words.printed(first, last)), gender, titled=titled)


def _address(words: Words, first: int) -> tuple[str, bool]:
    """Gender by the forms of address before a name, and whether there are any."""
    gender, place = "", first - 1
    while place >= 0 and words.classes[place] == "h":
        gender = gender or honorifics().get(words.printed(place, place + 1).lower(), "")
        place -= 1
    return gender, place < first - 1


def _introductions(story: Story, words: Words) -> dict[int, Mention]:
    """Names with an office or a form of address, and names that the model takes for persons."""
    classes = words.classes
    found: dict[int, Mention] = {}
    begins = {start for start, _, label in words.entities if label == "PERSON"}
    for office in find_offices(words):
        office = _recognized(words, office, begins)
        if _doubtful(words, office):
            continue
        mention = found.get(office.name_first)
        if mention is None:
            mention = _plain(words, office.name_first, office.name_last)
            mention.rule = f"participants.person.{office.rule}"
            found[office.name_first] = mention
        mention.titled = mention.titled or office.rule == "title_before"
        if mention.role is None or (mention.role.text or "").lower() in _ROYAL:
            mention.role = read_office(words, office)
    at = {start: place for place, start in enumerate(words.starts)}
    for start, end, label in words.entities:
        if label != "PERSON" or start not in at:
            continue
        first = at[start]
        while first < len(classes) and words.starts[first] < end:
            name = NAMES.match(classes, first)
            if name:
                stop = max(0, first - 3)
                while first > stop and classes[first - 1] == "N":
                    first -= 1
                name = NAMES.match(classes, first)
                if name and first not in found and _may_be_person(words, *name.span()):
                    found[first] = _plain(words, *name.span())
                    found[first].rule = "participants.person.entity"
                break
            first += 1
    for match in NAMES.finditer(classes):
        if match.start() not in found and classes[match.start() - 1 : match.start()] == "h":
            mention = _plain(words, *match.span())
            mention.rule = "participants.person.address"
            found[match.start()] = mention
    for mention in found.values():
        behind = _HOMELAND.match(classes, mention.last)
        if behind:
            mention.country = words.codes[behind.start(behind.lastgroup or 0)] or None
        if classes[max(0, mention.first - 1) : mention.first] == "s":
            possessed = _possessed(words, mention.first)
            mention.role = mention.role or possessed
            mention.country = mention.country or (possessed.country if possessed else None)
    return found


def _may_be_person(words: Words, first: int, last: int) -> bool:
    """Is a name that the model takes for a person's none of a place or body by its words?"""
    if words.classes[last] in "BbO" or not _worded_as_person(words, first, last):
        return False
    before = words.classes[max(0, first - 3) : first]
    if before.endswith(("bc", "bcP")) and words.classes[last] == "c":
        return False  # 'the company, Sahel Orfevre, ...'
    return not first or words.printed(first - 1, first).lower() not in {"in", "near"}


def _worded_as_person(words: Words, first: int, last: int) -> bool:
    """Does the name not end in the noun of a place or of bodies?"""
    word = words.printed(last - 1, last).lower()
    return word not in _NO_PERSON and word.removesuffix("s") not in body_words()


def _possessed(words: Words, first: int) -> Role | None:
    """'The Russian Energy Ministry's Elvira T.', 'Uruguay's Ignacio E.'."""
    end = begin = first - 1
    while begin > 0 and end - begin < 8 and words.classes[begin - 1] in "CDOBPM":
        begin -= 1
    if begin == end:
        return None
    codes = {place_code(words, i) for i in range(begin, end)} - {None}
    bodily = any(words.classes[i] in "OB" for i in range(begin, end))
    code = codes.pop() if len(codes) == 1 else None
    if not bodily and code is None:
        return None
    return Role(None, (begin, end) if bodily else None, code)


def _recognized(words: Words, office: Office, begins: set[int]) -> Office:
    """An unknown word of the office before a name that the model takes for a person's."""
    second = office.name_first + 1
    portfolio = words.classes[office.last - 1] == "P" and office.last == office.name_first
    if office.name_last - second < 2 or not portfolio or words.starts[second] not in begins:
        return office
    return replace(office, last=second, name_first=second)


def _doubtful(words: Words, office: Office) -> bool:
    """A single word that may as well be part of a body's name, without a form of address."""
    before, after = words.classes[office.name_first - 1], words.classes[office.name_last]
    if not _worded_as_person(words, office.name_first, office.name_last):
        return True
    if office.name_last - office.name_first > 1 or _address(words, office.name_first)[1]:
        return before == "b" or (before in "Bc" and after in "BO")
    direction = words.printed(office.name_first - 1, office.name_first).lower() in _DIRECTIONS
    return before in "BbcODG" or after in "BbNP" or direction


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
        mention = _plain(words, first, last)
        sharing = index.sharing(mention.name) if len(mention.name) > 1 else []
        if not any(person.name[-1] == mention.name[-1] for person in sharing):
            continue
        if any(same_person(person.name, mention.name) for person in sharing):
            continue
        if standing(story.doc, *words.range(first, last)) == "nsubj":
            mention.rule = "participants.person.relative"
            mentions[first] = mention
            found.append(Person(mention.name, mention, genders={mention.gender}))
            index.add(found[-1])
    return found


def _agree(person: Person, mention: Mention) -> bool:
    return not mention.gender or not (person.genders - {"", mention.gender})


def _renamed(words: Words, persons: list[Person]) -> Words:
    """Words that stand in a person's name are names wherever they stand alone."""
    names = {
        words.printed(i, i + 1)
        for person in persons
        for i in range(person.at.first, person.at.last)
        if words.classes[i] == "N"
    }
    classes = [
        "N" if kind in "Gv" and words.printed(i, i + 1) in names else kind
        for i, kind in enumerate(words.classes)
    ]
    return replace(words, classes="".join(classes))


def _assign(
    story: Story,
    words: Words,
    persons: list[Person],
    index: _Index,
    mentions: dict[int, Mention],
) -> None:
    """Give each mention to its person; titled surnames without a full name make new ones."""
    recent: dict[int, int] = {}
    for place in sorted(mentions):
        mention = mentions[place]
        if not mention.name or words.classes[mention.last] in "Bb":
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


def _speaks(story: Story, words: Words, mention: Mention) -> bool:
    """Is a single name that the model takes for a person's the subject of its sentence?"""
    if (
        words.classes[mention.first] != "N"
        or not words.printed(mention.first, mention.last).istitle()
    ):
        return False
    return standing(story.doc, *words.range(mention.first, mention.last)) == "nsubj"


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


def _counterparts(words: Words, persons: list[Person]) -> None:
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
