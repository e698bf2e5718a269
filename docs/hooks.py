"""What the docs take from the rest of the repository, when mkdocs builds them.

A page may hold one of these lines, which is replaced:

- ``<!-- include: CHANGELOG.md -->``: a file;
- ``<!-- include: benchmarks/RESULTS.md, only: Speed, Batches -->``: its sections of these names;
- ``<!-- include: benchmarks/RESULTS.md, but: Speed, Batches -->``: all others;
- ``<!-- include below: ... -->``: the same, its headings a level lower;
- ``# include: examples/spark_job.py``: code, within a block.

Links that lead out of the docs lead to the page that stands for the file, to a copy of an
example, or become plain text.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

ROOT = Path(__file__).parents[1]
PAGES = {
    "benchmarks/RESULTS.md": "accuracy.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "README.md": "index.md",
}
"""Files of the repository that have a page of their own."""

_INCLUDE = re.compile(r"^<!-- include( below)?: ([\w./-]+)(?:, (only|but): ([^>]+))? -->$", re.M)
_CODE = re.compile(r"^# include: (\S+)$", re.M)
_SECTION = re.compile(r"^## (.+)\n", re.M)
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s:#]+)(#[^)\s]*)?\)")


def included(path: str, choice: str | None, names: set[str]) -> str:
    """A file of the repository without its title; of its sections, those that are chosen."""
    text = (ROOT / path).read_text(encoding="utf-8")
    text = re.sub(r"\A# .*\n+", "", text)
    if choice is None:
        return text
    head, *parts = _SECTION.split(text)
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    if lost := names - set(sections):
        raise PluginError(f"{path} has no section {', '.join(sorted(lost))}")
    shown = [name for name in sections if (name in names) == (choice == "only")]
    start = head if choice == "but" else ""
    return start + "".join(f"## {name}\n{sections[name]}" for name in shown)


def led_home(markdown: str, folder: str) -> str:
    """`markdown` with links that work on the site; `folder` is where it stands."""

    def home(found: re.Match[str]) -> str:
        words, target, anchor = found[1], found[2], found[3] or ""
        path = (ROOT / folder / target).resolve()
        if not path.is_relative_to(ROOT):
            return found[0]
        name = path.relative_to(ROOT).as_posix()
        if name in PAGES:
            return f"[{words}]({PAGES[name]}{anchor})"
        if name.startswith("docs/"):
            return f"[{words}]({name.removeprefix('docs/')}{anchor})"
        if name.startswith("examples/") and path.is_file():
            return f"[{words}]({name})"
        return words

    return _LINK.sub(home, markdown)


def on_files(files: Any, config: Any) -> Any:
    """Add the examples, so that pages can link to them."""
    for path in sorted((ROOT / "examples").glob("*.py")):
        name = f"examples/{path.name}"
        files.append(File.generated(config, name, content=path.read_text(encoding="utf-8")))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Put in what is included, and lead the links home."""

    def put(found: re.Match[str]) -> str:
        below, path, choice, named = found.groups()
        names = {name.strip() for name in (named or "").split(",")} - {""}
        text = led_home(included(path, choice, names), str(Path(path).parent))
        return re.sub(r"^(#+ )", r"#\1", text, flags=re.M) if below else text

    def code(found: re.Match[str]) -> str:
        return (ROOT / found[1]).read_text(encoding="utf-8").rstrip()

    return _CODE.sub(code, _INCLUDE.sub(put, led_home(markdown, "docs")))
