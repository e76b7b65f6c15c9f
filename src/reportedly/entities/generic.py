"""Names that every land has a bearer for: "Interior Ministry" in two reports is two ministries until more is known."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from reportedly.entities.aliases import load_aliases
from reportedly.entities.around import Around, around, merged, signs
from reportedly.entities.clusters import Clusters
from reportedly.entities.judge import JOINED, Surroundings, barrier, probability
from reportedly.entities.name import name_kind, parse_name
from reportedly.records.entity import Link, Member, Tie
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words
from reportedly.text.fold import key

#: What an equal generic name says by itself.
_EQUAL: Final = 0.5
_RULE: Final = "generic name"


def is_generic(member: Member) -> bool:
    """Whether a body's or place's name is made of words that many are made of, and is nobody's known name."""
    return member.kind not in {Kind.PERSON, Kind.STATE} and _is_generic(member.name, member.kind)


@lru_cache(maxsize=65_536)
def _is_generic(name: str, kind: Kind) -> bool:
    known = words("resolution", "generic")
    if not all(word in known for word in key(name).split()):
        return False
    return load_aliases().bearer(parse_name(name, name_kind(kind))) is None


def join_generic_names(equals: Iterable[Member], clusters: Clusters, surroundings: Surroundings) -> None:
    """Joins equal generic names of reports that have much in common. equals: oldest report first."""
    piles: list[tuple[Member, Around]] = []
    for member in equals:
        own = around([member])
        scored = [(_score(own, pooled, surroundings), i) for i, (_, pooled) in enumerate(piles)]
        best = max(scored, key=lambda pair: (pair[0], -pair[1]), default=(0.0, -1))
        if best[0] >= JOINED and clusters.join(_link(piles[best[1]][0], member, best[0])):
            first, pooled = piles[best[1]]
            piles[best[1]] = (first, merged(pooled, own))
        else:
            piles.append((member, own))


def _score(left: Around, right: Around, surroundings: Surroundings) -> float:
    if barrier(left, right) is not None:
        return 0.0
    if left.gazetteer & right.gazetteer:
        return JOINED
    return probability(_EQUAL, signs(left, right, surroundings.spread, surroundings.documents).weight)


def _link(one: Member, other: Member, score: float) -> Link:
    left, right = sorted((one.id, other.id))
    why = f"Both reports write “{one.name}” and have much else in common."
    return Link(left=left, right=right, tie=Tie.SAME, score=score, rule=_RULE, why=why)
