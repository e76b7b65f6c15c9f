"""Records of reference lists (sanctions lists, FollowTheMoney data, Wikidata), which a user hands over: evidence, never
truth. Whether a record speaks of an entity of the base is for a person to say.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from reportedly.records.mention import Kind


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """That a record stands on a list. authority: whose list it is, as reports call it; None where nobody lists.

    since: ISO day of the listing; programmes: under which it is listed.
    """

    list: str
    authority: str | None = None
    since: str | None = None
    programmes: tuple[str, ...] = ()


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One record of a list.

    id: unlike any of another list ("ofac-36", "un-QDi.001", "Q42"), and the same in every format of one list. names:
    the main one first, then other full ones; weak: those that the list itself holds to be weak. kind: Person or
    Organisation, None for what is compared with nobody (a ship). births: days or years, as the list writes them.
    identifiers: numbers of passports, registers and the like, each with what it is.
    """

    id: str
    names: tuple[str, ...]
    kind: Kind | None
    weak: tuple[str, ...] = ()
    births: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    listings: tuple[Listing, ...] = ()


class Broken(msgspec.Struct, frozen=True, kw_only=True):
    """A record that could not be read. place: its number in the file, from 1; reason: the same words for all alike."""

    place: int
    reason: str


class ListHead(msgspec.Struct, frozen=True, kw_only=True):
    """What a file is. published: ISO day of this edition; authorities: whose listings it holds without a gap.

    whole: whether a record that it lacks is on the list no longer.
    """

    name: str
    published: str | None = None
    authorities: tuple[str, ...] = ()
    whole: bool = True


class Entered(msgspec.Struct, frozen=True, kw_only=True):
    """A listing that a file tells apart from the record that it is of, before or after it."""

    record: str
    listing: Listing


Record = ListHead | Listed | Entered | Broken


class ReadList(msgspec.Struct, frozen=True, kw_only=True):
    """A list that a base was compared with. records: how many it had; read_at: ISO 8601 UTC."""

    name: str
    published: str | None
    authorities: tuple[str, ...]
    records: int
    read_at: str


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A record that may speak of what a document names. member: id (see `records.entity`); list: where it stands.

    score: probability by the names; why: for a person. gone: whether a later edition of the list lacks the record.
    """

    member: str
    record: Listed
    list: str
    score: float
    rule: str
    why: str
    gone: bool = False


class LinkState(StrEnum):
    """What people have decided about a link from an entity to a record."""

    PENDING = "pending"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class ListLink(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal with the entity that it is about now, and what was decided. decision: its number in the log.

    taken: another entity that the record was confirmed to be; whoever confirms it here too says that the two are one.
    """

    entity: str
    name: str
    proposal: Proposal
    state: LinkState = LinkState.PENDING
    decision: int | None = None
    taken: str | None = None
