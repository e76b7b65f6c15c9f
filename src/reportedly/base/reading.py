"""`View` over SQL: every question that can be asked of a base. Works on SQLite and PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Select, func, select

from reportedly.base import listed, lookups, restore, schema, selecting
from reportedly.base.faults import explained
from reportedly.base.memory import Memory
from reportedly.base.redaction import Redactor, redactions, redactor
from reportedly.base.store import Head, Name, Selection, Size
from reportedly.errors import BaseError, NotFoundError
from reportedly.records.claim import Claim
from reportedly.records.decision import Decision
from reportedly.records.document import Document
from reportedly.records.listed import Proposal, ReadList
from reportedly.records.mention import Analysis
from reportedly.records.page import Page
from reportedly.records.reading import Problem
from reportedly.text.fold import key


class SqlView:
    """Reads a base through an engine. redacting: whether names that were redacted are masked."""

    def __init__(self, engine: Engine, name: str, *, redacting: bool = True) -> None:
        self._engine = engine
        self._name = name
        self._redacting = redacting

    @property
    def name(self) -> str:
        """What the base is called in messages."""
        return self._name

    @property
    def memory(self) -> Memory:
        """What was worked out of it before."""
        return Memory(self._engine, self._name, redacting=self._redacting)

    @contextmanager
    def _asking(self) -> Iterator[tuple[Connection, Redactor | None]]:
        with explained(self._name), self._engine.connect() as connection, connection.begin():
            masks = redactor(connection, lookups.decisions(connection)) if self._redacting else None
            yield connection, masks

    def size(self) -> Size:
        """Counts over the whole base."""
        with self._asking() as (connection, _):
            counts = [
                connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (schema.DOCUMENTS, schema.CLAIMS, schema.PROBLEMS)
            ]
        return Size(documents=counts[0], claims=counts[1], problems=counts[2])

    def heads(self) -> tuple[Head, ...]:
        """All documents, oldest publication first, undated ones last."""
        with self._asking() as (connection, masks):
            rows = connection.execute(_heads_in_order()).mappings()
            return tuple(_masked_head(restore.head(row), masks) for row in rows)

    def head(self, document_id: str) -> Head:
        """One document. Raises NotFoundError."""
        with self._asking() as (connection, masks):
            query = select(*restore.HEAD_COLUMNS).where(schema.DOCUMENTS.c.id == document_id)
            row = connection.execute(query).mappings().first()
            if row is None:
                raise self._no_document(document_id)
            return _masked_head(restore.head(row), masks)

    def find(self, words: str) -> str:
        """The id of the document that an id, the beginning of one, a location or an address names."""
        with self._asking() as (connection, _):
            found = lookups.document_ids(connection, words)
        if len(found) == 1:
            return found[0]
        if not found:
            raise self._no_document(words)
        raise NotFoundError(
            f"{len(found)} documents in {self._name} go by {words!r}. Give the id of one: {', '.join(found[:5])}"
            + (", …" if len(found) > 5 else "")
        )

    def document(self, document_id: str) -> Document:
        """One document with its text. Raises NotFoundError."""
        with self._asking() as (connection, masks):
            document = restore.document(connection, self._row(connection, document_id))
            return document if masks is None else masks.document(document)

    def analysis(self, document_id: str) -> Analysis:
        """What the mentions stage found in one document; redacted chains without their names."""
        with self._asking() as (connection, masks):
            found = restore.analysis(connection, document_id)
            return found if masks is None else masks.analysis(document_id, found)

    def page(self, document_id: str) -> Page:
        """The page of a document as it came. Raises BaseError when a redacted name stands in it."""
        with self._asking() as (connection, masks):
            row = self._row(connection, document_id)
            pages = select(schema.PAGES).where(schema.PAGES.c.sha256 == row["page_sha256"])
            page = restore.page(connection.execute(pages).mappings().one())
            whole = "\n".join([row["text"], page.content.decode("utf-8", "replace"), page.location, page.url or ""])
            if masks is not None and masks.spans(document_id, whole):
                raise BaseError(
                    "This page names someone whose entry was redacted, and a page cannot be shown in part. Say "
                    "--unredacted if you must see it as it came."
                )
            return page

    def claims(self, selection: Selection | None = None) -> Iterator[Claim]:
        """The claims that are wanted, in the order of documents (as `heads`) and of their words."""
        with self._asking() as (connection, masks):
            query = selecting.claims(connection, selection or Selection(), masks)
            for document_id, record in connection.execution_options(yield_per=500).execute(query):
                yield restore.claim(record if masks is None else masks.record(document_id, record))

    def names(self, words: str) -> tuple[Name, ...]:
        """The names that are written so in some document, most mentions first. Redacted ones are not found."""
        with self._asking() as (connection, masks):
            return lookups.names(connection, key(words), masks)

    def names_with(self, words: str, limit: int = 10) -> tuple[str, ...]:
        """Names that hold all of these words, commonest first."""
        with self._asking() as (connection, masks):
            return lookups.names_with(connection, key(words).split(), limit, masks)

    def place_keys(self, words: str) -> frozenset[str]:
        """Folded names of places that hold these words one after another."""
        with self._asking() as (connection, masks):
            return lookups.place_keys(connection, key(words), masks)

    def problems(self) -> tuple[Problem, ...]:
        """What went wrong and was not put right by reading again, in the order in which it happened."""
        with self._asking() as (connection, masks):
            rows = connection.execute(select(schema.PROBLEMS).order_by(schema.PROBLEMS.c.id)).mappings()
            found = [restore.problem(row) for row in rows]
            if masks is None:
                return tuple(found)
            masked = [masks.record(p.document_id, msgspec.to_builtins(p)) for p in found]
            return tuple(msgspec.convert(p, Problem) for p in masked)

    def decisions(self) -> tuple[Decision, ...]:
        """The log of decisions, oldest first."""
        with self._asking() as (connection, _):
            return lookups.decisions(connection)

    def redaction_of(self, words: str) -> Decision | None:
        """The redaction in force that hides this name, or None."""
        wanted = key(words)
        for decision in reversed(redactions(self.decisions())):
            if wanted in {key(name) for name in decision.about}:
                return decision
        return None

    def lists(self) -> tuple[ReadList, ...]:
        """The reference lists that were compared with the base, by name."""
        with self._asking() as (connection, _):
            return listed.lists(connection)

    def proposals(self) -> tuple[Proposal, ...]:
        """Which records of those lists may speak of whom; redacted names are masked in them."""
        with self._asking() as (connection, masks):
            found = listed.proposals(connection)
            if masks is None:
                return found
            return tuple(_masked_proposal(one, masks) for one in found if not _is_about_hidden(one, masks))

    def _row(self, connection: Connection, document_id: str) -> Any:
        query = select(schema.DOCUMENTS).where(schema.DOCUMENTS.c.id == document_id)
        row = connection.execute(query).mappings().first()
        if row is None:
            raise self._no_document(document_id)
        return row

    def _no_document(self, words: str) -> NotFoundError:
        return NotFoundError(
            f"There is no document {words!r} in {self._name}. List them with: reportedly documents --base {self._name}"
        )


def _is_about_hidden(one: Proposal, masks: Redactor) -> bool:
    document, _, name = one.member.split("|", 2)
    return bool(masks.spans(document, name))


def _masked_proposal(one: Proposal, masks: Redactor) -> Proposal:
    """A proposal without redacted names: in the reason as the document writes them, in the record as anybody may."""
    record = msgspec.convert(masks.record(None, msgspec.to_builtins(one.record)), type(one.record))
    return msgspec.structs.replace(one, record=record, why=masks.words(one.member.partition("|")[0], one.why))


def _heads_in_order() -> Select[Any]:
    table = schema.DOCUMENTS
    return select(*restore.HEAD_COLUMNS).order_by(table.c.published.is_(None), table.c.published, table.c.id)


def _masked_head(head: Head, masks: Redactor | None) -> Head:
    return head if masks is None else msgspec.convert(masks.record(head.id, msgspec.to_builtins(head)), Head)
