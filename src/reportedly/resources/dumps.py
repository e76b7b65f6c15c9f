"""Lists of places that people have: GeoNames' dumps, and tables (CSV) with a name, a latitude and a longitude.

GeoNames' formats: https://download.geonames.org/export/dump/readme.txt. Files may be packed as .zip or .gz.
"""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Final, TextIO

import msgspec

from reportedly.errors import GazetteerError

_PLACE_COLUMNS: Final = 19
_NAME_COLUMNS: Final = range(4, 11)
#: Not names: addresses, codes of airports, of ports and of the post.
_NO_LANGUAGES: Final = frozenset({"link", "post", "wkdt", "iata", "icao", "faac", "tcid", "unlc", "abbr", "phon"})
#: How the columns of tables are called.
_HEADINGS: Final = {
    "name": ("name", "place", "toponym", "title"),
    "latitude": ("latitude", "lat", "y", "@lat"),
    "longitude": ("longitude", "lon", "lng", "long", "x", "@lon"),
    "kind": ("kind", "type", "fclass"),
    "country": ("country", "country_code", "iso", "cc"),
    "population": ("population", "pop"),
    "names": ("names", "alternatenames", "aliases", "alt_name", "name:en"),
}


class Wrong(StrEnum):
    """Why a row is not taken."""

    COLUMNS = "wrong number of columns"
    NUMBER = "no number where one belongs"
    RANGE = "coordinates off the earth"
    NAME = "no name"
    OTHER_KIND = "of no kind that is kept"
    UNKNOWN_PLACE = "a name of a place that is not known"


class DumpPlace(msgspec.Struct, frozen=True):
    """A place of a dump. id: GeoNames', None in a table. first, second: GeoNames' codes of the areas that hold it."""

    id: int | None
    name: str
    kind: str
    country: str
    latitude: float
    longitude: float
    population: int
    names: tuple[str, ...]
    first: str = ""
    second: str = ""


class DumpName(msgspec.Struct, frozen=True):
    """Another name of a place of GeoNames."""

    place: int
    name: str


Row = DumpPlace | DumpName | Wrong | None
Reader = Callable[[Sequence[str]], Row]


def rows(path: Path) -> Iterator[Row]:
    """The rows of a file; None for one that is no name and no error. Raises GazetteerError for no known form."""
    try:
        with _opened(path) as lines:
            first = lines.readline()
            columns = first.rstrip("\r\n").split("\t")
            if len(columns) == _PLACE_COLUMNS:
                yield from _tabbed(first, lines, _place)
            elif len(columns) in _NAME_COLUMNS and columns[0].isdigit() and columns[1].isdigit():
                yield from _tabbed(first, lines, _name)
            else:
                yield from _table(path, first, lines)
    except (OSError, EOFError, UnicodeDecodeError, zipfile.BadZipFile, csv.Error) as error:
        raise GazetteerError(f"{path} cannot be read: {error}.") from error


@cache
def features() -> MappingProxyType[str, str]:
    """Kinds of places by GeoNames' feature class or code."""
    text = (files("reportedly.resources") / "data" / "places" / "features.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return MappingProxyType({row[0]: row[1] for row in rows})


def _opened(path: Path) -> TextIO:
    if path.suffix == ".zip":
        packed = zipfile.ZipFile(path)
        members = [name for name in packed.namelist() if name.endswith((".txt", ".csv")) and "readme" not in name]
        if not members:
            raise GazetteerError(f"{path} holds no .txt or .csv file.")
        largest = max(members, key=lambda name: packed.getinfo(name).file_size)
        return io.TextIOWrapper(packed.open(largest), encoding="utf-8-sig", newline="")
    if path.suffix == ".gz":
        return io.TextIOWrapper(gzip.open(path), encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


def _tabbed(first: str, lines: TextIO, read: Reader) -> Iterator[Row]:
    yield read(first.rstrip("\r\n").split("\t"))
    for line in lines:
        if line.strip():
            yield read(line.rstrip("\r\n").split("\t"))


def _place(cells: Sequence[str]) -> Row:
    if len(cells) != _PLACE_COLUMNS:
        return Wrong.COLUMNS
    kind = features().get(cells[7]) or features().get(cells[6])
    if kind is None:
        return Wrong.OTHER_KIND
    point = _point(cells[4], cells[5])
    if isinstance(point, Wrong):
        return point
    if not cells[0].isdigit() or not (cells[14] or "0").isdigit():
        return Wrong.NUMBER
    names = tuple(name for name in (cells[2], *cells[3].split(",")) if name)
    return _named(
        DumpPlace(
            int(cells[0]), cells[1].strip(), kind, cells[8], *point, int(cells[14] or 0), names, cells[10], cells[11]
        )
    )


def _name(cells: Sequence[str]) -> Row:
    if len(cells) not in _NAME_COLUMNS:
        return Wrong.COLUMNS
    if not cells[1].isdigit():
        return Wrong.NUMBER
    if cells[2] in _NO_LANGUAGES:
        return None
    return DumpName(int(cells[1]), cells[3].strip()) if cells[3].strip() else Wrong.NAME


def _table(path: Path, first: str, lines: TextIO) -> Iterator[Row]:
    delimiter = max(",;\t", key=first.count)
    heading = [cell.strip().casefold() for cell in next(csv.reader([first], delimiter=delimiter), [])]
    at = {what: heading.index(word) for what, words in _HEADINGS.items() for word in words[::-1] if word in heading}
    if not {"name", "latitude", "longitude"} <= set(at):
        raise GazetteerError(
            f"{path} is no dump of GeoNames (19 columns, or alternateNamesV2) and no table whose first line names the "
            "columns name, latitude and longitude."
        )
    for cells in csv.reader(lines, delimiter=delimiter):
        if cells:
            yield _table_row(cells, at) if len(cells) == len(heading) else Wrong.COLUMNS


def _table_row(cells: Sequence[str], at: dict[str, int]) -> Row:
    told = {what: cells[column].strip() for what, column in at.items()}
    point = _point(told["latitude"], told["longitude"])
    if isinstance(point, Wrong):
        return point
    people = told.get("population") or "0"
    if not people.isdigit():
        return Wrong.NUMBER
    kinds = frozenset(features().values())
    kind = told.get("kind", "").casefold()
    names = tuple(name.strip() for name in told.get("names", "").replace(";", "|").split("|") if name.strip())
    country = told.get("country", "").upper()
    country = country if len(country) == 2 else ""
    return _named(DumpPlace(None, told["name"], kind if kind in kinds else "city", country, *point, int(people), names))


def _named(place: DumpPlace) -> Row:
    return place if place.name else Wrong.NAME


def _point(latitude: str, longitude: str) -> tuple[float, float] | Wrong:
    try:
        north, east = float(latitude), float(longitude)
    except ValueError:
        return Wrong.NUMBER
    return (north, east) if abs(north) <= 90 and abs(east) <= 180 else Wrong.RANGE
