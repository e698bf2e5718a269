"""The gazetteer and the tables beside it."""

from __future__ import annotations

import gzip
from importlib.resources import files
from itertools import pairwise

import pytest

from newsextract.lexicons.agencies import agency_at, agency_of
from newsextract.lexicons.build.large_cities import large_cities
from newsextract.lexicons.packed import PackedTable
from newsextract.lexicons.place_names import fold_place
from newsextract.lexicons.places import added_place, cities_called, city_misspelled
from newsextract.lexicons.regions import region_name, region_of
from newsextract.lexicons.table import rows


@pytest.mark.parametrize(
    ("name", "city", "country"),
    [
        ("LONDON", "London", "GB"),
        ("Peking", "Beijing", "CN"),
        ("Canton", "Guangzhou", "CN"),
        ("Venice", "Venice", "IT"),
        ("Bogota", "Bogotá", "CO"),
        ("NUKU'ALOFA", "Nuku‘alofa", "TO"),
        ("St. Petersburg", "Saint Petersburg", "RU"),
        ("Xi'an", "Xi’an", "CN"),
    ],
)
def test_the_likeliest_city_comes_first(name: str, city: str, country: str) -> None:
    assert cities_called(name)[0][:2] == (city, country)


@pytest.mark.parametrize("name", ["", " ", "Zzzzz", "\x00", "~", "ÿ" * 300, "a\tb"])
def test_no_city(name: str) -> None:
    assert cities_called(name) == ()


@pytest.mark.parametrize(("table", "columns"), [("places.gz", 4), ("place_aliases.gz", 2)])
def test_packed_tables_are_sorted_and_credited(table: str, columns: int) -> None:
    packed = (files("newsextract.lexicons") / table).read_bytes()
    assert "# Licence: CC BY 4.0 (credit: GeoNames)\n" in gzip.decompress(packed).decode()
    keys = [fold_place(row.name) for row in PackedTable(table, columns)]
    assert keys == sorted(keys)
    assert len(keys) > 80_000


def test_every_row_is_found() -> None:
    names = [row.name for row in PackedTable("places.gz", 4)]
    for name in names[:: len(names) // 500]:
        assert name in {city.name for city in cities_called(name)}


def test_the_largest_city_of_a_name_is_its_first_row() -> None:
    rows = list(PackedTable("places.gz", 4, fold_place))
    for before, row in pairwise(rows):
        if fold_place(before.name) == fold_place(row.name):
            assert before.numbers[1] >= row.numbers[1]


def test_a_city_lies_where_it_lies() -> None:
    sydney = cities_called("Sydney")[0]
    assert (sydney.latitude, sydney.longitude) == (-33.87, 151.21)
    quito = cities_called("Quito")[0]
    assert (quito.latitude, quito.longitude) == (-0.23, -78.52)


def test_names_that_machines_transcribed_are_no_names() -> None:
    assert cities_called("Lisbonne")[0].name == "Lisbon"
    assert cities_called("lysbwrn") == ()


def test_tables_are_small() -> None:
    tables = (files("newsextract.lexicons") / name for name in ("places.gz", "place_aliases.gz"))
    assert sum(len(table.read_bytes()) for table in tables) < 2_000_000


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("WASHIGNTON", "Washington"),
        ("ISLAMABD", "Islamabad"),
        ("ST. PETERBURG", "Saint Petersburg"),
        ("OKALHOMA CITY", "Oklahoma City"),
        ("Bangkkok", "Bangkok"),
    ],
)
def test_slips_of_the_keys(printed: str, name: str) -> None:
    city = city_misspelled(printed)
    assert city is not None
    assert city.name == name


@pytest.mark.parametrize("printed", ["", "Rmoe", "Hangton", "Ashington", "X" * 80, "東京"])
def test_no_slip(printed: str) -> None:
    assert city_misspelled(printed) is None


def test_the_table_of_large_cities_is_the_gazetteers() -> None:
    assert [row["name"] for row in rows("large_cities.tsv")] == large_cities()


def test_added_places() -> None:
    assert added_place("SCHLOSS ELMAU") is not None
    assert added_place("Nur-Sultan") == added_place("ASTANA")
    assert added_place("Nowhere") is None


@pytest.mark.parametrize(
    ("printed", "name", "country"),
    [
        ("Calif.", "California", "US"),
        ("N.M.", "New Mexico", "US"),
        ("N.M", "New Mexico", "US"),
        ("W.Va.", "West Virginia", "US"),
        ("W. Va.", "West Virginia", "US"),
        ("PA", "Pennsylvania", "US"),
        ("MA.", "Massachusetts", "US"),
        ("B.C.", "British Columbia", "CA"),
        ("Ont.", "Ontario", "CA"),
        ("NSW", "New South Wales", "AU"),
        ("D.C.", "District of Columbia", "US"),
    ],
)
def test_regions(printed: str, name: str, country: str) -> None:
    region = region_of(printed)
    assert region is not None
    assert (region.name, region.country) == (name, country)


def test_no_region() -> None:
    assert region_of("In") is None
    assert region_of("") is None
    assert region_name("US", "TX") == "Texas"
    assert region_name("XX", "1") is None


def test_agencies() -> None:
    assert agency_of("Agence France-Presse") == "AFP"
    assert agency_of("xinhua") == "Xinhua"
    assert agency_of("report") == "Report"
    assert agency_of("The government") is None
    assert agency_at("KAZINFORM The", 0) == ("KAZINFORM", 9)
    assert agency_at("Trend News Agency)", 0) == ("Trend", 17)
    assert agency_at("Trends show", 0) is None


def test_folding() -> None:
    assert fold_place("Saint-Étienne") == fold_place("ST. ETIENNE")
    assert fold_place("N'Djamena") == "ndjamena"
    assert fold_place("Łódź") == "lodz"
