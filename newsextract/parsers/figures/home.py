"""Whose news it is: the country whose own money a bare '$' or 'Rs' may mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from newsextract.lexicons.countries import (
    CountryWord,
    capital,
    country_codes,
    country_name,
    find_countries,
)
from newsextract.lexicons.currencies import currency_adjectives, currency_of
from newsextract.lexicons.places import cities_called
from newsextract.parsers.figures.amounts import Amount

_LEAST_MENTIONS = 2
"""So often, at least, must home news without a dateline name its country."""
_LARGE = 200_000
"""People of a town that news names without its country; smaller ones are family names as well."""
_NAME = re.compile(r"(?<![\w.])[A-Z][\w’'-]{2,30}(?: [A-Z][\w’'-]{2,30}){0,2}")


@cache
def _capitals() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {name: code for code in country_codes() if (name := capital(code))}
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)"), names


def find_places(text: str) -> list[CountryWord]:
    """The countries that `text` names, by their capitals, too, in order."""
    pattern, codes = _capitals()
    named = find_countries(text)
    starts = [word.start for word in named]
    capitals = []
    for match in pattern.finditer(text):
        i = bisect_left(starts, match.start())
        inside = any(
            word.start < match.end() and match.start() < word.end
            for word in named[max(i - 1, 0) : i + 1]
        )
        if not inside:
            word = CountryWord(match.start(), match.end(), codes[match.group()], "other")
            capitals.append(word)
    return sorted(named + capitals)


def town_countries(text: str) -> list[str]:
    """The countries of the large towns that `text` names, in order."""
    found = []
    for match in _NAME.finditer(text):
        words = match.group().split(" ")
        for name in (match.group(), *(words if len(words) > 1 else ())):
            cities = cities_called(name)
            if cities and cities[0].weight >= _LARGE and cities[0].country:
                found.append(cities[0].country)
                break
    return found


def home_country(countries: Sequence[CountryWord], dateline: str | None) -> str | None:
    """The country of the dateline; without one, the country that the article names most."""
    if dateline:
        return dateline
    counts = Counter(word.code for word in countries if word.code and word.kind != "other")
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _LEAST_MENTIONS:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None


def home_dollar(
    text: str, amounts: Sequence[Amount], home: str | None, filed_at_home: bool = False
) -> str | None:
    """The currency that a bare '$' means where the article says that it is no US dollar.

    It says so if it writes 'US$' beside a bare '$', if it names its own country's dollar
    ('the Fijian dollar') or central bank, or if it is filed at home and names nobody who counts
    in US dollars; and if no bare '$' gives the value of a sum in that dollar
    ('A$5 million ($3.3 million)').

    Args:
        text: the clean text.
        amounts: its amounts.
        home: the country whose news it is.
        filed_at_home: is it filed there, by no agency of the world?
    """
    bare = [a for a in amounts if a.noun == "dollar" and a.is_default and a.factor == 1]
    code = currency_of(home, "dollar") if home else None
    if not bare or home is None or code is None or code == "USD":
        return None
    for before, after in pairwise(amounts):
        converts = re.fullmatch(r"\s*(?:\(|,? or |/)[\s\w]{0,12}", text[before.end : after.start])
        if converts and after in bare and before not in bare and before.code != "USD":
            return None
    spelled = {a.code for a in amounts if not a.is_default and a.noun == "dollar"}
    if "USD" in spelled or _names_own(text, amounts, home, code):
        return code
    is_local = filed_at_home and not spelled and code in _PLAIN and not _IN_US_DOLLARS.search(text)
    return code if is_local else None


_PLAIN = frozenset({"AUD", "NZD", "CAD", "FJD", "SGD"})
"""Dollars that their own papers call '$' and use for all."""
_IN_US_DOLLARS = re.compile(
    r"(?<!\w)(?:U\.S\.|US|USA|United States|America\w*|Washington|World Bank|IMF"
    r"|U\.N\.|UN|UN[A-Z]{2,5}|Monetary Fund|Development Bank|United Nations"
    r"|oil|crude|gold|iron ore|coal|wheat|export\w*|import\w*|barrel|ounce|tonnes?|bitcoin"
    r"|trade)(?!\w)"
)
"""Who counts in US dollars, and what is counted in them, everywhere."""


def _names_own(text: str, amounts: Sequence[Amount], home: str, code: str) -> bool:
    """Does the article name the country's dollar, other than in sums, or its central bank?"""
    adjectives = [w for w, codes in currency_adjectives().items() if codes.get("dollar") == code]
    own = "|".join(re.escape(word) for word in [*adjectives, (country_name(home) or code).lower()])
    sums = {a.end for a in amounts}
    names = re.finditer(rf"(?<!\w)(?:{own})\s+dollars?(?!\w)", text, re.IGNORECASE)
    if any(name.end() not in sums for name in names):
        return True
    name = re.escape(country_name(home) or code)
    return bool(re.search(rf"\b(?:Reserve |Central |National )?Bank of (?:the )?{name}\b", text))
