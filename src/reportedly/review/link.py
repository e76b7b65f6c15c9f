"""Which records of a reference list may speak of whom in a base: proposals with reasons. Nothing is merged by them.

A list is gone through record by record; what is kept are the best records of each entity, so that memory does not grow
with the list. Only full names are compared: a family name alone is on every list.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from reportedly.base.assemble import Bearers, World, world
from reportedly.base.store import Selection, View
from reportedly.entities.block import MOST, keys_of
from reportedly.entities.comparator import Answer, NameVerdict
from reportedly.entities.name import Name, NameKind, parse_name
from reportedly.entities.names import compare_parsed
from reportedly.records.entity import Entity
from reportedly.records.listed import Broken, Listed, Proposal
from reportedly.records.mention import Kind

_KINDS: Final = {
    Kind.PERSON: NameKind.PERSON,
    Kind.GROUP: NameKind.GROUP,
    Kind.ORGANISATION: NameKind.GROUP,
    Kind.STATE_BODY: NameKind.GROUP,
}
#: Names of the base that a name of the list is compared with, the ones with the rarest keys in common.
_PARTNERS: Final = 4
_NEAR_BEST: Final = 0.5
_LEAST: Final = 0.5
_EQUAL: Final = 1.0  # the score speaks of names; who bears them is for a person to say


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a list. proposals: by entity, surest first. records: how many were read; broken: reason → how many.

    others: records of kinds that are compared with nobody.
    """

    proposals: tuple[Proposal, ...]
    records: int
    others: int
    broken: dict[str, int]


def link(
    base: View, records: Iterable[Listed | Broken], best: int = 3, seen: Callable[[], None] | None = None
) -> Linked:
    """The best records for each entity of a base. best: how many of each; seen: called for each record."""
    known = world(base)
    index = _Index(known)
    told = _designations(base, known)
    kept: dict[str, list[tuple[float, int, Listed, NameVerdict]]] = defaultdict(list)
    broken: Counter[str] = Counter()
    others = read = 0
    for record in records:
        if seen is not None:
            seen()
        if isinstance(record, Broken):
            broken[record.reason] += 1
            continue
        read += 1
        if record.kind is None:
            others += 1
            continue
        for entity_id, verdict in index.verdicts(record).items():
            pile = kept[entity_id]
            heapq.heappush(pile, (verdict.score, -read, record, verdict))
            if len(pile) > best:
                heapq.heappop(pile)
    proposals = [
        _proposal(index.entities[entity_id], record, verdict, told.get(entity_id, ()))
        for entity_id, pile in kept.items()
        for _, _, record, verdict in sorted(pile, key=lambda one: (-one[0], -one[1]))
    ]
    surest = {entity_id: max(score for score, *_ in pile) for entity_id, pile in kept.items()}
    proposals.sort(key=lambda one: (-surest[one.entity], one.entity))  # stable: within an entity as it was
    return Linked(proposals=tuple(proposals), records=read, others=others, broken=dict(sorted(broken.items())))


class _Index:
    """The full names of a base's people and bodies by their blocking keys."""

    def __init__(self, known: World) -> None:
        self.entities = {entity.id: entity for entity in known.found.entities}
        self._names: list[tuple[Name, str]] = []
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for entity in known.found.entities:
            kind = _KINDS.get(entity.kind)
            full = {known.members[member].name for member in entity.members} | {entity.name}
            for text in sorted(full) if kind is not None else ():
                name = parse_name(text, kind or NameKind.GROUP)
                if _is_full(name):
                    for key in keys_of(name):
                        self._by_key[key].append(len(self._names))
                    self._names.append((name, entity.id))

    def verdicts(self, record: Listed) -> dict[str, NameVerdict]:
        """Entities that a record may speak of, each with what the best pair of names says."""
        found: dict[str, NameVerdict] = {}
        kind = NameKind.PERSON if record.kind is Kind.PERSON else NameKind.GROUP
        for text in (*record.names, *record.weak):
            name = parse_name(text, kind)
            if not _is_full(name):
                continue
            for number in self._partners(name):
                ours, entity_id = self._names[number]
                verdict = _equal(ours) if ours.plain == name.plain else compare_parsed(ours, name)
                if verdict.verdict is Answer.SAME and verdict.score >= _LEAST:
                    found[entity_id] = max(found.get(entity_id, verdict), verdict, key=lambda v: v.score)
        return found

    def _partners(self, name: Name) -> list[int]:
        weights: dict[int, float] = defaultdict(float)
        for key in sorted(keys_of(name)):
            bucket = self._by_key.get(key, ())
            if len(bucket) <= MOST:
                for number in bucket:
                    weights[number] += math.log(1 + len(self._names) / len(bucket))
        least = _NEAR_BEST * max(weights.values(), default=0.0)
        near = [number for number, weight in weights.items() if weight >= least]
        return sorted(near, key=lambda number: (-weights[number], number))[:_PARTNERS]


def _equal(name: Name) -> NameVerdict:
    return NameVerdict(Answer.SAME, _EQUAL, "equal names", f"The list has the name “{name.text}” too.")


def _is_full(name: Name) -> bool:
    """Whether a name says enough to be looked for on a list: a person's needs two words, or a kunya."""
    if name.kind is NameKind.PERSON:
        return len(name.tokens) > 1 or any(token.prefix for token in name.tokens)
    return bool(name.tokens)


def _designations(base: View, known: World) -> dict[str, tuple[str, ...]]:
    """Entities that reports tell were listed or sanctioned, and by whom."""
    bearers = Bearers(known)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for claim in base.claims(Selection(predicate="designated_by")):
        for party in (claim.subject, *claim.subjects):
            entity = party and bearers.entity(claim.document_id, party.canonical, party.kind)
            if entity and claim.object is not None:
                found[entity.id][claim.object.canonical] = None
    return {entity: tuple(authorities) for entity, authorities in found.items()}


def _proposal(entity: Entity, record: Listed, verdict: NameVerdict, told: tuple[str, ...]) -> Proposal:
    why = verdict.sentence
    if told:
        why += f" Reports say that it was listed by {', '.join(told[:3])}."
    return Proposal(entity=entity.id, name=entity.name, record=record, score=verdict.score, rule=verdict.rule, why=why)
