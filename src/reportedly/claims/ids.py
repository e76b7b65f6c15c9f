"""Stable ids: reading the same words again gives the same id, so that a person's decision stays attached."""

from __future__ import annotations

import hashlib

from reportedly.records.claim import Evidence, Party
from reportedly.records.where import Where


def claim_id(
    document_id: str,
    predicate: str,
    evidence: Evidence,
    parties: tuple[Party | None, ...],
    place: Where | None,
    role: str | None,
) -> str:
    """A hash of document, evidence span, predicate and roles (by where their words stand)."""
    spans = [None if p is None else (p.start, p.end) for p in parties]
    spans.append(None if place is None else (place.start, place.end))
    key = repr((document_id, predicate, evidence.start, evidence.end, spans, role))
    return "claim-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
