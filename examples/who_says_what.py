"""Questions to a DuckDB output, in SQL.

newsextract batch fixtures/diplo/articles -o records.duckdb
python examples/who_says_what.py records.duckdb
"""

from __future__ import annotations

import sys

import duckdb

QUESTIONS = {
    "Who is quoted most?": """
        SELECT speaker_name, count(*) AS quotes
        FROM quotes WHERE speaker_name IS NOT NULL
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 5""",
    "Which countries do the speakers speak for?": """
        SELECT p.country, count(*) AS quotes
        FROM quotes q JOIN participants p
          ON (p.record, p.participant) = (q.record, q.speaker)
        WHERE p.country IS NOT NULL
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 5""",
    "What is the largest figure in each currency, and where does it stand?": """
        SELECT currency, max(amount) AS amount, arg_max(measure, amount) AS measure,
               arg_max(source, amount) AS source
        FROM figures JOIN records USING (record)
        WHERE currency IS NOT NULL
        GROUP BY 1 ORDER BY 1 LIMIT 5""",
}


def main(path: str) -> None:
    """Print the answers."""
    with duckdb.connect(path, read_only=True) as base:
        for question, sql in QUESTIONS.items():
            print(question)
            print(base.sql(sql))


if __name__ == "__main__":
    main(sys.argv[1])
