"""Datelines above the story: a line of their own, or a place in a header line.

'Brussels, 3 October 2023', '15:47, 15 November 2024, Bishkek - 24.kg news agency',
'Kathmandu' under 'Published at: February 27, 2024'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsextract.lexicons.agencies import agency_of, home_of
from newsextract.lexicons.places import added_place
from newsextract.lexicons.regions import printed_region
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.dateline.cursor import printed_day
from newsextract.parsers.dateline.draft import Draft, PrintedDay, PrintedPlace
from newsextract.parsers.dateline.foot import DISTRIBUTORS
from newsextract.parsers.dateline.header_line import LONGEST, LONGEST_UNDATED, Line, read_line
from newsextract.parsers.dateline.names import CITY, LARGE_CITY, TOWN, is_on_board, weight_of
from newsextract.parsers.dateline.patterns import day_pattern
from newsextract.parsers.dateline.places import cities_in
from newsextract.reading import Block
from newsextract.reading.fields import field_of
from newsextract.reading.line_kinds import is_city_line

_SIGNING = re.compile(r"(?i)\b(?:signs?|signed|adopts?|adopted|issues?|issued|hails?|welcomes?)\b")
_NO_VALUE = word_list("dateline_words.tsv", "no_value")
_MOST_UNDATED = 2
"""Places in a line without a day."""
_MASTHEAD = 3
"""Lines of a masthead above its seat."""
_REACH = 6
"""Lines of the story in which one more city may stand alone."""
_SCHEDULE = re.compile(r"(?:[A-Z][a-z]+day, )?\d\d?[:.]\d\d (?:[ap]\.m\.: ?)?(?=[A-Z])")
"""'9:00 The National Assembly's Finance Committee to continue debate'."""
_FEWEST_SPACES = 3
"""In a headline."""
_POST = re.compile(
    r"(?i)(?:by )?(?:our|an?|staff|special|district)\b[\w ]{0,24}\b(?:correspondent|reporter)s?,? "
    r"(?:in |at )?(?=\w)"
)
"""'Our Correspondent, Comilla': where the author is."""
_SEATED = re.compile(r"[^()\n]{2,50} \([A-Z][^()\n]{1,30}\)")
"""'Premium Times (Abuja)': a paper with its seat, as aggregators print it."""
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_TITLES, _FOOT = 4, 3
"""Lines that may be a document's title; last lines that may sign an item."""
_DOCUMENT = re.compile(
    r"(?i)\b(?:joint (?:statement|declaration)|communiqu[ée](?! de presse)|declaration"
    r"|memorandum|treaty)\b"
)
"""A document whose place and day are printed under its title has no dateline."""


def dateline_above(text: str, blocks: Sequence[Block], body: int) -> Draft | None:
    """The dateline in the lines above the story, which begins at `body`; the nearest one."""
    first = next((i for i, block in enumerate(blocks) if block.start == body), len(blocks))
    if first + 1 < len(blocks):
        block = blocks[first]
        dated = _DIGIT.search(text, block.start, block.end)
        line = read_line(text, block.start, block.end) if dated else None
        if line and line.places and line.has("day") and not line.has("unknown"):
            body = blocks[first + 1].start  # '11:20 | Lima, Oct. 19.'
        if blocks[first + 1].kind != "paragraph":
            body = _below_summary(blocks, first + 1) or body
    top = [block for block in blocks if block.start < body and block.kind != "furniture"]
    lines = [read_line(text, block.start, block.end) for block in top]
    if not any(line and line.places for line in lines) or _SCHEDULE.match(text, body):
        return None
    if any(_is_document(text, block) for block in top) and not _is_signed(top, lines):
        return None
    for i in range(len(top) - 1, -1, -1):
        line = lines[i]
        if line is None or not line.places:
            continue
        before = i > 0 and _is_credit(top[i - 1], lines[i - 1])
        if i > 0 and top[i - 1].kind == "byline" and _is_post(line):
            continue
        behind = lines[i + 1] if i + 1 < len(top) else None
        beside = before or i + 1 == len(top)
        if behind is not None and not beside:
            only_known = all(piece.kind == "known" for piece in behind.pieces)  # 'STAFF REPORT'
            beside = behind.has("day") or behind.agency is not None or only_known
        beside = beside or (i + 1 < len(top) and top[i + 1].kind == "header")
        if _is_section(text, top, lines, i) or _is_seat(text, top, lines, i):
            continue
        if not line.has("day") and _heads_digest(text, blocks, top[i].end):
            continue
        if _POST.match(text, top[i].start, top[i].end) and not line.has("day"):
            continue
        if _SEATED.fullmatch(text, top[i].start, top[i].end):
            continue
        opening = line.pieces[0]
        if opening.kind == "unknown" and text[opening.end] == ":" and not line.has("day"):
            continue  # '48 Hours In: Valletta'
        seat = added_place(line.places[0].name) if i == 0 and first else None
        if seat and seat.mark == "seat" and len(line.pieces) == 1:
            continue  # 'UNITED NATIONS' heads the page
        field = field_of(text[top[i].start : top[i].end])
        if field and field.kind == "sender":
            continue  # 'Source: Toronto Star (Canada), 05/23/2009'
        above = lines[i - 1] if i else None
        signed = above is not None and above.agency is not None
        closed = text.startswith(",", top[i].end - 1)
        headed = i > 0 and top[i - 1].kind == "headline" and _is_long(text, top[i - 1])
        posted = i > 0 and i + 1 == len(top) and top[i - 1].kind == "byline"
        if _is_dateline(line, beside, closed, signed, headed, posted):
            start, end = _extent(line)
            carrier = above.agency if above and above.agency not in DISTRIBUTORS else None
            agency = line.agency or carrier
            return Draft(start, end, body, list(line.places), line.day, agency)
    return None


def _below_summary(blocks: Sequence[Block], i: int) -> int | None:
    """Where the story begins if author and place stand below its summary, from block `i` on."""
    kinds = [block.kind for block in blocks[i:]]
    story = kinds.index("paragraph") if "paragraph" in kinds else 0
    return blocks[i + story].start if "headline" in kinds[:story] else None


def dateline_field(text: str, blocks: Sequence[Block], body: int) -> Draft | None:
    """The dateline that a database gives in a field of its own: 'DATELINE: moscow, april 17'."""
    for block in blocks:
        if block.kind != "header":
            continue
        printed = text[block.start : min(block.end, block.start + LONGEST)]
        field = field_of(printed)
        if field is None or field.kind != "dateline":
            continue
        value, _, behind = printed[field.value :].partition(";")
        if value.strip().lower() in _NO_VALUE:
            return None
        sender = agency_of(behind.strip())  # 'DATELINE: TOKYO, Feb. 24; Kyodo'
        start = block.start + field.value
        printed = value.title().replace(" And ", " and ") if value.islower() else value
        line = read_line(printed, 0, len(value))
        if line is None or not line.places:  # 'LISBON Portugal', 'Ottawa ON'
            line = read_line(",".join(printed.rsplit(" ", 1)), 0, len(value))
        if line is None or not line.places:
            aboard = value.partition(",")[0]
            if not is_on_board(aboard):
                return None
            place = PrintedPlace(start, start + len(aboard), aboard)
            printed_behind = day_pattern().match(value, len(aboard) + 2)
            return Draft(start, block.end, body, [place], _day_of(printed_behind))
        day = line.day or _weekday_in(value) or _weekday_in(behind)
        places = [
            replace(place, start=start + place.start, end=start + place.end)
            for place in line.places
        ]
        return Draft(start, start + len(value), body, places, day, line.agency or sender)
    return None


def _day_of(found: re.Match[str] | None) -> PrintedDay | None:
    return printed_day(found) if found else None


def _weekday_in(value: str) -> PrintedDay | None:
    """The weekday that ends a field: 'ANCHORAGE, Monday', 'Seoul, South Korea; Tuesday'."""
    found = day_pattern().fullmatch(value.rpartition(", ")[2].strip())
    printed = _day_of(found)
    return printed if printed and printed.weekday is not None else None


def dateline_below(text: str, blocks: Sequence[Block], body: int) -> Draft | None:
    """The place and day that sign an item in its last lines: 'Vaduz, 3 October 2023'."""
    for block in reversed(blocks[-_FOOT:]):
        long = block.end - block.start > LONGEST_UNDATED
        if long or block.start <= body or not _YEAR.search(text, block.start, block.end):
            continue
        line = read_line(text, block.start, block.end)
        if line is None:
            continue
        kinds = {piece.kind for piece in line.pieces}
        dated = bool(line.places) and line.day is not None and line.day.year is not None
        if dated and kinds <= {"place", "day", "agency"} and _is_dateline(line, beside=False):
            if any(_DOCUMENT.search(text, top.start, top.end) for top in blocks[:_TITLES]):
                return None
            return Draft(*_extent(line), body, list(line.places), line.day, line.agency)
    return None


def _is_document(text: str, block: Block) -> bool:
    """Whether a line is a document's title, no headline on one: 'Two states sign Memorandum'."""
    title = _DOCUMENT.search(text, block.start, block.end)
    return title is not None and not _SIGNING.search(text, block.start, block.end)


def _is_signed(top: Sequence[Block], lines: Sequence[Line | None]) -> bool:
    """Whether a newsman signs the item, so that what names a treaty is its headline."""
    return any(block.kind == "byline" for block in top) or any(
        line and line.agency for line in lines
    )


def _is_credit(block: Block, line: Line | None) -> bool:
    """A line under which a place may stand alone: byline, date, agency."""
    return block.kind in ("byline", "header") or (
        line is not None and (line.has("day") or line.agency is not None)
    )


def _is_section(text: str, top: Sequence[Block], lines: Sequence[Line | None], i: int) -> bool:
    """Whether a place alone heads a page's section: the headline and then the day stand below."""
    line = lines[i]
    alone = line is not None and all(piece.kind == "place" for piece in line.pieces)
    if not alone or i + 1 == len(top) or top[i + 1].kind != "headline":
        return False
    below = text[top[i + 1].start : top[i + 1].end]
    if below.count(" ") < _FEWEST_SPACES or agency_of(below):
        return False
    dated = [block.kind == "header" for block in top]
    return not any(dated[:i]) and any(dated[i + 1 :])


def _is_seat(text: str, top: Sequence[Block], lines: Sequence[Line | None], i: int) -> bool:
    """Whether a paper's masthead ends with its seat: 'The Point', 'Banjul, The Gambia'.

    The page's day may stand beside it: 'Lagos, Monday, November 20, 2006' above the headline.
    """
    line = lines[i]
    if not 0 < i <= _MASTHEAD or line is None or line.agency is not None:
        return False
    if line.has("day") and line.places[0].name.isupper():
        return False  # 'CHENNAI, December 19, 2011' is the item's
    name = line.places[0].name
    region = printed_region(name)
    homes = {_home_of(above) for above in lines[:i]} - {None}
    if not any(home and cities_in(name, home) for home in homes) and not (
        region and region.country in homes
    ):
        return False
    return any(block.kind == "headline" and _is_long(text, block) for block in top[i + 1 :])


def _is_long(text: str, headline: Block) -> bool:
    return text.count(" ", headline.start, headline.end) >= _FEWEST_SPACES


def _home_of(line: Line | None) -> str | None:
    """The country of a paper alone on its line, or with what it says of itself."""
    if line is None or line.places or line.has("day") or line.pieces[0].kind != "agency":
        return None
    return home_of(line.agency or "")


def _heads_digest(text: str, blocks: Sequence[Block], at: int) -> bool:
    """Whether one more city heads a story below: 'BERLIN', and a paragraph on, 'PARIS'."""
    below = [text[block.start : block.end] for block in blocks if block.start > at][:_REACH]
    return any(line.isupper() and is_city_line(line) for line in below)


def _is_post(line: Line) -> bool:
    """Whose correspondent the author is, and where: 'BBC News, Paris' under a byline."""
    kinds = [piece.kind for piece in line.pieces if piece.kind != "known"]
    return kinds == ["agency", "place"]  # also 'BBC correspondent in Harare'


def _is_dateline(
    line: Line,
    beside: bool,
    closed: bool = False,
    signed: bool = False,
    headed: bool = False,
    posted: bool = False,
) -> bool:
    """Whether a line is a dateline by its pieces.

    Args:
        line: the line with its places.
        beside: whether a date, a sender or the story stands right above or below.
        closed: whether a comma ends the line.
        signed: whether a sender stands right above.
        headed: whether the headline stands right above.
        posted: whether it stands between the byline and the story.
    """
    place = line.places[0]
    weight = max(weight_of(place.name) for place in line.places)
    inside = place.country is not None or printed_region(place.region or "") is not None
    if place.region and not inside:
        return False
    if line.has("day"):
        if line.pieces[0].kind == "agency" and line.pieces[1].kind == "day" and not headed:
            return False  # a site's stamp with its seat: 'Agenda.ge, 3 Oct 2023 - 14:05, Tbilisi'
        return weight >= (TOWN if inside or line.agency or signed else CITY)
    kinds = [piece.kind for piece in line.pieces]
    if not beside or kinds.count("place") > _MOST_UNDATED:
        return False
    if "unknown" in kinds[kinds.index("place") :]:
        return False  # 'Munich: the film'
    if beside and (closed or (posted and kinds == ["place"])):
        return weight >= TOWN  # 'Nyeri,' above 'Thursday, August 12, 2021'
    large = inside or line.agency is not None or place.name.isupper()
    return weight >= (CITY if large else LARGE_CITY)


def _extent(line: Line) -> tuple[int, int]:
    """From the place to the day or agency that stands right beside it."""
    kinds = [piece.kind for piece in line.pieces]
    first = kinds.index("place")
    last = len(kinds) - 1 - kinds[::-1].index("place")
    if kinds[last + 1 : last + 2] in (["day"], ["agency"]):
        last += 1
    return line.pieces[first].start, line.pieces[last].end
