"""Joining things one by one, with the reason of each join kept."""

from __future__ import annotations


class Joins:
    """Union-find over 0..size-1; the smallest member stands for its set. `why` holds the last reason of each set."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._members: dict[int, list[int]] = {i: [i] for i in range(size)}
        self.why: dict[int, str] = {}

    def find(self, i: int) -> int:
        """Who stands for the set of i."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, a: int, b: int, why: str) -> None:
        """Make one set of those of a and b."""
        a, b = sorted((self.find(a), self.find(b)))
        if a == b:
            return
        self._parent[b] = a
        self._members[a] += self._members.pop(b)
        self.why[a] = why

    def members(self, i: int) -> list[int]:
        """All in the set of i, in the order in which they were joined."""
        return self._members[self.find(i)]

    def same(self, a: int, b: int) -> bool:
        """Whether a and b are in one set."""
        return self.find(a) == self.find(b)

    def sets(self) -> list[list[int]]:
        """All sets, each ascending, by first member."""
        return [sorted(self._members[root]) for root in sorted(self._members)]
