"""The errors that newsextract raises, as a tree.

Every error that reaches a caller is a `NewsExtractError`; its message says what to do.
"""

from __future__ import annotations

from pathlib import Path


class NewsExtractError(Exception):
    """Base of all errors raised on purpose by this package."""


class ModelError(NewsExtractError):
    """The language model is missing or is not what was asked for."""


class InputError(NewsExtractError):
    """An input can't be read as text.

    Attributes:
        path: where the input came from, None for a value handed over in memory.
        reason: what is wrong with it.
    """

    def __init__(self, reason: str, path: Path | str | None = None) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}" if path is not None else reason)


class ConfigurationError(NewsExtractError):
    """A setting is wrong.

    Attributes:
        key: the name of the setting.
    """

    def __init__(self, key: str, reason: str) -> None:
        self.key = key
        super().__init__(f"{key}: {reason}")


class OutputError(NewsExtractError):
    """An output can't be written, or was written by an incompatible schema version."""


class WorkerError(NewsExtractError):
    """The worker processes of a batch die one after the other, whatever they are given."""
