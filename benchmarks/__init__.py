"""Scores and times the product: `python -m benchmarks predict | run | speed`. Nothing in the package imports this."""
