"""Dossiers: all that a base holds of one person, group or body, over all reports and in all spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from reportedly.base.assemble import Bearers, World, candidates, world
from reportedly.base.links import Links
from reportedly.base.store import Selection, View
from reportedly.errors import NotFoundError
from reportedly.ontology.entries import Duration
from reportedly.ontology.ontology import Ontology, load_ontology
from reportedly.records.claim import Claim
from reportedly.records.entity import Entity
from reportedly.records.mention import Kind
from reportedly.text.fold import key
from reportedly.views.claims import Told, in_time, told
from reportedly.views.listings import Listings, listings

_OFFICES: Final = frozenset({"leads", "holds_position", "appointed", "removed"})
_SIGHTINGS: Final = frozenset({"present_at", "seen_with", "met", "spoke_to"})


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A spelling: how often it is written, and in which reports. documents: how many; reports: their ids."""

    text: str
    mentions: int
    documents: int
    reports: tuple[str, ...] = ()


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """All claims in which an entity stands, by what they are about; each part in the order of time.

    id, name: of the entity; key: its folded name. written: every spelling, commonest first. why: what holds names that
    differ to be one. offices: what it leads, holds, was put into or out of. ties: other lasting claims. sightings:
    presence, company, meetings, addresses. events: all else that happened. credited: what the reports credit to it,
    where it is no party of the claim itself. listings: what reference lists say of it.
    """

    id: str
    name: str
    key: str
    kinds: tuple[Kind, ...]
    written: tuple[Written, ...]
    documents: int
    why: tuple[str, ...] = ()
    offices: tuple[Told, ...] = ()
    ties: tuple[Told, ...] = ()
    sightings: tuple[Told, ...] = ()
    events: tuple[Told, ...] = ()
    credited: tuple[Told, ...] = ()
    listings: Listings = Listings()

    @property
    def claims(self) -> int:
        """How many claims there are in all parts."""
        return sum(map(len, (self.offices, self.ties, self.sightings, self.events, self.credited)))


def dossiers(base: View, words: str, known: World | None = None) -> tuple[Dossier, ...]:
    """A dossier for each entity that words may mean; the one that is called just so comes first, then the fullest.

    words: any spelling of any of its names, or its id. known: who is who in the base, as from `base.assemble.world`,
    worked out here if it is None. Raises NotFoundError when no report names it, or when its entry was redacted.
    """
    known = known or world(base)
    found = candidates(known, words)
    redaction = base.redaction_of(words)
    if redaction is not None and not any(key(entity.name) == key(words) for entity in found):
        raise NotFoundError(
            f"This entry was redacted on {redaction.at[:10]} by {redaction.by} ({redaction.reason}). Its claims are "
            "kept and counted. To take that back: reportedly redact NAME --undo --reason REASON"
        )
    if not found:
        raise NotFoundError(_unknown(base, words))
    ontology = load_ontology()
    bearers, links = Bearers(known), Links(base, known)
    made = [_dossier(base, entity, known, bearers, ontology, links) for entity in found]
    return tuple(sorted(made, key=lambda one: (one.key != key(words), -one.claims, one.key, one.id)))


def _dossier(base: View, entity: Entity, known: World, bearers: Bearers, ontology: Ontology, links: Links) -> Dossier:
    names = frozenset(member.rsplit("|", 1)[1] for member in entity.members)
    parts: dict[str, list[Told]] = {"offices": [], "ties": [], "sightings": [], "events": []}
    for one in told(base, Selection(keys=names)):
        if _fills(one.claim, entity, bearers):
            parts[_part(one.claim.predicate, ontology)].append(one)
    party_of = {one.claim.id for part in parts.values() for one in part}
    spoken = (one for one in told(base, Selection(credited=names)) if one.claim.id not in party_of)
    kinds = {known.members[member].kind: None for member in entity.members}
    return Dossier(
        id=entity.id,
        name=entity.name,
        key=key(entity.name),
        kinds=tuple(sorted(kinds, key=lambda kind: (kind is not entity.kind, kind))),
        written=_written(base, entity, names),
        documents=len(entity.documents),
        why=_why(entity),
        credited=in_time(one for one in spoken if _is_credited(one.claim, entity, bearers)),
        listings=listings(base, links, entity, _about(parts["ties"] + parts["events"], entity, bearers)),
        **{part: in_time(claims) for part, claims in parts.items()},
    )


def _fills(claim: Claim, entity: Entity, bearers: Bearers) -> bool:
    """Whether an entity stands in any role of a claim: others may bear the same name there or elsewhere."""
    return any(bearers.entity(claim.document_id, name, kind) == entity for kind, name in _roles(claim))


def _is_credited(claim: Claim, entity: Entity, bearers: Bearers) -> bool:
    return any(bearers.entity(claim.document_id, link.canonical) == entity for link in claim.attributed_to)


def _about(claims: Iterable[Told], entity: Entity, bearers: Bearers) -> Iterator[Told]:
    """Claims whose subject it is: who lists others is not listed."""
    for one in claims:
        subjects = (one.claim.subject, *one.claim.subjects)
        if any(p and bearers.entity(one.claim.document_id, p.canonical, p.kind) == entity for p in subjects):
            yield one


def _roles(claim: Claim) -> Iterator[tuple[Kind, str]]:
    for party in (claim.subject, *claim.subjects, claim.object):
        if party is not None:
            yield party.kind, party.canonical
    if claim.place is not None:
        yield Kind.PLACE, claim.place.canonical


def _written(base: View, entity: Entity, names: Iterable[str]) -> tuple[Written, ...]:
    mentions: dict[str, int] = defaultdict(int)
    reports: dict[str, set[str]] = defaultdict(set)
    members = {tuple(member.split("|")[::2]) for member in entity.members}
    for name in sorted(names):
        for found in base.names(name):
            for spelling in found.spellings if found.key == name else ():
                if (spelling.document_id, name) in members:
                    mentions[spelling.text] += spelling.mentions
                    reports[spelling.text].add(spelling.document_id)
    ordered = sorted(mentions, key=lambda text: (-mentions[text], text))
    return tuple(
        Written(text=t, mentions=mentions[t], documents=len(reports[t]), reports=tuple(sorted(reports[t])))
        for t in ordered
    )


def _why(entity: Entity) -> tuple[str, ...]:
    """What ties names together that are not written alike."""
    unlike = [link for link in entity.links if link.left.rsplit("|", 1)[1] != link.right.rsplit("|", 1)[1]]
    return tuple(dict.fromkeys(link.why for link in unlike))


def _part(predicate: str, ontology: Ontology) -> str:
    if predicate in _OFFICES:
        return "offices"
    if predicate in _SIGHTINGS:
        return "sightings"
    lasting = predicate in ontology.names and ontology.predicate(predicate).group == Duration.LASTING
    return "ties" if lasting else "events"


def _unknown(base: View, words: str) -> str:
    near = base.names_with(words, limit=5) or base.names_with(words.split()[-1] if words.split() else "", limit=5)
    if near:
        return f"No report in {base.name} names {words!r}. Near it: {', '.join(near)}"
    return f"No report in {base.name} names {words!r}."
