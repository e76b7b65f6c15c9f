"""The SQL of a `Selection`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from reportedly.base import lookups, schema
from reportedly.base.redaction import Redactor, is_hidden
from reportedly.base.store import Box, Selection
from reportedly.records.claim import Modality
from reportedly.records.mention import Kind
from reportedly.text.fold import key

_PLACES = (str(Kind.PLACE), str(Kind.FACILITY))


def claims(connection: Connection, selection: Selection, masks: Redactor | None) -> Select[Any]:
    """(document id, record) of the claims that are wanted. A name that was redacted selects nothing."""
    claims, documents = schema.CLAIMS, schema.DOCUMENTS
    query = select(claims.c.document_id, claims.c.record).join(documents, documents.c.id == claims.c.document_id)
    for condition in _conditions(connection, selection, masks):
        query = query.where(condition)
    return query.order_by(documents.c.published.is_(None), documents.c.published, documents.c.id, claims.c.number)


def _conditions(connection: Connection, selection: Selection, masks: Redactor | None) -> Iterator[ColumnElement[bool]]:
    claims, parties, links = schema.CLAIMS, schema.PARTIES, schema.ATTRIBUTIONS
    for column, wanted in (
        (claims.c.predicate, selection.predicate),
        (claims.c.modality, selection.modality),
        (claims.c.document_id, selection.document),
    ):
        if wanted is not None:
            yield column == wanted
    for slot, words in (("subject", selection.subject), ("object", selection.object), ("place", selection.place)):
        if words is not None:
            keys = {key(words), *lookups.full_keys(connection, key(words))}
            named = parties.c.canonical_key.in_(keys) | (parties.c.key == key(words))
            yield _filled(masks, parties.c.slot == slot, named)
    if selection.keys is not None:
        yield _filled(masks, parties.c.canonical_key.in_(selection.keys))
    if selection.places is not None:
        named = parties.c.canonical_key.in_(selection.places) | parties.c.key.in_(selection.places)
        yield _filled(masks, named, (parties.c.slot == "place") | parties.c.kind.in_(_PLACES))
    if selection.credited is not None:
        wanted_keys = selection.credited - (masks.keys if masks else frozenset())
        yield exists().where(links.c.claim_id == claims.c.id, links.c.canonical_key.in_(wanted_keys))
    if selection.box is not None:
        yield _filled(masks, parties.c.slot.in_(["place", "object"]), _lies_in(selection.box))
    yield from _in_time(selection)


def _lies_in(box: Box) -> ColumnElement[bool]:
    """Whether a place lies in a piece of the map by its middle, or is an area that reaches into it."""
    parties = schema.PARTIES
    east_of, west_of = parties.c.longitude >= box.west, parties.c.longitude <= box.east
    across = (east_of & west_of) if box.west <= box.east else (east_of | west_of)
    inside = parties.c.latitude.between(box.south, box.north) & across
    return inside | parties.c.area.in_(box.areas) if box.areas else inside


def _in_time(selection: Selection) -> Iterator[ColumnElement[bool]]:
    """That the days which a claim may mean and those asked for meet. Only what is planned can come after the report."""
    claims, documents = schema.CLAIMS, schema.DOCUMENTS
    if selection.last is not None:
        yield claims.c.earliest.is_(None) | (claims.c.earliest <= selection.last)
    if selection.first is not None:
        told = func.coalesce(claims.c.latest, documents.c.published)
        yield told.is_(None) | (told >= selection.first) | (claims.c.modality == str(Modality.PLANNED))


def _filled(masks: Redactor | None, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """That one and the same party of the claim fulfils all conditions, and is not hidden."""
    parties = schema.PARTIES
    query = exists().where(parties.c.claim_id == schema.CLAIMS.c.id, *conditions)
    if masks is not None:
        hidden = is_hidden(parties.c.document_id, parties.c.chain, masks.keys)
        query = query.where(~hidden, parties.c.canonical_key.not_in(masks.keys), parties.c.key.not_in(masks.keys))
    return query
