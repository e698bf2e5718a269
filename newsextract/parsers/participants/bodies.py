"""Bodies: ministries, banks, companies, international organizations and their abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from newsextract.lexicons.offices import body_words
from newsextract.lexicons.organizations import Body
from newsextract.parsers.participants.roles import OFFICE_PORTFOLIOS
from newsextract.parsers.participants.spelling import BASED
from newsextract.parsers.participants.words import Words, place_code

_JOINED = r"(?:a(?=[PNBM])|c(?=[PN]{1,2}[ac])|(?<=[CD])-(?=[CDN])|s)"
_TAIL_WORDS = r"[PNCDGBMH]|a(?=[PNBM])|(?<=C)a(?=C)|c(?=[PN]{1,3}[ac])"
_BODY = re.compile(
    rf"(?:[PNCDGOM]{_JOINED}?){{0,8}}B{{1,3}}(?:H(?=o))?"
    r"(?:N{1,4}(?=c))?"
    rf"(?:o[tr]?(?:{_TAIL_WORDS}|O){{1,9}}|f[tr]?(?:{_TAIL_WORDS}){{1,9}}){{0,3}}"
)
_SMALL_BODY = re.compile(
    r"(?:[CDGO]s?|[tr])?(?:xax|[wy]ax|x|w|y){1,2}b|(?:[CDG]s?)b|(?<=t)[mx]{0,2}js[bB]|M?HsB"
)
_EXPLAINED = re.compile(r"bc([NP]{0,3}N[NO]{0,2}B?|O)(?=[c.])")
"""'The company, Sahel Aurifere, ...'"""
_CALLED = re.compile(r"(?P<kind>(?:D[wyxPN]{0,3})?b)(?P<name>N(?:p?N){0,2}|O|G{1,2})(?![hNOGPBHj])")
"""'the Lithuanian laser company Lumentera'"""
_NAMED_KIND = re.compile(r"(?<=t)(?P<name>D?N{1,3}|O)[wyx]{0,2}b(?![NOGb])")
"""'the SACE export credit agency'"""
_SINGLE = re.compile(r"(?<![PNOGBMH])(?:(?P<owner>[CD])s?)?(?P<name>P?[BP])(?![PNOCDGBMHo-])")
_ONE_OF_A_KIND = frozenset("Senate Congress Parliament Treasury Navy Army Presidency".split())
_PARTY = re.compile(r"(?:[NCG]{1,3}|O)b")
"""'the Hayastan faction'"""
_OPPOSING = re.compile(r"m(?P<name>[NP]{1,3}(?:aN)?)(?![HjhNP])")
"""'the opposition Farmers and Greens'"""
_OWNED = re.compile(r"(?P<country>C)s(?P<name>N{1,3})(?![hNPBbHjmMGsx-])")
"""'Denmark's Danida'"""
_NATIONAL_BODY = re.compile(r"(?<![PNDGB])[PN]{1,2}C(?=\([ON]\))")
"""'Statistics Indonesia (BPS)'"""
_SHORTENED = re.compile(r"(?<=[PNCDGOMH])\((?P<short>[ON])\)")
"""'TradeMark East Africa (TMEA)'"""
_OF_COUNTRY = re.compile(r"D[wyxPN]{0,3}b")
_OF_ITS_COUNTRY = re.compile(r"ot?C")
_NATIONAL = frozenset("ministry ministries department".split())
_SMALL_WORDS = "ministry bank administration police agency authority office service commission"
_SMALL_NOUNS = frozenset(
    f"{_SMALL_WORDS} inspectorate embassy consulate council board bureau committee "
    "forum guard".split()
)
_ANY = frozenset({"committee", "forum", "guard", "council", "board"})
"""'a border guard', 'a committee': no one in particular."""
_POSTS = frozenset("embassy consulate delegation office mission representation".split())
"""Nouns of bodies abroad: where they are belongs to the name."""
_FIRMS = frozenset("co co. inc inc. corp corp. ltd ltd. plc sa ag gmbh llc".split())
"""They stand behind a name, and end it."""
_PARTIES = frozenset({"party", "faction", "bloc", "coalition"})
_SIDES = frozenset({"opposition", "ruling"})
_NAMED_SECTORS = frozenset({"BUS", "NGO", "PTY", "REB", "AGR", "LAB", "EDU"})
_CALLERS = frozenset({"group", "office", "agency", "fund", "ngo"})
THINGS = frozenset(
    """act accord agreement arrangement award barriers bond bonds budget code compact conference
    convention corridor day deal decree declaration dialogue directive exhibition expo fair
    festival framework games index initiative law meeting memorandum mechanism pact partnership
    facility pipeline plan policy port posts process prize project protocol railway regulation
    report resolution review road scheme strategy summit system talks tax treaty visa war week zone
    area""".split()
)
"""Nouns of what bodies agree on, hold or build; no bodies themselves."""
_SKIPPED = frozenset("campaign news delegation".split())
"""Nouns of bodies that are not looked for by themselves; a person's office may name them."""


@dataclass(slots=True)
class BodyMention:
    """A body in the text: its words (half-open), and the country printed beside it."""

    first: int
    last: int
    name: str
    country: str | None = None
    known: Body | None = None
    small: bool = False
    entity: bool = False
    rule: str = ""
    stands: int | None = None
    """The word that says how it stands, where that is not in the name."""


def body_mentions(
    words: Words, persons: set[int], employers: Iterable[tuple[int, int]] = ()
) -> list[BodyMention]:
    """All that may be a body's name, in document order, without overlap.

    Words of `persons` are persons' names; `employers` are the bodies in their offices.
    """
    found = []
    for mention in chain(_candidates(words, persons), _employers(words, employers)):
        inside = [i for i in range(mention.first, mention.last) if i in persons]
        if not inside:
            found.append(mention)
    found.sort(
        key=lambda m: (
            m.first,
            m.first not in words.firms or m.rule != "explained",
            -m.last,
            m.entity,
        )
    )
    apart: list[BodyMention] = []
    for mention in found:
        if not apart or mention.first >= apart[-1].last:
            apart.append(mention)
        elif apart[-1].entity and not mention.entity:
            apart[-1] = mention
    return apart


def _employers(words: Words, employers: Iterable[tuple[int, int]]) -> Iterator[BodyMention]:
    """Names without a body's noun that an office says its holder is of: 'Lumentera's CEO'."""
    for first, last in employers:
        kinds = words.classes[first:last]
        if "N" in kinds and not set(kinds) - set("NPCMDaO"):
            yield BodyMention(first, last, words.printed(first, last), entity=True)


def _candidates(words: Words, persons: set[int]) -> Iterator[BodyMention]:
    classes = words.classes
    for first, firm in words.firms.items():
        name = words.printed(first, firm.last)
        yield BodyMention(first, firm.last, name, firm.country, rule="explained")
    for place, known in words.bodies.items():
        begin = _begins_longer(words, place)
        if begin < place:
            yield BodyMention(begin, place + 1, words.printed(begin, place + 1), known.country)
            continue
        part = classes[place + 1] in "BN-" and place + 1 not in persons
        if classes[place + 1 : place + 3] in {"BH", "Bj"} and _is_desk(words, place + 1):
            part = False
        if classes[place + 1] == "-" and words.starts[place + 1] > words.ends[place]:
            part = False  # a dash, not a hyphen
        if not part or words.printed(place + 1, place + 2).lower() == "delegation":
            yield BodyMention(place, place + 1, known.name, known.country, known)
    for match in _BODY.finditer(classes):
        first, last = match.span()
        last = _before_whole(words, first, last)
        names = [i for i in range(first, last) if i in persons]
        if first == last:
            continue
        if not names:
            yield from _printed(words, first, last)
        elif "B" in classes[first : names[0]]:
            yield from _printed(words, first, _before_office(words, first, names[0]))
        elif "B" in classes[names[-1] + 1 : last]:
            first = names[-1] + 1
            yield from _printed(words, first + (classes[first] in "ac-s"), last)
    for match in _EXPLAINED.finditer(classes):
        first, last = match.span(1)
        if not persons.intersection(range(first, last)):
            country = _nationality(words, first - 2)
            yield BodyMention(first, last, words.printed(first, last), country)
    for match in _SMALL_BODY.finditer(classes):
        first, last = match.span()
        if classes[first] == "O" and first not in words.bodies and classes[first + 1] != "s":
            continue  # 'the SACE export credit agency' has a name
        noun = words.printed(last - 1, last).lower()
        one = words.printed(first, first + 1).lower() in {"a", "an"} and noun in _ANY
        if noun in _SMALL_NOUNS and not one and classes[last] not in "NOG":
            yield from _small(words, first, last)
    yield from _explained_otherwise(words, persons)
    yield from _single(words)
    at = words.places
    for start, end, label in words.entities:
        if label != "ORG" or start not in at:
            continue
        first = last = at[start]
        while last < len(classes) and words.starts[last] < end:
            last += 1
        while first < last and classes[first] in "trsq":
            first += 1
        while first < last and classes[last - 1] in "sqc(":
            last -= 1
        inside = classes[first:last]
        ends = inside[2:] and inside[-1] == "C" and not set(inside[:-1]) - set("NPM")
        named = ends or ("N" in inside and not set(inside) - set("NPOpaMB"))
        if named and words.printed(last - 1, last).lower() not in THINGS:
            yield BodyMention(first, last, words.printed(first, last), entity=True)


def _single(words: Words) -> Iterator[BodyMention]:
    """'the Senate', 'Chile's Congress', 'the National Treasury': one of its kind in a country."""
    for match in _SINGLE.finditer(words.classes):
        noun = match.end() - 1
        behind = words.spelled[noun + 1]
        if words.classes[noun + 1] == "j" and not behind.startswith("spokes"):
            continue
        if words.spelled[noun] in _ONE_OF_A_KIND:
            first = match.start("name")
            owner = match.start("owner")
            code = place_code(words, owner) if owner >= 0 else None
            name = words.printed(first, noun + 1)
            yield BodyMention(first, noun + 1, name, code, small=True)


def _is_desk(words: Words, place: int) -> bool:
    """Does the noun belong to the office behind it ('Pentagon Press Secretary')?"""
    return words.spelled[place] in {"Board", "Press"}


def _begins_longer(words: Words, place: int) -> int:
    """First word of 'Export-Import Bank of Korea', 'State Concern Turkmengaz'."""
    begin = place
    company = words.classes[place - 1 : place] == "B" and words.bodies[place].sector == "BUS"
    begin -= company
    if company or words.spelled[place].startswith("Bank of"):
        while begin > 0 and words.classes[begin - 1] in "PN":
            begin -= 1
    return begin


def explained_names(words: Words) -> set[str]:
    """Names of bodies by what stands before them; no person is called so."""
    called = {
        words.printed(*match.span("name"))
        for match in _CALLED.finditer(words.classes)
        if _calls(words, match.start("name") - 1)
    }
    owned = (match.span("name") for match in _OWNED.finditer(words.classes))
    return called | {words.printed(*span) for span in owned if span[1] - span[0] == 1}


def _calls(words: Words, place: int) -> bool:
    """Is the noun one behind which a body's name stands ('the company Lumenta')?"""
    noun = words.printed(place, place + 1).lower()
    return body_words().get(noun) in _NAMED_SECTORS or noun in _CALLERS


def _explained_otherwise(words: Words, persons: set[int]) -> Iterator[BodyMention]:
    """Names that what stands beside them says to be bodies'."""
    classes = words.classes
    for match in _CALLED.finditer(classes):
        first, last = match.span("name")
        if _calls(words, first - 1) and first not in words.codes:
            code = place_code(words, match.start()) if classes[match.start()] == "D" else None
            yield _named(words, first, last, code)
    for match in _NAMED_KIND.finditer(classes):
        place = match.start()
        if place in words.bodies or "-" in words.spelled[place]:
            continue
        if place in words.codes and place not in words.recognized:
            continue
        if words.printed(*match.span("name")) in words.people:
            continue
        if _calls(words, match.end() - 1):
            mention = _named(words, *match.span("name"), None)
            mention.stands = match.end() - 1
            yield mention
    for match in _PARTY.finditer(classes):
        if words.printed(match.end() - 1, match.end()).lower() in _PARTIES:
            yield _named(words, *match.span(), None)
    for match in _OPPOSING.finditer(classes):
        if words.printed(match.start(), match.start() + 1) in _SIDES:
            yield _named(words, *match.span("name"), None)
    for match in _OWNED.finditer(classes):
        yield _named(words, *match.span("name"), place_code(words, match.start()))
    for match in _NATIONAL_BODY.finditer(classes):
        yield _named(words, *match.span(), place_code(words, match.end() - 1), "abbreviated")
    for match in _SHORTENED.finditer(classes):
        last = match.start()
        begin = _spelled_out(words, last, words.printed(last + 1, last + 2))
        if begin is not None and words.printed(last - 1, last).lower() not in THINGS:
            yield _named(words, begin, last, None, "abbreviated")


def _named(
    words: Words, first: int, last: int, country: str | None, rule: str = "explained"
) -> BodyMention:
    name = words.printed(first, last)
    return BodyMention(first, last, name, country, entity=True, rule=rule)


def _spelled_out(words: Words, last: int, short: str) -> int | None:
    """First of the words before word `last` whose capital letters are those of `short`."""
    letters = [c for c in short.upper() if c.isalpha()]
    first = last
    while first > 0 and letters and words.classes[first - 1] in "PNCDGOBMHoaft":
        first -= 1
        word = words.printed(first, first + 1)
        capitals = [c for c in word if c.isupper()]
        if not capitals:
            continue
        if letters[-len(capitals) :] != capitals:
            capitals = capitals[:1]
        if letters[-len(capitals) :] != capitals:
            return None
        del letters[-len(capitals) :]
    return first if not letters and last - first > 1 else None


def _before_whole(words: Words, first: int, last: int) -> int:
    """'the Board of the International Monetary Fund': a part of a body, which is the body."""
    classes = words.classes
    noun = classes.find("B", first, last)
    called = words.printed(noun, noun + 1).lower()
    if called in _POSTS:
        return last
    for i in range(noun + 1, last):
        if classes[i] == "O" and classes[i - 2 : i].lstrip("BH") in {"o", "ot"}:
            end = i - (2 if classes[i - 1] == "t" else 1)
            return last if classes[i + 1] == "P" else first if called == "board" else end
    return last


def _before_office(words: Words, first: int, last: int) -> int:
    """'Ministry of Foreign Affairs State Secretary X': where the name ends before the office."""
    end = last
    while end > first and words.classes[end - 1] in "MHj":
        end -= 1
    if end < last and words.printed(end - 1, end).lower() in OFFICE_PORTFOLIOS:
        end -= 1
    return end


def _printed(words: Words, first: int, last: int) -> Iterator[BodyMention]:
    """A name with a body's noun; the country before it is taken off, and places behind it."""
    classes = words.classes
    country, start = None, first
    possessive = classes.rfind("s", first, last)
    plural = possessive >= 0 and words.spelled[possessive] in "'’"
    if possessive >= 0 and "B" not in classes[first:possessive] and not plural:
        if "O" in classes[first:possessive]:
            return  # a part of another body: 'the World Bank's Board of Directors'
        country, start = _code(words, first, possessive), possessive + 1
    elif classes[first] == "D":
        shared = classes[first + 1] == "-" and classes[first + 2] in "CD"
        country = None if shared else _code(words, first, first + 1)
    elif first and classes[first - 1] == "s":
        begin = first - 1
        if classes[begin - 1] == "O":
            return
        while begin > 0 and classes[begin - 1] in "CG":
            begin -= 1
        country = _code(words, begin, first - 1)
    while start < last and words.printed(start, start + 1).endswith(BASED):
        start += 1
    if country is None:
        country = _owner(words, first)
    if classes[last] in "Hj" and _is_desk(words, last - 1):
        last -= 1
    joint = classes.find("Oa", start, last)
    if joint == start and joint in words.bodies:
        start = joint + 2  # 'Alstom and Škoda Group' are two
    nouns = [words.printed(i, i + 1).lower() for i in range(start, last) if classes[i] == "B"]
    if not nouns:
        return
    if nouns[0] in _FIRMS:
        end = start + classes[start:last].index("B") + 1
        while end < last and classes[end] == "B":
            end += 1
        if end - start < 2 or classes[end - 2] == "t":
            return  # 'Co Tyrone' is a county
        last = end
    for place in range(start, last):
        if classes[place] == "f" and words.printed(place, place + 1) not in {"for", "on"}:
            post = nouns[0] in _POSTS and words.printed(place, place + 1) in {"in", "to"}
            if not (post and classes[place + 1] in "GC"):
                last = place
                break
    own = _code(words, start, last, "CD")
    if (
        classes[last] == "s"
        and classes[last - 2 : last] == "oC"
        and "B" in classes[start : last - 2]
    ):
        last -= 2  # 'the Border Troops of Tajikistan's State Committee'
    if nouns[0] in _POSTS and own is None:
        coded = (place_code(words, i) for i in range(start, last) if classes[i] in "CD")
        own = next(filter(None, coded), None)  # the sender is named before the host
    if nouns[0] in _NATIONAL:
        start += classes[start] == "D"
        while last > start and classes[last - 1] in "Cto":
            last -= 1
    if last - start > 1 and not _SKIPPED.intersection(nouns):
        yield BodyMention(start, last, words.printed(start, last), country or own)


_OWNER = re.compile(r"(?:Cs|D(?:bs)?)[xywvP-]{1,3}$")


def _owner(words: Words, first: int) -> str | None:
    """'Taiwan's state-backed Technology Fund': the country a little before the name."""
    begin = max(0, first - 6)
    match = _OWNER.search(words.classes[begin:first])
    return place_code(words, begin + match.start()) if match else None


def _nationality(words: Words, place: int) -> str | None:
    """'A French mining company ... The company, X, ...': by the same noun before word `place`."""
    noun = words.printed(place, place + 1).lower()
    for match in _OF_COUNTRY.finditer(words.classes, max(0, place - 300), place + 1):
        if words.printed(match.end() - 1, match.end()).lower() == noun:
            return place_code(words, match.start())
    return None


def _small(words: Words, first: int, last: int) -> Iterator[BodyMention]:
    """'the finance ministry', 'Tokyo's foreign ministry'."""
    classes, start = words.classes, first
    noun = last - 1
    abroad = words.printed(noun, last).lower() in _POSTS
    while start < last and classes[start] in ("str" if abroad else "CDGOstr"):
        start += 1
    if last - start < 2 or classes[start] == "s":
        return
    if classes[last : last + 2] == "cO" and classes[last + 2] in "c.":
        return  # 'the humanitarian affairs office, OCHA, said'
    behind = words.printed(last, last + 1)
    if abroad and behind in {"in", "to"} and classes[last + 1] in "GC":
        last += 2
    country = _code(words, first, noun + 1 if abroad else start) or _owner(words, start)
    of = _OF_ITS_COUNTRY.match(classes, last)
    if of and country is None:
        country = place_code(words, of.end() - 1)
    yield BodyMention(start, last, words.printed(start, last), country, small=True)


def _code(words: Words, first: int, last: int, kinds: str = "CDG") -> str | None:
    codes = {place_code(words, i) for i in range(first, last) if words.classes[i] in kinds}
    codes.discard(None)
    return codes.pop() if len(codes) == 1 else None
