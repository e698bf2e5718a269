"""All links between the findings of one story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsextract.linking.memory import SpeakerLink
from newsextract.linking.mentions import MentionIndex
from newsextract.linking.speakers import resolve_speakers
from newsextract.linking.totals import Disagreement, check_sums
from newsextract.story import (
    DatelineFinding,
    FigureFinding,
    ParticipantFinding,
    QuoteFinding,
    Range,
    Story,
)


@dataclass(frozen=True, slots=True)
class Findings:
    """What the parsers found in one story."""

    dateline: DatelineFinding | None = None
    quotes: Sequence[QuoteFinding] = ()
    figures: Sequence[FigureFinding] = ()
    participants: Sequence[ParticipantFinding] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """What the findings have to do with one another; numbers are indices of findings."""

    speakers: Sequence[SpeakerLink | None]
    givers: Sequence[int | None]
    receivers: Sequence[int | None]
    dateline_country: int | None
    disagreements: Sequence[Disagreement]


def link(story: Story, findings: Findings) -> Links:
    """Link the findings of one story."""
    index = MentionIndex(findings.participants)
    return Links(
        speakers=resolve_speakers(story, findings.quotes, index),
        givers=[_party(index, figure.giver) for figure in findings.figures],
        receivers=[_party(index, figure.receiver) for figure in findings.figures],
        dateline_country=_dateline_country(findings),
        disagreements=check_sums(findings.figures, story.text),
    )


def unlinked(story: Story, findings: Findings) -> Links:
    """No links at all: speakers are what stands beside the quotes."""
    return Links(
        speakers=[
            None if q.speaker is None else SpeakerLink(story.text[slice(*q.speaker)], None)
            for q in findings.quotes
        ],
        givers=[None] * len(findings.figures),
        receivers=[None] * len(findings.figures),
        dateline_country=None,
        disagreements=(),
    )


def _party(index: MentionIndex, mention: Range | None) -> int | None:
    """The one participant named in `mention`; None where it is none or several."""
    if mention is None:
        return None
    owners = {owner for _, owner in index.within(*mention)}
    return owners.pop() if len(owners) == 1 else None


def _dateline_country(findings: Findings) -> int | None:
    if findings.dateline is None or not findings.dateline.places:
        return None
    country = findings.dateline.places[0].country
    for i, participant in enumerate(findings.participants):
        if participant.kind == "country" and country and participant.country == country:
            return i
    return None
