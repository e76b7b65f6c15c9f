"""Redaction of one name, and its undoing: two entries in the log, nothing rewritten.

See `base.redaction` for what a redaction hides.
"""

from __future__ import annotations

import msgspec

from reportedly.base.redaction import redactions as redactions_in
from reportedly.base.store import Name, Selection, Store
from reportedly.errors import BaseError, NotFoundError
from reportedly.records.decision import Decision, Verdict
from reportedly.text.fold import key


class Redacted(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided, and how much it touches.

    claims, documents: those in which the name stands now. others: full names that some report writes in one of the same
    spellings and that stay visible; whether one of them is the same person is for whoever decides to judge.
    """

    decision: Decision
    claims: int
    documents: int
    others: tuple[str, ...] = ()


def redact(base: Store, words: str, reason: str, by: str) -> Redacted:
    """Hides a name in all its spellings, in what was read and in what will be.

    words: the name; where reports write several people so, the full name of one. reason, by: for the log, not empty.
    Raises NotFoundError when several people are written so, BaseError when it is hidden already or a word is missing.
    """
    _check(words, reason, by)
    before = base.redaction_of(words)
    if before is not None:
        raise BaseError(f"{words!r} was redacted already, on {before.at[:10]} by {before.by} ({before.reason}).")
    name = _one_name(base, words)
    if name is None:
        return Redacted(decision=base.decide(Verdict.REDACTION, (words,), reason, by), claims=0, documents=0)
    about = dict.fromkeys([name.name, words, *(spelling.text for spelling in name.spellings)])
    selection = Selection(keys=frozenset({name.key}))
    claims = sum(1 for _ in base.verbatim().claims(selection))
    decision = base.decide(Verdict.REDACTION, tuple(about), reason, by)
    others = {other.key: other.name for spelling in about for other in base.names(spelling)}
    return Redacted(
        decision=decision, claims=claims, documents=len(name.documents), others=tuple(sorted(others.values()))
    )


def undo(base: Store, words: str, reason: str, by: str) -> Decision:
    """Takes a redaction back. words: the name that it hides, or the number of the decision.

    Raises NotFoundError when no redaction in force hides it.
    """
    _check(words, reason, by)
    hidden = base.redaction_of(words) or _numbered(base, words)
    if hidden is None:
        raise NotFoundError(f"No redaction in force hides {words!r}. List them with: reportedly redact --list")
    return base.decide(Verdict.UNDO, (), reason, by, undoes=hidden.id)


def redactions(base: Store) -> tuple[Decision, ...]:
    """The redactions in force, oldest first."""
    return redactions_in(base.decisions())


def _one_name(base: Store, words: str) -> Name | None:
    found = base.verbatim().names(words)
    exact = [name for name in found if name.key == key(words)]
    if len(exact) == 1 or len(found) <= 1:
        return next(iter(exact or found), None)
    names = ", ".join(name.name for name in found[:5])
    raise NotFoundError(f"{len(found)} names are written {words!r}: {names}. Give the full name of the one you mean.")


def _numbered(base: Store, words: str) -> Decision | None:
    number = words.removeprefix("#")
    return next((d for d in redactions(base) if str(d.id) == number), None)


def _check(words: str, reason: str, by: str) -> None:
    for value, what in ((key(words), "a name"), (reason.strip(), "a reason"), (by.strip(), "who decides")):
        if not value:
            raise BaseError(f"The log needs {what}.")
