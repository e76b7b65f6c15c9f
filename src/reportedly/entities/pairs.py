"""Pairs of clusters that may be one, judged: by their names, found by blocking, and by what the text says outright."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from reportedly.entities.aliases import Aliases, Bearer, load_aliases
from reportedly.entities.around import Around, around
from reportedly.entities.bare import is_bare
from reportedly.entities.block import candidate_pairs
from reportedly.entities.comparator import Answer, NameVerdict
from reportedly.entities.generic import is_generic
from reportedly.entities.judge import Surroundings, hopeless, judge
from reportedly.entities.name import Name, NameKind, parse_name
from reportedly.entities.names import compare_parsed
from reportedly.records.entity import Link, Member, Tie
from reportedly.records.mention import Kind

_KINDS: Final = {kind.value: kind for kind in NameKind}
#: Rules of names that a likeness of other spellings does not outweigh.
_DECISIVE: Final = frozenset({"alias", "unit", "servant", "nisba", "generation", "number", "sides"})
#: Full names of a cluster that are compared with those of another.
_FULL: Final = 3
#: Rules of judgements that do not go by likeness.
_OUTRIGHT: Final = frozenset({"known alias", "also known as", "one place"})
_NOTHING: Final = NameVerdict(Answer.DIFFERENT, 0.05, "no names", "Their names do not meet.")


class Comparisons:
    """Compares each pair of names once, however many clusters bear them.

    known: verdicts that the same engine reached before with the same table of aliases, by kind and the two names in
    order of the alphabet; fresh: those that this one reached. seen: called for each of these, to show that it goes on.
    """

    def __init__(
        self,
        known: Mapping[tuple[str, str, str], NameVerdict] | None = None,
        aliases: Aliases | None = None,
        seen: Callable[[], None] | None = None,
    ) -> None:
        self._known = known or {}
        self._aliases = aliases
        self._seen = seen
        self.fresh: dict[tuple[str, str, str], NameVerdict] = {}

    def bearer(self, name: Name) -> Bearer | None:
        """Who is known to bear a name, or None."""
        return (load_aliases() if self._aliases is None else self._aliases).bearer(name)

    def __call__(self, left: str, right: str, kind: str) -> NameVerdict:
        """How two names of a kind (the value of a `NameKind`) compare, in whatever order they are given."""
        key = (kind, right, left) if right < left else (kind, left, right)
        verdict = self._known.get(key) or self.fresh.get(key)
        if verdict is None:
            one, other = (parse_name(text, _KINDS[kind]) for text in key[1:])
            verdict = self.fresh[key] = compare_parsed(one, other, self._aliases)
            if self._seen is not None:
                self._seen()
        return verdict


def judged_pairs(
    groups: Sequence[Sequence[Member]], surroundings: Surroundings, compare: Comparisons
) -> tuple[list[Link], list[tuple[str, str, str]]]:
    """Links to follow or to ask about, surest first; and members whose clusters must not be joined, with the reason.

    groups: the members of each cluster, ascending. Clusters of equal names were judged before and are passed over.
    """
    contexts = _Contexts(groups)
    names, holders = _names(groups)
    pairs: dict[tuple[int, int], list[tuple[str, str]]] = defaultdict(list)
    for i, j in {*candidate_pairs(names), *_known_pairs(names, compare)}:
        here, there = names[i].text, names[j].text
        for one in holders[i]:
            for other in holders[j]:
                if one < other:
                    pairs[one, other].append((here, there))
                elif other < one:
                    pairs[other, one].append((there, here))
    for one, other in sorted(contexts.told):
        pairs.setdefault((one, other), [])
    found: list[Link] = []
    apart: list[tuple[str, str, str]] = []
    kinds = [_kind(group) for group in groups]
    lands = [frozenset(m.kind is Kind.STATE for m in group) for group in groups]
    folded = [frozenset(m.id.rsplit("|", 1)[1] for m in group) for group in groups]
    full = [sorted({m.name for m in group}) for group in groups]
    for (one, other), compared in pairs.items():
        kind = kinds[one]
        if kind is None or kind is not kinds[other] or not folded[one].isdisjoint(folded[other]):
            continue
        verdict = _verdict(full[one], full[other], compared, kind.value, compare)
        if hopeless(verdict) and not contexts.are_one(one, other):
            apart.append((groups[one][0].id, groups[other][0].id, verdict.sentence))
            continue
        judgement = judge(contexts[one], contexts[other], verdict, kind, surroundings)
        here, there = sorted((groups[one][0].id, groups[other][0].id))
        tie, score, rule, why = judgement.tie, judgement.score, judgement.rule, judgement.why
        # a land is no town whose name is like its own (Sweden, Sidon)
        unlike = rule not in _OUTRIGHT and lands[one].isdisjoint(lands[other])
        if judgement.barred or unlike:
            apart.append((here, there, why))
        if not unlike and (tie is Tie.SAME or (tie is Tie.UNSURE and _worth_asking(verdict))):
            found.append(Link(left=here, right=there, tie=tie, score=score, rule=rule, why=why))
    return sorted(found, key=lambda link: (-link.score, link.left, link.right)), apart


class _Contexts:
    """What stands around each cluster, put together when it is asked for: most pairs are settled by their names."""

    def __init__(self, groups: Sequence[Sequence[Member]]) -> None:
        self._groups = groups
        self._around: dict[int, Around] = {}
        self._map = [frozenset(m.place for m in group if m.place is not None) for group in groups]
        number_of = {member.id: number for number, group in enumerate(groups) for member in group}
        told = (
            (number_of[member.id], number_of[other])
            for group in groups
            for member in group
            for other in member.known_as
            if other in number_of
        )
        #: Clusters that a report says are one, the lower number first.
        self.told = frozenset((min(couple), max(couple)) for couple in told if couple[0] != couple[1])

    def __getitem__(self, number: int) -> Around:
        if number not in self._around:
            self._around[number] = around(self._groups[number])
        return self._around[number]

    def are_one(self, one: int, other: int) -> bool:
        """Whether a report or the map has two clusters as one."""
        return (min(one, other), max(one, other)) in self.told or not self._map[one].isdisjoint(self._map[other])


def _worth_asking(names: NameVerdict) -> bool:
    """Whether a person should be asked about names that leave it open.

    Not where they are unlike by themselves, however much stands around both; nor about a place and its kind (Gezira,
    Gezira state): the map joins or parts these, and people who have both can tell no more.
    """
    return names.verdict is Answer.SAME


def _known_pairs(names: Sequence[Name], compare: Comparisons) -> Iterator[tuple[int, int]]:
    """Pairs of names that are known to have one bearer: nothing in the words of Daesh and ISIL brings them together."""
    borne: dict[tuple[NameKind, str], list[int]] = defaultdict(list)
    for i, name in enumerate(names):
        bearer = compare.bearer(name)
        if bearer is not None:
            borne[bearer.kind, bearer.names[0]].append(i)
    for those in borne.values():
        yield from combinations(those, 2)


def _kind(group: Sequence[Member]) -> NameKind | None:
    return _KINDS.get(group[0].id.rsplit("|", 2)[1])


def _texts(group: Iterable[Member], kind: NameKind) -> set[str]:
    """The names to compare: full ones, and a group's short forms, which its own reports tie to it."""
    telling = [member for member in group if not is_bare(member) and not is_generic(member)]
    texts = {member.name for member in telling}
    if kind is NameKind.GROUP:
        texts.update(text for member in telling for text in member.spellings)
    return texts


def _names(groups: Sequence[Sequence[Member]]) -> tuple[list[Name], Mapping[int, list[int]]]:
    """Every name once, in order of the alphabet, and the clusters that bear it."""
    bearers: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        kind = _kind(group)
        if kind is not None:
            for text in _texts(group, kind):
                bearers[kind.value, text].add(number)
    ordered = sorted(bearers)
    names = [parse_name(text, _KINDS[kind]) for kind, text in ordered]
    return names, {i: sorted(bearers[key]) for i, key in enumerate(ordered)}


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
