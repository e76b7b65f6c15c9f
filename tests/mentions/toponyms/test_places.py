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


def test_an_unknown_site_of_a_known_town() -> None:
    """“Mosul’s Zardun Mosque” is in Mosul or about it, and so is “Zardun Mosque” wherever the report names it again."""
    text = "A fire broke out in Mosul’s Zardun Mosque. The Zardun Mosque was full."
    first, second = text.index("Zardun"), text.rindex("Zardun")
    starts = [
        (text.index("Mosul"), "Mosul", Kind.PLACE),
        *((n, "Zardun Mosque", Kind.FACILITY) for n in (first, second)),
    ]
    mentions = [
        Mention(start=n, end=n + len(name), text=name, kind=kind, form=Form.NAME, block=0, sentence=0)
        for n, name, kind in starts
    ]
    town, *sites = find_places(make_document(text), mentions, tuple[Chain, ...](), load_gazetteer())
    assert [(w.precision, w.method, w.place) for w in sites] == [(Precision.NEAR, "container", None)] * 2
    assert {w.latitude for w in sites} == {town.latitude}
    assert all("puts Zardun Mosque into Mosul" in w.why for w in sites)


def test_an_unknown_place_in_a_report_of_one_country() -> None:
    """Where all other places lie in one country, it is somewhere in it, and drawn no finer."""
    text = "Shells fell on Mosul, Tikrit and Zyzzovar."
    unknown = _places(text, Mosul=Kind.PLACE, Tikrit=Kind.PLACE, Zyzzovar=Kind.PLACE)["Zyzzovar"]
    assert (unknown.precision, unknown.area, unknown.place) == (Precision.COUNTRY, "IQ", None)
    assert unknown.method == "container"
    assert unknown.why == "no place called Zyzzovar is known; all others of the report lie in Iraq"


@pytest.mark.parametrize("other", ["Aleppo", "Syria"])
def test_an_unknown_place_in_a_report_of_two_countries(other: str) -> None:
    """It stays off the map, and says why."""
    text = f"Shells fell on Mosul, Tikrit, {other} and Zyzzovar."
    unknown = _places(text, Mosul=Kind.PLACE, Tikrit=Kind.PLACE, **{other: Kind.PLACE}, Zyzzovar=Kind.PLACE)["Zyzzovar"]
    assert (unknown.precision, unknown.latitude, unknown.country) == (Precision.UNKNOWN, None, None)
    assert unknown.why == "no place called Zyzzovar is known"


def test_one_known_place_is_too_little() -> None:
    """A single other place says nothing of the country that a report is about."""
    unknown = _places("Shells fell on Mosul and Zyzzovar.", Mosul=Kind.PLACE, Zyzzovar=Kind.PLACE)["Zyzzovar"]
    assert (unknown.precision, unknown.area) == (Precision.UNKNOWN, None)
