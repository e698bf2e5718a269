"""Parser of `figures`."""

from __future__ import annotations

from newsextract.parsers.figures.amounts import find_amounts
from newsextract.parsers.figures.bounds import find_bound
from newsextract.parsers.figures.currency import decide_currencies, evidence
from newsextract.story import FigureFinding, Range, Story


class FiguresParser:
    """Finds the amounts of money of a story, and what each measures."""

    def parse(self, story: Story) -> list[FigureFinding]:
        """The amounts of `story`, in document order."""
        text = story.text
        amounts = find_amounts(text)
        country = None
        if story.dateline and story.dateline.places:
            country = story.dateline.places[0].country
        currencies = decide_currencies(text, amounts, country)
        findings = []
        for amount, currency in zip(amounts, currencies, strict=True):
            bound = find_bound(text, amount.start, amount.end).bound
            findings.append(
                FigureFinding(
                    range=Range(amount.start, amount.end),
                    amount=amount.amount,
                    amount_max=amount.amount_max,
                    currency=currency.code,
                    bound="approx" if amount.vague and bound == "exact" else bound,
                    rule=amount.rule,
                    inferred=evidence(currency),
                )
            )
        return findings
