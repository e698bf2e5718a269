"""Articles in the shape of the gold format, found and gold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsextract.record import NewsRecord, Quote

Item = Mapping[str, Any]
"""An article, gold or found, in the shape of the gold format (docs/evaluation.md)."""


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
