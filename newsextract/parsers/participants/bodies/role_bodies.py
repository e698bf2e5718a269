"""The body in an office phrase: where it stands, and whether the office's holder is of it."""

from __future__ import annotations

from newsextract.lexicons.offices import body_words
from newsextract.parsers.participants.words import Words, place_code

_WHOLE = frozenset({"LEG", "PTY", "JUD"})
"""Sectors of bodies in which a seat is an office ('speaker of the Legislative Assembly')."""
_COMPANY = "executive ceo cfo chairman chairwoman chair president director manager founder"
_SPEAKERS = "spokesman spokeswoman spokesperson official representative analyst economist"
_LEADERS = "leader boss lawmaker legislator captain coach secretary-general co-founder"
COMPANY_HEADS = frozenset(f"{_COMPANY} {_SPEAKERS}".split())
_NAMED_HEADS = COMPANY_HEADS.union(_LEADERS.split())
"""Heads of offices before which a bare name is a body's ('Botas chief executive X')."""
_SEAT_WORDS = frozenset(["committee", "party", "panel", "caucus", "mission", "staff"])


def is_worldwide(words: Words, body: tuple[int, int]) -> bool:
    """Is it a known body of no one country?"""
    known = words.bodies.get(body[1] - 1)
    return known is not None and known.country is None


_UNITS = frozenset("office department division directorate section unit desk branch".split())


def is_unit(words: Words, first: int, last: int, stop: int) -> bool:
    """'head of the Eurasia office of Iran's Trade Agency': is there a body behind its part?"""
    if last >= stop or words.classes[last] != "o":
        return False
    if words.printed(last - 1, last).lower() not in _UNITS or words.classes[first] in "OC":
        return False
    return any(kind in "BO" for kind in words.classes[last:stop])


OFFICE_PORTFOLIOS = frozenset({"state", "press", "permanent", "chief"})
"""Words of an office behind a ministry's name ('Ministry of Foreign Affairs State Secretary')."""


def ministry_before(words: Words, first: int, head: int) -> tuple[tuple[int, int], int] | None:
    """'Ministry of Foreign Affairs State Secretary X': ministry, and where the office begins."""
    classes = words.classes
    if first < 2 or classes[first - 2 : first] != "Bo" or classes[first] not in "PN":
        return None
    end = first
    while end < head and classes[end] in "PNa":
        end += 1
    if end > first + 1 and words.printed(end - 1, end).lower() in OFFICE_PORTFOLIOS:
        end -= 1
    begin = first - 2
    while begin > 0 and first - begin < 6 and classes[begin - 1] in "PN":
        begin -= 1
    return (begin, end), end


def leads_delegation(words: Words, place: int, office: str) -> bool:
    """Is it the office of one in a delegation, whose noun is at word `place`?"""
    leading = office in {"head", "leader", "chief", "member", "members", "chair", "coordinator"}
    return leading and words.printed(place, place + 1).lower() == "delegation"


def read_delegation(
    words: Words,
    first: int,
    noun: int,
    keep: list[tuple[int, int]],
    country: str | None,
    body: tuple[int, int] | None,
) -> tuple[str | None, tuple[int, int] | None]:
    """'Head of the EU Delegation to Serbia': a delegation is its sender's, and no body itself."""
    for i in range(first, noun + 1):
        if words.classes[i] in "CD":
            country = country or place_code(words, i)
        elif words.classes[i] == "O":
            body = body or (i, i + 1)
        else:
            keep.append((i, i + 1))
    return country, body


def of_company(words: Words, first: int, last: int) -> bool:
    """Is a bare name before this office a body's ('Botas chief executive')?"""
    if set(words.classes[first:last]) - set("HjMm"):
        return False
    return bool(_NAMED_HEADS.intersection(words.printed(first, last).lower().split()))


_POLICE_HEADS = frozenset({"commissioner", "chief", "superintendent", "inspector"})
_SIDES = frozenset({"party", "bloc", "faction"})


def employs(words: Words, place: int) -> bool:
    """Is the noun before an office that of a body, not a part of the office ('House Speaker')?"""
    noun = words.printed(place, place + 1)
    behind = words.spelled[place + 1].lower()
    if noun == "board" or behind.startswith("minister"):
        return False  # 'board chairman', 'Police Minister X'
    if noun == "Police" and behind in _POLICE_HEADS:
        return False
    if noun.lower() in _SIDES and words.classes[place - 1] not in "NPGDCO":
        return True  # 'party leader X', of the party that is told of
    seat = body_words().get(noun.lower()) in _WHOLE
    if noun == "Party" and words.classes[place - 1] in "NPG":
        return True  # 'Left Party lawmaker'
    return not seat and words.classes[place + 1] not in "Bs"


def is_seat(words: Words, bodily: list[int], ministry: bool) -> bool:
    """Is the body the office's field of work ('Minister of Public Service'), or a chamber?"""
    for i in bodily:
        word = words.printed(i, i + 1).lower()
        if ministry and body_words().get(word, "") in {"GOV", ""}:
            return True
        if word in _SEAT_WORDS or body_words().get(word) in _WHOLE:
            return not _is_own_body(words, i)
    return False


def _is_own_body(words: Words, place: int) -> bool:
    """'Chairwoman of the State Committee on Investment', 'secretary of the Trades Union Congress'.

    A party's, a chamber's or a lower-case committee's seat belongs to the office.
    """
    word = words.printed(place, place + 1)
    if word == "party" and words.classes[place - 1] in "ot":
        return True
    if word in _SEAT_WORDS and words.classes[place - 1] == "t":
        return True  # 'vice president of the committee', which has been told of
    if word == "Committee":
        return words.classes[place - 1] in "PNBM" or words.classes[place + 1] in "of"
    return word == "Congress" and words.classes[place - 1] == "B"


def body_end(words: Words, first: int, last: int) -> int:
    """Where a body's name ends, without what hangs on behind it."""
    while last > first and words.classes[last - 1] in "aftro-c":
        last -= 1
    return last


def one_country(words: Words, first: int, last: int) -> str | None:
    """The one country named in words `first` to `last`."""
    codes = {place_code(words, i) for i in range(first, last) if words.classes[i] in "CDG"} - {None}
    return codes.pop() if len(codes) == 1 else None


def body_before(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The body in the words before an office, without its country."""
    classes = words.classes
    while first < last and classes[first] in "CDsctr":
        first += 1
    party = last - first == 1 and classes[first] == "P"  # 'Labour's shadow minister'
    return (first, last) if party or any(k in "OBbN" for k in classes[first:last]) else None


def possessor(words: Words, first: int) -> tuple[int, int] | None:
    """A name with a possessive before the office: 'Gazprom Transit's deputy CEO'."""
    classes = words.classes
    end = first - 1
    while end > 0 and classes[end] == "y" and first - end < 3:
        end -= 1  # 'Argentina's new chief negotiator'
    if end < 0 or classes[end] != "s":
        return None
    begin = end
    while begin > 0 and end - begin < 6 and classes[begin - 1] in "NBOPCDG":
        begin -= 1
    return (begin, end) if begin < end else None
