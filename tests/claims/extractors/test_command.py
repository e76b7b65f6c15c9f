"""Who leads an operation or the fighters in it."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import told

#: sentence → (who directs, whom or None)
DIRECTS = [
    ("Omar Bek oversees the conduct of the battles in Goma.", [("Omar Bek", None)]),
    ("The rebels of the Dawn Front were led by Omar Bek.", [("Omar Bek", "rebels of the Dawn Front")]),
    ("Qaani is overseeing operations by Iraqi militias in Anbar.", [("Qaani", "Iraqi militias")]),
    ("Sultani Makenga commanded the assault on Goma.", [("Sultani Makenga", None)]),
    ("Kadyrov ordered the Chechen fighters to storm the city.", [("Kadyrov", "Chechen fighters")]),
    ("Esmail Qaani is reportedly helping direct Iraqi militias.", [("Esmail Qaani", "Iraqi militias")]),
    ("The offensive was led by Valery Gerasimov.", [("Valery Gerasimov", None)]),
    ("Omar Bek, the mastermind of the Kabul bombing, fled.", [("Omar Bek", None)]),
    ("Abu Ali planned the attack on the embassy.", [("Abu Ali", None)]),
    ("Hemedti led thousands of fighters in Darfur.", [("Hemedti", "thousands of fighters")]),
    ("Bosco Ntaganda coordinated the fighting around Rutshuru.", [("Bosco Ntaganda", None)]),
    ("Khalifa Haftar, who directed the siege of Benghazi, died.", [("Khalifa Haftar", None)]),
    ("Yevgeny Prigozhin supervised the battle for Bakhmut.", [("Yevgeny Prigozhin", None)]),
    ("Joseph Kony masterminded the massacre.", [("Joseph Kony", None)]),
    ("General Omar Bek ordered the attack on Goma.", [("Omar Bek", None)]),
    ("Under the command of Omar Bek, the troops attacked Goma.", [("Omar Bek", "troops")]),
    ("Fighters under Colonel Omar Bek took the mine.", [("Omar Bek", "Fighters")]),
]
BAIT = [
    "The Dawn Front and the Ash Brigade, two militias led by Omar Bek, struck Goma.",  # the head of bodies
    "Maria Santos directs a film festival in Cali.",  # a festival
    "Ruto leads the polls.",  # polls
    "Macron oversaw the budget.",  # a budget
    "Haftar ordered a new car.",  # a purchase
    "Haftar ordered residents to leave Sirte.",  # civilians
    "Khazali leads Asaib Ahl al-Haq.",  # the head of a group: another predicate
    "Esmail Qaani leads the Quds Force.",  # the same
    "The road leads to Kidal.",  # a road
    "Soldiers under fire left Goma.",  # fire
    "Juan Pérez runs a rescue mission.",  # no fighting
]


@pytest.mark.parametrize(("text", "wanted"), DIRECTS, ids=[t[:50] for t, _ in DIRECTS])
def test_direction_is_told(text: str, wanted: list[tuple[str, str | None]]) -> None:
    """Who leads is the subject; whom, when told, the object."""
    assert told(text, "directs", "subject", "object") == sorted(wanted, key=str)


@pytest.mark.parametrize("text", BAIT, ids=[t[:50] for t in BAIT])
def test_bait_leads_no_fighting(text: str) -> None:
    """Festivals, polls, budgets and heads of groups direct no fighting."""
    assert told(text, "directs", "subject", "object", "place") == []
