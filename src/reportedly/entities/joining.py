"""Groups of one bearer are joined: by their names and what stands around them first, and then the bare names.

A couple of groups is judged by itself, and what is joined and kept apart hangs only on the couples among groups that
joins tie together. So only these are put together anew around what changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from reportedly.entities.around import Around, around, merged
from reportedly.entities.bare import bearer, equal_bare, is_word_of, words_of
from reportedly.entities.clusters import Clusters
from reportedly.entities.judge import Surroundings, barrier
from reportedly.entities.ledger import Bare, Edge, Group, Ledger, grown
from reportedly.entities.name import NameKind
from reportedly.entities.nicknames import nickname, nickname_link
from reportedly.entities.pairs import Couples
from reportedly.entities.regroup import Regrouped
from reportedly.records.entity import Link, Tie


class Contexts:
    """What stands around groups and clusters, put together when it is asked for: most couples are settled by names."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._found: dict[tuple[str, ...], Around] = {}

    def group(self, one: str) -> Around:
        """What stands around a group."""
        return self.cluster((one,))

    def cluster(self, groups: tuple[str, ...]) -> Around:
        """What stands around groups, taken together."""
        if groups not in self._found:
            if len(groups) == 1:
                row = self._ledger.group.get(groups[0])
                self._found[groups] = around(m for _, m in self._ledger.member.many(row.members if row else ()))
            else:
                self._found[groups] = merged(self.cluster(groups[:-1]), self.group(groups[-1]))
        return self._found[groups]


def judge_couples(ledger: Ledger, couples: Couples, change: Regrouped) -> set[str]:
    """Judges the couples that a change reaches; gives the groups whose joins may be others now."""
    touched = set(change.fresh | change.linked)
    everything = ledger.edge.keys() if change.everything else sorted(change.beside)
    ledger.edge.load([*change.gone, *change.fresh, *everything])
    ledger.edge.load(other for one in change.gone for other in ledger.edge.get(one) or ())
    for one in sorted(change.gone):
        touched.update(other for other, _ in same(ledger, one))
        for other in list(ledger.edge.get(one) or ()):
            _set_edge(ledger, one, other, None)
    touched -= change.gone.keys()
    fresh = [group for _, group in ledger.group.many(sorted(change.fresh))]
    couples.load(fresh)
    met = {_couple(group.id, other) for group in fresh for other in couples.of(group)}
    met |= {_couple(one, other) for one in change.fresh for other in ledger.edge.get(one) or ()}
    for one in everything:
        for other, edge in (ledger.edge.get(one) or {}).items():
            if change.everything or not change.weighed.isdisjoint(edge.beside):
                met.add(_couple(one, other))
    shifted = set(_shifted(ledger, change)) - met
    ends = sorted({one for couple in met | shifted for one in couple})
    ledger.edge.load(ends)
    couples.load_names([group for _, group in ledger.group.many(ends)])
    for one, other in sorted(met | shifted):
        left, right = ledger.group.get(one), ledger.group.get(other)
        if left is None or right is None:
            continue
        judged, before = couples.judged(left, right), (ledger.edge.get(one) or {}).get(other)
        if judged != before:
            _set_edge(ledger, one, other, judged)
            # a group that is not fresh hangs on the couple by a join only; what keeps it apart from a fresh one, and
            # what is asked about both, is seen to with that one
            if _join(judged) != _join(before) or change.fresh.isdisjoint((one, other)):
                touched |= {one, other}
        elif (one, other) in shifted and ledger.edge.get(one) and ledger.edge.get(other):
            touched |= {one, other}  # that their names kept them apart may have been new, or be no more
    return touched


def _join(edge: Edge | None) -> Link | None:
    return edge.link if edge is not None and edge.link is not None and edge.link.tie is Tie.SAME else None


def _shifted(ledger: Ledger, change: Regrouped) -> Iterator[tuple[str, str]]:
    """Couples of groups of whose names two are paired now, or no longer."""
    ledger.name.load(name for couple in change.shifted for name in couple)
    for couple in change.shifted:
        here, there = (ledger.name.get(name) for name in couple)
        for one in here.holders if here is not None else ():
            for other in there.holders if there is not None else ():
                if one != other:
                    yield _couple(one, other)


def _couple(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _set_edge(ledger: Ledger, one: str, other: str, edge: Edge | None) -> None:
    """Sets what two groups are to one another, from both sides."""
    for here, there in ((one, other), (other, one)):
        edges = dict(ledger.edge.get(here) or {})
        before = edges.pop(there, None)
        if before is not None and before.link is not None:
            ledger.queue.put(queue_key(before.link), None)
        if edge is not None:
            edges[there] = edge
        ledger.edge.put(here, dict(sorted(edges.items())) or None)


def queue_key(link: Link) -> str:
    """The row of what is asked: the likeliest come first."""
    return f"{1 - link.score:.4f}|{link.left}|{link.right}"


def same(ledger: Ledger, group: str) -> Iterator[tuple[str, Link]]:
    """The groups that a group is one with by its own judgement, and the links."""
    for other, edge in (ledger.edge.get(group) or {}).items():
        if edge.link is not None and edge.link.tie is Tie.SAME:
            yield other, edge.link


def reached(start: Iterable[str], near: Callable[[str], Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """What hangs together around a start, each piece ascending."""
    seen: set[str] = set()
    for one in sorted(start):
        if one not in seen:
            piece, waiting = {one}, [one]
            while waiting:
                more = set(near(waiting.pop())) - piece
                piece |= more
                waiting += more
            seen |= piece
            yield tuple(sorted(piece))


def kept_apart(ledger: Ledger, couples: Couples, piece: tuple[str, ...], clusters: Clusters) -> None:
    """Notes what must not be joined among some groups."""
    if len(piece) > 1:
        groups = [group for _, group in ledger.group.many(piece)]
        couples.load_names(groups)
        for one, other in combinations(groups, 2):
            if couples.apart(one, other):
                clusters.keep_apart(one.id, other.id, "what is told of them does not fit one bearer")


def in_order(links: Iterable[Link]) -> list[Link]:
    """Links as they are followed: the surest first."""
    return sorted(set(links), key=lambda link: (-link.score, link.left, link.right))


def join_named(ledger: Ledger, couples: Couples, touched: Iterable[str], gone: Iterable[str]) -> set[str]:
    """Makes the clusters around touched groups anew; gives all groups in them."""
    ledger.edge.load(sorted(touched))
    pieces = list(reached(touched, lambda one: (other for other, _ in same(ledger, one))))
    found = {one for piece in pieces for one in piece}
    ledger.cluster_of.load(sorted(found.union(gone)))
    ledger.cluster.load(sorted({row for one in found.union(gone) if (row := ledger.cluster_of.get(one))} | found))
    for one in sorted(found.union(gone)):
        _leave(ledger, one)
    for piece in pieces:
        clusters = Clusters(piece)
        kept_apart(ledger, couples, piece, clusters)
        for link in in_order(link for one in piece for _, link in same(ledger, one)):
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


class BareNames:
    """Whom bare names mean, around what changed."""

    def __init__(self, ledger: Ledger, couples: Couples, contexts: Contexts, surroundings: Surroundings) -> None:
        self._ledger = ledger
        self._couples = couples
        self._contexts = contexts
        self._surroundings = surroundings

    def judge(self, change: Regrouped, joined: set[str]) -> set[str]:
        """Judges the bare names that a change reaches. Gives the groups whose joins may be others now.

        joined: groups in clusters that were made anew.
        """
        ledger = self._ledger
        touched: set[str] = set()
        cells: set[str] = set()
        near = sorted(joined | change.beside | change.gone.keys())
        ledger.bare.load(near)
        ledger.attached.load(near)
        for one, group in change.gone.items():
            if group.bare:
                touched |= self._set(one, None)
                cells.update(group.cells)
        beside = {one for one in change.beside if (ledger.bare.get(one) or Bare()).beside & change.weighed}
        weighed = change.beside | change.fresh
        if change.everything:
            beside |= set(ledger.bare.keys())
            cells.update(cell for cell in ledger.cell.keys() if cell.startswith("bare|"))  # noqa: SIM118
        dirty = self._met(change, joined) | beside | joined
        for one, group in ledger.group.many(sorted(dirty | weighed)):
            if group.bare:
                if one in dirty:
                    touched |= self._set(one, self._judged(group))
                if one in weighed:
                    cells.update(group.cells)
            elif one in change.fresh:  # it may have been bare before somebody decided
                touched |= self._set(one, None)
                cells.update(cell for cell in group.cells if cell.startswith("bare|"))
        for cell in sorted(cells):
            touched |= self._judge_equal(cell)
        return {one for one in touched if ledger.group.get(one) is not None}

    def _met(self, change: Regrouped, joined: set[str]) -> set[str]:
        """Bare names that may mean people of whom something changed."""
        ledger = self._ledger
        groups = [*change.gone.values(), *(group for _, group in ledger.group.many(sorted(joined)))]
        words = {w for g in groups if g.kind == NameKind.PERSON for text in g.texts for w in words_of(text)}
        found = {one for _, word in ledger.word.many(sorted(words)) for one in word.bare}
        for group in groups:
            found.update(ledger.attached.get(group.id) or ())
        known_as = {ledger.cluster_of.get(group.id) for group in groups if group.nicknames} - {None}
        for _, cluster in ledger.cluster.many(sorted(map(str, known_as))):
            members = [m for _, group in ledger.group.many(cluster) for m in group.members]
            documents = {member.split("|", 1)[0] for member in members}
            near = [one for _, row in ledger.document.many(sorted(documents)) for one in row]
            found.update(group for _, group in ledger.group_of.many(near))
        return found

    def _judged(self, group: Group) -> Bare | None:
        """To whom a bare name goes; None for one that its own report or a person gives to somebody."""
        ledger = self._ledger
        own_cluster = ledger.cluster.get(ledger.cluster_of.get(group.id) or "") or (group.id,)
        if any(not other.bare for _, other in ledger.group.many(own_cluster)):
            return None
        own = self._contexts.group(group.id)
        known_as = self._known_as(group, own)
        if known_as is not None:
            return Bare(link=known_as)
        names = {
            text
            for name in group.full
            for _, row in ledger.word.many(sorted(words_of(name)))
            for text in row.texts
            if is_word_of(name, text)
        }
        rows = [row for _, row in ledger.name.many(f"{NameKind.PERSON}|{name}" for name in sorted(names))]
        people = {self._person(holder) for row in rows for holder in row.holders}
        bearers = {
            person[0]: None if self._forbidden(group, person) else self._contexts.cluster(person) for person in people
        }
        return bearer(own, group.id, bearers, self._surroundings)

    def _person(self, group: str) -> tuple[str, ...]:
        return self._ledger.cluster.get(self._ledger.cluster_of.get(group) or "") or (group,)

    def _forbidden(self, group: Group, person: tuple[str, ...]) -> bool:
        return any(self._couples.apart(group, other) for _, other in self._ledger.group.many(person))

    def _known_as(self, group: Group, own: Around) -> Link | None:
        """The link to the one person of its report whom others call so; None where there is none, or there are two."""
        ledger = self._ledger
        found: dict[str, Link] = {}
        for member in group.members:
            document, _, _ = member.split("|", 2)
            row = ledger.member.get(member)
            for other in ledger.document.get(document) or ():
                person = self._person(ledger.group_of.get(other) or "")
                groups = [one for _, one in ledger.group.many(person)]
                if row is None or not groups or all(one.bare for one in groups) or groups[0].kind != NameKind.PERSON:
                    continue
                spelling = nickname(row.name, document, groups)
                if spelling and barrier(own, self._contexts.cluster(person)) is None:
                    named = ledger.member.get(other)
                    if named is not None:
                        found.setdefault(person[0], nickname_link(group.id, person[0], named.name, spelling))
        return next(iter(found.values())) if len(found) == 1 else None

    def _judge_equal(self, cell: str) -> set[str]:
        """Judges the bare names of a cell with one another; the groups of links that came or went."""
        row = self._ledger.cell.get(cell)
        bare = [one for _, one in self._ledger.group.many(row.groups if row is not None else ()) if one.bare]
        old = self._ledger.equal.get(cell) or ()
        new = equal_bare({one.id: self._contexts.group(one.id) for one in bare}, self._surroundings)
        self._ledger.equal.put(cell, new or None)
        return {one for link in set(old) ^ set(new) for one in (link.left, link.right)}

    def _set(self, one: str, row: Bare | None) -> set[str]:
        """Sets to whom a bare name goes; the groups that this changes something for."""
        ledger = self._ledger
        before = ledger.bare.get(one)
        if before is None and row is None:
            return set()
        ledger.bare.put(one, row)
        touched = {one}
        for bare, attached in ((before, False), (row, True)):
            if bare is not None and bare.asked is not None and not attached:
                ledger.queue.put(queue_key(bare.asked), None)
            if bare is not None and bare.link is not None:
                other = bare.link.right if bare.link.left == one else bare.link.left
                change = {"come" if attached else "gone": (one,)}
                ledger.attached.put(other, grown(ledger.attached.get(other), **change))
                touched.add(other)
        return touched
