"""Members of changed documents are entered into a ledger: into their cells and groups, and these among their names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from reportedly.entities.around import Around, around, meaning_of, merged, news
from reportedly.entities.bare import words_of
from reportedly.entities.block import Blocks, parsed
from reportedly.entities.cells import (
    Grouped,
    appended,
    cell_of,
    fellow,
    grouped,
    groups_of,
    is_weighed,
    is_whole,
    members_in,
)
from reportedly.entities.clusters import Clusters
from reportedly.entities.decided import Decided, bound_cells, follow, ids_by_spelling
from reportedly.entities.ledger import Cell, Group, Ledger, Meaning, Named, Tally, Word, grown
from reportedly.entities.name import NameKind
from reportedly.entities.pairs import Comparisons, bearer_key
from reportedly.entities.spread import count_names, enter_meanings, surroundings_of
from reportedly.entities.tally import added, group_of_tally, in_time, tally_of
from reportedly.records.decision import Decision
from reportedly.records.entity import Member


class Regrouped(msgspec.Struct, frozen=True):
    """What entering changed.

    fresh: groups that are new or that others see otherwise; grown: those of which only members are others, with what
    came to what stands around them, None where something left; gone: those that are no more, as they were; linked:
    those of which decisions may say otherwise. shifted: couples of names that are paired now, or no longer. beside:
    groups of reports that name what tells more now, or less; everything: whether all does. documents: those entered.
    """

    fresh: frozenset[str]
    grown: Mapping[str, Around | None]
    gone: Mapping[str, Group]
    linked: frozenset[str]
    shifted: frozenset[tuple[str, str]]
    beside: frozenset[str]
    everything: bool
    documents: tuple[str, ...]


class Log:
    """The decisions that are followed, and what they come to with the members at hand."""

    def __init__(self, ledger: Ledger, log: tuple[Decision, ...]) -> None:
        self._ledger = ledger
        self.log = log
        self.documents = frozenset(node.split("|", 1)[0] for decision in log for node in decision.about if "|" in node)
        self._decided: Decided | None = None
        self._ids: dict[str, str] = {}

    def decided(self) -> Decided:
        """The decisions, replayed on the members that there are."""
        if self._decided is None:
            ids = [one for _, row in self._ledger.document.many(sorted(self.documents)) for one in row]
            members = [member for _, member in self._ledger.member.many(ids)]
            self._ids = ids_by_spelling(members)
            self._decided = Decided(self.log, self._ids)
        return self._decided

    def present(self) -> dict[str, Member]:
        """The members at hand that decisions speak of."""
        decided = self.decided()
        nodes = {self._ids.get(node, node) for decision in self.log for node in decision.about}
        nodes |= decided.same.keys()
        return dict(self._ledger.member.many(sorted(node for node in nodes if "|" in node)))

    def touched(self, documents: Iterable[str]) -> bool:
        """Whether what decisions come to may be another now that these documents changed."""
        return (self._ledger.log.get("") or ()) != self.log or not self.documents.isdisjoint(documents)

    def enter(self) -> set[str]:
        """Enters which cells decisions bring together, and what was refused; the cells that they touch and touched."""
        shelf, decided, present = self._ledger.bound, self.decided(), self.present()
        cells = {one: cell_of(member) for one, member in present.items()}
        bound = bound_cells(self.log, self._ids, cells)
        before = set(shelf.keys())
        for cell in before - bound.keys():
            shelf.put(cell, None)
        for cell, together in bound.items():
            shelf.put(cell, together)
        clusters = Clusters(present)
        follow(decided, clusters)
        refused = [refusal for refusal in clusters.refusals if refusal.decision is not None]
        self._ledger.refusals.put("", (*decided.refusals, *refused) or None)
        self._ledger.log.put("", self.log or None)
        return before | bound.keys()


Change = tuple[Member | None, Member | None]
Moved = Mapping[str, tuple[set[str], set[str]]]


def regroup(
    ledger: Ledger, blocks: Blocks, compare: Comparisons, log: Log, documents: Mapping[str, Sequence[Member]]
) -> Regrouped:
    """Enters documents with the members that they have now, none for those that went, and puts groups anew."""
    members, moved = _enter_members(ledger, documents)
    weighed, everything = _count(ledger, documents, members)
    beside, cells = _beside(ledger, weighed)
    decided = log.enter() if log.touched(documents) else set()
    near = sorted(cells) if not everything else ledger.cell.keys()
    dirty = decided | {cell for cell, row in ledger.cell.many(near) if row.weighed}
    again = dirty.union(one for _, together in ledger.bound.many(sorted(dirty.union(moved))) for one in together)
    old, new, changed = _Cells(ledger, log, moved, again).regroup(sorted(again.union(moved)))
    shifted = _rename(ledger, blocks, compare, old, new)
    fresh = frozenset(one for one, group in new.items() if old.get(one) != group)
    gone = {one: group for one, group in old.items() if one not in new}
    linked = {one for one, group in new.items() if not decided.isdisjoint(group.cells)}  # what they are called, too
    split = {one for one, group in new.items() if not members.keys().isdisjoint(group.members)}
    return Regrouped(
        fresh=fresh,
        grown={one: changed.get(one) for one in sorted((split | changed.keys()) - fresh)},
        gone=gone,
        linked=frozenset(linked - fresh),
        shifted=shifted,
        beside=frozenset(beside),
        everything=everything,
        documents=tuple(documents),
    )


def _enter_members(ledger: Ledger, documents: Mapping[str, Sequence[Member]]) -> tuple[dict[str, Change], Moved]:
    """The members that changed, as they were and are; and their cells, with members that came into and left each."""
    ledger.document.load(documents)
    was = {one for document in documents for one in ledger.document.get(document) or ()}
    now = {member.id: member for members in documents.values() for member in members}
    before = dict(ledger.member.many(sorted(was | now.keys())))
    changed = {
        one: (before.get(one), now.get(one)) for one in sorted(was | now.keys()) if before.get(one) != now.get(one)
    }
    moved: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for one, (old, new) in changed.items():
        if new is not None:
            moved[cell_of(new)][0].add(one)
        if old is not None:
            moved[cell_of(old)][1].add(one)
        ledger.member.enter(one, new)
    for cell, (come, gone) in moved.items():
        for one in gone - come:
            ledger.fellow.enter(fellow(cell, one), None)
        for one in come - gone:
            ledger.fellow.enter(fellow(cell, one), True)
    for document, members in documents.items():
        ledger.document.put(document, tuple(sorted(m.id for m in members)) or None)
    return changed, moved


def _count(
    ledger: Ledger, documents: Mapping[str, Sequence[Member]], changed: Mapping[str, Change]
) -> tuple[Mapping[str, Meaning], bool]:
    now = [member for members in documents.values() for member in members]
    come = {one for one, (old, _) in changed.items() if old is None}
    before = [changed[m.id][0] or m if m.id in changed else m for m in now if m.id not in come]
    before += [old for old, new in changed.values() if old is not None and new is None]
    return count_names(ledger, before, now)


def _beside(ledger: Ledger, weighed: Mapping[str, Meaning]) -> tuple[set[str], set[str]]:
    """Groups of reports that name what weighs more now, or less, and cells that two such reports have members in.

    weighed: meanings as they were before.
    """
    groups: set[str] = set()
    cells: set[str] = set()
    for meaning in weighed.values():
        reports = {one.split("|", 1)[0] for cell in meaning.cells for one in ledger.fellow.under(cell)}
        rows = dict(ledger.document.many(sorted(reports)))
        groups.update(groups_of(ledger, [one for row in rows.values() for one in row]).values())
        met = Counter(cell for row in rows.values() for cell in {cell_of(m) for _, m in ledger.member.many(row)})
        cells.update(cell for cell, times in met.items() if times > 1)
    return groups, cells


class _Cells:
    """Puts the groups of cells together anew. moved: members that came into and left each; again: cells in which more
    than that may be otherwise.
    """

    def __init__(self, ledger: Ledger, log: Log, moved: Moved, again: set[str]) -> None:
        self._ledger = ledger
        self._log = log
        self._moved = moved
        self._again = again
        self._changed: dict[str, Around | None] = {}

    def regroup(self, dirty: Sequence[str]) -> tuple[dict[str, Group], dict[str, Group], dict[str, Around | None]]:
        """The groups of some cells as they were and as they are; and those that have other members or links inside,
        each with what came to what stands around it, as far as nothing left.
        """
        ledger = self._ledger
        before = dict(ledger.cell.many(dirty))
        ledger.tally.load(dirty)
        ledger.bound.load(dirty)
        old = dict(ledger.group.many(sorted({group for row in before.values() for group in row.groups})))
        for shelf in (ledger.around, ledger.tally, ledger.inside):
            shelf.load(old)
        last = {cell: tally.last for cell, tally in ledger.tally.many(dirty)}
        tallies = {cell: tally for cell in dirty if (tally := self._tally(cell)) is not None}
        whole = {cell for cell, tally in tallies.items() if is_whole(cell, tally) and ledger.bound.get(cell) is None}
        late = {
            cell for cell in tallies.keys() - whole if cell in last and self._are_late(before[cell], cell, last[cell])
        }
        split = {cell: members_in(ledger, cell) for cell in tallies.keys() - whole - late}
        bound = any(ledger.bound.get(cell) is not None for cell in split)
        decided = self._log.decided() if bound else Decided((), {})
        found = grouped(split, decided, surroundings_of(ledger))
        for cell in sorted(late):
            found += self._appended(cell, [old[one] for one in before[cell].groups])
        new = {cell: group_of_tally(tallies[cell], cell, (cell,)) for cell in whole}
        new |= {one.group.id: one.group for one in found}
        self._let_go(old, new)
        for cell in sorted(whole):
            self._enter_whole(cell, new[cell], was=cell in old)
        for one in found:
            self._enter(one, old.get(one.group.id))
        inside: dict[str, set[str]] = defaultdict(set)
        for one in found:
            for cell in one.group.cells:
                inside[cell].add(one.group.id)
        for cell in dirty:
            row = Cell((cell,), whole=True) if cell in whole else None
            if cell in split or cell in late:
                weighed = is_weighed(cell) or ledger.bound.get(cell) is not None
                row = Cell(tuple(sorted(inside[cell])), weighed=weighed)
            ledger.cell.put(cell, row)
        return old, new, self._changed

    def _are_late(self, row: Cell, cell: str, last: tuple[str, str]) -> bool:
        """Whether all that is new in a cell that is not whole are members that come after all others in time."""
        come, gone = self._moved.get(cell, ((), ()))
        if row.whole or gone or not come or cell in self._again or not cell.startswith("full|"):
            return False
        return all(in_time(member) > last for _, member in self._ledger.member.many(sorted(come)))

    def _appended(self, cell: str, groups: Sequence[Group]) -> list[Grouped]:
        ledger = self._ledger
        known = []
        for group in groups:
            tally, own = ledger.tally.get(group.id), ledger.around.get(group.id)
            assert tally is not None, "a group has members"
            assert own is not None, "a group has members"
            known.append(Grouped(group, tally, own, ledger.inside.get(group.id) or ()))
        first = dict(ledger.member.many([one.tally.first[1] for one in known]))
        come = [member for _, member in ledger.member.many(sorted(self._moved[cell][0]))]
        return appended(cell, known, first, come, surroundings_of(ledger))

    def _tally(self, cell: str) -> Tally | None:
        """Counts a cell anew, or adds the members that came where none left."""
        ledger = self._ledger
        before = ledger.tally.get(cell)
        come, gone = self._moved.get(cell, ((), ()))
        if before is not None and not gone:
            members = [member for _, member in ledger.member.many(sorted(come))]
            tally: Tally | None = added(before, members, lambda one: self._is_in(cell, one)) if members else before
        else:
            everybody = members_in(ledger, cell)
            tally = tally_of(everybody) if everybody else None
        ledger.tally.put(cell, tally)
        was, now = (one.folded if one is not None else frozenset[str]() for one in (before, tally))
        still = set(map(meaning_of, now))
        enter_meanings(ledger, cell, sorted(now - was), sorted(n for n in was - now if meaning_of(n) not in still))
        return tally

    def _is_in(self, cell: str, one: str) -> bool:
        member = self._ledger.member.get(one)
        return member is not None and cell_of(member) == cell

    def _let_go(self, old: Mapping[str, Group], new: Mapping[str, Group]) -> None:
        """Takes groups that are no more away, and out of their members."""
        ledger = self._ledger
        for one, group in old.items():
            left = set(group.members).difference(new[one].members if one in new else ())
            ledger.group_of.load(sorted(left))
            for member in sorted(left):
                ledger.group_of.put(member, None)
            if one not in new:
                ledger.group.put(one, None)
                ledger.around.put(one, None)
                ledger.inside.put(one, None)
                if group.members:
                    ledger.tally.put(one, None)

    def _enter_whole(self, cell: str, group: Group, *, was: bool) -> None:
        """Enters a group that is a whole cell. was: whether it was one before."""
        ledger = self._ledger
        come, gone = self._moved.get(cell, ((), ()))
        ledger.group.put(cell, group)
        if not was or gone:
            ledger.around.put(cell, around(members_in(ledger, cell)))
        elif come:
            own = ledger.around.get(cell)
            assert own is not None, "a group has members"
            all_ = merged(own, around([member for _, member in ledger.member.many(sorted(come))]))
            ledger.around.put(cell, all_)
            self._changed[cell] = news(own, all_)
        if gone:
            self._changed[cell] = None

    def _enter(self, found: Grouped, old: Group | None) -> None:
        """Enters a group that is no whole cell. old: as it was."""
        ledger, one = self._ledger, found.group.id
        if ledger.inside.get(one) != (found.links or None):
            self._changed[one] = None
        ledger.group.put(one, found.group)
        ledger.tally.put(one, found.tally)
        ledger.around.put(one, found.around)
        ledger.inside.put(one, found.links or None)
        come = set(found.group.members).difference(old.members if old is not None else ())
        ledger.group_of.load(sorted(come))
        for member in sorted(come):
            ledger.group_of.put(member, one)


def _rename(
    ledger: Ledger, blocks: Blocks, compare: Comparisons, old: Mapping[str, Group], new: Mapping[str, Group]
) -> frozenset[tuple[str, str]]:
    """Enters the names of groups; the couples of names that are paired now, or no longer."""
    moved: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    words: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for groups, others, side in ((new, old, 0), (old, new, 1)):
        for one, group in groups.items():
            if others.get(one) != group:
                for text in group.texts:
                    moved[f"{group.kind}|{text}"][side].add(one)
                if group.bare:
                    for word in {word for name in group.full for word in words_of(name)}:
                        words[word][side].add(one)
    ledger.name.load(moved)
    come, gone = set(), set()
    for name, (more, fewer) in moved.items():
        row = ledger.name.get(name)
        holders = grown(row.holders if row is not None else (), come=more, gone=fewer - more) or ()
        if row is None and holders:
            come.add(name)
        elif row is not None and not holders:
            gone.add(name)
        if row is not None or holders:
            ledger.name.put(name, msgspec.structs.replace(row or Named(), holders=holders))
    shifted = blocks.change(come, gone)
    texts: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for names, side in ((come, 0), (gone, 1)):
        for name in names:
            kind, _, text = name.partition("|")
            known = compare.bearer(parsed(name))
            if known is not None:
                ledger.bearer.put(bearer_key(known), grown(ledger.bearer.get(bearer_key(known)), **_one(name, side)))
            if kind == NameKind.PERSON.value:
                for word in words_of(text):
                    texts[word][side].add(text)
    ledger.word.load(sorted(words.keys() | texts.keys()))
    for word in sorted(words.keys() | texts.keys()):
        known_word = ledger.word.get(word) or Word()
        full = grown(known_word.texts, come=texts[word][0], gone=texts[word][1]) or ()
        bare = grown(known_word.bare, come=words[word][0], gone=words[word][1] - words[word][0]) or ()
        ledger.word.put(word, Word(full, bare) if full or bare else None)
    return frozenset(shifted)


def _one(name: str, side: int) -> dict[str, tuple[str, ...]]:
    return {"gone" if side else "come": (name,)}
