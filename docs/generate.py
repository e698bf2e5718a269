"""Write what is made from the code or the results, not by hand.

That is the pages of the record and the command line, the schema, and the README's table of
scores, which is that of benchmarks/RESULTS.md.

python docs/generate.py
"""

from __future__ import annotations

import inspect
import json
import re
import types
import typing
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

import typer
from pydantic import BaseModel

from newsextract import record as models
from newsextract.cli import app
from newsextract.record import NewsRecord

ROOT = Path(__file__).parents[1]

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


COMMANDS_HEAD = """# Command line

Generated from `newsextract/cli.py` by `python docs/generate.py`; do not edit.

`newsextract COMMAND --help` says the same. With `--debug`, an error comes with its traceback.
What each exit status means: [Errors](errors.md).
"""


def commands_page() -> str:
    """The page about all commands, their arguments and options."""
    group = typer.main.get_command(app)
    return COMMANDS_HEAD + "".join(map(command_section, group.commands.values()))  # type: ignore


def command_section(command: Any) -> str:
    """What a command does, and a table of what it takes."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    usage = " ".join([f"newsextract {command.name}", *(shown_name(a) for a in arguments)])
    does = re.sub(r"(?<!\n)\n(?!\n)", " ", inspect.cleandoc(command.help))
    lines = [f"\n## {command.name}\n", f"`{usage} [OPTIONS]`\n", does]
    lines += ["\n| | default | |", "|---|---|---|"]
    for parameter in command.params:
        default = parameter.default
        if isinstance(parameter.show_default, str):
            shown = parameter.show_default
        elif parameter.required or default is None or default is False:
            shown = ""
        else:
            shown = "on" if default is True else f"`{default}`"
        help = (parameter.help or "").replace("|", "\\|")
        lines.append(f"| `{shown_name(parameter)}` | {shown} | {help} |")
    return "\n".join(lines) + "\n"


def shown_name(parameter: Any) -> str:
    """An argument or option as one types it."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    names = ", ".join(parameter.opts)
    if parameter.secondary_opts:
        return f"{names}, {', '.join(parameter.secondary_opts)}"
    return names if parameter.is_flag else f"{names} {parameter.metavar or 'VALUE'}"


def readme() -> str:
    """The README with the scores of whole records as the results have them."""
    results = (ROOT / "benchmarks" / "RESULTS.md").read_text(encoding="utf-8")
    (section,) = re.findall(r"^## Whole records\n(.*?)(?=^## )", results, re.M | re.S)
    table = "".join(line for line in section.splitlines(keepends=True) if line.startswith("|"))
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    start, end = "<!-- scores, by docs/generate.py -->\n", "<!-- end of scores -->\n"
    before, _, rest = text.partition(start)
    return f"{before}{start}{table}{end}{rest.partition(end)[2]}"


PAGES = {
    "docs/record.md": record_page,
    "docs/schema.json": schema,
    "docs/command-line.md": commands_page,
    "README.md": readme,
}

if __name__ == "__main__":
    for name, make in PAGES.items():
        (ROOT / name).write_text(make(), encoding="utf-8")
