"""Numbers with a magnitude whose currency is left to an amount before: 'the loss was 3 million'.

They are money where words of money lead to them, or where they stand as the amount before does;
nothing may be counted by them, nor by a number in between.
"""

from __future__ import annotations

from itertools import pairwise

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.found import Found
from newsextract.parsers.figures.numbers import Quantity
from newsextract.parsers.figures.pairing import PERCENT
from newsextract.parsers.figures.tokens import BREAK, SIGN, Tokens

_FARTHEST = 25
"""Tokens from the amount to a number that a mere link ('and', 'of') joins to it."""
_FARTHEST_SUM = 60
"""The same where a noun or verb of money leads to the number: the sentence before, at most."""
_LONGEST_CLAUSE = 16
_WHOLES = frozenset({"it", "which", "them"})
_RELATIVES = frozenset({"that", "which", "it", "he", "she", "they", "we", "already"})
_BRACKET_LEADS = frozenset({"(", ":", "–", "—", "-"})
_LEADS = _BRACKET_LEADS | {"with", "by", "at", "for", "worth", "to", "in"}
"""What leads to each sum of a list: 'Italy (\N{EURO SIGN}8m) and Spain (7m)'."""
_GENITIVES = ("'s", "’s", "s'", "s’")


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
    if quantity.scale < 1000 or quantity.vague or last.unit.factor != 1:
        return False
    end = (high or quantity).end
    distance = quantity.start - last.end
    if distance > _FARTHEST_SUM:
        return False
    crossed = _sentences_between(tokens, last.end, quantity.start)
    if crossed is None or crossed > 1:
        return False
    j = _lead(tokens, quantity.start, last.end)
    # 'from $100 to 150 million'
    way = j == last.end and tokens.word(j) == "to" and tokens.word(last.start - 1) == "from"
    if last.low.scale == 1 and not last.low.grouped and not way:
        return False
    of_whole = tokens.word(end) == "of" and tokens.word(end + 1) in _WHOLES
    if not (of_whole or _is_closed(tokens, quantity, end)):
        return False
    if distance <= _FARTHEST:
        if _is_another(tokens, quantity):
            return True
        if not crossed and (of_whole or _is_part(tokens, last, j)):
            return True
        if not crossed and not counts and _is_link(tokens, j, last.end):
            return True
    return not counts and _is_sum(tokens, last, quantity, crossed)


def counts_something(tokens: Tokens, quantity: Quantity) -> bool:
    """Does a large number count what follows it: '3 million people'?"""
    is_year = quantity.scale == 1 and not quantity.grouped and quantity.value < 2200
    if quantity.value < 1000 or is_year or not tokens.sign(quantity.end).islower():
        return False
    following = tokens.word(quantity.end)
    names = ("after_amount", "link", "hedge", "sum_head", "sum_noun", "time_behind")
    return not (
        following in PERCENT
        or following in _RELATIVES
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


def _lead(tokens: Tokens, start: int, past: int) -> int:
    """The token before the quantity at `start`, and before 'about', 'a record'."""
    j = start - 1
    while j > past and (tokens.word(j) in figure_words("hedge") or tokens.word(j) in _DEGREES):
        if tokens.word(j) == "at" and tokens.word(j + 1) != "least":
            break
        j -= 1
    return j


_DEGREES = frozenset({"slightly", "under", "well", "close", "barely", "exactly", "further"})


def _is_closed(tokens: Tokens, quantity: Quantity, end: int) -> bool:
    """Does no noun follow that is counted?"""
    following = tokens.word(end)
    if tokens.kind(end) in (SIGN, 0, BREAK):
        return following not in ("%", "$") and not (following in "-‐‑" and tokens.joined(end))
    if following in figure_words("after_amount"):
        return True
    article = tokens.word(quantity.start - 1)
    if article == "the" and following in _RELATIVES:
        return True
    return article in _ARTICLES and following in figure_words("sum_head")


_PRONOUNS = frozenset({"it", "they", "this", "that", "which", "these"})
_ARTICLES = frozenset({"a", "an", "the", "this", "that", "its", "their", "another"})


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
    if tokens.sign(i) == ",":
        i -= 1
    whole = tokens.word(i) in ("this", "that", "these", "which", "them", "total", "sum", "amount")
    return whole and "of" in (tokens.word(i - 1), tokens.word(i - 2))


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


def _is_sum(tokens: Tokens, last: Found, quantity: Quantity, crossed: int) -> bool:
    """Does the number's own clause say that it is money?"""
    article, i = tokens.word(quantity.start - 1), _lead(tokens, quantity.start, last.end)
    behind = tokens.word(quantity.end)
    if article in _ARTICLES and behind in figure_words("sum_head"):
        return True  # 'the 61 million loan'
    if article == "the" and behind in _RELATIVES:
        return True  # 'the 61 million that he took'
    if not crossed and _stands_alike(tokens, last, quantity, i):
        return True
    word = tokens.word(i)
    if word in figure_words("sum_verb"):
        return True
    if word in ("of", "at") and tokens.word(i - 1) in figure_words("sum_noun"):
        return True
    if word == "including":
        return _is_of_money(tokens, quantity.end) and quantity.value < last.value
    if word in ("to", "at", "by", "from"):
        i -= 1
    if word == "at" and tokens.word(i) in PERCENT:
        i = _lead(tokens, i - 1, last.end)  # 'imports were down 8.2% at 27 billion'
    if any(tokens.word(i) in figure_words(name) for name in ("reach_verb", "move", "put_verb")):
        return _has_subject_of_money(tokens, i, last.end)
    return False


def _is_of_money(tokens: Tokens, i: int) -> bool:
    """Does 'in assumed debt', 'for the loan' follow, or nothing?"""
    if tokens.kind(i) in (SIGN, 0, BREAK):
        return True
    return any(tokens.word(k) in figure_words("sum_noun") for k in range(i + 1, i + 4))


def _stands_alike(tokens: Tokens, last: Found, quantity: Quantity, i: int) -> bool:
    """'Italy ($56 million), Spain (46 million)', 'rice for $5 million and tea for 3 million'."""
    lead, same = tokens.sign(i), tokens.sign(_lead(tokens, last.start, 0))
    if lead != same or lead not in _LEADS:
        return False
    return lead != "(" or tokens.sign(quantity.end) == ")"


def _has_subject_of_money(tokens: Tokens, verb: int, past: int) -> bool:
    """Is the subject of the verb a sum ('the loss had been'), or that of one ('Hungary's was')?"""
    for k in range(verb - 1, max(verb - _LONGEST_CLAUSE, past, -1), -1):
        word = tokens.word(k)
        if tokens.sign(k) in ".!?;" or word in figure_words("counted_noun"):
            return False
        if word in figure_words("sum_noun") or word in _PRONOUNS:
            return True
        if word.endswith(_GENITIVES) and tokens.word(k + 1) in figure_words("auxiliary"):
            return True
    return False
