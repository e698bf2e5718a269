"""A record in the terminal: the text with its finds coloured, and a table for each kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
_WIDE = 120
"""Columns of a terminal in which tables have room for the evidence."""
_NAMES: dict[MarkKind, str] = {"figure": "amount"}


def show(text: str, record: NewsRecord, console: Console) -> None:
    """Print an article and what was found in it; in a narrow terminal without the evidence.

    Args:
        text: the article as it was given to the extractor.
        record: its record.
        console: where to print; colours are left out where it has none.
    """
    console.print(Group(*_parts(text, record, wide=console.width >= _WIDE)))


def _parts(text: str, record: NewsRecord, *, wide: bool) -> Iterator[RenderableType]:
    yield Rule(_plain(words.title(record, text)), style="dim")
    yield coloured(text, record)
    yield Text()
    yield _legend()
    tables = (
        _dateline(record, wide),
        _quotes(record, wide),
        _figures(record, wide),
        _participants(record, wide),
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


def _table(
    title: str, names: Sequence[str], rows: Sequence[Sequence[str | None]], wide: bool
) -> Table:
    """The rows, without empty columns, and without the evidence where there is no room for it."""
    table = Table(title=title, title_justify="left", title_style="bold", expand=False)
    named = [i for i, name in enumerate(names) if wide or name != "Evidence"]
    shown = [i for i in named if any(row[i] for row in rows)]
    for i in shown:
        table.add_column(names[i], overflow="fold", no_wrap=names[i] == "Kind")
    for row in rows:
        table.add_row(*(_plain(row[i]) for i in shown))
    return table


def _dateline(record: NewsRecord, wide: bool) -> Table:
    rows: list[tuple[str | None, ...]] = []
    line = record.dateline
    if line:
        first = line.places[0] if line.places else None
        filed = (str(line.date or ""), line.agency, words.evidence(line))
        rows.append((first.name if first else line.text, line.city, line.country, *filed))
        rows += [(p.name, p.city, p.country, None, None, None) for p in line.places[1:]]
    return _table(
        "Dateline", ("Place", "City", "Country", "Date", "Agency", "Evidence"), rows, wide
    )


def _quotes(record: NewsRecord, wide: bool) -> Table:
    rows = []
    for number, quote in enumerate(record.quotes, 1):
        speaker = quote.speaker.name if quote.speaker else None
        cue = quote.cue.text if quote.cue else None
        rows.append((str(number), speaker, cue, quote.kind, quote.text, words.evidence(quote)))
    return _table("Quotes", ("", "Speaker", "Cue", "Kind", "Text", "Evidence"), rows, wide)


def _figures(record: NewsRecord, wide: bool) -> Table:
    rows = []
    for depth, figure in words.figure_tree(record):
        indent = "  " * (depth - 1) + "\u2514 " if depth else ""
        measure = ", ".join(dict.fromkeys(w for w in (figure.measure, figure.flow) if w))
        period = words.days(figure.period) or figure.period.text if figure.period else None
        change = words.change(figure.change) if figure.change else None
        amount = words.amount(figure)
        cells = (indent + figure.text, amount, measure, period, change, words.evidence(figure))
        rows.append(cells)
    names = ("As printed", "Amount", "Measure", "Period", "Change", "Evidence")
    return _table("Figures", names, rows, wide)


def _participants(record: NewsRecord, wide: bool) -> Table:
    rows = []
    for found in record.participants:
        cells = (found.name, found.kind, found.role, found.organization, found.country)
        rows.append((*cells, str(len(found.mentions)), words.evidence(found)))
    names = ("Name", "Kind", "Role", "Of", "Country", "Mentions", "Evidence")
    return _table("Participants", names, rows, wide)


def _warnings(record: NewsRecord) -> Table:
    rows = [(note.field, note.code, note.message) for note in record.warnings]
    return _table("Warnings", ("Field", "Code", "Message"), rows, True)
