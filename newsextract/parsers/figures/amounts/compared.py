"""Numbers without a unit that are compared with an amount: '$2.4 billion, up from 1.9 a year ago'.

They have the currency of the amount, and its magnitude where they have none. Only what closes
at once, or goes on with a time, is one: 'against 21 rivals' counts rivals.
"""

from __future__ import annotations

from decimal import Decimal

from newsextract.lexicons.figure_words import figure_words
from newsextract.lexicons.time_words import numbers_of
from newsextract.parsers.figures.amounts.found import Found
from newsextract.parsers.figures.amounts.numbers import Quantity
from newsextract.parsers.figures.amounts.pairing import PERCENT
from newsextract.parsers.figures.amounts.tokens import BREAK, NUMBER, SIGN, Tokens

RULE = "figures.amount.compared"

_FARTHEST = 18
"""Tokens from the amount to the number: 'in the first half of 2023, compared with'."""
_MOST_TIMES = 20
"""Bare numbers are of one order: one more than twenty times the other counts something else."""
_MOST_DISTANCES = 500
"""A sum is that much larger, at most, than what another is above or below it."""
_LONGEST_RATE = 5
"""Tokens between an amount and 'from': 'a barrel', 'to the US dollar'."""
_YEARS = range(1900, 2101)
_CLOSING = frozenset(".,;:)]—–-\"”’'")
_JOINING = frozenset("/:—–-")
"""Between two numbers without spaces they make a score, a span or a year."""
_AGAINST = frozenset({"against", "versus", "vs"})
_WITH = frozenset({"with", "to"})
_TO = frozenset({"to", "at"})
_LEADS = frozenset({"worth", "for", "at"})
"""What leads to each sum of a list: 'a flat for $8 million and a house for 9 million'."""


def compared(tokens: Tokens, last: Found, quantity: Quantity) -> Found | None:
    """The amount that `quantity` is, as compared with the amount before it; None if it is none."""
    if quantity.vague or not quantity.digits or quantity.start - last.end > _FARTHEST:
        return None
    if tokens.sign(quantity.start - 1) in _JOINING and tokens.joined(quantity.start):
        return None
    scale = quantity.scale if quantity.scale > 1 else (last.high or last.low).scale
    if quantity.scale == 1 and quantity.value >= 1000:
        scale = quantity.scale  # '1.2m shillings, from 900,000'
    value = quantity.value * scale / quantity.scale
    if quantity.scale == 1 and not _may_be_bare(tokens, last, quantity, value):
        return None
    tests = _TESTS if quantity.scale > 1 else (*_TESTS, _is_joined)
    if not any(test(tokens, last, quantity) for test in tests):
        return None
    low = quantity._replace(value=value, scale=scale)
    return Found(quantity.start, quantity.end, low, None, last.unit, RULE, value, None)


def _may_be_bare(tokens: Tokens, last: Found, quantity: Quantity, value: Decimal) -> bool:
    """May a number without a magnitude be money: no year, and of the order of the amount?"""
    most = last.value_max or last.value
    alike = 0 < most <= value * _MOST_TIMES and value <= most * _MOST_TIMES
    if tokens.word(last.start - 1) == "by" and tokens.word(quantity.start - 1) == "to":
        alike = 0 < most < value  # 'rose by 200 drams to 43,500'
    if _is_distance(tokens, last, quantity):
        alike = value < most < value * _MOST_DISTANCES
    if not alike or (value > quantity.value >= 1000):
        return False
    return not _is_year(tokens, quantity.start) or 1000 <= last.low.value < 10_000


def _is_listed(tokens: Tokens, last: Found, quantity: Quantity) -> bool:
    """'tin worth $8 million and tea worth 3 million', 'Tin: $8 million. Tea: 3 million.'."""
    lead, same = _before(tokens, quantity.start), _before(tokens, last.start)
    if tokens.word(lead) != tokens.word(same) or not _is_closed(tokens, quantity.end):
        return False
    if tokens.word(lead) == ":":
        large = quantity.scale > 1 or quantity.grouped
        return large and all(tokens.kind(i) != BREAK for i in range(last.end, lead))
    return tokens.word(lead) in _LEADS and not _is_interrupted(tokens, last.end, quantity.start)


def _is_foreseen(tokens: Tokens, last: Found, quantity: Quantity) -> bool:
    """'$8.9bn, ahead of the 8.7bn forecast by analysts'."""
    noun = tokens.word(quantity.end)
    return noun in figure_words("foreseen") and not _is_interrupted(
        tokens, last.end, quantity.start
    )


def _is_distance(tokens: Tokens, last: Found, quantity: Quantity) -> bool:
    """'$412bn, 18bn short of the target', '6,500 francs, 500 more than last year'."""
    word, following = tokens.word(quantity.end), tokens.word(quantity.end + 1)
    if word in ("above", "below"):
        far = following in figure_words("times") or following in _BEYOND
    else:
        far = (word in _MORE and following == "than") or (word in _SHORT and following == "of")
    lead = tokens.word(_before(tokens, quantity.start))
    return far and lead in (",", "or") and not _is_interrupted(tokens, last.end, quantity.start)


def _is_part(tokens: Tokens, last: Found, quantity: Quantity) -> bool:
    """'€1.8bn: 900m in loans, 600m in grants', '$1 million in damages and 2 million in costs'."""
    following, lead = tokens.word(quantity.end), _before(tokens, quantity.start)
    if quantity.scale == 1 or following not in _KINDS:
        return False
    if tokens.sign(lead) == ":":  # '12 billion euros for the region: 3 billion for roads'
        return quantity.value < last.value and not _is_interrupted(tokens, last.end, lead)
    if tokens.word(lead) not in (",", "and", "plus"):
        return False
    parallel = tokens.word(last.end) == following
    return parallel and not _is_interrupted(tokens, last.end, quantity.start)


def _is_year_before(tokens: Tokens, last: Found, quantity: Quantity) -> bool:
    """'a profit of 3.4bn kroner (3.1bn)'."""
    return (
        quantity.scale > 1 < last.low.scale
        and tokens.sign(last.end) == "("
        and last.end == quantity.start - 1
        and tokens.sign(quantity.end) == ")"
        and last.value < 5 * quantity.value < 25 * last.value
    )


_TESTS = (_is_listed, _is_foreseen, _is_distance, _is_part, _is_year_before)
_BEYOND = frozenset({"the", "its", "last", "what", "forecasts", "expectations"})
_MORE = frozenset({"more", "less", "higher", "lower"})
_SHORT = frozenset({"short", "shy", "ahead"})
_KINDS = frozenset({"in", "for", "as"})


def _before(tokens: Tokens, i: int) -> int:
    """The token before the quantity at `i`, and before 'about', 'almost'."""
    i -= 1
    while tokens.word(i) in figure_words("hedge") and tokens.word(i) not in ("than", "a"):
        if tokens.word(i) == "at" and tokens.word(i + 1) != "least":
            break
        i -= 1
    return i


def _is_joined(tokens: Tokens, last: Found, quantity: Quantity) -> bool:
    """Do 'up from', 'against', 'compared with', or a year lead from the amount to a number?"""
    if not _is_closed(tokens, quantity.end) or _is_interrupted(tokens, last.end, quantity.start):
        return False
    i = _before(tokens, quantity.start)
    if tokens.word(i) == "of" and tokens.word(i - 1) in figure_words("sum_noun"):
        return quantity.grouped  # 'more than the average pension of 2,000'
    i = _over_possessor(tokens, i)
    word, before = tokens.word(i), tokens.word(i - 1)
    if word in _AGAINST or (word == "than" and tokens.word(i + 1) != tokens.word(quantity.start)):
        return True
    if before == "compared" and word in _WITH:
        return True
    if word == "from":
        if before in figure_words("move") or (i - 1 == last.end and before == ","):
            return True
        near = before == "," or i - last.end <= _LONGEST_RATE
        return near and _is_end_of_way(tokens, last.start)
    if word == "to" and before in ("and", "then") and _in_year(tokens, quantity.end):
        return _is_end_of_way(tokens, last.start)  # 'to 75,000 tenge, and to 85,000 in 2025'
    if word == "to":  # 'rose from $640 to 700', 'rose by 200 pesos to 3,400'
        return i == last.end and tokens.word(last.start - 1) in ("from", "by")
    dated = _in_year(tokens, quantity.end)
    if dated and word in ("and", ","):
        return last.rule == RULE or _in_year(tokens, last.end)
    if dated and word == "(":
        return i == last.end
    if word in (":", "-", "–", "—"):  # '€1.2bn (2022: 1.4)', '2021 - $1.2bn, 2022 - 1.4'
        opened = tokens.sign(i - 2) == "(" and i - 2 == last.end
        labelled = _is_year(tokens, last.start - 2) and tokens.sign(last.start - 1) == word
        return _is_year(tokens, i - 1) and (opened or labelled)
    return False


def _over_possessor(tokens: Tokens, i: int) -> int:
    """The token before 'the current', 'last season's', 'the previous Friday's'."""
    while tokens.word(i) in figure_words("now"):
        i -= 1
    if tokens.word(i).endswith(_POSSESSIVES):
        i -= 1
        while tokens.word(i) in figure_words("now") or tokens.word(i) in _LAST:
            i -= 1
    return i


_POSSESSIVES = ("'s", "’s")
_LAST = frozenset({"last", "a", "an", "this", "that", "one"})


def _is_end_of_way(tokens: Tokens, start: int) -> bool:
    """'rose to $640': does a verb of movement lead to the amount at `start`?"""
    i = _before(tokens, start)
    if tokens.word(i) == "of" and tokens.word(i - 1) in figure_words("level"):
        i = next((k for k in range(i - 2, i - 8, -1) if tokens.word(k) in _TO), i)
    if tokens.word(i) not in _TO:
        return False
    verbs = figure_words("move") | figure_words("market_verb")
    return any(tokens.word(k) in verbs for k in range(i - 1, max(i - 6, -1), -1))


def _is_closed(tokens: Tokens, i: int) -> bool:
    """Does the clause end at `i`, or go on with a time?"""
    if tokens.kind(i) in (0, BREAK):
        return True
    if tokens.kind(i) == SIGN:
        sign = tokens.sign(i)
        score = sign in _JOINING and tokens.joined(i) and tokens.joined(i + 1)
        return sign in _CLOSING and not score
    return tokens.word(i) in figure_words("time_behind")


def _is_interrupted(tokens: Tokens, start: int, end: int) -> bool:
    """Is there a sentence's end, or a number that is no year, day or percentage, in between?"""
    for i in range(start, end):
        if tokens.kind(i) == BREAK or (tokens.sign(i) in ".!?;" and tokens.sign(i + 1).istitle()):
            return True
        if tokens.kind(i) == NUMBER and not (
            _is_year(tokens, i)
            or tokens.word(i + 1) in PERCENT
            or {tokens.word(i - 1), tokens.word(i + 1)} & numbers_of("month").keys()
        ):
            return True
    return False


def _is_year(tokens: Tokens, i: int) -> bool:
    text = tokens.sign(i)
    return len(text) == 4 and text.isdecimal() and int(text) in _YEARS


def _in_year(tokens: Tokens, i: int) -> bool:
    """'in 2021', 'for 2021', or a bare year in brackets behind the number."""
    if tokens.word(i) in ("in", "for", "during"):
        return _is_year(tokens, i + 1) or tokens.word(i + 1) in numbers_of("month")
    return False
