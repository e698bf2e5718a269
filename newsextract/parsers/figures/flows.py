"""Exports, imports, or both together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsextract.lexicons.countries import find_countries
from newsextract.lexicons.figure_words import figure_words
from newsextract.record import Flow

if TYPE_CHECKING:
    from spacy.tokens import Doc

_REACH = 40
"""Tokens from an amount within which a verb may tell its flow."""

_ALWAYS_EXPORTS = frozenset({"exports", "export", "exported", "exporting"})
_ALWAYS_IMPORTS = frozenset({"imports", "import", "imported", "importing"})


_BY_WAY: tuple[tuple[re.Pattern[str], Flow], ...] = (
    (re.compile(r"\b(?:shipments|sales|supplies|deliveries)\b.*? to (?P<end>.+)", re.I), "exports"),
    (re.compile(r"\bpurchases\b.*? from (?P<end>.+)", re.I), "imports"),
)
"""'Argentine sales to Paraguay': what goes to a country, and comes from one."""


def flow_of_phrase(measure: str | None, *, in_trade: bool) -> Flow | None:
    """The flow that a measure names.

    Args:
        measure: the phrase.
        in_trade: is it a part of trade between countries, so that 'sales' and 'supplies' are
            exports, and 'purchases' imports?
    """
    words = (measure or "").lower().replace("-", " ").split()
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if following in figure_words("not_trade"):
            continue
        if i and word in ("exported", "imported"):
            continue
        if word in (_ALWAYS_EXPORTS if not in_trade else figure_words("exports")):
            return "exports"
        if word in (_ALWAYS_IMPORTS if not in_trade else figure_words("imports")):
            return "imports"
    for pattern, flow in _BY_WAY:
        way = pattern.search(measure or "")
        if way and find_countries(way["end"]):
            return flow
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if word in figure_words("total_trade") and following not in figure_words("not_trade"):
            return "total"
    return None


def flow_of_verb(doc: Doc, start: int, amount: int, verb: int | None) -> Flow | None:
    """The flow that the clause's verb tells: 'exported food worth', 'goods were shipped to Iraq'.

    Args:
        doc: the parse.
        start: first token of the sentence.
        amount: first token of the amount.
        verb: the verb that governs the amount.
    """
    for token in reversed(doc[max(start, amount - _REACH) : amount]):
        word = token.lower_
        if word in ("exported", "imported"):
            return "exports" if word == "exported" else "imports"
        if token.text in (";", "while"):
            break
    if verb is None:
        return None
    token = doc[verb]
    children = list(token.children)
    if token.lower_ == "shipped":
        subject = next((c for c in token.lefts if c.dep_ == "nsubj"), None)
        abroad = any(c.lower_ in ("abroad", "overseas") for c in children)
        if abroad or (subject is not None and find_countries(subject.text)):
            return "exports"
    if token.lower_ in figure_words("sent_verb") and any(c.dep_ == "auxpass" for c in children):
        where = [c for c in children if c.dep_ == "prep" and c.lower_ == "to"]
        if any(t.ent_type_ == "GPE" for c in where for t in c.children):
            return "exports"
    if token.lower_ in figure_words("earn_verb"):
        subjects = [c for c in children if c.dep_ == "nsubj" and c.ent_type_ == "GPE"]
        if subjects and any(c.lower_ == "from" for c in doc[amount : amount + _REACH]):
            return "exports"
    return None
