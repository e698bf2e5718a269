"""How good and how fast: see benchmarks/RESULTS.md."""
