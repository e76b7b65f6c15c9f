"""Acts told by a verb together with another word: "blew up", "set fire to", "came under attack"."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, read, told

from reportedly.claims.violence.expressions import expressions, told_by_expression

#: sentence → (doer or None, what was struck or None, place or None)
ATTACKED = [
    ("Boko Haram set fire to a school in Baga.", [("Boko Haram", "school", "Baga")]),
    ("The army set ablaze dozens of houses in Moura.", [("army", "dozens of houses", "Moura")]),
    ("The village of Moura came under attack by JNIM on Friday.", [("JNIM", None, "Moura")]),
    ("A police station in Quetta came under mortar fire on Friday.", [(None, "police station", "Quetta")]),
    ("The hospital in Jenin was subjected to heavy shelling.", [(None, "hospital", "Jenin")]),
    ("M23 rebels blew up a bridge near Goma.", [("M23", "bridge", "Goma")]),
    ("A landmine blew up a truck near Marib.", [(None, "truck", "Marib")]),
    ("A bomber drove a truck full of explosives into a base in Gao.", [(None, "base", "Gao")]),
    (
        "A suicide bomber rammed his car into a police station in Quetta.",
        [("suicide bomber", "police station", "Quetta")],
    ),
    ("Protesters were fired upon by police in Khartoum.", [("police", "Protesters", "Khartoum")]),
    ("Rebels set upon villagers in Jos.", [("Rebels", "villagers", "Jos")]),
    ("Militants sprayed a bus with bullets near Quetta.", [("Militants", "bus", "Quetta")]),
    ("A mosque in Quetta was the target of a bomb attack.", [(None, "mosque", "Quetta")]),
    ("An air raid knocked out a power plant in Goma.", [(None, "power plant", "Goma")]),
    ("A shrine in Gao was reduced to rubble by JNIM.", [("JNIM", "shrine", "Gao")]),
]
#: sentence → (doer or None, victim, place or None)
KILLED = [
    ("Rebels mowed down nine farmers near Kidal.", [("Rebels", "nine farmers", "Kidal")]),
    ("JNIM fighters slit the throats of four herders in Gao.", [("JNIM", "four herders", "Gao")]),
    ("Nine men were put to death in Sanaa by the Houthis.", [("Houthis", "Nine men", "Sanaa")]),
    ("The coalition took out an ISIS leader in Deir ez-Zor.", [("coalition", "ISIS leader", "Deir ez-Zor")]),
    ("Troops wiped out 20 militants near Maiduguri.", [("Troops", "20 militants", "Maiduguri")]),
    ("Militants burned alive six guards in Gao.", [("Militants", "six guards", "Gao")]),
]
BAIT = [
    "The minister came under fire for her remarks in Goma.",  # words
    "The plan came under attack from critics.",  # words
    "The government came under fire from the opposition in Kampala.",  # words
    "A driver crashed his car into a shop in Lagos.",  # an accident
    "Workers blew up a balloon in Cairo.",  # air
    "The firm wiped out its debts.",  # money
    "Hamas took out a loan in Doha.",  # money
    "Workers cut down ten trees in Kano.",  # wood
    "Kenya wiped out Ghana in the final.",  # sports
    "The court put the plan to death.",  # a figure of speech
]


@pytest.mark.parametrize(("text", "wanted"), ATTACKED, ids=[t[:50] for t, _ in ATTACKED])
def test_expressions_of_attack(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    """Whoever or whatever the expression is about was struck, once for each sentence."""
    assert told(text, "attacked", "subject", "object", "place") == wanted


@pytest.mark.parametrize(("text", "wanted"), KILLED, ids=[t[:50] for t, _ in KILLED])
def test_expressions_of_killing(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    """People die by them, and nobody is told as attacked besides."""
    assert told(text, "killed", "subject", "object", "place") == wanted
    assert told(text, "attacked", "subject", "object") == []


@pytest.mark.parametrize("text", BAIT, ids=[t[:50] for t in BAIT])
def test_other_senses_of_the_words(text: str) -> None:
    """Words, money, wood, sports and accidents hurt nobody."""
    assert [told(text, predicate, "subject", "object") for predicate in ("attacked", "killed")] == [[], []]


def test_an_expression_names_its_method() -> None:
    """Fire that is set is arson, whatever the weapon."""
    assert {d.method for _, d in drafts_of("Boko Haram set fire to a school in Baga.")} == {"arson"}


def test_all_of_an_expression_must_stand_there() -> None:
    """ "Set" alone is no attack, and what "to" brings in besides "fire" is no target."""
    _, (view,) = read("The army set the price of the school to zero.")
    assert [told_by_expression(view, t, "attack") for t in range(len(view.tokens))] == [None] * len(view.tokens)


@pytest.mark.parametrize("kind", ["attack", "kill"])
def test_the_table_is_whole(kind: str) -> None:
    """Every entry has verbs, a word beside them, and says who suffers it."""
    for entry in expressions(kind):
        assert entry.verbs
        assert entry.patient
        assert entry.particle or entry.object or entry.noun
