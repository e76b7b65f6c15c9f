"""Grid references, against points whose coordinates are public."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.mgrs import from_mgrs

#: reference, latitude, longitude, side in metres
KNOWN = [
    ("31U DQ 48251 11932", 48.8582, 2.2945, 1),  # the Eiffel Tower
    ("31UDQ4825111932", 48.8582, 2.2945, 1),
    ("38S MB 41 86", 33.316, 44.372, 1000),  # the middle of Baghdad
    ("56H LH 34 50", -33.873, 151.211, 1000),  # the middle of Sydney
    ("34H BH 61 40", -33.949, 18.419, 1000),  # the middle of Cape Town
    ("4Q FJ 12345 67890", 21.4098, -157.9161, 1),  # Hawaii
]


@pytest.mark.parametrize(("reference", "latitude", "longitude", "side"), KNOWN)
def test_known_points(reference: str, latitude: float, longitude: float, side: float) -> None:
    """North and south, east and west, written with spaces and without."""
    found = from_mgrs(reference)
    assert found is not None
    assert found[0] == pytest.approx(latitude, abs=0.001)
    assert found[1] == pytest.approx(longitude, abs=0.001)
    assert found[2] == side


@pytest.mark.parametrize(
    "words",
    ["", "38S", "38S MB 123 45", "61S MB 12 34", "38I MB 12 34", "38S AB 12 34", "38S MB 123456 123456", "38s mb 1 2"],
)
def test_what_is_no_reference(words: str) -> None:
    """Wrong zones, bands, columns and digits give nothing."""
    assert from_mgrs(words) is None


@given(st.text(max_size=20))
def test_any_words(words: str) -> None:
    """Never an error."""
    from_mgrs(words)
