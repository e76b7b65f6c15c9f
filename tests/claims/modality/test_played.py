"""What is only played in an exercise or a film, dreamt of, feared or made ready for is nobody's act."""

from __future__ import annotations

import pytest
from tests.claims.claiming import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Belgian soldiers playing the enemy took the bridge at Ostend during the exercise.",
        "Hezbollah held an exercise in which its men attacked a post in Galilee.",
        "In the exercise the Third Brigade “invades” Norway.",
        "In the film, Danu Orev kills a soldier in Ostend.",
        "The army practised capturing Kisumu.",
        "Danu Orev dreams of capturing Kisumu.",
        "The army is preparing for an attack on Kisumu.",
        "The army warned residents of an attack on Kisumu.",
        "Danu Orev called for an attack on Kisumu.",
    ],
)
def test_what_is_played_is_not_told(text: str) -> None:
    """Whoever plays the enemy, or acts inside an exercise, takes nothing and strikes nobody; nor does what may come."""
    happened = {"attacked", "took_control", "operation", "killed"}
    assert not happened & {c.predicate for c in claims_of(text)}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Belgian soldiers took the bridge at Ostend.", "took_control"),
        ("Hezbollah fighters attacked a post in Galilee.", "attacked"),
        ("Ten farmers were killed in Kisumu, where a film was shot.", "killed"),
        ("The army warned residents after the attack on Kisumu.", "attacked"),
        ("The army was condemned for an attack on Kisumu.", "attacked"),
        ("Islamic State fighters attacked Egyptian troops during an exercise in Sinai.", "attacked"),
    ],
)
def test_what_happens_is_told(text: str, predicate: str) -> None:
    """The same words without the play, and real attacks on those who exercise, are told."""
    assert predicate in {c.predicate for c in claims_of(text)}
