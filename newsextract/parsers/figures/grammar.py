"""The verb above a word, and the subject of a verb, as the parse has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
RELATIVES = frozenset({"WDT", "WP", "IN"})
"""Tags of a pronoun that opens a relative clause."""

_NOUNS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
"""Parts of a clause that a finite verb is not."""

_DEPTH = 8
"""Heads between a word and its verb."""

_STEPS = 4
"""Verbs between one without a subject and the one that has it."""

_SHARES_SUBJECT = frozenset({"conj", "xcomp", "aux", "auxpass", "advcl", "ccomp"})


def is_verb(token: Token) -> bool:
    """Is it a verb, not the money of 'five trillion won', nor a noun that was taken for one?"""
    if not token.tag_.startswith("VB") or token.dep_ in _NOUNS:
        return False
    return not (token.i and token.nbor(-1).tag_ == "CD" and token.lower_ == "won")


def verb_above(token: Token) -> Token | None:
    """The verb that governs a token."""
    for _ in range(_DEPTH):
        if token.head.i == token.i:
            return None
        token = token.head
        if is_verb(token):
            return token
    return None


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb; of a verb without one, that of the verb it depends on."""
    for _ in range(_STEPS):
        subjects = [child for child in verb.lefts if child.dep_ in SUBJECTS]
        if subjects:
            return subjects[-1]  # the nearest: a dateline is often taken for one, too
        if verb.dep_ == "advcl" and verb.tag_ in ("VBD", "VBZ") and _is_finite(verb):
            return None  # its own subject was taken for an object
        above = verb.head
        if verb.dep_ not in _SHARES_SUBJECT or not (above.tag_ in VERBS or above.dep_ == "ROOT"):
            return None
        verb = above
    return None


def _is_finite(verb: Token) -> bool:
    """Does a verb need a subject of its own, having neither link nor auxiliary?"""
    return not any(child.dep_ in ("mark", "aux", "auxpass", "advmod") for child in verb.lefts)
