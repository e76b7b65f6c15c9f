"""Kin with names, and figures of speech."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

KIN = [
    ("Oran Sid was born in Ostren, the son of Petr Halim.", [("Oran Sid", "Petr Halim", "son")]),
    ("Lena Orev, a sister of Danu Orev, lives abroad.", [("Lena Orev", "Danu Orev", "sister")]),
    (
        "Omar Bek founded it in 1989, and it was later headed by his brother Karim Bek.",
        [("Karim Bek", "his", "brother")],
    ),
    ("Omar Bek’s eldest son, Karim Bek, was killed.", [("Karim Bek", "Omar Bek", "eldest son")]),
    ("Karim Bek, whose uncle was the mayor Omar Bek, was shot.", [("Omar Bek", "Karim Bek", "uncle")]),
    ("Karim Bek, Omar Bek’s nephew, was jailed.", [("Karim Bek", "Omar Bek", "nephew")]),
    ("Karim Bek and his wife Mira Sol were shot.", [("Mira Sol", "his", "wife")]),
    ("Mira Sol married Karim Bek in 1990.", [("Mira Sol", "Karim Bek", "spouse")]),
    ("Mira Sol is married to Karim Bek.", [("Mira Sol", "Karim Bek", "spouse")]),
    ("The brothers Karim and Omar Bek were arrested.", [("Karim", "Omar Bek", "brother")]),
    ("Karim Bek, the son-in-law of Omar Sol, fled.", [("Karim Bek", "Omar Sol", "son-in-law")]),
    ("Omar Sol’s brother-in-law Karim Bek fled.", [("Karim Bek", "Omar Sol", "brother-in-law")]),
    ("Karim Bek is the half-brother of Omar Sol.", [("Karim Bek", "Omar Sol", "half-brother")]),
    (
        "Karim Bek was born to Omar Bek and Mira Sol in Ruda.",
        [("Karim Bek", "Mira Sol", "child"), ("Karim Bek", "Omar Bek", "child")],
    ),
    ("Karim Bek, son of the late general Omar Bek, was named.", [("Karim Bek", "Omar Bek", "son")]),
    ("Umar Sol succeeded his father, Ilo Sol, in 2003.", [("Ilo Sol", "his", "father")]),
    ("Her ex-husband and Mira Paris’s father, Albert Jaquier, sued.", [("Albert Jaquier", "Mira Paris", "father")]),
    (
        "Karim Bek is the director of the Ruda Fund and brother of its founder, Omar Sol.",
        [("Karim Bek", "Omar Sol", "brother")],
    ),
    (
        "Karim Bek is a general and one of the younger brothers of Omar Bek.",
        [("Karim Bek", "Omar Bek", "younger brother")],
    ),
    ("C: Karim Bek with his daughter Lena.", [("Lena", "his", "daughter")]),
]
NOTHING = [
    "The father of two was killed, Karim Bek said.",
    "Father Karim Bek said mass.",
    "Karim Bek, the founding father of the party, spoke.",
    "Our brothers in Gaza need help, Karim Bek said.",
    "The sister ship of the Moskva sank.",
    "The mother of the bomb was tested.",
    "Karim Bek’s family left Ruda.",
    "Ilo Varek met the sons of Karim Bek.",
    "He wrote for the Ritz Brothers, Eddie Bek and Karim Sol.",
    "The Muslim Brotherhood met Karim Bek.",
    "Karim Bek’s partner Omar Sol runs the firm.",
    "Two children, Karim and Lena, were playing.",
    "Karim Bek is the heir of the idea.",
    "Omar Bek and Karim Bek spoke.",
    "The priest married them in Ruda.",
    "Karim Bek is a general and one of the friends of Omar Bek.",
    "Doha and its sister city met Karim Bek.",
]


@pytest.mark.parametrize(("text", "expected"), KIN)
def test_family_of(text: str, expected: list[tuple[str | None, ...]]) -> None:
    """The role is what the subject is to the object."""
    assert told(text, "family_of", "subject", "object") == sorted((pair[:-1] for pair in expected), key=str)
    assert sorted({str(d.role) for _, d in drafts_of(text) if d.predicate == "family_of"}) == sorted(
        {str(pair[-1]) for pair in expected}
    )


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_told(text: str) -> None:
    """What only sounds so gives nothing."""
    assert [d.rule for _, d in drafts_of(text) if d.predicate in {"family_of"}] == []
