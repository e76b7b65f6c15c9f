"""Who is who is kept in the base as it was worked out, so that a change costs what it reaches and no more.

What is kept is a ledger (see `entities.ledger`), which a resolution from nothing would give again. It holds as long as
the engine, the tables and the redactions are the same; else it is made anew. Documents that were read since, and
decisions, are entered into it when somebody asks. Nothing that a person decided is kept here.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Engine, bindparam, delete, func, insert, select
from sqlalchemy.exc import DBAPIError

from reportedly import __version__
from reportedly.base import lookups, schema
from reportedly.base.faults import explained
from reportedly.base.redaction import redactions
from reportedly.base.sqlite import WRITES
from reportedly.base.store import Changes
from reportedly.entities.ledger import UNDER, Ledger
from reportedly.records.decision import Decision
from reportedly.resources.version import data_version

#: Packages whose code the answers depend on.
_CODE: Final = ("entities", "records", "text")
_LEVEL: Final = 1  # zlib's quickest
_LARGE: Final = 1000  # bytes from which a row is kept compressed
_PLAIN, _PRESSED = b"\0", b"\1"
_AT_ONCE: Final = 500  # keys that are asked for in one question
_HURRY_MS: Final = 200  # to remember is no reason to wait for another program
_BEHIND: Final = chr(ord(UNDER) + 1)  # the character behind it: keys with it come after all that lie under one
_STATE: Final = "state"  # the shelf of what the ledger depends on, and of how often it was written

_ROWS: Final = select(schema.REMEMBERED.c.key, schema.REMEMBERED.c.content).where(
    schema.REMEMBERED.c.view == bindparam("view"),
    schema.REMEMBERED.c.shelf == bindparam("shelf"),
    schema.REMEMBERED.c.key.in_(bindparam("keys", expanding=True)),
)
_ROW: Final = select(schema.REMEMBERED.c.content).where(
    schema.REMEMBERED.c.view == bindparam("view"),
    schema.REMEMBERED.c.shelf == bindparam("shelf"),
    schema.REMEMBERED.c.key == bindparam("key"),
)


@cache
def resolving_version() -> str:
    """What changes with any line of code and any table that who is who depends on."""
    digest = hashlib.blake2b(f"{__version__} {data_version()}".encode(), digest_size=8)
    root = Path(str(files("reportedly")))
    for path in sorted(path for package in _CODE for path in (root / package).rglob("*.py")):
        digest.update(path.read_bytes())
    digest.update((root / "base" / "assemble.py").read_bytes())
    return digest.hexdigest()


class Memory:
    """What a base remembers of who is who. redacting: whether for the base as it is shown, or verbatim."""

    def __init__(self, engine: Engine, name: str, *, redacting: bool) -> None:
        self._engine = engine
        self._name = name
        self._redacting = redacting

    def changes(self) -> Changes:
        """What was read and decided since somebody asked; nothing but the state of what is kept where there is none."""
        with self._asking() as connection:
            log = lookups.decisions(connection)
            view, version = self._view(log), self._version(log)
            kept = _state(connection, view)
            holds = kept.startswith(version + " ")
            documents, seen = schema.DOCUMENTS.c, schema.REMEMBERED_DOCUMENTS.c
            query = select(documents.id)
            if holds:
                known = select(seen.document_id).where(seen.view == view, seen.document_id == documents.id)
                query = query.where(~known.exists())
            read = tuple(connection.execute(query.order_by(documents.id)).scalars())
            entered = schema.REMEMBERED.c
            gone = select(entered.key).where(
                _of(view, "document"), ~select(documents.id).where(documents.id == entered.key).exists()
            )
            lost = tuple(connection.execute(gone).scalars()) if holds else ()
            stamps = _stamps(connection, read)
        return Changes(view=view, version=version, state=kept if holds else "", log=log, read=stamps, gone=lost)

    @contextmanager
    def backing(self, changes: Changes) -> Iterator[Rows | None]:
        """The rows that are kept, as of one moment; None where nothing that holds is kept or it changed meanwhile."""
        with self._asking() as connection:
            holds = changes.state != "" and _state(connection, changes.view) == changes.state
            yield Rows(connection, changes.view) if holds else None

    def rows(self, view: str) -> Asked:
        """The rows that are kept of a view, each asked for when it is needed."""
        return Asked(self, view)

    def keep(self, changes: Changes, ledger: Ledger) -> str:
        """Remembers a ledger that changes were entered into, if the base may be written to and did not change since.

        The state of what is kept then, "" where it is not: that it cannot be written is no error, it is worked out
        again.
        """
        try:
            with self._writing() as connection:
                return self._keep(connection, changes, ledger)
        except DBAPIError:
            return ""

    def forget(self, view: str) -> None:
        """Lets go of all that is kept of a view: it is damaged. Raises BaseError where it cannot be written to."""
        with explained(self._name), self._writing() as connection:
            _forget(connection, view)

    def _keep(self, connection: Connection, changes: Changes, ledger: Ledger) -> str:
        log = lookups.decisions(connection)
        view, kept = self._view(log), _state(connection, self._view(log))
        if view != changes.view or self._version(log) != changes.version:
            return ""
        if changes.state not in ("", kept) or _stamps(connection, changes.read) != changes.read:
            return ""
        table, documents = schema.REMEMBERED, schema.REMEMBERED_DOCUMENTS
        if not changes.state:
            _forget(connection, view)
        number = int(kept.partition(" ")[2] or 0) + 1
        state = f"{changes.version} {number}"
        rows = [(shelf.name, key, content) for shelf in ledger.shelves() for key, content in shelf.changes()]
        rows.append((_STATE, "", state.encode()))
        if changes.state:
            gone = table.delete().where(
                table.c.view == view, table.c.shelf == bindparam("of"), table.c.key == bindparam("at")
            )
            connection.execute(gone, [{"of": shelf, "at": key} for shelf, key, _ in rows])
        new = [
            {"view": view, "shelf": shelf, "key": key, "content": _packed(content)}
            for shelf, key, content in rows
            if content is not None
        ]
        connection.execute(insert(table), new)
        if changes.read:
            connection.execute(insert(documents), [{"view": view, "document_id": one} for one in changes.read])
        return state

    def _view(self, log: Iterable[Decision]) -> str:
        return "shown" if self._redacting or not redactions(tuple(log)) else "verbatim"

    def _version(self, log: Iterable[Decision]) -> str:
        """What the ledger depends on besides documents and decisions on members."""
        hidden = sorted(name for d in redactions(tuple(log)) for name in d.about) if self._redacting else []
        return hashlib.blake2b(repr((resolving_version(), hidden)).encode(), digest_size=8).hexdigest()

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        with explained(self._name), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that may remember, on a base that was opened to be read too, but does not wait."""
        with self._engine.connect().execution_options(**{WRITES: True}) as connection:
            if connection.dialect.name != "sqlite":
                with connection.begin():
                    yield connection
                return
            raw: Any = connection.connection.dbapi_connection
            reads_only = raw.execute("PRAGMA query_only").fetchone()[0]
            waits = raw.execute("PRAGMA busy_timeout").fetchone()[0]
            raw.execute("PRAGMA query_only = off")
            raw.execute(f"PRAGMA busy_timeout = {_HURRY_MS}")
            try:
                with connection.begin():
                    yield connection
            finally:
                raw.execute(f"PRAGMA busy_timeout = {waits}")
                raw.execute(f"PRAGMA query_only = {'on' if reads_only else 'off'}")


class Rows:
    """Rows of one view, on a connection."""

    def __init__(self, connection: Connection, view: str) -> None:
        self._connection = connection
        self._view = view

    def rows(self, shelf: str, keys: Iterable[str]) -> Mapping[str, bytes]:
        """Those of these rows that there are."""
        wanted = list(keys)
        found: dict[str, bytes] = {}
        if len(wanted) == 1:
            one = {"view": self._view, "shelf": shelf, "key": wanted[0]}
            content = self._connection.execute(_ROW, one).scalar()
            return {} if content is None else {wanted[0]: _unpacked(content)}
        for start in range(0, len(wanted), _AT_ONCE):
            values = {"view": self._view, "shelf": shelf, "keys": wanted[start : start + _AT_ONCE]}
            for key, content in self._connection.execute(_ROWS, values):
                found[key] = _unpacked(content)
        return found

    def keys(self, shelf: str, most: int | None = None, under: str = "") -> list[str]:
        """The keys of a shelf, ascending, at most so many; under: what stands before `UNDER` in them, "" for all."""
        key = schema.REMEMBERED.c.key
        query = select(key).where(_of(self._view, shelf)).order_by(key).limit(most)
        if under:
            query = query.where(key >= under + UNDER, key < under + _BEHIND)
        return list(self._connection.execute(query).scalars())

    def every(self, shelf: str) -> Mapping[str, bytes]:
        """All rows of a shelf."""
        table = schema.REMEMBERED.c
        query = select(table.key, table.content).where(_of(self._view, shelf)).order_by(table.key)
        return {key: _unpacked(content) for key, content in self._connection.execute(query)}

    def count(self, shelf: str) -> int:
        """How many rows a shelf has."""
        query = select(func.count()).select_from(schema.REMEMBERED).where(_of(self._view, shelf))
        return self._connection.execute(query).scalar_one()


class Asked:
    """Rows of one view, each as of the moment when it is asked for."""

    def __init__(self, memory: Memory, view: str) -> None:
        self._memory = memory
        self._view = view

    def rows(self, shelf: str, keys: Iterable[str]) -> Mapping[str, bytes]:
        """Those of these rows that there are."""
        with self._memory._asking() as connection:
            return Rows(connection, self._view).rows(shelf, keys)

    def keys(self, shelf: str, most: int | None = None, under: str = "") -> list[str]:
        """The keys of a shelf, ascending, at most so many; under: see `Rows.keys`."""
        with self._memory._asking() as connection:
            return Rows(connection, self._view).keys(shelf, most, under)

    def every(self, shelf: str) -> Mapping[str, bytes]:
        """All rows of a shelf."""
        with self._memory._asking() as connection:
            return Rows(connection, self._view).every(shelf)

    def count(self, shelf: str) -> int:
        """How many rows a shelf has."""
        with self._memory._asking() as connection:
            return Rows(connection, self._view).count(shelf)


def _of(view: str, shelf: str) -> ColumnElement[bool]:
    return (schema.REMEMBERED.c.view == view) & (schema.REMEMBERED.c.shelf == shelf)


def _state(connection: Connection, view: str) -> str:
    """The version that the ledger was made with, and how often it was written; "" for none."""
    content = Rows(connection, view).rows(_STATE, ("",)).get("", b"")
    return content.decode(errors="replace")


def _forget(connection: Connection, view: str) -> None:
    for table in (schema.REMEMBERED, schema.REMEMBERED_DOCUMENTS):
        connection.execute(delete(table).where(table.c.view == view))


def _stamps(connection: Connection, documents: Iterable[str]) -> dict[str, str]:
    """Which reading of some documents the base has."""
    table, wanted = schema.DOCUMENTS.c, list(documents)
    found: dict[str, str] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        query = select(table.id, table.run_id, table.read_at).where(table.id.in_(wanted[start : start + _AT_ONCE]))
        found.update({row.id: f"{row.run_id} {row.read_at}" for row in connection.execute(query)})
    return found


def _packed(content: bytes) -> bytes:
    return _PLAIN + content if len(content) < _LARGE else _PRESSED + zlib.compress(content, _LEVEL)


def _unpacked(content: bytes) -> bytes:
    """What was packed; nothing that can be decoded where it is damaged."""
    if content[:1] == _PLAIN:
        return content[1:]
    try:
        return zlib.decompress(content[1:])
    except zlib.error:
        return b""
