"""Names: whether two of them are one bearer's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from benchmarks.lines import Line
from reportedly.entities.name import NameKind
from reportedly.entities.names import compare_names

#: The lists call all bodies organisations.
_KINDS: Final = {"person": NameKind.PERSON, "organisation": NameKind.GROUP, "group": NameKind.GROUP}


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """One prediction {id, score, verdict, rule, why} for each line {id, kind, left, right}; other kinds are places."""
    for line in lines:
        found = compare_names(line["left"], line["right"], _KINDS.get(line["kind"], NameKind.PLACE))
        yield {
            "id": line["id"],
            "score": found.score,
            "verdict": found.verdict.value,
            "rule": found.rule,
            "why": found.sentence,
        }
