"""Entities: who and what is named over all documents, put together from what each document names and from decisions.

An entity is computed and never edited. What decisions speak of are its members, and these have ids that another reading
of the same page gives again.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from reportedly.records.mention import Kind


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """What one document names: the chains of one name in it, with what the document says of them.

    id: document, family of kinds and folded name ("d1|person|qassem soleimani"). name: the fullest; spellings: all that
    the document writes; mentions: how often. published: ISO day.
    Context, each a folded name unless it says otherwise: bodies that it leads or belongs to; roles: words of its
    offices; places where it is; together: other names of the document. Ids of members of the same document: known_as,
    other names of it, by the text's own words; kin; beside: named in one sentence with it. died: the last ISO day on
    which it can have died; seen: ISO days on which it acted. place: id in the
    gazetteer, of a place that was resolved.
    """

    id: str
    document_id: str
    name: str
    kind: Kind
    spellings: tuple[str, ...] = ()
    mentions: int = 1
    published: str | None = None
    bodies: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    together: frozenset[str] = frozenset()
    known_as: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    died: str | None = None
    seen: frozenset[str] = frozenset()
    place: int | None = None


class Tie(StrEnum):
    """What two members are to one another."""

    SAME = "same"
    UNSURE = "unsure"  # for a person to decide
    RELATED = "related"
    DIFFERENT = "different"


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A judged pair of members. left < right: ids. score: probability that they are one. rule, why: for a person.

    decision: number of the decision that it comes from, None for the machine's own.
    """

    left: str
    right: str
    tie: Tie
    score: float
    rule: str
    why: str
    decision: int | None = None


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """A decision or a link that was not followed, because another forbids it. against: numbers of the decisions."""

    left: str
    right: str
    why: str
    decision: int | None = None
    against: tuple[int, ...] = ()


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """One person, group, place or thing over all documents.

    id: made of its earliest member, so it holds when later reports are read. name: chosen by a person, else the name
    that most documents write. members: ids, ascending. names: every spelling, commonest first. links: those that hold
    it together.
    """

    id: str
    name: str
    kind: Kind
    members: tuple[str, ...]
    names: tuple[str, ...]
    documents: tuple[str, ...]
    links: tuple[Link, ...] = ()


class Entities(msgspec.Struct, frozen=True, kw_only=True):
    """All entities, by id. queue: pairs for a person to decide, likeliest first; unlisted: how many less likely ones
    wait behind them. refusals: what was not followed.
    """

    entities: tuple[Entity, ...] = ()
    queue: tuple[Link, ...] = ()
    unlisted: int = 0
    refusals: tuple[Refusal, ...] = ()
