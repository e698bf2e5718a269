"""Bodies whose noun stands in small letters behind whose it is: armies, police, governments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsextract.lexicons.companies import company_words
from newsextract.lexicons.places import country_of_city
from newsextract.lexicons.regions import region_of
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.participants.bodies.names import BodyMention
from newsextract.parsers.participants.standing import ACTS, standing
from newsextract.parsers.participants.words import Words, place_code

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FORCE = re.compile(r"(?P<owner>[DNGC]{1,2})(?P<own>s?)(?P<noun>[xywv]?[bxwj])(?![bwjHNxB])")
"""'the Sudanese army', 'Kenyan police', 'Houthi rebels', 'the Libyan coast guard'"""
_MISSION = re.compile(r"[CD](?P<own>s?)[xym]{0,2}(?P<noun>m)ft?[OCG]")
_CHAMBER = re.compile(r"(?P<owner>[CD]s?|[NGP]{1,3})(?P<noun>[bxwj])o[a-z]")
"""'the Peshawar chamber of commerce'"""
_STATE = re.compile(r"[xwvP]o(?P<name>P?[NGC]{1,2})(?![NGC])")
"""'the state of Saxony'"""
_PARTISANS = re.compile(r"t(?P<name>[PN]{0,2}[NPHv])(?=[vc])")
_FORCES = word_list("participant_words.tsv", "forces")
_STATES = frozenset("state province region canton emirate territory oblast county".split())


def small_forces(words: Words) -> Iterator[BodyMention]:
    """Armies, police and rebels with the name of whose they are."""
    for match in _FORCE.finditer(words.classes):
        noun = words.printed(*match.span("noun"))
        first, last = match.span("noun")
        if noun not in _FORCES:
            first = last - 1
            noun = words.spelled[first]
            if noun not in _FORCES or match.end("own") < first:
                continue
        begin, end = match.span("owner")
        if noun == "movement" and not _is_people(words, end - 1):
            continue  # 'the Momentum movement' has a name
        if noun == "government" and (begin in words.codes or words.classes[begin] != "G"):
            continue  # a country's takes part as the country
        code = place_code(words, end - 1) if words.classes[end - 1] in "CDG" else None
        region = region_of(words.printed(begin, end)) if code is None else None
        code = region.country if region else code
        if code is None and words.classes[max(0, begin - 2) : begin] == "Cs":
            code = place_code(words, begin - 2)
        if not match["own"]:
            first = begin
        yield BodyMention(first, last, words.printed(first, last), code, rule="force")


def missions(words: Words) -> Iterator[BodyMention]:
    """'China's mission to the EU', 'the U.S. mission in Vienna'."""
    for match in _MISSION.finditer(words.classes):
        noun = match.start("noun")
        if words.spelled[noun] == "mission" and words.spelled[noun + 1] in {"to", "in"}:
            first = match.end("own") if match["own"] else match.start()
            name = words.printed(first, match.end())
            yield BodyMention(
                first, match.end(), name, place_code(words, match.start()), rule="force"
            )


def chambers(words: Words) -> Iterator[BodyMention]:
    """'the Peshawar chamber of commerce and industry'."""
    for match in _CHAMBER.finditer(words.classes):
        noun = match.start("noun")
        if words.printed(noun, noun + 3) != "chamber of commerce":
            continue
        last = noun + 3
        if words.printed(last, last + 2) == "and industry":
            last += 2
        first = match.start("owner")
        country = place_code(words, first) or country_of_city(words.printed(first, noun))
        if words.classes[first] in "CD":
            first = noun
        yield BodyMention(first, last, words.printed(first, last), country, rule="force")


def _is_people(words: Words, place: int) -> bool:
    """Is the word a people's or a side's: 'Palestinian', 'Houthi'?"""
    return words.classes[place] == "D" or f"{words.spelled[place]}s" in company_words("partisan")


def partisans(doc: Doc, words: Words) -> Iterator[BodyMention]:
    """'The Conservatives answered': a party, called by who is of it."""
    for match in _PARTISANS.finditer(words.classes):
        first, last = match.span("name")
        if words.spelled[last - 1] not in company_words("partisan"):
            continue
        definite = words.spelled[match.start()].lower() == "the"
        if definite and standing(doc, *words.range(first, last)) in ACTS:
            yield BodyMention(first, last, words.printed(first, last), rule="force")


def acting_states(doc: Doc, words: Words) -> Iterator[BodyMention]:
    """'The state of Saxony is paying': a part of a country, named as one."""
    for match in _STATE.finditer(words.classes):
        noun = match.start()
        whole = words.spelled[noun].lower() in {"city", "canton", "municipality", "town"}
        if not whole and words.spelled[noun].lower() not in _STATES:
            continue
        if standing(doc, *words.range(noun, noun + 1)) in ACTS:
            first, last = match.span("name")
            region = region_of(words.printed(first, last))
            country = region.country if region else place_code(words, last - 1)
            first = noun if whole else first
            mention = BodyMention(first, last, words.printed(first, last), country, rule="force")
            mention.stands = noun
            yield mention
