"""How a text holds what it claims: the rules of docs/annotation.md, each with its scope."""

from __future__ import annotations

import pytest
from tests.claims.claiming import claims_of, held, one

#: sentence → predicate and how it is held; the comment names the rule
HELD = [
    # the report says so itself
    ("Rebels killed 12 soldiers near Ruda.", "killed", "asserted"),
    ("The army launched an offensive to retake Ruda from the Third Guard.", "operation", "asserted"),
    # an adverb of hedging, of its own verb
    ("Ilo Varek allegedly killed two police officers in Ruda.", "killed", "reported"),
    ("Varek apparently met Orev in Ruda.", "met", "possible"),
    # somebody saw it
    ("Ilo Varek has been spotted in Ruda.", "present_at", "reported"),
    # said of a whole clause, without a voice
    ("Ilo Varek is said to have visited Ruda in March.", "present_at", "reported"),
    ("Ilo Varek is believed to be hiding in Ruda.", "present_at", "possible"),
    ("It is unclear whether the army attacked the hospital in Ruda.", "attacked", "possible"),
    # what is called false is denied, what is said not to be true is not so
    ("Reports that rebels attacked the hospital in Kisumu are false, the minister said.", "attacked", "denied"),
    ("The army said reports that rebels had captured Kisumu were baseless.", "took_control", "denied"),
    ("It is untrue that Kenya attacked the hospital in Kisumu.", "attacked", "denied"),
    ("It is not true that Kenya attacked the hospital in Kisumu.", "attacked", "not asserted"),
    ("Banda said there was no truth in reports that rebels had captured Kisumu.", "took_control", "denied"),
    ("The claims that rebels had attacked the hospital in Kisumu have no foundation.", "attacked", "denied"),
    ("Banda called claims that the army had shelled a hospital in Kisumu baseless.", "attacked", "denied"),
    ("Banda described reports that the army had shelled Kisumu as false.", "attacked", "denied"),
    (
        "Banda called reports that rebels spread false rumours and had shelled a hospital in Kisumu credible.",
        "attacked",
        "reported",
    ),
    ("A rumour that the army had shelled Kisumu proved false.", "attacked", "denied"),
    ("Reports that the army had shelled Kisumu turned out to be untrue.", "attacked", "denied"),
    ("The army falsely claimed that rebels had captured Kisumu.", "took_control", "denied"),
    ("Danu Orev was falsely accused of killing Ilo Varek.", "killed", "denied"),
    ("The tribunal acquitted Danu Orev of killing Ilo Varek.", "killed", "not reported"),
    ("A village that the army had shelled is said to be empty.", "attacked", "asserted"),
    # ahead, put off, called off
    ("William Ruto was to visit Kisumu on Friday.", "present_at", "planned"),
    ("William Ruto postponed talks with Abiy Ahmed.", "met", "planned"),
    ("The talks between Kenya and Ethiopia in Nairobi were postponed.", "met", "planned"),
    ("William Ruto cancelled a visit to Kisumu.", "present_at", "not asserted"),
    # concern about a known attack does not make it doubtful; a fear of one does
    ("Kenya expressed concern about the attack on the hospital in Kisumu.", "attacked", "asserted"),
    ("Fears that rebels had attacked the hospital in Kisumu grew.", "attacked", "possible"),
    # a condition that the tree hangs beside what depends on it
    ("Banda warned that if the army does not come, the Taliban will overrun Kunduz.", "took_control", "hypothetical"),
    # no plan, and it is not so
    ("The Third Guard has no intention of entering the city of Ruda.", "deployed_to", "not planned"),
    ("Kenya has no plans to withdraw from Kisumu.", "withdrew_from", "not planned"),
    ("Kenya abandoned plans to send troops to Kisumu.", "deployed_to", "not planned"),
    ("Kenya announced plans to withdraw from Kisumu.", "withdrew_from", "planned"),
    # what is yet to come, and what somebody stopped short of, is not so
    ("Kenya has yet to send troops to Kisumu.", "deployed_to", "not asserted"),
    ("Kenya stopped short of sending troops to Kisumu.", "deployed_to", "not asserted"),
    ("Kenyan forces dropped bombs on Kisumu.", "attacked", "asserted"),
    # who was able to do it has done it
    ("The Third Guard was able to capture Ruda after two days.", "took_control", "asserted"),
    ("Ilo Varek will be able to enter Ruda.", "present_at", "planned"),
    # put into a mouth, before, after and inside what was said
    ("Danu Orev boasted of killing Ilo Varek.", "killed", "reported"),
    ("Danu Orev confessed to killing Ilo Varek.", "killed", "reported"),
    ("The army shelled the hospital in Ruda on Monday, Colonel Danu Orev said.", "attacked", "reported"),
    ("According to the Sel Observatory, rebels killed 12 soldiers in Ruda.", "killed", "reported"),
    ("At least 12 soldiers were killed near Ruda, local sources told the Ruda Post.", "killed", "reported"),
    ("The rebels, the ministry added, killed two soldiers near Ruda.", "killed", "reported"),
    ("Ilo Varek met Danu Orev in Ruda, the state news agency Dorpress reported on Tuesday.", "met", "reported"),
    ("As the ministry said on Monday, the army killed 12 rebels near Ruda.", "killed", "reported"),
    ("Local media reported clashes between the army and the Third Guard in Belik.", "clashed_with", "reported"),
    ("Reports of an attack on the hospital in Ruda spread on Monday.", "attacked", "reported"),
    ("Prosecutors accused Ilo Varek of killing two police officers in Ruda.", "killed", "reported"),
    # the doer only suspected
    ("Suspected Third Guard fighters killed two police officers near Belik.", "killed", "reported"),
    # quotation marks, also over the end of a sentence
    ("“Varek is in Ruda,” a resident said.", "present_at", "quoted"),
    ("“Stay calm,” Orev said. “The rebels killed two farmers near Ruda.”", "killed", "quoted"),
    ("‘The rebels’ men killed two farmers near Ruda’, Orev said.", "killed", "quoted"),
    ("The ‘successful’ rebels’ raid killed two farmers near Ruda, who were at work.", "killed", "asserted"),
    ("Orev said: “We are winning. The rebels killed two farmers near Ruda.”", "killed", "quoted"),
    # a word in quotation marks is no quotation
    ("The “governor” Ilo Varek visited Ruda on Monday.", "present_at", "asserted"),
    # possible, planned, hypothetical
    ("Danu Orev may have met Ilo Varek in Ruda last week.", "met", "possible"),
    ("Doran could send troops to Ruda within weeks.", "deployed_to", "possible"),
    ("H: Did Danu Orev meet Ilo Varek in Ruda?", "met", "possible"),
    ("There were fears that the army would attack the hospital in Ruda.", "attacked", "possible"),
    ("Danu Orev will meet Ilo Varek in Ruda on Friday.", "met", "planned"),
    ("Orev hopes to meet Varek in Ruda.", "met", "planned"),
    ("The Third Guard vowed to attack Doran.", "attacked", "planned"),
    ("A meeting between Ilo Varek and Danu Orev was called off.", "met", "not asserted"),
    ("The army said it would deploy 500 soldiers to Ruda.", "deployed_to", "planned"),
    ("Unless the rebels leave, Doran will attack the Third Guard.", "attacked", "hypothetical"),
    ("The minister warned that Doran would attack the Third Guard if it entered Belik.", "attacked", "hypothetical"),
    # denied: what is denied stays as it was put forward
    ("The ministry denied that its troops had attacked the hospital in Ruda.", "attacked", "denied"),
    ("The ministry rejected claims that the army attacked the hospital in Ruda.", "attacked", "denied"),
    ("The ministry dismissed as false reports that Ilo Varek had been killed in Ruda.", "killed", "denied"),
    # it did not happen
    ("The army did not attack the hospital in Ruda.", "attacked", "not asserted"),
    ("The army neither attacked nor shelled the hospital in Ruda.", "attacked", "not asserted"),
    ("Ilo Varek never visited Ruda.", "present_at", "not asserted"),
    ("There is no evidence that Danu Orev met Ilo Varek.", "met", "not asserted"),
    ("There is no sign of the war between the Third Guard and the army ending.", "fights", "asserted"),
    # nearly, weighed, ruled out, likely
    ("The Third Guard nearly captured Ruda.", "took_control", "not asserted"),
    ("Kenya is considering sending troops to Kismayo.", "deployed_to", "possible"),
    ("Kenya has ruled out sending troops to Kismayo.", "deployed_to", "not planned"),
    ("It is likely that the army shelled the hospital in Kismayo.", "attacked", "possible"),
    ("The army is likely to have shelled the hospital in Kismayo.", "attacked", "possible"),
    ("Kenya is not involved in talks with Ethiopia.", "met", "not asserted"),
    ("The Third Guard may be engaged in talks with Kenya.", "met", "possible"),
    # nobody claims it: that it was is told by the report
    ("No group has claimed responsibility for the attack on the hospital in Kismayo.", "attacked", "asserted"),
    ("There was no claim of responsibility for the attack on the hospital in Kismayo.", "attacked", "asserted"),
    ("Orev reiterated that the army did not attack the hospital in Ruda.", "attacked", "not reported"),
    ("Varek refused to meet Orev.", "met", "not asserted"),
    # who someone is stays asserted inside a report of something else…
    ("Ilo Varek, the commander of the Third Guard, was killed in Ruda, the ministry said.", "leads", "asserted"),
    # …but not when the description itself is hedged
    ("The alleged commander of the Third Guard, Ilo Varek, was arrested in Ruda.", "holds_position", "reported"),
    # a new sentence without attribution is asserted again
    ("The minister resigned, the army said. Rebels attacked the base near Belik.", "attacked", "asserted"),
]


@pytest.mark.parametrize(("text", "predicate", "how"), HELD, ids=lambda value: value[:60])
def test_a_claim_is_held_as_the_words_hold_it(text: str, predicate: str, how: str) -> None:
    """Modality by the strongest cue in whose scope the trigger stands, and polarity apart from it."""
    assert held(one(text, predicate)) == how


#: what nobody put forward
WITHHELD = [
    "The police could not confirm that rebels had killed the mayor of Ruda.",
    "The ministry did not say that rebels had killed the mayor of Ruda.",
]


@pytest.mark.parametrize("text", WITHHELD)
def test_what_is_not_confirmed_claims_nothing(text: str) -> None:
    """“Could not confirm” neither asserts nor denies."""
    assert [c.predicate for c in claims_of(text) if c.predicate == "killed"] == []


def test_habits_are_no_single_event() -> None:
    """“Often seen with” marks that no one day is meant."""
    assert one("Ilo Varek is often seen with Danu Orev in Ruda.", "seen_with").habitual
    assert not one("Ilo Varek was seen with Danu Orev in Ruda.", "seen_with").habitual


def test_a_claim_names_the_word_that_hedges_it() -> None:
    """The sentence for a person says which cue decided the modality."""
    assert "“allegedly”" in one("Ilo Varek allegedly killed two police officers in Ruda.", "killed").why
