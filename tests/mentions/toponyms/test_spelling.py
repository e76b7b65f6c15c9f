"""Misspelt names, looked for only where the document is about. All texts are our own."""

from __future__ import annotations

import pytest
from tests.mentions.toponyms.marked import senses

from reportedly.mentions.toponyms.spelling import nearly
from reportedly.resources.gazetteer import load_gazetteer

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A bridge near [Qatraneh] in [Jordan] was closed.", "Qatraneh", "JO"),
        ("Trucks left [Al Shadaddi] for [Syria]’s east.", "Al Shadaddi", "SY"),
        ("In [Turkey] a market at [Dogu Beyazit] reopened.", "Dogu Beyazit", "TR"),
    ],
)
def test_a_misspelt_name_is_found_in_a_country_that_is_spoken_of(text: str, name: str, country: str) -> None:
    """It says that it was found so."""
    sense = senses(text)[name]
    assert (sense.candidate.place.country, sense.candidate.method) == (country, "fuzzy")
    assert "spelling is nearest" in sense.why


@pytest.mark.parametrize(
    "text",
    [
        "A bridge near [Qatraneh] was closed.",  # no country is spoken of
        "A bridge near [Qatraneh] in [Norway] was closed.",  # another one is
        "In [Jordan] they met at [Qatr].",  # too short
        "In [Jordan] they met at [Queen Rania Street].",
    ],
)
def test_nothing_is_guessed_without_evidence(text: str) -> None:
    """An unknown name stays unknown."""
    assert not any(sense.candidate.method == "fuzzy" for sense in senses(text).values())


def test_vowels_count_where_they_are_written() -> None:
    """The same consonants are enough in Jordan, not in Kenya."""
    assert nearly("Kisima", ("KE",), GAZETTEER) == ()
    assert [c.place.country for c in nearly("Qatroneh", ("JO",), GAZETTEER)] == ["JO"]
