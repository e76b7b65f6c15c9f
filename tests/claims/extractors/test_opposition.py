"""Who stands against whom in words or politics, and what only sounds so."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

OPPOSES = [
    ("The Ash Brigade is a coalition opposed to Hamas.", [("Ash Brigade", "Hamas")]),
    ("The Melk Renewal Party opposes the government of Karvia.", [("Melk Renewal Party", "government of Karvia")]),
    ("Hamas condemned Israel’s invasion of Rafah.", [("Hamas", "Israel")]),
    ("The US opposes Bashar al-Assad.", [("US", "Bashar al-Assad")]),
    ("The army rejected Karim Bek, the prime minister’s first choice.", [("army", "Karim Bek")]),
    ("The EU is united in its condemnation of Assad’s brutal policies.", [("its", "Assad")]),
    ("Karim Bek, a fierce critic of Vladimir Putin, was jailed.", [("Karim Bek", "Vladimir Putin")]),
    ("Mira Sol had spoken out against the Wagner Group on French television.", [("Mira Sol", "Wagner Group")]),
    ("The global coalition to degrade and defeat ISIL is meeting in Paris.", [("global coalition", "ISIL")]),
    ("The UK is committed to defeating ISIL.", [("UK", "ISIL")]),
    ("Turkey’s opposition to the YPG is well known.", [("Turkey", "YPG")]),
    ("Iran and Saudi Arabia are rivals.", [("Iran", "Saudi Arabia")]),
    ("The magazine printed criticism of Airbus by Roche.", [("Roche", "Airbus")]),
    ("Hezbollah is hostile to Israel.", [("Hezbollah", "Israel")]),
    ("Hezbollah, opposed to Israel, left the talks.", [("Hezbollah", "Israel")]),
    ("Hezbollah’s rival Amal stayed away.", [("Amal", "Hezbollah")]),
    ("Karim Bek is an outspoken opponent of the Taliban.", [("Karim Bek", "Taliban")]),
    ("H: Iraq’s Sadr rejects Maliki", [("Sadr", "Maliki")]),
    ("Karim Bek, the rebel leader, rejected the truce.", [("Karim Bek", "truce")]),
    ("Karim Bek fell out with Omar Sol in 2008.", [("Karim Bek", "Omar Sol")]),
    ("The Nasr Brigade turned on the Nusra Front in April.", [("Nasr Brigade", "Nusra Front")]),
    ("Al-Shabaab wants to topple the government of Somalia.", [("Al-Shabaab", "government of Somalia")]),
    ("The Melk Front was founded with the aim of overthrowing Bashar al-Assad.", [("Melk Front", "Bashar al-Assad")]),
]
NOTHING = [
    "The two parties opposed the bill.",
    "The council condemned the attack on Ruda.",
    "The opposition said it would march.",
    "The minister rejected the claims.",
    "The opposition leader Karim Bek was jailed.",
    "Doctors oppose smoking.",
    "He opposed the motion, which was rejected by parliament.",
    "The rival teams met in Ruda.",
    "Critics of the president say he is ill.",
    "The condemned man was shot.",
    "The Syrian opposition met Turkish officials.",
    "Omar Bek condemned Hamas in a speech.",
    "The houses stand opposite the Iranian embassy.",
    "The army resisted for three days.",
    "The Iranian critic Karim Bek wrote a review.",
    "The bank rejected his application.",
    "The army destroyed the ISIL base.",
    "They protested in front of parliament.",
    "The court rejected the appeal.",
    "Karim Bek turned on the light.",
    "Karim Bek fell with Omar Sol from the roof.",
    "The team wants to defeat Egypt.",
]


@pytest.mark.parametrize(("text", "expected"), OPPOSES)
def test_opposes(text: str, expected: list[tuple[str | None, ...]]) -> None:
    """Opposition, condemnation and hostility to parties and what they do."""
    assert told(text, "opposes", "subject", "object") == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_told(text: str) -> None:
    """What only sounds so gives nothing."""
    assert [d.rule for _, d in drafts_of(text) if d.predicate in {"opposes"}] == []
