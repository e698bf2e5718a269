"""Write the pages that are made from the code: record.md and schema.json.

python docs/generate.py
"""

from __future__ import annotations

import json
import re
import types
import typing
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from newsextract import record as models
from newsextract.record import NewsRecord

DOCS = Path(__file__).parent

HEAD = """# The record

Generated from `newsextract/record.py` by `python docs/generate.py`; do not edit.
The JSON schema is in [schema.json](schema.json) (`newsextract schema` prints it).
Its version is **{version}**: adding a field raises the minor number, changing or dropping one
the major number.

All models are frozen. Offsets count characters (Python string indices) of the text exactly as
it was given: `text[span.start:span.end] == span.text`. A field is None or empty where the text
does not say it. Money is `Decimal` (a string in JSON), countries are ISO 3166-1 alpha-2,
currencies ISO 4217, dates ISO 8601.
"""


def type_name(annotation: Any) -> str:
    """A type as a reader would write it."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is typing.Annotated:
        return type_name(arguments[0])
    if origin is Literal:
        return " or ".join(f"`{value}`" for value in arguments)
    if origin in (Union, types.UnionType):
        return ", or ".join(type_name(a) if a is not type(None) else "None" for a in arguments)
    if origin is tuple:
        return f"list of {type_name(arguments[0])}"
    if origin is dict:
        return f"map of {type_name(arguments[0])} to {type_name(arguments[1])}"
    if annotation is Any:
        return "anything"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    return str(annotation.__name__)


def section(model: type[BaseModel]) -> str:
    """The table of one model."""
    lines = [f"\n## {model.__name__}\n", re.sub(r"\s+", " ", model.__doc__ or "").strip()]
    lines += ["\n| field | type | what it is |", "|---|---|---|"]
    for name, field in model.model_fields.items():
        text = (field.description or "").replace("|", "\\|")
        lines.append(f"| `{name}` | {type_name(field.rebuild_annotation())} | {text} |")
    return "\n".join(lines) + "\n"


def record_page() -> str:
    """The page about all models, the record itself first."""
    base = {models.Model, models.Find}
    parts = [
        value
        for value in vars(models).values()
        if isinstance(value, type)
        and issubclass(value, models.Model)
        and value not in base
        and value is not NewsRecord
    ]
    sections = "".join(map(section, [NewsRecord, *parts]))
    return HEAD.format(version=models.SCHEMA_VERSION) + sections


def schema() -> str:
    """The JSON schema of a record."""
    return json.dumps(NewsRecord.model_json_schema(mode="serialization"), indent=2) + "\n"


PAGES = {"record.md": record_page, "schema.json": schema}

if __name__ == "__main__":
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8")
