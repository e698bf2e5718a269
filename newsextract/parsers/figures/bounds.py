"""Is an amount exact, about right, or an end: 'some', 'more than', 'up to', 'or so'?"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsextract.lexicons.bound_words import bound_words
from newsextract.lexicons.table import in_small_letters
from newsextract.record import Bound


class FoundBound(NamedTuple):
    """A bound, and where the words begin that stand before the amount (else the amount)."""

    bound: Bound
    start: int


_REACH = 60
"""Characters before an amount in which a bounding phrase is looked for."""


def _alternatives(place: str) -> str:
    phrases = sorted(bound_words(place), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)


@cache
def _before() -> re.Pattern[str]:
    edge = r"(?:(?<![\w-])|(?=[~≈±<>≤≥]))"
    degree = r"(?:(?:just|only|well|slightly|a little|a bit|far|much|barely|little|somewhat)\s+)?"
    return re.compile(
        rf"{edge}(?:an?\s+|the\s+)?{degree}(?P<phrase>{_alternatives('before')})"
        r"\s*(?:the\s+|an?\s+|its\s+|their\s+)?(?:first\s+|last\s+)?(?:between\s+)?[\"'“‘(]?\s*$",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s?(?P<phrase>{_alternatives('behind')})(?![\w-])", re.IGNORECASE)


_NEGATION = re.compile(r"\b(?:not|never|neither|nor|no\s+one|nobody|none|cannot)\b|n['’]t\b", re.I)
_CLAUSE = re.compile(r"[.;:!?\n]|,\s+(?:but|and|while|which)\b")
_DISPUTED = re.compile(
    r"\b(?:dispute|row|talks|battle|fight|worries|concerns?|clash|argument|lawsuit|spat|debate"
    r"|scandal|outcry|anger|inquiry|probe|questions|criticism|protests?|quarrel|standoff"
    r"|(?:accused|criticised|criticized|slammed|sued|quizzed)\b[^.;]{0,40}?)[’'\"”]?\s+over\s*$",
    re.IGNORECASE,
)


def _phrase(found: re.Match[str]) -> str:
    return " ".join(in_small_letters(found["phrase"]).split())


def find_bound(text: str, start: int, end: int) -> FoundBound:
    """The bound of the amount at ``text[start:end]``."""
    # At a word's start, so that no phrase is read from inside a word.
    tail = text[max(start - _REACH, 0) : start]
    tail = tail[tail.rfind("\n") + 1 :]
    found = None
    for match in _WORD_STARTS.finditer(tail):
        found = _before().match(tail, match.start())
        if found:
            break
    if found and not _is_particle(found, tail):
        phrase = _phrase(found)
        bound = bound_words("before")[phrase]
        following = tail[found.end("phrase") :].split()
        compares = following[:1] == ["the"] or _COMPARED.search(tail[: found.start("phrase")])
        if phrase.endswith("than") and compares:
            return FoundBound("exact", start)
        if phrase in _OF_BILLS and following[:1] in (["the"], ["a"], ["an"]):
            return FoundBound("exact", start)  # 'under the $5 million deal'
        if bound == "min" and phrase.endswith("than") and _is_denied(tail[: found.start()]):
            bound = "max"
        return FoundBound(bound, start - len(tail) + found.start())
    inside = _INSIDE.match(text, start, end)
    if inside:
        return FoundBound(bound_words("before")[_phrase(inside)], start)
    behind = _behind().match(text, end)
    if behind and not (_phrase(behind) == "plus" and _ADDED.match(text, behind.end())):
        phrase = _phrase(behind)
        return FoundBound(bound_words("behind")[phrase], start)
    return FoundBound("exact", start)


_OF_BILLS = frozenset({"under", "has passed", "have passed", "had passed", "to pass"})
"""Before 'a' and 'the' no bounds: 'has passed a $5 million budget'."""
_PARTICLE = {
    "about": re.compile(
        r"\b(?:dark|lied|lies?|lying|knew|knows?|known|complain\w*|complaints?|questions?|concerns?"
        r"|worries|worried|doubts?|talk(?:s|ed)?|joked|boasted|asked|heard|news|story)\s+about\s*$",
        re.IGNORECASE,
    ),
    "over": re.compile(
        r"\b(?:hand|turn|sign|carry|carri|roll|hold|held|tak|took)(?:s|ed|ing|en|e|es)?\s+over\s*$",
        re.IGNORECASE,
    ),
    "up to": re.compile(
        r"\b(?:add(?:s|ed|ing)?|shoot(?:s|ing)?|shot|go(?:es|ing)?|went|gone|creep(?:s|ing)?|crept|"
        r"edg(?:e[sd]?|ing)|mov(?:e[sd]?|ing)|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?)\s+up\s+to\s*$",
        re.IGNORECASE,
    ),
}
"""A verb whose particle only looks like a bound: 'handed over', 'added up to'."""


def _is_particle(found: re.Match[str], tail: str) -> bool:
    phrase = _phrase(found)
    if phrase == "over" and _DISPUTED.search(tail):
        return True
    verb = _PARTICLE.get(phrase)
    return bool(verb and verb.search(tail[: found.end("phrase")]))


_INSIDE = re.compile(
    r"[^\W\d_]+\.?\s+(?P<phrase>about|around|nearly|approximately|almost|over|some|~)\s", re.I
)
"""'Rs about 500 crore'."""

_ADDED = re.compile(r"\s+(?:[a-z]|[$€£¥\d])")
"""'$1 billion plus interest' is no bound."""

_COMPARED = re.compile(
    r"(?:%|percent|per cent|pct|points?|times|fold|twice|half)\s+$", re.IGNORECASE
)
"""'4.7 percent more than $8 billion' compares, and does not bound."""

_WORD_STARTS = re.compile(r"(?<![\w-])[\w~≈±<>≤≥]")


def _is_denied(before: str) -> bool:
    """'had not offered him more than': a negation in the same clause."""
    breaks = list(_CLAUSE.finditer(before))
    return bool(_NEGATION.search(before, breaks[-1].end() if breaks else 0))
