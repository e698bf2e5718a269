"""Records as a stream of plain dictionaries: for dlt, or any loader that takes a generator.

dlt: ``pipeline.run(dlt.resource(records(rows), name="news", primary_key="id"))``.

    python examples/generator.py < articles.jsonl > records.jsonl
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import newsextract


def records(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The record of each row with a ``text`` (and perhaps an ``id``), one at a time."""
    articles = (newsextract.Article(row["text"], id=row.get("id")) for row in rows)
    for record in newsextract.Extractor().pipe(articles):
        yield record.model_dump(mode="json")


if __name__ == "__main__":
    for found in records(map(json.loads, sys.stdin)):
        print(json.dumps(found, ensure_ascii=False))
