"""Persons, bodies and countries of one story set against one another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsextract.lexicons.agencies import agency_of
from newsextract.lexicons.offices import body_words
from newsextract.parsers.participants.actors import actor_code
from newsextract.parsers.participants.bodies import BodyMention
from newsextract.parsers.participants.grouping import BodyGroup, is_worldly
from newsextract.parsers.participants.home import Home
from newsextract.parsers.participants.persons import Person, names_in_order
from newsextract.parsers.participants.roles import Role, local_seat
from newsextract.parsers.participants.standing import ACTS, informs, standing
from newsextract.parsers.participants.states import State, name_of
from newsextract.parsers.participants.words import Words, place_code
from newsextract.story import ParticipantFinding, Story

_INSIDE = frozenset({"in", "at", "under", "on", "compound", "nmod", "amod", "poss", "npadvmod"})
"""Standings of bodies that are named in passing: where something is, whose thing it is."""


_STAFF = frozenset(
    "chief director chair manager representative economist coordinator head executive".split()
)
_OF_MANY = frozenset("member members membership session sessions meeting meetings".split())
_HEADING = frozenset("heads leads runs chairs directs founded headed led represents".split())
_COMPANY_CHIEFS = frozenset(
    ["chief executive", "ceo", "managing director", "chief executive officer", "general manager"]
)
_PARTS = frozenset("department division directorate section unit desk".split())
_JUDGES = frozenset("judge justice arbitrator magistrate registrar".split())
_MANDARINS = frozenset(
    ["state secretary", "permanent secretary", "director general", "director-general"]
)
"""Heads of the staff of ministries, printed bare where the ministry has just been named."""
_NAMED_KINDS = frozenset({"BUS", "PTY", "NGO", "LAB"})
_ANY_GROUP = frozenset({"group", "organization", "organisation", "body", "alliance", "movement"})
_GROUPS = frozenset({"NGO", "LAB", "BUS", "EDU", "REL", "", None})
_AGENCY = re.compile(r"\b(?:News|Press|Telegraph|Information|Media) Agency\b|\bnews agency\b")


def _is_court(body: BodyGroup) -> bool:
    return (body.known.sector if body.known else body.sector) == "JUD"


def _agencies(story: Story) -> frozenset[str]:
    """Names of the wire that files the story, which is no participant."""
    agency = story.dateline.agency if story.dateline else None
    return frozenset({agency, agency.upper(), agency.title()}) if agency else frozenset()


def _standing_words(mention: BodyMention) -> tuple[int, int]:
    if mention.stands is None:
        return mention.first, mention.last
    return mention.stands, mention.stands + 1


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
        self._agencies = _agencies(story)
        self._names = {i for p in persons for m in p.mentions for i in range(m.first, m.last)}
        self._offices = {
            i for p in persons for m in p.mentions if m.role for i in range(*m.role.words)
        }
        self._at = {i: b for b in bodies for m in b.mentions for i in range(m.first, m.last)}
        self._by_noun: dict[str, list[BodyGroup]] = {}
        for body in bodies:
            self._by_noun.setdefault(body.name.lower().split()[-1], []).append(body)
        issuer = self._issuer()
        country = issuer.country if issuer else None
        self._home = Home(story, words, persons, states, country, self._at)
        self._employers = {id(p): self._employer(p) for p in persons}
        self._by_staff = {
            id(self._employers[id(p)]): p.country for p in reversed(persons) if p.country
        }
        employed = {id(body) for body in self._employers.values()}
        self._acting = [
            b for b in bodies if self._acts(b) or (id(b) in employed and self._is_employer(b))
        ]

    def _issuer(self) -> BodyGroup | None:
        """The body that issues the press release."""
        return self._at.get(self.words.issuer[0]) if self.words.issuer else None

    def findings(self) -> Iterator[ParticipantFinding]:
        """The participants, persons first."""
        for person in self.persons:
            if self.words.printed(person.at.first, person.at.last) not in self._agencies:
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
        """The body that a person is of: by the office phrase, 'its', or 'of' behind the name."""
        role = person.role
        if role is not None and role.body is not None:
            first, last = role.body
            for place in range(first, last):
                if place in self._at:
                    return self._at[place]
            if self.words.classes[first].islower() or self.words.classes[first:last] == "B":
                return self._called(self.words.printed(last - 1, last), first)
            return None
        if role is not None and role.text and self._belongs(role):
            return self._before(role.words[0])
        if role is not None and (role.text or "").lower() in _COMPANY_CHIEFS:
            return self._behind(role.words[1]) or self._before(role.words[0], firm=True)
        if role is not None and role.words[0] and role.kind != "counterpart":
            body = self._at.get(role.words[0] - 1) or self._at.get(role.words[0])
            if body is not None:
                return body
        if role is not None and "commissioner" in (role.text or "").lower() and not role.country:
            body = self._called("commission", role.words[0])
            if body is not None and body.mentions[0].first < role.words[0]:
                return body
        if role is not None and "spokes" in (role.text or "").lower():
            bare = role.country is None and (role.text or "")[:1] in "sS"
            body = self._issuer() or (self._before(role.words[0]) if bare else None)
            if body is not None:
                return body
        counterpart = person.rule.endswith(".counterpart")
        if role is not None and role.text and role.body is None and not counterpart:
            body = self._bench(role)
            if body is not None:
                return body
        if role is not None and person.rule.endswith(".apposition") and self._is_staff(role):
            body = self._telling(role.words[0])
            if body is not None:
                return body
        at = person.mentions[0].first
        led = self._home.leads(role.words[0] if role and role.words[0] else at)
        if led is not None and led in self._at:
            return self._at[led]
        for mention in person.mentions:
            body = self._behind(mention.last)
            if body is not None:
                return body
        return self._sender(role)

    def _bench(self, role: Role) -> BodyGroup | None:
        """'Judge X', 'State Secretary X': the court, the ministry that is told of before."""
        office = (role.text or "").lower()
        court = office.split()[-1] in _JUDGES
        if not court and office not in _MANDARINS:
            return None
        fits = [
            (m.first, n)
            for n, body in enumerate(self.bodies)
            if (_is_court(body) if court else "ministry" in body.name.lower())
            and (not role.country or body.country in {None, role.country})
            for m in body.mentions
            if role.words[0] - (400 if court else 60) < m.first < role.words[0]
        ]
        return self.bodies[max(fits)[1]] if fits else None

    def _is_staff(self, role: Role) -> bool:
        """Is it an office in a body that the phrase doesn't name ('head of sales')?"""
        office = set((role.text or "").lower().replace("-", " ").split())
        return role.country is None and bool(_STAFF & office) and "minister" not in office

    def _telling(self, place: int) -> BodyGroup | None:
        """'Cortiva will open a plant, said X, head of sales': the body that acts before."""
        classes, limit = self.words.classes, max(0, place - 60)
        begin = max(classes.rfind(kind, limit, place) for kind in ".n") + 1
        acting = {
            id(body): body
            for body in self.bodies
            for m in body.mentions
            if begin <= m.first < place
            and standing(self.story.doc, *self.words.range(m.first, m.last)) == "nsubj"
        }
        return acting.popitem()[1] if len(acting) == 1 else None

    def _sender(self, role: Role | None) -> BodyGroup | None:
        """Whose staff bare offices are of, where an international body tells of one country."""
        if self._home.source != "only_country" or role is None or role.country or not self.bodies:
            return None
        first = self.bodies[0]
        office = (role.text or "").lower()
        staff = bool(_STAFF.intersection(office.split())) and "minist" not in office
        return first if staff and first.known and first.known.country is None else None

    def _behind(self, place: int) -> BodyGroup | None:
        """'X of the opposition Hayastan faction', 'X, who heads the rights group Chronika'."""
        words, classes = self.words, self.words.classes
        if classes[place] == "f" and words.printed(place, place + 1) != "from":
            return None
        if classes[place] == "c" and words.printed(place + 1, place + 2) == "who":
            if words.printed(place + 2, place + 3) not in _HEADING:
                return None
            place += 2
        elif classes[place] == "c" and words.printed(place + 1, place + 2) == "from":
            place += 1
        elif classes[place] not in "of":
            return None
        for i in range(place + 1, min(place + 8, len(classes))):
            if i in self._at:
                return self._at[i]
            if classes[i] not in "tmDGwxyb-":
                return None
        return None

    def _belongs(self, role: Role) -> bool:
        """Is the office that of a body or country named before ('its director')?"""
        first = role.words[0]
        return first > 0 and self.words.printed(first - 1, first).lower() in {"its", "their"}

    def _before(self, place: int, *, firm: bool = False) -> BodyGroup | None:
        """The body named last before word `place`, in the same or the previous paragraph."""
        classes = self.words.classes
        begin = max(0, place - 60)
        begin = max(begin, classes.rfind("n", begin, max(begin, classes.rfind("n", begin, place))))
        for i in range(place - 1, begin, -1):
            if i in self._at and (not firm or self._is_firm(self._at[i])):
                return self._at[i]
            if classes[i] == "C" and not firm:
                return None
        return None

    def _is_firm(self, body: BodyGroup) -> bool:
        """May a chief executive be its?"""
        if body.sector == "BUS":
            return not body.name.endswith("Exchange")
        first = body.mentions[0]
        bare = "B" not in self.words.classes[first.first : first.last]
        return bare and body.known is None and not self._is_wire(body)

    def _called(self, noun: str, place: int) -> BodyGroup | None:
        """'the commission': the one body whose name ends with the noun, or explains it."""
        noun = noun.lower()
        called = self._by_noun.get(noun, [])
        if len(called) == 1:
            return called[0]
        if not called:
            holding = [b for b in self.bodies if noun in b.name.lower().split()]
            if len(holding) == 1:
                return holding[0]
        if self.words.classes[place + 1 : place + 2] == "c" and place + 2 in self._at:
            return self._at[place + 2]
        return self._last_of(noun, place)

    def _last_of(self, noun: str, place: int) -> BodyGroup | None:
        """'the group's president': of bodies of that kind, the one named last before."""
        kind = body_words().get(noun)
        fits = [
            (m.first, n)
            for n, body in enumerate(self.bodies)
            if noun in body.name.lower().split()
            or (kind in _NAMED_KINDS and (body.sector or kind) == kind)
            or (noun in _ANY_GROUP and body.sector in _GROUPS)
            for m in body.mentions
            if place - 150 < m.first < place
        ]
        return self.bodies[max(fits)[1]] if fits else None

    def _acts(self, body: BodyGroup) -> bool:
        """Does a body take part: does it act, speak, get something?"""
        if self._is_wire(body):
            return False
        mentions = [m for m in body.mentions if m.first not in self._offices]
        mentions = [m for m in mentions if not self._has_member(m)]
        doc = self.story.doc
        stands = [standing(doc, *self.words.range(*_standing_words(m))) for m in mentions]
        if any(s in ACTS for s in stands):
            return body.rule != "entity" or self._is_sure(body)
        if any(self._speaks_through(m) for m in body.mentions):
            return True
        if body.rule == "ministry":
            return False
        if any(informs(doc, *self.words.range(m.first, m.last)) for m in mentions):
            return True
        if body.rule == "entity" or body.sector == "JRN" or body.is_event:
            return False
        named_by_kind = any(m.stands is not None for m in mentions)
        if body.rule == "explained" and (body.sector == "PTY" or named_by_kind):
            return False
        passing = _INSIDE - {"poss"} if body.owns else _INSIDE
        if any(self.words.classes[m.last : m.last + 3] in {"(O)", "(N)"} for m in mentions):
            passing = _INSIDE - {"in", "at", "on"}  # what gets a short form is spoken of
        return any(s not in passing for s in stands)

    def _is_employer(self, body: BodyGroup) -> bool:
        """Does a body that only an office names take part?

        Not so a part of a ministry ('the Asian Countries Department'), nor a party, which says
        on what side somebody is.
        """
        sector = body.known.sector if body.known else body.sector
        last = body.name.split()[-1].lower()
        part = last in _PARTS and body.country != "US" and body.known is None
        return not part and sector != "PTY"

    def _has_member(self, mention: BodyMention) -> bool:
        """'a member of the Council', 'a session of the Council': not itself takes part."""
        place = mention.first - 1
        while place > 0 and self.words.classes[place] == "t":
            place -= 1
        if place < 1 or self.words.classes[place] != "o":
            return False
        return self.words.printed(place - 1, place).lower() in _OF_MANY

    def _is_wire(self, body: BodyGroup) -> bool:
        """Is it a news agency, which reports on what happens and takes no part in it?"""
        if body.known is not None:
            return False
        if _AGENCY.search(body.name) or body.name in self._agencies:
            return True
        return body.rule in {"entity", "explained"} and agency_of(body.name) is not None

    def _is_sure(self, body: BodyGroup) -> bool:
        """Is a name that the model alone takes for a body's more than one single word?"""
        first = body.mentions[0]
        if first.last - first.first > 1 or len(body.mentions) > 1:
            return True
        return self.words.classes[first.last] == "a" and first.last + 1 in self._at

    def _speaks_through(self, mention: BodyMention) -> bool:
        """'a Foreign Office spokesman', 'a JICA official': somebody unnamed speaks for it."""
        words, place = self.words, mention.last
        stop = min(place + 8, len(words.classes) - 1)
        while place < stop and words.classes[place] in "HjMmPx":
            place += 1
        if place == mention.last or words.classes[place - 1] not in "Hj":
            return False
        if words.classes[place] in "Nh":
            return False
        return standing(self.story.doc, *words.range(place - 1, place)) in ACTS

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
            # The table of bodies knows it, whether or not the text says so.
            return body.known.country, {"country": "lexicon"} if body.known.country else {}
        if body.country or is_worldly(self.words, body):
            return body.country, {}
        code = self._by_staff.get(id(body))
        if code:
            return code, {}
        return self._home.of(body.mentions[0].first, body=True)

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
            country, guessed = self._home.of(role.words[0] or person.mentions[0].first)
            inferred |= guessed
        text = role.text if role else None
        body = employer.name if employer else None
        if employer is None and role is not None and role.body is not None:
            person_s = self._names.intersection(range(*role.body))
            kinds = self.words.classes[slice(*role.body)]
            if person_s or kinds[0].islower() or kinds == "B":
                text = role.whole
            else:
                body = self.words.printed(*role.body)
        if body is None and role is not None:
            body = role.side
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
            sector = employer.known.sector if employer.known else employer.sector
            if sector:
                return sector
        return person.sector
