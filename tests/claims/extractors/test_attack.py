"""Attacks: who struck what and where, by which method."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

from reportedly.records.claim import Modality

#: sentence → (doer or None, what was struck or None, place or None)
TOLD = [
    ("Kenyan forces launched 14 drones against Goma overnight.", [("Kenyan forces", None, "Goma")]),
    (
        "The minister said rebels attacked near Goma with support of the 11th Army Corps.",
        [("rebels", None, "Goma")],
    ),
    ("An RSF drone strike on a market in Kutum killed eight people.", [("RSF", "market", "Kutum")]),
    ("The town of Kano was targeted in an air strike.", [(None, None, "Kano")]),
    ("Soldiers opened fire in the direction of army positions near Kano.", [("Soldiers", "army positions", "Kano")]),
    ("Soldiers stormed the mosque in Kano.", [("Soldiers", "mosque", "Kano")]),
    ("A rocket hit the headquarters of M23 in Goma.", [(None, "headquarters of M23", "Goma")]),
    # days before the verb are no targets, and lists of places go on past a province
    ("On Saturday, Boko Haram claimed two attacks in Damboa.", [("Boko Haram", None, "Damboa")]),
    (
        "Kenya condemned the attacks in the town of Lamu in the county of Lamu, and the port of Mombasa.",
        [(None, None, "Lamu"), (None, None, "Mombasa")],
    ),
    # verbs
    ("Russia bombed the hospital in Idlib on Tuesday, killing 14 people.", [("Russia", "hospital", "Idlib")]),
    (
        "Al-Shabaab militants attacked an African Union base in Somalia.",
        [("Al-Shabaab", "African Union base", "Somalia")],
    ),
    ("A drone crashed into an oil depot in Kharkiv.", [(None, "oil depot", "Kharkiv")]),
    ("Police tortured a student in Khartoum.", [("Police", "student", "Khartoum")]),
    ("A convoy of the UN was attacked by armed men near Bor.", [(None, "convoy of the UN", "Bor")]),
    ("Witnesses blamed the strike on Hamas.", [("Hamas", None, None)]),
    ("Russia blamed Hamas for the attack on the pipeline.", [("Hamas", "pipeline", None)]),
    ("The attack was blamed on Hamas.", [("Hamas", None, None)]),
    ("Hamas denied any involvement in the attack on the pipeline.", [("Hamas", "pipeline", None)]),
    ("Mali: sixty settlers set fire to the church.", [("sixty settlers", "church", None)]),  # may be who speaks
    ("Gao, 26 May: sixty settlers set fire to the church.", [("sixty settlers", "church", "Gao")]),
    ("Gunmen attacked the village of Gao, killing 17.", [("Gunmen", None, "Gao")]),
    ("The convoy was ambushed by JNIM near Timbuktu.", [("JNIM", "convoy", "Timbuktu")]),
    ("Ukraine shot down a Russian helicopter near Kherson.", [("Ukraine", "Russian helicopter", "Kherson")]),
    ("Azerbaijani forces shelled Stepanakert.", [("Azerbaijani forces", None, "Stepanakert")]),
    # platforms by whose they are
    ("Ukrainian air defences shot down 12 drones over Kyiv.", [("Ukrainian", "12 drones", "Kyiv")]),
    ("Ukraine said its air defences shot down 12 drones over Kyiv.", [("its", "12 drones", "Kyiv")]),
    (
        "Russian and Syrian warplanes bombed a market in Idlib.",
        [("Russian", "market", "Idlib"), ("Syrian", "market", "Idlib")],
    ),
    ("A U.S.-made Ukrainian drone hit a depot in Kursk.", [("Ukrainian", "depot", "Kursk")]),
    ("The air force conducted strikes in Borno.", [("air force", None, "Borno")]),
    (
        "The army carried out a strike against a group of armed Palestinians in Jenin.",
        [("army", "group of armed Palestinians", "Jenin")],
    ),
    # who was behind it; what was beaten back did happen
    ("M23 was behind the attack on the base in Goma.", [("M23", "base", "Goma")]),
    ("M23 took responsibility for the ambush near Goma.", [("M23", None, "Goma")]),
    ("The army repelled an attack by M23 on Goma.", [("M23", None, "Goma")]),
    ("An attack near Kidal is thought to have targeted Omar Bek.", [(None, "Omar Bek", "Kidal")]),
    ("Shells landed near the Abu Hanifa shrine in Adhamiya.", [(None, "Abu Hanifa shrine", "Adhamiya")]),
    (
        "Another Ukrainian drone was shot down over the western Belgorod border region.",
        [(None, "Ukrainian drone", "western Belgorod")],
    ),
    ("Ukraine shot down 24 of 28 drones over Kyiv.", [("Ukraine", "24 of 28 drones", "Kyiv")]),
    ("A drone belonging to Turkey struck a car in Qamishli.", [("Turkey", "car", "Qamishli")]),
    ("Snipers shot at protesters in Khartoum.", [("Snipers", "protesters", "Khartoum")]),
    ("Police used live ammunition against protesters in Khartoum.", [("Police", "protesters", "Khartoum")]),
    ("Rebels raided Goma. The hospital was hit.", [("Rebels", None, "Goma"), (None, "hospital", None)]),
    ("Men burned houses in Goma.", [(None, "houses", "Goma")]),
    ("Iran fired a salvo of missiles at Israel.", [("Iran", "Israel", None)]),
    ("A boat packed with explosives hit a tanker off Hodeidah.", [(None, "tanker", "Hodeidah")]),
    ("Gangs launched an attack on Goma on Tuesday, targeting a market.", [(None, None, "Goma")]),
    # where: what an attack is said to have happened at, what was struck, what the sentence tells later
    ("The attack took place in Dargo.", [(None, None, "Dargo")]),
    ("Strikes on soldiers that occurred last week in Cali drew protests.", [(None, "soldiers", "Cali")]),
    ("The attack targeted a bus carrying students near Quetta.", [(None, "bus", "Quetta")]),
    ("A bomb detonated under a bus in Quetta.", [(None, "bus", "Quetta")]),
    ("Government warplanes bombed areas in eastern Aleppo.", [("Government", None, "eastern Aleppo")]),
    ("An attack on a convoy of vehicles in Goma failed.", [(None, "convoy", "Goma")]),
    # the doer of a killing did the attack in which it happened
    ("The Rapid Support Forces killed six people in an attack on Goma.", [("Rapid Support Forces", None, "Goma")]),
    # told once, by the verb that says at what
    ("US forces continued to attack ISIS, conducting 17 strikes.", [("US forces", "ISIS", None)]),
    (
        "The air force conducted strikes in Borno, targeting Boko Haram camps.",
        [("air force", "Boko Haram camps", "Borno")],
    ),
    # weapons as subjects
    ("Israeli jets struck Hamas targets in Rafah.", [("Israeli", "Hamas targets", "Rafah")]),
    ("Two drones hit an oil depot in Luhansk.", [(None, "oil depot", "Luhansk")]),
    ("A car bomb exploded outside the police headquarters in Mogadishu.", [(None, "police headquarters", "Mogadishu")]),
    ("Shells fell near the school in Omdurman.", [(None, "school", "Omdurman")]),
    ("A suicide bomber blew himself up at a mosque in Peshawar.", [("suicide bomber", "mosque", "Peshawar")]),
    (
        "Near Kirkuk, two strikes destroyed a tunnel and a mortar.",
        [(None, "mortar", "Kirkuk"), (None, "tunnel", "Kirkuk")],
    ),
    # what is fired
    ("Hezbollah fired 40 rockets at Haifa.", [("Hezbollah", None, "Haifa")]),
    ("The Houthis launched a missile at a tanker off Hodeidah.", [("Houthis", "tanker", "Hodeidah")]),
    ("Police opened fire on protesters in Khartoum.", [("Police", "protesters", "Khartoum")]),
    # nouns, with and without a light verb
    ("French aircraft carried out two strikes against ISWAP near Gao.", [("French", "ISWAP", "Gao")]),
    (
        "The shelling of Stepanakert by Azerbaijani forces lasted three days.",
        [("Azerbaijani forces", None, "Stepanakert")],
    ),
    ("JNIM claimed responsibility for the attack on the army base near Bamako.", [("JNIM", "army base", "Bamako")]),
    ("The regime’s airstrikes on Aleppo and Idlib continued.", [("regime", None, "Aleppo"), ("regime", None, "Idlib")]),
    ("Drone strikes against the Taliban in Helmand rose.", [(None, "Taliban", "Helmand")]),
    ("H: Houthi attack on tanker near Aden", [("Houthi", "tanker", "Aden")]),
    # a list of those who did it
    (
        "Nations that have conducted strikes in Mali include France and Chad.",
        [("Chad", None, "Mali"), ("France", None, "Mali")],
    ),
    # where, told before the subject, or by the kind of the place
    ("Farther south in Tikrit, a bomb exploded inside a police station.", [(None, "police station", "Tikrit")]),
    ("The army raided the West Bank city of Jenin.", [("army", None, "Jenin")]),
    ("Air force jets destroyed two boats near Goma.", [("Air force", "two boats", "Goma")]),
    # things struck keep their number
    ("Two vehicles were ambushed near Goma.", [(None, "Two vehicles", "Goma")]),
    ("M23 shot down six helicopters near Goma.", [("M23", "six helicopters", "Goma")]),
    # and whose they are
    ("M23 shelled the barracks of the army in Goma.", [("M23", "barracks of the army", "Goma")]),
    # the word itself says that gunmen bear arms; armed men and attackers are nobody
    ("Some 30 heavily armed gunmen attacked a mosque in Gao.", [("Some 30 heavily armed gunmen", "mosque", "Gao")]),
    ("A prison gang attacked a mosque in Gao.", [("prison gang", "mosque", "Gao")]),
    ("Masked gunmen attacked a mosque in Gao.", [("Masked gunmen", "mosque", "Gao")]),
    ("The drone targeted the city centre of Goma.", [(None, None, "Goma")]),
    # who did it, with "by" hung on the verb; what fell into the yard of a school struck the school
    ("The garrison beat off four assaults by M23 on Goma.", [("M23", None, "Goma")]),
    ("A rocket came down in the yard of a school in Goma.", [(None, "school", "Goma")]),
    ("M23 may have been behind the attack on the depot in Goma.", [("M23", "depot", "Goma")]),
    ("The first attack took place around the village of Gao.", [(None, None, "Gao")]),
    # by whom and on what, with "on" hung on whom; people beaten by those who bear arms; what was struck, not where
    ("An attack by Islamist insurgents on Gao began on Monday.", [("Islamist insurgents", None, "Gao")]),
    ("Police beat protesters in Goma with batons.", [("Police", "protesters", "Goma")]),
    ("Gunmen stormed a gold mine near Bunia.", [("Gunmen", "gold mine", "Bunia")]),
    (
        "Boko Haram attacked a base. Cameroon denied involvement.",
        [("Boko Haram", "base", None), ("Cameroon", None, None)],
    ),
    # whom an act joined to another struck; where somebody was meanwhile; capitals for their governments
    ("Boko Haram ambushed and abducted five teachers in Baga.", [("Boko Haram", "five teachers", "Baga")]),
    ("The convoy was travelling near Goma when it came under fire.", [(None, "it", "Goma")]),
    ("Ankara’s warplanes bombed a depot in Kobane.", [("Ankara", "depot", "Kobane")]),
    # what was fired is not what was struck; a list that goes on with arrests is no inventory
    ("Nine people were killed by a Houthi missile fired at Marib.", [("Houthi", None, "Marib")]),
    ("A missile fell next to a school in Marib.", [(None, "school", "Marib")]),
    (
        "Troops torched 12 homes, looted a clinic and detained 26 farmers and a nurse in Belo.",
        [("Troops", "12 homes", "Belo"), ("Troops", "clinic", "Belo")],
    ),
    # where people live, and by a people that bears no arms
    ("The army fired on residential areas in Goma.", [("army", "residential areas", "Goma")]),
    ("Residential areas in Goma were exposed to artillery fire.", [(None, "Residential areas", "Goma")]),
    ("Sixty settlers attacked a mosque in Gao.", [("Sixty settlers", "mosque", "Gao")]),
    # whom is not told
    ("Soldiers opened fire on Friday in Gao, killing three students.", [("Soldiers", None, "Gao")]),
    ("Militants opened fire and threw a grenade into a shop in Gao.", [("Militants", "shop", "Gao")]),
    ("M23 struck again on Friday, entering Goma.", [("M23", None, "Goma")]),
    ("The bus was ambushed and the driver hit near Gao.", [(None, "bus", "Gao"), (None, "driver", "Gao")]),
    ("Entering the village of Gao, the army burned dozens of houses.", [("army", "dozens of houses", "Gao")]),
    ("M23 fighters shot their way into the barracks in Goma.", [("M23", "barracks", "Goma")]),
]
BAIT = [
    "The firm launched a drone in Goma.",
    "The army hit back at critics.",  # words
    "Liverpool beat up Chelsea.",  # sport
    "A drone crashed in a field in Romania.",  # it fell
    "Nine soldiers were hurt when their patrol hit a mine near Kidal.",  # it was hit
    "Guns fall silent in Goma.",
    "The president blocked the firing of the minister.",
    "Omar Bek, shot dead in Goma, was a teacher.",
    "Pilots called a 48-hour strike at airports in Kenya.",  # labour
    "Attacking churches in Egypt is forbidden by law.",  # a rule, no act
    "A gas explosion at a restaurant in Beijing hurt four cooks.",  # an accident
    "The senator attacked the proposal.",  # words
    "The minister attacked Macron over his remarks.",  # words
    "The storm hit the coast near Beira.",  # weather
    "Share prices in Cairo were hit by the strike of bank workers.",  # labour and markets
    "The army foiled an attack on the parliament.",  # it did not happen
    "Kenya warned of the threat of an attack in Nairobi.",  # feared
    "Haftar suffered a heart attack in Paris.",  # illness
    "The film bombed in Lagos.",  # a flop
    "Teachers began a strike in Juba.",  # labour
    "Iran was hit by sanctions.",  # sanctions
    "Juan Pérez struck a deal with Maria Santos.",  # an idiom
    "Hamas and Israel exchanged prisoners.",  # no violence
    "The player shot at goal in Doha.",  # sports
    "Two policemen were martyred in an attack in Peshawar.",  # told as killed
    "The police foiled an attack by M23 on Goma.",  # it did not happen
    "The hospital in Goma was hit by a storm.",  # weather
    "The meeting took place in Dargo.",  # a meeting
    "A boat packed with tourists hit a tanker off Hodeidah.",  # an accident
    "Omar Bek personally led the raid on Bunia.",  # told as directs
    "An officer was shot dead by the IRA on the road to Newry.",  # told as killed
    "The assassination of Omar Bek in Goma shocked Kenya.",  # told as killed
    "Nobody knocked out the boxer in Goma.",  # sports
    "Dock workers struck again on Friday in Goma.",  # labour
    "A helicopter came down in the yard of a school in Goma.",  # it fell
    "Prices came down in the shops of Goma.",  # prices
    "The team attacked from the start in Goma.",  # sports
    "The mayor was praised and the driver hit the brakes.",  # an idiom
    "The council was behind the plan for Goma.",  # no attack
    "Kenya beat Ghana 2-1 in Cairo.",  # sports
    "The police beat the army in the final.",  # sports
]


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[t[:50] for t, _ in TOLD])
def test_attacks_are_told(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    """Doer, what was struck and place; settlements struck are places, buildings and people objects."""
    assert told(text, "attacked", "subject", "object", "place") == sorted(wanted, key=str)


@pytest.mark.parametrize("text", BAIT, ids=[t[:50] for t in BAIT])
def test_bait_is_no_attack(text: str) -> None:
    """Words, weather, markets, labour, sports and foiled plans attack nothing."""
    assert told(text, "attacked", "subject", "object", "place") == []


#: sentence → method
METHODS = [
    ("Russian jets bombed a market in Idlib.", "air strike"),
    ("A US drone strike hit a convoy near Marib.", "drone strike"),
    ("A car bomb exploded outside the ministry in Kabul.", "car bombing"),
    ("Taliban fighters ambushed a convoy near Kunduz.", "ambush"),
    ("A roadside bomb hit a bus near Quetta.", "IED"),
    ("Artillery shells hit the hospital in Donetsk.", "shelling"),
    ("Hamas fired rockets at Tel Aviv.", "rocket attack"),
    ("A suicide bomber blew himself up at a mosque in Peshawar.", "suicide bombing"),
]


@pytest.mark.parametrize(("text", "method"), METHODS)
def test_method_is_read_from_the_weapon(text: str, method: str) -> None:
    """The weapon or the verb names the method."""
    assert {d.method for _, d in drafts_of(text) if d.predicate == "attacked"} == {method}


def test_casualties_go_with_the_attack() -> None:
    """Dead and wounded told in the same breath stand on the attack too."""
    text = "Boko Haram fighters attacked the market in Baga, killing at least 12 people and wounding dozens."
    (draft,) = [d for _, d in drafts_of(text) if d.predicate == "attacked"]
    assert draft.casualties is not None
    assert draft.casualties.killed is not None
    assert (draft.casualties.killed.low, draft.casualties.killed.high) == (12, None)
    assert draft.casualties.wounded is not None
    assert draft.casualties.wounded.words == "dozens"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Taliban vowed to attack the embassy in Kabul.", Modality.PLANNED),
        ("ISWAP claimed an attack on a base near Maiduguri.", Modality.REPORTED),
    ],
)
def test_trigger_says_how_it_is_held(text: str, modality: Modality) -> None:
    """A vow is a plan, a claim of responsibility a report."""
    assert {d.modality for _, d in drafts_of(text) if d.predicate == "attacked"} == {modality}
