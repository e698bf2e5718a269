"""What a line above a story has: place, day, agency, and what is neither."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from newsextract.lexicons.agencies import agency_at, agency_of
from newsextract.lexicons.countries import country_of
from newsextract.lexicons.places import added_place
from newsextract.lexicons.regions import printed_region
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.dateline.cursor import is_place, printed_day
from newsextract.parsers.dateline.draft import PrintedDay, PrintedPlace
from newsextract.parsers.dateline.names import (
    CITY,
    LARGE_CITY,
    TOWN,
    is_other_city,
    is_title_case,
    weight_of,
)
from newsextract.parsers.dateline.patterns import (
    DASH,
    OTHER_YEAR,
    UPPER,
    any_of,
    day_pattern,
    may_be_day,
    months,
    other_calendar,
    weekdays,
)
from newsextract.parsers.dateline.senders import names_office

LONGEST, LONGEST_UNDATED = 160, 50
_DIGIT = re.compile(r"\d")
_DATED = re.compile(
    r"[\d|●•](?:(?<!\d)|[^|●•]{1,24}(?:18|19|20)\d\d|(?:(?<=1)[89]|(?<=2)0)\d\d-\d)"
)
_MOST_PIECES = 16
_MOST_UNMARKED = 4
_MARKED = re.compile(r"[\d|●•·;/~»—–,:()\[\].-]")
_SHORTEST_NAME = 3  # of a place: 'Omaha World-Herald (NE)'
_MOST_WORDS = 6  # of a piece that is neither day nor place: name of an office, an author

_MOST_WORDS_OF_BODY = 8

_STRONG = re.compile(
    rf"\s*(?:[|●•·¦;/~»]+|(?<=\s)\.(?=\s)|:(?!\d)|(?<=\d)—(?=\d)|(?<=\s)[{DASH}]+(?=\s)|[{DASH}]{{2,}}|(?<=\s)[{DASH}]|[{DASH}](?=\s))\s*"
)
_WEAK = re.compile(r"[\s,().\[\]]+(?:and )?")
_APART = r",|●•·¦;/:()\[\]~\n"
_PIECE = re.compile(
    rf"(?:[^{DASH}{_APART} .]+|(?! [{DASH}]| \. |[{DASH}]{{2}}|[{DASH}] )[{DASH} .])+"
)
_KNOWN_WORDS = any_of(
    r"page|first|last|published|updated?|posted|modified|created|issued|released?|date|on|at|in|a\.?m|"
    r"p\.?m|hrs?|hours|gmt[+-]\d\d?(?::\d\d)?|utc[+-]\d\d?(?::\d\d)?|gmt|utc|ist|e[sd]?t|c[sd]?t|m[sd]?t|"
    r"p[sd]?t|ces?t|wes?t|ees?t|cat|eat|wat|msk|bst|pkt|kst|jst|sst|sast|hkt|sgt|wib|pht|"
    r"ict|ae[sd]t|nz[sd]t|local|time|premium|editor|"
    r"joint|news|press|media|release|statement|article|story|communiqué|speech|readout|print|share|"
    r"tweet|save|e-?mail|whatsapp|facebook|twitter|linkedin|telegram|copy link|"
    r"for immediate release".split("|")
)
_KNOWN = re.compile(
    r"(?:\d\d?(?:[:.] ?|h)\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?| uk\b)?(?!\d)|\d\d? ?[ap]\.?m\b\.?"
    r"|\d+ min(?:ute)?s? read\b|(?:about )?\d+ (?:minute|hour|day)s? ago\b"
    r"|(?:(?:unique|news|story) id|id|ref(?:erence)?)\b[.:]* ?[\w/-]*\d[\w/-]*"
    r"|(?:our|own|staff|special|district|divisional|senior|diplomatic)(?: [a-z]+)? "
    r"(?:correspondent|report(?:er)?)s?\b"
    rf"|(?:text |story |written |reported )?by\b:?(?:(?! [{DASH}] )[^|●•\n]){{0,80}}"
    rf"|(?:{_KNOWN_WORDS}|\d[\d,.]* (?:views?|viewed|reads?|comments?|shares?|hits))\b)",
    re.IGNORECASE,
)
_KIND_OF_AGENCY = re.compile(
    r" (?:(?:news|press|state)? ?(?:agency|service|bureau|desk|correspondent)|news|online"
    r"|with (?:wires|agencies))\b|[”\"»]"
    r"| by (?-i:[A-Z])[\w .'’-]{2,40}$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:[Nn]ews|[Ii]nformation) [Aa]gency [“\"«](?=\w)"
    r"|From (?:(?:the|[A-Z][a-z]+day['’]s) )?(?=[A-Z])"
)
_LABELS = any_of(
    r"tags?;topics?;keywords?;categor(?:y|ies);sections?;venue;where;host(?: \w+)?;caption;"
    r"contacts?;address;photos?;see also;related;read more;countr(?:y|ies);regions?;themes?;"
    r"subjects?;news;born;died;next(?: \w+){1,2}".split(";")
)
_OTHER_LABEL = re.compile(rf"(?i:{_LABELS}) ?:|(?i:you are here|home(?: page)?) ?[:»>/|]")
"""'Tags: Paris, London', 'Venue: Kigali, Rwanda', 'Next round: Geneva, 3 May': no dateline."""
_PAPER = re.compile(
    r"(?:^(?:The )?[A-Z]\w+(?: [A-Z]\w+){0,2} )(?:News|Agency|Press|Times|Post|Radio|Daily|Herald|"
    r"Tribune|Gazette|Service|Network)$"
)
"""'ANKARA - Hürriyet Daily News' on a line of its own."""
_VENUE = re.compile(
    r"(?:[A-Z][\w'’-]+ (?:of )?){1,3}(?:Palace|House|Headquarters|Hall|Cent(?:er|re)|Hotel|Castle)"
)
_INITIALS = re.compile(r"[A-Z]{2,6}")
_SIGNED = re.compile(
    rf"(?:By )?[{UPPER}][\w.'’-]*(?: [{UPPER}][\w.'’-]+){{1,3}}(?:,| /) "
    rf"(?P<agency>[^,\n]{{2,30}}), "
    rf"(?P<place>[{UPPER}][\w'’-]+(?: [{UPPER}][\w'’-]+){{0,2}})"
    rf"(?:, (?P<region>[{UPPER}][\w'’-]+(?: [{UPPER}][\w'’-]+){{0,2}}))?(?:,? ?(?=\d)|[,.]?$| \| )"
)
_SECTIONS = word_list("dateline_words.tsv", "sections")
_DESK = re.compile(r"\w (?:News|Press) (?:Desk|Agency|Service|Cent(?:er|re)|Network)$")

_BARS = tuple("|●•»")
"""What stands behind one, or behind '@', is no part of a stamp that has its place and day:
'Victoria, Seychelles | May 9, 2019, Thursday @ 11:52 in Business | By: ...'."""
_Kind = Literal["day", "known", "agency", "place", "unknown"]


class _Piece(NamedTuple):
    kind: _Kind
    start: int
    end: int


class Line(NamedTuple):
    """What is read of a line above the story."""

    pieces: tuple[_Piece, ...]
    places: tuple[PrintedPlace, ...] = ()
    day: PrintedDay | None = None
    agency: str | None = None

    def has(self, kind: _Kind) -> bool:
        """Whether a piece of that kind stands in the line."""
        return any(piece.kind == kind for piece in self.pieces)


def _may_hold_place(text: str, start: int, end: int) -> bool:
    """Whether a line is short enough, by the words that it has with and without a day."""
    if end - start > LONGEST_UNDATED:
        return end - start <= LONGEST and bool(_DATED.search(text, start, end))
    spaces = text.count(" ", start, end)
    if spaces > _MOST_UNMARKED and not _MARKED.search(text, start, end):
        return False  # a headline, most often
    return spaces <= _MOST_WORDS or bool(_DIGIT.search(text, start, end))


def _is_other(text: str, start: int, end: int) -> bool:
    """Whether words without any mark are neither a place nor an agency nor known words."""
    name = text[start:end]
    if weight_of(name) or added_place(name) or " and " in name or may_be_day(text, start):
        return False
    return agency_at(text, start) is None and not _KNOWN.match(text, start, end)


def read_line(text: str, start: int, end: int) -> Line | None:
    """The pieces of a line; None where one of them is neither known nor set apart by a mark."""
    if not _may_hold_place(text, start, end) or _OTHER_LABEL.match(text, start, end):
        return None
    if not _MARKED.search(text, start, end) and _is_other(text, start, end):
        return None
    signed = _signed_place(text, start, end)
    if signed:
        return signed
    line, at, strong = Line(()), start, True
    for _ in range(_MOST_PIECES):
        mark = _STRONG.match(text, at, end)
        gap = None if mark else _WEAK.match(text, at, end)
        if gap:
            at = gap.end()
            mark = _STRONG.match(text, at, end)  # 'New Delhi [India] | '
        at = mark.end() if mark else at
        strong = strong or mark is not None or (gap is not None and gap.group().endswith("and "))
        if at >= end:
            return line if line.pieces else None
        read = _next(text, at, end, line, strong)
        if read is None:
            complete = line.day is not None and line.day.year is not None and bool(line.places)
            barred = text[at] == "@" or (mark is not None and mark.group().strip()[:1] in _BARS)
            return line if complete and barred else None
        line, strong = read, False
        at = line.pieces[-1].end
    return None


def _signed_place(text: str, start: int, end: int) -> Line | None:
    """The author's post: 'By Anand Kerketta, Hindustan Times, Ranchi', 'Alla Lee, BC, Vilnius'."""
    signed = _SIGNED.match(text, start, end)
    if signed is None or weight_of(signed["place"]) < CITY:
        return None
    initials = _INITIALS.fullmatch(signed["agency"]) and text[signed.end() : signed.end() + 1]
    agency = agency_of(signed["agency"]) or (signed["agency"] if initials else None)
    if agency is None:
        return None
    place = PrintedPlace(*signed.span("place"), signed["place"], signed["region"])
    if place.region and not printed_region(place.region):
        return None
    line = _with(Line((), (place,), agency=agency), "agency", *signed.span("agency"))
    line = _with(line, "place", place.start, place.end)
    day = day_pattern().match(text, signed.end(), end)
    printed = printed_day(day) if day else None
    return _with(line._replace(day=printed), "day", *day.span()) if day and printed else line


def _next(text: str, at: int, end: int, line: Line, strong: bool) -> Line | None:
    """`line` with the piece that stands at `at`."""
    day = day_pattern().match(text, at, end) if may_be_day(text, at) else None
    if day and not text[day.end() : day.end() + 1].isalnum():
        printed = printed_day(day)
        if printed is None or printed.day is None:
            return _with(line, "known", at, day.end())
        line = line._replace(day=line.day or printed)
        return _with(line, "day", at, day.end())
    if line.places and OTHER_YEAR.search(text, at, end):
        foreign = other_calendar().match(text, at, end)
        if foreign:  # 'New Delhi, Agrahayana 24, 1925' above the day
            return _with(line, "known", at, foreign.end())
    piece = _PIECE.match(text, at, end)
    name = piece.group() if piece else ""
    words = name.split(" ")[1:]
    cut = _before_day().search(name) if any(map(_may_be_stamp, words)) else None
    name = (name[: cut.start()] if cut else name).rstrip(" .") or name
    city, hyphen, sender = name.rpartition("-")
    if hyphen and not line.pieces and agency_of(sender) and _is_town(city, name):
        place = PrintedPlace(at, at + len(city), city)  # 'Baghdad-INA'
        line = _with(line._replace(places=(place,)), "place", at, at + len(city))
        line = line._replace(agency=agency_of(sender))
        return _with(line, "agency", at + len(city) + 1, at + len(name))
    first, joint, second = name.partition(" and ")
    if joint and not line.pieces and min(weight_of(first), weight_of(second)) >= CITY:
        name = first  # 'Geneva and New York, 3 May'
    behind = at + len(name)
    opening = _FROM.match(text, at, end)  # "BEIJING — From Friday's Globe and Mail"
    credit = agency_at(text, opening.end() if opening else at)
    if credit and text[credit[1] : credit[1] + 1] == " " and not line.pieces:
        town = text[credit[1] + 1 : behind]
        if town[:1].isupper() and weight_of(town) >= CITY and not agency_of(name):  # 'NZPA Suva'
            return _with(line._replace(agency=credit[0]), "agency", at, credit[1])
    kind = _KIND_OF_AGENCY.match(text, credit[1], end) if credit else None
    if credit and (kind or (credit[1] >= behind and weight_of(name) < LARGE_CITY)):
        line = line._replace(agency=line.agency or credit[0])
        return _with(line, "agency", at, kind.end() if kind else credit[1])
    beside = bool(line.pieces) and line.pieces[-1].kind == "place"
    named = beside and (printed_region(name) or country_of(name))
    known = None if named else _KNOWN.match(text, at, end)
    if known:  # 'WEST' is a time zone, in 'Ramallah, West Bank' it is none
        return _with(line, "known", at, known.end())
    if piece is None:
        return None
    if not line.pieces and text.startswith(", ", behind) and _VENUE.fullmatch(name):
        return _with(line, "known", at, behind)  # 'Moncloa Palace, Madrid, 12 November 2019'
    read = _place(line, name, at, behind, strong)
    if read:
        return read
    body = text[at:end]
    if strong and line.places and line.has("day") and "," in body and _is_body(body):
        return _with(line._replace(agency=line.agency or body), "agency", at, end)
    apart = strong and (behind >= end or _STRONG.match(text, behind, end) is not None)
    # The author stands behind the agency: '24.kg news agency, Aida DOOLOTOVA'.
    apart = apart or (behind >= end and line.pieces[-1:] != () and line.pieces[-1].kind == "agency")
    if not apart or name[:1].islower() or len(name.split()) > _MOST_WORDS or line.has("unknown"):
        return None
    office = names_office(name) or country_of(name.rpartition(" ")[2])
    barred = text[behind : behind + 2].strip() == "|"
    if line.agency is None and _signs(name, line, barred):
        return _with(line._replace(agency=name), "agency", at, behind)
    if line.places and line.has("day") and line.agency is None and office:
        line = line._replace(agency=name)
    return _with(line, "unknown", at, behind)


def _is_body(name: str) -> bool:
    """'Foreign Affairs, Trade and Development Canada' at the end of a line."""
    words = name.split(" ")
    sends = names_office(name) or country_of(words[-1])
    return bool(sends) and len(words) <= _MOST_WORDS_OF_BODY and is_title_case(name)


def _is_town(city: str, name: str) -> bool:
    """Whether a hyphen joins a city and its agency: 'Baghdad-INA', no 'Alma-Ata'."""
    return weight_of(city) >= CITY and not is_place(name)


def _signs(name: str, line: Line, barred: bool) -> bool:
    """Whether an unknown name is the sender's: behind the place, or initials before a bar.

    'ANKARA - Hürriyet Daily News', 'Istanbul - BIA News Desk', '18 June 2022 | PNS | Ranchi'.
    """
    if not line.pieces and _DESK.search(name):
        return True  # 'BIA News Center - Istanbul'
    if line.places and (_DESK.search(name) or line.places[-1].name.isupper()):
        return _DESK.search(name) is not None or _PAPER.search(name) is not None
    return barred and _INITIALS.fullmatch(name) is not None and name.lower() not in _SECTIONS


def _place(line: Line, name: str, at: int, end: int, strong: bool) -> Line | None:
    """`line` with one more place, or with the country or state of its last one."""
    beside = bool(line.pieces) and line.pieces[-1].kind == "place"
    if beside and (not strong or country_of(name)):
        *others, last = line.places
        if country_of(name) and last.country is None:
            last = PrintedPlace(last.start, end, last.name, last.region, name)
        elif _is_region_of(name, last):
            last = PrintedPlace(last.start, end, last.name, name)
        elif weight_of(name) < CITY and not (last.region or last.country or strong):
            last = PrintedPlace(last.start, end, last.name, name)  # "Neiafu, Vava'u, Tonga"
        elif weight_of(name) < CITY:
            return None
        else:  # 'The Kremlin, Moscow'
            others, last = [*others, last], PrintedPlace(at, end, name)
        return _with(line._replace(places=(*others, last)), "place", at, end)
    if line.places and not beside:
        return None
    known = added_place(name)
    if (
        len(name) < _SHORTEST_NAME
        or not name[:1].isupper()
        or (weight_of(name) < TOWN and (known is None or not known.name))
    ):
        return None
    return _with(
        line._replace(places=(*line.places, PrintedPlace(at, end, name))), "place", at, end
    )


def _is_region_of(name: str, place: PrintedPlace) -> bool:
    if place.region or place.country or is_other_city(name, place.name):
        return False
    return printed_region(name) is not None


def _with(line: Line, kind: _Kind, start: int, end: int) -> Line:
    return line._replace(pieces=(*line.pieces, _Piece(kind, start, end)))


@lru_cache(maxsize=4096)
def _may_be_stamp(word: str) -> bool:
    """Whether a day or what is said before one may begin so: quicker than the expression."""
    return may_be_day(word, 0) or word[:3].lower() in ("las", "fir", "upd", "pub", "pos")


@cache
def _before_day() -> re.Pattern[str]:
    return re.compile(
        rf"(?<! de) (?=\d|(?:{months()}|{weekdays()}"
        r"|(?:last |first )?(?:updated|published|posted))\b)",
        re.IGNORECASE,
    )
