"""Brings a base to the newest schema. Alembic is imported only when there is something to do."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from sqlalchemy import Connection, inspect, text

from reportedly.base.schema import HEAD
from reportedly.errors import BaseTooNewError

#: Not Alembic's own name, so that a base is not taken for a database of another program that uses Alembic.
VERSION_TABLE: Final = "reportedly_schema"


def version_of(connection: Connection) -> str | None:
    """Number of the newest migration that a base has seen, None for one that has no tables yet."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    return None if found is None else str(found)


def upgrade(connection: Connection) -> None:
    """Runs the migrations that a base has not seen, in the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("reportedly.base") / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def refuse_newer(version: str | None, name: str) -> None:
    """Raises BaseTooNewError when a base has seen migrations that this version does not know."""
    if version is not None and version > HEAD:
        raise BaseTooNewError(
            f"{name} was written by a newer version of reportedly (schema {version}, this one knows {HEAD}). "
            "Install the newer version, or name another base with --base."
        )
