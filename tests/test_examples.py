"""The examples run as they are."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import newsextract.components  # noqa: F401  # what its entry points do where it is installed
from newsextract import Article, Extractor, NewsRecord, arrow, batch

ROOT = Path(__file__).parents[1]
ARTICLES = sorted((ROOT / "fixtures/diplo/articles").glob("*.txt"))[:8]


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    lines = (json.dumps({"id": p.stem, "text": p.read_text()}) for p in ARTICLES)
    path.write_text("\n".join(lines))
    return path


def python(*arguments: str | Path, stdin: str = "") -> str:
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def records(path: Path, extractor: Extractor) -> list[NewsRecord]:
    given = (json.loads(line) for line in path.read_text().splitlines())
    return list(extractor.pipe(Article(row["text"], id=row["id"]) for row in given))


def test_scheduled_step_and_questions(rows: Path, tmp_path: Path) -> None:
    output = tmp_path / "records.duckdb"
    step = ("examples/scheduled_step.py", rows, output)
    assert python(*step) == "{'done': 8, 'failed': 0, 'skipped': 0}\n"
    assert python(*step) == "{'done': 0, 'failed': 0, 'skipped': 8}\n"
    assert "Who is quoted most?" in python("examples/who_says_what.py", output)


def test_a_step_with_too_many_failures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from examples.scheduled_step import extract_new

    (tmp_path / "bad.jsonl").write_text("no json\n")
    with pytest.raises(RuntimeError, match="1 of 1 inputs failed, see "):
        extract_new(str(tmp_path / "bad.jsonl"), str(tmp_path / "out.jsonl"))


def test_generator(rows: Path, extractor: Extractor) -> None:
    lines = python("examples/generator.py", stdin=rows.read_text()).splitlines()
    assert [NewsRecord.model_validate_json(line) for line in lines] == records(rows, extractor)


def test_own_pipeline() -> None:
    code = "import newsextract.components, runpy; runpy.run_path({!r}, run_name='__main__')"
    assert "95400000" in python("-c", code.format("examples/own_pipeline.py"))


@pytest.mark.skipif(shutil.which("java") is None, reason="no Java")
def test_spark_gives_the_same_records(rows: Path, tmp_path: Path, extractor: Extractor) -> None:
    pytest.importorskip("pyspark")
    import pyarrow.parquet as pq

    submit = Path(sys.executable).with_name("spark-submit")
    calm = ["--conf", "spark.ui.enabled=false"]
    light = ["--driver-java-options", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"]  # half the time
    job = [
        "--master",
        "local[1]",
        *calm,
        *light,
        "examples/spark_job.py",
        str(rows),
        str(tmp_path / "spark"),
    ]
    done = subprocess.run(
        [str(submit), *job],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found = pq.read_table(tmp_path / "spark").cast(arrow.schema()).sort_by("id")
    assert found.to_pylist() == arrow.to_batch(records(rows, extractor)).to_pylist()
    output = tmp_path / "batch.parquet"
    batch.run([rows], output, make_reader=lambda: extractor)
    expected = pq.read_table(output).drop_columns("source").to_pylist()
    assert found.drop_columns("source").to_pylist() == expected
