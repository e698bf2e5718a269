"""Inputs become items: folders, globs, files of one article and files of many."""

from newsextract.batch.sources.fields import Fields
from newsextract.batch.sources.listing import SUFFIXES, InputFile, find_files
from newsextract.batch.sources.opening import article_of_file, items_of, load

__all__ = ["SUFFIXES", "Fields", "InputFile", "article_of_file", "find_files", "items_of", "load"]
