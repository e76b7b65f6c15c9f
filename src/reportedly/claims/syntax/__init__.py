"""Sentences as extractors see them: tokens, trees, phrases, and what hangs where. Nothing here knows a predicate."""
