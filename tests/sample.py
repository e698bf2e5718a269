"""An article with a record made by hand: finds of all kinds, which nest and overlap, all fields."""

from __future__ import annotations

import datetime
from decimal import Decimal

from newsextract.record import (
    Change,
    Cue,
    Dateline,
    Evidence,
    ModelInfo,
    MonetaryFigure,
    NewsRecord,
    Note,
    Participant,
    Period,
    Place,
    Quote,
    Span,
    Speaker,
)

TEXT = """\
Lisbon and Praia agree on ports </script><script>alert(1)</script>

LISBON/PRAIA, May 6 (Lusa) - Portugal will lend Cape Verde 40 million euros for its ports, \
Foreign Minister Ana Sequeira said on Monday.

"We lend 40 million euros," Sequeira said, "and we expect Cape Verde to spend it <well> & soon."

Trade between the two countries reached $188.6 million in 2023 (exports: $61.2 million, \
imports: $127.4 million), 7 percent more than in 2022. She added that the figures were good.

Oil stood at $70 to $80 a barrel, 1.4 times the price of 2022.
"""

EVIDENCE = Evidence(rule="sample.rule")


def span(words: str, number: int = 0) -> Span:
    """The span of `words` at their occurrence `number`."""
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return Span(start=start, end=start + len(words), text=words)


def _figure(number: int, words: str, amount: str, currency: str, **more: object) -> MonetaryFigure:
    return MonetaryFigure.model_validate(
        {
            "id": f"f{number}",
            "text": words,
            "span": span(words, int(str(more.pop("occurrence", 0)))),
            "amount": Decimal(amount),
            "currency": currency,
            "evidence": EVIDENCE,
            **more,
        }
    )


YEAR = Period(
    start=datetime.date(2023, 1, 1),
    end=datetime.date(2023, 12, 31),
    text="2023",
    span=span("2023"),
)

RECORD = NewsRecord(
    id="sample",
    source="wire/sample.txt",
    headline="Lisbon and Praia agree on ports </script><script>alert(1)</script>",
    published=datetime.date(2024, 5, 6),
    published_from="caller",
    model=ModelInfo(name="by_hand", version="1"),
    dateline=Dateline(
        text="LISBON/PRAIA, May 6 (Lusa)",
        span=span("LISBON/PRAIA, May 6 (Lusa)"),
        places=(
            Place(
                name="LISBON",
                city="Lisbon",
                region="Lisbon District",
                country="PT",
                latitude=38.72,
                longitude=-9.13,
            ),
            Place(name="PRAIA", city="Praia", country="CV", latitude=14.93, longitude=-23.51),
        ),
        city="Lisbon",
        country="PT",
        date=datetime.date(2024, 5, 6),
        agency="Lusa",
        participant="p1",
        evidence=Evidence(rule="sample.dateline", inferred={"date": "published"}),
        confidence=0.98,
    ),
    quotes=(
        Quote(
            text="Portugal will lend Cape Verde 40 million euros for its ports",
            pieces=(span("Portugal will lend Cape Verde 40 million euros for its ports"),),
            kind="indirect",
            speaker=Speaker(
                name="Ana Sequeira",
                mention=span("Foreign Minister Ana Sequeira"),
                participant="p3",
            ),
            cue=Cue(text="said", lemma="say", kind="say", span=span("said")),
            evidence=EVIDENCE,
        ),
        Quote(
            text="We lend 40 million euros, and we expect Cape Verde to spend it <well> & soon.",
            pieces=(
                span("We lend 40 million euros,"),
                span("and we expect Cape Verde to spend it <well> & soon."),
            ),
            kind="direct",
            speaker=Speaker(name="Ana Sequeira", mention=span("Sequeira", 1), participant="p3"),
            cue=Cue(text="said", lemma="say", kind="say", span=span("said", 1)),
            evidence=Evidence(rule="sample.quote", inferred={"speaker": "last_speaker"}),
            confidence=0.93,
        ),
        Quote(
            text="the figures were good",
            pieces=(span("the figures were good"),),
            kind="indirect",
            speaker=Speaker(name="Ana Sequeira", mention=span("She"), participant="p3"),
            cue=Cue(text="added", lemma="add", kind="say", span=span("added")),
            evidence=EVIDENCE,
        ),
    ),
    figures=(
        _figure(1, "40 million euros", "40000000", "EUR", giver="p1", receiver="p2"),
        _figure(2, "40 million euros", "40000000", "EUR", occurrence=1),
        _figure(
            3,
            "$188.6 million",
            "188600000",
            "USD",
            measure="trade",
            flow="total",
            period=YEAR,
            change=Change(
                percent=Decimal(7), direction="up", base=Period(text="2022"), span=span("2022")
            ),
            confidence=0.25,
        ),
        _figure(4, "$61.2 million", "61200000", "USD", flow="exports", period=YEAR, parent="f3"),
        _figure(5, "$127.4 million", "127400000", "USD", flow="imports", period=YEAR, parent="f3"),
        _figure(
            6,
            "$70 to $80",
            "70",
            "USD",
            amount_max=Decimal("80.123456789"),
            bound="approx",
            per="barrel",
            change=Change(
                factor=Decimal("1.4"), amount=Decimal(7), direction="up", base=Period(text="2022")
            ),
        ),
    ),
    participants=(
        Participant(
            id="p1",
            name="Portugal",
            kind="country",
            country="PT",
            mentions=(span("Portugal"),),
            evidence=EVIDENCE,
        ),
        Participant(
            id="p2",
            name="Cape Verde",
            kind="country",
            country="CV",
            mentions=(span("Cape Verde"), span("Cape Verde", 1)),
            evidence=EVIDENCE,
        ),
        Participant(
            id="p3",
            name="Ana Sequeira",
            kind="person",
            role="Foreign Minister",
            organization="Government",
            country="PT",
            actor="PRT GOV",
            aliases=("Sequeira",),
            mentions=(span("Ana Sequeira"), span("Sequeira", 1), span("She")),
            evidence=EVIDENCE,
        ),
        Participant(
            id="p4", name="Lusa", kind="organization", mentions=(span("Lusa"),), evidence=EVIDENCE
        ),
    ),
    warnings=(
        Note(
            code="sum_disagrees",
            field="figures",
            message="61.2 + 127.4 <> 188.6",
            span=span("$188.6 million"),
        ),
    ),
    extensions={"mine": ["anything", 1]},
)
