"""The gazetteer: names of places and what they may mean, in one SQLite file that is unpacked at first use.

Data: GeoNames (geonames.org, CC BY 4.0), Natural Earth (public domain), airportsdata (MIT), and our own supplement in
`data/places/`. `python -m training.gazetteer.build` packs it.
"""

from __future__ import annotations

import csv
import hashlib
import lzma
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

import msgspec

from reportedly.errors import GazetteerError
from reportedly.resources.lexicon import table
from reportedly.resources.place_keys import keys_of, place_key

#: Ids of places of the supplement count down from here; airfields have ids between it and zero.
_SUPPLEMENT: Final = -1_000_000
#: The places that the user imported, in the folder of the unpacked file.
OWN_FILE: Final = "own-places.sqlite"
#: Raised when the same files are compiled differently: an older unpacked file is then not taken.
_COMPILED: Final = 4
#: Kinds of the supplement that may stand in GeoNames under another spelling.
_SETTLED: Final = frozenset({"city", "village", "district"})
#: The packed file and that of the user's own places: the columns of places are the fields of `Place`.
TABLES: Final = """
CREATE TABLE IF NOT EXISTS places (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL, admin1 INTEGER NOT NULL,
    admin2 INTEGER NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL, population INTEGER NOT NULL, iso TEXT
    NOT NULL );
CREATE TABLE IF NOT EXISTS names (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
_COLUMNS: Final = "id, name, kind, country, admin1, admin2, latitude, longitude, population, iso"


class Place(msgspec.Struct, frozen=True):
    """A place of the world. id: GeoNames' where positive. kind: country, admin1, admin2, city, airfield, or a kind
    of the supplement.

    country: ISO 3166-1, empty where it lies in several. admin1, admin2: ids of the areas that hold it, or 0.
    latitude, longitude: degrees (WGS 84); of an area its middle. population: people, or a weight of that size.
    iso: ISO 3166-1 or 3166-2 code of a country or an area.
    """

    id: int
    name: str
    kind: str
    country: str
    admin1: int
    admin2: int
    latitude: float
    longitude: float
    population: int
    iso: str

    @property
    def geonameid(self) -> int | None:
        """The id in GeoNames, None for places that it did not give."""
        return self.id if self.id > 0 else None


class Gazetteer:
    """An open gazetteer file: read only, answers are the same at every call.

    own: a file of the user's places (`own_places`), whose places and names stand beside those of the first.
    """

    def __init__(self, path: Path, own: Path | None = None) -> None:
        self._base = _opened(path)
        self._own = None if own is None else _opened(own, still=False)
        self._by_key = (
            f"SELECT {_COLUMNS} FROM names JOIN places ON places.id = names.place WHERE key = ? "  # constants
            "ORDER BY population DESC, id"
        )

    def named(self, key: str) -> tuple[Place, ...]:
        """Places that are called so, most people first. key: as `place_key` makes it."""
        found = tuple(Place(*row) for row in self._base.execute(self._by_key, (key,)))
        if self._own is None:
            return found
        known = {place.id for place in found}
        numbers = [n for (n,) in self._own.execute("SELECT place FROM names WHERE key = ?", (key,)) if n not in known]
        more = [place for place in map(self.place, numbers) if place is not None]
        return tuple(sorted((*found, *more), key=lambda place: (-place.population, place.id))) if more else found

    def place(self, number: int) -> Place | None:
        """A place by its id."""
        query = f"SELECT {_COLUMNS} FROM places WHERE id = ?"  # constants
        row = self._base.execute(query, (number,)).fetchone()
        if row is None and self._own is not None:
            row = self._own.execute(query, (number,)).fetchone()
        return None if row is None else Place(*row)

    def with_code(self, iso: str) -> Place | None:
        """The country or province with an ISO 3166 code."""
        areas = "iso = ? AND iso <> '' AND kind IN ('country', 'admin1')"
        query = f"SELECT {_COLUMNS} FROM places WHERE {areas} ORDER BY id"  # constants
        row = self._base.execute(query, (iso,)).fetchone()
        return None if row is None else Place(*row)

    def beginning(self, letters: str, shortest: int, longest: int) -> list[tuple[str, int]]:
        """Keys that begin so, of so many letters, and ids of what they name: among them a misspelt name is sought."""
        query = "SELECT key, place FROM names WHERE key >= ? AND key < ? AND length(key) BETWEEN ? AND ?"
        asked = (letters, letters + "\uffff", shortest, longest)
        return [row for base in (self._base, self._own) if base is not None for row in base.execute(query, asked)]


def _opened(path: Path, *, still: bool = True) -> sqlite3.Connection:
    """A file that is only read. still: nobody writes to it, so that it need not be locked."""
    mode = "mode=ro&immutable=1" if still else "mode=ro"
    try:
        base = sqlite3.connect(f"{path.as_uri()}?{mode}", uri=True, check_same_thread=False)
        base.execute("SELECT 1 FROM names LIMIT 1")
    except sqlite3.Error as error:
        raise GazetteerError(f"{path} cannot be read ({error}); remove it and make it again.") from error
    return base


@cache
def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The gazetteer of the package; unpacked into a folder (default: the user's cache) the first time.

    Raises GazetteerError when the packed file is damaged or nowhere can be written to.
    """
    packed = files("reportedly.resources") / "data" / "gazetteer.sqlite.xz"
    tables = files("reportedly.resources") / "data" / "places"
    digest = hashlib.sha256(bytes([_COMPILED]))
    for part in (packed, tables / "points.tsv", tables / "supplement.tsv"):
        digest.update(part.read_bytes())
    name = f"gazetteer-{digest.hexdigest()[:16]}.sqlite"
    for place in [folder] if folder is not None else cache_folders():
        path, own = place / name, place / OWN_FILE
        try:
            if not path.exists():
                place.mkdir(parents=True, exist_ok=True)
                _unpack(packed, tables, path)
        except (OSError, sqlite3.Error):
            continue
        except lzma.LZMAError as error:
            raise GazetteerError("The gazetteer in the package is damaged; install reportedly again.") from error
        return Gazetteer(path, own if own.exists() else None)
    raise GazetteerError("The gazetteer needs 40 MB in a folder that can be written to; set XDG_CACHE_HOME to one.")


def cache_folders() -> list[Path]:
    """Where the unpacked file may stand, the better one first."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return [home / "reportedly", Path(tempfile.gettempdir()) / f"reportedly-{os.getuid()}"]


def _unpack(packed: Traversable, tables: Traversable, path: Path) -> None:
    """Unpacks beside the target, adds the supplement, and moves it there in one step: two runs may do it at once."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.stem, suffix=".part", delete=False) as part:
        part.write(lzma.decompress(packed.read_bytes()))
    try:
        base = sqlite3.connect(part.name)
        with base:
            base.execute("CREATE INDEX places_iso ON places (iso) WHERE iso <> ''")
            _put(base, _rows(tables / "points.tsv"))
            for number, row in enumerate(_rows(tables / "supplement.tsv")):
                _add(base, _SUPPLEMENT - number, row)
            _add_countries(base)
        base.close()
        Path(part.name).replace(path)
    finally:
        Path(part.name).unlink(missing_ok=True)


def _put(base: sqlite3.Connection, points: Iterable[list[str]]) -> None:
    """Moves countries and large provinces to where our table puts them."""
    ids: dict[str, list[int]] = {}
    for code, number in base.execute("SELECT iso, id FROM places WHERE iso <> ''"):
        ids.setdefault(code, []).append(number)
    moved = [(float(lat), float(lon), number) for code, lat, lon in points for number in ids.get(code, ())]
    base.executemany("UPDATE places SET latitude = ?, longitude = ? WHERE id = ?", moved)


def _add(base: sqlite3.Connection, number: int, row: list[str]) -> None:
    """A place of the supplement, or more names of one that stands there already."""
    name, kind, country, latitude, longitude, weight, others, known_id, *_ = [*row, "", ""]
    names = [name, *(other for other in others.split("|") if other)]
    number = int(known_id) if known_id else number
    keys = {key for n in names for key in keys_of(n)}
    known = _same(base, keys, country, float(latitude), float(longitude)) if kind in _SETTLED else None
    if known_id and base.execute("SELECT 1 FROM places WHERE id = ?", (number,)).fetchone() is not None:
        known = number
    if known is None:
        values = (number, name, kind, country, 0, 0, float(latitude), float(longitude), int(weight), "")
        base.execute("INSERT OR REPLACE INTO places VALUES (?,?,?,?,?,?,?,?,?,?)", values)
        known = number
    base.executemany("INSERT OR IGNORE INTO names VALUES (?,?)", [(key, known) for key in sorted(keys)])


def _same(base: sqlite3.Connection, keys: set[str], country: str, latitude: float, longitude: float) -> int | None:
    """A town of the country with one of these names within a quarter of a degree."""
    query = (
        "SELECT id FROM names JOIN places ON places.id = names.place WHERE key = ? AND kind IN ('city', 'capital') "
        "AND country = ? AND abs(latitude - ?) < 0.25 AND abs(longitude - ?) < 0.25 ORDER BY population DESC"
    )
    for key in sorted(keys):
        row = base.execute(query, (key, country, latitude, longitude)).fetchone()
        if row is not None:
            return int(row[0])
    return None


def _add_countries(base: sqlite3.Connection) -> None:
    """The names that English reports use for countries ("U.S.", "DR Congo"), from the table of countries."""
    ids = dict(base.execute("SELECT iso, id FROM places WHERE kind = 'country' ORDER BY id"))
    for code, country in table("countries")["country"].items():
        if code in ids:
            names = [country["name"], *country.get("aliases", ())]
            base.executemany("INSERT OR IGNORE INTO names VALUES (?,?)", [(place_key(n), ids[code]) for n in names])


def _rows(table: Traversable) -> Iterator[list[str]]:
    lines = (line for line in table.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
