"""Persons, bodies and countries of one story set against one another."""

from __future__ import annotations

from collections.abc import Iterator

from newsextract.parsers.participants.actors import actor_code
from newsextract.parsers.participants.bodies.acting import Acting, agencies
from newsextract.parsers.participants.bodies.grouping import BodyGroup, is_worldly, key_of
from newsextract.parsers.participants.bodies.seats import (
    countries_of_form,
    seat_beside,
    seat_inside,
)
from newsextract.parsers.participants.guests import guest_country, is_host
from newsextract.parsers.participants.home import SHARED, Home
from newsextract.parsers.participants.persons.employers import Employers
from newsextract.parsers.participants.persons.finder import Person, names_in_order
from newsextract.parsers.participants.persons.roles import Role, local_seat
from newsextract.parsers.participants.states import State, acting_by_organs, name_of
from newsextract.parsers.participants.words import Words, place_code
from newsextract.story import ParticipantFinding, Story

_RANKS = frozenset({"deputy", "vice", "first", "acting", "state", "former", "senior", "prime"})


_ENVOYS = frozenset({"mission", "delegation", "embassy"})


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
        self._agencies = agencies(story)
        self._names = {i for p in persons for m in p.mentions for i in range(m.first, m.last)}
        self._at = {i: b for b in bodies for m in b.mentions for i in range(m.first, m.last)}
        issuer = self._at.get(words.issuer[0]) if words.issuer else None
        country = issuer.country if issuer else None
        named = [state for state in states if state.takes_part]
        self._home = Home(story, words, persons, named, country, self._at)
        offices = {i for p in persons for m in p.mentions if m.role for i in range(*m.role.words)}
        acting = Acting(story, words, self._at, offices)
        employers = Employers(story, words, bodies, self._home, self._at, issuer, acting.is_wire)
        self._employers = {id(p): employers.of(p) for p in persons}
        self._by_staff = {
            id(self._employers[id(p)]): p.country for p in reversed(persons) if p.country
        }
        employed = {id(body) for body in self._employers.values()}
        self._acting = [
            b for b in bodies if acting.acts(b) or (id(b) in employed and acting.is_employer(b))
        ]
        acting_by_organs(words, self.states, self._acting)

    def findings(self) -> Iterator[ParticipantFinding]:
        """The participants, persons first."""
        for person in self.persons:
            if self.words.printed(person.at.first, person.at.last) not in self._agencies:
                yield self._person(person)
        for state in self.states:
            if not state.takes_part:
                continue
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

    def _body(self, body: BodyGroup) -> ParticipantFinding:
        country, inferred = self._body_country(body)
        forms = list(dict.fromkeys(body.forms))
        return ParticipantFinding(
            name=body.name,
            kind="organization",
            mentions=tuple(self.words.range(m.first, m.last) for m in body.mentions),
            rule=f"participants.organization.{body.rule}",
            inferred=inferred,
            country=country,
            aliases=tuple(form for form in forms if form != body.name),
            actor=actor_code(country, body.true_sector),
        )

    def _body_country(self, body: BodyGroup) -> tuple[str | None, dict[str, str]]:
        chapter = self._chapter(body)
        if chapter:
            return chapter, {}
        if body.known is not None:
            home = self._home.country
            shared = body.known.name in SHARED and body.known.country != home
            if shared and home and body.known.country not in self.words.codes.values():
                return home, {"country": self._home.source}
            # The table of bodies knows it, whether or not the text says so.
            return body.known.country, {"country": "lexicon"} if body.known.country else {}
        opening = self.words.bodies.get(body.mentions[0].first)
        branch = opening is not None and opening.sector == "NGO" and body.country
        if opening is not None and opening.country is None and not branch:
            return None, {}  # 'OSCE Special Monitoring Mission to Ukraine'
        if body.country:
            return body.country, {}
        firm = body.mentions[0].first in self.words.firms and "bank" not in body.name.lower()
        worldly = is_worldly(self.words, body) and not firm
        for mention in body.mentions:
            seat = seat_beside(self.words, mention.first, mention.last)
            if seat and (not worldly or body.sector == "EDU"):
                return seat, {"country": "gazetteer"}
        if worldly:
            return None, {}
        first = body.mentions[0]
        seat = self._home.named_in(first.first, first.last)
        seat = seat or seat_inside(self.words, first.first, first.last)
        if seat:
            return seat, {"country": "gazetteer"}
        code = self._by_staff.get(id(body))
        if code:
            return code, {}
        code, inferred = self._home.of(first.first, body=True)
        possible = countries_of_form(body.name)
        if possible and code not in possible:
            return possible[0] or None, {"country": "lexicon"}
        return code, inferred

    def _chapter(self, body: BodyGroup) -> str | None:
        """'The Turkish Red Crescent', 'the Swiss mission to the UN': a country's own part."""
        first, classes = body.mentions[0].first, self.words.classes
        place = first if classes[first] == "D" else first - 1
        if place < 0 or classes[place] != "D":
            return None
        ngo = body.known is not None and body.known.sector == "NGO" and not body.known.country
        mission = not _ENVOYS.isdisjoint(body.name.lower().split())
        return place_code(self.words, place) if ngo or mission else None

    def _ministry(self, role: Role) -> str | None:
        """Country of the ministry of the story that a minister without a country is of."""
        words = key_of(role.text or "")
        field = [word for word in words if not word.startswith("minister") and word not in _RANKS]
        if len(field) == len(words) or not field:
            return None
        before = [
            (mention.first, number)
            for number, body in enumerate(self.bodies)
            if "ministry" in body.name.lower() and set(field) <= set(key_of(body.name))
            for mention in body.mentions
            if mention.first < role.words[0]
        ]
        return self._body_country(self.bodies[max(before)[1]])[0] if before else None

    def _person(self, person: Person) -> ParticipantFinding:
        name = self.words.printed(person.at.first, person.at.last)
        role = person.role
        employer = self._employers[id(person)]
        country, inferred = person.country, dict[str, str]()
        if person.rule.endswith("sentence_before"):
            inferred["role"] = "sentence_before"
        if country is None and role is not None and (seat := local_seat(role.text)):
            country = self._home.seat(seat)
            inferred |= {"country": "gazetteer"} if country else {}
        if country is None and employer is not None:
            country, guessed = self._body_country(employer)
            if country is None:
                country, guessed = self._home_of_pair(employer, role)
            inferred |= guessed
        elif country is None and role is not None and role.text and person.sector != "REL":
            country, guessed = self._ministry(role), {"country": "sentence"}
            if country is None:
                at = role.words[0] or person.mentions[0].first
                country = guest_country(
                    self.words, self._home.states, self._home.country, role.text, at
                )
            if country is None:
                country, guessed = self._home.of(role.words[0] or person.mentions[0].first)
            if country and is_host(role.text, country):
                country, guessed = None, {}
            inferred |= guessed
        text = role.text if role else None
        body = employer.name if employer else None
        if employer is None and role is not None and role.body is not None:
            person_s = self._names.intersection(range(*role.body))
            kinds = self.words.classes[slice(*role.body)]
            if person_s or kinds[0].islower() or kinds == "B":
                owner = self.words.classes[role.body[1]] == "s"  # 'the agency's director'
                text = text if owner else role.whole
            else:
                body = self.words.printed(*role.body)
        if body is None:
            body = (role.side if role else None) or person.side
        return ParticipantFinding(
            name=name,
            kind="person",
            mentions=tuple(self.words.range(m.first, m.last) for m in person.mentions),
            rule=person.rule,
            inferred=inferred,
            role=text,
            organization=body,
            country=country,
            aliases=tuple(form for form in names_in_order(self.words, person) if form != name),
            actor=actor_code(country, self._sector(person, employer)),
        )

    def _home_of_pair(
        self, body: BodyGroup, role: Role | None
    ) -> tuple[str | None, dict[str, str]]:
        """'the Algeria-Niger Friendship Group' at home: its head is of the home country."""
        first = body.mentions[0]
        codes = [
            place_code(self.words, i)
            for i in range(first.first, first.last)
            if self.words.classes[i] in "CD"
        ]
        if len(codes) == 2 and self._home.country in codes:
            return self._home.country, {"country": self._home.source}
        return None, {}

    def _sector(self, person: Person, employer: BodyGroup | None) -> str | None:
        if employer is not None:
            sector = employer.true_sector
            if sector:
                return sector
        return person.sector
