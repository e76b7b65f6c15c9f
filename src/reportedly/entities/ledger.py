"""What is kept of a resolution, so that the next one touches only what a change reaches.

A ledger has shelves of rows by key. Rows are worked out from members and decisions alone and never edited by anybody:
an empty ledger that everything is entered into at once holds the same rows as one that grew report by report. Rows are
read from behind (a base, or nothing) when they are asked for, and what changed is handed over as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Generic, Protocol, TypeVar

import msgspec

from reportedly.entities.comparator import NameVerdict
from reportedly.records.decision import Decision
from reportedly.records.entity import Entity, Link, Member, Refusal

Row = TypeVar("Row")
_PACK: Final = msgspec.msgpack.Encoder(order="sorted")


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Members that are one by their equal names or by decision, before names are compared. id: its first member's.

    cells: see `cells`; kind: how their names are built, None for those that are not compared. full: their names;
    folded: the same, folded; texts: the names to compare. land: whether they are states; places: ids in the gazetteer.
    told: members that a report says it is too; apart: groups that it must not be joined with; bare: whether none has
    more than a family name. nicknames: words by which a report calls one whom it names in full, each with it.
    """

    id: str
    members: tuple[str, ...]
    cells: tuple[str, ...]
    kind: str | None
    full: tuple[str, ...]
    folded: frozenset[str]
    texts: tuple[str, ...]
    land: frozenset[bool]
    places: frozenset[int]
    told: frozenset[str]
    apart: tuple[str, ...]
    bare: bool
    nicknames: tuple[tuple[str, str], ...]


class Cell(msgspec.Struct, frozen=True):
    """Members that one name brings together, and the groups that they fall into. weighed: by what stands around."""

    members: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    weighed: bool = False


class Named(msgspec.Struct, frozen=True):
    """A name to compare. holders: groups that bear it; partners: its best, with their weight; keepers: whose it is."""

    holders: tuple[str, ...] = ()
    partners: tuple[tuple[float, str], ...] = ()
    keepers: tuple[str, ...] = ()


class Edge(msgspec.Struct, frozen=True):
    """What two groups are to one another whose names do not settle it. beside: whose spread it was weighed with."""

    link: Link | None
    apart: bool
    beside: frozenset[str]


class Word(msgspec.Struct, frozen=True):
    """One word of people's names. texts: full names with it; bare: groups that have no other."""

    texts: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()


class Bare(msgspec.Struct, frozen=True):
    """To whom a bare name goes. link: of the join, by nickname or by word; asked: what a person is asked instead.

    beside: see `Edge`.
    """

    link: Link | None = None
    asked: Link | None = None
    beside: frozenset[str] = frozenset()


class Backing(Protocol):
    """Where rows lie that were worked out before."""

    def rows(self, shelf: str, keys: Iterable[str]) -> Mapping[str, bytes]:
        """Those of these rows that there are."""
        ...

    def keys(self, shelf: str, most: int | None = None) -> list[str]:
        """The keys of a shelf, ascending, at most so many."""
        ...

    def count(self, shelf: str) -> int:
        """How many rows a shelf has."""
        ...


class Shelf(Generic[Row]):
    """Rows of one kind by key."""

    def __init__(self, name: str, of: Any, backing: Backing | None) -> None:
        self.name = name
        self._decoder = msgspec.msgpack.Decoder(of)
        self._backing = backing
        self._held: dict[str, Row | None] = {}
        self._changed: set[str] = set()

    def get(self, key: str) -> Row | None:
        """A row, or None."""
        if key not in self._held:
            if self._backing is None:
                return None
            self.load((key,))
        return self._held[key]

    def load(self, keys: Iterable[str]) -> None:
        """Reads rows that will be asked for, all at once."""
        if self._backing is None:
            return
        missing = [key for key in dict.fromkeys(keys) if key not in self._held]
        if missing:
            found = self._backing.rows(self.name, missing)
            for key in missing:
                content = found.get(key)
                self._held[key] = None if content is None else self._decoder.decode(content)

    def many(self, keys: Iterable[str]) -> Iterator[tuple[str, Row]]:
        """Those of these rows that there are, in the order of the keys."""
        wanted = list(keys)
        self.load(wanted)
        for key in wanted:
            row = self.get(key)
            if row is not None:
                yield key, row

    def put(self, key: str, row: Row | None) -> None:
        """Sets a row, or takes it away."""
        if self.get(key) != row:
            self._held[key] = row
            self._changed.add(key)

    def keys(self, most: int | None = None) -> list[str]:
        """The keys of all rows, ascending, at most so many."""
        gone = {key for key in self._changed if self._held[key] is None}
        kept = (
            set(self._changed - gone)
            if self._backing is not None
            else {k for k, r in self._held.items() if r is not None}
        )
        if self._backing is not None:
            kept.update(self._backing.keys(self.name, None if most is None else most + len(gone)))
        return sorted(kept - gone)[:most]

    def count(self) -> int:
        """How many rows there are."""
        return len(self.keys()) if self._changed or self._backing is None else self._backing.count(self.name)

    def changes(self) -> Iterator[tuple[str, bytes | None]]:
        """What was set and taken away since it was read, as bytes."""
        for key in sorted(self._changed):
            row = self._held[key]
            yield key, None if row is None else _PACK.encode(row)


class Ledger:
    """All shelves."""

    def __init__(self, backing: Backing | None = None) -> None:
        def shelf(name: str, of: Any) -> Shelf[Any]:
            return Shelf(name, of, backing)

        ids = tuple[str, ...]
        #: Members; ids of those of a document; the group of each.
        self.member: Shelf[Member] = shelf("member", Member)
        self.document: Shelf[tuple[str, ...]] = shelf("document", ids)
        self.group_of: Shelf[str] = shelf("group_of", str)
        #: How folded names are written, and how often so; documents that name one meaning.
        self.written: Shelf[dict[str, int]] = shelf("written", dict[str, int])
        self.meaning: Shelf[tuple[str, ...]] = shelf("meaning", ids)
        #: Cells; those that decisions bring together; groups, and the links inside each.
        self.cell: Shelf[Cell] = shelf("cell", Cell)
        self.bound: Shelf[tuple[str, ...]] = shelf("bound", ids)
        self.group: Shelf[Group] = shelf("group", Group)
        self.inside: Shelf[tuple[Link, ...]] = shelf("inside", tuple[Link, ...])
        #: Names to compare, those with a blocking key, those of a known bearer; verdicts, by the first of two names.
        self.name: Shelf[Named] = shelf("name", Named)
        self.key: Shelf[tuple[str, ...]] = shelf("key", ids)
        self.bearer: Shelf[tuple[str, ...]] = shelf("bearer", ids)
        self.compared: Shelf[dict[str, NameVerdict]] = shelf("compared", dict[str, NameVerdict])
        #: Judged couples of groups; clusters by their first group, and the cluster of each group.
        self.edge: Shelf[dict[str, Edge]] = shelf("edge", dict[str, Edge])
        self.cluster: Shelf[tuple[str, ...]] = shelf("cluster", ids)
        self.cluster_of: Shelf[str] = shelf("cluster_of", str)
        #: Bare names: people by a word, to whom each goes, which go to a group, which are one with one another.
        self.word: Shelf[Word] = shelf("word", Word)
        self.bare: Shelf[Bare] = shelf("bare", Bare)
        self.attached: Shelf[tuple[str, ...]] = shelf("attached", ids)
        self.equal: Shelf[tuple[Link, ...]] = shelf("equal", tuple[Link, ...])
        #: Entities, the groups of each, the entity of each group; those of a folded name; what to ask, likeliest first.
        self.entity: Shelf[Entity] = shelf("entity", Entity)
        self.groups: Shelf[tuple[str, ...]] = shelf("groups", ids)
        self.entity_of: Shelf[str] = shelf("entity_of", str)
        self.called: Shelf[tuple[str, ...]] = shelf("called", ids)
        self.queue: Shelf[Link] = shelf("queue", Link)
        #: One row each: the log that was followed, its refusals, how many documents there are.
        self.log: Shelf[tuple[Decision, ...]] = shelf("log", tuple[Decision, ...])
        self.refusals: Shelf[tuple[Refusal, ...]] = shelf("refusals", tuple[Refusal, ...])
        self.size: Shelf[int] = shelf("size", int)

    def load_all(self) -> None:
        """Reads every row that there is, for when what is behind cannot be asked later."""
        for shelf in self.shelves():
            shelf.load(shelf.keys())

    def shelves(self) -> Iterator[Shelf[Any]]:
        """Every shelf."""
        return (shelf for shelf in vars(self).values() if isinstance(shelf, Shelf))


def grown(row: tuple[str, ...] | None, *, come: Iterable[str] = (), gone: Iterable[str] = ()) -> tuple[str, ...] | None:
    """A row of ids, ascending, with some more and some fewer; None for none left."""
    return tuple(sorted((set(row or ()) | set(come)) - set(gone))) or None
