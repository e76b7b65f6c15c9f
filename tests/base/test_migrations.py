"""Migrations: what they build is what `schema.py` says, from every older version."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from reportedly.base import schema
from reportedly.base.columns import Flag, Json
from reportedly.base.migrate import VERSION_TABLE
from reportedly.base.opening import open_store

VERSIONS = Path(schema.__file__).parent / "migrations" / "versions"


def _statements(path: Path) -> dict[str, str]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: _normal(sql) for name, sql in rows if name != VERSION_TABLE}


def _normal(sql: str) -> str:
    """A CREATE statement with its parts in order: two ways to write one table are the same."""
    flat = " ".join(sql.replace('"', "").replace("\t", " ").split())
    head, bracket, body = flat.partition("(")
    body, _, tail = body.rpartition(")")
    return head + bracket + ", ".join(sorted(part.strip() for part in body.split(", "))) + tail


def test_migrations_build_the_schema(tmp_path: Path) -> None:
    """Tables, columns, types, keys and indexes of a migrated base are letter by letter those of the schema."""
    open_store(tmp_path / "migrated.db").close()
    direct = create_engine(f"sqlite:///{tmp_path / 'direct.db'}")
    schema.METADATA.create_all(direct)
    direct.dispose()
    migrated, expected = _statements(tmp_path / "migrated.db"), _statements(tmp_path / "direct.db")
    triggers = {name for name in migrated if name.startswith("decisions_never_")}
    assert len(triggers) == 2
    assert {name: sql for name, sql in migrated.items() if name not in triggers} == expected


def test_alembic_sees_no_difference(tmp_path: Path) -> None:
    """Alembic itself would generate nothing."""
    open_store(tmp_path / "a.db").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with engine.connect() as connection:
        names = schema.METADATA.tables
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table": VERSION_TABLE,
                "include_name": lambda name, kind, _: kind != "table" or name in names,
                # SQLite gives back TEXT and INTEGER for our own types; the test above compares what is in the file
                "compare_type": lambda _c, _i, _m, _t, ours: False if isinstance(ours, Json | Flag) else None,
            },
        )
        assert compare_metadata(context, schema.METADATA) == []
    engine.dispose()


def test_migrations_are_numbered_without_a_gap() -> None:
    """File names begin with the revision, and the newest is the schema's head."""
    numbers = sorted(path.stem.partition("_")[0] for path in VERSIONS.glob("m*.py"))
    assert numbers == [f"m{n:04d}" for n in range(1, len(numbers) + 1)]
    assert numbers[-1] == f"m{schema.HEAD}"


def test_every_table_is_strict(tmp_path: Path) -> None:
    """SQLite holds the types of every column of ours."""
    open_store(tmp_path / "a.db").close()
    with sqlite3.connect(tmp_path / "a.db") as connection:
        loose = connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0").fetchall()
        assert {name for (name,) in loose} <= {VERSION_TABLE, "sqlite_schema"}
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("INSERT INTO blocks (document_id, number) VALUES ('d', 'one')")


def test_an_open_base_is_not_migrated_again(tmp_path: Path) -> None:
    """Opening a base that is up to date does not write to it."""
    open_store(tmp_path / "a.db").close()
    before = (tmp_path / "a.db").read_bytes()
    open_store(tmp_path / "a.db").close()
    assert (tmp_path / "a.db").read_bytes() == before
