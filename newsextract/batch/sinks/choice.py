"""The sink for a file name."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from newsextract.errors import ConfigurationError

if TYPE_CHECKING:
    from newsextract.batch.sinks.protocol import Sink

_HOMES = {
    ".jsonl": ("json_lines", "JsonLinesSink", None),
    ".jsonl.gz": ("json_lines", "GzipJsonLinesSink", None),
    ".parquet": ("parquet", "ParquetSink", "parquet"),
    ".sqlite": ("sqlite", "SqliteSink", None),
    ".duckdb": ("duck", "DuckdbSink", "duckdb"),
}
SUFFIXES = tuple(_HOMES)


def sink_for(path: Path) -> type[Sink]:
    """The class of sink that writes `path`.

    Raises:
        ConfigurationError: the ending is unknown, or what it needs isn't installed.
    """
    suffix = max((s for s in _HOMES if path.name.lower().endswith(s)), key=len, default=None)
    if suffix is None:
        raise ConfigurationError("output", f"{path}: the name must end in {' or '.join(_HOMES)}")
    module, name, extra = _HOMES[suffix]
    try:
        sink: type[Sink] = getattr(import_module(f"newsextract.batch.sinks.{module}"), name)
    except ImportError as error:
        raise ConfigurationError(
            "output", f"{suffix} needs {error.name}; run: pip install 'newsextract[{extra}]'"
        ) from error
    return sink
