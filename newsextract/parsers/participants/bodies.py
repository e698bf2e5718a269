"""Bodies: ministries, banks, companies, international organizations and their abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsextract.lexicons.offices import body_words
from newsextract.lexicons.organizations import Body
from newsextract.parsers.participants.names import folded
from newsextract.parsers.participants.words import Words, place_code
from newsextract.story import Story

_JOINED = r"(?:a(?=[PNBM])|c(?=[PN]{1,2}[ac])|(?<=[CD])-(?=[CDN])|s)"
_BODY = re.compile(
    rf"(?:[PNCDGOM]{_JOINED}?){{0,8}}B{{1,3}}"
    r"(?:N{1,4}(?=c))?"
    r"(?:[of][tr]?(?:[PNCDGBMH]|a(?=[PNCBM])|c(?=[PN]{1,3}[ac])){1,9}){0,3}"
)
_SMALL_BODY = re.compile(r"(?:[CDGO]s?|[tr])?(?:xax|[wy]ax|x|w|y){1,2}b|(?:[CDG]s?)b")
_EXPLAINED = re.compile(r"bc([NP]{0,3}N[NO]{0,2}B?)(?=[c.])")
"""'The company, Sahel Aurifere, ...'"""
_OF_COUNTRY = re.compile(r"D[wyxPN]{0,3}b")
_OF_ITS_COUNTRY = re.compile(r"ot?C")
_ABBREVIATED = re.compile(r"\((O|N)\)")
_NATIONAL = frozenset("ministry ministries department".split())
_SMALL_WORDS = "ministry bank administration police agency authority office service commission"
_SMALL_NOUNS = frozenset(f"{_SMALL_WORDS} inspectorate embassy council board bureau".split())
_STATE_BANKS = frozenset("central national state reserve".split())
_SKIPPED = frozenset("campaign news".split())
"""Nouns of bodies that are not looked for by themselves; a person's office may name them."""
_WORLDLY = frozenset(
    "international world global african asian european arab islamic inter-american pacific un "
    "eurasian nordic caribbean".split()
)


@dataclass(slots=True)
class BodyMention:
    """A body in the text: its words (half-open), and the country printed beside it."""

    first: int
    last: int
    name: str
    country: str | None = None
    known: Body | None = None
    small: bool = False
    entity: bool = False


@dataclass(slots=True)
class BodyGroup:
    """A body with all mentions, in document order."""

    name: str
    mentions: list[BodyMention] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    country: str | None = None
    known: Body | None = None
    sector: str = ""
    rule: str = "name"

    @property
    def owns(self) -> bool:
        """Is what is said of its things said of the body ('the State Bank's reserves rose')?"""
        return self.sector == "BUS" or self.name.endswith("Bank")


def is_worldly(words: Words, body: BodyGroup) -> bool:
    """Does the name say that the body is of several countries, or of none?"""
    first = body.mentions[0]
    inside = [words.bodies[i] for i in range(first.first, first.last) if i in words.bodies]
    if any(known.country is None for known in inside):
        return True
    codes = {words.codes.get(i) for i in range(first.first, first.last)} - {None}
    return len(codes) > 1 or bool(_WORLDLY.intersection(body.name.lower().split()))


def body_mentions(story: Story, words: Words, persons: set[int]) -> list[BodyMention]:
    """All that may be a body's name, in document order, without overlap.

    Words of `persons` are persons' names.
    """
    found = []
    for mention in _candidates(story, words, persons):
        inside = [i for i in range(mention.first, mention.last) if i in persons]
        if not inside:
            found.append(mention)
    found.sort(key=lambda m: (m.first, -m.last, m.entity))
    apart: list[BodyMention] = []
    for mention in found:
        if not apart or mention.first >= apart[-1].last:
            apart.append(mention)
        elif apart[-1].entity and not mention.entity:
            apart[-1] = mention
    return apart


def _candidates(story: Story, words: Words, persons: set[int]) -> Iterator[BodyMention]:
    classes = words.classes
    for place, known in words.bodies.items():
        following = classes[place + 1]
        if following not in "BN-" or place + 1 in persons:
            yield BodyMention(place, place + 1, known.name, known.country, known)
    for match in _BODY.finditer(classes):
        first, last = match.span()
        names = [i for i in range(first, last) if i in persons]
        if not names:
            yield from _printed(words, first, last)
        elif "B" in classes[first : names[0]]:
            yield from _printed(words, first, names[0])
        elif "B" in classes[names[-1] + 1 : last]:
            first = names[-1] + 1
            yield from _printed(words, first + (classes[first] in "ac-s"), last)
    for match in _EXPLAINED.finditer(classes):
        first, last = match.span(1)
        if not persons.intersection(range(first, last)):
            country = _nationality(words, first - 2)
            yield BodyMention(first, last, words.printed(first, last), country)
    for match in _SMALL_BODY.finditer(classes):
        first, last = match.span()
        noun = words.printed(last - 1, last).lower()
        if noun in _SMALL_NOUNS:
            yield from _small(words, first, last)
    at = {start: place for place, start in enumerate(words.starts)}
    for start, end, label in words.entities:
        if label != "ORG" or start not in at:
            continue
        first = last = at[start]
        while last < len(classes) and words.starts[last] < end:
            last += 1
        while first < last and classes[first] in "trsq":
            first += 1
        while first < last and classes[last - 1] in "sqc(":
            last -= 1
        inside = classes[first:last]
        if "N" in inside and not set(inside) - set("NPOpaMB"):
            yield BodyMention(first, last, words.printed(first, last), entity=True)


def _printed(words: Words, first: int, last: int) -> Iterator[BodyMention]:
    """A name with a body's noun; the country before it is taken off, and places behind it."""
    classes = words.classes
    country, start = None, first
    possessive = classes.rfind("s", first, last)
    if possessive >= 0 and "B" not in classes[first:possessive]:
        if "O" in classes[first:possessive]:
            return  # a part of another body: 'the World Bank's Board of Directors'
        country, start = _code(words, first, possessive), possessive + 1
    elif classes[first] == "D":
        country = _code(words, first, first + 1)
    elif first and classes[first - 1] == "s":
        begin = first - 1
        if classes[begin - 1] == "O":
            return
        while begin > 0 and classes[begin - 1] in "CG":
            begin -= 1
        country = _code(words, begin, first - 1)
    nouns = [words.printed(i, i + 1).lower() for i in range(start, last) if classes[i] == "B"]
    if not nouns:
        return
    for place in range(start, last):
        if classes[place] == "f" and words.printed(place, place + 1) not in {"for", "on"}:
            last = place
            break
    own = _code(words, start, last, "CD")
    if nouns[0] in _NATIONAL:
        start += classes[start] == "D"
        while last > start and classes[last - 1] in "Cto":
            last -= 1
    if last - start > 1 and not _SKIPPED.intersection(nouns):
        yield BodyMention(start, last, words.printed(start, last), country or own)


def _nationality(words: Words, place: int) -> str | None:
    """'A French mining company ... The company, X, ...': by the same noun before word `place`."""
    noun = words.printed(place, place + 1).lower()
    for match in _OF_COUNTRY.finditer(words.classes, max(0, place - 300), place + 1):
        if words.printed(match.end() - 1, match.end()).lower() == noun:
            return place_code(words, match.start())
    return None


def _small(words: Words, first: int, last: int) -> Iterator[BodyMention]:
    """'the finance ministry', 'Tokyo's foreign ministry'."""
    classes, start = words.classes, first
    while start < last and classes[start] in "CDGOstr":
        start += 1
    if last - start < 2:
        return
    country = _code(words, first, start)
    behind = _OF_ITS_COUNTRY.match(classes, last)
    if behind and country is None:
        country = place_code(words, behind.end() - 1)
    yield BodyMention(start, last, words.printed(start, last), country, small=True)


def _code(words: Words, first: int, last: int, kinds: str = "CDG") -> str | None:
    codes = {place_code(words, i) for i in range(first, last) if words.classes[i] in kinds}
    codes.discard(None)
    return codes.pop() if len(codes) == 1 else None


def key_of(name: str) -> tuple[str, ...]:
    """What two forms of a body's name share: its words but 'of', 'the', 'and', 'affairs'."""
    small = {"of", "the", "and", "for", "affairs", "s", "us"}
    return tuple(sorted(word for word in folded(name) if word not in small))


def group_bodies(words: Words, mentions: list[BodyMention]) -> list[BodyGroup]:
    """One group for each body, by name, abbreviation and country."""
    groups: list[BodyGroup] = []
    by_key: dict[tuple[str, ...], list[BodyGroup]] = {}
    shorts: dict[str, BodyGroup] = {}
    for mention in mentions:
        printed = words.printed(mention.first, mention.last)
        group = shorts.get(printed)
        for candidate in by_key.get(key_of(mention.name), []):
            if not (mention.country and candidate.country) or candidate.country == mention.country:
                group = group or candidate
        if group is None:
            group = BodyGroup(mention.name, country=mention.country, known=mention.known)
            group.rule = _rule(mention)
            group.sector = _sector(words, mention)
            groups.append(group)
            by_key.setdefault(key_of(mention.name), []).append(group)
        group.mentions.append(mention)
        group.country = group.country or mention.country
        if _ABBREVIATED.match(words.classes, mention.last):
            shorts[words.printed(mention.last + 1, mention.last + 2)] = group
    for group in groups:
        shorts.setdefault(_initials(group.name), group)
    known = {m.first for group in groups for m in group.mentions}
    for place, kind in enumerate(words.classes):
        short = shorts.get(words.printed(place, place + 1)) if kind in "ON" else None
        if short and place not in known:
            short.mentions.append(BodyMention(place, place + 1, short.name, short.country))
    for group in groups:
        group.mentions.sort(key=lambda m: m.first)
        group.forms = [words.printed(m.first, m.last) for m in group.mentions]
        group.name = max(group.forms, key=len)
    return groups


def _initials(name: str) -> str:
    """'KPA' of 'Kenya Ports Authority'; empty for names of less than three words."""
    letters = [word[0] for word in name.split() if word[0].isupper()]
    return "".join(letters) if len(letters) > 2 else ""


def _rule(mention: BodyMention) -> str:
    if mention.known:
        return "known"
    return "entity" if mention.entity else "ministry" if mention.small else "noun"


def _sector(words: Words, mention: BodyMention) -> str:
    for place in range(mention.first, mention.last):
        if place in words.bodies:
            return words.bodies[place].sector
        name = mention.name.lower()
        if "bank" in name and _STATE_BANKS.intersection(name.split()):
            return "GOV"
        if words.classes[place] in "Bb":
            return body_words().get(words.printed(place, place + 1).lower(), "")
    return ""
