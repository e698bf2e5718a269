"""Gold corpora: read, and checked before anything is scored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ValidationError, model_validator

from newsextract.errors import InputError
from newsextract.record import Bound, Flow, ParticipantKind, QuoteKind

FIELDS = ("dateline", "quotes", "money", "participants")


class _Dateline(BaseModel):
    city: str
    country: str | None
    date: str | None
    agency: str | None


class _Quote(BaseModel):
    kind: QuoteKind
    speaker: str | None
    cue: str | None
    start: int | None = None
    end: int | None = None
    pieces: list[tuple[int, int]] | None = None

    @model_validator(mode="after")
    def _has_place(self) -> Self:
        if not self.pieces and (self.start is None or self.end is None):
            raise ValueError("start and end, or pieces, required")
        return self


class _Period(BaseModel):
    start: str | None
    end: str | None


class _Money(BaseModel):
    amount: str
    amount_max: str | None = None
    currency: str | None
    bound: Bound
    measure: str | None
    flow: Flow | None
    period: _Period | None
    start: int
    end: int


class _Participant(BaseModel):
    name: str
    kind: ParticipantKind
    role: str | None = None
    organization: str | None = None
    country: str | None = None


class _Article(BaseModel):
    id: str
    text: str
    dateline: _Dateline | None = None
    quotes: list[_Quote] = []
    money: list[_Money] = []
    participants: list[_Participant] = []


def read_gold(path: Path | str) -> list[dict[str, Any]]:
    """The articles of a gold corpus: a JSON lines file, or a folder with ``gold.jsonl``.

    Each has ``id``, ``text`` and one of `FIELDS` or more; those that it leaves out are not scored.

    Raises:
        InputError: it can't be read, or is no gold: the line, the key and what is wrong with it.
    """
    file = Path(path)
    if file.is_dir():
        file = file / "gold.jsonl"
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no UTF-8"
        raise InputError(f"is no readable gold corpus ({reason})", file) from error
    return [_article(n, line, file) for n, line in enumerate(lines, 1) if line.strip()]


def _article(number: int, line: str, file: Path) -> dict[str, Any]:
    try:
        item = json.loads(line)
        _Article.model_validate(item)
    except ValidationError as error:
        raise InputError(f"line {number}: {_first(error)}", file) from error
    except ValueError as error:
        raise InputError(f"line {number} is no JSON object ({error})", file) from error
    if not any(name in item for name in FIELDS):
        raise InputError(f"line {number} has none of {', '.join(FIELDS)}", file)
    return dict(item)


def _first(error: ValidationError) -> str:
    """The first thing that is wrong: 'money.0.start: Field required'."""
    first = error.errors(include_url=False)[0]
    where = ".".join(map(str, first["loc"]))
    return f"{where}: {first['msg']}" if where else first["msg"]
