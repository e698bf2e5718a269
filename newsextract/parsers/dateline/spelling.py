"""Names of cities in English, and whether two spellings are one name."""

from __future__ import annotations

import difflib
import re
import unicodedata
from functools import lru_cache

from newsextract.lexicons.countries import capital
from newsextract.lexicons.place_names import fold_place
from newsextract.lexicons.places import City
from newsextract.lexicons.regions import provinces_of
from newsextract.lexicons.word_lists import word_list

_SHORTEST_SPELLING = 6
_LIKE, _SHORT_LIKE = 0.6, 0.9
"""Share of letters that two spellings of one name have in common at least, short names more;
'Wien' is no spelling of Vienna."""


def same_letters(printed: str, name: str) -> bool:
    """Whether a name is spelled as printed; capitals may leave accents out, others blanks."""
    bare = re.sub(r"\W+", "", name)
    return re.sub(r"\W+", "", printed).casefold() in (
        bare.casefold(),
        without_marks(bare).casefold() if printed.isascii() else "",
    )


def without_marks(name: str) -> str:
    """`name` without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def is_capital(city: City) -> bool:
    """Whether a city is the capital of its country."""
    seat = capital(city.country) if city.country else None
    return seat is not None and fold_place(seat) == fold_place(city.name or "")


_TRANSLITERATED = frozenset("ḨḩŢţẔẕḐḑḤḥṬṭẒẓḎḏH̱ẖĀāĪīŪūĒēŌō")


def english_name(printed: str, city: City | None) -> str | None:
    """The city's name for English readers: GeoNames' without transliteration marks."""
    if city is None or city.name is None:
        return printed if not printed.isupper() else _from_capitals(printed)
    name = city.name
    behind = fold_place(name).removeprefix(f"{fold_place(printed)} ").partition(" ")[0]
    if behind in _BESIDE:  # 'Frankfurt am Main'
        return _from_capitals(printed) if printed.isupper() else printed
    town = fold_place(printed).removesuffix(" city")
    if town == fold_place(name) != fold_place(printed) and not _names_region(town, city.country):
        printed = printed[: -len(" city")]  # 'GENERAL SANTOS CITY'; 'DAVAO CITY' is no province
    own = printed.isascii() or not name.isascii()  # 'GÖTEBORG' is Gothenburg
    seat = is_capital(city) and (
        printed.count(" ") == name.count(" ") or name == f"{printed.title()} City"  # 'MEXICO'
    )
    part = f" {fold_place(printed)} " in f" {fold_place(name)} " != f" {fold_place(printed)} "
    if (part or is_spelling(printed, name)) and own and not seat:
        return _from_capitals(printed) if printed.isupper() else printed
    if fold_place(name) == fold_place(printed):
        if city.country == "VN":
            bare = without_marks(printed.translate(_BARRED))
            return _from_capitals(bare) if bare.isupper() else bare
        if not printed.isupper():
            return printed
        if not (_APOSTROPHES.search(printed) or is_capital(city)):
            name = _APOSTROPHES.sub("", name)  # 'TAIF'
    if _SAINT.match(printed):
        name = re.sub(r"^Saint (?=.*['’]s$)", "St. ", name)
    if any(c in _TRANSLITERATED for c in name) or name.endswith("’"):
        name = without_marks(name).rstrip("’")
    return name.replace("‘", "'").replace("’", "'").replace("ʻ", "'")


@lru_cache(maxsize=512)
def _names_region(town: str, country: str | None) -> bool:
    """Whether provinces of the country have the town's name: Davao, Cebu."""
    return any(fold_place(name).startswith(town) for name in provinces_of(country))


_BARRED = str.maketrans("đĐ", "dD")
_APOSTROPHES = re.compile("['’‘ʻʼ`]")
_SAINT = re.compile(r"(?i)st\.? ")


def is_spelling(printed: str, name: str) -> bool:
    """Whether `printed` is another spelling of a city's name: 'Buraidah', 'Davao City'."""
    own, other = fold_place(printed), fold_place(name)
    if own == other or own.replace(" ", "") == other.replace(" ", ""):
        return False
    if own.removesuffix(" city") == other:
        return True
    like = _LIKE if len(own) >= _SHORTEST_SPELLING else _SHORT_LIKE
    return difflib.SequenceMatcher(None, own, other).ratio() >= like


_BESIDE = frozenset("am an a/d im in der upon on sur sul do del de di".split())
_SMALL = word_list("dateline_words.tsv", "small")


def _from_capitals(name: str) -> str:
    """'RIO DE JANEIRO' as 'Rio de Janeiro'."""
    words = re.split(r"([ \-])", name.lower())
    return "".join(
        word if i and word in _SMALL else word[:1].upper() + word[1:]
        for i, word in enumerate(words)
    )
