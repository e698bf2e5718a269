"""What a user sees at the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from newsextract import NewsRecord
from newsextract.cli import app, main

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "fixtures" / "diplo" / "articles" / "001-trend-kazakhstan-hungary.txt"


def test_extract_prints_the_record_of_a_file() -> None:
    command = [sys.executable, "-m", "newsextract", "extract", str(ARTICLE)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    record = NewsRecord.model_validate_json(done.stdout)
    assert record.source == str(ARTICLE)
    assert (done.returncode, done.stderr) == (0, b"")


def test_extract_reads_standard_input() -> None:
    arguments = ["extract", "-", "--published", "2024-05-03"]
    done = CliRunner().invoke(app, arguments, input="Le Café".encode("cp1252"))
    record = json.loads(done.stdout)
    assert (record["published"], record["source"]) == ("2024-05-03", None)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("extract", "nowhere.txt"), "newsextract: nowhere.txt: No such file or directory\n"),
        (("extract", str(ROOT)), f"newsextract: {ROOT}: Is a directory\n"),
        (
            ("extract", str(ARTICLE), "--published", "soon"),
            "newsextract: published must be a date, ISO 8601 or like 'October 2, 2023', "
            "not 'soon'\n",
        ),
        (
            ("extract", str(ARTICLE), "--model", "en_core_web_xx"),
            "newsextract: no spaCy pipeline 'en_core_web_xx'; run: python -m spacy download "
            "en_core_web_xx (or give the path of a pipeline folder)\n",
        ),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(
    arguments: tuple[str, ...],
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["newsextract", *arguments])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert (stopped.value.code, capsys.readouterr().err) == (2, message)


def test_schema_is_json_schema(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import jsonschema

    monkeypatch.setattr(sys, "argv", ["newsextract", "schema"])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"] == "NewsRecord"


def test_evaluate_prints_scores_and_writes_predictions(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    corpus = ROOT / "fixtures" / "diplo" / "gold.jsonl"
    gold.write_text(corpus.read_text(encoding="utf-8").split("\n")[0], encoding="utf-8")
    found = tmp_path / "found.jsonl"
    done = CliRunner().invoke(app, ["evaluate", str(tmp_path), "--predictions", str(found)])
    assert "1 articles" in done.stdout
    assert "participants.person" in done.stdout
    assert json.loads(found.read_text(encoding="utf-8"))["id"] == "001-trend-kazakhstan-hungary"
