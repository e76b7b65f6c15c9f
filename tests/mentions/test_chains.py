"""Chains: what stands for what inside one document, and what must stay apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.mentions.reading import Read

Reader = Callable[[str], Read]

# text, words (and which occurrence), what their chain is called
SAME = [
    # short forms
    ("Hamid al Rashidi left Basra. Rashidi was angry.", "Rashidi", 0, "Hamid al Rashidi"),
    ("Abu Talib al Mansur spoke. Abu Talib then left. Mansur was gone.", "Abu Talib", 0, "Abu Talib al Mansur"),
    ("Abu Talib al Mansur spoke. Mansur then left.", "Mansur", 0, "Abu Talib al Mansur"),
    ("Mr. Marsh denied it. Earlier, Peter Marsh had confirmed it.", "Marsh", 0, "Peter Marsh"),
    ("The Nahr Organization grew. Nahr fighters attacked.", "Nahr", 0, "Nahr Organization"),
    ("The Iranian Shahin Force came. The Shahin Force left.", "Shahin Force", 0, "Iranian Shahin Force"),
    ("Harakat al Nasireen fought in Hilla. Nasireen was founded by exiles.", "Nasireen", 0, "Harakat al Nasireen"),
    # acronyms
    ("The Northern Resistance Council (NRC) met. The NRC then voted.", "NRC", 1, "Northern Resistance Council"),
    ("The Sahel Liberation Front attacked. Later the SLF withdrew.", "SLF", 0, "Sahel Liberation Front"),
    # states
    ("Iran denied it. Iranian officials said so.", "Iranian", 0, "Iran"),
    ("The US struck. American jets returned.", "American", 0, "United States"),
    # apposition, close apposition, predicate
    ("Tomas Varek, the head of the Third Guard, was seen.", "the head of the Third Guard", 0, "Tomas Varek"),
    ("The militia’s leader, Hamid al Rashidi, was seen.", "The militia’s leader", 0, "Hamid al Rashidi"),
    ("Tomas Varek is the commander of the Third Guard.", "the commander of the Third Guard", 0, "Tomas Varek"),
    ("The militant group Red Dawn took the town.", "The militant group", 0, "Red Dawn"),
    ("Clashes hit the Iraqi city of Hilla.", "the Iraqi city of Hilla", 0, "Hilla"),
    ("Her deputy, Col. Tomas Varek, was seen.", "Her deputy", 0, "Tomas Varek"),
    ("A spokesman for the Third Guard, Tomas Varek, said so. He left.", "He", 0, "Tomas Varek"),
    # the name behind a fronted phrase, whatever stands on it
    ("Though she rarely sang, Nadia Haddad’s band was known in Hilla.", "she", 0, "Nadia Haddad"),
    # what is joined with its owner
    ("Sel Air sued the Red Front. The Orev Company and its chief denied it.", "its", 0, "Orev Company"),
    # of several names before an alias the nearest
    ("Karim Haddad said the leader, Tomas Varek, better known as “Abu Zeyd,” left.", "Abu Zeyd", 0, "Tomas Varek"),
    # the one person whom a report has named
    ("Omar Dahir fled in May. The defector had served in Hilla.", "The defector", 0, "Omar Dahir"),
    # offices, in headlines before the name too
    ("Third Guard leader reportedly in Kessab\nTomas Varek, the head of the Third Guard, was seen near Kessab.",
     "Third Guard leader", 0, "Tomas Varek"),
    ("Gen. Tomas Varek arrived in Hilla on Monday. The general was tired.", "The general", 0, "Tomas Varek"),
    ("Foreign Minister Karim Haddad arrived. The foreign minister smiled.", "The foreign minister", 0, "Karim Haddad"),
    ("US Secretary of State Helen Marsh came. The US secretary of state smiled.", "The US secretary of state", 0,
     "Helen Marsh"),
    # definite descriptions
    ("Harakat al Fajr took Hilla. The group then left.", "The group", 0, "Harakat al Fajr"),
    ("A picture was posted by Harakat al Fajr. The militia’s leader, Hamid al Rashidi, smiled.", "The militia", 0,
     "Harakat al Fajr"),
    ("The Defence Ministry denied it. The ministry gave no reason.", "The ministry", 0, "Defence Ministry"),
    # pronouns
    ("Tomas Varek left Hilla because he was ill.", "he", 0, "Tomas Varek"),
    ("Helen Marsh met Tomas Varek. She told him to leave.", "She", 0, "Helen Marsh"),
    ("Helen Marsh met Tomas Varek. She told him to leave.", "him", 0, "Tomas Varek"),
    ("Kenya sent its army to Somalia.", "its", 0, "Kenya"),
    ("The Red Front denied that Kenya had talked to its leader.", "its", 0, "Red Front"),
    ("By leaving his post, Tomas Varek broke the law.", "his", 0, "Tomas Varek"),
    # of oneself: the subject of the clause, or what stands right before
    ("The Sahel Front has tried to distance itself from Kenya.", "itself", 0, "Sahel Front"),
    ("Karim Haddad fled, and Tomas Varek himself surrendered.", "himself", 0, "Tomas Varek"),
    # who does what has no subject of its own is not the one it is done to
    ("Karim Haddad entered the office of Tomas Varek to warn him.", "him", 0, "Tomas Varek"),
    ("Tomas Varek became a teacher to Omar Dahir, introducing him to painters.", "him", 0, "Omar Dahir"),
    # capitals
    ("Rebels left Hilla for Damascus. Shells then fell on the capital.", "the capital", 0, "Damascus"),
    ("Envoys left Beirut for Damascus. They had dined in the Lebanese capital.", "the Lebanese capital", 0, "Beirut"),
    # names that the sentence gives
    ("Police held a man called Tomas Varek.", "a man", 0, "Tomas Varek"),
    ("The unit known as the Red Dawn Brigade left.", "The unit", 0, "Red Dawn Brigade"),
    ("A speaker calling himself Abu Talib swore an oath.", "A speaker", 0, "Abu Talib"),
    ("In 2009 Tomas Varek served as the head of the Third Guard.", "the head of the Third Guard", 0, "Tomas Varek"),
    ("The owner of the bank is Tomas Varek.", "The owner of the bank", 0, "Tomas Varek"),
    ("The army’s delegate in Hilla, Tomas Varek, said so.", "The army’s delegate", 0, "Tomas Varek"),
    ("The minister of state (Mr. Tomas Varek) declined.", "The minister of state", 0, "Tomas Varek"),
    # whose a group is said to be tells it from no other
    ("Harakat al Fajr took Hilla. The Iran-backed group then left.", "The Iran-backed group", 0, "Harakat al Fajr"),
    ("Red Dawn was formed in Hilla. The Sahel Front, which had sheltered the group, left.", "the group", 0, "Red Dawn"),
    # the description that a sentence begins with
    ("Tomas Varek led the Third Guard. A clerk in Hilla before the war, he left in May.", "A clerk", 0, "Tomas Varek"),
    # who speaks under his name
    ("Mr. Tomas Varek: I have met them.", "I", 0, "Tomas Varek"),
    # a group is seldom the agency that reports on it
    ("Harakat al Fajr left Hilla. The Dawn News Agency said so. The group denied it.", "The group", 0,
     "Harakat al Fajr"),
    # the answers of an interview
    ("We spoke with Tomas Varek, a teacher, in May.\nWhen did you leave?\nI left in June.\nAlone?\nI had a dog.",
     "I", 1, "Tomas Varek"),
    ("We spoke with Tomas Varek, a teacher, in May.\nWhen did you leave?\nI left in June.\nAlone?\nI had a dog.",
     "you", 0, "Tomas Varek"),
    # speakers
    ("“I trust Tomas Varek,” Hamid al Rashidi said.", "I", 0, "Hamid al Rashidi"),
    ("``I trust Tomas Varek,'' Hamid al Rashidi said.", "I", 0, "Hamid al Rashidi"),
    ("Tomas Varek urged residents to stay. “What I said is no joke,” he told them.", "he", 0, "Tomas Varek"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "nth", "name"), SAME)
def test_same(read: Reader, text: str, words: str, nth: int, name: str) -> None:
    """These words stand for that name."""
    assert read(text).name(words, nth) == name


APART = [
    # a body and another whose name holds its name
    ("Nasrallah fighters met Kata’ib Nasrallah.", "Nasrallah", "Kata’ib Nasrallah"),
    ("The Sada Brigades fought Sada Front men.", "Sada Brigades", "Sada Front"),
    ("The Guard Corps-Shahin Force is the wing of the Guard Corps.", "Guard Corps-Shahin Force", "Guard Corps"),
    # relatives
    ("Omar Dahir and Salim Dahir arrived.", "Omar Dahir", "Salim Dahir"),
    ("Dahir, a poet, is the daughter of Omar Dahir.", "Dahir", "Omar Dahir"),
    # a town and its province, a part and the whole
    ("They left Herat for Herat province.", "Herat", "Herat province"),
    ("They left Kenya for northern Kenya.", "Kenya", "northern Kenya"),
    # armies of two states
    ("The Iraqi Army met the Syrian Army.", "Iraqi Army", "Syrian Army"),
    # an indefinite description is someone new
    ("Tomas Varek spoke. A general was wounded.", "Tomas Varek", "A general"),
    ("Harakat al Fajr took Hilla. Another group left.", "Harakat al Fajr", "Another group"),
    # subject and object of one verb
    ("Tomas Varek wounded him.", "Tomas Varek", "him"),
    # a description that holds its owner is somebody else
    ("Helen Marsh spoke. Her sister was in Hilla.", "Her sister", "Her"),
    # one of two persons, nobody knows which
    ("Omar Dahir met Salim Haddad. The defector had served in Hilla.", "Salim Haddad", "The defector"),
    # a coalition that is told from another by its words
    (
        "The Dawn Coalition met. Jets of the coalition left. The US-led coalition won.",
        "Dawn Coalition",
        "the coalition",
    ),
    # whoever stands behind an aide's master is the aide
    ("An aide to the captive leader in Hilla, Omar Dahir, spoke.", "the captive leader", "Omar Dahir"),
    # gender
    ("Helen Marsh left. He stayed.", "Helen Marsh", "He"),
    # whoever stands after "According to X," is someone else
    ("According to Tomas Varek, a soldier was wounded.", "Tomas Varek", "a soldier"),
    # offices of two bodies
    ("Tomas Varek leads the Dawn Front. Red Dawn’s leader Omar Dahir came.", "Tomas Varek", "Omar Dahir"),
    # who acts in a clause is not the one it tells of
    ("The minister arrived in Hilla with Tomas Varek, whom he later dismissed.", "Tomas Varek", "he"),
    ("The rebels hold Tomas Varek, whom his cousin sold.", "Tomas Varek", "his"),
    # a body that is named by its noun is no "he"
    ("The Council takes note that he did not attend.", "Council", "he"),
    # a larger unit in brackets
    ("The 150th Rifle Division (8th Combined Army) left.", "150th Rifle Division", "8th Combined Army"),
    # no plural for one person
    ("Tomas Varek left. They stayed.", "Tomas Varek", "They"),
]


@pytest.mark.parametrize(("text", "left", "right"), APART)
def test_apart(read: Reader, text: str, left: str, right: str) -> None:
    """These two are not the same."""
    found = read(text)
    assert found.chain(left) is not found.chain(right)


def test_alias_in_brackets_is_one_body_under_the_first_name(read: Reader) -> None:
    """A second name in brackets joins the chain of the name before it."""
    found = read("Mansur leads Kata’ib Sayf (Sword Brigades) and the Red Dawn.")
    assert found.chain("Sword Brigades") is found.chain("Kata’ib Sayf")
    assert found.name("Sword Brigades") == "Kata’ib Sayf"


def test_a_bare_surname_of_two_people_joins_neither_from_afar(read: Reader) -> None:
    """A surname that fits two full names far above stays alone."""
    far = "The talks went on in the hall.\n" * 6
    found = read(f"Omar Dahir and Salim Dahir arrived in Hilla.\n{far}Dahir left.")
    assert found.chain("Dahir").mentions != found.chain("Omar Dahir").mentions
    assert found.name("Dahir") == "Dahir"


def test_every_mention_that_can_act_stands_in_one_chain(read: Reader) -> None:
    """Chains are a partition of the mentions."""
    found = read(
        "Tomas Varek, the head of the Third Guard, left. He met two police officers and Iranian-backed militias."
    )
    members = sorted(i for c in found.analysis.chains for i in c.mentions)
    assert members == list(range(len(found.analysis.mentions)))


def test_we_outside_quotations_is_one_body_in_a_report(read: Reader) -> None:
    """Nobody but the author speaks there, so that "we" and "our" stand for one."""
    found = read("We left Hilla in May.\nTomas Varek met our team. “We lost him,” Omar Dahir said.")
    assert found.chain("We") is found.chain("our")
    assert found.chain("We", 1) is not found.chain("We")


def test_i_is_whoever_answers_in_that_paragraph(read: Reader) -> None:
    """In an interview each paragraph has its own speaker."""
    found = read("I left Hilla and took my son.\nI stayed.")
    assert found.chain("I") is found.chain("my")
    assert found.chain("I", 1) is not found.chain("I")


PARTS = [
    ("The police held nine men, one of them armed, near Hilla.", "nine men"),
    ("A blast killed fourteen people, among them a midwife.", "fourteen people"),
    ("Rebels shot ten women, most of them nurses, in Hilla.", "ten women"),
]


@pytest.mark.parametrize(("text", "people"), PARTS)
def test_a_part_is_of_the_people_just_told(read: Reader, text: str, people: str) -> None:
    """ "Among them" and "most of them" after a mark point to the last people before it."""
    found = read(text)
    assert found.chain("them") is found.chain(people)
