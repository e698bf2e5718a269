"""Read a diplomatic news item into one structured record.

>>> import newsextract
>>> record = newsextract.extract("ASTANA, Kazakhstan, October 2. Talks went on.")
>>> record.dateline.country
'KZ'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime

    from newsextract.errors import (
        ConfigurationError,
        InputError,
        ModelError,
        NewsExtractError,
        OutputError,
    )
    from newsextract.extractor import Article, Extractor
    from newsextract.record import NewsRecord

__all__ = [
    "Article",
    "ConfigurationError",
    "Extractor",
    "InputError",
    "ModelError",
    "NewsExtractError",
    "NewsRecord",
    "OutputError",
    "extract",
]
__version__ = "0.1.0"

_HOMES = {
    "Article": "newsextract.extractor",
    "Extractor": "newsextract.extractor",
    "NewsRecord": "newsextract.record",
}


def __getattr__(name: str) -> Any:
    """Import on first use: `import newsextract` itself costs nothing."""
    if name in __all__:
        return getattr(import_module(_HOMES.get(name, "newsextract.errors")), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])


def extract(
    text: str,
    *,
    id: str | None = None,
    source: str | None = None,
    published: datetime.date | str | None = None,
    headline: str | None = None,
    agency: str | None = None,
) -> NewsRecord:
    """The record of one news item, by the default model (loaded once, at the first call).

    Args:
        text: the news item as it was sent. Any string gives a record.
        id: your name for it; a hash of the text where None.
        source: its path or URL.
        published: its publication date (a `date`, ISO 8601, or like 'October 2, 2023'), which
            completes dates such as 'March 3'.
        headline: its headline, where that is not part of the text.
        agency: who sent it; the agency of a dateline where the text names none.

    Returns:
        The `NewsRecord`; its offsets count characters of `text`.

    Raises:
        InputError: `text` is no string, or `published` is no date.
        ModelError: the default model is not installed.
    """
    from newsextract.extractor import default_extractor

    return default_extractor().extract(
        text, id=id, source=source, published=published, headline=headline
    )
