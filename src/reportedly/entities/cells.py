"""Members that one name brings together, and the groups that they fall into before any two names are compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final

import msgspec

from reportedly.entities.around import Around, around, merged
from reportedly.entities.bare import is_bare
from reportedly.entities.clusters import Clusters
from reportedly.entities.decided import Decided, follow
from reportedly.entities.generic import is_generic, join_generic_names
from reportedly.entities.judge import Surroundings
from reportedly.entities.ledger import UNDER, Group, Ledger, Tally
from reportedly.entities.namesakes import are_apart, best_pile, equal_names, join_equal_names, link_of, without_form
from reportedly.entities.tally import added, group_of_tally, in_time, is_disputed, tally_of
from reportedly.records.entity import Link, Member
from reportedly.records.mention import Kind

#: Between a cell and a member in the id of a group. No name has it, nor `UNDER`.
_WITHIN: Final = "\x1e"


class Grouped(msgspec.Struct, frozen=True):
    """A group that is no whole cell. around: what stands around it; links: what holds it together."""

    group: Group
    tally: Tally
    around: Around
    links: tuple[Link, ...]


def cell_of(member: Member) -> str:
    """The cell of a member: of its family and folded name; bare and generic names have cells of their own.

    The legal form of an organisation ("Inc.") is no part of its name; a "company" of soldiers keeps it.
    """
    _, family, name = member.id.rsplit("|", 2)
    if is_bare(member):
        return f"bare|{family}|{name}"
    if is_generic(member):
        return f"generic|{family}|{name}"
    return f"full|{family}|{without_form(name) if member.kind is Kind.ORGANISATION else name}"


def is_whole(cell: str, tally: Tally) -> bool:
    """Whether all members of a cell are one, as long as nobody decided about them."""
    return cell.startswith("full|") and not is_disputed(tally)


def is_weighed(cell: str) -> bool:
    """Whether what stands around its members says who is one in a cell that is not whole."""
    return not cell.startswith("bare|")


def grouped(cells: Mapping[str, Sequence[Member]], decided: Decided, surroundings: Surroundings) -> list[Grouped]:
    """The groups of some cells that are not whole.

    cells: with all cells that decisions bring together with one of them.
    """
    by_id = {member.id: member for members in cells.values() for member in members}
    cell_by_id = {member.id: cell for cell, members in cells.items() for member in members}
    clusters = Clusters(by_id)
    follow(decided, clusters)
    for cell, members in sorted(cells.items()):
        if cell.startswith("full|"):
            join_equal_names(members, clusters, surroundings)
        elif cell.startswith("generic|"):
            join_generic_names(sorted(members, key=in_time), clusters, surroundings)
    first = {root: _split(cell_by_id, min(clusters.members(root))) for root in clusters.roots()}
    found = []
    for root in clusters.roots():
        ids = tuple(sorted(clusters.members(root)))
        members = [by_id[member] for member in ids]
        apart = {first[clusters.root(other)] for other in clusters.kept_apart(root)}
        tally = tally_of(members)
        group = group_of_tally(tally, first[root], {cell_by_id[one] for one in ids}, ids, apart)
        found.append(Grouped(group, tally, around(members), tuple(clusters.links[root])))
    return found


def appended(
    cell: str,
    groups: Iterable[Grouped],
    first: Mapping[str, Member],
    come: Iterable[Member],
    surroundings: Surroundings,
) -> list[Grouped]:
    """The groups of a cell with members that come after all others in time: as if all were grouped anew.

    groups: as they were, of equal names about which nobody decided; first: the earliest member of each, by id.
    """
    piles = sorted(groups, key=lambda one: one.tally.first)
    place = {one.group.id: i for i, one in enumerate(piles)}
    apart = {frozenset((i, place[other])) for i, one in enumerate(piles) for other in one.group.apart}
    known, changed = dict(first), set()
    for member in sorted(come, key=in_time):
        known[member.id] = member
        own = around([member])
        best = best_pile(own, [pile.around for pile in piles], surroundings)
        if best is None:
            tally = tally_of([member])
            piles.append(Grouped(group_of_tally(tally, "", (cell,), (member.id,)), tally, own, ()))
            changed.add(len(piles) - 1)
            continue
        score, i = best
        pile = piles[i]
        ids = tuple(sorted((*pile.group.members, member.id)))
        tally = added(pile.tally, [member], ids.__contains__)
        group = group_of_tally(tally, pile.group.id, (cell,), ids)
        link = link_of(known[pile.tally.first[1]], member, score)
        piles[i] = Grouped(group, tally, merged(pile.around, own), (*pile.links, link))
        changed.add(i)
    for i, j in combinations(range(len(piles)), 2):
        if i in changed or j in changed:
            apart.discard(frozenset((i, j)))
            if are_apart(piles[i].around, piles[j].around, surroundings):
                apart.add(frozenset((i, j)))
    names = [f"{cell}{_WITHIN}{pile.group.members[0]}" for pile in piles]
    kept = [sorted(names[j] for j in range(len(piles)) if frozenset((i, j)) in apart) for i in range(len(piles))]
    return [
        msgspec.structs.replace(pile, group=msgspec.structs.replace(pile.group, id=names[i], apart=tuple(kept[i])))
        for i, pile in enumerate(piles)
    ]


def _split(cells: Mapping[str, str], member: str) -> str:
    """The id of a group that is no whole cell: it stands in order of the alphabet where the whole cell would stand."""
    return f"{cells[member]}{_WITHIN}{member}"


def fellow(cell: str, member: str) -> str:
    """The row that says that a member is in a cell."""
    return f"{cell}{UNDER}{member}"


def members_in(ledger: Ledger, cell: str) -> list[Member]:
    """The members of a cell, ascending."""
    return [member for _, member in ledger.member.many(ledger.fellow.under(cell))]


def ids_in(ledger: Ledger, group: Group) -> tuple[str, ...]:
    """The ids of a group's members, ascending."""
    return group.members or tuple(ledger.fellow.under(group.id))


def links_in(ledger: Ledger, group: Group, members: Mapping[str, Member]) -> tuple[Link, ...]:
    """The links that hold a group together. members: its own, among others."""
    if group.members:
        return ledger.inside.get(group.id) or ()
    return equal_names(sorted((members[one] for one in ids_in(ledger, group)), key=in_time))


def first_of(ledger: Ledger, group: str) -> str:
    """The first member of a group, by its id."""
    return group.partition(_WITHIN)[2] or ledger.fellow.under(group, 1)[0]


def groups_of(ledger: Ledger, members: Iterable[str]) -> dict[str, str]:
    """The group of each member that there is."""
    cells = {one: cell_of(member) for one, member in ledger.member.many(members)}
    ledger.cell.load(sorted(set(cells.values())))
    whole = {cell for cell in cells.values() if (row := ledger.cell.get(cell)) is not None and row.whole}
    split = dict(ledger.group_of.many([one for one, cell in cells.items() if cell not in whole]))
    return {one: cell for one, cell in cells.items() if cell in whole} | split
