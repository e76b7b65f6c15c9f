"""Paths in, captured bytes out: `collect` walks them, readers know the formats; what they say is not looked at."""
