"""Which of the currencies that share a word: 'franc', 'dollar', 'Rs'."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from newsextract.lexicons.agencies import agency_country
from newsextract.lexicons.countries import CountryWord, find_countries
from newsextract.lexicons.currencies import currency_of, currency_then, currency_words
from newsextract.parsers.figures.amounts import Amount
from newsextract.parsers.figures.amounts.named import find_places, town_countries
from newsextract.parsers.figures.amounts.units import adjective_code
from newsextract.parsers.figures.home import home_country, home_dollar


class Decided(NamedTuple):
    """The currency of an amount, and what it was inferred from (None: it is spelled out)."""

    code: str | None
    inferred: str | None


_NOTICE = re.compile(
    r"(?:figures|amounts|values|prices|dollars?|\$)\s+(?:are\s+|is\s+)?(?:quoted\s+|given\s+)?in\s+"
    r"(?P<country>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\s+dollars",
    re.IGNORECASE,
)
"""'(All figures in Canadian dollars)'."""

_IN_DOLLARS = re.compile(
    r"\s+(?:in\s+)?(?P<adjective>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:\s+dollars\b|\s*[,;(]|\s*[.]\s)"
)
"""'$4 billion in Zimbabwean dollars', '$5 million Canadian (...'."""

_WITH_CENTS = ("dollar", "euro", "rand", "shilling")
"""Families of currencies whose parts are cents."""
_FILS_ARE_HUNDREDTHS = frozenset({"AED", "YER"})

_ABROAD = 2
"""So many other users of its currency's name make a dateline that of an office abroad."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n")


def decide_currencies(
    text: str,
    amounts: Sequence[Amount],
    dateline_country: str | None,
    day: datetime.date | None = None,
    body: int = 0,
    agency: str | None = None,
) -> list[Decided]:
    """The currency of each amount of `text`, from what the article says elsewhere.

    In this order: the words themselves; for a bare '$' a notice, the dollar of home news, else
    USD; the country of the dateline; for letters ('Rs') in news without a dateline the country
    that it names most; the countries named in the sentence; an adjective or code earlier in
    the article; the countries that the article names, then the towns. Else the usual meaning,
    marked, or None.

    Args:
        text: the clean text.
        amounts: its amounts.
        dateline_country: the country of the dateline.
        day: the day of the article: what was called a zloty then has another code now.
        body: the offset at which the story begins, behind its dateline.
        agency: who filed it.
    """
    if all(amount.code and not amount.is_default for amount in amounts):
        decided = [Decided(amount.code, None) for amount in amounts]
    else:
        decided = _Article(text, amounts, dateline_country, body, agency).decide()
    if day is None:
        return decided
    return [
        found if not found.code or "code" in amount.rule else _then(found, day)
        for amount, found in zip(amounts, decided, strict=True)
    ]


def _then(found: Decided, day: datetime.date) -> Decided:
    code = currency_then(found.code or "", day)
    return found if code == found.code else Decided(code, found.inferred or "day")


class _Article:
    def __init__(
        self,
        text: str,
        amounts: Sequence[Amount],
        dateline: str | None,
        body: int,
        agency: str | None,
    ) -> None:
        self.body = body if dateline else 0
        self.text = text
        self.amounts = amounts
        self.dateline = dateline
        self.countries = find_places(text)
        self.starts = [word.start for word in self.countries]
        self.home = home_country(self.countries, dateline)
        notice = _NOTICE.search(text)
        named = find_countries(notice["country"]) if notice else []
        self.notice = currency_of(named[0].code, "dollar") if named else None
        self.said: dict[str, list[str]] = {}
        self.cents_of: str | None = None
        self.towns: list[str] | None = None
        self.most: dict[str, str | None] = {}
        self.users: dict[str, list[tuple[int, str]]] = {}
        is_local = agency is None or agency_country(agency) == dateline
        codes = {word.code for word in self.countries}
        alone = codes.pop() if len(codes) == 1 else None
        self.home_dollar = home_dollar(
            text, amounts, dateline, self.home, is_local=is_local, alone=alone
        )
        self.home_dollar = self.home_dollar or self._converted()

    def decide(self) -> list[Decided]:
        decided = []
        for amount in self.amounts:
            found = self._decide(self._called(amount))
            decided.append(found)
            if found.code and amount.factor == 1:
                if amount.noun in _WITH_CENTS or amount.noun == "pound":
                    self.cents_of = found.code
                if found.inferred is None:
                    self.said.setdefault(amount.noun, []).append(found.code)
        return decided

    def _called(self, amount: Amount) -> Amount:
        """'P3,500' where the article speaks of pula: of the families, the one that it names."""
        nouns = amount.noun.split("|")
        if len(nouns) == 1 or (amount.code and not amount.is_default):
            return amount
        named = [n for n in nouns if re.search(rf"(?<!\w){n}s?(?!\w)", self.text)]
        if len(named) != 1:
            return amount
        words = [w for w in currency_words().get(named[0], ()) if w.kind == "noun" and w.code]
        code, marks = (words[0].code, words[0].marks) if words else (None, frozenset[str]())
        return amount._replace(noun=named[0], code=code, is_default="default" in marks)

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
            ("article_country", self._held_against(amount.noun)),
            ("dateline_country", self._at_dateline(amount.noun)),
            ("article_country", self._at_home(amount)),
            ("sentence_country", self._in_sentence(amount)),
            ("earlier_mention", earlier[-1] if earlier else None),
        )
        for word, code in steps:
            if code:
                return Decided(code, word)
        code = self._most_named(amount) if amount.code else self._nearest(amount)
        code = code or self._in_towns(amount.noun)
        if code and code != amount.code:
            return Decided(code, "article_country")
        return Decided(amount.code, "usual" if amount.code else None)

    def _held_against(self, noun: str) -> str | None:
        """'INR7.24 (Rs11.58)': 'Rs' is what another country of the article calls its own."""
        for before, after in pairwise(self.amounts):
            gap = self.text[before.end : after.start]
            for code, bare in ((before, after), (after, before)):
                spelled = "code" in code.rule and not (bare.code and not bare.is_default)
                if spelled and code.noun == bare.noun == noun and gap.strip() == "(":
                    others = Counter(user for _, user in self._users(noun) if user != code.code)
                    return max(others, key=lambda user: others[user], default=None)
        return None

    def _at_home(self, amount: Amount) -> str | None:
        """The home country's, for letters ('Rs'): so its own papers write, without a dateline."""
        letters = "prefix" in amount.rule or amount.rule == "figures.amount.range"
        if self.dateline or self.home is None or not letters:
            return None
        return currency_of(self.home, amount.noun)

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
            return self._cents(printed)
        if self.notice:
            return Decided(self.notice, "notice")
        said = _IN_DOLLARS.match(self.text, amount.end)
        code = (
            adjective_code(said["adjective"].lower(), said["adjective"], "dollar") if said else ""
        )
        if code:
            return Decided(code, None)
        if self.home_dollar:
            return Decided(self.home_dollar, "home_country")
        earlier = self.said.get("dollar", [])
        others = {code for code in earlier if code != "USD"}
        if "$" not in printed and len(others) == 1 and "USD" not in earlier:
            return Decided(others.pop(), "earlier_mention")
        return Decided("USD", "dollar_default")

    def _converted(self) -> str | None:
        """'$3 billion (US$2.2 billion)': the dollar of the country that the article names."""
        for before, after in pairwise(self.amounts):
            if (
                before.noun == after.noun == "dollar"
                and before.is_default
                and (after.code, after.is_default) == ("USD", False)
                and before.amount != after.amount
                and self.text[before.end : after.start].strip() == "("
            ):
                others = Counter(code for _, code in self._users("dollar") if code != "USD")
                return max(others, key=lambda code: others[code], default=None)
        return None

    def _cents(self, printed: str) -> Decided:
        """Cents of the money that the article speaks of, else of that of its dateline."""
        if self.cents_of in ("GBP", "USD") or printed[-1:] == "¢":
            return Decided("USD", "dollar_default")
        if self.cents_of:
            return Decided(self.cents_of, "earlier_mention")
        for noun in _WITH_CENTS:
            code = currency_of(self.dateline, noun) if self.dateline else self._in_towns(noun)
            if code:
                word = "dateline_country" if self.dateline else "article_country"
                return Decided(code, word)
        return Decided("USD", "dollar_default")

    def _at_dateline(self, noun: str) -> str | None:
        """That of the dateline; not where the text names other users of such money alone."""
        code = currency_of(self.dateline, noun) if self.dateline else None
        users = [used for start, used in self._users(noun) if start >= self.body]
        is_abroad = len(users) >= _ABROAD and code not in users
        return None if is_abroad else code

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

    def _in_towns(self, noun: str) -> str | None:
        """The currency of the towns that the article names: 'traders in Lahore'."""
        if self.towns is None:
            self.towns = town_countries(self.text)
        counts = Counter(code for town in self.towns if (code := currency_of(town, noun)))
        ranked = counts.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def _nearest(self, amount: Amount) -> str | None:
        """The currency of the nearest country before, else behind, that has one of this name."""
        users = self._users(amount.noun)
        if not users:
            return None
        return users[max(bisect_left(users, (amount.start, "")) - 1, 0)][1]


def with_currency(amount: Amount, code: str | None) -> Amount:
    """`amount` with its currency; a fils is a hundredth of a dirham, a thousandth of a dinar."""
    if code in _FILS_ARE_HUNDREDTHS and amount.factor == Decimal("0.001"):
        return amount._replace(code=code, factor=Decimal("0.01"))
    return amount._replace(code=code)


def evidence(decided: Decided) -> dict[str, str]:
    """What to write under `inferred`."""
    return {"currency": decided.inferred} if decided.inferred else {}
