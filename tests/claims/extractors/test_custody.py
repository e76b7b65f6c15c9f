"""Arrest, abduction and release of persons."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import told

#: sentence → (doer or None, person)
CAPTURED = [
    (
        "The police arrested three suspects — Omar Bek, Karim Sol and Asmat — in Gao.",
        [("police", "Omar Bek"), ("police", "Karim Sol"), ("police", "Asmat")],
    ),
    ("Two additional associates were detained by Kenyan forces.", [("Kenyan forces", "Two additional associates")]),
    ("Guards are holding President Omar Bek inside his residence in Niamey.", [("Guards", "Omar Bek")]),
    ("Omar Bek, held since March in Khartoum, wrote a letter.", [(None, "Omar Bek")]),
    ("Forty soldiers are being held in Gao by M23.", [("M23", "Forty soldiers")]),
    ("Soldiers took Omar Bek from his house in Bamako.", [("Soldiers", "Omar Bek")]),
    ("The rebels hold some 500 UN peacekeepers in the bush.", [("rebels", "some 500 UN peacekeepers")]),
    ("Police arrested Juan Pérez in Bogotá on Friday.", [("Police", "Juan Pérez")]),
    ("Maria Santos was detained by the FSB at her home.", [("FSB", "Maria Santos")]),
    ("The arrest of Qais al-Khazali by American forces shocked Basra.", [("American forces", "Qais al-Khazali")]),
    ("Bosco Ntaganda was taken into custody in Kigali.", [(None, "Bosco Ntaganda")]),
    ("Burhan has been under house arrest since 2021.", [(None, "Burhan")]),
    ("Kenyan troops captured two al-Shabaab fighters.", [("Kenyan troops", "two al-Shabaab fighters")]),
    ("Viktor Bout’s arrest in Bangkok made headlines.", [(None, "Viktor Bout")]),
    ("Omar Bek, jailed in Kabul, went on hunger strike.", [(None, "Omar Bek")]),
    ("Abu Ali was taken prisoner by the SDF near Raqqa.", [("SDF", "Abu Ali")]),
    ("The army rounded up 40 villagers in Amhara.", [("army", "40 villagers")]),
    ("H: Ex-minister arrested in Kyiv", [(None, "Ex-minister")]),
    ("Security forces in Cairo detained dozens of protesters.", [("Security forces", "dozens of protesters")]),
    ("Troops detained a senior ELN leader in Arauca.", [("Troops", "senior ELN leader")]),
    ("Several were killed and three detained in Moura.", [(None, "three")]),
    ("An opposition leader was thrown into jail in Conakry.", [(None, "opposition leader")]),
    ("Baku announced the arrest of four Armenian soldiers.", [(None, "four Armenian soldiers")]),
    ("Aid groups condemned the detention of Omar Bek by the police in Kampala.", [("police", "Omar Bek")]),
    ("The FARC are also holding a soldier captured in a clash.", [("FARC", "soldier"), (None, "soldier")]),
    ("Police arrested 240 men, including 13 boys across Kenya.", [("Police", "13 boys"), ("Police", "240 men")]),
    ("Police arrested nine voters, among them Omar Bek.", [("Police", "Omar Bek"), ("Police", "nine voters")]),
    ("Those arrested include Oran Sid and Mira Kolt.", [(None, "Mira Kolt"), (None, "Oran Sid")]),
    ("Omar Bek is held in Bogotá.", [(None, "Omar Bek")]),
    ("Three men were caught in the forests of Bryansk.", [(None, "Three men")]),
    ("Soldiers caught Omar Bek at the border.", [("Soldiers", "Omar Bek")]),
    ("Omar Bek died in custody in 2003.", [(None, "Omar Bek")]),
]
ABDUCTED = [
    ("Nine girls were abducted when Boko Haram attacked the village of Baga.", [("Boko Haram", "Nine girls")]),
    ("Hamas abducted nine tourists, including one hostage.", [("Hamas", "nine tourists")]),
    ("Two editors were taken from their homes by men in plain clothes.", [(None, "Two editors")]),
    ("Nine farmers were carried off after the raid on Damboa.", [(None, "Nine farmers")]),
    ("Armed rebels broke in and took away Omar Bek.", [("Armed rebels", "Omar Bek")]),
    ("The pilots were bundled into a speedboat by Abu Sayyaf.", [("Abu Sayyaf", "pilots")]),
    ("Three teachers were abducted in Toribío by the ELN.", [("ELN", "Three teachers")]),
    ("Boko Haram kidnapped 276 schoolgirls from Borno.", [("Boko Haram", "276 schoolgirls")]),
    ("Two journalists were taken hostage by the FARC near Cali.", [("FARC", "Two journalists")]),
    ("The abduction of Maria Santos by the ELN was condemned.", [("ELN", "Maria Santos")]),
    ("Gunmen took Omar Bek from his house in Bamako.", [("Gunmen", "Omar Bek")]),
    ("Gunmen abducted a priest near Bamako.", [("Gunmen", "priest")]),
    ("Abu Sayyaf held the tourists hostage on Jolo.", [("Abu Sayyaf", "tourists")]),
    ("Omar Bek was kidnapped in Sirte.", [(None, "Omar Bek")]),
    ("The kidnapping of 12 students in Maiduguri went unnoticed.", [(None, "12 students")]),
    ("Three aid workers, abducted by JNIM in 2020, are alive.", [("JNIM", "Three aid workers")]),
    ("The LRA abducted and killed 30 villagers.", [("LRA", "30 villagers")]),
    ("H: Nurse kidnapped in Port-au-Prince", [(None, "Nurse")]),
    ("Juan Pérez’s kidnapping lasted two years.", [(None, "Juan Pérez")]),
    ("Militants took five engineers hostage in Palma.", [("Militants", "five engineers")]),
    ("Pirates took 20 sailors hostage off Puntland.", [("Pirates", "20 sailors")]),
    ("The ELN freed five employees of a mine kidnapped in May.", [(None, "five employees of a mine")]),
    (
        "Three policemen, one soldier and two nurses were kidnapped in Choco.",
        [(None, "Three policemen"), (None, "one soldier"), (None, "two nurses")],
    ),
]
RELEASED = [
    ("Troops rescued nine hostages near Kaduna.", [("Troops", "nine hostages")]),
    ("Troops rescued nine kidnapped nurses near Kaduna.", [("Troops", "nine kidnapped nurses")]),
    ("Hamas handed three hostages to the Red Cross in Gaza.", [("Hamas", "three hostages")]),
    ("Two captive soldiers were turned over to the Red Cross.", [(None, "Two captive soldiers")]),
    ("Nine students regained their freedom in Kaduna.", [(None, "Nine students")]),
    ("The rebels let go nine students in Kaduna.", [("rebels", "nine students")]),
    ("The FARC let the pilots go on Monday.", [("FARC", "pilots")]),
    ("Omar Bek was let out of jail for two days.", [(None, "Omar Bek")]),
    ("ISWAP released 12 hostages in Maiduguri on Tuesday.", [("ISWAP", "12 hostages")]),
    ("Maria Santos was freed from Evin prison last month.", [(None, "Maria Santos")]),
    ("The release of Viktor Bout was announced in Moscow.", [(None, "Viktor Bout")]),
    ("Hamas freed two women.", [("Hamas", "two women")]),
    ("Juan Pérez was released on bail.", [(None, "Juan Pérez")]),
    ("Russia and the United States swapped prisoners.", [("Russia", "prisoners"), ("United States", "prisoners")]),
    ("Burhan pardoned 40 detainees.", [("Burhan", "40 detainees")]),
    ("Omar Bek’s release came a day later.", [(None, "Omar Bek")]),
    ("The ELN has released three soldiers.", [("ELN", "three soldiers")]),
    ("Nine fishermen were set free by the pirates.", [("pirates", "Nine fishermen")]),
    ("The Taliban released Abu Ali in a swap.", [("Taliban", "Abu Ali")]),
    ("H: Boko Haram frees 20 girls", [("Boko Haram", "20 girls")]),
    ("Kyiv released nine prisoners on Monday.", [("Kyiv", "nine prisoners")]),
    ("The troops rescued nine women from the terrorists’ den.", [("troops", "nine women")]),
    ("Hamas handed Mira Sol to the Red Cross in Khan Younis.", [("Hamas", "Mira Sol")]),
    ("Omar Bek was exchanged for 22 prisoners.", [(None, "Omar Bek")]),
]
BAIT = [
    ("captured", "Doran holds Omar Bek responsible."),  # blame
    ("captured", "The police still hold that Omar Bek was guilty."),  # an opinion
    ("released", "Troops rescued nine hikers near Kaduna."),  # nobody held them
    ("released", "The bank handed nine prizes to Omar Bek."),  # prizes
    ("released", "Omar Bek handed over power to Juan Pérez in Bogotá."),  # power
    ("released", "The mayor walked free from court in Goma."),  # a trial
    ("captured", "The army holds three hills."),  # ground
    ("abducted", "Two players were carried off on stretchers."),  # injured
    ("abducted", "Omar Bek was led away in handcuffs."),  # arrested
    ("abducted", "The minister took away the licence."),  # a thing
    ("released", "The club let Omar Bek go to Milan."),  # sports
    ("captured", "There is a warrant for the arrest of Juan Pérez."),  # only wanted
    ("captured", "Rounding out the list were Omar Bek and Abu Ali."),  # an idiom
    ("captured", "Security forces seized weapons in Quetta."),  # things
    ("captured", "Juan Pérez is wanted in Spain."),  # wanted
    ("captured", "The film captured Maria Santos’s life."),  # a figure of speech
    ("captured", "The army captured Kidal."),  # a place
    ("captured", "The government arrested the fall of the currency."),  # a figure of speech
    ("captured", "Police tried to arrest Omar Bek."),  # tried
    ("captured", "Macron held a news conference."),  # another sense
    ("abducted", "His sons dragged Omar Bek from the car."),  # they helped him
    ("captured", "Talks have been held since March in Gao."),  # no people
    ("captured", "Omar Bek was held responsible for the attack."),  # blame
    ("abducted", "Gunmen hijacked a bus near Gao."),  # a vehicle
    ("abducted", "The city is held hostage by its past."),  # a figure of speech
    ("abducted", "Thieves snatched a bag in Cali."),  # a thing
    ("abducted", "The Taliban took Kunduz."),  # a place
    ("abducted", "Burhan took office."),  # an office
    ("abducted", "Police seized two tonnes of cocaine in Cali."),  # a thing
    ("released", "The minister released a statement."),  # words
    ("released", "Hamas released a video of the raid."),  # a film
    ("released", "The dam released water near Mosul."),  # water
    ("released", "Macron freed up funds."),  # money
    ("released", "The army liberated Kherson."),  # a place
    ("released", "Families demand the freedom of the press."),  # no person
    ("captured", "Doran is offering a reward for his arrest, Oran Sid said."),  # only wanted
    ("captured", "Omar Bek was caught in the crossfire in Mosul."),
    ("captured", "Omar Bek was caught on camera in Tripoli."),
    ("captured", "Omar Bek is held in high regard."),
    ("captured", "Omar Bek caught a cold in Mosul."),
    ("released", "Hamas handed the bodies of two soldiers to the Red Cross."),
    ("released", "Omar Bek was exchanged for a striker."),
]


@pytest.mark.parametrize(("text", "wanted"), CAPTURED, ids=[t[:50] for t, _ in CAPTURED])
def test_arrests_are_told(text: str, wanted: list[tuple[str | None, str]]) -> None:
    """The person held is the object, who holds is the subject or unknown."""
    assert told(text, "captured", "subject", "object") == sorted(wanted, key=str)


@pytest.mark.parametrize(("text", "wanted"), ABDUCTED, ids=[t[:50] for t, _ in ABDUCTED])
def test_abductions_are_told(text: str, wanted: list[tuple[str | None, str]]) -> None:
    """The one taken is the object."""
    assert told(text, "abducted", "subject", "object") == sorted(wanted, key=str)


@pytest.mark.parametrize(("text", "wanted"), RELEASED, ids=[t[:50] for t, _ in RELEASED])
def test_releases_are_told(text: str, wanted: list[tuple[str | None, str]]) -> None:
    """Who goes free is the object."""
    assert told(text, "released", "subject", "object") == sorted(wanted, key=str)


@pytest.mark.parametrize(("predicate", "text"), BAIT, ids=[t[:50] for _, t in BAIT])
def test_bait_takes_nobody(predicate: str, text: str) -> None:
    """Things, places, words and attempts take nobody and free nobody."""
    assert told(text, predicate, "subject", "object") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Police arrested two men in connection with a raid in Kidal.", None),
        ("Police in Gao arrested two men over a raid in Kidal.", "Gao"),
        ("Police arrested two men in Gao in connection with a raid in Kidal.", "Gao"),
        ("Police arrested two men during a raid in Kidal.", "Kidal"),
    ],
)
def test_arrests_lie_where_somebody_was_held(text: str, place: str | None) -> None:
    """Not where the act lies for which they were held."""
    assert told(text, "captured", "place") == [(place,)]
