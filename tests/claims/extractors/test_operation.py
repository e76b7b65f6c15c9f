"""Operations told of: who fights, against whom, where."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import told

#: sentence → (who fights, against whom, place)
OPERATION = [
    ("Turkey launched an offensive against the PKK in Sinjar.", [("Turkey", "PKK", "Sinjar")]),
    (
        "The military operation to dislodge Boko Haram from one of its last camps in Borno continues.",
        [(None, "Boko Haram", "Borno")],
    ),
    ("The army launched a search operation in Kachwan.", [("army", None, "Kachwan")]),
    ("The army killed nine rebels in an operation in Kachwan.", [("army", "nine rebels", "Kachwan")]),
    ("Police arrested two men in an operation in Kachwan.", [("Police", None, "Kachwan")]),
    ("An army offensive was under way to retake Kachwan.", [("army", None, "Kachwan")]),
    ("No rebels were hurt during the operation.", []),
    ("Doctors saved nine children in an operation in Lamu.", []),
    ("Kenyan troops launched operations around Lamu.", [("Kenyan troops", None, "Lamu")]),
    ("El Fasher, under siege by the RSF since May, has no food.", [("RSF", None, "El Fasher")]),
    ("The siege of Mekelle lasted months.", [(None, None, "Mekelle")]),
    ("The RSF laid siege to El Fasher in May.", [("RSF", None, "El Fasher")]),
    ("French forces began the operation to retake Kidal.", [("French forces", None, "Kidal")]),
    ("The campaign against ISIL in Iraq and Syria has slowed.", [(None, "ISIL", "Iraq"), (None, "ISIL", "Syria")]),
    ("Russia’s invasion of Ukraine began in 2022.", [("Russia", None, "Ukraine")]),
    ("Omar Bek took part in the battle for Sirte.", [("Omar Bek", None, "Sirte")]),
    ("Ethiopian forces are conducting a military operation in Amhara.", [("Ethiopian forces", None, "Amhara")]),
    ("The Saudi campaign against the Houthis drags on.", [("Saudi", "Houthis", None)]),
    ("The battle for Bakhmut raged for months.", [(None, None, "Bakhmut")]),
    ("An offensive by the RSF against the army in Khartoum failed.", [("RSF", "army", "Khartoum")]),
    ("The Kenyan army announced a new air campaign.", [("Kenyan army", None, None)]),
    ("M23 launched an offensive against Goma.", [("M23", None, "Goma")]),
    ("The Philippine army started the final push to retake Marawi.", [("Philippine army", None, "Marawi")]),
    ("The Houthis marched on Sanaa.", [("Houthis", None, "Sanaa")]),
    ("Libyan rebels are closing in on Sirte from two sides.", [("Libyan rebels", None, "Sirte")]),
    ("Eritrea will not invade Ethiopia.", [("Eritrea", "Ethiopia", None)]),
    ("Army troops surrounded Goma.", [("Army troops", None, "Goma")]),
]
BAIT = [
    "The company launched a marketing campaign against Pepsi.",  # business
    "Doctors performed an operation in Doha.",  # surgery
    "The election campaign in Kenya was calm.",  # politics
    "The Red Cross began a relief operation in Darfur.",  # relief
    "The battle against cancer goes on in Cairo.",  # illness
    "Rescue efforts in Kahramanmaras ended.",  # rescue
    "The mine in Kolwezi is in operation.",  # working order
    "Omar Bek launched operations of the bank in Goma.",  # business
    "Omar Bek ran the operations of M23 in Goma.",  # told as directs
    "Omar Bek, who ran M23's operations in Goma, has fled.",  # told as directs
    "Omar Bek was hurt in a Kenyan military operation.",  # points at one
    "As a result of combat operations, nine drones were shot down in Kherson.",  # it says where drones fell
    "Protesters marched on Cairo.",
    "Mountains surround Kabul.",
    "The shop in Kabul closed on Monday.",
    "The talks advanced on Friday in Kabul.",
]


@pytest.mark.parametrize(("text", "wanted"), OPERATION, ids=[t[:50] for t, _ in OPERATION])
def test_operations_are_told(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    """Who fights, against whom and where, one claim for each place."""
    assert told(text, "operation", "subject", "object", "place") == sorted(wanted, key=str)


@pytest.mark.parametrize("text", BAIT, ids=[t[:50] for t in BAIT])
def test_bait_is_no_operation(text: str) -> None:
    """Surgery, relief, elections and business are no operations of arms."""
    assert told(text, "operation", "subject", "object", "place") == []
