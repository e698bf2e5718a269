"""When are a find and gold the same: names, phrases, spans, amounts, participants."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache

from newsextract.evaluation.items import Item
from newsextract.lexicons.table import rows

DIRECT_OVERLAP = 0.8
"""Least overlap (intersection over union of characters) of a direct quote with gold: marks
leave no doubt, so only slips at the edges are forgiven."""
REPORTED_OVERLAP = 0.5
"""The same for indirect and mixed ones, where annotators differ on the clause's edges."""


@cache
def _words(kind: str) -> frozenset[str]:
    # The scorer has a table of its own: a change of the parsers' tables must not move scores.
    return frozenset(row["word"] for row in rows("scorer_names.tsv") if row["kind"] == kind)


def fold(words: str | None) -> str:
    """`words` without case, diacritics, possessives and punctuation."""
    text = unicodedata.normalize("NFKD", words or "")
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = text.replace("\u2019", "'").replace("\u0131", "i")
    text = re.sub(r"'s\b|s'(?=\s)", "", text)
    text = re.sub(r"\b([a-z])\.(?=[a-z]\.)", r"\1", text)
    return re.sub(r"[^\w]+", " ", text).strip()


def token_f1(one: str | None, other: str | None) -> float:
    """Harmonic mean of the shares of tokens that two phrases have in common; 1 if both empty."""
    a, b = Counter(fold(one).split()), Counter(fold(other).split())
    if not a and not b:
        return 1.0
    return 2 * (a & b).total() / (a.total() + b.total())


def same_name(one: str | None, other: str | None) -> bool:
    """Do two names name one person: equal family names and no given name in conflict?"""
    if not one or not other:
        return not one and not other
    if fold(one) == fold(other):
        return True
    a, b = sorted((_name_tokens(one), _name_tokens(other)), key=len)
    if not a or a == b:
        return bool(a)
    if a[-1] != b[-1]:
        return len(a) == 1 and a[0] == b[0] and a[0] in _words("family_first")
    given = b[:-1]
    for name in a[:-1]:
        match = next((g for g in given if _agree(name, g)), None)
        if match is None:
            return False
        given.remove(match)
    return True


def _name_tokens(name: str) -> list[str]:
    tokens = fold(name).split()
    while len(tokens) > 1 and tokens[0] in _words("title"):
        del tokens[0]
    return tokens


def _agree(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other


def _is_initialism(short: str, name: str) -> bool:
    letters = fold(short).replace(" ", "")
    words = fold(name).split()
    small = {"of", "the", "and", "for", "on", "in", "to"}
    return (
        2 <= len(letters) <= 8
        and len(words) > 1
        and letters == "".join(word[0] for word in words if word not in small)
    )


def pair(
    gold: Sequence[Item], found: Sequence[Item], weight: Callable[[Item, Item], float]
) -> tuple[list[tuple[Item, Item]], list[Item]]:
    """Pairs one to one, the heaviest first, and what was found beyond them."""
    weights = [(weight(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for value, i, j in sorted(weights, reverse=True):
        if value > 0 and -i not in taken_gold and -j not in taken_found:
            taken_gold.add(-i)
            taken_found.add(-j)
            pairs.append((gold[-i], found[-j]))
    return pairs, [f for j, f in enumerate(found) if j not in taken_found]


def _extent(quote: Item) -> tuple[int, int]:
    pieces = _pieces(quote)
    return pieces[0][0], pieces[-1][1]


def _pieces(quote: Item) -> list[list[int]]:
    return quote.get("pieces") or [[quote["start"], quote["end"]]]


def overlap(one: Item, other: Item) -> float:
    """Intersection over union of characters, by outer span or by pieces, whichever is more."""
    (a, b), (c, d) = _extent(one), _extent(other)
    outer = max(0, min(b, d) - max(a, c)) / max(1, max(b, d) - min(a, c))
    mine = {i for start, end in _pieces(one) for i in range(start, end)}
    theirs = {i for start, end in _pieces(other) for i in range(start, end)}
    return max(outer, len(mine & theirs) / max(1, len(mine | theirs)))


def above(least: float) -> Callable[[Item, Item], float]:
    """A weight for `pair`: the overlap of two quotes, 0 where it is less than `least`."""

    def weight(gold: Item, found: Item) -> float:
        share = overlap(gold, found)
        return share if share >= least else 0.0

    return weight


def covered(found: Item, gold: Item) -> float:
    """Share of the found quote that lies within the gold one."""
    (a, b), (c, d) = _extent(found), _extent(gold)
    return max(0, min(b, d) - max(a, c)) / max(1, b - a)


def _decimal(value: object) -> Decimal | None:
    try:
        return None if value in (None, "") else Decimal(str(value))
    except InvalidOperation:
        return None


def _amount(money: Item) -> tuple[Decimal | None, Decimal | None, str | None]:
    return _decimal(money["amount"]), _decimal(money.get("amount_max")), money.get("currency")


def money_weight(gold: Item, found: Item) -> float:
    """A weight for `pair`: equal amounts, the nearer the better."""
    if _amount(gold) != _amount(found):
        return 0.0
    distance: int = abs(gold["start"] - found["start"])
    return 1 + 1 / (1 + distance)


def participant_weight(gold: Item, found: Item) -> float:
    """A weight for `pair`: same kind, and same name or code."""
    if gold["kind"] != found["kind"]:
        return 0.0
    if fold(gold["name"]) == fold(found["name"]):
        return 2.0
    if gold["kind"] == "country":
        return float(gold.get("country") is not None and gold["country"] == found.get("country"))
    if same_name(gold["name"], found["name"]):
        return 1.0
    return float(
        gold["kind"] == "organization"
        and (
            _is_initialism(gold["name"], found["name"])
            or _is_initialism(found["name"], gold["name"])
        )
    )
