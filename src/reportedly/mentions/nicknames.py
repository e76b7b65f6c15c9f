"""Nicknames inside names: ‘Ilo "the Cook" Varek’ is one name, whatever the engine sees of its parts."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reportedly.mentions.candidate import Candidate, Line
from reportedly.records.mention import Form, Kind

_QUOTES = frozenset({'"', "'", "''", "``"})
_ARTICLES = frozenset({"the", "el", "la", "a"})
_LONGEST = 4  # words of a nickname


def join_nicknames(line: Line, found: Sequence[Candidate]) -> list[Candidate]:
    """The names of a line, with what stands on both sides of a nickname as one and the nickname as a part of it."""
    joined = list(found)
    for opening in range(1, len(line) - 3):
        closing = _closing(line, opening)
        if closing is None:
            continue
        before = next((c for c in joined if c.last == opening - 1 and _is_persons(c)), None)
        after = next((c for c in joined if c.first == closing + 1 and c.title is None and _is_persons(c)), None)
        if before is None or after is None:
            continue
        first, last = before.first, after.last
        whole = msgspec.structs.replace(before, last=last, head=line.head_of(first, last), kind=Kind.PERSON)
        joined = [c for c in joined if c.last < first or c.first > last]
        joined = sorted([*joined, whole], key=lambda c: (c.first, -c.last))
    return joined


def _closing(line: Line, opening: int) -> int | None:
    """The mark that closes a nickname which opens behind a word, before another one with a capital."""
    if line.words[opening] not in _QUOTES or not line.gap(opening - 1) or line.gap(opening):
        return None
    start = opening + 1 + (line.lows[opening + 1] in _ARTICLES)
    if not line.capital(start) or line.words[start] in _QUOTES:
        return None
    ends = range(start + 1, min(opening + 2 + _LONGEST, len(line) - 1))
    closing = next((i for i in ends if line.words[i] in _QUOTES), None)
    if closing is None or not line.gap(closing) or line.gap(closing - 1) or not line.capital(closing + 1):
        return None
    return closing if all(line.words[i][0].isalnum() or line.words[i] == "-" for i in range(start, closing)) else None


def _is_persons(c: Candidate) -> bool:
    return c.form == Form.NAME and c.kind in {Kind.PERSON, Kind.OTHER} and c.country is None
