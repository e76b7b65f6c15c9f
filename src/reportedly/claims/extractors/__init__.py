"""One file a family of predicates, each with one constant, `EXTRACTOR`; found by looking into this folder."""
