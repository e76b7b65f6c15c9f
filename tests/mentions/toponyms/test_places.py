"""Places of a document by its mentions. All texts are our own."""

from __future__ import annotations

import pytest

from reportedly.mentions.toponyms.places import find_places, where_named
from reportedly.records.mention import Chain, Form, Kind, Mention
from reportedly.records.where import Precision, Where
from reportedly.resources.gazetteer import load_gazetteer
from reportedly.testing import make_document


def _places(text: str, **kinds: Kind) -> dict[str, Where]:
    """The places of a text by their words; kinds: of the names in it, with _ for a space."""
    document = make_document(text)
    named = {name.replace("_", " "): kind for name, kind in kinds.items()}
    starts = {name: text.index(name) for name in named}
    mentions = [
        Mention(start=start, end=start + len(name), text=name, kind=named[name], form=Form.NAME, block=0, sentence=0)
        for name, start in sorted(starts.items(), key=lambda pair: pair[1])
    ]
    return {w.name: w for w in find_places(document, mentions, tuple[Chain, ...](), load_gazetteer())}


def test_a_site_called_after_a_town() -> None:
    """It is in the town or about it: a circle, without an id."""
    places = _places(
        "In Fallujah a shell hit Fallujah Zardun Hall.", Fallujah=Kind.PLACE, Fallujah_Zardun_Hall=Kind.FACILITY
    )
    hall = places["Fallujah Zardun Hall"]
    assert (hall.precision, hall.place, hall.method) == (Precision.NEAR, None, "container")
    assert hall.latitude == places["Fallujah"].latitude


def test_coordinates_of_a_name() -> None:
    """A name with coordinates behind it lies there, whether or not the gazetteer knows it."""
    depot = _places("It struck the Zardun Depot (33.40N, 43.91E) at night.", Zardun_Depot=Kind.FACILITY)["Zardun Depot"]
    assert (depot.latitude, depot.longitude, depot.precision) == (33.40, 43.91, Precision.EXACT)
    assert depot.method == "coordinates"


def test_coordinates_alone() -> None:
    """They are a place of their own; a country before them keeps its outline."""
    places = _places("A drone fell in Iraq, 33.4012, 43.9101, officials said.", Iraq=Kind.STATE)
    assert places["Iraq"].precision is Precision.COUNTRY
    assert places["33.4012, 43.9101"].mention is None


def test_a_wide_grid_square_is_a_circle() -> None:
    """A reference of two digits means a square of a kilometre."""
    (square,) = _places("Shells fell at grid 38S MB 410 860.").values()
    assert square.precision is Precision.EXACT
    (wide,) = [w for w in (where_named("38S MB 41 86", load_gazetteer()),) if w is not None]
    assert (wide.precision, wide.radius_km) == (Precision.NEAR, 0.7)


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("Anbar province", Precision.ADMIN1),
        ("Iraq", Precision.COUNTRY),
        ("Euphrates", Precision.LINEAR),
        ("Fallujah", Precision.SETTLEMENT),
        ("Damascus suburbs", Precision.NEAR),
        ("Zzyzzogorsk, Mosul", Precision.NEAR),
        ("Zzyzzogorsk, Iraq", Precision.COUNTRY),
        ("33.35, 43.78", Precision.EXACT),
    ],
)
def test_a_name_alone(words: str, precision: Precision) -> None:
    """What a person asks for."""
    where = where_named(words, load_gazetteer())
    assert where is not None
    assert where.precision is precision


def test_an_unknown_name_alone() -> None:
    """Nothing is guessed."""
    assert where_named("Zzyzzogorsk", load_gazetteer()) is None
