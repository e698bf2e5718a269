"""The record as normalized tables, for the database outputs.

Each table's key begins with `record`, the number of the record in the output from 1 (ids
given by callers need not be unique). Participants and figures keep their ids of the record,
so that ``quotes.speaker = participants.participant`` joins within one `record`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel

from newsextract.record import NewsRecord

Kind = Literal["integer", "text", "date", "decimal", "real", "json"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `path` leads from the table's object to the value; ``#`` is its number."""

    name: str
    kind: Kind
    path: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        name: its name.
        of: where its objects are in a record: path through lists, '' for the record itself.
        key: columns that, behind `record`, name a row.
        columns: all columns but `record`.
        references: column -> table whose key it is, within the record.
    """

    name: str
    of: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    references: tuple[tuple[str, str], ...] = ()


def _columns(kind: Kind, *names: str, **paths: str) -> tuple[Column, ...]:
    same = tuple(Column(name, kind, name) for name in names)
    return same + tuple(Column(name, kind, path) for name, path in paths.items())


def _span(path: str = "span", prefix: str = "") -> tuple[Column, ...]:
    start, end = (f"{prefix}_start", f"{prefix}_end") if prefix else ("start_offset", "end_offset")
    return _columns("integer", **{start: f"{path}.start", end: f"{path}.end"})


_NUMBER = "#"
_EVIDENCE = (
    *_columns("text", rule="evidence.rule"),
    *_columns("json", inferred="evidence.inferred"),
    *_columns("real", "confidence"),
)

TABLES = (
    Table(
        "records",
        "",
        (),
        (
            *_columns("text", "id", "source", "headline"),
            *_columns("date", "published"),
            *_columns("text", "published_from"),
            *_columns("text", city="dateline.city", country="dateline.country"),
            *_columns("date", filed="dateline.date"),
            *_columns("text", agency="dateline.agency", dateline="dateline.text"),
            *_span("dateline.span", "dateline"),
            *_columns(
                "text",
                dateline_participant="dateline.participant",
                dateline_rule="dateline.evidence.rule",
            ),
            *_columns("json", dateline_inferred="dateline.evidence.inferred"),
            *_columns("real", dateline_confidence="dateline.confidence"),
            *_columns("text", model="model.name", model_version="model.version"),
            *_columns("text", "schema_version"),
            *_columns("json", "extensions"),
        ),
        references=(("dateline_participant", "participants"),),
    ),
    Table(
        "places",
        "dateline.places",
        ("place",),
        (
            *_columns("integer", place=_NUMBER),
            *_columns("text", "name", "city", "region", "country"),
            *_columns("real", "latitude", "longitude"),
        ),
    ),
    Table(
        "participants",
        "participants",
        ("participant",),
        (
            *_columns("text", participant="id"),
            *_columns("text", "name", "kind", "role", "organization", "country", "actor"),
            *_columns("json", "aliases"),
            *_EVIDENCE,
        ),
    ),
    Table(
        "mentions",
        "participants.mentions",
        ("participant", "mention"),
        (
            *_columns("text", participant="^id"),
            *_columns("integer", mention=_NUMBER),
            *_columns("integer", start_offset="start", end_offset="end"),
            *_columns("text", "text"),
        ),
        references=(("participant", "participants"),),
    ),
    Table(
        "quotes",
        "quotes",
        ("quote",),
        (
            *_columns("integer", quote=_NUMBER),
            *_columns("text", "text", "kind"),
            *_columns(
                "text",
                speaker_name="speaker.name",
                speaker="speaker.participant",
                speaker_text="speaker.mention.text",
            ),
            *_span("speaker.mention", "speaker"),
            *_columns("text", cue="cue.text", cue_lemma="cue.lemma", cue_kind="cue.kind"),
            *_span("cue.span", "cue"),
            *_columns("integer", start_offset="pieces.0.start", end_offset="pieces.-1.end"),
            *_columns("json", "pieces"),
            *_EVIDENCE,
        ),
        references=(("speaker", "participants"),),
    ),
    Table(
        "figures",
        "figures",
        ("figure",),
        (
            *_columns("text", figure="id"),
            *_columns("text", "text"),
            *_span(),
            *_columns("decimal", "amount", "amount_max"),
            *_columns("text", "currency", "bound", "measure", "flow"),
            *_columns("date", period_start="period.start", period_end="period.end"),
            *_columns("text", period_text="period.text"),
            *_columns("text", "per"),
            *_columns(
                "decimal",
                change_percent="change.percent",
                change_factor="change.factor",
                change_amount="change.amount",
            ),
            *_columns("text", change_direction="change.direction", change_bound="change.bound"),
            *_columns(
                "date", change_base_start="change.base.start", change_base_end="change.base.end"
            ),
            *_columns("text", change_base_text="change.base.text", change_text="change.span.text"),
            *_columns("text", "parent", "giver", "receiver"),
            *_EVIDENCE,
        ),
        references=(
            ("parent", "figures"),
            ("giver", "participants"),
            ("receiver", "participants"),
        ),
    ),
    Table(
        "warnings",
        "warnings",
        ("warning",),
        (
            *_columns("integer", warning=_NUMBER),
            *_columns("text", "code", "field", "message"),
            *_span(),
        ),
    ),
)

Rows = dict[str, list[tuple[Any, ...]]]


def rows_of(records: Sequence[NewsRecord], adapt: dict[Kind, Callable[[Any], Any]]) -> Rows:
    """The rows of `records` for each table; the first value is the record's number from 0.

    Args:
        records: the records.
        adapt: for a kind of column, what makes its values (never None) fit for the database.
    """
    rows: Rows = {table.name: [] for table in TABLES}
    getters = [(table, _getters(table)) for table in TABLES]
    for number, record in enumerate(records):
        for table, columns in getters:
            for index, found, parent in _objects(record, table.of):
                values: list[Any] = [number]
                for kind, steps in columns:
                    value = index if steps is None else _follow(found, parent, steps)
                    if value is not None:
                        if kind == "json":
                            value = _json(value)
                        elif kind in adapt:
                            value = adapt[kind](value)
                    values.append(value)
                rows[table.name].append(tuple(values))
    return rows


Steps = tuple[str, ...]


@cache
def _getters(table: Table) -> tuple[tuple[Kind, Steps | None], ...]:
    return tuple(
        (column.kind, None if column.path == _NUMBER else tuple(column.path.split(".")))
        for column in table.columns
    )


def _objects(record: NewsRecord, of: str) -> Iterable[tuple[int, Any, Any]]:
    """(number, object, object above it) of a table's objects in a record."""
    if not of:
        return [(1, record, None)]
    first, _, second = of.partition(".")
    found = getattr(record, first)
    if not second:
        return [(i, each, record) for i, each in enumerate(found, 1)]
    above = (found,) if not isinstance(found, tuple) else found
    return [
        (i, each, parent)
        for parent in above
        if parent is not None
        for i, each in enumerate(getattr(parent, second), 1)
    ]


def _follow(found: Any, parent: Any, steps: Steps) -> Any:
    value = found
    for step in steps:
        if value is None:
            return None
        if step[0] == "^":
            value = getattr(parent, step[1:])
        elif isinstance(value, tuple):
            value = value[int(step)] if value else None
        else:
            value = getattr(value, step)
    return value


def _json(value: Any) -> str:
    if isinstance(value, tuple):
        value = [v.model_dump(mode="json") if isinstance(v, BaseModel) else v for v in value]
    return json.dumps(value, ensure_ascii=False, default=str)
