"""What one document gives to resolution: its named chains, each with what the claims say of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

import msgspec

from reportedly.records.claim import Claim, Modality, Party, Polarity
from reportedly.records.document import Document
from reportedly.records.entity import Member
from reportedly.records.mention import Analysis, Chain, Form, Kind
from reportedly.resources.lexicon import words
from reportedly.text.fold import key

#: Kinds whose names are told apart and joined over documents.
ENTITY_KINDS: Final = frozenset(
    {
        Kind.PERSON, Kind.GROUP, Kind.STATE, Kind.STATE_BODY, Kind.ORGANISATION, Kind.PLACE, Kind.FACILITY,
        Kind.POPULATION, Kind.EVENT,
    }
)  # fmt: skip
_FAMILIES: Final = {
    Kind.PERSON: "person",
    Kind.GROUP: "group",
    Kind.ORGANISATION: "group",
    Kind.STATE_BODY: "group",
    Kind.PLACE: "place",
    Kind.FACILITY: "place",
    Kind.STATE: "place",
}
#: Families whose members tell something by standing near a name; lands and places stand everywhere.
_TELLING: Final = frozenset({"person", "group"})
_UNSAID: Final = frozenset({Modality.DENIED, Modality.HYPOTHETICAL})
_TABLE: Final = "resolution"


def family_of(kind: Kind) -> str:
    """Kinds that readers of names confuse count as one family: a body is a group here and an organisation there."""
    return _FAMILIES.get(kind, kind.value.lower())


def member_id(document_id: str, kind: Kind, name: str) -> str:
    """The id of what a document calls by a name. Reading the page again gives it again."""
    return f"{document_id}|{family_of(kind)}|{key(name).replace('|', ' ')}"


class _Notes:
    """What is said of one name of a document, while its claims are gone through."""

    def __init__(self) -> None:
        self.bodies: set[str] = set()
        self.roles: set[str] = set()
        self.places: set[str] = set()
        self.known_as: set[str] = set()
        self.kin: set[str] = set()
        self.beside: set[str] = set()
        self.died: str | None = None
        self.seen: set[str] = set()
        self.place: int | None = None


def members_of(document: Document, analysis: Analysis, claims: Iterable[Claim]) -> tuple[Member, ...]:
    """The members of a document, by id. Chains without a name give none; chains of one name and family give one."""
    chains = {
        number: chain for number, chain in enumerate(analysis.chains) if chain.named and chain.kind in ENTITY_KINDS
    }
    ids = {number: member_id(document.id, chain.kind, chain.name) for number, chain in chains.items()}
    notes: dict[str, _Notes] = defaultdict(_Notes)
    for claim in claims:
        if claim.polarity is Polarity.POSITIVE and claim.modality not in _UNSAID:
            _note(claim, ids, notes, document.publication.date)
    _note_sentences(analysis, ids, notes)
    grouped: dict[str, list[Chain]] = defaultdict(list)
    for number, chain in chains.items():
        grouped[ids[number]].append(chain)
    names = {member: key(found[0].name) for member, found in grouped.items()}
    return tuple(
        _member(member, document, found, analysis, notes[member], names) for member, found in sorted(grouped.items())
    )


def _member(
    member: str,
    document: Document,
    chains: list[Chain],
    analysis: Analysis,
    notes: _Notes,
    names: dict[str, str],
) -> Member:
    mentions = [analysis.mentions[i] for chain in chains for i in chain.mentions]
    spelled = Counter(m.text for m in mentions if m.form is Form.NAME)
    spellings = [text for text, _ in sorted(spelled.items(), key=lambda pair: (-pair[1], pair[0]))]
    return Member(
        id=member,
        document_id=document.id,
        name=chains[0].name,
        kind=chains[0].kind,
        spellings=tuple(spellings) or (chains[0].name,),
        mentions=max(1, sum(spelled.values())),
        published=document.publication.date,
        bodies=frozenset(notes.bodies),
        roles=frozenset(notes.roles),
        places=frozenset(notes.places),
        together=frozenset(
            name for other, name in names.items() if other != member and other.rsplit("|", 2)[1] in _TELLING
        ),
        known_as=frozenset(notes.known_as - {member}),
        kin=frozenset(notes.kin - {member}),
        beside=frozenset(notes.beside - {member}),
        died=notes.died,
        seen=frozenset(notes.seen),
        place=notes.place,
    )


def _note(claim: Claim, ids: dict[int, str], notes: dict[str, _Notes], published: str | None) -> None:
    """Keeps what a claim says of its parties."""
    subjects = [party for party in (claim.subject, *claim.subjects) if party is not None]
    object_ = claim.object
    if claim.place is not None:
        for subject in _ids(subjects, ids):
            notes[subject].places.add(key(claim.place.canonical))
    target = _ids([object_] if object_ is not None else [], ids)
    for subject in _ids(subjects, ids):
        if claim.predicate in words(_TABLE, "belonging") and object_ is not None:
            notes[subject].bodies.add(key(object_.canonical))
            if claim.role:
                notes[subject].roles.add(claim.role.casefold())
        if claim.predicate in words(_TABLE, "alive") and claim.time is not None and claim.time.earliest is not None:
            notes[subject].seen.add(claim.time.earliest)
        for other in target:
            if claim.predicate == "also_known_as":
                notes[subject].known_as.add(other)
                notes[other].known_as.add(subject)
            elif claim.predicate == "family_of":
                notes[subject].kin.add(other)
                notes[other].kin.add(subject)
            elif claim.predicate in words(_TABLE, "belonging"):
                notes[other].bodies.update(key(party.canonical) for party in subjects)
    if claim.predicate == "killed" and claim.modality in (Modality.ASSERTED, Modality.REPORTED):
        day = claim.time.latest if claim.time is not None and claim.time.latest is not None else published
        for victim in target:
            notes[victim].died = max(notes[victim].died or "", day) if day is not None else notes[victim].died


def _ids(parties: Iterable[Party], ids: dict[int, str]) -> list[str]:
    return [ids[party.chain] for party in parties if party.chain is not None and party.chain in ids]


def _note_sentences(analysis: Analysis, ids: dict[int, str], notes: dict[str, _Notes]) -> None:
    """Keeps which names stand in one sentence: there two names are two bearers, unless the text says otherwise."""
    inside: dict[int, set[str]] = defaultdict(set)
    for number, member in ids.items():
        for i in analysis.chains[number].mentions:
            if analysis.mentions[i].form is Form.NAME:
                inside[analysis.mentions[i].sentence].add(member)
    for together in inside.values():
        for member in together:
            notes[member].beside.update(together)


def with_places(members: Iterable[Member], places: dict[str, int]) -> tuple[Member, ...]:
    """Members with the gazetteer's id of those that are places. places: member id → id in the gazetteer."""
    return tuple(msgspec.structs.replace(m, place=places[m.id]) if m.id in places else m for m in members)
