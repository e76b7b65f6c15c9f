"""The nouns: frozen records that the stages hand to one another. No I/O, no logic beyond what a record says of itself.

All offsets are half-open character ranges of `Document.text`, which is verbatim and never changes.
"""
