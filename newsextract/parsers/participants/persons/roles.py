"""What an office phrase says: the role, the body, the country."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsextract.lexicons.companies import company_words
from newsextract.lexicons.offices import office_words
from newsextract.lexicons.regions import region_of
from newsextract.parsers.participants.bodies.role_bodies import (
    COMPANY_HEADS,
    body_before,
    body_end,
    employs,
    is_seat,
    is_unit,
    is_worldwide,
    leads_delegation,
    ministry_before,
    of_company,
    one_country,
    possessor,
    read_delegation,
)
from newsextract.parsers.participants.persons.offices import Office, before_rank
from newsextract.parsers.participants.words import Words, place_code

_FIRM_HEADS = frozenset({"chief executive", "ceo", "managing director", "general manager"})
"""Heads of companies alone: a name behind 'of' is a company's."""
_STAFF = frozenset(
    "official officials analyst economist expert researcher lawyer executive".split()
)
_NOUNS_OF_OFFICES = frozenset({"Committee", "Federation", "Council", "Board"})


@dataclass(frozen=True, slots=True)
class Role:
    """What an office phrase says.

    Attributes:
        text: the office as printed, without country and body; None where nothing is left.
        body: words of the body, half-open.
        country: code of the country whose office it is.
        kind: 'counterpart' where the office is another person's.
        words: the whole phrase.
        whole: the office with the body, for where that turns out to be none.
        side: the party of its holder, which takes no part by that.
    """

    text: str | None
    body: tuple[int, int] | None
    country: str | None
    kind: str = ""
    words: tuple[int, int] = (0, 0)
    whole: str | None = None
    side: str | None = None


def read_office(words: Words, office: Office) -> Role:
    """Part an office phrase into role, body and country."""
    classes = words.classes
    first, last = office.first, office.last
    while first < last and classes[first] in "a-c;tr":
        first += 1
    if office.first > office.name_first:
        last = _before_under(words, first, last)
    else:
        first = _behind_under(words, first, last)
    last = before_rank(words, first, last)
    first = _behind_guest(words, first, last)
    if office.rule == "counterpart":
        return Role(None, None, one_country(words, first, last), "counterpart", (first, last))
    core_end = first
    while core_end < last and classes[core_end] not in "of":
        core_end += 1
    heads = [i for i in range(first, core_end) if classes[i] in "Hj"]
    head = heads[-1] if heads else core_end - 1
    country: str | None = None
    body: tuple[int, int] | None = None
    start = first
    possessive = classes.rfind("s", first, head)
    if office.body is not None:
        begin, end = office.body
        country = one_country(words, begin, end)
        while classes[begin] in "tsCDG":
            begin += 1
        body = (begin, end)
    elif (
        possessive >= 0
        and set(classes[first:possessive]) <= {"N", "G"}
        and (region := region_of(words.printed(first, possessive)))
    ):
        country, start = region.country, possessive + 1  # 'Hesse's economy minister'
    elif possessive >= 0:
        country = one_country(words, first, possessive)
        called = classes.rfind("B", possessive, head)
        if (
            called > 0
            and words.spelled[possessive] in "'’"
            and "O" not in classes[first:possessive]
        ):
            possessive = called  # 'Commercial Farmers' Alliance president'
            body = body_before(words, first, called + 1)
        elif country is None or any(classes[i] in "OBb" for i in range(first, possessive)):
            body = body_before(words, first, possessive)
        start = possessive + 1
    elif (ministry := ministry_before(words, first, head)) is not None:
        body, start = ministry
        country = one_country(words, max(0, body[0] - 1), body[0])
    elif possessor(words, first):
        begin, end = possessor(words, first) or (first, first)
        if all(classes[i] in "CDG" for i in range(begin, end)):
            country = one_country(words, begin, end)
        elif region := region_of(words.printed(begin, end)):
            country = region.country
        else:
            called = classes.find("B", first, head)
            if called > 0 and words.spelled[end] in "'’":
                end, start = called + 1, called + 1  # 'Cattle Farmers' Alliance president'
            body = (begin, end)
    elif classes[max(0, first - 3) : first] in {"Dkc", "Ckc"}:
        country = place_code(words, first - 3)  # 'his Thai counterpart, Planning Minister X'
    elif first and classes[first - 1] == "G" and len(words.codes.get(first - 1, "")) == 2:
        country = words.codes[first - 1]
    elif of_company(words, first, core_end):
        begin = first
        while begin > 0 and first - begin < 4 and classes[begin - 1] == "N":
            begin -= 1
        body = (begin, first) if begin < first else None
    keep: list[tuple[int, int]] = []
    for i in range(start, core_end):
        kind = classes[i]
        if kind in "()" or (i and classes[i - 1] == "(" and classes[i + 1] == ")"):
            body = body or ((i, i + 1) if kind == "O" and i < head else None)
        elif kind in "CD":
            country = country or place_code(words, i)
        elif kind == "G":
            known = words.codes.get(i, "")
            country = country or (known if len(known) == 2 else None)
            if (not known or len(known) == 2) and words.printed(head, head + 1)[-1] != ".":
                keep.append((i, i + 1))  # 'Quebec Premier'
        elif kind == "O" and i < head:
            body = body or (i, i + 1)
        elif kind == "a" and not any(classes[piece[0]] in "HjMm" for piece in keep):
            if i + 1 < core_end and classes[i + 1] in "HM":
                keep = []
            else:
                keep.append((i, i + 1))
        elif kind in "Bb" and i == first and i < head and words.spelled[i] == "Group":
            keep.append((i, i + 1))  # 'Group CEO X'
        elif kind in "Bb" and i < head and body is None and employs(words, i):
            begin = start
            while begin < i and classes[begin] in "CDm":
                begin += 1
            if begin == i and words.printed(i, i + 1) in _NOUNS_OF_OFFICES:
                keep.append((i, i + 1))  # 'Committee Chair X'
            while begin == first > 0 and classes[first - 1] in "NOP":
                first = begin = first - 1
            body = (begin, i + 1)
            keep = [piece for piece in keep if piece[0] < begin or piece[0] == i]
        else:
            keep.append((i, i + 1))
    if first and keep and classes[first - 1] == "N" and keep[0][0] == first:
        region = region_of(words.printed(first - 1, first))
        if region and words.printed(head, head + 1)[-1] != ".":
            keep.insert(0, (first - 1, first))  # 'Quebec Premier X'
            country = country or region.country
    if core_end < last and words.printed(core_end + 1, last).lower().split("the ")[-1] in _BOTH:
        country, last = _one_of_both(words, office), core_end
    if keep and (field := _field_before(words, keep[0][0])) < keep[0][0]:
        keep.insert(0, (field, keep[0][0]))
    country, body = _tail(words, core_end, last, keep, country, body)
    while keep and classes[keep[0][0]] in "a-c":
        keep.pop(0)
    begins = words.printed(*keep[0]).lower() if len(keep) > 1 else ""
    if begins == "local" or (begins == "opposition" and body is not None):
        keep.pop(0)  # 'Opposition ANO deputy chairwoman X'
    side = None
    if body is None and len(keep) > 1 and _is_side(words, keep, head):
        side = words.printed(*keep.pop(0))
    text = whole = _text(words, keep)
    if body is not None:
        spelled = (keep[-1][1] if keep else first, body[1]) if body[0] > head else body
        small = words.classes[body[0]].islower()
        whole = _text(words, sorted([*keep, spelled])) if small or body[0] > head else text
    return Role(text, body, country, words=(first, last), whole=whole, side=side)


def _tail(
    words: Words,
    first: int,
    last: int,
    keep: list[tuple[int, int]],
    country: str | None,
    body: tuple[int, int] | None,
) -> tuple[str | None, tuple[int, int] | None]:
    """Read the phrases behind the head: 'of Kazakhstan', 'to London', 'at the Ministry ...'."""
    classes = words.classes
    starts = [i for i in range(first, last) if classes[i] in "of"]
    office = words.printed(*keep[-1]).lower() if keep else ""
    company = any(COMPANY_HEADS.intersection(_words(words, piece)) for piece in keep)
    firm = office.removeprefix("former ").removesuffix(" officer") in _FIRM_HEADS
    ministry = office.endswith(("minister", "ministers"))
    for number, begin in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else last
        inner = begin + 1
        while inner < end and classes[inner] in "tr":
            inner += 1
        inside = classes[inner:end]
        if inside == "C" and words.spelled[begin].lower() == "from":
            country = country or one_country(words, inner, end)
            continue  # 'a former rebel from Chad'
        if inside and all(kind in "CDG" for kind in inside) and classes[begin] == "o":
            own = one_country(words, inner, end)
            if own and "C" in inside and body is not None and is_worldwide(words, body):
                keep.append((begin, end))  # 'EBRD Head of Mongolia'
                continue
            if own and "C" in inside:
                country = country or own
                continue
        bodily = [
            i
            for i in range(inner, end)
            if classes[i] in "OBb"
            or (company and classes[i] == "N" and (firm or i in words.recognized))
        ]
        if words.printed(inner, end).lower() in _HERE:
            continue
        alone = bodily == [inner] and (begin, end) == (inner - 1, inner + 1)
        if alone and classes[begin] == "o" and words.spelled[inner].endswith("s"):
            keep.append((begin, end))  # 'Superintendent of Banks', 'Registrar of Companies'
            continue
        if bodily and is_unit(words, inner, end, last):
            keep.append((begin, end))
            continue
        preposition = words.printed(begin, begin + 1).lower()
        to = preposition == "to" or (preposition == "with" and office not in _STAFF)
        to = to and not (office.split()[-1:] == ["counsel"] and "O" in inside)
        if bodily and leads_delegation(words, bodily[-1], office):
            country, body = read_delegation(words, begin, bodily[-1], keep, country, body)
            continue
        seat = is_seat(words, bodily, ministry and preposition != "at")
        if bodily and body is None and not (to or seat):
            stop = bodily[0] + 1 if classes[bodily[0]] == "O" else last
            owner = classes.find("s", inner, bodily[0])
            if owner > 0 and not set(classes[inner:owner]) - set("CDG"):
                country = country or one_country(words, inner, owner)
                inner = owner + 1  # 'an official with Pakistan's Transmission Company'
            called = bodily[0] + 1
            if classes[bodily[0]] == "b" and set(classes[called:end]) in ({"N"}, {"G"}, {"P"}):
                inner = called  # 'an expert of the group Freies Wort'
            body = (inner, body_end(words, inner, stop))
            if classes[bodily[0]] != "O":
                country = country or one_country(words, inner, stop)
            break
        if classes[begin] == "o" and "D" in inside:
            country = country or one_country(words, inner, end)
        keep.append((begin, end))
    return country, body


_BOTH = frozenset(
    f"{number} {noun}"
    for number in ("two", "both")
    for noun in ("countries", "nations", "sides", "states", "governments", "neighbours")
)
_PAIR = re.compile("[CD][af][CD]")


def _one_of_both(words: Words, office: Office) -> str | None:
    """'Armenia and Georgia ... the envoys of the two countries, A and B': the countries of each."""
    begin = max(0, office.first - 200)
    pairs = [match.start() for match in _PAIR.finditer(words.classes, begin, office.first)]
    second = "a" in words.classes[office.last : office.name_first]
    return place_code(words, pairs[-1] + 2 * second) if pairs else None


def _field_before(words: Words, first: int) -> int:
    """Where 'Niamey coordinator' of 'TIKA's Niamey coordinator' begins: a place is its field."""
    begin = first
    while begin > 0 and first - begin < 3 and words.classes[begin - 1] in "NG":
        begin -= 1
    owned = words.classes[begin - 1 : begin] == "s" or words.spelled[begin - 1].lower() == "its"
    return begin if owned else first


_HERE = frozenset({"country", "island", "region", "capital"})
"""Nouns for the place of the story, which no office's name holds ('envoy to the island')."""


def _is_side(words: Words, keep: list[tuple[int, int]], head: int) -> bool:
    """'Labour MP', 'Labour leader': is what stands before the office a party?"""
    noun = words.printed(head, head + 1).lower()
    office = office_words().get(noun)
    if words.printed(*keep[0]) not in company_words("party"):
        return False
    return noun in _PARTY_POSTS or (office is not None and office.sector == "LEG")


_PARTY_POSTS = frozenset({"leader", "spokesman", "spokeswoman", "spokesperson", "whip", "chair"})


def _words(words: Words, piece: tuple[int, int]) -> list[str]:
    return words.printed(*piece).lower().split()


_LOCAL_SEAT = re.compile(
    r"(?:(?:[Gg]overnor|[Mm]ayor|[Aa]kim|[Hh]okim|[Pp]refect|[Ww]ali) of (?:the )?(?P<of>[A-Z].+)"
    r"|(?P<before>[A-Z].+) (?:[Gg]overnor|[Mm]ayor|[Pp]remier|akim|hokim|prefect))$"
)


def local_seat(role: str | None) -> str | None:
    """The city or province that a local head is of: 'mayor of La Serena' -> 'La Serena'."""
    seat = _LOCAL_SEAT.match(role or "")
    return (seat["of"] or seat["before"]) if seat else None


def _singular(text: str) -> str:
    """The office of one of several: 'Vice Presidents A and B', 'Sens. A and B'."""
    head, _, word = text.rpartition(" ")
    dot = word[-1:] == "."
    bare = word.rstrip(".")
    one = bare[:-1] + ("." if dot else "")
    known = office_words().get(one.lower())
    if bare[-1:] != "s" or known is None or known.kind != "head" or " of " in head:
        return text
    return f"{head} {one}".lstrip()


_GUESTS = frozenset("minister president premier ambassador envoy".split())
_HOSTS = frozenset("Minister President Premier Ambassador Secretary Governor".split())


def _behind_guest(words: Words, first: int, last: int) -> int:
    """'The visiting minister and Minister of Finance X': X's office begins behind 'and'."""
    for i in range(first, last - 2):
        if words.classes[i : i + 2] == "ja" and words.spelled[i] in _GUESTS:
            head = next((j for j in range(i + 2, last) if words.classes[j] == "H"), i)
            if words.classes[i + 2] in "HMP" and words.spelled[head] in _HOSTS:
                return i + 2
    return first


def _behind_under(words: Words, first: int, last: int) -> int:
    """'top diplomat under former President X': X's office begins behind 'under'."""
    for i in range(first, last - 1):
        following = words.printed(i + 1, i + 2).lower()
        if words.printed(i, i + 1).lower() == "under" and not following.startswith("secretar"):
            first = i + 1
    return first


def _before_under(words: Words, first: int, last: int) -> int:
    """'X, an aide under President Y': X's office ends before 'under'."""
    for i in range(first + 1, last):
        if words.printed(i, i + 1) == "under" and words.classes[i + 1] in "tHMD":
            return i
    return last


def _text(words: Words, keep: list[tuple[int, int]]) -> str | None:
    pieces: list[tuple[int, int]] = []
    for first, last in keep:
        if pieces and pieces[-1][1] == first:
            pieces[-1] = (pieces[-1][0], last)
        else:
            pieces.append((first, last))
    text = " ".join(words.printed(*piece) for piece in pieces).strip(" ,–—-")
    return _singular(text) or None
