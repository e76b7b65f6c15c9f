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


#: text → name of the place on the map that its claim of killing gets, and whether it is a line in no country
PHRASES = [
    ("Rebels killed 12 soldiers on the Turkish-Syrian border.", "the border of Turkey and Syria", True),
    ("Rebels killed 12 soldiers on the Syria-Turkey border.", "the border of Syria and Turkey", True),
    ("Rebels killed 12 soldiers along the Iraqi border with Syria.", "the border of Iraq and Syria", True),
    # one side is named, and the report speaks of one neighbour of it
    ("Syrian rebels killed 12 soldiers near the border with Turkey.", "the border of Turkey and Syria", True),
    # of none, or of two: which border is meant is not told
    ("Rebels killed 12 soldiers at Jordan’s border.", "the border of Jordan", False),
    ("Iraqi and Syrian rebels killed 12 soldiers at Jordan’s border.", "the border of Jordan", False),
]


@pytest.mark.parametrize(("text", "name", "is_line"), PHRASES)
def test_the_words_for_a_border_are_its_place(text: str, name: str, is_line: bool) -> None:
    """A claim lies on the line between two countries, else nowhere on the map, but never in the one that is named."""
    (place,) = [c.place for c in read_page(make_page(text)).claims if c.predicate == "killed"]
    assert place is not None
    assert (place.canonical, place.area, place.country) == (name, None, None)
    assert (place.precision is Precision.LINEAR, place.latitude is not None) == (is_line, is_line)


@pytest.mark.parametrize(
    "text", ["Rebels killed 12 soldiers in Jordan’s border town of Ramtha.", "Jordan’s border guards left."]
)
def test_border_towns_and_guards_are_no_border(text: str) -> None:
    """They lie in the country."""
    places = read_page(make_page(text)).analysis.places
    assert next(w for w in places if w.name == "Jordan").area == "JO"
