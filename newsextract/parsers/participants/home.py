"""The country of offices and bodies that are printed without one: where a story is at home."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container

from newsextract.lexicons.agencies import agency_country, agency_of, home_of
from newsextract.lexicons.countries import find_countries
from newsextract.lexicons.places import cities_called, country_of_city
from newsextract.lexicons.regions import region_of
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.participants.guests import ENVOY, side_of
from newsextract.parsers.participants.persons.finder import Person
from newsextract.parsers.participants.standing import standing
from newsextract.parsers.participants.states import State
from newsextract.parsers.participants.words import Words, place_code
from newsextract.story import DatelineFinding, Story

_COUNTRIES = re.compile("[CDG]")
_MARKED = re.compile(r"[DC]s?[xyPMm]{0,3}[Hj]")
"""'Portugal's president', 'the Portuguese finance minister'"""
_THE_LAND = frozenset("country nation kingdom republic sultanate emirate".split())
"""'the country's education minister'"""
_MARKED_BODY = re.compile(r"[DC]s?[xyPMmwNv]{0,3}[HjBb]")
_LEADING = frozenset({"led", "headed", "chaired"})
_COUNTERPART = re.compile(r"r(?P<of>[DC])s?[Mm]?k")


_SENDS = re.compile(r" (?:report|correspondent|learn|has learn)|[.,]? *\n")
"""Behind the name of the agency that sends the story."""
_BESIDE = frozenset({"from", "with", "dobj"})
"""How a body stands that gives or takes part, but sends no story."""
SHARED = frozenset({"Foreign Office", "Home Office"})
"""Ministries of several countries."""
_SEATS = word_list("participant_words.tsv", "seats")
_LARGE = 300_000
_TOWN = 50_000
_TOWN_NAME = re.compile(r"(?<![NG])G{1,3}(?![NG])")


class Home:
    """Where a story is at home.

    Attributes:
        country: code of the country of what is printed without one; None where unknown.
        source: what says so, as in ``evidence.inferred``.
    """

    def __init__(
        self,
        story: Story,
        words: Words,
        persons: list[Person],
        states: list[State],
        issuer: str | None,
        bodies: Container[int],
    ) -> None:
        """`issuer` is the country of the body that issues the story; `bodies` their words."""
        self.story, self.words, self.persons, self.states = story, words, persons, states
        self._issuer, self._bodies = issuer, bodies
        coded = (place_code(words, match.start()) for match in _COUNTRIES.finditer(words.classes))
        self._named = Counter(code for code in coded if code)
        known = (body for body in words.bodies.values() if body.name not in SHARED)
        self._named.update(body.country for body in known if body.country)
        self.country, self.source = self._home_country()

    def of(self, place: int, *, body: bool = False) -> tuple[str | None, dict[str, str]]:
        """Country of a national office or body that is printed without one."""
        code = side_of(self.words, place) or self._place_before(place) or self._led(place)
        if code is None and (self.country is None or self.country not in self._named):
            code = self._spoken_for(place, begins=place if body else None)
        if code:
            return code, {"country": "sentence"}
        if self.country and self.country == self._counterpart(place):
            agency = self.story.dateline.agency if self.story.dateline else None
            guest = agency_country(agency or "")
            return (guest, {"country": "agency"}) if guest in self._named else (None, {})
        return self.country, {"country": self.source} if self.country else {}

    def leads(self, place: int) -> int | None:
        """Word of the country, body or its noun that is 'led by' the name at word `place`."""
        words, begin = self.words, max(0, place - 4)
        verbs = [words.printed(i, i + 1).lower() for i in range(begin, place)]
        if "by" not in verbs or not _LEADING.intersection(verbs):
            return None
        limit = max(0, place - 40)
        begin = max(limit, *(words.classes.rfind(kind, limit, place) for kind in ".n"))
        for i in range(place - 1, begin, -1):
            if words.classes[i] in "CD" or i in self._bodies:
                return i
            if words.classes[i - 1 : i + 1] == "tb" and words.classes[i + 1] == "c":
                return i  # 'The committee, chaired by X'
        return None

    def _home_country(self) -> tuple[str | None, str]:
        """Country of offices and bodies printed without one: the dateline's.

        A story that never names that country but one other alone is about the other: banks
        and organizations file from their seats.
        """
        dateline = self.story.dateline
        if dateline is None or not dateline.places:
            home = self.words.home or self._issuer
            if home:
                return home, "header"
            sender = self._sender()
            return (sender, "agency") if sender else self._most_named()
        # 'ATHENS/NICOSIA': the one that the story is about
        homes = (place.country for place in dateline.places)
        home = max(homes, key=lambda code: self._named[code or ""])
        guest = home_of(dateline.agency or "")
        if guest and home and guest != home and min(self._named[guest], self._named[home]) > 1:
            marked = self._marked()
            if home in marked and guest not in marked:
                return guest, "agency"  # a visit abroad, told by the guests' own agency
        if home in self._named or not self.states:
            return home, "dateline"
        at_seat = dateline.places[0].city in _SEATS
        if not (at_seat or self._is_of_the_world("n")) and (
            self._says_home(dateline, home)
            or (len(self.states) == 1 and self.states[0].code in self._marked())
        ):
            return home, "dateline"
        if len(self.states) == 1:
            alone = self.states[0].code
            most, times = self._named.most_common(1)[0]
            return (most if times > self._named[alone] else alone), "only_country"
        if at_seat or self._is_of_the_world(".n"):
            code, source = self._most_named()
            return (code, source) if code or at_seat else (home, "dateline")
        others = [code for code, times in self._named.items() if times > 1]
        return self._most_named() if len(others) > 1 else (home, "dateline")

    def _says_home(self, dateline: DatelineFinding, home: str | None) -> bool:
        """Does the dateline name the country, or does a national agency of it send the story?"""
        if dateline.agency and home_of(dateline.agency) == home:
            return True
        head = self.story.text[slice(*dateline.range)]
        return any(word.code == home for word in find_countries(head))

    def _is_of_the_world(self, ends: str) -> bool:
        """Does an international body begin the story, so that its seat is all that is there?

        It stands before the first word of a class of `ends`.
        """
        end = min(i for k in ends if (i := (self.words.classes + ".n").find(k)) >= 0)
        return any(
            i < end
            and known.country is None
            and standing(self.story.doc, *self.words.range(i, i + 1)) not in _BESIDE
            for i, known in self.words.bodies.items()
        )

    def _sender(self) -> str | None:
        """The country of the one national agency that sends the story, where that is named too."""
        text, entities = self.words.text, self.words.entities
        agencies = {
            agency_of(text[start:end])
            for start, end, _ in entities
            if _SENDS.match(text, end) or text.endswith("reported by ", 0, start)
        }
        for block in self.story.reading.layout.blocks:
            if block.start < self.story.body:
                agencies.add(agency_of(text[block.start : block.end]))
        homes = {home_of(agency) for agency in agencies if agency}
        home = homes.pop() if len(homes) == 1 else None
        return home if home in self._named else None

    def _most_named(self) -> tuple[str | None, str]:
        """The country that the story is at home in, by how it names countries.

        Home news prints its own offices without a country, and foreign ones with it; envoys
        are foreign. So home is the one that is named often and in no such way. Else it is the
        country that the story names at least twice as often as any other, and twice.
        """
        named = self._named + self._regions()
        ranked = named.most_common()
        if not ranked or ranked[0][1] < 2:
            return self._once_named(named)
        often = [code for code, times in ranked if times > 1 and 3 * times >= ranked[0][1]]
        for foreign in (self._envoys(), self._marked()) if len(often) > 1 else ():
            home = [code for code in often if code not in foreign]
            if len(home) == 1:
                return home[0], "unmarked"
        if len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]:
            first, acts = self._first_named()
            known = first in often and (acts or first == ranked[0][0])
            return (first, "most_named") if known else (None, "")
        return ranked[0][0], "most_named"

    def _once_named(self, named: Counter[str]) -> tuple[str | None, str]:
        """Home of a story that names no country twice: that of most towns, else the unmarked."""
        towns = self._towns()
        for code in towns:
            towns[code] += named[code]
        ranked = towns.most_common(2)
        if ranked and (len(ranked) < 2 or ranked[0][1] > ranked[1][1]):
            return ranked[0][0], "gazetteer"
        marked = self._marked(_MARKED_BODY)
        home = [code for code in named if code not in marked]
        if len(home) == 1 < len(named):
            return home[0], "unmarked"
        first, acts = self._first_named()  # 'The Chilean Senate voted'
        alone = len(named) == 1 and first not in self.words.codes.values()  # by its own body
        if first and first not in self._marked() and (acts or alone or first in marked):
            return first, "most_named"
        return None, ""

    def _towns(self) -> Counter[str]:
        """How often the story names larger towns of each country."""
        words = self.words
        runs = (run.span() for run in _TOWN_NAME.finditer(words.classes))
        names = {words.printed(*run) for run in runs if run[0] not in words.codes}
        towns = (name for name in names if any(c.weight > _TOWN for c in cities_called(name)[:1]))
        codes = map(country_of_city, towns)
        return Counter(code for code in codes if code)

    def _first_named(self) -> tuple[str | None, bool]:
        """The one country that acts in the first sentence, else the one that it names; if acts."""
        words, classes = self.words, self.words.classes
        begin = words.issuer[1] if words.issuer else 0
        while begin < len(classes) and classes[begin] in "vn.;":
            begin += 1
        end = min((i for k in ".n" if (i := classes.find(k, begin)) >= 0), default=len(classes))
        coded = {i: code for i in range(begin, end) if (code := place_code(words, i))}
        known = {i: words.bodies[i] for i in range(begin, end) if i in words.bodies}
        coded |= {i: b.country for i, b in known.items() if b.country and b.sector != "BUS"}
        acting = {
            code
            for i, code in coded.items()
            if standing(self.story.doc, *words.range(i, i + 1)) == "nsubj"
        }
        found = acting or set(coded.values())
        return (found.pop() if len(found) == 1 else None), bool(acting)

    def _regions(self) -> Counter[str]:
        """How often the story names states and provinces of each country."""
        words = self.words
        places = (i for i, kind in enumerate(words.classes) if kind == "G" and i not in words.codes)
        regions = (region_of(words.printed(i, i + 1)) for i in places)
        return Counter(region.country for region in regions if region)

    def _envoys(self) -> set[str]:
        """Countries that ambassadors and consuls stand for."""
        return {
            person.country
            for person in self.persons
            if person.country and person.role and ENVOY.search(person.role.text or "")
        }

    def _marked(self, pattern: re.Pattern[str] = _MARKED) -> set[str]:
        """Countries beside offices."""
        words = self.words
        marked = {person.country for person in self.persons}
        marked |= {place_code(words, match.start()) for match in pattern.finditer(words.classes)}
        return {code for code in marked if code}

    def _place_before(self, place: int) -> str | None:
        """'In Moscow, ... said': the country of the place that opens the sentence."""
        classes = self.words.classes
        limit = max(0, place - 60)
        begin = max(classes.rfind(kind, limit, place) for kind in ".n") + 1
        if not begin and limit:
            return None
        while begin < place and classes[begin] in "qv":
            begin += 1
        if self.words.spelled[begin].lower() == "on":
            return None  # 'On Nepal, Minister X said': what it is about
        if begin + 1 < place and classes[begin] == "f" and classes[begin + 1] in "GCN":
            behind = begin + 2
            while behind < place and classes[behind] == classes[begin + 1]:
                behind += 1
            if classes[behind] == "c":
                if self._is_town_at_home(begin + 1, behind):
                    return self.country
                code = place_code(self.words, begin + 1)
                return code or country_of_city(self.words.printed(begin + 1, behind))
            return place_code(self.words, begin + 1) if classes[begin + 1] != "N" else None
        return None

    def _is_town_at_home(self, first: int, last: int) -> bool:
        """'In Hamilton, ...' in a Canadian story: is there a large town of that name at home?"""
        if self.words.classes[first] != "G":
            return False
        towns = cities_called(self.words.printed(first, last))
        return any(t.country == self.country and t.weight > _TOWN for t in towns)

    def named_in(self, first: int, last: int) -> str | None:
        """'Guangzhou Lianfeng Motors': another country of the story, by the place in front."""
        words = self.words
        if last - first < 2 or words.classes[first] not in "GN":
            return None
        name = words.spelled[first]
        region = region_of(name) if len(name) > 4 else None
        large = cities_called(name)[:1]
        city = country_of_city(name) if large and large[0].weight > _LARGE else None
        code = region.country if region else city
        return code if code != self.country and code in self._named else None

    def seat(self, name: str) -> str | None:
        """The country that acts in the story and has a city or province of that name."""
        acting = [state.code for state in self.states]
        region = region_of(name)
        if region is not None and region.country in self._named:
            return region.country
        for codes in (acting, list(self._named)):
            for city in cities_called(name):
                if city.country in codes:
                    return city.country
        return None

    def _counterpart(self, place: int) -> str | None:
        """'Minister X and his Lao counterpart': the country that the office is not of."""
        classes = self.words.classes
        stop = classes.find(".", place, place + 40)
        counterpart = _COUNTERPART.search(classes, place, stop if stop > 0 else place + 40)
        return place_code(self.words, counterpart.start("of")) if counterpart else None

    def _spoken_for(self, place: int, begins: int | None) -> str | None:
        """'Armenia hopes ..., Minister X said': the country that acts in the same sentence.

        It decides where the story is filed from a country that it does not speak of.
        """
        classes = self.words.classes
        limit = min(place + 40, len(classes))
        ends = [end for kind in ".n" if (end := classes.find(kind, place, limit)) >= 0]
        if begins is None:
            begins = max(classes.rfind(kind, max(0, place - 40), place) for kind in ".n") + 1
        acting = {
            place_code(self.words, i)
            for i in range(begins, min(ends, default=limit))
            if classes[i] in "CG"
            and classes[i + 1 : i + 2] != "s"
            and standing(self.story.doc, *self.words.range(i, i + 1)) == "nsubj"
        } - {None}
        return acting.pop() if len(acting) == 1 else None

    def _land_before(self, place: int) -> str | None:
        """The country named most before word `place`, the first of them where many are."""
        words = self.words
        named = [
            code
            for i in range(max(0, place - 400), place)
            if words.classes[i] in "CD" and (code := place_code(words, i))
        ]
        return max(named, key=named.count) if named else None

    def _led(self, place: int) -> str | None:
        """'a delegation from the Maldives led by ...', 'Norway ... Its minister'."""
        words = self.words
        if place and words.spelled[place - 1].lower() in {"its", "whose"}:
            begin = max(0, words.classes.rfind("n", max(0, place - 40), place), place - 40)
            for i in range(place - 1, begin, -1):
                if words.classes[i] in "CD":
                    return place_code(words, i)
        for owner in (place, place - 2):  # 'country' may be read as the first word of an office
            land = owner > 0 and words.spelled[owner].lower() in _THE_LAND
            if land and words.classes[owner + 1] == "s":
                return self._land_before(owner)
        led = self.leads(place)
        return place_code(words, led) if led is not None else None
