"""Names that the entity recognizer takes for bodies', as far as capitals and grammar carry them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsextract.parsers.participants.bodies.explained import THINGS
from newsextract.parsers.participants.bodies.names import BodyMention, owned_by_members
from newsextract.parsers.participants.bodies.role_bodies import one_country
from newsextract.parsers.participants.words import Words, place_code

_GROWN = re.compile(r"[NP]{0,4}(?:(?:ot?|ft?)[NP]{1,3}){0,2}")
"""What belongs to a name behind its first words: 'Communities for the Defence of the Sea'."""
_NO_BODIES = frozenset(
    "government governments cabinet republic kingdom state states side coast affairs".split()
)
_SMALL_NOUNS = frozenset({"mission", "force"})
_SITES = frozenset("plaza piazza place rue calle avenida camp fort mount lake puerto".split())
"""First words of names of places."""
_LOOSE = frozenset("NPOpaMBoftCG")


def recognized_bodies(words: Words) -> Iterator[BodyMention]:
    """The model's names of bodies."""
    at, classes = words.places, words.classes
    for start, end, label in words.entities:
        work = label == "WORK_OF_ART" and words.text.startswith(("The ", "the "), start)
        work = work and " " in words.text[start + 4 : end]
        if not (label == "ORG" or work) or start not in at:
            continue
        first = last = at[start]
        while last < len(classes) - 1 and words.starts[last] < end:
            last += 1
        while first < last and classes[first] in "trsq":
            first += 1
        while first < last and classes[last - 1] in "sqc(":
            last -= 1
        if first == last:
            continue
        last = _grown(words, first, last)
        if last - first > 1 and words.spelled[last] in _SMALL_NOUNS:
            last += 1  # 'the Multinational Security Support mission'
        if _is_name(words, first, last):
            if classes[max(0, first - 2) : first] == "Cs":
                country = place_code(words, first - 2)
            else:
                country = one_country(words, first, last)  # 'Caritas Austria'
            yield BodyMention(first, last, words.printed(first, last), country, entity=True)


def _grown(words: Words, first: int, last: int) -> int:
    """Where the name ends: with all capital words behind it, and what they are for."""
    classes = words.classes
    if classes[last - 1] not in "NP" or classes[last] not in "NPof":
        return last
    if last - first == 1 and classes[first - 1 : first] != "t":
        return last  # it may be a person's first name
    match = _GROWN.match(classes, last)
    end = match.end() if match else last
    while end > last and classes[end] in "HMj" and classes[end - 1] == "P":
        end -= 1  # 'United Dockers Political Director X'
    for place in range(last, end):
        if classes[place] == "f" and words.spelled[place] != "for":
            return place
    return end


def _is_name(words: Words, first: int, last: int) -> bool:
    """Is it a name, by the classes of its words?"""
    inside = words.classes[first : last - (words.spelled[last - 1] in _SMALL_NOUNS)]
    own = inside.find("s")
    if 0 < own < len(inside) - 1 and owned_by_members(words, first + own):
        inside = inside.replace("s", "", 1)
    noun = words.printed(last - 1, last).lower()
    if words.spelled[first].lower() in _SITES:
        return False
    if noun in THINGS or (noun in _NO_BODIES and last - first < 3):
        return False
    if inside[1:] and inside[-1] == "C" and not set(inside[:-1]) - set("NPM"):
        return True
    if "N" in inside and not set(inside) - set("NPOpaMB"):
        return True
    led = words.classes[first - 1 : first] == "t" or inside[0] in "CN"
    if led and inside[0] == "D" and len(inside) > 1:
        inside = inside[1:]  # 'the Turkish Weavers' Platform'
    return led and last - first > 1 and inside[-1] in "NPB" and not set(inside) - _LOOSE
