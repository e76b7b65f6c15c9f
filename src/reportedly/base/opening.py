"""Opens a base: a file with SQLite in it. A server for a team will be another address in the same place."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sqlalchemy import Engine

from reportedly.base.reading import SqlView
from reportedly.base.sqlite import connect
from reportedly.base.store import Store
from reportedly.base.writing import SqlWriter

DEFAULT: Final = "reportedly.db"
VARIABLE: Final = "REPORTEDLY_BASE"


class SqlStore(SqlView, SqlWriter):
    """A base that is open, to read and to write."""

    def __init__(self, engine: Engine, name: str) -> None:
        SqlView.__init__(self, engine, name)

    def verbatim(self) -> SqlView:
        """The same base without redaction."""
        return SqlView(self._engine, self._name, redacting=False)

    def close(self) -> None:
        """Lets go of the base."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def default_path() -> Path:
    """Where the base is when nobody says: $REPORTEDLY_BASE, else reportedly.db in the current folder."""
    return Path(os.environ.get(VARIABLE) or DEFAULT)


def open_store(path: Path | str | None = None, *, read_only: bool = False) -> Store:
    """The base in a file; made where it does not exist, unless it is only to be read. path: None for the default.

    Raises BaseError when it cannot be used, NotFoundError when there is none to read, BaseTooNewError when a newer
    version wrote it.
    """
    path = Path(path) if path is not None else default_path()
    return SqlStore(connect(path, read_only=read_only), str(path))
