"""Reported clauses: 'X said that ...', '..., X said', '..., according to X', 'in his view'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsextract.parsers.quotes.asides import said_around
from newsextract.parsers.quotes.loose import loose_clause
from newsextract.parsers.quotes.reported import (
    DECLINING,
    FINITE,
    Reported,
    cue_of,
    is_reduced,
    speaker_of,
    takes_up,
)
from newsextract.parsers.quotes.scene import SUBJECTS, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsextract.lexicons.cues import CueWord


def reported_clauses(scene: Scene) -> Iterator[Reported]:
    """Clauses that a reporting verb governs."""
    for i, word in scene.verbs.items():
        verb = scene.doc[i]
        found = (
            _governed(scene, verb, word)
            or said_around(scene, verb, word)
            or loose_clause(scene, verb, word)
        )
        if found:
            pieces, rule = found
            yield Reported(pieces, speaker_of(scene, verb), cue_of(scene, verb, word), rule)


def _governed(
    scene: Scene, verb: Token, word: CueWord
) -> tuple[tuple[tuple[int, int], ...], str] | None:
    """The content clause that depends on `verb`."""
    if "c" not in word.frames or (word.lemma == "hear" and not _is_hearing(verb)):
        return None
    clause = _complement(verb)
    if (
        clause is None
        or _stands_apart(scene, verb, clause)
        or _is_asked(verb, word)
        or _is_unsaid(verb, clause)
        or (clause.i < verb.i and any(c.dep_ == "neg" for c in verb.lefts))
        or _is_valued(verb)
    ):
        return None
    if clause.i > verb.i:
        piece = _after(scene, verb, clause)
        lead = _lead(scene, verb, clause)
        if piece and lead:
            return (lead, piece), "quotes.indirect.aside"
        return ((piece,), "quotes.indirect.clause") if piece else None
    pieces = _before(scene, verb, clause)
    return (pieces, "quotes.indirect.postposed") if pieces else None


def _is_hearing(verb: Token) -> bool:
    """'The committee heard that ...': somebody unnamed spoke to it."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return subject is not None and subject.lower_ in HEARING


HEARING = frozenset(
    "committee court tribunal inquiry jury inquest hearing panel commission mps conference".split()
)


def _stands_apart(scene: Scene, verb: Token, clause: Token) -> bool:
    """'A said he agreed; B said ...': what a semicolon divides is another report."""
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.i > clause.i), None)
    before = scene.doc[subject.left_edge.i - 1].text if subject is not None else ""
    return before == ";" and clause.i in scene.verbs


def _is_asked(verb: Token, word: CueWord) -> bool:
    """'Asked whether ..., he said': the participle's subject hears the question."""
    if verb.lower_ == "asked" and (verb.is_sent_start or verb.nbor(-1).lower_ == "when"):
        return True
    return (
        verb.tag_ == "VBN"
        and word.kind == "ask"
        and not any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children)
    )


def _is_valued(verb: Token) -> bool:
    """'the cost is estimated at 3 million': an amount, and nobody's report."""
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    return passive and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "at"


def _is_unsaid(verb: Token, clause: Token) -> bool:
    """'did not say where', 'declined to say how': nothing is reported."""
    open_question = clause.left_edge.lower_ in _QUESTION_WORDS
    denied = any(c.dep_ == "neg" for c in verb.lefts) or verb.head.lower_ in DECLINING
    return open_question and denied and clause.i > verb.i


_QUESTION_WORDS = frozenset("where when how why who what which whether if".split())


def _complement(verb: Token) -> Token | None:
    best = None
    for child in verb.children:
        if child.dep_ != "ccomp" and not (child.dep_ == "advcl" and _has_mark(child, ("that",))):
            continue
        if _is_purpose(child) or is_reduced(verb, child):
            continue
        better = best is None or best.i < verb.i < child.i
        if better and (best is None or _has_mark(child, ("that", "whether"))):
            best = child
    return best


def _is_purpose(clause: Token) -> bool:
    """'requested support so that exports could grow'."""
    return any(c.lower_ == "that" and c.i and c.nbor(-1).lower_ == "so" for c in clause.lefts)


def _has_mark(clause: Token, words: tuple[str, ...]) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in words for c in clause.lefts)


def _after(scene: Scene, verb: Token, clause: Token) -> tuple[int, int] | None:
    doc = scene.doc
    first, last = clause.left_edge.i, clause.right_edge.i + 1
    first = max(first, verb.i + 1)
    for aside in clause.rights:
        # '..., adding that ...' and '..., whereas Y said that ...' report on their own.
        if (
            aside.dep_ == "advcl"
            and aside.i in scene.verbs
            and first < aside.left_edge.i < last
            and (
                _has_mark(aside, ("although", "though"))
                or (_has_mark(aside, ("whereas", "while")) and _complement(aside) is not None)
                or (aside.tag_ == "VBG" and doc[aside.left_edge.i - 1].text == ",")
            )
        ):
            last = aside.left_edge.i
    first = _stray_subject(scene, verb, clause, first)
    if doc[first - 1].tag_ == "CC" or not any(c.dep_ in SUBJECTS for c in clause.lefts):
        # 'said in a statement that ... and that ...': the first clause hangs on the noun.
        for i in range(verb.i + 1, first):
            if doc[i].lower_ == "that" and doc[i].dep_ == "mark" and doc[i].head.dep_ == "acl":
                first = i + 1
                break
    for i in range(verb.i + 1, first):
        # 'said that Riga hoped to receive no less than $1 million': cut at a sum by the parse.
        if doc[i].lower_ == "that" and doc[i].tag_ == "IN" and doc[i].dep_ == "mark":
            first = i + 1
            break
    for i in range(first + 2, last - 1):
        # The same where the parse hangs it elsewhere.
        if takes_up(scene, i) and doc[i + 1].lower_ == "that":
            last = i
            break
    for conjunct in clause.rights:
        # 'complained that ... and questioned ...': the second verb reports on its own.
        if (
            conjunct.dep_ == "conj"
            and conjunct.i in scene.verbs
            and conjunct.i < last
            and conjunct.tag_ == verb.tag_
            and not any(c.dep_ in SUBJECTS for c in conjunct.lefts)
        ):
            last = conjunct.left_edge.i
            while last > first and doc[last - 1].tag_ in ("CC", ","):
                last -= 1
    last = _evaded(scene, first, last)
    for child in verb.rights:
        # 'replied that ..., and that ...': the second clause hangs on the verb.
        if child.dep_ == "conj" and child.i > clause.i and _has_mark(child, ("that",)):
            last = max(last, child.right_edge.i + 1)
    for child in verb.rights:
        # What the parse hangs on the reporting verb, but no comma divides from the clause.
        if (
            child.i > clause.i
            and child.left_edge.i == last
            and child.dep_ in ("advcl", "prep")
            and not takes_up(scene, child.i)
        ):
            last = child.right_edge.i + 1
    while first < last and (doc[first].dep_ == "punct" or doc[first].lower_ == "that"):
        if scene.inside[first] >= 0 or (doc[first].lower_ == "that" and not _opens(scene, first)):
            break
        first += 1
    end = _block_end(scene, verb)
    if last < end and scene.inside[last] >= 0 > scene.inside[last - 1] and doc[last - 1].is_alpha:
        last += 1  # 'assured them that it would come "within a week"': `_Desk` takes all of it
    last = min(last, end)
    first, last = scene.trimmed(first, last)
    return (first, last) if first < last else None


def _evaded(scene: Scene, first: int, last: int) -> int:
    """'said it was late, but would not elaborate': where the speaker stops to speak."""
    doc = scene.doc
    for i in range(first + 3, last - 1):
        if doc[i].lower_ not in ("but", "and") or doc[i - 1].text != ",":
            continue
        ahead = [doc[j].lower_ for j in range(i + 1, min(i + 5, last))]
        denied = ahead[0] in DECLINING or (
            ahead[0] in _AUXILIARIES and {"not", "n't", "n’t"} & set(ahead[1:2])
        )
        if ahead[0] in ("gave", "offered", "provided") and "no" in ahead[1:2]:
            return i - 1
        if denied and (ahead[0] in DECLINING or not _EVADING.isdisjoint(ahead[2:])):
            return i - 1
    return last


_AUXILIARIES = frozenset({"would", "did", "could", "does", "do", "will"})
_EVADING = frozenset(
    "elaborate say comment specify name give provide disclose confirm drawn detail reveal".split()
)


def _opens(scene: Scene, that: int) -> bool:
    """Does the token `that` open a clause, whatever the parse takes it for?"""
    behind = scene.doc[that + 1].tag_ if that + 1 < len(scene.doc) else ""
    token = scene.doc[that]
    return token.dep_ == "mark" or (token.tag_ in ("IN", "WDT") and behind not in FINITE)


def _stray_subject(scene: Scene, verb: Token, clause: Token, first: int) -> int:
    """'said the north, "which got nothing", was left out': a subject taken for an object."""
    if "t" in scene.verbs[verb.i].frames or not (clause.tag_ in FINITE or _has_modal(clause)):
        return first
    if any(c.dep_ in SUBJECTS | {"mark"} for c in clause.lefts) or clause.left_edge.tag_ == "WRB":
        return first
    for child in verb.rights:
        if child.dep_ == "dobj" and verb.i + 1 == child.left_edge.i and child.i < clause.i:
            return child.left_edge.i if scene.inside[child.i] < 0 else first
    return first


def _lead(scene: Scene, verb: Token, clause: Token) -> tuple[int, int] | None:
    """'A cap like that, X said, "is no cap"': the subject that the clause behind lacks."""
    if verb.dep_ != "ROOT" or clause.tag_ not in FINITE | {"VBN", "VBG"}:
        return None
    if any(c.dep_ in SUBJECTS for c in clause.lefts):
        return None
    start = scene.sentence(verb.i)[0]
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or (clause.lower_ not in _BE_OR_MODAL and not _has_modal(clause)):
        return None
    first = subject.left_edge.i
    if first - 1 <= start or scene.doc[first - 1].text != ",":
        return None
    a, b = scene.trimmed(start, first)
    return (a, b) if a < b else None


BE = frozenset({"is", "are", "was", "were"})
_BE_OR_MODAL = BE | {"has", "have", "had"}


def _has_modal(clause: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in clause.lefts)


def _before(scene: Scene, verb: Token, clause: Token) -> tuple[tuple[int, int], ...] | None:
    """'The deal is done, X said'; 'The deal, X said, is done'."""
    first = clause.left_edge.i
    for child in verb.lefts:
        if (
            child.dep_ in ("advcl", "prep", "npadvmod", "advmod", "cc", "nsubj")
            and child.i < clause.i
        ):
            first = min(first, child.left_edge.i)
    if verb.dep_ == "ROOT" or _closes(scene, verb, clause):
        first = min(first, scene.sentence(verb.i)[0])
    first = max(first, _block_start(scene, verb))
    own_first, own_last = _own_tokens(verb, clause)
    pieces = []
    a, b = scene.trimmed(first, own_first)
    if a < b:
        pieces.append((a, b))
    end = clause.right_edge.i if clause.right_edge.i >= own_last else _second_half(scene, verb)
    if end:
        a, b = scene.trimmed(own_last, end + 1)
        if a < b:
            pieces.append((a, b))
    return tuple(pieces) or None


def _second_half(scene: Scene, verb: Token) -> int:
    """'The line is late, X said, and it will be dear': the last token of the other clause."""
    for child in verb.rights:
        if (
            child.dep_ == "conj"
            and child.i not in scene.verbs
            and scene.doc[child.left_edge.i - 1].tag_ == "CC"
            and scene.doc[child.left_edge.i - 2].text == ","
            and any(c.dep_ in SUBJECTS for c in child.lefts)
        ):
            return child.right_edge.i
    return 0


def _closes(scene: Scene, verb: Token, clause: Token) -> bool:
    """'A was tried, but B was dropped, X said.': the cue at the end is that of both clauses."""
    first, last = scene.sentence(verb.i)
    return (
        verb.dep_ == "conj"
        and verb.head.dep_ == "ROOT"
        and not scene.reports(verb.head.i)
        and not any(scene.reports(i) for i in range(first, clause.i))
        and last - verb.i <= _LONGEST_TAIL
        and any(c.dep_ in SUBJECTS and clause.i < c.i < verb.i for c in verb.lefts)
    )


_LONGEST_TAIL = 6
"""Tokens behind a cue that closes its sentence: 'said on Monday.'"""


def _own_tokens(verb: Token, clause: Token) -> tuple[int, int]:
    """The attribution itself: the verb with its subject and what else hangs on it."""
    first, last = verb.i, verb.i + 1
    for child in verb.children:
        if child.i == clause.i:
            continue
        if (
            clause.i < child.i
            and child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "neg", "advmod")
            and child.i < verb.i
        ):
            first = min(first, max(child.left_edge.i, clause.i + 1))
        if child.i > verb.i and child.dep_ not in ("punct", "ccomp", "conj", "cc"):
            last = max(last, child.right_edge.i + 1)
    return first, last


def _block_start(scene: Scene, verb: Token) -> int:
    start = max(
        scene.block_of(verb.idx)[0], scene.story.body if verb.idx >= scene.story.body else 0
    )
    return scene.tokens(start, start)[0]


def _block_end(scene: Scene, verb: Token) -> int:
    return scene.tokens(0, scene.block_of(verb.idx)[1])[1]
