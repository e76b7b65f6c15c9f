"""Where a person decides, and the log remembers."""
