from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from newsextract import ConfigurationError, InputError
from newsextract.batch.sources import Fields, find_files, items_of, load
from newsextract.cli import app

pytest.importorskip("trafilatura")
from newsextract.html import article_of_page

PAGE = """<html><head><title>Envoys meet in Astana</title>
<meta property="og:site_name" content="Trend">
<meta property="article:published_time" content="2023-10-02T10:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Envoys meet in Astana</h1>
<p>ASTANA, Kazakhstan, October 2. Café talks went on between the two countries, said Deputy
Minister of Foreign Affairs Roman Vasilenko, who chaired the meeting in the capital.</p>
<p>Trade turnover amounted to $1.8 billion, and both sides want to see it grow further.</p>
</article><footer>Copyright</footer></body></html>"""


@pytest.mark.parametrize("data", [PAGE, PAGE.encode(), PAGE.encode("cp1252")])
def test_main_text_title_and_date(data: str | bytes) -> None:
    article = article_of_page(data, source="page.html")
    assert article.published == datetime.date(2023, 10, 2)
    assert article.headline == "Envoys meet in Astana"
    assert article.agency == "Trend"
    assert article.source == "page.html"
    assert "Café talks went on between the two countries" in article.text
    assert "Home" not in article.text
    assert "Copyright" not in article.text


def test_a_story_laid_out_in_a_table_keeps_its_paragraphs() -> None:
    story = PAGE[PAGE.index("<h1>") : PAGE.index("</article>")]
    rates = "<table><tr><td>Tenge</td><td>477</td></tr><tr><td>Som</td><td>89</td></tr></table>"
    cells = f"<table><tr><td></td><td>{story}{rates}</td></tr></table>"
    lines = article_of_page(f"<html><body>{cells}</body></html>").text.splitlines()
    assert lines[:2] == [
        "Envoys meet in Astana",
        "ASTANA, Kazakhstan, October 2. Café talks went on between the two countries, said Deputy "
        "Minister of Foreign Affairs Roman Vasilenko, who chaired the meeting in the capital.",
    ]
    assert "| Tenge | 477 | " in lines  # a table of data stays one


@pytest.mark.parametrize("data", ["", "   ", b"\xff\x00\x01", "<html></html>"])
def test_a_page_without_text(data: str | bytes) -> None:
    with pytest.raises(InputError, match="no main text"):
        article_of_page(data)


def test_extract_reads_a_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    record = json.loads(CliRunner().invoke(app, ["extract", str(path)]).stdout)
    assert record["headline"] == "Envoys meet in Astana"
    assert record["dateline"]["agency"] == "Trend"
    assert record["dateline"]["evidence"]["inferred"]["agency"] == "caller"
    assert record["published"] == "2023-10-02"


def test_pages_in_a_batch(tmp_path: Path) -> None:
    (tmp_path / "a.HTML").write_text(PAGE)
    (item,) = (i for file in find_files([str(tmp_path)]) for i in items_of(file, Fields()))
    assert load(item)[0] == article_of_page(PAGE, source=str(tmp_path / "a.HTML"))


def test_a_missing_extra_stops_a_run_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    monkeypatch.setattr("newsextract.html.find_spec", lambda name: None)
    with pytest.raises(ConfigurationError, match=r"pip install 'newsextract\[html\]'"):
        list(items_of(next(find_files([str(tmp_path)])), Fields()))
