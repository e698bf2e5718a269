"""What an amount measures: the noun phrase that the sentence gives it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsextract.lexicons.currencies import currency_words
from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.phrases import LONGEST, Phrases
from newsextract.parsers.figures.sites import Site

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Measure(NamedTuple):
    """What an amount is of.

    Attributes:
        text: the phrase; None where the sentence gives none.
        is_same: does the text say that it is what the figure before measures ('the figure
            reached', 'of the total', 'compared with')?
        verb: the token index of the verb that governs the amount, if there is one.
        is_guess: is it only a noun for money that stands near?
    """

    text: str | None
    is_same: bool = False
    verb: int | None = None
    is_guess: bool = False


_TOPIC_REACH = 15
"""Tokens before an amount in which a noun may tell its topic."""

_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


class Measures:
    """Reads measures from the parse."""

    def __init__(self, doc: Doc, phrases: Phrases) -> None:
        self.doc = doc
        self.phrases = phrases
        self.words = phrases.words
        self.tags = phrases.tags

    def measure(self, site: Site) -> Measure:
        """What the amount at `site` measures."""
        verb = self._verb(site)
        number = verb.i if verb is not None else None
        if site.relation == "conversion":
            return Measure(None, True, number)
        found = self._labelled(site) or self._behind(site) or self._before(site)
        if found is None and site.relation == "comparison":
            return Measure(None, True, number)
        if found is None and verb is not None:
            found = self._set_object(site, verb) or self._of_verb(site, verb)
        if found is None or (found.text is None and not found.is_same):
            found = self._purpose(site, verb)
        if found is None:
            if self._is_same(site, verb):
                return Measure(None, True, number)
            found = self._topic(site) or Measure(None)
        return found._replace(verb=number)

    def _topic(self, site: Site) -> Measure | None:
        """The nearest noun for kinds of money before the amount: 'aid', 'cost', 'contract'."""
        for i in range(site.before, max(site.sentence[0], site.before - _TOPIC_REACH) - 1, -1):
            if self.words[i] in _CLAUSE_ENDS:
                return None
            topic = self.words[i] in figure_words("topic_noun")
            gives = self.doc[i].head.lower_ in figure_words("give_verb")
            if (
                topic
                and self.tags[i] in ("NN", "NNS")
                and not (gives and self.doc[i].dep_ == "nsubj")
            ):
                found = self._phrase(self.phrases.ending_at(i))
                return found and found._replace(is_guess=True)
        return None

    # Phrases right beside the amount

    def _word(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else ""

    def _phrase(self, span: tuple[int, int] | None, *, complement: bool = True) -> Measure | None:
        """A phrase as a measure; None for a bare name, 'same' for a generic head."""
        if span is None:
            return None
        start, end = self.phrases.common(*span)
        head = end - 1
        if self.words[head] in figure_words("same_head") and end - start == 1:
            if complement and self._word(end) == "of" and self._word(end + 1) not in ("the", "$"):
                start, end = self.phrases.with_complement(start, end)
                if end > head + 1:
                    return Measure(self.phrases.text(start, end))
            return Measure(None, True)
        if self.words[head] in figure_words("generic_head") and end - start == 1:
            return None
        if self._is_bare_name(head):
            return None
        if complement:
            start, end = self.phrases.with_complement(start, end)
        return Measure(self.phrases.text(start, end))

    def _is_bare_name(self, head: int) -> bool:
        """Is a noun the name of a country, a person or a body, not of a fund or a project?"""
        if self.tags[head] not in ("NNP", "NNPS"):
            return False
        return not (
            self.words[head] in figure_words("to_fund") | figure_words("topic_noun")
            or self.doc[head].ent_type_ in ("PRODUCT", "WORK_OF_ART", "FAC", "LAW", "EVENT")
        )

    def _labelled(self, site: Site) -> Measure | None:
        """'(exports: $1.5 billion', 'imports $384.3 million', '($731 million)'."""
        i = site.before
        flow = figure_words("exports") | figure_words("imports")
        inside = site.relation == "bracket"
        listed = self._word(i) == ":" and self._word(i - 2) in ("(", ",", ";")
        if listed or (inside and self._word(i) in (":", "–", "—", "-", "=")):
            i -= 1
        elif self._word(i) == "(":
            return Measure(None, True) if inside else None
        elif self._word(i) in flow and self.tags[i] not in ("VBD", "VBN", "VBG"):
            return Measure(self.phrases.text(self.phrases.start_of(i), i + 1))
        elif not inside or not self.phrases.is_noun(i):
            return None
        if self._word(i) in flow:
            return Measure(self.phrases.text(self.phrases.start_of(i), i + 1))
        span = self.phrases.ending_at(i)
        return self._phrase(span, complement=False) if span else None

    def _behind(self, site: Site) -> Measure | None:
        """'$118 million grant', '$1.5bn of assets', '$4m worth of goods'."""
        i, words = site.behind, self.words
        word = self._word(i)
        if word == "-" and i < len(words):
            i += 1
            word = self._word(i)
        if word == "worth" and self._word(i + 1) == "of":
            return self._phrase(self.phrases.starting_at(i + 2), complement=False)
        if word == "of" and i < site.sentence[1]:
            span = self.phrases.starting_at(i + 1)
            if span and self._word(span[1] - 1) in figure_words("same_head"):
                return None
            return self._phrase(span, complement=False)
        if i >= site.sentence[1] or self.tags[i] not in _NOUN_PHRASE or word in _NO_START:
            return None
        span = self.phrases.starting_at(i)
        if span is None or span[0] != i:
            return None
        if self.tags[span[1] - 1] in ("NNP", "NNPS"):
            span = self._behind_name(span[1]) or span
        return self._phrase(span)

    def _behind_name(self, i: int) -> tuple[int, int] | None:
        """'$118 million International Development Association (IDA)* grant'."""
        if self._word(i) != "(" or self._word(i + 2) != ")":
            return None
        i += 3
        while self._word(i) in ("*", ")*"):
            i += 1
        if i < len(self.tags) and self.tags[i] in ("NN", "NNS", "JJ"):
            return self.phrases.starting_at(i)
        return None

    def _before(self, site: Site) -> Measure | None:
        """'a loan of $5 million', 'goods worth', 'materials for'."""
        i = site.before
        if self._word(i) in ("between", "from"):
            i -= 1
        while self._word(i) in ("the", "a", "an", "another", "further"):
            i -= 1
        word = self._word(i)
        if word == "of":
            return self._of(i, site.behind)
        if word == "worth":
            return self._worth(i)
        if word in figure_words("cost_verb") and self.phrases.is_noun(i):
            # 'A dose costs': a verb that was taken for a noun
            return self._phrase(self.phrases.ending_at(i - 1))
        if word == "at" and self.phrases.is_noun(i - 1):
            # '... and income at $4,200'
            span = self.phrases.ending_at(i - 1)
            if span and self._word(span[0] - 1) in ("and", "while") and site.relation is None:
                return self._phrase(span)
        if word in ("now", "currently") and self._word(i - 1) == ",":
            return self._phrase(self.phrases.ending_at(i - 2))
        if (
            self.phrases.is_noun(i)
            and site.bound in ("min", "max")
            and self._word(i + 1) in ("below", "under", "above", "over", "exceeding", "beyond")
            and self.tags[i] == "NNS"
        ):
            return Measure(self.phrases.text(self.phrases.start_of(i), i + 1))
        if word == "for" and self.phrases.is_noun(i - 1):
            span = self.phrases.ending_at(i - 1)
            if span and self.doc[i - 1].ent_type_ not in _TIME_OR_PLACE:
                return self._phrase(span, complement=False)
        return None

    def _of(self, i: int, behind: int) -> Measure | None:
        """The head before 'of': 'a bridge loan of', 'projects with a total value of'."""
        head = i - 1
        if self._word(head) == ")":
            while head > 0 and self.words[head] != "(":
                head -= 1
            head -= 1
        span = self.phrases.ending_at(head) if head >= 0 else None
        if span is None:
            return None
        if self.words[head] in figure_words("generic_head") | figure_words("same_head"):
            with_, before = span[0] - 1, None
            while with_ > 0 and self.tags[with_] in ("DT", "PRP$"):
                with_ -= 1
            if self._word(with_) == "worth":
                return self._worth(with_)
            if self._word(with_) in ("with", "at", "for", "to", "by") and with_ > 0:
                before = self.phrases.ending_at(with_ - 1)
            return self._phrase(before) if before else None
        if self.words[head] in figure_words("aim_noun") and self._word(behind) == "in":
            # 'a target of $100 billion in bilateral trade'
            return self._purpose_at(behind, None) or self._phrase(span, complement=False)
        found = self._phrase(span, complement=False)
        if found and self.words[head] in figure_words("keep_for") and self._word(behind) == "for":
            rest = self.phrases.starting_at(behind + 1)
            if rest:
                return Measure(f"{found.text} for {self.phrases.text(*rest)}")
        return found

    def _worth(self, i: int) -> Measure | None:
        """'a complex worth', 'assistance (ODA), worth'."""
        head, comma = i - 1, False
        while head >= 0 and self._word(head) in (",", "altogether", "together", "all", "each"):
            comma, head = True, head - 1
        if self._word(head) == ")":
            while head > 0 and self.words[head] != "(":
                head -= 1
            head -= 1
            comma = False
        if comma:
            owner = self.doc[i].head
            found = self._object(owner) if owner.tag_ in _VERBS else None
            if found:
                return found
        if head < 0 or not self.phrases.is_noun(head):
            return None
        if self.doc[head].ent_type_ in ("GPE", "DATE"):
            owner = self.doc[head].head.head
            return self._object(owner) if owner.tag_ in _VERBS else None
        return self._contents(head)

    # The verb and what belongs to it

    def _verb(self, site: Site) -> Token | None:
        """The verb that governs the amount."""
        token = self.doc[site.last - 1]
        for inner in self.doc[site.first : site.last]:
            if not site.first <= inner.head.i < site.last:
                token = inner
        for _ in range(8):
            head = token.head
            if head.i == token.i or not site.sentence[0] <= head.i < site.sentence[1]:
                break
            token = head
            if token.tag_ in _VERBS:
                return token
        return token if token.tag_ in _VERBS else None

    def _subject(self, verb: Token) -> Token | None:
        """The subject of a verb; of a verb without one, that of the verb it depends on."""
        for _ in range(4):
            for child in verb.lefts:
                if child.dep_ in _SUBJECTS:
                    return child
            if verb.dep_ in ("conj", "xcomp", "aux", "auxpass", "advcl", "ccomp") and (
                verb.head.tag_ in _VERBS or verb.head.dep_ == "ROOT"
            ):
                verb = verb.head
            else:
                break
        return None

    def _object(self, verb: Token) -> Measure | None:
        """The object of a verb, as a measure: what was exported, shipped, bought."""
        for child in verb.rights:
            if child.dep_ == "dobj" and self.phrases.is_noun(child.i):
                return self._contents(child.i)
        for child in verb.lefts:
            if child.dep_ == "nsubjpass" and self.phrases.is_noun(child.i):
                return self._contents(child.i)
        return None

    def _contents(self, head: int) -> Measure | None:
        """'8.9 million tons of soybeans' -> 'soybeans'."""
        unit = self.words[head].removesuffix("s")
        if unit in figure_words("rate_unit") and self._word(head + 1) == "of":
            return self._phrase(self.phrases.starting_at(head + 2), complement=False)
        return self._phrase(self.phrases.ending_at(head))

    def _set_object(self, site: Site, verb: Token) -> Measure | None:
        """'bring trade to', 'put the cost at', 'keeps the rate at': the object before."""
        if not self._is_linked(site):
            return None
        link = site.first
        for candidate in (verb, verb.head):
            if candidate.lower_ not in figure_words("set_verb"):
                continue
            for child in candidate.rights:
                if child.dep_ in ("dobj", "nsubj") and child.i < link:
                    return self._whole(child.i)
        return None

    def _whole(self, head: int) -> Measure | None:
        """The phrase of `head`; what stands behind 'of' for 'the whole of'."""
        if self.words[head] in ("whole", "rest", "bulk", "most") and self._word(head + 1) == "of":
            return self._phrase(self.phrases.starting_at(head + 2), complement=False)
        return self._phrase(self.phrases.ending_at(head))

    def _of_verb(self, site: Site, verb: Token) -> Measure | None:
        """The subject of 'reached', 'amounted to', 'cost', 'was put at'."""
        subject = self._subject(verb)
        passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.lefts)
        linked = self._is_linked(site)
        if verb.lower_ in ("valued", "priced") and self._word(verb.i - 1) == ",":
            owner = verb.head
            return self._object(owner) if owner.tag_ in _VERBS else None
        reaches = verb.lower_ in figure_words("reach_verb")
        if verb.tag_ == "VBN" and linked and not passive and self._word(verb.i - 1) == ",":
            return self._noun(self.doc[verb.i - 2])
        if subject is None and verb.dep_ in ("acl", "relcl") and (reaches or linked):
            return self._noun(verb.head)
        if not (reaches or (passive and linked)) or subject is None:
            return None
        if subject.tag_ in ("WDT", "WP"):
            if verb.dep_ != "relcl":
                return None
            return self._noun(verb.head) or Measure(None, verb.head.tag_ in ("CD", "$"))
        if site.first <= subject.i < site.last:
            return self._predicate(verb)
        if subject.i > site.first or subject.left_edge.i <= site.first <= subject.right_edge.i:
            return None
        if subject.tag_ in ("PRP", "DT", "EX"):
            return Measure(None, subject.lower_ in ("it", "this", "that", "they"))
        if subject.tag_ == "VBG" and verb.i - subject.i <= LONGEST:
            return Measure(self.phrases.text(subject.i, self._end_of_clause(subject)))
        return self._noun(subject, prices=verb.lower_ in figure_words("cost_verb"))

    def _end_of_clause(self, subject: Token) -> int:
        """Where the words of a verb as subject end: 'demining Ukraine' (would cost)."""
        objects = [c.right_edge.i for c in subject.rights if c.dep_ == "dobj"]
        return max(objects, default=subject.i) + 1

    def _is_linked(self, site: Site) -> bool:
        """Does a preposition stand between the verb and the amount?"""
        return any(w in _PREPOSITIONS for w in self.words[max(site.before, 0) : site.first])

    def _noun(self, token: Token, *, prices: bool = True) -> Measure | None:
        if not self.phrases.is_noun(token.i) or self._is_currency(token.lower_):
            return None
        if token.tag_ in ("NNP", "NNPS") and token.ent_type_ == "ORG":
            return None
        if token.lower_ in figure_words("agent_head") and not prices:
            return None
        return self._phrase(self.phrases.ending_at(token.i))

    def _is_currency(self, word: str) -> bool:
        return any(entry.kind == "noun" for entry in currency_words().get(word, ()))

    def _predicate(self, verb: Token) -> Measure | None:
        """'$1.1 billion was our non-oil exports'."""
        for child in verb.rights:
            if child.dep_ == "attr" and self.phrases.is_noun(child.i):
                return self._phrase(self.phrases.ending_at(child.i))
        return None

    def _is_same(self, site: Site, verb: Token | None) -> bool:
        """Does a figure without a phrase of its own go on with what was spoken of before?"""
        if self._word(site.before) in ("remaining", "rest"):
            return True
        before = self.words[max(site.before - 8, site.sentence[0]) : site.before + 1]
        if any(pair in _OF_WHICH for pair in pairwise(before)):
            return True
        if verb is None:
            return False
        if verb.lower_ in figure_words("cover_verb"):
            return True
        aims = figure_words("aim_verb")
        earns = verb.lower_ in figure_words("earn_verb") and verb.head.lower_ in aims
        return earns or (verb.lower_ in aims and verb.tag_ != "VBN")

    def _purpose(self, site: Site, verb: Token | None) -> Measure | None:
        """'in back taxes', 'on defence', 'for a station', 'to a scheme', 'from coffee'."""
        i = site.behind
        if self._word(i) == "," and self._word(i + 1) in ("on", "for"):
            i += 1
        while i < site.sentence[1] and (
            self.tags[i] in ("TO", "MD", "RP") or self.tags[i] in _VERBS or self._word(i) == "aside"
        ):
            i += 1
        # 'to the country in grants', 'last year for roads'
        for j in range(i, min(i + 7, site.sentence[1])):
            found = self._purpose_at(j, verb)
            if found is not None:
                return found
            if self.words[j] in (",", ";", ".", "(", ")", "and", "which", "that", "while", ":"):
                break
            if self.tags[j] in _VERBS:
                break
        return None

    def _purpose_at(self, i: int, verb: Token | None) -> Measure | None:
        word = self.words[i]
        if word not in ("in", "for", "on", "toward", "towards", "to", "into", "from"):
            return None
        span = self.phrases.starting_at(i + 1)
        if span is None:
            return None
        head = span[1] - 1
        if self.words[head] in figure_words("generic_head"):
            return None
        if self.tags[head] in ("NNP", "NNPS") or self.doc[head].ent_type_ in _TIME_OR_PLACE:
            return None
        spends = verb is not None and verb.lower_ in figure_words("spend_verb")
        first = i + 1 + (self._word(i + 1) in ("“", '"', "‘"))
        if word == "in" and span[0] != first and not spends:
            return None
        if word == "into" and not spends:
            return None
        if word == "to" and self.words[head] not in figure_words("to_fund"):
            return None
        if word == "from" and (verb is None or verb.lower_ not in figure_words("earn_verb")):
            return None
        if word == "in" and self.words[head] in _MEANS:
            return None
        return self._phrase(span, complement=word in ("for", "on", "toward", "towards"))


_CLAUSE_ENDS = frozenset({"said", "says", "that", "while", "but", ";", "“", "”", '"', "under"})
_MEANS = frozenset({"prices", "dollars", "euros", "terms", "cash", "kind", "value", "size"})
_PREPOSITIONS = frozenset({"to", "at", "for", "from", "by"})
_OF_WHICH = {("of", "which"), ("of", "this"), ("of", "that"), ("of", "it"), ("of", "them")}
_NOUN_PHRASE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN"})
_NO_START = frozenset(
    {"more", "less", "last", "next", "this", "higher", "lower", "short", "due", "available"}
)
_TIME_OR_PLACE = frozenset({"DATE", "TIME", "GPE"})
