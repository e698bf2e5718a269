"""How a name stands in its sentence: who acts, who is acted with, what is mentioned in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ACTS = frozenset({"nsubj", "nsubjpass", "agent", "according"})
"""Standings of one that acts, speaks, or has something done to it."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLIMBED = frozenset({"conj", "appos"})


def standing(doc: Doc, start: int, end: int) -> str:
    """How ``doc.text[start:end]`` stands: its dependency, 'agent', 'according', or a preposition.

    A part of an enumeration or an apposition stands as the first of them does. The object of
    a preposition gives the preposition in small letters.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return ""
    token: Token = span.root
    for _ in range(6):
        if token.dep_ not in _CLIMBED or token.head.i == token.i or token.head.tag_[:1] != "N":
            break
        token = token.head
    if token.dep_ in _SUBJECTS:
        return token.dep_
    if token.dep_ == "pobj":
        preposition = token.head
        word = preposition.lower_
        if word == "by" and preposition.dep_ == "agent":
            return "agent"
        if word == "to" and preposition.head.lower_ == "according":
            return "according"
        return word
    return str(token.dep_)


def governor(doc: Doc, start: int, end: int) -> str:
    """The word, in small letters, that ``doc.text[start:end]`` depends on."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root.head.lower_ if span is not None and len(span) else ""


SOURCES = frozenset(
    "data figures statistics estimates numbers report survey study poll census forecast".split()
)
_NESTED = frozenset({"compound", "nmod", "poss", "amod", "pobj", "prep", "agent", "acl", "relcl"})


def informs(doc: Doc, start: int, end: int) -> bool:
    """Is it the maker of data that show something ('figures from the Statistical Service')?"""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    token: Token = span.root
    for _ in range(5):
        if token.lower_ in SOURCES:
            if token.dep_ in _SUBJECTS:
                return True
            return token.dep_ == "pobj" and token.head.head.lower_ == "according"
        if token.dep_ not in _NESTED or token.head.i == token.i:
            return False
        token = token.head
    return False
