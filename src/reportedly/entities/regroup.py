"""Members of changed documents are entered into a ledger: into their cells and groups, and these among their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from reportedly.entities.bare import words_of
from reportedly.entities.block import Blocks
from reportedly.entities.cells import cell_of, grouped, is_weighed
from reportedly.entities.clusters import Clusters
from reportedly.entities.decided import Decided, bound_cells, follow, ids_by_spelling
from reportedly.entities.ledger import Cell, Group, Ledger, Named, Word, grown
from reportedly.entities.name import NameKind, parse_name
from reportedly.entities.pairs import Comparisons, bearer_key
from reportedly.entities.spread import count_names, surroundings_of
from reportedly.records.decision import Decision
from reportedly.records.entity import Member

_KINDS: Final = {kind.value: kind for kind in NameKind}


class Regrouped(msgspec.Struct, frozen=True):
    """What entering changed.

    fresh: groups that are new or of which something changed; gone: those that are no more, as they were; linked: groups
    of which only the links inside are others. shifted: couples of names that are paired now, or no longer. weighed:
    meanings that tell more now, or less, and beside: groups of reports that name one; everything: whether all do.
    """

    fresh: frozenset[str]
    gone: Mapping[str, Group]
    linked: frozenset[str]
    shifted: frozenset[tuple[str, str]]
    weighed: frozenset[str]
    beside: frozenset[str]
    everything: bool


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


def regroup(
    ledger: Ledger, blocks: Blocks, compare: Comparisons, log: Log, documents: Mapping[str, Sequence[Member]]
) -> Regrouped:
    """Enters documents with the members that they have now, none for those that went, and puts groups anew."""
    members, moved = _enter_members(ledger, documents)
    weighed, everything = _count(ledger, documents, members)
    beside = _beside(ledger, weighed)
    decided = log.enter() if log.touched(documents) else set()
    dirty = decided.union(moved)
    groups = dict(ledger.group.many(beside))
    cells = {cell for group in groups.values() for cell in group.cells} if not everything else set(ledger.cell.keys())
    dirty |= {cell for cell, row in ledger.cell.many(sorted(cells)) if row.weighed}
    for _, together in ledger.bound.many(sorted(dirty)):
        dirty.update(together)
    old, new, linked = _regroup(ledger, log, sorted(dirty))
    shifted = _rename(ledger, blocks, compare, old, new)
    fresh = {one for one, group in new.items() if old.get(one) != group or not members.keys().isdisjoint(group.members)}
    gone = {one: group for one, group in old.items() if one not in new}
    linked |= {one for one, group in new.items() if not decided.isdisjoint(group.cells)}  # what they are called, too
    return Regrouped(frozenset(fresh), gone, linked - fresh, shifted, weighed, frozenset(groups), everything)


Change = tuple[Member | None, Member | None]


def _enter_members(
    ledger: Ledger, documents: Mapping[str, Sequence[Member]]
) -> tuple[dict[str, Change], dict[str, tuple[set[str], set[str]]]]:
    """The members that changed, as they were and are; and their cells, with members that came into and left each."""
    ledger.document.load(documents)
    was = {one for document in documents for one in ledger.document.get(document) or ()}
    before = dict(ledger.member.many(sorted(was)))
    now = {member.id: member for members in documents.values() for member in members}
    changed = {
        one: (before.get(one), now.get(one)) for one in sorted(was | now.keys()) if before.get(one) != now.get(one)
    }
    moved: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for one, (old, new) in changed.items():
        if new is not None:
            moved[cell_of(new)][0].add(one)
        if old is not None:
            moved[cell_of(old)][1].add(one)
        ledger.member.put(one, new)
    ledger.cell.load(moved)
    for cell, (come, gone) in moved.items():
        row = ledger.cell.get(cell) or Cell()
        kept = grown(row.members, come=come, gone=gone - come) or ()
        ledger.cell.put(cell, msgspec.structs.replace(row, members=kept))
    for document, members in documents.items():
        ledger.document.put(document, tuple(sorted(m.id for m in members)) or None)
    return changed, moved


def _count(
    ledger: Ledger, documents: Mapping[str, Sequence[Member]], changed: Mapping[str, Change]
) -> tuple[frozenset[str], bool]:
    now = [member for members in documents.values() for member in members]
    come = {one for one, (old, _) in changed.items() if old is None}
    before = [changed[m.id][0] or m if m.id in changed else m for m in now if m.id not in come]
    before += [old for old, new in changed.values() if old is not None and new is None]
    return count_names(ledger, before, now)


def _beside(ledger: Ledger, weighed: Iterable[str]) -> list[str]:
    """Groups of reports that name what weighs more now, or less."""
    reports = {report for _, row in ledger.meaning.many(sorted(weighed)) for report in row}
    members = [one for _, row in ledger.document.many(sorted(reports)) for one in row]
    return sorted({group for _, group in ledger.group_of.many(members)})


def _regroup(
    ledger: Ledger, log: Log, dirty: Sequence[str]
) -> tuple[dict[str, Group], dict[str, Group], frozenset[str]]:
    """Puts the groups of some cells together anew: as they were, as they are, and those with other links inside."""
    rows = dict(ledger.cell.many(dirty))
    ledger.member.load(one for row in rows.values() for one in row.members)
    cells = {cell: [m for _, m in ledger.member.many(row.members)] for cell, row in rows.items() if row.members}
    bound = any(ledger.bound.get(cell) is not None for cell in cells)
    decided = log.decided() if bound else Decided((), {})
    old = dict(ledger.group.many(sorted({group for row in rows.values() for group in row.groups})))
    found = grouped(cells, decided, surroundings_of(ledger))
    new = {group.id: group for group, _ in found}
    ledger.inside.load(sorted(old.keys() | new.keys()))
    group_of = {member: one for one, group in new.items() for member in group.members}
    gone = {member for group in old.values() for member in group.members} - group_of.keys()
    ledger.group_of.load(sorted(gone | group_of.keys()))
    for member in sorted(gone | group_of.keys()):
        ledger.group_of.put(member, group_of.get(member))
    for one in old.keys() - new.keys():
        ledger.group.put(one, None)
        ledger.inside.put(one, None)
    inside: dict[str, set[str]] = defaultdict(set)
    linked = set()
    for group, links in found:
        if ledger.inside.get(group.id) != (links or None):
            linked.add(group.id)
        ledger.group.put(group.id, group)
        ledger.inside.put(group.id, links or None)
        for cell in group.cells:
            inside[cell].add(group.id)
    for cell, row in rows.items():
        weighed = is_weighed(cell, cells.get(cell, ())) or ledger.bound.get(cell) is not None
        full = Cell(row.members, tuple(sorted(inside[cell])), weighed)
        ledger.cell.put(cell, full if row.members else None)
    return old, new, frozenset(linked)


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
            known = compare.bearer(parse_name(text, _KINDS[kind]))
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
