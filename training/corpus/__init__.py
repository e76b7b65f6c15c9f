"""Our own annotated passages: text that we wrote, with mentions, chains and claims. The format is in README.md."""
