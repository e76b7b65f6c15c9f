"""Links from entities to records of reference lists, each with what people decided about it.

A decision on a link speaks of a member and of the record's id, like one on two members: so two entities that are both
said to be one record's are one, and what is said to be different stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

import msgspec

from reportedly.base.assemble import World
from reportedly.base.store import View
from reportedly.entities.decided import Decided
from reportedly.records.decision import Verdict, in_force
from reportedly.records.entity import Entity
from reportedly.records.listed import LinkState, ListLink, Proposal

_VERDICTS: Final = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE})


def is_record(node: str) -> bool:
    """Whether what a decision speaks of is a record of a list; members have their document and family before them."""
    return "|" not in node


def decided_records(base: View) -> Mapping[str, frozenset[str]]:
    """Records of lists that decisions in force speak of, with the members that they are set beside."""
    found: dict[str, set[str]] = defaultdict(set)
    for decision in in_force(base.decisions()):
        if decision.verdict in _VERDICTS:
            members = {node for node in decision.about if not is_record(node)}
            for node in decision.about:
                if is_record(node):
                    found[node] |= members
    return {node: frozenset(members) for node, members in found.items()}


class Links:
    """What lists and people say of entities: every link of a base, and records that were decided but not read."""

    def __init__(self, base: View, known: World) -> None:
        log, proposals = base.decisions(), base.proposals()
        nodes = [node for decision in log for node in decision.about]
        ids = known.ids([*nodes, *(proposal.member for proposal in proposals)])
        self._decided = Decided(log, ids)
        self._others: dict[str, dict[str, tuple[LinkState, int]]] = defaultdict(dict)
        for state, couples in ((LinkState.UNSURE, self._decided.unsure), (LinkState.DIFFERENT, self._decided.apart)):
            for couple, number in couples.items():
                one, other = sorted(couple)
                self._others[one][other] = self._others[other][one] = (state, number)
        best: dict[tuple[str, str], Proposal] = {}
        entities: dict[str, Entity] = {}
        for proposal in proposals:
            member = ids.get(proposal.member, proposal.member)
            if member in known.members:
                entity = known.of(member)
                entities[entity.id] = entity
                about = (entity.id, proposal.record.id)
                best[about] = max(best.get(about, proposal), proposal, key=lambda p: (not p.gone, p.score))
        links = [self._link(entities[entity_id], proposal) for (entity_id, _), proposal in best.items()]
        taken = {one.proposal.record.id: one for one in links if one.state is LinkState.SAME}
        links = [_with_taken(one, taken.get(one.proposal.record.id)) for one in links]
        self.all = tuple(sorted(links, key=lambda one: (-one.proposal.score, one.entity, one.proposal.record.id)))

    @property
    def queue(self) -> tuple[ListLink, ...]:
        """Those that wait for a person, likeliest first."""
        return tuple(one for one in self.all if one.state is LinkState.PENDING and not one.proposal.gone)

    def of(self, entity: Entity) -> tuple[ListLink, ...]:
        """The links of one entity, likeliest first."""
        return tuple(one for one in self.all if one.entity == entity.id)

    def unread(self, entity: Entity) -> tuple[str, ...]:
        """Ids of records that people said it is, but that no list read here has."""
        read = {one.proposal.record.id for one in self.of(entity)}
        return tuple(sorted(node for node in self._nodes(entity) if is_record(node) and node not in read))

    def _nodes(self, entity: Entity) -> frozenset[str]:
        own = [self._decided.cluster(member) for member in entity.members if member in self._decided.same]
        return frozenset(entity.members).union(*own)

    def _link(self, entity: Entity, proposal: Proposal) -> ListLink:
        state, number = self._state(entity, proposal.record.id)
        return ListLink(entity=entity.id, name=entity.name, proposal=proposal, state=state, decision=number)

    def _state(self, entity: Entity, record: str) -> tuple[LinkState, int | None]:
        own, theirs = self._nodes(entity), self._decided.cluster(record)
        if own & theirs:
            return LinkState.SAME, min(self._decided.same[record].values(), default=None)
        said = [
            decided
            for node in sorted(theirs)
            for other, decided in sorted(self._others.get(node, {}).items())
            if other in own
        ]
        return max(said, key=lambda pair: (pair[0] is LinkState.DIFFERENT, pair[1]), default=(LinkState.PENDING, None))


def _with_taken(one: ListLink, other: ListLink | None) -> ListLink:
    if other is None or other.entity == one.entity:
        return one
    return msgspec.structs.replace(one, taken=other.name)
