"""Records to rows: what one reading puts into each table."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec

from reportedly.records.claim import Claim, Party
from reportedly.records.document import Document
from reportedly.records.mention import Analysis, Form
from reportedly.records.page import Page
from reportedly.records.where import Where
from reportedly.text.fold import key

Row = dict[str, Any]
#: zlib's own middle way: a saved page shrinks to a fifth, at 50 MB a second.
_LEVEL: Final = 6


def page_row(page: Page) -> Row:
    """The row of `pages`."""
    row: Row = {name: getattr(page, name) for name in ("sha256", "location", "url", "captured_at", "charset")}
    row["media_type"] = str(page.media_type)
    return {**row, "content": zlib.compress(page.content, _LEVEL), "size": len(page.content)}


def document_row(document: Document) -> Row:
    """The row of `documents`, without what the run adds."""
    return {
        "id": document.id,
        "page_sha256": document.page_sha256,
        "location": document.location,
        "url": document.url,
        "title": document.title,
        "authors": document.authors,
        "publisher": document.publisher,
        "language": document.language,
        "published": document.publication.date,
        "certainty": str(document.publication.certainty),
        "stamp": document.publication.stamp,
        "rungs": document.publication.rungs,
        "text": document.text,
    }


def _numbered(records: Iterable[msgspec.Struct], document_id: str) -> Iterator[Row]:
    for number, record in enumerate(records):
        yield {"document_id": document_id, "number": number, **msgspec.to_builtins(record)}


def block_rows(document: Document) -> list[Row]:
    """Rows of `blocks`."""
    return list(_numbered(document.blocks, document.id))


def sentence_rows(document_id: str, analysis: Analysis) -> list[Row]:
    """Rows of `sentences`."""
    return [
        {"document_id": document_id, "number": n, "block": s.block, "start": s.start, "end": s.end}
        for n, s in enumerate(analysis.sentences)
    ]


def mention_rows(document_id: str, analysis: Analysis) -> list[Row]:
    """Rows of `mentions`, each with its chain."""
    chain_of = {m: c for c, chain in enumerate(analysis.chains) for m in chain.mentions}
    return [{**row, "chain": chain_of.get(row["number"])} for row in _numbered(analysis.mentions, document_id)]


def chain_rows(document_id: str, analysis: Analysis) -> list[Row]:
    """Rows of `chains`."""
    return [
        {**row, "key": key(row["name"]), "mentions": len(row["mentions"])}
        for row in _numbered(analysis.chains, document_id)
    ]


def spelling_rows(document_id: str, analysis: Analysis) -> list[Row]:
    """Rows of `spellings`: the names of each named chain, its fullest one even where no mention is just that."""
    found = []
    for number, chain in enumerate(analysis.chains):
        if not chain.named:
            continue
        written = Counter(m.text for m in (analysis.mentions[i] for i in chain.mentions) if m.form == Form.NAME)
        for text in {chain.name: 0, **written}:
            row: Row = {"document_id": document_id, "chain": number, "text": text}
            found.append({**row, "key": key(text), "mentions": written[text]})
    return found


def time_rows(document_id: str, analysis: Analysis) -> list[Row]:
    """Rows of `times`."""
    return [
        {"document_id": document_id, "number": n, "start": t.start, "end": t.end, "record": t}
        for n, t in enumerate(analysis.times)
    ]


def claim_row(claim: Claim, number: int) -> Row:
    """The row of `claims`."""
    return {
        "id": claim.id,
        "document_id": claim.document_id,
        "number": number,
        "predicate": claim.predicate,
        "modality": str(claim.modality),
        "polarity": str(claim.polarity),
        "medium": None if claim.medium is None else str(claim.medium),
        "earliest": claim.time.earliest if claim.time else None,
        "latest": claim.time.latest if claim.time else None,
        "confidence": claim.confidence,
        "extractor": claim.extractor,
        "rule": claim.rule,
        "record": claim,
    }


def party_rows(claim: Claim) -> Iterator[Row]:
    """Rows of `parties`."""
    subjects = claim.subjects if claim.subject is None else (claim.subject, *claim.subjects)
    for number, party in enumerate(subjects):
        yield _party_row(claim, "subject", number, party)
    if claim.object is not None:
        yield _party_row(claim, "object", 0, claim.object)
    if claim.place is not None:
        where = claim.place
        names = _names(claim, "place", 0, where.name, where.canonical)
        yield {**names, **_lies(where), "kind": where.kind, "chain": None}


def _party_row(claim: Claim, slot: str, number: int, party: Party) -> Row:
    names = _names(claim, slot, number, party.name, party.canonical)
    return {**names, **_lies(party.where), "kind": str(party.kind), "chain": party.chain}


def _lies(where: Where | None) -> Row:
    """Where a place lies; the rows of a table are written together, so that of a person has these columns too."""
    row: Row = {name: getattr(where, name, None) for name in ("place", "latitude", "longitude", "country", "area")}
    return {**row, "precision": None if where is None else str(where.precision)}


def _names(claim: Claim, slot: str, number: int, name: str, canonical: str) -> Row:
    return {
        "claim_id": claim.id,
        "slot": slot,
        "number": number,
        "document_id": claim.document_id,
        "name": name,
        "key": key(name),
        "canonical": canonical,
        "canonical_key": key(canonical),
    }


def attribution_rows(claim: Claim) -> Iterator[Row]:
    """Rows of `attributions`."""
    for number, link in enumerate(claim.attributed_to):
        yield {
            "claim_id": claim.id,
            "number": number,
            "document_id": claim.document_id,
            "name": link.name,
            "canonical": link.canonical,
            "canonical_key": key(link.canonical),
            "kind": str(link.kind),
            "cue": link.cue,
        }


def evidence_rows(claim: Claim) -> Iterator[Row]:
    """Rows of `evidence`."""
    for number, part in enumerate(claim.evidence):
        place = {"role": str(part.role), "start": part.start, "end": part.end, "quote": part.quote}
        yield {"claim_id": claim.id, "number": number, "document_id": claim.document_id, **place}
