"""Outlines, and shapes that are no finer than what was said."""

from __future__ import annotations

import math
from typing import Any

import pytest

from reportedly.records.where import Precision, Where
from reportedly.resources.areas import circle, load_areas, shape_of

ANBAR = {"latitude": 33.0, "longitude": 41.6, "area": "IQ-AN"}


def _where(precision: Precision, **fields: Any) -> Where:
    return Where(start=0, end=4, name="Ruda", canonical="Ruda", precision=precision, **fields)


def _points(geometry: dict[str, Any]) -> list[list[float]]:
    return [point for polygon in geometry["coordinates"] for ring in polygon for point in ring]


@pytest.mark.parametrize("code", ["IQ", "IQ-AN", "SY", "SY-HL", "SD", "UA", "FR", "US", "US-TX", "MH"])
def test_outlines_are_closed_and_on_the_globe(code: str) -> None:
    """Every ring ends where it begins, within the bounds of the earth."""
    for polygon in load_areas()[code]["coordinates"]:
        for ring in polygon:
            assert ring[0] == ring[-1]
            assert len(ring) >= 4
            assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


@pytest.mark.parametrize(
    ("where", "kind"),
    [
        (_where(Precision.UNKNOWN), None),
        (_where(Precision.SETTLEMENT, latitude=33.3, longitude=43.8), "Point"),
        (_where(Precision.EXACT, latitude=33.3, longitude=43.8), "Point"),
        (_where(Precision.NEAR, latitude=33.3, longitude=43.8, radius_km=25.0), "Polygon"),
        (_where(Precision.ADMIN1, **ANBAR), "MultiPolygon"),
        (_where(Precision.ADMIN2, **ANBAR), "Polygon"),  # a district has no outline here: a circle, not its province
        (_where(Precision.REGION, latitude=12.0, longitude=48.0), "Polygon"),
        (_where(Precision.ADMIN1, latitude=33.0, longitude=41.6, area="XX-YY"), "Polygon"),
    ],
)
def test_what_is_drawn(where: Where, kind: str | None) -> None:
    """Points for towns and sites alone."""
    shape = shape_of(where, load_areas())
    assert (shape and shape["type"]) == kind


def test_a_direction_takes_half_of_an_outline() -> None:
    """“Western Anbar” lies west of its middle, “south of” names no half."""
    whole = shape_of(_where(Precision.ADMIN1, **ANBAR), load_areas())
    west = shape_of(_where(Precision.ADMIN1, qualifier="western", **ANBAR), load_areas())
    south_of = shape_of(_where(Precision.ADMIN1, qualifier="south of", **ANBAR), load_areas())
    assert whole is not None
    assert west is not None
    assert max(x for x, _ in _points(west)) == pytest.approx(41.6)
    assert max(x for x, _ in _points(whole)) > 43
    assert south_of == whole


def test_a_circle_has_its_radius() -> None:
    """Corners lie 25 kilometres from the middle, in both directions."""
    ring = circle((44.0, 33.0), 25.0)["coordinates"][0]
    assert ring[0] == ring[-1]
    assert (ring[0][0] - 44.0) * 111.2 * math.cos(math.radians(33.0)) == pytest.approx(25, abs=0.3)
    assert (ring[9][1] - 33.0) * 111.2 == pytest.approx(25, abs=0.3)
