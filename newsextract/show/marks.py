"""The finds of a record as marks on its text, which nest and overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from newsextract.record import NewsRecord, Participant, Quote, Span

MarkKind = Literal[
    "dateline", "quote", "speaker", "cue", "figure", "period", "person", "country", "organization"
]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that belongs to one or more finds.

    Attributes:
        start: offset of its first character.
        end: offset behind its last one.
        kind: what it is.
        keys: the finds it belongs to, the closest first: ``d``, ``q1``, ``f1``, ``p1``.
    """

    start: int
    end: int
    kind: MarkKind
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text under the same marks throughout.

    Attributes:
        start: offset of its first character.
        end: offset behind its last one.
        opens: the marks to open before it, the outermost first.
        closes: how many of the innermost open marks to close behind it.
        marks: all the marks over it, the outermost first.
    """

    start: int
    end: int
    opens: tuple[Mark, ...]
    closes: int
    marks: tuple[Mark, ...]


def quote_key(number: int) -> str:
    """Key of the quote at `number` (from 0) in the record."""
    return f"q{number + 1}"


def marks_of(record: NewsRecord) -> list[Mark]:
    """All the marks of a record, in the order of the text, the longer first."""
    marks = {(mark.start, mark.end, mark.keys[0]): mark for mark in _marks(record)}
    return sorted(marks.values(), key=lambda mark: (mark.start, -mark.end, _DEPTH[mark.kind]))


_DEPTH: dict[MarkKind, int] = {
    "dateline": 0,
    "quote": 1,
    "period": 2,
    "figure": 3,
    "cue": 4,
    "country": 5,
    "organization": 6,
    "person": 7,
    "speaker": 8,
}
"""Which of two marks over the same stretch is the outer one: the lower number."""


def _marks(record: NewsRecord) -> Iterator[Mark]:
    def mark(span: Span, kind: MarkKind, *keys: str) -> Mark:
        return Mark(span.start, span.end, kind, keys)

    if record.dateline:
        yield mark(record.dateline.span, "dateline", "d")
    for participant in record.participants:
        for span in participant.mentions:
            yield mark(span, participant.kind, participant.id)
    for number, quote in enumerate(record.quotes):
        key = quote_key(number)
        for span in quote.pieces:
            yield mark(span, "quote", key)
        if quote.cue:
            yield mark(quote.cue.span, "cue", key)
        if quote.speaker and quote.speaker.mention:
            participant_id = quote.speaker.participant
            keys = (participant_id, key) if participant_id else (key,)
            yield mark(quote.speaker.mention, "speaker", *keys)
    for figure in record.figures:
        yield mark(figure.span, "figure", figure.id)
        if figure.period and figure.period.span:
            yield mark(figure.period.span, "period", figure.id)


def pieces_of(length: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """A text of `length` characters cut where marks begin and end.

    Where two marks cross, the one that goes on is closed and opened again, so that what is
    made of the pieces nests.
    """
    waiting = sorted(
        (m for m in marks if 0 <= m.start < m.end <= length),
        key=lambda mark: (mark.start, -mark.end),
        reverse=True,
    )
    stack: list[Mark] = []
    reopen: list[Mark] = []
    at = 0
    while at < length:
        opens = reopen
        while waiting and waiting[-1].start == at:
            opens.append(waiting.pop())
        stack.extend(opens)
        ends = [mark.end for mark in stack]
        end = min([*ends, waiting[-1].start if waiting else length])
        first = next((i for i, mark in enumerate(stack) if mark.end == end), len(stack))
        reopen = [mark for mark in stack[first:] if mark.end > end]
        yield Piece(at, end, tuple(opens), len(stack) - first, tuple(stack))
        del stack[first:]
        at = end


def links_of(record: NewsRecord) -> dict[str, tuple[str, ...]]:
    """The finds that each find is linked with, by key: quote and speaker, figure and payer."""
    links: dict[str, list[str]] = {}

    def tie(one: str, other: str | None) -> None:
        if other is not None:
            links.setdefault(one, []).append(other)
            links.setdefault(other, []).append(one)

    if record.dateline:
        tie("d", record.dateline.participant)
    for number, quote in enumerate(record.quotes):
        tie(quote_key(number), quote.speaker.participant if quote.speaker else None)
    for figure in record.figures:
        for other in dict.fromkeys((figure.parent, figure.giver, figure.receiver)):
            tie(figure.id, other)
    return {key: tuple(dict.fromkeys(others)) for key, others in links.items()}


def speaker_of(record: NewsRecord, quote: Quote) -> Participant | None:
    """The participant who says `quote`."""
    wanted = quote.speaker.participant if quote.speaker else None
    return next((p for p in record.participants if p.id == wanted), None)
