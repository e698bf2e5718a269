"""Scripts that make the tables; run as ``python -m newsextract.lexicons.build.NAME``."""
