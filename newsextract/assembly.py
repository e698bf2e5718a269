"""Findings become a record; the only place where offsets go home to the caller's text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from newsextract.lexicons.confidence import confidence_of
from newsextract.linking import Findings, Links, SpeakerLink
from newsextract.record import (
    Change,
    Cue,
    Dateline,
    Evidence,
    ModelInfo,
    MonetaryFigure,
    NewsRecord,
    Note,
    Participant,
    Period,
    Quote,
    Span,
    Speaker,
    without_surrogates,
)
from newsextract.story import (
    ChangeFinding,
    DatelineFinding,
    FigureFinding,
    ParticipantFinding,
    PeriodFinding,
    QuoteFinding,
    Range,
    Story,
)

_WHITE = re.compile(r"\s+")


def text_id(text: str) -> str:
    """The id of an article to which its caller gave none: SHA-256 of its text, 16 digits."""
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:16]


class Assembler:
    """Turns the findings of one story into its record."""

    def __init__(self, story: Story, findings: Findings, links: Links) -> None:
        self.story = story
        self.findings = findings
        self.links = links

    def record(
        self,
        *,
        id: str,
        source: str | None,
        model: ModelInfo,
        headline: str | None,
        published_from: str | None,
        notes: Sequence[Note],
        extensions: Mapping[str, Any],
    ) -> NewsRecord:
        """The record."""
        found, links = self.findings, self.links
        disagreements = [
            Note(code="sum_disagrees", field="figures", message=d.message, span=self._span(d.range))
            for d in links.disagreements
        ]
        return NewsRecord.model_validate(
            {
                "id": without_surrogates(id),
                "source": _optional(without_surrogates, source),
                "headline": _optional(without_surrogates, headline),
                "published": self.story.published,
                "published_from": published_from,
                "dateline": self._dateline(found.dateline) if found.dateline else None,
                "quotes": tuple(map(self._quote, found.quotes, links.speakers)),
                "figures": tuple(
                    self._figure(i, f, links.givers[i], links.receivers[i])
                    for i, f in enumerate(found.figures)
                ),
                "participants": tuple(
                    map(self._participant, range(len(found.participants)), found.participants)
                ),
                "model": model,
                "warnings": (*notes, *disagreements),
                "extensions": dict(extensions),
            }
        )

    def headline(self) -> str | None:
        """The headline as the layout found it."""
        found = self.story.reading.layout.headline
        return self.story.text[slice(*found)] if found else None

    def _span(self, found: Range) -> Span:
        return self.story.reading.home(*found)

    def _words(self, found: Range) -> str:
        return _WHITE.sub(" ", self.story.text[found.start : found.end])

    def _dateline(self, found: DatelineFinding) -> Dateline:
        first = found.places[0] if found.places else None
        return Dateline(
            text=self._words(found.range),
            span=self._span(found.range),
            places=found.places,
            city=first.city if first else None,
            country=first.country if first else None,
            date=found.date,
            agency=found.agency,
            participant=_participant_id(self.links.dateline_country),
            **_evidence(found),
        )

    def _quote(self, found: QuoteFinding, speaker: SpeakerLink | None) -> Quote:
        cue = found.cue
        return Quote(
            text=" ".join(self._words(piece) for piece in found.pieces),
            pieces=tuple(self._span(piece) for piece in found.pieces),
            kind=found.kind,
            speaker=Speaker(
                name=speaker.name,
                mention=_optional(self._span, found.speaker),
                participant=_participant_id(speaker.participant),
            )
            if speaker
            else None,
            cue=Cue(
                text=self._words(cue.range),
                lemma=cue.lemma,
                kind=cue.kind,
                span=self._span(cue.range),
            )
            if cue
            else None,
            **_evidence(found),
        )

    def _period(self, found: PeriodFinding) -> Period:
        return Period(
            start=found.start,
            end=found.end,
            text=self._words(found.range),
            span=self._span(found.range),
        )

    def _change(self, found: ChangeFinding) -> Change:
        return Change.model_validate(
            {
                "percent": found.percent,
                "factor": found.factor,
                "amount": found.amount,
                "direction": found.direction,
                "bound": found.bound,
                "base": _optional(self._period, found.base),
                "span": self._span(found.range),
            }
        )

    def _figure(
        self, number: int, found: FigureFinding, giver: int | None, receiver: int | None
    ) -> MonetaryFigure:
        return MonetaryFigure(
            id=_figure_id(number),
            text=self._words(found.range),
            span=self._span(found.range),
            amount=found.amount,
            amount_max=found.amount_max,
            currency=found.currency,
            bound=found.bound,
            measure=found.measure,
            flow=found.flow,
            period=_optional(self._period, found.period),
            per=found.per,
            change=_optional(self._change, found.change),
            parent=None if found.parent is None else _figure_id(found.parent),
            giver=_participant_id(giver),
            receiver=_participant_id(receiver),
            **_evidence(found),
        )

    def _participant(self, number: int, found: ParticipantFinding) -> Participant:
        return Participant(
            id=f"p{number + 1}",
            name=found.name,
            kind=found.kind,
            role=found.role,
            organization=found.organization,
            country=found.country,
            aliases=found.aliases,
            mentions=tuple(self._span(mention) for mention in found.mentions),
            actor=found.actor,
            **_evidence(found),
        )


def _figure_id(number: int) -> str:
    return f"f{number + 1}"


def _participant_id(number: int | None) -> str | None:
    return None if number is None else f"p{number + 1}"


def _optional(make: Callable[[Any], Any], found: Any) -> Any:
    return None if found is None else make(found)


def _evidence(
    found: DatelineFinding | QuoteFinding | FigureFinding | ParticipantFinding,
) -> dict[str, Any]:
    return {
        "evidence": Evidence(rule=found.rule, inferred=dict(found.inferred)),
        "confidence": confidence_of(found.rule),
    }
