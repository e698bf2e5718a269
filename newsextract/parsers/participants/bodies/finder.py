"""Bodies: ministries, banks, companies, international organizations and their abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from newsextract.lexicons.companies import company_words
from newsextract.lexicons.organizations import Body
from newsextract.parsers.participants.bodies.explained import (
    EXPLAINED,
    explained_bodies,
    nationality,
)
from newsextract.parsers.participants.bodies.names import (
    BodyMention,
    before_office,
    before_whole,
    is_desk,
    owned_by_members,
    printed_body,
    small_body,
)
from newsextract.parsers.participants.bodies.recognized import recognized_bodies
from newsextract.parsers.participants.bodies.role_bodies import one_country
from newsextract.parsers.participants.bodies.small_bodies import (
    acting_states,
    chambers,
    missions,
    partisans,
    small_forces,
)
from newsextract.parsers.participants.words import Words, place_code

if TYPE_CHECKING:
    from spacy.tokens import Doc

_JOINED = r"(?:a(?=[PNBM])|c(?=[PN]{1,2}[ac])|(?<=[CD])-(?=[CDN])|s)"
_TAIL_WORDS = (
    r"[PNCDGBMH]|a(?=[PNBM])|(?<=C)a(?=C)|c(?=[PN]{1,3}[ac])|at(?=[PG](?![A-Z]))|ca(?=P(?![A-Z]))"
    r"|(?<=[NP])s(?=[NPB])"
)
_BODY = re.compile(
    rf"(?:(?<=t)Np{{1,2}}(?=N))?(?:(?<=t)[PN]{{1,2}}f(?=[PN]{{1,3}}B))?(?:[PNCDGOM]{_JOINED}?|B(?=[PN]{{1,3}}(?:a[PN]{{1,2}}|s)?B)){{0,8}}B{{1,3}}(?:H(?=o))?"
    r"(?:N{1,4}(?=c))?"
    rf"(?:o[tr]?(?:{_TAIL_WORDS}|O){{1,9}}|f[tr]?(?:{_TAIL_WORDS}){{1,9}}){{0,3}}"
)
_SMALL_BODY = re.compile(
    r"(?:[CDGON]s?|[tr])?(?:xax|[wy]ax|x|w|y){1,2}b|(?:[CDG]s?)b|(?<=t)[mx]{0,2}js[bB]|[PM]{0,2}H{1,2}sB"
)
_NATIONAL = re.compile(r"(?<![NPGBhH])[NP]{1,2}C(?![NPGOhHB(])")
"""'Transparency Serbia', 'Sport England'"""
_SINGLE = re.compile(r"(?<![PNOGBMH])(?:(?P<owner>[CD])s?)?(?P<name>P?[BP])(?![PNOCDGBMHo-])")
_ONE_OF_A_KIND = frozenset("Senate Congress Parliament Treasury Navy Army Presidency".split())
_SMALL_WORDS = "ministry bank administration police agency authority office service commission"
_SMALL_NOUNS = frozenset(
    f"{_SMALL_WORDS} inspectorate embassy consulate council board bureau committee "
    "forum guard".split()
)
_SOCIETIES = frozenset({"Red Cross", "Red Crescent"})
"""Each country has one of its own."""
_ANY = frozenset({"committee", "forum", "guard", "council", "board"})
"""'a border guard', 'a committee': no one in particular."""
_ORGANS = frozenset("supervisory works management executive advisory steering drafting".split())
"""'the supervisory board': a part of a company."""


def body_mentions(
    doc: Doc, words: Words, persons: set[int], employers: Iterable[tuple[int, int]] = ()
) -> list[BodyMention]:
    """All that may be a body's name, in document order, without overlap.

    Words of `persons` are persons' names; `employers` are the bodies in their offices.
    """
    found = []
    called = {words.spelled[i] for i in persons}
    for mention in chain(
        _candidates(words, persons),
        _employers(words, employers),
        acting_states(doc, words),
        partisans(doc, words),
    ):
        place = range(mention.first, mention.last)
        if not persons.isdisjoint(place):
            continue
        if (
            mention.rule
            or not mention.entity
            or not called.issuperset(words.spelled[i] for i in place)
        ):
            found.append(mention)
    found.sort(
        key=lambda m: (
            m.first,
            m.first not in words.firms or m.rule != "explained",
            -m.last,
            m.entity,
        )
    )
    apart: list[BodyMention] = []
    for mention in found:
        if not apart or mention.first >= apart[-1].last:
            apart.append(mention)
        elif (apart[-1].entity and not mention.entity) or _spells_out(mention, apart[-1]):
            apart[-1] = mention
    return [m for i, m in enumerate(apart) if not (i and _describes(words, apart[i - 1], m))]


def _spells_out(mention: BodyMention, other: BodyMention) -> bool:
    """Does an abbreviation behind a name say that it is longer?"""
    same = mention.first == other.first and mention.rule == "abbreviated"
    return same and mention.last > other.last


def _describes(words: Words, name: BodyMention, mention: BodyMention) -> bool:
    """'Ibama, the environment agency that ...': does it say what the body before is?"""
    beside = words.classes[name.last : mention.first] == "ct"
    return beside and mention.name.islower() and not name.name.islower()


def _employers(words: Words, employers: Iterable[tuple[int, int]]) -> Iterator[BodyMention]:
    """Names without a body's noun that an office says its holder is of: 'Lumentera's CEO'."""
    for first, last in employers:
        kinds = words.classes[first:last]
        if "N" in kinds and not set(kinds) - set("NPCMDaO"):
            yield BodyMention(first, last, words.printed(first, last), entity=True)


def _candidates(words: Words, persons: set[int]) -> Iterator[BodyMention]:
    classes = words.classes
    for first, firm in words.firms.items():
        name = words.printed(first, firm.last)
        yield BodyMention(first, firm.last, name, firm.country, rule="explained")
    for place, known in words.bodies.items():
        begin = _begins_longer(words, place)
        if begin < place:
            country = known.country or one_country(words, begin, place)
            yield BodyMention(begin, place + 1, words.printed(begin, place + 1), country)
            continue
        part = classes[place + 1] in "BN-" and place + 1 not in persons
        if classes[place + 1 : place + 3] in {"BH", "Bj"} and is_desk(words, place + 1):
            part = False
        if classes[place + 1] == "-" and words.starts[place + 1] > words.ends[place]:
            part = False  # a dash, not a hyphen
        branch = _is_branch(words, place, known)
        if branch:
            name = words.printed(place, place + 2)
            yield BodyMention(place, place + 2, name, place_code(words, place + 1), rule="noun")
        elif not part or words.printed(place + 1, place + 2).lower() == "delegation":
            yield BodyMention(place, place + 1, known.name, known.country, known)
    for first, last in _noun_names(words):
        last = before_whole(words, first, last)
        names = [i for i in range(first, last) if i in persons]
        if first == last:
            continue
        if not names:
            yield from printed_body(words, first, last)
        elif "B" in classes[first : names[0]]:
            yield from printed_body(words, first, before_office(words, first, names[0]))
        elif "B" in classes[names[-1] + 1 : last]:
            first = names[-1] + 1
            yield from printed_body(words, first + (classes[first] in "ac-s"), last)
    for match in _NATIONAL.finditer(classes):
        if words.spelled[match.start()] in company_words("branch"):
            first, last = match.span()
            code = place_code(words, last - 1)
            yield BodyMention(first, last, words.printed(first, last), code, rule="noun")
    for match in EXPLAINED.finditer(classes):
        first, last = match.span(1)
        if not persons.intersection(range(first, last)):
            country = nationality(words, first - 2)
            yield BodyMention(first, last, words.printed(first, last), country)
    for match in _SMALL_BODY.finditer(classes):
        first, last = match.span()
        if classes[first] == "O" and first not in words.bodies and classes[first + 1] != "s":
            continue  # 'the SACE export credit agency' has a name
        noun = words.printed(last - 1, last).lower()
        one = words.printed(first, first + 1).lower() in {"a", "an"} and noun in _ANY
        organ = noun in _ANY and words.spelled[last - 2] in _ORGANS
        if noun in _SMALL_NOUNS and not (one or organ) and classes[last] not in "NOG":
            yield from small_body(words, first, last)
    yield from explained_bodies(words, persons)
    yield from _single(words)
    yield from recognized_bodies(words)
    yield from small_forces(words)
    yield from missions(words)
    yield from chambers(words)


def _noun_names(words: Words) -> Iterator[tuple[int, int]]:
    """Names with a body's noun; what another owns behind one is a name of its own."""
    for match in _BODY.finditer(words.classes):
        first, last = match.span()
        noun = words.classes.find("B", first, last)
        for mark in range(noun + 1, last):
            if words.classes[mark] == "s" and not owned_by_members(words, mark):
                yield first, mark
                first = mark + 1
        yield first, last


def _is_branch(words: Words, place: int, known: Body) -> bool:
    """'Save the Children Norway': of a body that works in many countries?"""
    classes = words.classes
    if classes[place + 1] != "C" or known.country is not None or known.sector != "NGO":
        return False
    return classes[place + 2] in ".cnavf"


def _single(words: Words) -> Iterator[BodyMention]:
    """'the Senate', 'Chile's Congress', 'the National Treasury': one of its kind in a country."""
    for match in _SINGLE.finditer(words.classes):
        noun = match.end() - 1
        behind = words.spelled[noun + 1]
        if words.classes[noun + 1] == "j" and not behind.startswith("spokes"):
            continue
        if words.spelled[noun] in _ONE_OF_A_KIND:
            first = match.start("name")
            owner = match.start("owner")
            code = place_code(words, owner) if owner >= 0 else None
            name = words.printed(first, noun + 1)
            yield BodyMention(first, noun + 1, name, code, small=True)


def _begins_longer(words: Words, place: int) -> int:
    """First word of 'Export-Import Bank of Korea', 'State Concern Turkmengaz'."""
    begin = place
    if words.spelled[place] in _SOCIETIES and words.classes[place - 1 : place] in {"C", "D"}:
        return place - 1
    company = words.classes[place - 1 : place] == "B" and words.bodies[place].sector == "BUS"
    begin -= company
    if company or words.spelled[place].startswith("Bank of"):
        while begin > 0 and words.classes[begin - 1] in "PN":
            begin -= 1
    return begin
