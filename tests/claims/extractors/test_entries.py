"""Entries of lists and tables: what their fields name, and what is said of their heads."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import drafts_of, told

#: predicate, entry → (subject, object)
ENTRIES = [
    ("leads", "Jaish al-Fath – commander: Omar Dahir – seat: Idlib", [("Omar Dahir", "Jaish al-Fath")]),
    ("backs", "Jaish al-Fath – commander: Omar Dahir – backers: Qatar", [("Qatar", "Jaish al-Fath")]),
    ("based_in", "Jaish al-Fath – commander: Omar Dahir – seat: Idlib", [("Jaish al-Fath", None)]),
    ("national_of", "Omar Dahir; nationality: Libyan; born 1970.", [("Omar Dahir", "Libyan")]),
    ("leads", "Omar Dahir; function: commander of the Qassam Brigades.", [("Omar Dahir", "Qassam Brigades")]),
    (
        "leads",
        "Omar Dahir – born 1970, Aleppo – commander of the Akhmat battalion.",
        [("Omar Dahir", "Akhmat battalion")],
    ),
    ("holds_position", "Commander – Omar Dahir – until 11 May", [("Omar Dahir", None)]),
    (
        "leads",
        "Name: Omar Dahir. Position: commander of the Akhmat battalion. Nationality: Libyan.",
        [("Omar Dahir", "Akhmat battalion")],
    ),
    ("national_of", "Name: Omar Dahir. Position: commander. Nationality: Libyan.", [("Omar Dahir", "Libyan")]),
    (
        "national_of",
        "DAHIR, Omar (a.k.a. the tailor); DOB 1976; nationality Libya; citizen Kenya (individual).",
        [("DAHIR, Omar", "Kenya"), ("DAHIR, Omar", "Libya")],
    ),
    ("also_known_as", "Name: Omar Dahir. A.k.a.: Abu Zeyd. Nationality: Libyan.", [("Omar Dahir", "Abu Zeyd")]),
    ("designated_by", "Name: Omar Dahir. Nationality: Libyan. Date of listing: 5 May 2014.", [("Omar Dahir", None)]),
    (
        "backs",
        "Jaish al-Fath – led by Omar Dahir – funded by Iraq and Kenya",
        [("Iraq", "Jaish al-Fath"), ("Kenya", "Jaish al-Fath")],
    ),
    ("backs", "Jaish al-Fath – seat: Idlib – backers: Doha", [("Doha", "Jaish al-Fath")]),
    ("leads", "The Third Brigade (Colonel Omar Dahir) left.", [("Omar Dahir", "Third Brigade")]),
]
NOTHING = [
    ("also_known_as", "Omar Dahir; a.k.a.: none; born 1970."),
    ("leads", "The army – once feared – has fled."),
    ("leads", "Omar Dahir said the plan – a commander of Hamas told him – was dead."),
    ("national_of", "Omar Dahir; born in Libya; died 1970."),
    ("leads", "Kenya: commander; Ghana: observer."),
    ("leads", "The Third Brigade (Omar Dahir reports) left."),
]


@pytest.mark.parametrize(("predicate", "text", "wanted"), ENTRIES, ids=[f"{p}: {t[:40]}" for p, t, _ in ENTRIES])
def test_fields_are_told_of_the_head(predicate: str, text: str, wanted: list[tuple[str, str | None]]) -> None:
    """What a field names or describes is said of the name that opens the entry."""
    assert told(text, predicate, "subject", "object") == wanted


@pytest.mark.parametrize(("predicate", "text"), NOTHING, ids=[t[:40] for _, t in NOTHING])
def test_what_only_looks_like_an_entry_tells_nothing(predicate: str, text: str) -> None:
    """Dashes and semicolons of running text make no entry."""
    assert [d.rule for _, d in drafts_of(text) if d.predicate == predicate] == []
