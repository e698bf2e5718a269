"""The article's participants as texts call them: by office, country and gender."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from newsextract.lexicons.countries import find_countries
from newsextract.lexicons.offices import honorifics, one_form
from newsextract.lexicons.word_lists import word_list
from newsextract.story import ParticipantFinding, Range

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_APPOSITION = re.compile(
    r", (?!(?:and|or|but|nor|who|whom|whose|which|where|while|as)\b)"
    r"(?:(?:an?|the|its|his|her) )?([^,.;:()\n\"“”]{3,80})"
)
_FUNCTION = word_list("speaker_words.tsv", "function")


_SHORTEST = 3
"""Letters of an abbreviation."""


class Cast:
    """Looks participants up by what a noun phrase says of them."""

    def __init__(self, text: str, participants: Sequence[ParticipantFinding]) -> None:
        self.text = text
        self.participants = participants
        self.roles: dict[int, set[str]] = {}
        self.genders: dict[int, str] = {}
        self._bodies: dict[int, set[str]] = {}

    def persons_of(self, codes: set[str], *, vague: bool) -> list[int]:
        """Persons of these countries (all, if none); if `vague`, those of unknown country too."""
        return [
            i
            for i, p in enumerate(self.participants)
            if p.kind == "person" and (not codes or p.country in codes or (vague and not p.country))
        ]

    def role_words(self, i: int) -> set[str]:
        """Words of the person's office: as found, and as printed beside the first mention."""
        if i not in self.roles:
            person = self.participants[i]
            words = self.content_words(f"{person.role or ''} {self._body_names(i)}")
            for mention in person.mentions[:3]:
                beside = _APPOSITION.match(self.text, mention.end)
                if beside:
                    words |= self.content_words(beside.group(1))
            self.roles[i] = words
        return self.roles[i]

    def abbreviates(self, word: str, i: int) -> bool:
        """Is `word` short for the person's body: 'mea' of its initials, 'fed' of 'Federal'?"""
        if len(word) < _SHORTEST:
            return False
        if i not in self._bodies:
            self._bodies[i] = self.content_words(self.participants[i].organization or "")
        words = self._bodies[i]
        return sorted(word) == sorted(part[0] for part in words) or any(
            len(part) > len(word) and part.startswith(word) for part in words
        )

    def described_as(self, i: int, noun: str) -> bool:
        """'X, an activist who ...': is `noun` what an apposition calls participant `i`?"""
        said = re.compile(
            rf", (?:an?|the) (?:[\w-]+ ){{0,3}}?{re.escape(noun)}(?= who\b| of\b|[,.])"
        )
        return any(said.match(self.text, m.end) for m in self.participants[i].mentions[:3])

    def _body_names(self, i: int) -> str:
        """The person's body by all its names: 'the ERD secretary' is the division's."""
        body = self.participants[i].organization or ""
        for other in self.participants:
            if other.kind == "organization" and body in (other.name, *other.aliases):
                return " ".join((other.name, *other.aliases))
        return body

    def content_words(self, words: str) -> set[str]:
        """Words in small letters, offices in one form, without articles and prepositions."""
        found = set()
        for word in _WORD.findall(words.lower().replace("-", " ")):
            word = word.rstrip(".").removesuffix("'s").removesuffix("’s")
            if word not in _FUNCTION:
                found.update(one_form(word).split())
        return found

    def country_forms(self, words: str) -> set[str]:
        """Those of the content words that name countries."""
        forms: set[str] = set()
        for word in find_countries(words):
            forms |= self.content_words(words[word.start : word.end])
        return forms

    def last_mention(self, i: int, offset: int) -> int:
        """Offset of the last mention of participant `i` before `offset`; -1 if there is none."""
        mentions = self.participants[i].mentions
        k = bisect_left(mentions, Range(offset, 0))
        return mentions[k - 1].start if k else -1

    def fits(self, who: int | None, gender: str) -> bool:
        """Nothing speaks against the gender; '' fits everybody."""
        if who is None:
            return True
        if who not in self.genders:
            self.genders[who] = self.gender(self.participants[who])
        own = self.genders[who]
        return not gender or not own or own == gender

    def learn(self, who: int, gender: str) -> None:
        """'he' was participant `who`: from there on 'she' is somebody else."""
        if not self.fits(who, gender) or not self.genders[who]:
            self.genders[who] = gender

    def gender(self, person: ParticipantFinding) -> str:
        """'f' or 'm' where a form of address or the office tells."""
        table = honorifics()
        for mention in person.mentions:
            before = self.text[max(0, mention.start - 24) : mention.start].split()
            for word in (*before[-2:], *self.text[mention.start : mention.end].split()[:1]):
                gender = table.get(word.lower(), "") or table.get(word.lower().rstrip("."), "")
                if gender:
                    return gender
        role = (person.role or "").lower()
        if re.search(
            r"woman\b|\b(?:queen|princess|first lady|actress|mother|wife|empress)\b", role
        ):
            return "f"
        if re.search(r"\b(?:king|prince|father|husband|emperor|pope)\b", role):
            return "m"
        return ""
