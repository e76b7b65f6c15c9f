"""Entities of joined groups, and what a person is asked about them."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from reportedly.entities.bare import is_bare
from reportedly.entities.clusters import Clusters
from reportedly.entities.generic import is_generic
from reportedly.entities.joining import in_order, kept_apart, queue_key, reached, same
from reportedly.entities.ledger import Ledger, grown
from reportedly.entities.nicknames import RULE as NICKNAME
from reportedly.entities.pairs import Couples
from reportedly.entities.regroup import Log
from reportedly.records.entity import Entity, Link, Member, Tie
from reportedly.text.fold import key

_UNDATED: Final = "9999"


def assemble(ledger: Ledger, couples: Couples, log: Log, touched: Iterable[str], gone: Iterable[str]) -> None:
    """Puts the entities of touched groups together anew, and of all that hangs together with them."""
    start = sorted(touched)
    ledger.edge.load(start)
    ledger.attached.load(start)
    ledger.bare.load(start)
    pieces = list(reached(start, lambda one: _near(ledger, one)))
    reaching = sorted({one for piece in pieces for one in piece}.union(gone))
    _load(ledger, reaching)
    for one in reaching:
        _dissolve(ledger, one)
    renamed = log.decided().called if log.log else {}
    made: list[tuple[Entity, tuple[str, ...]]] = []
    for piece in pieces:
        clusters = _joined(ledger, couples, piece)
        for root in clusters.roots():
            groups = tuple(sorted(clusters.members(root)))
            made.append((_entity(ledger, groups, clusters.links[root], renamed), groups))
    ledger.entity.load(entity.id for entity, _ in made)
    ledger.groups.load(entity.id for entity, _ in made)
    ledger.called.load(name for entity, _ in made for name in _called(entity))
    for entity, groups in made:
        _put(ledger, entity, groups)
    _ask(ledger, couples, {entity.id: groups for entity, groups in made})


def _load(ledger: Ledger, groups: Sequence[str]) -> None:
    """Reads at once what groups that are put together anew were, and what they are made of."""
    ledger.group.load(groups)
    ledger.inside.load(groups)
    ledger.member.load(member for _, group in ledger.group.many(groups) for member in group.members)
    entities = [one for _, one in ledger.entity_of.many(groups)]
    ledger.groups.load(entities)
    ledger.called.load(name for _, entity in ledger.entity.many(entities) for name in _called(entity))


def _near(ledger: Ledger, group: str) -> Iterator[str]:
    """The groups that some link ties a group to."""
    yield from (other for other, _ in same(ledger, group))
    yield from ledger.attached.get(group) or ()
    for link in _bare_links(ledger, group):
        yield link.right if link.left == group else link.left


def _bare_links(ledger: Ledger, group: str) -> Iterator[Link]:
    """The link of a bare name to whom it means, or those to its like where it means nobody."""
    row = ledger.bare.get(group)
    if row is not None and row.link is not None:
        yield row.link
    elif row is not None:
        found = ledger.group.get(group)
        for cell in found.cells if found is not None else ():
            for link in ledger.equal.get(cell) or ():
                other = ledger.bare.get(link.right if link.left == group else link.left)
                if group in (link.left, link.right) and other is not None and other.link is None:
                    yield link


def _joined(ledger: Ledger, couples: Couples, piece: tuple[str, ...]) -> Clusters:
    clusters = Clusters(piece)
    kept_apart(ledger, couples, piece, clusters)
    bare = {link for one in piece for link in _bare_links(ledger, one)}
    own = {row.link for _, row in ledger.bare.many(piece) if row.link is not None}
    for links in (
        [link for one in piece for _, link in same(ledger, one)],
        [link for link in own if link.rule == NICKNAME],
        [link for link in own if link.rule != NICKNAME],
        bare - own,
    ):
        for link in in_order(links):
            clusters.join(link)
    return clusters


def _dissolve(ledger: Ledger, group: str) -> None:
    """Takes the entity of a group away."""
    one = ledger.entity_of.get(group)
    ledger.entity_of.put(group, None)
    entity = ledger.entity.get(one) if one is not None else None
    if entity is not None:
        for name in _called(entity):
            ledger.called.put(name, grown(ledger.called.get(name), gone=(entity.id,)))
        ledger.entity.put(entity.id, None)
        ledger.groups.put(entity.id, None)


def _put(ledger: Ledger, entity: Entity, groups: tuple[str, ...]) -> None:
    for name in _called(entity):
        ledger.called.put(name, grown(ledger.called.get(name), come=(entity.id,)))
    ledger.entity.put(entity.id, entity)
    ledger.groups.put(entity.id, groups)
    for group in groups:
        ledger.entity_of.put(group, entity.id)


def _called(entity: Entity) -> set[str]:
    return {key(name) for name in (entity.name, *entity.names)}


def _ask(ledger: Ledger, couples: Couples, made: Mapping[str, tuple[str, ...]]) -> None:
    """Asks about entities what judgements and bare names leave open, as far as it still is. made: their groups."""
    open_: list[tuple[str, str, Link]] = []
    for entity, groups in made.items():
        for group in groups:
            links = [edge.link for edge in (ledger.edge.get(group) or {}).values()]
            row = ledger.bare.get(group)
            for link in (*links, row.asked if row is not None else None):
                if link is not None and link.tie is Tie.UNSURE:
                    open_.append((entity, link.right if link.left == group else link.left, link))
    ledger.queue.load(queue_key(link) for *_, link in open_)
    there = dict(ledger.entity_of.many(sorted({other for _, other, _ in open_})))
    rows = dict(ledger.groups.many(sorted({*there.values(), *made})))
    groups_of = {entity: [group for _, group in ledger.group.many(row)] for entity, row in rows.items()}
    couples.load_names([group for groups in groups_of.values() for group in groups])
    ledger.edge.load(group.id for groups in groups_of.values() for group in groups)
    settled: dict[tuple[str, str], bool] = {}
    for entity, other, link in open_:
        if other in there:
            couple = (entity, there[other])
            if couple not in settled:
                settled[couple] = entity == there[other] or any(
                    couples.apart(one, two) for one in groups_of[entity] for two in groups_of[there[other]]
                )
            ledger.queue.put(queue_key(link), None if settled[couple] else link)


def _entity(
    ledger: Ledger, groups: Sequence[str], links: Iterable[Link], renamed: Mapping[str, tuple[str, int]]
) -> Entity:
    rows = [group for _, group in ledger.group.many(groups)]
    members = [m for _, m in ledger.member.many(sorted(one for group in rows for one in group.members))]
    first = min(members, key=lambda m: (m.published or _UNDATED, m.id))
    kinds: Counter[str] = Counter()
    spelled: dict[str, set[str]] = defaultdict(set)
    for member in members:
        kinds[member.kind] += member.mentions
        for text in (member.name, *member.spellings):
            spelled[text].add(member.document_id)
    kind = min(kinds, key=lambda k: (-kinds[k], k))
    chosen = [renamed[m.id] for m in members if m.id in renamed]
    name = max(chosen, key=lambda pair: pair[1])[0] if chosen else _name(members)
    inside = [link for _, row in ledger.inside.many(groups) for link in row]
    return Entity(
        id="e" + hashlib.blake2b(first.id.encode(), digest_size=8).hexdigest(),
        name=name,
        kind=next(m.kind for m in members if m.kind == kind),
        members=tuple(m.id for m in members),
        names=tuple(sorted(spelled, key=lambda text: (-len(spelled[text]), text))),
        documents=tuple(sorted({m.document_id for m in members})),
        links=tuple(sorted((*inside, *links), key=lambda link: (link.left, link.right, -link.score, link.rule))),
    )


def _name(members: Iterable[Member]) -> str:
    """The full name that most documents write; of equals the one written oftener, then the longer one."""
    documents: dict[str, set[str]] = defaultdict(set)
    mentions: Counter[str] = Counter()
    for member in members:
        if not is_bare(member) and not is_generic(member):
            documents[member.name].add(member.document_id)
        mentions[member.name] += member.mentions
    names = documents or mentions
    return min(names, key=lambda text: (-len(documents[text]), -mentions[text], -len(text), text))
