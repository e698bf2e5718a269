"""The story as the quotes parser looks at it: quoted stretches, cues, and grammar."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from newsextract.lexicons.cues import CueWord, reporting_verbs
from newsextract.lexicons.offices import body_words, office_words
from newsextract.parsers.quotes.marks import Quoted, quoted_stretches
from newsextract.story import Range, Story

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
CLAUSAL = frozenset({"relcl", "advcl", "ccomp", "parataxis", "xcomp"})
NOMINAL_TAGS = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "CD", "WP", "WDT", "JJ", "JJR", "JJS"}
)
_ALWAYS_VERBS = frozenset({"said", "says", "told", "tells", "added", "adds", "wrote", "asked"})
_READ = frozenset({"paragraph"})
_TRIM = frozenset(
    {",", ";", ":", "-", "–", "—", "--", ".", "...", "…", '"', "“", "”", "''", "``", "'", "‘", "’"}
)
_LONGEST_SENTENCE = 500
"""Tokens; what is longer is a list or no prose, and not looked into: its grammar would be
noise, and looking through it for each of its verbs takes quadratic time."""
_CLIMBS = 6
"""Steps from a verb up to the verb whose subject it shares; real sentences need four."""


def word_ids(words: Iterable[str]) -> dict[int, str]:
    """The words by spaCy's id, which is the same in every vocabulary."""
    from spacy.strings import get_string_id

    return {int(get_string_id(word)): word for word in words}


@cache
def _verbs_by_id() -> dict[int, tuple[str, CueWord]]:
    verbs = reporting_verbs()
    return {key: (form, verbs[form]) for key, form in word_ids(verbs).items()}


class Scene:
    """One story, prepared for the search for quotes.

    Attributes:
        doc: the parse.
        regions: quoted stretches, in order.
        starts: for each token its offset in the text.
        lows: for each token spaCy's id of its word in small letters (see `word_ids`).
        inside: for each token the number of the region that it lies in, marks included, or -1.
        names: numbers of the regions that are names of something, not words of somebody.
        verbs: reporting verbs outside the regions, by token number.
    """

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = story.text
        self.doc: Doc = story.doc
        self.blocks = [(b.start, b.end) for b in story.reading.layout.blocks if b.kind in _READ]
        self.regions: list[Quoted] = quoted_stretches(self.text, self.blocks)
        lengths, spaces, lows = self.doc.to_array(["LENGTH", "SPACY", "LOWER"]).T
        ends = (lengths + spaces).cumsum()
        self.starts: list[int] = [0, *ends.tolist()][: len(self.doc)]
        self.lows: list[int] = lows.tolist()
        self.inside = [-1] * len(self.doc)
        for number, region in enumerate(self.regions):
            first, last = self.tokens(region.start, region.end)
            self.inside[first:last] = [number] * (last - first)
        self.names: set[int] = set()
        self.rambling = self._rambling()
        self.verbs = self._verbs()

    def _rambling(self) -> list[bool]:
        """For each token: does its sentence go on for longer than sentences do?"""
        flags: list[bool] = []
        for sentence in self.doc.sents:
            length = sentence.end - sentence.start
            flags += [length > _LONGEST_SENTENCE] * length
        return flags

    def _verbs(self) -> dict[int, CueWord]:
        found = {}
        table = _verbs_by_id()
        for i, low in enumerate(self.lows):
            if low in table and self.inside[i] < 0 and not self.rambling[i]:
                form, word = table[low]
                if "b" in word.frames and self.doc[i : i + 2].text.lower() != f"{form} back":
                    continue
                if self.doc[i].tag_[:2] == "VB" or form in _ALWAYS_VERBS:
                    found[i] = word
        return found

    def reports(self, i: int) -> bool:
        """Token `i` is a verb that takes a content clause."""
        return i in self.verbs and "c" in self.verbs[i].frames

    def set_aside(self, number: int) -> None:
        """Read region `number` as a name among other words."""
        self.names.add(number)
        region = self.regions[number]
        first, last = self.tokens(region.start, region.end)
        self.inside[first:last] = [-1] * (last - first)

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that start in ``text[start:end]``, as half-open token numbers."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def block_of(self, offset: int) -> tuple[int, int]:
        """The block that holds `offset`."""
        i = bisect_left(self.blocks, (offset + 1,)) - 1
        return self.blocks[max(i, 0)] if self.blocks else (0, len(self.text))

    def sentence(self, i: int) -> tuple[int, int]:
        """The sentence of token `i`, as half-open token numbers; never beyond block or body."""
        doc = self.doc
        offset = doc[i].idx
        block, stop = self.block_of(offset)
        body = self.story.body
        floor, ceiling = self.tokens(body if block <= body <= offset else block, stop)
        first, last = i, i + 1
        while first > floor and not doc[first].is_sent_start:
            first -= 1
        while last < ceiling and not doc[last].is_sent_start:
            last += 1
        return first, last

    def chars(self, first: int, last: int) -> Range:
        """The characters of the tokens ``first .. last - 1``, without white space at the ends."""
        doc = self.doc
        while first < last and doc[first].is_space:
            first += 1
        while last > first and doc[last - 1].is_space:
            last -= 1
        if first >= last:
            return Range(self.starts[first] if first < len(doc) else len(self.text), 0)
        end = doc[last - 1]
        return Range(doc[first].idx, end.idx + len(end))

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """Token numbers without punctuation at the ends that belongs to the sentence around."""
        doc = self.doc
        while first < last and (doc[first].is_space or doc[first].text in _TRIM):
            if self.inside[first] >= 0 and doc[first].text not in (",", ":", ";", "."):
                break
            first += 1
        while last > first and (
            doc[last - 1].is_space or doc[last - 1].text in _TRIM or doc[last - 1].tag_ == "CC"
        ):
            if self.inside[last - 1] >= 0:
                break
            last -= 1
        return first, last

    # Grammar

    def phrase(self, head: Token) -> Range | None:
        """The noun phrase of `head`: with its name and title, without a clause behind a comma."""
        first, last = self.phrase_tokens(head)
        return self.chars(first, last) if first < last else None

    def phrase_tokens(self, head: Token) -> tuple[int, int]:
        """`phrase` in token numbers."""
        doc, inside = self.doc, self.inside
        first = head.left_edge.i
        for child in head.lefts:
            if child.dep_ in ("punct", "cc", "advmod", "mark") and child.i == first:
                first = child.right_edge.i + 1
        last = head.i + 1
        for child in head.rights:
            if child.dep_ == "punct":
                continue
            behind_comma = doc[child.left_edge.i - 1].text in (",", "—", "–", "-", "--")
            if child.dep_ in CLAUSAL or child.dep_ == "acl":
                if behind_comma or child.dep_ in ("advcl", "ccomp", "parataxis"):
                    break
            elif child.dep_ in ("nsubj", "aux") or (
                behind_comma and child.dep_ not in ("appos", "conj")
            ):
                break
            last = child.right_edge.i + 1
        home = inside[head.i]
        while first < head.i and (inside[first] != home or doc[first].is_space):
            first += 1
        for i in range(head.i + 1, last):
            if i in self.verbs and doc[i].dep_ not in ("relcl", "acl", "amod"):
                last = next(
                    (c.left_edge.i for c in head.rights if c.dep_ == "relcl" and c.i < i), i
                )
                break
            if "\n" in doc[i].text:
                last = i
                break
        while last > head.i + 1 and (doc[last - 1].text in _TRIM or doc[last - 1].is_space):
            last -= 1
        while first < head.i and doc[first].text in _TRIM:
            first += 1
        return self.unbroken(first, last)

    def unbroken(self, first: int, last: int) -> tuple[int, int]:
        """The tokens with the rest of a hyphenated name: 'Okoro' becomes 'Diallo-Okoro'."""
        doc, count = self.doc, len(self.doc)
        while last + 1 < count and doc[last].text == "-" and self._hyphenates(last):
            last += 2
        while first > 1 and doc[first - 1].text == "-" and self._hyphenates(first - 1):
            first -= 2
        return first, last

    def _hyphenates(self, i: int) -> bool:
        before, after = self.doc[i - 1], self.doc[i + 1]
        glued = not before.whitespace_ and not self.doc[i].whitespace_
        return glued and before.text[:1].isupper() and after.text[:1].isupper()

    def subject(self, verb: Token) -> Token | None:
        """Head of the phrase that names who does what `verb` says; None where unsaid."""
        if self.rambling[verb.i]:
            return None
        asked = verb
        for _ in range(_CLIMBS):
            own = self._own_subject(verb)
            if own is not None:
                return own
            if _is_passive(verb):
                return None
            up = verb.head
            if up.i == verb.i:
                return self._inverted(verb) if verb.i == asked.i else None
            dep = verb.dep_
            if dep in ("conj", "advcl", "xcomp", "ccomp", "pcomp", "prep", "dep", "parataxis"):
                if dep == "xcomp" and up.tag_[:2] == "VB":
                    holder = next((c for c in up.rights if c.dep_ == "dobj" and c.i < verb.i), None)
                    if holder is not None and verb.tag_ == "VB":
                        return holder
                if up.dep_ == "ccomp" and up.head.i in self.verbs and self._goes_on(verb, up):
                    up = up.head  # 'X said that ..., adding that ...'
                verb = up
                continue
            if dep in ("acl", "relcl"):
                if dep == "acl" and (
                    self.doc[verb.left_edge.i - 1].text == ","
                    or (up.dep_ == "dobj" and verb.i in self.verbs)  # 'issued a statement saying'
                ):
                    return self._subject_around(up) or up
                return up
            if up.tag_[:2] in ("IN", "TO", "VB", "MD"):
                verb = up
                continue
            return self._inverted(verb)
        return None

    def _goes_on(self, verb: Token, clause: Token) -> bool:
        """`verb` takes up the reporting verb that governs `clause`, not the clause.

        'X said that Y is ready, and expressed hope': a cue in the tense of the first one.
        """
        if verb.tag_ == "VBG":
            return True
        if (
            verb.i in self.verbs
            and "c" in self.verbs[verb.i].frames
            and not self._may_speak(clause)
        ):
            return True
        tense = next((c.tag_ for c in clause.lefts if c.dep_ in ("aux", "auxpass")), clause.tag_)
        joined = next((c for c in clause.rights if c.dep_ == "cc" and c.i < verb.i), None)
        if verb.dep_ != "conj" or verb.i not in self.verbs or joined is None:
            return False
        parted = self.doc[joined.i - 1].text == ","
        return verb.tag_ == clause.head.tag_ and (parted or verb.tag_ != tense)

    def _may_speak(self, clause: Token) -> bool:
        """The subject of `clause` names somebody, rather than a thing: 'said that fees rose'."""
        noun = next((c for c in clause.lefts if c.dep_ in SUBJECTS), None)
        if noun is None or noun.tag_ not in ("NN", "NNS"):
            return True
        forms = {noun.lower_, noun.lower_.removesuffix("s")}
        if forms & body_words().keys() or noun.lower_.endswith(_HUMAN):
            return True
        office = office_words()
        return any(form in office and office[form].kind == "head" for form in forms)

    def _own_subject(self, verb: Token) -> Token | None:
        found = None
        listens = self._has_listener(verb)
        for child in verb.children:
            if child.dep_ in SUBJECTS and self.inside[child.i] < 0:
                if listens and child.i > verb.i:
                    continue
                heard = verb.lower_ in _HEARD and child.lower_ != "it"
                if child.dep_ == "nsubjpass" and not heard:
                    return _agent(verb)
                if child.dep_ in ("expl", "csubj"):
                    return _agent(verb)
                if child.i > verb.i and found is not None:
                    break
                found = child  # the nearest: 'Addressing reporters in Riga, X said'
        if found is not None and found.lower_ in ("who", "which", "that") and found.i < verb.i:
            if verb.dep_ == "relcl" or found.lower_ == "who" or found.tag_ == "DT":
                return found
            return None
        return found or _agent(verb)

    def _has_listener(self, verb: Token) -> bool:
        """'told reporters': behind such a verb stands who hears it, never who speaks."""
        return verb.i in self.verbs and self.verbs[verb.i].lemma in _ADDRESSING

    def _inverted(self, verb: Token) -> Token | None:
        """'..., said X' where the parse took X for an object."""
        if self._has_listener(verb):
            return None
        for child in verb.rights:
            if (
                child.dep_ in ("dobj", "attr", "npadvmod", "oprd", "dep")
                and child.i - verb.i <= 12
                and self.inside[child.i] < 0
                and child.tag_ in ("NNP", "NNPS", "PRP", "NN", "NNS")
                and child.ent_type_ not in ("DATE", "TIME")
            ):
                return child
        return None

    def _subject_around(self, token: Token) -> Token | None:
        """Subject of the verb that governs a noun."""
        for _ in range(_CLIMBS):
            up = token.head
            if up.i == token.i:
                return None
            if token.dep_ in SUBJECTS:
                return token
            if up.tag_[:2] in ("VB", "MD"):
                return self._own_subject(up) or self.subject(up)
            token = up
        return None


_ADDRESSING = frozenset({"tell", "inform", "assure", "notify"})
_HUMAN = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "ant",
    "ants",
    "man",
    "men",
    "people",
)
"""Ends of nouns for people: an author, farmers."""
_HEARD = frozenset({"quoted", "cited", "heard", "overheard", "filmed", "recorded", "reported"})
"""Passives whose subject is the one who speaks: 'was quoted as saying'."""


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
