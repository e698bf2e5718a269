"""A step of a scheduled job: Airflow, Dagster, Prefect, cron.

Airflow: ``task(extract_new)(inputs=..., output=...)``; Dagster: call it in an ``@asset``;
cron: run this file. A step that is killed or tried again goes on where it was, and a step
that runs each night reads only what is new.

    python examples/scheduled_step.py fixtures/diplo/articles records.duckdb
"""

from __future__ import annotations

import sys
from typing import Any

from newsextract import batch


def extract_new(inputs: str, output: str, most_failed: float = 0.01) -> dict[str, Any]:
    """Extract what is new in `inputs`; the counts, for the scheduler to show.

    Raises:
        RuntimeError: a larger share than `most_failed` of this step's inputs can't be read.
    """
    summary = batch.run([inputs], output)
    read = summary.done + summary.failed
    if summary.failed > most_failed * read:
        raise RuntimeError(f"{summary.failed} of {read} inputs failed, see {summary.errors}")
    return {"done": summary.done, "failed": summary.failed, "skipped": summary.skipped}


if __name__ == "__main__":
    print(extract_new(sys.argv[1], sys.argv[2]))
