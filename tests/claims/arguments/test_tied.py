"""Times told by another event, an order or an age, and which claim of a sentence a time belongs to."""

from __future__ import annotations

import pytest
from tests.claims.claiming import one

from reportedly.claims.finish import extract_claims
from reportedly.mentions.analyse import analyse
from reportedly.resources.engine import load_engine
from reportedly.testing import make_document

#: sentence → predicate, words of the time, how the claim stands to them
TIED = [
    ("After the war, Ilo Varek was sent to Ruda.", "deployed_to", "After the war", "after"),
    ("Until his death, Ilo Varek led the Third Guard.", "leads", "Until his death", "until"),
    (
        "Ilo Varek was a commander in the navy during Marek Sol's rule.",
        "holds_position",
        "during Marek Sol's rule",
        "during",
    ),
    (
        "Since the start of the siege the Doran army conducted more than 30 strikes.",
        "attacked",
        "Since the start of the siege",
        "since",
    ),
    (
        "Days after the president's speech, the army attacked Ruda.",
        "attacked",
        "Days after the president's speech",
        "after",
    ),
    ("Ilo Varek joined the Third Guard aged 14.", "member_of", "aged 14", "in"),
    ("Ilo Varek joined the Third Guard when he was 14.", "member_of", "when he was 14", "in"),
    ("Ilo Varek has been a member of the Third Guard all his life.", "member_of", "all his life", "during"),
]


@pytest.mark.parametrize(("text", "predicate", "words", "relation"), TIED)
def test_another_event_tells_the_time(text: str, predicate: str, words: str, relation: str) -> None:
    """The words are kept with how the claim stands to the event; no day is made up for them."""
    time = one(text, predicate).time
    assert time is not None
    assert (time.text, time.relation) == (words, relation)
    assert (time.value, time.earliest, time.latest) == (None, None, None)


#: sentence → predicate, words, first and last day of the time
BOUNDED = [
    (
        "Ilo Varek led the Third Guard until he was killed in 2014.",
        "leads",
        "until he was killed in 2014",
        (None, "2014-12-31"),
    ),
    (
        "The army captured Ruda after the rebels withdrew from Sel on 4 May 2019.",
        "took_control",
        "after the rebels withdrew from Sel on 4 May 2019",
        ("2019-05-04", None),
    ),
]


@pytest.mark.parametrize(("text", "predicate", "words", "days"), BOUNDED)
def test_the_day_of_the_event_bounds_the_claim(
    text: str, predicate: str, words: str, days: tuple[str | None, str | None]
) -> None:
    """What is told to be before or after a dated event is bounded by its day on one side."""
    time = one(text, predicate).time
    assert time is not None
    assert (time.text, (time.earliest, time.latest)) == (words, days)


#: sentence → predicate, words of the time or None
NONE = [
    # a body that one stands before, a person that one goes after, a name
    ("Ilo Varek met Danu Orev before the court in Ruda.", "met", None),
    # no reason for a time: "since" without a perfect
    ("The army attacked Ruda since the rebels held it.", "attacked", None),
    # who someone is
    ("Rebels killed two children aged 14 in Ruda.", "killed", None),
    # the killing is told by the words that say when, and has no day of its own
    ("Two weeks after Ilo Varek was killed, the army took Ruda.", "killed", None),
]


@pytest.mark.parametrize(("text", "predicate", "words"), NONE)
def test_what_tells_no_time(text: str, predicate: str, words: str | None) -> None:
    """Words of order that tell a place, a reason or a party date nothing."""
    time = one(text, predicate).time
    assert (None if time is None else time.text) == words


#: sentence → predicate, words of the time or None
ATTACHED = [
    # between the doer and the verb
    (
        "The Doran army in the last 24 hours carried out nine airstrikes on rebel posts.",
        "attacked",
        "the last 24 hours",
    ),
    ("The army conducted 10 airstrikes on Monday, including strikes against rebel posts.", "attacked", "Monday"),
    # at the end of what somebody was appointed or sent to do
    ("Ilo Varek was appointed by Marek Sol to lead the siege of Ruda in February 2007.", "appointed", "February 2007"),
    # of attacks in a place, told by a clause on the place
    ("On Saturday, rebels claimed two attacks in the old market of Ruda which killed 28 people.", "killed", "Saturday"),
    # the day of asking is not that of what is asked for
    ("Ilo Varek met Danu Orev on Monday and urged him to stop airstrikes against rebels in Ruda.", "attacked", None),
    # nor is that of a meeting the day of what it is the first since
    ("Ilo Varek met Danu Orev on Monday, their first meeting since Orev was appointed.", "appointed", None),
    # one scene, with the day behind the last of its verbs
    ("An air strike on a prison in Ruda killed 70 people and wounded 138 on Friday.", "attacked", "Friday"),
    (
        "The bombing of the embassy in Ruda in August 2011, in which 23 people were killed, was filmed.",
        "killed",
        "August 2011",
    ),
    # the day that opens an entry of a chronicle
    ("Dec. 18: The army abandons its base in Ruda.", "withdrew_from", "Dec. 18"),
    ("June 2015 – Ilo Varek is killed in a drone strike in Ruda.", "killed", "June 2015"),
    # a word of order, and a time counted by one
    ("Ilo Varek was later killed in Ruda.", "killed", "later"),
    ("Ilo Varek was killed in Ruda two days later.", "killed", "two days later"),
]


@pytest.mark.parametrize(("text", "predicate", "words"), ATTACHED)
def test_a_time_belongs_to_its_act(text: str, predicate: str, words: str | None) -> None:
    """A time holds for the act it is told of, over the words between, and for no act told of another time."""
    time = one(text, predicate).time
    assert (None if time is None else time.text) == words


def test_of_two_times_the_day() -> None:
    """A length of time beside a day says less than the day."""
    document = make_document("The army shelled Ruda on Sunday for the third day.", published="2024-06-12")
    claims, _ = extract_claims(document, analyse(document, load_engine()))
    assert [c.time.text for c in claims if c.time is not None] == ["Sunday"]


#: sentence → predicate, last day of "this month" (the report is of 12 June 2024)
TOLD = [
    ("Ilo Varek visited Ruda this month.", "present_at", "2024-06-12"),
    ("Ilo Varek will visit Ruda this month.", "present_at", "2024-06-30"),
    ("Ilo Varek may visit Ruda this month.", "present_at", "2024-06-30"),
]


@pytest.mark.parametrize(("text", "predicate", "last"), TOLD)
def test_what_has_happened_is_over_by_the_day_of_the_report(text: str, predicate: str, last: str) -> None:
    """Days after publication are left off unless the words speak of what is to come."""
    document = make_document(text, published="2024-06-12")
    claims, _ = extract_claims(document, analyse(document, load_engine()))
    (time,) = [c.time for c in claims if c.predicate == predicate]
    assert time is not None
    assert (time.value, time.earliest, time.latest) == ("2024-06", "2024-06-01", last)


@pytest.mark.xfail(strict=True, reason="the tree hangs “in Ruda” on “condemned”")
def test_a_misread_tree() -> None:
    """The attacks were on Monday; when the tree no longer misleads, this test says so."""
    claim = one("The minister strongly condemned the attacks on Monday in Ruda.", "attacked")
    assert claim.time is not None
    assert claim.time.text == "Monday"
