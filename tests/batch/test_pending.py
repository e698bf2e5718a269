"""Work in chunks of even size, and small ones towards the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsextract.batch.ledger import Entry
from newsextract.batch.pending import Pending
from newsextract.batch.sources import Fields, find_files
from tests.batch.conftest import MakeArticles


def chunks(folder: Path, workers: int, *, known: bool = True) -> list[list[int]]:
    """Sizes of the items of each chunk."""
    files = list(find_files([str(folder)]))
    total = sum(file.size for file in files) if known else None
    pending = Pending(files, Fields(), lambda key: None, total=total, workers=workers)
    found = [[item.size for item in chunk] for chunk in pending.chunks()]
    assert sum(map(sum, found)) == sum(file.size for file in files)
    return found


def test_a_few_articles_keep_all_workers_busy(articles: MakeArticles) -> None:
    folder = articles(40, dict.fromkeys(range(40), "x" * 1500))
    assert len(chunks(folder, workers=4)) >= 12
    assert len(chunks(folder, workers=4, known=False)) == 2


def test_chunks_become_smaller_towards_the_end(articles: MakeArticles) -> None:
    folder = articles(600, dict.fromkeys(range(600), "x" * 1500))
    lengths = [len(chunk) for chunk in chunks(folder, workers=2)]
    assert (lengths[0], max(lengths[-2:])) == (32, 2)


def test_a_long_article_is_a_chunk_of_its_own(articles: MakeArticles) -> None:
    found = chunks(articles(5, {2: "x" * 100_000}), workers=1)
    assert [100_000] in found


@pytest.mark.parametrize("same", [True, False])
def test_what_is_done_is_passed_over(articles: MakeArticles, same: bool) -> None:
    files = list(find_files([str(articles(3))]))
    stamp = files[1].stamp if same else "other"

    def find(key: str) -> Entry | None:
        return Entry(key, b"other", stamp, failed=False) if key == files[1].name else None

    pending = Pending(files, Fields(), find, total=None, workers=1)
    (chunk,) = pending.chunks()
    assert [item.key for item in chunk] == [f.name for f in files if not same or f is not files[1]]
    assert (pending.skipped, pending.changed) == ((1, 0) if same else (0, 1))
