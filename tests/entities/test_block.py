"""Blocking keeps the pairs that are worth comparing, and few others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.entities.block import PARTNERS, candidate_pairs, keys_of
from reportedly.entities.name import Name, NameKind, parse_name

LISTS = Path(__file__).resolve().parents[3] / "shared" / "gold" / "names" / "lists"
KINDS = {"person": NameKind.PERSON, "organisation": NameKind.GROUP, "place": NameKind.PLACE}


def _names(*texts: str, kind: NameKind = NameKind.PERSON) -> list[Name]:
    return [parse_name(text, kind) for text in texts]


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        (NameKind.PERSON, "Qassem Soleimani", "قاسم سليماني"),
        (NameKind.PERSON, "Qassem Soleimani", "Soleimani"),
        (NameKind.PERSON, "Jamal Eddine", "Jamaleddine"),
        (NameKind.GROUP, "Kata'ib Hezbollah", "Hezbollah Brigades"),
        (NameKind.GROUP, "Popular Mobilization Forces", "PMF"),
        (NameKind.GROUP, "Movement of the 12th of May", "Harakat 12 May"),
        (NameKind.PLACE, "Samava", "As Samāwah"),
        (NameKind.PLACE, "Marodis", "Marodi"),
        (NameKind.PLACE, "Tarvokoura", "Tarvo"),
        (NameKind.PLACE, "Ruqash", "Rugash"),
        (NameKind.PLACE, "Michayevo", "Mitsjajevo"),
        (NameKind.PLACE, "Vebrahim Khan", "Vebrakhimkhan"),
    ],
)
def test_spellings_translations_and_acronyms_share_a_key(kind: NameKind, left: str, right: str) -> None:
    """Names of one bearer meet in a bucket."""
    one, other = _names(left, right, kind=kind)
    assert keys_of(one) & keys_of(other)
    assert candidate_pairs([one, other]) == [(0, 1)]


def test_vowels_choose_among_places_of_the_same_consonants() -> None:
    """Where many places share two consonants, those that sound alike are kept: v is w, o is u, a final h is silent."""
    crowd = [f"Z{a}r{b}n{c}" for a in "aei" for b in "aeiou" for c in "aeiou"]
    names = _names("Zuvarno", "Zowarnuh", *crowd, kind=NameKind.PLACE)
    assert len(names) == 77
    kept = candidate_pairs(names, partners=1)
    assert (0, 1) in kept


def test_the_places_that_sound_most_alike_are_kept() -> None:
    """A short name shares a key with dozens; those that differ by a letter come before those with rarer keys."""
    crowd = [f"Dar{a}{b}{c}u" for a in "aeio" for b in "ktmnsb" for c in "ai"]
    names = _names("Daratu", "Dare Tu", *crowd, kind=NameKind.PLACE)
    kept = candidate_pairs(names, partners=2)
    assert (0, 1) in kept


def test_names_of_two_kinds_never_meet() -> None:
    """A person and a place of one name are no pair."""
    person, place = parse_name("Karbala", NameKind.PERSON), parse_name("Karbala", NameKind.PLACE)
    assert candidate_pairs([person, place]) == []


def test_nothing_to_pair() -> None:
    """No names and one name make no pairs."""
    assert candidate_pairs([]) == []
    assert candidate_pairs(_names("Soleimani")) == []


@settings(max_examples=25, deadline=None)
@given(st.permutations(["Ali Hasan", "Ali Hassan", "Hasan Ali", "Omar Hasan", "Omar al-Zubaidi", "Zubaidi"]))
def test_the_order_of_names_does_not_matter(texts: list[str]) -> None:
    """The same names are paired, in whatever order they come."""
    found = {frozenset((texts[i], texts[j])) for i, j in candidate_pairs(_names(*texts), partners=2)}
    ordered = sorted(texts)
    assert found == {frozenset((ordered[i], ordered[j])) for i, j in candidate_pairs(_names(*ordered), partners=2)}


@pytest.mark.skipif(not (LISTS / "train.jsonl").exists(), reason="the development data is not beside this checkout")
def test_spelling_variants_of_the_lists_meet() -> None:
    """Of names that differ in spelling, 95 of 100 pairs are kept, in few pairs."""
    rows = [json.loads(line) for line in (LISTS / "train.jsonl").read_text("utf-8").splitlines()]
    wanted = sorted({(KINDS[row["kind"]], row[side]) for row in rows for side in ("left", "right")})
    place_of = {named: i for i, named in enumerate(wanted)}
    pairs = set(candidate_pairs([parse_name(text, kind) for kind, text in wanted]))
    assert len(pairs) <= PARTNERS * len(wanted)
    spelled = [row for row in rows if row["verdict"] == "same" and row["category"] == "spelling"]
    for kind in KINDS:
        ends = [
            sorted((place_of[KINDS[kind], row["left"]], place_of[KINDS[kind], row["right"]]))
            for row in spelled
            if row["kind"] == kind and row["left"] != row["right"]
        ]
        assert sum((a, b) in pairs for a, b in ends) >= 0.95 * len(ends)
