"""A record in the terminal: the text with its finds coloured, and a table for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.text import Text

from newsextract.record import NewsRecord
from newsextract.show import words
from newsextract.show.marks import MarkKind, marks_of, pieces_of
from newsextract.show.printable import printable

_STYLES: dict[MarkKind, str] = {
    "dateline": "bold yellow",
    "quote": "cyan",
    "speaker": "underline",
    "cue": "italic",
    "figure": "bold green",
    "period": "underline green",
    "person": "bold magenta",
    "country": "bold blue",
    "organization": "bold red",
}
_NAMES: dict[MarkKind, str] = {"figure": "amount"}


def show(text: str, record: NewsRecord, console: Console) -> None:
    """Print an article and what was found in it.

    Args:
        text: the article as it was given to the extractor.
        record: its record.
        console: where to print; colours are left out where it has none.
    """
    console.print(Group(*_parts(text, record)))


def _parts(text: str, record: NewsRecord) -> Iterator[RenderableType]:
    yield Rule(_plain(words.title(record, text)), style="dim")
    yield coloured(text, record)
    yield Text()
    yield _legend()
    tables = (
        _dateline(record),
        _quotes(record),
        _figures(record),
        _participants(record),
        _warnings(record),
    )
    for table in tables:
        if table.row_count:
            yield Text()
            yield table


def coloured(text: str, record: NewsRecord) -> Text:
    """The text with the styles of its finds; where finds nest, their styles add up."""
    out = Text()
    for piece in pieces_of(len(text), marks_of(record)):
        style = sum((Style.parse(_STYLES[mark.kind]) for mark in piece.marks), Style())
        out.append(_plain(text[piece.start : piece.end]).plain, style)
    return out


def _plain(text: str | None) -> Text:
    lines = (text or "").replace("\r\n", "\n").replace("\r", "\n")
    return Text(printable(lines))


def _legend() -> Text:
    legend = Text("Key: ", style="dim")
    for kind, style in _STYLES.items():
        legend.append(_NAMES.get(kind, kind), Style.parse(style) + Style(dim=False))
        legend.append("  ")
    return legend


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", expand=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _add(table: Table, cells: Iterable[str | None]) -> None:
    table.add_row(*(_plain(cell) for cell in cells))


def _dateline(record: NewsRecord) -> Table:
    table = _table("Dateline", "Place", "City", "Country", "Date", "Agency", "Evidence")
    line = record.dateline
    if line:
        first = line.places[0] if line.places else None
        rows = [(first.name if first else line.text, line.city, line.country)]
        rows += [(place.name, place.city, place.country) for place in line.places[1:]]
        for number, row in enumerate(rows):
            last = (str(line.date or ""), line.agency, words.evidence(line))
            _add(table, (*row, *(("", "", "") if number else last)))
    return table


def _quotes(record: NewsRecord) -> Table:
    table = _table("Quotes", "", "Speaker", "Cue", "Kind", "Text", "Evidence")
    for number, quote in enumerate(record.quotes, 1):
        speaker = quote.speaker.name if quote.speaker else None
        cue = quote.cue.text if quote.cue else None
        cells = (str(number), speaker, cue, quote.kind, quote.text, words.evidence(quote))
        _add(table, cells)
    return table


def _figures(record: NewsRecord) -> Table:
    table = _table("Figures", "As printed", "Amount", "Measure", "Period", "Change", "Evidence")
    for depth, figure in words.figure_tree(record):
        indent = "  " * (depth - 1) + "\u2514 " if depth else ""
        measure = ", ".join(dict.fromkeys(w for w in (figure.measure, figure.flow) if w))
        period = words.days(figure.period) or figure.period.text if figure.period else None
        change = words.change(figure.change) if figure.change else None
        amount = words.amount(figure)
        _add(table, (indent + figure.text, amount, measure, period, change, words.evidence(figure)))
    return table


def _participants(record: NewsRecord) -> Table:
    table = _table("Participants", "Name", "Kind", "Role", "Of", "Country", "Mentions", "Evidence")
    for found in record.participants:
        cells = (found.name, found.kind, found.role, found.organization, found.country)
        _add(table, (*cells, str(len(found.mentions)), words.evidence(found)))
    return table


def _warnings(record: NewsRecord) -> Table:
    table = _table("Warnings", "Field", "Code", "Message")
    for note in record.warnings:
        _add(table, (note.field, note.code, note.message))
    return table
