"""What stands between a dateline and its story: bylines, stamps, days, credits on their lines."""

from __future__ import annotations

import re

from newsextract.lexicons.agencies import agency_at, agency_of
from newsextract.lexicons.countries import country_of
from newsextract.parsers.dateline.credits import agency_of_byline
from newsextract.parsers.dateline.cursor import printed_day
from newsextract.parsers.dateline.draft import Draft, PrintedDay
from newsextract.parsers.dateline.judge import rule_of
from newsextract.parsers.dateline.patterns import DASH, TIME, day_pattern
from newsextract.parsers.dateline.places import cities_in
from newsextract.parsers.dateline.scan import scan
from newsextract.parsers.dateline.senders import NEWS_WORD
from newsextract.reading.line_kinds import is_byline, is_furniture, is_sentence
from newsextract.story import Story

_BRACKETED_CREDIT = re.compile(rf"\(([A-Z][^()\n]{{1,40}})\) ?(?:[{DASH}:] ?)+(?=\S)")
_CORRESPONDENT = re.compile(
    r"(?:By )?(?:[A-Z][\w-]+ )?[Cc]orrespondents? [A-Z][^:.\n]{2,60}:\s?"
    rf"|/(?:From |By )?(?:[A-Z]\w* ){{1,3}}correspondents? [A-Z][^/\n]{{2,60}}/ ?[{DASH}]{{1,2}} ?"
)
"""'By TASS correspondent Igor Lapshenin: ' between the dateline and the story."""
_INLINE_AUTHOR = re.compile(r"By [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}(?: [-–—]+|:) (?=[A-Z])")
"""'By Elmira Tagiyeva – Trend: '."""
_REPORTER = re.compile(r"Reporter [A-Z][\w-]+(?: [A-Z][\w-]+){0,2} = ?")
"""'[Sejong=Newsis] Reporter Kang Min-su = Exports'."""
_SIGNED_BY = re.compile(
    r"(?!The |[\w'’-]+ (?:Corp|Bros|Comm?|Dept|Capt|Prof)\.)"
    r"[A-Z][a-z'’-]{2,} [A-Z][a-z'’-]{3,}\. (?=[A-Z])"
)
"""'KazTAG – Madina Alpysbay. Foreign ministers'."""
_DASHES = tuple(DASH)
_MARKS = re.compile(rf"[{DASH}]{{1,2}} |(?<=\n)—(?=[A-Z])")
_BY = ("By ", "BY ", "by ")
_MOST_STAMPS = 3
"""Lines of a site between a place on its own line and the story."""
_LONGEST_LINE, _LONGEST_HEADLINE, _LONGEST_FURNITURE = 80, 120, 250
_LONGEST_REST = 30
_TIME = re.compile(TIME)


def read_behind(story: Story, draft: Draft, rule: str) -> tuple[str | None, int]:
    """The agency of a dateline and where its story begins, behind what stands between them.

    A day on a line of its own becomes that of `draft` if it has none.

    Args:
        story: the story.
        draft: what is read of the dateline.
        rule: the rule by which it is one.

    Returns:
        The agency, None where nothing names it, and where the story begins (offset in the clean
        text).
    """
    text, body, alone = story.text, draft.body, draft.separator == "line"
    if alone:
        body = _behind_headline(text, body)
    if draft.day is None and text[body - 1 : body] == "\n":
        draft.day, body = _day_line(text, body)
    if alone or rule == "dateline.header":
        body = _behind_same(text, body, draft)
    agency = draft.agency
    if text.startswith(_BY, body):
        agency, body = _byline(text, body, agency)
    elif (agency or text.startswith("/", body)) and (
        correspondent := _CORRESPONDENT.match(text, body)
    ):
        body = correspondent.end()  # 'LENINGRAD April 27 TASS - TASS correspondent Oleg Vetrov:'
    may_sign = draft.agency or draft.separator == "dot"  # 'Yerevan. Marianna Lazarian. Armenia'
    if text.startswith("Reporter ", body):
        signed = _REPORTER.match(text, body)
    else:
        signed = _SIGNED_BY.match(text, body) if may_sign else None
    body = signed.end() if signed else body
    if agency is None:
        agency, body = _credit_line(text, body)
    if text.startswith(_DASHES, body):  # CNN's story begins with one
        marks = _MARKS.match(text, body)
        body = marks.end() if marks else body
    if alone:
        body = _behind_same(text, _behind_stamp(story, body), draft)
    if text[body - 1 : body] == "\n":
        body = _behind_furniture(text, body)
    return agency, body


def _behind_furniture(text: str, body: int) -> int:
    """The story behind a line of time or furniture: '11:22 IST', 'NOT FOR DISTRIBUTION TO U.S.'."""
    line_end = text.find("\n", body, body + _LONGEST_FURNITURE)
    if line_end < 0:
        return body
    time = _TIME.fullmatch(text, body, line_end)
    return line_end + 1 if time or is_furniture(text[body:line_end]) else body


def _credit_line(text: str, body: int) -> tuple[str | None, int]:
    """The agency at the head of the story: 'Trend:' on its own line, '(TAP) - Tunisia has'."""
    bracket = _BRACKETED_CREDIT.match(text, body) if text.startswith("(", body) else None
    if bracket:
        known = agency_of(bracket[1]) or agency_of(bracket[1].partition("/")[0])
        if known or bracket[1].isupper() or NEWS_WORD.search(bracket[1]):
            return known or bracket[1], bracket.end()
    line_end = text.find("\n", body, body + _LONGEST_LINE)
    found = agency_at(text, body) if line_end >= 0 else None
    if found is None or text[found[1] : line_end].strip(" :-–—"):
        return None, body
    return found[0], line_end + 1


def _behind_stamp(story: Story, body: int) -> int:
    """The story behind the lines under a place: 'INA - BAGHDAD', 'Economy', '27-06-2022, 18:40'."""
    layout = story.reading.layout
    between = [block for block in layout.blocks if body <= block.start < layout.body]
    stamp = any(block.kind == "header" for block in between)
    return layout.body if stamp and len(between) <= _MOST_STAMPS else body


def _day_line(text: str, body: int) -> tuple[PrintedDay | None, int]:
    """The day on a line of its own behind the dateline: 'KINGSTON (JIS):', 'Tuesday, May 19'."""
    line_end = text.find("\n", body, body + _LONGEST_LINE)
    found = day_pattern().match(text, body, line_end) if line_end >= 0 else None
    day = printed_day(found) if found else None
    if found and day and found.end() < line_end:
        rest = text[found.end() : line_end]  # 'Wednesday, January 25 2012, Your time is 10:12:44'
        day = day if day.year and len(rest) < _LONGEST_REST and not is_sentence(rest) else None
    return (day, line_end + 1) if day and day.day else (None, body)


def _behind_headline(text: str, body: int) -> int:
    """The story where its headline stands between it and a dateline on its own line."""
    line_end = text.find("\n", body, body + _LONGEST_HEADLINE)
    if line_end < 0 or text.startswith(_BY, body) or is_sentence(text[body:line_end]):
        return body
    behind = text[line_end + 1 :].partition("\n")[0]
    return line_end + 1 if is_sentence(behind) else body


def _behind_same(text: str, body: int, above: Draft) -> int:
    """The story behind one more dateline with the place of the line above, or one in its country.

    What the line above lacks is taken from it: 'DATELINE: Bangladesh' above 'Dhaka, April 27 -- '.
    """
    line_end = text.find("\n", body)
    line_end = len(text) if line_end < 0 else line_end
    draft = scan(text, body, line_end, min(line_end + 1, len(text)))
    if draft is None or rule_of(draft, text, line_end, headed=True) is None:
        return body
    place, own = above.places[0], draft.places[0]
    country = country_of(place.name)
    if country and len(above.places) == 1 and cities_in(own.name, country):
        above.places, above.start, above.end = draft.places, draft.start, draft.end
    elif own.name.casefold() != place.name.casefold():
        return body
    above.agency, above.day = above.agency or draft.agency, above.day or draft.day
    return draft.body


def _byline(text: str, body: int, agency: str | None) -> tuple[str | None, int]:
    """The agency, and the story behind a byline under the dateline: 'By Anar Aliyev – Trend:'."""
    correspondent = _CORRESPONDENT.match(text, body)
    if correspondent:
        return agency, correspondent.end()
    author = _INLINE_AUTHOR.match(text, body)
    sender = agency_at(text, author.end()) if author else None
    if sender and text[sender[1] : sender[1] + 2] == ": ":
        return agency or sender[0], sender[1] + 2
    if author and agency:
        return agency, author.end()  # 'APA-Niamey (Niger) By Abdou Seyni – '
    line_end = text.find("\n", body, body + _LONGEST_LINE)
    if line_end < 0 or not is_byline(text[body:line_end]):
        return agency, body
    return agency or agency_of_byline(text[body:line_end]), line_end + 1
