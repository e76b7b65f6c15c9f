"""One report as it was read: its blocks with their roles, and the words in them that carry claims."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from reportedly.base.store import Head, Selection, View
from reportedly.records.document import Block, Document, Role
from reportedly.views.claims import Told, told


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a block that carry the same claims. claims: their numbers in `DocumentClaims.claims`, from 1."""

    text: str
    claims: tuple[int, ...] = ()


class ShownBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A block. evidence: whether claims may be made from it. why: the cue that decided its role."""

    role: Role
    evidence: bool
    why: str
    pieces: tuple[Piece, ...]


class DocumentClaims(msgspec.Struct, frozen=True, kw_only=True):
    """A report, its blocks in order, and its claims in the order of their words."""

    head: Head
    blocks: tuple[ShownBlock, ...]
    claims: tuple[Told, ...]


def document(base: View, words: str) -> DocumentClaims:
    """The report that an id, the beginning of one, a location or an address names. Raises NotFoundError."""
    document_id = base.find(words)
    read = base.document(document_id)
    claims = sorted(told(base, Selection(document=document_id)), key=_first)
    blocks = tuple(_shown(read, block, claims) for block in read.blocks)
    return DocumentClaims(head=base.head(document_id), blocks=blocks, claims=tuple(claims))


def _first(one: Told) -> tuple[int, int, str]:
    spans = [(part.start, part.end) for part in one.claim.evidence]
    start, end = min(spans, default=(0, 0))
    return start, end, one.claim.id


def _shown(read: Document, block: Block, claims: Sequence[Told]) -> ShownBlock:
    pieces = tuple(_pieces(read, block, claims))
    return ShownBlock(role=block.role, evidence=block.is_evidence, why=block.why, pieces=pieces)


def _pieces(read: Document, block: Block, claims: Sequence[Told]) -> list[Piece]:
    """The block's words, cut wherever the evidence of a claim begins or ends."""
    spans = [
        (max(part.start, block.start), min(part.end, block.end), number)
        for number, one in enumerate(claims, 1)
        for part in one.claim.evidence
        if part.start < block.end and part.end > block.start
    ]
    cuts = sorted({block.start, block.end, *(c for start, end, _ in spans for c in (start, end))})
    return [
        Piece(
            text=read.text[start:end],
            claims=tuple(number for first, last, number in spans if first <= start and end <= last),
        )
        for start, end in pairwise(cuts)
    ]
