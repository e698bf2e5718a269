"""Measures that stand right beside the amount: 'a loan of', 'goods worth', 'grant' behind it."""

from __future__ import annotations

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.measures.labels import TIME_OR_PLACE, LabelReader, Labels, Measure
from newsextract.parsers.figures.measures.prices import Prices
from newsextract.parsers.figures.measures.purposes import Purposes
from newsextract.parsers.figures.sites import Site


class Beside(LabelReader):
    """Reads what stands directly before and behind an amount."""

    def __init__(self, labels: Labels, purposes: Purposes) -> None:
        super().__init__(labels)
        self.purposes = purposes
        self.prices = Prices(labels)

    def find(self, site: Site) -> Measure | None:
        """The measure beside the amount at `site`."""
        return self._labelled(site) or self._behind(site) or self._before(site)

    def _labelled(self, site: Site) -> Measure | None:
        """'(exports: $1.5 billion', 'imports $384.3 million', '($731 million)'."""
        i = site.before
        flow = figure_words("exports") | figure_words("imports")
        inside = site.relation == "bracket"
        listed = self.word(i) == ":" and self.word(i - 2) in ("(", ",", ";")
        if listed or (inside and self.word(i) in (":", "–", "—", "-", "=")):
            i -= 1
        elif self.word(i) == "(":
            return Measure(None, True) if inside else None
        elif self.word(i) in flow and self.tags[i] not in ("VBD", "VBN", "VBG"):
            return Measure(self.phrases.text(self.phrases.start_of(i), i + 1))
        elif not inside or not self.phrases.is_noun(i):
            return None
        if self.word(i) in flow:
            return Measure(self.phrases.text(self.phrases.start_of(i), i + 1))
        span = self.phrases.ending_at(i)
        return self.labels.phrase(span, complement=False) if span else None

    def _behind(self, site: Site) -> Measure | None:
        """'$118 million grant', '$1.5bn of assets', '$4m worth of goods'."""
        i, words = site.behind, self.words
        word = self.word(i)
        if words[i : i + 3 : 2] == ["-", "-"] and self.word(i + 1) in ("a", "an", "per"):
            i += 4  # 'a 1,000-baht-a-rai subsidy'
            word = self.word(i)
        elif word == "-" and i < len(words):
            i += 1
            word = self.word(i)
        if word in ("'", "’", "'s", "’s") and self.word(i + 1) == "worth":
            i, word = i + 1, "worth"  # '2 million euros' worth of'
        if word == "worth" and self.word(i + 1) == "of":
            return self.labels.phrase(self.phrases.starting_at(i + 2), complement=False)
        if word == "of" and i < site.sentence[1]:
            if site.rate is not None:
                return None  # '$5 per kilogram of rice'
            whole = self.phrases.over_amount(i + 1)
            if whole is not None:
                # '$3 million of the $300 million loan scheme'
                return self.labels.phrase(self.phrases.starting_at(whole), names=True)
            span = self.phrases.starting_at(i + 1)
            if span and self.word(span[1] - 1) in figure_words("same_head"):
                return None
            return self.labels.phrase(span, complement=False)
        is_said = self.words[i : i + 2] == [",", "which"] and self.word(i + 2) in ("is", "was")
        if is_said and self.word(i + 3) in ("the", "a", "an"):
            # '$5 million, which is the profit'
            return self.labels.phrase(self.phrases.starting_at(i + 3))
        if i >= site.sentence[1] or self.tags[i] not in _NOUN_PHRASE or word in _NO_START:
            return None
        span = self.phrases.starting_at(i)
        if span and self.labels.tag(span[0] - 1) == "POS" and span[0] - i == 2:
            return Measure(self.phrases.text(i, span[1]))  # 'a $5 million buyer's credit'
        if span is None or span[0] != i:
            return None
        owned = self.labels.tag(site.first - 1) in ("DT", "PRP$")  # 'a $13 per ton subsidy'
        if site.rate is not None and not owned and self.doc[span[1] - 1].head.i < i:
            return None  # 'per kilogram live weight'
        names = False
        if self.tags[span[1] - 1] in ("NNP", "NNPS"):
            # 'the $5 billion East African Crude Oil Pipeline'
            kind = self.doc[span[1] - 1].ent_type_
            names = self.word(site.before) in _OWNERS and kind not in _NO_THING
            span = self._behind_name(span[1]) or span
        act = span[1] - 1
        if self.words[act] in figure_words("estimate"):
            return None  # 'ahead of the $5 million forecast'
        if word in _THINGS and act == i and owned and self.word(i + 1) != "of":
            return Measure(self.doc[i].text)  # 'won a $5 million order'
        if self.words[act] in figure_words("act_head") and self.word(act - 1) in _LENT:
            # 'a $5 million loan deal': the money is the loan, the deal is not
            span = span[0], act
        return self.labels.phrase(span, names=names)

    def _behind_name(self, i: int) -> tuple[int, int] | None:
        """'$118 million International Development Association (IDA)* grant'."""
        if self.word(i) != "(" or self.word(i + 2) != ")":
            return None
        i += 3
        while self.word(i) in ("*", ")*"):
            i += 1
        if i < len(self.tags) and self.tags[i] in ("NN", "NNS", "JJ"):
            return self.phrases.starting_at(i)
        return None

    def _before(self, site: Site) -> Measure | None:
        """'a loan of $5 million', 'goods worth', 'materials for'."""
        i = site.before
        if self.word(i) in ("between", "from"):
            i -= 1
        while self.word(i) in _DEGREES:
            i -= 1
        word = self.word(i)
        if word == "of":
            return self._of(i, site)
        if word == "worth":
            return self.prices.worth(i)
        if word in figure_words("cost_verb") | _TOTALS and self.phrases.is_noun(i):
            # 'A dose costs': a verb that was taken for a noun
            noun = self.doc[i - 1]
            while noun.dep_ == "pobj" or (noun.tag_ == "VBN" and noun.dep_ in ("acl", "prep")):
                noun = noun.head.head if noun.dep_ == "pobj" else noun.head
            return self.labels.phrase(self.phrases.ending_at(noun.i))
        is_cost = self.word(i - 1) in ("cost", "costs") and self.tags[i - 1] in ("NN", "NNS")
        if is_cost and self.phrases.is_noun(i - 2) and self.phrases.is_noun(i):
            return self._with_first(i - 2)  # 'The mission cost taxpayers'
        if word in ("at", "to", "for") and self.phrases.is_noun(i - 1):
            listed = self._listed(i)
            if listed is not None and site.relation in (None, "addition"):
                return listed
        if word == "at" and self.phrases.is_noun(i - 1):
            return self.prices.at(i)
        if word == "to" and self.phrases.is_noun(i - 1):
            changed = self._changed(i - 1)
            if changed is not None:
                return changed
        if word == "which" and self.word(i - 1) in ("for", "on", "to", "towards"):
            # 'the project, for which $5 million in loans'
            means = self.purposes.at(site.behind, None) if self.word(site.behind) == "in" else None
            return means or self.labels.phrase(
                self.phrases.ending_at(i - 2 - (self.word(i - 2) == ",")), names=True
            )
        if word == "to" and self.word(i - 1) == "access":
            return Measure("access")
        if word == "with":
            owner = self.doc[i].head
            owner = owner.head if owner.dep_ == "dobj" else owner
            return self.labels.object(owner) if owner.lower_ in figure_words("back_verb") else None
        if word in ("now", "currently") and self.word(i - 1) == ",":
            return self.labels.phrase(self.phrases.ending_at(i - 2))
        if (
            self.phrases.is_noun(i)
            and site.bound in ("min", "max")
            and self.word(i + 1) in _BEYOND
            and self.tags[i] == "NNS"
        ):
            return Measure(self.phrases.text(self.phrases.start_of(i), i + 1))
        if word == "at" and i <= site.sentence[0] + 1 and self.word(site.behind) == ",":
            # 'At $5 million, the purchase is'
            return self.labels.phrase(self.phrases.starting_at(site.behind + 1), names=True)
        if word == "," or (word == "at" and self.word(i - 1) == ","):
            return self._apposed(i if word == "," else i - 1, site)
        if word == "for" and self.word(i - 1) == "hands":
            return None  # 'a sack of flour changes hands for'
        if word == "for":
            sold = self.prices.sold(self.doc[i])
            if sold:
                return sold
        if word == "for" and self.phrases.is_noun(i - 1):
            span = self.phrases.ending_at(i - 1)
            if span and self.doc[i - 1].ent_type_ not in TIME_OR_PLACE:
                return self.labels.phrase(span, complement=False)
        return None

    def _changed(self, head: int) -> Measure | None:
        """'reported a 9% rise in sales to $5 million': what rose or fell."""
        span = self.phrases.ending_at(head)
        if span is None or self.words[head] not in figure_words("flow_noun"):
            return None
        i = span[0] - 1
        while self.labels.tag(i) in ("DT", "PRP$", "JJ", "HYPH", "NN") and self.word(i) != "in":
            i -= 1
        moved = figure_words("up") | figure_words("down")
        if self.word(i) != "in" or self.word(i - 1) not in moved or not self.phrases.is_noun(i - 1):
            return None
        return self.labels.phrase(span, complement=False)

    def _apposed(self, comma: int, site: Site) -> Measure | None:
        """'the loan for the bridge, nearly $5 million, is', 'Borrowing, at $2 million, was'."""
        noun = self.doc[comma - 1]
        while noun.dep_ == "pobj" and noun.head.head.i < noun.i:
            noun = noun.head.head
        subject = noun.dep_ in ("nsubj", "nsubjpass") and noun.head.i > site.first
        named = self.word(comma - 1) in _PRICED and self.word(site.behind) in (",", "-", "–", "—")
        if named and site.before == comma:
            return self.labels.phrase(self.phrases.ending_at(comma - 1), complement=False)
        if not subject or noun.tag_ not in ("NN", "NNS"):
            return None
        return self.labels.noun(noun, prices=False)

    def _with_first(self, head: int) -> Measure | None:
        """The phrase of `head`, with the noun before its preposition: 'power for irrigation'."""
        span = self.phrases.ending_at(head)
        if span is None:
            return None
        link = span[0] - 1
        while link > 0 and self.tags[link] in ("DT", "PRP$"):
            link -= 1
        first = link - 1
        if self.word(link) in ("for", "of", "in") and self.phrases.is_noun(first):
            return Measure(self.phrases.text(self.phrases.start_of(first), span[1]))
        return self.labels.phrase(span)

    def _listed(self, link: int) -> Measure | None:
        """'..., with exports at', '... and imports from Chad to': a clause without a verb."""
        span = self.phrases.ending_at(link - 1)
        while span is not None:
            start = span[0]
            while self.tags[start - 1] in ("DT", "PRP$"):
                start -= 1
            if self.tags[start - 1] == "POS" and self.phrases.is_noun(start - 2):
                start = self.phrases.start_of(start - 2)  # 'with Chad's exports at'
            joint = self.word(start - 1)
            if joint in _JOINTS:
                if self.word(link) == "for" and self.words[span[1] - 1] not in figure_words(
                    "account"
                ):
                    return None  # but 'accounted for $2 million and imports for $1 million'
                return self.labels.phrase(self.phrases.ending_at(span[1] - 1))
            if joint not in ("of", "from", "to", "with") or not self.phrases.is_noun(start - 2):
                return None
            span = self.phrases.start_of(start - 2), start - 1
        return None

    def _of(self, i: int, site: Site) -> Measure | None:
        """The head before 'of': 'a bridge loan of', 'projects with a total value of'."""
        head, behind = i - 1, site.behind
        if self.word(head) == ",":
            head -= 1  # 'the swap, of $5 million, was'
        if self.word(head) == ")":
            while head > 0 and self.words[head] != "(":
                head -= 1
            head -= 1
        span = self.phrases.ending_at(head) if head >= 0 else None
        if span is None:
            return None
        if self.words[head] in figure_words("estimate") and self._is_base(span, site):
            return Measure(None, True)
        generic = figure_words("generic_head") - figure_words("topic_noun")
        outer = self._outer(span) if self.words[head] not in generic - _PLACES else None
        if outer is not None:
            return self.labels.phrase(self.phrases.ending_at(outer), subject=True)
        if self.words[head] in generic | figure_words("same_head") | {"tag"}:
            with_, before = span[0] - 1, None
            while with_ > 0 and self.tags[with_] in ("DT", "PRP$"):
                with_ -= 1
            if self.word(with_) == "worth":
                return self.prices.worth(with_)
            if self.word(with_) in ("with", "at", "for", "to", "by", "in") and with_ > 0:
                if self.word(with_ - 1) == ",":
                    return self._apposed(with_ - 1, site)
                before = self.phrases.ending_at(self.labels.over_place(with_ - 1))
            if before is None or self.word(with_) == "with":
                found = self.labels.phrase(before) if before else None
                return found or self._value(span)
            found = self.labels.phrase(before, complement=self.word(with_) != "to")
            return found or self._value(span)
        if self.words[head] in ("cost", "rate") and self.word(span[0] - 1) in ("a", "an"):
            at = span[0] - 2
            if self.word(at) == "at":
                # 'rebuilt the outpost at a cost of'
                return self.prices.priced(at) or self.labels.phrase(span, complement=False)
        if self.words[head] in figure_words("aim_noun") and self.word(behind) == "in":
            # 'a target of $100 billion in bilateral trade'
            return self.purposes.at(behind, None) or self.labels.phrase(span, complement=False)
        found = self.labels.phrase(self.phrases.with_head(*span), complement=False)
        if found and self.words[head] in figure_words("keep_for") and self.word(behind) == "for":
            rest = self.phrases.starting_at(behind + 1)
            if rest:
                return Measure(f"{found.text} for {self.phrases.text(*rest)}")
        return found

    def _is_base(self, span: tuple[int, int], site: Site) -> bool:
        """'down from an earlier forecast of': is it only what an amount is held against?"""
        i = span[0] - 1
        while i > site.sentence[0] and self.tags[i] in _MODIFIERS:
            i -= 1
        return self.word(i) in _BASES and self.phrases.holds_amount(site.sentence[0], i)

    def _outer(self, span: tuple[int, int]) -> int | None:
        """'capital outflows from the debt market of $5 million': the noun for money before."""
        kinds = frozenset[str]().union(*map(figure_words, _MONEY))
        start = span[0]
        while start > 0 and self.tags[start - 1] in ("DT", "PRP$", "CD"):
            start -= 1
        head = start - 2
        if self.word(span[0] - 1) in ("a", "an"):
            return None  # 'a fund with a capital of'
        inner = self.words[span[1] - 1] in kinds | figure_words("keep_of") | figure_words("value")
        if inner or self.word(start - 1) not in _WITH or not self.phrases.is_noun(head):
            return None
        return head if self.words[head] in kinds else None

    def _value(self, span: tuple[int, int]) -> Measure | None:
        """'a market value of': a kind of value, no bare 'total value'."""
        first = self.words[span[0]]
        kind = span[1] - span[0] > 1 and self.tags[span[0]] == "NN" and first != "total"
        return Measure(self.phrases.text(*span)) if kind else None


_MODIFIERS = frozenset({"DT", "PRP$", "JJ", "JJR", "RB", "RBR", "VBN"})
_BASES = frozenset("from below above against than over beating missing versus to with".split())
_DEGREES = frozenset(
    "the a an another further combined total record whopping staggering mere modest flat".split()
)
_THINGS = frozenset({"order", "market", "economy", "sector"})
"""Words of set phrases ('in the order of') that name a thing behind an amount."""
_PLACES = frozenset("market markets country countries economy sector government".split())
_PRICED = frozenset(
    "cost costs price prices value fee fees fine sum share bill budget loss".split()
)
_MONEY = ("topic_noun", "account", "keep_to", "stake")
_WITH = frozenset({"from", "to", "with", "in", "for", "by", "on", "at"})
_LENT = frozenset({"loan", "loans", "credit", "grant", "grants"})
_BEYOND = frozenset("below under above over exceeding beyond in".split())
_JOINTS = frozenset({"and", "while", "with", "but", "(", ";"})
_TOTALS = frozenset({"total", "totals", "average", "averages"})
_OWNERS = frozenset({"the", "a", "an", "its", "their", "this", "his", "her", "our"})
_NO_THING = frozenset({"DATE", "TIME", "PERSON", "NORP", "GPE"})
_NOUN_PHRASE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN"})
_NO_START = frozenset(
    {"more", "less", "last", "next", "this", "higher", "lower", "short", "due", "available"}
)
