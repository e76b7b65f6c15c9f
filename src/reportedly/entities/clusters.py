"""Clusters of members that grow by joining and never join what must stay apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reportedly.records.entity import Link, Refusal


class Clusters:
    """Disjoint sets of members. A join that would bring two members together that must stay apart is refused."""

    def __init__(self, members: Iterable[str]) -> None:
        self._root = {member: member for member in members}
        self._inside = {member: {member} for member in self._root}
        self._apart: dict[str, dict[str, str]] = defaultdict(dict)  # root → member that it may not hold → why
        self.links: dict[str, list[Link]] = defaultdict(list)
        self.refusals: list[Refusal] = []

    def root(self, member: str) -> str:
        """The member that stands for a cluster just now."""
        while self._root[member] != member:
            self._root[member] = self._root[self._root[member]]
            member = self._root[member]
        return member

    def members(self, root: str) -> frozenset[str]:
        """All members of a cluster."""
        return frozenset(self._inside[root])

    def roots(self) -> list[str]:
        """All clusters, ascending."""
        return sorted(member for member, root in self._root.items() if member == root)

    def keep_apart(self, one: str, other: str, why: str) -> None:
        """From now on the clusters of two members are not joined. If they are one already, nothing changes."""
        left, right = self.root(one), self.root(other)
        if left != right:
            self._apart[left].setdefault(other, why)
            self._apart[right].setdefault(one, why)

    def kept_apart(self, root: str) -> frozenset[str]:
        """Members that a cluster must not be joined with."""
        return frozenset(self._apart.get(root, ()))

    def restricted(self, member: str) -> bool:
        """Whether anything is kept apart from a member's cluster."""
        return bool(self._apart.get(self.root(member)))

    def forbidden(self, one: str, other: str) -> str:
        """Why the clusters of two members may not be joined, or ""."""
        apart, inside = self._apart.get(self.root(one), {}), self._inside[self.root(other)]
        fewer, more = sorted((apart, inside), key=len)
        member = min((m for m in fewer if m in more), default=None)
        return "" if member is None else apart[member]

    def join(self, link: Link) -> bool:
        """Joins the clusters of a link's members; False when something forbids it, which is noted as a refusal."""
        left, right = sorted((self.root(link.left), self.root(link.right)))
        if left != right:
            why = self.forbidden(left, right)
            if why:
                self.refusals.append(Refusal(left=link.left, right=link.right, why=why, decision=link.decision))
                return False
            self._root[right] = left
            self._inside[left] |= self._inside.pop(right)
            for member, reason in self._apart.pop(right, {}).items():
                self._apart[left].setdefault(member, reason)
            self.links[left] += self.links.pop(right, [])
        self.links[left].append(link)
        return True
