"""Pure functions on strings. Nothing here knows what a document is."""
