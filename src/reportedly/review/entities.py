"""Decisions on who is who: what is computed (see `base.assemble`) is changed by nothing else.

A decision that contradicts an earlier one is not written.
"""

from __future__ import annotations

from itertools import pairwise

import msgspec

from reportedly.base.assemble import World, find, world
from reportedly.base.store import REDACTED, Selection, Store, View
from reportedly.entities.decided import Decided
from reportedly.errors import BaseError, NotFoundError
from reportedly.records.claim import Claim
from reportedly.records.decision import Decision, Verdict, in_force
from reportedly.records.entity import Member
from reportedly.text.fold import key

#: Verdicts that speak of members.
VERDICTS = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE, Verdict.RENAME})


def merge(base: Store, one: str, other: str, reason: str, by: str) -> Decision:
    """Says that two entities are one. Raises NotFoundError, or BaseError when an earlier decision says otherwise."""
    known = world(base)
    left, right = find(known, one), find(known, other)
    if left.id == right.id:
        raise BaseError(f"{one!r} and {other!r} are one entity already, {left.name} ({left.id}).")
    return decide(base, known, Verdict.SAME, (left.members[0], right.members[0]), reason, by)


def split(base: Store, words: str, document: str, reason: str, by: str) -> Decision:
    """Says that the one whom a document names is none of those that the others of the entity name.

    document: id, beginning of one, location or address. Raises NotFoundError, or BaseError when there is nothing to
    split or a decision says that they are one.
    """
    known = world(base)
    entity, document_id = find(known, words), base.find(document)
    own = [m for m in entity.members if known.members[m].document_id == document_id]
    rest = [m for m in entity.members if m not in own]
    if not own:
        raise NotFoundError(f"That report does not name {entity.name}.")
    if not rest:
        raise BaseError(f"Only that report names {entity.name}: there is nothing to split off from.")
    return decide(base, known, Verdict.DIFFERENT, (own[0], *rest), reason, by)


def rename(base: Store, words: str, name: str, reason: str, by: str) -> Decision:
    """Says what an entity is to be called. Raises NotFoundError, BaseError for an empty name."""
    if not key(name):
        raise BaseError("The new name is empty.")
    known = world(base)
    return decide(base, known, Verdict.RENAME, (find(known, words).members[0], name), reason, by)


def decide(base: Store, known: World, verdict: Verdict, about: tuple[str, ...], reason: str, by: str) -> Decision:
    """Writes a decision on members into the log. Raises BaseError when it contradicts one that holds."""
    for value, what in ((reason.strip(), "a reason"), (by.strip(), "who decides")):
        if not value:
            raise BaseError(f"The log needs {what}.")
    log = base.decisions()
    number = max((decision.id for decision in log), default=0) + 1
    asked = Decision(id=number, verdict=verdict, about=about, reason=reason, by=by, at="")
    ids = known.ids([*about, *(node for decision in log for node in decision.about)])
    against = next((r.why for r in Decided((*log, asked), ids).refusals if r.decision == number), "")
    if verdict is Verdict.SAME and not against:
        against = _kept_apart(known, Decided(log, ids), about)
    if against:
        raise BaseError(f"This contradicts the log: {against}. Undo it with: reportedly review --undo NUMBER")
    return base.decide(verdict, about, reason, by)


def _kept_apart(known: World, decided: Decided, about: tuple[str, ...]) -> str:
    """Why two cannot be one although nobody decided about just these members: others of theirs were told apart."""
    sides = [_one_with(node, known, decided) for node in about]
    for couple, number in sorted(decided.apart.items(), key=lambda pair: pair[1]):
        left, right = sorted(couple)
        if any((left in one and right in other) or (right in one and left in other) for one, other in pairwise(sides)):
            return f"decision {number} says that they are different; undo it first"
    return ""


def _one_with(node: str, known: World, decided: Decided) -> set[str]:
    """All members and records that are one with it, by decisions or by what is computed."""
    found, waiting = {node}, [node]
    while waiting:
        here = waiting.pop()
        for other in (*decided.same.get(here, ()), *(known.of(here).members if here in known.members else ())):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def undo(base: Store, number: int, reason: str, by: str) -> Decision:
    """Takes a decision on members back. Raises NotFoundError when no such decision is in force."""
    if not any(decision.id == number for decision in decisions(base)):
        raise NotFoundError(f"No decision {number} on who is who is in force. List them with: reportedly review --log")
    if not reason.strip() or not by.strip():
        raise BaseError("The log needs a reason and who decides.")
    return base.decide(Verdict.UNDO, (), reason, by, undoes=number)


def decisions(base: View) -> tuple[Decision, ...]:
    """The decisions on who is who that are in force, oldest first."""
    return tuple(decision for decision in in_force(base.decisions()) if decision.verdict in VERDICTS)


def is_hidden(base: View, decision: Decision) -> bool:
    """Whether a decision speaks of a name that was redacted, so that its words are shown to nobody."""
    return any(base.redaction_of(node.rsplit("|", 1)[-1]) is not None for node in decision.about)


def shown(base: View, decision: Decision) -> Decision:
    """A decision as it may be shown: without a redacted name."""
    return msgspec.structs.replace(decision, about=(REDACTED,)) if is_hidden(base, decision) else decision


def evidence(base: View, member: Member, most: int = 2) -> tuple[Claim, ...]:
    """The first claims of a document about a member: what to look at before deciding."""
    selection = Selection(document=member.document_id, keys=frozenset({key(member.name)}))
    found: list[Claim] = []
    for claim in base.claims(selection):
        found.append(claim)
        if len(found) == most:
            break
    return tuple(found)
