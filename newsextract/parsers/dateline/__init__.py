"""Parser of `dateline`: works from the text alone."""

from newsextract.parsers.dateline.parser import DatelineParser

__all__ = ["DatelineParser"]
