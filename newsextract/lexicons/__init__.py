"""Words are data: tables (TSV), each with its source and licence on top, and their readers."""
