"""An extractor that costs nothing, and does on order what a bad article may do."""

from __future__ import annotations

import datetime
import hashlib
import os
import signal
import time
from collections.abc import Iterable, Iterator
from decimal import Decimal

from newsextract.extractor import Article
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


class FakeReader:
    """Gives rich records; `seconds` is what each article takes.

    A text with KILL ends the process, HANG never ends, RAISE raises. ``ONCE:path`` ends the
    process unless `path` is there, and makes it.
    """

    def __init__(self, seconds: float = 0.0, model: str = "fake") -> None:
        self.seconds = seconds
        self.model = ModelInfo(name=model, version="1")

    def pipe(self, articles: Iterable[str | Article]) -> Iterator[NewsRecord]:
        for article in articles:
            assert isinstance(article, Article)
            time.sleep(self.seconds)
            yield self._read(article)

    def _read(self, article: Article) -> NewsRecord:
        if "KILL" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HANG" in article.text:
            time.sleep(1000)
        if "RAISE" in article.text:
            raise ValueError("bad article")
        if "ONCE:" in article.text:
            path = article.text.split("ONCE:")[1].strip()
            try:
                os.close(os.open(path, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                pass
            else:
                os.kill(os.getpid(), signal.SIGKILL)
        return rich_record(article, self.model)


def rich_record(article: Article, model: ModelInfo) -> NewsRecord:
    """A record in which each field has a value, some of them made from the text."""
    words = article.text.split()
    digest = hashlib.sha256(article.text.encode()).digest()
    span = Span(start=0, end=len(words[0]) if words else 0, text=words[0] if words else "")
    sure = Evidence(rule="fake.rule", inferred={"city": "fake", "year": "published"})
    day = datetime.date(2023, 10, 1 + digest[0] % 28)
    period = Period(start=day, end=None, text="today", span=span)
    people = tuple(
        Participant(
            id=f"p{i + 1}",
            name=word,
            kind="person",
            role="envoy",
            organization="UN",
            country="KZ",
            aliases=("One", "Two"),
            mentions=(span,) * (i + 1),
            actor="KAZ GOV",
            evidence=sure,
            confidence=0.5,
        )
        for i, word in enumerate(words[:3])
    )
    return NewsRecord(
        id=article.id or digest.hex()[:16],
        source=article.source,
        headline=article.headline or "Head",
        published=article.published or day,
        published_from="caller",
        dateline=Dateline(
            text="ASTANA",
            span=span,
            places=(Place(name="ASTANA", city="Astana", region="R", country="KZ"),),
            city="Astana",
            country="KZ",
            date=day,
            agency="Trend",
            participant="p1",
            evidence=sure,
            confidence=1.0,
        ),
        quotes=(
            Quote(
                text=article.text[:20],
                pieces=(span, span),
                kind="mixed",
                speaker=Speaker(name="Vasilenko", mention=span, participant="p1"),
                cue=Cue(text="said", lemma="say", kind="say", span=span),
                evidence=sure,
            ),
            Quote(text="nobody's", pieces=(span,), kind="direct", evidence=sure),
        )[: 1 + digest[1] % 2],
        figures=(
            MonetaryFigure(
                id="f1",
                text="$1.8 billion",
                span=span,
                amount=Decimal("1.8E+9") + digest[2],
                amount_max=Decimal("0.123456789"),
                currency="USD",
                bound="min",
                measure="trade turnover",
                flow="total",
                period=period,
                per="barrel",
                change=Change(
                    percent=Decimal(60),
                    factor=Decimal("1.4"),
                    amount=Decimal(7),
                    direction="up",
                    bound="min",
                    base=period,
                    span=span,
                ),
                parent="f1",
                giver="p1",
                receiver="p2",
                evidence=sure,
                confidence=0.25,
            ),
        ),
        participants=people,
        model=model,
        warnings=(Note(code="fake", field="quotes", message=article.text[:40], span=span),),
        extensions={"mine": ["anything", 1]},
    )
