"""Bodies of one story: all mentions of each, by name, abbreviation and country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from newsextract.lexicons.companies import company_words
from newsextract.lexicons.countries import country_of
from newsextract.lexicons.offices import body_words
from newsextract.lexicons.organizations import Body
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.participants.bodies.names import BodyMention
from newsextract.parsers.participants.bodies.seats import seat_of
from newsextract.parsers.participants.persons.names import folded
from newsextract.parsers.participants.words import Words

_BARE = re.compile(r"t(?P<noun>B{1,2})(?![NPOo])")
_ABBREVIATED = re.compile(r"\((?P<short>[CDG]?[NP]{0,2}(?:O|N|B))\)")
_HOUSE = re.compile(r"(?P<name>N{1,3})B")
"""'Haoyun Group', called 'Haoyun' elsewhere"""
_DESCRIBED = re.compile(
    r"t(?P<of>D|[GN]{1,2}|[wv](?=[wyx]{0,2}[bj]))(?:-v)?[wyx]{0,3}[bwj](?=[vfcms])"
)
_CALLED = re.compile("c?O")
"""'the UN refugee agency UNHCR'"""
_ORGANS = frozenset("committee subcommittee panel board council".split())
"""'the Treasury Committee' is not the Treasury."""
_STATE_BANKS = frozenset("central national state reserve".split())
_BANK = re.compile("bank|banco|banque|banca|pank|narodowy", re.I)
_WORLDLY = word_list("participant_words.tsv", "worldly")
_PARTS_OF_STATES = frozenset("ministry department directorate division ministries".split())


@dataclass(slots=True)
class BodyGroup:
    """A body with all mentions, in document order."""

    name: str
    mentions: list[BodyMention] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    country: str | None = None
    known: Body | None = None
    sector: str = ""
    rule: str = "name"

    @property
    def true_sector(self) -> str:
        """The sector of the known body, else what the name says; '' where it tells nothing."""
        return self.known.sector if self.known else self.sector

    @property
    def owns(self) -> bool:
        """Is what is said of its things said of the body ('the State Bank's reserves rose')?"""
        return self.sector == "BUS" or self.name.endswith("Bank")

    @property
    def is_firm(self) -> bool:
        """Is it a company or the like, which is called by the first word of its name?"""
        return self.rule == "explained" and self.sector not in {"GOV", "PTY", "JRN"}

    @property
    def is_event(self) -> bool:
        """Is it as likely a meeting ('the Grain Forum') as a body?"""
        return self.known is None and self.name.endswith(("Forum", "Programme", "Program"))


def is_worldly(words: Words, body: BodyGroup) -> bool:
    """Does the name say that the body is of several countries, or of none?"""
    first = body.mentions[0]
    inside = [words.bodies[i] for i in range(first.first, first.last) if i in words.bodies]
    if any(known.country is None for known in inside):
        return True
    codes = {words.codes.get(i) for i in range(first.first, first.last)} - {None}
    name = set(body.name.lower().split())
    if "joint" in name and not name.isdisjoint({"working", "steering", "commission"}):
        return True
    if not name.isdisjoint(_PARTS_OF_STATES):
        return len(codes) > 1  # 'Ministry of Planning and International Cooperation'
    return len(codes) > 1 or not name.isdisjoint(_WORLDLY)


def key_of(name: str) -> tuple[str, ...]:
    """What two forms of a body's name share: its words but 'of', 'the', 'and', 'affairs'."""
    small = {"of", "the", "and", "for", "affairs", "s", "us"}
    return tuple(sorted(word for word in folded(name) if word not in small))


def group_bodies(
    words: Words, mentions: list[BodyMention], persons: set[int], home: str | None = None
) -> list[BodyGroup]:
    """One group for each body, by name, abbreviation and country; `persons` are their words.

    `home` is the country that the story is filed from: its ministry is named without it, and
    another one's later with its country.
    """
    groups: list[BodyGroup] = []
    by_key: dict[tuple[str, ...], list[BodyGroup]] = {}
    shorts: dict[str, BodyGroup] = {}
    for mention in mentions:
        printed = words.printed(mention.first, mention.last)
        group = shorts.get(printed) or _ending_so(words, mention, groups)
        group = group or _state_bank(mention, groups)
        group = group or _beginning_so(mention, groups, home)
        if group is None and words.classes[max(0, mention.first - 1)] in "CDG":
            group = shorts.get(words.printed(mention.first - 1, mention.last))
        for candidate in by_key.get(key_of(mention.name), []):
            if _may_be_one(candidate, mention, home):
                group = group or candidate
        if group is None:
            group = BodyGroup(mention.name, country=mention.country, known=mention.known)
            group.rule = _rule(mention)
            group.sector = _sector(words, mention)
            groups.append(group)
            by_key.setdefault(key_of(mention.name), []).append(group)
            for initials in _initials(mention.name):
                shorts.setdefault(initials, group)
        group.mentions.append(mention)
        group.country = group.country or mention.country
        behind = _ABBREVIATED.match(words.classes, mention.last)
        if behind:
            shorts[words.printed(*behind.span("short"))] = group
    groups = _join_short(groups)
    known = {i for group in groups for m in group.mentions for i in range(m.first, m.last)}
    for body, first, last in chain(_bare(words, groups), _shortened(words, groups, persons)):
        if first not in known:
            body.mentions.append(BodyMention(first, last, body.name, body.country))
            known.add(first)
    for place, word in enumerate(words.spelled if shorts else ()):
        short = shorts.get(word)
        if short and words.classes[place] in "ON" and place not in known:
            short.mentions.append(BodyMention(place, place + 1, short.name, short.country))
    _describe(words, groups)
    for group in groups:
        group.mentions.sort(key=lambda m: m.first)
        group.forms = [words.printed(m.first, m.last) for m in group.mentions]
        names = [
            form
            for form, m in zip(group.forms, group.mentions, strict=True)
            if not (form.rpartition(" ")[2].islower() and _CALLED.match(words.classes, m.last))
            and form != "central bank"
            and words.classes[m.first : m.last] != "B"  # 'the Fund', of the IMF
        ]
        group.name = _fullest(names or group.forms)
    return groups


def is_state_bank(name: str) -> bool:
    """Is it the name of a central bank ('National Bank', 'Bank of Latvia')?"""
    words = name.lower().split()
    if "bank" not in words:
        return False
    of = words[:2] == ["bank", "of"] and country_of(name[8:]) is not None
    return of or not _STATE_BANKS.isdisjoint(words)


def _state_bank(mention: BodyMention, groups: list[BodyGroup]) -> BodyGroup | None:
    """'the central bank' of a story that names the Bank of Ghana, before or behind it."""
    bare = mention.name.lower() == "central bank"
    if not bare and not _is_bank(mention.known, mention.name):
        return None
    found = [
        group
        for group in groups
        if (_is_bank(group.known, group.name) if bare else group.name == "central bank")
        and (None in (mention.country, group.country) or group.country == mention.country)
    ]
    if len(found) != 1:
        return None
    if not bare:
        found[0].name, found[0].known = mention.name, mention.known
        found[0].rule = _rule(mention)
    return found[0]


def _is_bank(known: Body | None, name: str) -> bool:
    """Is it a country's central bank, as the table or its name has it?"""
    if known is None:
        return name.lower() != "central bank" and is_state_bank(name)
    if known.country is None:
        return False  # 'the Bank of Central African States' is no country's own
    return known.sector == "GOV" and bool(_BANK.search(known.name))


def _may_be_one(group: BodyGroup, mention: BodyMention, home: str | None) -> bool:
    """Do the countries of a body and of a later mention by the same name agree?"""
    if mention.country is None or group.country == mention.country:
        return True
    national = group.sector == "GOV" and group.known is None
    return group.country is None and not (national and home and mention.country != home)


def _ending_so(words: Words, mention: BodyMention, groups: list[BodyGroup]) -> BodyGroup | None:
    """'the Bank Group', 'the Treasury': the one body before whose name ends in these nouns."""
    if set(words.classes[mention.first : mention.last]) - {"B"}:
        if not mention.small or mention.last - mention.first > 1:
            return None
        noun = mention.name.lower()  # 'Treasury' of 'Treasury Department'
        holding = [
            group
            for group in groups
            if noun in (parts := group.name.lower().split()) and parts[-1] not in _ORGANS
        ]
        return holding[0] if len(holding) == 1 else None
    name = mention.name.removesuffix(" Group")
    ending = [
        group
        for group in groups
        if any(
            words.printed(m.first, m.last).endswith((f" {mention.name}", f" {name}"))
            for m in group.mentions[:3]
        )
    ]
    return ending[0] if len(ending) == 1 else None


def _beginning_so(
    mention: BodyMention, groups: list[BodyGroup], home: str | None
) -> BodyGroup | None:
    """'the Patriotic Front' of the 'Patriotic Front for Ituri' before."""
    if mention.known or mention.last - mention.first < 2 or mention.small:
        return None
    longer = tuple(f"{mention.name} {joint} " for joint in ("of", "for", "on", "in"))
    found = [group for group in groups if group.name.startswith(longer)]
    return found[0] if len(found) == 1 and _may_be_one(found[0], mention, home) else None


def _bare(words: Words, groups: list[BodyGroup]) -> Iterator[tuple[BodyGroup, int, int]]:
    """'the Bank', 'the Bank Group': the one body before whose name ends so."""
    for match in _BARE.finditer(words.classes):
        first, last = match.span("noun")
        printed = words.printed(first, last)
        called = [
            group
            for group in groups
            if group.mentions[0].first < first and group.name.endswith(f" {printed}")
        ]
        if len(called) == 1:
            yield called[0], first, last


def _describe(words: Words, groups: list[BodyGroup]) -> None:
    """'Jinsha Copper ... The Chinese miner apologised.', 'The Riga lender': the firm before."""
    firms = {m.first: group for group in groups if group.sector == "BUS" for m in group.mentions}
    kinds = company_words("kind") | company_words("holder") - company_words("relation")
    for match in _DESCRIBED.finditer(words.classes) if firms else ():
        if words.spelled[match.end() - 1] not in kinds or words.spelled[match.start()][0] in "aA":
            continue
        apposed = words.classes[match.end()] == "c"
        if apposed and re.search(
            "[NOGB)]c$", words.classes[max(0, match.start() - 2) : match.start()]
        ):
            continue  # 'X, the Czech agency,'
        near = range(match.start() - 60, match.start())
        before = {id(firm): firm for place, firm in firms.items() if place in near}
        if len(before) == 1:
            group = next(iter(before.values()))
            if group.country is None and not is_worldly(words, group):
                group.country = seat_of(words, *match.span("of"))


def _join_short(groups: list[BodyGroup]) -> list[BodyGroup]:
    """'Azul Telecom' is the 'Azul Telecom S.A.' of the same story."""
    firms: dict[str, list[BodyGroup]] = {}
    for firm in (group for group in groups if group.is_firm):
        words = firm.name.split(" ")
        for word in {words[0], words[-1]}:
            firms.setdefault(word, []).append(firm)
    joined = []
    for group in groups:
        words = group.name.split(" ")
        longer = [
            firm
            for firm in {id(f): f for w in (words[0], words[-1]) for f in firms.get(w, ())}.values()
            if firm is not group
            and (firm.name.startswith(f"{group.name} ") or firm.name.endswith(f" {group.name}"))
        ]
        alone = group.rule in {"entity", "explained"} or (group.known and group.sector == "BUS")
        if not longer and group.rule == "entity" and len(words) == 1:
            longer = _called_so(group, groups)
        if len(longer) == 1 and alone:
            longer[0].mentions += group.mentions
            longer[0].country = longer[0].country or group.country
        else:
            joined.append(group)
    return joined


def _called_so(group: BodyGroup, groups: list[BodyGroup]) -> list[BodyGroup]:
    """'Kgosi' of 'Kgosi Platinum': bodies by the model, and companies, whose names begin so."""
    return [
        other
        for other in groups
        if (other.rule == "entity" or other.sector == "BUS")
        and other.name.startswith(f"{group.name} ")
    ]


def _shortened(
    words: Words, groups: list[BodyGroup], persons: set[int]
) -> Iterator[tuple[BodyGroup, int, int]]:
    """'Nordvik' of 'Nordvik AS': the first word of one company's name, where it stands alone."""
    firsts: dict[str, list[tuple[BodyGroup, int]]] = {}
    for group in groups:
        begin = group.mentions[0].first
        if group.is_firm and " " in group.name and words.classes[begin] in "NGO":
            firsts.setdefault(words.spelled[begin], []).append((group, 1))
        elif group.sector == "BUS" and group.known is None:
            house = _HOUSE.match(words.classes, begin)
            if house and house.end() == group.mentions[0].last:
                firsts.setdefault(words.spelled[begin], []).append((group, len(house["name"])))
    for place, word in enumerate(words.spelled if firsts else ()):
        if word in firsts and words.classes[place] in "NGOv" and place not in persons:
            (group, length), *others = firsts[word]
            last, at = place + length, group.mentions[0].first
            if others or words.classes[last : last + 1] in {"", "N", "G", "O"}:
                continue
            if words.spelled[place:last] == words.spelled[at : at + length]:
                yield group, place, last


def _fullest(forms: list[str]) -> str:
    """The longest form; of 'World Bank' and 'World Bank Group' that which is printed more."""
    name = max(forms, key=len)
    short = name.removesuffix(" Group")
    return short if forms.count(short) > forms.count(name) else name


def _initials(name: str) -> Iterator[str]:
    """'KPA' of 'Kenya Ports Authority', 'BOK' of 'Bank of Korea'; three letters at least."""
    words = name.split()
    for letters in ([w[0] for w in words if w[0].isupper()], [w[0].upper() for w in words]):
        if len(letters) > 2:
            yield "".join(letters)


def _rule(mention: BodyMention) -> str:
    if mention.known:
        return "known"
    if mention.rule:
        return mention.rule
    return "entity" if mention.entity else "ministry" if mention.small else "noun"


def _sector(words: Words, mention: BodyMention) -> str:
    for place in range(mention.first, mention.last):
        if place in words.firms:
            return words.firms[place].sector
        if place in words.bodies:
            return words.bodies[place].sector
        name = mention.name.lower()
        if "bank" in name and _STATE_BANKS.intersection(name.split()):
            return "GOV"
        if words.classes[place] in "Bb":
            return body_words().get(words.printed(place, place + 1).lower(), "")
    return ""
