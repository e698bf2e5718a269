"""Publication dates as callers and feeds give them."""

from __future__ import annotations

import datetime

import pytest

from newsextract.periods.given import given_day

DAY = datetime.date(2023, 10, 2)


@pytest.mark.parametrize(
    "value",
    [
        DAY,
        datetime.datetime(2023, 10, 2, 23, 59),
        "2023-10-02",
        " 2023-10-02T10:00:00Z ",
        "2023-10-02 10:00:00+05:00",
        "Mon, 02 Oct 2023 10:00:00 GMT",
        "October 2, 2023",
        "2 Oct 2023",
    ],
)
def test_a_full_date_is_read(value: object) -> None:
    assert given_day(value) == DAY


@pytest.mark.parametrize("value", ["", "soon", "yesterday", "October 2", "12/11/2024", 20231002])
def test_what_is_no_full_date_or_could_be_two_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="no date"):
        given_day(value)
