"""Rules for names of people."""

from __future__ import annotations

import pytest

from reportedly.entities.aliases import no_aliases
from reportedly.entities.compare.person import COMPARATOR
from reportedly.entities.name import NameKind
from reportedly.entities.names import compare_names


def _rule(left: str, right: str) -> str:
    return compare_names(left, right, COMPARATOR.kind, no_aliases()).rule


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Karim Suleiman", "Karim Suleimani", "nisba"),
        ("Karim Haniyeh", "Karim Haniya", "weights"),  # a final h is only spelling
        ("Karim al-Houthi", "Abdul Karim al-Houthi", "weights"),
        ("Akram al-Saadi", "Abdul Karim al-Saadi", "servant"),
        ("Omar al-Zubaidi", "Khalid al-Zubaidi", "kin"),
        ("Danilo Karim Orev", "Sela Karim Orev", "kin"),  # sons of one father
        ("Danilo Karim Orevo", "Danilo Kareem Orevo", "spelling"),
        ("Danilo Orev", "Danilo Orev Jr.", "generation"),
        ("Abu Omar al-Zubaidi", "Khalid al-Zubaidi", "tie"),  # a kunya excludes no given name
    ],
)
def test_rules(left: str, right: str, expected: str) -> None:
    """Each rule fires on its own case and not on its neighbour."""
    assert _rule(left, right) == expected


def test_the_comparator_is_for_people() -> None:
    """It judges names of people only."""
    assert COMPARATOR.kind is NameKind.PERSON
