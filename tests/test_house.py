"""The plan of the house holds."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import newsextract
from newsextract import NewsRecord
from newsextract.lexicons.table import rows

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "newsextract"
TABLES = sorted((PACKAGE / "lexicons").glob("*.tsv"))


def test_imports_run_one_way() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_front_is_a_sentence() -> None:
    assert newsextract.__all__ == sorted(newsextract.__all__)
    assert {name for name in dir(newsextract) if not name.startswith("_")} == set(
        newsextract.__all__
    )
    for name in newsextract.__all__:
        assert getattr(newsextract, name).__doc__


def test_importing_loads_nothing_heavy() -> None:
    script = "import sys, newsextract; print([m for m in sys.modules if m.count('.') == 0])"
    loaded = subprocess.check_output([sys.executable, "-c", script], cwd=ROOT, text=True)
    assert not {"spacy", "pydantic", "dateparser", "numpy"} & set(ast.literal_eval(loaded))


def test_the_schema_is_the_one_of_its_version() -> None:
    """When this fails: raise SCHEMA_VERSION and write the snapshot anew (see docs/record.md)."""
    snapshot = json.loads((ROOT / "docs" / "schema.json").read_text(encoding="utf-8"))
    assert NewsRecord.model_json_schema(mode="serialization") == snapshot


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.name)
def test_each_table_names_its_source_and_licence(table: Path) -> None:
    head = [line for line in table.read_text(encoding="utf-8").splitlines() if line[:1] == "#"]
    assert any("Source" in line or "source" in line or "Share" in line for line in head)
    assert any("Licence" in line or "licence" in line for line in head)
    assert isinstance(rows(table.name), list)


def test_modules_are_small() -> None:
    too_long = {
        str(path.relative_to(ROOT)): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 500
    }
    assert too_long == {}


def test_long_lists_of_words_are_tables() -> None:
    """Words are data: they stand in `lexicons`, with their source."""
    most, kinds_of_time = 20, {"_STARTERS"}
    long = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not (isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)):
                continue
            name = getattr(node.targets[0], "id", "")
            call = ast.unparse(node.value)
            if call.startswith("frozenset(") and len(re.findall(r"\b[a-z]{2,}\b", call)) > most:
                long += [] if name in kinds_of_time else [f"{path.name}: {name}"]
    assert long == []


def test_no_module_is_a_heap() -> None:
    heaps = {"utils", "util", "helpers", "common", "misc"}
    assert not [path for path in PACKAGE.rglob("*.py") if path.stem in heaps]
