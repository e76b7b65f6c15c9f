"""What was worked out once is remembered in the base, so that nothing is worked out twice.

Three things, each of which a resolution from nothing would give again: the members of each document, how two names
compare, and the entities of the whole base. They hold as long as the engine, the tables, the redactions and (for
entities) documents and decisions are the same; else they are made anew. Nothing that a person decided is kept here.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
from sqlalchemy import Connection, Engine, delete, func, insert, select
from sqlalchemy.exc import DBAPIError

from reportedly import __version__
from reportedly.base import lookups, schema
from reportedly.base.faults import explained
from reportedly.base.redaction import redactions
from reportedly.base.sqlite import WRITES
from reportedly.entities.comparator import NameVerdict
from reportedly.records.decision import Decision
from reportedly.records.entity import Entities, Member
from reportedly.resources.version import data_version

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Packages whose code the answers depend on.
_CODE: Final = ("entities", "records", "text")
#: Pieces that verdicts on names are kept in; more are put together into one.
_MOST_PIECES: Final = 32
_LEVEL: Final = 1  # zlib's quickest: what is remembered shrinks to a sixth
_HURRY_MS: Final = 200  # to remember is no reason to wait for another program

Key = tuple[str, str, str]
_PACK: Final = msgspec.msgpack.Encoder()
_MEMBERS: Final = msgspec.msgpack.Decoder(tuple[Member, ...])
_ENTITIES: Final = msgspec.msgpack.Decoder(Entities)
_VERDICTS: Final = msgspec.msgpack.Decoder(list[tuple[str, str, str, NameVerdict]])


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

    def state(self) -> str:
        """What the entities depend on, in a few letters: engine, redactions, documents and decisions."""
        with self._asking() as connection:
            return self._state(connection)

    def entities(self, state: str) -> Entities | None:
        """The entities that were worked out in just this state, or None."""
        table = schema.REMEMBERED_ENTITIES
        with self._asking() as connection:
            content = connection.execute(select(table.c.content).where(table.c.state == state)).scalar()
        found: Entities | None = _decoded(_ENTITIES, content)
        return found

    def members(self, document: str | None = None) -> dict[str, tuple[Member, ...]]:
        """The members of a document, or of each, that are known and still hold."""
        table = schema.REMEMBERED_MEMBERS
        with self._asking() as connection:
            of = self._version(lookups.decisions(connection))
            query = select(table.c.document_id, table.c.content).where(table.c.version == of)
            rows = connection.execute(query if document is None else query.where(table.c.document_id == document)).all()
        found = {row.document_id: _decoded(_MEMBERS, row.content) for row in rows}
        return {document: members for document, members in found.items() if members is not None}

    def verdicts(self) -> dict[Key, NameVerdict]:
        """How names compare, by kind and the two names in order of the alphabet."""
        table = schema.REMEMBERED_VERDICTS
        found: dict[Key, NameVerdict] = {}
        with self._asking() as connection:
            query = select(table.c.content).where(table.c.version == resolving_version()).order_by(table.c.id)
            for content in connection.execute(query).scalars():
                for kind, left, right, verdict in _decoded(_VERDICTS, content) or ():
                    found[kind, left, right] = verdict
        return found

    def keep(
        self,
        state: str,
        entities: Entities,
        members: Mapping[str, tuple[Member, ...]],
        fresh: Mapping[Key, NameVerdict],
        known: Mapping[Key, NameVerdict],
    ) -> None:
        """Remembers what was worked out, if the base may be written to and is still in this state.

        members: of documents that were not known; fresh: verdicts that were not known; known: those that were. That it
        cannot be written is no error: it is worked out again.
        """
        try:
            with self._writing() as connection:
                if self._state(connection) == state:
                    self._keep(connection, state, entities, members, fresh, known)
        except DBAPIError:
            return

    def _keep(
        self,
        connection: Connection,
        state: str,
        entities: Entities,
        members: Mapping[str, tuple[Member, ...]],
        fresh: Mapping[Key, NameVerdict],
        known: Mapping[Key, NameVerdict],
    ) -> None:
        of = self._version(lookups.decisions(connection))
        table = schema.REMEMBERED_MEMBERS
        connection.execute(delete(table).where(table.c.document_id.in_(members)))
        rows = [{"document_id": d, "version": of, "content": _packed(found)} for d, found in members.items()]
        if rows:
            connection.execute(insert(table), rows)
        connection.execute(delete(schema.REMEMBERED_ENTITIES))
        connection.execute(insert(schema.REMEMBERED_ENTITIES).values(state=state, content=_packed(entities)))
        table, version = schema.REMEMBERED_VERDICTS, resolving_version()
        connection.execute(delete(table).where(table.c.version != version))
        if fresh:
            pieces = connection.execute(select(func.count()).select_from(table)).scalar_one()
            if pieces >= _MOST_PIECES:
                connection.execute(delete(table))
                fresh = {**known, **fresh}
            content = _packed([(*names, verdict) for names, verdict in fresh.items()])
            connection.execute(insert(table).values(version=version, content=content))

    def _version(self, log: Iterable[Decision]) -> str:
        """What the members of a document depend on besides the document."""
        hidden = sorted(name for d in redactions(log) for name in d.about) if self._redacting else ["*verbatim*"]
        return hashlib.blake2b(repr((resolving_version(), hidden)).encode(), digest_size=8).hexdigest()

    def _state(self, connection: Connection) -> str:
        table, log = schema.DOCUMENTS, lookups.decisions(connection)
        digest = hashlib.blake2b(self._version(log).encode(), digest_size=16)
        for row in connection.execute(select(table.c.id, table.c.run_id, table.c.read_at).order_by(table.c.id)):
            digest.update(repr(tuple(row)).encode())
        digest.update(_PACK.encode(log))
        return digest.hexdigest()

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


def _packed(value: Any) -> bytes:
    return zlib.compress(_PACK.encode(value), _LEVEL)


def _decoded(decoder: msgspec.msgpack.Decoder[Any], content: bytes | None) -> Any:
    """What was remembered; None for nothing, and for what another version wrote in another form."""
    if content is None:
        return None
    try:
        return decoder.decode(zlib.decompress(content))
    except (msgspec.DecodeError, zlib.error):
        return None
