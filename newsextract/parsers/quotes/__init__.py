"""Parser of `quotes`."""

from newsextract.parsers.quotes.parser import QuotesParser

__all__ = ["QuotesParser"]
