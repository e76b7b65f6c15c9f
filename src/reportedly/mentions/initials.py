"""Names written in capitals only ("CTF 50", "MNDAA"): in reports of wars mostly bodies, hardly ever persons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.mentions.candidate import Candidate, Line
from reportedly.mentions.sharing import Evidence
from reportedly.records.mention import Kind

_SHAPE = re.compile(r"[A-Z]{3,8}").fullmatch
_WEIGHTS: Evidence = {Kind.PERSON: -1.5, Kind.PLACE: -1.2, Kind.GROUP: 0.05}


def is_acronym(lines: Sequence[Line], group: Sequence[Candidate]) -> bool:
    """Whether a name is written in capitals and figures only ("CTF 50")."""
    return all(w.isupper() or w.isdigit() or w == "-" for c in group for w in lines[c.line].words[c.first : c.last + 1])


def weigh_initials(lines: Sequence[Line], group: Sequence[Candidate]) -> Evidence:
    """What the capitals of a name tell of its kind, as log-odds."""
    found: Evidence = {Kind.PERSON: -2.0 if is_acronym(lines, group) else 0.0}
    if all(_is_initials(lines[c.line], c) for c in group):
        for kind, weight in _WEIGHTS.items():
            found[kind] = found.get(kind, 0.0) + weight
    return found


def _is_initials(line: Line, c: Candidate) -> bool:
    """Whether a name is one word of three letters or more, all capitals where capitals tell something."""
    speaker = line.words[c.last + 1 : c.last + 2] == (":",)  # of an interview
    return c.first == c.last and line.cased and c.title is None and not speaker and bool(_SHAPE(line.words[c.first]))
