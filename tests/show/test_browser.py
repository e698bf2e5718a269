"""The pages as a reader uses them: in a browser, with a pointer and with the keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsextract.show import write_page, write_pages
from tests.sample import RECORD, TEXT

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update --window-size=1300,1000"
).split()

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="needs Chromium and its driver (chromium, chromium-driver)"
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('browser')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(executable_path=DRIVER)
    driver = webdriver.Chrome(options=options, service=service)
    yield driver
    driver.quit()


@pytest.fixture
def article(browser: Any, tmp_path: Path) -> Any:
    path = tmp_path / "article.html"
    write_page(path, TEXT, RECORD)
    browser.get(path.as_uri())
    return browser


def texts(browser: Any, selector: str) -> list[str]:
    script = "return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)"
    found: list[str] = browser.execute_script(script, selector)
    return found


def click(browser: Any, selector: str) -> None:
    browser.find_element("css selector", selector).click()


def press(browser: Any, key: str, selector: str = "body") -> None:
    browser.find_element("css selector", selector).send_keys(key)


def test_a_click_on_a_quote_lights_its_speaker(article: Any) -> None:
    click(article, "#text-q3")
    assert texts(article, ".text .on") == ["She", "added", "the figures were good"]
    assert texts(article, ".text .lit") == [
        "Foreign Minister Ana Sequeira",
        "Ana Sequeira",
        "Sequeira",
        "She",
    ]
    assert texts(article, "#find-p3.lit .name .find") == ["Ana Sequeira"]
    assert texts(article, "#now [role=status]") == ["Quote 3: Ana Sequeira \u2194 Ana Sequeira"]
    press(article, "\ue00c")  # Escape
    assert texts(article, ".on, .lit") == []


def test_a_click_on_a_speaker_lights_all_that_they_said(article: Any) -> None:
    click(article, "#find-p3 .find")
    assert texts(article, ".text .quote.lit") == [
        "Portugal will lend Cape Verde 40 million euros for its ports",
        "We lend 40 million euros,",
        "and we expect Cape Verde to spend it <well> & soon.",
        "the figures were good",
    ]
    assert len(texts(article, "#quotes ~ ol > .lit")) == 3


def test_a_figure_lights_its_parts(article: Any) -> None:
    click(article, "#text-f3")
    assert texts(article, ".text .figure.lit") == ["$61.2 million", "$127.4 million"]
    assert texts(article, ".text .on") == ["$188.6 million", "2023"]


def test_the_keyboard_reaches_the_finds(article: Any) -> None:
    article.execute_script("document.querySelector('.quote-ref').focus()")
    assert texts(article, ".text .quote.on")
    press(article, "\ue007", ".quote-ref")  # Enter
    assert article.current_url.endswith("#find-q1")
    assert not article.find_element("id", "now").get_attribute("hidden")


def test_what_is_chosen_stays_lit_when_the_pointer_moves_on(article: Any) -> None:
    from selenium.webdriver import ActionChains

    figure = article.find_element("id", "text-f3")
    ActionChains(article).move_to_element(figure).perform()
    assert texts(article, ".text .figure.on") == ["$188.6 million"]
    click(article, "#text-q3")
    ActionChains(article).move_to_element(figure).perform()
    assert texts(article, ".text .figure.on") == []
    assert texts(article, ".text .quote.on") == ["the figures were good"]


def test_kinds_can_be_hidden(article: Any) -> None:
    script = "return getComputedStyle(document.querySelector('#text-q1')).backgroundColor"
    assert article.execute_script(script) != "rgba(0, 0, 0, 0)"
    click(article, "#show-quote")
    assert article.execute_script(script) == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("width", [320, 375, 768, 1300])
def test_no_width_scrolls_sideways(article: Any, width: int) -> None:
    override = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    article.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", override)
    try:
        assert article.execute_script("return document.documentElement.scrollWidth") == width
    finally:
        article.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_nothing_runs_that_is_not_ours(article: Any) -> None:
    article.get_log("browser")
    article.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.got = 1';"
        "document.body.append(s)"
    )
    assert article.execute_script("return window.got") is None
    assert any("Content Security Policy" in line["message"] for line in article.get_log("browser"))


def test_the_index_is_searched(browser: Any, tmp_path: Path) -> None:
    other = RECORD.model_copy(update={"headline": "S\u00e3o Tom\u00e9 votes", "participants": ()})
    write_pages(tmp_path, [(TEXT, RECORD), (TEXT, other)])
    browser.get((tmp_path / "index.html").as_uri())
    shown = "li:not([hidden]) h2"
    assert texts(browser, shown) == [RECORD.headline, other.headline]
    press(browser, "sao VOTES", "#words")
    assert texts(browser, shown) == [other.headline]
    assert texts(browser, "[role=status]") == ["1 of 2 articles"]
    click(browser, f"{shown} a")
    assert texts(browser, "h1") == [other.headline]
    click(browser, ".up a")
    assert len(texts(browser, "h2")) == 2
