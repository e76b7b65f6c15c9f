"""Who is who in a base, put together from what is kept in it and from the log of decisions.

Nothing is computed from redacted names, so none comes out.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Final

import msgspec

from reportedly.base.store import Selection, View
from reportedly.entities.cells import groups_of
from reportedly.entities.comparator import Answer
from reportedly.entities.decided import ids_by_spelling
from reportedly.entities.gather import member_id, members_of, with_places
from reportedly.entities.ledger import Ledger, Standing
from reportedly.entities.name import name_kind, parse_name
from reportedly.entities.names import compare_names
from reportedly.entities.pairs import Comparisons
from reportedly.entities.resolve import update
from reportedly.entities.shown import entities_of, entity_of
from reportedly.errors import NotFoundError
from reportedly.records.claim import Claim
from reportedly.records.entity import Entities, Entity, Member
from reportedly.records.mention import Kind
from reportedly.text.fold import key

#: Likenesses of names this close are equal.
_NEAR: Final = 0.02
_PREFIX: Final = 3


class World:
    """Who is who in a base, as it was worked out: each member and entity is loaded when somebody asks for it."""

    def __init__(self, ledger: Ledger, kept: Callable[[], bool] = lambda: True) -> None:
        """ledger: up to date. kept: whether what is behind it is still what it was."""
        self._ledger = ledger
        self._kept = kept
        self._entities: dict[str, Entity] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, World) and self.found == other.found and dict(self.members) == dict(other.members)

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def members(self) -> Mapping[str, Member]:
        """All members of the base by id."""
        return _Members(self._ledger, self._kept)

    @cached_property
    def found(self) -> Entities:
        """All entities, and what is to be asked."""
        with _no_collecting():
            return entities_of(self._ledger)

    def of(self, member: str) -> Entity:
        """The entity of a member. Raises NotFoundError."""
        group = groups_of(self._ledger, (member,)).get(member)
        found = self.with_id(self._ledger.entity_of.get(group) or "") if group is not None else None
        if found is None:
            raise NotFoundError(f"No report has the member {member!r}.")
        return found

    def named(self, document: str, name: str) -> tuple[str, ...]:
        """The members that a document calls by this full name, folded."""
        row = self._ledger.document.get(document) or ()
        return tuple(member for member in row if member.rsplit("|", 1)[1] == name)

    def called(self, name: str) -> tuple[Entity, ...]:
        """The entities that some report calls by this folded name, or a person."""
        found = (self.with_id(one) for one in self._ledger.called.get(name) or ())
        return tuple(entity for entity in found if entity is not None)

    def with_id(self, one: str) -> Entity | None:
        """The entity of an id, or None."""
        if one not in self._entities:
            standing = self._ledger.entity.get(one)
            if standing is None:
                return None
            self._entities[one] = entity_of(self._ledger, one, standing)
        return self._entities[one]

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """All entities without their members, by id."""
        self._ledger.entity.load_all()
        return dict(self._ledger.entity.many(self._ledger.entity.keys()))

    def spellings(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Every entity's id with all that reports call it."""
        self._ledger.tally.load(group for standing in self.standings.values() for group in standing.groups)
        for one, standing in self.standings.items():
            yield one, frozenset[str]().union(*(tally.spelled for _, tally in self._ledger.tally.many(standing.groups)))

    def ids(self, nodes: Iterable[str]) -> dict[str, str]:
        """What decisions and links know a member by → its id now; see `ids_by_spelling`. Only their documents are read.

        nodes: what they speak of; records of lists among it have no member.
        """
        documents = sorted({node.split("|", 1)[0] for node in nodes if "|" in node})
        members = [member for _, row in self._ledger.document.many(documents) for member in row]
        return ids_by_spelling(member for _, member in self._ledger.member.many(members))


class _Members(Mapping[str, Member]):
    """The members of a base, each loaded when it is asked for."""

    def __init__(self, ledger: Ledger, kept: Callable[[], bool]) -> None:
        self._ledger = ledger
        self._kept = kept

    def __getitem__(self, member: str) -> Member:
        """A member. Raises NotFoundError when it is not there and a report was read again since."""
        found = self._ledger.member.get(member)
        if found is not None:
            return found
        if not self._kept():
            raise NotFoundError(f"The report of {member!r} was just read again. Ask once more.")
        raise KeyError(member)

    def __contains__(self, member: object) -> bool:
        return isinstance(member, str) and self._ledger.member.get(member) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._ledger.member.keys())

    def __len__(self) -> int:
        return self._ledger.member.count()


class Bearers:
    """Who is meant by a name in a document, as claims give it."""

    def __init__(self, known: World) -> None:
        self._known = known

    def entity(self, document_id: str, name: str, kind: Kind | None = None) -> Entity | None:
        """The entity that a document calls by this full name; None where it calls nobody so, or two.

        kind: tells two of one name apart; where the document has only one of that name, it is of no matter.
        """
        there = self._known.named(document_id, key(name).replace("|", " "))
        if len(there) == 1:
            return self._known.of(there[0])
        wanted = None if kind is None else member_id(document_id, kind, name)
        return self._known.of(wanted) if wanted in there else None


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

    What the base remembers (see `base.memory`) is not worked out again: nothing where nothing has changed, else what
    new documents and decisions reach. seen: called for each new document, and each pair of names that is compared.
    """
    with _no_collecting():
        memory = base.memory
        changes = memory.changes()
        fresh: dict[str, Sequence[Member]] = dict.fromkeys(changes.gone, ())
        for document in changes.read:
            fresh[document] = _members(base, document)
            if seen is not None:
                seen()
        with memory.backing(changes) as rows:
            if rows is None and changes.state:
                return world(base, seen)  # another program was quicker
            ledger = Ledger(rows)
            try:
                if not fresh and changes.state and (ledger.log.get("") or ()) == changes.log:
                    return _kept(base, changes.view, changes.state)
                update(ledger, fresh, changes.log, Comparisons(ledger, seen=seen))
            except msgspec.DecodeError:  # what was kept is damaged
                memory.forget(changes.view)
                return world(base, seen)
            state = memory.keep(changes, ledger)
            if state:
                return _kept(base, changes.view, state)
            ledger.load_all()
        return World(ledger)


def _kept(base: View, view: str, state: str) -> World:
    """Who is who as the base remembers it."""
    return World(
        Ledger(base.memory.rows(view)), lambda: base.memory.changes().state == state and not base.memory.changes().read
    )


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
    found = _meant(known, words)
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
    wanted = key(words)
    fits: Sequence[Entity] = known.called(wanted)
    if not fits:
        fits = _by_id(known, words) or _holding(known, wanted) or _spelled_alike(known, words)
    return tuple(sorted(fits, key=lambda e: (key(e.name) != wanted, -len(e.documents), e.name, e.id)))


def _meant(known: World, words: str) -> Sequence[Entity]:
    """Entities that words may mean by the plainest meaning that fits any. All are looked through only for the last."""
    wanted = key(words)
    exact, written = known.with_id(words), known.called(wanted)
    if exact is not None:
        return [exact]
    return (
        [e for e in written if key(e.name) == wanted] or written or _by_id(known, words) or _spelled_alike(known, words)
    )


def _by_id(known: World, words: str) -> list[Entity]:
    return _with_ids(known, (one for one in known.standings if len(words) > _PREFIX and one.startswith(words)))


def _with_ids(known: World, ids: Iterable[str]) -> list[Entity]:
    return [entity for one in ids if (entity := known.with_id(one)) is not None]


def _holding(known: World, wanted: str) -> list[Entity]:
    words = set(wanted.split())
    held = (one for one, s in known.standings.items() if words and any(words <= set(n.split()) for n in s.called))
    return _with_ids(known, held)


def _spelled_alike(known: World, words: str) -> list[Entity]:
    """Entities with a name that is another spelling of these words, surest first; of near equals all."""
    scored = []
    for one, names in known.spellings():
        kind = name_kind(known.standings[one].kind)
        asked = len(parse_name(words, kind).tokens)
        full = [name for name in names if len(parse_name(name, kind).tokens) >= asked]  # no word goes unmet
        verdicts = [compare_names(words, name, kind) for name in full]
        best = max((v.score for v in verdicts if v.verdict is Answer.SAME), default=0.0)
        if best:
            scored.append((best, one))
    top = max((score for score, _ in scored), default=0.0)
    return _with_ids(known, (one for score, one in scored if score >= top - _NEAR))


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
