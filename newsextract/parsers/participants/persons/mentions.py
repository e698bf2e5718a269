"""Names of persons in the text, with what stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsextract.lexicons.companies import company_words, impersonal_words
from newsextract.lexicons.offices import body_words, honorifics
from newsextract.lexicons.places import cities_called
from newsextract.lexicons.regions import region_of
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.participants.bodies.explained import THINGS, explained_names
from newsextract.parsers.participants.persons.names import folded
from newsextract.parsers.participants.persons.offices import NAMES, Office, find_offices, is_rank
from newsextract.parsers.participants.persons.roles import Role, read_office
from newsextract.parsers.participants.words import Words, place_code

_HOMELAND = re.compile(r"(?:ot?(?P<of>C)|\((?P<country>C)\)|cvvtbot?(?P<led>C))")
"""'Ambassador M. of Ecuador', 'Aiko Tanaka (Japan)', 'M., who led the delegation of Ecuador'."""
_SIDE = re.compile(r"\((?P<party>[NPO]{1,3})(?:\)|-[NGO])")
"""'Defence Minister X (STAN)', 'Rep. X (LP-Anambra)'"""
_HOLDERS = re.compile(r"[Hj]{1,2}h{0,2}N")
"""Behind a name: the office of another person."""
_OF_SIDE = re.compile(r"c?ot?(?P<side>[NO](?:[NPO]|(?:a|-)(?=[NP])){0,4})(?=[cv.;n])")
"""'councillor X of the Left-Greens', 'X, of Fianna Fáil, ...'"""
_ROYAL = frozenset("prince princess sultan emir sheikh lord".split())
"""Titles that name a rank; an office beside the name says more."""
_PLACE_NOUNS = (
    "city province county river street avenue road airport square island islands valley "
    "mountain town village district region building tower stadium boulevard canal ocean desert "
    "peninsula hotel palace inn corridor bridge tunnel canal cup award prize shuttle plaza port "
    "checkpoint crossing"
)
_RUN = re.compile(r"[Hj]o(?P<run>N(?:p{0,3}N){2,7})")
_MAYOR = re.compile(r"(?<![NHMPp])(?P<place>N{1,3})H(?=h{0,3}N)")
"""'Boa Vista Mayor X'"""
_LOCAL_HEADS = frozenset("governor mayor akim hokim prefect wali".split())
_PEOPLE = frozenset({"official", "diplomat", "envoy", "guest", "minister"})
"""What a person with a rank is called again: 'with Ambassador X, the official said'."""
_DIRECTIONS = frozenset("south north west east new".split())
_NO_PERSON = frozenset(_PLACE_NOUNS.split())
_NAME_GIVERS = frozenset("group organization organisation agency movement network charity".split())
_BEFORE_THINGS = word_list("participant_words.tsv", "before_things")
"""Behind these words a name is a place's or a thing's ('the survey vessel Nordvik')."""
_NAMED_THINGS = frozenset(
    "corridor route highway operation cyclone typhoon hurricane storm".split()
)
"""Nouns before names of things, as parts of the names ('Cyclone Idai')."""
_PART_OF_BODY = re.compile(r"a?[PN]{1,3}B|aPB")
"""Behind a supposed name: 'the Ghana National Tomato Traders and Transporters Association'."""


@dataclass(slots=True)
class Mention:
    """A name in the text: its words (half-open), and what stands beside it."""

    first: int
    last: int
    name: tuple[str, ...]
    gender: str = ""
    role: Role | None = None
    country: str | None = None
    rule: str = "participants.person.name"
    titled: bool = False
    side: str | None = None

    @property
    def full(self) -> bool:
        """Is it more than a family name?"""
        return self.last - self.first > 1


def _part_runs(words: Words) -> None:
    """'Governor of Alexandria Ahmed L.', 'head of Hayya Renewables Khalifa M.': part the names.

    Nothing stands between the name of what the office is of and its holder's; it ends where
    a name begins that the story prints alone elsewhere, or a known town ends.
    """
    classes = list(words.classes)
    for match in _RUN.finditer(words.classes):
        first, last = match.span("run")
        head = words.printed(match.start(), match.start() + 1).lower()
        for place in range(first + 1, last - 1):
            named = words.printed(place, last) in words.people
            if named and classes[place] == "N" and words.printed(first, place) not in words.people:
                classes[first:place] = ["N"] * (place - first)
                classes[place - 1] = "B" if place - first > 1 else "O"
                break
            if head in _LOCAL_HEADS and cities_called(words.printed(first, place)):
                classes[first:place] = ["G"] * (place - first)
                break
    for match in _MAYOR.finditer(words.classes):
        first, last = match.span("place")
        head = words.printed(last, last + 1).lower()
        if head in _LOCAL_HEADS and cities_called(words.printed(first, last)):
            classes[first:last] = ["G"] * (last - first)
    words.classes = "".join(classes)


def find_mentions(words: Words) -> dict[int, Mention]:
    """Names with an office or a form of address, and names that the model takes for persons'.

    By the name's first word.
    """
    _part_runs(words)
    found: dict[int, Mention] = {}
    bodies = explained_names(words)
    _with_offices(words, found)
    _recognized_names(words, found, bodies)
    _addressed(words, found, bodies)
    _leaders(words, found, bodies)
    for mention in found.values():
        behind = _HOMELAND.match(words.classes, mention.last)
        if behind:
            mention.country = words.codes[behind.start(behind.lastgroup or 0)] or None
        side = _SIDE.match(words.classes, mention.last)
        if side and mention.role and mention.role.text and mention.role.body is None:
            party = words.printed(*side.span("party")).partition("-")[0]
            if len(party) > 1 and party[0] < "\u0250":
                mention.role = replace(mention.role, side=party)
        of = _OF_SIDE.match(words.classes, mention.last)
        if of and mention.full and not _is_place(words, *of.span("side")):
            mention.side = words.printed(*of.span("side"))
        if words.classes[max(0, mention.first - 1) : mention.first] == "s":
            possessed = _possessed(words, mention.first)
            mention.role = mention.role or possessed
            mention.country = mention.country or (possessed.country if possessed else None)
    return found


def _is_place(words: Words, first: int, last: int) -> bool:
    name = words.printed(first, last)
    return bool(cities_called(name)) or region_of(name) is not None


def _with_offices(words: Words, found: dict[int, Mention]) -> None:
    for office in find_offices(words):
        if _doubtful(words, office) or _of_firm(words, office):
            continue
        mention = found.get(office.name_first)
        if mention is None:
            mention = plain_mention(words, office.name_first, office.name_last)
            mention.rule = f"participants.person.{office.rule}"
            found[office.name_first] = mention
        mention.titled = mention.titled or office.rule == "title_before"
        if mention.role is None or (mention.role.text or "").lower() in _ROYAL:
            mention.role = read_office(words, office)
        elif is_rank(mention.role.text):
            _fill_rank(words, office, mention)


def _fill_rank(words: Words, office: Office, mention: Mention) -> None:
    """'Major General X, Commander of the Border Troops': the function, if X holds it still."""
    role = read_office(words, office)
    if office.rule == "counterpart":
        mention.role = role  # 'his counterpart, Ambassador X'
        return
    if role.text is None or role.kind or role.text in _PEOPLE:
        return
    if is_rank(role.text) and role.body is None:
        return  # but 'commander of the Border Troops' is what they do
    if role.text.lower().startswith(("former", "ex-", "retired")):
        return
    country = mention.role.country if mention.role else None
    mention.role = replace(role, country=role.country or country)


def _recognized_names(words: Words, found: dict[int, Mention], bodies: set[str]) -> None:
    """What the model takes for a person, with the words of the name that it left out."""
    classes = words.classes
    at = words.places
    for start, end, label in words.entities:
        if start not in at or not (label == "PERSON" or _named_who(words, at[start], label)):
            continue
        first = at[start]
        while first < len(classes) and words.starts[first] < end and classes[first] != "N":
            first += 1
        name = NAMES.match(classes, first)
        if name is None or words.starts[first] >= end:
            continue
        stop = max(0, first - 3) if name.end() - first == 1 else first
        while first > stop and classes[first - 1] == "N":
            first -= 1
        name = NAMES.match(classes, first)
        if not name or words.printed(*name.span()) in bodies:
            continue
        if first not in found and _may_be_person(words, *name.span()):
            found[first] = plain_mention(words, *name.span(), "entity")


def _named_who(words: Words, first: int, label: str) -> bool:
    """'Mahamat Saleh, who ...', 'Nana Akua II': persons, for bodies as the model takes them."""
    name = NAMES.match(words.classes, first)
    if label not in {"ORG", "GPE", "NORP"} or name is None or name.end() - first < 2:
        return False
    who = name.end() + 1
    if words.printed(name.end() - 1, name.end()) in {"II", "III", "IV"}:
        return True
    return words.classes[name.end()] == "c" and words.printed(who, who + 1) == "who"


def _addressed(words: Words, found: dict[int, Mention], bodies: set[str]) -> None:
    """Names with a form of address, and names that the model takes for persons' elsewhere."""
    for match in NAMES.finditer(words.classes):
        first, last = match.span()
        if first in found:
            continue
        if words.classes[first - 1 : first] == "h":
            found[first] = plain_mention(words, first, last, "address")
        elif last - first == 1 or words.printed(first, last) not in words.people - bodies:
            continue
        elif _may_be_person(words, first, last):
            found[first] = plain_mention(words, first, last, "entity")


_LED = re.compile(r"[bBmMO)wx]c?vf(?P<name>N{2,4})(?=[cv.;na])")


def _leaders(words: Words, found: dict[int, Mention], bodies: set[str]) -> None:
    """'The works council, led by X', whatever the model takes the name for."""
    for match in _LED.finditer(words.classes):
        first, last = match.span("name")
        verb = words.spelled[first - 2 : first]
        if first in found or verb[0] not in _LEADING or verb[1] != "by":
            continue
        led = words.spelled[match.start()].lower()
        joint = led in _JOINT or first in words.firms or words.printed(first, last) in bodies
        if not joint and _may_be_person(words, first, last):
            found[first] = plain_mention(words, first, last, "entity")


_LEADING = frozenset({"led", "headed", "chaired"})
_JOINT = frozenset("consortium venture syndicate group round project companies firms".split())
"""What companies lead, too."""


def plain_mention(words: Words, first: int, last: int, rule: str = "name") -> Mention:
    """The name of words `first` to `last` (half-open) with its form of address."""
    gender, titled = _address(words, first)
    name = folded(words.printed(first, last))
    return Mention(first, last, name, gender, titled=titled, rule=f"participants.person.{rule}")


def _address(words: Words, first: int) -> tuple[str, bool]:
    """Gender by the forms of address before a name, and whether there are any."""
    gender, place = "", first - 1
    while place >= 0 and words.classes[place] == "h":
        gender = gender or honorifics().get(words.printed(place, place + 1).lower(), "")
        place -= 1
    return gender, place < first - 1


def _may_be_person(words: Words, first: int, last: int) -> bool:
    """Is a name that the model takes for a person's none of a place or body by its words?"""
    if _HOLDERS.match(words.classes, last) or words.classes[first - 1 : first] == "C":
        return False  # 'Shiv Sena leader X', 'Pakistan Steelworks Karachi'
    if words.classes[last] in "BbO" or not _worded_as_person(words, first, last):
        return False
    before = words.classes[max(0, first - 3) : first]
    if before.endswith("t") and words.spelled[first - 1].lower() == "the":
        return False  # 'the Viv Lazar gang'
    if before.endswith(("bc", "bcP")) and words.classes[last] == "c":
        return False  # 'the company, Sahel Orfevre, ...'
    if words.printed(last, last + 1) in _NO_PERSON:
        return False  # 'at Gants Mod port'
    return not first or words.printed(first - 1, first).lower() not in _BEFORE_THINGS


def _worded_as_person(words: Words, first: int, last: int) -> bool:
    """Does the name not end in the noun of a place or of bodies?"""
    word = words.printed(last - 1, last).lower()
    begins = words.printed(first, first + 1).lower()
    if begins in _NAMED_THINGS or begins in impersonal_words("first"):
        return False
    if word in impersonal_words("last"):
        return False
    return (
        word not in _NO_PERSON and word not in THINGS and word.removesuffix("s") not in body_words()
    )


def _possessed(words: Words, first: int) -> Role | None:
    """'The Russian Energy Ministry's Elvira T.', 'Uruguay's Ignacio E.'."""
    end = begin = first - 1
    while begin > 0 and end - begin < 8 and words.classes[begin - 1] in "CDOBPM":
        begin -= 1
    if begin == end:
        return None
    codes = {place_code(words, i) for i in range(begin, end)} - {None}
    bodily = any(words.classes[i] in "OB" for i in range(begin, end))
    code = codes.pop() if len(codes) == 1 else None
    if not bodily and code is None:
        return None
    return Role(None, (begin, end) if bodily else None, code)


def _of_firm(words: Words, office: Office) -> bool:
    """'Halden Mowbray, a family-owned builder': a company's trade."""
    return is_held(words, office.first, office.last)


def is_held(words: Words, first: int, last: int) -> bool:
    """Is one of the words such as only a company is called ('-owned')?"""
    return any(word.endswith(_HELD) for word in words.spelled[first:last])


_HELD = ("-owned", "-listed", "-headquartered", "-controlled", "-traded", "-quoted")


def _called(words: Words, place: int) -> bool:
    """Is the noun before a name that of a company or party, which the name is of?"""
    noun = words.printed(place, place + 1)
    return noun in _NAME_GIVERS or body_words().get(noun) in {"BUS", "PTY", "REB", "JRN"}


def _is_holder(words: Words, office: Office) -> bool:
    """'the grain trader Molinos Reunidos': a trade that a company may have, and no person known."""
    noun = words.spelled[office.name_first - 1]
    name = words.printed(office.name_first, office.name_last)
    return noun in company_words("holder") and not any(name in known for known in words.people)


def _doubtful(words: Words, office: Office) -> bool:
    """A single word that may as well be part of a body's name, without a form of address."""
    before, after = words.classes[office.name_first - 1], words.classes[office.name_last]
    if office.name_first in words.firms:
        return True
    at = office.rule == "apposition" and before in "of"
    if (
        at
        and office.name_last - office.name_first > 1
        and _is_place(words, office.name_first, office.name_last)
    ):
        return True  # 'Orlovac of Novi Sad, the owner of a club'
    if not _worded_as_person(words, office.name_first, office.name_last):
        return True
    addressed = _address(words, office.name_first)[1]
    if not addressed and _is_holder(words, office):
        return True
    part = _PART_OF_BODY.match(words.classes, office.name_last)
    if not addressed and part and office.name_last + 1 not in words.firms:
        return True
    if words.classes[office.name_last : office.name_last + 2] == "ch" and before == "P":
        return True  # 'Co-ordinator of Economic Activities, Dr. X'
    if office.name_last - office.name_first > 1 or addressed:
        return _called(words, office.name_first - 1) or (before in "Bbc" and after in "BO")
    if office.name_first in words.recognized and before in "PN":
        return True  # 'spokesman for the National Convention'
    if after == "a" and words.printed(office.name_last, office.name_last + 1) == "&":
        return True  # 'the contractor Merrow & Tees'
    if after == "H" and words.classes[office.name_last + 1] in "Nh" and before == "H":
        return True  # 'Chief Restructuring Officer X'
    direction = words.printed(office.name_first - 1, office.name_first).lower() in _DIRECTIONS
    return before in "BbcODG" or after in "BbNP" or direction
