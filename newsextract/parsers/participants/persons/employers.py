"""The body that a person is of, as the person's office and what stands around it say."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsextract.lexicons.companies import company_words
from newsextract.lexicons.offices import body_words
from newsextract.parsers.participants.actors import sector_of
from newsextract.parsers.participants.bodies.grouping import BodyGroup, is_state_bank
from newsextract.parsers.participants.home import Home
from newsextract.parsers.participants.persons.finder import Person
from newsextract.parsers.participants.persons.offices import is_rank
from newsextract.parsers.participants.persons.roles import Role
from newsextract.parsers.participants.standing import standing
from newsextract.parsers.participants.words import Words
from newsextract.story import Story

_STAFF = frozenset(
    "chief director chair manager representative economist coordinator head executive".split()
)
_BARE = "chairman chairwoman chairperson chair officer manager director curator rector"
_BARE_STAFF = frozenset(f"{_BARE} prosecutor registrar treasurer commandant founder".split())
_SECRETARIES = frozenset({"general secretary", "secretary general", "secretary-general"})
_STATESMEN = frozenset("minister state prime government police district".split())
_NATIONAL = frozenset("minister ministers premier ambassador envoy parliament".split())
"""Words of offices that are a country's where 'its' stands before them."""
_HEAD_OF = re.compile(r"(?:deputy )?(?:head|chief) of (?P<body>mission|agency|delegation|office)$")
"""Heads of the body that the text tells of ('Head of Mission X')."""
_UNION = frozenset({"EU", "European Union"})
_HEADING = frozenset("heads leads runs chairs directs founded headed led represents".split())
_COMPANY_CHIEFS = frozenset(
    ["chief executive", "ceo", "managing director", "chief executive officer", "general manager"]
)
_SPEAKERS = frozenset({"speaker", "deputy speaker"})
_FORCES = frozenset({"MIL", "COP"})
_JUDGES = frozenset("judge justice arbitrator magistrate registrar".split())
_GOVERNORS = frozenset(
    ["governor", "deputy governor", "vice governor", "first deputy governor", "vice-governor"]
)
"""Heads of central banks, where none of a place is meant."""
_MANDARINS = frozenset(
    [
        *("state secretary", "permanent secretary", "director general", "director-general"),
        *("minister", "deputy minister", "vice minister", "first deputy minister"),
    ]
)
"""Heads of the staff of ministries, printed bare where the ministry has just been named."""
_NAMED_KINDS = frozenset({"BUS", "PTY", "NGO", "LAB"})
_ANY_GROUP = frozenset({"group", "organization", "organisation", "body", "alliance", "movement"})
_OWNERS = frozenset({"its", "their", "whose"})
_ACTING = frozenset({"nsubj", "according"})
_WATCHERS = frozenset({"regulator", "watchdog"})
_GROUPS = frozenset({"NGO", "LAB", "BUS", "EDU", "REL", "", None})


def _is_court(body: BodyGroup) -> bool:
    name = body.name.lower().split()
    return body.true_sector == "JUD" or "court" in name or "tribunal" in name


class Employers:
    """Finds the bodies that the persons of one story are of.

    Attributes:
        issuer: the body that issues the press release.
        at: bodies by their words.
    """

    def __init__(
        self,
        story: Story,
        words: Words,
        bodies: list[BodyGroup],
        home: Home,
        at: dict[int, BodyGroup],
        issuer: BodyGroup | None,
        is_wire: Callable[[BodyGroup], bool],
    ) -> None:
        self.story, self.words, self.bodies = story, words, bodies
        self.at, self.issuer = at, issuer
        self._home, self._is_wire = home, is_wire
        self._spans = {
            i: (m.first, m.last) if m.stands is None else (m.stands, m.stands + 1)
            for b in bodies
            for m in b.mentions
            for i in range(m.first, m.last)
        }
        self._by_noun: dict[str, list[BodyGroup]] = {}
        for body in bodies:
            self._by_noun.setdefault(body.name.lower().split()[-1], []).append(body)

    def of(self, person: Person) -> BodyGroup | None:
        """The body that a person is of: by the office phrase, 'its', or 'of' behind the name."""
        role = person.role
        if role is not None and role.body is not None:
            first, last = role.body
            for place in range(first, last):
                if place in self.at:
                    return self.at[place]
            if self._belongs(first):
                return self._owner(first)  # 'its board chairwoman'
            if self.words.classes[first].islower() or self.words.classes[first:last] == "B":
                return self._called(self.words.printed(last - 1, last), first)
            return None
        office = ((role.text if role else None) or "").lower().removeprefix("group ")
        if role is not None and role.text and self._belongs(role.words[0]):
            return self._owner(role.words[0], firm=office in _COMPANY_CHIEFS, office=office)
        if role is not None and office in _COMPANY_CHIEFS:
            grouped = (role.text or "")[:6].lower() == "group "
            return (
                self._behind(role.words[1])
                or (
                    self._nearest(self._by_noun.get("group", []), role.words[0])
                    if grouped
                    else None
                )
                or self._before(role.words[0], firm=True)
                or self._only_firm(role.words[0])
            )
        if role is not None and role.words[0] and role.kind != "counterpart":
            ended = self.words.spelled[role.words[0] - 1][-1:] == "." and "minister" in office
            before = None if ended else self.at.get(role.words[0] - 1)  # '... Corp. Minister X'
            body = before or self.at.get(role.words[0])
            if body is not None:
                return body
        if role is not None and "commissioner" in (role.text or "").lower() and not role.country:
            body = self._called("commission", role.words[0])
            if body is not None and body.mentions[0].first < role.words[0]:
                return body
        if office == "high representative" and role is not None and not role.country:
            return next((body for body in self.bodies if body.name in _UNION), None)
        mission = _HEAD_OF.match(office)
        if role is not None and mission is not None:
            body = self._called(mission["body"], role.words[0])
            if body is not None:
                return body
        if role is not None and "spokes" in (role.text or "").lower():
            bare = role.country is None and (role.text or "")[:1] in "sS"
            body = self.issuer or (self._before(role.words[0]) if bare else None)
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
        if led is not None and not (role and role.country):
            noun = self.words.classes[led] == "b" and led not in self.at
            body = self._called(self.words.spelled[led], led) if noun else self.at.get(led)
            if body is not None:
                return body
        for mention in person.mentions:
            body = self._behind(mention.last) or self._possessor(mention.first)
            if body is not None:
                return body
        if role is not None and person.rule.endswith(".title_before") and self._is_bare(role):
            body = self._before(role.words[0], acting=True)
            if body is not None:
                return body
        known = person.country or led is not None
        return self._sender(role) or (None if known else self._force(role))

    def _force(self, role: Role | None) -> BodyGroup | None:
        """'Superintendent X' where one police force or army is told of."""
        if role is None or not role.words[0] or role.country or not is_rank(role.text):
            return None
        forces = {
            id(body): body
            for body in self.bodies
            if body.true_sector in _FORCES
            and (sector_of(role.text) in _FORCES or "uperintendent" in (role.text or ""))
            and body.mentions[0].first < role.words[0]
        }
        return next(iter(forces.values())) if len(forces) == 1 else None

    def _possessor(self, place: int) -> BodyGroup | None:
        """'Redfern's X', 'the institute's X'."""
        classes, owner = self.words.classes, place - 2
        if owner < 0 or classes[place - 1] != "s":
            return None
        if classes[owner] == "b" and classes[owner - 1 : owner] == "t":
            return self._called(self.words.spelled[owner], owner)
        return self.at.get(owner)

    def _bench(self, role: Role) -> BodyGroup | None:
        """'Judge X', 'State Secretary X': the court, the ministry that is told of before."""
        office = (role.text or "").lower()
        if office in _GOVERNORS and not role.country:
            banks = [body for body in self.bodies if is_state_bank(body.name)]
            named = [body for body in banks if not body.name.islower()] or banks
            return named[0] if len(named) == 1 else None
        if office in _SPEAKERS and not role.country:
            chambers = [b for b in self.bodies if b.true_sector == "LEG"]
            before = [b for b in chambers if b.mentions[0].first < role.words[0]]
            return before[0] if len(before) == 1 else None
        court = office.split()[-1] in _JUDGES
        if not court and office not in _MANDARINS:
            return None
        fits = [
            (self._is_subject(m.first), m.first, n)
            for n, body in enumerate(self.bodies)
            if (_is_court(body) if court else "ministry" in body.name.lower())
            and (not role.country or body.country in {None, role.country})
            for m in body.mentions
            if role.words[0] - (400 if court else 60) < m.first < role.words[0]
        ]
        return self.bodies[max(fits)[2]] if fits else None

    def _is_staff(self, role: Role) -> bool:
        """Is it an office in a body that the phrase doesn't name ('head of sales')?"""
        office = set((role.text or "").lower().replace("-", " ").split())
        return role.country is None and bool(_STAFF & office) and "minister" not in office

    def _is_bare(self, role: Role) -> bool:
        """'Group managing director X', 'general secretary X': of what is spoken of?"""
        text = (role.text or "").lower()
        office = set(text.replace("-", " ").split())
        heads = text in _SECRETARIES or not office.isdisjoint(_BARE_STAFF)
        article = self.words.classes[role.words[0] - 1 : role.words[0]] in {"t", "D", "C"}
        whole = " of " not in text.removesuffix(" of the board")
        bare = heads and not article and role.country is None and whole
        return bare and office.isdisjoint(_STATESMEN)

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
        who = place + 1 if classes[place] == "c" else -1
        if classes[place : place + 2] == "ct":
            ahead = words.spelled[place : min(place + 7, len(classes))]
            who = place + ahead.index("who") if "who" in ahead else who  # 'X, the lord who chairs'
        if who > 0 and words.printed(who, who + 1) == "who":
            if words.printed(who + 1, who + 2) not in _HEADING:
                return None
            place = who + 1
        elif classes[place] == "c" and (
            words.printed(place + 1, place + 2) == "from" or classes[place + 1] == "o"
        ):
            place += 1
        elif classes[place] not in "of":
            return None
        for i in range(place + 1, min(place + 8, len(classes))):
            if i in self.at:
                return self.at[i]
            if classes[i] == "b" and classes[i - 1] == "t" and classes[i + 1] not in "bNOGPB":
                return self._called(words.spelled[i], i)
            if classes[i] not in "tmDGwxyb-" and words.spelled[i] != "based":
                return None
        return None

    def _belongs(self, place: int) -> bool:
        """Is the office at word `place` that of a body or country named before?

        'Its director', 'its local head', 'its Lagos chairman'.
        """
        first = place - 1
        while first > 0 and place - first < 4 and self.words.classes[first] in "yxwmMGN":
            first -= 1
        return first >= 0 and self.words.spelled[first].lower() in _OWNERS

    def _owner(self, place: int, *, firm: bool = False, office: str = "") -> BodyGroup | None:
        """Who 'its' before word `place` means: what acts in the sentence, else is named last."""
        state = not _NATIONAL.isdisjoint(office.split())
        if self.words.spelled[place - 1].lower() == "whose":
            short = 3 * (self.words.classes[place - 3] == ")")
            return self.at.get(place - 3 - short)  # 'the court (ICJ), whose president ...'
        if self.words.classes[place - 2] == "a" and place - 3 in self.at:
            return self.at[place - 3]  # 'the bank barred Redfern and its chairman'
        for body in (self._telling(place), self._before(place, state=state)):
            if body is not None and not (firm and "ministry" in body.name.lower()):
                return body
        return (firm and self._before(place, firm=True)) or self._before(place, state=state)

    def _before(
        self, place: int, *, firm: bool = False, acting: bool = False, state: bool = False
    ) -> BodyGroup | None:
        """The body before word `place` that is spoken of, in the same or the previous paragraph.

        It is the one that last stood as a subject, else (unless `acting`) the one named last.
        'The company' names what it means. None behind a country that acts, or that is named
        where the office is a `state`'s.
        """
        classes, last = self.words.classes, None
        begin = max(0, place - 60)
        begin = max(begin, classes.rfind("n", begin, max(begin, classes.rfind("n", begin, place))))
        for i in range(place - 1, begin, -1):
            body = self.at.get(i)
            if body is None and classes[i] == "b" and classes[i - 1] == "t":
                alone = classes[i + 1] not in "bNOGPB"
                body = self._called(self.words.spelled[i], i) if alone else None
            if body is not None and (not firm or self._is_firm(body)):
                if self._is_subject(i):
                    return body
                last = last or (None if acting else body)
            elif classes[i] == "C" and not firm and i not in self.at:
                if state or self._is_subject(i):
                    return last
            elif classes[i] in ".n" and last is not None:
                return last  # what the sentence before names, though nothing acts there
        return last

    def _is_subject(self, place: int) -> bool:
        span = self._spans.get(place, (place, place + 1))
        return standing(self.story.doc, *self.words.range(*span)) in _ACTING

    def _only_firm(self, place: int) -> BodyGroup | None:
        """The one company named before word `place`, however far."""
        before = (body for body in self.bodies if body.mentions[0].first < place)
        firms = [body for body in before if body.sector == "BUS" and self._is_firm(body)]
        return firms[0] if len(firms) == 1 else None

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
        forms = {noun, f"{noun}s", noun.removesuffix("s")}  # 'the shipyard' of 'X Shipyards'
        forms |= {"committee", "commission"} if noun == "panel" else set()
        holding = [b for b in self.bodies if forms.intersection(b.name.lower().split())]
        before = [b for b in holding if b.mentions[0].first < place]
        if len(before or holding) == 1:
            return (before or holding)[0]
        called = [b for b in before or holding if b in self._by_noun.get(noun, [])]
        if len(called) == 1 and not before:
            return called[0]
        if before:
            return self._nearest(before, place)
        if self.words.classes[place + 1 : place + 2] == "c" and place + 2 in self.at:
            return self.at[place + 2]
        return self._last_of(noun, place)

    def _nearest(self, bodies: list[BodyGroup], place: int) -> BodyGroup | None:
        """That of `bodies` that is told of last before word `place`.

        What acts goes before what is only named, but not before what the same paragraph names.
        """
        here = self.words.classes.rfind("n", 0, place)
        fits = [
            (m.first > here, self._is_subject(m.first), m.first, n)
            for n, body in enumerate(bodies)
            for m in body.mentions
            if place - 150 < m.first < place
        ]
        return bodies[max(fits)[3]] if fits else None

    def _last_of(self, noun: str, place: int) -> BodyGroup | None:
        """'the group's president': of bodies of that kind, the one named last before."""
        kind = "GOV" if noun in _WATCHERS else body_words().get(noun)
        kind = kind or ("BUS" if noun in company_words("kind") else None)
        fits = [
            body
            for body in self.bodies
            if noun in body.name.lower().split()
            or (kind in _NAMED_KINDS and (body.sector or kind) == kind)
            or (kind and body.true_sector == kind)
            or (noun in _ANY_GROUP and body.sector in _GROUPS)
        ]
        spelled = self.words.spelled
        called = [b for b in fits if any(spelled[m.first - 1].lower() == noun for m in b.mentions)]
        return self._nearest(called or fits, place)  # 'the union IG Metall ... the union's head'
