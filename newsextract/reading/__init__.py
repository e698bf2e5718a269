"""From the text as sent to the text that is read, and the way back."""

from newsextract.reading.layout import Block, BlockKind, Layout
from newsextract.reading.reading import Reading, read

__all__ = ["Block", "BlockKind", "Layout", "Reading", "read"]
