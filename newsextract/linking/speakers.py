"""Who is meant by the words beside a quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsextract.linking.mentions import MentionIndex
from newsextract.story import QuoteFinding, Story


@dataclass(frozen=True, slots=True)
class SpeakerLink:
    """Fullest name of a speaker, and the index of the participant (None: unnamed source)."""

    name: str
    participant: int | None


def resolve_speakers(
    story: Story, quotes: Sequence[QuoteFinding], index: MentionIndex
) -> list[SpeakerLink | None]:
    """For each quote its speaker, or None where it has none."""
    links: list[SpeakerLink | None] = []
    for quote in quotes:
        if quote.speaker is None:
            links.append(None)
            continue
        persons = [
            owner
            for _, owner in index.within(*quote.speaker)
            if index.participants[owner].kind == "person"
        ]
        if len(set(persons)) == 1:
            links.append(SpeakerLink(index.participants[persons[0]].name, persons[0]))
        else:
            links.append(SpeakerLink(story.text[slice(*quote.speaker)], None))
    return links
