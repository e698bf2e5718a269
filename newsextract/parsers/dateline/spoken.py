"""Which countries a story speaks of."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsextract.lexicons.countries import words_of
from newsextract.lexicons.places import cities_called
from newsextract.lexicons.regions import provinces_of
from newsextract.parsers.dateline.spelling import without_marks

STORY_READ = 3000
"""Characters of the story in which countries are looked for."""
_CAPITALIZED = re.compile(r"\b[A-Z][a-z]{3,}\b")


def speaks_of(story: str, country: str) -> bool:
    """Whether a story names a country, its people or one of its provinces."""
    # To find whether any word stands there at all is far quicker than the expression.
    words, whole = _words_of(country)
    for word in words:
        if word in story:
            if whole.search(story):
                return True
            break
    provinces = _provinces_of(country)
    return not provinces.isdisjoint(_capitalized(story))


@lru_cache(maxsize=4)
def _capitalized(story: str) -> frozenset[str]:
    """The words with a capital letter: a story is asked for each country of a name."""
    return frozenset(_CAPITALIZED.findall(story))


@cache
def _provinces_of(country: str) -> frozenset[str]:
    """The names of provinces that are one word and no city of other countries."""
    return frozenset(
        without_marks(name)
        for name in provinces_of(country)
        if name.isalpha() and all(city.country == country for city in cities_called(name))
    )


@cache
def _words_of(country: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """The names and demonyms of a country, and the expression that finds them as whole words."""
    words = words_of(country)
    longest = "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))
    return words, re.compile(rf"(?<!New )\b(?:{longest})(?!\w)")
