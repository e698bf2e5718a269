"""Parser of `dateline`."""

from __future__ import annotations

from newsextract.lexicons.agencies import agency_at, agency_of
from newsextract.lexicons.countries import country_of
from newsextract.lexicons.places import added_place, cities_called
from newsextract.parsers.dateline.credits import credit_beside
from newsextract.parsers.dateline.days import resolve_day
from newsextract.parsers.dateline.draft import Draft, PrintedPlace
from newsextract.parsers.dateline.header import dateline_above
from newsextract.parsers.dateline.judge import rule_of
from newsextract.parsers.dateline.places import STORY_READ, Resolved, resolve
from newsextract.parsers.dateline.scan import scan
from newsextract.story import DatelineFinding, Range, Story

_LINES = 14
"""Lines at the top of an item in which a dateline may stand."""
_BULLETS = "•·▪◦*-–"
_PARAGRAPHS = 2
"""Paragraphs at whose start it may stand: a summary may come before."""


class DatelineParser:
    """Finds the dateline."""

    def parse(self, story: Story) -> DatelineFinding | None:
        """The dateline of `story`, None where it has none. Linear in the text."""
        text, blocks = story.text, story.reading.layout.blocks
        paragraphs = 0
        for i, block in enumerate(blocks[:_LINES]):
            if block.kind == "furniture":
                continue
            next_line = blocks[i + 1].start if i + 1 < len(blocks) else len(text)
            draft = scan(text, block.start, block.end, next_line)
            rule = rule_of(draft, text, block.end) if draft else None
            if draft and rule:
                return _finding(story, draft, rule)
            paragraphs += block.kind == "paragraph" and text[block.start] not in _BULLETS
            if paragraphs == _PARAGRAPHS:
                break
        draft = dateline_above(text, blocks[:_LINES], story.reading.body)
        return _finding(story, draft, "dateline.header") if draft else None


def _finding(story: Story, draft: Draft, rule: str) -> DatelineFinding:
    text = story.text
    places: list[Resolved] = []
    behind = draft.places[-1]
    for place in _country_last(draft.places):
        if not (place.region or place.country) and (behind.country or behind.region):
            # 'BEIJING/SHANGHAI, China': the country behind the last is that of all.
            place = PrintedPlace(place.start, place.end, place.name, behind.region, behind.country)
        places.append(
            resolve(
                place, text[place.start : place.end], text[draft.body : draft.body + STORY_READ]
            )
        )
    header = story.reading.published
    date, inferred = resolve_day(draft.day, story.published, header)
    agency, body = draft.agency, draft.body
    if agency is None:
        agency, body = _credit_line(text, body)
    if agency is None:
        beside = credit_beside(text, story.reading.layout, draft.body)
        if beside:
            agency, inferred["agency"] = beside
    if agency is None and story.agency:
        agency, inferred["agency"] = agency_of(story.agency) or story.agency, "caller"
    if places[0].inferred:
        inferred["country"] = places[0].inferred
    return DatelineFinding(
        range=Range(draft.start, draft.end),
        body=body,
        places=tuple(found.place for found in places),
        date=date,
        agency=agency,
        rule=rule,
        inferred=inferred,
    )


def _credit_line(text: str, body: int) -> tuple[str | None, int]:
    """The agency where it stands alone on the line under the dateline: 'Trend:'."""
    found = agency_at(text, body)
    line_end = text.find("\n", body)
    if found is None or line_end < 0 or text[found[1] : line_end].strip(" :-–—"):
        return None, body
    return found[0], line_end + 1


def _country_last(places: list[PrintedPlace]) -> list[PrintedPlace]:
    """'Azerbaijan, Baku' as Baku, Azerbaijan."""
    first = places[0]
    if len(places) == 2 and country_of(first.name) and not added_place(first.name):
        city = places[1]
        inside = any(c.country == country_of(first.name) for c in cities_called(city.name))
        if inside and not city.country:
            return [PrintedPlace(first.start, city.end, city.name, None, first.name)]
    if len(places) == 1 and first.region and added_place(first.name) is None:
        country = country_of(first.name)
        if country and any(c.country == country for c in cities_called(first.region)):
            return [PrintedPlace(first.start, first.end, first.region, None, first.name)]
    return places
