"""Rules for names of groups."""

from __future__ import annotations

import pytest

from reportedly.entities.aliases import no_aliases
from reportedly.entities.compare.group import COMPARATOR
from reportedly.entities.name import NameKind
from reportedly.entities.names import compare_names


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Hezbollah", "Kata'ib Hezbollah", "unit"),
        ("Badr", "Badr Brigades", "weights"),  # a name of its own stays one with or without its unit
        ("Ansar al-Fajr", "Ansar al-Fajr in Yemen", "branch"),
        ("Ansar al-Fajr in Iraq", "Ansar al-Fajr in Yemen", "branches"),
        ("Fajr Liberation Army", "Fajr Trading Bank", "meaning"),
        ("101 Brigade", "102 Brigade", "number"),
    ],
)
def test_rules(left: str, right: str, expected: str) -> None:
    """Each rule fires on its own case and not on its neighbour."""
    assert compare_names(left, right, COMPARATOR.kind, no_aliases()).rule == expected


def test_the_comparator_is_for_groups() -> None:
    """It judges names of groups only."""
    assert COMPARATOR.kind is NameKind.GROUP
