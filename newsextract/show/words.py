"""Finds in words: what the page and the terminal both say."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from newsextract.record import Bound, Change, Find, MonetaryFigure, NewsRecord, Period

_BOUND: dict[Bound, str] = {
    "exact": "",
    "approx": "about ",
    "min": "at least ",
    "max": "at most ",
}
_OPEN = "\u2026"
_LONGEST = 24
"""Digits up to which a number is written out."""
_BEFORE_STORY = " -\u2013\u2014.:;,/()"
_LONGEST_TITLE = 90
"""Characters of the text that stand for a headline: about one line of a page."""


def number(value: Decimal) -> str:
    """A number with thousands set apart: ``188,600,000``."""
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST:
        return f"{value:E}"
    plain = f"{value:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def amount(figure: MonetaryFigure) -> str:
    """What a figure amounts to: ``at least 5,000,000 USD per barrel``."""
    upper = f"\u2013{number(figure.amount_max)}" if figure.amount_max is not None else ""
    per = f" per {figure.per}" if figure.per else ""
    currency = f" {figure.currency}" if figure.currency else ""
    return f"{_BOUND[figure.bound]}{number(figure.amount)}{upper}{currency}{per}"


def days(period: Period) -> str:
    """A period's first and last day; empty where it has none."""
    if period.start == period.end:
        return str(period.start) if period.start else ""
    return f"{period.start or _OPEN} \u2013 {period.end or _OPEN}"


def change(found: Change) -> str:
    """A change: ``up at least 60 %, against 2021``."""
    sizes = []
    if found.percent is not None:
        sizes.append(f"{number(found.percent)} %")
    if found.factor is not None:
        sizes.append(f"{number(found.factor)} times")
    if found.amount is not None:
        sizes.append(f"by {number(found.amount)}")
    size = _BOUND[found.bound] + ", ".join(sizes) if sizes else ""
    words = " ".join(word for word in (found.direction, size) if word)
    return f"{words}, against {found.base.text}" if found.base else words


def evidence(find: Find) -> str:
    """Why a find is in the record: its rule, how often that is right, what was inferred."""
    parts = [find.evidence.rule]
    if find.confidence is not None:
        parts.append(f"right in {find.confidence:.0%} of measured cases")
    parts.extend(f"{field} from {word}" for field, word in find.evidence.inferred.items())
    return "; ".join(parts)


def figure_tree(record: NewsRecord) -> Iterator[tuple[int, MonetaryFigure]]:
    """The figures, each total followed by its parts, with their depth (0 for a total)."""
    known = {figure.id for figure in record.figures}
    parts: dict[str | None, list[MonetaryFigure]] = {}
    for figure in record.figures:
        parent = figure.parent if figure.parent in known else None
        parts.setdefault(parent, []).append(figure)
    seen: set[str] = set()
    for top in [*parts.get(None, ()), *record.figures]:  # the latter for those in a ring
        stack = [(0, top)]
        while stack:
            depth, figure = stack.pop()
            if figure.id not in seen:
                seen.add(figure.id)
                yield depth, figure
                stack.extend((depth + 1, part) for part in reversed(parts.get(figure.id, ())))


def figure_columns(record: NewsRecord) -> list[str]:
    """The columns of a table of the figures, without those that would be empty."""
    found = {
        "As printed": True,
        "Amount": True,
        "Measure": any(figure.measure or figure.flow for figure in record.figures),
        "Period": any(figure.period for figure in record.figures),
        "Change": any(figure.change for figure in record.figures),
        "From, to": any(figure.giver or figure.receiver for figure in record.figures),
        "Evidence": True,
    }
    return [name for name, is_there in found.items() if is_there]


def title(record: NewsRecord, text: str) -> str:
    """What to call an article: its headline, else how its story begins, else its id."""
    if record.headline:
        return record.headline
    start = record.dateline.span.end if record.dateline else 0
    begin = " ".join(text[start : start + 2 * _LONGEST_TITLE].split()).lstrip(_BEFORE_STORY)
    if len(begin) <= _LONGEST_TITLE:
        return begin or record.id
    return begin[:_LONGEST_TITLE].rsplit(" ", 1)[0] + _OPEN
