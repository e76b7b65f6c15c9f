"""Rows to records: the way back."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, RowMapping, Table, select

from reportedly.base import schema
from reportedly.base.store import Head
from reportedly.records.claim import Claim
from reportedly.records.document import Block, DateCertainty, Document, Publication
from reportedly.records.mention import Analysis, Chain, Mention
from reportedly.records.page import MediaType, Page
from reportedly.records.reading import Problem
from reportedly.records.span import Sentence
from reportedly.records.when import When

#: Of `documents`, what a `Head` holds; its text can be long.
HEAD_COLUMNS: Final = tuple(column for column in schema.DOCUMENTS.c if column.name in set(Head.__struct_fields__))


def head(row: RowMapping) -> Head:
    """A document without its text."""
    return msgspec.convert({name: row[name] for name in Head.__struct_fields__}, Head)


def page(row: RowMapping) -> Page:
    """A page with its bytes as they came."""
    return Page(
        sha256=row["sha256"],
        content=zlib.decompress(row["content"]),
        location=row["location"],
        media_type=MediaType(row["media_type"]),
        url=row["url"],
        captured_at=row["captured_at"],
        charset=row["charset"],
    )


def claim(record: Any) -> Claim:
    """A claim from its record. Fields that an older version did not write have their defaults."""
    return msgspec.convert(record, Claim)


def document(connection: Connection, row: RowMapping) -> Document:
    """A document with its text and blocks."""
    return Document(
        id=row["id"],
        text=row["text"],
        blocks=tuple(msgspec.convert(r, Block) for r in _rows(connection, schema.BLOCKS, row["id"])),
        page_sha256=row["page_sha256"],
        location=row["location"],
        url=row["url"],
        title=row["title"],
        authors=tuple(row["authors"]),
        publisher=row["publisher"],
        language=row["language"],
        publication=Publication(
            date=row["published"],
            certainty=DateCertainty(row["certainty"]),
            stamp=row["stamp"],
            rungs=tuple(row["rungs"]),
        ),
    )


def analysis(connection: Connection, document_id: str) -> Analysis:
    """What the mentions stage found; sentences come without their tokens."""
    mentions = _rows(connection, schema.MENTIONS, document_id)
    members: dict[int, list[int]] = {}
    for row in mentions:
        if row["chain"] is not None:
            members.setdefault(row["chain"], []).append(row["number"])
    return Analysis(
        sentences=tuple(
            Sentence(row["block"], row["start"], row["end"], ())
            for row in _rows(connection, schema.SENTENCES, document_id)
        ),
        mentions=tuple(msgspec.convert(row, Mention) for row in mentions),
        chains=tuple(
            msgspec.convert({**row, "mentions": members.get(row["number"], [])}, Chain)
            for row in _rows(connection, schema.CHAINS, document_id)
        ),
        times=tuple(msgspec.convert(row["record"], When) for row in _rows(connection, schema.TIMES, document_id)),
    )


def claims_of(connection: Connection, document_id: str) -> tuple[Claim, ...]:
    """All claims of a document, in their order."""
    table = schema.CLAIMS
    query = select(table.c.record).where(table.c.document_id == document_id).order_by(table.c.number)
    return tuple(claim(record) for record in connection.execute(query).scalars())


def _rows(connection: Connection, table: Table, document_id: str) -> list[Mapping[str, Any]]:
    query = select(table).where(table.c.document_id == document_id).order_by(table.c.number)
    found: Iterable[RowMapping] = connection.execute(query).mappings()
    # SQLAlchemy marks names that SQL reserves ("end") by a subclass of str, which msgspec takes for no key.
    return [{str(name): value for name, value in row.items()} for row in found]


def problem(row: RowMapping) -> Problem:
    """Something that went wrong."""
    return msgspec.convert({name: row[name] for name in Problem.__struct_fields__}, Problem)
