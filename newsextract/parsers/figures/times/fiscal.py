"""Whose fiscal year a text without a dateline speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsextract.lexicons.countries import find_countries
from newsextract.lexicons.fiscal_years import fiscal_year_of
from newsextract.parsers.figures.amounts import Amount
from newsextract.parsers.figures.home import home_country

_FISCAL = re.compile(
    r"\b(?:fiscal|financial\s+year|FY|(?:19|20)\d\d[-–/]\d\d(?!\d))", re.IGNORECASE
)
_FOREIGN = frozenset({"USD", "EUR", None})
"""Currencies in which others count, too."""


def fiscal_country(text: str, start: int, past: int, amounts: Sequence[Amount]) -> str | None:
    """Without a dateline, the country whose fiscal year ``text[start:past]`` speaks of.

    The last that it names before those words and that has one, else that of the money, else
    the one that the article names most.
    """
    fiscal = _FISCAL.search(text, start, past)
    if fiscal is None:
        return None
    codes = (a.code for a in amounts if start <= a.start < past)
    issuers = (code[:2] for code in codes if code and code not in _FOREIGN)
    issuer = next((code for code in issuers if fiscal_year_of(code)), None)
    named = [word.code for word in find_countries(text[start : fiscal.start()])]
    if named:
        having = (code for code in reversed(named) if fiscal_year_of(code))
        return next(having, issuer or named[-1])
    behind = find_countries(text[fiscal.end() : past])
    if issuer:
        return issuer
    return behind[0].code if behind else home_country(find_countries(text), None)
