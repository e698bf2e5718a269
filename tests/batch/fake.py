"""An extractor that costs nothing, and does on order what a bad article may do."""

from __future__ import annotations

import datetime
import hashlib
import os
import signal
import time
from collections.abc import Iterable, Iterator

from newsextract.extractor import Article
from newsextract.record import ModelInfo, NewsRecord
from tests.sample import RECORD


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
    """The record of the sample article, with values that depend on the text."""
    digest = hashlib.sha256(article.text.encode()).digest()
    day = datetime.date(2023, 10, 1 + digest[0] % 28)
    loan, *others = RECORD.figures
    (note,) = RECORD.warnings
    assert RECORD.dateline
    return RECORD.model_copy(
        update={
            "id": article.id or digest.hex()[:16],
            "source": article.source,
            "headline": article.headline or RECORD.headline,
            "published": article.published or day,
            "dateline": RECORD.dateline.model_copy(update={"date": day}),
            "quotes": RECORD.quotes[: 1 + digest[1] % 3],
            "figures": (loan.model_copy(update={"amount": loan.amount + digest[2]}), *others),
            "model": model,
            "warnings": (note.model_copy(update={"message": article.text[:40]}),),
        }
    )
