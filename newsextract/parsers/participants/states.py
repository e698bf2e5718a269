"""Countries that take part in what a story reports, not every place name."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsextract.lexicons.countries import countries_called, country_name
from newsextract.parsers.participants.standing import ACTS, standing
from newsextract.parsers.participants.words import Words, place_code
from newsextract.story import Range, Story

_SIDES = frozenset(
    "side sides government governments authorities delegation delegations party leadership "
    "officials troops forces military army".split()
)
"""What a people's adjective stands before where the state is meant ('the Swiss side')."""
_ADJECTIVAL = frozenset({"compound", "nmod", "amod"})
_PASSING = frozenset({"at", "near", "across", "through", "around", "outside", "inside"})
_EVENTS = "conference summit meeting forum visit ceremony"
_PARTS = "capital city town port south north east west coast border part"
_PARTY_WORDS = "between with dobj dative and against toward towards alongside including among"
_PARTY = frozenset(_PARTY_WORDS.split())
"""Standings of one with whom something is done."""
_WITHIN = frozenset(f"{_EVENTS} {_PARTS}".split())


@dataclass(slots=True)
class State:
    """A country with its mentions; `acts` where one of them takes part."""

    code: str
    mentions: list[Range] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    acts: bool = False
    passing: int = 0


def find_states(story: Story, words: Words, bodies: set[int], offices: set[int]) -> list[State]:
    """The countries that take part, in document order.

    Words of `bodies` stand inside the names of bodies ('Bank of China') and are no mentions;
    those of `offices` inside the offices of persons ('PNG Minister Peter Kondra').
    """
    states: dict[str, State] = {}
    classes = words.classes
    meant = _meant(words)
    counted: set[int] = set()
    for place, kind in enumerate(classes):
        if kind not in "CDG":
            continue
        code = place_code(words, place) or meant.get(place)
        if code is None:
            continue
        state = states.setdefault(code, State(code))
        counts = _counts(story, words, place, offices, counted)
        if kind == "C" and place not in bodies:
            state.names.append(words.printed(place, place + 1))
            state.mentions.append(words.range(place, place + 1))
        elif counts and place not in bodies:
            state.mentions.append(words.range(place, place + 1))
        if counts:
            counted.add(place)
            state.acts = True
        elif kind == "C" and classes[place - 1 : place] in {"f", "t"}:
            state.passing += 1
    return [
        state for state in states.values() if (state.acts or state.passing > 1) and state.mentions
    ]


def _meant(words: Words) -> dict[int, str]:
    """'Korea', 'Congo': the one of its countries that the story names in full, if only one."""
    named = {code for code in words.codes.values() if code}
    meant = {}
    for place, code in words.codes.items():
        if not code:
            possible = named.intersection(countries_called(words.printed(place, place + 1)))
            if len(possible) == 1:
                meant[place] = possible.pop()
    return meant


def _counts(story: Story, words: Words, place: int, offices: set[int], counted: set[int]) -> bool:
    """Does the country take part by this mention? Places that did before are in `counted`."""
    classes = words.classes
    at = place - 1
    while at > max(0, place - 4) and classes[at] in "trxy":
        at -= 1
    before = classes[at] if at >= 0 else "n"
    after = classes[place + 1]
    kind = classes[place]
    if kind == "D":
        joined = 2 if after == "a" and classes[place + 2] == "D" else 0
        noun = words.printed(place + joined + 1, place + joined + 2).lower()
        return noun in _SIDES or classes[place + 1] == "k"
    stands = standing(story.doc, words.starts[place], words.ends[place])
    if kind == "G":
        return stands in ACTS or (after == "s" and classes[place + 2] in "jHmMPx")
    if after in "wyxbjPBHm" and stands in _ADJECTIVAL:
        return place in offices
    if before == "P" and after in "Nwya":
        return False
    if before == "c" and place > 1 and classes[place - 2] in "GN" and after in "c.":
        return False
    if stands in ACTS or after == "s":
        return True
    if before == "a" and at and classes[at - 1] == "C" and place not in offices:
        return at - 1 in counted
    if stands in _PASSING or before in "-(" or _opens(classes, place):
        return False
    if (before == "f" and (after == "c" and classes[place + 2] in "CG")) or _listed(classes, place):
        return False
    if before in "of" or stands in _PARTY:
        noun = words.printed(at - 1, at).lower() if at > 0 else ""
        return noun not in _WITHIN
    return False


def _listed(classes: str, place: int) -> bool:
    """In an enumeration of places: 'in Austria, Belgium and Switzerland'."""
    return classes[place - 2 : place] == "Cc" and classes[place + 1] in "ca"


def _opens(classes: str, place: int) -> bool:
    """'In Britain, ...' at the beginning of a sentence."""
    first = place - (2 if classes[place - 1 : place] == "t" else 1)
    return classes[max(first, 0)] == "f" and (first <= 0 or classes[first - 1] in ".nq")


def name_of(state: State) -> str:
    """The fullest name in the story, the usual one where it has adjectives alone."""
    if state.names:
        return max(state.names, key=lambda name: (len(name), name))
    return country_name(state.code) or state.code
