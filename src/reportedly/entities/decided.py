"""What people decided about members: who must be one, who must not, who is left open, and what entities are called.

A later decision never overrides an earlier one silently: one that contradicts what holds is refused, with the decisions
that it contradicts, until these are undone.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from itertools import combinations, pairwise

from reportedly.entities.clusters import Clusters
from reportedly.records.decision import Decision, Verdict, in_force
from reportedly.records.entity import Link, Member, Refusal, Tie
from reportedly.text.fold import key

Couple = frozenset[str]


class Decided:
    """The decisions in force, replayed. Members are ids; those that no document has now are kept too.

    same: member → the members that it must be one with, each with the decision. apart, unsure: couple → decision.
    called: member → name and decision. refusals: decisions that were not followed.
    """

    def __init__(self, log: Iterable[Decision], ids: Mapping[str, str]) -> None:
        self.same: dict[str, dict[str, int]] = defaultdict(dict)
        self.apart: dict[Couple, int] = {}
        self.unsure: dict[Couple, int] = {}
        self.called: dict[str, tuple[str, int]] = {}
        self.refusals: list[Refusal] = []
        for decision in in_force(tuple(log)):
            about = [ids.get(member, member) for member in decision.about]
            if decision.verdict is Verdict.SAME:
                for one, other in pairwise(about):
                    self._join(one, other, decision)
            elif decision.verdict is Verdict.DIFFERENT:
                for other in about[1:]:
                    self._part(about[0], other, decision)
            elif decision.verdict is Verdict.UNSURE:
                for one, other in combinations(sorted(set(about)), 2):
                    self._leave_open(one, other, decision)
            elif decision.verdict is Verdict.RENAME and len(decision.about) > 1:
                self.called[about[0]] = (decision.about[1], decision.id)

    def cluster(self, member: str) -> frozenset[str]:
        """All that a member must be one with, itself included."""
        found, waiting = {member}, deque([member])
        while waiting:
            for other in self.same.get(waiting.popleft(), ()):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return frozenset(found)

    def _join(self, one: str, other: str, decision: Decision) -> None:
        left, right = self.cluster(one), self.cluster(other)
        if one == other or other in left:
            return
        against = sorted({self.apart[c] for c in self.apart if len(c & left) == 1 and len(c & right) == 1})
        if against:
            why = f"decision {against[0]} says that they are different; undo it first"
            self.refusals.append(_refusal(one, other, why, decision, tuple(against)))
            return
        self.same[one][other] = decision.id
        self.same[other][one] = decision.id
        for couple in [c for c in self.unsure if c <= left | right]:
            del self.unsure[couple]  # now somebody could tell

    def _leave_open(self, one: str, other: str, decision: Decision) -> None:
        path = self._path(one, other)
        if path:
            why = f"decision {path[0]} says that they are one; undo it first"
            self.refusals.append(_refusal(one, other, why, decision, tuple(path)))
            return
        self.unsure[frozenset((one, other))] = decision.id

    def _part(self, one: str, other: str, decision: Decision) -> None:
        path = self._path(one, other)
        if one == other or path:
            why = "they are one member" if one == other else f"decision {path[0]} says that they are one; undo it first"
            self.refusals.append(_refusal(one, other, why, decision, tuple(path)))
            return
        self.apart[frozenset((one, other))] = decision.id

    def _path(self, one: str, other: str) -> list[int]:
        """The decisions that make two members one, in order; none if they are not."""
        came: dict[str, tuple[str, int]] = {}
        waiting = deque([one])
        while waiting:
            here = waiting.popleft()
            if here == other:
                path = []
                while here != one:
                    here, number = came[here]
                    path.append(number)
                return path[::-1]
            for there, number in sorted(self.same.get(here, {}).items()):
                if there != one and there not in came:
                    came[there] = (here, number)
                    waiting.append(there)
        return []


def follow(decided: Decided, clusters: Clusters) -> None:
    """What people decided, before anything that the machine thinks."""
    known = set(clusters.roots())
    for couple, number in sorted(decided.apart.items(), key=lambda pair: pair[1]):
        for left, right in _present(couple, decided, known):
            clusters.keep_apart(left, right, f"decision {number} says that they are different")
    for couple, number in sorted(decided.unsure.items(), key=lambda pair: pair[1]):
        for left, right in _present(couple, decided, known):
            clusters.keep_apart(left, right, f"decision {number} leaves it open")
    for one in sorted(known & decided.same.keys()):
        present = sorted(decided.cluster(one) & known)
        for left, right in pairwise(present):
            number = min(decided.same[left].values())
            clusters.join(_decided_link(left, right, number))


def bound_cells(
    log: Iterable[Decision], ids: Mapping[str, str], cells: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Each cell that decisions bring together with others (undone ones too), with all of these and itself.

    ids: see `ids_by_spelling`; cells: of the members at hand that decisions speak of.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for number, decision in enumerate(log):
        for node in decision.about:
            near[f"#{number}"].add(ids.get(node, node))
            near[ids.get(node, node)].add(f"#{number}")
    for member, cell in cells.items():
        near[member].add(f"={cell}")
        near[f"={cell}"].add(member)
    found: dict[str, tuple[str, ...]] = {}
    for cell in sorted(set(cells.values())):
        if cell not in found:
            seen, waiting = {f"={cell}"}, [f"={cell}"]
            while waiting:
                more = near[waiting.pop()] - seen
                seen |= more
                waiting += more
            together = tuple(sorted(node[1:] for node in seen if node.startswith("=")))
            found.update(dict.fromkeys(together, together))
    return found


def _present(couple: frozenset[str], decided: Decided, known: set[str]) -> Iterable[tuple[str, str]]:
    """The couples of members at hand that a couple of a decision stands for: what must be one goes together."""
    one, other = sorted(couple)
    for left in sorted(decided.cluster(one) & known):
        for right in sorted(decided.cluster(other) & known):
            yield left, right


def _decided_link(left: str, right: str, number: int) -> Link:
    why = f"Decision {number} says that they are one."
    return Link(left=left, right=right, tie=Tie.SAME, score=1.0, rule="decision", why=why, decision=number)


def ids_by_spelling(members: Iterable[Member]) -> dict[str, str]:
    """Every id that a decision may know a member by → its id now.

    A newer engine may find a fuller name in the same page; the decision then knows the member by one of its spellings.
    What two members of a document are both written as stands for neither.
    """
    known = tuple(members)
    found: dict[str, str | None] = {}
    for member in known:
        document, family, _ = member.id.rsplit("|", 2)
        for spelling in {key(text) for text in member.spellings}:
            other = f"{document}|{family}|{spelling}"
            found[other] = member.id if found.get(other, member.id) == member.id else None
    return {other: now for other, now in found.items() if now is not None} | {m.id: m.id for m in known}


def _refusal(one: str, other: str, why: str, decision: Decision, against: tuple[int, ...]) -> Refusal:
    left, right = sorted((one, other))
    return Refusal(left=left, right=right, why=why, decision=decision.id, against=against)
