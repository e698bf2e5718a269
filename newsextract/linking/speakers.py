"""Who is meant by the words beside a quote.

A light resolver over the article's participants. Names are looked up; 'the minister' is
matched with offices; 'he' and 'who' with the persons of the sentences before. Where the text
leaves two to choose from, the words beside the quote stay the name: wrong is worse than
unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsextract.lexicons.countries import find_countries
from newsextract.lexicons.offices import body_words, office_words
from newsextract.lexicons.word_lists import word_list
from newsextract.linking.cast import Cast
from newsextract.linking.grammar import MentionGrammar
from newsextract.linking.memory import Memory, SpeakerLink
from newsextract.linking.mentions import MentionIndex
from newsextract.linking.offices import FIRMS, GENERIC, KINDS, Offices
from newsextract.linking.sources import DOCUMENTS, SourceNames
from newsextract.story import ParticipantFinding, QuoteFinding, Range, Story

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "himself": "m",
    "herself": "f",
}
_STYLES = frozenset({"excellency", "highness", "majesty", "holiness", "eminence", "beatitude"})
_MANY = frozenset({"they", "them", "their"})
_BODIES = frozenset({"it", "its"})
_OWNERS = frozenset({"his", "her", "its"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_LENDERS = word_list("speaker_words.tsv", "money")
_PUBLIC = frozenset({"agency", "bloc", "organization", "organisation", "institution", "group"})
_GOVERNING = word_list("speaker_words.tsv", "state")
_AND = re.compile(r" and (?:the )?")


def resolve_speakers(
    story: Story, quotes: Sequence[QuoteFinding], index: MentionIndex
) -> list[SpeakerLink | None]:
    """For each quote its speaker, or None where it has none."""
    resolver = _Resolver(story, quotes, index)
    links: dict[int, SpeakerLink | None] = {}
    order = sorted(
        range(len(quotes)), key=lambda i: (quotes[i].speaker or quotes[i].pieces[0]).start
    )
    for i in order:
        mention = quotes[i].speaker
        links[i] = resolver.resolve(mention) if mention is not None else None
    return [links[i] for i in range(len(quotes))]


def _may_be(noun: str, body: ParticipantFinding) -> bool:
    """A lender has money in its name; a ministry governs, a firm does not."""
    words = set(body.name.lower().split())
    if noun == "lender":
        return bool(words & _LENDERS)
    if noun == "ministry":
        return bool(words & _GOVERNING)
    private = noun not in _PUBLIC and (body.actor or "")[-3:] not in ("", "BUS", "MED", "JRN")
    return not words & _GOVERNING and not private


class _Resolver:
    def __init__(self, story: Story, quotes: Sequence[QuoteFinding], index: MentionIndex) -> None:
        self.story = story
        self.text = story.text
        self.index = index
        self.participants = index.participants
        self.known: dict[Range, SpeakerLink] = {}
        self.names: dict[int, set[str]] = {}
        self.cast = Cast(story.text, index.participants)
        self.grammar = MentionGrammar(story)
        self.sources = SourceNames(story, index, self.grammar)
        self.memory = Memory(story, quotes, self.grammar)
        self.offices = Offices(story, index, self.cast, self.grammar, self.memory)

    def resolve(self, mention: Range) -> SpeakerLink:
        """The speaker named by ``text[mention]``."""
        if mention not in self.known:
            link = self._resolve(mention)
            self.known[mention] = link
            if self._is_person(mention, link):
                self.memory.persons.append((mention.start, link))
            elif link.participant is not None:
                self.memory.bodies.append((mention.start, link))
            elif self._is_plural(mention):
                self.memory.several.append((mention.start, link))
            elif self._is_body(mention):
                self.memory.bodies.append((mention.start, link))
            head = self.grammar.head(mention) if link.participant is None else None
            if head is not None:
                self.memory.unnamed.append((head.lower_, link))
        return self.known[mention]

    def _is_person(self, mention: Range, link: SpeakerLink) -> bool:
        if link.participant is not None:
            return self.participants[link.participant].kind == "person"
        head = self.grammar.head(mention)
        if head is None or head.tag_ not in ("NN", "NNP") or link.name.lower() in _PRONOUNS:
            return False
        if head.tag_ == "NNP" and head.ent_type_ == "PERSON":
            return " " in link.name
        office = office_words().get(head.lower_)
        return head.lower_ in GENERIC or (office is not None and office.kind == "head")

    def _is_body(self, mention: Range) -> bool:
        """What 'it' may go back to though it is no participant: 'China's mission to the EU'."""
        head = self.grammar.head(mention)
        return head is not None and head.tag_ in ("NN", "NNP") and head.ent_type_ != "PERSON"

    def _is_plural(self, mention: Range) -> bool:
        head = self.grammar.head(mention)
        if head is None:
            return False
        return head.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in head.rights)

    def _resolve(self, mention: Range) -> SpeakerLink:
        words = self.text[mention.start : mention.end]
        low = words.lower()
        found: SpeakerLink | None = None
        owner, _, thing = low.partition(" ")
        last = thing.rpartition(" ")[2]
        if owner in _OWNERS and (last in DOCUMENTS or last in _STYLES):
            low = owner  # 'her letter', 'its annual report', 'His Royal Highness'
        if low in _PRONOUNS:
            found = self._person_before(mention.start, _PRONOUNS[low])
            if found is not None and found.participant is not None:
                self.cast.learn(found.participant, _PRONOUNS[low])
        elif low in _BODIES:
            found = (
                self.memory.body_spoke(mention.start, reach=0)
                or self._link(self._body_before(mention.start))
                or self.memory.body_spoke(mention.start)
            )
        elif low in _MANY:
            found = self.memory.several_spoke(mention.start)
        elif low in _RELATIVE:
            found = self._antecedent(mention)
        else:
            named = self._link(self._named(mention))
            found = named or self._by_office(mention) or self._link(self._by_body(mention))
            found = (
                found
                or self._link(self.offices.named_below(mention))
                or self._unnamed_before(mention)
                or self._described_anew(mention)
            )
        return found or SpeakerLink(self.sources.name(mention), self._country_meant(mention))

    def _link(self, found: int | None) -> SpeakerLink | None:
        return None if found is None else SpeakerLink(self.participants[found].name, found)

    # Names

    def _named(self, mention: Range) -> int | None:
        """The participant whose name is the head of the phrase."""
        touching = self.index.within(*mention)
        inside = [(m, o) for m, o in touching if mention.start <= m.start and m.end <= mention.end]
        head = self.grammar.head(mention)
        if head is not None and head.lower_ in DOCUMENTS:
            makers = {o for _, o in touching if self.participants[o].kind == "organization"}
            return makers.pop() if len(makers) == 1 else self._maker(head)
        if not inside:
            return None
        persons = [(m, o) for m, o in inside if self.participants[o].kind == "person"]
        if persons:
            at_head = [o for m, o in persons if head and m.start <= head.idx < m.end]
            if at_head:
                return at_head[0]
            if len({o for _, o in persons}) == 1 and not self.grammar.of_other(head, persons[0][0]):
                return persons[0][1]
            return None
        for m, o in inside:
            if head and m.start <= head.idx < m.end:
                return None if self._is_joined(head, m) else o
            if head and self.grammar.is_apposed(head, m):
                return o
        return None

    def _is_joined(self, head: Token, mention: Range) -> bool:
        """'Germany and the Netherlands': a source of two, neither of which speaks alone."""
        return any(
            c.dep_ == "conj"
            and c.tag_ in ("NNP", "NNPS")
            and _AND.fullmatch(self.text, mention.end, c.left_edge.idx)
            for c in head.rights
        )

    def _maker(self, document: Token) -> int | None:
        """'a statement by the Fund': who made it, where a common noun says so."""
        for preposition in document.rights:
            if preposition.lower_ in ("by", "from", "of"):
                for noun in preposition.rights:
                    if noun.dep_ == "pobj":
                        return self._by_body(Range(noun.left_edge.idx, noun.idx + len(noun)))
        return None

    def _country_meant(self, mention: Range) -> int | None:
        """'the Kazakh side', 'Russia's foreign ministry': the country as participant."""
        head = self.grammar.head(mention)
        if head is None or head.lower_ not in ("side", "government", "delegation", "authorities"):
            return None
        words = self.text[mention.start : mention.end]
        codes = {word.code for word in find_countries(words)}
        if len(codes) != 1:
            return None
        code = codes.pop()
        return next(
            (
                i
                for i, p in enumerate(self.participants)
                if p.kind == "country" and p.country == code
            ),
            None,
        )

    # Offices and bodies

    def _by_office(self, mention: Range) -> SpeakerLink | None:
        """'the minister', 'the Romanian prime minister', 'the diplomat'."""
        holder = self.offices.holder(mention)
        if holder is None and self.offices.is_anybody(mention):
            return self._person_before(mention.start, "")
        return self._link(holder)

    def _unnamed_before(self, mention: Range) -> SpeakerLink | None:
        """'the broker' where 'a shipping broker in Singapore' was the last broker who spoke."""
        head = self.grammar.head(mention)
        words = self.text[mention.start : mention.end]
        if head is None or words.partition(" ")[0].lower() not in ("the", "this", "that"):
            return None
        asked = self.cast.content_words(words)
        for noun, link in reversed(self.memory.unnamed):
            if noun == head.lower_:
                return link if asked <= self.cast.content_words(link.name) else None
        return None

    def _described_anew(self, mention: Range) -> SpeakerLink | None:
        """'the retired admiral', 'the Kisumu lawmaker': who spoke just before, in other words."""
        if not self.offices.describes(mention):
            return None
        if self.index.within(*mention) and not self.offices.is_of_party(mention):
            return None
        start = self.memory.floor(mention.start, reach=0)
        bare = self.text.count(" ", *mention) == 1  # 'the commodore', whatever the office printed
        for link in self.memory.spoke(start, mention.start):
            if bare or self.offices.may_be_of(mention, link.participant):
                return link
        sentences = self.memory.sentences_back(mention.start, start)
        sentence = next((begin for begin, _ in sentences), start)
        here = {
            person
            for found, person in self.offices.persons(start, sentence)
            if self.grammar.is_subject(found) and not self.memory.is_spoken(found.start)
        }
        if len(here) == 1:
            only = here.pop()
            return self._link(only) if bare or self.offices.may_be_of(mention, only) else None
        for link in self.memory.spoke(self.memory.floor(mention.start, reach=1), start):
            if self.offices.may_be_of(mention, link.participant):
                return link
        return None

    def _by_body(self, mention: Range) -> int | None:
        """'the ministry', 'the Russian company': the one body that is named before and fits."""
        head = self.grammar.head(mention)
        words = self.text[mention.start : mention.end]
        if head is None or not words.lower().startswith("the "):
            return None
        noun = head.lower_
        if noun not in FIRMS and noun not in KINDS and noun not in body_words():
            return None
        codes = {word.code for word in find_countries(words)}
        asked = self.cast.content_words(words) - self.cast.country_forms(words)
        rest = asked - {noun}
        if rest and noun not in KINDS:
            return None
        before = [
            i
            for i, p in enumerate(self.participants)
            if p.kind == "organization"
            and (not codes or p.country in codes)
            and self.cast.last_mention(i, mention.start) >= 0
        ]
        floor = self.memory.floor(mention.start)
        near = [i for i in before if self.cast.last_mention(i, mention.start) >= floor]
        if rest:  # 'the Andean body': the Andean Community
            named = [i for i in before if rest <= self._name_words(i)]
            return named[0] if len(named) == 1 else None
        called = self._called(noun, near) or self._called(noun, before)
        if not called and noun in FIRMS:
            called = [i for i in near if _may_be(noun, self.participants[i])]
        if len(called) > 1:  # the one that spoke last
            spoke = [
                link.participant for _, link in self.memory.bodies if link.participant in called
            ]
            called = [i for i in spoke[-1:] if i is not None]
        return called[0] if len(called) == 1 else None

    def _called(self, noun: str, bodies: Sequence[int]) -> list[int]:
        """Those that have the noun in one of their names."""
        return [i for i in bodies if noun in self._name_words(i)]

    def _name_words(self, i: int) -> set[str]:
        if i not in self.names:
            body = self.participants[i]
            self.names[i] = self.cast.content_words(" ".join((body.name, *body.aliases)))
        return self.names[i]

    # Pronouns

    def _person_before(self, offset: int, gender: str) -> SpeakerLink | None:
        """The person of the nearest sentence before `offset` that has one who fits."""
        for start, end in self.memory.sentences_back(offset, self.memory.floor(offset)):
            spoke = [
                link
                for link in self.memory.spoke(start, end)
                if self.cast.fits(link.participant, gender)
            ]
            subjects: list[int] = []
            others: list[int] = []
            for mention, owner in self.index.within(start, end):
                if mention.end > end or self.memory.is_spoken(mention.start):
                    continue
                if self.participants[owner].kind == "person" and self.cast.fits(owner, gender):
                    (subjects if self.grammar.is_subject(mention) else others).append(owner)
            if spoke:
                return spoke[0]
            if subjects:
                return self._link(subjects[0])
            called = self._office_subject(start, end, gender)
            if called is not None:
                return called
            if len(set(others)) == 1 or (others and gender):
                return self._link(others[0])
            if others:
                return None
        return None

    def _office_subject(self, start: int, end: int, gender: str) -> SpeakerLink | None:
        """'The Vice Minister' as the subject of a sentence."""
        for token in self.story.doc[
            self.grammar.token(start).i : self.grammar.token(end - 1).i + 1
        ]:
            if token.dep_ not in ("nsubj", "nsubjpass") or self.memory.is_spoken(token.idx):
                continue
            if token.tag_ in ("NN", "NNP") and token.left_edge.lower_ == "the":
                mention = Range(token.left_edge.idx, token.idx + len(token))
                found = self._by_office(mention)
                if found is not None and self.cast.fits(found.participant, gender):
                    return found
        return None

    def _body_before(self, offset: int) -> int | None:
        """The country or body that is the subject before 'it'."""
        floor = self.memory.floor(offset, reach=1)
        for start, end in self.memory.sentences_back(offset, floor):
            found = [
                owner
                for mention, owner in self.index.within(start, end)
                if mention.end <= end
                and self.participants[owner].kind != "person"
                and self.grammar.is_subject(mention)
            ]
            if found:
                return found[0] if len(set(found)) == 1 else None
        return None

    def _antecedent(self, mention: Range) -> SpeakerLink | None:
        """'Kim, who said ...': what the relative clause hangs on."""
        verb = self.grammar.token(mention.start).head
        for _ in range(4):
            if verb.dep_ in ("relcl", "acl"):
                noun = verb.head
                last = noun.i + 1
                while last < verb.i and self.story.doc[last].text != ",":
                    if self.story.doc[last].lower_ in _RELATIVE:
                        break
                    last += 1
                # 'X, an activist who ...' is X.
                first = (noun.head if noun.dep_ == "appos" else noun).left_edge.i
                end = self.story.doc[last - 1]
                start = self.story.doc[first].idx
                return self.resolve(Range(start, end.idx + len(end)))
            verb = verb.head
        return None
