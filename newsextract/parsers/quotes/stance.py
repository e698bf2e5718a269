"""What somebody names, wants, backs or attacks: attributions whose content is no clause.

'X called it a mistake', 'X described the deal as "historic"', 'X vowed to go on',
'X denounced the raid', 'X called for a truce'.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsextract.parsers.quotes.reported import Reported, cue_of, speaker_of
from newsextract.parsers.quotes.scene import Scene
from newsextract.story import CueFinding, QuoteFinding, Range

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsextract.lexicons.cues import CueWord

_OBJECTS = frozenset({"dobj", "ccomp", "oprd", "attr", "nsubjpass", "acomp", "xcomp"})


def stances(scene: Scene) -> Iterator[Reported]:
    """Attributions without a content clause, one for a verb at most."""
    for i, word in scene.verbs.items():
        verb = scene.doc[i]
        found = (
            _naming(scene, verb, word)
            or _infinitive(scene, verb, word)
            or _object(scene, verb, word)
            or _preposition(scene, verb, word)
        )
        if found is None:
            continue
        (first, last), rule = found
        first, last = scene.trimmed(first, last)
        speaker = speaker_of(scene, verb)
        if first < last and speaker is not None:
            yield Reported(((first, last),), speaker, cue_of(scene, verb, word), rule)


Piece = tuple[tuple[int, int], str]


def _naming(scene: Scene, verb: Token, word: CueWord) -> Piece | None:
    """An object and what it is called: from the one to the end of the other."""
    if "n" not in word.frames and "m" not in word.frames:
        return None
    rights = [c for c in verb.rights if c.dep_ in _OBJECTS or c.dep_ == "prep"]
    named = next((c for c in rights if c.dep_ in _OBJECTS), None)
    if named is None:
        return None
    last = named.right_edge.i + 1
    complement = named.dep_ == "ccomp" or any(c.dep_ == "oprd" for c in rights)
    for child in rights:
        if child.i <= named.i:
            continue
        if child.dep_ in ("oprd", "attr", "acomp", "xcomp") or child.lower_ in ("as", "at"):
            complement = True
            last = max(last, child.right_edge.i + 1)
    complement = complement or any(c.lower_ == "as" for c in named.rights)
    if "m" in word.frames:
        amount = next((c for r in rights for c in (r, *r.rights) if _is_amount(c)), None)
        if amount is not None:
            last = max(last, amount.right_edge.i + 1)
            return (max(named.left_edge.i, verb.i + 1), last), "quotes.indirect.estimate"
    if "n" not in word.frames:
        return None
    ahead = scene.inside[last] if last < len(scene.doc) else -1
    while ahead >= 0 and last < len(scene.doc) and scene.inside[last] == ahead:
        last += 1
    quotes = any(scene.inside[j] >= 0 for j in range(verb.i, last))
    if not complement and not quotes:
        return None
    rule = "quotes.mixed.naming" if quotes else "quotes.stance.naming"
    return (max(named.left_edge.i, verb.i + 1), last), rule


def _is_amount(preposition: Token) -> bool:
    """'at some 70 million', not 'at risk'."""
    return preposition.lower_ == "at" and any(
        t.like_num or t.tag_ == "CD" for t in preposition.subtree
    )


def _infinitive(scene: Scene, verb: Token, word: CueWord) -> Piece | None:
    """'vowed to go on', 'urged both sides to stop'."""
    if "i" not in word.frames:
        return None
    for child in verb.rights:
        if child.dep_ not in ("xcomp", "ccomp", "advcl"):
            continue
        if not any(c.dep_ == "aux" and c.lower_ == "to" for c in child.lefts):
            continue
        if child.dep_ == "advcl" and not any(c.dep_ == "dobj" for c in verb.rights):
            continue
        first = child.left_edge.i
        for other in verb.rights:
            if other.dep_ == "dobj" and other.i < child.i:
                first = min(first, other.left_edge.i)
        return (first, child.right_edge.i + 1), "quotes.stance.infinitive"
    return None


def _object(scene: Scene, verb: Token, word: CueWord) -> Piece | None:
    """'denounced the raid'."""
    if "o" not in word.frames:
        return None
    for child in verb.rights:
        if child.dep_ == "dobj" and child.tag_ not in ("WDT", "WP", "PRP$"):
            return (child.left_edge.i, _widened(verb, child)), "quotes.stance.object"
    return None


def _preposition(scene: Scene, verb: Token, word: CueWord) -> Piece | None:
    """'called for a truce'."""
    if not word.preps:
        return None
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in word.preps:
            goal = next((c for c in child.rights if c.dep_ in ("pobj", "pcomp")), None)
            if goal is not None:
                return (child.i + 1, goal.right_edge.i + 1), "quotes.stance.preposition"
    return None


def _widened(verb: Token, thing: Token) -> int:
    """End of the object with what follows it without a comma: 'the shift as a conversion'."""
    last = thing.right_edge.i + 1
    for child in verb.rights:
        if child.left_edge.i == last and child.dep_ in ("prep", "advcl", "xcomp", "advmod"):
            last = child.right_edge.i + 1
    return last


def quoted_fragment(scene: Scene, number: int) -> Reported | None:
    """Words between marks inside a clause that somebody's verb governs.

    'hailed her as a "pioneer"', 'the plan that X had branded "madness"': also verbs of no
    list, where 'as' or the marks themselves show that they name something.
    """
    region = scene.regions[number]
    first, last = scene.tokens(region.inner_start, region.inner_end)
    if first >= last or scene.rambling[first]:
        return None
    token = scene.doc[first:last].root
    below = token
    names = False
    for _ in range(_STEPS):
        up = token.head
        if up.i == token.i or token.dep_ not in _WITHIN:
            return None
        names = names or (up.lower_ == "as" and up.dep_ == "prep")
        token, below = up, token
        if scene.inside[token.i] >= 0 or token.tag_[:2] != "VB":
            continue
        word = scene.verbs.get(token.i)
        if word is None and not names:
            return None
        break
    else:
        return None
    if scene.inside[token.i] >= 0 or token.tag_[:2] != "VB":
        return None
    speaker = speaker_of(scene, token)
    a, b = scene.trimmed(max(below.left_edge.i, token.i + 1), below.right_edge.i + 1)
    if speaker is None or a >= b:
        return None
    if word is not None:
        cue = cue_of(scene, token, word)
    else:
        cue = CueFinding(scene.chars(token.i, token.i + 1), token.lower_, None)
    return Reported(((a, b),), speaker, cue, "quotes.stance.quoted")


_STEPS = 6
_WITHIN = frozenset(
    {"pobj", "prep", "dobj", "amod", "compound", "attr", "conj", "xcomp", "pcomp", "oprd"}
    | {"acomp", "nmod", "appos", "ccomp", "acl", "advcl", "dative"}
)
"""Dependencies inside a verb's complement."""


def somebodys_words(scene: Scene, number: int) -> QuoteFinding | None:
    """Words between marks of which nothing beside them tells whose they are.

    A phrase that begins small is somebody's words: titles and names begin with capitals.
    Shorter ones are as often words that the writer keeps away from.
    """
    region = scene.regions[number]
    words = scene.text[region.inner_start : region.inner_end].split()
    if len(words) < _FEWEST_WORDS or not words[0][:1].islower():
        return None
    content = Range(region.inner_start, region.inner_end)
    return QuoteFinding((content,), "stance", None, None, "quotes.stance.words")


_FEWEST_WORDS = 4
"""Of such phrases in every fifth PolNeAR train article, 24 of 26 were quotations from this
length on, and 24 of 41 below it."""
