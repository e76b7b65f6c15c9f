"""What is kept of a resolution, so that the next one touches only what a change reaches.

A ledger has shelves of rows by key. Rows are worked out from members and decisions alone and never edited by anybody:
an empty ledger that everything is entered into at once holds the same rows as one that grew report by report. Rows are
read from behind (a base, or nothing) when they are asked for, and what changed is handed over as a whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import IntFlag
from typing import Any, Final, Generic, Protocol, TypeVar

import msgspec

from reportedly.entities.around import Around
from reportedly.entities.comparator import NameVerdict
from reportedly.records.decision import Decision
from reportedly.records.entity import Link, Member, Refusal
from reportedly.records.mention import Kind

Row = TypeVar("Row")
_PACK: Final = msgspec.msgpack.Encoder()
#: Between two parts of a key: rows are found by the first. No name has it.
UNDER: Final = "\x1f"


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Members that are one by their equal names or by decision, before names are compared: what of them others see.

    id: the cell's, where all members of a cell are one (see `Cell.whole`), else the cell's and the first member's;
    members: those of a group that is no whole cell. cells: see `cells`; kind: how their names are built, None for those
    that are not compared. full: their names; folded: the same, folded; texts: the names to compare. land: whether they
    are states; places: ids in the gazetteer. told: members that a report says it is too; apart: groups that it must not
    be joined with; bare: whether none has more than a family name. nicknames: words by which a report calls one whom it
    names in full, each with the first two reports.
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
    nicknames: tuple[tuple[str, tuple[str, ...]], ...]


class Cell(msgspec.Struct, frozen=True):
    """The groups that the members fall into whom one name brings together.

    whole: whether they are one group, whoever else comes, as long as nothing is told that could keep them apart.
    weighed: whether what stands around them says who is one.
    """

    groups: tuple[str, ...] = ()
    whole: bool = False
    weighed: bool = False


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """What is counted over the members of a cell or a group. Another member is added without a look at the others.

    first, last: the day and id of the earliest and the latest; mentions: of each name; telling: members with each name
    that is neither bare nor generic; kinds: mentions of each kind; spelled: every spelling. bare: whether all are;
    died, seen: whether any is said to have; clash: whether one report has two of them apart. The others are as in
    `Group`.
    """

    first: tuple[str, str]
    last: tuple[str, str]
    mentions: dict[str, int]
    telling: dict[str, int]
    kinds: dict[str, int]
    spelled: frozenset[str]
    folded: frozenset[str]
    texts: frozenset[str]
    land: frozenset[bool]
    places: frozenset[int]
    told: frozenset[str]
    nicknames: dict[str, tuple[str, ...]]
    bare: bool
    died: bool
    seen: bool
    clash: bool


class Meaning(msgspec.Struct, frozen=True):
    """What several names mean. documents: how many have one of them; cells: those of the names."""

    documents: int = 0
    cells: tuple[str, ...] = ()


class Named(msgspec.Struct, frozen=True):
    """A name to compare. holders: groups that bear it; partners: its best, with their weight; keepers: whose it is."""

    holders: tuple[str, ...] = ()
    partners: tuple[tuple[float, str], ...] = ()
    keepers: tuple[str, ...] = ()


class Edge(msgspec.Struct, frozen=True):
    """What two groups are to one another whose names do not settle it. names: what these say."""

    names: NameVerdict
    link: Link | None
    apart: bool


class Side(IntFlag):
    """What is known of an edge beside each of its two groups."""

    SAME = 1
    APART = 2


class Word(msgspec.Struct, frozen=True):
    """One word of people's names. texts: full names with it; bare: groups that have no other."""

    texts: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()


class Bare(msgspec.Struct, frozen=True):
    """To whom a bare name goes. link: of the join, by nickname or by word; asked: what a person is asked instead."""

    link: Link | None = None
    asked: Link | None = None


class Standing(msgspec.Struct, frozen=True):
    """An entity without its members: its name, the groups that it is made of, and all that it is called, folded."""

    name: str
    kind: Kind
    groups: tuple[str, ...]
    called: frozenset[str]


class Backing(Protocol):
    """Where rows lie that were worked out before."""

    def rows(self, shelf: str, keys: Iterable[str]) -> Mapping[str, bytes]:
        """Those of these rows that there are."""
        ...

    def keys(self, shelf: str, most: int | None = None, under: str = "") -> list[str]:
        """The keys of a shelf, ascending, at most so many; under: what stands before `UNDER` in them, "" for all."""
        ...

    def every(self, shelf: str) -> Mapping[str, bytes]:
        """All rows of a shelf."""
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
        self._set: dict[str, set[str]] = defaultdict(set)  # keys with rows that were set, by what they are under

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

    def load_all(self) -> None:
        """Reads every row, and asks what is behind no more."""
        if self._backing is not None:
            for key, content in self._backing.every(self.name).items():
                if key not in self._held:
                    self._held[key] = self._decoder.decode(content)
                if self._held[key] is not None:
                    self._set[key.partition(UNDER)[0]].add(key)
            self._backing = None

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
            self.enter(key, row)

    def enter(self, key: str, row: Row | None) -> None:
        """Sets a row that is new, or takes one away, without a look at what it was."""
        self._held[key] = row
        self._changed.add(key)
        under, mark, _ = key.partition(UNDER)
        if mark and row is not None:
            self._set[under].add(key)
        elif mark:
            self._set[under].discard(key)

    def keys(self, most: int | None = None) -> list[str]:
        """The keys of all rows, ascending, at most so many."""
        if self._backing is None:
            return sorted(key for key, row in self._held.items() if row is not None)[:most]
        return self._keys(most, "", self._changed)

    def under(self, part: str, most: int | None = None) -> list[str]:
        """What stands behind `UNDER` in the keys that have this before it, ascending, at most so many."""
        keys = sorted(self._set[part]) if self._backing is None else self._keys(most, part, self._set[part])
        return [key.partition(UNDER)[2] for key in keys[:most]]

    def _keys(self, most: int | None, under: str, changed: set[str]) -> list[str]:
        assert self._backing is not None
        gone = {key for key in self._changed if self._held[key] is None}
        kept = self._backing.keys(self.name, None if most is None else most + len(gone), under)
        return sorted({*kept, *changed} - gone)[:most]

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
        #: Members; ids of those of a document.
        self.member: Shelf[Member] = shelf("member", Member)
        self.document: Shelf[tuple[str, ...]] = shelf("document", ids)
        #: How folded names are written, and how often so; what they mean, by its number.
        self.written: Shelf[dict[str, int]] = shelf("written", dict[str, int])
        self.meaning: Shelf[Meaning] = shelf("meaning", Meaning)
        #: Cells, and the members of each, under it; those that decisions bring together.
        self.cell: Shelf[Cell] = shelf("cell", Cell)
        self.fellow: Shelf[bool] = shelf("fellow", bool)
        self.bound: Shelf[tuple[str, ...]] = shelf("bound", ids)
        #: What is counted in cells and groups; groups, and what stands around each; of those that are no whole cell
        #: the links inside, and the group of each member.
        self.tally: Shelf[Tally] = shelf("tally", Tally)
        self.group: Shelf[Group] = shelf("group", Group)
        self.around: Shelf[Around] = shelf("around", Around)
        self.inside: Shelf[tuple[Link, ...]] = shelf("inside", tuple[Link, ...])
        self.group_of: Shelf[str] = shelf("group_of", str)
        #: Names to compare, those with a blocking key, those of a known bearer; verdicts, by the first of two names.
        self.name: Shelf[Named] = shelf("name", Named)
        self.key: Shelf[tuple[str, ...]] = shelf("key", ids)
        self.bearer: Shelf[tuple[str, ...]] = shelf("bearer", ids)
        self.compared: Shelf[dict[str, NameVerdict]] = shelf("compared", dict[str, NameVerdict])
        #: Judged couples of groups, the second under the first, and the others of each group; clusters by their first
        #: group, and the cluster of each group.
        self.couple: Shelf[Edge] = shelf("couple", Edge)
        self.edge: Shelf[dict[str, Side]] = shelf("edge", dict[str, Side])
        self.cluster: Shelf[tuple[str, ...]] = shelf("cluster", ids)
        self.cluster_of: Shelf[str] = shelf("cluster_of", str)
        #: Bare names: people by a word, to whom each goes, which go to a group, which are one with one another.
        self.word: Shelf[Word] = shelf("word", Word)
        self.bare: Shelf[Bare] = shelf("bare", Bare)
        self.attached: Shelf[tuple[str, ...]] = shelf("attached", ids)
        self.equal: Shelf[tuple[Link, ...]] = shelf("equal", tuple[Link, ...])
        #: Entities, and the entity of each group; those of a folded name; what to ask, likeliest first: couples, or a
        #: bare name.
        self.entity: Shelf[Standing] = shelf("entity", Standing)
        self.entity_of: Shelf[str] = shelf("entity_of", str)
        self.called: Shelf[tuple[str, ...]] = shelf("called", ids)
        self.queue: Shelf[str] = shelf("queue", str)
        #: One row each: the log that was followed, its refusals, how many documents there are.
        self.log: Shelf[tuple[Decision, ...]] = shelf("log", tuple[Decision, ...])
        self.refusals: Shelf[tuple[Refusal, ...]] = shelf("refusals", tuple[Refusal, ...])
        self.size: Shelf[int] = shelf("size", int)

    def load_all(self) -> None:
        """Reads every row that there is, for when what is behind cannot be asked later."""
        for shelf in self.shelves():
            shelf.load_all()

    def shelves(self) -> Iterator[Shelf[Any]]:
        """Every shelf."""
        return (shelf for shelf in vars(self).values() if isinstance(shelf, Shelf))


def grown(row: tuple[str, ...] | None, *, come: Iterable[str] = (), gone: Iterable[str] = ()) -> tuple[str, ...] | None:
    """A row of ids, ascending, with some more and some fewer; None for none left."""
    return tuple(sorted((set(row or ()) | set(come)) - set(gone))) or None
