"""Rules for names of places."""

from __future__ import annotations

import pytest

from reportedly.entities.aliases import no_aliases
from reportedly.entities.compare.place import COMPARATOR
from reportedly.entities.name import NameKind
from reportedly.entities.names import compare_names


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Aleppo", "Aleppo countryside", "part"),
        ("East Ghouta", "West Ghouta", "sides"),
        ("al-Bab", "Al Bāb", "weights"),
        ("Tarvo", "Port Tarvo", "head"),
        ("Tarvo", "Tarvo Port", "tie"),
        ("Marung Bai International Airport", "Marungi International Airport", "more"),
        ("Marung International Airport", "Marungi International Airport", "weights"),
        ("Deir Hafira city", "Dayr Hafirah", "weights"),
    ],
)
def test_rules(left: str, right: str, expected: str) -> None:
    """Each rule fires on its own case and not on its neighbour."""
    assert compare_names(left, right, COMPARATOR.kind, no_aliases()).rule == expected


def test_the_comparator_is_for_places() -> None:
    """It judges names of places only."""
    assert COMPARATOR.kind is NameKind.PLACE


def test_reasons_show_the_words_as_written() -> None:
    """A person who decides reads the names as the reports write them, in their own script and letters."""
    assert "“Port Tarvo”" in compare_names("Port Tarvo", "Tarvo", COMPARATOR.kind, no_aliases()).sentence
    assert "East" in compare_names("East Ghouta", "West Ghouta", COMPARATOR.kind, no_aliases()).sentence
    assert "تارفو" in compare_names("Tarvo", "تارفو", COMPARATOR.kind, no_aliases()).sentence
