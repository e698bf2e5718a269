"""The command line: one thin function a command."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from newsextract.errors import InputError, NewsExtractError, OutputError, WorkerError

app = typer.Typer(
    help="Read diplomatic news items into structured records.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

CAN_NOT_GO_ON = 1
USAGE_ERROR = 2
SOME_FAILED = 3
_INTERRUPTED = 130

ModelOption = Annotated[
    str, typer.Option(help="spaCy English pipeline: package name or folder.", show_default=True)
]


def _version(wanted: bool) -> None:
    if wanted:
        from newsextract import __version__

        typer.echo(f"newsextract {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None: ...


@app.command()
def extract(
    file: Annotated[Path, typer.Argument(help="The article; - for standard input.")],
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Publication date: 2023-10-02, or in words."),
    ] = None,
    model: ModelOption = "en_core_web_sm",
) -> None:
    """Print one article's record as JSON."""
    from newsextract.batch.sources import article_of_file
    from newsextract.batch.sources.listing import ROWS
    from newsextract.extractor import Article, Extractor
    from newsextract.reading.files import decode

    if str(file).lower().endswith(ROWS):
        raise InputError(f"holds an article a row; run: newsextract batch {file} -o OUTPUT", file)
    if str(file) == "-":
        article = Article(decode(sys.stdin.buffer.read()))
    else:
        article, _ = article_of_file(str(file))
    record = Extractor(model).extract(
        article.text,
        source=article.source,
        published=published or article.published,
        headline=article.headline,
        agency=article.agency,
    )
    if sys.stdout.isatty():
        from rich import print_json

        print_json(record.model_dump_json())
    else:
        typer.echo(record.model_dump_json())


@app.command()
def show(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help="Articles: files, folders, globs, or - for standard input."
        ),
    ],
    html: Annotated[
        Path | None,
        typer.Option(
            metavar="OUT",
            help="Write a page for a browser: OUT.html for one article, or a folder for any "
            "number, with an index page to search them.",
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Publication date: 2023-10-02, or in words."),
    ] = None,
    model: ModelOption = "en_core_web_sm",
) -> None:
    """Show articles with their finds, in the terminal or as pages of HTML.

    Exit code: 0 all shown, 3 some inputs could not be read, 2 wrong usage.
    """
    from newsextract.show.run import run

    if not run(inputs, html=html, published=published, model=model):
        raise typer.Exit(SOME_FAILED)


@app.command()
def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files, folders, globs, or - for JSON Lines on standard input. Read are .txt .md "
            ".html .json .jsonl .csv .parquet.",
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help="File to write: .jsonl, .jsonl.gz, .parquet, .sqlite or .duckdb.",
        ),
    ],
    workers: Annotated[
        int | None, typer.Option(help="Worker processes.", show_default="one a core")
    ] = None,
    resume: Annotated[
        bool, typer.Option(help="Go on with an earlier run, or replace its output.")
    ] = True,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Try the inputs in the error file again.")
    ] = False,
    keep_text: Annotated[
        bool, typer.Option("--keep-text", help="Put each text into its record: extensions.text.")
    ] = False,
    time_limit: Annotated[
        float, typer.Option(metavar="SECONDS", help="For an article, per 100,000 bytes.")
    ] = 120.0,
    model: ModelOption = "en_core_web_sm",
    text_field: Annotated[str, typer.Option(help="Field or column with the text.")] = "text",
    id_field: Annotated[str, typer.Option(help="... with the article's id.")] = "id",
    published_field: Annotated[
        str, typer.Option(help="... with the publication date, ISO 8601.")
    ] = "published",
    headline_field: Annotated[str, typer.Option(help="... with the headline.")] = "headline",
    source_field: Annotated[str, typer.Option(help="... with its path or URL.")] = "source",
    agency_field: Annotated[str, typer.Option(help="... with the agency that sent it.")] = "agency",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
) -> None:
    """Extract many articles; a run that was stopped goes on where it was.

    Exit code: 0 all done, 3 some inputs are in OUTPUT.errors.jsonl, 2 wrong usage, 1 the run
    could not go on (disk full, output in use): run it again.
    """
    from newsextract.batch import Fields, run
    from newsextract.batch.display import display, tell

    fields = Fields(
        text_field, id_field, published_field, headline_field, source_field, agency_field
    )
    try:
        with nullcontext() if quiet else display() as report:
            summary = run(
                inputs,
                output,
                model=model,
                workers=workers,
                resume=resume,
                retry_failed=retry_failed,
                keep_text=keep_text,
                time_limit=time_limit,
                fields=fields,
                report=report,
            )
    except (OutputError, WorkerError) as error:
        _say(str(error))
        raise typer.Exit(CAN_NOT_GO_ON) from error
    if not quiet:
        typer.echo(tell(summary), err=True)
    if summary.stopped_by is not None:
        raise typer.Exit(128 + summary.stopped_by)
    if summary.all_failed:
        raise typer.Exit(SOME_FAILED)


@app.command()
def schema(
    arrow: Annotated[bool, typer.Option("--arrow", help="Print the Arrow schema instead.")] = False,
) -> None:
    """Print the JSON schema of a record."""
    if arrow:
        from newsextract.arrow import schema_text

        typer.echo(schema_text())
        return
    from newsextract.record import NewsRecord

    typer.echo(json.dumps(NewsRecord.model_json_schema(mode="serialization"), indent=2))


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Gold corpus: gold.jsonl or the folder with it.")],
    model: ModelOption = "en_core_web_sm",
    worst: Annotated[int, typer.Option(metavar="N", help="List N articles not all right.")] = 0,
    predictions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write what was found, as JSON lines.")
    ] = None,
) -> None:
    """Score the records of a gold corpus, field by field."""
    from newsextract.evaluation import as_item, read_gold, score
    from newsextract.extractor import Article, Extractor

    items = read_gold(gold)
    articles = (Article(item["text"], id=item["id"]) for item in items)
    found = [as_item(record) for record in Extractor(model).pipe(articles)]
    if predictions:
        lines = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in found)
        try:
            predictions.write_text(lines, encoding="utf-8")
        except OSError as error:
            raise OutputError(f"can't write {predictions}: {error.strerror}") from error
    scores = score(zip(items, found, strict=True))

    def number(value: float | None) -> str:
        return "-" if value is None else f"{value:.4f}"

    typer.echo(f"{len(items)} articles\n")
    typer.echo(f"{'':28}{'P':>8}{'R':>8}{'F1':>8}   right/gold/found")
    for name, finds in scores.finds.items():
        rates = (number(rate).rjust(8) for rate in (finds.precision, finds.recall, finds.f1))
        typer.echo(f"{name:28}{''.join(rates)}   {finds.right}/{finds.gold}/{finds.found}")
    typer.echo(f"\n{'':28}{'share':>8}   count")
    for name, share in sorted(scores.shares.items()):
        typer.echo(f"{name:28}{number(share.rate):>8}   {share.count}")
    for article, parts in list(scores.wrong.items())[:worst]:
        typer.echo(f"not all right: {article} ({', '.join(parts)})")


_UsageError: type[Exception] = typer.BadParameter.__bases__[0]
"""What Typer raises for a wrong option or argument; it has no public name of its own there."""


def main() -> None:
    """Run the command line: one clear line for an error, a traceback with ``--debug``."""
    debug = "--debug" in sys.argv[1:]
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    try:
        raise SystemExit(app(arguments, prog_name="newsextract", standalone_mode=False) or 0)
    except NewsExtractError as error:
        if debug:
            raise
        _say(str(error))
    except _UsageError as error:
        if debug:
            raise
        command = getattr(getattr(error, "ctx", None), "command_path", "newsextract")
        message = error.format_message().rstrip(".")  # type: ignore[attr-defined]
        if message:  # none where a bare `newsextract` has printed its help
            _say(f"{message}; {command} --help tells more")
    except typer.Abort:
        raise SystemExit(_INTERRUPTED) from None
    except BrokenPipeError:  # the reader of our output went away, as in `| head`
        sys.stderr.close()
        raise SystemExit(1) from None
    raise SystemExit(USAGE_ERROR)


def _say(message: str) -> None:
    typer.echo(f"newsextract: {message}", err=True)
