"""Who backs whom, and what only sounds like backing."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

BACKS = [
    ("Iran provides Hamas with training and intelligence.", [("Iran", "Hamas")]),
    ("The Ankara-backed Badr Corps entered the town.", [("Ankara", "Badr Corps")]),
    ("The Badr Corps, another Iranian-backed militia, entered the town.", [("Iranian", "Badr Corps")]),
    ("The Houthis, who are backed by Iran, fired rockets.", [("Iran", "Houthis")]),
    ("Iran funds and trains Hezbollah, according to two diplomats.", [("Iran", "Hezbollah")]),
    ("The SDF, supported by coalition advisers, took the town.", [("coalition advisers", "SDF")]),
    (
        "The Saudi- and Emirati-backed Southern Transitional Council met.",
        [("Emirati", "Southern Transitional Council"), ("Saudi", "Southern Transitional Council")],
    ),
    ("Rwanda supports M23 with troops and weapons.", [("Rwanda", "M23")]),
    ("M23 receives support from Rwanda.", [("Rwanda", "M23")]),
    ("Karim Sol has raised funds for al-Shabaab since 2012.", [("Karim Sol", "al-Shabaab")]),
    ("M23 is a group that Rwanda backs.", [("Rwanda", "M23")]),
    ("The Ash Brigade is said to have Libyan backing.", [("Libyan", "Ash Brigade")]),
    ("Rwanda's support for M23 was condemned.", [("Rwanda", "M23")]),
    ("Kinshasa accuses Kigali of backing the M23 rebels.", [("Kigali", "M23")]),
    ("The US sanctioned Karim Bek for funding Hezbollah.", [("Karim Bek", "Hezbollah")]),
    ("The coalition conducted ten strikes in support of Iraqi forces.", [("coalition", "Iraqi forces")]),
    ("Coalition airstrikes in support of SDF operations destroyed ten vehicles.", [("Coalition", "SDF")]),
    ("The army took the town with the support of Russian aircraft.", [("Russian", "army")]),
    ("Hezbollah, an Iranian proxy, fired rockets.", [("Iranian", "Hezbollah")]),
    (
        "Iran's proxies in Iraq include Kataib Hezbollah and Asaib Ahl al-Haq.",
        [("Iran", "Asaib Ahl al-Haq"), ("Iran", "Kataib Hezbollah")],
    ),
    ("Russia, Syria's main backer, vetoed the resolution.", [("Russia", "Syria")]),
    (
        "Bashar al-Assad is dependent on Hezbollah and Russia.",
        [("Hezbollah", "Bashar al-Assad"), ("Russia", "Bashar al-Assad")],
    ),
    (
        "Ankara threw its weight behind the Government of National Accord.",
        [("Ankara", "Government of National Accord")],
    ),
    ("Moscow has propped up Bashar al-Assad since 2015.", [("Moscow", "Bashar al-Assad")]),
    ("The US renewed its promise to support Ukraine.", [("its", "Ukraine")]),
    ("The Syrian Arab Army, aided by Hezbollah fighters, took Qusair.", [("Hezbollah", "Syrian Arab Army")]),
    (
        "The coalition supports the SDF through airstrikes and material support to the Northern Shield.",
        [("coalition", "Northern Shield"), ("coalition", "SDF")],
    ),
    ("Tehran gave military support to Hezbollah.", [("Tehran", "Hezbollah")]),
    ("H: Rwanda-backed M23 rebels seize Goma", [("Rwanda", "M23")]),
    (
        "C: Fighters of the Turkish-backed Sultan Murad Division rest near Afrin.",
        [("Turkish", "Sultan Murad Division")],
    ),
    ("Pakistan has long sheltered and supported the Taliban.", [("Pakistan", "Taliban")]),
    ("Wagner fighters rely on Russia for weapons.", [("Russia", "Wagner")]),
    ("Iraqi forces, with the help of US special forces, took Tabqa.", [("US special forces", "Iraqi forces")]),
    ("Qatar was accused of financing the Nusra Front.", [("Qatar", "Nusra Front")]),
    ("The UK reiterated its support for the Iraqi people.", [("its", "Iraqi people")]),
    ("Syrian forces had been providing support for armed groups.", [("Syrian forces", "armed groups")]),
    ("The Wagner Group, a proxy force of Russia, was there.", [("Russia", "Wagner Group")]),
    ("The Third Guard enjoyed backing from Libya.", [("Libya", "Third Guard")]),
    ("The militants were backed by Libya.", [("Libya", "militants")]),
    ("Karim Bek was listed for providing financial services to Hezbollah.", [("Karim Bek", "Hezbollah")]),
    ("Karim Bek founded Hezbollah with the support of Iran.", [("Iran", "Hezbollah")]),
    ("The Ash Brigade was helped by Iraqi tanks.", [("Iraqi", "Ash Brigade")]),
    ("Iran helped Hezbollah build a base.", [("Iran", "Hezbollah")]),
    ("Libya paid the Northern Brigade.", [("Libya", "Northern Brigade")]),
    ("Karim Bek was on the payroll of Iran.", [("Iran", "Karim Bek")]),
    ("Hamas and its Iranian backers denied it.", [("Iranian", "its")]),
    ("Pakistan provided safe haven to the Taliban.", [("Pakistan", "Taliban")]),
    ("By arming Hezbollah, Karim Bek’s acts prolonged the war.", [("Karim Bek", "Hezbollah")]),
    (
        "Hezbollah, armed by Syria until 1997 and later by Iran, fought on.",
        [("Iran", "Hezbollah"), ("Syria", "Hezbollah")],
    ),
]
NOTHING = [
    "Karim Bek trained child soldiers in Ruda.",
    "The firm provided postal services to the army.",
    "Intelligence services told the army that Karim Bek had fled.",
    "The Iranian-backed militia attacked the base.",
    "Iran-backed militias attacked the base.",
    "The minister supports the plan.",
    "He backed into a parked car.",
    "The troops backed away from the village.",
    "The data support the view that Iran is poor.",
    "She trained in Russia as a pilot.",
    "The US-trained lawyer Karim Bek won the case.",
    "Karim Bek, a Pakistani financier, founded the bank.",
    "The bank backed the startup with $5 million.",
    "The ELN is armed by nobody, officials said.",
    "The Karvia-led coalition struck Melk.",
    "Hezbollah and Iran were named in the report.",
    "The bridge supports forty tonnes.",
    "The coalition flew strikes in support of its partners.",
    "Nobody came back home to Iran.",
    "The army fed the town without Russian support.",
    "It can count on support from its partners.",
    "The police helped residents leave.",
    "Germany helped France win the cup.",
    "The army paid the rebels $2 million.",
    "Iran advised the Syrian army to leave Idlib.",
    "The government failed to pay the militias.",
]


@pytest.mark.parametrize(("text", "expected"), BACKS)
def test_backs(text: str, expected: list[tuple[str | None, ...]]) -> None:
    """Verbs, compounds, appositions and nouns of support say who backs whom."""
    assert told(text, "backs", "subject", "object") == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_told(text: str) -> None:
    """What only sounds so gives nothing."""
    assert [d.rule for _, d in drafts_of(text) if d.predicate in {"backs"}] == []
