"""Makes ``currencies.tsv`` and ``currency_words.tsv``.

Run as ``python -m newsextract.lexicons.build.currencies`` (needs the ``build`` extra).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pycountry
from babel import Locale
from babel.core import get_global

from newsextract.lexicons.table import rows

FOLDER = Path(__file__).parent.parent
HEAD = """\
# Source: CLDR currency names and territory currencies (babel), Unicode License v3; ISO 4217
#   codes (pycountry), LGPL 2.1+, facts alone; build/currency_additions.tsv
# Licence: MIT
# Made by: python -m newsextract.lexicons.build.currencies
"""

_NO_MONEY = frozenset(row["code"] for row in rows("build/currencies_left_out.tsv"))
"""Metals, funds, accounting units, and currencies that went before there was newswire."""

_NAMES = {"XDR": "sdr", "XUA": "unit of account", "XEU": "ecu", "ZWG": "gold"}
_FAMILY = {
    "togrog": "tugrik",
    "rouble": "ruble",
    "larit": "lari",
    "ley": "peso",
    "paʻanga": "paanga",
}


def _fold(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("ʻ", "")


def _split(name: str) -> tuple[str, str]:
    """'Turkmenistani Manat (1993-2009)' -> adjective 'turkmenistani', noun 'Manat'."""
    words = re.sub(r"\s*\(.*?\)", "", name).replace("&", "and").split()
    size = 2 if words[-2:-1] in (["CFA"], ["CFP"]) else 1
    return " ".join(words[:-size]).lower(), " ".join(words[-size:])


def _family(code: str, noun: str) -> str:
    folded = _fold(noun)
    return _NAMES.get(code) or _FAMILY.get(folded, folded)


def _tender() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Territories by the currency that is legal tender there now, and that was once."""
    now: dict[str, list[str]] = {}
    once: dict[str, list[str]] = {}
    for territory, currencies in sorted(get_global("territory_currencies").items()):
        if len(territory) != 2:
            continue
        for code, _, end, tender in currencies:
            if tender:
                (now if end is None else once).setdefault(code, []).append(territory)
    once["SUR"].append("RU")  # CLDR has the Soviet Union alone
    return now, once


def _tender_since() -> dict[str, tuple[str, str]]:
    """The first and the last day that a currency was legal tender anywhere; '' for 'still'."""
    days: dict[str, tuple[list[tuple[int, int, int]], list[tuple[int, int, int] | None]]] = {}
    for territory, currencies in sorted(get_global("territory_currencies").items()):
        for code, start, end, tender in currencies if len(territory) == 2 else ():
            if tender and start:
                starts, ends = days.setdefault(code, ([], []))
                starts.append(start)
                ends.append(end)

    def iso(day: tuple[int, int, int] | None) -> str:
        return "{:04}-{:02}-{:02}".format(*day) if day else ""

    return {
        code: (iso(min(starts)), "" if None in ends else iso(max(filter(None, ends))))
        for code, (starts, ends) in days.items()
    }


def _table(columns: str, lines: Iterable[tuple[str, ...]]) -> str:
    body = ["\t".join(line) for line in lines]
    return HEAD + "\n".join([columns.replace(" ", "\t"), *body]) + "\n"


def main() -> None:
    """Write both tables."""
    locale = Locale("en")
    plurals = locale._data["currency_names_plural"]
    current = {currency.alpha_3 for currency in pycountry.currencies}
    now, once = _tender()
    days = _tender_since()
    currencies, words = [], []
    seen: set[tuple[str, str]] = set()

    def word(form: str, kind: str, noun: str, code: str, factor: str = "1", mark: str = "") -> None:
        if form and (form, kind if kind != "adjective" else kind + noun) not in seen:
            seen.add((form, kind if kind != "adjective" else kind + noun))
            words.append((form, kind, noun, code, factor, mark))

    named = {
        code: name
        for code, name in locale.currencies.items()
        if code not in _NO_MONEY and code.isalpha()
    }
    nouns = {code: _family(code, _split(name)[1]) for code, name in named.items()}
    for code, name in sorted(named.items()):
        is_current = code in current and code in now | {"XDR": [], "XUA": []}
        where = now.get(code, []), sorted(set(once.get(code, [])) - set(now.get(code, [])))
        plain = re.sub(r"\s*\(.*?\)", "", name)
        names = (code, plain, nouns[code], "yes" if is_current else "")
        currencies.append((*names, *(" ".join(w) for w in where), *days.get(code, ("", ""))))
    known = {row[0]: row for row in currencies}
    for row in rows("build/currency_additions.tsv"):
        noun, mark = row["noun"], row["mark"]
        code = row["code"]
        if row["kind"] == "code" and not code:
            code = row["form"].upper()
            noun = nouns.get(code, noun)
            code = code if code in known else row["code"]
        word(row["form"], row["kind"], noun, code, row["factor"], mark)
    # Currencies of today first: where names clash, they have the name.
    for code in sorted(named, key=lambda code: (not known[code][3], code)):
        if code in _NAMES:
            word(code, "code", nouns[code], code)
            continue
        adjective, noun = _split(named[code])
        plural = _split(str(plurals[code].get("other", "")))[1] if code in plurals else ""
        family = nouns[code]
        if adjective:
            word(adjective, "adjective", family, code)
        sole = sum(n == family and bool(known[c][3]) for c, n in nouns.items()) <= 1
        for form in dict.fromkeys((noun.lower(), plural.lower(), _fold(noun), _fold(plural))):
            word(form, "noun", family, code if sole else "")
        word(code, "code", family, code)
        if family in ("dollar", "peso") and known[code][3]:
            word(f"{code}$", "symbol", family, code)
            word(f"${code}", "symbol", family, code)
    columns = "code name noun current countries former_countries since until"
    (FOLDER / "currencies.tsv").write_text(_table(columns, currencies), encoding="utf-8")
    (FOLDER / "currency_words.tsv").write_text(
        _table("form kind noun code factor mark", sorted(words)), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
