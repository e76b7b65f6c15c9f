"""The comparators, one for each kind of names."""
