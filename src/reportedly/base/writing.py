"""`Writer` over SQL: one transaction for each reading, so that a base is whole at every moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Table, delete, exists, insert, select, update

from reportedly import __version__
from reportedly.base import listed, restore, rows, schema
from reportedly.base.faults import explained
from reportedly.base.sqlite import WRITES
from reportedly.records.claim import Claim
from reportedly.records.decision import Decision, Verdict
from reportedly.records.document import DateCertainty
from reportedly.records.listed import ListHead, Proposal
from reportedly.records.page import Page
from reportedly.records.reading import Problem, Reading


class SqlWriter:
    """Adds to a base through an engine. name: of the base, for messages."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with (
            explained(self._name),
            self._engine.connect().execution_options(**{WRITES: True}) as connection,
            connection.begin(),
        ):
            yield connection

    def kept(self, page: Page, engine: str, published: str | None = None) -> Reading | None:
        """The reading of a page that need not be read again, or None."""
        table = schema.DOCUMENTS
        with explained(self._name), self._engine.connect() as connection, connection.begin():
            query = select(table).where(table.c.page_sha256 == page.sha256, table.c.engine == engine, table.c.complete)
            if published is not None:
                query = query.where(table.c.published == published, table.c.certainty == str(DateCertainty.GIVEN))
            row = connection.execute(query).mappings().first()
            if row is None:
                return None
            problems = schema.PROBLEMS
            went_wrong = select(problems).where(problems.c.document_id == row["id"]).order_by(problems.c.id)
            return Reading(
                location=page.location,
                document=restore.document(connection, row),
                analysis=restore.analysis(connection, row["id"]),
                claims=restore.claims_of(connection, row["id"]),
                problems=tuple(restore.problem(p) for p in connection.execute(went_wrong).mappings()),
                page=page,
                unchanged=True,
            )

    def given_date(self, page: Page) -> str | None:
        """The day of publication that a person once gave for a page, or None."""
        table = schema.DOCUMENTS
        given = (table.c.page_sha256 == page.sha256, table.c.certainty == str(DateCertainty.GIVEN))
        with explained(self._name), self._engine.connect() as connection:
            found = connection.execute(select(table.c.published).where(*given)).scalar()
            return None if found is None else str(found)

    def begin(self, engine: str) -> int:
        """Notes that a run began; the number of the run."""
        row = {
            "version": __version__,
            "engine": engine,
            "started_at": _now(),
            "documents": 0,
            "claims": 0,
            "problems": 0,
        }
        with self._writing() as connection:
            return _number(connection, insert(schema.RUNS).values(row))

    def keep(self, reading: Reading, engine: str, run: int) -> Reading:
        """Keeps a reading, as a whole or not at all; gives it as kept."""
        try:
            with self._writing() as connection:
                return _keep(connection, reading, engine, run)
        except UnicodeEncodeError as error:
            # Half a surrogate pair is no character: no database takes it, and no file could hold it.
            bare = _unstorable(reading, error)
            with self._writing() as connection:
                return _keep(connection, bare, engine, run)

    def end(self, run: int) -> None:
        """Notes that a run came to its end."""
        with self._writing() as connection:
            connection.execute(update(schema.RUNS).where(schema.RUNS.c.id == run).values(ended_at=_now()))

    def decide(
        self, verdict: Verdict, about: tuple[str, ...], reason: str, by: str, undoes: int | None = None
    ) -> Decision:
        """Adds a decision to the log. It is on the disk when this returns."""
        row = {"verdict": str(verdict), "about": about, "reason": reason, "by": by, "at": _now(), "undoes": undoes}
        with self._writing() as connection:
            number = _number(connection, insert(schema.DECISIONS).values(row))
        return Decision(id=number, **{**row, "verdict": verdict})  # type: ignore[arg-type]

    def keep_list(self, head: ListHead, records: int, proposals: tuple[Proposal, ...], decided: frozenset[str]) -> None:
        """Puts what a list gave in the place of what an earlier edition of it gave."""
        with self._writing() as connection:
            listed.keep_list(connection, head, records, proposals, decided, _now())


def _keep(connection: Connection, reading: Reading, engine: str, run: int) -> Reading:
    problems = schema.PROBLEMS
    of_this = problems.c.location == reading.location
    if reading.document is not None:
        of_this |= problems.c.document_id == reading.document.id
    connection.execute(delete(problems).where(of_this))
    replaces = reading.document is not None and reading.page is not None
    if replaces and not reading.complete and _is_complete(connection, reading):
        replaces = False
    kept = _without_repeats(reading)
    if replaces:
        _replace(connection, kept, engine, run)
    _insert(connection, problems, [{"run_id": run, **msgspec.to_builtins(p)} for p in kept.problems])
    runs = schema.RUNS
    counts = {"documents": int(replaces), "claims": len(kept.claims) if replaces else 0, "problems": len(kept.problems)}
    added = {name: runs.c[name] + count for name, count in counts.items()}
    connection.execute(update(runs).where(runs.c.id == run).values(added))
    return kept


def _is_complete(connection: Connection, reading: Reading) -> bool:
    table = schema.DOCUMENTS
    if reading.document is None:
        return False
    query = select(exists().where(table.c.id == reading.document.id, table.c.complete))
    return bool(connection.execute(query).scalar())


def _replace(connection: Connection, reading: Reading, engine: str, run: int) -> None:
    document, page, analysis = reading.document, reading.page, reading.analysis
    if document is None or page is None:
        return
    pages, documents = schema.PAGES, schema.DOCUMENTS
    connection.execute(delete(documents).where(documents.c.id == document.id))
    if not connection.execute(select(exists().where(pages.c.sha256 == page.sha256))).scalar():
        connection.execute(insert(pages).values(rows.page_row(page)))
    made = {"engine": engine, "run_id": run, "read_at": _now(), "complete": reading.complete}
    row = {**rows.document_row(document), **made, "page_sha256": page.sha256, "claims": len(reading.claims)}
    connection.execute(insert(documents).values(row))
    _insert(connection, schema.BLOCKS, rows.block_rows(document))
    _insert(connection, schema.SENTENCES, rows.sentence_rows(document.id, analysis))
    _insert(connection, schema.CHAINS, rows.chain_rows(document.id, analysis))
    _insert(connection, schema.MENTIONS, rows.mention_rows(document.id, analysis))
    _insert(connection, schema.SPELLINGS, rows.spelling_rows(document.id, analysis))
    _insert(connection, schema.TIMES, rows.time_rows(document.id, analysis))
    _insert(connection, schema.CLAIMS, [rows.claim_row(claim, n) for n, claim in enumerate(reading.claims)])
    for table, of in (
        (schema.PARTIES, rows.party_rows),
        (schema.ATTRIBUTIONS, rows.attribution_rows),
        (schema.EVIDENCE, rows.evidence_rows),
    ):
        _insert(connection, table, [row for claim in reading.claims for row in of(claim)])


def _insert(connection: Connection, table: Table, values: list[dict[str, Any]]) -> None:
    if values:
        connection.execute(insert(table), values)


def _number(connection: Connection, statement: Any) -> int:
    key = connection.execute(statement).inserted_primary_key
    return int(key[0]) if key else 0


def _without_repeats(reading: Reading) -> Reading:
    """The reading with each claim once: two claims of one id would be one claim to every decision about it."""
    seen: dict[str, Claim] = {}
    repeats: list[Claim] = []
    for claim in reading.claims:
        if claim.id in seen:
            repeats.append(claim)
        seen.setdefault(claim.id, claim)
    if not repeats:
        return reading
    problem = Problem(
        stage="base",
        component="claims",
        reason="same-claim-twice",
        message=f"{_counted(len(repeats))} came out twice under one id and {'is' if len(repeats) == 1 else 'are'} kept "
        "once. This is a defect of reportedly; please report it with the page.",
        location=reading.location,
        document_id=repeats[0].document_id,
    )
    return msgspec.structs.replace(reading, claims=tuple(seen.values()), problems=(*reading.problems, problem))


def _counted(number: int) -> str:
    return "1 claim" if number == 1 else f"{number} claims"


def _unstorable(reading: Reading, error: UnicodeEncodeError) -> Reading:
    problem = Problem(
        stage="base",
        component="base",
        reason="not-storable",
        message=f"The text holds what is no character (U+{ord(error.object[error.start]):04X}) and cannot be kept. "
        "Save the page again as UTF-8.",
        location=reading.location.encode("utf-8", "replace").decode("utf-8"),
    )
    return Reading(location=problem.location, problems=(problem,), complete=False)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
