"""What a text spoke of before: the period to which later ones refer."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from newsextract.periods.stretches import Stretch
from newsextract.periods.years import CALENDAR


@dataclass(slots=True)
class Memory:
    """The period named before, for those that lean on it.

    Attributes:
        prior: the last one that leans on no other, for 'the same period' and 'a year earlier'.
        system: the years in which it counted.
        state: the day of a state that the text spoke of last, for 'a month before'.
    """

    prior: Stretch | None = None
    system: str = CALENDAR
    state: Stretch | None = None

    def remember(self, found: Stretch, system: str) -> None:
        """Make `found` the period to which later ones refer."""
        one_day = found.grain == "day" and found.start == found.end
        if (found.known or found.months) and not one_day:
            self.state = None
            if "period_before" not in found.inferred.values():
                self.prior, self.system = found, system

    def turn_page(self, anchor: datetime.date | None) -> None:
        """Begin a new paragraph: a state is forgotten, and what is yet to come."""
        self.state = None
        if self.prior and self.prior.end and anchor and self.prior.end > anchor:
            self.prior, self.system = None, CALENDAR
