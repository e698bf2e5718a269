"""How English names periods: any form, and those that lean on a period named before."""

from __future__ import annotations

from newsextract.periods.calendar import add_months
from newsextract.periods.parts import ORDINALS, PartReader
from newsextract.periods.points import MONTHS_OF, NUMBERS, Found, number_of
from newsextract.periods.stretches import Stretch, calendar_year, month_of, unknown


class PeriodReader(PartReader):
    """Reads forms of periods at positions in a list of words."""

    def period(self, i: int) -> Found | None:
        """Any period at `i`, without a preposition before it."""
        self._at = i
        self._singles.clear()
        for form in (
            self._same_period,
            self._earlier,
            self._ending_with,
            self._range,
            self._so_far,
            self._part_of,
            self._single,
        ):
            found = form(i)
            if found:
                return found
        return None

    def _so_far(self, i: int) -> Found | None:
        """'so far this year', 'the year to date'."""
        if self.kind(i) == "so" and self.kind(i + 1) == "so":
            at = self._skip(i + 2, "in")
            found = self._year(at) or self._relative_unit(at)
            if found:
                return found[0], self._cut(found[1])
        found = self._year(i) or self._relative_unit(i)
        if not found:
            return None
        at = found[0]
        if self.kind(at) == "so" and self.kind(at + 1) == "so":
            return at + 2, self._cut(found[1])
        if self.kind(at) == "to" and self.kind(at + 1) == "date":
            return at + 2, self._cut(found[1])
        return None

    def _cut(self, whole: Stretch) -> Stretch:
        if whole.start is None or self.anchor is None or self.anchor < whole.start:
            return whole
        return Stretch(whole.start, self.anchor, "day", False, {**whole.inferred, "end": "anchor"})

    # -- forms that lean on another period

    def _same_period(self, i: int) -> Found | None:
        """'the same period of last year', 'the same nine months of 2022', 'the same month'."""
        at = self._skip(i, "the", "a")
        if self.kind(at) == "year" and at > i:
            return self._year_ago_period(at)
        if self.kind(at) != "same":
            return None
        at += 1
        if self.kind(at) in NUMBERS:
            at = self._skip(at + 1, "-")
        if self.kind(at) in ORDINALS:
            at += 1
        if self.kind(at) not in ("period", "month_unit", "quarter", "half", "year", "week"):
            return None
        at += 1
        prior = self.prior
        connected = self._skip(at, ",")
        connected = self._skip(connected, "of", "in")
        earlier = self._step_back(connected)
        if earlier:
            shift = earlier[1]
            behind = earlier[0]
        else:
            year = self._year(connected)
            if year is None:
                if prior is None or not prior.known:
                    return at, unknown("period")
                return at, _leaning(prior)
            behind = year[0]
            if prior is not None and prior.months and year[1].start:
                # 'in the first half of this year ... the same period of 2021', without a date
                return behind, _leaning(year[1].part(*prior.months, prior.grain))
            if prior is None or not prior.known or year[1].start is None:
                return behind, unknown("period")
            assert prior.start is not None
            assert prior.end is not None
            shift = 12 * (year[1].start.year - prior.start.year)
            if prior.start.month < year[1].start.month:
                shift += 12
            elif year[1].start.month == 1:
                # 'July-March 2023 ... the same period of last year' ends in that year
                shift = 12 * (year[1].start.year - prior.end.year)
        if prior is None or not prior.known:
            return behind, unknown("period")
        return behind, _leaning(prior.shifted(shift))

    def _year_ago_period(self, at: int) -> Found | None:
        """'the year-ago period', 'the year-earlier quarter'."""
        if self.kind(at + 1) != "-" or self.kind(at + 2) not in ("ago", "earlier"):
            return None
        if self.kind(at + 3) not in ("period", "month_unit", "quarter", "half"):
            return None
        if self.prior is None or not self.prior.known:
            return at + 4, unknown("period")
        return at + 4, _leaning(self.prior.shifted(-12))

    def _step_back(self, i: int) -> tuple[int, int] | None:
        """Months back of 'a year earlier', 'two years before', 'the year before'."""
        at, count = i, 1
        if self.kind(at) in ("a", "the"):
            at += 1
        elif self.kind(at) in NUMBERS:
            count, at = number_of(self.words[at]), at + 1
        else:
            return None
        unit = self.kind(at)
        if (
            unit not in MONTHS_OF
            or count > 200
            or self.kind(at + 1) not in ("earlier", "ago", "later")
        ):
            return None
        if self._is_before(at + 1):
            return None
        sign = 1 if self.kind(at + 1) == "later" else -1
        return at + 2, sign * count * MONTHS_OF[unit]

    def _week_before(self, i: int) -> Found | None:
        """'the week before', 'two weeks earlier', behind a week that was named."""
        one = self.kind(i) in ("a", "the")
        if not (one or self.kind(i) in NUMBERS) or self.kind(i + 1) != "week":
            return None
        if self.kind(i + 2) != "earlier" or self._is_before(i + 2):
            return None
        prior = self.prior
        if prior is None or prior.grain != "week" or self.memory.state is not None:
            return None
        return i + 3, _leaning(prior.later(-7 * (1 if one else number_of(self.words[i]))))

    def _is_before(self, i: int) -> bool:
        """'in the 18 months before the sale': a time that leans on what it goes before."""
        printed = self.text[self.words[i].start : self.words[i].end].lower()
        return printed in ("before", "after") and self.kind(i + 1) in ("the", "a")

    def _earlier(self, i: int) -> Found | None:
        """'a year earlier', 'two years ago', 'the month before'."""
        week = self._week_before(i)
        if week is not None:
            return week
        back = self._step_back(i)
        if back is None:
            return None
        at, months = back
        ago = self.kind(at - 1) == "ago"
        unit = self.kind(at - 2)
        if not ago and self.memory.state is not None:
            moved = self.memory.state.shifted(months)
            return at, _leaning(Stretch(moved.end, moved.end, "day"))
        if not ago and self.prior is not None and self.prior.known:
            whole = unit == "year" and self.prior.grain in ("year", "decade")
            if whole or unit != "decade":
                return at, _leaning(self.prior.shifted(months))
        if self.anchor is None or (not ago and self.kind(i) == "the"):
            return at, unknown(unit)
        then = add_months(self.anchor, months)
        if unit in ("year", "decade"):
            return at, calendar_year(then.year).because(year="anchor")
        return at, month_of(then.year, then.month).because(start="anchor", end="anchor")


def _leaning(found: Stretch) -> Stretch:
    inferred = {"start": "period_before", "end": "period_before"}
    return Stretch(found.start, found.end, found.grain, True, inferred)
