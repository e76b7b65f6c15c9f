"""Coordinates in sentences of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.coordinates import find_coordinates, parsed

#: words in a sentence, latitude, longitude
WRITTEN = [
    ("33.35° N, 43.78° E", 33.35, 43.78),
    ("33.35N 43.78E", 33.35, 43.78),
    ("N33.35 E43.78", 33.35, 43.78),
    ("33°21′02″N 43°46′50″E", 33.35056, 43.78056),
    ("33° 21' N, 43° 46' E", 33.35, 43.76667),
    ("33°21'02\" S, 70°40'10\" W", -33.35056, -70.66944),
    ("33.3506, 43.7806", 33.3506, 43.7806),
    ("-33.4489, -70.6693", -33.4489, -70.6693),
    ("38S MB 4187 8612", 33.31268, 44.37558),
]


@pytest.mark.parametrize(("words", "latitude", "longitude"), WRITTEN)
def test_coordinates_are_read(words: str, latitude: float, longitude: float) -> None:
    """Each way to write them, at its offsets."""
    text = f"A depot at {words} burnt, a spokesman said."
    (found,) = find_coordinates(text)
    assert text[found.start : found.end] == words
    assert (found.latitude, found.longitude) == (pytest.approx(latitude, abs=1e-5), pytest.approx(longitude, abs=1e-5))


@pytest.mark.parametrize(
    "text",
    [
        "It rose from 3.51 to 7.22 percent.",
        "The rates were 3.5, 7.2 and 9.1.",
        "It is 38 C in the shade, 40 N of them said.",
        "At 95.12N 10.11E there is nothing.",
        "At 33°75′N 43°46′E neither.",
        "Flight MB 4187 left gate 38S.",
        "1.2345, 2.3456, 3.4567 and so on",
    ],
)
def test_what_are_no_coordinates(text: str) -> None:
    """Numbers in prose, and what lies off the earth."""
    assert [text[c.start : c.end] for c in find_coordinates(text)] == []


def test_alone_bare_numbers_are_enough() -> None:
    """What a person types as a place."""
    found = parsed(" 33.35, 43.78 ")
    assert found is not None
    assert (found.latitude, found.longitude) == (33.35, 43.78)
    assert parsed("Fallujah 3") is None
    assert parsed("95, 10") is None


@given(st.text(alphabet="0123456789.,°'′″NSEW -+ABMQ", max_size=40))
def test_any_text(text: str) -> None:
    """Never an error, offsets inside, values on the earth, spans ascending."""
    last = 0
    for one in find_coordinates(text):
        assert last <= one.start < one.end <= len(text)
        assert abs(one.latitude) <= 90
        assert abs(one.longitude) <= 180
        last = one.end
