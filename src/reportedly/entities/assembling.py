"""Entities of joined groups, and what a person is asked about them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from reportedly.entities.cells import groups_of
from reportedly.entities.clusters import Clusters
from reportedly.entities.joining import (
    Couple,
    in_order,
    kept_apart,
    links_among,
    load_pieces,
    queue_key,
    reached,
    row_of_couple,
    same,
)
from reportedly.entities.ledger import UNDER, Ledger, Standing, Tally, grown
from reportedly.entities.nicknames import RULE as NICKNAME
from reportedly.entities.pairs import Couples
from reportedly.entities.regroup import Log
from reportedly.entities.tally import called
from reportedly.records.entity import Link, Tie
from reportedly.text.fold import key


def assemble(ledger: Ledger, couples: Couples, log: Log, touched: Iterable[str], gone: Iterable[str]) -> None:
    """Puts the entities of touched groups together anew, and of all that hangs together with them."""

    def load(groups: list[str]) -> None:
        for shelf in (ledger.edge, ledger.attached, ledger.bare):
            shelf.load(groups)

    pieces = reached(touched, lambda one: _near(ledger, one), load)
    load_pieces(ledger, couples, pieces)
    reaching = sorted({one for piece in pieces for one in piece}.union(gone))
    made: list[tuple[str, ...]] = []
    for piece in pieces:
        clusters = _joined(ledger, couples, piece)
        made += [tuple(sorted(clusters.members(root))) for root in clusters.roots()]
    _Entities(ledger, log).put(made, reaching)
    _ask_about(ledger, couples, {one for groups in made for one in groups})


def refresh(ledger: Ledger, log: Log, groups: Iterable[str]) -> None:
    """Counts anew what the entities of groups are called that only have other members than before."""
    entities = {one for _, one in ledger.entity_of.many(sorted(groups))}
    made = [standing.groups for _, standing in ledger.entity.many(sorted(entities))]
    _Entities(ledger, log).put(made, sorted({one for row in made for one in row}))


def ask_again(ledger: Ledger, couples: Couples, asked: Iterable[Couple]) -> None:
    """Asks about couples that are judged otherwise than before."""
    known = sorted(asked)
    rows = dict(ledger.couple.many(map(row_of_couple, known)))
    links = [(row, edge.link) for row, edge in rows.items() if edge.link is not None and edge.link.tie is Tie.UNSURE]
    _ask(ledger, couples, [(*row.split(UNDER), row, link) for row, link in links])  # type: ignore[misc]


def between(ledger: Ledger, couples: Iterable[Couple]) -> set[Couple]:
    """The judged couples between the entities of groups."""
    known = sorted(couples)
    entity_of = dict(ledger.entity_of.many(sorted({one for couple in known for one in couple})))
    standing = dict(ledger.entity.many(sorted(set(entity_of.values()))))
    ledger.edge.load(one for row in standing.values() for one in row.groups)
    found: set[Couple] = set()
    for couple in {(entity_of[one], entity_of[other]) for one, other in known if {one, other} <= entity_of.keys()}:
        left, right = (standing[one].groups for one in couple)
        pairs = (sorted((one, other)) for one in left for other in ledger.edge.get(one) or () if other in right)
        found.update((one, other) for one, other in pairs)
    return found


def _near(ledger: Ledger, group: str) -> Iterator[str]:
    """The groups that some link ties a group to."""
    yield from same(ledger, group)
    yield from ledger.attached.get(group) or ()
    for link in bare_links(ledger, group):
        yield link.right if link.left == group else link.left


def bare_links(ledger: Ledger, group: str) -> Iterator[Link]:
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
    bare = {link for one in piece for link in bare_links(ledger, one)}
    own = {row.link for _, row in ledger.bare.many(piece) if row.link is not None}
    for links in (
        links_among(ledger, piece),
        [link for link in own if link.rule == NICKNAME],
        [link for link in own if link.rule != NICKNAME],
        bare - own,
    ):
        for link in in_order(links):
            clusters.join(link)
    return clusters


class _Entities:
    """Puts entities in the place of those that their groups made before."""

    def __init__(self, ledger: Ledger, log: Log) -> None:
        self._ledger = ledger
        renamed = log.decided().called if log.log else {}
        groups = groups_of(ledger, sorted(renamed)) if renamed else {}
        self._renamed = [(groups[one], number, name) for one, (name, number) in renamed.items() if one in groups]

    def put(self, made: Sequence[tuple[str, ...]], reaching: Sequence[str]) -> None:
        """made: the groups of each entity; reaching: these, and groups that are no more."""
        ledger = self._ledger
        ledger.tally.load(reaching)
        entity_of = dict(ledger.entity_of.many(reaching))
        old = dict(ledger.entity.many(sorted(set(entity_of.values()))))
        new = dict(self._entity(groups) for groups in made)
        ledger.entity.load(new)
        ledger.called.load(sorted({name for row in (*old.values(), *new.values()) for name in row.called}))
        for one, standing in old.items():
            for name in standing.called - (new[one].called if one in new else frozenset()):
                ledger.called.put(name, grown(ledger.called.get(name), gone=(one,)))
            if one not in new:
                ledger.entity.put(one, None)
        for one, standing in new.items():
            for name in standing.called - (old[one].called if one in old else frozenset()):
                ledger.called.put(name, grown(ledger.called.get(name), come=(one,)))
            ledger.entity.put(one, standing)
        now = {group: one for one, standing in new.items() for group in standing.groups}
        for group in reaching:
            ledger.entity_of.put(group, now.get(group))

    def _entity(self, groups: tuple[str, ...]) -> tuple[str, Standing]:
        """The id and the row of an entity of groups."""
        tallies: list[Tally] = [tally for _, tally in self._ledger.tally.many(groups)]
        name, kind = called(tallies)
        chosen = [(number, name) for group, number, name in self._renamed if group in groups]
        name = max(chosen)[1] if chosen else name
        first = min(tally.first for tally in tallies)[1]
        written = {name}.union(*(tally.spelled for tally in tallies))
        one = "e" + hashlib.blake2b(first.encode(), digest_size=8).hexdigest()
        return one, Standing(name, kind, groups, frozenset(map(key, written)))


def _ask_about(ledger: Ledger, couples: Couples, groups: Iterable[str]) -> None:
    """Asks about all that judgements and bare names leave open of groups."""
    known = sorted(groups)
    ledger.edge.load(known)
    pairs = {tuple(sorted((one, other))) for one in known for other in ledger.edge.get(one) or ()}
    ask_again(ledger, couples, pairs)  # type: ignore[arg-type]
    asked = [(one, row.asked) for one, row in ledger.bare.many(known) if row.asked is not None]
    _ask(ledger, couples, [(link.left, link.right, one, link) for one, link in asked])


def _ask(ledger: Ledger, couples: Couples, open_: Sequence[tuple[str, str, str, Link]]) -> None:
    """Asks what is still open. open_: two groups each, the row that it is told in, and the link."""
    ledger.queue.load(queue_key(link) for *_, link in open_)
    there = dict(ledger.entity_of.many(sorted({one for left, right, *_ in open_ for one in (left, right)})))
    rows = dict(ledger.entity.many(sorted(set(there.values()))))
    ledger.group.load(group for row in rows.values() for group in row.groups)
    groups_in = {one: [group for _, group in ledger.group.many(row.groups)] for one, row in rows.items()}
    groups = [group for row in groups_in.values() for group in row]
    couples.load_names(groups)
    ledger.edge.load(group.id for group in groups)
    settled: dict[Couple, bool] = {}
    for left, right, row_of_link, link in open_:
        if left in there and right in there:
            couple = (there[left], there[right])
            if couple not in settled:
                settled[couple] = couple[0] == couple[1] or any(
                    couples.apart(one, two) for one in groups_in[couple[0]] for two in groups_in[couple[1]]
                )
            ledger.queue.put(queue_key(link), None if settled[couple] else row_of_link)
