"""`newsextract batch`: options, exit codes, what is said."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from newsextract import batch
from newsextract.cli import app
from tests.batch.conftest import MakeArticles, rows
from tests.batch.fake import FakeReader


@pytest.fixture(autouse=True)
def fake_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*args: Any, **kwargs: Any) -> batch.Summary:
        return real(*args, make_reader=partial(FakeReader), **kwargs)

    real = batch.run
    monkeypatch.setattr(batch, "run", run)


def test_all_done(articles: MakeArticles, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    result = CliRunner().invoke(app, ["batch", str(articles(3)), "-o", str(output)])
    assert result.exit_code == 0
    told = rf"3 done in \d+ s(?: \([\d.]+/s\))?: {re.escape(str(output))}\n"
    assert re.fullmatch(told, result.stderr.replace("\n", "") + "\n")
    assert len(rows(output)) == 3


def test_some_failed(articles: MakeArticles, tmp_path: Path) -> None:
    command = ["batch", str(articles(3, {1: "RAISE"})), "-o", str(tmp_path / "out.jsonl")]
    for _ in range(2):
        result = CliRunner().invoke(app, command)
        assert result.exit_code == 3
        assert "1 could not be read, see " in result.stderr


def test_quiet(articles: MakeArticles, tmp_path: Path) -> None:
    command = ["batch", str(articles(3)), "-o", str(tmp_path / "out.jsonl"), "-q"]
    assert CliRunner().invoke(app, command).stderr == ""


def test_an_output_that_is_not_ours(articles: MakeArticles, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("precious")
    result = CliRunner().invoke(app, ["batch", str(articles(3)), "-o", str(tmp_path / "out.jsonl")])
    assert result.exit_code == 1
    assert "choose another output" in result.stderr


def test_no_output_is_wrong_usage(articles: MakeArticles) -> None:
    assert CliRunner().invoke(app, ["batch", str(articles(3))]).exit_code == 2


def test_fields_by_name(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("nr,body\n7,Text\n")
    output = tmp_path / "out.jsonl"
    options = ["--text-field", "body", "--id-field", "nr", "-o", str(output)]
    CliRunner().invoke(app, ["batch", str(tmp_path / "in.csv"), *options])
    assert [row["id"] for row in rows(output)] == ["7"]
