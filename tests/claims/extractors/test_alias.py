"""Other names; abbreviations, descriptions and pronunciations are none."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

ALIASES = [
    (
        "Oran Sid, known by the nom de guerre Wolf or Grey Wolf, fled.",
        [("Oran Sid", "Grey Wolf"), ("Oran Sid", "Wolf")],
    ),
    ("Oran Sid, whom the villagers call the Fox, fled.", [("Oran Sid", "Fox")]),
    ("The Dawn Brigade, which the state calls the Gulf Clan, met.", [("Dawn Brigade", "Gulf Clan")]),
    ("The Dawn Brigade took the name Civic Union in 1994.", [("Dawn Brigade", "Civic Union")]),
    ("Omar Sol adopted the nom de guerre Abu Azrael.", [("Omar Sol", "Abu Azrael")]),
    ("Omar Sol changed his name from Karim Bek when he fled.", [("Omar Sol", "Karim Bek")]),
    ("Omar Sol (Abu Azrael; 1964–2013) was a warlord.", [("Omar Sol", "Abu Azrael")]),
    ("Oran Sid, better known as Abu Zeyd, was born in Tarvo.", [("Oran Sid", "Abu Zeyd")]),
    ("Oran Sid, aka Abu Zeyd, was killed.", [("Oran Sid", "Abu Zeyd")]),
    ("Abu Zeyd, whose real name is Oran Sid, was killed.", [("Abu Zeyd", "Oran Sid")]),
    ("Oran Sid (also known as Abu Zeyd) was killed.", [("Oran Sid", "Abu Zeyd")]),
    (
        'Jabhat al-Nusra (Arabic: جبهة النصرة, Jabhat an-Nusra, "Support Front") took Ruda.',
        [
            ("Jabhat al-Nusra", "Jabhat an-Nusra"),
            ("Jabhat al-Nusra", "Support Front"),
            ("Jabhat al-Nusra", "جبهة النصرة"),
        ],
    ),
    (
        "Hayat Tahrir al-Sham, formerly known as Jabhat al-Nusra, took Ruda.",
        [("Hayat Tahrir al-Sham", "Jabhat al-Nusra")],
    ),
    ("Jabhat al-Nusra renamed itself Fatah al-Sham in 2016.", [("Jabhat al-Nusra", "Fatah al-Sham")]),
    ("Jabhat al-Nusra changed its name to Fatah al-Sham in 2016.", [("Jabhat al-Nusra", "Fatah al-Sham")]),
    ('Karim Bek, nicknamed "the Butcher of Ruda", was jailed.', [("Karim Bek", "Butcher of Ruda")]),
    ("Karim Bek, who fought under the alias Abu Zeyd, was killed.", [("Karim Bek", "Abu Zeyd")]),
    ("Omar Sol goes by the nom de guerre Abu Azrael.", [("Omar Sol", "Abu Azrael")]),
    ("The Islamic State, also known as ISIS, claimed the attack.", [("Islamic State", "ISIS")]),
    ("The Houthis, known as Ansar Allah, are strong.", [("Houthis", "Ansar Allah")]),
    ("Mira Kolt, née Sorel, lives abroad.", [("Mira Kolt", "Sorel")]),
    (
        "Boko Haram, which calls itself Islamic State’s West Africa Province, attacked.",
        [("Boko Haram", "Islamic State’s West Africa Province")],
    ),
    ("Hamas (Islamic Resistance Movement) fired rockets.", [("Hamas", "Islamic Resistance Movement")]),
    ("The 76th Group Army, formerly the 21st Group Army, is Chinese.", [("76th Group Army", "21st Group Army")]),
    ("C: Oran Sid, alias Abu Zeyd, in court.", [("Oran Sid", "Abu Zeyd")]),
    ("Oran Sid, known in Ruda as Abu Zeyd, was killed.", [("Oran Sid", "Abu Zeyd")]),
    ("Oran Sid led the cell under the name Abu Zeyd.", [("Oran Sid", "Abu Zeyd")]),
    ("Oran Sid (a.k.a. Abu Zeyd), a trader, was killed.", [("Oran Sid", "Abu Zeyd")]),
    ("The Houthis, commonly called Ansar Allah, are strong.", [("Houthis", "Ansar Allah")]),
    ('Karim "Barbecue" Bek leads the gang.', [('Karim "Barbecue" Bek', "Barbecue")]),
    ("Karim ‘the Cook’ Bek leads the gang.", [("Karim ‘the Cook’ Bek", "Cook")]),
    (
        "Karim ‘Ox’ Bek and Omar “Red Hand” Sol fled.",
        [("Karim ‘Ox’ Bek", "Ox"), ("Omar “Red Hand” Sol", "Red Hand")],
    ),
    (
        "Oran Sid, a/k/a Karim Bek, a/k/a the Cook, fled.",
        [("Oran Sid", "Cook"), ("Oran Sid", "Karim Bek")],
    ),
    ("Oran Sid (a.k.a. Karim Bek; a.k.a. the Cook) fled.", [("Oran Sid", "Cook"), ("Oran Sid", "Karim Bek")]),
    ("Karim Bek changed Hezbollah’s name to the New Front.", [("Hezbollah", "New Front")]),
    (
        "Oran Sid, alias Abu Zeyd, and Karim Bek, alias the Cook, fled.",
        [("Karim Bek", "Cook"), ("Oran Sid", "Abu Zeyd")],
    ),
    ("Formerly known as the Youth Centre, Hezbollah denied it.", [("Hezbollah", "Youth Centre")]),
    (
        "The Popular Liberation Army (Ejército Popular de Liberación, EPL) fled.",
        [("Popular Liberation Army", "Ejército Popular de Liberación")],
    ),
    ('Oran Sid, aka "Ox," aka "Red Hand," was jailed.', [("Oran Sid", "Ox"), ("Oran Sid", "Red Hand")]),
    ("Oran Sid, also known by the name of “Ox”, was jailed.", [("Oran Sid", "Ox")]),
    ("Oran Sid, called Abu Zeyd, was killed.", [("Oran Sid", "Abu Zeyd")]),
    ("Oran Sid reached Cairo with a passport in the name of Adolfo Mena.", [("Oran Sid", "Adolfo Mena")]),
    ("The Resistance Front is Lashkar-e-Taiba by another name.", [("Resistance Front", "Lashkar-e-Taiba")]),
]
NOTHING = [
    "The leader of Hamas, known as the Wolf, fled.",
    "The military wing of the Dawn Front, known as the Night Brigade, attacked.",
    "A faction led by Karim Bek, known as the Sons of Belik, rejected the deal.",
    "Hamas and the Night Brigade united under the name Dawn Front.",
    "Two members of the National Liberation Army (ELN, in Spanish) were captured.",
    "The general, whom the president called a traitor, fled.",
    "Omar Sol took the name of his mother.",
    "Omar Sol (Berlin, 1964) was a warlord.",
    "Karim Bek, and a group known as OREL, attacked the town.",
    "The Third Guard Front (TGF) met.",
    "The Third Guard Front, also known as TGF, met.",
    "The Kurdistan Workers’ Party (PKK) met.",
    "Karim Bek, formerly a soldier, was killed.",
    "The Ash Brigade, led by alias Zorro, attacked.",
    "The Communist Party of Nepal (Maoist) split.",
    "Karim Bek, known in Ruda as a hawk, was killed.",
    "The affiliate in Mozambique, known as Ansar Allah, attacked.",
    'Karim Bek said "Peace" Omar Sol would come.',
    "Karim Bek (left) met Omar Sol (right).",
    "Karim Bek (Likud) spoke.",
    "Karim Bek is known as a hardliner.",
    "Karim Bek is known for his poems.",
    "Lebanon (Beirut) is small.",
    "Karim Bek was known as the father of the bomb.",
    "Omar Bek (52) was killed.",
    "Karim Bek ([maˈti.as]) was born in 1980.",
    "Rose (Levesque) Morneau was born in 1929.",
    "Eric White (founder, Capital Group) spoke.",
    "Bek, born in 1972, was killed.",
    "Police named the dead man.",
    "The army renamed the barracks.",
    "Karim Bek, formerly of the Third Guard, was killed.",
    'The Syrian "Night Fury" Karim Bek flew crashed.',
    "Oran Sid spoke in the name of Hamas.",
    "The raid, called a success by Hamas, was over.",
]


@pytest.mark.parametrize(("text", "expected"), ALIASES)
def test_also_known_as(text: str, expected: list[tuple[str | None, ...]]) -> None:
    """Cues, brackets and renamings give another name."""
    assert told(text, "also_known_as", "subject", "object") == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_told(text: str) -> None:
    """What only sounds so gives nothing."""
    assert [d.rule for _, d in drafts_of(text) if d.predicate in {"also_known_as"}] == []
