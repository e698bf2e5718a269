"""Articles in the shape of the gold format, found and gold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsextract.errors import InputError
from newsextract.record import NewsRecord, Quote

Item = Mapping[str, Any]
"""An article, gold or found, in the shape of the gold format (docs/evaluation.md)."""

FIELDS = ("dateline", "quotes", "money", "participants")


def as_item(record: NewsRecord) -> dict[str, Any]:
    """A record in the shape of the gold format, each find with its rule."""
    data = record.model_dump(mode="json")
    dateline = data["dateline"]
    return {
        "id": record.id,
        "published": data["published"],
        "dateline": dateline
        and {
            "place": "/".join(place["name"] for place in dateline["places"]),
            **{key: dateline[key] for key in ("city", "country", "date", "agency")},
            "rule": dateline["evidence"]["rule"],
        },
        "quotes": [_quote_item(quote) for quote in record.quotes],
        "money": [
            {
                **{key: figure[key] for key in ("amount", "amount_max", "currency", "bound")},
                **{key: figure[key] for key in ("text", "measure", "flow")},
                "period": figure["period"]
                and {key: figure["period"][key] for key in ("start", "end")},
                "start": figure["span"]["start"],
                "end": figure["span"]["end"],
                "rule": figure["evidence"]["rule"],
            }
            for figure in data["figures"]
        ],
        "participants": [
            {
                **{key: p[key] for key in ("name", "kind", "role", "organization", "country")},
                "rule": p["evidence"]["rule"],
            }
            for p in data["participants"]
        ],
    }


def _quote_item(quote: Quote) -> dict[str, Any]:
    return {
        "text": quote.text,
        "kind": quote.kind,
        "speaker": quote.speaker and quote.speaker.name,
        "cue": quote.cue and quote.cue.text,
        "start": quote.pieces[0].start,
        "end": quote.pieces[-1].end,
        "pieces": [[piece.start, piece.end] for piece in quote.pieces],
        "rule": quote.evidence.rule,
    }


def read_gold(path: Path | str) -> list[dict[str, Any]]:
    """The articles of a gold corpus: a JSON lines file, or a folder with ``gold.jsonl``.

    Each has ``id``, ``text`` and one of `FIELDS` or more; those that it leaves out are not scored.

    Raises:
        InputError: it can't be read or is no gold.
    """
    file = Path(path)
    if file.is_dir():
        file = file / "gold.jsonl"
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no UTF-8"
        raise InputError(f"is no readable gold corpus ({reason})", file) from error
    items = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            missing = {"id", "text"} - set(item)
        except (ValueError, TypeError) as error:
            raise InputError(f"line {number} is no JSON object ({error})", file) from error
        if missing:
            raise InputError(f"line {number} lacks {', '.join(sorted(missing))}", file)
        if not any(name in item for name in FIELDS):
            raise InputError(f"line {number} has none of {', '.join(FIELDS)}", file)
        items.append(item)
    return items
