"""Records of reference lists (sanctions lists, FollowTheMoney data), which a user hands over: evidence, never truth."""

from __future__ import annotations

import msgspec

from reportedly.records.mention import Kind


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One record of a list.

    id: as on the list. names: the main one first, then other full ones; weak: those that the list itself holds to be
    weak. kind: Person or Organisation, None for what is compared with nobody (a ship). programmes: under which it is
    listed; since: day of the listing; births: days or years, as the list writes them.
    """

    id: str
    names: tuple[str, ...]
    kind: Kind | None
    weak: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    since: str | None = None
    births: tuple[str, ...] = ()


class Broken(msgspec.Struct, frozen=True, kw_only=True):
    """A record that could not be read. place: its number in the file, from 1; reason: the same words for all alike."""

    place: int
    reason: str


Record = Listed | Broken


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A record that may speak of an entity of the base. score: probability by the names; why: for a person.

    state: what people have decided about it; "unreviewed", as long as decisions on lists are not kept.
    """

    entity: str
    name: str
    record: Listed
    score: float
    rule: str
    why: str
    state: str = "unreviewed"
