"""Parser of `figures`."""

from __future__ import annotations

from newsextract.parsers.figures.amounts import find_amounts
from newsextract.parsers.figures.currency import decide_currencies, evidence, with_currency
from newsextract.parsers.figures.structure import read_structure
from newsextract.story import FigureFinding, Range, Story


class FiguresParser:
    """Finds the amounts of money of a story, and what each measures."""

    def parse(self, story: Story) -> list[FigureFinding]:
        """The amounts of `story`, in document order."""
        text = story.text
        country = None
        if story.dateline and story.dateline.places:
            country = story.dateline.places[0].country
        amounts = find_amounts(text, country)
        if not amounts:
            return []
        agency = story.dateline.agency if story.dateline else None
        currencies = decide_currencies(text, amounts, country, story.date, story.body, agency)
        amounts = [
            with_currency(amount, decided.code)
            for amount, decided in zip(amounts, currencies, strict=True)
        ]
        readings = read_structure(story.doc, text, amounts, story.date, country, story.body)
        return [
            FigureFinding(
                range=Range(amount.start, amount.end),
                amount=amount.amount,
                amount_max=amount.amount_max,
                currency=amount.code,
                bound=reading.bound,
                rule=amount.rule,
                inferred=evidence(currency) | ({"measure": "topic"} if reading.is_guess else {}),
                measure=reading.measure,
                flow=reading.flow,
                period=reading.period,
                per=reading.per,
                change=reading.change,
                parent=reading.parent,
                giver=reading.giver,
                receiver=reading.receiver,
            )
            for amount, currency, reading in zip(amounts, currencies, readings, strict=True)
        ]
