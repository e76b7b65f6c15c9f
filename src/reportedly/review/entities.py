"""Who is who in a base: computed from what is kept in it, and changed only by decisions in its log.

Nothing is computed from redacted names, so none comes out. A decision that contradicts an earlier one is not written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

import msgspec

from reportedly.base.store import Selection, Store, View
from reportedly.entities.comparator import Answer
from reportedly.entities.decided import Decided, ids_by_spelling
from reportedly.entities.gather import members_of, with_places
from reportedly.entities.name import name_kind
from reportedly.entities.names import compare_names
from reportedly.entities.resolve import resolve
from reportedly.errors import BaseError, NotFoundError
from reportedly.records.claim import Claim
from reportedly.records.decision import Decision, Verdict, in_force
from reportedly.records.entity import Entities, Entity, Member
from reportedly.text.fold import key

#: Likenesses of names this close are equal.
_NEAR = 0.02
_PREFIX = 3
#: Verdicts that speak of members.
VERDICTS = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE, Verdict.RENAME})


class World(msgspec.Struct, frozen=True, kw_only=True):
    """All members of a base by id, and the entities that they make."""

    members: dict[str, Member]
    found: Entities

    def of(self, member: str) -> Entity:
        """The entity of a member. Raises NotFoundError."""
        for entity in self.found.entities:
            if member in entity.members:
                return entity
        raise NotFoundError(f"No report has the member {member!r}.")


def members(base: View) -> Iterator[Member]:
    """The members of each document in turn, ascending within it."""
    claims = {document: tuple(those) for document, those in groupby(base.claims(), lambda claim: claim.document_id)}
    for head in base.heads():
        own = claims.get(head.id, ())
        found = members_of(base.document(head.id), base.analysis(head.id), own)
        yield from with_places(found, _places(found, own))


def world(base: View, seen: Callable[[Member], None] | None = None) -> World:
    """Everything that is known of who is who. seen: called for each member, to show that it goes on."""
    by_id: dict[str, Member] = {}
    for member in members(base):
        by_id[member.id] = member
        if seen is not None:
            seen(member)
    return World(members=by_id, found=resolve(by_id.values(), base.decisions()))


def find(known: World, words: str) -> Entity:
    """The entity that an id, the beginning of one, or a name in any of its spellings means.

    Raises NotFoundError where there is none or more than one.
    """
    entities = known.found.entities
    wanted = key(words)
    for fits in _looked_up(entities, words, wanted):
        if len(fits) == 1:
            return fits[0]
        if fits:
            names = ", ".join(f"{e.name} ({e.id})" for e in fits[:5])
            raise NotFoundError(f"{len(fits)} entities go by {words!r}: {names}. Give the id of one.")
    raise NotFoundError(f"No entity goes by {words!r}. List them with: reportedly resolve --all")


def _looked_up(entities: Iterable[Entity], words: str, wanted: str) -> Iterator[list[Entity]]:
    """Entities that words may mean, the plainest meaning first; the next one is looked for only if there are none."""
    yield [e for e in entities if e.id == words]
    yield [e for e in entities if key(e.name) == wanted]
    yield [e for e in entities if wanted in {key(name) for name in e.names}]
    yield [e for e in entities if len(words) > _PREFIX and e.id.startswith(words)]
    yield _spelled_alike(entities, words)


def _spelled_alike(entities: Iterable[Entity], words: str) -> list[Entity]:
    """Entities with a name that is another spelling of these words, surest first; of near equals all."""
    scored = []
    for entity in entities:
        kind = name_kind(entity.kind)
        verdicts = [compare_names(words, name, kind) for name in entity.names]
        best = max((v.score for v in verdicts if v.verdict is Answer.SAME), default=0.0)
        if best:
            scored.append((best, entity))
    top = max((score for score, _ in scored), default=0.0)
    return [entity for score, entity in scored if score >= top - _NEAR]


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
    refused = [
        r for r in Decided((*log, asked), ids_by_spelling(known.members.values())).refusals if r.decision == number
    ]
    if refused:
        raise BaseError(f"This contradicts the log: {refused[0].why}. Undo it with: reportedly review --undo NUMBER")
    return base.decide(verdict, about, reason, by)


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


def evidence(base: View, member: Member, most: int = 2) -> tuple[Claim, ...]:
    """The first claims of a document about a member: what to look at before deciding."""
    selection = Selection(document=member.document_id, keys=frozenset({key(member.name)}))
    found: list[Claim] = []
    for claim in base.claims(selection):
        found.append(claim)
        if len(found) == most:
            break
    return tuple(found)


def _places(found: Iterable[Member], claims: Iterable[Claim]) -> dict[str, int]:
    """Members that are places, with the gazetteer's id that all claims of the document agree on."""
    ids: dict[str, set[int]] = {}
    for claim in claims:
        if claim.place is not None and claim.place.place is not None and not claim.place.qualifier:
            ids.setdefault(key(claim.place.canonical), set()).add(claim.place.place)
    resolved = {}
    for member in found:
        _, family, name = member.id.rsplit("|", 2)
        if family == "place" and len(ids.get(name, ())) == 1:
            resolved[member.id] = next(iter(ids[name]))
    return resolved
