"""What is read of a dateline before it is judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Separator = Literal["dash", "colon", "dot", "credit", "line"]


@dataclass(slots=True)
class PrintedDay:
    """A day as printed; `year` and `weekday` (Monday is 0) where they are there.

    `back` is 0 for 'This Day' and 1 for 'Yesterday', in days from publication; `swapped` says that
    day and month are numbers that may change places.
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    back: int | None = None
    swapped: bool = False


@dataclass(slots=True)
class PrintedPlace:
    """A place as printed, with what stands behind its comma or in its brackets."""

    start: int
    end: int
    name: str
    region: str | None = None
    country: str | None = None


@dataclass(slots=True)
class Draft:
    """The parts of a dateline at ``text[start:end]``; the story begins at `body`."""

    start: int
    end: int
    body: int = 0
    places: list[PrintedPlace] = field(default_factory=list)
    day: PrintedDay | None = None
    agency: str | None = None
    known_agency: bool = False
    separator: Separator = "dash"
    spaced: bool = True
    slug: bool = False

    @property
    def caps(self) -> bool:
        """Whether the first place is printed in capitals."""
        return self.places[0].name.isupper()
