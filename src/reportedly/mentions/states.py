"""Where the name of a state or union stands in a sentence."""

from __future__ import annotations

from reportedly.mentions.candidate import Line
from reportedly.mentions.lexicon import Lexicon, Phrase


def match_country(line: Line, i: int, lexicon: Lexicon) -> tuple[int, Phrase] | None:
    """Length and words of the longest name of a state or union that begins at token i."""
    for length in (7, 5, 4, 3, 2, 1):
        if line.words[i : i + length] in lexicon.countries and i + length <= len(line):
            return length, line.words[i : i + length]
    return None
