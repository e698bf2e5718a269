"""What belongs to a noun behind it: 'cost of a bridge', 'trade with Chad', 'debt owed by Oslo'."""

from __future__ import annotations

from newsextract.lexicons.figure_words import figure_words
from newsextract.parsers.figures.measures.phrases import LONGEST, Phrases

_LONGEST_COMPLEMENT = 12
"""Tokens of what stands behind a preposition."""
_CHARGES = frozenset({"tax", "taxes", "interest", "zakat", "minorities"})
_PLAIN = frozenset({"total", "overall", "trade", "mutual"})
_PRONOUNS = frozenset("which this that these those it them whom our their his her its".split())


class Complements(Phrases):
    """Noun phrases with their complements."""

    def with_complement(self, start: int, end: int, *, subject: bool = False) -> tuple[int, int]:
        """The phrase with the prepositional phrase that belongs to such a head.

        'cost of each week', 'exports of goods to Guyana', 'fee for vessels', 'trade between the
        two countries'; of a `subject` also 'contribution to the programme'.
        """
        head, link = self.words[end - 1], self.word(end)
        kinds = self.words[start : end - 1]
        # 'trade between the two', but 'bilateral trade' and 'trade turnover' say it alone
        plain_trade = (head in ("trade", "exchange") and _PLAIN.issuperset(kinds)) or (
            head == "turnover" and not kinds
        )
        keeps = (
            (link == "of" and self._keeps_of(head, end))
            or (
                link == "for"
                and head in figure_words("keep_for") | figure_words("keep_for_near")
                and self._is_governed(end)
            )
            or (link == "from" and head in figure_words("keep_from"))
            or (link == "in" and head in figure_words("keep_in"))
            or (link == "in" and head in figure_words("stake") and self._is_governed(end))
            or (link == "on" and head in figure_words("keep_on"))
            or (link == "per" and head in figure_words("value") | figure_words("account"))
            or (link in ("before", "after") and self.word(end + 1) in _CHARGES)
            or (link in ("between", "among") and plain_trade)
            or (link == "with" and head in figure_words("total_trade") | {"exchange"})
            or (head == "trade" and link == "in" and self.word(end + 1) in ("goods", "services"))
            or (subject and self._is_given(head, link) and self._is_governed(end))
        )
        if keeps:
            behind = end
            act = link == "of" and self.tag(end + 1) == "VBG"  # 'cost of moving a tonne'
            end = self._through(end + 1 + act, end)
            names = self.tag(end + 1) in ("NNP", "NNPS") and self.tag(end - 1) in ("NNP", "NNPS")
            joins = link == "between" or (link == "of" and names)
            if joins and self.word(end) == "and" and end - behind < LONGEST:
                end = self._through(end + 1, end)
        if head in figure_words("keep_to"):
            # 'exports from Scotland to Norway'
            for _ in range(2):
                if self.word(end) in ("to", "from"):
                    end = self._through(end + 1, end)
        if subject:
            end = self._with_agent(end)
        return start, end

    def _with_agent(self, end: int) -> int:
        """'reserves held by the central bank', 'spending per night by visitors'."""
        by = end + (self.tag(end) == "VBN")
        return (
            self._through(by + 1, end) if self.word(by) == "by" and self._is_governed(by) else end
        )

    def _is_given(self, head: str, link: str) -> bool:
        """'aid to', 'support for': to whom, and for what."""
        return link == "to" or (link == "for" and head in figure_words("help"))

    def _is_governed(self, i: int) -> bool:
        """Does the preposition at `i` lead to a thing or a place, not to a time?"""
        span = self.starting_at(i + 1)
        if span is None or self.words[span[1] - 1] in figure_words("generic_head"):
            return False
        return not any(t.ent_type_ in ("DATE", "TIME") for t in self.doc[span[0] : span[1]])

    def _keeps_of(self, head: str, end: int) -> bool:
        """Does 'of' behind `head` say of what it is, not whose ('operation of the Bank')?"""
        if head in figure_words("keep_of"):
            return True
        if self.word(end + 1) in _PRONOUNS:
            return False
        owner = self.starting_at(end + 1)
        if owner is None:
            return False
        last = self.tags[owner[1] - 1], self.tag(owner[1])
        named = not {"NNP", "NNPS"}.isdisjoint(last)  # 'of steelmaker Tor Metal'
        longer = owner[1] - owner[0] > 1 or self.word(owner[1]) == "of" or last[0] == "NN"
        return not (named and longer)

    def _through(self, i: int, otherwise: int) -> int:
        found = self.starting_at(i, times=True)
        if found is None or found[1] - otherwise >= _LONGEST_COMPLEMENT:
            return otherwise
        if self.words[found[1] - 1] in ("percent", "pct", "cent", "%"):
            return otherwise
        per_unit = self.words[found[1] - 1] in figure_words("rate_unit")
        if per_unit and self.word(found[1]) == "of":
            return self._through(found[1] + 1, found[1])
        return self._to_name_end(found[1])

    def _to_name_end(self, end: int) -> int:
        """Where the name ends that goes on behind `end`: 'the Republic' of Korea."""
        last = end
        while last < self.size and last - end < LONGEST and self.doc[last].ent_iob_ == "I":
            last += 1
        named = self.tag(end - 1).startswith("NNP") and self.word(end) in ("of", "and")
        return last if named and self.tag(last - 1).startswith("NNP") else end

    def with_head(self, start: int, end: int) -> tuple[int, int]:
        """The phrase with a head before 'of' whose kind it only tells: 'imports of wood pulp'."""
        begin = start - (self.tags[start - 1] == "DT")  # 'the cost of a ferry'
        head = begin - 2
        unit = self.words[head].removesuffix("s") if head > 0 else ""
        if (
            head > 0
            and self.words[begin - 1] == "of"
            and self.words[head] in figure_words("keep_of")
            and self.is_noun(head)
            and (unit not in figure_words("rate_unit") or unit == "line")
        ):
            start = self.start_of(head)
        return start, end
