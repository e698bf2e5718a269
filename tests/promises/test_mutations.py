"""The fuzzer's texts are what its checks need."""

from __future__ import annotations

from random import Random

import pytest

from tests.promises.mutations import LONGEST, MUTATIONS, mutate, write
from tests.promises.news import ARTICLES


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_a_mutation_takes_any_text(mutation: object) -> None:
    assert callable(mutation)
    for text in ("", "a", "\ud800\x00", '"" .', ARTICLES[0]):
        for seed in range(5):
            mutation(text, Random(seed)).encode("utf-8", "surrogatepass")


def test_the_same_seed_gives_the_same_texts() -> None:
    def texts(seed: int) -> list[str]:
        random = Random(seed)
        return [mutate(write(random), random, ARTICLES) for _ in range(20)]

    assert texts(1) == texts(1) != texts(2)
    assert all(len(text) <= LONGEST for text in texts(3))
