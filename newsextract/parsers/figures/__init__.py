"""Parser of `figures`."""

from newsextract.parsers.figures.parser import FiguresParser

__all__ = ["FiguresParser"]
