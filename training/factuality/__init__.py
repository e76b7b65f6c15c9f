"""The score of factuality that the benchmarks use: learnt from UDS-IH2's training part, weights as numbers."""
