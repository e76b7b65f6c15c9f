"""FollowTheMoney: entities as JSON lines, for Aleph, OpenSanctions' tools and whatever else reads them.

FollowTheMoney has no place for how a text holds a claim. So only what is claimed to be so, or may be, becomes a
relation or an event, with the hedge in its status and all words in its description; what is denied, negative, planned
or hypothetical becomes a note. docs/followthemoney.md says what goes where. Ids are those of the base: the same base
gives the same file.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, Final, TextIO

import msgspec

from reportedly.base.assemble import Bearers, World, world
from reportedly.base.links import Links
from reportedly.base.store import REDACTED, Head, View
from reportedly.exports.export import Exported
from reportedly.ontology.entries import FtmName
from reportedly.ontology.ontology import Ontology, load_ontology
from reportedly.records.claim import Claim, Modality, Party, Polarity
from reportedly.records.entity import Entity
from reportedly.records.listed import LinkState, Listing, Proposal
from reportedly.records.mention import Kind
from reportedly.records.when import When, edtf
from reportedly.records.where import Where
from reportedly.text.fold import printable, squash
from reportedly.text.json_lines import dumps

_TOLD_SO: Final = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.QUOTED, Modality.POSSIBLE})
_LEGAL: Final = frozenset({"Person", "Organization", "PublicBody", "LegalEntity"})
_BODIES: Final = frozenset({"Organization", "PublicBody"})
#: Property that points at an entity → the schemata that it takes; properties that are not here take words.
_RANGES: Final = MappingProxyType(
    {
        "director": _LEGAL,
        "member": _LEGAL,
        "organization": _BODIES,
        "holder": frozenset({"Person"}),
        "person": frozenset({"Person"}),
        "relative": frozenset({"Person"}),
        "predecessor": _LEGAL,
        "successor": _LEGAL,
        "organizer": _LEGAL,
        "involved": _LEGAL,
        "subject": _LEGAL | {"Address", "RealEstate", "Event"},
        "object": _LEGAL | {"Address", "RealEstate", "Event"},
        "entity": _LEGAL | {"Address", "RealEstate", "Event"},
    }
)
#: Relations that are nothing without both their ends.
_ENDS: Final = MappingProxyType(
    {
        "Directorship": ("director", "organization"),
        "Membership": ("member", "organization"),
        "Family": ("person", "relative"),
        "Succession": ("predecessor", "successor"),
        "UnknownLink": ("subject", "object"),
        "Sanction": ("entity",),
    }
)
#: ISO 639-1 as documents have it → 639-3 as FollowTheMoney has it.
_LANGUAGES: Final = MappingProxyType(
    {
        "en": "eng", "ar": "ara", "fa": "fas", "he": "heb", "ru": "rus", "uk": "ukr", "tr": "tur", "fr": "fra",
        "de": "deu",
    }
)  # fmt: skip
_MATCHER: Final = "reportedly"
_WHOLE: Final = re.compile(r"\d{4}(-\d\d){0,2}")

Row = dict[str, Any]


class FollowTheMoney(msgspec.Struct, frozen=True):
    """The export."""

    name: str = "ftm"
    gloss: str = (
        "FollowTheMoney entities (JSON lines): who is who, listings, relations, events and notes, with the reports."
    )

    def write(self, base: View, stream: TextIO) -> Exported:
        """Writes reports, entities, their listings, where each is named, and every claim.

        The note counts what became a bare note.
        """
        known = world(base)
        bearers, ontology = Bearers(known), load_ontology()
        heads = {head.id: head for head in base.heads()}
        places = _places(base, bearers)
        for head in heads.values():
            _put(stream, head.id, "Article", _report(head))
        for entity in known.found.entities:
            _put(stream, entity.id, _schema(entity.kind, ontology), _entity(entity, places.get(entity.id), ontology))
        _put_records(stream, base, known)
        for entity in known.found.entities:
            for member in (known.members[m] for m in entity.members):
                schema = _schema(entity.kind, ontology)
                named = {"document": member.document_id, "name": member.spellings, "detectedSchema": schema}
                _put(stream, _id(member.id), "Mention", {**named, "resolved": entity.id if schema in _LEGAL else None})
        claims = notes = 0
        seen: set[str] = set()
        for claim in base.claims():
            writer = _Claim(claim, heads[claim.document_id], bearers, ontology)
            for row in writer.rows():
                if row["id"] not in seen:  # an office or a body that two claims share
                    stream.write(dumps(row) + "\n")
                if not row["id"].startswith("claim-"):
                    seen.add(row["id"])
            claims += 1
            notes += writer.is_note
        note = f"{notes} of them are notes: FollowTheMoney has no relation or event that holds them." if notes else ""
        return Exported(claims=claims, note=note)


def _put_records(stream: TextIO, base: View, known: World) -> None:
    """Writes the records of reference lists that may speak of an entity: an entity of its own each, and its listings.

    A link is a guess with its score and state; only one that a person confirmed makes the entity's own sanctions. What
    a person said to be another's is left out.
    """
    links = [one for one in Links(base, known).all if one.state is not LinkState.DIFFERENT]
    records = {one.proposal.record.id: one.proposal for one in links}
    confirmed: dict[str, list[str]] = defaultdict(list)
    for one in links:
        if one.state is LinkState.SAME:
            confirmed[one.proposal.record.id].append(one.entity)
    for proposal in (records[record] for record in sorted(records)):
        _put(stream, _id("record", proposal.record.id), *_record(proposal))
        for listing in proposal.record.listings:
            if listing.authority is None:
                continue  # to stand in a register of everything is no sanction
            key = _id("listing", proposal.record.id, listing.list, listing.since or "")
            _put(stream, key, "Sanction", _listing(listing, proposal, confirmed[proposal.record.id]))
    for one in links:
        record = one.proposal.record.id
        found = {
            "candidate": one.entity,
            "match": _id("record", record),
            "criteria": f"{one.state}: {one.proposal.why}",
        }
        score = f"{one.proposal.score}"
        _put(
            stream, _id("link", one.entity, record), "Similar", {**found, "confidenceScore": score, "matcher": _MATCHER}
        )


def _record(proposal: Proposal) -> tuple[str, Row]:
    record = proposal.record
    found: Row = {"name": record.names[:1], "alias": record.names[1:], "weakAlias": record.weak}
    found["notes"] = [f"{proposal.list}: {record.id}", *record.identifiers]
    found["publisher"] = proposal.list
    if record.kind is not Kind.PERSON:
        return "Organization", found
    return "Person", {**found, "birthDate": [day for day in record.births if _WHOLE.fullmatch(day)]}


def _listing(listing: Listing, proposal: Proposal, confirmed: Iterable[str]) -> Row:
    gone = " (gone from its newest edition)" if proposal.gone else ""
    return {
        "entity": [_id("record", proposal.record.id), *sorted(confirmed)],
        "authority": listing.authority,
        "program": listing.programmes,
        "listingDate": listing.since,
        "recordId": proposal.record.id,
        "publisher": f"{listing.list}{gone}",
    }


class _Claim:
    """The rows of one claim: what it needs (an office, a body without a name), then itself under its own id."""

    def __init__(self, claim: Claim, head: Head, bearers: Bearers, ontology: Ontology) -> None:
        self._claim = claim
        self._head = head
        self._bearers = bearers
        self._ontology = ontology
        self._needed: list[Row] = []
        self.is_note = False

    def rows(self) -> Iterator[Row]:
        """All rows, what others point at first."""
        subjects = [self._ends(party) for party in _subjects(self._claim)]
        target = None if self._claim.object is None else self._ends(self._claim.object)
        parties = [end for end in (*subjects, target) if end is not None]
        claim = self._claim
        predicate = self._ontology.predicate(claim.predicate) if claim.predicate in self._ontology.names else None
        label = predicate.label if predicate is not None else claim.predicate
        made: tuple[str, Row] | None = None
        if predicate is not None and claim.polarity is Polarity.POSITIVE and claim.modality in _TOLD_SO:
            filled = {"subject": [s for s in subjects if s is not None], "object": [target] if target else []}
            made = self._relation(predicate.ftm, filled)
        told = self._told(label)
        if made is None:
            self.is_note = True
            entities = [end[0] for end in parties]
            made = "Note", {"name": told, "entity": entities, "proof": self._head.id}
        schema, properties = made
        if schema == "Event":
            properties = {"name": told, **properties, "proof": self._head.id}
        elif schema != "Note":
            properties["recordId"] = self._claim.id
        yield from self._needed
        yield _row(self._claim.id, schema, {**properties, **self._common(told)})

    def _relation(self, name: FtmName, filled: dict[str, list[tuple[str, str]]]) -> tuple[str, Row] | None:
        """Schema and properties of a relation or an event; None where a note has to do."""
        claim, schema = self._claim, name.schema
        if name.entity is not None or schema == "Note":
            return None  # a property of the entity itself could not say who holds it so
        if schema == "Occupancy":
            return self._occupancy(filled)
        properties: Row = _dates(claim.time)
        for role, property_name in name.properties:
            if role in filled:
                taken = _RANGES.get(property_name)
                if taken is None:
                    words = [claim.object.canonical] if role == "object" and claim.object is not None else []
                    properties.setdefault(property_name, []).extend(words)
                else:
                    ends = [end for end, kind in filled[role] if kind in taken]
                    properties.setdefault(property_name, []).extend(ends)
            elif role == "role" and claim.role:
                properties[property_name] = claim.role
            elif role == "operation" and claim.operation:
                properties[property_name] = claim.operation
        if schema == "Event":
            ground = claim.ground
            properties["location"] = None if ground is None else _as_said(ground)
            places = [end for ends in filled.values() for end, kind in ends if kind == "Address"]
            if claim.place is not None:
                there = self._bearers.entity(claim.document_id, claim.place.canonical, Kind.PLACE)
                if there is not None and _schema(there.kind, self._ontology) == "Address":
                    places.append(there.id)
            properties["addressEntity"] = sorted(set(places))
            return schema, properties
        if not all(properties.get(end) for end in _ENDS[schema]):
            return self._link(filled)
        if schema != "Family":
            properties["status"] = claim.modality.value
        return schema, properties

    def _link(self, filled: dict[str, list[tuple[str, str]]]) -> tuple[str, Row] | None:
        """A relation of no particular kind, for ends that the particular one does not take."""
        if not filled["subject"] or not filled["object"]:
            return None
        ends = {role: [end for end, _ in filled[role]] for role in ("subject", "object")}
        dates = _dates(self._claim.time)
        role = self._claim.role or self._claim.predicate.replace("_", " ")
        return "UnknownLink", {**ends, **dates, "role": role, "status": self._claim.modality.value}

    def _occupancy(self, filled: dict[str, list[tuple[str, str]]]) -> tuple[str, Row] | None:
        """An office is an entity of its own in FollowTheMoney, and its body's."""
        claim = self._claim
        holders = [end for end, kind in filled["subject"] if kind == "Person"]
        if not holders or not claim.role:
            return None
        of = f" of {claim.object.canonical}" if claim.object is not None and filled["object"] else ""
        bodies = [end for end, kind in filled["object"] if kind in _BODIES]
        name = f"{claim.role}{of}"
        post = _id("position", claim.role.casefold(), *(end for end, _ in filled["object"]))
        self._needed.append(_row(post, "Position", {"name": name, "organization": bodies}))
        return "Occupancy", {**_dates(claim.time), "holder": holders, "post": post, "status": claim.modality.value}

    def _ends(self, party: Party) -> tuple[str, str] | None:
        """Id and schema of who fills a role; None for a redacted one. A body without a name is an entity of its own."""
        if REDACTED in party.canonical:
            return None
        entity = self._bearers.entity(self._claim.document_id, party.canonical, party.kind)
        if entity is not None:
            return entity.id, _schema(entity.kind, self._ontology)
        schema = _schema(party.kind, self._ontology)
        key = _id("unnamed", self._claim.document_id, party.canonical, schema)
        name = "full" if schema == "Address" else "name"
        self._needed.append(_row(key, schema, {name: party.canonical, "proof": self._head.id}))
        return key, schema

    def _told(self, label: str) -> str:
        claim = self._claim
        subjects = " and ".join(party.canonical for party in _subjects(claim)) or "(not told who)"
        role = f"({claim.role})" if claim.role else ""
        target = "" if claim.object is None else claim.object.canonical
        place = "" if claim.place is None else f"[{_as_said(claim.place)}]"
        told = " ".join(word for word in (subjects, label, target, role, place) if word)
        return told if claim.polarity is Polarity.POSITIVE else f"not so: {told}"

    def _common(self, told: str) -> Row:
        """What every row of a claim says: how the text holds it, whom it credits, its words, its report."""
        claim, head = self._claim, self._head
        credited = ", citing ".join(link.canonical for link in claim.attributed_to)
        said = [f"{claim.modality.value}{f', according to {credited}' if credited else ''}: {told}"]
        said += [word for word, holds in (("of habit", claim.habitual), ("over by then", claim.former)) if holds]
        said += [f"disputed by {claim.disputed_by}"] if claim.disputed_by else []
        quote = " … ".join(squash(part.quote) for part in claim.evidence)
        lines = [
            f"“{quote}”",
            f"{claim.predicate}, {claim.polarity.value}, {claim.modality.value}, by {claim.extractor}",
        ]
        lines += [] if claim.time is None else [f"time: “{claim.time.text}” ({edtf(claim.time) or 'no day known'})"]
        lines += [f"medium: {claim.medium}"] if claim.medium else []
        report = [head.publisher, head.published, head.title or PurePath(head.location).name, head.id]
        lines.append("report: " + ", ".join(part for part in report if part))
        found: Row = {"summary": "; ".join(said), "description": "\n".join(lines)}
        return {**found, "publisher": head.publisher, "sourceUrl": head.url}


def _subjects(claim: Claim) -> tuple[Party, ...]:
    return (claim.subject,) if claim.subject is not None else claim.subjects


def _schema(kind: Kind, ontology: Ontology) -> str:
    return next((actor.ftm for actor in ontology.actors if actor.kind == kind and actor.ftm), "Thing")


def _places(base: View, bearers: Bearers) -> dict[str, Where]:
    """Where the entities that are places lie: the first claim that knows decides."""
    found: dict[str, Where] = {}
    for claim in base.claims():
        where = claim.place
        if where is not None and where.latitude is not None and not where.qualifier:
            entity = bearers.entity(claim.document_id, where.canonical, Kind.PLACE)
            if entity is not None:
                found.setdefault(entity.id, where)
    return found


def _entity(entity: Entity, where: Where | None, ontology: Ontology) -> Row:
    schema = _schema(entity.kind, ontology)
    others = [name for name in entity.names if name != entity.name]
    weak = {name for name in others if " " not in name.strip()} if schema in _LEGAL else set()
    found: Row = {"name": entity.name, "alias": [n for n in others if n not in weak], "weakAlias": sorted(weak)}
    found["proof"] = entity.documents
    if schema == "Address":
        found["full"] = entity.name
    if where is not None and schema in {"Address", "RealEstate"}:
        found["country"] = None if where.country is None else where.country.lower()
        if not where.is_area:  # a province is no point
            found |= {"latitude": f"{where.latitude}", "longitude": f"{where.longitude}"}
    return found


def _report(head: Head) -> Row:
    return {
        "title": head.title or PurePath(head.location).name,
        "fileName": PurePath(head.location).name,
        "publisher": head.publisher,
        "author": head.authors,
        "publishedAt": head.published,
        "language": _LANGUAGES.get(head.language),
        "sourceUrl": head.url,
        "notes": f"Page SHA-256 {head.page_sha256}; day of publication {head.certainty.value}",
    }


def _as_said(place: Where) -> str:
    return f"{place.qualifier} {place.canonical}" if place.qualifier else place.canonical


def _dates(time: When | None) -> Row:
    """Days, months and years as told; an interval only where all of it is meant, never one for “some day of it”."""
    told = None if time is None else edtf(time)
    if told is None:
        return {}
    if _WHOLE.fullmatch(told):
        return {"date": told}
    first, slash, last = told.partition("/")
    ends = {"startDate": first, "endDate": last} if slash else {}
    return {name: day for name, day in ends.items() if _WHOLE.fullmatch(day)}


def _id(*parts: str) -> str:
    return "n" + hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def _row(key: str, schema: str, properties: Row) -> Row:
    """An entity. Properties without a value are left out; words are on one line each and cannot steer a terminal."""
    found = {}
    for name, given in properties.items():
        values: Iterable[Any] = (given,) if isinstance(given, str) or given is None else given
        words = [printable(value).strip() for value in dict.fromkeys(values) if value]
        if any(words):
            found[name] = [word for word in words if word]
    return {"id": key, "schema": schema, "properties": found}


def _put(stream: TextIO, key: str, schema: str, properties: Row) -> None:
    stream.write(dumps(_row(key, schema, properties)) + "\n")


EXPORT: Final = FollowTheMoney()
