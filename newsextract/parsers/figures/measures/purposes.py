"""Measures that a preposition behind the amount gives: 'on defence', 'in back taxes'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsextract.lexicons.figure_words import figure_words
from newsextract.lexicons.word_lists import word_list
from newsextract.parsers.figures.grammar import VERBS
from newsextract.parsers.figures.measures.labels import TIME_OR_PLACE, LabelReader, Measure
from newsextract.parsers.figures.measures.phrases import LONGEST
from newsextract.parsers.figures.sites import Site

if TYPE_CHECKING:
    from spacy.tokens import Token


class Purposes(LabelReader):
    """Reads what an amount is spent on, given for, or earned from."""

    def find(self, site: Site, verb: Token | None) -> Measure | None:
        """'in back taxes', 'on defence', 'for a station', 'to a scheme', 'from coffee'."""
        if verb is not None and verb.lower_ in figure_words("punish_verb"):
            return None  # 'were fined $5 million for smuggling'
        i = self._start(site, verb)
        if self.word(i) == "," and self.word(i + 1) in ("on", "for", "to", "in"):
            i += 1
        spends = verb is not None and verb.lower_ in figure_words("spend_verb")
        if spends and i < site.sentence[1] and self.tags[i] == "VBG":
            return self._act(i)  # 'spent $5 million compensating farmers'
        aim = self._aim(i, verb)
        if aim is not None:
            return aim
        if self.word(site.before) in ("including", "comprising") and self.word(i) == "from":
            return self.labels.phrase(self.phrases.starting_at(i + 1))  # 'of it from oil sales'
        while i < site.sentence[1] and (
            self.tags[i] in ("TO", "MD", "RP") or self.tags[i] in VERBS or self.word(i) == "aside"
        ):
            i += 1
        # 'to the country in grants', 'last year for roads'
        for j in range(i, min(i + 7, site.sentence[1])):
            found = self.at(j, verb) or self._aim(j, verb)
            if found is not None:
                return found
            if self.words[j] in (",", ";", ".", "(", ")", "and", "which", "that", "while", ":"):
                break
            if self.tags[j] in VERBS:
                break
        return self._participle(site) or self._far(i, site, verb) or self._done(verb)

    def _far(self, i: int, site: Site, verb: Token | None) -> Measure | None:
        """'to the Population Fund (UNFPA) for clinics': what else belongs to the verb."""
        if verb is None or verb.i > site.first:
            return None
        for child in verb.rights:
            if child.dep_ == "prep" and i <= child.i < site.sentence[1] and child.lower_ in _GOALS:
                apart = self.phrases.holds_amount(site.behind, child.i)
                return None if apart else self.at(child.i, verb)
        return None

    def _done(self, verb: Token | None) -> Measure | None:
        """'finished the rebuilding of a bridge, spending $5 million': what was done for it."""
        if verb is None or verb.lower_ != "spending" or verb.dep_ != "advcl":
            return None
        done = verb.head
        finite = any(child.dep_ in ("aux", "nsubj") for child in verb.lefts)
        behind = done.tag_ in VERBS and done.i < verb.i
        return self.labels.object(done) if behind and not finite else None

    def _start(self, site: Site, verb: Token | None) -> int:
        """Behind the amount; behind the verb whose subject it is: '$5 million was used for'."""
        subject = verb is not None and verb.i >= site.behind and verb.tag_ == "VBN"
        if verb is not None and subject:
            inside = any(site.first <= child.i < site.last for child in verb.lefts)
            if inside and verb.i - site.behind < _FAR:
                return verb.i + 1
        return site.behind

    def _aim(self, i: int, verb: Token | None) -> Measure | None:
        """'to buy drones', 'on training sailors', 'by selling power': the object of a verb."""
        if i + 1 >= len(self.tags):
            return None
        word, act = self.words[i], self.doc[i + 1]
        if word == "to" and act.tag_ == "VB":
            # What the money turns into; 'to repair roads' only says why.
            buys = figure_words("trade_verb") | figure_words("back_verb")
            buys |= figure_words("settle_verb")
            return self.labels.object(act) if act.lower_ in buys else None
        earns = figure_words("earn_verb") | figure_words("raise_verb")
        by = word == "by" and verb is not None and verb.lower_ in earns
        if act.tag_ == "VBG" and act.lower_ not in _STATES and (by or word in ("on", "for")):
            return self._act(i + 1)
        return None

    def _act(self, i: int) -> Measure | None:
        """The verb in '-ing' at `i` with its object: 'training sailors'."""
        span = self.phrases.starting_at(i + 1)
        has_object = span and (span[0] == i + 1 or self.doc[span[1] - 1].head.i == i)
        end = span[1] if span and has_object else self.phrases.with_complement(i, i + 1)[1]
        return Measure(self.phrases.text(i, end)) if end - i < LONGEST else None

    def _participle(self, site: Site) -> Measure | None:
        """'$5 million owed to lenders', 'required by the country'."""
        i = site.behind
        i += self.word(i) in ("is", "are", "was", "were", "being")
        if i + 2 >= site.sentence[1] or self.words[i] not in figure_words("due_verb"):
            return None
        if self.tags[i] == "VBN" and (self.doc[i].dep_ == "acl" or i > site.behind):
            span = self.phrases.starting_at(i + 2)
            if span and self.words[i + 1] in ("to", "by", "from") and span[1] - i < LONGEST:
                return Measure(self.phrases.text(i, span[1]))
        return None

    def at(self, i: int, verb: Token | None) -> Measure | None:
        """What the preposition at token `i` says that money is for."""
        word = self.words[i]
        if word not in _PREPOSITIONS:
            return None
        governs = verb.lower_ if verb is not None else ""
        span = self.phrases.starting_at(self._over_hedge(i + 1))
        if span is None:
            return None
        head = span[1] - 1
        if self.words[head] in figure_words("generic_head") - _THINGS:
            return None
        if word in ("off", "from") and governs in _TAKES:
            return self.labels.phrase(span)  # 'wiped $5 million off its market value'
        funds = self.words[head] in figure_words("to_fund") | figure_words("topic_noun")
        if funds and self.tags[head].startswith("NNP") and self.word(span[1]) == "(":
            return None  # 'the United Nations Population Fund (UNFPA)' is a body
        raised = word == "in" and self.words[head] in figure_words("raised_in")
        if self.tags[head] in ("NNP", "NNPS") and not (funds or raised):
            return None
        if self.doc[head].ent_type_ in TIME_OR_PLACE:
            return None
        if word == "to" and self.word(i + 1) in ("each", "every"):
            return None
        spends = verb is not None and verb.lower_ in figure_words("spend_verb")
        first = i + 1 + (self.word(i + 1) in ("“", '"', "‘"))
        first = self.phrases.over_left_out(first)
        if word == "in" and span[0] != first and not spends:
            raises = verb is not None and verb.lower_ in figure_words("raise_verb")
            if not raises or self.words[head] not in figure_words("raised_in"):
                return None  # but 'raised $5 million in a bond sale'
        if word == "into" and not (spends or funds):
            return None
        if word == "to" and not funds:
            devoted = governs in figure_words("devote_verb") | _ADDS
            if not devoted or self.words[head] in figure_words("agent_head"):
                return None
        earns = figure_words("earn_verb") | figure_words("raise_verb")
        if word == "from" and self.tags[head] in ("NN", "NNS"):
            earns = earns | figure_words("get_verb")  # 'will receive $5 million from fees'
        if word in ("from", "through") and governs not in earns:
            return None
        if word == "from" and self.words[head] in figure_words("agent_head"):
            return None
        beside = self.phrases.holds_amount(i - 1, i)
        paid = _PAID_AS if beside else _PAID_AS[:1]
        if word == "as" and not any(self.words[head] in figure_words(name) for name in paid):
            return None
        if word == "under":
            # 'under the Food and Roads Plan', but 'under the programme'
            named = self.words[head] in _SCHEMES and self.doc[head].is_title
            return self.labels.phrase(span, names=True, complement=False) if named else None
        if word == "in" and self.words[head] in _MEANS:
            return None
        return self.labels.phrase(span, names=raised)

    def _over_hedge(self, i: int) -> int:
        """The number behind 'more than' in 'more than 60 operations'."""
        k = i
        while k < i + 3 and self.word(k) in _HEDGES:
            k += 1
        return k if k > i and k < len(self.tags) and self.tags[k] == "CD" else i


_GOALS = frozenset({"for", "on", "toward", "towards"})
_FAR = 10
"""Tokens between an amount and its verb."""
_HEDGES = frozenset("more than over some about at least nearly up to around almost".split())
_STATES = frozenset({"being", "having", "doing", "getting"})
_ADDS = frozenset("add adds added adding contribute contributes contributed contributing".split())
_PAID_AS = ("topic_noun", "account", "stake", "flow_noun", "stock_noun")
_SCHEMES = frozenset(
    "plan program programme scheme initiative mechanism arrangement facility project".split()
)
_PREPOSITIONS = frozenset("in for on toward towards to into from through as off under".split())
_THINGS = frozenset({"response"})
"""Words of set phrases ('in response') that money is given in, or for."""
_TAKES = word_list("figure_words.tsv", "takes")
_MEANS = frozenset({"prices", "dollars", "euros", "terms", "cash", "kind", "value", "size"})
