"""Who gives an amount, and who gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsextract.lexicons.cues import reporting_verbs
from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.grammar import subject_of
from newsextract.parsers.figures.sites import Site
from newsextract.story import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Roles(NamedTuple):
    """The noun phrases of the parties, as ranges of characters."""

    giver: Range | None = None
    receiver: Range | None = None


_LONGEST_NAME = 8
_NOTHING = Roles()
_NOT_GIVEN = frozenset("for on at against over under after by during since until".split())
_DENIED = frozenset({"neither", "no", "nobody"})
_NAMED = frozenset({"GPE", "ORG", "NORP", "PERSON", "LOC", "FAC"})


def find_roles(doc: Doc, site: Site, verb: int | None, body: int) -> Roles:
    """Giver and receiver of the amount that the verb at token `verb` governs.

    Only verbs of giving ('provide', 'lend', 'allocate') and of getting ('receive', 'borrow')
    tell; what is neither named nor a noun is left out. The story begins at offset `body`: a
    dateline is no party.
    """
    if verb is None:
        return _NOTHING
    if site.amount.rule == "figures.amount.shared" and site.before >= 0:
        # 'Norway pledged 75 million dollars and Denmark 40 million.'
        own = doc[site.before]
        if own.tag_.startswith("NNP"):
            return Roles(_range(own)) if doc[verb].lower_ in figure_words("give_verb") else _NOTHING
    token = doc[verb]
    word = token.lower_
    gives, gets = word in figure_words("give_verb"), word in figure_words("get_verb")
    if not gives and not gets:
        return _NOTHING
    branch = next(
        (c for c in token.children if c.left_edge.i <= site.first <= c.right_edge.i), None
    )
    if branch is not None and branch.lower_ in _NOT_GIVEN:
        return _NOTHING
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children)
    subject = None if passive else _subject(token)
    agent = _agent(token)
    other = _dative(token, site) if gives else None
    source = _behind(doc, token, site, "from") if gets else None
    if subject is not None and subject.idx < body:
        subject = None
    if gives:
        return Roles(_range(agent or subject), _range(other))
    return Roles(_range(source), _range(subject))


def _subject(verb: Token) -> Token | None:
    subject = subject_of(verb)
    if subject is None or subject.head.lower_ in reporting_verbs():
        return None  # 'farmers left, the envoy said, paying $5 each'
    if any(child.lower_ in _DENIED for child in subject.lefts):
        return None
    return subject if subject.tag_ not in ("WDT", "WP") else _relative(subject.head)


def _relative(verb: Token) -> Token | None:
    return verb.head if verb.dep_ == "relcl" else None


def _agent(verb: Token) -> Token | None:
    """'by the bank'."""
    for child in verb.rights:
        if child.dep_ == "agent":
            return next((t for t in child.rights if t.dep_ == "pobj"), None)
    return None


def _dative(verb: Token, site: Site) -> Token | None:
    """'lend Poland', 'provide ... to Ukraine'."""
    last = verb.doc[site.before] if site.before > verb.i else None
    if last is not None and last.ent_type_ in ("GPE", "ORG", "PERSON"):
        return last  # 'owed Argentina $2.7 billion'
    for child in verb.rights:
        if child.dep_ in ("dative", "dobj") and child.i < site.first and child.ent_type_ in _NAMED:
            return child
    return _behind(verb.doc, verb, site, "to")


def _behind(doc: Doc, verb: Token, site: Site, preposition: str) -> Token | None:
    """The named object of a preposition between the verb and the end of its clause."""
    for token in doc[verb.i + 1 : min(site.sentence[1], site.last + 15)]:
        if token.text in (";", ",") and token.i > site.last:
            break
        if token.lower_ == preposition and token.tag_ in ("IN", "TO"):
            for child in token.rights:
                if child.dep_ in ("pobj", "dobj") and not site.first <= child.i < site.last:
                    named = child.ent_type_ in _NAMED or any(
                        t.ent_type_ in _NAMED for t in child.subtree if t.i <= child.i
                    )
                    return child if named else None
    return None


def _range(head: Token | None) -> Range | None:
    """The noun phrase of `head`: its words on the left, and itself."""
    if head is None or not head.tag_.startswith(("N", "J")):
        return None
    last = head.i
    doc = head.doc
    start = head.left_edge.i
    # The whole name, as far as the entity goes on behind the head.
    while last + 1 < len(doc) and last - head.i < _LONGEST_NAME:
        following = doc[last + 1]
        if following.ent_iob_ != "I" or following.tag_ in ("CD", "$"):
            break
        last += 1
    if last - start > 2 * _LONGEST_NAME:
        start = head.i
    return Range(doc[start].idx, doc[last].idx + len(doc[last]))
