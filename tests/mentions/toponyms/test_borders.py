"""Borders as places. All texts are our own."""

from __future__ import annotations

import pytest

from reportedly.pipeline import read_page
from reportedly.records.where import Precision
from reportedly.resources.areas import common_border
from reportedly.testing import make_page


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed 12 soldiers near Syria’s border with Turkey.",
        "Rebels killed 12 soldiers on the border between Syria and Turkey.",
    ],
)
def test_a_border(text: str) -> None:
    """A claim on a border lies on a line, in no country for certain."""
    (claim,) = read_page(make_page(text)).claims
    assert claim.place is not None
    assert (claim.place.precision, claim.place.area) == (Precision.LINEAR, None)
    assert claim.place.latitude == pytest.approx(36.7, abs=0.8)
    assert claim.place.longitude == pytest.approx(39.0, abs=1.0)


def test_two_countries_without_a_border_stay_two() -> None:
    """A deal between two states is on no border."""
    places = read_page(make_page("A deal between Syria and Turkey was signed in Ankara.")).analysis.places
    assert {where.name: where.precision.value for where in places} == {
        "Syria": "country",
        "Turkey": "country",
        "Ankara": "settlement",
    }


def test_a_common_border() -> None:
    """Iraq and Syria share some six hundred kilometres; Iraq and Libya none."""
    border = common_border("IQ", "SY")
    assert border is not None
    assert border[0] == pytest.approx(35.2, abs=0.7)
    assert 150 < border[2] < 400
    assert common_border("IQ", "LY") is None
    assert common_border("IQ", "??") is None
