"""Which person is meant where a text names an office: 'the minister', 'the IMF chief'."""

from __future__ import annotations

import re
from bisect import bisect_right

from newsextract.lexicons.countries import (
    countries_called,
    country_of_demonym,
    find_countries,
)
from newsextract.lexicons.offices import body_words, office_words, one_form
from newsextract.lexicons.word_lists import word_list
from newsextract.linking.cast import Cast
from newsextract.linking.grammar import MentionGrammar
from newsextract.linking.memory import Memory
from newsextract.linking.mentions import MentionIndex
from newsextract.story import Range, Story

GENERIC = word_list("speaker_words.tsv", "person")
"""Nouns that fit nearly every person of the news: they say no office."""
FIRMS = word_list("speaker_words.tsv", "body")
_PLAIN = word_list("speaker_words.tsv", "rank")
"""Words that say how high an office is, not which."""
_SECOND = word_list("speaker_words.tsv", "second")
"""Words that make an office another one: 'the minister' is rather no deputy."""
_HEADS = word_list("speaker_words.tsv", "head")
"""Offices of those who head a body."""
_CHIEFS = frozenset({"chief", "boss", "head", "leader"})
KINDS = word_list("speaker_words.tsv", "kind")
"""What a body is called beside its name: 'the alliance chief', 'the central bank governor'."""
_FOREIGN = ({"foreign", "minister"}, {"secretary", "state"}, {"foreign", "policy"})
"""Words in the offices of top diplomats."""
_MANY = ("ese", "sh", "ch", "ss", "s")
"""Ends of demonyms that are no single person: 'the French', 'the Swiss', 'the Kenyans'."""
_VISITING = frozenset({"host", "guest", "visitor", "interlocutor"})
_WHOSE = {"his": "m", "her": "f"}
_SOME = frozenset({"a", "an", "one", "another", "some"})
_OWNER = re.compile(r"[A-Z][\w. ]+(?:['’]s|s['’])\s")
_COUNTERPART = re.compile(r"\bcounterpart,?\s+$")


class Offices:
    """Looks up who holds the office that a phrase names, among the persons named before."""

    def __init__(
        self,
        story: Story,
        index: MentionIndex,
        cast: Cast,
        grammar: MentionGrammar,
        memory: Memory,
    ) -> None:
        self.story = story
        self.text = story.text
        self.index = index
        self.participants = index.participants
        self.cast = cast
        self.grammar = grammar
        self.memory = memory

    def holder(self, mention: Range) -> int | None:
        """'the minister', 'the Romanian prime minister', 'the IMF chief', 'the Romanian'."""
        head = self.grammar.head(mention)
        words = self.text[mention.start : mention.end]
        codes = _codes(words)
        if codes and self._is_native(words):
            return self._most_recent(mention.start, self._before(mention, codes))
        if head is None or head.tag_ not in ("NN", "NNP"):
            return None
        noun = head.lower_
        start = words.split(" ", 1)[0].lower()
        counterpart = start in ("his", "her", "their", "its") and noun == "counterpart"
        if noun in _VISITING and start in _WHOSE:
            return self._other(mention, _WHOSE[start])
        if noun == "diplomat" and _is_top(words):
            return self._top_diplomat(mention, codes)
        owned = bool(codes) and bool(_OWNER.match(words))
        if start not in ("the", "this") and head.tag_ != "NNP" and not counterpart and not owned:
            return None
        office = office_words().get(noun)
        generic = noun in GENERIC
        if not generic and not counterpart and (office is None or office.kind != "head"):
            return self._apposed(mention, noun)
        asked = self._asked(words, noun, generic or noun == "counterpart")
        if not asked and not codes:
            return None
        matches = [
            i
            for i in self.cast.persons_of(codes, vague=bool(asked))
            if self._has_words(i, asked) or self._heads(i, asked, noun)
        ]
        # Who is named only later must be described in full here.
        earlier = [i for i in matches if self.cast.last_mention(i, mention.start) >= 0]
        full = [i for i in earlier if not _SECOND & (self.cast.role_words(i) - asked)]
        earlier = full or earlier
        if noun in _CHIEFS:
            earlier = [i for i in earlier if _HEADS & self.cast.role_words(i)] or earlier
        if not earlier and len(asked) >= 2 and len(matches) == 1:
            earlier = matches
        if not earlier and codes:
            earlier = [i for i in self._before(mention, codes) if self._is_counterpart(i)]
        if len(earlier) == 1:
            return earlier[0]
        return self._most_recent(mention.start, earlier) if earlier else None

    def is_anybody(self, mention: Range) -> bool:
        """'the diplomat': a noun that says neither office nor country."""
        head = self.grammar.head(mention)
        words = self.text[mention.start : mention.end]
        if head is None or head.tag_ not in ("NN", "NNP") or head.lower_ not in GENERIC:
            return False
        if words.split(" ", 1)[0].lower() not in ("the", "this") and head.tag_ != "NNP":
            return False
        return not self._asked(words, head.lower_, True) and not find_countries(words)

    def describes(self, mention: Range) -> bool:
        """'the retired admiral': does a phrase with 'the' describe one person?"""
        head = self.grammar.head(mention)
        words = self.text[mention.start : mention.end].lower()
        if head is None or head.tag_ not in ("NN", "NNP") or not words.startswith("the "):
            return False
        office = office_words().get(head.lower_)
        return head.lower_ in GENERIC or (office is not None and office.kind == "head")

    def is_of_party(self, mention: Range) -> bool:
        """'the Golkar politician': whose party may be named in other words."""
        head = self.grammar.head(mention)
        noun = head.lower_ if head is not None else ""
        return noun == "politician" or one_form(noun) == "lawmaker"

    def may_be_of(self, mention: Range, who: int | None) -> bool:
        """Do neither country nor office in the phrase speak against participant `who`?"""
        if who is None:
            return True
        codes = _codes(self.text[mention.start : mention.end])
        if codes and self.participants[who].country not in (None, *codes):
            return False
        head = self.grammar.head(mention)
        if head is None or head.lower_ in GENERIC or not self.participants[who].role:
            return True
        return one_form(head.lower_) in self.cast.role_words(who)

    def named_below(self, mention: Range) -> int | None:
        """'an official said' in the lede: the office holder with whom the next paragraph begins.

        A lede may keep the name for the next sentence. Nobody may be named before, the head
        noun must be an office, and the person's own office must not be another one.
        """
        blocks = self.memory.blocks
        block = bisect_right(blocks, mention.start) - 1
        if mention.start < self.story.body or not 0 <= block < len(blocks) - 1:
            return None
        head = self.grammar.head(mention)
        if head is None or head.tag_ not in ("NN", "NNP") or self.persons(0, mention.end):
            return None
        office = office_words().get(head.lower_)
        generic = head.lower_ in GENERIC
        if not generic and (office is None or office.kind != "head"):
            return None
        end = blocks[block + 2] if block + 2 < len(blocks) else len(self.text)
        named = self.persons(blocks[block + 1], end)
        if not named or not self.grammar.is_subject(named[0][0]):
            return None
        words = self.text[mention.start : mention.end]
        asked = self._asked(words, head.lower_, generic)
        codes = _codes(words)
        person = named[0][1]
        if not self.participants[person].role and words.split(" ", 1)[0].lower() not in _SOME:
            self.cast.role_words(person).update(asked)
            return person if person in self.cast.persons_of(codes, vague=True) else None
        fits = person in self.cast.persons_of(codes, vague=False)
        if fits and self.participants[person].role and asked <= self.cast.role_words(person):
            return person
        return None

    def _asked(self, words: str, noun: str, generic: bool) -> set[str]:
        """The words of a phrase that an office must have."""
        asked = self.cast.content_words(words) - self.cast.country_forms(words) - _PLAIN
        asked = {word for word in asked if not countries_called(word)}
        return asked - {one_form(noun), noun} if generic else asked

    def _before(self, mention: Range, codes: set[str]) -> list[int]:
        """Persons of these countries who are named before."""
        return [
            i
            for i in self.cast.persons_of(codes, vague=False)
            if self.cast.last_mention(i, mention.start) >= 0
        ]

    @staticmethod
    def _is_native(words: str) -> bool:
        """'the Romanian': one person by country alone, where 'the French' may be many."""
        return (
            words[:4].lower() == "the "
            and not words.endswith(_MANY)
            and country_of_demonym(words[4:].lower()) is not None
        )

    def _is_counterpart(self, i: int) -> bool:
        """'his Chinese counterpart X': has X the office of another, which is not printed?"""
        start = self.participants[i].mentions[0].start
        return bool(_COUNTERPART.search(self.text[max(start - 30, 0) : start]))

    def _has_words(self, i: int, asked: set[str]) -> bool:
        """Has the office of person `i` these words, or what they are short for ('MEA')?"""
        return all(self.cast.abbreviates(word, i) for word in asked - self.cast.role_words(i))

    def _heads(self, i: int, asked: set[str], noun: str) -> bool:
        """Does person `i` head the body that `asked` names by its kind or its short form?"""
        role = self.cast.role_words(i)
        of_body = self.participants[i].organization is not None
        if not of_body or (noun not in _CHIEFS and noun not in role) or not _HEADS & role:
            return False
        return all(word in KINDS or self.cast.abbreviates(word, i) for word in asked - role)

    def _top_diplomat(self, mention: Range, codes: set[str]) -> int | None:
        """'China's top diplomat', 'the bloc's top diplomat': who has the office for it."""
        words = self.text[mention.start : mention.end]
        asked = self._asked(words, "diplomat", True)
        among = self._before(mention, codes) if codes else range(len(self.participants))
        found = [
            i
            for i in among
            if self.participants[i].kind == "person"
            and self.cast.last_mention(i, mention.start) >= 0
            and any(office <= self.cast.role_words(i) for office in _FOREIGN)
            and not (_SECOND - {"state"}) & self.cast.role_words(i)
            and (not asked or self._heads(i, asked, "chief") or asked <= self.cast.role_words(i))
        ]
        return self._most_recent(mention.start, found) if found else None

    def _other(self, mention: Range, gender: str) -> int | None:
        """'His guest': the person named last who is not he, nor of his country."""
        floor = self.memory.floor(mention.start)
        spoke = [link.participant for link in self.memory.spoke(floor, mention.start)]
        near = [
            person
            for found, person in reversed(self.persons(floor, mention.start))
            if found.end <= mention.start and not self.memory.is_spoken(found.start)
        ]
        owners = (i for i in (*spoke, *near) if i is not None and self.cast.fits(i, gender))
        owner = next(owners, None)
        if owner is None:
            return None
        home = self.participants[owner].country
        others = (i for i in near if i != owner)
        return next((i for i in others if not home or self.participants[i].country != home), None)

    def _apposed(self, mention: Range, noun: str) -> int | None:
        """'the activist', where one person was introduced as 'X, an activist'."""
        if noun in body_words() or noun in FIRMS:
            return None
        called = [
            i
            for i in self.cast.persons_of(set(), vague=True)
            if self.cast.last_mention(i, mention.start) >= 0 and self.cast.described_as(i, noun)
        ]
        return called[0] if len(called) == 1 else None

    def _most_recent(self, offset: int, among: list[int]) -> int | None:
        """The one of them who was named last, if that is clear."""
        for link in self.memory.spoke(self.memory.floor(offset), offset):
            if link.participant in among:
                return link.participant
        last = {i: self.cast.last_mention(i, offset) for i in among}
        ranked = sorted(among, key=lambda i: -last[i])
        if len(ranked) > 1 and last[ranked[0]] == last[ranked[1]]:
            return None
        return ranked[0] if ranked and last[ranked[0]] >= 0 else None

    def persons(self, start: int, end: int) -> list[tuple[Range, int]]:
        """Mentions of persons in ``text[start:end]``."""
        found = self.index.within(start, end)
        return [(m, o) for m, o in found if self.participants[o].kind == "person"]


def _codes(words: str) -> set[str]:
    """The countries that a phrase may mean; of 'the Korean minister' two."""
    codes = {word.code for word in find_countries(words)}
    return codes or {code for word in words.split() for code in countries_called(word)}


def _is_top(words: str) -> bool:
    return bool(re.search(r"\b(?:top|chief)\s+diplomat$", words))
