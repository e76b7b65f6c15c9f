"""Who handed what to whom."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

SUPPLIES = [
    (
        "Karvia supplied the Northern Shield with anti-tank missiles.",
        [("Karvia", "Northern Shield", "anti-tank missiles")],
    ),
    ("Iran sent drones to Russia.", [("Iran", "Russia", "drones")]),
    ("The United States sold Saudi Arabia fighter jets.", [("United States", "Saudi Arabia", "fighter jets")]),
    ("Russia bought shells from North Korea.", [("North Korea", "Russia", "shells")]),
    ("George Haswani supplied oil to the regime.", [("George Haswani", "regime", "oil")]),
    ("Iran’s arms shipments to the Houthis continue.", [("Iran", "Houthis", "arms")]),
    ("Germany will deliver tanks to Ukraine.", [("Germany", "Ukraine", "tanks")]),
    ("Missiles were provided by Tehran.", [("Tehran", None, "Missiles")]),
    ("Chad received weapons from Sudan.", [("Sudan", "Chad", "weapons")]),
    ("Karvia sold 40 tanks and 12 howitzers to Iraq.", [("Karvia", "Iraq", "40 tanks and 12 howitzers")]),
    ("The UAE was accused of sending weapons to the RSF.", [("UAE", "RSF", "weapons")]),
    ("US arms sales to Israel were halted.", [("US", "Israel", "arms")]),
    ("The army was provided with drones from Turkey.", [("Turkey", "army", "drones")]),
    ("Iran is the main arms supplier of Hezbollah.", [("Iran", "Hezbollah", "arms")]),
    ("Karim Bek procured drones for Hezbollah.", [("Karim Bek", "Hezbollah", "drones")]),
    ("Karim Bek bought rifles on behalf of Hezbollah.", [("Karim Bek", "Hezbollah", "rifles")]),
    ("Tarvo Steel shipped trucks to Sudan on behalf of Hezbollah.", [("Tarvo Steel", "Hezbollah", "trucks")]),
    (
        "Karim Bek was listed for supplying fuel and parts to the Syrian air force.",
        [("Karim Bek", "Syrian air force", "fuel and parts")],
    ),
    ("H: Turkey sells drones to Morocco", [("Turkey", "Morocco", "drones")]),
    ("Rwanda is sending weapons and providing training to the M23 rebels.", [("Rwanda", "M23", "weapons")]),
    ("Iran gave Hezbollah 300 rifles.", [("Iran", "Hezbollah", "300 rifles")]),
    ("Iran ferried weapons to the Houthis.", [("Iran", "Houthis", "weapons")]),
    ("Morocco offered Mauritania patrol boats.", [("Morocco", "Mauritania", "patrol boats")]),
    ("Poland has handed over more than 300 tanks.", [("Poland", None, "more than 300 tanks")]),
    ("Rwanda has trained and supplied M23 since 2012.", [("Rwanda", "M23", None)]),
]
NOTHING = [
    "Karim Bek is the main food supplier of the school.",
    "The firm is a supplier of Boeing.",
    "The mayor bought cars for the town.",
    "Karim Bek bought bread for the rebels.",
    "The company sold its shares to Shell.",
    "He gave the ball to Messi.",
    "The army sent troops to Aleppo.",
    "Iran gave Hezbollah a warning.",
    "The made-in-Iran drones hit Kyiv.",
    "The minister gave a speech to parliament.",
    "Doctors provided the army with medical care.",
    "The army seized weapons from Hezbollah.",
    "Russian tanks entered Melk.",
    "Iranian weapons were found in Gaza.",
    "The army received orders from Damascus.",
    "Karvia refused to comment on Iraq.",
    "The US handed over three prisoners to Iraq.",
    "The shop sells toys to Iraq.",
    "The army fired missiles at Iraq.",
    "They passed a letter to Hezbollah.",
    "The soldiers handed over their rifles.",
    "The airline flew food to Yemen.",
    "The US seized Hezbollah weapons.",
    "Washington offered $5 million for Karim Bek.",
    "The river supplies Baghdad.",
]


@pytest.mark.parametrize(("text", "expected"), SUPPLIES)
def test_supplied(text: str, expected: list[tuple[str | None, ...]]) -> None:
    """Giving, selling, sending and getting, with what was handed over."""
    assert told(text, "supplied", "subject", "object") == sorted((pair[:-1] for pair in expected), key=str)
    assert sorted({str(d.weapon) for _, d in drafts_of(text) if d.predicate == "supplied"}) == sorted(
        {str(pair[-1]) for pair in expected}
    )


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_told(text: str) -> None:
    """What only sounds so gives nothing."""
    assert [d.rule for _, d in drafts_of(text) if d.predicate in {"supplied"}] == []
