"""Scores of records against gold, field by field.

Gold is JSON lines: one object an article with ``id``, ``text``, ``published``, ``dateline``,
``quotes``, ``money`` and ``participants`` (docs/evaluation.md describes the format). Finds
are paired with gold one to one, and all rates are micro-averaged over the articles.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from newsextract.errors import InputError
from newsextract.lexicons.table import rows
from newsextract.record import NewsRecord, Quote

Item = Mapping[str, Any]
"""An article, gold or found, in the shape of the gold format."""

DIRECT_OVERLAP = 0.8
"""Least overlap (intersection over union of characters) of a direct quote with gold: marks
leave no doubt, so only slips at the edges are forgiven."""
REPORTED_OVERLAP = 0.5
"""The same for indirect and mixed ones, where annotators differ on the clause's edges."""
ROLE_F1 = 0.8
BODY_F1 = 0.5


def as_item(record: NewsRecord) -> dict[str, Any]:
    """A record in the shape of the gold format, each find with its rule."""
    data = record.model_dump(mode="json")
    dateline = data["dateline"]
    return {
        "id": record.id,
        "published": data["published"],
        "dateline": dateline
        and {
            "place": "/".join(place["name"] for place in dateline["places"]),
            **{key: dateline[key] for key in ("city", "country", "date", "agency")},
            "rule": dateline["evidence"]["rule"],
        },
        "quotes": [_quote_item(quote) for quote in record.quotes],
        "money": [
            {
                **{key: figure[key] for key in ("amount", "amount_max", "currency", "bound")},
                **{key: figure[key] for key in ("text", "measure", "flow")},
                "period": figure["period"]
                and {key: figure["period"][key] for key in ("start", "end")},
                "start": figure["span"]["start"],
                "end": figure["span"]["end"],
                "rule": figure["evidence"]["rule"],
            }
            for figure in data["figures"]
        ],
        "participants": [
            {
                **{key: p[key] for key in ("name", "kind", "role", "organization", "country")},
                "rule": p["evidence"]["rule"],
            }
            for p in data["participants"]
        ],
    }


def _quote_item(quote: Quote) -> dict[str, Any]:
    return {
        "text": quote.text,
        "kind": quote.kind,
        "speaker": quote.speaker and quote.speaker.name,
        "cue": quote.cue and quote.cue.text,
        "start": quote.pieces[0].start,
        "end": quote.pieces[-1].end,
        "pieces": [[piece.start, piece.end] for piece in quote.pieces],
        "rule": quote.evidence.rule,
    }


# Names and words


@cache
def _words(kind: str) -> frozenset[str]:
    # The scorer has a table of its own: a change of the parsers' tables must not move scores.
    return frozenset(row["word"] for row in rows("scorer_names.tsv") if row["kind"] == kind)


def fold(words: str | None) -> str:
    """`words` without case, diacritics, possessives and punctuation."""
    text = unicodedata.normalize("NFKD", words or "")
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = text.replace("\u2019", "'").replace("\u0131", "i")
    text = re.sub(r"'s\b|s'(?=\s)", "", text)
    text = re.sub(r"\b([a-z])\.(?=[a-z]\.)", r"\1", text)
    return re.sub(r"[^\w]+", " ", text).strip()


def token_f1(one: str | None, other: str | None) -> float:
    """Harmonic mean of the shares of tokens that two phrases have in common; 1 if both empty."""
    a, b = Counter(fold(one).split()), Counter(fold(other).split())
    if not a and not b:
        return 1.0
    return 2 * (a & b).total() / (a.total() + b.total())


def same_name(one: str | None, other: str | None) -> bool:
    """Do two names name one person: equal family names and no given name in conflict?"""
    if not one or not other:
        return not one and not other
    if fold(one) == fold(other):
        return True
    a, b = sorted((_name_tokens(one), _name_tokens(other)), key=len)
    if not a or a == b:
        return bool(a)
    if a[-1] != b[-1]:
        return len(a) == 1 and a[0] == b[0] and a[0] in _words("family_first")
    given = b[:-1]
    for name in a[:-1]:
        match = next((g for g in given if _agree(name, g)), None)
        if match is None:
            return False
        given.remove(match)
    return True


def _name_tokens(name: str) -> list[str]:
    tokens = fold(name).split()
    while len(tokens) > 1 and tokens[0] in _words("title"):
        del tokens[0]
    return tokens


def _agree(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other


def _is_initialism(short: str, name: str) -> bool:
    letters = fold(short).replace(" ", "")
    words = fold(name).split()
    small = {"of", "the", "and", "for", "on", "in", "to"}
    return (
        2 <= len(letters) <= 8
        and len(words) > 1
        and letters == "".join(word[0] for word in words if word not in small)
    )


# Pairing


def _pair(
    gold: Sequence[Item], found: Sequence[Item], weight: Callable[[Item, Item], float]
) -> tuple[list[tuple[Item, Item]], list[Item]]:
    """Pairs one to one, the heaviest first, and what was found beyond them."""
    weights = [(weight(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for value, i, j in sorted(weights, reverse=True):
        if value > 0 and -i not in taken_gold and -j not in taken_found:
            taken_gold.add(-i)
            taken_found.add(-j)
            pairs.append((gold[-i], found[-j]))
    return pairs, [f for j, f in enumerate(found) if j not in taken_found]


def _extent(quote: Item) -> tuple[int, int]:
    pieces = _pieces(quote)
    return pieces[0][0], pieces[-1][1]


def _pieces(quote: Item) -> list[list[int]]:
    return quote.get("pieces") or [[quote["start"], quote["end"]]]


def overlap(one: Item, other: Item) -> float:
    """Intersection over union of characters, by outer span or by pieces, whichever is more."""
    (a, b), (c, d) = _extent(one), _extent(other)
    outer = max(0, min(b, d) - max(a, c)) / max(1, max(b, d) - min(a, c))
    mine = {i for start, end in _pieces(one) for i in range(start, end)}
    theirs = {i for start, end in _pieces(other) for i in range(start, end)}
    return max(outer, len(mine & theirs) / max(1, len(mine | theirs)))


def _above(least: float) -> Callable[[Item, Item], float]:
    def weight(gold: Item, found: Item) -> float:
        share = overlap(gold, found)
        return share if share >= least else 0.0

    return weight


def _covered(found: Item, gold: Item) -> float:
    (a, b), (c, d) = _extent(found), _extent(gold)
    return max(0, min(b, d) - max(a, c)) / max(1, b - a)


def _decimal(value: object) -> Decimal | None:
    try:
        return None if value in (None, "") else Decimal(str(value))
    except InvalidOperation:
        return None


def _amount(money: Item) -> tuple[Decimal | None, Decimal | None, str | None]:
    return _decimal(money["amount"]), _decimal(money.get("amount_max")), money.get("currency")


def _money_weight(gold: Item, found: Item) -> float:
    if _amount(gold) != _amount(found):
        return 0.0
    distance: int = abs(gold["start"] - found["start"])
    return 1 + 1 / (1 + distance)


def _participant_weight(gold: Item, found: Item) -> float:
    if gold["kind"] != found["kind"]:
        return 0.0
    if fold(gold["name"]) == fold(found["name"]):
        return 2.0
    if gold["kind"] == "country":
        return float(gold.get("country") is not None and gold["country"] == found.get("country"))
    if same_name(gold["name"], found["name"]):
        return 1.0
    return float(
        gold["kind"] == "organization"
        and (
            _is_initialism(gold["name"], found["name"])
            or _is_initialism(found["name"], gold["name"])
        )
    )


def judged(gold: Item, found: Item) -> list[tuple[str, bool]]:
    """For each find of an article its rule, and whether it is right.

    Right is: a dateline with its city, country and date; a quote with its speaker; an amount
    with its currency; a participant. What is neither right nor wrong is left out.
    """
    verdicts = []
    if found["dateline"]:
        values = gold["dateline"] or {}
        right = all(values.get(key) == found["dateline"][key] for key in ("country", "date"))
        right = right and fold(values.get("city")) == fold(found["dateline"]["city"])
        verdicts.append((found["dateline"]["rule"], right))
    mixed = [q for q in gold["quotes"] if q["kind"] == "mixed"]
    for kinds, least in ((("direct",), DIRECT_OVERLAP), (("indirect", "mixed"), REPORTED_OVERLAP)):
        mine, theirs = ([q for q in side["quotes"] if q["kind"] in kinds] for side in (gold, found))
        pairs, extra = _pair(mine, theirs, _above(least))
        verdicts += [(f["rule"], same_name(g["speaker"], f["speaker"])) for g, f in pairs]
        verdicts += [
            (q["rule"], False) for q in extra if not any(_covered(q, m) >= 0.9 for m in mixed)
        ]
    for name, weight in (("money", _money_weight), ("participants", _participant_weight)):
        pairs, extra = _pair(gold[name], found[name], weight)
        verdicts += [(f["rule"], True) for _, f in pairs] + [(f["rule"], False) for f in extra]
    return verdicts


# Counting


@dataclass
class Finds:
    """Counts of a field with a varying number of finds."""

    right: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self) -> float | None:
        """Share of finds that are right."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of gold that was found."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where there is nothing to count."""
        total = self.gold + self.found
        return 2 * self.right / total if total else None


@dataclass
class Share:
    """How often a value was right."""

    right: float = 0.0
    count: int = 0

    @property
    def rate(self) -> float | None:
        """The share, None where there is nothing to count."""
        return self.right / self.count if self.count else None


@dataclass
class Scores:
    """Scores of a corpus.

    Attributes:
        finds: by field: ``dateline``, ``direct``, ``indirect`` (mixed ones too), ``money``,
            ``participants`` and each kind of participant.
        shares: by field and value, such as ``dateline.city``, ``direct.speaker``,
            ``participants.role``; ``record`` is the share of articles in which dateline,
            direct quotes with their speakers, and money are all right.
        wrong: by article, the parts of the record that are not all right.
    """

    finds: dict[str, Finds] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    wrong: dict[str, list[str]] = field(default_factory=dict)

    def _find(self, name: str, right: int, gold: int, found: int) -> None:
        finds = self.finds.setdefault(name, Finds())
        finds.right += right
        finds.gold += gold
        finds.found += found

    def _share(self, name: str, right: float) -> None:
        share = self.shares.setdefault(name, Share())
        share.right += float(right)
        share.count += 1

    def add(self, gold: Item, found: Item) -> None:
        """Count one article."""
        self._share("published", gold.get("published") == found.get("published"))
        right = {
            "dateline": self._dateline(gold.get("dateline"), found.get("dateline")),
            "direct": self._direct(gold["quotes"], found["quotes"]),
            "money": self._money(gold["money"], found["money"]),
        }
        self._indirect(gold["quotes"], found["quotes"])
        self._participants(gold["participants"], found["participants"])
        self._share("record", all(right.values()))
        if not all(right.values()):
            self.wrong[gold["id"]] = [part for part, ok in right.items() if not ok]

    def _dateline(self, gold: Item | None, found: Item | None) -> bool:
        self._find("dateline", bool(gold and found), bool(gold), bool(found))
        if not gold or not found:
            return not gold and not found
        right = {
            "city": fold(gold["city"]) == fold(found["city"]),
            "country": gold["country"] == found["country"],
            "date": gold["date"] == found["date"],
        }
        for name, ok in right.items():
            self._share(f"dateline.{name}", ok)
        self._share("dateline.agency", fold(gold["agency"]) == fold(found["agency"]))
        return all(right.values())

    def _direct(self, gold: Sequence[Item], found: Sequence[Item]) -> bool:
        mine = [q for q in gold if q["kind"] == "direct"]
        theirs = [q for q in found if q["kind"] == "direct"]
        pairs, extra = _pair(mine, theirs, _above(DIRECT_OVERLAP))
        # A quoted fragment inside a reported clause is that clause's, neither right nor wrong.
        mixed = [q for q in gold if q["kind"] == "mixed"]
        extra = [q for q in extra if not any(_covered(q, m) >= 0.9 for m in mixed)]
        self._find("direct", len(pairs), len(mine), len(pairs) + len(extra))
        speakers = self._attribution("direct", pairs)
        return len(pairs) == len(mine) and not extra and all(speakers)

    def _indirect(self, gold: Sequence[Item], found: Sequence[Item]) -> None:
        mine = [q for q in gold if q["kind"] != "direct"]
        theirs = [q for q in found if q["kind"] != "direct"]
        pairs, _ = _pair(mine, theirs, _above(REPORTED_OVERLAP))
        self._find("indirect", len(pairs), len(mine), len(theirs))
        self._attribution("indirect", pairs)

    def _attribution(self, name: str, pairs: Sequence[tuple[Item, Item]]) -> list[bool]:
        speakers = [same_name(g["speaker"], f["speaker"]) for g, f in pairs]
        for right, (g, f) in zip(speakers, pairs, strict=True):
            self._share(f"{name}.speaker", right)
            self._share(f"{name}.cue", fold(g["cue"]) == fold(f["cue"]))
        return speakers

    def _money(self, gold: Sequence[Item], found: Sequence[Item]) -> bool:
        pairs, _ = _pair(gold, found, _money_weight)
        self._find("money", len(pairs), len(gold), len(found))
        for g, f in pairs:
            self._share("money.measure", token_f1(g["measure"], f["measure"]))
            for name in ("bound", "flow", "period"):
                self._share(f"money.{name}", g[name] == f[name])
            if g["period"]:
                self._share("money.period_given", g["period"] == f["period"])
        return len(pairs) == len(gold) == len(found)

    def _participants(self, gold: Sequence[Item], found: Sequence[Item]) -> None:
        pairs, _ = _pair(gold, found, _participant_weight)
        self._find("participants", len(pairs), len(gold), len(found))
        for kind in ("person", "country", "organization"):
            right = sum(g["kind"] == kind for g, _ in pairs)
            mine, theirs = (sum(p["kind"] == kind for p in side) for side in (gold, found))
            self._find(f"participants.{kind}", right, mine, theirs)
        for g, f in pairs:
            self._share("participants.country_code", g.get("country") == f.get("country"))
            if g["kind"] == "person":
                for name, least in (("role", ROLE_F1), ("organization", BODY_F1)):
                    given = bool(g.get(name)) == bool(f.get(name))
                    right = given and token_f1(g.get(name), f.get(name)) >= least
                    self._share(f"participants.{name}", right)


def score(pairs: Iterable[tuple[Item, Item]]) -> Scores:
    """Scores of (gold, found) pairs."""
    scores = Scores()
    for gold, found in pairs:
        scores.add(gold, found)
    return scores


def read_gold(path: Path | str) -> list[dict[str, Any]]:
    """The articles of a gold corpus: a JSON lines file, or a folder with ``gold.jsonl``.

    Raises:
        InputError: it can't be read or is no gold.
    """
    file = Path(path)
    if file.is_dir():
        file = file / "gold.jsonl"
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"is no readable gold corpus ({error})", file) from error
    items = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            missing = {"id", "text", "quotes", "money", "participants"} - set(item)
        except (ValueError, TypeError) as error:
            raise InputError(f"line {number} is no JSON object ({error})", file) from error
        if missing:
            raise InputError(f"line {number} lacks {', '.join(sorted(missing))}", file)
        items.append(item)
    return items
