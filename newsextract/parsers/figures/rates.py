"""The basis of a rate: 'per barrel', 'a share', 'each', 'a year', 'monthly'."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsextract.lexicons.figure_words import figure_words
from newsextract.lexicons.table import in_small_letters


class FoundRate(NamedTuple):
    """What an amount is per, and where its words end."""

    per: str
    end: int


_BASIS = re.compile(
    r"""
    \s*(?:
      (?P<slash>/)\s?(?P<unit>[^\W\d_][\w.-]*(?:\s(?:foot|feet|met(?:er|re)s?|hour))?)
    | [ -]?(?P<article>an?)[ -](?P<counted>[^\W\d_]+(?:[ -][^\W\d_]+){0,2})
    | (?:per|for\s+(?:each|every)|(?P<each>each|every))\s+
      (?P<number>\d[\d.,]*\s+)?(?P<noun>[^\W\d_][\w-]*\.?(?:\s[^\W\d_][\w-]*){0,3})
    | -?per-(?P<hyphened>[^\W\d_]+)
    | [ -](?P<adverb>annually|yearly|monthly|weekly|daily|hourly|apiece|each|quarterly)\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TIME_APART = re.compile(
    r"[ -](?:year|month|week|day|quarter|decade)\s+"
    r"(?:earlier|before|ago|later|after|previously|on\b)",
    re.IGNORECASE,
)
_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "quarterly": "quarter",
    "apiece": "each",
    "each": "each",
}


def find_rate(text: str, end: int) -> FoundRate | None:
    """The basis of the rate whose amount ends at `end`."""
    found = _BASIS.match(text, end)
    if found is None:
        return None
    if found["adverb"]:
        return FoundRate(_ADVERBS[in_small_letters(found["adverb"])], found.end())
    if found["article"]:
        if _TIME_APART.match(text, found.end("article")):
            return None
        return _counted(found, "counted", strict=True)
    if found["slash"]:
        return _counted(found, "unit", strict=False)
    if found["hyphened"]:
        return FoundRate(found["hyphened"], found.end())
    return _counted(found, "noun", strict=bool(found["each"]))


def _counted(found: re.Match[str], group: str, *, strict: bool) -> FoundRate | None:
    """As many words of `group` as make up a unit; the first one where none is known."""
    units = figure_words("rate_unit")
    words = re.split(r"([ -])", found[group])
    number = (found["number"] or "").strip()
    for size in (7, 5, 3, 1):
        phrase = "".join(words[:size])
        if size > len(words) or phrase.lower().rstrip(".") not in units:
            continue
        phrase = phrase.rstrip(".")
        per = f"{number} {phrase}".strip()
        return FoundRate(per, found.start(group) + len(phrase))
    if strict:
        return None
    first = words[0]
    return FoundRate(f"{number} {first}".strip(), found.start(group) + len(first))
