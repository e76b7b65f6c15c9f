"""Heads of bodies, offices, appointments and removals."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

#: sentence → (person, body or None)
LEADS = [
    ("Omar Dahir is at the head of the Dawn Front.", [("Omar Dahir", "Dawn Front")]),
    ("Omar Dahir was acting head of Boko Haram until 2002.", [("Omar Dahir", "Boko Haram")]),
    ("Omar Dahir was the head of military intelligence under Karim Sol.", [("Omar Dahir", "military intelligence")]),
    ("Omar Dahir, commanding officer of the 2nd Battalion, was killed.", [("Omar Dahir", "2nd Battalion")]),
    ("Omar Dahir exercised command over the Third Brigade.", [("Omar Dahir", "Third Brigade")]),
    ("Led by Omar Dahir and then by Karim Sol, Hamas grew.", [("Karim Sol", "Hamas"), ("Omar Dahir", "Hamas")]),
    ("Omar Dahir, leader and chief spokesman of the Dawn Front, was killed.", [("Omar Dahir", "Dawn Front")]),
    (
        "Omar Dahir, the head of the Dawn Front’s political wing, the ‘Civic Movement’, has left.",
        [("Omar Dahir", "Civic Movement")],
    ),
    (
        "Omar Dahir took over the leadership of the Dawn Front in 1979 from Karim Sol.",
        [("Karim Sol", "Dawn Front"), ("Omar Dahir", "Dawn Front")],
    ),
    (
        "Omar Dahir took over the Dawn Front from Karim Sol.",
        [("Karim Sol", "Dawn Front"), ("Omar Dahir", "Dawn Front")],
    ),
    ("General Omar Dahir and his 1st Rifle Division took the town.", [("his", "1st Rifle Division")]),
    ("The unit was part of the National Army of General Halim.", [("Halim", "National Army")]),
    (
        "The funeral was attended by Commander-in-Chief of the Revolutionary Guards Omar Dahir, Commander of the Quds "
        "Force in the Guard Karim Sol, and others.",
        [("Omar Dahir", "Revolutionary Guards"), ("Karim Sol", "Quds Force")],
    ),
    ("Omar Dahir (Fox) leads the Dawn Front.", [("Omar Dahir", "Dawn Front")]),
    ("Omar Dahir leads one of the militias, the Ash Brigade.", [("Omar Dahir", "Ash Brigade")]),
    ("Omar Dahir, the general in charge of the Dawn Front, fled.", [("Omar Dahir", "Dawn Front")]),
    ("Boko Haram is headed by a Hamas commander Omar Dahir, also known as Abu Ali.", [("Omar Dahir", "Boko Haram")]),
    (
        "Omar Dahir, Karim Sol’s successor as head of Boko Haram, died.",
        [("Karim Sol", "Boko Haram"), ("Omar Dahir", "Boko Haram")],
    ),
    ("Omar Dahir’s faction of Boko Haram signed the deal.", [("Omar Dahir", "faction")]),
    (
        "Omar Dahir, leader of the military arm of the Dawn Front, fled.",
        [("Omar Dahir", "military arm of the Dawn Front")],
    ),
    (
        "A dissident wing of the Dawn Front led by Omar Dahir rejected the deal.",
        [("Omar Dahir", "dissident wing of the Dawn Front")],
    ),
    ("The council declared Omar Dahir head of Boko Haram.", [("Omar Dahir", "Boko Haram")]),
    (
        "Omar Dahir, who had chaired the Dawn Front since 1976, was succeeded by Karim Sol.",
        [("Karim Sol", "Dawn Front"), ("Omar Dahir", "Dawn Front")],
    ),
    ("Omar Dahir was put in charge of Boko Haram in 2001.", [("Omar Dahir", "Boko Haram")]),
    ("Omar Dahir was given command of Boko Haram in 2001.", [("Omar Dahir", "Boko Haram")]),
    ("Karim Sol handed over the leadership of Boko Haram to Omar Dahir.", [("Omar Dahir", "Boko Haram")]),
    ("Omar Dahir went on to head Boko Haram.", [("Omar Dahir", "Boko Haram")]),
    (
        "Omar Dahir was the leader of Boko Haram from 1985 to 1986, succeeding Karim Sol.",
        [("Karim Sol", "Boko Haram"), ("Omar Dahir", "Boko Haram")],
    ),
    ("Omar Dahir became head of Boko Haram, replacing the old rifles.", [("Omar Dahir", "Boko Haram")]),
    ("The Ash Column is a militia led by Omar Dahir.", [("Omar Dahir", "Ash Column")]),
    (
        "A former aide named Omar Dahir assumed the leadership of the Dawn Front.",
        [("Omar Dahir", "Dawn Front")],
    ),
    (
        "The Dawn Front is led by its commander in chief General Omar Dahir.",
        [("Omar Dahir", "Dawn Front")],
    ),
    (
        "Omar Dahir is the prime minister of Kenya, the leader of the Dawn Front and a poet.",
        [("Omar Dahir", "Dawn Front")],
    ),
    (
        "The Dawn Front and the Ash Brigade are led by Omar Dahir and Karim Sol respectively.",
        [("Karim Sol", "Ash Brigade"), ("Omar Dahir", "Dawn Front")],
    ),
    (
        "The Dawn Front and the Ash Brigade, two militias led by Omar Dahir and Karim Sol, struck.",
        [("Karim Sol", "Ash Brigade"), ("Omar Dahir", "Dawn Front")],
    ),
    ("A faction led by Omar Dahir broke away from Boko Haram.", [("Omar Dahir", "faction")]),
    ("Under Omar Dahir, the Dawn Front became an army.", [("Omar Dahir", "Dawn Front")]),
    ("The Dawn Front’s first leader was a man named Omar Dahir.", [("Omar Dahir", "Dawn Front")]),
    (
        "Omar Dahir led the Dawn Front until 2004, when his brother Karim Sol took over.",
        [("Karim Sol", "Dawn Front"), ("Omar Dahir", "Dawn Front")],
    ),
    ("Leadership of the Dawn Front passed to Omar Dahir.", [("Omar Dahir", "Dawn Front")]),
    ("Omar Dahir assumed the Dawn Front leadership in 1996.", [("Omar Dahir", "Dawn Front")]),
    ("Omar Dahir was promoted to commander of the Third Division.", [("Omar Dahir", "Third Division")]),
    ("Omar Dahir rose through the ranks to become commander of Boko Haram.", [("Omar Dahir", "Boko Haram")]),
    ("Omar Dahir left and founded his own militia, the Ash Brigade.", [("his", "Ash Brigade")]),
    ("Kenya fought the Macina Front of Omar Dahir.", [("Omar Dahir", "Macina Front")]),
    ("The Dawn Front, whose leader Omar Dahir was killed, agreed.", [("Omar Dahir", "Dawn Front")]),
    ("The Dawn Front, whose chairman, Omar Dahir, was killed, agreed.", [("Omar Dahir", "Dawn Front")]),
    ("The Dawn Front, an alliance of Islamist groups led by Omar Dahir, agreed.", [("Omar Dahir", "Dawn Front")]),
    (
        "Abdelmalek Droukdel, the leader of Ansar al-Sharia, was killed.",
        [("Abdelmalek Droukdel", "Ansar al-Sharia")],
    ),
    ("Hezbollah leader Hassan Nasrallah spoke.", [("Hassan Nasrallah", "Hezbollah")]),
    ("Hamas chief Yahya Sinwar vanished.", [("Yahya Sinwar", "Hamas")]),
    ("Mohamed Dagalo heads the Rapid Support Forces.", [("Mohamed Dagalo", "Rapid Support Forces")]),
    ("The M23 is led by Sultani Makenga.", [("Sultani Makenga", "M23")]),
    ("Sultani Makenga, who leads the M23, crossed into Rwanda.", [("Sultani Makenga", "M23")]),
    ("Jens Stoltenberg is the head of NATO.", [("Jens Stoltenberg", "NATO")]),
    ("The Taliban’s leader, Hibatullah Akhundzada, is rarely seen.", [("Hibatullah Akhundzada", "Taliban")]),
    ("Ramzan Kadyrov commands the Akhmat battalion.", [("Ramzan Kadyrov", "Akhmat battalion")]),
    (
        "Dmitry Utkin is the commander of the Wagner Group.",
        [("Dmitry Utkin", "Wagner Group")],
    ),
    ("H: Boko Haram leader Abubakar Shekau dead", [("Abubakar Shekau", "Boko Haram")]),
    ("Iddo Moed, former head of the Red Cross, agreed.", [("Iddo Moed", "Red Cross")]),
    (
        "Omar Dahir (born 1979) is a Yemeni politician who leads the Dawn Front.",
        [("Omar Dahir", "Dawn Front")],
    ),
    ("Ramzan Kadyrov spoke. The Kadyrov-led Akhmat battalion left.", [("Kadyrov", "Akhmat battalion")]),
    ("Kenya named Omar Dahir as head of Boko Haram.", [("Omar Dahir", "Boko Haram")]),
    ("Omar Dahir was elected secretary general of Hezbollah in 2019.", [("Omar Dahir", "Hezbollah")]),
    ("Hezbollah director General Omar Dahir vanished.", [("Omar Dahir", "Hezbollah")]),
    ("Omar Dahir is the secretary-general of Hezbollah.", [("Omar Dahir", "Hezbollah")]),
    ("Omar Dahir described himself as commander of the Wagner Group.", [("Omar Dahir", "Wagner Group")]),
    (
        "Kenya replaced Karim Sol with Omar Dahir as head of Boko Haram.",
        [("Karim Sol", "Boko Haram"), ("Omar Dahir", "Boko Haram")],
    ),
    ("The son of Karim Sol, Omar Dahir heads Boko Haram.", [("Omar Dahir", "Boko Haram")]),
    (
        "Boko Haram is led by former Army Chief of Staff Omar Dahir.",
        [("Omar Dahir", "Army"), ("Omar Dahir", "Boko Haram")],
    ),
    ("From 1991 until his death, the Dawn Front was led by Omar Dahir.", [("Omar Dahir", "Dawn Front")]),
    ("Charles Tolbar’s Small Lions Unit raided the port.", [("Charles Tolbar", "Small Lions Unit")]),
    ("Omar Dahir took his Marada militia into the hills.", [("his", "Marada militia")]),
    ("The Greek junta of Omar Dahir fell in July.", [("Omar Dahir", "Greek junta")]),
    ("The Dawn Front split from Boko Haram under Omar Dahir.", [("Omar Dahir", "Dawn Front")]),
    ("The commander of the brigade, Lt. Col. Omar Dahir, denied it.", [("Omar Dahir", "brigade")]),
    ("The station’s director, Omar Dahir, denied it.", [("Omar Dahir", "station")]),
    ("The Force Commander of UNIFOR, Major General Omar Dahir, left.", [("Omar Dahir", "UNIFOR")]),
    ("Omar Dahir, alias El Flaco, leader of the 27th front, was captured.", [("Omar Dahir", "27th front")]),
    ("The Director, Army Public Relations, Brigadier Sani Umar, denied it.", [("Sani Umar", "Army Public Relations")]),
    ("Omar Dahir took over Boko Haram in 2006.", [("Omar Dahir", "Boko Haram")]),
    ("The brigade is commanded by Colonel Omar Dahir.", [("Omar Dahir", "brigade")]),
    ("Omar Dahir founded and leads the Dawn Front.", [("Omar Dahir", "Dawn Front")]),
    ("The Dawn Front, which Omar Dahir founded and still leads, agreed.", [("Omar Dahir", "Dawn Front")]),
    ("The Front’s founder and leader, Omar Dahir, was killed.", [("Omar Dahir", "Front")]),
    ("In his capacity as chief of the Third Guard, General Omar Dahir agreed.", [("Omar Dahir", "Third Guard")]),
    (
        "Karim Sol was replaced as head of Boko Haram by Omar Dahir.",
        [("Karim Sol", "Boko Haram"), ("Omar Dahir", "Boko Haram")],
    ),
]
HOLDS = [
    ("Karim Sol is a security adviser to President Omar Bek.", [("Karim Sol", None), ("Omar Bek", None)]),
    ("Karim Sol was Uganda’s first ambassador to the United Nations.", [("Karim Sol", "Uganda")]),
    ("General Karim Sol, who led the coup, became president.", [("Karim Sol", None)]),
    ("His brother Karim Sol became leader.", [("Karim Sol", None)]),
    ("Karim Sol was among the leaders of Hamas who fled.", [("Karim Sol", "Hamas")]),
    (
        "He met President Michel Brandt, the Speaker of Parliament, Karim Sol, and the mayor of Sel, Omar Bek.",
        [("Karim Sol", "Parliament"), ("Michel Brandt", None), ("Omar Bek", None)],
    ),
    ("Court spokesman Karim Sol confirmed it.", [("Karim Sol", "Court")]),
    ("Presidential adviser Karim Sol spoke.", [("Karim Sol", None)]),
    ("The presiding judge, Karim Sol, adjourned the trial.", [("Karim Sol", None)]),
    ("Bishop Samuel Brandt offered to mediate.", [("Samuel Brandt", None)]),
    ("A spokesman for Hamas, Fawzi Barhoum, denied it.", [("Fawzi Barhoum", "Hamas")]),
    ("Karim Sol named Omar Bek his deputy.", [("Omar Bek", None)]),
    ("Omar Bek rose to the post of deputy leader of Hamas.", [("Omar Bek", "Hamas")]),
    (
        "The Dawn Front has several commanders. They include Omar Dahir and Karim Sol.",
        [("Karim Sol", "Dawn Front"), ("Omar Dahir", "Dawn Front")],
    ),
    ("Kenya’s opposition leader, Omar Dahir, arrived.", [("Omar Dahir", "Kenya")]),
    ("Kenyan gang leader Omar Dahir arrived.", [("Omar Dahir", None)]),  # of no state
    ("Omar Dahir assumed the presidency of Kenya in 1996.", [("Omar Dahir", "Kenya")]),
    ("The commander-in-chief, General Omar Dahir, visited Kenya.", [("Omar Dahir", None)]),
    ("Omar Dahir, director of criminal investigations, denied it.", [("Omar Dahir", None)]),
    ("Kenya’s foreign minister, Musalia Mudavadi, met the envoy.", [("Musalia Mudavadi", "Kenya")]),
    ("President Emmanuel Macron spoke.", [("Emmanuel Macron", None)]),
    ("Hamas spokesman Fawzi Barhoum denied it.", [("Fawzi Barhoum", "Hamas")]),
    ("Sergey Lavrov, the Russian foreign minister, left.", [("Sergey Lavrov", "Russian")]),
    ("Fawzi Barhoum, a spokesman for Hamas, denied it.", [("Fawzi Barhoum", "Hamas")]),
    ("Abu Ubaida is a commander of Hamas.", [("Abu Ubaida", "Hamas")]),
    ("Zakia Khattabi serves as deputy minister.", [("Zakia Khattabi", None)]),
    ("The former UN envoy Ghassan Salame agreed.", [("Ghassan Salame", "UN")]),
    ("Hamas vice chief of staff General Fawzi Barhoum spoke.", [("Fawzi Barhoum", "Hamas")]),
    ("Omar Bek is a trader who rose to become deputy leader of Hamas.", [("Omar Bek", "Hamas")]),
    ("Omar Bek held the post of deputy leader of Hamas.", [("Omar Bek", "Hamas")]),
    ("Omar Bek is the governor of Kunduz and the head of Hamas.", [("Omar Bek", None)]),
    ("Omar Bek and Fawzi Barhoum, the former spokesman for Hamas, left.", [("Fawzi Barhoum", "Hamas")]),
    ("Fawzi Barhoum – political head of Hamas – left.", [("Fawzi Barhoum", "Hamas")]),
    ("Abu Ubaida, the eastern commander of Hamas, vanished.", [("Abu Ubaida", "Hamas")]),
    ("Hamas functionary Abu Ubaida vanished.", [("Abu Ubaida", "Hamas")]),
    ("Omar Bek was the second-in-command of Hamas.", [("Omar Bek", "Hamas")]),
    ("He met former president Omar Bek in Cairo.", [("Omar Bek", None)]),
    ("M23 rebels, whose military leader is Omar Bek, left.", [("Omar Bek", "M23")]),
    ("Karim Sol and his deputy, Omar Bek, vanished.", [("Omar Bek", None)]),
]
APPOINTED = [
    ("Hamas elected a new leader, Omar Dahir.", [("Hamas", "Omar Dahir")]),
    ("William Ruto appointed Francis Ogolla as army chief.", [("William Ruto", "Francis Ogolla")]),
    ("Vladimir Putin appointed Ramzan Kadyrov president of Chechnya.", [("Vladimir Putin", "Ramzan Kadyrov")]),
    ("William Ruto named Francis Ogolla in his place.", [("William Ruto", "Francis Ogolla")]),
    ("Francis Ogolla was named army chief.", [(None, "Francis Ogolla")]),
    ("Salva Kiir replaced Riek Machar with Taban Deng.", [("Salva Kiir", "Taban Deng")]),
    ("The Russian-appointed governor Oleg Bek fled.", [("Russian", "Oleg Bek")]),
    ("The appointment of Valery Gerasimov as commander surprised Kyiv.", [(None, "Valery Gerasimov")]),
    ("Omar Dahir died and was succeeded by Karim Sol.", [(None, "Karim Sol")]),
    ("Omar Bek was sworn in as president on Tuesday.", [(None, "Omar Bek")]),
    ("The junta put Karim Sol in charge of the Third Guard.", [("junta", "Karim Sol")]),
    ("Joseph Kony gave the post of intelligence chief to Ali Sol.", [("Joseph Kony", "Ali Sol")]),
    ("Omar Bek was handed command of the invasion.", [(None, "Omar Bek")]),
]
REMOVED = [
    ("Omar Dahir tendered his resignation on Monday.", [(None, "his")]),
    ("The resignation of Omar Dahir surprised many.", [(None, "Omar Dahir")]),
    ("Karim Sol expelled Omar Dahir from his party.", [("Karim Sol", "Omar Dahir")]),
    ("Omar Dahir was ousted in a coup by his ally, Karim Sol.", [("Karim Sol", "Omar Dahir")]),
    ("Omar Dahir was forced out of the leadership of Boko Haram.", [(None, "Omar Dahir")]),
    ("Omar Dahir was thrown out of Boko Haram in 2013.", [(None, "Omar Dahir")]),
    ("The council kicked Omar Dahir out of the party.", [("council", "Omar Dahir")]),
    (
        "Volodymyr Zelenskyy dismissed Oleksii Reznikov as defence minister.",
        [("Volodymyr Zelenskyy", "Oleksii Reznikov")],
    ),
    ("Omar al-Bashir was ousted in 2019.", [(None, "Omar al-Bashir")]),
    ("Salva Kiir fired Riek Machar on Friday.", [("Salva Kiir", "Riek Machar")]),
    ("Salva Kiir replaced Riek Machar with Taban Deng.", [("Salva Kiir", "Riek Machar")]),
    ("Salva Kiir sacked his deputy and rival Riek Machar.", [("Salva Kiir", "Riek Machar")]),
    ("Kenya announced the removal of General Omar Dahir.", [("Kenya", "Omar Dahir")]),
    ("Omar Dahir resigned as prime minister on Monday.", [(None, "Omar Dahir")]),
    ("Defence minister Omar Dahir has stepped down.", [(None, "Omar Dahir")]),
    ("Omar Dahir was expelled for theft.", [(None, "Omar Dahir")]),
    ("Salva Kiir relieved General Omar Dahir of his command.", [("Salva Kiir", "Omar Dahir")]),
    ("Omar Bek, the inspector-general, was retired by the president.", [("president", "Omar Bek")]),
]
BAIT = [
    ("holds_position", "Karim Sol is a leader."),
    ("holds_position", "Karim Sol was chief among the critics."),
    ("leads", "Omar Dahir took the town from Karim Sol."),
    ("leads", "Omar Dahir and his Justice Department opposed it."),
    ("leads", "The Army of Islam took the town."),
    ("holds_position", "A judge, Karim Sol, ordered his release."),
    ("leads", "Omar Dahir met the officer in charge of the kitchen."),  # a kitchen
    ("appointed", "The party elected its members in May."),  # nobody by name
    ("leads", "Hezbollah, which led a faction to leave, agreed."),  # brought it to that
    ("appointed", "Omar Dahir declared himself head of Boko Haram."),  # by nobody
    ("appointed", "Omar Dahir was named as the organiser of Boko Haram."),  # only called so
    ("holds_position", "Omar Dahir, alias Commander Fox, fled."),  # an alias
    ("leads", "Omar Dahir was the spokesman of Boko Haram but not its head."),  # not he
    ("leads", "Boko Haram was headed by nine commanders."),  # nobody by name
    ("leads", "Omar Dahir, a guest of Boko Haram, was succeeded by Karim Sol."),  # a guest
    ("leads", "Omar Dahir gave Boko Haram a car."),  # a gift
    ("leads", "Omar Dahir handed the keys of Boko Haram to Karim Sol."),  # keys
    ("leads", "Omar Dahir was put in charge of the kitchen."),  # a kitchen
    ("removed", "Karim Sol expelled Omar Dahir from Kenya."),  # a country
    ("holds_position", "Omar Dahir served as Karim Sol’s liaison with Kenya."),  # Kenya employs him not
    ("holds_position", "The Dawn Front has three aims. They include Omar Dahir’s release."),  # aims
    ("leads", "A group of clerics assumed command of Boko Haram."),  # nobody by name
    ("leads", "A convoy led by Omar Dahir reached Garissa."),  # cars
    ("leads", "When the army fled, Omar Dahir took over."),  # what, nobody says
    ("leads", "The prize went to Omar Dahir."),  # a prize
    ("removed", "Omar Dahir was thrown out of a window."),  # a window
    ("removed", "Omar Dahir was forced out of Garissa."),  # a town
    ("holds_position", "Omar Dahir, a financier of several groups, left."),  # a backer
    ("holds_position", "Its leader, Omar Dahir, denied it."),
    ("leads", "The Macina Front of Kenya attacked."),
    ("leads", "Omar Dahir’s Justice Department denied it."),  # an office of state
    ("leads", "Kenya’s Third Guard left."),  # a state's name for it
    ("leads", "Omar Dahir, mayor of Garissa, denied it."),  # a place
    ("leads", "Omar Dahir took over a shop in Garissa."),  # a shop
    ("leads", "Hamas trained under Karim Sol."),  # a teacher
    ("leads", "The brigade was led by a captain."),  # nobody by name
    ("leads", "Omar Dahir came, spoke of his time and leads a quiet life."),  # a life
    ("holds_position", "The Minister and Omar Bek left."),  # two people
    ("holds_position", "Omar Dahir, the leader of the coup, fled."),  # an act has no office
    ("holds_position", "Omar Dahir was a Somali warlord."),  # a calling
    ("removed", "Omar Dahir resigned from the race."),  # a race
    ("removed", "Prices stepped down in May."),  # prices
    ("removed", "Omar Dahir was expelled from Kenya."),  # a country
    ("appointed", "The drought was succeeded by floods."),  # weather
    ("leads", "Kenya leads Ghana by two goals."),  # sport
    ("leads", "General Valery Gerasimov arrived."),  # a rank
    ("leads", "The road leads to Goma."),  # a road
    ("leads", "Nadia Murad leads a quiet life."),  # a life
    ("leads", "The US-led coalition struck Raqqa."),  # a name
    ("leads", "The leader of the group was not named."),  # nobody
    ("leads", "Sultani Makenga led the attack on Goma."),  # an operation
    ("holds_position", "Colonel Assimi Goita arrived in Bamako."),  # a rank
    ("holds_position", "The minister met a general."),  # no names
    ("holds_position", "Kenya’s foreign minister will resign."),  # no name
    ("appointed", "The dentist appointed a time."),  # a time
    ("removed", "Soldiers removed the roadblock."),  # a thing
    ("removed", "John Banda replaced Peter Okello as army chief."),  # he may have retired
    ("removed", "Soldiers fired rockets at Goma."),  # rockets
    ("appointed", "Witnesses were sworn in."),  # people without a name
    ("appointed", "Omar Bek was handed a letter."),  # no post
    ("appointed", "Omar Bek handed command of the Third Guard to Karim Sol."),  # his own
    ("removed", "General Omar Bek retired in 2010."),  # by himself
]


@pytest.mark.parametrize(("text", "wanted"), LEADS, ids=[t[:50] for t, _ in LEADS])
def test_heads_are_told(text: str, wanted: list[tuple[str, str]]) -> None:
    """The head of a body, with the body."""
    assert told(text, "leads", "subject", "object") == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), HOLDS, ids=[t[:50] for t, _ in HOLDS])
def test_offices_are_told(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    """Every other office with a name; the state for offices of state."""
    assert told(text, "holds_position", "subject", "object") == sorted(wanted, key=str)


@pytest.mark.parametrize(
    ("predicate", "text", "wanted"),
    [("appointed", *row) for row in APPOINTED] + [("removed", *row) for row in REMOVED],
    ids=[t[:50] for t, _ in APPOINTED + REMOVED],
)
def test_appointments_and_removals_are_told(predicate: str, text: str, wanted: list[tuple[str | None, ...]]) -> None:
    """Who does it, or nobody, and to whom."""
    assert told(text, predicate, "subject", "object") == sorted(wanted, key=str)


@pytest.mark.parametrize(("predicate", "text"), BAIT, ids=[t[:50] for _, t in BAIT])
def test_bait_holds_no_office(predicate: str, text: str) -> None:
    """Ranks, roads, matches and unnamed leaders hold no office."""
    assert told(text, predicate, "subject", "object") == []


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Anders Fogh Rasmussen, the former head of NATO, agreed.", True),
        ("Anders Fogh Rasmussen was head of NATO until 2014.", True),
        ("Jens Stoltenberg, the head of NATO, agreed.", False),
    ],
)
def test_offices_that_are_over_are_marked(text: str, former: bool) -> None:
    """The word “former” and an end in time say that it is over."""
    found = [d for _, d in drafts_of(text) if d.predicate == "leads"]
    assert [d.former for d in found] == [former]


def test_who_is_named_to_an_office_holds_it() -> None:
    """ "Was named head" makes him one; "was named as" may only call him so."""
    found = [d.modality for _, d in drafts_of("Omar Dahir was named head of Boko Haram.") if d.predicate == "leads"]
    assert found == [None]


def test_an_office_of_several_is_told_in_the_singular() -> None:
    """The role of each of two deputies is "deputy"."""
    drafts = [d for _, d in drafts_of("Hamas’s deputies Fawzi Barhoum and Abu Ubaida met.")]
    assert {d.role for d in drafts if d.predicate == "holds_position"} == {"deputy"}


@pytest.mark.xfail(strict=True, reason="the tree hangs “heads” on Karim Sol")
def test_a_misread_tree() -> None:
    """The son heads it; when the tree no longer misleads, this test says so."""
    assert ("Omar Dahir", "Boko Haram") in told(
        "Karim Sol, whose son Omar Dahir heads Boko Haram, died.", "leads", "subject", "object"
    )


def test_two_titles_before_a_name_are_both_told() -> None:
    """What "and" joins before a name is said of the name twice."""
    text = "Deputy Prime Minister and Minister of Foreign Affairs Omar Bek met Karim Sol."
    roles = [d.role for _, d in drafts_of(text) if d.predicate == "holds_position"]
    assert sorted(roles, key=str) == ["Deputy Prime Minister", "Minister of Foreign Affairs"]
