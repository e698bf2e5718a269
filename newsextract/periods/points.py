"""Single points of time: dates, months, years, weekdays, 'last quarter'.

Each method reads one form at a position in the list of words and gives the position behind
it with the stretch of days, or None. No form is longer than a few words and none goes back,
so reading is linear in the text.
"""

from __future__ import annotations

import datetime
import re

from newsextract.lexicons.cues import reporting_verbs
from newsextract.periods.calendar import add_months, day, months_between, months_until
from newsextract.periods.memory import Memory
from newsextract.periods.stretches import Stretch, calendar_year, month_of, unknown
from newsextract.periods.words import Word
from newsextract.periods.years import (
    CALENDAR,
    numbered_year,
    relative_year,
    spanning_year,
    year_system,
)

Found = tuple[int, Stretch]

STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "following": 1}
_YEAR_STARTS = ("year_number", "year_span", "this", "last", "next", "previous", "the", "fiscal")
MONTHS_OF = {"year": 12, "half": 6, "quarter": 3, "month_unit": 1, "decade": 120}
NUMBERS = ("digit", "number")
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to(?!\s+(?:\W|\d|[A-Z]|an?\b|the\b|some|about|around|nearly|almost|over|more"
    r"|less|just|under|below|above|only|roughly|record|[a-z-]+ial\b|[a-z-]+[^\Ws]s\b))|scheduled|planned|plans?|expected|expects?|due|next|upcoming|intends?|"
    r"hopes?|aims?)\b(?:[^.;\n]|\.\d){0,60}$|\b(?:before|by|until|till)\s+(?:\w+\s+){0,4}$"
)
_PAST = re.compile(
    r"\b(?:was|were|had|has|rose|fell|grew|said|since|shrank|reached|amounted|totall?ed|stood|came|hit"
    r"|dropped|declined|climbed|jumped|surged|collapsed|increased|decreased)\b(?:[^.;\n]|\.\d){0,40}$"
)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|(?:scheduled|planned|plans?|expected|expects?|due|intends?|hopes?|aims?|set|is"
    r"|are)\s+to|next|upcoming)\b(?:[^.;\n]|\.\d)*$"
)
"""Before a weekday that is still to come."""
_FIXED_FOR = re.compile(
    r"\b(?:set|put|fix|fixed|fixing|rate|midpoint)\b(?:[^.;\n]|\.\d){0,60}\bfor $"
)
"""'set the rate at 5 roubles for Saturday'."""
_CLOSE = re.compile(r"['’]s\s+(?:[a-z]+\s+)?(?:close|closing|price|finish|rate|level|settlement)\b")
_WITHIN = re.compile(
    r"\b(?:over|in|during|for|across|closed?|closing|ended|ending|finished)\s+$", re.I
)
"""Before 'the year' that was spoken of."""
_CLOSED = re.compile(r"\b(?:closed|closing|ended|ending|finished|finishing)\s+$")
_EARLY = 3
"""Months in which 'closed the year' speaks of the last one."""
_WORDS = re.compile(r"[a-z]+")
_LOOK_BACK = 70  # characters of the sentence before a period that tell past from future


class PointReader:
    """Reads points of time at positions in a list of words, with the `memory` of those before."""

    def __init__(
        self,
        text: str,
        words: list[Word],
        anchor: datetime.date | None,
        country: str | None,
        before: Memory | None = None,
    ) -> None:
        self.text = text
        self.words = words
        self.anchor = anchor
        self.country = country
        self._at = 0
        self.memory = before or Memory()
        self.memory.turn_page(anchor)
        self._system = CALENDAR
        self._singles: dict[int, tuple[Found | None, str]] = {}

    @property
    def prior(self) -> Stretch | None:
        """The period that the text named before."""
        return self.memory.prior

    def kind(self, i: int) -> str:
        """Class of word `i`; '' beyond the ends."""
        return self.words[i].kind if 0 <= i < len(self.words) else ""

    def remember(self, found: Stretch) -> None:
        """Make `found` the period to which later ones refer."""
        self.memory.remember(found, self._system)

    # -- single points and units

    def _ahead(self) -> bool:
        """Whether the words before speak of the future: 'will open in March'."""
        end = self.words[self._at].start
        before = self.text[max(0, end - _LOOK_BACK) : end]
        return bool(_AHEAD.search(before)) and not _PAST.search(before)

    def _skip(self, i: int, *kinds: str) -> int:
        return i + 1 if self.kind(i) in kinds else i

    def _date(self, i: int) -> Found | None:
        kind = self.kind(i)
        if kind == "iso":
            exact = _iso(self.words[i])
            return (i + 1, Stretch(exact, exact, "day")) if exact else None
        if kind == "the" and self.kind(i + 1) == "day_ordinal":
            return self._date(i + 1)
        if kind in ("digit", "day_ordinal"):
            at = self._skip(i + 1, "of")
            if self.kind(at) == "month":
                return self._month(at, number_of(self.words[i]))
            return None
        if kind == "month":
            return self._month_closed(i) or self._month(i, None)
        step = STEPS.get(kind)
        if step is not None and self.kind(i + 1) == "month":
            return self._stepped_month(i + 1, step)
        return None

    def _month_closed(self, i: int) -> Found | None:
        """'the December quarter', 'the June half', 'the March 2023 quarter': named by their end."""
        at = i + 1 + (self.kind(i + 1) == "year_number")
        unit_at = self._skip(at, "-")
        unit = self.kind(unit_at)
        if unit not in ("quarter", "half"):
            return None
        behind = self._half_year(unit_at) + 1
        year = self._year_behind(behind)
        last = self._month(i, None)[1] if at > i + 1 else year and year[1]
        month = number_of(self.words[i])
        if last is None or last.end is None:
            last = self._undated(month, None)
        elif year and at == i + 1:
            behind = year[0]
            last = dated_like(month_of(last.end.year, month), last)
        if last.end is None:
            return behind, unknown(unit)
        start = months_until(last.end, MONTHS_OF[unit])
        return behind, dated_like(Stretch(start, last.end, unit), last)

    def _month(self, i: int, number: int | None) -> Found:
        month, at = number_of(self.words[i]), i + 1
        if number is None and self.kind(at) in ("digit", "day_ordinal"):
            number, at = number_of(self.words[at]), at + 1
        year = self._year_behind(at)
        if year is None:
            return at, self._undated(month, number)
        at, stretch = year
        if stretch.start is None or stretch.end is None:
            return at, unknown("month" if number is None else "day")
        first = stretch.start.year if (stretch.start.month, 1) <= (month, 1) else stretch.end.year
        if number is None:
            return at, dated_like(month_of(first, month), stretch)
        exact = day(first, month, number)
        return at, dated_like(Stretch(exact, exact, "day"), stretch)

    def _year_behind(self, i: int) -> Found | None:
        """The year that closes a date: ', 2023', 'of this year', 'last year'."""
        at = self._skip(i, ",")
        if self.kind(at) == "year_number":
            return at + 1, calendar_year(number_of(self.words[at]))
        if self.kind(i) == "(" and self.kind(i + 1) in ("year_span", "fiscal"):
            found = self._year(i + 1)  # 'July-October (2023-24)'
            return (found[0] + 1, found[1]) if found and self.kind(found[0]) == ")" else None
        if self.kind(i) == "period" and self.kind(i + 1) in ("of", "in"):
            i += 1  # 'the July-October period of the current fiscal year'
        at = self._skip(i, "of", "in")
        if self.kind(at) in _YEAR_STARTS:
            return self._year(at)
        return None

    def _undated(self, month: int, number: int | None) -> Stretch:
        """A month without a year: the latest that has begun, or the next to come."""
        if self.anchor is None:
            return unknown("month" if number is None else "day")
        anchor = self.anchor
        if number is None:
            year = anchor.year if month <= anchor.month else anchor.year - 1
            if self._ahead() and month != anchor.month:
                year += 1
            found = month_of(max(year, 1), month)
        else:
            far = datetime.timedelta(360 if self._ahead() else 31)
            exact = next(
                (
                    d
                    for year in (anchor.year + 1, anchor.year, anchor.year - 1)
                    if 0 < year < 10000 and (d := day(year, month, number)) and d <= anchor + far
                ),
                None,
            )
            found = Stretch(exact, exact, "day")
        return Stretch(found.start, found.end, found.grain, False, {"year": "nearest"})

    def _stepped_month(self, i: int, step: int) -> Found:
        month = number_of(self.words[i])
        if self.anchor is None:
            return i + 1, unknown("month")
        year = self.anchor.year
        if step < 0 and month >= self.anchor.month:
            year -= 1
        elif step > 0 and month <= self.anchor.month:
            year += 1
        return i + 1, month_of(max(year, 1), month).because(year="anchor")

    def _weekday(self, i: int) -> Found | None:
        step = STEPS.get(self.kind(i))
        at = i if step is None else i + 1
        if self.kind(at) == "today":
            if self.anchor is None:
                return at + 1, unknown("day")
            number = number_of(self.words[at])
            exact = self.anchor + datetime.timedelta(number)
            return at + 1, Stretch(exact, exact, "day", False, {"start": "anchor", "end": "anchor"})
        if self.kind(at) != "weekday":
            return None
        if self.anchor is None:
            return at + 1, unknown("day")
        back = (self.anchor.weekday() - number_of(self.words[at])) % 7
        exact = self.anchor - datetime.timedelta(back)
        close = _CLOSE.match(self.text, self.words[at].end)
        if step == 1 or (back and not close and self._comes(step)):
            exact += datetime.timedelta(7)
        return at + 1, Stretch(exact, exact, "day", False, {"start": "anchor", "end": "anchor"})

    def _comes(self, step: int | None) -> bool:
        """'will be sold on Friday', 'this Friday' early in the week: the next one."""
        end = self.words[self._at].start
        before = self.text[max(0, end - 2 * _LOOK_BACK) : end]
        if step == 0:
            return not _PAST.search(before)
        if _FIXED_FOR.search(before):
            return True
        ahead = _TO_COME.search(before)
        if ahead is None or _PAST.search(before):
            return False
        said = [w for w in _WORDS.findall(ahead[0]) if w in reporting_verbs()]
        return not any(w.endswith("ed") or w in ("said", "told", "wrote") for w in said)

    # -- years

    def _year(self, i: int) -> Found | None:
        """'2022', '2023-24', 'this year', 'the fiscal year 2023/24', 'FY24', 'the year'."""
        at = self._skip(i, "the", "a")
        relative = self.kind(at)
        step = STEPS.get(relative)
        if step is not None:
            at += 1
        number: Word | None = None
        if self.kind(at) in ("year_number", "year_span", "number4") and step is None:
            number, at = self.words[at], at + 1
        if number and self.kind(at) == "to" and self.kind(at + 2) == "fiscal":
            # 'the 2023 to 2024 financial year'
            first, last = number_of(number), number_of(self.words[at + 1])
            if self.kind(at + 1) == "year_number" and last == first + 1:
                number, at = number._replace(kind="year_span", value=first * 10000 + last), at + 2
        fiscal, calendar, begin = False, None, at
        while self.kind(at) in ("fiscal", "calendar"):
            if self.kind(at) == "fiscal":
                fiscal = True
            elif not (calendar and self.words[at].value == CALENDAR):
                calendar = str(self.words[at].value)
            at += 1
        has_unit = self.kind(at) == "year"
        if has_unit:
            at += 1
        elif calendar and not fiscal:
            at, calendar = begin, None
        if number is None and (has_unit or fiscal):
            kind = self.kind(at)
            if kind in ("year_number", "year_span", "number4"):
                number, at = self.words[at], at + 1
            elif fiscal and not has_unit and kind in NUMBERS and number_of(self.words[at]) < 100:
                number = Word("year_number", 2000 + number_of(self.words[at]), 0, 0)
                at += 1
        current = step == 0 and self._is_current(begin - 1)
        if current and self.memory.system.startswith("fiscal") and not fiscal:
            fiscal = True  # 'in the 2024/25 fiscal year, up from ... in the current year'
        system = self._system = year_system(fiscal, calendar, self.country)
        if number is not None:
            found = self._numbered(number, system, fiscal)
            return (at, found) if found else None
        if not has_unit:
            if step is not None and self._is_one(at) and self.prior:
                return self._prior_year(at + 1, relative)
            if step is None or not fiscal:
                return None
            if relative in ("previous", "following") and self.prior and self.prior.start:
                return at, self._beside_prior(step, system)
            return at, relative_year(system, step, self.anchor)
        if step is None:
            if self.kind(begin - 1) != "the":
                return None
            if self.prior and self._is_told_year(self.prior, i):
                return at, self.prior
            start = self.words[i].start
            over = self.anchor is not None and self.anchor.month <= _EARLY
            closed = over and _CLOSED.search(self.text, max(0, start - 10), start)
            return at, relative_year(system, -1 if closed else 0, self.anchor)
        if relative in ("previous", "following") and self.prior and self.prior.start:
            return at, self._beside_prior(step, system)
        if relative == "past" and system == CALENDAR:
            return at, self._rolled(12, "year", back=True)
        return at, relative_year(system, step, self.anchor)

    def _is_current(self, i: int) -> bool:
        return self.text[self.words[i].start : self.words[i].end].lower() == "current"

    def _is_told_year(self, told: Stretch, i: int) -> bool:
        """'Debt rose to $5m in 2023. Provisions fell over the year': is it the year told of?"""
        if self.anchor is None or told.end is None or told.end > self.anchor:
            return False
        start = self.words[i].start
        before = self.text[max(0, start - 10) : start]
        return _is_unit(told, "year") and bool(_WITHIN.search(before))

    def _is_one(self, i: int) -> bool:
        return self.kind(i) == "number" and self.words[i].value == 1

    def _numbered(self, number: Word, system: str, fiscal: bool) -> Stretch | None:
        value = number_of(number)
        if number.kind == "number4":
            near = self.anchor.year if self.anchor else 2020
            if system != "IR" or not -3 <= near - 621 - value <= 60:
                return None
            return numbered_year(system, value, self.anchor)
        if number.kind == "year_number":
            return numbered_year(system, value, self.anchor)
        first, last = divmod(value, 10000)
        short = number.end - number.start == 7
        if last == first + 1 and (fiscal or (short and system == CALENDAR)):
            found = spanning_year(system, first, self.country)
            if found.inferred:
                return found
        return Stretch(datetime.date(first, 1, 1), datetime.date(last, 12, 31), "year")

    def _prior_year(self, at: int, relative: str) -> Found | None:
        prior = self.prior
        if prior is None or prior.grain != "year" or self.anchor is None or not prior.known:
            return None
        step = STEPS[relative]
        if relative == "this" and prior.start:
            step = (self.anchor.year - prior.start.year) + (
                -1
                if (self.anchor.month, self.anchor.day) < (prior.start.month, prior.start.day)
                else 0
            )
        return at, prior.shifted(12 * step).because(year="period_before")

    def _beside_prior(self, step: int, system: str) -> Stretch:
        prior = self.prior
        assert prior is not None
        assert prior.start is not None
        begins_late = (prior.start.month, prior.start.day) != (1, 1)
        whole = prior.grain == "year" or prior.end == months_between(prior.start, 12)
        if whole and (system == CALENDAR or begins_late):
            return prior.shifted(12 * step).because(year="period_before")
        year = min(max(prior.start.year + step, 1), 9998)
        return calendar_year(year).because(year="period_before")

    def _decade(self, i: int) -> Found | None:
        at = self._skip(i, "the")
        if self.kind(at) == "decade" and self.words[at].value:
            first = int(str(self.words[at].value))
            return at + 1, Stretch(
                datetime.date(first, 1, 1), datetime.date(first + 9, 12, 31), "decade"
            )
        return None

    def _rolled(self, months: int, grain: str, back: bool) -> Stretch:
        if self.anchor is None:
            return unknown(grain)
        why = {"start": "anchor", "end": "anchor"}
        if not back:
            return Stretch(self.anchor, add_months(self.anchor, months), grain, False, why)
        start = add_months(self.anchor, -months) + datetime.timedelta(1)
        return Stretch(start, self.anchor, grain, False, why)

    def _half_year(self, at: int) -> int:
        """The last word of the unit at `at`: the 'year' of 'half-year'."""
        last = self._skip(at + 1, "-")
        return last if self.kind(at) == "half" and self.kind(last) == "year" else at

    def _relative_unit(self, i: int) -> Found | None:
        """'last month', 'this quarter', 'the decade', 'next week'."""
        at = self._skip(i, "the")
        relative = self.kind(at)
        step = STEPS.get(relative)
        if step is None:
            if self.kind(at) not in ("decade", "month_unit", "quarter", "half") or at == i:
                return None
            if self.words[at].value is not None:
                return None
            step, relative = 0, "this"
            told = self.prior
            if told and _is_unit(told, self.kind(at)):
                return self._half_year(at) + 1, told
        else:
            at += 1
        unit = self.kind(at)
        at = self._half_year(at)
        if self.anchor is None:
            known_unit = unit in MONTHS_OF or unit == "week"
            return (at + 1, unknown(unit)) if known_unit else None
        why = {"start": "anchor", "end": "anchor"}
        if unit == "week":
            if relative in ("previous", "following") and self.prior and self.prior.grain == unit:
                return at + 1, self.prior.later(7 * step).because(start="period_before")
            monday = self.anchor - datetime.timedelta(self.anchor.weekday() - 7 * step)
            return at + 1, Stretch(monday, monday + datetime.timedelta(6), unit, False, why)
        months = MONTHS_OF.get(unit)
        if months is None or unit == "year":
            return None
        if relative in ("previous", "following") and self.prior and _is_unit(self.prior, unit):
            return at + 1, self.prior.shifted(step * months).because(start="period_before")
        index = (self.anchor.year * 12 + self.anchor.month - 1) // months + step
        year, month = divmod(index * months, 12)
        if not 1 <= year <= 9900:
            return None
        start = datetime.date(year, month + 1, 1)
        return at + 1, Stretch(start, months_between(start, months), unit, False, why)


def _is_unit(told: Stretch, unit: str) -> bool:
    """Is `told` one month, quarter or half: 'the three months to April 30'?"""
    months = MONTHS_OF[unit]
    if unit == "decade" or told.start is None or told.end is None:
        return False
    return told.end == months_between(told.start, months)


def number_of(word: Word) -> int:
    """The number of a word; 0 where it has none."""
    return word.value if isinstance(word.value, int) else 0


def dated_like(found: Stretch, source: Stretch) -> Stretch:
    """`found` with what `source` was inferred from."""
    return Stretch(found.start, found.end, found.grain, source.named_year, source.inferred)


def _iso(word: Word) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(word.value))
    except ValueError:
        return None
