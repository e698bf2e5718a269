"""Records for the eye: in the terminal, as a page, as a folder of pages."""

from newsextract.show.index import write_page, write_pages
from newsextract.show.page import page
from newsextract.show.terminal import show

__all__ = ["page", "show", "write_page", "write_pages"]
