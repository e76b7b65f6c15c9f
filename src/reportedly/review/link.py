"""Which records of a reference list may speak of whom in a base: proposals with reasons, kept for people to decide.

A list is gone through record by record; what is kept are the best records of each entity, so that memory does not grow
with the list. Only full names are compared: a family name alone is on every list. Nothing is merged by a proposal.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final

import msgspec

from reportedly.base.assemble import World
from reportedly.base.links import Links, decided_records
from reportedly.base.store import Store
from reportedly.entities.aliases import load_aliases
from reportedly.entities.block import MOST, keys_of
from reportedly.entities.comparator import Answer, NameVerdict
from reportedly.entities.name import Name, NameKind, parse_name
from reportedly.entities.names import compare_parsed
from reportedly.errors import ReportedlyError
from reportedly.records.listed import Broken, Entered, Listed, ListHead, Listing, ListLink, Proposal, Record
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
#: How much of a name's keys, by their weight, a partner must share: of spelling variants in lists of aliases, one in a
#: hundred shares less, and half of what would be compared.
_SHARED: Final = 0.1
_LEAST: Final = 0.5
_EQUAL: Final = 1.0  # the score speaks of names; who bears them is for a person to say
_DECIDED: Final = NameVerdict(
    Answer.SAME, 0.0, "decided", "A person decided about it; the names by themselves say little."
)
_MOST_NAMES: Final = 100  # of a record
#: A proposal in the making: score, minus its place in the list, the record, what the names say, and the member.
_Pile = list[tuple[float, int, Listed, NameVerdict, str]]
_Settled = tuple[Listed, NameVerdict, str]


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a list. links: by entity, surest first, with what people decided. head: which list it is.

    records: how many were read; others: of them, those of kinds that are compared with nobody; broken: reason → how
    many.
    """

    head: ListHead
    links: tuple[ListLink, ...]
    records: int
    others: int
    broken: dict[str, int]


def link(
    base: Store, known: World, records: Iterable[Record], best: int = 3, seen: Callable[[], None] | None = None
) -> Linked:
    """Keeps the best records of a list for each entity of a base, in the place of what an earlier edition gave.

    known: who is who in the base. records: is gone through twice where listings stand apart from their records. best:
    how many of each entity; seen: called for each record. Raises ReportedlyError when the list has nothing that can be
    read.
    """
    found = _Found(known, decided_records(base), best)
    for record in records:
        if seen is not None:
            seen()
        found.add(record)
    if found.head is None:
        raise ReportedlyError(_nothing(found.broken))
    proposals = found.proposals()
    if found.apart and proposals:
        proposals = _with_listings(proposals, records)
    base.keep_list(found.head, found.records, tuple(proposals), frozenset(found.decided))
    return Linked(
        head=found.head,
        links=_by_entity(base, known, found.head.name),
        records=found.records,
        others=found.others,
        broken=dict(sorted(found.broken.items())),
    )


class _Found:
    """What a list gives, record by record. decided: ids of records that people decided about, with the members.

    apart: whether listings stand apart from their records.
    """

    def __init__(self, known: World, decided: Mapping[str, frozenset[str]], best: int) -> None:
        self.decided = decided
        self.head: ListHead | None = None
        self.broken: Counter[str] = Counter()
        self.records = self.others = 0
        self.apart = False
        self._index = _Index(known)
        self._best = best
        self._piles: dict[str, _Pile] = defaultdict(list)
        self._settled: dict[tuple[str, str], _Settled] = {}

    def add(self, record: Record) -> None:
        """Takes in one record."""
        if isinstance(record, Broken):
            self.broken[record.reason] += 1
        elif isinstance(record, ListHead):
            self.head = record
        elif isinstance(record, Entered):
            self.apart = True
        else:
            self.records += 1
            self.others += record.kind is None
            found = self._index.verdicts(record) if record.kind is not None else {}
            for entity, (verdict, member) in found.items():
                pile = self._piles[entity]
                heapq.heappush(pile, (verdict.score, -self.records, record, verdict, member))
                if len(pile) > self._best:
                    heapq.heappop(pile)
            for member in sorted(self.decided.get(record.id, frozenset()) & self._index.entity_of.keys()):
                entity = self._index.entity_of[member]
                verdict, named = found.get(entity, (_DECIDED, member))
                self._settled.setdefault((entity, record.id), (record, verdict, named))

    def proposals(self) -> list[Proposal]:
        """The best records of each entity, and those that people decided about."""
        assert self.head is not None
        found: dict[tuple[str, str], _Settled] = {
            (entity, record.id): (record, verdict, member)
            for entity, pile in self._piles.items()
            for _, _, record, verdict, member in pile
        }
        return [
            Proposal(
                member=member,
                record=record,
                list=self.head.name,
                score=verdict.score,
                rule=verdict.rule,
                why=verdict.sentence,
            )
            for record, verdict, member in (self._settled | found).values()
        ]


def _nothing(broken: Mapping[str, int]) -> str:
    reasons = "; ".join(f"{reason} ({times}×)" for reason, times in sorted(broken.items()))
    return f"The list has no record that can be read{f': {reasons}' if reasons else ''}."


def _with_listings(proposals: Iterable[Proposal], records: Iterable[Record]) -> list[Proposal]:
    """Proposals with the listings that the list tells apart from their records."""
    wanted = {one.record.id for one in proposals}
    told: dict[str, list[Listing]] = defaultdict(list)
    for record in records:
        if isinstance(record, Entered) and record.record in wanted:
            told[record.record].append(record.listing)
    return [msgspec.structs.replace(one, record=_entered(one.record, told.get(one.record.id, []))) for one in proposals]


def _entered(record: Listed, told: Iterable[Listing]) -> Listed:
    dated = {listing.list: listing for listing in sorted(told, key=lambda one: one.since or "", reverse=True)}
    rest = {listing.list: listing for listing in record.listings if listing.list not in dated}
    return msgspec.structs.replace(record, listings=(*rest.values(), *dated.values()))


def _by_entity(base: Store, known: World, name: str) -> tuple[ListLink, ...]:
    """The links of a list as the base shows them: the entity with the surest first, then its others."""
    links = [one for one in Links(base, known).all if one.proposal.list == name and not one.proposal.gone]
    surest: dict[str, float] = {}
    for one in links:
        surest[one.entity] = max(surest.get(one.entity, 0.0), one.proposal.score)
    return tuple(sorted(links, key=lambda one: (-surest[one.entity], one.entity, -one.proposal.score)))


class _Index:
    """The full names of a base's people and bodies by their blocking keys. entity_of: member → id of its entity."""

    def __init__(self, known: World) -> None:
        self.entity_of = {member: entity.id for entity in known.found.entities for member in entity.members}
        self._names: list[tuple[Name, str, str]] = []
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_bearer: dict[tuple[NameKind, str], list[int]] = defaultdict(list)
        for entity in known.found.entities:
            kind = _KINDS.get(entity.kind)
            # of those named alike the one whose report says most of it: that is what a person is shown
            told = sorted(entity.members, key=lambda member: (-known.members[member].mentions, member))
            full = {entity.name: told[0]}
            full |= {known.members[member].name: member for member in reversed(told)}
            for text, member in sorted(full.items()) if kind is not None else ():
                name = parse_name(text, kind or NameKind.GROUP)
                if _is_full(name):
                    if (bearer := load_aliases().bearer(name)) is not None:
                        self._by_bearer[bearer.kind, bearer.names[0]].append(len(self._names))
                    for key in keys_of(name):
                        self._by_key[key].append(len(self._names))
                    self._names.append((name, entity.id, member))

    def verdicts(self, record: Listed) -> dict[str, tuple[NameVerdict, str]]:
        """Entities that a record may speak of, each with what the best pair of names says, and the member named so."""
        found: dict[str, tuple[NameVerdict, str]] = {}
        kind = NameKind.PERSON if record.kind is Kind.PERSON else NameKind.GROUP
        for text in (*record.names, *record.weak)[:_MOST_NAMES]:
            name = parse_name(text, kind)
            if not _is_full(name):
                continue
            for number in self._partners(name):
                ours, entity_id, member = self._names[number]
                verdict = _equal(ours) if ours.plain == name.plain else compare_parsed(ours, name)
                # brothers share family, father's name and company, and are on the same lists
                if verdict.verdict is Answer.SAME and verdict.score >= _LEAST and verdict.rule != "kin":
                    said = (verdict, member)
                    found[entity_id] = max(found.get(entity_id, said), said, key=lambda pair: pair[0].score)
        return found

    def _partners(self, name: Name) -> list[int]:
        weights: dict[int, float] = defaultdict(float)
        whole = 0.0
        for key in sorted(keys_of(name)):
            bucket = self._by_key.get(key, ())
            weight = math.log(1 + len(self._names) / max(1, len(bucket)))
            whole += weight
            if len(bucket) <= MOST:
                for number in bucket:
                    weights[number] += weight
        least = max(_SHARED * whole, _NEAR_BEST * max(weights.values(), default=0.0))
        near = [number for number, weight in weights.items() if weight >= least]
        best = sorted(near, key=lambda number: (-weights[number], number))[:_PARTNERS]
        bearer = load_aliases().bearer(name)  # nothing in the words ties Daesh to ISIL
        known = self._by_bearer.get((bearer.kind, bearer.names[0]), []) if bearer is not None else []
        return list(dict.fromkeys((*best, *known)))


def _equal(name: Name) -> NameVerdict:
    return NameVerdict(Answer.SAME, _EQUAL, "equal names", f"The list has the name “{name.text}” too.")


def _is_full(name: Name) -> bool:
    """Whether a name says enough to be looked for on a list: a person's needs two words, or a kunya."""
    if name.kind is NameKind.PERSON:
        return len(name.tokens) > 1 or any(token.prefix for token in name.tokens)
    return bool(name.tokens)
