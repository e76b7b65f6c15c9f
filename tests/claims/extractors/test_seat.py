"""Where bodies have their seat and people live, and stays that are none."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

SEATS = [
    ("Karim Bek leads the Ash Brigade, a militia operating in Kenya.", [("Ash Brigade", "Kenya")]),
    ("Karim Bek went into exile in Kenya in 2004.", [("Karim Bek", "Kenya")]),
    ("Karim Bek was forced into exile in Kenya.", [("Karim Bek", "Kenya")]),
    ("The Ash Brigade, which is based in Aleppo, denied it.", [("Ash Brigade", "Aleppo")]),
    (
        "The London-based Syrian Observatory for Human Rights said so.",
        [("Syrian Observatory for Human Rights", "London")],
    ),
    (
        "Explosive Ordnance Disposal Mobile Unit Two, based in Virginia Beach, Virginia, cleared mines.",
        [("Explosive Ordnance Disposal Mobile Unit Two", "Virginia Beach")],
    ),
    ("Hezbollah operates in southern Lebanon.", [("Hezbollah", "southern Lebanon")]),
    ("Karim Bek lives in London.", [("Karim Bek", "London")]),
    ("Karim Bek, who lives in exile in Ankara, spoke.", [("Karim Bek", "Ankara")]),
    ("Wagner fighters operating out of Bangui attacked.", [("Wagner", "Bangui")]),
    ("The strike hit Raqqa, the self-proclaimed ISIL capital in Syria.", [("ISIL", "Raqqa")]),
    ("The jets struck Raqqa, ISIL’s self-proclaimed capital.", [("ISIL", "Raqqa")]),
    ("Al-Shabaab has bases in Somalia.", [("Al-Shabaab", "Somalia")]),
    ("Al-Qaida’s headquarters near Sarmada was struck.", [("Al-Qaida", "Sarmada")]),
    ("The Syrian Computer Society is an organization in Syria.", [("Syrian Computer Society", "Syria")]),
    ("Hamas has its headquarters in Doha.", [("Hamas", "Doha")]),
    ("Boko Haram is active in Borno.", [("Boko Haram", "Borno")]),
    ("Boko Haram is a militia active in Borno.", [("Boko Haram", "Borno")]),
    ("Karim Bek grew up in Aleppo.", [("Karim Bek", "Aleppo")]),
    ("In 2003 Karim Bek moved to Berlin.", [("Karim Bek", "Berlin")]),
    ("Geneva-based Amnesty International blames the army.", [("Amnesty International", "Geneva")]),
    ("Karim Bek, a resident of Homs, was killed.", [("Karim Bek", "Homs")]),
    ("Karim Bek, a Turkish citizen living in Nuremberg, was arrested.", [("Karim Bek", "Nuremberg")]),
    ("The Nasr Front stayed in Bangladesh.", [("Nasr Front", "Bangladesh")]),
    ("Hezbollah fights from Lebanon.", [("Hezbollah", "Lebanon")]),
]
NOTHING = [
    "Karim Bek refused to go into exile in Kenya.",
    "The exile of the poets in Kenya was long.",
    "The report is based on interviews in Aleppo.",
    "The army is based on conscription.",
    "The surgeon operated in Aleppo.",
    "A Geneva-based monitor said so.",
    "The drone operates at night.",
    "Carrier aircraft operate from the deck in the Gulf.",
    "Karim Bek arrived in London.",
    "Karim Bek was seen in Aleppo.",
    "The army moved to the east.",
    "Prices grew in Aleppo.",
    "The film is based in part on a book.",
    "Omar Bek was located by police in Ruda.",
    "The office of Karim Bek confirmed it.",
    "The active volcano in Iceland erupted.",
    "Hezbollah attacked Haifa.",
    "The capital of France is Paris.",
    "Interest in the group grew in Germany.",
    "The lively market is based on trust.",
    "A resident of Homs said so.",
    "The delegation stayed in Cairo.",
    "Hezbollah fights in Syria.",
    "Voters registered in Beirut.",
]


@pytest.mark.parametrize(("text", "expected"), SEATS)
def test_based_in(text: str, expected: list[tuple[str | None, ...]]) -> None:
    """Seats, bases, ground and homes."""
    assert told(text, "based_in", "subject", "place") == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_told(text: str) -> None:
    """What only sounds so gives nothing."""
    assert [d.rule for _, d in drafts_of(text) if d.predicate in {"based_in"}] == []
