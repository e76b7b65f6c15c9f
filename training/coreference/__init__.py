"""The pronoun ranker: examples from GAP and GUM, training, cross-validated scores."""
