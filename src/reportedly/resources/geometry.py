"""How far shapes on the map lie from one another: points and polygons of GeoJSON, distances in kilometres.

Points by the haversine formula; edges of polygons on a plane around the point that is measured from, which is off by
less than one in a hundred for what lies within some hundred kilometres.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

import msgspec

#: Longitude, latitude.
Point = tuple[float, float]
Geometry = dict[str, Any]
#: Kilometres to a degree of latitude.
DEGREE_KM: Final = 111.2


class Span(msgspec.Struct, frozen=True):
    """How far some part of a shape lies at the least and at the most, in kilometres."""

    least: float
    most: float


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance (haversine formula, mean radius 6,371 km)."""
    north, east = math.radians(other_latitude - latitude), math.radians(other_longitude - longitude)
    near = math.cos(math.radians(latitude)) * math.cos(math.radians(other_latitude))
    chord = math.sin(north / 2) ** 2 + near * math.sin(east / 2) ** 2
    return 12_742 * math.asin(math.sqrt(min(1.0, chord)))


def span_km(shape: Geometry, target: Geometry) -> Span:
    """How far the nearest and the farthest part of a shape lie from a target; 0 where they meet."""
    corners = list(corners_of(shape))
    far = [to_shape_km(corner, target) for corner in corners]
    least = min(far)
    if least > 0 and shape["type"] != "Point":
        least = min(least, *(to_shape_km(corner, shape) for corner in corners_of(target)))
    return Span(least, max(far))


def to_shape_km(point: Point, shape: Geometry) -> float:
    """From a point to the nearest part of a shape; 0 inside it."""
    if shape["type"] == "Point":
        longitude, latitude = shape["coordinates"]
        return distance_km(point[1], point[0], latitude, longitude)
    if is_inside(point, shape):
        return 0.0
    return min(to_edge_km(point, a, b) for a, b in edges_of(shape))


def is_inside(point: Point, shape: Geometry) -> bool:
    """Whether a point lies in a polygon (crossings of a ray, even-odd rule: holes count as outside)."""
    x, y = point
    inside = False
    for ring in _rings(shape):
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
    return inside


def bounds(shape: Geometry) -> tuple[float, float, float, float]:
    """South, north, west and east of a shape."""
    corners = list(corners_of(shape))
    east, north = [c[0] for c in corners], [c[1] for c in corners]
    return min(north), max(north), min(east), max(east)


def _rings(shape: Geometry) -> Iterator[list[Any]]:
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    for polygon in polygons:
        yield from polygon


def edges_of(shape: Geometry) -> Iterator[tuple[Point, Point]]:
    """The edges of a polygon or of several, holes included."""
    for ring in _rings(shape):
        yield from pairwise(ring)


def corners_of(shape: Geometry) -> Iterator[Point]:
    """The corners of a shape, each ring's first one once."""
    if shape["type"] == "Point":
        longitude, latitude = shape["coordinates"]
        yield longitude, latitude
        return
    for ring in _rings(shape):
        for longitude, latitude in ring[:-1]:
            yield longitude, latitude


def to_edge_km(point: Point, start: Point, end: Point) -> float:
    """From a point to the nearest part of an edge."""
    east = math.cos(math.radians(point[1])) * DEGREE_KM
    ax, ay = turned(start[0] - point[0]) * east, (start[1] - point[1]) * DEGREE_KM
    bx, by = turned(end[0] - point[0]) * east, (end[1] - point[1]) * DEGREE_KM
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = 0.0 if length == 0 else max(0.0, min(1.0, -(ax * (bx - ax) + ay * (by - ay)) / length))
    return math.hypot(ax + share * (bx - ax), ay + share * (by - ay))


def turned(degrees: float) -> float:
    """A longitude, or a difference of two, from -180 to 180: the shorter way around the earth."""
    return (degrees + 180.0) % 360.0 - 180.0
