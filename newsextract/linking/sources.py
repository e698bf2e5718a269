"""What a source is called that is no participant."""

from __future__ import annotations

import re

from newsextract.lexicons.word_lists import word_list
from newsextract.linking.grammar import MentionGrammar
from newsextract.linking.mentions import MentionIndex
from newsextract.story import Range, Story

_ARTICLE = re.compile(r"(?:the|an?) (?=\S)", re.I)
_ASIDE = re.compile(
    r"(?:, (?:who|whose|which|[a-z]+(?:ed|ing))\b"
    r"| who\b[^,]{0,60}\b(?:named|identified|quoted|anonymity)\b).*",
    re.S,
)
"""'a source at the company, who asked not to be named': what is not the source's name."""
_SHORT_FORM = re.compile(r" \([A-Z][\w.&-]{1,11}\)")
"""'an official of the Federal Board of Revenue (FBR)'."""
DOCUMENTS = word_list("speaker_words.tsv", "documents")
_PARTICLE = r"(?:al|bin|da|de|del|der|di|dos|du|el|la|van|von)"
_CAPITAL = r"[^\W\d_a-z][\w.’'-]*"
_FULL_NAME = rf"{_CAPITAL}(?: (?:{_PARTICLE} )*{_CAPITAL}){{1,4}}"
_NAME_FIRST = re.compile(rf"({_FULL_NAME}), (?:an?|the|who|\d\d,|[a-z]+ [a-z]).*", re.S)
"""'Ada Berg, a member of the board'."""
_NAME_LAST = re.compile(_FULL_NAME)
_SMALL_WORD = re.compile(r"\b[a-z]{2,}")
_NAMING = frozenset({"compound", "nmod", "poss"})


def _named_beside(words: str) -> str:
    """The name in a phrase of a name and, divided by a comma, what its bearer is."""
    found = _NAME_FIRST.fullmatch(words)
    if found:
        return found.group(1)
    title, _, name = words.partition(", ")  # 'general manager of the Rope Works, Ada Berg'
    return name if _SMALL_WORD.search(title) and _NAME_LAST.fullmatch(name) else words


class SourceNames:
    """Names for the phrases that name no participant."""

    def __init__(self, story: Story, index: MentionIndex, grammar: MentionGrammar) -> None:
        self.story = story
        self.text = story.text
        self.index = index
        self.grammar = grammar
        self._by_surname: dict[str, set[str]] | None = None

    def name(self, mention: Range) -> str:
        """What an unnamed source is called: the phrase without article and loose ends."""
        words = re.sub(r"\s+", " ", self.text[mention.start : mention.end])
        name = _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
        name = _SHORT_FORM.sub("", _ASIDE.sub("", name)) or name
        if name.count("(") > name.count(")"):
            name = name[: name.rindex("(")].rstrip()
        name = _named_beside(name)
        return (
            self._entity_within(mention)
            or self._fullest_entity(name)
            or self._maker(mention)
            or name
        )

    def _maker(self, mention: Range) -> str | None:
        """'Eurostat data': the name in front of a document, which is no participant."""
        head = self.grammar.head(mention)
        if head is None or head.lower_ not in DOCUMENTS:
            return None
        named = [t for t in head.lefts if t.tag_ in ("NNP", "NNPS") and t.dep_ in _NAMING]
        if not named:
            return None
        first = named[-1].left_edge
        first = first if first.tag_ != "DT" else first.nbor()
        return self.text[first.idx : named[-1].idx + len(named[-1])]

    def _entity_within(self, mention: Range) -> str | None:
        """'the governor, Luis G.': the one name that the language model sees in the phrase."""
        if self.index.within(*mention):
            return None
        span = self.story.doc.char_span(mention.start, mention.end, alignment_mode="contract")
        # By token: `span.ents` goes through all entities of the document.
        begun = 3
        tokens = [t for t in span if t.ent_type_ == "PERSON"] if span is not None else []
        if not tokens or [t.ent_iob == begun for t in tokens] != [True] + [False] * (
            len(tokens) - 1
        ):
            return None
        found = Range(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
        name = self.text[found.start : found.end]
        if self.grammar.of_other(self.grammar.head(mention), found):
            return None
        return self._fullest_entity(name) or name

    def _fullest_entity(self, name: str) -> str | None:
        """The fuller form of a surname among the names that the language model sees."""
        if not re.fullmatch(r"[A-Z][\w'’-]+", name):
            return None
        full = self._full_names().get(name, set())
        return next(iter(full)) if len(full) == 1 else None

    def _full_names(self) -> dict[str, set[str]]:
        """Full names that the language model sees in the article, by the surname."""
        if self._by_surname is None:
            self._by_surname = {}
            for ent in self.story.doc.ents:
                if ent.label_ == "PERSON" and " " in ent.text and "\n" not in ent.text:
                    surname = ent.text.rsplit(" ", 1)[1]
                    self._by_surname.setdefault(surname, set()).add(ent.text)
        return self._by_surname
