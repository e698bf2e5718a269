"""Rows of JSON, CSV and Parquet files become articles."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsextract.batch.item import Failure, Item, digest_of
from newsextract.extractor import Article
from newsextract.periods.given import given_day
from newsextract.record import Note


@dataclass(frozen=True, slots=True)
class Fields:
    """Names of the fields (or columns) that hold an article; all but `text` may be missing."""

    text: str = "text"
    id: str = "id"
    published: str = "published"
    headline: str = "headline"
    source: str = "source"
    agency: str = "agency"

    def names(self) -> tuple[str, ...]:
        """All names."""
        return (self.text, self.id, self.published, self.headline, self.source, self.agency)


def item_of_row(row: object, fields: Fields, path: str, number: int, size: int) -> Item:
    """The item of one row; a string is taken as the text itself."""
    key = f"{path}#{number}"
    values = {fields.text: row} if isinstance(row, str) else row
    if not isinstance(values, Mapping):
        return failed(key, path, size, f"neither an object nor a string: {type(row).__name__}")
    text = values.get(fields.text)
    if not isinstance(text, str):
        return failed(key, path, size, _no_text(values, fields.text))
    published, notes = _published(values.get(fields.published))
    article = Article(
        text=text,
        id=_string(values.get(fields.id)),
        source=_string(values.get(fields.source)) or path,
        published=published,
        headline=_string(values.get(fields.headline)),
        agency=_string(values.get(fields.agency)),
    )
    parts = [text, article.id, article.source, str(published), article.headline]
    parts += [article.agency] if article.agency else []
    content = (part.encode("utf-8", "surrogatepass") if part else b"" for part in parts)
    return Item(key, path, size, article=article, digest=digest_of(*content), notes=notes)


def failed(key: str, path: str, size: int, message: str) -> Item:
    """An input that can't be read."""
    failure = Failure("InputError", message)
    return Item(key, path, size, digest=digest_of(message.encode()), failure=failure)


def _no_text(values: Mapping[Any, Any], name: str) -> str:
    if name in values:
        return f"field {name!r} holds {type(values[name]).__name__}, not a string"
    shown = ", ".join(repr(key) for key in list(values)[:10])
    return f"no field {name!r} among {shown}; name it with --text-field"


def _string(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def _published(value: object) -> tuple[datetime.date | None, tuple[Note, ...]]:
    if value is None or value == "":
        return None, ()
    try:
        return given_day(value), ()
    except ValueError:
        message = f"neither ISO 8601 nor a full date with its month's name: {str(value)[:40]!r}"
        return None, (Note(code="published_unreadable", field="published", message=message),)
