"""Sentences: where one ends, by rules for news prose (titles, initials, quotations, line ends)."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|\n+")
_NO_END_AFTER = re.compile(
    r"(?:^|[\s(\[“\"'‘-])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Cdr|Sgt|Brig|Adm|Rev|Hon|Sen|Rep|Gov|Pres|St|Mt|Ft|Jan|Feb|Mar"
    r"|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|Nos|vs|v|cf|e\.g|i\.e|approx|ca|Art|al|op|cit|pp?|[A-Z](?:\.[A-Z])*)\.$"
)
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}$")
_HOUR = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_AFTER_HOUR = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:GMT|UTC|E[SD]?T|P[SD]?T)\b|[A-Z][a-z]+ time\b)")
_STARTER = re.compile(r"(?:The|A|An|In|On|He|She|It|They|But|And|This)\s")
_OPENS = "“«"
_CLOSES = "”»"


def spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Character ranges of the sentences of `text[start:end]`, without outer white space.

    A line end always ends a sentence. Marks inside a quotation do not, while it is open: a quotation stays with
    the words that bring it in.
    """
    end = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    begin = start
    for mark in _END.finditer(text, start, end):
        if not mark.group().startswith("\n") and not _ends(text, begin, mark, end):
            continue
        _add(text, begin, mark.end(), found)
        begin = mark.end()
    _add(text, begin, end, found)
    return found


def _add(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append((start, end))


def _ends(text: str, begin: int, mark: re.Match[str], end: int) -> bool:
    so_far = text[begin : mark.end()]
    follows = text[mark.end() : min(end, mark.end() + 40)].lstrip(" \t\u00a0")
    if mark.group() == "." and _NO_END_AFTER.search(so_far):
        # "the U.S. The army…": initials end a sentence only before a word that rarely follows them inside one
        return bool(_INITIALS.search(so_far)) and bool(_STARTER.match(follows))
    if mark.group() == "." and _HOUR.search(so_far) and _AFTER_HOUR.match(follows):
        return False
    if _open_quotation(so_far):
        return False
    if not follows:
        return True
    first = follows[0]
    return not (first.islower() or first in ",;:)")


def _open_quotation(so_far: str) -> bool:
    opened = sum(so_far.count(c) for c in _OPENS)
    closed = sum(so_far.count(c) for c in _CLOSES)
    return opened > closed or (opened == closed == 0 and so_far.count('"') % 2 == 1)
