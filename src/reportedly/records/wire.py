"""The line that the product prints for a claim: plain values, stable names, every field even where it is empty."""

from __future__ import annotations

from typing import Any

import msgspec

from reportedly.records.claim import Attribution, Claim, Party
from reportedly.records.document import Document
from reportedly.records.when import When
from reportedly.records.where import Where


def to_line(claim: Claim, document: Document | None) -> dict[str, Any]:
    """A claim as one JSON object. document: the one that it was read from, None where only its id is known.

    Offsets are those of `Document.text`, end exclusive.
    """
    return {
        "document": claim.document_id,
        "id": claim.id,
        "predicate": claim.predicate,
        "subject": _party(claim.subject),
        "subjects": [_party(party) for party in claim.subjects],
        "object": _party(claim.object),
        "place": _place(claim.place),
        "role": claim.role,
        "time": _time(claim.time),
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "habitual": claim.habitual,
        "former": claim.former,
        "attributed_to": [_voice(voice) for voice in claim.attributed_to],
        "disputed_by": claim.disputed_by,
        "medium": None if claim.medium is None else claim.medium.value,
        "method": claim.method,
        "weapon": claim.weapon,
        "casualties": msgspec.to_builtins(claim.casualties),
        "operation": claim.operation,
        "evidence": [msgspec.to_builtins(evidence) for evidence in claim.evidence],
        "published": None if document is None else document.publication.date,
        "url": None if document is None else document.url,
        "confidence": round(claim.confidence, 3),
        "extractor": claim.extractor,
        "rule": claim.rule,
        "why": claim.why,
    }


def _party(party: Party | None) -> dict[str, Any] | None:
    if party is None:
        return None
    return {
        "name": party.name,
        "canonical": party.canonical,
        "kind": party.kind.value,
        "start": party.start,
        "end": party.end,
        "where": _place(party.where),
    }


def _place(place: Where | None) -> dict[str, Any] | None:
    if place is None:
        return None
    found: dict[str, Any] = msgspec.to_builtins(place)
    return {key: value for key, value in found.items() if key != "mention"}


def _time(time: When | None) -> dict[str, Any] | None:
    """`start` and `end` are the days that bound it; where the words stand is in `from` and `to`."""
    if time is None:
        return None
    return {
        "text": time.text,
        "value": time.value,
        "start": time.earliest,
        "end": time.latest,
        "extent": time.extent.value,
        "relation": time.relation,
        "anchor": time.anchor,
        "anchor_date": time.anchor_date,
        "from": time.start,
        "to": time.end,
    }


def _voice(voice: Attribution) -> dict[str, Any]:
    return {
        "name": voice.name,
        "canonical": voice.canonical,
        "kind": voice.kind.value,
        "start": voice.start,
        "end": voice.end,
        "cue": voice.cue,
    }
