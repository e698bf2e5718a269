"""Articles written by a small grammar, and articles broken as the world breaks them.

All by a `random.Random`, so that hypothesis and the fuzzer use the same ones.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from itertools import cycle
from random import Random

from newsextract.reading.files import decode

LONGEST = 20_000
"""Characters of a mutant: so that a fuzzer sees many."""

_GRAMMAR: dict[str, tuple[str, ...]] = {
    "article": (
        "{dateline}{sentence} {sentence}\n\n{paragraphs}",
        "{header}{headline}\n\n{dateline}{sentence}\n\n{paragraphs}",
        "{headline}\nBy {name}\n\n{paragraphs}\n\nRead also: {headline}",
        "{paragraphs}",
    ),
    "paragraphs": ("{paragraph}", "{paragraph}\n\n{paragraphs}", "{paragraph}\n{paragraphs}"),
    "paragraph": ("{sentence}", "{sentence} {sentence}", "{sentence} {paragraph}", "{long_quote}"),
    "header": ("", "date {iso} ", "{iso}\n", "(MENAFN- Trend News Agency) ", "{day}, {year}\n"),
    "headline": ("{country} and {country} sign {money} deal", "{ROLE} arrives in {city}", "{said}"),
    "dateline": (
        "{CITY}, {country}, {day}. ",
        "{CITY}, {day} ({agency}) - ",
        "{CITY} ({agency}) \u2014 ",
        "{CITY}/{CITY}, {day} /{agency}/. ",
        "{day}, {agency} - ",
        "",
    ),
    "sentence": ("{said}", "{figures}", "{meeting}", "{said}", "{figures}"),
    "said": (
        "{open}{clause},{close} {cue} {speaker}.",
        "{open}{clause},{close} {speaker} {cue}, {open}{clause}.{close}",
        "{speaker} {cue} that {clause}.",
        "According to {speaker}, {clause}.",
        "{speaker}: {open}{clause}.{close}",
        "{open}{clause},{close} {cue} {speaker}, adding that {clause}.",
    ),
    "long_quote": (
        "{open}{clause}.\n\n{open}{clause}.\n\n{open}{clause},{close} {cue} {speaker}.",
    ),
    "clause": (
        "{country} is ready to {verb}",
        "we will pay {money} {period}",
        "the so-called {open}roadmap{close} was agreed",
        "{measure} reached {money} {period}",
        "he said {clause}",
        "{figures}",
    ),
    "figures": (
        "{measure} {reached} {money} {period} (exports: {money}, imports: {money})",
        "{measure} between {country} and {country} {reached} {money}, {change}.",
        "{country} will lend {country} {money} for {measure}.",
        "Of the {money}, {money} went to {country} and {money} to {country}.",
        "The price was {money} per barrel {period}.",
    ),
    "meeting": (
        "{speaker} met {speaker} in {city} on {day}.",
        "{speaker} and {country}'s {speaker}, {role} of {body}, discussed {measure}.",
        "The {role}, who also visited {city}, was received by {name}.",
    ),
    "speaker": (
        "{name}",
        "{ROLE} {name}",
        "{country}'s {role} {name}",
        "he",
        "the {role}",
        "{body}",
    ),
    "name": ("Serik Ualibayev", "Ana de Sousa", "O'Brien", "Kim Min-jae", "Dr. J. F. Smith, Jr."),
    "ROLE": ("Foreign Minister", "President", "Deputy Prime Minister", "Ambassador", "Sen."),
    "role": ("foreign minister", "spokeswoman", "head", "deputy director-general", "envoy"),
    "body": ("the IMF", "the Ministry of Finance", "the European Union", "Gazprom", "the UN"),
    "country": ("Kazakhstan", "the UK", "U.S.", "South Korea", "C\u00f4te d'Ivoire", "Georgia"),
    "city": ("Astana", "N'Djamena", "S\u00e3o Paulo", "St. Petersburg", "Washington, D.C."),
    "CITY": ("ASTANA", "N'DJAMENA", "S\u00c3O PAULO", "ST. PETERSBURG", "WASHINGTON", "Nuku'alofa"),
    "agency": ("Reuters", "Trend", "AFP", "Xinhua", "TASS", "AP"),
    "cue": ("said", "told reporters", "added", "warned", "stressed", "wrote on X", "claimed"),
    "verb": ("cooperate", "build the port", "withdraw by the end of the decade"),
    "reached": ("reached", "amounted to", "stood at", "fell to", "is expected to exceed"),
    "measure": ("trade turnover", "bilateral trade", "the loan", "GDP", "aid", "the deficit"),
    "money": (
        "{sign}{number}{scale}",
        "{number}{scale} {unit}",
        "{sign}{number}-{number}{scale}",
        "{hedge} {sign}{number}{scale}",
        "between {number} and {number}{scale} {unit}",
        "{number}{scale} {unit} ({sign}{number}{scale})",
    ),
    "sign": ("$", "\u20ac", "\u00a3", "US$", "Rs ", "USD ", "\u00a5", "A$", "\u20bd"),
    "number": ("1", "2.5", "188.6", "1,250", "40", "1.234,5", "0", "half a", "twelve", "1.3.7"),
    "scale": (" million", "bn", " billion", "", "m", " crore", " trillion", "-million", "k"),
    "unit": ("dollars", "euros", "tenge", "Turkmen manat", "pounds", "rupees", "won", "SDR"),
    "hedge": ("about", "more than", "up to", "nearly", "at least", "some", "no less than"),
    "period": (
        "in {year}",
        "in January-May",
        "this year",
        "last {month}",
        "in Q3 {year}",
        "by 2030",
    ),
    "change": (
        "up 7 percent",
        "1.4 times less than in {year}",
        "a 12.5% drop",
        "double the {year} figure",
    ),
    "day": ("{month} 31", "Feb 30", "Monday", "2 {month}", "{month} 5, {year}"),
    "month": ("April", "Sept.", "May", "DECEMBER"),
    "year": ("2023", "1999", "FY2024/25", "0000", "2024"),
    "iso": ("2024-04-18", "2023-02-29", "18.04.2024", "04/18/2024"),
    "open": ('"', "\u201c", "'", "\u00ab", "\u2018", "``", ""),
    "close": ('"', "\u201d", "'", "\u00bb", "\u2019", "''", ""),
}
_HOLE = re.compile(r"\{(\w+)\}")
_DEEPEST = 9


def write(random: Random, symbol: str = "article", depth: int = 0) -> str:
    """A text that the grammar allows; the deeper, the plainer."""
    ways = _GRAMMAR[symbol]
    way = random.choice(ways) if depth < _DEEPEST else min(ways, key=lambda w: w.count("{"))
    if depth > 2 * _DEEPEST:
        return ""
    return _HOLE.sub(lambda hole: write(random, hole[1], depth + 1), way)


SCRAPS = (
    *("&nbsp;", "&amp;", "&zzz;", "&#8220;", "&#0;", "\r\n", "\r", "\n\n", "\x00", "\u00ad"),
    *("\u200f", "\u202e", "\ud800", "\ufeff", "\u2028", "\x85", "  ", "\t", " - ", " said ", "$"),
    *("\u20ac5-7 million", "he said", "according to him", "O'Brien", "5'11\"", "(Reuters)"),
    *("ASTANA, ", "1.2.3", "\u0130stanbul", "\ufb01", "\U0001f600", "e\u0301", "\u00b2", "\u0663"),
    *("$1E99", "$.5", "$-5", "$0", "1,00,000", "\uff04\uff15", "{", "<p>", "</script>", "%s", "\\"),
)
_PAIRS: tuple[str, ...] = (
    '""',
    "\u201c\u201d",
    "\u2018\u2019",
    "''",
    "\u00ab\u00bb",
    "\u201e\u201c",
    "\u300c\u300d",
)
_SPACES = ("\u00a0", "\u202f", "  ", "\t", "\n", "\r\n", "\u200b", "", "\u2003", "\u00ad")


def _somewhere(text: str, random: Random) -> int:
    return random.randint(0, len(text))


def _stretch(text: str, random: Random) -> tuple[int, int]:
    start = _somewhere(text, random)
    return start, min(len(text), start + random.choice((1, 5, 40, 300, len(text))))


def _change_case(text: str, random: Random) -> str:
    start, end = _stretch(text, random)
    change = random.choice((str.upper, str.lower, str.title, str.swapcase, str.capitalize))
    return text[:start] + change(text[start:end]) + text[end:]


def _change_marks(text: str, random: Random) -> str:
    pair = random.choice(_PAIRS)
    marks = cycle((pair[0], pair[-1]))
    return re.sub('["\u201c\u201d\u00ab\u00bb]', lambda _: next(marks), text)


def _change_a_mark(text: str, random: Random) -> str:
    places = [mark.start() for mark in re.finditer(r"[^\w\s]", text)]
    if not places:
        return text
    at = random.choice(places)
    marks: list[str] = ["", text[at] * 2, text[at] * 20, *SCRAPS, *"\"'.,;:-()\u2014\u201c\u201d"]
    return text[:at] + random.choice(marks) + text[at + 1 :]


def _change_spaces(text: str, random: Random) -> str:
    space = random.choice(_SPACES)
    share = random.choice((0.02, 0.3, 1.0))
    return re.sub(r"[ \n]", lambda m: space if random.random() < share else m[0], text)


def _wrap(text: str, random: Random) -> str:
    width = random.randint(1, 80)
    return re.sub(rf"(.{{{width}}}\S*) ", random.choice(("\\1\n", "\\1\r\n", "\\1=\n")), text)


def _join_lines(text: str, random: Random) -> str:
    return re.sub(r"\s*\n\s*", random.choice((" ", "", "\n", "\n\n\n")), text)


def _mistake_encoding(text: str, random: Random) -> str:
    data = text.encode(random.choice(("utf-8", "cp1252", "utf-16", "koi8-r")), "replace")
    return data.decode(random.choice(("utf-8", "cp1252", "latin-1")), "replace")


def _send_as_bytes(text: str, random: Random) -> str:
    data = bytearray(
        text.encode(random.choice(("utf-8", "cp1252", "utf-16", "utf-8-sig")), "replace")
    )
    for _ in range(random.randint(0, 5)):
        if data:
            data[random.randrange(len(data))] = random.randrange(256)
    return decode(bytes(data))


def _escape(text: str, random: Random) -> str:
    numbered = text.encode("ascii", "xmlcharrefreplace").decode()
    return random.choice((html.escape(text), numbered, html.escape(numbered)))


def _normalize(text: str, random: Random) -> str:
    return unicodedata.normalize(random.choice(("NFC", "NFD", "NFKC", "NFKD")), text)


def _truncate(text: str, random: Random) -> str:
    at = _somewhere(text, random)
    return random.choice((text[:at], text[at:]))


def _cut_out(text: str, random: Random) -> str:
    start, end = _stretch(text, random)
    return text[:start] + text[end:]


def _repeat(text: str, random: Random) -> str:
    start, end = _stretch(text, random)
    return text[:end] + text[start:end] * random.choice((1, 2, 30)) + text[end:]


def _shuffle(text: str, random: Random) -> str:
    apart = random.choice(("\n\n", "\n", ". ", " "))
    parts = text.split(apart)
    random.shuffle(parts)
    return apart.join(parts)


def _put_in(text: str, random: Random) -> str:
    at = _somewhere(text, random)
    what = (
        random.choice(SCRAPS) if random.random() < 0.5 else write(random, random.choice(_SYMBOLS))
    )
    return text[:at] + what + text[at:]


def _change_digits(text: str, random: Random) -> str:
    share = random.choice((0.1, 1.0))
    digits = random.choice(("0", "9", "0123456789", "\u0663", "\uff15", "12,.", "\u00bd"))
    return re.sub(r"\d", lambda m: random.choice(digits) if random.random() < share else m[0], text)


_SYMBOLS = sorted(_GRAMMAR)
MUTATIONS: tuple[Callable[[str, Random], str], ...] = (
    *(_change_case, _change_marks, _change_a_mark, _change_a_mark, _change_spaces, _wrap),
    *(_join_lines, _mistake_encoding, _send_as_bytes, _escape, _normalize, _truncate, _cut_out),
    *(_repeat, _shuffle, _put_in, _put_in, _put_in, _change_digits),
)


def mutate(text: str, random: Random, others: list[str]) -> str:
    """`text` after one to four accidents; one of `others` may be joined to it."""
    if random.random() < 0.2:
        other = random.choice(others)
        text = random.choice((text + other, other + "\n\n" + text, text + "\n" + other))
    for _ in range(random.randint(1, 4)):
        text = random.choice(MUTATIONS)(text, random)[:LONGEST]
    return text
