"""Countries that take part in what a story reports, not every place name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsextract.lexicons.countries import countries_called, country_name
from newsextract.lexicons.offices import body_words
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.participants.bodies.grouping import BodyGroup
from newsextract.parsers.participants.standing import ACTS, standing
from newsextract.parsers.participants.words import Words, place_code
from newsextract.story import Range, Story

_SIDES = frozenset(
    "side sides government governments authorities delegation delegations party leadership "
    "officials troops forces military army".split()
)
"""What a people's adjective stands before where the state is meant ('the Swiss side')."""
_NAMED = re.compile("[CDG]")
_ADJECTIVAL = frozenset({"compound", "nmod", "amod"})
_PASSING = frozenset({"at", "near", "across", "through", "around", "outside", "inside"})
_EVENTS = "conference summit meeting forum visit ceremony"
_PARTS = "capital city town port south north east west coast border part"
_PARTY_WORDS = "between with dobj dative and against toward towards alongside including among"
_PARTY = frozenset(_PARTY_WORDS.split())
"""Standings of one with whom something is done."""
_WITHIN = frozenset(f"{_EVENTS} {_PARTS}".split())
_OFFICIAL = frozenset(
    "governments embassies ministers leaders presidents representatives delegations "
    "ambassadors republics".split()
)
_STATESMEN = frozenset("minister ministers secretary ambassador ambassadors premier".split())
_PAST = frozenset({"former", "then", "ex"})
_PEOPLE_AND_GOODS = word_list("participant_words.tsv", "people_and_goods")
_FIRMS = frozenset(noun for noun, sector in body_words().items() if sector in {"BUS", "LAB"})
_ORGANS = frozenset({"LEG", "MIL", "JUD", "COP"})
_ORGAN_NOUNS = word_list("participant_words.tsv", "organs")
_NATIONALS = frozenset("nationals citizens natives national citizen native them survivors".split())
_WAYS = word_list("participant_words.tsv", "ways")
"""Before 'to', they say where somebody or something goes."""


@dataclass(slots=True)
class State:
    """A country with its mentions; `acts` where one of them takes part."""

    code: str
    mentions: list[Range] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    acts: bool = False
    passing: int = 0

    @property
    def takes_part(self) -> bool:
        """Does it act, or is it named again and again?"""
        return bool(self.mentions) and (self.acts or self.passing > 1)


def find_states(story: Story, words: Words, bodies: set[int], offices: set[int]) -> list[State]:
    """The countries that take part, in document order.

    Words of `bodies` stand inside the names of bodies ('Bank of China') and are no mentions;
    those of `offices` inside the offices of persons ('PNG Minister Peter Kondra').
    """
    states: dict[str, State] = {}
    classes = words.classes
    meant = _realm(story, words)
    counted: set[int] = set()
    lead = classes.find("n", len(classes) - len(classes.lstrip("vn")))
    named = {match.start() for match in _NAMED.finditer(classes)}
    for place in sorted(named | meant.keys()):
        kind = classes[place]
        code = meant.get(place) or place_code(words, place)
        if code is None or code == _NO_STATE:
            continue
        state = states.setdefault(code, State(code))
        counts = _counts(story, words, place, lead, offices, counted)
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
    return list(states.values())


def acting_by_organs(words: Words, states: list[State], bodies: list[BodyGroup]) -> None:
    """'The Polish defence ministry said': a country acts by the organs that are called after it."""
    by_code = {state.code: state for state in states}
    for body in bodies:
        nouns = set(body.name.lower().split())
        sector = body.true_sector
        if sector not in _ORGANS and nouns.isdisjoint(_ORGAN_NOUNS):
            continue
        for mention in body.mentions:
            before = mention.first - 1 - (words.classes[max(0, mention.first - 1)] == "s")
            for i in range(max(0, before), mention.last):
                code = place_code(words, i) if words.classes[i] in "CD" else None
                if code in by_code:
                    by_code[code].acts = True
                    by_code[code].mentions = by_code[code].mentions or [words.range(i, i + 1)]


_NO_STATE = "AQ"
_KINGDOMS = frozenset({"SA", "JO", "BH", "MA"})


def _realm(story: Story, words: Words) -> dict[int, str]:
    """'the Kingdom', where its own agency files the story."""
    dateline = story.dateline
    code = dateline.places[0].country if dateline and dateline.places else None
    if code not in _KINGDOMS:
        return {}
    return {
        place: code
        for place in range(1, len(words.starts) - 1)
        if words.classes[place - 1] == "t"
        and words.classes[place + 1] != "o"
        and words.printed(place, place + 1) == "Kingdom"
    }


def _counts(
    story: Story, words: Words, place: int, lead: int, offices: set[int], counted: set[int]
) -> bool:
    """Does the country take part by this mention?

    The first paragraph ends at word `lead`; places that took part before are in `counted`.
    """
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
        if after == "k":
            return True  # 'his Malaysian counterpart'
        if place in offices and words.spelled[place - 1].lower() not in _PAST:
            ahead = range(place + 1, place + 6)
            return any(i in offices and words.spelled[i].lower() in _STATESMEN for i in ahead)
        if noun not in _SIDES and (body_words().get(noun) in _ORGANS or noun in _ORGAN_NOUNS):
            last = place + joined + 1
            return standing(story.doc, words.starts[last], words.ends[last]) in ACTS
        return noun in _SIDES or classes[place + 1] == "k"
    stands = standing(story.doc, words.starts[place], words.ends[place])
    if kind == "G":
        return stands in ACTS or (after == "s" and classes[place + 2] in "jHmMPx")
    if after in "wyxbjPBHm" and stands in _ADJECTIVAL:
        return place in offices or words.printed(place + 1, place + 2).lower() in _SIDES
    if before == "P" and after in "Nwya":
        return False
    if before == "c" and place > 1 and classes[place - 2] in "GN" and after in "c.":
        return False
    if after == "-" and classes[place + 2] not in "CD":
        return False  # 'the Kenya-led mission'
    if after == "s" and _owns_firm(words, place + 2):
        return False  # 'Sweden's Lagerkvist AB', 'Sweden's export credit agency Lagerkvist'
    if before == "o" and at in words.firm_ends:
        return False  # 'Straits Amber Pte of Singapore'
    if stands in ACTS or after == "s":
        return True
    pair = classes[place + 1 : place + 4] == "aCv" and before in "n.;" and place + 2 not in offices
    if pair and standing(story.doc, words.starts[place + 2], words.ends[place + 2]) in ACTS:
        return True  # 'Slovenia and Oman signed'
    if before == "a" and at and classes[at - 1] == "C" and place not in offices:
        return at - 1 in counted
    if _listed(classes, place, at):
        return at - 1 in counted
    if stands in _PASSING or before in "-(" or _opens(classes, place):
        return False
    if before in "of":
        return _governed(words, place, at, lead, offices)
    if stands in _PARTY:
        noun = words.printed(at - 1, at).lower() if at > 0 else ""
        counted_in = stands == "including" and _IN_COUNTRIES.search(classes, max(0, at - 6), at)
        return noun not in _WITHIN and not counted_in
    return False


_IN_COUNTRIES = re.compile(r"f[dvy]?wc$")
"""'in 14 countries, including Egypt'"""


def _owns_firm(words: Words, place: int) -> bool:
    """Is what is owned from word `place` on a company, by name or by its noun?"""
    if words.classes[place] in "NOG":
        return True
    for i in range(place, place + 5):
        if i in words.firms:
            return True
        if words.classes[i] not in "wyxb" and "-" not in words.spelled[i]:
            return False
        if words.classes[i + 1] not in "wxbG" and words.spelled[i].removesuffix("s") in _FIRMS:
            return True  # 'Sweden's second-largest airline'
    return False


_NAME_BEFORE = re.compile(r"(?<![HhN])[NPB]{1,4}$")


def _names_before(classes: str, at: int) -> bool:
    """Does a name other than that of one with an office end at word `at`?"""
    return bool(_NAME_BEFORE.search(classes, max(0, at - 5), at))


def _governed(words: Words, place: int, at: int, lead: int, offices: set[int]) -> bool:
    """Does the country behind the preposition at word `at` take part?"""
    classes = words.classes
    preposition = words.printed(at, at + 1).lower()
    noun = words.printed(at - 1, at).lower() if at > 0 else ""
    if noun in _WITHIN:
        return False
    if place in offices and preposition in {"for", "in"}:
        return False  # 'the bank's country director for Benin'
    if classes[place + 1] == "c" and classes[place + 2 : place + 4].lstrip("t")[:1] in {"C", "G"}:
        return noun in _OFFICIAL or preposition in {"by", "with"}
    if preposition in {"in", "at", "on"}:
        # 'its counterpart in Benin'; in the first paragraph, who the story is about
        return classes[at - 1] == "k" or (place < lead and classes[place - 1] not in "xy")
    if preposition == "of" and place not in offices and _names_before(classes, at):
        # 'the Government of Benin', not 'the Development Bank of Benin', 'Hoang Fishery of Benin'
        return noun in _ORGAN_NOUNS or body_words().get(noun) in _ORGANS

    if preposition == "from" or noun in _NATIONALS:
        return noun not in _PEOPLE_AND_GOODS and noun not in _NATIONALS
    if preposition == "to":
        return noun not in _WAYS
    return True


def _listed(classes: str, place: int, at: int) -> bool:
    """In an enumeration of countries: 'of Austria, Belgium and Switzerland'."""
    if at < 1 or classes[at] not in "ca" or classes[at - 1] not in "C":
        return False
    return (
        classes[at] == "a" or classes[place + 1] in "ca" or classes[place + 1 : place + 3] == "ca"
    )


def _opens(classes: str, place: int) -> bool:
    """'In Britain, ...' at the beginning of a sentence."""
    first = place - (2 if classes[place - 1 : place] == "t" else 1)
    return classes[max(first, 0)] == "f" and (first <= 0 or classes[first - 1] in ".nq")


_STYLED = re.compile(
    r"(?:Republic|Kingdom|State|Sultanate|Principality|Duchy|Commonwealth) of "
    r"|(?:Republic|Federation|Confederation)$"
)


def name_of(state: State) -> str:
    """The fullest plain name in the story, the usual one where it has adjectives alone.

    'State of Qatar' only where the story never says 'Qatar'.
    """
    plain = [
        name
        for name in state.names
        if not (name.isupper() or _STYLED.search(name)) and len(countries_called(name)) < 2
    ]
    if names := plain or state.names:
        return max(names, key=lambda name: (len(name), name))
    return country_name(state.code) or state.code
