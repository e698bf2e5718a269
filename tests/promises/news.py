"""Strategies that write news-like text, tidy and broken."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import strategies as st

from tests.promises.mutations import SCRAPS, mutate, write

FIXTURES = Path(__file__).parents[2] / "fixtures"


def fixture_texts() -> list[str]:
    """The articles of the shipped corpus."""
    lines = (FIXTURES / "diplo" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


ARTICLES = fixture_texts()
PARAGRAPHS = sorted({p for text in ARTICLES for p in text.splitlines() if p.strip()})

_MARKS = st.sampled_from(
    ["\u201c", "\u201d", '"', "'", "\u2019", "\u00ab", "\u00bb", "\u201e", "``", "''", "(", ")"]
)
_SCRAPS = st.sampled_from(SCRAPS)

scraps = st.lists(st.one_of(_MARKS, _SCRAPS, st.text(max_size=20)), max_size=30).map("".join)
"""Heaps of what breaks parsers."""


@st.composite
def cut_articles(draw: st.DrawFn) -> str:
    """Two pieces of articles with a scrap between them."""
    pieces = []
    for _ in range(2):
        text = draw(st.sampled_from(PARAGRAPHS))
        start = draw(st.integers(0, len(text)))
        pieces.append(text[start : draw(st.integers(start, len(text)))])
    return draw(st.one_of(_MARKS, _SCRAPS)).join(pieces)


_randoms = st.randoms(use_true_random=False)

written = _randoms.map(write)
"""Texts as a small grammar of news writes them."""

mutants = st.builds(
    lambda text, random: mutate(text, random, ARTICLES),
    st.one_of(st.sampled_from(ARTICLES), written),
    _randoms,
)
"""Articles after a few accidents: case, marks, spaces, encodings, cuts, joins."""

texts = st.one_of(scraps, cut_articles(), written, mutants)
