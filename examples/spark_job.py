"""Records on a Spark cluster: the way beyond one machine. Runs as it is under spark-submit.

newsextract and its model must be installed where the executors run (an image, a packed
environment, or ``--archives``).

    spark-submit --master "local[2]" examples/spark_job.py articles.jsonl records.parquet
"""

from __future__ import annotations

import os
import sys

from pyspark.sql import SparkSession

from newsextract.arrow import extract_spark


def main(source: str, target: str) -> None:
    """Read JSON Lines with ``id`` and ``text``; write the records as Parquet."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.appName("newsextract").getOrCreate()
    articles = spark.read.schema("id string, text string").json(source)
    # Articles take their time: many small tasks keep all cores busy to the end.
    articles = articles.repartition(8 * spark.sparkContext.defaultParallelism)
    extract_spark(articles, id_column="id").write.parquet(target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:3])
