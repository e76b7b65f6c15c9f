"""The scorer of relations that the benchmarks use: examples from the gold sets' training parts, weights as numbers."""
