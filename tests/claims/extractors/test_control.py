"""Who holds ground or buildings; taking and losing them is told elsewhere."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

CONTROLS = [
    ("The Taliban control most of the city of Kunduz.", [("Taliban", None, "Kunduz")]),
    ("The Taliban ran Kunduz for a year.", [("Taliban", None, "Kunduz")]),
    ("The town of Melk is still held by the Ash Brigade.", [("Ash Brigade", None, "Melk")]),
    ("The army shelled the ISIL-held town of Ruda.", [("ISIL", None, "Ruda")]),
    ("Rebel-held Aleppo was bombed.", [("Rebel", None, "Aleppo")]),
    ("More than 700 square miles of ISIL-held terrain were freed.", [("ISIL", None, "More than 700 square miles")]),
    ("Near Mosul, one strike destroyed an ISIL-held building.", [("ISIL", "ISIL-held building", "Mosul")]),
    ("ISIL has had control of Mosul for two years.", [("ISIL", None, "Mosul")]),
    ("The Syrian army now claims full control of Aleppo.", [("Syrian army", None, "Aleppo")]),
    ("They drove through territory controlled by the Taliban.", [("Taliban", None, "territory")]),
    ("The Houthis control Sanaa and most of the north.", [("Houthis", None, "Sanaa")]),
    ("Hamas rules Gaza.", [("Hamas", None, "Gaza")]),
    ("Aleppo is under the control of the army.", [("army", None, "Aleppo")]),
    ("Kunduz had been in Taliban control for a year.", [("Taliban", None, "Kunduz")]),
    ("Raqqa is in the hands of ISIL.", [("ISIL", None, "Raqqa")]),
    ("Raqqa, a stronghold of ISIL, was hit.", [("ISIL", None, "Raqqa")]),
    ("The ISIL stronghold of Raqqa was hit.", [("ISIL", None, "Raqqa")]),
    ("The Houthi-controlled port of Hodeidah was hit.", [("Houthi", None, "Hodeidah")]),
    ("H: Strike kills six in M23-held Goma", [("M23", None, "Goma")]),
    ("C: The Taliban-controlled Bagram air base.", [("Taliban", None, "Bagram air base")]),
    ("Houthi fighters man the checkpoint at Taiz.", [("Houthi", "checkpoint", "Taiz")]),
    ("The road was manned by Hezbollah fighters.", [("Hezbollah", None, "road")]),
]
NOTHING = [
    "The army took control of Aleppo.",
    "The army held talks in Aleppo.",
    "Police held three men in Ruda.",
    "Police control traffic in Ruda.",
    "He controls the party.",
    "Chelsea held Liverpool to a draw.",
    "The ministry controls prices.",
    "The king rules by decree.",
    "The UN asked for access to eastern Aleppo.",
    "ISIL lost control of Mosul.",
    "The army tried to hold Aleppo.",
    "The fire is under control in Aleppo.",
    "The rally was held in Aleppo.",
    "The army reached Aleppo.",
    "ISIL seized Mosul.",
    "The club’s hold on Ruda fans is strong.",
    "The judge ruled for Karim Bek.",
    "Passport control at Aleppo is slow.",
    "The house belongs to Karim Bek.",
    "Mosul belongs to Iraq.",
    "The man at the checkpoint was tired.",
]


@pytest.mark.parametrize(("text", "expected"), CONTROLS)
def test_controls(text: str, expected: list[tuple[str | None, ...]]) -> None:
    """Compounds, verbs, nouns of control and strongholds."""
    assert told(text, "controls", "subject", "object", "place") == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_told(text: str) -> None:
    """What only sounds so gives nothing."""
    assert [d.rule for _, d in drafts_of(text) if d.predicate in {"controls"}] == []
