"""Distances between shapes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.resources.areas import circle, load_areas
from reportedly.resources.geometry import bounds, distance_km, is_inside, span_km, to_shape_km

BAGHDAD, DAMASCUS = (44.39, 33.34), (36.29, 33.51)


def test_distances() -> None:
    """Damascus to Baghdad is about 750 kilometres."""
    assert distance_km(33.51, 36.29, 33.34, 44.39) == pytest.approx(752, abs=5)


def test_a_point_and_a_country() -> None:
    """Baghdad lies in Iraq, Damascus some 200 km from its border."""
    iraq = load_areas()["IQ"]
    assert is_inside(BAGHDAD, iraq)
    assert to_shape_km(BAGHDAD, iraq) == 0
    assert to_shape_km(DAMASCUS, iraq) == pytest.approx(245, abs=30)


def test_a_wide_place_has_a_nearest_and_a_farthest_part() -> None:
    """Of Anbar some lies at Fallujah and some at the Jordanian border, four hundred kilometres from it."""
    span = span_km(load_areas()["IQ-AN"], {"type": "Point", "coordinates": [43.78, 33.35]})
    assert span.least == 0
    assert 350 < span.most < 500


def test_a_hole_is_outside() -> None:
    """The middle of a ring of land does not lie in it."""
    ring = [circle((10.0, 10.0), radius)["coordinates"][0] for radius in (100.0, 50.0)]
    shape = {"type": "Polygon", "coordinates": ring}
    assert not is_inside((10.0, 10.0), shape)
    assert is_inside((10.7, 10.0), shape)
    assert to_shape_km((10.0, 10.0), shape) == pytest.approx(50, rel=0.02)


def test_the_shorter_way_around_the_earth() -> None:
    """Shapes on both sides of the 180th meridian are near one another."""
    assert to_shape_km((-179.9, 0.0), circle((179.5, 0.0), 10.0)) == pytest.approx(57, abs=3)


@given(st.floats(-170, 170), st.floats(-60, 60), st.floats(1, 300), st.floats(-170, 170), st.floats(-60, 60))
def test_spans_are_in_order(longitude: float, latitude: float, radius: float, east: float, north: float) -> None:
    """The nearest part is no farther than the farthest, and bounds hold the middle."""
    shape = circle((longitude, latitude), radius)
    span = span_km(shape, {"type": "Point", "coordinates": [east, north]})
    assert 0 <= span.least <= span.most
    south, upper, west, right = bounds(shape)
    assert south <= latitude <= upper
    assert west <= longitude <= right
