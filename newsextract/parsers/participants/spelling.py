"""Class of a word by the tables of words, its spelling, and its part of speech (see `words`)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsextract.lexicons.offices import body_words, honorifics, office_words
from newsextract.lexicons.phrases import DIGRAPHS, UPPER

TOKEN = re.compile(
    rf"""
      [a-z]+(?![\w'’‐‑+&-]|\.[a-z]\.)  # most words; saves trying the rest on them
    | (?:Sp\.\ z\ o\.o|S\.A\.\ de\ C\.V|SA\ de\ CV|GmbH\ &\ Co\.?\ KG(?:aA)?  # legal forms as one
        |Co\.?,?\ Ltd|\(Pty\)\ Ltd
        |,\ (?:Inc|LLC|LLP|Ltd|PLC|Corp|GmbH|Lda|S\.A|S\.L|S\.R\.L|L\.P|N\.V|B\.V|C\.A))\b\.?
    | (?:Mr|Mrs|Ms|Dr|Mx|Prof|Sen|Sens|Rep|Reps|Gov|Lt|Gen|Col|Capt|Sgt|Maj|Adm|Amb|Engr?|Md|Ma
        |St|Jr|Sr|Rev|Hon|Mt|Ft|No|Inc|Corp|Ltd|Ltda|Cía|Cia|Co|Bros|Smt|Pvt|Pte|Pty|Sdn|Bhd)\.
    | (?:{DIGRAPHS})\.(?=\s?[{UPPER}]\w)
    | [{UPPER}]\.(?:\s?[{UPPER}]\.){{0,8}}(?:-[{UPPER}]\.){{0,4}}(?=[\s,’']|$)
    | (?:[Ss]\.[Pp]\.[Aa]|S\.r\.l|[a-z](?:\.[a-z]){{1,2}}|e\.V)\.  # 'S.p.A.', 'a.s.'
    | \d+(?:st|nd|rd|th)\b
    | \d[\d.,]*(?<=\d)
    | [{UPPER}](?:\ [{UPPER}]){{1,3}}(?=\ [{UPPER}][a-z])  # 'A P Rao', 'H E Ann Lee'
    | [^\W_]+(?:['’](?![sS]\b)[^\W_]+|[-‐‑&][^\W_]+)*\+?
    | ['’][sS]\b
    | \n | [^\w\s] | _
    """,
    re.VERBOSE,
)
_ARABIC = re.compile(rf"(?:al|el|ad|ar|as|at|an|ash|as-|bin|ibn|d|l|ben)[-'’][{UPPER}]")
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
"""'the 7th Fleet'"""
_NUMERAL = re.compile(r"[IVX]{2,5}$")
_PUNCTUATION = {",": "c", ";": ";", ":": ";", ".": ".", "!": ".", "?": ".", "\n": "n"}
_PUNCTUATION |= {"(": "(", ")": ")", "[": "(", "]": ")", "&": "a"}
_PUNCTUATION |= dict.fromkeys("-–—/", "-") | dict.fromkeys("\"“”„«»‘'’", "q")
_PARTICLES = (
    "bin bint ibn ben bat van von de del della dela delos da das dos do du di der den des ter ten "
    "la le el al ole ould ag abu umm ap ab y e und zu zum zur af av st san"
)
_FUNCTION = (
    dict.fromkeys(["for", "to", "in", "at", "on", "from", "with", "by"], "f")
    | dict.fromkeys(["the", "a", "an"], "t")
    | dict.fromkeys(["his", "her", "its", "their", "our", "my", "your"], "r")
    | dict.fromkeys(["counterpart", "counterparts", "colleague", "colleagues", "opposite"], "k")
    | {"of": "o", "and": "a"}
)
FIXED = _FUNCTION | _PUNCTUATION
"""Words whose class is the same everywhere: half of a text's."""
_DATE_WORDS = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december jan feb mar apr jun jul aug sep sept oct "
    "nov dec today yesterday tomorrow morning afternoon evening spring summer autumn winter "
    "q1 q2 q3 q4 gmt utc est edt christmas easter ramadan"
)
_CALENDAR = frozenset(_DATE_WORDS.split())
_STYLES = frozenset({"HE", "HH", "HM", "HRH", "HSH"})
"""Forms of address that are such only in capital letters ('HE Minister of State X')."""
_NAME_ENDS = frozenset("uulu kyzy oglu ogly oghlu ugli o'g'li kizi qizi zoda".split())
"""'son' and 'daughter' at the end of Turkic and Persian names."""
_BY_TAG = {"NN": "w", "NNS": "w", "JJ": "y", "JJR": "y", "JJS": "y"}
BASED = ("-based", "-owned", "-listed", "-led", "-run", "-backed", "-controlled")
"""Endings of words that say where a body is or whose; they are no part of its name."""
_SMALL = {"H": "j", "M": "m", "P": "x", "B": "b"}


@cache
def word_classes() -> dict[str, str]:
    """Class of each word of the tables, by the word in small letters."""
    kinds = {"head": "H", "modifier": "M", "portfolio": "P"}
    classes = {word: kinds[found.kind] for word, found in office_words().items()}
    classes |= dict.fromkeys(body_words(), "B")
    classes |= dict.fromkeys(honorifics(), "h")
    classes |= dict.fromkeys(_PARTICLES.split(), "p")
    return classes | _FUNCTION


@lru_cache(maxsize=1 << 14)
def class_of(word: str, tag: str, begins: bool) -> str:
    """Class of a word, a character (see `words`).

    Args:
        word: a match of `TOKEN`.
        tag: its Penn Treebank tag.
        begins: does it begin a sentence, where any word has a capital letter?
    """
    first, table = word[0], word_classes()
    if word in _NAME_ENDS:
        return "N"
    if first.islower():
        kind = table.get(word)
        if kind is None:
            kind = table.get(word.lower()) or _compound(word, table)
        if kind is None:
            return "N" if _ARABIC.match(word) else _BY_TAG.get(tag, "v")
        if kind in _SMALL:
            name = word != word.lower()  # 'd'Affaires', whatever the tagger says
            return _SMALL[kind] if name or tag[:1] != "V" or kind == "M" else "v"
        return kind if kind != "h" or word[-1] == "." else "v"
    if not first.isalnum():
        return "s" if len(word) == 2 else _PUNCTUATION.get(word, "v")
    if first.isdigit():
        return "M" if word[-1].isalpha() and word[-2:] in _ORDINAL else "d"
    if word in _STYLES:
        return "h"
    if word[1:2] == " ":
        return "h" if word == "H E" else "N"
    if word == "Kingdom":
        return "G"  # 'the Ambassador to the Kingdom Ali X'
    if word in {"NGO", "NGOs"}:
        return "b"
    small = word.lower()
    kind = table.get(small) or _compound(small, table)
    if kind and kind != "p":
        return kind
    if small in _CALENDAR or word in {"I", "US"} or word[:2] in {"I'", "I’"}:
        return "v"
    if _NUMERAL.match(word):
        return "N"
    if word.isupper() and 2 <= len(word) <= 6 and word.isalpha():
        return "O"
    if begins and tag[:3] != "NNP" and "-" not in word:
        return "v"
    return "N"


def _compound(word: str, table: dict[str, str]) -> str | None:
    """Class of 'Under-Secretary-General': its last part's, where all parts are such words."""
    if "-" not in word[1:-1]:
        return None
    kinds = [table.get(part) for part in word.split("-")]
    if not all(kind in _SMALL for kind in kinds if kind != "p"):
        return None
    return "H" if kinds[-1] == "M" and "H" in kinds else kinds[-1]  # 'Ambassador-designate'


_OFFICE_BEFORE = re.compile(r"[Hj](?:[of][tr]?[PMDCGBOxbwym]{1,5})?c$")
_OFFICE_BEHIND = re.compile(r"c(?:(?:t|C)[wyxmMPDCGOBbs]{0,5})?[mMxP]{0,3}[Hj](?!N)")


def has_office(before: str, behind: str) -> bool:
    """'Her deputy, Tomi Ranta, said', 'said Tomi Ranta, the agency's head': is it no place?

    Args:
        before: classes of the words before a name that the model takes for a place's.
        behind: those behind it.
    """
    if _OFFICE_BEHIND.match(behind):
        return True
    return behind[:1] in {"c", ".", "v"} and bool(_OFFICE_BEFORE.search(before))
