"""Talks between named parties, and what they settled."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

from reportedly.records.claim import Modality

#: sentence → (one, other or None, place) of each meeting; the order of the two does not matter
MET = [
    ("Bek was greeted upon arrival in Goma by Omar Sol.", [("Bek", "Omar Sol", "Goma")]),
    # lists that single people out, each with what he is
    (
        "Okello met with a number of leaders, including Omar Sol, the head of the Wisdom Movement, Qais Banda, "
        "secretary of the League, and Hussein Bek, commander of the Brigades.",
        [("Okello", "Omar Sol", None), ("Okello", "Qais Banda", None), ("Hussein Bek", "Okello", None)],
    ),
    (
        "Okello’s visit included talks with National Movement leader Omar Sol, Fatah Alliance head Qais Banda, "
        "and Islamic Council leader Hussein Bek.",
        [("Okello", "Omar Sol", None), ("Okello", "Qais Banda", None), ("Hussein Bek", "Okello", None)],
    ),
    ("Okello met Omar Sol, and army chief Qais Banda left for Goma.", [("Okello", "Omar Sol", None)]),
    ("Haftar shook hands with Emmanuel Macron in Cairo.", [("Emmanuel Macron", "Haftar", "Cairo")]),
    ("Macron sat down with Zelenskyy.", [("Macron", "Zelenskyy", None)]),
    # with those who serve, told by what they are
    ("Haftar shook hands with the fighters in Sebha.", [("Haftar", "fighters", "Sebha")]),
    # talks told of a noun, and talks that somebody plays down
    ("A Hamas delegation in talks with Abbas Kamel has left Cairo.", [("Abbas Kamel", "Hamas delegation", None)]),
    ("Macron defended his talks with Khalifa Haftar.", [("Khalifa Haftar", "his", None)]),
    ("Macron greeted Khalifa Haftar at Cairo airport.", [("Khalifa Haftar", "Macron", "Cairo airport")]),
    ("Macron spent the morning with Khalifa Haftar in Paris.", [("Khalifa Haftar", "Macron", "Paris")]),
    # soldiers are somebody; those who are named of several
    (
        "Haftar met with soldiers and police officers in Sebha.",
        [("Haftar", "police officers", "Sebha"), ("Haftar", "soldiers", "Sebha")],
    ),
    (
        "Burhan was received by officials including William Ruto and Abiy Ahmed.",
        [("Burhan", "William Ruto", None), ("Abiy Ahmed", "Burhan", None)],
    ),
    # whom a picture shows together is not far away
    ("In a video posted on Telegram, Haftar was welcomed by Emmanuel Macron.", [("Emmanuel Macron", "Haftar", None)]),
    ("Macron travelled to Cairo to talk with Khalifa Haftar.", [("Khalifa Haftar", "Macron", "Cairo")]),
    # where they came to meet
    (
        "Macron will lead a delegation to Cairo for a meeting with Khalifa Haftar.",
        [("Khalifa Haftar", "Macron", "Cairo")],
    ),
    ("Macron flew to Cairo and met Khalifa Haftar.", [("Khalifa Haftar", "Macron", "Cairo")]),
    ("Abbas Kamel received a delegation of Hamas in Cairo.", [("Abbas Kamel", "Hamas", "Cairo")]),
    ("A delegation of Hamas was received in Cairo by Abbas Kamel.", [("Abbas Kamel", "Hamas", "Cairo")]),
    (
        "Sergey Lavrov met Recep Tayyip Erdogan in Ankara on Tuesday.",
        [("Recep Tayyip Erdogan", "Sergey Lavrov", "Ankara")],
    ),
    ("Putin and Erdogan met in Sochi.", [("Erdogan", "Putin", "Sochi")]),
    ("H: Egyptian President Sisi meets Libyan commander Haftar in Cairo", [("Haftar", "Sisi", "Cairo")]),
    (
        "Antonio Guterres has been discussing his plan with Khalifa Haftar in Cairo.",
        [("Antonio Guterres", "Khalifa Haftar", "Cairo")],
    ),
    ("Senior officials from Russia and Turkey met in Sochi.", [("Russia", "Turkey", "Sochi")]),
    ("Maduro received Hossein Amir-Abdollahian in Caracas.", [("Hossein Amir-Abdollahian", "Maduro", "Caracas")]),
    (
        "Erdogan held talks with Putin and Rouhani in Sochi.",
        [("Erdogan", "Putin", "Sochi"), ("Erdogan", "Rouhani", "Sochi")],
    ),
    (
        "A meeting in Geneva between Iran, Russia and Turkey ended.",
        [("Iran", "Russia", "Geneva"), ("Iran", "Turkey", "Geneva"), ("Russia", "Turkey", "Geneva")],
    ),
    ("Talks between Ethiopia and the TPLF began in Pretoria.", [("Ethiopia", "TPLF", "Pretoria")]),
    (
        "A meeting between Abiy Ahmed and Isaias Afwerki took place in Asmara.",
        [("Abiy Ahmed", "Isaias Afwerki", "Asmara")],
    ),
    ("Antony Blinken will meet with Volodymyr Zelenskyy in Kyiv.", [("Antony Blinken", "Volodymyr Zelenskyy", "Kyiv")]),
    ("Burhan was received by Ruto.", [("Burhan", "Ruto", None)]),
    ("Macron’s meeting with Haftar in Paris lasted an hour.", [("Haftar", "Macron", "Paris")]),
    ("Hemedti conferred with Abiy Ahmed in Addis Ababa.", [("Abiy Ahmed", "Hemedti", "Addis Ababa")]),
    (
        "William Ruto hosted Burhan and Hemedti for talks.",
        [("Burhan", "William Ruto", None), ("Hemedti", "William Ruto", None)],
    ),
    ("H: Lavrov meets Ismail Haniyeh in Doha", [("Ismail Haniyeh", "Lavrov", "Doha")]),
    ("After talks with Lavrov in Geneva, Blinken left.", [("Blinken", "Lavrov", "Geneva")]),
    (
        "Antony Blinken held a series of meetings with Ismail Haniyeh in Doha.",
        [("Antony Blinken", "Ismail Haniyeh", "Doha")],
    ),
    ("Omar Bek sat across from envoys of Hamas in Cairo.", [("Omar Bek", "envoys of Hamas", "Cairo")]),
    ("Omar Bek called on Prime Minister Karim Sol in Cairo.", [("Karim Sol", "Omar Bek", "Cairo")]),
    ("The Foreign Ministry summoned the Afghan ambassador.", [("Afghan ambassador", "Foreign Ministry", None)]),
]
AGREED = [
    ("The SDF made peace with the Syrian army.", [("SDF", "Syrian army", None)]),
    ("The SDF came to an agreement with Turkey.", [("SDF", "Turkey", None)]),
    ("Ethiopia and Eritrea signed in Jeddah.", [("Eritrea", "Ethiopia", "Jeddah")]),
    ("Sudan and South Sudan signed a peace agreement in Juba.", [("South Sudan", "Sudan", "Juba")]),
    ("The UN Security Council adopted Resolution 2118.", [(None, "UN Security Council", None)]),
    ("Armenia agreed to a ceasefire with Azerbaijan.", [("Armenia", "Azerbaijan", None)]),
    ("Ethiopia and the TPLF agreed on a truce in Pretoria.", [("Ethiopia", "TPLF", "Pretoria")]),
    ("Colombia reached a deal with the ELN in Havana.", [("Colombia", "ELN", "Havana")]),
    ("A truce between Israel and Hamas began at dawn.", [("Hamas", "Israel", None)]),
    ("The accord between Rwanda and Congo was announced in Doha.", [("Congo", "Rwanda", "Doha")]),
    ("The Taliban signed an accord with the United States in Doha.", [("Taliban", "United States", "Doha")]),
    ("Iran and Saudi Arabia concluded an agreement.", [("Iran", "Saudi Arabia", None)]),
    ("Armenia and Azerbaijan reached a settlement.", [("Armenia", "Azerbaijan", None)]),
    ("A ceasefire between the FARC and the ELN held for a week.", [("ELN", "FARC", None)]),
    ("Egypt signed a memorandum with Turkey in Cairo.", [("Egypt", "Turkey", "Cairo")]),
]
BAIT = [
    ("met", "Macron called on Zelenskyy to resign."),  # a demand
    ("met", "Haftar shook his head with regret."),  # alone
    ("met", "Macron greeted the news from Cairo."),  # a thing
    ("met", "Macron met a man in Cairo."),  # nobody in particular
    ("met", "Macron ruled out talks with Khalifa Haftar."),  # refused
    ("met", "Macron ended negotiations with Hamas."),  # over
    ("met", "Macron met Zelenskyy by video on Monday."),  # at a distance
    ("met", "Macron spent the morning in Cairo."),  # alone
    ("met", "Qatar hosts negotiators of Hamas."),  # they stay there
    ("agreed", "Members sign a paper, agreeing to work hard."),  # one side
    ("met", "The minister met the deadline."),  # a figure of speech
    ("met", "Blinken spoke by phone with Lavrov."),  # at a distance
    ("met", "The plan met with resistance in Cairo."),  # a figure of speech
    ("met", "Egypt meets Morocco’s conditions."),  # conditions
    ("met", "Ruto received a letter."),  # a thing
    ("met", "Macron visited Beirut."),  # a place
    ("met", "Macron called for talks."),  # no one met
    ("met", "In a telephone call with Zelenskyy, Macron promised tanks."),  # at a distance
    ("agreed", "Critics agree that Haftar is weak."),  # an opinion
    ("agreed", "Burhan rejected the deal."),  # the opposite
    ("agreed", "The figures do not agree with the report."),  # figures
    ("agreed", "Macron agreed to be interviewed."),  # one person, no accord
    ("agreed", "Maria Santos signed the book."),  # no accord
    ("agreed", "Without a deal, Kenya will leave."),  # none
]


def _pairs(text: str, predicate: str) -> list[tuple[str | None, ...]]:
    found = told(text, predicate, "subject", "object", "place")
    return sorted((*sorted(pair[:2], key=str), pair[2]) for pair in found)


@pytest.mark.parametrize(("text", "wanted"), MET, ids=[t[:50] for t, _ in MET])
def test_meetings_are_told(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    """One claim for each pair that met."""
    assert _pairs(text, "met") == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), AGREED, ids=[t[:50] for t, _ in AGREED])
def test_agreements_are_told(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    """Both sides of an accord, or the body and what it adopted."""
    assert _pairs(text, "agreed") == sorted(wanted)


@pytest.mark.parametrize(("predicate", "text"), BAIT, ids=[t[:50] for _, t in BAIT])
def test_bait_brings_nobody_together(predicate: str, text: str) -> None:
    """Deadlines, letters, calls and opinions are neither meetings nor accords."""
    assert told(text, predicate, "subject", "object") == []


def test_who_comes_for_a_meeting_has_not_met_yet() -> None:
    """What someone travels for is planned."""
    text = "Antony Blinken flew to Doha for a meeting with Ismail Haniyeh."
    assert [d.modality for _, d in drafts_of(text) if d.predicate == "met"] == [Modality.PLANNED]
