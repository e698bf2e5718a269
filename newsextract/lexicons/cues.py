"""Reporting verbs, nouns and adjectives, by their inflected forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsextract.lexicons.table import rows

_DOUBLING = re.compile(r"(?:^|qu|[^aeiou])[aeiou][bdglmnprt]$")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")


@dataclass(frozen=True, slots=True)
class CueWord:
    """A reporting word.

    Attributes:
        lemma: its dictionary form.
        kind: class: say, claim, promise, threaten, ask, deny, think, ...
        frames: letters for the constructions it takes; the table's head explains them.
        preps: prepositions whose object is what is spoken of.
    """

    lemma: str
    kind: str
    frames: str
    preps: frozenset[str]


def verb_forms(lemma: str) -> set[str]:
    """The inflected forms of a regular verb; where spelling varies, all variants."""
    if re.search(r"[^aeiou]y$", lemma):
        return {lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    if lemma.endswith("e"):
        stem = lemma if lemma.endswith("ee") else lemma[:-1]
        return {lemma, lemma + "s", lemma + "d", stem + "ing"}
    forms = {lemma, lemma + ("es" if _SIBILANT.search(lemma) else "s")}
    stems = {lemma, lemma + lemma[-1]} if _DOUBLING.search(lemma) else {lemma}
    return forms | {stem + "ed" for stem in stems} | {stem + "ing" for stem in stems}


def _word(row: dict[str, str]) -> CueWord:
    preps = frozenset(row["preps"].split(",")) - {""}
    return CueWord(row["lemma"], row["kind"], row["frames"], preps)


@cache
def reporting_verbs() -> dict[str, CueWord]:
    """Reporting verbs by inflected form, lower case."""
    found: dict[str, CueWord] = {}
    for row in rows("reporting_verbs.tsv"):
        word = _word(row)
        irregular = set(row["forms"].split())
        for form in {word.lemma} | irregular if irregular else verb_forms(word.lemma):
            found.setdefault(form, word)
    return found


@cache
def reporting_nouns() -> dict[str, CueWord]:
    """Nouns of saying and thinking by singular and plural, lower case."""
    found = {}
    for row in rows("reporting_nouns.tsv"):
        word = _word(row)
        plural = re.sub(r"([^aeiou])y$", r"\1ie", word.lemma)
        plural += "es" if _SIBILANT.search(plural) else "s"
        found[word.lemma] = found[plural] = word
    return found


@cache
def reporting_adjectives() -> dict[str, CueWord]:
    """Adjectives of thinking, feeling and wanting, lower case."""
    return {row["lemma"]: _word(row) for row in rows("reporting_adjectives.tsv")}
