"""Whom bare names mean: the person that others call so, the one whom their surroundings point to, or one another."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.entities.around import Around, meet, merged
from reportedly.entities.bare import bearer, equal_bare, is_word_of, words_of
from reportedly.entities.cells import groups_of, ids_in
from reportedly.entities.joining import queue_key
from reportedly.entities.judge import Surroundings, barrier
from reportedly.entities.ledger import Bare, Group, Ledger, grown
from reportedly.entities.name import NameKind
from reportedly.entities.nicknames import nickname, nickname_link
from reportedly.entities.pairs import Couples
from reportedly.entities.regroup import Regrouped
from reportedly.records.entity import Link


class Contexts:
    """What stands around clusters, put together when it is asked for."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._found: dict[tuple[str, ...], Around] = {}

    def group(self, one: str) -> Around:
        """What stands around a group."""
        return self.cluster((one,))

    def cluster(self, groups: tuple[str, ...]) -> Around:
        """What stands around groups, taken together."""
        if groups not in self._found:
            own = self._ledger.around.get(groups[-1])
            assert own is not None, "a group has members"
            self._found[groups] = own if len(groups) == 1 else merged(self.cluster(groups[:-1]), own)
        return self._found[groups]


class BareNames:
    """Whom bare names mean, around what changed."""

    def __init__(self, ledger: Ledger, couples: Couples, surroundings: Surroundings) -> None:
        self._ledger = ledger
        self._couples = couples
        self._contexts = Contexts(ledger)
        self._surroundings = surroundings

    def judge(self, change: Regrouped, joined: set[str]) -> set[str]:
        """Judges the bare names that a change reaches. Gives the groups whose joins may be others now.

        joined: groups in clusters that were made anew.
        """
        ledger = self._ledger
        touched: set[str] = set()
        cells: set[str] = set()
        ledger.bare.load(sorted(joined | change.grown.keys() | change.beside | change.gone.keys()))
        for one, group in change.gone.items():
            if group.bare:
                touched |= self._set(one, None)
                cells.update(group.cells)
        dirty = (
            self._met(change, joined) | self._near_grown(change, joined) | change.beside | change.grown.keys() | joined
        )
        weighed = change.beside | change.fresh | change.grown.keys()
        if change.everything:
            dirty |= set(ledger.bare.keys())
            weighed |= dirty
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
            touched |= self._judge_equal(cell, weighed)
        return {one for one in touched if ledger.group.get(one) is not None}

    def _met(self, change: Regrouped, joined: set[str]) -> set[str]:
        """Bare names that may mean people of whom something changed."""
        ledger = self._ledger
        near = dict(ledger.group.many(sorted(joined)))
        found = self._by_name([*change.gone.values(), *near.values()])
        known_as = {ledger.cluster_of.get(one) for one in joined if one in near and near[one].nicknames} - {None}
        documents = set(change.documents)
        for _, cluster in ledger.cluster.many(sorted(map(str, known_as))):
            members = [m for _, group in ledger.group.many(cluster) for m in ids_in(ledger, group)]
            documents.update(member.split("|", 1)[0] for member in members)
        ids = [one for _, row in ledger.document.many(sorted(documents)) for one in row]
        return found.union(groups_of(ledger, [one for one in ids if f"|{NameKind.PERSON}|" in one]).values())

    def _near_grown(self, change: Regrouped, joined: set[str]) -> set[str]:
        """Bare names to which something says more, or other things, that came to what stands around people."""
        found: set[str] = set()
        for one, group in self._ledger.group.many(sorted(change.grown.keys() - joined)):
            bare = self._by_name([group])
            came = change.grown[one]
            if came is not None and bare:
                known = self._ledger.around.many(sorted(bare))
                bare = {other for other, own in known if meet(own, came)}
            found |= bare
        return found

    def _by_name(self, groups: Sequence[Group]) -> set[str]:
        """Bare names that may mean one of some people by name."""
        words = {w for g in groups if g.kind == NameKind.PERSON for text in g.texts for w in words_of(text)}
        found = {one for _, word in self._ledger.word.many(sorted(words)) for one in word.bare}
        attached = self._ledger.attached.many(sorted(group.id for group in groups))
        return found.union(*(row for _, row in attached))

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
        for member in ids_in(ledger, group):
            document, _, _ = member.split("|", 2)
            row = ledger.member.get(member)
            there = groups_of(ledger, ledger.document.get(document) or ())
            for other in sorted(there):
                person = self._person(there[other])
                groups = [one for _, one in ledger.group.many(person)]
                if row is None or not groups or all(one.bare for one in groups) or groups[0].kind != NameKind.PERSON:
                    continue
                spelling = nickname(row.name, document, groups)
                if spelling and barrier(own, self._contexts.cluster(person)) is None:
                    named = ledger.member.get(other)
                    if named is not None:
                        found.setdefault(person[0], nickname_link(group.id, person[0], named.name, spelling))
        return next(iter(found.values())) if len(found) == 1 else None

    def _judge_equal(self, cell: str, anew: frozenset[str] | set[str]) -> set[str]:
        """Judges the bare names of a cell with one another; the groups of links that came or went."""
        ledger, row = self._ledger, self._ledger.cell.get(cell)
        bare = {one for one, group in ledger.group.many(row.groups if row is not None else ()) if group.bare}
        ledger.around.load(sorted(bare))
        old = ledger.equal.get(cell) or ()
        kept = [link for link in old if {link.left, link.right} <= bare and anew.isdisjoint((link.left, link.right))]
        more = equal_bare({one: self._contexts.group(one) for one in sorted(bare)}, self._surroundings, frozenset(anew))
        new = tuple(sorted((*kept, *more), key=lambda link: (link.left, link.right)))
        ledger.equal.put(cell, new or None)
        return {one for link in set(old) ^ set(new) for one in (link.left, link.right)}

    def _set(self, one: str, row: Bare | None) -> set[str]:
        """Sets to whom a bare name goes; the groups that this changes something for."""
        ledger = self._ledger
        before = ledger.bare.get(one)
        if before == row:
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
        if (before is not None and before.link is None) != (row is not None and row.link is None):
            touched |= self._equals(one)  # these are tied to it only as long as it means nobody
        return touched

    def _equals(self, one: str) -> set[str]:
        """Equal bare names that a bare name is tied to."""
        group = self._ledger.group.get(one)
        rows = self._ledger.equal.many(group.cells if group is not None else ())
        ends = ({link.left, link.right} for _, row in rows for link in row)
        return {other for couple in ends if one in couple for other in couple}
