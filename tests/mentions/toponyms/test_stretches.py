"""What lies between two places. All texts are our own."""

from __future__ import annotations

import re

import pytest

from reportedly.mentions.toponyms.places import where_named
from reportedly.mentions.toponyms.stretches import with_stretches
from reportedly.records.where import Precision, Where
from reportedly.resources.areas import load_areas, shape_of
from reportedly.resources.gazetteer import load_gazetteer
from reportedly.resources.geometry import to_shape_km


def _read(text: str) -> list[Where]:
    """The places among these names, as the words put them."""
    found = []
    for match in re.finditer(r"Hama|Homs|Syria|Turkey|Tokyo", text):
        where = where_named(match.group(), load_gazetteer())
        assert where is not None
        shift = {"start": match.start(), "end": match.end()}
        found.append(type(where)(**{f: getattr(where, f) for f in where.__struct_fields__} | shift))
    return with_stretches(text, found)


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("A bomb hit a bus on the road between Hama and Homs.", ["between Homs and", "between Hama and"]),
        ("They mined the highway from Hama to Homs.", ["on the way to Homs from", "on the way from Hama to"]),
        ("The highway linking Hama with the city of Homs is shut.", ["between Homs and", "between Hama and"]),
        ("A village located halfway between Hama and Homs burnt.", ["between Homs and", "between Hama and"]),
    ],
)
def test_a_stretch(text: str, qualifiers: list[str]) -> None:
    """Both names mean what lies between them: a line, drawn wide enough to hold both ends."""
    places = _read(text)
    assert [place.qualifier for place in places] == qualifiers
    assert {place.precision for place in places} == {Precision.LINEAR}
    shape = shape_of(places[0], load_areas())
    assert shape is not None
    assert to_shape_km((36.75, 35.13), shape) == 0
    assert to_shape_km((36.71, 34.73), shape) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Fighting between Hama and Homs flared up.",
        "A road was built. Hama and Homs are quiet.",
        "The border between Syria and Turkey is shut.",  # states are no points
        "He drove from Hama to Homs.",  # was in both
        "The route from Hama to Tokyo is long.",  # too far to be a place
    ],
)
def test_no_stretch(text: str) -> None:
    """Two towns stay two towns."""
    assert {place.qualifier for place in _read(text)} == {None}
