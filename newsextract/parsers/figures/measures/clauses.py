"""Measures that the verb of the clause gives: the subject of 'reached', the object of 'put at'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsextract.lexicons.figure_words import figure_words
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.figures.grammar import SUBJECTS, VERBS, subject_of
from newsextract.parsers.figures.measures.labels import LabelReader, Measure
from newsextract.parsers.figures.measures.phrases import LONGEST
from newsextract.parsers.figures.sites import Site

if TYPE_CHECKING:
    from spacy.tokens import Token


class Clauses(LabelReader):
    """Reads the verb that governs an amount, and what belongs to it."""

    def find(self, site: Site, verb: Token) -> Measure | None:
        """The measure that `verb` gives the amount at `site`."""
        return self._part(site, verb) or self._set_object(site, verb) or self._of_verb(site, verb)

    def _part(self, site: Site, verb: Token) -> Measure | None:
        """'of which imports made up': a part that is named itself."""
        if verb.lower_ not in figure_words("reach_verb"):
            return None
        for i in range(verb.i, max(verb.i - _FAR, site.sentence[0]), -1):
            if self.words[i] == "which" and self.words[i - 1] == "of":
                span = self.phrases.starting_at(i + 1)
                if span is None or span[1] > verb.i:
                    return None
                return self.labels.noun(self.doc[span[1] - 1], prices=False)
        return None

    def verb(self, site: Site) -> Token | None:
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
            if token.tag_ in VERBS:
                return token
        return token if token.tag_ in VERBS else None

    def subject_of(self, verb: Token) -> Measure | None:
        """The subject of a verb, as a measure; None for who only acts."""
        subject = subject_of(verb)
        return None if subject is None else self.labels.noun(subject, prices=False)

    def _set_object(self, site: Site, verb: Token) -> Measure | None:
        """'bring trade to', 'put the cost at', 'keeps the rate at': the object before."""
        if not self._is_linked(site, verb):
            return None
        link = site.first
        if verb.dep_ == "pcomp" and verb.head.dep_ == "prep":
            owner = verb.head.head  # 'put the cost of repairing the dam at'
            set_ = owner.dep_ == "dobj" and owner.head.lower_ in figure_words("set_verb")
            if set_ and owner.lower_ in figure_words("value") | figure_words("topic_noun"):
                return self._whole(owner.i)
        has_subject = any(child.dep_ in SUBJECTS for child in verb.lefts)
        for candidate in (verb,) if has_subject else (verb, verb.head):
            sets = candidate.lower_ in figure_words("set_verb")
            if not (sets or (candidate is verb and self.word(site.before) == "at")):
                continue
            for child in candidate.rights:
                if not sets and child.lower_ in figure_words("keep_in"):
                    break  # 'showed a rise of 5 percent at'
                if child.dep_ in ("dobj", "nsubj") and child.i < link:
                    quoted = candidate.lower_ in ("quoted", "quote")
                    money = self.labels.exchanged(child.i, site.amount.code) if quoted else None
                    return money or self._whole(child.i)
                if child.dep_ == "dobj" and child.left_edge.i == site.behind:
                    return self._whole(child.i)  # 'double to $40 million its programme'
            for child in candidate.lefts:
                if child.dep_ == "dobj" and child.tag_ in ("WDT", "WP", "IN"):
                    return self.labels.noun(candidate.head)  # 'a deal that officials put at'
            has_object = any(child.dep_ == "dobj" for child in candidate.rights)
            if sets and candidate.dep_ == "relcl" and not has_object and self._is_bare(candidate):
                return self.labels.noun(candidate.head)  # 'a sum the ministry put at'
        return None

    def _is_bare(self, verb: Token) -> bool:
        """Does a relative clause lack its pronoun: 'a sum the ministry put at'?"""
        return any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in verb.lefts)

    def _whole(self, head: int) -> Measure | None:
        """The phrase of `head`; what stands behind 'of' for 'the whole of'; for 'it' the same."""
        if self.words[head] in ("it", "them", "this", "that"):
            return Measure(None, True)
        if self.words[head] in ("whole", "rest", "bulk", "most") and self.word(head + 1) == "of":
            return self.labels.phrase(self.phrases.starting_at(head + 2), complement=False)
        return self.labels.phrase(self.phrases.ending_at(head), subject=True)

    def _of_verb(self, site: Site, verb: Token) -> Measure | None:
        """The subject of 'reached', 'amounted to', 'cost', 'was put at'."""
        subject = subject_of(verb)
        passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.lefts)
        up_to = self.word(site.first - 1) == "to" and self.word(site.first - 2) == "up"
        # In 'are guaranteed up to' the words that bound the amount link it, too.
        linked = self._is_linked(site, verb) or (passive and up_to)
        if verb.lower_ in ("valued", "priced") and self.word(verb.i - 1) == ",":
            owner = verb.head
            found = self.labels.object(owner) if owner.tag_ in VERBS else self._with_head(owner)
            if found is not None:
                return found
        reaches = verb.lower_ in figure_words("reach_verb") or self._moves(site, verb)
        reaches = reaches or self._slides(site, verb)
        if verb.lower_ in figure_words("hold_verb") and verb.i >= site.before - 1:
            reaches = True  # 'the fund will hold $5 million'
        if verb.tag_ == "VBN" and linked and not passive and self.word(verb.i - 1) == ",":
            owner = verb.head if verb.dep_ == "acl" else self.doc[verb.i - 2]
            return self._with_head(owner)
        top = verb
        while top.dep_ == "xcomp" and top.head.tag_ in VERBS:
            top = top.head  # 'a bridge estimated to cost'
        said = top.head
        own = any(child.dep_ in SUBJECTS for child in verb.lefts)
        if reaches and not own and top.dep_ == "ccomp" and said.dep_ == "relcl":
            return self.labels.noun(said.head)  # 'letters that officials say are worth'
        earns = verb.dep_ == "acl" and verb.lower_ in figure_words("earn_verb")
        earns = earns and verb.head.lower_ in figure_words("flow_noun")
        if subject is None and top.dep_ in ("acl", "relcl") and (reaches or linked or earns):
            behind = self.doc[top.i - 1]
            joined = behind.dep_ == "conj" and behind.head.i == top.head.i
            return self._with_head(behind if joined else top.head)
        if subject is not None and verb.lower_ in figure_words("earn_verb"):
            reaches = self.tags[subject.i] in ("NN", "NNS") and not self._is_agent(subject)
        if subject is not None and verb.lower_ in figure_words("raise_verb"):
            # 'the campaign raised $5 million', 'a drive that gathered $5 million'
            raised = figure_words("raised_in") | figure_words("topic_noun")
            named = verb.head if subject.tag_ in ("WDT", "WP") else subject
            reaches = reaches or named.lower_ in raised - figure_words("agent_head")
        if not (reaches or (passive and linked)) or subject is None:
            return None
        if subject.tag_ in ("WDT", "WP", "IN"):
            return self._antecedent(verb)
        if site.first <= subject.i < site.last:
            return self._predicate(verb)
        if subject.i > site.first or subject.left_edge.i <= site.first <= subject.right_edge.i:
            return None
        if subject.lower_ in ("those", "that") and self.word(subject.i + 1) == "of":
            return self.labels.phrase(self.phrases.starting_at(subject.i + 2), complement=False)
        if subject.tag_ in ("PRP", "DT", "EX"):
            return Measure(None, subject.lower_ in ("it", "this", "that", "they"))
        if verb.lower_ in _SETTLES and self.word(site.before) in ("for", "to", "on"):
            return Measure(None, True)  # 'wanted a ransom of $5 million, but settled for'
        made = subject.lower_ in figure_words("trade_verb") | figure_words("build_verb")
        if subject.tag_ == "VBG" and made:
            return self.labels.object(subject)  # 'building a terminal would cost'
        if subject.tag_ == "VBG" and verb.i - subject.i <= LONGEST:
            _, end = self.phrases.with_complement(subject.i, self._end_of_clause(subject))
            return Measure(self.phrases.text(subject.i, end))
        if verb.lower_ in _EXCHANGES:
            money = self.labels.exchanged(subject.i, site.amount.code)
            if money is not None:
                return money
        costs = verb.lower_ in figure_words("cost_verb") | figure_words("hold_verb")
        return self.labels.noun(subject, prices=costs, names=self._is_priced(site, verb, subject))

    def _is_priced(self, site: Site, verb: Token, subject: Token) -> bool:
        """Does a name have a price: 'A Basquiat went for $42m', 'Brent settled at $81.90'?"""
        one = any(child.lower_ in ("a", "an") for child in subject.lefts)
        small = site.amount.amount < _DEAR and not site.amount.vague
        deals = verb.lower_ in _DEALS and self.word(site.before) in ("at", "for", "to")
        moves = verb.lower_ in figure_words("up") | figure_words("down") | figure_words("move")
        # 'jumped above $70,000 and fell back to $67,000'
        level = moves and (site.before == verb.i or self.word(site.before) in ("to", "at"))
        return (one and deals) or (small and (deals or level or self._slides(site, verb)))

    def _slides(self, site: Site, verb: Token) -> bool:
        """'lost $1.09 to $77.57', 'rose 40 cents a barrel'."""
        moves = verb.lower_ in figure_words("up") | figure_words("down") | figure_words("move")
        beside = verb.i < site.before + 2 <= verb.i + 3
        onward = self.word(site.behind) == "to" and self.phrases.holds_amount(
            site.behind + 1, site.behind + 2
        )
        small = site.amount.amount < _DEAR
        return moves and beside and (onward or (site.rate is not None and small))

    def _moves(self, site: Site, verb: Token) -> bool:
        """'collapsed to', 'peaked at': whatever the verb, its subject has the size."""
        if self.word(site.before) not in ("to", "at", "by") or verb.tag_ == "VBN":
            return False
        for child in verb.rights:
            own = site.first <= child.i < site.last
            if child.dep_ in ("dobj", "dative") and not own:
                return False
        subject = subject_of(verb)
        if subject is not None and subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
            subject = verb.head  # 'exports, which peaked at'
        common = subject is not None and self.tags[subject.i] in ("NN", "NNS")
        return common and subject is not None and not self._is_agent(subject)

    def _is_agent(self, noun: Token) -> bool:
        """Is a noun one for who acts: 'government', 'teachers', 'growers'?"""
        word = noun.lower_.removesuffix("s")
        persons = noun.tag_ == "NNS" and word.endswith(_AGENTS)
        return persons or noun.lower_ in figure_words("agent_head")

    def _antecedent(self, verb: Token) -> Measure | None:
        """What 'which' stands for: 'a bridge at Ruse, which is expected to cost'."""
        first = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
        verb_tag = first.tag_
        for _ in range(4):
            if verb.dep_ == "relcl" or verb.head.i == verb.i:
                break
            verb = verb.head  # 'is expected to cost', 'covers hydrogen and is worth'
        if verb.dep_ != "relcl":
            return None
        noun = verb.head
        if noun.tag_ in ("CD", "$"):
            return Measure(None, True)
        if noun.dep_ == "pobj" and noun.head.head.tag_ == _OTHER_NUMBER.get((verb_tag, noun.tag_)):
            noun = noun.head.head  # 'the grant to poor states, which amounts to'
        for _ in range(3):
            found = self._with_head(noun)
            if found is not None:
                return found
            if noun.dep_ not in ("pobj", "conj"):
                return None
            noun = noun.head.head if noun.dep_ == "pobj" else noun.head
        return None

    def _with_head(self, noun: Token) -> Measure | None:
        """The phrase of a noun with the head that it belongs to: 'the cost of the fence'."""
        found = self.labels.noun(noun)
        span = self.phrases.ending_at(noun.i)
        if found is None or span is None:
            return None
        whole = self.phrases.with_head(*span)
        return found if whole == span else self.labels.phrase(whole)

    def _end_of_clause(self, subject: Token) -> int:
        """Where the words of a verb as subject end: 'demining Ukraine' (would cost)."""
        objects = [c.right_edge.i for c in subject.rights if c.dep_ == "dobj"]
        return max(objects, default=subject.i) + 1

    def _is_linked(self, site: Site, verb: Token) -> bool:
        """Does a preposition stand between the verb and the amount?"""
        # In 'estimated at some' the bound holds the verb, too.
        return self.word(site.before) in _PREPOSITIONS or site.before < verb.i < site.first

    def _predicate(self, verb: Token) -> Measure | None:
        """'$1.1 billion was our non-oil exports'."""
        for child in verb.rights:
            if child.dep_ == "attr" and self.phrases.is_noun(child.i):
                return self.labels.phrase(self.phrases.ending_at(child.i))
        return None


_OTHER_NUMBER = {("VBZ", "NNS"): "NN", ("VBP", "NN"): "NNS"}
"""The number of the noun that a relative clause speaks of where the nearest has another."""
_DEAR = 100_000
"""From here on an amount is no price of a thing that is traded every day."""
_DEALS = word_list("figure_words.tsv", "deals")
_EXCHANGES = frozenset(
    "went goes trading traded trades changed changes changing sold sells".split()
)
_SETTLES = frozenset({"settled", "settle", "settling", "settles"})
_AGENTS = ("er", "or", "ist", "ian")
_FAR = 20
"""Tokens between 'of which' and its verb."""
_PREPOSITIONS = frozenset({"to", "at", "for", "from", "by"})
