"""Tokens: words and marks with their offsets, cut the way treebank parsers expect."""

from __future__ import annotations

import re

from reportedly.text.abbreviations import MONTHS, NUMBERED, TITLES, UNITS

_ABBREVIATIONS = (
    r"(?:[A-Za-z]\.){2,}"  # U.S., a.k.a., e.g.
    rf"|(?:{TITLES}|{MONTHS}|{UNITS}|{NUMBERED}|Jr|Sr|vs|etc|Inc|Ltd|Corp|Co)\.(?=[\s\u00a0,)-]|$)"
)
_TOKEN = re.compile(
    rf"""
    {_ABBREVIATIONS}
    | https?://\S+[\w/]
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|km|mm|am|pm)?\b   # 1,500  10:30  1980s  122mm
    | ['’](?:s|ll|re|ve|d|m)\b(?=\W|$)                     # clitics after a word
    | n['’]t\b
    | \w(?:\w|['’ʼʾʿ`](?=\w))*?(?=n['’]t\b)                # the word before n't
    | \w(?:\w|['’ʼʾʿ`](?!(?:s|ll|re|ve|d|m)\b)(?=\w))*     # a word; an inner apostrophe stays: Kata’ib, Sana’a
    | \.\.\.
    | [^\w\s]
    """,
    re.VERBOSE,
)


def spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Character ranges of the tokens of `text[start:end]`, in order.

    Hyphens are tokens ("US - designated"), clitics and n't are cut off ("Iran ’s"), initials keep their points.
    """
    return [m.span() for m in _TOKEN.finditer(text, start, len(text) if end is None else end)]
