"""Names: where they begin and end, what is set aside as title, and what kind of thing they name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.mentions.reading import Read

from reportedly.records.mention import Form

Reader = Callable[[str], Read]

BOUNDARIES = [
    # article, title and rank are no part of a name
    ("Gen. Tomas Varek spoke in Nairobi.", ["Tomas Varek", "Nairobi"]),
    ("Iraqi Prime Minister Karim al-Sadun arrived.", ["Iraqi", "Karim al-Sadun"]),
    ("US Secretary of State Helen Marsh arrived.", ["US", "Helen Marsh"]),
    ("They met former Army Chief of Staff Helen Marsh.", ["Helen Marsh"]),
    ("The Third Guard Brigades left.", ["Third Guard Brigades"]),
    ("The house belongs to Sheikh Omar Dahir.", ["Omar Dahir"]),
    ("President Gen. Ibrahim Sow resigned.", ["Ibrahim Sow"]),
    # transliterated names keep their lower-case parts
    ("They saw Hamid al Rashidi and Yusuf ag Moussa there.", ["Hamid al Rashidi", "Yusuf ag Moussa"]),
    ("Fighters of Lashkar-e-Zafar met Maria van der Laan.", ["Lashkar-e-Zafar", "Maria van der Laan"]),
    ("Abdel Karim bin Salem joined al-Qaeda in 2009.", ["Abdel Karim bin Salem", "al-Qaeda"]),
    # apostrophes inside a name stay, the possessive does not
    ("Kata’ib Sayf’s men entered Sana’a.", ["Kata’ib Sayf", "Sana’a"]),
    # a nickname between a first and a last name is a part of it
    ("They met Ilo “the Cook” Varek and Karim ‘Ox’ Dahir.", ["Ilo “the Cook” Varek", "Karim ‘Ox’ Dahir"]),
    ("Omar Dahir read his “Song of Songs” in Kenya.", ["Omar Dahir", "Song of Songs", "Kenya"]),
    # an acronym behind it tells where a name begins
    ("He led the Forces unies pour la défense (FUD) in Kenya.", ["Forces unies pour la défense", "FUD", "Kenya"]),
    ("He left the army and the Third Front (TFA).", ["Third Front", "TFA"]),
    # a quotation that is all name has no title inside, and no name begins with a hyphen
    ('He served in the "Estado Mayor Norte" in Kenya.', ["Estado Mayor Norte", "Kenya"]),
    ("They met the Army Commander-in-Chief, Omar Dahir.", ["Army", "Omar Dahir"]),
    (
        "The police chief, Omar Dahir, spoke outside the Mayor’s Office of Homs.",
        ["Omar Dahir", "Mayor’s Office of Homs"],
    ),
    ("They met Chief-of-Staff Omar Dahir and Deputy Chief-of-Staff Lena Moro.", ["Omar Dahir", "Lena Moro"]),
    ("They met Karim G. Dahir, Jr., and LtGen Moro.", ["Karim G. Dahir, Jr.", "Moro"]),
    # a number before one unit does not count it, a number before a full stop is no initial
    ("Men of 66 Division were taken to 92 Base Hospital.", ["66 Division", "92 Base Hospital"]),
    ("Some 20 soldiers of the 86 division left.", ["86 division"]),
    ("“They took Hill 8. It was a base,” he said.", ["Hill 8"]),
    # the noun of units belongs to the name that it makes, that of people to another
    ("The commander of the Zarnova brigade left.", ["Zarnova brigade"]),
    ("The leader of the Kenyan Unity Party Omar al-Dahir left.", ["Kenyan Unity Party", "Omar al-Dahir"]),
    # a hyphen between the ends of a way
    ("They closed the Idlib-Aleppo highway.", ["Idlib", "Aleppo"]),
    ("They closed the road to Khan-Shahr in Kenya.", ["Khan-Shahr", "Kenya"]),
    ("They hid in the Zarna tunnel and in the basement of School No. 10.", ["Zarna tunnel", "Zarna", "School No. 10"]),
    # what stands before a colon in a record is who speaks
    ("THE GOVERNOR OF IDLIB, Omar Dahir: No comment.", ["IDLIB", "Omar Dahir"]),
    ("Q. Has Omar Dahir left?", ["Omar Dahir"]),
    # a body under an officer does not bear his name
    ("He joined the National Army of General Dahir.", ["National Army", "Dahir"]),
    # common nouns in the plural begin a sentence
    ("Fishermen left Homs. Reinforcements left Hama. Eleven soldiers left Idlib.", ["Homs", "Hama", "Idlib"]),
    # a creed before a name is none
    ("The mainly Muslim Zarela rebel group left Kenya.", ["Zarela", "Kenya"]),
    ("He was tried at The Hague.", ["The Hague"]),
    # a social network before a person
    ("In a post on Telegram Omar Dahir denied it.", ["Telegram", "Omar Dahir"]),
    # lists are several names, "and" inside the name of a body is not a list
    ("He went to Homs, Hama and Idlib.", ["Homs", "Hama", "Idlib"]),
    ("The Ministry of Trade and Industry said so.", ["Ministry of Trade and Industry"]),
    ("The Party for Progress and Reform and Omar Dahir agreed.", ["Party for Progress and Reform", "Omar Dahir"]),
    ("The Council for Peace and Kenya agreed.", ["Council for Peace", "Kenya"]),
    ("The Freedom and Reform Movement left.", ["Freedom and Reform Movement"]),
    ("The Army and Freedom Movement left.", ["Army", "Freedom Movement"]),
    ("The Ministry of Trade and the Ministry of Health left.", ["Ministry of Trade", "Ministry of Health"]),
    ("The Bureau of Trade and Security said so.", ["Bureau of Trade and Security"]),
    ("The Bureau of Trade and Omar Dahir agreed.", ["Bureau of Trade", "Omar Dahir"]),
    ("He led the National Law and Order Council.", ["National Law and Order Council"]),
    # the fields of an office are no name, and belong to the title of the one who holds it
    ("They met Minister of Foreign Affairs Omar Dahir.", ["Omar Dahir"]),
    ("Deputy Minister of Women and Social Affairs Lena Moro left.", ["Lena Moro"]),
    ("Minister of Finance, Planning and Mines Lena Moro left.", ["Lena Moro"]),
    ("Trade and Energy Minister Omar Dahir met Irrigation Minister Lena Moro.", ["Omar Dahir", "Lena Moro"]),
    ("Omar Dahir, minister for Energy and Mines, left.", ["Omar Dahir"]),
    ("The Minister of Defence and Interior Minister Omar Dahir left.", ["Omar Dahir"]),
    ("The Secretary of the Army and Lena Moro left Kenya.", ["Lena Moro", "Kenya"]),
    ("The minister of Kenya and Lena Moro left.", ["Kenya", "Lena Moro"]),
    # forms of companies end a name, whatever stands before them
    ("Tarvo General Trading L.L.C. sold arms.", ["Tarvo General Trading L.L.C."]),
    ("They own Orlik Works Co. Ltd. in Kenya.", ["Orlik Works Co. Ltd.", "Kenya"]),
    ("Zafar Steel Co., Ltd. sold arms to Kenya.", ["Zafar Steel Co., Ltd.", "Kenya"]),
    ("They own Orlik Works Co. Later Omar Dahir left.", ["Orlik Works Co.", "Omar Dahir"]),
    ("Red Rock Mining and its head, Omar Dahir, left.", ["Red Rock Mining", "Omar Dahir"]),
    # brackets hold a second name
    ("The Liwa al-Nasr (Victory Brigade) took part.", ["Liwa al-Nasr", "Victory Brigade"]),
    # a class word after a place, a compass word before it
    ("Troops left Balkh province for northern Kenya.", ["Balkh province", "northern Kenya"]),
    ("A plane landed at Herat airport.", ["Herat airport", "Herat"]),
    # the first word of a sentence
    ("Militants killed two men.", []),
    ("Dahir denied it. Earlier, Dahir had praised Omar Dahir.", ["Dahir", "Dahir", "Omar Dahir"]),
    # the name of a month that begins a person's, and one that does not
    ("Jan Orlik left on Jan 5.", ["Jan Orlik"]),
    ("In August Hamid Dahir left.", ["Hamid Dahir"]),
    # the place in capitals with which a report begins
    ("MOGADISHU Omar Dahir said on Friday that troops would stay.", ["MOGADISHU", "Omar Dahir"]),
    # a common noun with a capital before a person
    ("The post of Assistant Secretary for Procurement Omar Dahir was cut.", ["Omar Dahir"]),
    # the branch of a body is named by its land
    ("Fighters of al-Qaida in the Eastern Sahara left.", ["al-Qaida in the Eastern Sahara"]),
    # a land and one common noun are one name
    ("Kenya Dawn fighters left.", ["Kenya Dawn"]),
    # a creed before a common noun is no part of the name before it
    ("Fighters of the Mahdi Army Sunni militia left.", ["Mahdi Army", "Sunni"]),
    # units with numbers, bodies named for a day
    ("The 3rd and 5th Brigades left.", ["3rd and 5th Brigades"]),
    (
        "Omar Dahir joined the May 14 movement and the June 3 Alliance.",
        ["Omar Dahir", "May 14 movement", "June 3 Alliance"],
    ),
    ("The March 14 raid failed.", []),
    ("Omar Dahir is the chief of March 23 Movement.", ["Omar Dahir", "March 23 Movement"]),
    ("The 82nd Airborne Division and Task Force 50 left.", ["82nd Airborne Division", "Task Force 50"]),
    # a body with two fields, and one with an aim that has its own "of"
    ("The National Intelligence and Security Agency left.", ["National Intelligence and Security Agency"]),
    ("The National Guard and State Police left.", ["National Guard", "State Police"]),
    ("The Front for the Liberation of Belaya left.", ["Front for the Liberation of Belaya"]),
    # whose the body is does not belong to its name
    ("The Third Army of Karim Haddad left.", ["Third Army", "Karim Haddad"]),
    # the land of a branch may be two
    ("Fighters of al-Qaida in Kenya and the Levant left.", ["al-Qaida in Kenya and the Levant"]),
    # a rank is no part of the staff of an army, "Saint" none of a town's title
    ("The General Staff left Saint Petersburg.", ["General Staff", "Saint Petersburg"]),
    # persons of lists, surname first
    ("HADDAD, Karim Omar (a.k.a. the tailor); DOB 1976; POB Najaf, Iraq.", ["HADDAD, Karim Omar", "Najaf", "Iraq"]),
    ("Troops reached HADDAD, Iraq (the town) on Monday.", ["HADDAD", "Iraq"]),
    # cells of a row
    ("Third Brigade – Karim Haddad – Basra", ["Third Brigade", "Karim Haddad", "Basra"]),
    # who asks in a transcript has no name
    ("QUESTION: Did Karim Haddad leave?", ["Karim Haddad"]),
]


@pytest.mark.parametrize(("text", "names"), BOUNDARIES)
def test_boundaries(read: Reader, text: str, names: list[str]) -> None:
    """Exactly these names and adjectives of nationality are found."""
    found = [m.text for m in read(text).analysis.mentions if m.form in {Form.NAME, Form.ADJECTIVE}]
    assert found == names


TITLES = [
    ("Gen. Tomas Varek spoke.", "Tomas Varek", "Gen."),
    ("Militia leader Hamid al Rashidi spoke.", "Hamid al Rashidi", "Militia leader"),
    ("Syrian Foreign Minister Karim Haddad spoke.", "Karim Haddad", "Foreign Minister"),
    (
        "Minister of Women and Social Affairs Lena Moro spoke.",
        "Lena Moro",
        "Minister of Women and Social Affairs",
    ),
    ("Foreign Affairs and Trade Minister Lena Moro spoke.", "Lena Moro", "Foreign Affairs and Trade Minister"),
    ("US Secretary of State Helen Marsh spoke.", "Helen Marsh", "Secretary of State"),
    ("Former deputy prime minister Omar Dahir spoke.", "Omar Dahir", "Former deputy prime minister"),
]


@pytest.mark.parametrize(("text", "name", "title"), TITLES)
def test_titles(read: Reader, text: str, name: str, title: str) -> None:
    """A rank or office before a name is set aside as its title."""
    assert (read(text).mention(name).title or "").lower() == title.lower()


MODIFIERS = [
    ("He leads an Iranian-backed militia.", "Iranian", "Iran"),
    ("She is a US-designated terrorist.", "US", "United States"),
    ("British troops left Basra.", "British", "United Kingdom"),
    ("The U.K.-based monitor said so.", "U.K.", "United Kingdom"),
    ("Turkey-backed fighters took the town.", "Turkey", "Turkey"),
    ("The Saudi-led coalition bombed it.", "Saudi", "Saudi Arabia"),
]


@pytest.mark.parametrize(("text", "words", "state"), MODIFIERS)
def test_nationality_stands_for_the_state(read: Reader, text: str, words: str, state: str) -> None:
    """An adjective of nationality or a country's name before a noun is an adjective of the state, and no place."""
    found = read(text)
    assert found.mention(words).form == Form.ADJECTIVE
    assert found.name(words) == state
    assert found.kind(words) == "State"


KINDS = [
    ("Hamid al Rashidi, leader of the Dawn Movement, left.", {"Hamid al Rashidi": "Person", "Dawn Movement": "Group"}),
    ("Officials went to Belaya, a town near the border.", {"Belaya": "Place"}),
    ("The Ministry of Trade and the 3rd Infantry Division agreed.",
     {"Ministry of Trade": "StateBody", "3rd Infantry Division": "StateBody"}),
    ("Harakat al Fajr fighters shelled the base.", {"Harakat al Fajr": "Group"}),
    ("The Norwegian Peace Foundation and Reuters reported it.",
     {"Norwegian Peace Foundation": "Organisation", "Reuters": "Organisation"}),
    ("They left Bagram Air Base for Mercy Hospital.", {"Bagram Air Base": "Facility", "Mercy Hospital": "Facility"}),
    ("Kenya and the European Union signed.", {"Kenya": "State", "European Union": "Organisation"}),
    ("Operation Desert Lance began.", {"Operation Desert Lance": "Event"}),
    ("Rebels overran Belaya on Monday.", {"Belaya": "Place"}),
    ("Police arrested Vardenko on Monday.", {"Vardenko": "Person"}),
    ("They met in Clifton, D.C., on Monday.", {"Clifton, D.C.": "Place"}),
    ("Vardenko's brutal regime bombed the town.", {"Vardenko": "Person"}),
    ("Kenya began Operation Northern Lance. Northern Lance ended.", {"Northern Lance": "Event"}),
    ("A Mi-24 and a Kestrel A380 crashed.", {"Mi-24": "Vehicle", "Kestrel A380": "Vehicle"}),
    ("Troops reached Tarvo Dam. Tarvo was quiet.", {"Tarvo Dam": "Facility", "Tarvo": "Place"}),
    ("Gunmen burnt two police posts.", {"two police posts": "Facility"}),
    ("Al-Qaeda in the Eastern Sahara claimed it.", {"Al-Qaeda in the Eastern Sahara": "Group"}),
    ("Ahrar al-Wadi and the Houthi movement left.", {"Ahrar al-Wadi": "Group", "Houthi": "Group"}),
    ("Mosul – 4 May – taken", {"Mosul": "Place"}),
    ("The governor of Zarvenko left.", {"Zarvenko": "Place"}),
    ("A trader from Zarvenko left.", {"Zarvenko": "Place"}),
    ("The Second Zarva, whose leader fled, denied it.", {"Second Zarva": "Group"}),
    ("MDNF fought on. MDNF denied it.", {"MDNF": "Group"}),
    ("Kurds and Yazidis fled.", {"Kurds": "Population", "Yazidis": "Population"}),
    # the agency in the brackets of a dateline, even where it has a town's name
    ("RUDA, Iraq (Meridian Wire) — Omar Dahir arrived.", {"Meridian Wire": "Organisation"}),
    ("KYIV (Ostren) — Omar Dahir arrived.", {"Ostren": "Organisation"}),
    ("The unit left Kyiv (Ukraine) for Lviv.", {"Ukraine": "State"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_kinds(read: Reader, text: str, kinds: dict[str, str]) -> None:
    """Names are typed by their own words and by the words around them."""
    found = read(text)
    assert {words: found.kind(words) for words in kinds} == kinds


def test_a_name_has_one_kind_in_a_document(read: Reader) -> None:
    """What one sentence tells of a name holds for its other occurrences."""
    found = read(
        "Zarim al Hadi was seen on Monday.\nResidents saw al Hadi, commander of the Dawn Brigades, near Tel Rayan.\n"
        "Tel Rayan fell last week.\nZarim al Hadi said that Tel Rayan would be retaken."
    )
    kinds = {m.text: m.kind.value for m in found.analysis.mentions if m.form == Form.NAME}
    assert kinds["Zarim al Hadi"] == kinds["al Hadi"] == "Person"
    assert kinds["Tel Rayan"] == "Place"


CAPITALS = [
    ("Tehran denied the report.", "Tehran", "Iran"),
    ("The rebels were armed by Ankara.", "Ankara", "Turkey"),
    ("Talks with Damascus ended on Monday.", "Damascus", "Syria"),
    ("He accused Ankara and Doha of lying.", "Doha", "Qatar"),
    ("The rebels fought alongside Kinshasa for years.", "Kinshasa", "Democratic Republic of the Congo"),
]


@pytest.mark.parametrize(("text", "words", "state"), CAPITALS)
def test_a_capital_that_acts_is_its_state(read: Reader, text: str, words: str, state: str) -> None:
    """What only a state can do or be told is told of the state, by the name of its capital."""
    found = read(text)
    assert (found.kind(words), found.name(words)) == ("State", state)


@pytest.mark.parametrize("text", ["He died in Tehran.", "Rebels shelled Tehran.", "Tehran was quiet on Monday."])
def test_a_capital_is_a_place_otherwise(read: Reader, text: str) -> None:
    """A town where something happens or that is hit is a place, though it is a capital."""
    assert read(text).kind("Tehran") == "Place"


def test_lists_lend_their_kind(read: Reader) -> None:
    """An unknown name between two towns is a place."""
    found = read("In Iraq, the tour included Basra, Jisr al Wadi and Najaf.")
    assert found.kind("Jisr al Wadi") == "Place"


def test_titled_headings_give_no_names_of_their_own(read: Reader) -> None:
    """A heading in title case names only what the text or a table knows."""
    found = read("Rebels Seize Key Crossing As Talks Collapse In Kenya\nThe rebels took the crossing on Monday.")
    assert [m.text for m in found.analysis.mentions if m.form == Form.NAME] == ["Kenya"]


def test_a_name_of_an_article_alone_is_read(read: Reader) -> None:
    """Transcripts in capitals ("THE PRESIDENT: …") crash nothing."""
    assert read('"THE PRESIDENT: Thank you. THE PRESIDENT: We stay."').analysis.mentions
