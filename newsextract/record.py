"""The record of a news item: what users get.

All models are frozen. Offsets are Python string indices into the text exactly as the
caller gave it, half-open: ``text[span.start:span.end] == span.text``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_serializer

SCHEMA_VERSION = "1.0"
"""Adding a field raises the minor number, changing or dropping one the major number."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """`text` with a question mark for each lone surrogate, which no encoding can hold."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
CurrencyCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
QuoteKind = Literal["direct", "indirect", "mixed", "stance"]
Bound = Literal["exact", "approx", "min", "max"]
Flow = Literal["exports", "imports", "total"]
ParticipantKind = Literal["person", "country", "organization"]


class Model(BaseModel):
    """Base of all parts of the record: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def spans(self) -> Iterator[Span]:
        """All spans in this part of the record, at any depth."""
        for _, value in self:
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, Span):
                    yield part
                elif isinstance(part, Model):
                    yield from part.spans()


class Span(Model):
    """A stretch of the caller's text: ``text[start:end]``, in characters."""

    start: int = Field(ge=0, description="offset of the first character")
    end: int = Field(ge=0, description="offset after the last character")
    text: str = Field(description="the characters, exactly as the caller gave them")

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Span:
        """The span ``source[start:end]``.

        Lone surrogates, which Pydantic refuses and JSON can't hold, are kept in `text`; in
        JSON they become question marks.
        """
        text = source[start:end]
        if _SURROGATE.search(text):
            return cls.model_construct(start=start, end=end, text=text)
        return cls(start=start, end=end, text=text)

    @field_serializer("text", when_used="json")
    def _without_surrogates(self, text: str) -> str:
        return without_surrogates(text)


class Evidence(Model):
    """Why a find is in the record."""

    rule: str = Field(description="dotted name of the rule that decided")
    inferred: dict[str, str] = Field(
        default_factory=dict,
        description="fields that the text does not spell out -> a closed word for what they "
        "were inferred from, such as `year: published` or `currency: dollar_default`",
    )


class Find(Model):
    """What every find carries."""

    evidence: Evidence
    confidence: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="share of right finds of this rule on the development gold; None where the "
        "gold holds too few to measure",
    )


class Place(Model):
    """A place of a dateline."""

    name: str = Field(description="the place as printed")
    city: str | None = Field(default=None, description="the city, in its usual English form")
    region: str | None = Field(default=None, description="state, province or region")
    country: CountryCode | None = Field(default=None, description="ISO 3166-1 alpha-2")
    latitude: float | None = Field(default=None, description="degrees north, WGS 84")
    longitude: float | None = Field(default=None, description="degrees east, WGS 84")


class Dateline(Find):
    """Where and when the item was filed, and by whom."""

    text: str = Field(description="the dateline as printed, white space folded")
    span: Span
    places: tuple[Place, ...] = ()
    city: str | None = Field(default=None, description="city of the first place")
    country: CountryCode | None = Field(default=None, description="country of the first place")
    date: datetime.date | None = None
    agency: str | None = Field(default=None, description="the wire or office that filed the item")
    participant: str | None = Field(
        default=None, description="id of the participant that is the first place's country"
    )


class Speaker(Model):
    """Who is quoted."""

    name: str = Field(description="the fullest form of the name in the article")
    mention: Span | None = Field(default=None, description="the words beside the quote")
    participant: str | None = Field(default=None, description="id of the participant")


class Cue(Model):
    """The words that report: a verb, a noun or a phrase such as 'according to'."""

    text: str
    lemma: str
    kind: str | None = Field(
        default=None, description="class of the cue: say, claim, promise, threaten, ask, ..."
    )
    span: Span


class Quote(Find):
    """Something said, written or thought, with its source."""

    text: str = Field(description="the content without marks; pieces joined by one space")
    pieces: tuple[Span, ...] = Field(description="the content in the text, in order")
    kind: QuoteKind = Field(
        description="`stance`: what the speaker backs, attacks, wants or names, without a "
        "reported clause ('denounced the raid'); the others are speech and thought"
    )
    speaker: Speaker | None = None
    cue: Cue | None = None


class Period(Model):
    """A stretch of days, both ends included."""

    start: datetime.date | None = None
    end: datetime.date | None = None
    text: str = Field(description="the period as printed")
    span: Span | None = None


class Change(Model):
    """A change that the text gives beside an amount."""

    percent: Decimal | None = None
    factor: Decimal | None = Field(default=None, description="'1.4 times': the ratio as printed")
    amount: Decimal | None = Field(default=None, description="absolute, in the figure's currency")
    direction: Literal["up", "down"] | None = None
    bound: Bound = "exact"
    base: Period | None = Field(default=None, description="what it is compared with")
    span: Span | None = None


class MonetaryFigure(Find):
    """An amount of money and what it measures."""

    id: str
    text: str = Field(description="the amount as printed, white space folded")
    span: Span
    amount: Decimal = Field(description="in units of the currency; the lower end of a range")
    amount_max: Decimal | None = Field(default=None, description="upper end of a range")
    currency: CurrencyCode | None = Field(default=None, description="ISO 4217")
    bound: Bound = "exact"
    measure: str | None = Field(default=None, description="what the amount is of")
    flow: Flow | None = None
    period: Period | None = None
    per: str | None = Field(default=None, description="basis of a rate: 'barrel'")
    change: Change | None = None
    parent: str | None = Field(default=None, description="id of the total that this is a part of")
    giver: str | None = Field(default=None, description="id of the participant that pays")
    receiver: str | None = Field(default=None, description="id of the participant that gets it")


class Participant(Find):
    """A person, country or body that takes part in what the item reports."""

    id: str
    name: str = Field(description="the fullest form in the article")
    kind: ParticipantKind
    role: str | None = Field(default=None, description="the office as printed, country left out")
    organization: str | None = Field(default=None, description="the body that the person is of")
    country: CountryCode | None = Field(
        default=None, description="ISO 3166-1 alpha-2; None for international bodies"
    )
    aliases: tuple[str, ...] = Field(default=(), description="other forms in the article")
    mentions: tuple[Span, ...] = ()
    actor: str | None = Field(
        default=None, description="PLOVER-style actor code: country ISO3 and sector, 'KAZ GOV'"
    )


class ModelInfo(Model):
    """The language model that read the text."""

    name: str
    version: str


class Note(Model):
    """A structured warning: what could not be read, or what disagrees."""

    code: str = Field(description="closed word, such as `parser_failed` or `sum_disagrees`")
    field: str | None = Field(default=None, description="the field of the record concerned")
    message: str
    span: Span | None = None


class NewsRecord(Model):
    """One news item, structured."""

    schema_version: str = SCHEMA_VERSION
    id: str = Field(description="given by the caller, or a hash of the text")
    source: str | None = Field(default=None, description="path or URL, where known")
    headline: str | None = None
    published: datetime.date | None = None
    published_from: Literal["caller", "header", "dateline"] | None = Field(
        default=None, description="what `published` was read from"
    )
    dateline: Dateline | None = None
    quotes: tuple[Quote, ...] = ()
    figures: tuple[MonetaryFigure, ...] = ()
    participants: tuple[Participant, ...] = ()
    model: ModelInfo
    warnings: tuple[Note, ...] = ()
    extensions: dict[str, Any] = Field(
        default_factory=dict, description="what parsers of the user's own found, by their name"
    )
