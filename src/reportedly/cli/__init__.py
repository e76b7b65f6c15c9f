"""The command line: one file for each command, and nothing decided in any of them."""
