"""Decisions on who is who as resolver lines of nomenklatura, out and in.

A line is `[target, source, judgement, score, user, created_at]` (nomenklatura 4, `resolver/edge.py`); judgements are
positive, negative and unsure. The ids are those of our members and of records of reference lists. What nomenklatura has
no line for (renames, redactions, undone decisions) stays behind.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

import msgspec

from reportedly.base.assemble import World
from reportedly.base.store import Store, View
from reportedly.errors import BaseError
from reportedly.records.decision import Decision, Verdict
from reportedly.review.entities import decide, decisions, is_hidden

_JUDGEMENTS: Final = {Verdict.SAME: "positive", Verdict.DIFFERENT: "negative", Verdict.UNSURE: "unsure"}
_VERDICTS: Final = {judgement: verdict for verdict, judgement in _JUDGEMENTS.items()}
_COLUMNS: Final = 6


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What became of resolver lines. decided: written to the log; known: held already; refused: line → why."""

    decided: tuple[Decision, ...] = ()
    known: int = 0
    refused: tuple[tuple[int, str], ...] = ()


def lines(base: View) -> Iterator[str]:
    """A line for each couple of members, or member and record of a list, that a decision in force speaks of.

    Oldest first; without those on redacted names.
    """
    for decision in decisions(base):
        judgement = _JUDGEMENTS.get(decision.verdict)
        if judgement is None or is_hidden(base, decision):
            continue
        for left, right in _couples(decision):
            target, source = sorted((left, right), reverse=True)
            yield json.dumps([target, source, judgement, None, decision.by, decision.at], ensure_ascii=False)


def take(base: Store, known: World, resolver: Iterable[str], reason: str) -> Taken:
    """Writes resolver lines into the log, one decision each, by the user that they name.

    A line that no decision can be made of, or that contradicts the log, is refused with its number and the reason; the
    others are taken. Lines without a judgement by a person (no judgement, or only a score) are passed over.
    """
    held = {(d.verdict, frozenset(couple)) for d in decisions(base) for couple in _couples(d)}
    decided: list[Decision] = []
    refused: list[tuple[int, str]] = []
    already = 0
    for number, line in enumerate(resolver, 1):
        if not line.strip():
            continue
        row = _row(line)
        if isinstance(row, str):
            refused.append((number, row))
            continue
        target, source, judgement, user = row
        verdict = _VERDICTS.get(judgement)
        if verdict is None:
            continue
        if (verdict, frozenset((target, source))) in held:
            already += 1
            continue
        try:
            decided.append(decide(base, known, verdict, tuple(sorted((target, source))), reason, user))
        except BaseError as error:
            refused.append((number, str(error)))
        else:
            held.add((verdict, frozenset((target, source))))
    return Taken(decided=tuple(decided), known=already, refused=tuple(refused))


def _couples(decision: Decision) -> Iterable[tuple[str, str]]:
    if decision.verdict is Verdict.SAME:
        return pairwise(decision.about)
    return ((decision.about[0], other) for other in decision.about[1:])


def _row(line: str) -> tuple[str, str, str, str] | str:
    """Target, source, judgement and user of a line, or what is wrong with it."""
    try:
        row = json.loads(line)
    except ValueError:
        return "This is no JSON."
    if not isinstance(row, list) or len(row) < _COLUMNS or not all(isinstance(row[i], str) for i in range(3)):
        return "A resolver line has six columns, of which the first three are words."
    return row[0], row[1], row[2], str(row[4] or "nomenklatura")
