"""Scores of records against gold, field by field.

Finds are paired with gold one to one, and all rates are micro-averaged over the articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsextract.evaluation.gold import FIELDS
from newsextract.evaluation.items import Item
from newsextract.evaluation.matching import (
    DIRECT_OVERLAP,
    REPORTED_OVERLAP,
    above,
    covered,
    fold,
    money_weight,
    pair,
    participant_weight,
    same_name,
    token_f1,
)

ROLE_F1 = 0.8
BODY_F1 = 0.5


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
        """Count one article, by the fields that its gold has."""
        if "published" in gold:
            self._share("published", gold["published"] == found.get("published"))
        right = {}
        if "dateline" in gold:
            right["dateline"] = self._dateline(gold["dateline"], found.get("dateline"))
        if "quotes" in gold:
            right["direct"] = self._direct(gold["quotes"], found["quotes"])
            self._indirect(gold["quotes"], found["quotes"])
        if "money" in gold:
            right["money"] = self._money(gold["money"], found["money"])
        if "participants" in gold:
            self._participants(gold["participants"], found["participants"])
        if all(name in gold for name in FIELDS):
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
        pairs, extra = pair(mine, theirs, above(DIRECT_OVERLAP))
        # A quoted fragment inside a reported clause is that clause's, neither right nor wrong.
        mixed = [q for q in gold if q["kind"] == "mixed"]
        extra = [q for q in extra if not any(covered(q, m) >= 0.9 for m in mixed)]
        self._find("direct", len(pairs), len(mine), len(pairs) + len(extra))
        speakers = self._attribution("direct", pairs)
        return len(pairs) == len(mine) and not extra and all(speakers)

    def _indirect(self, gold: Sequence[Item], found: Sequence[Item]) -> None:
        mine = [q for q in gold if q["kind"] in ("indirect", "mixed")]
        theirs = [q for q in found if q["kind"] in ("indirect", "mixed")]
        pairs, _ = pair(mine, theirs, above(REPORTED_OVERLAP))
        self._find("indirect", len(pairs), len(mine), len(theirs))
        self._attribution("indirect", pairs)

    def _attribution(self, name: str, pairs: Sequence[tuple[Item, Item]]) -> list[bool]:
        speakers = [same_name(g["speaker"], f["speaker"]) for g, f in pairs]
        for right, (g, f) in zip(speakers, pairs, strict=True):
            self._share(f"{name}.speaker", right)
            self._share(f"{name}.cue", fold(g["cue"]) == fold(f["cue"]))
        return speakers

    def _money(self, gold: Sequence[Item], found: Sequence[Item]) -> bool:
        pairs, _ = pair(gold, found, money_weight)
        self._find("money", len(pairs), len(gold), len(found))
        for g, f in pairs:
            self._share("money.measure", token_f1(g["measure"], f["measure"]))
            for name in ("bound", "flow", "period"):
                self._share(f"money.{name}", g[name] == f[name])
            if g["period"]:
                self._share("money.period_given", g["period"] == f["period"])
        return len(pairs) == len(gold) == len(found)

    def _participants(self, gold: Sequence[Item], found: Sequence[Item]) -> None:
        pairs, _ = pair(gold, found, participant_weight)
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
        pairs, extra = pair(mine, theirs, above(least))
        verdicts += [(f["rule"], same_name(g["speaker"], f["speaker"])) for g, f in pairs]
        verdicts += [
            (q["rule"], False) for q in extra if not any(covered(q, m) >= 0.9 for m in mixed)
        ]
    for name, weight in (("money", money_weight), ("participants", participant_weight)):
        pairs, extra = pair(gold[name], found[name], weight)
        verdicts += [(f["rule"], True) for _, f in pairs] + [(f["rule"], False) for f in extra]
    return verdicts
