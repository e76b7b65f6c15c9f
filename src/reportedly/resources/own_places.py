"""The user's own places: a second gazetteer file beside the unpacked one, filled from dumps and laid over it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Final
from zlib import crc32

import msgspec

from reportedly.errors import GazetteerError
from reportedly.resources.dumps import DumpName, DumpPlace, Wrong, rows
from reportedly.resources.gazetteer import OWN_FILE, TABLES, cache_folders, load_gazetteer
from reportedly.resources.place_keys import keys_of

#: Places without an id of GeoNames count down from here: below those of the supplement.
_FIRST: Final = -2_000_000_000
_TELL_EVERY: Final = 20_000
#: GeoNames' codes of the areas that hold an imported place: `_LINK` turns them into ids.
_CODES: Final = """
CREATE TABLE IF NOT EXISTS codes (place INTEGER PRIMARY KEY, country TEXT NOT NULL, first TEXT NOT NULL, second TEXT NOT
    NULL, kind TEXT NOT NULL );
"""
#: The provinces and districts of a dump hold the places that bear their codes.
_LINK: Final = """
CREATE TEMP TABLE areas AS SELECT country, first, CASE kind WHEN 'admin2' THEN second ELSE '' END AS second, place
    FROM codes WHERE kind IN ('admin1', 'admin2');
CREATE INDEX temp.by_code ON areas (country, first, second);
UPDATE places SET admin1 = coalesce((SELECT a.place FROM codes c JOIN areas a ON a.country = c.country
    AND a.first = c.first AND a.second = '' WHERE c.place = places.id AND a.place <> places.id), admin1);
UPDATE places SET admin2 = coalesce((SELECT a.place FROM codes c JOIN areas a ON a.country = c.country
    AND a.first = c.first AND a.second = c.second WHERE c.place = places.id AND c.second <> '' AND a.place <> places.id
    ), admin2);
DROP TABLE areas;
"""


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What one file brought. places, names: new ones; left_out: rows that were not taken, by reason."""

    file: str
    places: int
    names: int
    left_out: dict[str, int]


class OwnPlaces(msgspec.Struct, frozen=True, kw_only=True):
    """What the user's file holds."""

    file: str
    places: int
    names: int


def own_path(folder: Path | None = None) -> Path:
    """Where the file is or would be."""
    return (folder if folder is not None else cache_folders()[0]) / OWN_FILE


def import_places(path: Path, folder: Path | None = None, progress: Callable[[int], None] = lambda _: None) -> Imported:
    """Adds the places of a dump or a table; all of the file or nothing. progress: called with the rows read so far.

    folder: the user's cache by default. What the packed gazetteer has keeps its point and gets more names. Raises
    GazetteerError when the file is of no known form, or when the places cannot be kept.
    """
    gazetteer, target = load_gazetteer(folder), own_path(folder)
    counts, left_out = Counter[str](), Counter[str]()
    try:
        with closing(sqlite3.connect(target)) as base, base:
            base.executescript(TABLES + _CODES)
            base.execute("BEGIN")
            (lowest,) = base.execute("SELECT min(id) FROM places").fetchone()
            free = min(_FIRST, lowest or _FIRST)
            for number, row in enumerate(rows(path), 1):
                if number % _TELL_EVERY == 0:
                    progress(number)
                if isinstance(row, Wrong):
                    left_out[row.value] += 1
                elif isinstance(row, DumpPlace):
                    free -= row.id is None
                    known = row.id is not None and gazetteer.place(row.id) is not None
                    place = free if row.id is None else row.id
                    counts["places"] += 0 if known else _put(base, place, row)
                    counts["names"] += _name(base, place, (row.name, *row.names))
                elif isinstance(row, DumpName):
                    if gazetteer.place(row.place) is None and not _has(base, row.place):
                        left_out[Wrong.UNKNOWN_PLACE.value] += 1
                    else:
                        counts["names"] += _name(base, row.place, (row.name,))
            for statement in _LINK.split(";\n"):
                base.execute(statement)
            if counts.total():
                (before,) = base.execute("PRAGMA user_version").fetchone()
                base.execute(f"PRAGMA user_version = {_stamp(path, before)}")
    except sqlite3.Error as error:
        raise GazetteerError(f"The places cannot be kept in {target}: {error}.") from error
    return Imported(file=str(path), places=counts["places"], names=counts["names"], left_out=dict(left_out))


def own_places(folder: Path | None = None) -> OwnPlaces | None:
    """What the user has imported; None where nothing was."""
    target = own_path(folder)
    if not target.exists():
        return None
    try:
        with closing(sqlite3.connect(f"{target.as_uri()}?mode=ro", uri=True)) as base:
            counts = [base.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("places", "names")]
    except sqlite3.Error as error:
        raise GazetteerError(f"{target} cannot be read ({error}); remove it and import again.") from error
    return OwnPlaces(file=str(target), places=counts[0], names=counts[1])


def own_version(folder: Path | None = None) -> str | None:
    """ "places/" and eight digits that change with every import that brought something; None where there was none.

    They stand in the header of the SQLite file (bytes 60 to 63), so that no start has to open it.
    """
    try:
        with own_path(folder).open("rb") as file:
            header = file.read(64)
    except OSError:
        return None
    return f"places/{header[60:64].hex()}" if len(header) == 64 else None


def _stamp(path: Path, before: int) -> int:
    """A number for all that was imported: of what is there already and the bytes that were added."""
    stamp = before
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            stamp = crc32(piece, stamp)
    return stamp & 0x7FFF_FFFF


def forget_places(folder: Path | None = None) -> bool:
    """Removes all that was imported; whether there was anything."""
    target = own_path(folder)
    existed = target.exists()
    target.unlink(missing_ok=True)
    return existed


def _has(base: sqlite3.Connection, place: int) -> bool:
    return base.execute("SELECT 1 FROM places WHERE id = ?", (place,)).fetchone() is not None


def _put(base: sqlite3.Connection, number: int, row: DumpPlace) -> int:
    values = (number, row.name, row.kind, row.country, 0, 0, row.latitude, row.longitude, row.population, "")
    is_new = 0 if _has(base, number) else 1
    base.execute("INSERT OR REPLACE INTO places VALUES (?,?,?,?,?,?,?,?,?,?)", values)
    codes = (number, row.country, row.first, row.second, row.kind)
    base.execute("INSERT OR REPLACE INTO codes VALUES (?,?,?,?,?)", codes)
    return is_new


def _name(base: sqlite3.Connection, place: int, names: Iterable[str]) -> int:
    keys = {key for name in names for key in keys_of(name)}
    before = base.total_changes
    base.executemany("INSERT OR IGNORE INTO names VALUES (?,?)", [(key, place) for key in sorted(keys)])
    return base.total_changes - before
