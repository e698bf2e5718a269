"""Numbers with a magnitude whose currency is left to an amount before: 'the loss was 3 million'.

They are money where words of money lead to them, or where they stand as the amount before does;
nothing may be counted by them, nor by a number in between.
"""

from __future__ import annotations

from itertools import pairwise

from newsextract.lexicons.figure_words import figure_words
from newsextract.lexicons.time_words import numbers_of
from newsextract.parsers.figures.amounts.found import Found
from newsextract.parsers.figures.amounts.numbers import Quantity
from newsextract.parsers.figures.amounts.pairing import PERCENT
from newsextract.parsers.figures.amounts.sums import ARTICLES, RELATIVES, is_bought, is_sum, lead
from newsextract.parsers.figures.amounts.tokens import BREAK, SIGN, WORD, Tokens

_FARTHEST = 25
"""Tokens from the amount to a number that a mere link ('and', 'of') joins to it."""
_FARTHEST_SUM = 60
"""The same where a noun or verb of money leads to the number: the sentence before, at most."""
_MOST_TIMES = 20
"""Numbers without a magnitude are of one order."""
_WHOLES = frozenset({"it", "which", "them"})


def is_elided(
    tokens: Tokens, last: Found, quantity: Quantity, high: Quantity | None, *, counts: bool
) -> bool:
    """Does a quantity without a unit (up to `high`), behind an amount, mean money too?

    Args:
        tokens: the tokens of the text.
        last: the amount before.
        quantity: the number.
        high: the upper end of its range.
        counts: does a number in between count something?
    """
    large = quantity.scale >= 1000 or (quantity.grouped and quantity.value >= 1000)
    if not large or quantity.vague or last.unit.factor != 1:
        return False
    end = (high or quantity).end
    distance = quantity.start - last.end
    if distance > _FARTHEST_SUM:
        return False
    crossed = _sentences_between(tokens, last.end, quantity.start)
    if crossed is None or crossed > 1:
        return False
    j = lead(tokens, quantity.start, last.end)
    # 'from $100 to 150 million'
    way = j == last.end and tokens.word(j) == "to" and tokens.word(last.start - 1) == "from"
    if last.low.scale == 1 and not last.low.grouped and not way:
        return False
    bare = quantity.scale == 1
    if bare and not last.value <= quantity.value * _MOST_TIMES <= last.value * _MOST_TIMES**2:
        return False
    of_whole = tokens.word(end) == "of" and tokens.word(end + 1) in _WHOLES
    if not (of_whole or _is_closed(tokens, quantity, end)):
        return False
    if distance <= _FARTHEST:
        if _is_another(tokens, quantity) and not (counts and crossed):
            return True
        if not crossed and (of_whole or _is_part(tokens, last, j)):
            return True
        if not (crossed or counts or bare) and _is_linked(tokens, last, quantity, j):
            return True
    if counts:
        return False
    return is_bought(tokens, j) if bare else is_sum(tokens, last, quantity, crossed)


def counts_something(tokens: Tokens, quantity: Quantity) -> bool:
    """Does a large number count what follows it: '3 million people'?"""
    is_year = quantity.scale == 1 and not quantity.grouped and quantity.value < 2200
    if quantity.value < 1000 or is_year or not tokens.sign(quantity.end).islower():
        return False
    following = tokens.word(quantity.end)
    names = ("after_amount", "link", "hedge", "sum_head", "sum_noun", "time_behind")
    return not (
        following in PERCENT
        or following in RELATIVES
        or any(following in figure_words(name) for name in names)
    )


def _sentences_between(tokens: Tokens, start: int, end: int) -> int | None:
    """How many sentences end in between; None where a paragraph does."""
    crossed = 0
    for k in range(start, end):
        if tokens.kind(k) == BREAK:
            return None
        crossed += tokens.sign(k) in ".!?" and tokens.sign(k + 1)[:1].isupper()
    return crossed


def _is_closed(tokens: Tokens, quantity: Quantity, end: int) -> bool:
    """Does no noun follow that is counted?"""
    following = tokens.word(end)
    if tokens.kind(end) in (SIGN, 0, BREAK):
        return following not in ("%", "$") and not (following in "-‐‑" and tokens.joined(end))
    if following in figure_words("after_amount"):
        return True
    article = tokens.word(quantity.start - 1)
    if article == "the" and following in RELATIVES:
        return True
    return article in ARTICLES and following in figure_words("sum_head")


def _is_part(tokens: Tokens, last: Found, j: int) -> bool:
    """'a debt of $60 billion, of which China holds 7 billion'."""
    between = [tokens.word(k) for k in range(last.end, j)]
    return (tokens.sign(j) == "," and _is_whole(tokens, last)) or ("of", "which") in pairwise(
        between
    )


def _is_whole(tokens: Tokens, amount: Found) -> bool:
    """'Of the 300 million dollars that are needed, 130 million': does a part follow?"""
    i = amount.start - 1
    while tokens.word(i) in figure_words("hedge") or tokens.word(i) in ("the", "this", "its"):
        i -= 1
    return tokens.sign(i) == "Of"


def _is_another(tokens: Tokens, quantity: Quantity) -> bool:
    """'Another 20 million will follow', 'Of this, 20 million': more of what came before."""
    i = quantity.start - 1
    while tokens.word(i) in figure_words("hedge") and tokens.word(i) != "a":
        i -= 1
    if tokens.word(i) in ("another", "further", "additional", "remaining", "other"):
        return True
    if tokens.word(i) in _ORDINALS and tokens.word(i - 1) in ("the", "a", "its", "their"):
        return quantity.scale > 1
    if tokens.sign(i) == ",":
        i -= 1
    whole = tokens.word(i) in ("this", "that", "these", "which", "them", "total", "sum", "amount")
    return whole and "of" in (tokens.word(i - 1), tokens.word(i - 2))


def _is_linked(tokens: Tokens, last: Found, quantity: Quantity, j: int) -> bool:
    """Do words between, or a time behind both, join the quantity to the amount?"""
    if _is_link(tokens, j, last.end) or _is_of_those(tokens, last.end, quantity.start):
        return True
    if tokens.word(j) in figure_words("seek_verb"):
        return True
    if tokens.word(j) in (",", "and", "then"):
        return _is_time(tokens, last.end) and _is_time(tokens, quantity.end)
    at = j - (tokens.sign(j) == ",")  # 'in 2023, 4.1 billion', 'and last year 5 billion'
    dated = tokens.word(at) in figure_words("times") or _is_year(tokens.word(at))
    return dated and tokens.word(j) != tokens.word(last.end)


def _is_time(tokens: Tokens, i: int) -> bool:
    """'next year', 'in 2026', 'in May'."""
    if tokens.word(i) in ("this", "next", "last"):
        return tokens.word(i + 1) in figure_words("times")
    if tokens.word(i) in ("in", "by", "for", "during"):
        return _is_year(tokens.word(i + 1)) or tokens.word(i + 1) in numbers_of("month")
    return False


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and "1900" <= word <= "2100"


def _is_of_those(tokens: Tokens, start: int, end: int) -> bool:
    """'Tea brought $40 million, that of Assam 6 million, and of Nilgiri just over 2 million'."""
    k = start
    while tokens.word(k) in (",", "and", "while", "but"):
        k += 1
    those = tokens.word(k) in ("those", "that")
    k += those
    if k == start or end - k > _LONGEST_NAME or tokens.word(k) not in _PREPOSITIONS:
        return False
    between = range(k + 1, end)
    return all(tokens.kind(i) == WORD or tokens.sign(i) == "-" for i in between) and not any(
        tokens.word(i) in figure_words("counted_noun") for i in between
    )


_LONGEST_NAME = 8
_PREPOSITIONS = frozenset({"of", "to", "from", "for", "with", "by"})


_ORDINALS = frozenset({"first", "second", "third", "last", "final", "initial", "next"})


def _is_link(tokens: Tokens, i: int, past: int) -> bool:
    """Does token `i`, before a quantity, join it to the amount that ends at `past`?

    'up from', 'against', 'and'; a verb of giving ('France would give 30 million'), 'only', or
    a name ('and France 30 million').
    """
    word = tokens.word(i)
    if word == "of":
        return tokens.word(i - 1) not in _PLACES
    if any(word in figure_words(name) for name in ("link", "give_verb", "get_verb", "spend_verb")):
        return True
    if tokens.word(i + 1) in figure_words("share_adverb") or word in figure_words("share_adverb"):
        return True
    told = word in figure_words("goods") or word in figure_words("sum_noun")
    named = tokens.sign(i).istitle() or told
    return named and i > past and tokens.word(i - 1) in ("and", ",", "while")


_PLACES = frozenset(
    {"country", "nation", "city", "town", "state", "province", "region", "island", "republic"}
    | {"district", "continent", "bloc", "market", "capital", "territory", "kingdom", "area"}
)
"""A place of so many million has so many people."""
