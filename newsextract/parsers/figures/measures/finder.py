"""What an amount measures: the noun phrase that the sentence gives it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsextract.lexicons.currencies import currency_words
from newsextract.lexicons.figure_words import figure_words
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.figures.grammar import VERBS
from newsextract.parsers.figures.measures.beside import Beside
from newsextract.parsers.figures.measures.clauses import Clauses
from newsextract.parsers.figures.measures.complements import Complements
from newsextract.parsers.figures.measures.gapped import Gapped
from newsextract.parsers.figures.measures.labels import Labels, Measure
from newsextract.parsers.figures.measures.order import Order
from newsextract.parsers.figures.measures.purposes import Purposes
from newsextract.parsers.figures.measures.same import Same
from newsextract.parsers.figures.sites import Site

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TOPIC_REACH = 15
"""Tokens before an amount in which a noun may tell its topic."""


_NEAR = 6
"""Tokens between an amount and the same for each of those who share in it."""


class Measures:
    """Reads measures from the parse.

    In this order: what stands right beside the amount; the verb that governs it; what it is
    for; what was spoken of before; the nearest noun for kinds of money, marked as a guess.
    """

    def __init__(self, doc: Doc, phrases: Complements) -> None:
        self.doc = doc
        self.phrases = phrases
        self.words = phrases.words
        self.tags = phrases.tags
        self.labels = Labels(doc, phrases)
        self.word = self.labels.word
        self.purposes = Purposes(self.labels)
        self.beside = Beside(self.labels, self.purposes)
        self.gapped = Gapped(self.labels)
        self.clauses = Clauses(self.labels)
        self.order = Order(self.labels)
        self.same = Same(self.labels)

    def measure(self, site: Site, *, follows: bool = False) -> Measure:
        """What the amount at `site` measures.

        Args:
            site: where it stands.
            follows: does another amount stand before it in the sentence?
        """
        verb = self.clauses.verb(site)
        number = verb.i if verb is not None else None
        if self._is_exchange(site):
            return Measure(None)
        if site.relation == "conversion" or self.same.is_range(site):
            return Measure(None, True, number)
        if self._is_valuation(site, verb):
            return Measure(None)
        found = (
            self._exchanged(site)
            or self._extreme(site, verb)
            or (self.gapped.find(site) if follows else None)
            or self.beside.find(site)
            or self._of_kind(site, verb)
            or self.order.owner(site)
            or self.order.antecedent(site)
        )
        if found is None and self.is_shared_out(site):
            return Measure(None, True, number)
        if found is None and site.relation == "comparison":
            if self.word(site.behind) == "for":
                found = self.purposes.at(site.behind, None)  # 'against $3 for the rival shot'
            return (found or Measure(None, True))._replace(verb=number)
        if found is None and verb is not None:
            found = self.clauses.find(site, verb)
        if found is None and self.same.is_share(site, verb):
            return Measure(None, True, number)
        if found is None or (found.text is None and not found.is_same):
            found = self.purposes.find(site, verb)
        if found is None or (found.text is None and not found.is_same):
            found = self.order.find(site) or self._bought(site) or found
        if found is None:
            if self.same.holds(site, verb, follows=follows):
                return Measure(None, True, number)
            found = (
                self._unit(site)
                or self.order.item(site)
                or self._topic(site)
                or self._per(site)
                or Measure(None)
            )
        return found._replace(verb=number)

    def _is_exchange(self, site: Site) -> bool:
        """'($1 = 1.02 euros)'."""
        return "=" in self.doc[max(site.first - 1, 0) : site.last + 1].text

    def _is_valuation(self, site: Site, verb: Token | None) -> bool:
        """'raised $5 million, valuing it at $90 million': what a body is worth has no noun."""
        if verb is None or verb.lower_ not in _VALUES or self.word(site.before) != "at":
            return False
        return any(c.dep_ == "dobj" and c.lower_ in ("it", "them") for c in verb.rights)

    def _exchanged(self, site: Site) -> Measure | None:
        """'closing at N1,551.24 to the dollar': the currency that costs so much."""
        i = site.behind
        if self.word(i) == "to" and self.word(i + 1) == "the" and self.labels.tag(i + 2) == "NN":
            word = self.word(i + 2)
            money = any(entry.kind == "noun" for entry in currency_words().get(word, ()))
            return Measure(word) if money else None
        return None

    def _extreme(self, site: Site, verb: Token | None) -> Measure | None:
        """'Trade set a record of $5 million', 'raised prices to an all-time high of $5'."""
        head = site.before - 1
        if self.word(site.before) != "of" or self.word(head) not in _EXTREMES:
            return None
        if site.relation == "comparison":
            return None if self.word(head) == "record" else Measure(None, True)
        if verb is None:
            return None
        start = self.phrases.start_of(head)
        while self.labels.tag(start - 1) == "DT":
            start -= 1
        noun = self.doc[head]
        if noun.dep_ == "dobj" and noun.head.tag_ in VERBS:
            return self.clauses.subject_of(noun.head)
        return self.clauses.find(replace(site, before=start - 1), verb)

    def _of_kind(self, site: Site, verb: Token | None) -> Measure | None:
        """'The label generated $5 million in revenue': a kind of money, bare, behind 'in'."""
        if self.word(site.behind) != "in":
            return None
        if self.word(site.behind + 1) == "cash":
            # 'seized $5 million in cash', but 'bought it for $5 million in cash'
            pays = figure_words("trade_verb") | figure_words("give_verb")
            paid = verb is not None and verb.lower_ in pays
            return None if paid or self.word(site.before) == "for" else Measure("cash")
        span = self.phrases.starting_at(site.behind + 1)
        if span is None or span[0] != site.behind + 1:
            return None
        kinds = figure_words("topic_noun") | figure_words("account") | {"money", "funds"}
        return self.labels.phrase(span) if self.words[span[1] - 1] in kinds else None

    def _unit(self, site: Site) -> Measure | None:
        """'$85 per tonne caught', '$24 per prisoner a day': what is paid for, no plain unit."""
        last = site.last
        if self.word(last) != "per":
            return None
        span = self.phrases.starting_at(last + 1, lists=False)
        if span is None:
            return None
        end = span[1]
        if self.labels.tag(end) == "VBN":
            end += 1
        unit = " ".join(self.words[span[0] : end])
        return (
            None if unit in figure_words("rate_unit") else Measure(self.phrases.text(span[0], end))
        )

    def _bought(self, site: Site) -> Measure | None:
        """'$5 per kilogram of rice': what it is the price of."""
        if site.rate is None or self.word(site.behind) != "of":
            return None
        return self.labels.phrase(self.phrases.starting_at(site.behind + 1), complement=False)

    def _per(self, site: Site) -> Measure | None:
        """'farmers get 380 francs a kilo': of what the amount is the price."""
        per = site.rate.per if site.rate else ""
        bought = per.split(" ")[-1] in figure_words("rate_unit") - _NOT_BOUGHT
        return Measure(per) if bought else None

    def is_shared_out(self, site: Site) -> bool:
        """'a loss of $5 million, or $3 a share', '$5 million, about $3 for each of them'."""
        before = self.word(site.before)
        if site.rate is None or not (before == "or" or (before == "," and site.bound != "exact")):
            return False
        return self.phrases.holds_amount(max(site.before - _NEAR, 0), site.before)

    def _topic(self, site: Site) -> Measure | None:
        """The nearest noun for kinds of money before the amount: 'aid', 'cost', 'contract'."""
        for i in range(site.before, max(site.sentence[0], site.before - _TOPIC_REACH) - 1, -1):
            clause = self.words[i] == "," and self.word(i + 1) in ("and", "but", "which")
            if clause or self.words[i] in _CLAUSE_ENDS:
                return None
            # 'the budget committee' is no budget
            agent = self.phrases.is_noun(i + 1) and self.word(i + 1) in figure_words("agent_head")
            topic = self.words[i] in figure_words("topic_noun") and not agent
            gives = self.doc[i].head.lower_ in figure_words("give_verb") | _DEALS
            if (
                topic
                and self.tags[i] in ("NN", "NNS")
                and not (gives and self.doc[i].dep_ == "nsubj")
            ):
                moves = figure_words("up") | figure_words("down") | figure_words("move")
                while self.phrases.is_noun(i + 1) and self.word(i + 1) not in moves:
                    i += 1  # 'a property tax exemption'
                found = self.labels.phrase(self.phrases.ending_at(i), subject=True)
                return found and found._replace(is_guess=True)
        return None


_NOT_BOUGHT = word_list("figure_words.tsv", "not_bought")
"""Units of time, of persons and of bulk: what costs so much is not said by them."""
_DEALS = frozenset({"lost", "spent", "deposited", "made", "holds", "bought", "sold"})
"""Their subject has the sum, and is not what it is of: 'the fund lost $5 million'."""
_VALUES = frozenset({"value", "values", "valued", "valuing"})
_EXTREMES = frozenset({"record", "high", "low", "peak"})
_CLAUSE_ENDS = frozenset(
    {"said", "say", "says", "that", "while", "but", ";", "“", "”", '"', "under"}
)
