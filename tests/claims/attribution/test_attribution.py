"""Whom the text credits: outermost first, by name, never the publisher itself."""

from __future__ import annotations

import pytest
from tests.claims.claiming import claims_of, credited, one
from tests.claims.extractors.reading import read

from reportedly.claims.attribution.statements import find_statements

#: text → predicate and the voices that it is credited to
CREDITED = [
    (
        "Officials told the Ruda Post that rebels killed two police officers near Belik.",
        "killed",
        ["Ruda Post", "Officials"],
    ),
    (
        "Rebels killed 12 soldiers in Ruda, according to two officials who asked not to be named.",
        "killed",
        ["two officials"],
    ),
    ("The army shelled the hospital in Ruda, Colonel Danu Orev said.", "attacked", ["Danu Orev"]),
    ("A spokesman for the ministry, Danu Orev, said rebels had killed two farmers.", "killed", ["Danu Orev"]),
    ("Orev tweeted that rebels had killed two farmers.", "killed", ["Orev"]),
    # two voices in one sentence
    (
        "Danu Orev was quoted by the Ruda Post as saying that Ilo Varek met Bel Tarin.",
        "met",
        ["Ruda Post", "Danu Orev"],
    ),
    # a pronoun stands for the name that spoke before
    ("Colonel Danu Orev visited Ruda. He said rebels had killed two farmers.", "killed", ["Danu Orev"]),
    ("“It is over,” the ministry said. It said Ilo Varek was killed near Belik.", "killed", ["ministry"]),
    # the release was named in the sentence before
    (
        "Two men died, according to a Sel army news release. Ilo Varek met Bel Tarin, the release said.",
        "met",
        ["Sel army news release"],
    ),
    # quotations take their speaker from before, behind, beside, and over paragraphs
    ("“The rebels killed two farmers,” said Danu Orev.", "killed", ["Danu Orev"]),
    ("Danu Orev said: “Stay calm. The rebels killed two farmers.”", "killed", ["Danu Orev"]),
    ("“Stay calm,” Danu Orev said. “The rebels killed two farmers.”", "killed", ["Danu Orev"]),
    ("Danu Orev said:\n“Stay calm.\n“The rebels killed two farmers.”", "killed", ["Danu Orev"]),
    ("Danu Orev said:\nStay calm.\nThe rebels killed two farmers.", "killed", ["Danu Orev"]),
    # verbs that speak only beside a quotation; a voice behind a clause that the tree takes for it
    ("“The rebels killed two farmers,” Danu Orev began.", "killed", ["Danu Orev"]),
    ("The siege began after rebels killed two farmers.", "killed", []),
    ("“The rebels killed two farmers,” said Danu Orev of the mill, whose brother fled.", "killed", ["Danu Orev"]),
    ("Danu Orev said in a statement that rebels had killed two farmers.", "killed", ["Danu Orev"]),
    # a report that a participle tells more of; an office that is only told by whose it is
    ("Rebels killed two farmers in Belik, said the Sel Watch report published Friday.", "killed", ["Sel Watch report"]),
    (
        "The Ruda Prosecutor’s Office said Saturday that two civilians were killed in Ruda.",
        "killed",
        ["Ruda Prosecutor’s Office"],
    ),
    # who claims control says so
    ("Rebels claimed control of the town of Belik.", "controls", ["Rebels"]),
    # the voice closes the sentence, whatever the tree takes for who says it
    (
        "Danu Orev met Ilo Varek, head of the Third Guard, in Ruda and left in the evening, said sources in Belik.",
        "met",
        ["sources"],
    ),
    ("“The rebels killed two farmers,” said Under Secretary Danu Orev.", "killed", ["Danu Orev"]),
    # whoever lays an act on somebody says so
    ("The Sel Commission attributes the massacre in Ruda to the Third Guard.", "attacked", ["Sel Commission"]),
    ("The raid in Ruda was blamed on the Third Guard by the governor, Danu Orev.", "attacked", ["Danu Orev"]),
    # who denies, who accuses
    ("The ministry denied that its troops had attacked the hospital in Ruda.", "attacked", ["ministry"]),
    ("Human Rights Watch accused the army of shelling the hospital in Ruda.", "attacked", ["Human Rights Watch"]),
    # an account that puts out a picture; the claim is not hedged by it
    (
        "A video posted to the Telegram channel of the Third Guard shows Ilo Varek in Ruda.",
        "present_at",
        ["Telegram channel of the Third Guard"],
    ),
    # who claims an attack
    ("The Third Guard claimed responsibility for the attack on the hospital in Ruda.", "attacked", ["Third Guard"]),
    # what stands in front of a statement is not part of it
    ("In a statement after Ilo Varek met Bel Tarin in Ruda, the ministry said talks were open.", "met", []),
    # what follows is, also where the tree hangs it on the saying
    (
        "The Kenyan army said fighting broke out after al-Shabaab troops attacked its forces in Kismayo.",
        "attacked",
        ["Kenyan army"],
    ),
    # who finds out says so
    ("A UN panel found that Rwanda had sent troops to Goma.", "deployed_to", ["UN panel"]),
    # who passes it on is the outer voice, whom he cites the inner one
    (
        "Reuters reported, citing two officials, that Kenyan troops had left Kisumu.",
        "withdrew_from",
        ["Reuters", "two officials"],
    ),
    ("Rebels have left Kisumu, a source told the Daily Nation.", "withdrew_from", ["Daily Nation", "source"]),
    ("The army said reports that rebels had captured Kisumu were baseless.", "took_control", ["army"]),
    ("The army called claims that rebels had shelled a hospital in Kisumu baseless.", "attacked", ["army"]),
    ("The army falsely claimed that rebels had captured Kisumu.", "took_control", []),
    ("Orev said he had been falsely accused of killing Ilo Varek.", "killed", ["Orev"]),
    ("The tribunal acquitted Danu Orev of killing Ilo Varek.", "killed", ["tribunal"]),
    ("The army said there was no truth in reports that rebels had captured Kisumu.", "took_control", ["army"]),
    # one who goes on after the deed of another
    ("Orev claimed that Wagner is leaving Bakhmut and said that Russia will control Sirte.", "controls", ["Orev"]),
    # headlines that name their voice behind or before a colon; a state or group before it is what they are about
    ("H: Rebels leave Belik: UN", "withdrew_from", ["UN"]),
    ("H: Three killed in Belik blast: police", "killed", ["police"]),
    ("H: UN: rebels have left Belik", "withdrew_from", ["UN"]),
    ("H: Rebels have killed three farmers in Belik — UN", "killed", ["UN"]),
    ("H: Three killed in Belik blast - police", "killed", ["police"]),
    ("H: Rebels have killed three farmers in Belik — at last", "killed", []),
    ("H: Kenya: rebels have left Kisumu", "withdrew_from", []),
    ("H: Rebels leave Belik: a long march", "withdrew_from", []),
    # the second verb of a headline says only what follows it
    ("H: Putin meets Kadyrov in Grozny, denies Chechen troops have left Bakhmut", "met", []),
    ("H: Putin meets Kadyrov in Grozny, denies Chechen troops have left Bakhmut", "withdrew_from", ["Putin"]),
    # a paper speaks for its author, a report for the outlet that carries it
    ("A statement by the Third Guard said that rebels had killed two farmers.", "killed", ["Third Guard"]),
    ("A letter sent by Ilo Varek says that rebels killed two farmers.", "killed", ["Ilo Varek"]),
    ("The Third Guard issued a statement denying that rebels control Belik.", "controls", ["Third Guard"]),
    ("Varek testified on Monday. According to his statement, rebels killed two farmers.", "killed", ["Varek"]),
    (
        "The Third Guard said in a statement that it was ready. The statement said rebels had killed two farmers.",
        "killed",
        ["Third Guard"],
    ),
    (
        "According to a report in Monday’s edition of the Ruda Courier, rebels killed two farmers.",
        "killed",
        ["Ruda Courier"],
    ),
    ("According to a report in the weekly “Carta de Sel”, rebels killed two farmers.", "killed", ["Carta de Sel"]),
    ("An army statement said rebels had killed two farmers.", "killed", ["army statement"]),
    # who documents, verifies, counts or convicts says so
    ("Human Rights Watch has documented the killing of two farmers in Belik.", "killed", ["Human Rights Watch"]),
    ("The killing of two farmers in Belik was documented by the Mission.", "killed", ["Mission"]),
    ("The council puts the number of farmers killed in Ruda at 210.", "killed", ["council"]),
    ("The tribunal convicted Ilo Varek of killing Danu Orev.", "killed", ["tribunal"]),
    # "he added" is whoever spoke before; nobody says of himself by name that he was held
    (
        "Governor Danu Orev said the trial is over. Ilo Varek was captured in Ruda, he said.",
        "captured",
        ["Danu Orev"],
    ),
    # a name in marks speaks; what it refers to is the inner voice
    (
        "A farmer was killed near Belik, the “Ruda Life” reports with reference to a police source.",
        "killed",
        ["Ruda Life", "police source"],
    ),
    # a description before the name, behind it a title that the tree breaks
    ("The army’s main rival, the Third Guard, said that rebels had killed two farmers.", "killed", ["Third Guard"]),
    (
        "Rebels killed two farmers, Colonel Danu Orev, spokesman of the army, told the Ruda Post on Monday.",
        "killed",
        ["Ruda Post", "Danu Orev"],
    ),
    ("Kenya’s envoy, Danu Orev, blamed the Third Guard for the attack in Kisumu.", "attacked", ["Danu Orev"]),
    # somebody who is only described is quoted, too
    (
        "Two farmers were killed in Belik, Reuters reported, quoting their brother.",
        "killed",
        ["Reuters", "their brother"],
    ),
    ("Two farmers were killed in Belik, Reuters quoted a farmer as saying.", "killed", ["Reuters", "farmer"]),
    # what follows a semicolon or ", adding" leaves the voice at the end of what it said
    (
        "Shells hit Belik, killing two farmers, Danu Orev said in a video; he ordered an inquiry, since people asked.",
        "killed",
        ["Danu Orev"],
    ),
    (
        "Rebels killed two farmers, Danu Orev told state radio, adding that he would wait.",
        "killed",
        ["state radio", "Danu Orev"],
    ),
    ("Rebels killed two farmers, a guard told reporters.", "killed", ["guard"]),
    ("Rebels have killed two farmers; the army said it would wait.", "killed", []),
    # "that" behind a video is what was said in it
    ("The Third Guard said in a video that rebels had killed two farmers.", "killed", ["Third Guard"]),
    # nobody is known who would say it of himself by name; a long title in front of a name
    ("Ilo Varek was captured in Ruda, he said.", "captured", []),
    (
        "“Rebels killed two farmers,” said Armed Forces of Kenya spokesman Brig. Gen. Danu Orev.",
        "killed",
        ["Danu Orev"],
    ),
    # two who are each described, one who is quoted by another, whom the last words cite
    (
        "Kenya’s minister, Danu Orev, and the army chief, General Ilo Varek, said rebels had killed two farmers.",
        "killed",
        ["Danu Orev", "Ilo Varek"],
    ),
    ("Danu Orev, quoted by the Ruda Post, said rebels had killed two farmers.", "killed", ["Ruda Post", "Danu Orev"]),
    (
        "Reuters reported that Kenya had sent 300 troops to Goma, citing two officials.",
        "deployed_to",
        ["Reuters", "two officials"],
    ),
    ("The ministry made a statement on Monday that rebels had killed two farmers.", "killed", ["ministry"]),
    # a reason behind a comma is still what was said
    (
        "The Ruda Post reports that a farmer was arrested, because rebels had killed two officers in Belik.",
        "killed",
        ["Ruda Post"],
    ),
    # nobody
    ("Rebels killed 12 soldiers near Ruda.", "killed", []),
    ("The minister resigned, the army said. Rebels attacked the base near Belik.", "attacked", []),
    ("Citing the heat, Ilo Varek met Danu Orev in Ruda.", "met", []),
]


@pytest.mark.parametrize(("text", "predicate", "voices"), CREDITED, ids=lambda value: str(value)[:60])
def test_claims_are_credited_to_whom_the_text_credits(text: str, predicate: str, voices: list[str]) -> None:
    """Source, cue and content are found, and the source gets its name."""
    assert credited(one(text, predicate)) == voices


@pytest.mark.parametrize(
    ("text", "predicate", "voices"),
    [
        # what a clause behind a comma tells of somebody with a name is background
        ("Ilo Varek, who led the Third Guard for years, has died, the ministry said.", "leads", []),
        ("Ilo Varek, whom rebels abducted in May, has died, the ministry said.", "abducted", []),
        ("Ilo Varek, arrested in Ruda in May, has died, the ministry said.", "captured", []),
        ("The Third Front, a militia founded by Ilo Varek, left Ruda, the ministry said.", "formed", []),
        ("Officials said the army, which captured Belik in 2015, has left.", "took_control", []),
        ("Officials said an army, which captured Belik in 2015, has left.", "took_control", ["Officials"]),
        # what it tells of an act, and whoever speaks inside it, is not
        ("A raid in Ruda, which killed two farmers, has ended, the ministry said.", "killed", ["ministry"]),
        ("Ilo Varek, who officials say killed two farmers, has left, the ministry said.", "killed", ["officials"]),
        ("Ilo Varek, who killed two farmers in Ruda, has died.", "killed", []),
    ],
)
def test_background_on_somebody_is_credited_to_nobody(text: str, predicate: str, voices: list[str]) -> None:
    """An attribution does not reach what is told aside of who somebody is (rule 15)."""
    assert credited(one(text, predicate)) == voices


def test_what_sums_up_the_words_is_not_said() -> None:
    """Of “promised to come, a pledge that others mocked” only the promise is what he said."""
    _, (view,) = read("Danu Orev promised to hire twelve nurses by spring, a pledge that Ilo Varek mocked.")
    (promise,) = [s for s in find_statements(view) if view.tokens[s.cue].text == "promised"]
    said = " ".join(view.tokens[t].text for t in sorted(promise.content))
    assert said.rstrip(" ,") == "to hire twelve nurses by spring"


def test_unquoted_speech_ends_where_the_speaker_is_named() -> None:
    """After “X said:” paragraphs are X's until one speaks about X."""
    text = "General Danu Orev said:\nThe rebels killed two farmers.\nOrev later met Ilo Varek in Ruda."
    assert credited(one(text, "killed")) == ["Danu Orev"]
    assert credited(one(text, "met")) == []


#: sentence → the kind of its voice
KINDS = [
    ("The Ruda Post reported that rebels killed two farmers.", "outlet"),
    ("A resident said that rebels killed two farmers.", "witness"),
    ("The ministry said that rebels killed two farmers.", "official"),
    ("A report by the panel said that rebels killed two farmers.", "document"),
    ("According to the group's Telegram channel, rebels killed two farmers.", "account"),
    ("Two sources said that rebels killed two farmers.", "anonymous"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_voices_have_a_kind(text: str, kind: str) -> None:
    """The words of the voice, then what its mention is, tell its kind."""
    assert [voice.kind for voice in one(text, "killed").attributed_to] == [kind]


#: sentence → who disputes the claim that another makes
DISPUTED = [
    ("The army said it had killed 12 rebels near Ruda, which the Third Guard denied.", "Third Guard"),
    ("Ilo Varek has reportedly been killed in Ruda, though the Third Guard denies this.", "Third Guard"),
    ("Ilo Varek has reportedly been killed in Ruda; the Third Guard denied it.", "Third Guard"),
    ("The army said it had killed 12 rebels near Ruda.", None),
]


@pytest.mark.parametrize(("text", "who"), DISPUTED)
def test_one_claim_with_who_disputes_it(text: str, who: str | None) -> None:
    """What one party says and another denies in the same sentence is one claim, held as the first one does."""
    claim = one(text, "killed")
    assert (claim.disputed_by, claim.modality) == (who, "reported")


def test_nothing_is_said_where_its_content_is_a_claim() -> None:
    """The speaker of a recorded claim stands in attributed_to; words of no other predicate are `said`."""
    assert [c.predicate for c in claims_of("Danu Orev said rebels had killed two farmers.")] == ["killed"]
    assert [c.predicate for c in claims_of("Danu Orev said the winter would be long.")] == ["said"]
    issued = "The Third Guard issued a statement denying that rebels had killed two farmers."
    assert [c.predicate for c in claims_of(issued)] == ["killed"]
    over_two = "“The winter will be long,” Danu Orev said. “Rebels killed two farmers near Ruda.”"
    assert "killed" in [c.predicate for c in claims_of(over_two)]


def test_an_accusation_in_quotation_marks_is_said_by_the_report() -> None:
    """That somebody accuses others is told by the report, whatever he says in marks."""
    claim = one("Human Rights Watch accused the army of “committing serious crimes against Kenya”.", "said")
    assert (claim.modality, credited(claim)) == ("asserted", [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“The Third Guard stormed the hall,” said Danu Orev.", False),
        ("Danu Orev said that the Third Guard was storming the hall.", False),
        ("“We have waited long enough for the Third Guard,” said Danu Orev.", True),
        ("“I will not fight for a poem,” said Danu Orev.", True),
    ],
)
def test_an_act_of_somebody_else_is_no_statement(text: str, said: bool) -> None:
    """Violence, custody and ground told of somebody with a name are claims, and nothing is said beside."""
    assert ("said" in {c.predicate for c in claims_of(text)}) == said


def test_who_is_contradicted_has_said_it_all_the_same() -> None:
    """Of “a charge that X dismissed” the charge stays a statement of who made it; false rumours are denied."""
    text = "President Danu Orev accused the rebels of bad faith, a charge that their spokesman dismissed."
    assert one(text, "said").modality == "asserted"
    assert one("Rumours that Ilo Varek had been killed proved false.", "killed").modality == "denied"


def test_who_denies_goes_on_and_affirms() -> None:
    """What a denier adds with “saying that” is his own account: credited to him, and not denied."""
    claim = one("Danu Orev denied that rebels had left Ruda, saying that the army had shelled Belik.", "attacked")
    assert (claim.modality, credited(claim)) == ("reported", ["Danu Orev"])
