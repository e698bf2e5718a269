"""What a parser gets (`Story`) and what it gives (findings).

Findings speak in `Range`: half-open character offsets in the clean text of the reading,
``story.text[start:end]``, which are also the character offsets of the spaCy `Doc`
(``token.idx``). They go home to the caller's offsets in `assembly`, and only there.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from newsextract.periods import PeriodFinding as PeriodFinding
from newsextract.periods import Range as Range
from newsextract.record import Bound, Flow, ParticipantKind, Place, QuoteKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from newsextract.reading import Reading


class DatelineFinding(NamedTuple):
    """A dateline in the clean text.

    `range` covers the dateline from the first letter of its place to the end of what
    belongs to it (without the dash); `body` is the offset at which the story starts (before
    the dateline where that signs the item in its last lines).
    """

    range: Range
    body: int
    places: tuple[Place, ...]
    date: datetime.date | None
    agency: str | None
    rule: str
    inferred: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CueFinding:
    """A reporting verb, noun or phrase."""

    range: Range
    lemma: str
    kind: str | None


@dataclass(frozen=True, slots=True)
class QuoteFinding:
    """A quotation; `speaker` is the local mention ('he', 'the minister', 'Vasilenko')."""

    pieces: tuple[Range, ...]
    kind: QuoteKind
    speaker: Range | None
    cue: CueFinding | None
    rule: str
    inferred: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChangeFinding:
    """A change beside an amount: '7 percent more than in the same period of last year'."""

    range: Range
    percent: Decimal | None = None
    factor: Decimal | None = None
    amount: Decimal | None = None
    direction: str | None = None
    bound: Bound = "exact"
    base: PeriodFinding | None = None


@dataclass(frozen=True, slots=True)
class FigureFinding:
    """An amount of money; `parent` is the index of its total among the figures."""

    range: Range
    amount: Decimal
    amount_max: Decimal | None
    currency: str | None
    bound: Bound
    rule: str
    inferred: Mapping[str, str] = field(default_factory=dict)
    measure: str | None = None
    flow: Flow | None = None
    period: PeriodFinding | None = None
    per: str | None = None
    change: ChangeFinding | None = None
    parent: int | None = None
    giver: Range | None = None
    receiver: Range | None = None


@dataclass(frozen=True, slots=True)
class ParticipantFinding:
    """One real person, country or body with all its mentions, in document order."""

    name: str
    kind: ParticipantKind
    mentions: tuple[Range, ...]
    rule: str
    inferred: Mapping[str, str] = field(default_factory=dict)
    role: str | None = None
    organization: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """What a parser gets.

    The dateline parser runs before the text is parsed (it decides where the story
    begins), so for it `doc` is not there yet.

    Attributes:
        reading: the clean text with its layout.
        published: publication date: the caller's, else the header line's, else None.
        agency: the agency that the caller names, or None.
        dateline: the dateline, once it is found.
    """

    reading: Reading
    published: datetime.date | None = None
    agency: str | None = None
    dateline: DatelineFinding | None = None
    parsed: Doc | None = None

    @property
    def text(self) -> str:
        """The clean text."""
        return self.reading.text

    @property
    def body(self) -> int:
        """Offset at which the story proper begins: behind header, headline and dateline."""
        return self.dateline.body if self.dateline else self.reading.body

    @property
    def date(self) -> datetime.date | None:
        """The day from which 'last year' and 'Monday' are counted."""
        if self.dateline and self.dateline.date:
            return self.dateline.date
        return self.published

    @property
    def doc(self) -> Doc:
        """The spaCy parse of the whole clean text; sentences never cross a block's end.

        Raises:
            RuntimeError: in a dateline parser, which runs before the parse.
        """
        if self.parsed is None:
            raise RuntimeError("the dateline parser runs before the text is parsed")
        return self.parsed

    def sentences(self) -> list[Span]:
        """The sentences of the story proper."""
        return [s for s in self.doc.sents if s.start_char >= self.body]

    def with_dateline(self, dateline: DatelineFinding | None) -> Story:
        """The same story once its dateline is known."""
        return replace(self, dateline=dateline)

    def with_doc(self, doc: Doc) -> Story:
        """The same story once it is parsed."""
        return replace(self, parsed=doc)


class Parser(Protocol):
    """A parser of one field: a small class with one method.

    `parse` returns the field's findings: a `DatelineFinding` or None for ``dateline``, a
    sequence of `QuoteFinding`, `FigureFinding` or `ParticipantFinding` for ``quotes``,
    ``figures`` and ``participants``, and anything that JSON can hold for another name
    (it goes to ``record.extensions``). It may raise: that costs its own field only.
    """

    def parse(self, story: Story) -> Any:
        """The findings of `story`."""
        ...
