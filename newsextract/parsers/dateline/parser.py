"""Parser of `dateline`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeGuard

from newsextract.lexicons.agencies import agency_of
from newsextract.lexicons.countries import country_of
from newsextract.lexicons.places import added_place, cities_called
from newsextract.lexicons.regions import printed_region
from newsextract.parsers.dateline.behind import read_behind
from newsextract.parsers.dateline.credits import agency_of_byline, credit_beside
from newsextract.parsers.dateline.days import day_near, resolve_day
from newsextract.parsers.dateline.draft import Draft, PrintedPlace
from newsextract.parsers.dateline.foot import agency_or_two
from newsextract.parsers.dateline.header import dateline_above, dateline_below, dateline_field
from newsextract.parsers.dateline.homonyms import Resolved
from newsextract.parsers.dateline.judge import rule_of
from newsextract.parsers.dateline.letterhead import is_paper
from newsextract.parsers.dateline.names import DWARFED, is_on_board, weight_of
from newsextract.parsers.dateline.places import cities_in, resolve
from newsextract.parsers.dateline.scan import plain_at_head, scan
from newsextract.reading import Block
from newsextract.reading.line_kinds import is_citation, is_sentence
from newsextract.story import DatelineFinding, Range, Story

_LINES, _LINES_OF_DATABASE = 14, 22
"""Lines at the top of an item in which a dateline may stand; more where fields head it."""
_ABOVE = 800
"""Characters above a dateline in which its year may stand."""
_FOOT = 5
"""Last lines of an item."""
_MOST_FIELDS = 20
_FIELD = "dateline"
_REACH = 5
"""Lines below a masthead in which an item's own dateline may begin."""
_RULES = ("dateline.date", "dateline.credit", "dateline.place")
_HEADS = ("header", "byline")
_BULLETS = "•·▪◦*-–"
_SPEAKERS = frozenset(
    "QUESTION Q ANSWER A REPORTER MODERATOR INTERVIEWER HOST OPERATOR CHAIR CHAIRMAN".split()
)
_LONGEST_LABEL = 60
_SPEECHES = 6
"""Paragraphs in which a second speaker is heard."""
_SIGNED_OPENING = re.compile(
    r"(?:By|BY|From|FROM) (?:(?i:an? |our )(?:[\w-]+ ){0,2}(?i:correspondent|reporter)|[A-Z]{2,5}"
    r"|(?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w'’-]+)(?:[,:] |\.?—)(?=[A-Z])"
)
"""'By Rasa Kairytė, VILNIUS - ', 'From Our Correspondent, MOMBASA, Friday'."""
_SIGNED_BEFORE_CAPITALS = re.compile(
    r"(?:By|From) (?:[A-Z][a-z.'’-]+ ){2,3}(?=[A-Z]{4,}(?: [A-Z]+)?[,( ])"
)
"""'By Jonas Weber BRUSSELS, Oct 3 (Reuters) – '."""
_BYLINE = ("By ", "BY ")
_SIGNS = (*_BYLINE, "From ", "FROM ")
_BY_STAFF = re.compile(
    r"(?i:By (?:an? |our )?(?:staff |special )?(?:reporter|correspondent)),? ?(?=[A-Z])"
)
"""'By A Staff Reporter, Kathmandu, Jan 5: '."""
_SHORTEST_STORY = 25
"""Characters of a story that may be a section's name."""
_LONGEST_ASIDE = 80
_PARAGRAPHS = 2
"""Paragraphs at whose start it may stand: a summary may come before."""
_PARAGRAPHS_BELOW_DATE = 4
"""The same where a byline or a date stands above: points, a caption."""


class DatelineParser:
    """Finds the dateline."""

    def parse(self, story: Story) -> DatelineFinding | None:
        """The dateline of `story`, None where it has none. Linear in the text."""
        text, layout = story.text, story.reading.layout
        if layout.body and _FIELD in text[: layout.body].lower():
            draft = dateline_field(text, layout.blocks[:_MOST_FIELDS], layout.body)
            if draft:
                return _finding(story, draft, "dateline.header")
        read = _at_head(text, layout.blocks)
        if read:
            draft, rule, i = read
            if draft.separator == "colon" and _is_transcript(text, layout.blocks, i):
                return None
            return _finding(story, draft, rule)
        draft = dateline_above(text, layout.blocks[:_LINES], layout.body)
        if draft and draft.day is None and _is_spoken(text, layout.blocks, draft.body):
            return None
        if draft:
            return _finding(story, draft, "dateline.header")
        draft = dateline_below(text, layout.blocks, layout.body)
        return _finding(story, draft, "dateline.foot") if draft else None


def _at_head(text: str, blocks: Sequence[Block]) -> tuple[Draft, str, int] | None:
    """The dateline at the head of a line, its rule, and the block where it was looked for."""
    plain = plain_at_head(text, blocks) if blocks and blocks[0].kind == "paragraph" else None
    if plain and rule_of(plain, text, blocks[0].end) == "dateline.date":
        return plain, "dateline.date", 0
    paragraphs, headed = 0, False
    for i, block in enumerate(blocks[:_LINES_OF_DATABASE]):
        headed = headed or block.kind in _HEADS
        if i >= _LINES and not headed:
            break
        if block.kind in ("furniture", "byline"):
            continue
        read = _in_line(text, blocks, i, headed)
        if read and is_citation(text, block.start, block.end):
            continue
        if read and i + 1 < len(blocks) and _may_be_masthead(text, block, read[0]):
            # 'DAWN, KARACHI, MONDAY, FEBRUARY 21, 1966' above 'DACCA, Feb 20 (APP): '
            below = (
                _in_line(text, blocks, j, True) for j in range(i + 1, min(i + _REACH, len(blocks)))
            )
            named = _is_author(read[0]) or is_paper(read[0].places[0].name)
            dated = _RULES if named else ("dateline.date",)
            place = read[0].places[0].name.casefold()
            read = next((low for low in below if _is_own(low, place, dated)), read)
            section = read is not None and _heads_section(text, block, read[0])
            if read and (section or (read[0].separator == "line" and named)):
                read = None
        if read and not _is_headline(block, *read):
            return *read, i
        paragraphs += block.kind == "paragraph" and not _is_aside(text, block)
        if paragraphs == (_PARAGRAPHS_BELOW_DATE if headed else _PARAGRAPHS):
            break
    return None


def _is_own(
    read: tuple[Draft, str] | None, place: str, rules: tuple[str, ...]
) -> TypeGuard[tuple[Draft, str]]:
    """Whether a dateline below a masthead is the item's: dated, or from the masthead's `place`."""
    return read is not None and (read[1] in rules or read[0].places[0].name.casefold() == place)


def _may_be_masthead(text: str, block: Block, draft: Draft) -> bool:
    """Whether nothing or no sentence stands behind it on its line: 'The Tribune, Delhi - Sport'."""
    if draft.separator == "line" or (draft.day is None and _heads_section(text, block, draft)):
        return True
    name = draft.places[0].name
    return " " in name and (is_paper(name) or _is_author(draft))


def _heads_section(text: str, block: Block, draft: Draft) -> bool:
    """Whether a page's section stands behind a sender and its seat, no sentence."""
    if draft.body >= block.end or draft.day is not None:
        return False
    if block.end > draft.body + _SHORTEST_STORY and text.find(" | ", draft.body, block.end) < 0:
        return False
    return draft.start > block.start and not is_sentence(text[draft.body : block.end])


def _is_author(draft: Draft) -> bool:
    """'Alexis Romerez (The Philippine Star) - October 30, 2019': a person who signs."""
    name = draft.places[0].name
    return not (draft.caps or weight_of(name) or is_on_board(name)) and " " in name


def _in_line(text: str, blocks: Sequence[Block], i: int, headed: bool) -> tuple[Draft, str] | None:
    """The dateline at the head of a block, with its rule."""
    start, end = blocks[i].start, blocks[i].end
    signed, signer = None, None
    if text.startswith(_SIGNS, start):
        forms = (_BY_STAFF, _SIGNED_BEFORE_CAPITALS, _SIGNED_OPENING)
        signed = next(filter(None, (form.match(text, start, end) for form in forms)), None)
        if signed is None and text.startswith(_BYLINE, start):
            return None
        start = signed.end() if signed else start
        signer = agency_of_byline(signed.group().strip(" ,:")) if signed else None
    draft = scan(text, start, end, blocks[i + 1].start if i + 1 < len(blocks) else len(text))
    if draft is None:
        return None
    rule = rule_of(draft, text, end, headed)
    if rule is None or (signed and rule == "dateline.place" and not draft.caps):
        return None
    if draft.separator == "line" and _is_sender(text[start:end], draft):
        return None
    draft.agency = draft.agency or signer
    return draft, rule


def _is_sender(line: str, draft: Draft) -> bool:
    """Whether a sender begins as a place: 'San Antonio Express-News', 'Nampa-dpa'.

    So does a paper before which its town is printed: 'Port Moresby Post-Courier'.
    """
    paper = f"{draft.places[0].name} {draft.agency}"
    return agency_or_two(line) is not None or (line.startswith(paper) and is_paper(paper))


def _is_headline(block: Block, draft: Draft, rule: str) -> bool:
    """A headline with the country before it: 'MEXICO: Mexico says talks are on schedule'.

    Also a field of a header: 'SN Interfax: Kazakhstan General Newswire'.
    """
    if block.kind == "header" and draft.day is None:
        return True
    return (block.kind, rule, draft.separator) == ("headline", "dateline.place", "colon")


def _is_aside(text: str, block: Block) -> bool:
    """A line before the story: of a summary, or in brackets: '(Adds quotes, background)'."""
    if text[block.start] in _BULLETS:
        return True
    short = block.end - block.start < _LONGEST_ASIDE
    return short and text[block.start] == "(" and text[block.end - 1] == ")"


def _is_transcript(text: str, blocks: Sequence[Block], i: int) -> bool:
    """Whether others speak beside: 'AUSTIN: We have been clear.', 'QUESTION: And the base?'."""
    first = _label(text, blocks[i])
    beside = (*blocks[max(0, i - 1) : i], *blocks[i + 1 : i + _LINES])
    others = (_label(text, block) for block in beside)
    return first in _SPEAKERS or any(
        label == first or _is_speaker(label) for label in others if label
    )


def _is_speaker(label: str) -> bool:
    """'QUESTION', 'CHAIRMAN BREWSTER', no 'A tanker fills up'."""
    return label in _SPEAKERS or (label.isupper() and label.partition(" ")[0] in _SPEAKERS)


def _is_spoken(text: str, blocks: Sequence[Block], body: int) -> bool:
    """Whether a question follows what the first speaker says: 'MR. HOLLIS: ', 'QUESTION: '."""
    first = next((i for i, block in enumerate(blocks) if block.start == body), len(blocks))
    labels = [_label(text, block) for block in blocks[first : first + _SPEECHES]]
    heard = [label for label in labels if label.isupper()]
    return len(heard) > 1 and not _SPEAKERS.isdisjoint(heard[1:])


def _label(text: str, block: Block) -> str:
    """What stands before the colon at the head of a block, empty where none does."""
    name, colon, _ = text[block.start : min(block.end, block.start + _LONGEST_LABEL)].partition(":")
    return name if colon else ""


def _finding(story: Story, draft: Draft, rule: str) -> DatelineFinding:
    text = story.text
    header = story.reading.layout.published
    agency, body = read_behind(story, draft, rule)
    date, inferred = resolve_day(draft.day, story.published, header)
    if date is None and draft.day is not None:
        date, inferred = day_near(draft.day, text[max(0, draft.start - _ABOVE) : draft.start])
        if date is None:
            date, inferred = day_near(draft.day, _foot(story), signed=True)
    if agency is None:
        beside = credit_beside(text, story.reading.layout, draft)
        if beside:
            agency, inferred["agency"] = beside
    if agency is None and story.agency:
        agency, inferred["agency"] = agency_of(story.agency) or story.agency, "caller"
    resolved = _resolved(text, draft, agency)
    if resolved[0].inferred:
        inferred["country"] = resolved[0].inferred
    return DatelineFinding(
        range=Range(draft.start, draft.end),
        body=body,
        places=tuple([found.place for found in resolved]),
        date=date,
        agency=agency,
        rule=rule,
        inferred=inferred,
    )


def _foot(story: Story) -> str:
    """The last lines that are no story: 'Copyright (C) KNS Juche100(2011)' gives the year."""
    last = story.reading.layout.blocks[1:][-_FOOT:]
    lines = [(block.kind, story.text[block.start : block.end]) for block in last]
    return "\n".join(
        line
        for kind, line in lines
        if len(line) < _LONGEST_ASIDE and (kind == "furniture" or not is_sentence(line))
    )


def _resolved(text: str, draft: Draft, agency: str | None) -> list[Resolved]:
    places = _country_last(draft.places)
    if len(places) > 1:
        places = [_within(place, places[-1]) for place in places]
    signed = draft.agency is not None
    return [resolve(place, text, draft.body, agency, signed) for place in places]


def _within(place: PrintedPlace, last: PrintedPlace) -> PrintedPlace:
    """'BEIJING/SHANGHAI, China': the country behind the last is that of all."""
    if place.region or place.country or not (last.region or last.country):
        return place
    region = printed_region(last.region) if last.region else None
    if _is_abroad(place, last.country, region.country if region else None):
        return place
    return PrintedPlace(place.start, place.end, place.name, last.region, last.country)


def _is_abroad(city: PrintedPlace, country: str | None, within: str | None) -> bool:
    """Whether the country behind the last city is not that of the first.

    'BEIJING and ADDIS ABABA, Ethiopia', 'BRUSSELS & CAMBRIDGE, Mass.': it has no city of the first
    name, or but a small one.
    """
    code = country_of(country) if country else within
    cities = cities_called(city.name)
    own = max((c.weight for c in cities if c.country == code), default=0)
    return code is not None and bool(cities) and own * DWARFED < cities[0].weight


def _lies_in(city: PrintedPlace, country: str) -> bool:
    code = country_of(country)
    return code is not None and cities_in(city.name, code)


def _country_last(places: list[PrintedPlace]) -> list[PrintedPlace]:
    """'Azerbaijan, Baku' and 'BAKU/Azerbaijan' as Baku, Azerbaijan."""
    first = places[0]
    if len(places) == 1 and first.region is None:
        return places
    if len(places) == 2 and not (first.country or first.region) and _lies_in(first, places[1].name):
        return [PrintedPlace(first.start, places[1].end, first.name, None, places[1].name)]
    if len(places) == 2 and country_of(first.name) and not added_place(first.name):
        city = places[1]
        if _lies_in(city, first.name) and not city.country:
            return [PrintedPlace(first.start, city.end, city.name, None, first.name)]
    if len(places) == 1 and first.region and added_place(first.name) is None:
        country = country_of(first.name)
        if country and cities_in(first.region, country):
            return [PrintedPlace(first.start, first.end, first.region, None, first.name)]
    return places
