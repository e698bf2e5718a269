"""A name with a body's noun, from the words that match to the name as it is told.

The country before it is taken off, and so are places and offices behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsextract.lexicons.organizations import Body
from newsextract.lexicons.places import country_of_city
from newsextract.parsers.participants.bodies.role_bodies import OFFICE_PORTFOLIOS
from newsextract.parsers.participants.spelling import BASED
from newsextract.parsers.participants.words import Words, place_code

_OF_ITS_COUNTRY = re.compile(r"ot?C")
_SEAT = re.compile(r"o[GNC]{1,2}$")
_FOUNDED = frozenset("foundation trust group company holding holdings".split())
"""Nouns of bodies that have their founders' names; where they sit is no part of it."""
_NATIONAL = frozenset("ministry ministries department".split())
_MEMBERS = frozenset("People Women Men Children".split())
"""'the Swiss People's Party': no one owns it."""
_UNITS = frozenset("Force Forces Corps Command Region Unit Brigade Division".split())
"""Second nouns of armies and police."""
_POSTS = frozenset("embassy consulate delegation office mission representation".split())
"""Nouns of bodies abroad: where they are belongs to the name."""
_FIRMS = frozenset("co co. inc inc. corp corp. ltd ltd. plc sa ag gmbh llc".split())
"""They stand behind a name, and end it."""
_SKIPPED = frozenset("campaign news delegation".split())
"""Nouns of bodies that are not looked for by themselves; a person's office may name them."""


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
    rule: str = ""
    stands: int | None = None
    """The word that says how it stands, where that is not in the name."""


def is_desk(words: Words, place: int) -> bool:
    """Does the noun belong to the office behind it ('Pentagon Press Secretary')?"""
    return words.spelled[place] in {"Board", "Press"}


def before_whole(words: Words, first: int, last: int) -> int:
    """'the Board of the International Monetary Fund': a part of a body, which is the body."""
    classes = words.classes
    noun = classes.find("B", first, last)
    called = words.printed(noun, noun + 1).lower()
    if called in _POSTS:
        return last
    for i in range(noun + 1, last):
        if classes[i] == "O" and classes[i - 2 : i].lstrip("BH") in {"o", "ot"}:
            end = i - (2 if classes[i - 1] == "t" else 1)
            return last if classes[i + 1] == "P" else first if called == "board" else end
    return last


def before_office(words: Words, first: int, last: int) -> int:
    """'Ministry of Foreign Affairs State Secretary X': where the name ends before the office."""
    end = last
    while end > first and words.classes[end - 1] in "MHj":
        end -= 1
    if end < last and words.printed(end - 1, end).lower() in OFFICE_PORTFOLIOS:
        end -= 1
    return end


def owned_by_members(words: Words, mark: int) -> bool:
    """'the Traders' Union', 'the People's Party': does the possessive belong to the name?"""
    return words.spelled[mark] in "'’" or words.spelled[mark - 1] in _MEMBERS


def printed_body(words: Words, first: int, last: int) -> Iterator[BodyMention]:
    """A name with a body's noun; the country before it is taken off, and places behind it."""
    classes = words.classes
    country, start = None, first
    possessive = classes.rfind("s", first, last)
    plural = possessive >= 0 and owned_by_members(words, possessive)
    whole = classes[first:possessive] == "N" and last - possessive == 2
    whole = whole and words.spelled[first - 1].lower() == "the"  # 'the Fishermen's Museum'
    if possessive >= 0 and "B" not in classes[first:possessive] and not (plural or whole):
        if "O" in classes[first:possessive]:
            return  # a part of another body: 'the World Bank's Board of Directors'
        country, start = _code(words, first, possessive), possessive + 1
    elif classes[first] == "D":
        shared = classes[first + 1] == "-" and classes[first + 2] in "CD"
        country = None if shared else _code(words, first, first + 1)
    elif first and classes[first - 1] == "s":
        begin = first - 1
        if classes[begin - 1] == "O":
            return
        while begin > 0 and classes[begin - 1] in "CG":
            begin -= 1
        country = _code(words, begin, first - 1)
    while start < last and words.printed(start, start + 1).endswith(BASED):
        start += 1
    if country is None:
        country = _owner(words, first)
    if classes[last] in "Hj" and is_desk(words, last - 1):
        last -= 1
    joint = classes.find("Oa", start, last)
    if joint == start and joint in words.bodies:
        start = joint + 2  # 'Alstom and Škoda Group' are two
    nouns = [words.printed(i, i + 1).lower() for i in range(start, last) if classes[i] == "B"]
    if not nouns:
        return
    if nouns[0] in _FIRMS:
        end = start + classes[start:last].index("B") + 1
        while end < last and classes[end] == "B":
            end += 1
        if end - start < 2 or classes[end - 2] == "t":
            return  # 'Co Tyrone' is a county
        last = end
    noun = classes.find("B", start, last)
    shortened = classes[last : last + 2] == "(O"  # 'the Force in Lebanon (UNIFIL)'
    for place in range(start, last):
        if place < noun or classes[place] != "f":
            continue
        if shortened and words.spelled[place] != "at":
            break
        if words.printed(place, place + 1) not in {"for", "on"}:
            post = nouns[0] in _POSTS and words.printed(place, place + 1) in {"in", "to"}
            if not (post and classes[place + 1] in "GC"):
                last = place
                break
    while classes[last] in "NMB" and words.spelled[last] in _UNITS:
        last += 1  # 'the Royal Police Force'
    if classes[last - 1] == "B" and classes[last] == "O" and last not in words.bodies:
        last += classes[last + 1] in "c.v"  # 'the Finnish Pilots' Association SLL'
    own = _code(words, start, last, "CD")
    if (
        classes[last] == "s"
        and classes[last - 2 : last] == "oC"
        and "B" in classes[start : last - 2]
    ):
        last -= 2  # 'the Border Troops of Tajikistan's State Committee'
    if nouns[0] in _POSTS and own is None:
        coded = (place_code(words, i) for i in range(start, last) if classes[i] in "CD")
        own = next(filter(None, coded), None)  # the sender is named before the host
    of = _SEAT.search(classes, noun, last)
    if of and nouns[0] in _FOUNDED and classes[noun - 1] in "N":
        last = of.start()  # 'the Anna Kessel Foundation of Boston'
        country = (
            country
            or _code(words, of.end() - 1, of.end())
            or country_of_city(words.printed(of.start() + 1, of.end()))
        )
    if nouns[0] in _NATIONAL:
        start += classes[start] == "D"
        while last > start and classes[last - 1] in "Cto":
            last -= 1
    if last - start > 1 and not _SKIPPED.intersection(nouns):
        yield BodyMention(start, last, words.printed(start, last), country or own)


_OWNER = re.compile(r"(?:Cs|D(?:bs)?)[xywvP-]{1,3}$")


def _owner(words: Words, first: int) -> str | None:
    """'Taiwan's state-backed Technology Fund': the country a little before the name."""
    begin = max(0, first - 6)
    match = _OWNER.search(words.classes[begin:first])
    return place_code(words, begin + match.start()) if match else None


def small_body(words: Words, first: int, last: int) -> Iterator[BodyMention]:
    """'the finance ministry', 'Tokyo's foreign ministry'."""
    classes, start = words.classes, first
    noun = last - 1
    abroad = words.printed(noun, last).lower() in _POSTS
    while start < last and classes[start] in ("str" if abroad else "CDGOstr"):
        local = classes[start] == "G" and classes[start + 1] != "s"
        if local and start not in words.codes and last - start > 2:
            break  # 'the Rotterdam city council'
        start += 1
    if last - start < 2 or classes[start] == "s" or classes[start - 2 : start] == "d-":
        return  # 'the 35-nation board'
    if classes[last : last + 2] == "cO" and re.match("[NGC]?[c.]", classes[last + 2 : last + 4]):
        return  # 'the humanitarian affairs office, OCHA, said'
    behind = words.printed(last, last + 1)
    if abroad and behind in {"in", "to"} and classes[last + 1] in "GC":
        last += 2
    country = _code(words, first, noun + 1 if abroad else start) or _owner(words, start)
    of = _OF_ITS_COUNTRY.match(classes, last)
    if of and country is None:
        country = place_code(words, of.end() - 1)
    if country is None and behind == "in" and classes[last + 1] in "GC":
        country = place_code(words, last + 1)  # 'the foreign ministry in Beijing'
    small = classes[noun] == "b" or noun - start < 2
    yield BodyMention(start, last, words.printed(start, last), country, small=small)


def _code(words: Words, first: int, last: int, kinds: str = "CDG") -> str | None:
    codes = {
        "KR" if words.spelled[i] == "Korea" else place_code(words, i)  # 'Korea Development Bank'
        for i in range(first, last)
        if words.classes[i] in kinds
        or (len(words.codes.get(i, "")) == 2 and words.classes[i - 1] not in "NP")
    }
    codes.discard(None)
    return codes.pop() if len(codes) == 1 else None
