"""Couples of groups that may be one, judged: by their names, found by blocking, and by what the text says outright."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from reportedly.entities.aliases import Aliases, Bearer, load_aliases
from reportedly.entities.around import Around, near_both
from reportedly.entities.block import Blocks, parsed
from reportedly.entities.cells import groups_of
from reportedly.entities.comparator import Answer, NameVerdict
from reportedly.entities.judge import Surroundings, hopeless, judge
from reportedly.entities.ledger import Edge, Group, Ledger, Side
from reportedly.entities.name import Name, NameKind, parse_name
from reportedly.entities.names import compare_parsed
from reportedly.entities.spread import row_of
from reportedly.records.entity import Link, Tie

#: Rules of names that a likeness of other spellings does not outweigh.
_DECISIVE: Final = frozenset({"alias", "unit", "servant", "nisba", "generation", "number", "sides"})
#: Full names of a group that are compared with those of another.
_FULL: Final = 3
#: Rules of judgements that do not go by likeness.
_OUTRIGHT: Final = frozenset({"known alias", "also known as", "one place"})
_NOTHING: Final = NameVerdict(Answer.DIFFERENT, 0.05, "no names", "Their names do not meet.")


class Comparisons:
    """Compares each pair of names once, however many groups bear them.

    ledger: verdicts that the same engine reached before with the same table of aliases. seen: called for each new one,
    to show that it goes on; fresh: how many there were.
    """

    def __init__(
        self, ledger: Ledger | None = None, aliases: Aliases | None = None, seen: Callable[[], None] | None = None
    ) -> None:
        self._shelf = (ledger or Ledger()).compared
        self._aliases = aliases
        self._seen = seen
        self._found: dict[str, dict[str, NameVerdict]] = {}
        self.fresh = 0

    def bearer(self, name: Name) -> Bearer | None:
        """Who is known to bear a name, or None."""
        return (load_aliases() if self._aliases is None else self._aliases).bearer(name)

    def load(self, names: Iterable[str]) -> None:
        """Reads what is known of names (kind and text) that will be compared with later ones in the alphabet."""
        self._shelf.load(names)

    def __call__(self, left: str, right: str, kind: str) -> NameVerdict:
        """How two names of a kind (the value of a `NameKind`) compare, in whatever order they are given."""
        first, second = (right, left) if right < left else (left, right)
        name = f"{kind}|{first}"
        known = self._found.get(name)
        if known is None:
            known = self._found[name] = dict(self._shelf.get(name) or {})
        verdict = known.get(second)
        if verdict is None:
            one, other = (parse_name(text, NameKind(kind)) for text in (first, second))
            verdict = known[second] = compare_parsed(one, other, self._aliases)
            self.fresh += 1
            if self._seen is not None:
                self._seen()
        return verdict

    def keep(self) -> None:
        """Enters what was found into the ledger."""
        for name, known in self._found.items():
            self._shelf.put(name, known)


class Couples:
    """The couples that a group makes with others, and how they are judged."""

    def __init__(self, ledger: Ledger, blocks: Blocks, compare: Comparisons, surroundings: Surroundings) -> None:
        self._ledger = ledger
        self._blocks = blocks
        self._compare = compare
        self._surroundings = surroundings
        self._mates: dict[str, set[str]] = {}
        self._told_as: dict[str, frozenset[str]] = {}

    def of(self, group: Group) -> set[str]:
        """The groups that a group is to be compared with."""
        found: set[str] = set()
        for text in group.texts:
            for name in self._met(f"{group.kind}|{text}"):
                row = self._ledger.name.get(name)
                found.update(row.holders if row is not None else ())
        found |= self._told_of(group)
        found.discard(group.id)
        return found

    def load(self, groups: Sequence[Group]) -> None:
        """Reads at once what questions about groups will need."""
        names = [f"{group.kind}|{text}" for group in groups for text in group.texts]
        self._ledger.name.load(names)
        met = [other for name in names for other in self._met(name)]
        self._ledger.name.load(met)
        self._compare.load([*names, *met])
        rows = (self._ledger.name.get(name) for name in met)
        self._ledger.group.load(holder for row in rows if row is not None for holder in row.holders)

    def load_names(self, groups: Sequence[Group]) -> None:
        """Reads at once the names of groups that will be compared with one another."""
        names = [f"{group.kind}|{text}" for group in groups for text in group.texts]
        self._ledger.name.load(names)
        self._compare.load(names)

    def load_around(self, couples: Iterable[tuple[str, str]]) -> None:
        """Reads at once what stands around groups that will be judged, and how far it is spread."""
        known = list(couples)
        self._ledger.around.load(sorted({one for couple in known for one in couple}))
        near = {name for one, other in known for name in near_both(self._around(one), self._around(other))}
        self._ledger.meaning.load(map(row_of, sorted(near)))

    def judged(self, one: Group, other: Group) -> Edge | None:
        """What two groups are to one another; None where nothing brings them together, or their names settle it."""
        verdict = self._names(one, other)
        if verdict is None or self._are_settled(one, other, verdict):
            return None
        return self.weighed(one, other, verdict)

    def weighed(self, one: Group, other: Group, names: NameVerdict) -> Edge:
        """What two groups are to one another by what stands around them. names: what their names say."""
        left, right = self._around(one.id), self._around(other.id)
        judgement = judge(left, right, names, NameKind(str(one.kind)), self._surroundings)
        here, there = sorted((one.id, other.id))
        tie, score, rule, why = judgement.tie, judgement.score, judgement.rule, judgement.why
        # a land is no town whose name is like its own (Sweden, Sidon)
        unlike = rule not in _OUTRIGHT and one.land.isdisjoint(other.land)
        link = None
        if not unlike and (tie is Tie.SAME or (tie is Tie.UNSURE and _worth_asking(names))):
            link = Link(left=here, right=there, tie=tie, score=score, rule=rule, why=why)
        return Edge(names, link, judgement.barred or unlike)

    def apart(self, one: Group, other: Group) -> bool:
        """Whether two groups must not be joined: by decision, by what stands around them, or by their names."""
        if other.id in one.apart:
            return True
        side = (self._ledger.edge.get(one.id) or {}).get(other.id)
        if side is not None:
            return Side.APART in side
        verdict = self._names(one, other)
        return verdict is not None and self._are_settled(one, other, verdict)

    def _around(self, group: str) -> Around:
        found = self._ledger.around.get(group)
        assert found is not None, "a group has members"
        return found

    def _names(self, one: Group, other: Group) -> NameVerdict | None:
        """What the names of two groups say; None where neither names nor a report bring them together."""
        if one.kind is None or one.kind != other.kind or not one.folded.isdisjoint(other.folded):
            return None  # equal names were judged before
        if other.id < one.id:
            one, other = other, one
        compared = self._paired(one, other)
        if not compared and not self._told(one, other):
            return None
        return _verdict(one.full, other.full, compared, str(one.kind), self._compare)

    def _are_settled(self, one: Group, other: Group, verdict: NameVerdict) -> bool:
        return hopeless(verdict) and not self._told(one, other) and one.places.isdisjoint(other.places)

    def _told(self, one: Group, other: Group) -> bool:
        """Whether a report says that two groups are one."""
        return other.id in self._told_of(one) or one.id in self._told_of(other)

    def _told_of(self, group: Group) -> frozenset[str]:
        """The groups that a report says a group is too."""
        if not group.told:
            return frozenset()
        if group.id not in self._told_as:
            self._told_as[group.id] = frozenset(groups_of(self._ledger, sorted(group.told)).values())
        return self._told_as[group.id]

    def _paired(self, one: Group, other: Group) -> list[tuple[str, str]]:
        theirs = {f"{other.kind}|{text}": text for text in other.texts}
        return [
            (text, theirs[name]) for text in one.texts for name in self._met(f"{one.kind}|{text}") if name in theirs
        ]

    def _met(self, name: str) -> set[str]:
        """The names that one is compared with: partners, and those that are known to have the same bearer."""
        if name in self._mates:
            return self._mates[name]
        found = set(self._blocks.paired(name))
        bearer = self._compare.bearer(parsed(name))
        if bearer is not None:
            found.update(self._ledger.bearer.get(bearer_key(bearer)) or ())
        found.discard(name)
        self._mates[name] = found
        return found


def bearer_key(bearer: Bearer) -> str:
    """The row of a known bearer's names: nothing in the words of Daesh and ISIL brings them together."""
    return f"{bearer.kind}|{bearer.names[0]}"


def _worth_asking(names: NameVerdict) -> bool:
    """Whether a person should be asked about names that leave it open.

    Not where they are unlike by themselves, however much stands around both; nor about a place and its kind (Gezira,
    Gezira state): the map joins or parts these, and people who have both can tell no more.
    """
    return names.verdict is Answer.SAME


def _verdict(
    one: Sequence[str],
    other: Sequence[str],
    compared: Sequence[tuple[str, str]],
    kind: str,
    compare: Comparisons,
) -> NameVerdict:
    """What the names of two clusters say: the best pair, unless their full names say something decisive.

    one, other: the full names of each; compared: names of theirs that blocking paired.
    """
    best = _NOTHING
    for a in one[:_FULL]:
        for b in other[:_FULL]:
            found = compare(a, b, kind)
            if found.rule in _DECISIVE or found.verdict is Answer.RELATED:
                return found
            best = _surer(best, found)
    if len(one) == len(other) == 1 and compared == [(one[0], other[0])]:
        return best  # most clusters go by one name
    for couple in compared:
        if _telling(couple, one, other):
            best = _surer(best, compare(*couple, kind))
    return best


def _telling(couple: tuple[str, str], one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of two names at least is a full one: two bodies are each called "the air force" in their reports."""
    return any(text in one or text in other for text in couple)


def _surer(one: NameVerdict, other: NameVerdict) -> NameVerdict:
    """The surer of two verdicts; of equals the one whose sentence comes last in the alphabet."""
    if other.score != one.score:
        return one if other.score < one.score else other
    return one if other.sentence <= one.sentence else other
