"""The paper that signs alone on a line above the story."""

from __future__ import annotations

import re
from functools import lru_cache

from newsextract.lexicons.agencies import agency_of, is_worldwide
from newsextract.lexicons.countries import countries_called
from newsextract.lexicons.organizations import known_bodies
from newsextract.lexicons.places import cities_called
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.dateline.names import LARGE_CITY, is_title_case
from newsextract.parsers.dateline.patterns import day_words
from newsextract.parsers.dateline.senders import CONTINENTS

_PIECES = re.compile(
    r"\s*[|•·]\s*|; |(?<=Agency): |\s(?:::|>>?|»|[-–—/]|--)\s"
    r"|, (?=\d|[A-Z][a-z]{2,8} \d|(?i:volume|issue) )"
)
_DAY_BEHIND = re.compile(r"(?:, | / )(?:[A-Z][a-z]{2,8},? )?(?:[A-Z][a-z]{2,8}\.? )?\d")
_OPENING = re.compile(
    r"(?i:special (?:cable |dispatch |report )?to |(?:from|source|by)(?: the)?[: ] ?)"
    r"|(?:[A-Z][a-z]{2,8}\.? \d\d?(?:,? \d{4})?|\d\d? [A-Z][a-z]{2,8}\.? \d{4}),? (?=[A-Z])"
)
_CLOSING = re.compile(
    r" (?:(?:[Nn]ews ?|[Ww]eb ?)[Dd]esk|Foreign Service"
    r"|(?:(?:Special|Staff|Senior|Chief|Foreign|Diplomatic|Political) )?"
    r"(?:Correspondent|Reporter|Writer|(?i:staff))|"
    r"\((?:[A-Z]{2,6}|(?:www\.)?[\w.]+|[^()]*\d{4}[^()]*)\))$"
)
_CLOSING_LONG = re.compile(r" [A-Z]\w+ (?:Correspondent|Reporter|Writer)$")
_DIGIT = re.compile(r"\d")
_CABLE = re.compile(
    r"(?i)(?:by |per )?(?:submarine |electric |special )?(?:telegraph|cable|wireless)$"
)
_INVERTED = re.compile(r"([A-Z][\w' ]{2,30}), The$")
"""'Boston Globe, The (MA)', as libraries sort it."""
_ONE_NAME = re.compile(r"[A-Z][a-z]\w*(?:News|Press|Times|Post|Media|Radio|Today)$")
_PUBLISHED = re.compile(r"Published in (?P<name>[A-Z][^,\d]{1,40}), ")
_FEWEST, _MOST_WORDS = 2, 5
_MOST_SPACES = 12
"""In a line that may be a sender's."""
_PAPERS = word_list("dateline_words.tsv", "papers")
_DAILIES = word_list("dateline_words.tsv", "dailies")
_SECTIONS = word_list("dateline_words.tsv", "sections")
_OTHER_WORDS = word_list("dateline_words.tsv", "other_words")
_HOST = re.compile(r"(?:www\.)?([A-Za-z][\w-]{2,25}\.(?:com|net|org|info|[a-z]{2})(?:\.[a-z]{2})?)")
_OF_SITE = re.compile(
    r"(?: (?:English|News|Online|business|information|news|portal|agency|website|site|edition))+$"
)
"""'UzReport.com business information portal'."""
_SIGN = re.compile(
    r"(?:[A-Z][a-z]{2,}){2,3}|[A-Z][a-z]{3,}\d{1,3}|\d{1,2}[a-z]{4,}"
    r"|(?:FOX|ABC|NBC|CBS|CW) ?\d{1,2}(?: [A-Z][a-z]+){0,2}"
    r"|Radio [A-Z]\w+(?: [A-Z]\w+){0,2}"
)
_INITIALS_BEFORE_BAR = re.compile(r"[A-Z]{2,6}(?= \| )")  # 'GDN | Bahrain News'
_OFFICES = word_list("dateline_words.tsv", "offices")


def sender_of(line: str, place: str) -> str | None:
    """The paper alone on a line or between its bars: 'The Hill Gazette'.

    Also the sender before the city, `place`, of the dateline: 'Hot FM (Gulu)'.
    """
    if line.count(" ") > _MOST_SPACES:
        return None
    published = _PUBLISHED.match(line)
    if published:
        return published["name"]
    name, bracket, seat = line.partition(" (")
    inverted = _INVERTED.match(name)
    name = f"The {inverted[1]}" if inverted else name
    name = name.partition(": ")[0]  # 'Star Tribune: Newspaper of the Twin Cities (Minneapolis, MN)'
    if bracket and (agency_of(name) or _is_seat(name, seat.removesuffix(")"), place)):
        return name
    pieces = _PIECES.split(_bare(line))
    if len(pieces) > 1 and pieces[1][:1].isalnum() and pieces[0].lower() in _PAPERS:
        dated = _DAY_BEHIND.match(line, len(pieces[0]))
        if dated and pieces[0][:1].isupper() and pieces[0].lower() not in day_words():
            return pieces[0]  # 'OBSERVER, January 16 1966'
    first = line.partition(", ")[0]  # 'Toronto Star, Saturday, April 16, 1994'
    if first != line and not first.endswith("agency"):
        seat = line[len(first) + 2 :].partition(",")[0]
        if _DIGIT.search(line) or any(city.weight >= LARGE_CITY for city in cities_called(seat)):
            pieces.append(first)
    for piece in pieces:
        opening = _OPENING.match(piece)
        opened = piece[opening.end() :] if opening else piece
        for closing in (_CLOSING, _CLOSING_LONG):
            name = closing.sub("", opened)
            inverted = _INVERTED.match(name)
            name = f"The {inverted[1]}" if inverted else name
            known = agency_of(name)
            body = name.removesuffix(" News") in known_bodies()  # 'OPCW News'
            paper = _is_paper(name.split(), staffed=name != opened)
            if known or (paper and not body and not _CABLE.match(name)):
                return known or name
    return None


def masthead(line: str) -> str | None:
    """A sender that no table has, by its form: 'Petroleumworld.com', 'Caribbean360'.

    Only where a line heads an item or stands beside its date or byline.
    """
    name = _PIECES.split(_bare(line))[0].strip()
    host = _HOST.fullmatch(_OF_SITE.sub("", name))
    if host:
        return host[1]
    sign = _SIGN.fullmatch(name) or (_INITIALS_BEFORE_BAR.match(line) if "|" in line else None)
    body = name.isupper() and name in known_bodies()  # 'IOM | News'
    return name if sign and not body and name.lower() not in _SECTIONS | _OTHER_WORDS else None


@lru_cache(maxsize=4096)
def is_paper(name: str) -> bool:
    """Whether a sender is a paper or broadcaster by its last word: 'The Japan Times', no 'TNN'.

    Of those that file from everywhere only dailies are: 'The Washington Post', no 'Dow Jones News'.
    """
    *first, last = name.removeprefix("The ").split()
    if last.lower() not in _PAPERS:
        return False
    if is_worldwide(agency_of(name) or ""):
        return last.lower() in _DAILIES
    if last.lower() != "news" or not first:
        return True
    # 'Mizzima News' is an agency, 'Daily News' a paper, 'Africa News' a section.
    papers = any(word.lower() in _PAPERS for word in first)
    return papers or bool(countries_called(first[0]) or cities_called(first[0]))


def _bare(line: str) -> str:
    """Without brackets around it or a mark behind."""
    if line[:1] in "([":
        line = line[1:].rstrip(")]")
    return line.rstrip(":.")


def _is_seat(name: str, seat: str, place: str) -> bool:
    """Whether the seat of a sender stands in brackets: 'The Herald (Harare)', no ministry's."""
    if name in known_bodies() or not _OFFICES.isdisjoint(name.lower().split()):
        return False
    seat = seat.partition(",")[0]  # 'Voice of America (Washington, DC)'
    if seat.casefold() == place.casefold():
        return True
    cities = cities_called(seat)
    return is_title_case(name) and bool(cities) and cities[0].weight >= LARGE_CITY


def _is_paper(words: list[str], staffed: bool) -> bool:
    if not _OFFICES.isdisjoint(word.lower() for word in words):
        return False  # 'Beirut Chamber Bulletin'
    if len(words) == 1:
        if staffed and words[0].lower() in _PAPERS:
            return True  # 'Chronicle Staff Writer'
        _, mark, last = words[0].partition("-")  # 'Banner-Herald'
        joined = _ONE_NAME.match(words[0]) is not None  # 'InkFreeNews'
        return joined or (bool(mark) and last.istitle() and last.lower() in _PAPERS)
    if not _FEWEST <= len(words) <= _MOST_WORDS or words[0].lower() in _SECTIONS:
        return False
    region = countries_called(words[0]) or words[0].partition("-")[0] in CONTINENTS
    if words[-1] == "News" and len(words) == _FEWEST and region:
        return False  # 'Africa News', 'Indian News', 'Asia-Pacific News'
    ends = words[-1].lower().rpartition("-")[2], " ".join(words[-2:]).lower()
    named = is_title_case(" ".join(words)) and not any(
        word.endswith((",", ":", "?", ";")) for word in words
    )
    return named and not _PAPERS.isdisjoint(ends)
