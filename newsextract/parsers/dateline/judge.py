"""Is it a dateline? What a draft must have, by the evidence that stands in it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from newsextract.lexicons.agencies import agency_at, agency_of, home_of
from newsextract.lexicons.countries import country_of, is_former
from newsextract.lexicons.places import added_place, cities_called, city_misspelled
from newsextract.lexicons.regions import printed_region
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.dateline.draft import Draft
from newsextract.parsers.dateline.names import (
    CITY,
    LARGE_CITY,
    TOWN,
    is_city_state,
    is_on_board,
    is_title_case,
    weight_of,
)
from newsextract.parsers.dateline.patterns import DASH, slug_beginnings
from newsextract.parsers.dateline.senders import SHARED_REGIONS, names_office
from newsextract.parsers.dateline.spoken import STORY_READ, speaks_of
from newsextract.reading.line_kinds import is_sentence

_MOST_WORDS = 7
_MOST_UNKNOWN_WORDS = 4  # of a place in capitals that the gazetteer lacks
_LONGEST_ACRONYM = 4
_SHORTEST_STORY = 40
_LONGEST_SENDER = 70
_FEWEST_WORDS = 3
_LONGEST_DAY = 20
_ABOVE = 400  # characters of the lines above it
_STAMP = re.compile(
    r"(?i)(?:(?:(?:last|first) )?(?:updated?|published|posted|modified)\b ?(?:on|at)?[: ]"
    r"|\d[\d,]* (?:views?|viewed|reads?|comments?|hits|shares?)\b"
    r"|\d\d?:\d\d ?[ap]m\b|(?:article|story|written)? ?by:|author:)"
)
"""A site's stamp stands behind the mark, no story."""
_STAMPED = frozenset("0123456789 abflmpsuwABFLMPSUW")
_DIGIT = re.compile(r"\d")
_HEADLINE = 80  # characters of the story that tell whether all of it is in capitals


def rule_of(draft: Draft, text: str, line_end: int, headed: bool = False) -> str | None:
    """The rule by which `draft` is a dateline, None where it is none.

    Args:
        draft: what is read.
        text: the clean text.
        line_end: where its line ends.
        headed: whether a byline or a date stands above, so that it is surely an item's.
    """
    first = draft.places[0]
    doubt, start = _doubt(first.name), first.start
    if doubt and (doubt == "refused" or not (draft.agency or _has_region(draft))):
        return None
    if draft.agency and _are_initials(first.name, draft.agency):
        return None  # 'LAHT - Latin American Herald Tribune'
    if doubt and draft.separator == "line" and draft.agency == agency_of(first.name):
        return None  # 'Syrian Arab News Agency - SANA'
    if start and text[start - 1] == "-" and text[max(0, start - 4) : start - 1].isdigit():
        return None  # 'M2 PRESSWIRE-4 June 1999-UN: Council meets'
    story = text[draft.body : draft.body + _HEADLINE].partition("\n")[0]
    if story[:1] in _STAMPED and _STAMP.match(story):
        return None  # 'ANI | New Delhi | Updated: 3 May'
    if draft.day is not None and draft.day.day is not None:
        listed = draft.separator == "colon" and draft.caps and _is_digest(draft, text, line_end)
        dated = not listed and _dated(draft, text, line_end, story, headed)
        return "dateline.date" if dated else None
    if draft.agency is not None:
        barred = "|" in text[draft.places[-1].end : draft.body] and not _weight(draft)
        return "dateline.credit" if not barred and _credited(draft, story) else None
    if draft.day is not None:
        printed = text[draft.places[-1].end : draft.end]
        sun = printed[:1] == " " and (draft.separator == "line" or printed[1:].lower() == "sun")
        large = _weight(draft) >= CITY and _begins(story)
        return "dateline.date" if large and not sun else None  # 'Vancouver Sun'
    return "dateline.place" if _alone(draft, text, line_end, story, headed) else None


@lru_cache(maxsize=4096)
def _are_initials(name: str, agency: str) -> bool:
    """Whether a name in capitals is what its sender's words begin with."""
    return len(name) > 2 and name == "".join(word[0] for word in agency.split())


@lru_cache(maxsize=4096)
def _doubt(name: str) -> Literal["refused", "agency"] | None:
    """Why a name opens no dateline; `agency` where it needs a sender or region beside it."""
    if len(name.split()) > _MOST_WORDS or _is_other_word(name):
        return "refused"
    if name.startswith(("From ", "NEWS ")):
        return "refused"
    if name in slug_beginnings() and not weight_of(name):
        return "refused"  # 'KYIV INDEPENDENT EXCLUSIVE: '
    if agency_of(name) is None:
        return None
    # '(AMI) - ' is the agency, no town in Japan
    small = weight_of(name) < (LARGE_CITY if _is_short(name) else 1)
    return "refused" if small else "agency"


def _dated(draft: Draft, text: str, line_end: int, story: str, headed: bool) -> bool:
    if draft.separator == "line" and not draft.agency:
        # 'KATHMANDU, MARCH 3' on a line of its own; with a year it is a header's.
        undated = (draft.day is None or draft.day.year is None) and bool(story.strip())
        if (
            headed
            and TOWN <= _weight(draft) < CITY
            and is_sentence(text[draft.body :].partition("\n")[0])
        ):
            return draft.caps  # 'WINDOW ROCK, April 14, 2016' under a byline
        return draft.caps and undated and _weight(draft) >= CITY
    if draft.separator == "colon" and not story and text.startswith("\n", line_end):
        story = text[line_end + 1 : line_end + _HEADLINE].partition("\n")[0]  # 'Kathmandu, June 4:'
    if draft.separator == "colon" and not draft.agency and len(story) < _SHORTEST_STORY:
        return False  # 'Tunis, 12 October: Olive Oil Council'
    if draft.separator == "colon" and not _begins(story):
        return False  # 'UN, 3 February: what the council will discuss'
    if len(story) < _LONGEST_SENDER and story[-1:].isalpha():
        before = text[max(0, draft.start - _LONGEST_DAY) : draft.start].rpartition("\n")[2]
        sender = story.rpartition(" – ")[2]
        dated = _DIGIT.search(before) and (len(story) < _SHORTEST_STORY or is_title_case(story))
        wrapped = text[line_end + 1 : line_end + 2].islower()  # 'The U.S. Agriculture Department'
        if dated or (names_office(sender) and is_title_case(sender) and not wrapped):
            return False  # '3 May 2024 – Gatineau, Quebec – Global Affairs Canada' stands above
    name = draft.places[0].name
    if draft.separator != "dot" and _may_be_unknown(name):
        return True
    if _weight(draft) >= TOWN or _has_region(draft) or is_on_board(name):
        return True
    short = len(name.split()) <= _MOST_UNKNOWN_WORDS
    marked = short and draft.separator in ("dash", "colon") and draft.spaced
    if draft.agency and marked:
        dated = draft.known_agency or (draft.day is not None and draft.day.year is not None)
        return dated and _begins(story)
    dated = draft.day is not None and draft.day.year is not None and draft.separator == "dash"
    if (
        dated
        and short
        and draft.spaced
        and name.istitle()
        and is_sentence(text[draft.body : line_end])
    ):
        return _begins(story)
    return draft.known_agency or country_of(name) is not None


@lru_cache(maxsize=4096)
def _may_be_unknown(name: str) -> bool:
    """Whether a name in capitals needs no gazetteer beside a day: few words, and no acronym."""
    acronym = _is_short(name) and not weight_of(name)
    return name.isupper() and len(name.split()) <= _MOST_UNKNOWN_WORDS and not acronym


def _credited(draft: Draft, story: str) -> bool:
    name = draft.places[0].name
    if draft.separator == "colon" and story.count(" ") < _FEWEST_WORDS - 1 and story[-1:].isalpha():
        return False  # 'The Telegraph - Calcutta : Nation'
    country = country_of(name) if draft.separator == "line" else None
    if country and (not cities_called(name) or home_of(draft.agency or "") == country):
        return False  # 'Daily News - Botswana' heads a page
    known = _weight(draft) >= TOWN or _has_region(draft) or is_on_board(name)
    known = known or (draft.separator == "dash" and country_of(name) is not None)
    if _is_acronym(draft) or _SPEAKER.match(story):
        return False  # 'NDO/VNA – ', 'ANN LEE, CNN ANCHOR: '
    known = known or (draft.known_agency and city_misspelled(name) is not None)
    if draft.known_agency:
        short = len(draft.places[0].name.split()) <= _MOST_UNKNOWN_WORDS
        named = draft.caps and short and draft.separator != "line"  # 'JOHN MWANGI, Sky News'
        if named or known or country_of(name) is not None:
            return True
        marked = draft.separator in ("dash", "colon") and draft.spaced and short
        # 'Bkirki (NNA) - ': a national agency's, which no gazetteer has
        return marked and home_of(draft.agency or "") is not None and _begins(story)
    if not known or draft.separator == "line":
        return False
    if any(weight_of(place.name) < TOWN for place in draft.places) and not draft.caps:
        return False
    known = _weight(draft) >= CITY or _has_region(draft) or country_of(name) is not None
    if not draft.caps and not (known and _signs(draft.agency or "")):
        return False
    return _begins(story) and not _all_capitals(story)


def _alone(draft: Draft, text: str, line_end: int, story: str, headed: bool) -> bool:
    if not _begins(story) or _all_capitals(story):
        return False
    if (
        _TABLE.match(story)
        or _is_digest(draft, text, line_end)
        or _is_listed(draft, text, line_end)
    ):
        return False
    place = draft.places[-1]
    first = draft.places[0]
    if (
        first is not place
        and first.region
        and not (printed_region(first.region) or weight_of(first.name))
    ):
        return False  # 'AL-SHARABI, Nabil Hamid, Sanaa, Yemen; born in 1979'
    if place.region and not _has_region(draft) and text[draft.end : draft.end + 1] == ".":
        return False  # 'LONDON, Arthur James. – Peacefully'
    if draft.separator == "dot":
        return _before_full_stop(draft, text, line_end, story, headed)
    if draft.separator == "credit":  # '[KAMPALA] Farmers in eastern Uganda', no '[JORDAN] The king'
        name = draft.places[0].name
        large = _weight(draft) >= (CITY if draft.caps or _has_region(draft) else LARGE_CITY)
        state = country_of(name)
        large = large or is_on_board(name)  # '(ABOARD AIR FORCE ONE) The president slept'
        named = added_place(name) is not None or state is None or is_city_state(name, state)
        return large and named and is_sentence(text[draft.body : line_end])
    if draft.separator not in ("dash", "colon") or not draft.spaced:
        return False
    line = text[max(draft.start, line_end - 400) : line_end]
    if draft.body > line_end:  # 'LUSAKA -' is a line of its own
        line = text[draft.body : draft.body + 400].partition("\n")[0]
    running = is_sentence(line)
    if _ABOARD.match(draft.places[0].name) or (draft.caps and _BORDER.match(draft.places[0].name)):
        return running
    if not draft.caps and " and " in text[draft.start : draft.end] and not _has_region(draft):
        return False  # 'Lagos, Abuja and Kano — Nigeria's three airports — reopened'
    unknown = any(weight_of(place.name) < TOWN for place in draft.places)
    joined = headed and len(draft.places) > 1 and _weight(draft) >= CITY  # 'EL FASHER / ZAMZAM'
    if unknown and not (draft.caps and (joined or _has_region(draft))):
        return False
    if draft.caps and running and _weight(draft) < CITY and not _has_region(draft):
        town = draft.places[0].name
        named = _is_named(town, text[draft.body : draft.body + STORY_READ])
        above = text[max(0, draft.start - _ABOVE) : draft.start]
        signed = _CORRESPONDENT.search(above) is not None  # 'Our Correspondent' right above
        known = (headed and draft.separator == "dash") or signed
        known = known and min(map(len, town.split())) > 1
        return named or known or _is_signed_at_home(town, above) or _stands_above(town, above)
    if _has_region(draft):
        return running or draft.caps
    if draft.caps or text[draft.start - 1 : draft.start] == "(":  # '(Galle) – '
        return _weight(draft) >= CITY and (running or draft.slug)
    if not running:
        return False
    if _stands_above(draft.places[0].name, text[max(0, draft.start - _ABOVE) : draft.start]):
        return True
    if headed and draft.separator == "colon" and _weight(draft) >= CITY:
        return True  # 'Mae Sot: ' under author and date
    if (
        line_end - draft.start <= _HEADLINE and not headed
    ):  # 'Rabat - The Moroccan foreign ministry said so.'
        return _weight(draft) >= LARGE_CITY and _is_at_home(draft, text, story)
    return _weight(draft) >= LARGE_CITY or _is_at_home(draft, text, story)


_CORRESPONDENT = re.compile(r"(?i)(?:^|\n)[^\n]{0,40}\b(?:correspondents?|reporters?)\n$")
_LABEL = re.compile(r"[A-Z]\w+[:.] ")
_TABLE = re.compile(
    r"[\d/.,°C -]{3,}(?:,|$|[a-z])|\d+ (?:days|nights) from\b"
    r"|(?:North|South|East|West|Cyclonic|Variable)(?:east|west)?(?:erly)? (?:\d|or )"
)
"""'Amman: 31/19, sunny': weather or a score."""
_SPEAKER = re.compile(r"[A-Z][A-Z ]{2,25}: ")
_NAME = re.compile(r"\b(?=[A-Z])")
_LISTED = re.compile(
    rf"(?:[*•] ?){{0,3}}([A-Z]{{3,15}}(?: [A-Z]{{2,15}})?)(?: [{DASH}]{{1,2}}|:) (?=[“\"A-Z])"
)
_LISTED_BEHIND = re.compile(r"([A-Z][a-z]{2,15}(?: [A-Z][a-z]{1,15})?): (?=[“\"A-Z])")
_APPOSITION = 60
_SPACED_DASH = re.compile(rf" [{DASH}]{{1,2}} (?=\w)")
_NEXT_CITY = re.compile(
    rf"[.!?] ([A-Z][a-z]{{2,15}}(?: [A-Z][a-z]{{2,15}})?)(?: [{DASH}]{{1,2}}|:) (?=[A-Z])"
)
_CITIES_IN_CAPITALS = re.compile(r"[.!?;] ([A-Z]{3,15}(?: [A-Z]{2,15})?): (?=[“\"A-Z])")
_ABOARD = re.compile(
    r"(?i:aboard|on board|en route to) (?:(?:the|a) )?[A-Z]|EN ROUTE TO THE|ABOARD THE"
)
_BORDER = re.compile(r"(?:AT|ON|ALONG|NEAR) THE .*(?:BORDER|FRONTIER|FRONT ?LINES?)$")


def _is_digest(draft: Draft, text: str, line_end: int) -> bool:
    """Whether more cities follow, or a dash closes an apposition.

    So in 'Lagos – Port reform stalls. Accra – Cedi rallies.' and in 'Lagos - Africa's largest
    city - lost its wetlands.'
    """
    if draft.separator not in ("dash", "colon") or _has_region(draft):
        return False
    if draft.caps:
        others = _CITIES_IN_CAPITALS.finditer(text, draft.body, line_end)
        return any(weight_of(other[1]) >= CITY for other in others)
    behind = min(draft.body + _APPOSITION, line_end)
    dashes = _SPACED_DASH.finditer(text, draft.body, behind) if draft.separator == "dash" else ()
    for dash in dashes:
        between = text[draft.body : dash.start()]
        if "." not in between and (text[dash.end()].islower() or weight_of(between) >= CITY):
            return True  # also 'Baku – Tbilisi – Kars: a railway in search of freight'
    next_city = _NEXT_CITY.search(text, draft.body, line_end)
    return next_city is not None and weight_of(next_city[1]) >= CITY


def _is_listed(draft: Draft, text: str, line_end: int) -> bool:
    """Whether the line before or the next begins with one more city: 'LONDON - Parliament'."""
    before = text.rfind("\n", 0, max(0, draft.start - 1)) + 1
    starts = [start for start in (line_end + 1, before) if start != draft.start]
    lines = [_LISTED.match(text, start) for start in starts]
    if draft.separator == "colon":
        lines.append(_LISTED_BEHIND.match(text, line_end + 1))
    return any(line is not None and weight_of(line[1]) >= CITY for line in lines)


def _is_named(town: str, story: str) -> bool:
    """Whether a story speaks of a small town: 'ZHOB: ... the Zhob deputy commissioner'."""
    name = town.title()
    return name in story and re.search(rf"\b{re.escape(name)}\b", story) is not None


def _stands_above(town: str, above: str) -> bool:
    """Whether a line above has the town between its marks: 'Our Correspondent | Alipurduar'."""
    if town not in above:
        return False
    return re.search(rf"(?m)(?:^|[|/•] ?){re.escape(town)}(?= ?(?:[|/•]|$))", above) is not None


def _is_signed_at_home(town: str, above: str) -> bool:
    """Whether a paper of the town's country signs above: 'Published in Dawn', 'LANDI KOTAL: '."""
    homes = {city.country for city in cities_called(town)}
    signed = (agency_at(above, word.start()) for word in _NAME.finditer(above))
    return any(home_of(found[0]) in homes for found in signed if found)


def _is_at_home(draft: Draft, text: str, story: str) -> bool:
    """Whether a story or the lines above it begin with the country of its town: 'Namibia: ...'."""
    cities = cities_called(draft.places[0].name) if _weight(draft) >= CITY else ()
    country = cities[0].country if cities else None
    above = text[max(0, draft.start - _ABOVE) : draft.start]
    return country is not None and (speaks_of(story, country) or speaks_of(above, country))


def _is_acronym(draft: Draft) -> bool:
    """'GIS - 03 October 2023:' is signed by a body that nobody knows."""
    name = draft.places[0].name
    return _is_short(name) and not weight_of(name)


def _is_short(name: str) -> bool:
    return len(name) <= _LONGEST_ACRONYM and name.isalpha() and name.isupper()


def _before_full_stop(draft: Draft, text: str, line_end: int, story: str, headed: bool) -> bool:
    """'Jakarta. The president ...' at the head of the story, as papers of some countries print."""
    inside = draft.caps and headed and _has_region(draft)  # 'ANDORRA LA VELLA, Andorra. The'
    if len(draft.places) > 1 or (not inside and (_has_region(draft) or draft.places[0].region)):
        return False
    if _LABEL.match(story):
        return False  # 'BISHKEK. Population: 1.1 million', 'Athens. Sparta. Corinth.'
    if draft.end + 2 != draft.body or text[draft.end] != ".":
        return False
    word = story.split(" ", 1)[0].lower()
    long = headed or line_end - draft.start > _HEADLINE
    least = CITY if draft.caps and headed else LARGE_CITY
    return long and _weight(draft) >= least and word not in _GOES_ON


def _signs(credit: str) -> bool:
    """Whether an unknown name may be a sender's: 'STP', 'Euronews.com', 'Khmer Times'."""
    if credit in _SIDES:
        return False
    short = credit.isalpha() and len(credit) <= 5
    return short or (credit.isupper() and len(credit) <= 8) or _SENDER.search(credit) is not None


def _weight(draft: Draft) -> float:
    """People of the first place; of several in capitals those of the largest."""
    places = draft.places if draft.caps else draft.places[:1]
    return max(weight_of(place.name) for place in places)


def _has_region(draft: Draft) -> bool:
    place = draft.places[-1]
    return bool(
        (place.country and (country_of(place.country) or is_former(place.country)))
        or (place.region and (printed_region(place.region) or place.region in SHARED_REGIONS))
    )


def _begins(story: str) -> bool:
    """Whether a sentence begins: no small letter at its head."""
    first = next((c for c in story if c.isalnum()), "")
    return bool(first) and not first.islower()


def _all_capitals(story: str) -> bool:
    letters = [c for c in story if c.isalpha()]
    return len(letters) >= 8 and all(c.isupper() for c in letters)


_SENDER = re.compile(
    r"(?i)news|agency|press|times|post|radio|wire|media|online|daily|journal|tribune|report|today|"
    r"\.[a-z]{2,4}$|[a-z][A-Z]|TV$"
)

_OTHER_WORDS = word_list("dateline_words.tsv", "other_words")


_SIDES = word_list("dateline_words.tsv", "sides")

_GOES_ON = word_list("dateline_words.tsv", "goes_on")
"""Words with which a sentence goes on from the one before: 'Moscow. It was cold.'"""

_BODIES = word_list("dateline_words.tsv", "bodies")


def _is_other_word(name: str) -> bool:
    return name.lower() in _OTHER_WORDS or (
        name.rpartition(" ")[2].lower() in _BODIES and not weight_of(name)
    )
