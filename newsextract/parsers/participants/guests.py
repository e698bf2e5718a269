"""The country of those who are not of the country where a story is at home: envoys, guests."""

from __future__ import annotations

import re

from newsextract.lexicons.countries import find_countries
from newsextract.parsers.participants.states import State
from newsextract.parsers.participants.words import Words, place_code

ENVOY = re.compile(r"ambassador|high commissioner|consul|chargé", re.I)
_JOINED = frozenset({"joined", "accompanied", "flanked"})
_SIDE = frozenset({"side", "part"})
_COMING = frozenset("began begins starts started pays paid arrived arrives kicked".split())


def is_envoy(role: str | None) -> bool:
    """Is it the office of an ambassador, of whom the text does not say where to?"""
    return bool(ENVOY.match(role or "")) and " to " not in (role or "")


def is_host(role: str, code: str) -> bool:
    """Is the country that which an envoy is sent to ('ambassador to the Netherlands')?"""
    host = role.partition(" to ")[2]
    return bool(ENVOY.search(role)) and any(word.code == code for word in find_countries(host))


def side_of(words: Words, place: int) -> str | None:
    """'On the Georgian side it was signed by Minister X', 'for Mauritania by Minister Y'."""
    classes, limit = words.classes, max(0, place - 20)
    begin = max(limit, *(classes.rfind(kind, limit, place) for kind in ".n"))
    for i in range(place - 2, begin, -1):
        side = classes[i] == "D" and words.spelled[i + 1].lower() in _SIDE
        ends = words.spelled[i - 1].lower(), words.spelled[i + 1].lower()
        if side or (classes[i] == "C" and ends == ("for", "by")):
            return place_code(words, i)
    return None


def guest_country(
    words: Words, states: list[State], home: str | None, role: str | None, place: int
) -> str | None:
    """Country of a guest or envoy whose office at word `place` is printed without one.

    `states` take part in the story, which is at home in the country `home`.
    """
    others = {state.code for state in states if state.acts} - {home}
    other = others.pop() if len(others) == 1 else None
    if is_envoy(role):
        return _envoy(words, place, other)
    return other if other and _is_visitor(words, place) else None


def _envoy(words: Words, place: int, other: str | None) -> str | None:
    """Whose ambassador it is: the embassy's named, that of whom he joins, the other party's."""
    land, sentence = None, True
    for i in range(place - 1, max(0, place - 120), -1):
        sentence = sentence and words.classes[i] not in ".n"
        land = land or (place_code(words, i) if words.classes[i] in "CD" else None)
        if sentence and words.spelled[i] in _JOINED:
            return land  # 'was joined by Peru's minister X and Ambassador Y'
        if words.spelled[i].lower() == "embassy":
            owners = (j for j in range(i - 1, max(0, i - 4), -1) if words.classes[j] in "CD")
            return next((place_code(words, j) for j in owners), None)
    return other


def _is_visitor(words: Words, place: int) -> bool:
    """'President X began a state visit'."""
    classes, spelled = words.classes, words.spelled
    ends = [end for kind in ".n" if (end := classes.find(kind, place)) >= 0]
    stop = min(place + 20, *ends, len(classes))
    verb = next((i for i in range(place, stop) if spelled[i] in _COMING), stop)
    return "visit" in spelled[verb : min(verb + 8, stop)] and "H" not in classes[verb:stop]
