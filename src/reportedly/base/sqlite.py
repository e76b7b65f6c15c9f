"""A base in one SQLite file: how it is connected to, made, and brought to the newest schema.

Pragmas (https://sqlite.org/pragma.html): write-ahead log, so that readers never wait; foreign keys held; every commit
flushed to the disk (FULL), because a person's decision must outlive a power cut and a document costs far more than one
flush.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect

from reportedly.base.faults import explained
from reportedly.base.migrate import refuse_newer, upgrade, version_of
from reportedly.base.schema import HEAD
from reportedly.errors import BaseError, NotFoundError

#: How long to wait for another program that is writing.
_WAIT_SECONDS: Final = 30
#: Set on connections that will write: they take the lock at once, and cannot fail half way for want of it.
WRITES: Final = "reportedly_writes"


def connect(path: Path, *, read_only: bool = False) -> Engine:
    """An engine on the base in a file, which is made where it does not exist (unless read_only).

    Raises BaseError with advice when the file cannot be used, BaseTooNewError when a newer version wrote it.
    """
    name = str(path)
    _check_place(path, read_only=read_only)
    writable = _may_write(path)
    if not writable:
        _check_unwritable(path, read_only=read_only)
    engine = _engine(path, read_only=read_only, writable=writable)
    try:
        with explained(name):
            _prepare(engine, name, writable=writable)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _check_place(path: Path, *, read_only: bool) -> None:
    try:
        exists, is_file, has_folder = path.exists(), path.is_file(), path.parent.is_dir()
    except OSError as error:
        raise BaseError(f"{path} cannot be opened: {error.strerror}. Name another base with --base.") from error
    if exists and not is_file:
        raise BaseError(f"{path} is not a file. Name a file with --base.")
    if not exists and read_only:
        raise NotFoundError(f"There is no base at {path}. Make one with: reportedly read PATH --base {path}")
    if not has_folder:
        raise BaseError(f"The folder {path.parent} does not exist. Make it first, or name another base with --base.")


def _check_unwritable(path: Path, *, read_only: bool) -> None:
    if not read_only:
        raise BaseError(
            f"{path} may not be written to. Change the permissions of the file and its folder, or name another base "
            "with --base."
        )
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size > 0:
        raise BaseError(
            f"{path} was left in the middle of a write, and its folder may not be written to. Copy it, together with "
            "the file beside it that ends in -wal, to where you may write."
        )


def _may_write(path: Path) -> bool:
    # SQLite keeps its log beside the file, so the folder counts too.
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _engine(path: Path, *, read_only: bool, writable: bool) -> Engine:
    # Without a folder to write in there can be no log: nobody else is writing either, and the file stands still.
    mode = "mode=rwc" if writable else "immutable=1"
    address = f"file:{quote(str(path.resolve()))}?{mode}&uri=true"
    engine = create_engine(f"sqlite:///{address}", connect_args={"timeout": _WAIT_SECONDS})

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not guessed at by the driver
        connection.execute("PRAGMA foreign_keys = on")
        if writable:
            connection.execute("PRAGMA synchronous = full")
        if read_only:
            connection.execute("PRAGMA query_only = on")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _prepare(engine: Engine, name: str, *, writable: bool) -> None:
    with engine.connect() as connection:
        version = version_of(connection)
        refuse_newer(version, name)
        if version == HEAD:
            return
        if version is None and inspect(connection).get_table_names():
            raise BaseError(f"{name} is a database of another program. Name another file with --base.")
    if not writable:
        raise BaseError(f"{name} must be brought up to date, but may not be written to. Change its permissions first.")
    _bring_up(engine)


def _bring_up(engine: Engine) -> None:
    with engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute("PRAGMA query_only = off")
        raw.execute("PRAGMA journal_mode = wal")
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        if version_of(connection) != HEAD:  # another program may have been quicker
            upgrade(connection)
    engine.dispose()
