"""Countries: names, demonyms, codes, and the scanner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract.lexicons.countries import (
    alpha3,
    capital,
    countries_called,
    country_name,
    country_of,
    country_of_demonym,
    find_countries,
    is_common_word,
    is_part,
)
from newsextract.lexicons.table import rows


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kazakhstan", "KZ"),
        ("the Republic of Kazakhstan", "KZ"),
        ("KAZAKHSTAN", "KZ"),
        ("the UK", "GB"),
        ("U.K.", "GB"),
        ("Britain", "GB"),
        ("Great Britain", "GB"),
        ("United Kingdom of Great Britain and Northern Ireland", "GB"),
        ("US", "US"),
        ("us", None),  # an abbreviation counts in capitals alone
        ("U.S.", "US"),
        ("the United States of America", "US"),
        ("UAE", "AE"),
        ("DRC", "CD"),
        ("Democratic Republic of Congo", "CD"),
        ("DPRK", "KP"),
        ("Republic of Korea", "KR"),
        ("Korea", None),
        ("Congo", None),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("Burma", "MM"),
        ("Holland", "NL"),
        ("Ivory Coast", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Czech Republic", "CZ"),
        ("Kosovo", "XK"),
        ("Soviet Union", "RU"),
        ("West Germany", "DE"),
        ("Zaire", "CD"),
        ("Yugoslavia", None),
        ("Czechoslovakia", None),
        ("Scotland", "GB"),
        ("Kazakh", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_country_of(name: str, code: str | None) -> None:
    assert country_of(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Kazakh", "KZ"),
        ("Kazakhstani", "KZ"),
        ("British", "GB"),
        ("Britons", "GB"),
        ("Dutch", "NL"),
        ("Frenchmen", "FR"),
        ("Swiss", "CH"),
        ("Emirati", "AE"),
        ("Germans", "DE"),
        ("North Korean", "KP"),
        ("Korean", None),
        ("Congolese", None),
        ("Dominican", None),
        ("Niger", None),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
    ],
)
def test_country_of_demonym(word: str, code: str | None) -> None:
    assert country_of_demonym(word) == code


def test_words_that_mean_several_things() -> None:
    assert set(countries_called("Korean")) == {"KP", "KR"}
    assert set(countries_called("Congo")) == {"CD", "CG"}
    assert is_common_word("Georgia")
    assert not is_common_word("Kazakhstan")
    assert is_part("Wales")


def test_of_a_code() -> None:
    assert country_name("CD") == "Democratic Republic of the Congo"
    assert alpha3("KZ") == "KAZ"
    assert alpha3("XK") == "XKX"
    assert capital("KZ") == "Astana"
    assert country_name("ZZ") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Papua New Guinea and Guinea-Bissau", [("PG", "name"), ("GW", "name")]),
        ("Kazakhstan's Kazakh side", [("KZ", "name"), ("KZ", "demonym")]),
        ("said the U.S. envoy to the UK.", [("US", "name"), ("GB", "name")]),
        ("worth US$1.1bn, tell US to pay us", [("US", "name")]),
        ("turkey, china and chad", []),
        ("New Mexico, Latin America, the South China Sea, Northern Ireland", []),
        ("Korean and South Korean", [("KR", "demonym")]),
        ("Omanis in Romania", [("OM", "demonym"), ("RO", "name")]),
        ("Niger in Nigeria", [("NE", "name"), ("NG", "name")]),
        ("the Malians of Malibu", [("ML", "demonym")]),
        ("ASTANA, KAZAKHSTAN", [("KZ", "name")]),
    ],
)  # fmt: skip
def test_find_countries(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.code, found.kind) for found in find_countries(text)] == expected


def test_ambiguous_words_on_request() -> None:
    (found,) = find_countries("The Korean side", ambiguous=True)
    assert found == (4, 10, "", "demonym")


@given(st.text(alphabet="aAU.SKé 'NewMxicoßİ$\n", max_size=60))
def test_finds_are_in_order_and_apart(text: str) -> None:
    past = 0
    for found in find_countries(text, ambiguous=True):
        assert past <= found.start < found.end <= len(text)
        past = found.end


def test_the_tables_are_whole() -> None:
    countries = {row["code"]: row for row in rows("countries.tsv")}
    assert len(countries) == 250
    words = rows("country_words.tsv")
    named = {code for row in words if row["kind"] == "name" for code in row["codes"].split()}
    assert named == set(countries)
    assert {row["mark"] for row in words} <= {"", "word", "former", "part", "other"}
    assert all(country_of(row["name"]) == code for code, row in countries.items())
