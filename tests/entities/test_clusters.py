"""Clusters grow and never join what must stay apart."""

from __future__ import annotations

from reportedly.entities.clusters import Clusters
from reportedly.records.entity import Link, Tie


def _link(left: str, right: str, decision: int | None = None) -> Link:
    return Link(left=left, right=right, tie=Tie.SAME, score=0.9, rule="test", why="told", decision=decision)


def test_joining_is_transitive() -> None:
    """Two links make one cluster of three, with both links."""
    clusters = Clusters("abcd")
    assert clusters.join(_link("a", "b"))
    assert clusters.join(_link("b", "c"))
    assert clusters.roots() == ["a", "d"]
    assert clusters.members("a") == {"a", "b", "c"}
    assert len(clusters.links["a"]) == 2


def test_a_third_does_not_bring_two_together_that_must_stay_apart() -> None:
    """What forbids a join is found through clusters, and the refused link is noted with its reason."""
    clusters = Clusters("abc")
    clusters.keep_apart("a", "c", "they differ")
    assert clusters.join(_link("a", "b"))
    assert not clusters.join(_link("b", "c", 7))
    assert clusters.members("c") == {"c"}
    assert [(r.left, r.right, r.why, r.decision) for r in clusters.refusals] == [("b", "c", "they differ", 7)]


def test_what_is_one_already_stays_one() -> None:
    """Keeping apart what was joined before changes nothing."""
    clusters = Clusters("ab")
    clusters.join(_link("a", "b"))
    clusters.keep_apart("a", "b", "too late")
    assert clusters.forbidden("a", "b") == ""
    assert clusters.roots() == ["a"]
