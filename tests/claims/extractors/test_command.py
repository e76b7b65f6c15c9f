"""Who leads an operation or the fighters in it, and operations themselves."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import told

#: sentence → (who directs, whom or None)
DIRECTS = [
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
]
#: sentence → (who fights, against whom, place)
OPERATION = [
    ("Turkey launched an offensive against the PKK in Sinjar.", [("Turkey", "PKK", "Sinjar")]),
    (
        "The military operation to dislodge Boko Haram from one of its last camps in Borno continues.",
        [(None, "Boko Haram", "Borno")],
    ),
    ("The siege of Mekelle lasted months.", [(None, None, "Mekelle")]),
    ("French forces began the operation to retake Kidal.", [("French forces", None, "Kidal")]),
    ("The campaign against ISIL in Iraq and Syria has slowed.", [(None, "ISIL", "Iraq"), (None, "ISIL", "Syria")]),
    ("Russia’s invasion of Ukraine began in 2022.", [("Russia", None, "Ukraine")]),
    ("Omar Bek took part in the battle for Sirte.", [("Omar Bek", None, "Sirte")]),
    ("Ethiopian forces are conducting a military operation in Amhara.", [("Ethiopian forces", None, "Amhara")]),
    ("The Saudi campaign against the Houthis drags on.", [("Saudi", "Houthis", None)]),
    ("The battle for Bakhmut raged for months.", [(None, None, "Bakhmut")]),
    ("An offensive by the RSF against the army in Khartoum failed.", [("RSF", "army", "Khartoum")]),
    ("The Philippine army started the final push to retake Marawi.", [("Philippine army", None, "Marawi")]),
]
BAIT = [
    ("directs", "Maria Santos directs a film festival in Cali."),  # a festival
    ("directs", "Ruto leads the polls."),  # polls
    ("directs", "Macron oversaw the budget."),  # a budget
    ("directs", "Haftar ordered a new car."),  # a purchase
    ("directs", "Khazali leads Asaib Ahl al-Haq."),  # the head of a group: another predicate
    ("directs", "Esmail Qaani leads the Quds Force."),  # the same
    ("directs", "The road leads to Kidal."),  # a road
    ("directs", "Juan Pérez runs a rescue mission."),  # no fighting
    ("operation", "The company launched a marketing campaign against Pepsi."),  # business
    ("operation", "Doctors performed an operation in Doha."),  # surgery
    ("operation", "The election campaign in Kenya was calm."),  # politics
    ("operation", "The Red Cross began a relief operation in Darfur."),  # relief
    ("operation", "The battle against cancer goes on in Cairo."),  # illness
    ("operation", "Rescue efforts in Kahramanmaras ended."),  # rescue
    ("operation", "The mine in Kolwezi is in operation."),  # working order
]


@pytest.mark.parametrize(("text", "wanted"), DIRECTS, ids=[t[:50] for t, _ in DIRECTS])
def test_direction_is_told(text: str, wanted: list[tuple[str, str | None]]) -> None:
    """Who leads is the subject; whom, when told, the object."""
    assert told(text, "directs", "subject", "object") == sorted(wanted, key=str)


@pytest.mark.parametrize(("text", "wanted"), OPERATION, ids=[t[:50] for t, _ in OPERATION])
def test_operations_are_told(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    """Who fights, against whom and where, one claim for each place."""
    assert told(text, "operation", "subject", "object", "place") == sorted(wanted, key=str)


@pytest.mark.parametrize(("predicate", "text"), BAIT, ids=[t[:50] for _, t in BAIT])
def test_bait_leads_no_fighting(predicate: str, text: str) -> None:
    """Festivals, polls, surgery, relief and business are no operations."""
    assert told(text, predicate, "subject", "object", "place") == []
