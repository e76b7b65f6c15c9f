"""The seed report: its places are the right ones, and its one relative time is counted from the right day, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

import reportedly
from reportedly.errors import WeightsError
from reportedly.records.claim import Claim
from reportedly.records.where import Precision, Where

#: place → id, country, precision
PLACES = {
    "Fallujah": ("IQ", Precision.SETTLEMENT, 33.35, 43.78),
    "Anbar province": ("IQ", Precision.ADMIN1, None, None),
    "Tikrit": ("IQ", Precision.SETTLEMENT, 34.61, 43.68),
    "Samarra": ("IQ", Precision.SETTLEMENT, 34.2, 43.88),
    "Jurf al Sakhar": ("IQ", Precision.SETTLEMENT, 32.86, 44.21),
    "Latakia": ("SY", Precision.ADMIN1, None, None),
    "Aleppo": ("SY", Precision.SETTLEMENT, 36.2, 37.16),
    "southern Aleppo": ("SY", Precision.ADMIN1, None, None),
    "Iraq": ("IQ", Precision.COUNTRY, None, None),
    "Syria": ("SY", Precision.COUNTRY, None, None),
}


def _claims(shared: Path, published: str | None) -> tuple[Claim, ...]:
    path = shared / "seed" / "fallujah-2016.txt"
    if not path.exists():
        pytest.skip("the seed report is not beside this checkout")
    try:
        (reading,) = reportedly.read(path, published=published)
    except WeightsError:
        pytest.skip("there are no weights")
    return reading.claims


@pytest.fixture(scope="module")
def claims(shared: Path) -> tuple[Claim, ...]:
    """The claims of the report, with no day of publication."""
    return _claims(shared, None)


@pytest.fixture(scope="module")
def places(claims: tuple[Claim, ...]) -> list[Where]:
    """The places of those claims."""
    return [claim.place for claim in claims if claim.place is not None]


@pytest.mark.parametrize(("name", "expected"), PLACES.items())
def test_a_place(places: list[Where], name: str, expected: tuple[str, Precision, float | None, float | None]) -> None:
    """Each lies where it does, no finer than it was said."""
    country, precision, latitude, longitude = expected
    found = [place for place in places if place.name == name and place.qualifier in {None, "southern"}]
    assert found
    for place in found:
        assert (place.country, place.precision) == (country, precision)
        if latitude is not None and longitude is not None:
            assert place.latitude == pytest.approx(latitude, abs=0.1)
            assert place.longitude == pytest.approx(longitude, abs=0.1)


def test_near_fallujah(places: list[Where]) -> None:
    """“Near the Iraqi city of Fallujah” is not in it."""
    near = [place for place in places if place.qualifier == "near"]
    assert [(place.name, place.precision, place.radius_km) for place in near] == [("Fallujah", Precision.NEAR, 25.0)]


def test_modifiers_are_no_places(places: list[Where]) -> None:
    """Neither Iran (“Iranian-backed”) nor the United States (“US-designated”) is where something happened."""
    assert not {"Iran", "Iranian", "US", "United States"} & {place.name for place in places}


@pytest.mark.parametrize(
    ("published", "value", "first", "last"),
    [(None, "XXXX-WXX", None, None), ("2016-05-24", "2016-W20", "2016-05-11", "2016-05-23")],
)
def test_just_last_week(shared: Path, published: str | None, value: str, first: str | None, last: str | None) -> None:
    """Counted from the day of publication where that is known; else it stays unanchored."""
    (time,) = {
        (claim.time.value, claim.time.earliest, claim.time.latest)
        for claim in _claims(shared, published)
        if claim.time is not None and claim.time.text == "just last week"
    }
    assert time == (value, first, last)
