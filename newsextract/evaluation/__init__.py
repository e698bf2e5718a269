"""Scores of records against gold, field by field (docs/evaluation.md)."""

from newsextract.evaluation.gold import read_gold
from newsextract.evaluation.items import Item, as_item
from newsextract.evaluation.matching import same_name, token_f1
from newsextract.evaluation.scores import Finds, Scores, Share, judged, score

__all__ = [
    "Finds",
    "Item",
    "Scores",
    "Share",
    "as_item",
    "judged",
    "read_gold",
    "same_name",
    "score",
    "token_f1",
]
