"""Members with equal full names: one bearer, unless something speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from reportedly.entities.around import Around, around, merged, signs
from reportedly.entities.clusters import Clusters
from reportedly.entities.judge import JOINED, Surroundings, barrier, probability
from reportedly.entities.words import load_name_words
from reportedly.records.entity import Link, Member, Tie
from reportedly.text.fold import key

#: Two reports that write one full name mean one bearer, with this probability, as long as nothing else is known.
_EQUAL: Final = 0.95
_RULE: Final = "equal names"


def join_equal_names(equals: Iterable[Member], clusters: Clusters, surroundings: Surroundings) -> None:
    """Joins members of one family and one folded name, but for legal forms. None is a bare or generic name."""
    ordered = sorted(equals, key=lambda m: (m.published or "9999", m.id))
    if len(ordered) > 1:
        _join(ordered, clusters, surroundings)


def without_form(name: str) -> str:
    """A folded name without the legal forms at its end; one of nothing else stays as it is."""
    words, forms = name.split(), load_name_words().forms
    end = len(words)
    while end > 1 and words[end - 1] in forms:
        end -= 1
    return " ".join(words[:end])


def _join(equals: list[Member], clusters: Clusters, surroundings: Surroundings) -> None:
    if not disputed(equals) and not any(clusters.restricted(m.id) for m in equals):
        for one, other in pairwise(equals):
            clusters.join(_link(one, other, _EQUAL))
        return
    piles: list[tuple[list[Member], Around]] = []
    for member in equals:
        own = around([member])
        best: tuple[float, int] | None = None
        for i, (inside, pooled) in enumerate(piles):
            score = _score(own, pooled, surroundings)
            if (
                score >= JOINED
                and not clusters.forbidden(member.id, inside[0].id)
                and (best is None or score > best[0])
            ):
                best = (score, i)
        if best is not None and clusters.join(_link(piles[best[1]][0][0], member, best[0])):
            inside, pooled = piles[best[1]]
            piles[best[1]] = ([*inside, member], merged(pooled, own))
        else:
            piles.append(([member], own))
    for (one_pile, left), (other_pile, right) in ((a, b) for i, a in enumerate(piles) for b in piles[i + 1 :]):
        if _score(left, right, surroundings) < JOINED:
            clusters.keep_apart(one_pile[0].id, other_pile[0].id, "what is told of them does not fit one bearer")


def disputed(equals: Sequence[Member]) -> bool:
    """Whether what is told of these could keep some of them apart, so that each must be looked at."""
    if len({m.place for m in equals if m.place is not None}) > 1:
        return True
    if any(m.died for m in equals) and any(m.seen for m in equals):
        return True
    ids = {m.id for m in equals}
    return any(not ids.isdisjoint(m.kin) or not ids.isdisjoint(m.beside) for m in equals)


def _score(left: Around, right: Around, surroundings: Surroundings) -> float:
    if barrier(left, right) is not None:
        return 0.0
    weight = signs(left, right, surroundings.spread, surroundings.documents).weight
    return probability(_EQUAL, weight)


def _link(one: Member, other: Member, score: float) -> Link:
    left, right = sorted((one.id, other.id))
    why = f"Both reports write “{one.name}”."
    if one.name != other.name and key(one.name) != key(other.name):
        why = f"“{one.name}” and “{other.name}” differ in their legal form only."
    return Link(left=left, right=right, tie=Tie.SAME, score=score, rule=_RULE, why=why)
