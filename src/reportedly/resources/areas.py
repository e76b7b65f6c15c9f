"""Outlines of provinces and countries, and the shape in which a place may honestly be drawn.

Data: Natural Earth (public domain), thinned to about five kilometres; `python -m training.gazetteer.areas` packs it.
Borders are de facto.
"""

from __future__ import annotations

import lzma
import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

import msgspec

from reportedly.errors import GazetteerError
from reportedly.records.where import Precision, Where
from reportedly.resources.geometry import (
    DEGREE_KM,
    Geometry,
    Point,
    bounds,
    corners_of,
    distance_km,
    edges_of,
    to_edge_km,
)

#: How far around its middle an area without an outline is drawn, in kilometres.
_SPREAD: Final = {Precision.ADMIN2: 25.0, Precision.LINEAR: 100.0, Precision.REGION: 100.0, Precision.COUNTRY: 200.0}
_CORNERS: Final = 36
#: Each outline was thinned by itself, so that two of one border are not quite the same.
_SAME_LINE_KM: Final = 12.0
#: The same in degrees of latitude.
_LEVEL: Final = _SAME_LINE_KM / DEGREE_KM


@cache
def load_areas() -> MappingProxyType[str, Geometry]:
    """GeoJSON MultiPolygons by ISO 3166-1 or 3166-2 code. Raises GazetteerError when the file is damaged."""
    packed = files("reportedly.resources") / "data" / "areas.json.xz"
    try:
        found: dict[str, Geometry] = msgspec.json.decode(lzma.decompress(packed.read_bytes()))
    except (lzma.LZMAError, msgspec.DecodeError) as error:
        raise GazetteerError("The outlines in the package are damaged; install reportedly again.") from error
    return MappingProxyType(found)


@cache
def common_border(one: str, other: str) -> tuple[float, float, float] | None:
    """Latitude and longitude of the middle of the border of two countries or provinces, and how far it reaches, in km.

    None where they do not touch, or where one has no outline.
    """
    areas = load_areas()
    if one not in areas or other not in areas:
        return None
    # outlines have thousands of corners, and most countries lie far apart: only what is near is measured
    beyond = bounds(areas[other])
    corners = [c for c in corners_of(areas[one]) if _is_near((c,), beyond)]
    if not corners:
        return None
    box = bounds({"type": "Polygon", "coordinates": [[*corners, corners[0]]]})
    edges = [edge for edge in edges_of(areas[other]) if _is_near(edge, box)]
    shared = [c for c in corners if any(_is_level(c, a, b) and to_edge_km(c, a, b) <= _SAME_LINE_KM for a, b in edges)]
    if not shared:
        return None
    east, north = [x for x, _ in shared], [y for _, y in shared]
    longitude, latitude = (min(east) + max(east)) / 2, (min(north) + max(north)) / 2
    return latitude, longitude, max(distance_km(latitude, longitude, y, x) for x, y in shared) + _SAME_LINE_KM


def _is_near(points: Iterable[Point], box: tuple[float, float, float, float]) -> bool:
    """Whether any of the points lies in a box (south, north, west, east) or so near that a border may be shared."""
    south, north, west, east = box
    wide = 4 * _LEVEL  # a degree of longitude shrinks to the north
    return any(south - _LEVEL <= y <= north + _LEVEL and west - wide <= x <= east + wide for x, y in points)


def _is_level(point: Point, start: Point, end: Point) -> bool:
    """Whether an edge comes near enough to the latitude of a point to share a border: cheaper than a distance."""
    south, north = (start[1], end[1]) if start[1] < end[1] else (end[1], start[1])
    return south - _LEVEL <= point[1] <= north + _LEVEL


def shape_of(where: Where, areas: MappingProxyType[str, Geometry]) -> Geometry | None:
    """The GeoJSON geometry of a place, no finer than it was said; None where nothing is known of it.

    A settlement or a site is a point. What is said to be near one is a circle. A province or a country is its outline,
    and only the half that the words single out ("southern"). An area without an outline is a wide circle.
    """
    if where.latitude is None or where.longitude is None:
        return None
    middle = (where.longitude, where.latitude)
    if where.radius_km is not None:
        return circle(middle, where.radius_km)
    if not where.is_area:
        return {"type": "Point", "coordinates": [*middle]}
    outline = areas.get(where.area or "")
    if outline is None or where.precision is Precision.ADMIN2:
        return circle(middle, _SPREAD.get(where.precision, 100.0))
    half = _half((where.qualifier or "").lower().split())
    return outline if half is None else _cut(outline, middle, half)


def circle(middle: Point, radius_km: float) -> Geometry:
    """A polygon of 36 corners around a point (longitude, latitude)."""
    longitude, latitude = middle
    north = radius_km / DEGREE_KM
    east = north / max(0.05, math.cos(math.radians(latitude)))
    ring = []
    for corner in range(_CORNERS):
        angle = 2 * math.pi * corner / _CORNERS
        ring.append([round(longitude + east * math.cos(angle), 3), round(latitude + north * math.sin(angle), 3)])
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def _half(words: list[str]) -> tuple[int, int] | None:
    """East and north of the half that is meant: (0, -1) is the south."""
    told = " ".join(words)
    north = ("north" in told) - ("south" in told)
    east = ("east" in told) - ("west" in told)
    return (east, north) if (north or east) and not told.endswith(" of") else None


def _cut(outline: Geometry, middle: Point, half: tuple[int, int]) -> Geometry:
    """The part of an outline on one side of its middle; the whole where nothing would be left (holes are dropped)."""
    found = []
    for polygon in outline["coordinates"]:
        ring: list[list[float]] = polygon[0]
        for axis, sign in enumerate(half):
            ring = _clipped(ring, axis, sign, middle[axis]) if sign else ring
        if len(ring) > 3:
            found.append([ring])
    return {"type": "MultiPolygon", "coordinates": found} if found else outline


def _clipped(ring: list[list[float]], axis: int, sign: int, limit: float) -> list[list[float]]:
    """Sutherland and Hodgman's clip of a ring by one straight line (Communications of the ACM 17, 1974)."""

    def is_in(point: list[float]) -> bool:
        return (point[axis] - limit) * sign >= 0

    found: list[list[float]] = []
    for before, point in zip([ring[-1], *ring[:-1]], ring, strict=True):
        if is_in(before) != is_in(point):
            share = (limit - before[axis]) / (point[axis] - before[axis])
            crossing = [round(a + share * (b - a), 3) for a, b in zip(before, point, strict=True)]
            found.append(crossing)
        if is_in(point):
            found.append(point)
    return [*found, found[0]] if found and found[0] != found[-1] else found
