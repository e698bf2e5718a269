"""Offices beside names: 'Deputy Minister of Foreign Affairs of Kazakhstan Roman Vasilenko'.

Works on the classes of `words`; a repetition is bounded everywhere, so that the time stays
linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsextract.parsers.participants.words import Words

NAME = r"N(?:p{0,3}N|qN{1,2}q(?=N)){0,7}"
"""A name: words with capital letters, particles, a nickname in quotation marks."""

_PREMODIFIER = (
    r"(?:[MPDCOBGHmxbj]s?|(?<=s)N(?=[HMP])|\([ONG]\)(?=[HMmjPx])"
    r"|[a-](?=[MPHOmxj])|k(?=[Hj])|c(?=[PHM]{1,3}[ca])|w(?=w?j))"
)
_CORE = rf"{_PREMODIFIER}{{0,12}}[Hj](?:-?[MHmj]|a(?=[Mm]{{1,2}}[Hj])|aM){{0,5}}"
_UNIT = (
    r"(?:[MPDCOBGHmxb]s?|\(O\)(?=[oc])|N{1,3}P?(?=B)"
    r"|a(?=[PDCGBOMHtx]|NP)|(?<=a)N(?=P)|-(?=[PDCGN])|c(?=P{1,3}[ca]|aP|aNP)|(?<=G)[wx](?=h{0,3}N)|N{1,2}(?:w(?=h{1,3}N)|x(?=h{0,3}N)))"
)
_TAIL = rf"(?:[of][tr]?{_UNIT}{{1,12}}){{0,4}}"
_LISTED = r"c(?=[PN]{1,2}(?:c[PN]{1,2}){0,3}c?aP{1,3}(?![PNHM]))"
"""The comma in 'Minister of Trade, Agribusiness and Industry'."""
_FREE = rf"(?:[of](?:[wyPDCOBGHMNosftadpxbmj-]|\([ONP]{{1,3}}\)(?=[oc])|{_LISTED}){{1,14}})"

_START = r"(?<![MPHmxjDCOBb])"
"""Where an office phrase can begin; saves trying each word of a long one."""
_ADDRESS = r"(?:\([ONP]{1,3}\))?(?:c?h{0,4}|c[tr]h{1,4})"
_PLACE = r"(?:c[GN]{1,2}(?=c))?"
_BEFORE = re.compile(rf"{_START}(?P<office>{_CORE}{_TAIL}){_ADDRESS}(?P<name>{NAME})")
_FREE_BEFORE = re.compile(
    rf"{_START}(?P<office>{_CORE}{_FREE}{_PLACE})c(?:th)?h{{0,4}}(?P<name>{NAME})(?=[cvf.;n-])"
)
_AFTER = re.compile(
    rf"(?P<name>{NAME})[c-][tr]?(?P<office>(?:N{{1,3}}B?s?)?{_CORE}{_FREE}?)(?=[cvq.;n()-]|a[NDhHM])"
)
_BARE_AFTER = re.compile(
    rf"(?P<name>{NAME})[c-][tr]?(?P<office>[wyxm]{{0,3}}{_CORE})(?=[cvq.;n()-])"
)
_HOLDERS = rf"(?P<names>h{{0,3}}{NAME}(?:ch{{0,3}}{NAME}){{0,6}}c?ah{{0,3}}{NAME})"
_PLURAL = re.compile(rf"{_START}(?P<office>{_CORE}{_TAIL})c?{_HOLDERS}")
_OF_BOTH = re.compile(rf"(?P<office>[mxyj]{{0,3}}[wj]ot?[vw]w)c{_HOLDERS}")
"""'the special envoys of the two countries, A and B'"""
_HEADED = re.compile(rf"{_START}(?={_PREMODIFIER}{{0,12}}[Hj])")
"""Where an office phrase begins."""
ALONE = re.compile(rf"{_START}(?P<core>{_CORE}){_FREE}?")
"""An office phrase, wherever it stands."""
_RANKED = re.compile(
    rf"{_START}(?P<office>{_CORE}{_FREE}?)c(?P<rank>t?[MmPB]{{0,2}}[Hj]{{1,3}})(?:th)?h{{0,3}}(?P<name>{NAME})"
)
"""'the Director General of the Roads Department, Ambassador X': function, rank, name."""
_WITH_BODY = re.compile(
    rf"{_START}(?P<office>{_CORE})c(?P<body>(?:t?[CDG]s?)?[PNO]{{0,3}}B(?:[of]t?[PDCGBOMNa]{{1,8}})?"
    rf"|[PNO]{{1,5}}(?=ch))c(?:th)?(?P<rank>H{{0,2}})h{{0,4}}(?P<name>{NAME})(?=[cvf.;n-])"
)
"""'the Permanent Secretary, Ministry of Finance, Dr X'"""
_BARE_PORTFOLIO = re.compile(
    rf"{_START}(?P<office>(?:[CDG]s?)?[PM]{{0,3}}HP{{1,3}})h{{0,4}}(?P<name>{NAME})(?=[cvf.;n])"
)
"""'Secretary Petroleum X': the office before its field, without 'of'."""
_DEPUTY = re.compile(r"(?<![HMPjmxNO])(?P<office>M)(?P<name>NN{1,3})(?=[cvfa.;n])")
"""'Deputy X asked for the papers': a member of parliament."""
_MEMBER = re.compile(rf"(?P<name>{NAME})ct?(?P<office>m[of]t?[wyxNPGODC]{{1,4}}b)(?=[cvq.;n])")
"""'X, a deputy for the Kataeb party'"""
_COUNTERPART = re.compile(
    rf"r?(?P<office>[DCGs]{{0,2}}[Mm]?k[wy]?)(?P<gap>c?)(?P<rank>H?)h{{0,4}}(?P<name>{NAME})"
)
NAMES = re.compile(NAME)

_RANK_WORDS = (
    "ambassador general colonel major lieutenant captain admiral brigadier marshal sergeant "
    "commander inspector superintendent constable corporal detective cadet brig justice "
    "attorney-at-law"
)
_SHORT_RANKS = (
    "gen maj lt col adm capt brig sgt cmdr amb sen rep senior rear vice first air wing group "
    "squadron flight field fleet police navy army marine retired barrister advocate architect"
)
_RANKS = frozenset(
    f"{_RANK_WORDS} {_SHORT_RANKS} commodore engineer senator professor sheikh".split()
)


_CALLINGS = frozenset(
    "tycoon billionaire businessman businesswoman economist lawyer historian academic scientist "
    "journalist activist philanthropist entrepreneur veteran diplomat Chief".split()
)
"""What one is beside the office that stands before ('the party's founder, tycoon X')."""
_UNDER = frozenset({"deputy", "assistant", "chief"})
_COMMANDS = frozenset({"superintendent", "inspector", "constable", "commissioner"})


def is_rank(text: str | None) -> bool:
    """Does an office say how high its holder stands, and not what they do?"""
    words = (text or "").lower().replace("-", " ").split()
    if words[1:] and words[0] in _UNDER and words[1] in _COMMANDS:
        words = words[1:]
    return bool(words) and all(word.rstrip(".") in _RANKS for word in words)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as printed beside a name.

    Attributes:
        first, last: its words (half-open), with country and body.
        name_first, name_last: the words of the name.
        rule: what found it.
        body: words of the body that stands between office and name.
    """

    first: int
    last: int
    name_first: int
    name_last: int
    rule: str
    body: tuple[int, int] | None = None


def find_offices(words: Words) -> Iterator[Office]:
    """Offices with a name beside them, the surest first; a name may come more than once."""
    classes = words.classes
    starts = [match.start() for match in _HEADED.finditer(classes)]
    for match in _at(starts, _RANKED, classes):
        rank = words.printed(*match.span("rank"))
        if is_rank(rank.removeprefix("the ")) or rank in _CALLINGS:
            yield Office(*match.span("office"), *match.span("name"), "title_before")
    for match in _at(starts, _WITH_BODY, classes):
        if match["rank"] and not is_rank(words.printed(*match.span("rank"))):
            continue
        yield Office(*match.span("office"), *match.span("name"), "title_before", match.span("body"))
    for match in _at(starts, _PLURAL, classes):
        last = match.end("office") - 1
        head = max(classes.rfind(k, match.start(), last + 1) for k in "Hj")
        if words.printed(head, head + 1).lower().endswith(("s", "men", "women", "people")):
            for name in NAMES.finditer(classes, match.start("names"), match.end("names")):
                yield Office(*match.span("office"), *name.span(), "title_before")
    for match in _OF_BOTH.finditer(classes):
        for name in NAMES.finditer(classes, match.start("names"), match.end("names")):
            yield Office(*match.span("office"), *name.span(), "title_before")
    for match in _at(starts, _BEFORE, classes):
        first, last = match.span("office")
        first = _last_office(words, first, last)
        if words.printed(max(0, first - 4), first).lower() == "minister of state,":
            first -= 4  # a rank; the portfolio follows
        yield Office(first, last, *match.span("name"), "title_before")
    for match in _BARE_PORTFOLIO.finditer(classes):
        yield Office(*match.span("office"), *match.span("name"), "title_before")
    for match in _at(starts, _FREE_BEFORE, classes):
        yield Office(*match.span("office"), *match.span("name"), "title_before")
    for pattern in (_AFTER, _BARE_AFTER):
        for match in pattern.finditer(classes):
            yield Office(*match.span("office"), *match.span("name"), "apposition")
    for match in _DEPUTY.finditer(classes):
        if words.printed(*match.span("office")) == "Deputy":
            yield Office(*match.span("office"), *match.span("name"), "title_before")
    for match in _MEMBER.finditer(classes):
        first, last = match.span("office")
        body = first + 2 + (classes[first + 2] == "t"), last
        if words.spelled[first] == "deputy":
            yield Office(first, first + 1, *match.span("name"), "apposition", body)
    for match in _COUNTERPART.finditer(classes):
        if match["rank"] and not is_rank(words.printed(*match.span("rank"))):
            continue
        yield Office(*match.span("office"), *match.span("name"), "counterpart")


def _at(starts: list[int], pattern: re.Pattern[str], classes: str) -> Iterator[re.Match[str]]:
    """As ``pattern.finditer`` gives them, for patterns that begin with an office's core."""
    past = 0
    for start in starts:
        match = pattern.match(classes, start) if start >= past else None
        if match:
            past = match.end()
            yield match


def _last_office(words: Words, first: int, last: int) -> int:
    """'aide to Senate Leader X': where an office without article stands behind 'to', X holds it.

    Not so in 'Chairman of the Cabinet of Ministers X', where many hold the second.
    """
    classes = words.classes
    preposition = max(classes.rfind("o", first, last), classes.rfind("f", first, last))
    behind = classes[preposition + 1 : last]
    if preposition > first and behind[:1] in {"H", "M", "P"} and "H" in behind:
        head = classes.rfind("H", first, last)
        if behind[0] == "P" and is_rank(words.printed(head, last)):
            return first  # 'Spokesman on Labour Senator X'
        if not words.printed(head, head + 1).lower().endswith(("ers", "ors", "ies")):
            return preposition + 1
    return first


def before_rank(words: Words, first: int, last: int) -> int:
    """'Director of the Water Authority of Jordan Engineer X': the office ends before the rank."""
    classes, begin = words.classes, last
    while begin > first and (classes[begin - 1] in "HM" or words.spelled[begin - 1] in _BRANCHES):
        begin -= 1
    while begin < last:
        rank = words.printed(begin, last)
        before = classes[begin - 1] if begin > first else ""
        of = not set(classes[first:begin]).isdisjoint("of")
        chief = words.spelled[begin - 1].lower() in _MADE_GENERALS
        if (
            is_rank(rank)
            and not (rank.startswith("General") and before in {"H", "M"} and not chief)
            and (before in {"H", "j"} or (of and before in "CBPN"))
        ):
            break
        begin += 1
    return begin if first < begin < last else last


_BRANCHES = frozenset({"Air", "Wing", "Group", "Squadron", "Flight", "Navy", "Army", "Marine"})
"""What begins a rank ('Air Vice Marshal', 'Navy Captain')."""
_MADE_GENERALS = frozenset({"minister", "commander", "president", "chief", "spokesman", "leader"})
"""Offices behind which 'General' is a rank, as it is not in 'Secretary General'."""
