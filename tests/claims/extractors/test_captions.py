"""Headlines and captions: who is put at a place without a verb, and whom a picture shows there."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import told

#: caption or headline → (subject, place) of every claim of presence
TOLD = [
    ("H: Kenyan army chief reportedly in Mogadishu", [("Kenyan army chief", "Mogadishu")]),
    ("C: Khalifa Haftar at a command post near Benghazi", [("Khalifa Haftar", "Benghazi")]),
    ("C: Peter Okello, far right, reviews recruits in Goma on Friday.", [("Peter Okello", "Goma")]),
    # people without a name, whom the caption opens with
    ("C: Kenyan soldiers stand guard in Kismayo on Monday.", [("Kenyan soldiers", "Kismayo")]),
    ("C: Rebel fighters ride a pick-up in Kidal.", [("Rebel fighters", "Kidal")]),
    ("C: Three police officers carry a ladder in Goma.", [("Three police officers", "Goma")]),
]

#: nothing may come out of these
BAIT = [
    "C: Soldiers stand guard in Kismayo.",  # whose is not told
    "Kenyan soldiers stand guard in shifts.",  # no caption, no place
    "C: The village of Kismayo burned for two days.",  # a place
    "C: Haftar’s fighters in Benghazi.",  # not Haftar
    "C: Kenyan soldiers were killed in Kismayo in May.",  # told of before, not shown
    "H: Kenyan soldiers in a bind over pay",  # a figure of speech
]


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[t[:50] for t, _ in TOLD])
def test_who_is_shown_is_there(text: str, wanted: list[tuple[str, str]]) -> None:
    """A headline without a verb and a caption put whom they open with at their place."""
    assert told(text, "present_at", "subject", "place") == sorted(wanted)


@pytest.mark.parametrize("text", BAIT, ids=[t[:50] for t in BAIT])
def test_bait_shows_nobody(text: str) -> None:
    """Nobody in particular, places, owners and what went before are not shown."""
    assert told(text, "present_at", "subject", "place") == []
