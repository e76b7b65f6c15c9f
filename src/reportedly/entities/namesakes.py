"""Members with equal full names: one bearer, unless something speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from reportedly.entities.around import Around, around, merged, signs
from reportedly.entities.clusters import Clusters
from reportedly.entities.judge import JOINED, Surroundings, barrier, probability
from reportedly.entities.tally import in_time, is_disputed, tally_of
from reportedly.entities.words import load_name_words
from reportedly.records.entity import Link, Member, Tie
from reportedly.text.fold import key

#: Two reports that write one full name mean one bearer, with this probability, as long as nothing else is known.
_EQUAL: Final = 0.95
_RULE: Final = "equal names"


def join_equal_names(equals: Iterable[Member], clusters: Clusters, surroundings: Surroundings) -> None:
    """Joins members of one family and one folded name, but for legal forms. None is a bare or generic name."""
    ordered = sorted(equals, key=in_time)
    if len(ordered) > 1:
        _join(ordered, clusters, surroundings)


def equal_names(equals: Sequence[Member]) -> tuple[Link, ...]:
    """The links between members that are all one, in the order that they come in."""
    return tuple(link_of(one, other, _EQUAL) for one, other in pairwise(equals))


def without_form(name: str) -> str:
    """A folded name without the legal forms at its end; one of nothing else stays as it is."""
    words, forms = name.split(), load_name_words().forms
    end = len(words)
    while end > 1 and words[end - 1] in forms:
        end -= 1
    return " ".join(words[:end])


def _join(equals: list[Member], clusters: Clusters, surroundings: Surroundings) -> None:
    if not is_disputed(tally_of(equals)) and not any(clusters.restricted(m.id) for m in equals):
        for link in equal_names(equals):
            clusters.join(link)
        return
    piles: list[tuple[Member, Around]] = []
    for member in equals:
        own = around([member])
        allowed = [not clusters.forbidden(member.id, first.id) for first, _ in piles]
        best = best_pile(own, [pooled for _, pooled in piles], surroundings, allowed)
        if best is not None and clusters.join(link_of(piles[best[1]][0], member, best[0])):
            first, pooled = piles[best[1]]
            piles[best[1]] = (first, merged(pooled, own))
        else:
            piles.append((member, own))
    for (one, left), (other, right) in ((a, b) for i, a in enumerate(piles) for b in piles[i + 1 :]):
        if are_apart(left, right, surroundings):
            clusters.keep_apart(one.id, other.id, "what is told of them does not fit one bearer")


def best_pile(
    own: Around, piles: Sequence[Around], surroundings: Surroundings, allowed: Sequence[bool] | None = None
) -> tuple[float, int] | None:
    """The pile that a member with an equal name goes to, after how likely that is; None for one of its own."""
    best: tuple[float, int] | None = None
    for i, pooled in enumerate(piles):
        score = _score(own, pooled, surroundings)
        if score >= JOINED and (allowed is None or allowed[i]) and (best is None or score > best[0]):
            best = (score, i)
    return best


def are_apart(left: Around, right: Around, surroundings: Surroundings) -> bool:
    """Whether two piles of equal names must not be joined by anything else."""
    return _score(left, right, surroundings) < JOINED


def _score(left: Around, right: Around, surroundings: Surroundings) -> float:
    if barrier(left, right) is not None:
        return 0.0
    weight = signs(left, right, surroundings.spread, surroundings.documents).weight
    return probability(_EQUAL, weight)


def link_of(one: Member, other: Member, score: float) -> Link:
    """The link between two members with equal names."""
    left, right = sorted((one.id, other.id))
    why = f"Both reports write “{one.name}”."
    if one.name != other.name and key(one.name) != key(other.name):
        why = f"“{one.name}” and “{other.name}” differ in their legal form only."
    return Link(left=left, right=right, tie=Tie.SAME, score=score, rule=_RULE, why=why)
