"""Parts of years and ranges: 'the first eight months of 2022', 'Q3', 'January-August'."""

from __future__ import annotations

import datetime

from newsextract.periods.calendar import add_months, day, month_end, months_between, months_until
from newsextract.periods.points import (
    MONTHS_OF,
    NUMBERS,
    STEPS,
    Found,
    PointReader,
    dated_like,
    number_of,
)
from newsextract.periods.stretches import Stretch, calendar_year, month_of, unknown

DAYS_OF = {"week": 7, "day_unit": 1}
PART_OF_YEAR = {"early": (0, 4), "middle": (4, 4), "late": (8, 4)}
ORDINALS = ("ordinal", "day_ordinal")
CONNECTORS = ("to", "-")


class PartReader(PointReader):
    """Reads points of time, parts of years and ranges."""

    def _single(self, i: int) -> Found | None:
        """One point of time or part of a year at `i`; read once while a period is tried."""
        if i in self._singles:
            found, system = self._singles[i]
            self._system = system or self._system
            return found
        before, self._system = self._system, ""
        found = self._read_single(i)
        self._singles[i] = found, self._system
        self._system = self._system or before
        return found

    def _read_single(self, i: int) -> Found | None:
        for form in (
            self._date,
            self._block,
            self._rolling,
            self._quarter_or_half,
            self._year,
            self._decade,
            self._year_end,
            self._relative_unit,
            self._weekday,
        ):
            found = form(i)
            if found:
                return found
        return None

    # -- parts of years

    def _year_end(self, i: int) -> Found | None:
        """'year-end', 'the year's end': of the year spoken of, else the last that is over."""
        at = self._skip(i, "the")
        if self.kind(at) != "year_end":
            return None
        if self.anchor is None:
            return at + 1, unknown("day")
        year, why = self.anchor.year - (not self._ahead()), "nearest"
        if self.prior and self.prior.end and not self._ahead():
            year, why = self.prior.end.year, "period_before"
        last = datetime.date(year, 12, 31)
        return at + 1, Stretch(last, last, "day", False, {"year": why})

    def _quarter_or_half(self, i: int) -> Found | None:
        """'Q3', 'Q3 2023', 'the second half of last year', 'the first quarter of FY24'."""
        at = self._skip(i, "the")
        code = self.kind(at)
        if code in ("quarter_code", "half_code"):
            number, unit = number_of(self.words[at]), code.removesuffix("_code")
        elif code in (*ORDINALS, "final"):
            unit_at = self._skip(at + 1, "-")
            unit = self.kind(unit_at)
            parts = {"quarter": 4, "half": 2}.get(unit)
            if parts is None:
                return None
            number = parts if code == "final" else number_of(self.words[at])
            if number > parts:
                return None
            at = unit_at
        else:
            return None
        months = MONTHS_OF[unit]
        return self._in_year(at + 1, (number - 1) * months, months, unit)

    def _block(self, i: int) -> Found | None:
        """'the first eight months of 2022', '9 months of this year', 'the last two of ...'."""
        at = self._skip(i, "the")
        kind = self.kind(at)
        from_end = kind in ("last", "final")
        leading = kind == "ordinal" and self.words[at].value == 1
        if leading or from_end:
            at += 1
        if self.kind(at) not in NUMBERS:
            return None
        count, unit = number_of(self.words[at]), self.kind(self._skip(at + 1, "-"))
        at = self._skip(at + 1, "-") + 1
        months = MONTHS_OF.get(unit)
        if unit in DAYS_OF and leading and self.kind(at) == "of":
            within = self._date(at + 1) or self._year(at + 1)
            if within and within[1].start and count * DAYS_OF[unit] < 366:
                end = within[1].start + datetime.timedelta(count * DAYS_OF[unit] - 1)
                return within[0], dated_like(Stretch(within[1].start, end, unit), within[1])
        if months is None or unit in ("year", "decade") or count * months > 12:
            return None
        if leading:
            return self._in_year(at, 0, count * months, unit)
        if self.kind(at) not in ("of", "in"):
            return None if from_end else self._months_gone(i, at, count * months)
        year = self._year(at + 1)
        if year is None or (not from_end and self.kind(at) != "of"):
            return None
        first = 12 - count * months if from_end else 0
        return year[0], year[1].part(first, count * months, unit)

    def _months_gone(self, i: int, at: int, months: int) -> Found | None:
        """'in nine months', 'nine-month exports' in October: what has gone of the year."""
        hyphened = self.kind(i + 1) == "-" and self.kind(i - 1) != "a" and self.kind(i) != "the"
        spoken = self.kind(i + 1) != "-" and self.kind(i - 1) == "in"
        if self.anchor is None or not (hyphened or spoken) or self._ahead():
            return None
        gone = (self.anchor.month - 2) % 12 + 1
        if not 3 <= months < 12 or months not in (gone, gone - 1) or self.kind(at) == "earlier":
            return None
        year = self.anchor.year - (gone == 12)
        found = calendar_year(year).part(0, months, "month_unit")
        return at, Stretch(found.start, found.end, "month_unit", False, {"year": "nearest"})

    def _in_year(self, at: int, first: int, months: int, grain: str) -> Found:
        """A part of the year that is named at `at`, or of the latest year in which it began."""
        behind = self._skip(self._skip(at, ","), "of", "in")
        year = self._year(behind) if self.kind(behind) not in ("a",) else None
        if year:
            return year[0], year[1].part(first, months, grain)
        if self.anchor is None:
            return at, Stretch(None, None, grain, named_year=False, months=(first, months))
        this = calendar_year(self.anchor.year)
        found = this.part(first, months, grain)
        if self._ahead():
            if found.end and found.end < self.anchor:
                found = found.shifted(12)
        elif found.start and found.start > self.anchor:
            found = found.shifted(-12)
        return at, Stretch(found.start, found.end, grain, False, {"year": "nearest"})

    def _rolling(self, i: int) -> Found | None:
        """'the past five years', 'the last 12 months', 'the next decade'."""
        at = self._skip(i, "the")
        relative = self.kind(at)
        if relative not in STEPS or relative == "this":
            return None
        at += 1
        count = 1
        if self.kind(at) in NUMBERS:
            count = number_of(self.words[at])
            at = self._skip(at + 1, "-", "of")
        elif relative not in ("past",) or self.kind(at) not in ("decade", "quarter"):
            return None
        unit = self.kind(at)
        back = STEPS[relative] < 0
        if unit in MONTHS_OF and count < 400:
            prior, months = self.prior, count * MONTHS_OF[unit]
            before = relative == "previous" and prior and prior.start
            if prior and before and prior.end == months_between(before, months):
                return at + 1, prior.shifted(-months).because(start="period_before")
            return at + 1, self._rolled(count * MONTHS_OF[unit], unit, back)
        if unit in DAYS_OF and count < 4000:
            if self.anchor is None:
                return at + 1, unknown(unit)
            far = datetime.timedelta(count * DAYS_OF[unit])
            ends = (self.anchor - far, self.anchor) if back else (self.anchor, self.anchor + far)
            return at + 1, Stretch(*ends, unit, False, {"start": "anchor", "end": "anchor"})
        return None

    def _part_of(self, i: int) -> Found | None:
        """'early 2023', 'mid-June', 'end-November 2024', 'the end of the year'."""
        at = self._skip(i, "the")
        kind = self.kind(at)
        if kind not in ("early", "middle", "late", "begin", "end"):
            return None
        at = self._skip(at + 1, "-", "of")
        spoken = self._skip(at, "the")
        if self.kind(spoken) == "period" and self.prior:
            whole: Found | None = spoken + 1, self.prior  # 'at the end of the period'
        else:
            whole = self._single(at)
        if not whole or not whole[1].start or not whole[1].end:
            return (whole[0], unknown("day")) if whole else None
        behind, stretch = whole
        assert stretch.start is not None
        assert stretch.end is not None
        if kind == "end":
            return behind, dated_like(Stretch(stretch.end, stretch.end, "day"), stretch)
        if kind == "begin":
            return behind, dated_like(Stretch(stretch.start, stretch.start, "day"), stretch)
        if stretch.grain == "year":
            found = stretch.part(*PART_OF_YEAR[kind], "month_unit")
        elif stretch.grain == "month":
            first = {"early": 0, "middle": 10, "late": 20}[kind]
            start = stretch.start + datetime.timedelta(first)
            end = stretch.end if kind == "late" else start + datetime.timedelta(9)
            found = Stretch(start, end, "week", True, stretch.inferred)
        else:
            return None
        return behind, found.because(start="part_of_year", end="part_of_year")

    # -- forms of several points

    def _range(self, i: int) -> Found | None:
        """'from January to October 2023', 'January-August', 'between 2010 and 2020', '3-5 May'."""
        lead = self.kind(i)
        at = i + 1 if lead in ("from", "between") else i
        pair = self._is_pair(at)
        connectors = ("and",) if lead == "between" or pair else CONNECTORS
        days = self._day_range(at, connectors)
        if days:
            return days
        first = self._part_of(at) or self._single(at)
        if not first or self.kind(first[0]) not in connectors:
            return None
        if [self.kind(first[0] + n) for n in range(3)] == ["-", "to", "-"]:
            first = first[0] + 2, first[1]  # 'January-to-September'
        # '2021 to 2024' is also how two amounts are told apart; '2021-2024' is not.
        bare = not pair and lead not in ("from", "between") and first[1].grain in ("year", "decade")
        if bare and self.words[first[0]].end - self.words[first[0]].start > 1:
            return None
        if self.kind(first[0] + 1) in ("date", "today"):
            return first[0] + 2, self._until(first[1], Stretch(self.anchor, self.anchor, "day"))
        last = self._quarter_of(i, first) or self._part_of(first[0] + 1)
        last = last or self._single(first[0] + 1)
        if not last:
            return None
        if _family(first[1].grain) != _family(last[1].grain):
            return None
        begin, finish = first[1], last[1]
        if not begin.known and finish.end and self.kind(at) == "month":
            # 'January-August 2022' in a text without a date
            month = number_of(self.words[at])
            year = finish.end.year - (month > finish.end.month)
            begin = month_of(year, month)
        return last[0], self._until(begin, finish)

    def _quarter_of(self, i: int, first: Found) -> Found | None:
        """The last month of 'the July-September quarter', with its year."""
        month, behind = first[0] + 1, self._skip(first[0] + 2, "-")
        if first[1].grain != "month" or self.kind(month) != "month":
            return None
        if self.kind(behind) not in ("quarter", "half"):
            return None
        last = self._year_behind(behind + 1)
        if last is None or last[1].end is None:
            return behind + 1, self._undated(number_of(self.words[month]), None)
        found = month_of(last[1].end.year, number_of(self.words[month]))
        return last[0], dated_like(found, last[1])

    def _is_pair(self, i: int) -> bool:
        """'in January and February', 'in 2023 and 2024': two that follow each other."""
        one, other = self.kind(i), self.kind(i + 2)
        if self.kind(i + 1) != "and" or one != other or self.kind(i - 1) not in ("in", "of"):
            return False
        step = number_of(self.words[i + 2]) - number_of(self.words[i])
        behind = self.words[i + 2].end
        if self.text[behind : behind + 14].lstrip(" ,").lower().startswith("respective"):
            return False
        return (one == "month" and step in (1, -11)) or (one == "year_number" and step == 1)

    def _day_range(self, at: int, connectors: tuple[str, ...]) -> Found | None:
        if self.kind(at) == "month" and self.kind(at + 1) in ("digit", "day_ordinal"):
            if self.kind(at + 2) not in connectors or self.kind(at + 3) not in (
                "digit",
                "day_ordinal",
            ):
                return None
            if self.kind(at + 4) == "month":
                return None
            month, first, last, behind = at, at + 1, at + 3, at + 4
        elif self.kind(at) in ("digit", "day_ordinal") and self.kind(at + 1) in connectors:
            if self.kind(at + 2) not in ("digit", "day_ordinal") or self.kind(at + 3) != "month":
                return None
            month, first, last, behind = at + 3, at, at + 2, at + 4
        else:
            return None
        year = self._year_behind(behind)
        number = number_of(self.words[month])
        ends = []
        for end in (first, last):
            if year and year[1].start:
                exact = day(year[1].start.year, number, number_of(self.words[end]))
                ends.append(exact)
            else:
                ends.append(self._undated(number, number_of(self.words[end])).start)
        if year:
            return year[0], Stretch(ends[0], ends[1], "day")
        return behind, Stretch(ends[0], ends[1], "day", False, {"year": "nearest"})

    def _until(self, first: Stretch, last: Stretch) -> Stretch:
        start, end = first.start, last.end
        inferred = {**first.inferred, **last.inferred}
        if last.named_year and not first.named_year and last.start and last.end and end:
            if start is not None:
                # The year stands behind the last of the two alone.
                year = last.start.year if start.month <= last.end.month else last.start.year - 1
                start = day(year, start.month, start.day) or start
            inferred = dict(last.inferred)
        elif first.named_year and not last.named_year and start and end:
            year = (
                start.year if (end.month, end.day) >= (start.month, start.day) else start.year + 1
            )
            end = (
                month_end(year, end.month)
                if last.grain == "month"
                else day(year, end.month, end.day)
            )
            inferred = dict(first.inferred)
        elif start and end and start > end and not first.named_year:
            start = add_months(start, -12)
        if start and end and start > end:
            start = end = None
        return Stretch(start, end, first.grain, last.named_year or first.named_year, inferred)

    def _ending_with(self, i: int) -> Found | None:
        """'the six months to September 22, 2023', 'the fiscal year through March'."""
        at = self._skip(i, "the", "a")
        count = 1
        counted = self.kind(at) in NUMBERS
        if counted:
            count, at = number_of(self.words[at]), self._skip(at + 1, "-")
        while self.kind(at) in ("fiscal", "calendar", "past", "last", "this", "previous"):
            at += 1
        unit = self.kind(at)
        at = self._half_year(at)
        weeks = unit == "week" and not counted
        if not weeks and (unit not in MONTHS_OF or count * MONTHS_OF[unit] > 240):
            return None
        if unit != "year" and not counted and at == i:
            return None
        at = self._skip(at + 1, "period")
        if self.kind(at) == "that" and self.kind(at + 1) == "ended":
            at += 1  # 'the fiscal year that ended in March'
        bracket = self.kind(at) == "("
        at = self._skip(at, "(")
        if self.kind(at) not in ("to", "ended"):
            return None
        at = self._skip(at + 1, "in", "to", "on")
        last = self._part_of(at) or self._date(at) or self._quarter_or_half(at)
        last = last or (self._weekday(at) if weeks else None)
        if not last:
            return None
        behind = self._skip(last[0], ")") if bracket else last[0]
        if last[1].end is None:
            return behind, unknown(unit)
        if weeks:
            start = last[1].end - datetime.timedelta(DAYS_OF[unit] - 1)
        else:
            start = months_until(last[1].end, count * MONTHS_OF[unit])
        return behind, dated_like(Stretch(start, last[1].end, unit), last[1])


def _family(grain: str) -> str:
    """The grains between which a range may run: 'from January to the third quarter' is none."""
    return {"year": "year", "decade": "year", "quarter": "quarter", "half": "quarter"}.get(
        grain, "month"
    )
