"""What all tests share."""

from __future__ import annotations

import pytest

from newsextract import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The default extractor, loaded once."""
    return Extractor()
