"""Forces that are sent, ground that changes hands, and who leaves it."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import told

DEPLOYED = [
    ("Kenyan forces recently advanced northwest of Goma.", [("Kenyan forces", "Goma")]),
    ("Russia keeps 300 soldiers in Niger.", [("300 soldiers", "Niger")]),
    ("General Omar Bek led three brigades into Kassala.", [("three brigades", "Kassala")]),
    ("General Omar Bek brought 300 fighters to Kassala.", [("300 fighters", "Kassala")]),
    ("Some 6,000 American troops flew into Bamako before dawn.", [("Some 6,000 American troops", "Bamako")]),
    ("Taliban fighters have massed around the hospital.", [("Taliban", "hospital")]),
    (
        "Kenya, Ghana and Chad each sent troops to Bangui.",
        [("Chad", "Bangui"), ("Ghana", "Bangui"), ("Kenya", "Bangui")],
    ),
    ("Kenyan troops entered Kismayo on Monday.", [("Kenyan troops", "Kismayo")]),
    ("Russia deployed 300 paratroopers to Tartus.", [("300 paratroopers", "Tartus")]),
    ("Two battalions were sent to the border town of Kassala.", [("Two battalions", "Kassala")]),
    ("The frigate was dispatched to Hodeidah.", [("frigate", "Hodeidah")]),
    ("Wagner fighters arrived in Bamako in December.", [("Wagner", "Bamako")]),
    ("The deployment of Rwandan soldiers to Cabo Delgado surprised Maputo.", [("Rwandan soldiers", "Cabo Delgado")]),
    ("M23 rebels advanced to within ten kilometers of Goma.", [("M23", "Goma")]),
    ("Ukrainian marines landed near Kherson.", [("Ukrainian marines", "Kherson")]),
    ("France has stationed 400 soldiers in Niger.", [("400 soldiers", "Niger")]),
    ("Eritrean troops crossed into Amhara at dawn.", [("Eritrean troops", "Amhara")]),
    ("Omar Bek was posted to Kirkuk after the war.", [("Omar Bek", "Kirkuk")]),
    ("Army units have massed near Rafah.", [("Army units", "Rafah")]),
    ("Turkish soldiers, sent to Idlib in February, dug in.", [("Turkish soldiers", "Idlib")]),
    ("Taliban fighters have taken up positions in Kunduz.", [("Taliban", "Kunduz")]),
    (
        "The attack followed the deployment of 600 Kenyan soldiers in the port of Kismayo.",
        [("600 Kenyan soldiers", "Kismayo")],
    ),
    ("Russia moved missiles to Kaliningrad.", [("Russia", "Kaliningrad")]),
    ("Britain sent two frigates to Bahrain.", [("two frigates", "Bahrain")]),
    ("Polish soldiers were serving in Mali.", [("Polish soldiers", "Mali")]),
    ("Russian tanks stood outside Tbilisi.", [("Russian tanks", "Tbilisi")]),
    ("The 25th Division set up defences at Hama.", [("25th Division", "Hama")]),
    ("Eritrea landed fighters of the Nasr Brigade at Kismayo.", [("Nasr Brigade", "Kismayo")]),
]
TAKEN = [
    ("The army restored its control over Goma.", [("army", "Goma")]),
    ("The Taliban took over Kunduz on Monday.", [("Taliban", "Kunduz")]),
    ("The army seized power on Monday.", [("army", None)]),
    ("Damascus fell on Saturday.", [(None, "Damascus")]),
    ("Gunmen overran three border posts near Kidal.", [("Gunmen", "three border posts near Kidal")]),
    ("The SDF liberated 300 square miles of farmland.", [("SDF", "300 square miles")]),
    ("The liberation of towns in Libya including Sirte and Derna took months.", [(None, "Derna"), (None, "Sirte")]),
    ("The Dutch seized Breda.", [("Dutch", "Breda")]),
    ("Sudan’s army retook the city of Wad Madani in January.", [("Sudan’s army", "Wad Madani")]),
    ("The town of Bunia fell to M23 rebels on Friday.", [("M23", "Bunia")]),
    ("Bunia fell to the Congo Renewal Movement.", [("Congo Renewal Movement", "Bunia")]),
    ("Bunia came under the control of M23 on Friday.", [("M23", "Bunia")]),
    ("Bunia came under fire.", []),
    ("M23 took control of Goma.", [("M23", "Goma")]),
    ("Boko Haram fighters overran Baga.", [("Boko Haram", "Baga")]),
    ("The capture of Kidal by Wagner fighters ended the siege.", [("Wagner", "Kidal")]),
    ("Kunduz was seized by the Taliban in 2015.", [("Taliban", "Kunduz")]),
    ("Ethiopian soldiers captured Mekelle.", [("Ethiopian soldiers", "Mekelle")]),
    ("The RSF, which seized El Fasher, denied the killings.", [("RSF", "El Fasher")]),
    ("HTS has captured dozens of villages.", [("HTS", "dozens of villages")]),
    ("H: Taliban seize Lashkar Gah", [("Taliban", "Lashkar Gah")]),
    ("Nearly ten years after the fall of Mosul to ISIL, the market reopened.", [("ISIL", "Mosul")]),
    ("Ukrainian forces liberated Kherson and Bucha.", [("Ukrainian forces", "Bucha"), ("Ukrainian forces", "Kherson")]),
    ("Sirte fell into the hands of Khalifa Haftar in 2020.", [("Khalifa Haftar", "Sirte")]),
]
LEFT = [
    ("M23 retook Goma, from which they withdrew in May.", [("they", "Goma")]),
    ("Hamas withdrew its fighters to Egypt.", [("Hamas", None)]),
    ("The Syrian army retreated to Homs.", [("Syrian army", None)]),
    ("M23 rebels were driven from the town.", [("M23", "town")]),
    ("Taliban fighters slipped out of Kunduz.", [("Taliban", "Kunduz")]),
    ("Omar Bek escaped from Kunduz in May.", [("Omar Bek", "Kunduz")]),
    ("The army had given up two checkpoints overnight.", [("army", "two checkpoints")]),
    ("M23 handed over Goma on Friday.", [("M23", "Goma")]),
    ("The army retook Goma on Tuesday from M23.", [("M23", "Goma")]),
    ("President Omar Bek fled Kabul on Sunday.", [("Omar Bek", "Kabul")]),
    ("Ukrainian forces withdrew from Avdiivka on February 17.", [("Ukrainian forces", "Avdiivka")]),
    ("Kenyan troops drove al-Shabaab out of Kismayo.", [("al-Shabaab", "Kismayo")]),
    ("French forces pulled out of Gao in August.", [("French forces", "Gao")]),
    ("The withdrawal of Russian troops from Kherson took three days.", [("Russian troops", "Kherson")]),
    ("M23 fighters left Bunia.", [("M23", "Bunia")]),
    ("ISIL was ousted from Sirte in 2016.", [("ISIL", "Sirte")]),
    ("The RSF retreated from Wad Madani.", [("RSF", "Wad Madani")]),
    ("Afghan soldiers fled Kunduz overnight.", [("Afghan soldiers", "Kunduz")]),
    ("Germany withdrew its troops from Gao.", [("Germany", "Gao")]),
    ("Hezbollah fighters abandoned Palmyra.", [("Hezbollah", "Palmyra")]),
    ("The army expelled JNIM from Timbuktu.", [("JNIM", "Timbuktu")]),
    ("Armenian forces were driven out of Stepanakert.", [("Armenian forces", "Stepanakert")]),
    ("Lebanon’s army redeployed two battalions from Tyre.", [("two battalions", "Tyre")]),
    ("Kenya pulled its soldiers out of Kismayo.", [("Kenya", "Kismayo")]),
    ("Taliban fighters moved out of Kunduz on Monday.", [("Taliban", "Kunduz")]),
    ("Kenya airlifted its troops from Mandera.", [("Kenya", "Mandera")]),
    ("Wagner is conducting an organized withdrawal from Bakhmut.", [("Wagner", "Bakhmut")]),
]
BAIT = [
    ("deployed_to", "The occupiers kept prisoners in a school in Goma."),
    ("withdrew_from", "India withdrew trade privileges from Kenya on Friday."),
    ("withdrew_from", "Hamas withdrew from the talks."),
    ("withdrew_from", "John Banda left the Liberation Front in 2010."),  # a body, not ground
    ("withdrew_from", "Hamas withdrew its proposal."),
    ("took_control", "Omar Bek took over as commander in Kunduz."),
    ("deployed_to", "Omar Bek led a delegation to Berlin."),
    ("deployed_to", "Omar Bek led three brigades for years."),
    ("withdrew_from", "Omar Bek slipped into Kunduz."),
    ("deployed_to", "The plane flew to Cairo."),  # no force
    ("withdrew_from", "The minister gave up smoking."),  # a habit
    ("withdrew_from", "Omar Bek refused to leave Kabul."),  # he stays
    ("took_control", "Omar Bek fell in Kabul."),  # a man
    ("took_control", "The army launched an operation to retake Mosul."),  # an aim
    ("took_control", "Colombia captured the title in Miami."),  # sports
    ("took_control", "The film captured life in Kabul."),  # a figure of speech
    ("took_control", "Kenyan police captured two men in Kismayo."),  # persons
    ("took_control", "The talks took place in Doha."),  # an idiom
    ("took_control", "Russian forces tried to seize Kyiv."),  # tried
    ("deployed_to", "Russia deployed a new argument in Geneva."),  # no force
    ("deployed_to", "The French team arrived in Doha for the final."),  # sports
    ("deployed_to", "Prices entered a new phase in Cairo."),  # no force
    ("deployed_to", "The minister sent a letter to Tehran."),  # a letter
    ("deployed_to", "Soldiers from Kherson sang."),  # where they are from
    ("deployed_to", "Aid was sent to Gaza."),  # no force
    ("withdrew_from", "Turkey withdrew from the treaty in Geneva."),  # a treaty
    ("withdrew_from", "The player pulled out of the match in Doha."),  # sports
    ("withdrew_from", "The operation to dislodge ISIL from Sirte continues."),  # an aim
    ("withdrew_from", "Oil from Basra left the market."),  # no force
    ("withdrew_from", "The opposition withdrew its motion in Juba."),  # a motion
    ("withdrew_from", "Troops refused to withdraw from Goma."),  # did not
    ("withdrew_from", "Kenyan troops moved a bridge near Kismayo."),  # goods
    ("deployed_to", "William Ruto took up a position at the bank in Nairobi."),  # a job
    ("deployed_to", "The Houthis marched on Sanaa."),
    ("deployed_to", "The firm set up a post in Cairo."),
    ("deployed_to", "Omar Bek served in Cairo as consul."),
]


@pytest.mark.parametrize(("text", "wanted"), DEPLOYED, ids=[t[:50] for t, _ in DEPLOYED])
def test_forces_are_sent(text: str, wanted: list[tuple[str, str]]) -> None:
    """Who is sent or comes is the subject, where to is the place."""
    assert told(text, "deployed_to", "subject", "place") == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), TAKEN, ids=[t[:50] for t, _ in TAKEN])
def test_ground_is_taken(text: str, wanted: list[tuple[str, str]]) -> None:
    """Who takes it is the subject, the ground is the place."""
    assert told(text, "took_control", "subject", "place") == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), LEFT, ids=[t[:50] for t, _ in LEFT])
def test_ground_is_left(text: str, wanted: list[tuple[str, str]]) -> None:
    """Who leaves or is driven out is the subject."""
    assert told(text, "withdrew_from", "subject", "place") == sorted(wanted)


@pytest.mark.parametrize(("predicate", "text"), BAIT, ids=[t[:50] for _, t in BAIT])
def test_bait_moves_nobody(predicate: str, text: str) -> None:
    """Aims, attempts, sports and figures of speech move no forces and no ground."""
    assert told(text, predicate, "subject", "place", positive=True) == []


def test_towns_that_are_singled_out_are_taken_too() -> None:
    """Of "three towns, including X" both the towns and X are told."""
    text = "Soldiers captured three towns, including Kano, in May."
    assert told(text, "took_control", "place") == [("Kano",), ("three towns",)]
