"""Who is who in a base, put together from what is kept in it and from the log of decisions.

Nothing is computed from redacted names, so none comes out.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

import msgspec

from reportedly.base.store import Selection, View
from reportedly.entities.comparator import Answer
from reportedly.entities.decided import ids_by_spelling
from reportedly.entities.gather import member_id, members_of, with_places
from reportedly.entities.name import name_kind, parse_name
from reportedly.entities.names import compare_names
from reportedly.entities.pairs import Comparisons
from reportedly.entities.resolve import resolve
from reportedly.errors import NotFoundError
from reportedly.records.claim import Claim
from reportedly.records.entity import Entities, Entity, Member
from reportedly.records.mention import Kind
from reportedly.text.fold import key

#: Likenesses of names this close are equal.
_NEAR: Final = 0.02
_PREFIX: Final = 3


class World(msgspec.Struct, frozen=True, kw_only=True):
    """All members of a base by id, and the entities that they make.

    Members may be loaded as they are asked for: whoever wants all of them goes through all documents.
    """

    members: Mapping[str, Member]
    found: Entities

    def of(self, member: str) -> Entity:
        """The entity of a member. Raises NotFoundError."""
        for entity in self.found.entities:
            if member in entity.members:
                return entity
        raise NotFoundError(f"No report has the member {member!r}.")

    def ids(self, nodes: Iterable[str]) -> dict[str, str]:
        """What decisions and links know a member by → its id now; see `ids_by_spelling`. Only their documents are read.

        nodes: what they speak of; records of lists among it have no member.
        """
        documents = {node.split("|", 1)[0] for node in nodes if "|" in node}
        ids = (member for entity in self.found.entities for member in entity.members)
        return ids_by_spelling(self.members[member] for member in ids if member.split("|", 1)[0] in documents)


class _Kept(Mapping[str, Member]):
    """The members of a base, each document loaded when one of its members is asked for."""

    def __init__(self, base: View, found: Entities) -> None:
        self._base = base
        self._ids = frozenset(member for entity in found.entities for member in entity.members)
        self._loaded: dict[str, dict[str, Member]] = {}

    def __getitem__(self, member: str) -> Member:
        """A member. Raises NotFoundError when its report was read again since the entities were made."""
        if member not in self._ids:
            raise KeyError(member)
        document = member.split("|", 1)[0]
        if document not in self._loaded:
            known = self._base.memory.members(document)
            found = known[document] if document in known else _members(self._base, document)
            self._loaded[document] = {one.id: one for one in found}
        if member not in self._loaded[document]:
            raise NotFoundError(f"The report of {member!r} was just read again. Ask once more.")
        return self._loaded[document][member]

    def __contains__(self, member: object) -> bool:
        return member in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._ids))

    def __len__(self) -> int:
        return len(self._ids)


class Bearers:
    """Who is meant by a name in a document, as claims give it."""

    def __init__(self, known: World) -> None:
        self._entities = {member: entity for entity in known.found.entities for member in entity.members}
        self._named: dict[tuple[str, str], list[str]] = defaultdict(list)
        for member in self._entities:
            document, _, name = member.rsplit("|", 2)
            self._named[document, name].append(member)

    def entity(self, document_id: str, name: str, kind: Kind | None = None) -> Entity | None:
        """The entity that a document calls by this full name; None where it calls nobody so, or two.

        kind: tells two of one name apart; where the document has only one of that name, it is of no matter.
        """
        there = self._named.get((document_id, key(name).replace("|", " ")), [])
        if len(there) == 1:
            return self._entities[there[0]]
        return None if kind is None else self._entities.get(member_id(document_id, kind, name))


def members(base: View) -> Iterator[Member]:
    """The members of each document in turn, ascending within it, all worked out anew."""
    for head in base.heads():
        yield from _members(base, head.id)


def _members(base: View, document_id: str) -> tuple[Member, ...]:
    claims = tuple(base.claims(Selection(document=document_id)))
    found = members_of(base.document(document_id), base.analysis(document_id), claims)
    return with_places(found, _places(found, claims))


def world(base: View, seen: Callable[[], None] | None = None) -> World:
    """Everything that is known of who is who, the same in whatever order reports were read.

    What the base remembers (see `base.memory`) is not worked out again: nothing where nothing has changed, else the
    members of new documents and the names that were not compared before. seen: called for each of these.
    """
    with _no_collecting():
        memory = base.memory
        state = memory.state()
        remembered = memory.entities(state)
        if remembered is not None:
            return World(members=_Kept(base, remembered), found=remembered)
        known = memory.members()
        fresh: dict[str, tuple[Member, ...]] = {}
        for document in (head.id for head in base.heads()):
            if document not in known:
                fresh[document] = _members(base, document)
                if seen is not None:
                    seen()
        by_id = {member.id: member for document in (known, fresh) for found in document.values() for member in found}
        verdicts = memory.verdicts()
        compare = Comparisons(verdicts, seen=seen)
        entities = resolve(by_id.values(), base.decisions(), compare)
        memory.keep(state, entities, fresh, compare.fresh, verdicts)
        return World(members=by_id, found=entities)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Python's search for cycles, put off: a resolution makes none, and a third of its time went into looking."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def find(known: World, words: str) -> Entity:
    """The entity that an id, the beginning of one, or a name in any of its spellings means.

    Raises NotFoundError where there is none or more than one.
    """
    found = _meant(known.found.entities, words)
    if len(found) > 1:
        names = ", ".join(f"{e.name} ({e.id})" for e in found[:5])
        raise NotFoundError(f"{len(found)} entities go by {words!r}: {names}. Give the id of one.")
    if not found:
        raise NotFoundError(f"No entity goes by {words!r}. List them with: reportedly resolve --all")
    return found[0]


def candidates(known: World, words: str) -> tuple[Entity, ...]:
    """The entities that words may mean, those that are called just so first; none where no name comes near.

    All that some report writes so; else the one with this id; else those of names that hold all of these words
    (“Orev” finds Danu Orev, “Or” does not); else those with a name that is another spelling of them.
    """
    entities, wanted = known.found.entities, key(words)
    written = [e for e in entities if wanted in {key(name) for name in (e.name, *e.names)}]
    fits = written or _by_id(entities, words) or _holding(entities, wanted) or _spelled_alike(entities, words)
    return tuple(sorted(fits, key=lambda e: (key(e.name) != wanted, -len(e.documents), e.name, e.id)))


def _meant(entities: Sequence[Entity], words: str) -> list[Entity]:
    """Entities that words may mean by the plainest meaning that fits any."""
    wanted = key(words)
    return (
        [e for e in entities if e.id == words]
        or [e for e in entities if key(e.name) == wanted]
        or [e for e in entities if wanted in {key(name) for name in e.names}]
        or _by_id(entities, words)
        or _spelled_alike(entities, words)
    )


def _by_id(entities: Iterable[Entity], words: str) -> list[Entity]:
    return [e for e in entities if len(words) > _PREFIX and e.id.startswith(words)]


def _holding(entities: Iterable[Entity], wanted: str) -> list[Entity]:
    words = set(wanted.split())
    return [e for e in entities if words and any(words <= set(key(name).split()) for name in (e.name, *e.names))]


def _spelled_alike(entities: Iterable[Entity], words: str) -> list[Entity]:
    """Entities with a name that is another spelling of these words, surest first; of near equals all."""
    scored = []
    for entity in entities:
        kind = name_kind(entity.kind)
        asked = len(parse_name(words, kind).tokens)
        full = [name for name in entity.names if len(parse_name(name, kind).tokens) >= asked]  # no word goes unmet
        verdicts = [compare_names(words, name, kind) for name in full]
        best = max((v.score for v in verdicts if v.verdict is Answer.SAME), default=0.0)
        if best:
            scored.append((best, entity))
    top = max((score for score, _ in scored), default=0.0)
    return [entity for score, entity in scored if score >= top - _NEAR]


def _places(found: Iterable[Member], claims: Iterable[Claim]) -> dict[str, int]:
    """Members that are places, with the gazetteer's id that all claims of the document agree on."""
    ids: dict[str, set[int]] = {}
    for claim in claims:
        parties = (claim.subject, claim.object, *claim.subjects)
        for where in (claim.place, *(party.where for party in parties if party is not None)):
            if where is not None and where.place is not None and not where.qualifier:
                ids.setdefault(key(where.canonical), set()).add(where.place)
    resolved = {}
    for member in found:
        _, family, name = member.id.rsplit("|", 2)
        if family == "place" and len(ids.get(name, ())) == 1:
            resolved[member.id] = next(iter(ids[name]))
    return resolved
