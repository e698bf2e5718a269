"""Finds the periods of a text."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from newsextract.lexicons.figure_words import figure_words
from newsextract.lexicons.fiscal_years import fiscal_year_of
from newsextract.periods.finding import PeriodFinding, PeriodKind, Range
from newsextract.periods.grammar import PeriodReader
from newsextract.periods.memory import Memory
from newsextract.periods.stretches import Stretch
from newsextract.periods.words import Word, words_of

_STARTERS = frozenset(
    "iso month digit day_ordinal year_number year_span number number4 fiscal decade quarter_code "
    "half_code the a last past previous this next following same ordinal final early middle late "
    "begin end from between so weekday today calendar year_end".split()
)
_ALONE = frozenset(
    "iso month year_number year_span decade quarter_code half_code weekday today year_end".split()
)
"""Starters that are a period by themselves; the others need one of its words behind them."""
_NO_GOING_ON = frozenset(["other", *"and in by as since , . ( ) /".split()])
_BARE_MONTH_AFTER = frozenset("in of since by to from between early middle late begin end".split())
_BEFORE = frozenset("in of since by to from between and as the , ( - earlier month".split())
_BEFORE_YEAR = _BEFORE | {"month", "quarter_code", "half_code", "late", "early", "middle"}
_COUNTED = re.compile(
    r"[ -]?(?:%|percent|per cent|tonn?e?s?|tons?|barrels?|people|persons?|men|women|children|"
    r"soldiers|troops|workers|students|families|households|units|vehicles|cars|homes|houses|hectares|acres|"
    r"kilomet\w+|km|miles?|met(?:er|re)s?|feet|kg|kilos?|dollars?|euros?|pounds?|yen|yuan|rubles?|"
    r"rupees?|tenge|million|billion|trillion|mln|bln|crore|lakh|GMT|UTC|hours?|hrs|local time|"
    r"MW|GW|points?|votes?|seats?|times|cases|deaths|victims|passengers|visitors|tourists)(?!\w)",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹₽₺₸₴₦#№]|\bNo\.?|\b[A-Z]{3}) ?$")
_NEXT_WORDS = re.compile(r" ([a-z]+)(?: ([a-z]+))?")
_UNTIL = ("before", "until", "till", "through", "thru")
_WHOSE = re.compile(r"(?:\b(?:its|their|the)|['’]s?) $")
_LINKS = frozenset("in from of other".split())
_RUNS = re.compile(
    r", (?:which|that) (?:ends?|ended|begins?|began|starts?|started|runs?|ran|closed) "
    r"(?:in|on|from) (?:the )?$"
)
"""Before the month in which the year that was named ends or begins."""
_PLURAL = re.compile(r" [a-z]{3,}s(?!\w)(?<!ss)")


def find_periods(
    text: str,
    anchor: datetime.date | None = None,
    start: int = 0,
    end: int | None = None,
    *,
    country: str | None = None,
    before: Memory | None = None,
) -> list[PeriodFinding]:
    """The periods named in ``text[start:end]``, in order, none overlapping.

    Single days ('on Monday', 'March 3') are periods too. A period that leans on one named
    before ('the same period of last year', 'a year earlier', 'the previous year') is resolved
    against the last one in the same stretch of text that is longer than a day, so give whole
    paragraphs or the whole text.

    Args:
        text: the clean text.
        anchor: the day of the article, from which 'last year' counts. Without it such periods
            are found with both ends None.
        start: offset at which to begin.
        end: offset at which to stop.
        country: ISO 3166-1 alpha-2 code of the country whose fiscal year is meant where the
            text says 'fiscal year' or '2023-24' alone.
        before: what the text before `start` spoke of last; what this stretch speaks of is
            written into it.

    Offsets are characters of `text`. Linear in the length of the stretch.
    """
    words = words_of(text, start, len(text) if end is None else end)
    reader = PeriodReader(text, words, anchor, country, before)
    found: list[PeriodFinding] = []
    behind = 0
    for i in _starts(words):
        if i < behind or not _may_start(text, words, i):
            continue
        read = reader.period(i)
        if read is None or read[0] <= i:
            continue
        behind, stretch = read
        one = _finding(text, words, i, behind, stretch, anchor)
        found.append(_up_to(text, words, i, one, country))
        reader.remember(stretch)
        if one.kind == "at" and stretch.known:
            reader.memory.state = Stretch(one.end, one.end, "day")
    return found


def _starts(words: list[Word]) -> list[int]:
    """Where a period may start, by the word and the one behind it."""
    kinds = [word.kind for word in words]
    return [
        i
        for i, (kind, behind) in enumerate(
            zip(kinds, [*kinds[1:], "other"][: len(kinds)], strict=True)
        )
        if kind in _STARTERS and (kind in _ALONE or behind not in _NO_GOING_ON)
    ]


def resolve_period(
    expression: str, anchor: datetime.date | None = None, *, country: str | None = None
) -> PeriodFinding | None:
    """The one period that `expression` names ('the first half of 2023'); None if it names none."""
    found = find_periods(expression, anchor, country=country)
    return found[0] if len(found) == 1 else None


def _may_start(text: str, words: list[Word], i: int) -> bool:
    """Whether a number is a year and a capitalised word a month, by what stands around it."""
    word = words[i]
    before = words[i - 1].kind if i else ""
    if before in _LINKS and _RUNS.search(text, max(word.start - 40, 0), word.start):
        return False
    if word.kind == "year_number":
        if _MONEY_BEFORE.search(text, max(0, word.start - 5), word.start):
            return False
        if _COUNTED.match(text, word.end) or before == "/":
            return False
        if i + 1 < len(words) and words[i + 1].kind == "/":
            return False
        if before in _BEFORE_YEAR:
            return True
        if before == "other" and text[words[i - 1].start].isupper():
            return False  # 'Agenda 2030', 'Euro 2024'
        return not _PLURAL.match(text, word.end)
    if word.kind == "month":
        behind = words[i + 1].kind if i + 1 < len(words) else ""
        return (
            _is_of_month(text, word.start, word.end)
            or before in _BARE_MONTH_AFTER
            or before == "and"
            or behind in ("digit", "day_ordinal", "year_number", "-", "to", "quarter", "half")
            or (
                behind in (",", "of", "this", "last")
                and i + 2 < len(words)
                and words[i + 2].kind in ("year_number", "year", "this", "last", "next", "the")
            )
        )
    if word.kind == "weekday":
        return len(text[word.start : word.end].rstrip(".")) > 3
    return True


def _is_of_month(text: str, start: int, end: int) -> bool:
    """'December alone brought', 'March retail sales', 'its June auction': is it a month?"""
    words = _NEXT_WORDS.match(text, end)
    if words is None:
        return False
    if _WHOSE.search(text, max(start - 8, 0), start):
        return True
    return words[1] == "alone" or not figure_words("flow_noun").isdisjoint(words.groups())


def _finding(
    text: str,
    words: list[Word],
    i: int,
    behind: int,
    stretch: Stretch,
    anchor: datetime.date | None,
) -> PeriodFinding:
    kind: PeriodKind = "in"
    first, start, end, inferred = i, stretch.start, stretch.end, dict(stretch.inferred)
    lead = words[i - 1].kind if i else ""
    if words[i].kind == "the" and behind == i + 2 and words[i + 1].kind == "year_number":
        first = i + 1  # 'the 2019 accord'
    if lead == "since":
        kind, first, end = "since", i - 1, None
        if start and anchor and start <= anchor:
            end, inferred["end"] = anchor, "anchor"
    elif lead == "by" and _is_end(words, i) and end and anchor and end <= anchor:
        kind, start = "at", end  # 'had grown to $5bn by the end of 2023'
    elif lead == "by" or (lead and text[words[i - 1].start : words[i - 1].end].lower() in _UNTIL):
        kind, first, start = "by", i - 1, None
    elif (
        (lead == "of" and i > 1 and words[i - 2].kind == "as")
        or _is_end(words, i)
        or (stretch.grain == "day" and "period_before" in inferred.values())
    ):
        kind = "at"
        start = end
    return PeriodFinding(
        Range(words[first].start, words[behind - 1].end), start, end, inferred, kind
    )


def _up_to(
    text: str, words: list[Word], i: int, found: PeriodFinding, country: str | None
) -> PeriodFinding:
    """'up to 31 October of the current fiscal year': what has gone of that year."""
    if "fiscal_year" not in found.inferred.values() or i < 2 or words[i - 1].kind != "to":
        return found
    start = fiscal_year_of(country)
    if found.end is None or start is None or not text[: words[i - 1].start].endswith("up "):
        return found
    begun = (start.month, start.day) <= (found.end.month, found.end.day)
    first = datetime.date(found.end.year - (not begun), start.month, start.day)
    return replace(found, start=first)


def _is_end(words: list[Word], i: int) -> bool:
    at = i + 1 if words[i].kind == "the" else i
    return at < len(words) and words[at].kind in ("end", "year_end")
