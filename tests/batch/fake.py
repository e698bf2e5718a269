"""An extractor that costs nothing, and does on order what a bad article may do."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Iterable, Iterator

from newsextract.extractor import Article
from newsextract.record import ModelInfo, NewsRecord, Note


class FakeReader:
    """Gives empty records; `seconds` is what each article takes.

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
        text_hash = hashlib.sha256(article.text.encode()).hexdigest()[:16]
        return NewsRecord(
            id=article.id or text_hash,
            source=article.source,
            headline=article.headline,
            published=article.published,
            model=self.model,
            warnings=(Note(code="fake", message=article.text[:40]),),
        )
