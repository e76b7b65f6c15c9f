"""Statements with words of their own."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import told

#: sentence → (speaker, who is told or asked, or None)
SAID = [
    # quotations
    ("“Our patience has limits,” Samia Hassan said on Tuesday.", [("Samia Hassan", None)]),
    ("“They will pay,” warned Mohamed Dagalo.", [("Mohamed Dagalo", None)]),
    ("Peter Maurer said: “We are tired.”", [("Peter Maurer", None)]),
    ("The mayor, Anna Keller, told Reuters: “We are tired.”", [("Anna Keller", "Reuters")]),
    ("“Nobody asked us,” added the Norwegian Refugee Council.", [("Norwegian Refugee Council", None)]),
    ("In a statement, Ruth Dreifuss said: “Enough.”", [("Ruth Dreifuss", None)]),
    ("After the vote in Geneva, Ruth Dreifuss said:", [("Ruth Dreifuss", None)]),  # the next paragraph is the quotation
    ("Prime Minister Abiy Ahmed: “We are ready.”", [("Abiy Ahmed", None)]),
    ("Martin Griffiths has been quoted as saying, “I am ashamed.”", [("Martin Griffiths", None)]),
    ("The Norwegian Refugee Council called the report “recycled”.", [("Norwegian Refugee Council", None)]),
    ("“We are tired,” said Under Secretary Samia Hassan.", [("Samia Hassan", None)]),
    ("Samia Hassan told a visiting delegation that Kenya would not bow.", [("Samia Hassan", "visiting delegation")]),
    ("In May Samia Hassan insisted in a statement that Kenya would not bow.", [("Samia Hassan", None)]),
    # what the speaker will do himself, what he proclaims
    ("Samia Hassan vowed to go on.", [("Samia Hassan", None)]),
    ("Samia Hassan declared three days of mourning.", [("Samia Hassan", None)]),
    ("Samia Hassan answered that she would not go.", [("Samia Hassan", None)]),
    # clauses
    ("Hakan Fidan said that patience was running out.", [("Hakan Fidan", None)]),
    ("The harvest will fail, the World Food Programme warned.", [("World Food Programme", None)]),
    ("Maria Zakharova claims the report is biased.", [("Maria Zakharova", None)]),
    ("Samia Hassan said that Kenya would not bow.", [("Samia Hassan", None)]),
    ("Samia Hassan said that she was tired of Kenya’s “endless excuses”.", [("Samia Hassan", None)]),
    ("Samia Hassan said: Kenya has worked tirelessly with Ghana on the harvest.", [("Samia Hassan", None)]),
    ("According to Bishop Paul Tighe, the town is calm.", [("Paul Tighe", None)]),
    ("Mike Pence was clear that the deal is dead.", [("Mike Pence", None)]),
    (
        "Maria Zakharova stated that Peter Okello had bought the mill.",
        [("Maria Zakharova", None)],
    ),  # put forward as such
    # judging, asking, naming
    ("The Foreign Ministry of Kenya condemned the coup.", [("Foreign Ministry of Kenya", None)]),
    ("In a statement, Hamas blamed Egypt for the delay.", [("Hamas", "Egypt")]),
    ("Canada welcomed the agreement.", [("Canada", None)]),
    ("Antonio Guterres urged Eritrea to show restraint.", [("Antonio Guterres", "Eritrea")]),
    ("Antonio Guterres called on Eritrea to show restraint.", [("Antonio Guterres", "Eritrea")]),
    ("Olaf Scholz described the ruling as cowardly.", [("Olaf Scholz", None)]),
    ("Human Rights Watch called the law a disgrace.", [("Human Rights Watch", None)]),
    (
        "The Foreign Ministry of Kenya placed full responsibility for the delay on Ethiopia.",
        [("Foreign Ministry of Kenya", None)],
    ),
    ("Canada holds Ethiopia responsible for the delay.", [("Canada", None)]),
    ("Antonio Guterres pointed to the delay.", [("Antonio Guterres", None)]),
    # words without a clause
    ("Cyril Ramaphosa offered his condolences to the family.", [("Cyril Ramaphosa", "family")]),
    ("Denmark expressed concern over the arrests.", [("Denmark", None)]),
    ("The Arab League announced the start of a review.", [("Arab League", None)]),
    ("A statement from the Red Cross said the camp was full.", [("Red Cross", None)]),
    ("H: Foreign Secretary welcomes new sanctions", [("Foreign Secretary", None)]),
    ("Washington and Brussels condemned the coup.", [("Brussels", None), ("Washington", None)]),
    ("Kenya warned Ethiopia against a new attack.", [("Kenya", "Ethiopia")]),
    ("Israel is warning that Lebanese near the border should leave.", [("Israel", None)]),
    ("William Ruto thanked Ghana for its patience.", [("William Ruto", "Ghana")]),
    # of two subjects the one before the verb speaks
    (
        "John Banda said the group’s leader, Peter Okello, who is better known as “Abu Zeyd,” will leave in April.",
        [("John Banda", None)],
    ),
]
BAIT = [
    "Samia Hassan called Mary Otieno by phone on Monday.",  # told as a call
    "Hamas blamed the army.",
    "Hamas announced a merger.",
    "Hamas would neither confirm nor deny reports.",
    "Hamas denied any involvement.",
    "Officials said the road was closed.",  # no name
    "Witnesses described the scene as chaotic.",  # no name
    "The report said that prices rose.",  # a paper of nobody
    "Samia Hassan did not say when she would return.",  # not said
    "Samia Hassan declined to comment.",  # nothing said
    "Samia Hassan will say more on Friday.",  # not yet
    "If Samia Hassan says no, talks end.",  # a condition
    "Samia Hassan could not tell the time.",  # not told
    "A unit called the Lion Cubs patrols Gao.",  # only a name
    "Denmark welcomed the envoy at the airport.",  # a guest
    "Hakan Fidan was told to wait.",  # he is spoken to
    "The storm claimed twelve lives.",  # nobody speaks
    "Kenya called off the match.",  # a particle
    "Samia Hassan said that Peter Okello had bought the mill.",  # what another did is a claim of whatever wording
    "Kenya denied that the mill was sold.",  # a denial is how a claim is held
    "Kenya rejected the allegations.",  # what was alleged stands elsewhere
    "Samia Hassan, who says the war is senseless, arrived.",  # background
    "Ilo Varek led what Kenya called Operation Lion.",  # a name
    "Hamas could feel called upon.",  # nobody called
    "Samia Hassan raised these concerns again.",  # points back
    "Rising prices say a lot about the harvest.",  # a figure of speech
    "Canada supports the plan.",  # a stance, not words
    "Nadia Murad made a sandwich.",  # no words
    "The mayor is said to be ill.",  # nobody in particular
    "Parliament rejected the bill.",  # a vote
    "Goma saw fighting on Monday.",  # a town, not its rulers
    "William Ruto called Joe Biden to urge restraint.",  # a call, told as one
]


@pytest.mark.parametrize(("text", "wanted"), SAID, ids=[t[:50] for t, _ in SAID])
def test_statements_are_told(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    """One claim for each sentence that brings in a named speaker, with whom he speaks to."""
    assert told(text, "said", "subject", "object") == sorted(wanted, key=str)


@pytest.mark.parametrize("text", BAIT, ids=[t[:50] for t in BAIT])
def test_bait_says_nothing(text: str) -> None:
    """No name, no words, or words not spoken: nothing is said."""
    assert told(text, "said", "subject", "object") == []


def test_who_spoke_before_speaks_again() -> None:
    """A pronoun stands for the name before it, "the ministry" for the one that was told whose it is."""
    text = "Kenya’s foreign ministry called for calm. “The fighting must end,” the ministry said."
    assert len(told(text, "said", "subject")) == 2
    text = "A spokeswoman for the World Bank, Mary Otieno, said talks were welcome. She called for calm."
    assert told(text, "said", "subject") == [("Mary Otieno",), ("She",)]
    text = "The African Union issued a statement. It also called on Eritrea to withdraw its men."
    assert told(text, "said", "subject") == [("African Union",), ("It",)]
    text = "William Ruto urged residents to stay at home. “What I said is no joke,” he told residents."
    assert told(text, "said", "subject") == [("William Ruto",), ("he",)]


def test_a_quotation_has_one_speaker() -> None:
    """Whoever speaks inside the quotation is told by the one who is quoted."""
    text = "“Kenya condemns the coup and we thank Ghana,” William Ruto said."
    assert told(text, "said", "subject") == [("William Ruto",)]


#: sentence → (who, where) of each who is heard somewhere
HEARD = [
    ("Anna Keller told reporters in Geneva that the road was open.", [("Anna Keller", "Geneva")]),
    ("Mary Otieno said in Nairobi that patience was running out.", [("Mary Otieno", "Nairobi")]),
    ("Mary Otieno announced the cuts in a televised address from Nairobi.", [("Mary Otieno", "Nairobi")]),
    ("Mary Otieno, speaking to reporters in Nairobi, said prices had risen.", [("Mary Otieno", "Nairobi")]),
    ("Mary Otieno said in parliament in Nairobi that patience was running out.", [("Mary Otieno", "Nairobi")]),
    ("In Nairobi, prices rose, Mary Otieno said.", []),  # where prices rose
    ("The Foreign Ministry of Kenya said in Nairobi that patience was running out.", []),  # no person
    ("Mary Otieno will say in Nairobi that patience is running out.", []),  # not yet
]


@pytest.mark.parametrize(("text", "wanted"), HEARD, ids=[t[:50] for t, _ in HEARD])
def test_who_speaks_somewhere_is_there(text: str, wanted: list[tuple[str, str]]) -> None:
    """A person, as far as the words say where he speaks, and not where what he tells took place."""
    assert told(text, "present_at", "subject", "place") == wanted
