"""The gazetteer and the tables beside it."""

from __future__ import annotations

import gzip
from importlib.resources import files

import pytest

from newsextract.lexicons.agencies import agency_at, agency_of
from newsextract.lexicons.place_names import fold_place
from newsextract.lexicons.places import added_place, cities_called
from newsextract.lexicons.regions import region_name, region_of


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


@pytest.mark.parametrize("table", ["places.tsv.gz", "place_aliases.tsv.gz"])
def test_packed_tables_are_sorted_and_credited(table: str) -> None:
    data = gzip.decompress((files("newsextract.lexicons") / table).read_bytes())
    lines = data.decode().splitlines()
    assert any("CC BY 4.0" in line for line in lines if line.startswith("#"))
    rows = [line for line in lines if not line.startswith("#")][1:]
    assert rows == sorted(rows, key=str.encode)
    assert len(rows) > 100_000


def test_every_row_is_found() -> None:
    data = gzip.decompress((files("newsextract.lexicons") / "places.tsv.gz").read_bytes())
    rows = [line for line in data.decode().splitlines() if not line.startswith("#")][1:]
    for row in rows[:: len(rows) // 500]:
        key, name, country, *_ = row.split("\t")
        assert (name, country) in {(c.name, c.country) for c in cities_called(key)}


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
