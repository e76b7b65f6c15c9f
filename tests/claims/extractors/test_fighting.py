"""War over time, and single fights."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import told

FIGHTS = [
    ("Ethiopian troops are fighting the TPLF in Amhara.", [("Ethiopian troops", "TPLF")]),
    ("Wagner’s war against ISWAP in Mali continues.", [("ISWAP", "Wagner")]),
    ("The RSF has fought the Sudanese army since April 2023.", [("RSF", "Sudanese army")]),
    ("Peshmerga fighters battled ISIL near Kirkuk.", [("ISIL", "Peshmerga")]),
    ("The war between Russia and Ukraine drags on.", [("Russia", "Ukraine")]),
    ("Omar Bek fought against the Taliban in Helmand.", [("Omar Bek", "Taliban")]),
    ("Rwanda joined the fight against the LRA.", [("LRA", "Rwanda")]),
    ("The army’s fight against Boko Haram is in its tenth year.", [("Boko Haram", "army")]),
    ("The ELN, which is battling the FARC in Cauca, recruits children.", [("ELN", "FARC")]),
    ("The PKK has waged an insurgency against Turkey since 1984.", [("PKK", "Turkey")]),
    ("Syria’s defences against ISIL collapsed.", [("ISIL", "Syria")]),
    ("Arakan Army units fight against the military in Rakhine.", [("Arakan Army", "military")]),
    ("The army and the Taliban have been locked in conflict for a year.", [("Taliban", "army")]),
    ("Hamas and Fatah are at war.", [("Fatah", "Hamas")]),
    ("The PKK took up arms against Turkey in 1984.", [("PKK", "Turkey")]),
    ("The war pitting the army against Hezbollah drags on.", [("Hezbollah", "army")]),
    ("Hamas and Fatah, at war for years, met in Cairo.", [("Fatah", "Hamas")]),
]
CLASHED = [
    ("The army clashed with Arakan Army fighters near Sittwe.", [("Arakan Army", "army")]),
    ("Soldiers clashed with rebels near Goma.", [("Soldiers", "rebels")]),
    ("Troops of the 9th Battalion encountered M23 near Goma.", [("9th Battalion", "M23")]),
    ("An encounter between M23 and the 9th Battalion occurred in Goma.", [("9th Battalion", "M23")]),
    ("Hamas and Fatah signed a truce in May. The two groups clashed on Friday in Gaza.", [("Fatah", "Hamas")]),
    ("Clashes between the RSF and the Sudanese army erupted in Khartoum.", [("RSF", "Sudanese army")]),
    ("Armenian and Azerbaijani forces exchanged fire along the border.", [("Armenian", "Azerbaijani")]),
    ("The marines had a firefight with Abu Sayyaf on Jolo.", [("Abu Sayyaf", "marines")]),
    ("Fighting between M23 and the Wazalendo militia resumed near Rutshuru.", [("M23", "Wazalendo militia")]),
    ("The Taliban skirmished with Iranian border guards.", [("Iranian border guards", "Taliban")]),
    ("Hamas and Fatah gunmen clashed in Gaza.", [("Fatah", "Hamas")]),
    ("India and Pakistan exchanged artillery fire in Kashmir.", [("India", "Pakistan")]),
    ("HTS fighters clashed with the SDF in Aleppo.", [("HTS", "SDF")]),
    ("Police clashed with protesters in Juba.", [("Police", "protesters")]),
    ("Skirmishes between Chad and Libya went on.", [("Chad", "Libya")]),
    ("The ELN clashed with the army near Cali.", [("ELN", "army")]),
    ("The army fought a gun battle with M23 near Goma.", [("M23", "army")]),
    ("A gunfight broke out between police and ELN guerrillas in Cali.", [("ELN guerrillas", "police")]),
    ("An exchange of fire between the army and JNIM near Kidal lasted two hours.", [("JNIM", "army")]),
    ("Two militants were killed in an encounter with police in Srinagar.", [("Two militants", "police")]),
    ("The RSF has been engaged in fierce battles with the army.", [("RSF", "army")]),
    ("The Eritrean army repelled an assault by Ethiopian troops.", [("Eritrean army", "Ethiopian troops")]),
    ("The army repulsed Boko Haram fighters near Dikwa.", [("Boko Haram", "army")]),
    ("The battle pitted the FNLA against the MPLA near Luanda.", [("FNLA", "MPLA")]),
]
BAIT = [
    ("fights", "The president fights corruption."),  # a cause
    ("fights", "Juan Pérez is fighting extradition to the United States."),  # a court
    ("fights", "Firefighters battled the blaze in Cairo."),  # a fire
    ("fights", "Hezbollah fought alongside the Syrian army."),  # the same side
    ("fights", "Kenya fought back against Ghana in the second half."),  # sports
    ("fights", "Macron is fighting for his bill."),  # politics
    ("fights", "The war on drugs goes on in Mexico."),  # a cause
    ("clashed_with", "The minister clashed with a journalist."),  # words
    ("clashed_with", "The two ministers had an encounter with police in Accra."),  # a meeting
    ("clashed_with", "The army had an exchange with the police in Accra."),  # words
    ("clashed_with", "The colours clash with the walls."),  # colours
    ("clashed_with", "Opinions in Juba clash."),  # opinions
    ("clashed_with", "Hamas and Israel exchanged prisoners."),  # no fire
    ("clashed_with", "The army encountered resistance near Goma."),  # nobody with a name or arms
    ("clashed_with", "Kenya encountered Ghana in the final in Cairo."),  # sports
    ("clashed_with", "Anna Keller met Omar Bek in Cairo. The two groups clashed in Gaza."),  # which groups is not told
    ("clashed_with", "Hamas, Fatah and the PFLP signed a truce. The two groups clashed in Gaza."),  # nor here
    ("clashed_with", "The match between Egypt and Ghana ended in a clash of heads."),  # sports
    ("clashed_with", "The talks between Chad and Libya went on."),  # talks
    ("fights", "Omar Bek took up arms in 2012."),
    ("fights", "The police took the arms against a receipt."),
    ("fights", "Karim Bek and Omar Sol met during the war."),
    ("clashed_with", "The minister rebuffed calls by the opposition."),
    ("clashed_with", "The match pitted Germany against France."),
    ("fights", "The match pitted Germany against France."),
]


def _pairs(text: str, predicate: str) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(map(str, pair))) for pair in told(text, predicate, "subject", "object"))


@pytest.mark.parametrize(("text", "wanted"), FIGHTS, ids=[t[:50] for t, _ in FIGHTS])
def test_wars_are_told(text: str, wanted: list[tuple[str, str]]) -> None:
    """Both sides of a war; the order does not matter."""
    assert _pairs(text, "fights") == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), CLASHED, ids=[t[:50] for t, _ in CLASHED])
def test_clashes_are_told(text: str, wanted: list[tuple[str, str]]) -> None:
    """Both sides of a single fight."""
    assert _pairs(text, "clashed_with") == sorted(wanted)


@pytest.mark.parametrize(("predicate", "text"), BAIT, ids=[t[:50] for _, t in BAIT])
def test_bait_is_no_fighting(predicate: str, text: str) -> None:
    """Causes, courts, fires, sports and words are no fighting."""
    assert told(text, predicate, "subject", "object") == []
