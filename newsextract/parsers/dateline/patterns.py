"""What datelines are made of, as regular expressions.

All repetitions are bounded and none is nested in another that can match the same text, so
matching is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newsextract.lexicons.table import rows
from newsextract.lexicons.time_words import numbers_of
from newsextract.lexicons.word_lists import word_list


def _letters(upper: bool) -> str:
    latin = (*range(0x41, 0x250), *range(0x1E00, 0x1F00))
    return "".join(chr(c) for c in latin if (chr(c).isupper() if upper else chr(c).islower()))


UPPER = _letters(upper=True)
LOWER = _letters(upper=False)
_APOSTROPHE = "'’‘ʻʼ`"
DASH = "-–—―−‒─‐‑－"
SENTENCE = re.compile(rf"[{UPPER}][\w'’-]* (?:[\w'’-]+ ){{0,3}}[{LOWER}]{{2}}")
"""The first words of a story: a capital, and a word in small letters soon behind it."""

_LONGEST_WORD = 30
_CAPS = (
    rf"(?:(?:[{UPPER}]\.){{2,4}}|[{UPPER}](?:[{UPPER}]|[{_APOSTROPHE}.](?=[{UPPER}])){{0,{_LONGEST_WORD}}}"
    rf"(?:-[{UPPER}][{_APOSTROPHE}{UPPER}]{{0,{_LONGEST_WORD}}}){{0,4}}(?:-\d(?!\d))?(?![{UPPER}{LOWER}{_APOSTROPHE}]))"
)
_MIXED = (
    rf"(?:['’]s-|[{UPPER}{LOWER}][{_APOSTROPHE}]|(?:[Aa][lnsrdtz]|[Ee][lnsrd]|[Aa][ds]h)-)?"
    rf"(?:(?:[{UPPER}]\.){{2,4}}|[{UPPER}][{UPPER}{LOWER}]{{0,{_LONGEST_WORD}}}"
    rf"(?:[{_APOSTROPHE}-][{UPPER}{LOWER}]{{1,{_LONGEST_WORD}}}){{0,4}})"
)
_SAINT = (
    r"(?:(?:S[Tt][Ee]?|F[Tt]|M[Tt]|P[Tt]|S[Tt][AaOo]"
    r"|G[Ee][Nn]|C[Oo][Ll]|C[Aa][Pp][Tt]|L[Tt]|D[Rr])\.|T[Aa]['’](?= ))"
)
PARTICLES = (
    "de la le les del della di do da dos das du des el al of the upon sur am an der den bei ob en "
    "y pri na nad on von los las san i im in es lui pod sub bin"
).split()
_PARTICLE = (
    rf"(?:(?:de|of|on|upon|en|sur) (?:l[aeo]s?|el|the)|(?:an|in|von) de[rnm]|{'|'.join(PARTICLES)})"
)


@cache
def month_numbers() -> dict[str, int]:
    """Months by their English names and those that French, Spanish and German wires keep."""
    return {**numbers_of("month_abroad"), **numbers_of("month")}


@cache
def months() -> str:
    """All months as an alternation."""
    return _any_word(month_numbers())


@cache
def weekdays() -> str:
    """All weekdays as an alternation."""
    return _any_word(numbers_of("weekday"))


def _any_word(words: Iterable[str]) -> str:
    """An alternation of words, the longest of each letter first."""
    return any_of(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))


def any_of(expressions: Iterable[str]) -> str:
    """An alternation of expressions that begin with letters, by their letters: quick to fail."""
    by_letter: dict[str, list[str]] = {}
    for expression in expressions:
        by_letter.setdefault(expression[0], []).append(expression[1:])
    groups = (f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return f"(?=[{''.join(by_letter)}])(?:{'|'.join(groups)})"


def _place(word: str) -> re.Pattern[str]:
    # What no digit follows is no month; that is seen faster than which month it may be.
    date = (
        rf"(?!(?=[^\W\d_]{{2,12}}+\.?,? ?\d)(?i:{months()})\.?,? ?\d"
        rf"|(?=[MTWFSmtwfs])(?!(?i:sun (?:city|valley))\b)(?i:{weekdays()})\b)"
    )
    # 'Rio de Janeiro, 14 May': behind 'de' stands no month.
    rest = rf" (?:{_SAINT} ?)?{date}{word}| (?i:de) {word}| {_PARTICLE}(?= ?[{UPPER}'’])"
    return re.compile(rf"{date}(?:{_SAINT} ?)?{word}(?:{rest}){{0,6}}")


@cache
def caps_place() -> re.Pattern[str]:
    """A place in capitals: 'ST. PETERSBURG', "N'DJAMENA", 'RIO de JANEIRO'."""
    return _place(_CAPS)


@cache
def mixed_place() -> re.Pattern[str]:
    """A place with capital letters: 'New Delhi', 'Port of Spain', 'Sharm el-Sheikh'."""
    return _place(_MIXED)


@cache
def small_letters_place() -> re.Pattern[str]:
    """A place whose later words lost their capital letters: 'La paz, march 4'."""
    return re.compile(
        rf"[{UPPER}][{LOWER}]{{1,20}}(?: [{LOWER}]{{2,20}}){{1,2}}(?=, (?i:{months()}) \d)"
    )


REGION = re.compile(
    rf"(?:U\.S\. Virgin Islands|(?:[{UPPER}]\.){{1,2}}[{UPPER}](?=, )"
    rf"|(?!{_SAINT} ?[{UPPER}])(?:[{UPPER}][{LOWER}]?\.? ?){{1,3}}\.(?= ?[,(/\-–—:\d]| [{UPPER}])"
    rf"|(?:the |The |THE |(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?|central) )?"
    rf"(?:{_SAINT} ?)?{_MIXED}"
    rf"(?: (?:{_SAINT} ?)?{_MIXED}| (?:{_PARTICLE}|and(?: the)?)(?= ?[{UPPER}'’])| &(?= )){{0,5}}"
    r"(?: (?:state|province|region|district|governorate|prefecture|county|oblast)"
    r"(?=[,.)]| [–—-]))?)"
)
"""What may stand behind the comma after a place: 'Calif.', 'N.M.', 'the Netherlands'."""


_ZONE = r"(?: ?(?-i:(?:[A-Z]{1,4}T|GMT|UTC|MSK|UK)(?:[+-]\d\d?(?:[:.]\d\d)?)?|hrs))"
TIME = (
    rf"(?:\d\d?[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?{_ZONE}?"
    rf"|\d{{3,4}}(?: ?[ap]m)?{_ZONE}|\d\d? ?[ap]\.m\.)(?!\w)"
)
"""'14:05', '04:12 pm', '0933 GMT', '427 am EDT'."""


@cache
def day_pattern() -> re.Pattern[str]:
    """A day, with year, weekday and time where they are printed."""
    full = r"(?:18|19|20)\d\d(?!\d)"
    year = rf"(?:{full}|['’‘]\d\d(?!\d)|\d\d(?= ?(?:[(/–—]|-{{1,2}}(?![\w-])|$))|(?<=/)\d\d(?=, ))"
    week = rf"(?:(?:{weekdays()})\b\.?)"
    ordinal = r"(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?P<w1>{week}[,.]? )?(?:le |den )?(?:"
        rf"(?P<m1>{months()})\b\.?,? ?(?P<d1>\d\d?){ordinal}(?!\d|:\d|o\b)"
        rf"(?:(?:[,./]| ,)? ?(?P<y1>{year})| \((?P<y6>{full})\)| - (?P<y7>{full}))?"
        rf"|(?:the )?(?P<d2>\d\d?)(?:{ordinal}|\.)(?: of)?[ -]?"
        rf"(?P<m2>{months()})(?:\b|(?=[12]\d{{3}}))"
        rf"(?:(?:\.?,|\.|-)? ?(?P<y2>{year}|\d\d(?=[,:.|\]](?!\d)))|\.(?= ?[{DASH},(\[/|:]))?"
        rf"|(?P<y3>{full})(?P<s3>[-/.])(?P<m3>\d\d)(?P=s3)(?P<d3>\d\d)(?!\d)"
        rf"|(?P<d4>\d\d?)(?P<s4>[./])(?P<m4>\d\d?)(?:(?:(?P=s4)|-(?={full}))(?P<y4>{full}|\d\d(?!\.?\d)))?(?!\d)"
        rf"|(?P<d5>\d\d?)-(?P<m5>\d\d?)-(?P<y5>{full})"
        rf"|(?P<w2>{week})(?: (?:night|midnight|morning|noon|afternoon|evening))?(?!\w))"
        rf"(?:,? \(?(?P<w3>{week})\)?(?!\w))?"
        rf"(?:,? Juche ?\d{{1,3}}(?: ?\((?P<juche>{full})\))?)?"
        rf"(?:(?:[.,]{{0,2}} (?:at )?| ?/ ?| ?[{DASH}|] ?(?=\d\d?[:h])){TIME}){{0,2}}"
        rf"(?:{_ZONE}(?= ?[{DASH}(]))?(?: (?:M|AD|CE)(?=[,.]))?",
        re.IGNORECASE,
    )


@cache
def day_words() -> frozenset[str]:
    """Months and weekdays in small letters."""
    return frozenset([*month_numbers(), *numbers_of("weekday")])


@cache
def _day_beginnings() -> frozenset[str]:
    return frozenset(["the", "le ", "den", *(word[:3] for word in day_words())])


def may_be_day(text: str, at: int) -> bool:
    """Whether a day may stand there, by its first letters: quicker than the expression."""
    return text[at : at + 1].isdigit() or text[at : at + 3].lower() in _day_beginnings()


_MARK_BEHIND = rf"(?= ?(?:(?!-\w)[{DASH}:]|\.[{DASH}]))"
UNKNOWN_CREDIT = re.compile(
    r"(?![A-Z][a-z]* [A-Za-z])(?![A-Z]\w+ (?:ID|N[Oo]|R[Ee][Ff])\b)"
    rf"(?P<name>(?:IA )?[A-Z]\w{{0,12}}[A-Z]\w{{1,12}}+(?:-\w{{2,12}}+)?(?: [A-Z]\w{{1,15}}+)?"
    rf"{_MARK_BEHIND}"
    rf"|(?P<word>[A-Z][a-z]{{2,15}}+){_MARK_BEHIND}"
    r"|[A-Z][a-z]{2,12}+[A-Z]\w{2,12}+(?=\. [A-Z]))"
)
"""A sender that no table has, before a mark: 'KazTAG -', 'PrimaMedia. The'."""

MISSPELLED_DAY = re.compile(r"(?P<month>[A-Z][a-z]{2,9})\.?,? {0,2}(?P<day>[0-3]?[0-9O])(?![\dO])")
"""'Narch 2', 'March 2O': typing errors that telegraph wires are full of."""

_FOREIGN_WORD = r"[\w'’‘ʻ`]{0,14}(?![\w'’‘ʻ`])"
_FOREIGN_MONTH = rf"[A-Z]{_FOREIGN_WORD}(?:[ -][A-Za-z]{_FOREIGN_WORD}){{0,2}}"
_FOREIGN_YEAR = r"(?:1[34]\d\d|20[789]\d|25[67]\d|57\d\d)(?!\d)"


_SAKA_YEAR = r"1[89]\d\d(?!\d)"
OTHER_YEAR = re.compile(rf"\b(?:{_FOREIGN_YEAR}|{_SAKA_YEAR})")
LONGEST_OTHER_DAY = 60


@cache
def other_calendar() -> re.Pattern[str]:
    """A day of another calendar, printed beside the Gregorian one: 'Jumada II 13, 1445, '.

    Islamic and Iranian, Nepali, Thai and Jewish years; no month has an English name. India's years
    look like ours: its months are known by name ('Agrahayana 24, 1925').
    """
    saka = any_of(sorted(word_list("dateline_words.tsv", "saka_months")))
    month = rf"(?!(?i:{months()})\b){_FOREIGN_MONTH}"
    return re.compile(
        rf"(?:corresponding to )?\(?(?:\d\d?(?:st|nd|rd|th)?(?: of)? {month},? {_FOREIGN_YEAR}"
        rf"|{month} \d\d?(?:st|nd|rd|th)?,? {_FOREIGN_YEAR}"
        rf"|(?i:{saka}) \d\d?,? {_SAKA_YEAR}|\d\d? (?i:{saka}),? {_SAKA_YEAR})"
        r"(?: ?(?:A\.?H\.?|H\.?|B\.?S\.?|B\.?E\.?|A\.?M\.?|S\.?H\.?)(?![a-z]))?\)?"
        r",?(?: \(?(?:corresponding to|equivalent to|i\.e\.,?|=))?[ ,/-]{0,3}"
    )


@cache
def slug_beginnings() -> frozenset[str]:
    """First words of slugs, in capitals."""
    return frozenset(re.split(r"[ -]", row["word"])[0] for row in rows("slugs.tsv"))


@cache
def slug_pattern() -> re.Pattern[str]:
    """Words before a dateline, with their dash or colon: 'UPDATE 1-', 'EXCLUSIVE: '."""
    words = {row["word"] for row in rows("slugs.tsv")}
    words |= {word.capitalize() for word in words} | {word.title() for word in words}
    longest = "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))
    return re.compile(
        rf"(?:\W{{0,3}}(?:{longest})(?: ?\d\d?)?(?: ?\([^()\n]{{1,40}}\))?"
        rf" ?(?:[{DASH}]{{1,3}}|[:|/!]) ?){{1,3}}"
    )
