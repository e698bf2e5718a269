"""Stretches of days: what an expression stands for before it is a finding."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace

from newsextract.periods.calendar import (
    add_months,
    iranian_months,
    iranian_year,
    month_end,
    months_between,
)

Inferred = dict[str, str]


@dataclass(frozen=True, slots=True)
class Stretch:
    """First and last day, both None where nothing tells; `grain` is the unit that was named.

    `months` are the first month (0 for the year's first) and the number of months of a part of
    a year that nothing dates.
    """

    start: datetime.date | None
    end: datetime.date | None
    grain: str
    named_year: bool = True
    inferred: Inferred = field(default_factory=dict)
    months: tuple[int, int] | None = None

    @property
    def known(self) -> bool:
        """Whether both ends are known."""
        return self.start is not None and self.end is not None

    def because(self, **reasons: str) -> Stretch:
        """The same stretch with what its parts were inferred from."""
        return replace(self, inferred={**self.inferred, **reasons})

    def shifted(self, months: int) -> Stretch:
        """The same stretch, months later; the end of a month stays one."""
        if self.start is None or self.end is None:
            return self
        end = add_months(self.end, months)
        if self.end == month_end(self.end.year, self.end.month):
            end = month_end(end.year, end.month)
        return replace(self, start=add_months(self.start, months), end=end)

    def later(self, days: int) -> Stretch:
        """The same stretch, days later."""
        if self.start is None or self.end is None:
            return self
        far = datetime.timedelta(days)
        return replace(self, start=self.start + far, end=self.end + far)

    def part(self, first_month: int, months: int, grain: str) -> Stretch:
        """`months` months of it, counted from month `first_month` (0 is its first)."""
        if self.start is None:
            return Stretch(None, None, grain, self.named_year, self.inferred, (first_month, months))
        if self.start == iranian_year(self.start.year):
            begin = iranian_months(self.start, first_month)
            last = iranian_months(self.start, first_month + months) - datetime.timedelta(1)
            return Stretch(begin, last, grain, self.named_year, self.inferred)
        start = add_months(self.start, first_month)
        return Stretch(start, months_between(start, months), grain, self.named_year, self.inferred)


def unknown(grain: str) -> Stretch:
    """A stretch that nothing dates."""
    return Stretch(None, None, grain, named_year=False)


def month_of(year: int, month: int) -> Stretch:
    """A calendar month."""
    return Stretch(datetime.date(year, month, 1), month_end(year, month), "month")


def year_from(start: datetime.date) -> Stretch:
    """The twelve months that begin at `start`."""
    return Stretch(start, months_between(start, 12), "year")


def calendar_year(year: int) -> Stretch:
    """A calendar year."""
    return Stretch(datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year")
