"""Whose news it is: the country whose own money a bare '$' or 'Rs' may mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newsextract.lexicons.countries import CountryWord, country_name
from newsextract.lexicons.currencies import currency_adjectives, currency_of
from newsextract.parsers.figures.amounts import Amount

_LEAST_MENTIONS = 2
"""So often, at least, must home news without a dateline name its country."""


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
    text: str,
    amounts: Sequence[Amount],
    dateline: str | None,
    home: str | None,
    *,
    is_local: bool,
    alone: str | None,
) -> str | None:
    """The currency that a bare '$' means where the article says that it is no US dollar.

    It says so if it writes 'US$' beside a bare '$', if it names its own country's dollar
    ('the Fijian dollar') or central bank, or if it is local, names nobody who counts in US dollars,
    and spells its own dollar where it names it first, or never; and if no bare '$' gives the value
    of a sum in that dollar ('A$5 million ($3.3 million)').

    Args:
        text: the clean text.
        amounts: its amounts.
        dateline: the country of its dateline.
        home: the country whose news it is.
        alone: the only country that the article names.
        is_local: is it filed there, by no agency from elsewhere, or without a dateline?
    """
    bare = [a for a in amounts if a.noun == "dollar" and a.is_default and a.factor == 1]
    sure = [a for a in amounts if not a.is_default and a.noun == "dollar"]
    spelled = {a.code for a in sure}
    code = currency_of(home, "dollar") if home else None
    if not home and len(spelled) == 1:
        code = sure[0].code
    if not bare or code is None or code == "USD":
        return None
    for before, after in pairwise(amounts):
        converts = re.fullmatch(r"\s*(?:\(|,? or |/)[\s\w]{0,12}", text[before.end : after.start])
        if converts and after in bare and before not in bare and before.code != "USD":
            return None
    if home and ("USD" in spelled or _names_own(text, amounts, home, code)):
        return code
    if not is_local or _IN_US_DOLLARS.search(text):
        return None
    if spelled:  # 'G$91,000 a month, and $36,000 for pensioners'
        signed = "$" in text[bare[0].start : bare[0].end]
        return code if signed and spelled == {code} and sure[0].start < bare[0].start else None
    return code if (dateline or alone == home) and code in _PLAIN else None


_PLAIN = frozenset({"AUD", "NZD", "CAD", "FJD", "SGD", "JMD", "TTD", "BBD", "GYD", "XCD"})
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
