"""Decisions: what a person decided about names, claims and pairs, in a log that only grows."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Verdict(StrEnum):
    """What was decided. Stored as its word, so that a new verdict needs no change of the base."""

    REDACTION = "redaction"  # this person's names are shown to nobody
    SAME = "same"  # all members named are one
    DIFFERENT = "different"  # the first member named is none of the others
    UNSURE = "unsure"  # nobody can tell of these members: the machine neither joins them nor asks again
    RENAME = "rename"  # the entity of the member named first is called by the words named second
    UNDO = "undo"  # an earlier decision no longer holds


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One logged decision. It is never changed; a later one undoes or replaces it.

    id: place in the log, rising. about: names or ids that it speaks of; of a redaction, the name and all spellings
    known then; of the verdicts on members, their ids (see `records.entity`). at: ISO
    8601 UTC. undoes: id of the decision that this one takes back.
    """

    id: int
    verdict: Verdict
    about: tuple[str, ...]
    reason: str
    by: str
    at: str
    undoes: int | None = None


def in_force(log: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions that still hold, oldest first: those that no decision in force takes back. Undoing an undo
    counts.
    """
    undone: set[int] = set()
    found = []
    for decision in sorted(log, key=lambda d: d.id, reverse=True):
        if decision.id in undone:
            continue
        if decision.undoes is not None:
            undone.add(decision.undoes)
        if decision.verdict != Verdict.UNDO:
            found.append(decision)
    return tuple(reversed(found))
