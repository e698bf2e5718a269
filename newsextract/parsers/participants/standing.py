"""How a name stands in its sentence: who acts, who is acted with, what is mentioned in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsextract.lexicons.word_lists import word_list

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ACTS = frozenset({"nsubj", "nsubjpass", "agent", "according", "called"})
"""Standings of one that acts, speaks, or has something done to it."""

_CALLING = frozenset({"call", "calls", "called", "calling"})
_BESIDE = word_list("participant_words.tsv", "beside")
_PLACES = word_list("participant_words.tsv", "place")
_ONCE = word_list("participant_words.tsv", "once")
_BUILT = word_list("participant_words.tsv", "built")
_SEEN = word_list("participant_words.tsv", "seen")
_STAFF = word_list("participant_words.tsv", "staff")
_OWN_STAFF = _STAFF | {"office", "offices", "bureau", "branch"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLIMBED = frozenset({"conj", "appos"})


def standing(doc: Doc, start: int, end: int) -> str:
    """How ``doc.text[start:end]`` stands: its dependency, 'agent', 'according', or a preposition.

    A part of an enumeration or an apposition stands as the first of them does. The object of
    a preposition gives the preposition in small letters; 'called' is whom one calls on.
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
        if word == "by" and (preposition.dep_ == "agent" or preposition.head.tag_[:1] == "N"):
            return "agent"  # 'was backed by the bank', 'a plea by the bank'
        if word == "to" and preposition.head.lower_ == "according":
            return "according"
        if word in ("on", "upon") and preposition.head.lower_ in _CALLING:
            return "called"
        return word
    return str(token.dep_)


def is_landmark(doc: Doc, start: int, end: int) -> bool:
    """Is it named in passing: 'outside the court', 'a branch of the bank', 'run by the agency'?"""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False
    token: Token = span.root
    for _ in range(6):
        if token.dep_ not in ("conj", "appos") or token.head.i == token.i:
            break
        if token.dep_ == "appos" and token.doc[token.left_edge.i - 1].text == ",":
            break
        token = token.head
    if token.dep_ == "dobj":
        return token.head.lower_ in _SEEN
    if token.dep_ != "pobj":
        return False
    preposition: Token = token.head
    word, head = preposition.lower_, preposition.head
    before = {child.lower_ for child in head.lefts}
    if not _FORMER.isdisjoint(before):
        return True  # 'once owned by the firm'
    if "former" in before and head.dep_ in ("pobj", "appos", "attr"):
        return True  # 'founded by a former doctor of the army'
    if word == "of":
        return head.dep_ not in _SUBJECTS and (head.lower_ in _PLACES or head.lower_ in _ONCE)
    if word in ("by", "for", "after") and head.lower_ in _BUILT:
        return bool(head.dep_ in ("acl", "relcl", "pobj"))
    if word in ("as", "from"):
        return head.lower_ in (_NAMED if word == "as" else _DISTANCES)
    if word == "to":
        return head.lower_ in _BELONGING
    return word in _BESIDE


def acts_by_staff(doc: Doc, start: int, end: int) -> bool:
    """'Judges at the court ordered': do those act who are of it?"""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is not None and span.root.dep_ == "poss":
        owned = span.root.head  # 'the agency's office in Bangkok is to check'
        return (
            span.root.ent_type_ != "GPE" and owned.lower_ in _OWN_STAFF and owned.dep_ in _SUBJECTS
        )
    if span is None or span.root.dep_ != "pobj":
        return False
    staff = span.root.head.head
    at_it = span.root.head.lower_ in ("at", "of", "from", "for", "with")
    return bool(at_it and staff.lower_ in _STAFF and staff.dep_ in _SUBJECTS)


def governor(doc: Doc, start: int, end: int) -> str:
    """The word, in small letters, that ``doc.text[start:end]`` depends on."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root.head.lower_ if span is not None and len(span) else ""


SOURCES = frozenset(
    "data figures statistics estimates numbers report survey study poll census forecast".split()
)
_NAMED = frozenset({"known", "called"})
_BELONGING = frozenset({"belong", "belongs", "belonged", "belonging"})
_DISTANCES = frozenset("steps metres meters kilometres kilometers miles blocks minutes".split())
_FORMER = frozenset("once formerly previously originally".split())
_PAPERS = frozenset("shares share stock bonds notes".split())
_GIVING = word_list("participant_words.tsv", "giving")


def receives(doc: Doc, start: int, end: int) -> bool:
    """Is something given, paid or sold to it, or do its shares move?"""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or span.root.dep_ not in ("pobj", "dative"):
        return False
    token: Token = span.root
    while token.dep_ == "conj":
        token = token.head
    preposition = token.head
    if preposition.lower_ in ("in", "of") and preposition.head.lower_ in _PAPERS:
        return preposition.head.dep_ in _SUBJECTS
    return preposition.lower_ == "to" and preposition.head.lower_ in _GIVING


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
