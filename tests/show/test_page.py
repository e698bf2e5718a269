"""The page holds the text as it was given, and nothing in it can break out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from newsextract import Extractor, NewsRecord
from newsextract.record import Evidence, ModelInfo, Participant, Span
from newsextract.show import page
from newsextract.show.page import render
from newsextract.show.printable import printable
from tests.promises.news import ARTICLES
from tests.sample import RECORD, TEXT

_VOID = {"meta", "input", "path", "circle", "link", "br"}


class Page(HTMLParser):
    """Reads a page and holds it to being well nested."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.article = ""
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, dict(attrs))
        self.elements.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(attributes.get("class") == "text" for _, attributes in self.open):
            self.article += data

    def values(self, name: str) -> Iterator[str]:
        return (attributes[name] or "" for _, attributes in self.elements if name in attributes)


def check(html: str, text: str) -> None:
    read = Page(html)
    assert read.article == printable(text)
    assert max(Counter(read.values("id")).values()) == 1
    ids = set(read.values("id"))
    assert {link[1:] for link in read.values("href") if link.startswith("#")} <= ids
    assert {key for keys in read.values("data-keys") for key in keys.split()} <= set(
        read.values("data-key")
    )
    tags = Counter(tag for tag, _ in read.elements)
    assert (tags["script"], tags["style"], tags["h1"]) == (1, 1, 1)
    assert not [v for v in (*read.values("src"), *read.values("href")) if re.match(r"\w+:", v)]


def test_the_page_holds_the_text_and_all_links_lead_somewhere() -> None:
    check(page(TEXT, RECORD), TEXT)


@pytest.mark.parametrize("number", [0, 18, 40])
def test_the_page_of_an_article(extractor: Extractor, number: int) -> None:
    text = ARTICLES[number]
    check(page(text, extractor.extract(text)), text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x1b[2J\ud800",
        "</div></article><script>x</script>&amp;{{ 1 }}",
        "\u202eab",
        "a\r\nb",
    ],
)
def test_any_text_is_shown_as_text(text: str) -> None:
    hostile = f'"><script>{text}'
    whole = (Span(start=0, end=len(text), text=text),) if text else ()
    someone = Participant(
        id="p1",
        name=hostile,
        kind="person",
        role=hostile,
        aliases=(hostile,),
        mentions=whole,
        evidence=Evidence(rule=hostile, inferred={hostile: hostile}),
    )
    record = NewsRecord(
        id=hostile,
        source=hostile,
        headline=hostile,
        participants=(someone,),
        model=ModelInfo(name=hostile, version=hostile),
    )
    html = page(text, record)
    check(html, text)
    html.encode("utf-8")


def test_what_was_found_is_on_the_page() -> None:
    html = page(TEXT, RECORD)
    for words in ("188,600,000 USD", "up 7 %, against 2022", "part of $188.6 million", "98 %"):
        assert words in html
    for words in ("sum_disagrees", "38.72\u00b0 N", "speaker from last_speaker", "<circle"):
        assert words in html


def test_columns_of_figures_that_would_be_empty_are_left_out() -> None:
    loan = RECORD.model_copy(update={"figures": RECORD.figures[1:2]})
    titles = re.findall(r'scope="col">([^<]*)<', page(TEXT, loan))
    assert titles == ["As printed", "Amount", "Evidence"]
    assert "Measure" in re.findall(r'data-name="([^"]*)"', page(TEXT, RECORD))
    assert "Measure" not in re.findall(r'data-name="([^"]*)"', page(TEXT, loan))


def test_script_and_style_are_the_ones_that_the_policy_names() -> None:
    html = page(TEXT, RECORD)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast_is_enough_to_read(scheme: int) -> None:
    """WCAG 2.2 level AA: 4.5 to 1 for text."""
    style = render("index.html", "index.js", articles=[])
    colours = dict(
        re.findall(r"--([\w-]+): (#\w{6});", style.split("prefers-color-scheme")[scheme])
    )
    backgrounds = ("page", "card", "quote", "figure", "dateline")
    pairs = [("ink", ground) for ground in backgrounds]
    pairs += [(ink, ground) for ink in ("quiet", "link") for ground in ("page", "card")]
    pairs += [("quote-ink", "quote"), ("figure-ink", "figure"), ("figure-ink", "quote")]
    pairs += [("lit-ink", "lit"), ("lit-ink", "on"), ("quiet", "quote")]
    for ink, ground in pairs:
        light, dark = sorted((_luminance(colours[ink]), _luminance(colours[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)
