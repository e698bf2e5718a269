"""The words of a story by class, as one string with a character for each word.

Grammar is then regular expressions over that string: ``MPHoPaPCNN`` is 'Deputy Foreign
Minister of Trade and Integration ...'. The classes:

==== ===================================================================================
H j  head of an office ('Minister'), in small letters j
M m  what stands before a head ('Deputy'), in small letters m
P x  what an office or body is for, or a region ('Foreign', 'Asia'), in small letters x
B b  noun of a body ('Ministry'), in small letters b
C D  name of a country, demonym
O    known body ('IMF', 'Kremlin'), or an acronym
G    other place
N    other word with a capital letter, initials, 'al-Gritli'
p    particle of a name ('bin')
h    form of address ('Dr.')
k    'counterpart'
s    possessive ending
o f  'of', other prepositions
t r  article, possessive pronoun
a    'and'
w y  other noun, other adjective in small letters
v    anything else
d    number
====  ===================================================================================

Punctuation: ``c`` comma, ``-`` dash, ``q`` quotation mark, ``(`` ``)``, ``;`` colon and
semicolon, ``.`` end of a sentence, ``n`` end of a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from newsextract.lexicons.countries import (
    countries_called,
    country_of,
    find_countries,
)
from newsextract.lexicons.organizations import (
    Body,
    body_phrases,
    known_bodies,
    seat_phrases,
    seats,
)
from newsextract.lexicons.phrases import capitals
from newsextract.lexicons.places import country_of_city
from newsextract.parsers.participants.corrections import correct, true_label
from newsextract.parsers.participants.furniture import (
    CREDITS,
    END_MATTER,
    LONGEST_TITLE,
    is_title,
)
from newsextract.parsers.participants.spelling import FIXED, TOKEN, class_of
from newsextract.story import Range, Story

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ISSUER = re.compile(
    r"(?:[vNw];)?t?(?P<body>O|[PNCDOM](?:[PNCDOMac](?!n)|Bo|o|t)*[BOP]|Bo[PNCDOMtoac]*[PNCDOM]|[PNCDOMac]*B)"
    r"(?:[-;][A-Za-z]{1,2})?n"
)
"""A line that is the name of a body: 'U.S. Department of State', 'From: Foreign Office'."""
_REGION = re.compile(r"D[xwy]o(?P<region>[NG])(?![NG])")
_RIVER = re.compile(r" (?:Basin|Delta|River|Valley)\b")
"""'Niger Delta': behind these names of countries are rivers'."""
_BEGINS = frozenset(".;n-")


class Firm(NamedTuple):
    """A company's name: the word behind it, its sector, and the country printed beside it."""

    last: int
    sector: str
    country: str | None = None


@dataclass(slots=True)
class Words:
    """The words of a story: offsets in the clean text, and their classes as one string.

    Attributes:
        text: the clean text.
        starts, ends: offsets of the words.
        spelled: the words as printed.
        places: words by their start.
        classes: a character for each word.
        codes: country codes of countries and demonyms, names of seats, by word.
        bodies: known bodies, by word.
        entities: what the model recognized: offsets and label.
        recognized: words that the model takes for parts of organizations' names.
        people: names of two words and more that the model takes for persons' anywhere.
        issuer: words of the body that issues a press release, half-open.
        home: the one country that the header names.
        firms: names of companies, by their first word.
        firm_ends: the words behind them.
    """

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    spelled: list[str] = field(default_factory=list)
    classes: str = ""
    places: dict[int, int] = field(default_factory=dict)
    codes: dict[int, str] = field(default_factory=dict)
    bodies: dict[int, Body] = field(default_factory=dict)
    entities: list[tuple[int, int, str]] = field(default_factory=list)
    recognized: set[int] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    issuer: tuple[int, int] | None = None
    home: str | None = None
    firms: dict[int, Firm] = field(default_factory=dict)
    firm_ends: set[int] = field(default_factory=set)

    def range(self, first: int, last: int) -> Range:
        """Offsets of words `first` to `last` (half-open)."""
        return Range(self.starts[first], self.ends[last - 1])

    def printed(self, first: int, last: int) -> str:
        """The text of words `first` to `last` (half-open)."""
        if last - first == 1:
            return self.spelled[first]
        return self.text[self.starts[first] : self.ends[last - 1]]


def classify(story: Story) -> Words:
    """The words of the story proper, by class."""
    text, doc = story.text, story.doc
    entities = [(e.start_char, e.end_char, e.label_) for e in doc.ents]
    words = Words(text, entities=[(e[0], e[1], true_label(text, *e)) for e in entities])
    for start, end, label in words.entities:
        name = text[start:end].removesuffix("'s").removesuffix("’s") if label == "PERSON" else ""
        if " " in name:
            words.people.add(name)
    classes: list[str] = []
    reader = _Reader(words, classes, _merged(text), _tags(doc))
    _read_issuer(story, reader)
    for block in story.reading.layout.blocks:
        first = max(block.start, story.body)
        if block.kind != "paragraph" or block.end <= first:
            continue
        if CREDITS.match(text, first, block.end):
            continue
        if words.starts and END_MATTER.match(text, first, block.end):
            break
        if not is_title(text[first : min(block.end, first + LONGEST_TITLE)]):
            reader.read_block(first, block.end)
    words.ends = list(map(add, words.starts, map(len, words.spelled)))
    correct(words, classes, reader.tags)
    words.classes = "".join(classes)
    _learn_regions(words)
    _learn_codes(words)
    return words


_LIKELIER = frozenset({"KR", "CD"})
"""Whom 'Korean' and 'Congolese' mean where the story does not say."""


def _learn_codes(words: Words) -> None:
    """'Congolese', 'Korea': the one of its countries that the story names, or a town of which."""
    doubtful = [place for place, code in words.codes.items() if not code]
    if not doubtful:
        return
    named = {code for code in words.codes.values() if code}
    for place in doubtful:
        possible = set(countries_called(words.printed(place, place + 1)))
        meant = named & possible or possible.intersection(
            country_of_city(words.spelled[i])
            for i, kind in enumerate(words.classes)
            if kind == "G" and i not in words.codes
        )
        if words.classes[place] == "D":
            meant = meant or possible & _LIKELIER
        if len(meant) == 1:
            words.codes[place] = meant.pop()


def _learn_regions(words: Words) -> None:
    """'The Mexican state of Chihuahua': wherever the region is named, its country is known."""
    regions = {
        words.printed(*match.span("region")): words.codes.get(match.start(), "")
        for match in _REGION.finditer(words.classes)
    }
    if not any(regions.values()):
        return
    classes = list(words.classes)
    for place, kind in enumerate(classes):
        code = regions.get(words.printed(place, place + 1), "") if kind in "NG" else ""
        if code:
            classes[place], words.codes[place] = "G", code
    words.classes = "".join(classes)


def _read_issuer(story: Story, reader: _Reader) -> None:
    """Read the line above a press release that names the body which issues it.

    A wire that files a story is named in its dateline, and is no participant.
    """
    if story.dateline is not None and story.dateline.agency is not None:
        return
    words, classes = reader.words, reader.classes
    for block in story.reading.layout.blocks:
        if block.start >= story.body or block.kind not in {"header", "headline"}:
            continue
        begin = len(classes)
        column = story.text.rfind("|", block.start, block.end)
        reader.read_block(max(block.start, column + 1), block.end)
        issuer = _ISSUER.fullmatch("".join(classes[begin:]))
        if issuer:
            words.issuer = (begin + issuer.start("body"), begin + issuer.end("body"))
            classes[begin : words.issuer[0]] = "v" * (words.issuer[0] - begin)
            return
        if block.kind == "header" and words.home is None:
            found = {words.codes[i] for i in range(begin, len(classes)) if classes[i] == "C"}
            words.home = found.pop() if len(found) == 1 else None
        classes[begin:] = "v" * (len(classes) - begin)


class _Reader:
    """Reads words into `words` and `classes`."""

    def __init__(
        self,
        words: Words,
        classes: list[str],
        merged: dict[int, tuple[int, str, str]],
        tags: dict[int, str],
    ) -> None:
        self.words, self.classes = words, classes
        self.merged, self.tags = merged, tags

    def read_block(self, first: int, last: int) -> None:
        """Read a paragraph or line ``text[first:last]``, and its end."""
        place: int | None = first
        while place is not None:
            place = self.read(place, last, begins=place == first)
        self.words.starts.append(last)
        self.words.spelled.append("")
        self.classes.append("n")

    def read(self, first: int, last: int, *, begins: bool) -> int | None:
        """Read ``text[first:last]``; where a known name ends inside a word, its end."""
        words, classes = self.words, self.classes
        text, known, tagged, fixed = words.text, self.merged.get, self.tags.get, FIXED.get
        start_at, spell, class_at = words.starts.append, words.spelled.append, classes.append
        before = "n" if begins else "v"
        for token in TOKEN.finditer(text, first, last):
            spelled = token[0]
            kind = fixed(spelled)
            if kind is None:
                start = token.start()
                merged = known(start)
                if merged is not None:
                    stop, kind, value = merged
                    if kind == "O":
                        words.bodies[len(classes)] = known_bodies()[value]
                    else:
                        words.codes[len(classes)] = value
                    start_at(start)
                    spell(text[start:stop])
                    class_at(kind)
                    before = kind
                    if stop != token.end():
                        return stop
                    continue
                begins = before in _BEGINS or (before == "q" and classes[-2:-1] != ["N"])
                kind = class_of(spelled, tagged(start, ""), begins)
                start_at(start)
            else:
                start_at(token.start())
            spell(spelled)
            class_at(kind)
            before = kind
        return None


def _merged(text: str) -> dict[int, tuple[int, str, str]]:
    """Known names by their start: end, class, and what they name."""
    found: dict[int, tuple[int, str, str]] = {}
    taken: list[tuple[int, int]] = []
    words = capitals(text)
    for start, end in body_phrases().find(text, words):
        found[start] = (end, "O", text[start:end])
        taken.append((start, end))
    kinds = {"name": "C", "demonym": "D", "other": "G"}
    for country in find_countries(text, ambiguous=True, others=True):
        if _RIVER.match(text, country.end):
            continue
        found.setdefault(country.start, (country.end, kinds[country.kind], country.code))
    for start, end in seat_phrases().find(text, words):
        found.setdefault(start, (end, "G", text[start:end]))
    past = 0
    for start in sorted(found):
        if start < past and found[start][1] != "O":
            del found[start]
        else:
            past = max(past, found[start][0])
    return found


def _tags(doc: Doc) -> dict[int, str]:
    """Part-of-speech tags by offset."""
    names = doc.vocab.strings
    found = doc.to_array(["IDX", "TAG"])
    tags = found[:, 1].tolist()
    spelled = {tag: names[tag] if tag else "" for tag in set(tags)}
    return dict(zip(found[:, 0].tolist(), map(spelled.__getitem__, tags), strict=True))


def place_code(words: Words, place: int) -> str | None:
    """Country of the place, country or demonym at word `place`; None where it is not known."""
    kind = words.classes[place]
    if kind in "CD":
        return words.codes[place] or None
    if kind == "G" and place in words.codes:
        code = seats().get(words.codes[place], words.codes[place])
        return code if len(code) == 2 else None
    return country_of(words.printed(place, place + 1))
