"""Fields with which databases, feeds and mail head an item: 'HEADLINE: ...', 'LP PARIS, ...'."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple, cast

from newsextract.lexicons.table import in_small_letters, rows

FieldKind = Literal["story", "dateline", "headline", "byline", "sender", "other"]

_SIGN = re.compile(r"[^:=]{2,24}[:=]")
_FEWEST_CODES = 3
"""Lines that two capitals open: fewer may be an item's own words."""


class Field(NamedTuple):
    """The kind of a field, and where its value begins in the line."""

    kind: FieldKind
    value: int


@cache
def _kinds(code: str) -> dict[str, FieldKind]:
    return {
        row["name"]: cast(FieldKind, row["kind"])
        for row in rows("header_fields.tsv")
        if row["code"] == code
    }


@cache
def _name() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _kinds("")), key=len, reverse=True))
    return re.compile(rf"({names}) ?[:=] ?", re.IGNORECASE)


@cache
def _code() -> re.Pattern[str]:
    return re.compile(rf"({'|'.join(_kinds('code')).upper()})(?: |$)")


def field_of(line: str) -> Field | None:
    """The field that opens `line`: 'DATELINE: CAIRO', 'TITLE=ARAB LEAGUE', 'description: Tunis'."""
    found = _name().match(line) if _SIGN.match(line) else None
    return Field(_kinds("")[in_small_letters(found[1])], found.end()) if found else None


def code_of(line: str) -> Field | None:
    """The field that two capitals open: 'HD APEC leaders back climate goals'."""
    found = _code().match(line)
    return Field(_kinds("code")[found[1].lower()], found.end()) if found else None


def reader_of(beginnings: list[str]) -> Callable[[str], Field | None]:
    """`code_of` where two capitals open the lines, of which these are the first letters."""
    codes = sum(code_of(beginning) is not None for beginning in beginnings)
    return code_of if codes >= _FEWEST_CODES else field_of
