"""Arrow: the record's schema, and one function from text columns to records.

`extract_batch` is what every engine calls: Spark's ``mapInArrow``, pandas, polars, DuckDB.
The schema is derived from the Pydantic models, so the two can't drift apart:

- money is ``decimal128(38, 9)``: exact; a number that needs more digits is null, with a
  warning in the record (nine places are kept, what is behind them is rounded);
- all fields are nullable, which engines can keep to for years;
- ``evidence.inferred`` is a map; ``extensions``, which may hold anything, is JSON text.
"""

from __future__ import annotations

import datetime
import json
import types
from collections.abc import Callable, Iterable, Iterator
from decimal import Context, Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from newsextract.errors import ConfigurationError
from newsextract.extractor import Article, Extractor
from newsextract.language import DEFAULT_MODEL
from newsextract.record import SCHEMA_VERSION, NewsRecord, Note

try:
    import pyarrow as pa
except ImportError as missing:
    raise ConfigurationError(
        "arrow", "pyarrow is not installed; run: pip install 'newsextract[arrow]'"
    ) from missing

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

DECIMAL = pa.decimal128(38, 9)
_UNIT = Decimal(1).scaleb(-9)
_DIGITS = Context(prec=38)

_SLICE = 256
"""Rows that are read at once, so that memory is bounded whatever an engine's batch size."""

_SCALARS = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    Decimal: DECIMAL,
    datetime.date: pa.date32(),
}


@cache
def schema() -> pa.Schema:
    """The Arrow schema of a record; its metadata has ``newsextract.schema_version``."""
    return pa.schema(_fields(NewsRecord), {"newsextract.schema_version": SCHEMA_VERSION})


def schema_text() -> str:
    """The schema as text: one line a field, indented, with its type."""
    return "\n".join([f"schema_version {SCHEMA_VERSION}", *_lines(schema(), "")])


def to_batch(records: Iterable[NewsRecord]) -> pa.RecordBatch:
    """The records as one Arrow batch."""
    return pa.RecordBatch.from_pylist([_row(record) for record in records], schema=schema())


def fit_decimal(value: Decimal) -> Decimal | None:
    """`value` with nine places; None where that needs more than 38 digits."""
    try:
        return value.quantize(_UNIT, context=_DIGITS)
    except InvalidOperation:
        return None


def extract_batch(
    batch: pa.RecordBatch,
    *,
    text_column: str = "text",
    id_column: str | None = None,
    published_column: str | None = None,
    headline_column: str | None = None,
    source_column: str | None = None,
    agency_column: str | None = None,
    extractor: Extractor | None = None,
) -> pa.RecordBatch:
    """The records of a batch of texts: one row for each row, in its order.

    Args:
        batch: has a string column of texts, as large or small as the engine likes. A null
            text gives an empty record with the warning ``no_text``.
        text_column: its name.
        id_column: column of the articles' ids; a hash of the text where None.
        published_column: column of publication dates (dates, timestamps, or ISO 8601).
        headline_column: column of headlines.
        source_column: column of paths or URLs.
        agency_column: column of the agencies that sent the texts.
        extractor: the default extractor where None, loaded once in a process.

    Raises:
        ConfigurationError: a column is missing, or the text column holds no strings.
    """
    reader = extractor or _extractor(DEFAULT_MODEL)
    columns = [
        _column(batch, name)
        for name in (
            text_column,
            id_column,
            source_column,
            published_column,
            headline_column,
            agency_column,
        )
    ]
    texts = batch.schema.field(text_column).type
    if not (pa.types.is_string(texts) or pa.types.is_large_string(texts) or _is_view(texts)):
        raise ConfigurationError("text_column", f"{text_column!r} holds {texts}, not strings")
    articles = [
        Article(
            text or "",
            id=_string(id),
            source=_string(source),
            published=_day(published),
            headline=_string(headline),
            agency=_string(agency),
        )
        for text, id, source, published, headline, agency in zip(*columns, strict=True)
    ]
    records = list(reader.pipe(articles))
    for i, text in enumerate(columns[0]):
        if text is None:
            note = Note(code="no_text", message="the text is null")
            records[i] = records[i].model_copy(update={"warnings": (*records[i].warnings, note)})
    return to_batch(records)


def extract_batches(
    batches: Iterable[pa.RecordBatch], *, model: str = DEFAULT_MODEL, **columns: str | None
) -> Iterator[pa.RecordBatch]:
    """`extract_batch` for a stream of batches, in slices that keep memory small.

    Args:
        batches: any number of batches.
        model: spaCy English pipeline, loaded once in a process.
        columns: names of the columns, as for `extract_batch`.
    """
    extractor = _extractor(model)
    for batch in batches:
        for start in range(0, batch.num_rows, _SLICE):
            yield extract_batch(batch.slice(start, _SLICE), extractor=extractor, **columns)  # type: ignore[arg-type]


def extract_table(data: Any, *, model: str = DEFAULT_MODEL, **columns: str | None) -> pa.Table:
    """The records of a table: of pandas, polars, DuckDB, or anything else that speaks Arrow.

    Args:
        data: a `pyarrow.Table`, a pandas or polars data frame, a DuckDB relation, or another
            object with ``__arrow_c_stream__``.
        model: spaCy English pipeline.
        columns: names of the columns, as for `extract_batch`.
    """
    table = data if isinstance(data, pa.Table) else pa.table(data)
    found = extract_batches(table.to_batches(), model=model, **columns)
    return pa.Table.from_batches(found, schema=schema())


def extract_spark(
    frame: DataFrame, *, model: str = DEFAULT_MODEL, **columns: str | None
) -> DataFrame:
    """The records of a Spark data frame, by ``mapInArrow``: lazily, on all its executors.

    Args:
        frame: has a string column of texts.
        model: spaCy English pipeline; it must be installed where the executors run.
        columns: names of the columns, as for `extract_batch`.
    """
    from pyspark.sql.pandas.types import from_arrow_schema

    wanted = {"text_column": "text", **columns}

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return extract_batches(batches, model=model, **wanted)

    needed = dict.fromkeys(name for name in wanted.values() if name)
    return frame.select(*needed).mapInArrow(read, from_arrow_schema(schema()))


@cache
def _extractor(model: str) -> Extractor:
    return Extractor(model)


def _column(batch: pa.RecordBatch, name: str | None) -> list[Any]:
    if name is None:
        return [None] * batch.num_rows
    if name not in batch.schema.names:
        shown = ", ".join(batch.schema.names)
        raise ConfigurationError("column", f"there is no {name!r} among {shown}")
    values: list[Any] = batch.column(name).to_pylist()
    return values


def _is_view(kind: pa.DataType) -> bool:
    return bool(kind == pa.string_view()) if hasattr(pa, "string_view") else False


def _string(value: object) -> str | None:
    return None if value is None else str(value)


def _day(value: object) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    if value is None or isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _fields(model: type[BaseModel]) -> list[pa.Field]:
    return [pa.field(name, _type(info.annotation)) for name, info in model.model_fields.items()]


def _type(annotation: Any) -> pa.DataType:
    """The Arrow type of an annotation of the record's models."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    if origin is Annotated:
        return _type(arguments[0])
    if origin is Literal:
        return pa.string()
    if origin in (Union, types.UnionType):
        (inner,) = (each for each in arguments if each is not type(None))
        return _type(inner)
    if origin is tuple:
        return pa.list_(pa.field("element", _type(arguments[0])))
    if annotation == dict[str, str]:
        return pa.map_(pa.string(), pa.string())
    if annotation == dict[str, Any]:
        return pa.string()
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct(_fields(annotation))
    raise TypeError(f"no Arrow type for {annotation!r}")


def _lines(fields: Iterable[pa.Field], indent: str) -> Iterator[str]:
    for field in fields:
        kind, inner = field.type, ()
        if pa.types.is_struct(kind):
            shown, inner = "struct", kind
        elif pa.types.is_list(kind) and pa.types.is_struct(kind.value_type):
            shown, inner = "list<struct>", kind.value_type
        elif pa.types.is_list(kind):
            shown = f"list<{kind.value_type}>"
        else:
            shown = str(kind)
        yield f"{indent}{field.name}: {shown}"
        yield from _lines(inner, f"{indent}  ")


def _row(record: NewsRecord) -> dict[str, Any]:
    row = record.model_dump()
    if record.extensions:
        plain = record.model_dump(mode="json", include={"extensions"})["extensions"]
        row["extensions"] = json.dumps(plain, ensure_ascii=False)
    else:
        row["extensions"] = "{}"
    lost: list[Decimal] = []
    for name, convert in _record_converters():
        row[name] = convert(row[name], lost)
    for number in lost:
        message = f"{number:.6E} does not fit decimal(38, 9), so it is null here"
        note = Note(code="number_too_long", field="figures", message=message)
        row["warnings"] = (*row["warnings"], note.model_dump())
    return row


Convert = Callable[[Any, list[Decimal]], Any]


@cache
def _record_converters() -> tuple[tuple[str, Convert], ...]:
    named = ((field.name, _converter(field.type)) for field in schema())
    return tuple((name, convert) for name, convert in named if convert)


def _converter(kind: pa.DataType) -> Convert | None:
    """What makes a dumped value fit for Arrow; None where it fits as it is."""
    if pa.types.is_decimal(kind):
        return _decimal
    if pa.types.is_map(kind):
        return lambda value, lost: None if value is None else list(value.items())
    if pa.types.is_list(kind):
        element = _converter(kind.value_type)
        if element is None:
            return None
        return lambda value, lost: None if value is None else [element(v, lost) for v in value]
    if pa.types.is_struct(kind):
        named = ((field.name, _converter(field.type)) for field in kind)
        inner = tuple((name, convert) for name, convert in named if convert)
        if not inner:
            return None

        def struct(value: Any, lost: list[Decimal]) -> Any:
            if value is not None:
                for name, convert in inner:
                    value[name] = convert(value[name], lost)
            return value

        return struct
    return None


def _decimal(value: Decimal | None, lost: list[Decimal]) -> Decimal | None:
    if value is None:
        return None
    fitting = fit_decimal(value)
    if fitting is None:
        lost.append(value)
    return fitting
