"""Oaths of loyalty."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

from reportedly.records.claim import Modality

#: sentence → (who swears, to whom)
SWORN = [
    ("Its emir, Petr Halim, swore allegiance to Hamas.", [("Petr Halim", "Hamas")]),
    (
        "Ansar Bayt al-Maqdis pledged allegiance to Abu Bakr al-Baghdadi.",
        [("Ansar Bayt al-Maqdis", "Abu Bakr al-Baghdadi")],
    ),
    (
        "Abubakar Shekau’s pledge of allegiance to the Islamic State was recorded.",
        [("Abubakar Shekau", "Islamic State")],
    ),
    ("Mokhtar Belmokhtar swore loyalty to Ayman al-Zawahiri.", [("Mokhtar Belmokhtar", "Ayman al-Zawahiri")]),
    ("The group swore an oath of allegiance to Hibatullah Akhundzada.", []),  # nobody knows which group
    ("Boko Haram has declared its allegiance to the Islamic State.", [("Boko Haram", "Islamic State")]),
    ("Adnan Abu Walid al-Sahrawi gave bayah to the Islamic State.", [("Adnan Abu Walid al-Sahrawi", "Islamic State")]),
    (
        "Allegiance was pledged to Abu Bakr al-Baghdadi by Ansar al-Sharia.",
        [("Ansar al-Sharia", "Abu Bakr al-Baghdadi")],
    ),
    ("Hezbollah renewed its allegiance to Ali Khamenei.", [("Hezbollah", "Ali Khamenei")]),
    (
        "Hibatullah Akhundzada secured a pledge of loyalty from Ayman al-Zawahiri.",
        [("Ayman al-Zawahiri", "Hibatullah Akhundzada")],
    ),
    ("The Islamic State accepted the allegiance of Boko Haram.", [("Boko Haram", "Islamic State")]),
    ("Boko Haram renewed its oath to the Islamic State.", [("Boko Haram", "Islamic State")]),
    ("Omar Bek swore an oath to Abu Bakr al-Baghdadi.", [("Omar Bek", "Abu Bakr al-Baghdadi")]),
    ("The Nasr Brigade pledged itself to al-Qaeda in 2014.", [("Nasr Brigade", "al-Qaeda")]),
]
BAIT = [
    "Recruits pledge allegiance to the flag.",  # a ceremony
    "Joe Biden swore to defend the constitution.",  # no lord
    "Mokhtar Belmokhtar’s loyalty to Ayman al-Zawahiri is in doubt.",  # a feeling
    "Boko Haram renounced its allegiance to the Islamic State.",  # the opposite
    "Kenya pledged aid to Somalia.",  # money
    "Shifting allegiances divide Libya.",  # nobody
    "Khalifa Haftar demands loyalty.",  # asked for
    "Khalifa Haftar received a letter from Ayman al-Zawahiri.",  # no oath
    "Omar Bek swore an oath to the constitution.",
    "Omar Bek pledged himself to the cause.",
]


@pytest.mark.parametrize(("text", "wanted"), SWORN, ids=[t[:50] for t, _ in SWORN])
def test_oaths_are_told(text: str, wanted: list[tuple[str, str]]) -> None:
    """Who swears and to whom."""
    assert told(text, "pledged_allegiance", "subject", "object") == sorted(wanted, key=str)


@pytest.mark.parametrize("text", BAIT, ids=[t[:50] for t in BAIT])
def test_bait_swears_nothing(text: str) -> None:
    """Flags, aid, feelings and what is given up are no oaths."""
    assert told(text, "pledged_allegiance", "subject", "object") == []


def test_an_oath_to_come_is_planned() -> None:
    """“Vowed to pledge” is no oath yet."""
    text = "Boko Haram vowed to pledge allegiance to Abu Bakr al-Baghdadi."
    found = [d.modality for _, d in drafts_of(text) if d.predicate == "pledged_allegiance"]
    assert found == [Modality.PLANNED]
