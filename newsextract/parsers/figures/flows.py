"""Exports, imports, or both together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsextract.lexicons.countries import find_countries
from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.sites import Site
from newsextract.record import Flow

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 40
"""Tokens from an amount within which a verb may tell its flow."""

_ALWAYS_EXPORTS = frozenset({"exports", "export", "exported", "exporting"})
_ALWAYS_IMPORTS = frozenset({"imports", "import", "imported", "importing"})


_BANKS = frozenset({"export import bank", "import export bank"})
_LABEL = re.compile(r"\b(?P<flow>export|import)s?\s*[-–—:]\s*\W{0,2}$", re.I)
_BUY = frozenset({"bought", "purchased"})
_SELL = frozenset({"sold", "shipped"})
_BEYOND = 12
"""Tokens behind an amount that may say from or to where the goods went."""

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
    both = _ALWAYS_EXPORTS.intersection(words) and _ALWAYS_IMPORTS.intersection(words)
    if both and "and" in words:
        return "total"
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if following in figure_words("not_trade") or " ".join(words[i:][:3]) in _BANKS:
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
    behind = {t.lower_ for t in doc[amount : amount + 8]}
    if behind & {"abroad", "overseas"} and behind & {"sales", "shipments"}:
        return "exports"  # '$5 million in sales abroad'
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


def flow_of_label(text: str, amount: int) -> Flow | None:
    """The flow of a label right before the offset of an amount: 'export $5bn, import – $3bn'."""
    label = _LABEL.search(text, max(amount - _REACH, 0), amount)
    if label is None:
        return None
    return "exports" if label["flow"].lower() == "export" else "imports"


def flow_of_trade(doc: Doc, site: Site, verb: int | None) -> Flow | None:
    """The flow where a country bought or sold: 'Norway bought $5 million worth of Chilean fish'."""
    if verb is None:
        return None
    token = doc[verb]
    if token.dep_ == "acl" and token.lower_ in ("valued", "worth"):
        token = token.head.head  # 'shipped cocoa valued at $5 million to Japan'
    flow = _way(token)
    if flow is None:
        subject = next((c for c in token.lefts if c.dep_ == "nsubj"), None)
        if subject is None or subject.lower_ not in ("shipments", "deliveries"):
            return None
        owners = [c for c in subject.lefts if c.dep_ == "poss"]
        return "exports" if owners and find_countries(owners[0].text) else None
    subject = next((c for c in token.lefts if c.dep_ == "nsubj"), None)
    if subject is None and token.dep_ == "conj":
        # 'Vietnam sold $5 billion worth of goods and bought $2 billion'
        other = _way(token.head) or ("exports" if token.head.lower_ == "exported" else None)
        subject = next((c for c in token.head.lefts if c.dep_ == "nsubj"), None)
        if other is not None and subject is not None and find_countries(subject.text):
            return flow
    if subject is None or not find_countries(subject.text):
        return None
    if site.last < len(doc) - 1 and [t.lower_ for t in doc[site.last : site.last + 2]] == [
        "worth",
        "of",
    ]:
        return flow
    rest = doc[verb + 1 : min(site.last + _BEYOND, site.sentence[1])].text
    return flow if find_countries(rest) else None


def _way(verb: Token) -> Flow | None:
    if verb.tag_ not in ("VBD", "VBN"):
        return None
    if any(c.dep_ in ("auxpass", "nsubjpass") or c.tag_ == "MD" for c in verb.lefts):
        return None
    if verb.lower_ in _BUY:
        return "imports"
    return "exports" if verb.lower_ in _SELL else None
