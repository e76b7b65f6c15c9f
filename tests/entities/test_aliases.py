"""What only a table of aliases knows, and what it must not claim."""

from __future__ import annotations

import pytest

from reportedly.entities.aliases import Aliases, Bearer, load_aliases, no_aliases
from reportedly.entities.comparator import Answer
from reportedly.entities.name import NameKind, parse_name
from reportedly.entities.names import compare_names

PERSON, GROUP, PLACE = NameKind.PERSON, NameKind.GROUP, NameKind.PLACE


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        (GROUP, "PMU", "PMF"),
        (GROUP, "Islamic State", "Daesh"),
        (GROUP, "Ansar Allah", "Houthis"),
        (GROUP, "Houthis", "Yemeni Ansar Allah"),
        (GROUP, "YPG", "Kurdish YPG"),
        (PERSON, "Abu Mahdi al Muhandis", "Jamal Jaafar Ibrahimi"),
        (PLACE, "Jurf al Sakhar", "Jurf al-Nasr"),
    ],
)
def test_aliases_are_known_only_by_the_table(kind: NameKind, left: str, right: str) -> None:
    """The names alone never say that they are one bearer's; with the table they are."""
    assert compare_names(left, right, kind, no_aliases()).verdict is not Answer.SAME
    found = compare_names(left, right, kind)
    assert (found.verdict, found.rule) == (Answer.SAME, "alias")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("AQAP", "AQIM", Answer.DIFFERENT),
        ("Hezbollah", "Kata'ib Hezbollah", Answer.DIFFERENT),
        ("Lebanese Hezbollah", "Hezbollah Brigades", Answer.DIFFERENT),
        ("Lebanese Hezbollah", "Saudi Hezbollah", Answer.DIFFERENT),
        ("Pakistani Taliban", "Afghan Taliban", Answer.DIFFERENT),
        ("ISIL", "ISKP", Answer.RELATED),
        ("Qods Force", "IRGC", Answer.RELATED),
    ],
)
def test_known_bearers_are_kept_apart(left: str, right: str, expected: Answer) -> None:
    """Two bearers that the table knows are two, and a wing is related to its body."""
    assert compare_names(left, right, GROUP).verdict is expected


def test_a_name_of_two_bearers_stands_for_neither() -> None:
    """An acronym that two groups bear decides nothing."""
    aliases = Aliases(
        [Bearer(GROUP, ("Fajr Army", "FA")), Bearer(GROUP, ("Free Archers", "FA")), Bearer(GROUP, ("Noor", "FA"))]
    )
    assert aliases.bearer(parse_name("FA", GROUP)) is None
    found = aliases.bearer(parse_name("Army of Fajr", GROUP))
    assert found is not None
    assert found.names[0] == "Fajr Army"


def test_every_part_names_its_whole() -> None:
    """What is a part of something names an entry of the table, first name first."""
    bearers = load_aliases().bearers
    wholes = {bearer.names[0] for bearer in bearers}
    assert [bearer.names[0] for bearer in bearers if bearer.part_of is not None and bearer.part_of not in wholes] == []


def test_entries_are_found_by_their_first_name() -> None:
    """No entry is hidden by another one's alias."""
    aliases = load_aliases()
    hidden = [b.names[0] for b in aliases.bearers if aliases.bearer(parse_name(b.names[0], b.kind)) is not b]
    assert hidden == []
