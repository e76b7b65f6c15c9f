"""Groups of one bearer are joined by their names and what stands around them.

A couple of groups is judged by itself, and what is joined and kept apart hangs only on the couples among groups that
joins tie together. So only these are put together anew around what changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

import msgspec

from reportedly.entities.clusters import Clusters
from reportedly.entities.ledger import UNDER, Edge, Ledger, Side
from reportedly.entities.pairs import Couples
from reportedly.entities.regroup import Regrouped
from reportedly.records.entity import Link, Tie

Couple = tuple[str, str]


class Judged(msgspec.Struct, frozen=True):
    """What judging couples changed. touched: groups whose joins may be others now; asked: couples that are asked about
    now, or otherwise than before, or no more; shifted: couples whose names may keep them apart now, or no more.
    """

    touched: frozenset[str]
    asked: frozenset[Couple]
    shifted: frozenset[Couple]


def judge_couples(ledger: Ledger, couples: Couples, change: Regrouped) -> Judged:
    """Judges the couples that a change reaches."""
    edges = _Edges(ledger, change.fresh | change.linked)
    edges.let_go(change.gone)
    fresh = [group for _, group in ledger.group.many(sorted(change.fresh))]
    couples.load(fresh)
    met = {_couple(group.id, other) for group in fresh for other in couples.of(group)}
    met |= {_couple(one, other) for one in change.fresh for other in ledger.edge.get(one) or ()}
    shifted = set(_shifted(ledger, change)) - met
    ends = sorted({one for couple in met | shifted for one in couple})
    ledger.edge.load(ends)
    couples.load_names([group for _, group in ledger.group.many(ends)])
    for one, other in sorted(met | shifted):
        left, right = ledger.group.get(one), ledger.group.get(other)
        if left is not None and right is not None:
            edges.enter((one, other), couples.judged(left, right))
            if (one, other) in shifted and _is_joined(ledger, one) and _is_joined(ledger, other):
                edges.touched |= {one, other}
    _weigh_again(ledger, couples, sorted(_reached(ledger, change) - met - shifted), edges)
    return Judged(frozenset(edges.touched), frozenset(edges.asked), frozenset(shifted))


def _is_joined(ledger: Ledger, group: str) -> bool:
    """Whether a group is one with any other by itself, so that what keeps it apart from a third may part these."""
    return any(Side.SAME in side for side in (ledger.edge.get(group) or {}).values())


def _reached(ledger: Ledger, change: Regrouped) -> set[Couple]:
    """Couples of which more or other things stand around, whose names say what they said before."""
    if change.everything:
        one_by_one = (couple.split(UNDER) for couple in ledger.couple.keys())  # noqa: SIM118
        return {(one, other) for one, other in one_by_one}
    ledger.edge.load([*change.grown, *sorted(change.beside)])
    found = {_couple(one, other) for one in change.grown for other in ledger.edge.get(one) or ()}
    for one in change.beside:
        found.update(_couple(one, other) for other in ledger.edge.get(one) or () if other in change.beside)
    return found


def _weigh_again(ledger: Ledger, couples: Couples, reached_: list[Couple], edges: _Edges) -> None:
    ledger.couple.load(map(row_of_couple, reached_))
    ledger.group.load(one for couple in reached_ for one in couple)
    couples.load_around(reached_)
    for couple in reached_:
        before = ledger.couple.get(row_of_couple(couple))
        left, right = (ledger.group.get(one) for one in couple)
        if before is not None and left is not None and right is not None:
            edges.enter(couple, couples.weighed(left, right, before.names))


class _Edges:
    """Enters how couples are judged. anew: groups whose joins are made anew whatever comes out."""

    def __init__(self, ledger: Ledger, anew: frozenset[str]) -> None:
        self._ledger = ledger
        self._anew = anew
        self.touched = set(anew)
        self.asked: set[Couple] = set()

    def let_go(self, gone: Iterable[str]) -> None:
        """Takes away the couples of groups that are no more."""
        away = sorted(gone)
        self._ledger.edge.load(away)
        others = {one: list(self._ledger.edge.get(one) or ()) for one in away}
        self._ledger.edge.load(other for row in others.values() for other in row)
        self._ledger.couple.load(row_of_couple(_couple(one, other)) for one in away for other in others[one])
        for one in away:
            self.touched.update(
                other for other, side in (self._ledger.edge.get(one) or {}).items() if Side.SAME in side
            )
            for other in others[one]:
                self._set(_couple(one, other), None)
        self.touched.difference_update(away)

    def enter(self, couple: Couple, judged: Edge | None) -> None:
        """Enters how a couple is judged, and notes what hangs on it."""
        before = self._ledger.couple.get(row_of_couple(couple))
        if judged == before:
            return
        self._set(couple, judged)
        joined = _join(judged) != _join(before)
        barred = judged is None or before is None or judged.apart != before.apart
        # a group that is not made anew hangs on the couple by a join only; what keeps it apart from one that is, and
        # what is asked about both, is seen to with that one
        if joined or (barred and self._anew.isdisjoint(couple)):
            self.touched.update(couple)
        elif _question(judged) != _question(before):
            self.asked.add(couple)

    def _set(self, couple: Couple, edge: Edge | None) -> None:
        """Sets what two groups are to one another, from both sides."""
        ledger, row = self._ledger, row_of_couple(couple)
        before = ledger.couple.get(row)
        if before is not None and before.link is not None and _question(before) not in (None, _question(edge)):
            ledger.queue.put(queue_key(before.link), None)
        ledger.couple.put(row, edge)
        side = None if edge is None else _side(edge)
        for here, there in (couple, couple[::-1]):
            sides = dict(ledger.edge.get(here) or {})
            if sides.get(there) != side:
                sides.pop(there, None)
                if side is not None:
                    sides[there] = side
                ledger.edge.put(here, dict(sorted(sides.items())) or None)


def _side(edge: Edge) -> Side:
    return (Side.SAME if _join(edge) is not None else Side(0)) | (Side.APART if edge.apart else Side(0))


def _join(edge: Edge | None) -> float | None:
    """How sure it is that two groups are joined; None where they are not by themselves."""
    return edge.link.score if edge is not None and edge.link is not None and edge.link.tie is Tie.SAME else None


def _question(edge: Edge | None) -> float | None:
    """How likely two groups are one of which a person is asked; None where none is."""
    return edge.link.score if edge is not None and edge.link is not None and edge.link.tie is Tie.UNSURE else None


def _shifted(ledger: Ledger, change: Regrouped) -> Iterator[tuple[str, str]]:
    """Couples of groups of whose names two are paired now, or no longer."""
    ledger.name.load(name for couple in change.shifted for name in couple)
    for couple in change.shifted:
        here, there = (ledger.name.get(name) for name in couple)
        for one in here.holders if here is not None else ():
            for other in there.holders if there is not None else ():
                if one != other:
                    yield _couple(one, other)


def _couple(one: str, other: str) -> Couple:
    return (one, other) if one < other else (other, one)


def row_of_couple(couple: Couple) -> str:
    """The key of what two groups are to one another."""
    return UNDER.join(couple)


def queue_key(link: Link) -> str:
    """The row of what is asked: the likeliest come first."""
    return f"{1 - link.score:.4f}|{link.left}|{link.right}"


def same(ledger: Ledger, group: str) -> Iterator[str]:
    """The groups that a group is one with by its own judgement."""
    return (other for other, side in (ledger.edge.get(group) or {}).items() if Side.SAME in side)


def links_among(ledger: Ledger, groups: Iterable[str]) -> list[Link]:
    """The links by which groups are one with one another by their own judgement."""
    known = set(groups)
    ledger.edge.load(sorted(known))
    couples = {_couple(one, other) for one in known for other in same(ledger, one) if other in known}
    rows = ledger.couple.many(map(row_of_couple, sorted(couples)))
    return [edge.link for _, edge in rows if edge.link is not None]


def reached(
    start: Iterable[str], near: Callable[[str], Iterable[str]], load: Callable[[list[str]], None]
) -> list[tuple[str, ...]]:
    """What hangs together around a start, each piece ascending. load: reads at once what near will ask for."""
    beside: dict[str, set[str]] = {}
    waiting = set(start)
    while waiting:
        load(sorted(waiting))
        beside.update({one: set(near(one)) for one in waiting})
        waiting = set[str]().union(*(beside[one] for one in waiting)) - beside.keys()
    pieces, seen = [], set[str]()
    for one in sorted(beside):
        if one not in seen:
            piece, waiting = {one}, {one}
            while waiting:
                waiting = set[str]().union(*(beside[other] for other in waiting)) - piece
                piece |= waiting
            seen |= piece
            pieces.append(tuple(sorted(piece)))
    return pieces


def load_pieces(ledger: Ledger, couples: Couples, pieces: Iterable[tuple[str, ...]]) -> None:
    """Reads at once what putting pieces together needs."""
    groups = sorted({one for piece in pieces if len(piece) > 1 for one in piece})
    couples.load_names([group for _, group in ledger.group.many(groups)])
    ledger.edge.load(groups)
    ledger.couple.load(row_of_couple(_couple(one, other)) for one in groups for other in same(ledger, one))


def kept_apart(ledger: Ledger, couples: Couples, piece: tuple[str, ...], clusters: Clusters) -> None:
    """Notes what must not be joined among some groups."""
    if len(piece) > 1:
        for one, other in combinations([group for _, group in ledger.group.many(piece)], 2):
            if couples.apart(one, other):
                clusters.keep_apart(one.id, other.id, "what is told of them does not fit one bearer")


def in_order(links: Iterable[Link]) -> list[Link]:
    """Links as they are followed: the surest first."""
    return sorted(set(links), key=lambda link: (-link.score, link.left, link.right))


def join_named(ledger: Ledger, couples: Couples, touched: Iterable[str], gone: Iterable[str]) -> set[str]:
    """Makes the clusters around touched groups anew; gives all groups in them."""
    pieces = reached(touched, lambda one: same(ledger, one), ledger.edge.load)
    load_pieces(ledger, couples, pieces)
    found = {one for piece in pieces for one in piece}
    ledger.cluster_of.load(sorted(found.union(gone)))
    ledger.cluster.load(sorted({row for one in found.union(gone) if (row := ledger.cluster_of.get(one))} | found))
    for one in sorted(found.union(gone)):
        _leave(ledger, one)
    for piece in pieces:
        clusters = Clusters(piece)
        kept_apart(ledger, couples, piece, clusters)
        for link in in_order(links_among(ledger, piece)):
            clusters.join(link)
        for root in clusters.roots():
            members = tuple(sorted(clusters.members(root)))
            ledger.cluster.put(members[0], members)
            for one in members:
                ledger.cluster_of.put(one, members[0])
    return found


def _leave(ledger: Ledger, group: str) -> None:
    """Takes a group out of its cluster, which is made anew with all that is left of it."""
    old = ledger.cluster_of.get(group)
    if old is not None:
        ledger.cluster.put(old, None)
        ledger.cluster_of.put(group, None)
