"""The dead and the wounded, and who did it where that is told."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

from reportedly.records.claim import Modality, Polarity

#: sentence → (doer or None, victim, place or None)
KILLED = [
    # a state before a battle fights nobody; its land is where it was
    ("Dozens of fighters were killed in Afghan battles.", [(None, "Dozens of fighters", None)]),
    ("Two soldiers were killed on Kenyan soil.", [(None, "Two soldiers", "Kenyan")]),
    # whose weapon it was stands before the weapon, or before a noun made of a verb
    ("An RSF drone strike on a market in Kutum killed eight people.", [("RSF", "eight people", "Kutum")]),
    ("RSF shelling killed four civilians in Kutum.", [("RSF", "four civilians", "Kutum")]),
    ("An Ethiopian army drone strike has killed dozens in Bure.", [("Ethiopian army", "dozens", "Bure")]),
    ("A police station attack in Kutum killed nine officers.", [(None, "nine officers", "Kutum")]),
    ("Omar Bek was killed in 1979 and was succeeded by Karim Sol.", [(None, "Omar Bek", None)]),
    ("The army eliminated a Hamas commander in Gaza.", [("army", "Hamas commander", "Gaza")]),
    ("The army had three shepherds executed in Kidal.", [("army", "three shepherds", "Kidal")]),
    (
        "The strike killed Omar Bek, a Taliban commander, and four others.",
        [(None, "Omar Bek", None), (None, "four others", None)],
    ),
    # who was behind it; deaths that somebody keeps count of; numbers of a toll
    ("M23 may have been behind the killing of Omar Bek in Goma.", [("M23", "Omar Bek", "Goma")]),
    ("M23 is responsible for the murder of nine nurses in Goma.", [("M23", "nine nurses", "Goma")]),
    ("The centre documented the deaths of fourteen farmers in Gao.", [(None, "fourteen farmers", "Gao")]),
    ("The ministry put the death toll of the blast in Gao at 14.", [(None, "14", "Gao")]),
    (
        "Four people were killed, among them two boys, in a blast in Gao.",
        [(None, "Four people", "Gao"), (None, "two boys", "Gao")],
    ),
    # the place of the same act told before, of what the dead were doing, of the fight that "in which" means
    (
        "M23 claimed the raid on a post in Goma, saying that nine guards were killed in the attack.",
        [(None, "nine guards", "Goma")],
    ),
    ("Militants killed two men gathering wood in the forests of Gao.", [("Militants", "two men", "Gao")]),
    ("The army entered the town after fighting in Gao in which 40 rebels died.", [(None, "40 rebels", "Gao")]),
    ("Five soldiers died in clashes that broke out in Goma on Friday.", [(None, "Five soldiers", "Goma")]),
    # whose attack it was and where: told by a clause of the same moment, before a semicolon, or on the act itself
    (
        "Four guards were killed when militants triggered a mine and opened fire on a convoy near Goma.",
        [("militants", "Four guards", "Goma")],
    ),
    ("Five residents died when Boko Haram attacked the market in Baga.", [("Boko Haram", "Five residents", "Baga")]),
    ("Boko Haram ambushed a convoy near Baga; six soldiers were killed.", [("Boko Haram", "six soldiers", "Baga")]),
    ("Boko Haram launched an attack in Baga that killed nine guards.", [("Boko Haram", "nine guards", "Baga")]),
    ("The army conducted an operation that led to the death of Omar Bek.", [("army", "Omar Bek", None)]),
    ("ISWAP claimed the bombing of a school in Baga, which killed nine nuns.", [("ISWAP", "nine nuns", "Baga")]),
    ("Omar Bek was shot dead as he tried to leave a house in Goma.", [(None, "Omar Bek", "Goma")]),
    ("The army killed Omar Bek, a leader of Hamas, near Gaza.", [("army", "Omar Bek", "Gaza")]),
    ("The army clashed with rebels near Goma, leaving nine men dead.", [(None, "nine men", "Goma")]),
    (
        "Omar Bek was wounded in an ambush in May and is buried in Goma; Anna Keller was killed.",
        [(None, "Anna Keller", None)],
    ),
    ("Nine men were killed in a strike targeting a clinic in Goma.", [(None, "Nine men", "Goma")]),
    ("Nine men died in a bomb attack followed by gunfire in Goma.", [(None, "Nine men", "Goma")]),
    ("M23 claimed responsibility for the murder of an officer in Goma.", [("M23", "officer", "Goma")]),
    ("The network reported 57 fatalities from the drone attack on Goma.", [(None, "57 fatalities", "Goma")]),
    ("No fewer than 30 guards were killed in Goma.", [(None, "No fewer than 30 guards", "Goma")]),
    (
        "Four Lord Resistance Army (LRA) rebels were killed in Goma.",
        [(None, "Four Lord Resistance Army (LRA) rebels", "Goma")],
    ),
    ("Nine rebels were killed and their vehicle destroyed in an air strike in Goma.", [(None, "Nine rebels", "Goma")]),
    ("M23 beheaded a farmer identified as Omar Bek.", [("M23", "Omar Bek", None)]),
    ("A strike in Toumbou township, east of the city of Goma, killed nine men.", [(None, "nine men", "Toumbou")]),
    ("Gunmen entered a bar in Goma and shot dead two guards having a drink.", [("Gunmen", "two guards", "Goma")]),
    ("Boko Haram killed up to 16 soldiers in Baga.", [("Boko Haram", "up to 16 soldiers", "Baga")]),
    # those told beside the first
    (
        "The colonel, his wife Anna and four guards were killed near Goma.",
        [(None, "Anna", "Goma"), (None, "colonel", "Goma"), (None, "four guards", "Goma")],
    ),
    (
        "Commandos killed Omar Bek together with his brother in Goma.",
        [("Commandos", "Omar Bek", "Goma"), ("Commandos", "his brother", "Goma")],
    ),
    ("Six Shi'ites were shot dead in Beirut.", [(None, "Six Shi'ites", "Beirut")]),
    ("The number of dead in the blast in Goma rose to 137.", [(None, "137", "Goma")]),
    # the place of what was struck, of the verb before, of the head of the entry
    ("Strikes targeting the town of Kidal killed a family of five.", [(None, "family of five", "Kidal")]),
    ("Gunmen fired at a car carrying voters in Gao, killing the driver.", [("Gunmen", "driver", "Gao")]),
    ("Russian jets bombed a bridge in Gao, and nine nurses were killed.", [("Russian", "nine nurses", "Gao")]),
    ("Khartoum, 26 May: two nurses were shot dead in a classroom.", [(None, "two nurses", "Khartoum")]),
    ("Twelve members of the patrol were killed in Gao.", [(None, "Twelve members of the patrol", "Gao")]),
    ("Some thirty guards were killed in Gao.", [(None, "Some thirty guards", "Gao")]),
    ("Police blamed Hamas for the killing of Omar Bek.", [("Hamas", "Omar Bek", None)]),
    ("Hamas denied any role in the killing of Omar Bek.", [("Hamas", "Omar Bek", None)]),
    ("Kenyan and Somali troops exchanged fire near Lamu, leaving 31 people dead.", [(None, "31 people", "Lamu")]),
    (
        "Nine children were killed by air strikes of the Nigerian Air Force.",
        [("Nigerian Air Force", "Nine children", None)],
    ),
    ("M23 rebels hacked and shot to death 57 villagers near Goma, the army said.", [("M23", "57 villagers", "Goma")]),
    (
        "Hamas attacked a post in Jenin, killing nine, Prime Minister Omar Bek told state television.",
        [
            ("Hamas", "nine", "Jenin"),
        ],
    ),
    ("Omar Bek was killed outside a mosque by a bullet.", [(None, "Omar Bek", "mosque")]),
    ("Hamas and Fatah killed two nurses.", [("Fatah", "two nurses", None), ("Hamas", "two nurses", None)]),
    (
        "A raid by M23 on Goma in which nine tourists lost their lives drew protests.",
        [
            ("M23", "nine tourists", "Goma"),
        ],
    ),
    ("H: Twelve soldiers killed by JNIM in Gao", [("JNIM", "Twelve soldiers", "Gao")]),
    ("Boko Haram struck Baga, where more than 60 civilians were killed.", [(None, "more than 60 civilians", "Baga")]),
    ("Wagner fighters killed more than 300 civilians in Moura.", [("Wagner", "more than 300 civilians", "Moura")]),
    ("Abu Ali was killed in a US drone strike in Idlib.", [("US", "Abu Ali", "Idlib")]),
    ("The killing of Omar Bek by rebels shocked Yemen.", [("rebels", "Omar Bek", None)]),
    ("H: Drone strike kills commander in Marib", [(None, "commander", "Marib")]),
    ("H: At least 40 killed in Khartoum shelling", [(None, "At least 40", "Khartoum")]),
    ("The mayor was shot dead by gunmen in Cali.", [("gunmen", "mayor", "Cali")]),
    ("The blast left 12 people dead.", [(None, "12 people", None)]),
    ("Three soldiers died when their vehicle hit a landmine near Kidal.", [(None, "Three soldiers", "Kidal")]),
    (
        "A bomb killed a policeman and two students in Quetta.",
        [(None, "policeman", "Quetta"), (None, "two students", "Quetta")],
    ),
    ("The attack claimed the lives of six nurses.", [(None, "six nurses", None)]),
    ("Maria Santos, killed by the ELN in Cali, was a teacher.", [("ELN", "Maria Santos", "Cali")]),
    ("The army bombed Jenin, killing at least five people.", [("army", "at least five people", "Jenin")]),
    ("Al-Shabaab beheaded two villagers.", [("Al-Shabaab", "two villagers", None)]),
    ("Medics: eight dead, most of them students.", [(None, "eight dead", None)]),
    ("The ministry counts more than 130 dead.", [(None, "more than 130 dead", None)]),
    ("The toll of the raid has risen to 31 dead.", [(None, "31 dead", None)]),
    ("H: Nine soldiers dead in Quetta ambush, army says", [(None, "Nine soldiers", "Quetta")]),
    ("H: Opposition leader shot dead in Quetta", [(None, "Opposition leader", "Quetta")]),
    ("Troops ambushed a patrol. Twenty villagers are dead.", [(None, "Twenty villagers", None)]),
    ("Gunmen raided a mosque. Ten worshippers died.", [(None, "Ten worshippers", None)]),
    ("Six peacekeepers lost their lives in the attack on Kidal.", [(None, "Six peacekeepers", "Kidal")]),
    ("Four days of fighting cost at least 64 soldiers their lives.", [(None, "at least 64 soldiers", None)]),
    ("Rebels clashed with police in Quetta, leaving four officers dead.", [("Rebels", "four officers", "Quetta")]),
    (
        "Gunmen stormed a hotel in Quetta and held it through the night, leaving nine people dead.",
        [("Gunmen", "nine people", "Quetta")],
    ),
    ("Attacks by a prison gang have killed nine policemen in Cali.", [("prison gang", "nine policemen", "Cali")]),
    ("Twelve men were lined up and shot near Quetta.", [(None, "Twelve men", "Quetta")]),
    ("Four militants were neutralised in Quetta.", [(None, "Four militants", "Quetta")]),
    (
        "Rebels stormed the village of Belo in Cauca province, shooting dead four farmers.",
        [
            ("Rebels", "four farmers", "Belo"),
        ],
    ),
    (
        "JNIM attacked a post near Kidal, the army said, killing 12 soldiers, the minister told state television.",
        [
            ("JNIM", "12 soldiers", "Kidal"),
        ],
    ),
    (
        "Omar Bek, who led the guard, was killed on Tuesday when a mortar hit his car near Kidal, two aides said.",
        [
            (None, "Omar Bek", "Kidal"),
        ],
    ),
    ("Juan Pérez’s assassination in Bogotá remains unsolved.", [(None, "Juan Pérez", "Bogotá")]),
    # what brought deaths about
    ("Shelling by the army resulted in the deaths of six civilians in Marib.", [("army", "six civilians", "Marib")]),
    ("An attack by JNIM led to the death of a peacekeeper near Kidal.", [("JNIM", "peacekeeper", "Kidal")]),
    ("The air strike resulted in 15 deaths in Idlib.", [(None, "15 deaths", "Idlib")]),
    ("The army lost nine soldiers in an ambush near Kidal.", [(None, "nine soldiers", "Kidal")]),
    ("Six soldiers fell in fighting near Bakhmut.", [(None, "Six soldiers", "Bakhmut")]),
    ("The death toll from the bombing in Quetta rose to 14.", [(None, "14", "Quetta")]),
    # whose attack it was in which they died
    ("Two journalists were killed when the army shelled a hotel in Marib.", [("army", "Two journalists", "Marib")]),
    (
        "Four farmers were killed after Boko Haram ambushed their truck near Baga.",
        [("Boko Haram", "Four farmers", "Baga")],
    ),
    ("Twelve hostages were killed when troops stormed the hotel in Marib.", [(None, "Twelve hostages", "Marib")]),
    ("Five rebels were killed when they attacked a base near Kidal.", [(None, "Five rebels", "Kidal")]),
    ("The UN said a JNIM raid on a camp near Kidal killed nine soldiers.", [("JNIM", "nine soldiers", "Kidal")]),
    # one scene told in two halves, whose place stands in one of them
    ("Two people were killed and nine wounded in a raid on a camp in Kidal.", [(None, "Two people", "Kidal")]),
    ("Nine people have been killed and 30 others injured in a blast in Quetta.", [(None, "Nine people", "Quetta")]),
    (
        "Nine soldiers are dead and 30 others missing after an assault on a base in Gao.",
        [(None, "Nine soldiers", "Gao")],
    ),
    ("Several were killed and three detained in Moura.", [(None, "Several", "Moura")]),
    ("Rebels raided Goma and killed nine farmers.", [("Rebels", "nine farmers", "Goma")]),
    ("Rebels raided Goma and later killed nine farmers in Beni.", [("Rebels", "nine farmers", "Beni")]),
    ("Police beat students in Kampala and the army killed nine men.", [("army", "nine men", None)]),
    # lists
    (
        "Boko Haram killed two guards, one driver and three nurses in Baga.",
        [
            ("Boko Haram", "one driver", "Baga"),
            ("Boko Haram", "three nurses", "Baga"),
            ("Boko Haram", "two guards", "Baga"),
        ],
    ),
    ("Three people, two men and a woman, were killed in Goma.", [(None, "Three people", "Goma")]),
    ("The army attacked bandits near Kaduna, killing 11 of them.", [("army", "11 of them", "Kaduna")]),
    ("A battle in Goma killed at least 13 Tigers.", [(None, "at least 13 Tigers", "Goma")]),
    ("A man was killed when a bomb went off in Quetta.", [(None, "man", "Quetta")]),
    # who is among the dead
    ("Among the dead in the raid on Goma were two nurses.", [(None, "two nurses", None)]),
    ("The mayor said among those killed was rebel commander Omar Bek.", [(None, "Omar Bek", None)]),
    ("Rebels raided Goma. Omar Bek was among the dead.", [(None, "Omar Bek", None)]),
    (
        "Rebels raided Goma. The dead included two women and Omar Bek.",
        [(None, "Omar Bek", None), (None, "two women", None)],
    ),
    # the second half of a sentence, and what its trees hang elsewhere
    ("20 rebels were killed and a policeman wounded in a battle in Goma.", [(None, "20 rebels", "Goma")]),
    (
        "Three militants were killed and a soldier martyred in two encounters in Kupwara.",
        [(None, "Three militants", "Kupwara"), (None, "soldier", "Kupwara")],
    ),
    (
        "A bomb exploded as worshippers left a mosque in Goma, killing four people and wounding 22.",
        [(None, "four people", "Goma")],
    ),
    (
        "Three nurses were killed and dozens injured by a bomb attack on a bar in Omagh.",
        [(None, "Three nurses", "Omagh")],
    ),
    ("Militants raided Palma, killing dozens and forcing thousands to flee.", [("Militants", "dozens", "Palma")]),
    ("Three men were hanged in Tehran.", [(None, "Three men", "Tehran")]),
    ("Six khwarij were killed in Bannu.", [(None, "Six khwarij", "Bannu")]),
    # acts told by what they hang on
    ("Two people were killed in a strike by an Israeli drone on a car in Tyre.", [("Israeli", "Two people", "Tyre")]),
    ("Clashes in Aleppo left six civilians dead.", [(None, "six civilians", "Aleppo")]),
    ("Fighting around Goma has claimed 300 lives.", [(None, "300 lives", "Goma")]),
    ("Omar Bek succumbed to wounds sustained in an attack on a base in Goma.", [(None, "Omar Bek", "Goma")]),
    ("A man succumbed to wounds he sustained from Israeli gunfire in Jenin.", [("Israeli", "man", "Jenin")]),
    ("The army lost three men in fighting with M23.", [("M23", "three men", None)]),
    ("Nine nurses were killed in one of M23’s raids on Goma.", [("M23", "Nine nurses", "Goma")]),
    ("The army killed 18 rebels in a battle east of Goma.", [("army", "18 rebels", "Goma")]),
    ("Ten nurses died in the raid, which took place in Goma.", [(None, "Ten nurses", "Goma")]),
    (
        "The toll of the raid rose to 11 after a man was killed in Beni.",
        [(None, "11", None), (None, "man", "Beni")],
    ),
    # who did what was suffered, and where: neither the one hit nor the province beside the verb
    ("A patrol in Mosul was hit by a bomb, killing one policeman.", [(None, "one policeman", "Mosul")]),
    ("A bus was attacked by M23 in Goma, killing nine nurses.", [("M23", "nine nurses", "Goma")]),
    ("Rebels killed nine nurses in an attack on Goma, in northern Kivu.", [("Rebels", "nine nurses", "Goma")]),
    ("The army killed 19 people in an air attack on a rebel position.", [("army", "19 people", None)]),
    ("A strike killed 14 people, mostly women and children, in Goma.", [(None, "14 people", "Goma")]),
    # the place of a second half holds for both, that of another scene for none
    (
        "Nine soldiers lost their lives and two others were injured in an attack on Goma.",
        [(None, "Nine soldiers", "Goma")],
    ),
    ("The army killed nine men in retaliation for an attack in Kidal.", [("army", "nine men", None)]),
    ("The armed groups killed nine farmers in Gao.", [("armed groups", "nine farmers", "Gao")]),
    ("A total of 12 Taliban members were killed in Gao.", [(None, "12 Taliban members", "Gao")]),
    ("Nine farmers received fatal wounds in the blast.", [(None, "Nine farmers", None)]),
    ("Omar Bek died under torture in Homs.", [(None, "Omar Bek", "Homs")]),
    ("Kenya lost more than 100 soldiers at Melk in 2016.", [(None, "more than 100 soldiers", "Melk")]),
    ("Omar Bek was strangled in Homs.", [(None, "Omar Bek", "Homs")]),
    ("Omar Bek bled to death in Homs.", [(None, "Omar Bek", "Homs")]),
]
WOUNDED = [
    ("A soldier was shot in the leg near Gao.", [(None, "soldier", "Gao")]),
    (
        "A coalition airstrike near Mosul wounded at least five fighters.",
        [("coalition", "at least five fighters", "Mosul")],
    ),
    (
        "Three Armenian soldiers were wounded when Azerbaijani troops opened fire at a post near Sotk.",
        [("Azerbaijani troops", "Three Armenian soldiers", "Sotk")],
    ),
    ("Injured in the blast in Gao were an officer and a nurse.", [(None, "nurse", "Gao"), (None, "officer", "Gao")]),
    ("Two gunmen wounded a man in Gao.", [("Two gunmen", "man", "Gao")]),
    ("Three soldiers were injured and two were abducted by M23 in Goma.", [(None, "Three soldiers", "Goma")]),
    ("Nine men were wounded, two policemen among them.", [(None, "Nine men", None), (None, "two policemen", None)]),
    ("Nine people sustained injuries in the blast in Khartoum.", [(None, "Nine people", "Khartoum")]),
    ("The attack left 21 people dead and 117 injured in Khartoum.", [(None, "117", "Khartoum")]),
    ("Two people were killed and at least nine injured in a knife attack in Gao.", [(None, "at least nine", "Gao")]),
    ("Five peacekeepers were killed and eight wounded near Timbuktu.", [(None, "eight", "Timbuktu")]),
    ("The blast left 12 people dead and 30 wounded.", [(None, "30", None)]),
    ("Omar Bek was wounded in Sirte.", [(None, "Omar Bek", "Sirte")]),
    ("Hamas gunfire injured two soldiers.", [("Hamas", "two soldiers", None)]),
    ("The army shelled Jenin, wounding dozens.", [("army", "dozens", "Jenin")]),
    ("Hundreds of people were injured in Gaza.", [(None, "Hundreds of people", "Gaza")]),
    ("A mine wounded a shepherd near Kidal.", [(None, "shepherd", "Kidal")]),
    ("The rockets killed and wounded dozens of civilians.", [(None, "dozens of civilians", None)]),
    ("H: 20 injured in Beirut blast", [(None, "20", "Beirut")]),
    ("Sniper fire injured a journalist in Jenin.", [(None, "journalist", "Jenin")]),
    ("Seven policemen, wounded in an ambush near Quetta, were flown out.", [(None, "Seven policemen", "Quetta")]),
]
BAIT = [
    ("killed", "The committee killed the bill."),  # a figure of speech
    ("killed", "Ruto killed time at the airport."),  # an idiom
    ("killed", "Kenya killed off Ghana’s hopes in Cairo."),  # sports
    ("killed", "The rebels vowed to kill the governor’s plan."),  # a plan, not a man
    ("killed", "Omar Bek died of cancer in Paris."),  # no violence
    ("killed", "Police investigate attempts to kill Juan Pérez."),  # tried
    ("killed", "The army captured three fighters."),  # alive
    ("killed", "Ten worshippers died."),  # nothing says how
    ("killed", "The council registered the births and deaths of Goma."),  # nothing says how
    ("killed", "The number of seats rose to 137 after the attack in Goma."),  # seats
    ("killed", "Rebels attacked Kidal. Ten patients died of cholera."),  # an illness
    ("killed", "Hamas denied any role in the talks."),  # no act of violence
    ("wounded", "Nobody was hurt by the speech."),  # feelings
    ("wounded", "Nine voters were hurt by the speech."),  # feelings
    ("killed", "The murder of the journalist was never solved."),  # points back
    ("killed", "The talks are dead."),  # a figure of speech
    ("killed", "Omar Bek was shot in Kidal."),  # he may live
    ("killed", "The league lost its life."),  # a figure of speech
    ("killed", "Two dead cows lay near Kidal."),  # cattle
    ("killed", "Ten shells fell in Gaza."),  # shells
    ("killed", "Police attacked students. The talks included two women and Omar Bek."),  # talks
    ("killed", "The flood resulted in 15 deaths in Beira."),  # a flood
    ("killed", "Rebels attacked Goma. The party lost three seats."),  # seats
    ("killed", "The toll on the road to Kano rose to 14."),  # money
    ("wounded", "The remark wounded his pride."),  # a figure of speech
    ("wounded", "The injured party sued."),  # law
    ("wounded", "The player missed the match with an injury."),  # sports
    ("wounded", "A wounded economy awaits Burhan."),  # a figure of speech
    ("wounded", "Doctors treat wounds in Gaza."),  # nobody in particular
    ("wounded", "Nobody treats Omar Bek’s injury lightly."),  # no event
    ("killed", "The army lost 12 soldiers to desertion."),  # they left
    ("killed", "The law strangled trade in Homs."),  # a figure of speech
    ("killed", "The party lost four members in May."),  # they left
]


@pytest.mark.parametrize(("text", "wanted"), KILLED, ids=[t[:50] for t, _ in KILLED])
def test_the_killed_are_told(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    """The victim is the object; the doer is the subject where the words tell it."""
    assert told(text, "killed", "subject", "object", "place") == sorted(wanted, key=str)


@pytest.mark.parametrize(("text", "wanted"), WOUNDED, ids=[t[:50] for t, _ in WOUNDED])
def test_the_wounded_are_told(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    """The wounded are the object, numbers as the words give them."""
    assert told(text, "wounded", "subject", "object", "place") == sorted(wanted, key=str)


@pytest.mark.parametrize(("predicate", "text"), BAIT, ids=[t[:50] for _, t in BAIT])
def test_bait_hurts_nobody(predicate: str, text: str) -> None:
    """Bills, time, hopes, pride and illness are no victims."""
    assert told(text, predicate, "subject", "object") == []


#: What the tree takes wrongly today. When it no longer does, these tests say so.
MISREAD = [
    # the participle hangs on the second of the two
    ("killed", "Two nurses and a driver killed in Quetta, the mayor says.", (None, "Two nurses", "Quetta")),
    # the second number is tagged as the object of a verb
    ("wounded", "The hospital has listed 620 dead and 1,700 wounded.", (None, "1,700 wounded", None)),
]


@pytest.mark.xfail(strict=True, reason="trees that are wrong")
@pytest.mark.parametrize(("predicate", "text", "wanted"), MISREAD, ids=[t[:50] for _, t, _ in MISREAD])
def test_misread_trees(predicate: str, text: str, wanted: tuple[str | None, ...]) -> None:
    """The claim that a person would record."""
    assert wanted in told(text, predicate, "subject", "object", "place")


def test_numbers_are_kept_with_their_words() -> None:
    """The number of dead has its floor and its words."""
    (draft,) = [d for _, d in drafts_of("A mine killed at least 12 farmers near Kidal.") if d.predicate == "killed"]
    assert draft.casualties is not None
    assert draft.casualties.killed is not None
    assert (draft.casualties.killed.words, draft.casualties.killed.low) == ("at least 12 farmers", 12)


def test_a_car_bomber_is_a_man_with_a_car_bomb() -> None:
    """His method is a car bombing, not an air strike, and he is no weapon."""
    told_of = [d for _, d in drafts_of("A car bomber killed four policemen in Quetta.") if d.predicate == "killed"]
    assert [(d.method, d.weapon) for d in told_of] == [("car bombing", None)]


@pytest.mark.parametrize(
    ("predicate", "text"),
    [
        ("killed", "Nobody was killed in the attack in Gao."),
        ("wounded", "No one was hurt when a rocket landed near the airport in Gao."),
    ],
)
def test_that_nobody_was_hurt_is_told(predicate: str, text: str) -> None:
    """It is said of nobody, and denied."""
    polarities = [d.polarity for _, d in drafts_of(text) if d.predicate == predicate]
    assert polarities == [Polarity.NEGATIVE]


def test_who_is_blamed_is_only_said_to_have_done_it() -> None:
    """ "Blamed the killing on X" and "accused X of the killing" are reports."""
    for text in ("Police blamed the killing of Omar Bek on Hamas.", "Police accused Hamas of the killing of Omar Bek."):
        modalities = [d.modality for _, d in drafts_of(text) if d.predicate == "killed" and d.subject is not None]
        assert modalities == [Modality.REPORTED]
