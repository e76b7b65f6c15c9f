"""A base of the first schema gets the places of its claims from their records."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.base.reports import fill

from reportedly.base.migrate import VERSION_TABLE
from reportedly.base.opening import open_store
from reportedly.base.store import Box, Selection
from reportedly.records.where import Precision, Where
from reportedly.testing import make_reading

MARESH = Box(south=33.0, north=34.0, west=43.0, east=44.0)
#: Tables that came later, those first that refer to others.
LATER = (
    "remembered_documents", "remembered", "proposals", "listed", "lists",
)  # fmt: skip
COLUMNS = ("place", "latitude", "longitude", "precision", "country", "area")


def _placed() -> Where:
    return Where(
        start=16, end=22, name="Maresh", canonical="Maresh", place=-7, latitude=33.5, longitude=43.5,
        precision=Precision.SETTLEMENT, country="IQ",
    )  # fmt: skip


def _old(path: Path) -> None:
    """A base as the first schema had it, with one placed claim and one without a place."""
    claims = [
        {"predicate": "present_at", "evidence": "Orev stayed in Maresh.", "subject": "Orev", "place": _placed()},
        {"predicate": "said", "evidence": "Kolt spoke.", "subject": "Kolt"},
    ]
    fill(path, make_reading("Orev stayed in Maresh. Kolt spoke.", claims=claims)).close()
    with sqlite3.connect(path) as base:
        for table in LATER:
            base.execute(f"DROP TABLE {table}")
        base.execute("DROP INDEX ix_parties_latitude_longitude")
        for column in COLUMNS:
            base.execute(f"ALTER TABLE parties DROP COLUMN {column}")
        base.execute(f"UPDATE {VERSION_TABLE} SET version_num = '0001'")
    base.close()


def test_an_old_base_can_be_asked_by_coordinates(tmp_path: Path) -> None:
    """Its claim is found inside a box that holds the place, and in no other."""
    _old(tmp_path / "old.db")
    with open_store(tmp_path / "old.db") as base:
        (found,) = base.claims(Selection(box=MARESH))
        assert found.place == _placed()
        assert list(base.claims(Selection(box=Box(south=0, north=10)))) == []
        assert len(list(base.claims())) == 2


def test_rows_are_those_of_a_new_base(tmp_path: Path) -> None:
    """What the migration fills in is what writing the claim anew puts there."""
    _old(tmp_path / "old.db")
    open_store(tmp_path / "old.db").close()
    with sqlite3.connect(tmp_path / "old.db") as base:
        rows = base.execute(f"SELECT slot, {', '.join(COLUMNS)} FROM parties ORDER BY slot, name").fetchall()
    assert rows[0] == ("place", -7, 33.5, 43.5, "settlement", "IQ", None)
    assert {row[1:] for row in rows[1:]} == {(None,) * 6}
