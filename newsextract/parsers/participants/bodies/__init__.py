"""Bodies: their names, what they are, and which of them take part."""
