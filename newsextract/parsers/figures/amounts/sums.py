"""Does a clause say of a number without a unit that it is money: 'the loss had been 3 million'?"""

from __future__ import annotations

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.amounts.found import Found
from newsextract.parsers.figures.amounts.numbers import Quantity
from newsextract.parsers.figures.amounts.pairing import PERCENT
from newsextract.parsers.figures.amounts.tokens import BREAK, SIGN, Tokens

ARTICLES = frozenset({"a", "an", "the", "this", "that", "its", "their", "another"})
RELATIVES = frozenset({"that", "which", "it", "he", "she", "they", "we", "already"})
_PRONOUNS = frozenset({"it", "they", "this", "that", "which", "these"})
_TRADES = frozenset({"sell", "sells", "sold", "bring", "brought", "generate", "generated"})
"""Of whom this is told, what they sell is counted, too."""
_PARTICLES = frozenset({"up", "down", "higher", "lower"})
_LONGEST_CLAUSE = 16
_LONGEST_TIME = 5
_LEADS = frozenset({"(", ":", "–", "—", "-", "with", "by", "at", "for", "worth", "to", "in"})
"""What leads to each sum of a list: 'Italy (\N{EURO SIGN}8m) and Spain (7m)'."""
_GENITIVES = ("'s", "’s", "s'", "s’")


def lead(tokens: Tokens, start: int, past: int) -> int:
    """The token before the quantity at `start`, and before 'about', 'a record'."""
    j = start - 1
    while j > past and (tokens.word(j) in figure_words("hedge") or tokens.word(j) in _DEGREES):
        if tokens.word(j) == "at" and tokens.word(j + 1) != "least":
            break
        j -= 1
    if tokens.word(j) == "the" and j > past and tokens.word(j - 1) in _COMPARING:
        j -= 1  # 'a third more than the 23 billion of May'
    return j


_DEGREES = frozenset({"slightly", "under", "well", "close", "barely", "exactly", "further"})
_COMPARING = frozenset({"than", "from", "against", "versus", "with"})


def is_sum(tokens: Tokens, last: Found, quantity: Quantity, crossed: int) -> bool:
    """Does the number's own clause say that it is money?"""
    article, i = tokens.word(quantity.start - 1), lead(tokens, quantity.start, last.end)
    behind = tokens.word(quantity.end)
    if article in ARTICLES and behind in figure_words("sum_head"):
        return True  # 'the 61 million loan'
    if article == "the" and behind in RELATIVES:
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
    if word == "for":
        return tokens.word(i - 1) in figure_words("sum_verb_for")
    if word in ("to", "at", "by", "from"):
        i = _over_time(tokens, i - 1, last.end)
        if word == "from" and tokens.word(i) in _PARTICLES and tokens.word(i - 1) not in PERCENT:
            return False  # 'carried 12 million, up from 11 million'
    if word == "at" and tokens.word(i) in PERCENT:
        i = lead(tokens, i - 1, last.end)  # 'imports were down 8.2% at 27 billion'
    if any(tokens.word(i) in figure_words(name) for name in ("reach_verb", "move", "put_verb")):
        return _has_subject_of_money(tokens, i, last.end)
    return False


def is_bought(tokens: Tokens, i: int) -> bool:
    """Does 'costs', 'sells for' lead to a number? `i` is the token before it."""
    if tokens.word(i) == "for":
        return tokens.word(i - 1) in figure_words("sum_verb_for")
    return tokens.word(i) in figure_words("sum_verb") or tokens.word(i) in ("take", "takes", "took")


def _over_time(tokens: Tokens, i: int, past: int) -> int:
    """The verb at `i`, or before a time in between: 'was cut in June last year (from)'."""
    for k in range(i, max(i - _LONGEST_TIME, past), -1):
        if tokens.sign(k) in ".!?;,":
            break
        if any(tokens.word(k) in figure_words(name) for name in ("reach_verb", "move")):
            return k
    return i


def _is_of_money(tokens: Tokens, i: int) -> bool:
    """Does 'in assumed debt', 'for the loan' follow, or nothing?"""
    if tokens.kind(i) in (SIGN, 0, BREAK):
        return True
    return any(tokens.word(k) in figure_words("sum_noun") for k in range(i + 1, i + 4))


def _stands_alike(tokens: Tokens, last: Found, quantity: Quantity, i: int) -> bool:
    """'Italy ($56 million), Spain (46 million)', 'rice for $5 million and tea for 3 million'."""
    sign, same = tokens.sign(i), tokens.sign(lead(tokens, last.start, 0))
    if sign != same or sign not in _LEADS:
        return False
    return sign != "(" or tokens.sign(quantity.end) == ")"


def _has_subject_of_money(tokens: Tokens, verb: int, past: int) -> bool:
    """Is the subject of the verb a sum ('the loss had been'), or that of one ('Hungary's was')?"""
    for k in range(verb - 1, max(verb - _LONGEST_CLAUSE, past, -1), -1):
        word = tokens.word(k)
        if tokens.sign(k) in ".!?;" or word in figure_words("counted_noun"):
            return False
        if word in figure_words("sum_noun"):
            return True
        if word in _PRONOUNS:
            return tokens.word(verb) not in _TRADES
        if word.endswith(_GENITIVES) and tokens.word(k + 1) in figure_words("auxiliary"):
            return True
    return False
