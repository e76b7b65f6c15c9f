"""What documents say around a name, and how far it speaks for or against two names having one bearer.

The weights are log odds, set by hand: no public data marks who is who across reports of conflicts with their context.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from heapq import nsmallest
from typing import Final

import msgspec

from reportedly.entities.aliases import load_aliases
from reportedly.entities.name import NameKind, parse_name
from reportedly.records.entity import Member

_BODY: Final = 2.0
_ROLE: Final = 0.8
_PLACE: Final = 0.6
_TOGETHER: Final = 1.2
_TOGETHER_MOST: Final = 2.0
_OTHER_BODIES: Final = -0.7
_ONE_DOCUMENT: Final = -4.0
_DEAD: Final = -5.0
#: News of a death runs behind it, and so do accounts of the dead.
_SPARE_DAYS: Final = 3
#: Of so many documents or fewer, all names that stand near say the same.
FEW: Final = 8
_OF_FEW: Final = 0.5
#: A name in more than this share of the documents says nothing about who stands beside it.
_EVERYWHERE: Final = 0.25
#: Names that stand near both, of which it is asked how much they say: so many say enough.
_LOOKED_AT: Final = 64


def number_of(text: str) -> int:
    """A number that stands for a text wherever texts are only compared: of 64 bits, so that no two texts share one."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


@lru_cache(maxsize=65_536)
def meaning_of(name: str) -> int:
    """What spellings and translations of a folded name share, so that contexts meet: "quds force", "qods force"."""
    parsed = parse_name(name, NameKind.GROUP)
    bearer = load_aliases().bearer(parsed)
    meaning = bearer.names[0] if bearer is not None else " ".join(sorted(t.key for t in parsed.tokens)) or name
    return number_of(meaning)


def _by_meaning(names: Iterable[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for name in names:
        meaning = meaning_of(name)
        if meaning not in found or name < found[meaning]:
            found[meaning] = name
    return found


class Around(msgspec.Struct, frozen=True):
    """The context of one member or of all members of a cluster, taken together. Ids are numbers (see `number_of`).

    bodies: what names mean (see `meaning_of`) → the first of the names; together: what names mean.
    """

    members: frozenset[int]
    documents: frozenset[int]
    bodies: dict[int, str]
    roles: frozenset[str]
    places: frozenset[str]
    together: frozenset[int]
    known_as: frozenset[int]
    kin: frozenset[int]
    beside: frozenset[int]
    gazetteer: frozenset[int]
    died: str | None
    seen: frozenset[str]


class Signs(msgspec.Struct, frozen=True):
    """What the context says. weight: log odds; shared: of that, what speaks for one bearer; reasons: for a person."""

    weight: float
    shared: float
    reasons: tuple[str, ...]


def around(members: Iterable[Member]) -> Around:
    """The context of members taken together. They must be at least one."""
    known = tuple(members)
    all_of = frozenset[str]().union
    return Around(
        _numbers(member.id for member in known),
        _numbers(member.document_id for member in known),
        _by_meaning(all_of(*(member.bodies for member in known))),
        all_of(*(member.roles for member in known)),
        all_of(*(member.places for member in known)),
        frozenset(map(meaning_of, all_of(*(member.together for member in known)))),
        _numbers(all_of(*(member.known_as for member in known))),
        _numbers(all_of(*(member.kin for member in known))),
        _numbers(all_of(*(member.beside for member in known))),
        frozenset(member.place for member in known if member.place is not None),
        max((member.died for member in known if member.died is not None), default=None),
        all_of(*(member.seen for member in known)),
    )


def _numbers(ids: Iterable[str]) -> frozenset[int]:
    return frozenset(map(number_of, ids))


def merged(one: Around, other: Around) -> Around:
    """The context of two clusters taken together."""
    died = [day for day in (one.died, other.died) if day is not None]
    return Around(
        one.members | other.members,
        one.documents | other.documents,
        _least(one.bodies, other.bodies),
        one.roles | other.roles,
        one.places | other.places,
        one.together | other.together,
        one.known_as | other.known_as,
        one.kin | other.kin,
        one.beside | other.beside,
        one.gazetteer | other.gazetteer,
        max(died, default=None),
        one.seen | other.seen,
    )


def _least(one: Mapping[int, str], other: Mapping[int, str]) -> dict[int, str]:
    found = dict(one)
    for meaning, name in other.items():
        if meaning not in found or name < found[meaning]:
            found[meaning] = name
    return found


def news(before: Around, after: Around) -> Around:
    """What came to a context. before: all of which is in after."""
    return Around(
        after.members - before.members,
        after.documents - before.documents,
        {meaning: name for meaning, name in after.bodies.items() if before.bodies.get(meaning) != name},
        after.roles - before.roles,
        after.places - before.places,
        after.together - before.together,
        after.known_as - before.known_as,
        after.kin - before.kin,
        after.beside - before.beside,
        after.gazetteer - before.gazetteer,
        None if after.died == before.died else after.died,
        after.seen - before.seen,
    )


def meet(own: Around, came: Around) -> bool:
    """Whether what came to a context can make another of what speaks for and against its and another's one bearer."""
    return (
        not came.documents.isdisjoint(own.documents)
        or bool(came.bodies and own.bodies)
        or not came.roles.isdisjoint(own.roles)
        or not came.places.isdisjoint(own.places)
        or not came.together.isdisjoint(own.together)
        or not came.gazetteer.isdisjoint(own.gazetteer)
        or bool(came.died and own.seen)
        or bool(came.seen and own.died)
    )


def signs(
    left: Around,
    right: Around,
    spread: Mapping[int, int],
    documents: int,
    written: Mapping[str | int, str] | None = None,
    *,
    apart: bool = True,
) -> Signs:
    """What speaks for and against one bearer of two names.

    spread: in how many documents each meaning of a name stands; documents: how many there are; written: how folded
    names, and what they mean, are written, for the reasons only. apart: whether it counts that one report has both.
    """

    def some(names: Iterable[str | int]) -> str:
        return _some(names, written or {})

    shared, reasons = 0.0, []
    bodies = sorted(min(left.bodies[m], right.bodies[m]) for m in left.bodies.keys() & right.bodies.keys())
    if bodies:
        shared += _BODY
        reasons.append(f"both are tied to {some(bodies)}")
    roles = left.roles & right.roles
    if roles:
        shared += _ROLE
        reasons.append(f"both are called {some(roles)}")
    places = left.places & right.places
    if places:
        shared += _PLACE
        reasons.append(f"both are placed in {some(places)}")
    together = {name: telling(spread.get(name, 1), documents) for name in near_both(left, right)}
    named = min(_TOGETHER_MOST, sum(_TOGETHER * share for _, share in sorted(together.items())))
    if named > 0:
        shared += named
        best = sorted((name for name in together if together[name] > 0), key=lambda name: (-together[name], name))
        reasons.append(f"both are named with {some(best)}")
    against = 0.0
    if left.bodies and right.bodies and not bodies:
        against += _OTHER_BODIES
        reasons.append(f"one is tied to {some(left.bodies.values())}, the other to {some(right.bodies.values())}")
    if apart and left.documents & right.documents:
        against += _ONE_DOCUMENT
        reasons.append("one report names both apart")
    for dead, other in ((left, right), (right, left)):
        later = _after(dead.died, other.seen)
        if later is not None:
            against += _DEAD
            reasons.append(f"one was dead by {dead.died}, the other was seen on {later}")
    return Signs(round(shared + against, 6), round(shared, 6), tuple(reasons))


def near_both(left: Around, right: Around) -> list[int]:
    """The names that stand near both, as far as they are looked at."""
    return nsmallest(_LOOKED_AT, left.together & right.together)


def telling(count: int, documents: int) -> float:
    """How much it says that a name of so many of the documents stands near both, 0 to 1: the rarer, the more."""
    if documents <= FEW:
        return _OF_FEW
    return 0.0 if count / documents > _EVERYWHERE else 1 - math.log(1 + count) / math.log(2 + documents)


def _after(died: str | None, seen: frozenset[str]) -> str | None:
    """The first day on which someone was seen who was dead, None if there is none or a day is no full date."""
    if died is None:
        return None
    try:
        limit = date.fromisoformat(died) + timedelta(days=_SPARE_DAYS)
        return next((day for day in sorted(seen) if date.fromisoformat(day) > limit), None)
    except ValueError:
        return None


def _some(names: Iterable[str | int], written: Mapping[str | int, str]) -> str:
    found = list(names) if isinstance(names, list) else sorted(names)
    return ", ".join(written.get(name, str(name)) for name in found[:3])
