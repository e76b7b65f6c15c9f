"""Names that an acronym in brackets spells out: "the Forces unies pour la défense (FUD)" is one name to its end."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reportedly.mentions.candidate import Candidate, Line
from reportedly.records.mention import Form, Kind

_BODIES = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION, Kind.OTHER})
_SHORTEST, _LONGEST = 3, 8  # letters of an acronym
_PASSED = 5  # small words that it may pass over
_SMALL = 5  # letters of these


def join_spelt(line: Line, found: Sequence[Candidate]) -> list[Candidate]:
    """The names of a line, with what an acronym behind them spells out as one."""
    joined = list(found)
    for opening in range(2, len(line) - 2):
        if line.words[opening] != "(" or line.words[opening + 2] != ")":
            continue
        first = _begin(line, opening, line.words[opening + 1])
        inside = [c for c in joined if first is not None and first <= c.first and c.last < opening]
        head = next((c for c in inside if c.first == first and c.form == Form.NAME and c.kind in _BODIES), None)
        if first is None or head is None or head.last == opening - 1:
            continue
        last = opening - 1
        whole = msgspec.structs.replace(head, last=last, head=line.head_of(first, last), country=None)
        joined = sorted([*(c for c in joined if c not in inside), whole], key=lambda c: (c.first, -c.last))
    return joined


def _begin(line: Line, opening: int, acronym: str) -> int | None:
    """The first of the words before a bracket whose first letters are an acronym; small words need not tell theirs."""
    if not acronym.isalpha() or not acronym.isupper() or not _SHORTEST <= len(acronym) <= _LONGEST:
        return None
    return _spell(line, opening - 1, acronym, _PASSED)


def _spell(line: Line, token: int, letters: str, passed: int) -> int | None:
    """The token that tells the first of some letters, when the words back from one on tell them all."""
    if token < 0 or passed < 0:
        return None
    word = line.words[token]
    if word == "-":
        return _spell(line, token - 1, letters, passed)
    if word[0].isalpha() and word[0].upper() == letters[-1]:
        if len(letters) == 1:
            return token if word[0].isupper() else None
        found = _spell(line, token - 1, letters[:-1], passed)
        if found is not None:
            return found
    small = word.isalpha() and word[0].islower() and len(word) <= _SMALL
    return _spell(line, token - 1, letters, passed - 1) if small else None
