"""Entities and questions as they leave a ledger: with their members, and reasons with names as they are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import msgspec

from reportedly.entities.assembling import bare_links
from reportedly.entities.cells import first_of, ids_in, links_in
from reportedly.entities.joining import links_among, same
from reportedly.entities.ledger import UNDER, Ledger, Standing
from reportedly.entities.spread import written_out
from reportedly.records.entity import Entities, Entity, Link

#: Pairs that are kept for a person; of more it is said how many.
_QUEUE: Final = 1000


def entities_of(ledger: Ledger) -> Entities:
    """All that a ledger comes to."""
    ledger.entity.load_all()
    load_for(ledger)
    return Entities(
        entities=tuple(entity_of(ledger, one, standing) for one, standing in ledger.entity.many(ledger.entity.keys())),
        queue=queue_of(ledger),
        unlisted=max(0, ledger.queue.count() - _QUEUE),
        refusals=ledger.refusals.get("") or (),
    )


def load_for(ledger: Ledger) -> None:
    """Reads at once what many entities are made of."""
    for shelf in (ledger.group, ledger.edge, ledger.bare, ledger.inside, ledger.member, ledger.fellow, ledger.equal):
        shelf.load_all()
    ones = ledger.edge.keys()
    ledger.couple.load(UNDER.join((one, other)) for one in ones for other in same(ledger, one) if one < other)
    ledger.written.load_all()
    ledger.meaning.load_all()
    ledger.tally.load_all()


def queue_of(ledger: Ledger) -> tuple[Link, ...]:
    """What a person is asked, likeliest first, as far as it is listed."""
    asked = [row for _, row in ledger.queue.many(ledger.queue.keys(_QUEUE))]
    ledger.couple.load(row for row in asked if UNDER in row)
    ledger.bare.load(row for row in asked if UNDER not in row)
    return tuple(_shown(link, ledger) for row in asked if (link := _asked(row, ledger)) is not None)


def entity_of(ledger: Ledger, one: str, standing: Standing) -> Entity:
    """An entity with its members."""
    groups = [group for _, group in ledger.group.many(standing.groups)]
    members = dict(ledger.member.many(sorted(one for group in groups for one in ids_in(ledger, group))))
    spelled: dict[str, set[str]] = defaultdict(set)
    for member in members.values():
        for text in (member.name, *member.spellings):
            spelled[text].add(member.document_id)
    inside = [link for group in groups for link in links_in(ledger, group, members)]
    outside = [_shown(link, ledger) for link in _links(ledger, standing.groups)]
    return Entity(
        id=one,
        name=standing.name,
        kind=standing.kind,
        members=tuple(members),
        names=tuple(sorted(spelled, key=lambda text: (-len(spelled[text]), text))),
        documents=tuple(sorted({member.document_id for member in members.values()})),
        links=tuple(sorted((*inside, *outside), key=lambda link: (link.left, link.right, -link.score, link.rule))),
    )


def _links(ledger: Ledger, groups: Iterable[str]) -> set[Link]:
    """The links that hold groups together: all among them, for where one forbids a join, its groups are of two."""
    known = set(groups)
    bare = {link for one in known for link in bare_links(ledger, one) if {link.left, link.right} <= known}
    return {*links_among(ledger, known), *bare}


def _asked(row: str, ledger: Ledger) -> Link | None:
    if UNDER in row:
        edge = ledger.couple.get(row)
        return edge.link if edge is not None else None
    bare = ledger.bare.get(row)
    return bare.asked if bare is not None else None


def _shown(link: Link, ledger: Ledger) -> Link:
    """A link between members, the first of each group, its names as they are written."""
    left, right = sorted((first_of(ledger, link.left), first_of(ledger, link.right)))
    return msgspec.structs.replace(link, left=left, right=right, why=written_out(link.why, ledger))
