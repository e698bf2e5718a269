"""Persons, bodies and countries of one story set against one another."""

from __future__ import annotations

from collections.abc import Iterator

from newsextract.parsers.participants.actors import actor_code
from newsextract.parsers.participants.bodies import BodyGroup, is_worldly
from newsextract.parsers.participants.persons import Person, names_in_order
from newsextract.parsers.participants.standing import ACTS, standing
from newsextract.parsers.participants.states import State, name_of
from newsextract.parsers.participants.words import Words, place_code
from newsextract.story import ParticipantFinding, Story

_INSIDE = frozenset({"in", "at", "under", "on", "compound", "nmod", "amod", "poss", "npadvmod"})
"""Standings of bodies that are named in passing: where something is, whose thing it is."""


class Cast:
    """All who may take part in one story."""

    def __init__(
        self,
        story: Story,
        words: Words,
        persons: list[Person],
        bodies: list[BodyGroup],
        states: list[State],
    ) -> None:
        self.story = story
        self.words = words
        self.persons = persons
        self.states = states
        self.bodies = bodies
        self._at = {i: b for b in bodies for m in b.mentions for i in range(m.first, m.last)}
        self._employers = {id(p): self._employer(p) for p in persons}
        employed = {id(body) for body in self._employers.values()}
        self._acting = [b for b in bodies if id(b) in employed or self._acts(b)]
        dateline = story.dateline
        self._home = dateline.places[0].country if dateline and dateline.places else None

    def findings(self) -> Iterator[ParticipantFinding]:
        """The participants, persons first."""
        for person in self.persons:
            yield self._person(person)
        for state in self.states:
            name = name_of(state)
            yield ParticipantFinding(
                name=name,
                kind="country",
                mentions=tuple(sorted(state.mentions)),
                rule="participants.country.acts" if state.acts else "participants.country.repeated",
                country=state.code,
                aliases=tuple(dict.fromkeys(form for form in state.names if form != name)),
                actor=actor_code(state.code, "GOV"),
            )
        for body in self._acting:
            yield self._body(body)

    def _employer(self, person: Person) -> BodyGroup | None:
        """The body in the person's office phrase."""
        if person.role is None or person.role.body is None:
            return None
        first, last = person.role.body
        for place in range(first, last):
            if place in self._at:
                return self._at[place]
        word = self.words.printed(last - 1, last).lower()
        called = [b for b in self.bodies if b.name.lower().split()[-1] == word]
        return called[0] if len(called) == 1 else None

    def _acts(self, body: BodyGroup) -> bool:
        stands = [
            standing(self.story.doc, *self.words.range(m.first, m.last)) for m in body.mentions
        ]
        if body.mentions[0].entity and body.known is None:
            return any(s in ACTS for s in stands) and self._looks_like_body(body)
        if any(s in ACTS for s in stands):
            return True
        if body.mentions[0].small:
            return False
        return any(s not in _INSIDE for s in stands)

    def _looks_like_body(self, body: BodyGroup) -> bool:
        agency = self.story.dateline.agency if self.story.dateline else None
        first = body.mentions[0]
        return first.last - first.first > 1 and body.name != agency

    def _place_before(self, place: int) -> str | None:
        """'In Moscow, ... said': the country of the place that opens the sentence."""
        classes = self.words.classes
        begin = max(classes.rfind(kind, 0, place) for kind in ".n") + 1
        while begin < place and classes[begin] in "qv":
            begin += 1
        if begin + 1 < place and classes[begin] == "f" and classes[begin + 1] in "GC":
            return place_code(self.words, begin + 1)
        return None

    def _country_of(self, place: int) -> tuple[str | None, dict[str, str]]:
        """Country of a national office or body that is printed without one."""
        code = self._place_before(place)
        if code:
            return code, {"country": "place"}
        return self._home, {"country": "dateline"} if self._home else {}

    def _body(self, body: BodyGroup) -> ParticipantFinding:
        country, inferred = self._body_country(body)
        known = body.known
        forms = list(dict.fromkeys(body.forms))
        return ParticipantFinding(
            name=body.name,
            kind="organization",
            mentions=tuple(self.words.range(m.first, m.last) for m in body.mentions),
            rule=f"participants.organization.{body.rule}",
            inferred=inferred,
            country=country,
            aliases=tuple(form for form in forms if form != body.name),
            actor=actor_code(country, known.sector if known else body.sector),
        )

    def _body_country(self, body: BodyGroup) -> tuple[str | None, dict[str, str]]:
        if body.known is not None:
            return body.known.country, {}
        if body.country or is_worldly(self.words, body):
            return body.country, {}
        for person in self.persons:
            if self._employers[id(person)] is body:
                code = person.country
                if code:
                    return code, {}
        return self._country_of(body.mentions[0].first)

    def _person(self, person: Person) -> ParticipantFinding:
        name = self.words.printed(person.at.first, person.at.last)
        role = person.role
        employer = self._employers[id(person)]
        country, inferred = person.country, dict[str, str]()
        if country is None and employer is not None:
            country, inferred = self._body_country(employer)
        elif country is None and role is not None and role.text:
            country, inferred = self._country_of(person.mentions[0].first)
        body = employer.name if employer else None
        if body is None and role and role.body:
            body = self.words.printed(*role.body)
        return ParticipantFinding(
            name=name,
            kind="person",
            mentions=tuple(self.words.range(m.first, m.last) for m in person.mentions),
            rule=person.rule,
            inferred=inferred,
            role=role.text if role else None,
            organization=body,
            country=country,
            aliases=tuple(form for form in names_in_order(self.words, person) if form != name),
            actor=actor_code(country, self._sector(person, employer)),
        )

    def _sector(self, person: Person, employer: BodyGroup | None) -> str | None:
        if employer is not None:
            sector = employer.known.sector if employer.known else employer.sector
            if sector:
                return sector
        return person.sector
