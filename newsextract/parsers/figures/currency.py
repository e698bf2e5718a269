"""Which of the currencies that share a word: 'franc', 'dollar', 'Rs'."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newsextract.lexicons.countries import CountryWord, find_countries
from newsextract.lexicons.currencies import currency_of
from newsextract.parsers.figures.amounts import Amount


class Decided(NamedTuple):
    """The currency of an amount, and what it was inferred from (None: it is spelled out)."""

    code: str | None
    inferred: str | None


_NOTICE = re.compile(
    r"(?:figures|amounts|values|prices|dollars?|\$)\s+(?:are\s+|is\s+)?(?:quoted\s+|given\s+)?in\s+"
    r"(?P<country>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\s+dollars",
    re.IGNORECASE,
)
"""'(All figures in Canadian dollars)': the only thing that turns a bare '$' away from USD."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n")


def decide_currencies(
    text: str, amounts: Sequence[Amount], dateline_country: str | None
) -> list[Decided]:
    """The currency of each amount of `text`, from what the article says elsewhere.

    In this order: the words themselves; for a bare '$' a notice, else USD; the country of the
    dateline; the countries named in the sentence; an adjective or code earlier in the article;
    the countries that the article names. Else the usual meaning, marked, or None.
    """
    if all(amount.code and not amount.is_default for amount in amounts):
        return [Decided(amount.code, None) for amount in amounts]
    return _Article(text, amounts, dateline_country).decide()


class _Article:
    def __init__(self, text: str, amounts: Sequence[Amount], dateline: str | None) -> None:
        self.text = text
        self.amounts = amounts
        self.dateline = dateline
        self.countries = find_countries(text)
        self.starts = [word.start for word in self.countries]
        notice = _NOTICE.search(text)
        named = find_countries(notice["country"]) if notice else []
        self.notice = currency_of(named[0].code, "dollar") if named else None
        self.said: dict[str, list[str]] = {}
        self.cents_of: str | None = None
        self.most: dict[str, str | None] = {}
        self.users: dict[str, list[tuple[int, str]]] = {}

    def decide(self) -> list[Decided]:
        decided = []
        for amount in self.amounts:
            found = self._decide(amount)
            decided.append(found)
            if found.code and amount.factor == 1:
                if amount.noun in ("dollar", "euro", "pound"):
                    self.cents_of = found.code
                if found.inferred is None:
                    self.said.setdefault(amount.noun, []).append(found.code)
        return decided

    def _decide(self, amount: Amount) -> Decided:
        if amount.code and not amount.is_default:
            return Decided(amount.code, None)
        printed = self.text[amount.start : amount.end]
        if amount.noun == "dollar" and amount.code:
            return self._dollar(amount, printed)
        symbol = "£" in printed
        earlier = self.said.get(amount.noun)
        if symbol:
            return Decided(amount.code, "usual")
        steps = (
            ("dateline_country", self._at_dateline(amount.noun)),
            ("sentence_country", self._in_sentence(amount)),
            ("earlier_mention", earlier[-1] if earlier else None),
        )
        for word, code in steps:
            if code:
                return Decided(code, word)
        code = self._most_named(amount) if amount.code else self._nearest(amount)
        if code and code != amount.code:
            return Decided(code, "article_country")
        return Decided(amount.code, "usual" if amount.code else None)

    def _most_named(self, amount: Amount) -> str | None:
        """The currency of the countries that the article names most; the usual one at a tie."""
        if amount.noun not in self.most:
            counts = Counter(code for _, code in self._users(amount.noun))
            usual = amount.code or ""
            self.most[amount.noun] = max(
                counts, key=lambda code: (counts[code], code == usual), default=None
            )
        return self.most[amount.noun]

    def _dollar(self, amount: Amount, printed: str) -> Decided:
        if amount.factor != 1:
            return self._cents()
        if self.notice:
            return Decided(self.notice, "notice")
        earlier = self.said.get("dollar", [])
        others = {code for code in earlier if code != "USD"}
        if "$" not in printed and len(others) == 1 and "USD" not in earlier:
            return Decided(others.pop(), "earlier_mention")
        return Decided("USD", "dollar_default")

    def _cents(self) -> Decided:
        if self.cents_of in (None, "GBP", "USD"):
            return Decided("USD", "dollar_default")
        return Decided(self.cents_of, "earlier_mention")

    def _at_dateline(self, noun: str) -> str | None:
        return currency_of(self.dateline, noun) if self.dateline else None

    def _sentence(self, amount: Amount) -> tuple[int, int]:
        begin = max(amount.start - 400, 0)
        breaks = list(_SENTENCE_END.finditer(self.text, begin, amount.start))
        start = breaks[-1].end() if breaks else begin
        end = _SENTENCE_END.search(self.text, amount.end, amount.end + 400)
        return start, end.start() if end else min(amount.end + 400, len(self.text))

    def _in_sentence(self, amount: Amount) -> str | None:
        start, end = self._sentence(amount)
        words = self.countries[bisect_left(self.starts, start) : bisect_right(self.starts, end)]
        codes = self._codes(words, amount.noun)
        if amount.code and amount.code in codes:
            return None
        return codes.pop() if len(codes) == 1 else None

    def _codes(self, words: Sequence[CountryWord], noun: str) -> set[str]:
        codes = {currency_of(word.code, noun) for word in words if word.code}
        return {code for code in codes if code}

    def _users(self, noun: str) -> list[tuple[int, str]]:
        """The countries of the article that have a currency of this name: offset and code."""
        if noun not in self.users:
            pairs = ((word.start, currency_of(word.code, noun)) for word in self.countries)
            self.users[noun] = [(start, code) for start, code in pairs if code]
        return self.users[noun]

    def _nearest(self, amount: Amount) -> str | None:
        """The currency of the nearest country before, else behind, that has one of this name."""
        users = self._users(amount.noun)
        if not users:
            return None
        return users[max(bisect_left(users, (amount.start, "")) - 1, 0)][1]


def evidence(decided: Decided) -> dict[str, str]:
    """What to write under `inferred`."""
    return {"currency": decided.inferred} if decided.inferred else {}
