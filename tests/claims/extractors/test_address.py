"""Speeches, addresses and calls."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import told

#: sentence → (speaker, listener or None, place or None)
SPOKE = [
    # told to many at once
    ("Omar Bek told a rally in Kassala that the war was over.", [("Omar Bek", "rally", "Kassala")]),
    ("Omar Bek told his troops that the war was over.", [("Omar Bek", "his troops", None)]),
    ("Kenya was praised by Antony Blinken in a call with Sergey Lavrov.", [("Antony Blinken", "Sergey Lavrov", None)]),
    # who urges something in a call is who calls
    (
        "Antony Blinken urged Israel to open the road in a phone call with Sergey Lavrov.",
        [("Antony Blinken", "Sergey Lavrov", None)],
    ),
    (
        "Antony Blinken said Omar Bek had praised Israel in a phone call with Sergey Lavrov.",
        [("Omar Bek", "Sergey Lavrov", None)],
    ),
    ("Vladimir Putin addressed troops in Sevastopol.", [("Vladimir Putin", "troops", "Sevastopol")]),
    ("Antony Blinken gave a speech to students in Cairo.", [("Antony Blinken", "students", "Cairo")]),
    ("Hassan Nasrallah delivered a speech in Beirut.", [("Hassan Nasrallah", None, "Beirut")]),
    ("Emmanuel Macron spoke by phone with Benjamin Netanyahu.", [("Emmanuel Macron", "Benjamin Netanyahu", None)]),
    ("Emmanuel Macron phoned Benjamin Netanyahu on Monday.", [("Emmanuel Macron", "Benjamin Netanyahu", None)]),
    ("Emmanuel Macron called President Omar Bek to urge restraint.", [("Emmanuel Macron", "Omar Bek", None)]),
    (
        "In a call with Sergey Lavrov, Antony Blinken raised the matter.",
        [("Antony Blinken", "Sergey Lavrov", None)],
    ),
    (
        "A phone call between Joe Biden and Xi Jinping lasted an hour.",
        [("Joe Biden", "Xi Jinping", None)],
    ),
    ("Khalifa Haftar spoke to his fighters in Sirte.", [("Khalifa Haftar", "his fighters", "Sirte")]),
    ("Moqtada al-Sadr spoke to farmers in Kufa.", [("Moqtada al-Sadr", "farmers", "Kufa")]),
    ("Volodymyr Zelenskyy addressed the parliament in Ottawa.", [("Volodymyr Zelenskyy", "parliament", "Ottawa")]),
    ("Narendra Modi will address the Knesset.", [("Narendra Modi", "Knesset", None)]),
    ("Julius Malema addressed a rally in Soweto.", [("Julius Malema", "rally", "Soweto")]),
    ("Abdel Fattah al-Burhan was contacted by Anthony Blinken.", [("Anthony Blinken", "Abdel Fattah al-Burhan", None)]),
    ("Prime Minister Omar Bek addressed the nation.", [("Omar Bek", "nation", None)]),
]
BAIT = [
    "Omar Bek told reporters in Kassala that the war was over.",  # told to those who carry it on
    "Omar Bek told a news conference that the war was over.",
    "Omar Bek told his driver to wait.",
    "Omar Bek told the police that he was lost.",
    "Antony Blinken addressed the issue in Cairo.",  # a matter
    "Emmanuel Macron called the decision a mistake.",  # a judgement
    "Emmanuel Macron called for calm.",  # an appeal
    "Emmanuel Macron called off the trip.",  # a particle
    "Antony Blinken spoke to reporters.",  # the press carries it on
    "Antony Blinken, speaking to Reuters by phone, was calm.",  # so does an agency
    "Olaf Scholz spoke of a turning point.",  # no listener
    "The speech was short.",  # nobody told
    "Free speech is under attack in Cairo.",  # a right
    "Figures speak for themselves.",  # a figure of speech
    "The letter was addressed to Joe Biden.",  # a letter
    "Joe Biden tried to speak to Xi Jinping.",  # tried
    "Olaf Scholz made a call on the budget.",  # a decision
    "The satellite contacted the ground station.",  # a machine
]


@pytest.mark.parametrize(("text", "wanted"), SPOKE, ids=[t[:50] for t, _ in SPOKE])
def test_addresses_are_told(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    """Who spoke, to whom and where."""
    assert told(text, "spoke_to", "subject", "object", "place") == sorted(wanted, key=str)


@pytest.mark.parametrize("text", BAIT, ids=[t[:50] for t in BAIT])
def test_bait_addresses_nobody(text: str) -> None:
    """Matters, appeals, letters and the press are no listeners."""
    assert told(text, "spoke_to", "subject", "object") == []
