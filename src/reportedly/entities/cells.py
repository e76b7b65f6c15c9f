"""Members that one name brings together, and the groups that they fall into before any two names are compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from reportedly.entities.bare import is_bare
from reportedly.entities.clusters import Clusters
from reportedly.entities.decided import Decided, follow
from reportedly.entities.generic import is_generic, join_generic_names
from reportedly.entities.judge import Surroundings
from reportedly.entities.ledger import Group
from reportedly.entities.name import NameKind, parse_name
from reportedly.entities.namesakes import disputed, join_equal_names, without_form
from reportedly.records.entity import Link, Member
from reportedly.records.mention import Kind

_KINDS: Final = {kind.value for kind in NameKind}


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


def is_weighed(cell: str, members: Sequence[Member]) -> bool:
    """Whether what stands around its members decides who in a cell is one, as long as nobody decided about them."""
    return cell.startswith("generic|") or (cell.startswith("full|") and disputed(members))


def grouped(
    cells: Mapping[str, Sequence[Member]], decided: Decided, surroundings: Surroundings
) -> list[tuple[Group, tuple[Link, ...]]]:
    """The groups of some cells, each with the links that hold it together.

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
            join_generic_names(members, clusters, surroundings)
    first = {root: min(clusters.members(root)) for root in clusters.roots()}
    found = []
    for root in clusters.roots():
        members = [by_id[member] for member in sorted(clusters.members(root))]
        apart = {first[clusters.root(other)] for other in clusters.kept_apart(root)}
        found.append((_group(members, {cell_by_id[m.id] for m in members}, apart), tuple(clusters.links[root])))
    return found


def _group(members: list[Member], cells: Iterable[str], apart: Iterable[str]) -> Group:
    family = members[0].id.rsplit("|", 2)[1]
    kind = family if family in _KINDS else None
    return Group(
        id=members[0].id,
        members=tuple(m.id for m in members),
        cells=tuple(sorted(cells)),
        kind=kind,
        full=tuple(sorted({m.name for m in members})),
        folded=frozenset(m.id.rsplit("|", 1)[1] for m in members),
        texts=() if kind is None else tuple(sorted(_texts(members, kind))),
        land=frozenset(m.kind is Kind.STATE for m in members),
        places=frozenset(m.place for m in members if m.place is not None),
        told=frozenset[str]().union(*(m.known_as for m in members)),
        apart=tuple(sorted(apart)),
        bare=all(is_bare(m) for m in members),
        nicknames=tuple(sorted({(spelling, m.document_id) for m in members for spelling in _nicknames(m)})),
    )


def _texts(members: Iterable[Member], kind: str) -> set[str]:
    """The names to compare: full ones, and a group's short forms, which its own reports tie to it."""
    telling = [member for member in members if not is_bare(member) and not is_generic(member)]
    texts = {member.name for member in telling}
    if kind == NameKind.GROUP.value:
        texts.update(text for member in telling for text in member.spellings)
    return texts


def _nicknames(member: Member) -> tuple[str, ...]:
    """Single words that a report calls a person by whom it names in full, and that are no part of the full name."""
    if member.kind is not Kind.PERSON:
        return ()
    return _other_words(member.name, member.spellings)


@lru_cache(maxsize=65_536)
def _other_words(name: str, spellings: tuple[str, ...]) -> tuple[str, ...]:
    full = parse_name(name, NameKind.PERSON).tokens
    if len(full) < 2:
        return ()
    part = {token.strict for token in full}
    shorts = ((text, parse_name(text, NameKind.PERSON).tokens) for text in set(spellings))
    return tuple(sorted(text for text, short in shorts if len(short) == 1 and short[0].strict not in part))
