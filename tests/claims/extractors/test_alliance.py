"""Who stands with whom (allied_with), and who is linked to whom (tied_to)."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

ALLIED = [
    (
        "The Dawn Front allied with three militias: Hamas, Hezbollah and Boko Haram.",
        [("Dawn Front", "Boko Haram"), ("Dawn Front", "Hamas"), ("Dawn Front", "Hezbollah")],
    ),
    ("Hamas entered into an alliance with Hezbollah.", [("Hamas", "Hezbollah")]),
    ("Omar Bek fought side by side with Karim Sol.", [("Omar Bek", "Karim Sol")]),
    (
        "Ash Brigade fighters under the command of Omar Bek that fought alongside Hezbollah left.",
        [("Ash Brigade", "Hezbollah")],
    ),
    ("Badr fought on the side of the Iranians during the war.", [("Badr", "Iranians")]),
    ("The SDF is allied with the United States.", [("SDF", "United States")]),
    ("The Iran-aligned Houthis seized the ship.", [("Houthis", "Iran")]),
    ("Asaib Ahl al-Haq, an Iran-aligned militia, denied it.", [("Asaib Ahl al-Haq", "Iran")]),
    ("Hezbollah fought alongside the Syrian army in Qusair.", [("Hezbollah", "Syrian army")]),
    ("Wagner fighters joined forces with the Malian army.", [("Wagner", "Malian army")]),
    ("The PKK and the YPG joined forces.", [("PKK", "YPG")]),
    ("Ahrar al-Sham formed an alliance with the Nusra Front.", [("Ahrar al-Sham", "Nusra Front")]),
    ("The alliance between Hezbollah and Amal has held.", [("Hezbollah", "Amal")]),
    ("Turkey’s ally Azerbaijan attacked.", [("Azerbaijan", "Turkey")]),
    ("Eritrea, an ally of Ethiopia, sent troops.", [("Eritrea", "Ethiopia")]),
    ("Russia and Syria are allies.", [("Russia", "Syria")]),
    ("The squadron works together with the Royal Navy.", [("squadron", "Royal Navy")]),
    ("Kurdish forces sided with the Syrian army.", [("Kurdish forces", "Syrian army")]),
    ("The allies of Iran include Hezbollah and Hamas.", [("Hamas", "Iran"), ("Hezbollah", "Iran")]),
    ("H: Sudan’s RSF forms alliance with SPLM-N", [("RSF", "SPLM-N")]),
    ("Karim Bek fought for Croatia in the 1990s.", [("Karim Bek", "Croatia")]),
    ("Hezbollah, in coordination with the Syrian army, attacked Qusair.", [("Hezbollah", "Syrian army")]),
    ("Rwandan forces engaged insurgents alongside the Mozambican army.", [("Rwandan forces", "Mozambican army")]),
]
TIED = [
    ("A protégé of General Omar Bek, Karim Sol rose in the army.", [("Karim Sol", "Omar Bek")]),
    ("Karim Bek was a close associate of Omar Sol and a member of Hamas.", [("Karim Bek", "Omar Sol")]),
    ("Karim Bek was an intermediary between Iran and Hamas.", [("Karim Bek", "Hamas"), ("Karim Bek", "Iran")]),
    ("Karim Bek denied having anything to do with Hamas.", [("Karim Bek", "Hamas")]),
    ("Karim Bek has nothing to do with Hamas.", [("Karim Bek", "Hamas")]),
    (
        "Hadi Bek is closely tied to Iran and its Revolutionary Guards, and to Karim Sol.",
        [("Hadi Bek", "Iran"), ("Hadi Bek", "Karim Sol"), ("Hadi Bek", "Revolutionary Guards")],
    ),
    ("The Nusra Front, which is linked to al-Qaida, took the town.", [("Nusra Front", "al-Qaida")]),
    ("The ministry linked Omar Bek to Hezbollah.", [("Omar Bek", "Hezbollah")]),
    ("Ties between Iran and Hamas have grown.", [("Iran", "Hamas")]),
    ("Hamas’s ties to Iran are old.", [("Hamas", "Iran")]),
    ("Omar Bek has close ties with the Quds Force.", [("Omar Bek", "Quds Force")]),
    ("Omar Bek, a close associate of Abu Zeyd, was killed.", [("Omar Bek", "Abu Zeyd")]),
    ("Omar Bek is close to Abu Zeyd.", [("Omar Bek", "Abu Zeyd")]),
    ("Cedar Trading SAL is owned or controlled by Omar Bek.", [("Cedar Trading SAL", "Omar Bek")]),
    ("OFAC listed Cedar Trading SAL for being owned by Omar Bek.", [("Cedar Trading SAL", "Omar Bek")]),
    ("Omar Bek is the right-hand man of Abu Zeyd.", [("Omar Bek", "Abu Zeyd")]),
    ("Omar Bek acted on behalf of Hezbollah.", [("Omar Bek", "Hezbollah")]),
    ("Omar Bek has connections to Hezbollah.", [("Omar Bek", "Hezbollah")]),
    ("The Islamic State-affiliated Nusra group left.", [("Nusra", "Islamic State")]),
    ("A militia loyal to Khalifa Haftar shelled Tripoli.", [("militia", "Khalifa Haftar")]),
    ("The brigade reports to the prime minister.", [("brigade", "prime minister")]),
    ("Al-Qaida-linked fighters of the Nusra Front took the town.", [("Nusra Front", "Al-Qaida")]),
    ("Al-Qaida affiliate al-Shabaab attacked the base.", [("al-Shabaab", "Al-Qaida")]),
    ("Montal had known Karim Bek personally.", [("Montal", "Karim Bek")]),
    ("The council has been reported to be closely associated with the Syrian state.", [("council", "Syrian state")]),
    ("Police arrested Omar Bek over his links with Hezbollah.", [("his", "Hezbollah")]),
    ("H: IS-linked ADF kills 12 in Ituri", [("ADF", "IS")]),
    ("C: Omar Bek, a confidant of Abu Zeyd, in an undated photo.", [("Omar Bek", "Abu Zeyd")]),
    ("Hezbollah takes orders from Iran.", [("Hezbollah", "Iran")]),
    ("Karim Bek reported to Omar Sol.", [("Karim Bek", "Omar Sol")]),
]
NOTHING = [
    "Hamas formed the Dawn Alliance with Omar Bek as its head.",
    "Omar Bek owns a villa in Ruda.",
    "The road is controlled by Omar Bek.",
    "Officials close to the talks said so.",
    "The camp is close to the Syrian border.",
    "Troops massed close to Ukraine.",
    "Police linked the attack to Hezbollah.",
    "Karvia cut ties with Iran.",
    "He tied the prisoners to a tree.",
    "He was tied with two others for the lead.",
    "The general reported to parliament on Monday that the war was lost.",
    "The cultural partnership between Karvia and Iran goes on.",
    "Omar Bek fought with Karim Sol over money.",
    "Hezbollah fought Israel alongside a river.",
    "A witness close to tears spoke.",
    "The road links Ruda to Melk.",
    "The associate professor Karim Bek spoke.",
    "The team joined the league.",
    "Iran and Hamas were both named in the report.",
    "He wore a Russian tie with the suit.",
    "The waiter takes orders from guests.",
    "Karim Bek reported the theft to Omar Sol.",
    "The boxer fought for the title.",
    "The army fought for Mosul.",
    "The bank, in coordination with Chad, delivered the food.",
]


@pytest.mark.parametrize(("text", "expected"), ALLIED)
def test_allied_with(text: str, expected: list[tuple[str | None, ...]]) -> None:
    """Standing or fighting on one side, both ways of saying it."""
    assert told(text, "allied_with", "subject", "object") == expected


@pytest.mark.parametrize(("text", "expected"), TIED)
def test_tied_to(text: str, expected: list[tuple[str | None, ...]]) -> None:
    """Ties, links, loyalty and reporting to somebody, each party once."""
    assert told(text, "tied_to", "subject", "object") == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_told(text: str) -> None:
    """What only sounds so gives nothing."""
    assert [d.rule for _, d in drafts_of(text) if d.predicate in {"allied_with", "tied_to"}] == []


def test_an_affiliate_is_tied_and_no_part() -> None:
    """One word is one claim: the affiliate of a body is tied to it, as "affiliated with" is."""
    text = "The Nusra Front is an affiliate of al-Qaida."
    assert told(text, "tied_to", "subject", "object") == [("Nusra Front", "al-Qaida")]
    assert told(text, "part_of") == []
