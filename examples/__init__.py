"""Scripts to copy from; each runs as it is."""
