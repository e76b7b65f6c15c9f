"""Documents in, mentions and chains out."""
