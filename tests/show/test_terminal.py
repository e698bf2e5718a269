"""What `newsextract show` prints and writes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from typer.testing import CliRunner, Result

from newsextract import NewsRecord
from newsextract.cli import app
from newsextract.record import ModelInfo
from newsextract.show import show
from newsextract.show.terminal import coloured
from tests.sample import RECORD, TEXT

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "fixtures" / "diplo" / "articles"
ARTICLE = ARTICLES / "001-trend-kazakhstan-hungary.txt"


def printed(text: str, record: NewsRecord, width: int = 120) -> str:
    out = io.StringIO()
    show(text, record, Console(file=out, width=width, force_terminal=True, color_system="standard"))
    return out.getvalue()


def test_the_text_comes_with_its_finds_in_colour() -> None:
    text = coloured(TEXT, RECORD)
    assert text.plain == TEXT
    styles = {text.plain[span.start : span.end]: str(span.style) for span in text.spans}
    assert styles["$188.6 million"] == "bold green"
    assert styles["Cape Verde"] == "bold blue"


def test_each_kind_has_a_table() -> None:
    out = printed(TEXT, RECORD)
    for words in ("\u2514 $61.2 million", "Cape Verde", "Quotes", "PRAIA", "sum_disagrees"):
        assert words in out


def test_a_narrow_terminal_has_no_evidence() -> None:
    assert "Evidence" in printed(TEXT, RECORD)
    assert "Evidence" not in printed(TEXT, RECORD, width=80)


def test_columns_that_would_be_empty_are_left_out() -> None:
    loan = RECORD.model_copy(update={"figures": RECORD.figures[1:2], "participants": ()})
    out = printed(TEXT, loan)
    assert "Amount" in out
    for name in ("Measure", "Period", "Change", "Mentions"):
        assert name in printed(TEXT, RECORD)
        assert name not in out


def test_an_article_cannot_steer_the_terminal() -> None:
    text = "a\x1b]0;title\x07b[bold]\r\nc\rd"
    empty = NewsRecord(id="x", headline=text, model=ModelInfo(name="m", version="1"))
    assert coloured(text, empty).plain == "a\u241b]0;title\u2407b[bold]\nc\nd"
    assert "\x1b]" not in printed(text, empty)


def test_a_file_is_shown() -> None:
    command = [sys.executable, "-m", "newsextract", "show", str(ARTICLE)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Participants" in done.stdout.decode()


def run(*arguments: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(app, ["show", *arguments], input=stdin)


def test_a_page_is_written(tmp_path: Path) -> None:
    done = run("-", "--html", str(tmp_path / "new" / "out.html"), stdin=ARTICLE.read_bytes())
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "new" / "out.html").read_text("utf-8").startswith("<!doctype html>")


def test_a_folder_of_pages_is_written(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"text": "One.", "id": "a/b"}) + "\nnot json\n", encoding="utf-8")
    done = run(str(ARTICLE), str(rows), "--html", str(tmp_path / "out"))
    assert done.exit_code == 3
    assert "rows.jsonl#2: no JSON" in done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "00001-001-trend-kazakhstan-hungary.html",
        "00002-rows.html",
        "index.html",
    ]
