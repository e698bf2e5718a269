"""Blocks: what is header, headline, byline, story and page furniture."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from newsextract.periods.calendar import day
from newsextract.periods.dates import DateFinding, find_dates, settle
from newsextract.periods.dates_abroad import find_date_abroad
from newsextract.reading.fields import Field, field_of, reader_of
from newsextract.reading.line_kinds import (
    LONGEST_HEADLINE,
    NEAR,
    ends_like_dateline,
    is_byline,
    is_city_line,
    is_dated,
    is_foot_date,
    is_furniture,
    is_header,
    is_month_first,
    is_sentence,
)

BlockKind = Literal["header", "headline", "byline", "paragraph", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the clean text, or the header at its start: ``text[start:end]``."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a clean text.

    Attributes:
        blocks: all lines, in order.
        body: offset of the first paragraph of the story (its dateline, if it has one).
        headline: offsets of the headline, if there is one.
        published: the date that the header gives, if it gives one.
    """

    blocks: tuple[Block, ...]
    body: int
    headline: tuple[int, int] | None = None
    published: datetime.date | None = None


_TOP = 20
"""Lines above the story at most; the longest tops seen (press releases) have ten."""
_FOOT = 3
"""Lines under the story in which its day may stand."""
_LONGEST_TOP_LINE = 200
_INLINE_HEADER = re.compile(
    r"(?:date:? |published:? )?(?=\d)(?P<date>\d{4}-\d\d-\d\d|\d\d?-[A-Z]{3}-\d{4})"
    r"(?:[ T]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?)?(?: [A-Z]{2,3}T)? (?=\S)"
)
_YEAR = re.compile(r"\d{4}")
_LONGEST_ABROAD, _MOST_LETTERS_ABROAD = 100, 35
"""Characters of a header line in another language, and letters beside its date."""
_FEWEST_FIELDS = 3
"""Fields of a database above the one that opens the story."""
_REACH_OF_TEXT = 5
"""Lines below 'CONTENT=' in which 'TEXT:' may stand."""
_FIELD_KINDS: dict[str, BlockKind] = {"headline": "headline", "byline": "byline"}
_FEWEST_WORDS = 5
"""Of a headline that is taken before shorter lines."""
_REACH = 3
"""Lines below a headline in which the date or the byline stands."""
_MAY_BE_DATELINE = re.compile(r"[^\n]{0,60}?(?:[\w.)\]] ?(?:--|[–—]|-(?= ))|\) ?[:.])")
_UPDATED = re.compile(r"(?i)\b(?:updated?|modified)\b\D{0,20}$")
_MENAFN_CODE = re.compile(r"(?m)^MENAFN(\d\d)(\d\d)(20\d\d)\d{6,}")  # day, month, year
_SETTLING = 1500  # characters behind a date such as 12/11/2024 that may spell it out


def lay_out(text: str) -> Layout:
    """Tell the blocks of a clean text apart (one line is one block). Linear."""
    lines = _lines(text)
    top, published = _read_top(text, lines[:_TOP])
    read = sum(start <= top[-1].start for start, _ in lines[:_TOP]) if top else 0
    if not any(block.kind == "paragraph" for block in top) and read == len(lines):
        top = [_as_paragraph(block) for block in top]
    blocks = top + [
        Block("furniture" if is_furniture(text[start:end]) else "paragraph", start, end)
        for start, end in lines[read:]
    ]
    body = next((block.start for block in blocks if block.kind == "paragraph"), 0)
    if published is None:
        published = _menafn_day(text) or _foot_day(text, blocks)
    headline = _headline(text, top)
    return Layout(tuple(blocks), body, headline, published)


def _lines(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.split("\n"):
        if line:
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _read_top(text: str, lines: list[tuple[int, int]]) -> tuple[list[Block], datetime.date | None]:
    """The blocks down to the first paragraph, and the date that they give."""
    blocks: list[Block] = []
    dated: DateFinding | None = None
    update = False
    field_at = reader_of([text[start : min(end, start + 4)] for start, end in lines])
    fields = 0
    story = _story_line(text, lines, field_at)
    for i, (start, end) in enumerate(lines):
        inline = _INLINE_HEADER.match(text, start, min(end, start + 60))
        if inline and not dated:
            dated = next(find_dates(text, inline.start("date"), inline.end("date")), None)
            if dated and end - inline.end() > 40:
                blocks += [Block("header", start, inline.end() - 1)]
                blocks += [Block("paragraph", inline.end(), end)]
                break
        line = text[start : min(end, start + _LONGEST_TOP_LINE + 1)]
        field = field_at(line)
        if i == story or (field and field.kind == "story" and (fields or blocks)):
            field = field or Field("story", end - start)
            blocks += _story_field(text, start, end, field, lines[i + 1 :])
            break
        dates = list(find_dates(line)) if len(line) <= _LONGEST_TOP_LINE else []
        kind = _kind_above(line, dates)
        abroad = None if dates else _date_abroad(line)
        if abroad:
            dates, kind = [abroad], "header"
        if field and len(line) <= _LONGEST_TOP_LINE:
            fields += 1
            kind = _FIELD_KINDS.get(field.kind, "header")
        above = kind == "paragraph" and len(line) <= LONGEST_HEADLINE
        above = above and _is_above(text, lines[i:], dated is not None)
        # Under a headline a sentence above the date is the story's summary.
        deck = above and any(_is_long(text, block) for block in blocks if block.kind == "headline")
        if above and not deck:
            kind = "headline"
        if kind == "header" and dates and (dated is None or update):
            found = next((date for date in dates if not _is_update(line, date)), None)
            if dated is None or found:
                update, found = found is None, found or dates[0]
                dated = found._replace(start=start + found.start, end=start + found.end)
        if i < story and kind == "paragraph":
            kind = "headline"  # the story's own field stands below
        blocks.append(Block(kind, start, end))
        if kind == "paragraph" and not deck:
            break
    if dated is None:
        return blocks, None
    behind = text[dated.end : dated.end + _SETTLING]
    date = settle(dated, behind)
    lines_above = text[max(0, dated.start - NEAR) : dated.start]
    if date == dated.date and dated.swapped and is_month_first(lines_above, behind):
        date = dated.swapped  # 'Posted 6/2/2004' above 'AUSTIN — '
    return blocks, date


def _story_line(
    text: str, lines: list[tuple[int, int]], field_at: Callable[[str], Field | None]
) -> int:
    """The line that opens the story below other fields: 'BODY:', 'Full Text'; -1 for none."""
    fields = 0
    for i, (start, end) in enumerate(lines):
        line = text[start : min(end, start + _LONGEST_TOP_LINE)]
        field = field_at(line)
        if fields >= _FEWEST_FIELDS and (
            (field and field.kind == "story") or line.strip(" :").lower() == "full text"
        ):
            return max(_text_below(text, lines, i, field_at), i)
        fields += field is not None
    return -1


def _text_below(
    text: str, lines: list[tuple[int, int]], i: int, field_at: Callable[[str], Field | None]
) -> int:
    """The field of the story's text a few lines below the one that opens it: 'INTRO:', 'TEXT:'."""
    for j in range(i + 1, min(i + _REACH_OF_TEXT, len(lines))):
        field = field_at(text[lines[j][0] : min(lines[j][1], lines[j][0] + _LONGEST_TOP_LINE)])
        if field and field.kind == "story":
            return j
    return -1


def _date_abroad(line: str) -> DateFinding | None:
    """The date of a line that has little else: 'martes, 30 de septiembre de 2014 13:11'."""
    if len(line) > _LONGEST_ABROAD or not _YEAR.search(line):
        return None
    found = find_date_abroad(line)
    if found is None:
        return None
    beside = line[: found.start] + line[found.end :]
    return found if sum(map(str.isalpha, beside)) <= _MOST_LETTERS_ABROAD else None


def _story_field(
    text: str, start: int, end: int, field: Field, behind: list[tuple[int, int]]
) -> list[Block]:
    """'BODY:' with the story behind it or on the next line."""
    value = start + field.value
    if value < end:
        return [Block("header", start, value), Block("paragraph", value, end)]
    blocks = [Block("header", start, end)]
    for line in behind:
        empty = field_of(text[slice(*line)])  # 'VOICED AT:'
        if empty is None or line[0] + empty.value < line[1]:
            return [*blocks, Block("paragraph", *line)]
        blocks.append(Block("header", *line))
    return blocks


def _is_above(text: str, lines: list[tuple[int, int]], dated: bool) -> bool:
    """Whether a line that ends as a sentence is a headline: a date or a byline stands below.

    'Budget 2022: What will the tax cost you?' above 'PUBLISHED FEB 18, 2022'.
    """
    first = text[slice(*lines[0])]
    if _MAY_BE_DATELINE.match(first) or ends_like_dateline(first):
        return False
    for start, end in lines[1 : 1 + _REACH]:
        line = text[start : min(end, start + _LONGEST_TOP_LINE + 1)]
        dates = list(find_dates(line)) if len(line) <= _LONGEST_TOP_LINE else []
        kind = _kind_above(line, dates)
        if kind == "byline" or (kind == "header" and dates) or (dated and is_city_line(line)):
            return end != lines[-1][1]
        if kind == "paragraph" and not (first[-1] == "?" and start == lines[1][0]):
            return False  # behind a question a summary may stand
    return False


def _is_update(line: str, date: DateFinding) -> bool:
    return _UPDATED.search(line, max(0, date.start - 40), date.start) is not None


def _kind_above(line: str, dates: list[DateFinding]) -> BlockKind:
    """The kind of a line at the top of an item."""
    if len(line) > _LONGEST_TOP_LINE:
        return "paragraph"
    if is_byline(line):
        return "byline"
    if ends_like_dateline(line) and not (dates and is_dated(line, dates)):
        return "paragraph"
    if is_header(line, dates):
        return "header"
    if is_furniture(line):
        return "furniture"
    return "paragraph" if is_sentence(line) else "headline"


def _as_paragraph(block: Block) -> Block:
    return Block("paragraph", block.start, block.end) if block.kind == "headline" else block


def _headline(text: str, top: list[Block]) -> tuple[int, int] | None:
    """The first long headline under the last header line, else the first one at all.

    A city alone on its line is the dateline's ('Kathmandu').
    """
    field_at = reader_of([text[block.start : min(block.end, block.start + 4)] for block in top])
    for block in top:
        field = field_at(text[block.start : block.end]) if block.kind == "headline" else None
        if field and block.start + field.value < block.end:
            return block.start + field.value, block.end
    candidates = [
        i
        for i, block in enumerate(top)
        if block.kind == "headline" and not is_city_line(text[block.start : block.end])
    ]
    if not candidates:
        return None
    last_header = max((i for i, block in enumerate(top) if block.kind == "header"), default=-1)
    long = [i for i in candidates if _is_long(text, top[i])]
    # 'Money' and 'Staff Correspondent' are none where a longer line is there.
    chosen = long or candidates
    best = next((i for i in chosen if i > last_header), chosen[0])
    return top[best].start, top[best].end


def _is_long(text: str, block: Block) -> bool:
    return text.count(" ", block.start, block.end) >= _FEWEST_WORDS - 1


def _menafn_day(text: str) -> datetime.date | None:
    """The day in the code with which the distributor MENAFN closes its items."""
    code = _MENAFN_CODE.search(text, text.rfind("MENAFN")) if "MENAFN" in text else None
    return day(int(code[3]), int(code[2]), int(code[1])) if code else None


def _foot_day(text: str, blocks: list[Block]) -> datetime.date | None:
    """The one day in the last lines under a story: 'GNA', '19 May 2022'."""
    found = []
    for block in blocks[1:][-_FOOT:]:
        line = text[block.start : min(block.end, block.start + _LONGEST_TOP_LINE)]
        dates = list(find_dates(line)) if block.end - block.start == len(line) else []
        if is_foot_date(line, dates):
            found.append(dates[0])
    return settle(found[0], text[-_SETTLING:]) if len(found) == 1 else None
