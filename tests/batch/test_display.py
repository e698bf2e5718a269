"""What a run says of itself."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from newsextract.batch import Progress, Summary, display

HALF = Progress(done=900, failed=2, skipped=98, bytes=500, total_bytes=1000, seconds=90.0)
DONE = Summary(1234, 0, 0, 0, 0, None, 61.7, Path("o.jsonl"), Path("o.jsonl.errors.jsonl"))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_scheduler_gets_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    with display.display(stream) as show:
        show(HALF)
        assert stream.getvalue() == ""
        monkeypatch.setattr(display, "_LOG_EVERY", 0.0)
        show(HALF)
        show(replace(HALF, failed=0, total_bytes=None))
    assert stream.getvalue().splitlines() == [
        "newsextract: 998 done (50.0%), 2 failed, 10.0/s, 1 min 30 s left",
        "newsextract: 998 done, 10.0/s",
    ]


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    stream = Terminal()
    with display.display(stream) as show:
        show(HALF)
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", stream.getvalue())
    assert "998 done, 2 failed" in shown
    assert "50.0%" in shown
    assert "10.0/s, 1 min 30 s left" in shown


@pytest.mark.parametrize(
    ("summary", "lines"),
    [
        (DONE, ["1,234 done in 1 min 02 s (20.0/s): o.jsonl"]),
        (
            replace(DONE, failed=1, all_failed=3, skipped=7, changed=2, stopped_by=2),
            [
                "1,234 done, 1 failed, 7 done before in 1 min 02 s (20.0/s): o.jsonl",
                "2 inputs changed since an earlier run read them; their earlier records are "
                "still in the output (--no-resume replaces it)",
                "3 could not be read, see o.jsonl.errors.jsonl",
                "stopped; the same command goes on from here",
            ],
        ),
        (replace(DONE, seconds=7322.0), ["1,234 done in 2 h 02 min (0.2/s): o.jsonl"]),
    ],
)
def test_the_summary(summary: Summary, lines: list[str]) -> None:
    assert display.tell(summary).splitlines() == lines
