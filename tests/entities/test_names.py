"""The pairs that other tools get wrong, and what must hold for every pair."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.entities.aliases import no_aliases
from reportedly.entities.comparator import Answer
from reportedly.entities.name import NameKind
from reportedly.entities.names import compare_names, load_comparators

PERSON, GROUP, PLACE = NameKind.PERSON, NameKind.GROUP, NameKind.PLACE

SAME = [
    (GROUP, "Qods Force", "Quds Force"),
    (GROUP, "Qods Force", "Jerusalem Force"),
    (GROUP, "Kata'ib Hezbollah", "Hezbollah Brigades"),
    (GROUP, "Kata’ib Hizballah", "كتائب حزب الله"),
    (GROUP, "Harakat al Nujaba", "Nujaba Movement"),
    (GROUP, "Harakat al Nujaba", "Harakat Hezbollah al-Nujaba"),
    (GROUP, "Nujaba Movement", "Harakat Hezbollah al-Nujaba"),
    (GROUP, "Popular Mobilization Units", "Popular Mobilization Forces"),
    (GROUP, "Popular Mobilization Forces", "Hashd al-Shaabi"),
    (GROUP, "Popular Mobilization Units", "Hashd al-Shaabi"),
    (GROUP, "Hezbollah", "حزب الله"),
    (PERSON, "Qassem Soleimani", "Qasim Sulaimani"),
    (PERSON, "Qassem Soleimani", "قاسم سليماني"),
    (PERSON, "Qasim Sulaimani", "قاسم سليماني"),
    (PERSON, "Maj. Gen. Qassem Soleimani", "Qasem Suleimani"),
    (PERSON, "Ismail Haniyeh", "Ismail Haniya"),
    (PERSON, "Vladimir Nikolaevich Orlov", "Владимир Николаевич ОРЛОВ"),
    (PERSON, "Elisha Barkai", "אלישע ברקאי"),
    (PERSON, "Jamal Eddine Karimi", "Jamaleddine Karimi"),
    (PERSON, "Abd al-Rahman al-Hadi", "Abdurrahman al-Hadi"),
    (PLACE, "Deir ez-Zor", "Dayr al-Zawr"),
]
DIFFERENT = [
    (GROUP, "Hezbollah", "Kata'ib Hezbollah"),
    (GROUP, "Hezbollah", "Hezbollah Brigades"),
    (GROUP, "Liwa Fatemiyoun", "Liwa Zainebiyoun"),
    (GROUP, "al-Qaida in the Arabian Peninsula", "al-Qaida in the Islamic Maghreb"),
    (GROUP, "Popular Mobilization Forces", "Popular Resistance Forces"),
    (PERSON, "Qassem Soleimani", "Qassem Suleiman"),
    (PERSON, "Akram al Kaabi", "Abdul Karim al-Kaabi"),
    (PLACE, "Upper Kafr Zayd", "Lower Kafr Zayd"),
]
RELATED = [
    (PERSON, "Osama bin Laden", "Hamza bin Laden"),
    (PERSON, "Abdul Malik al-Houthi", "Abdul Khaliq al-Houthi"),
    (PLACE, "Aleppo", "southern Aleppo"),
    (GROUP, "ISIL", "ISIL-Yemen"),
    (GROUP, "IRGC", "IRGC Navy"),
]


@pytest.mark.parametrize(("kind", "left", "right"), SAME)
def test_spellings_of_one_name_are_the_same(kind: NameKind, left: str, right: str) -> None:
    """Other spellings, scripts and translations of a name are told to be it, with a table of aliases and without."""
    assert compare_names(left, right, kind, no_aliases()).verdict is Answer.SAME
    assert compare_names(left, right, kind).verdict is Answer.SAME


@pytest.mark.parametrize(("kind", "left", "right"), DIFFERENT)
def test_names_that_only_look_alike_are_different(kind: NameKind, left: str, right: str) -> None:
    """Names that share most of their letters and mean another bearer are told apart."""
    assert compare_names(left, right, kind, no_aliases()).verdict is Answer.DIFFERENT
    assert compare_names(left, right, kind).verdict is Answer.DIFFERENT


@pytest.mark.parametrize(("kind", "left", "right"), RELATED)
def test_kin_branches_and_parts_are_related(kind: NameKind, left: str, right: str) -> None:
    """Brothers, branches and parts of a place are neither one nor strangers."""
    assert compare_names(left, right, kind, no_aliases()).verdict is Answer.RELATED
    assert compare_names(left, right, kind).verdict is Answer.RELATED


def test_the_false_pair_ranks_below_the_true_one() -> None:
    """Hezbollah is further from Kata'ib Hezbollah than the Hezbollah Brigades are."""
    true = compare_names("Kata'ib Hezbollah", "Hezbollah Brigades", GROUP, no_aliases()).score
    assert true > 2 * compare_names("Hezbollah", "Kata'ib Hezbollah", GROUP, no_aliases()).score


def test_each_kind_of_names_has_a_comparator() -> None:
    """No kind is left without rules."""
    assert set(load_comparators()) == set(NameKind)


def test_the_sentence_names_the_words_and_the_rule() -> None:
    """A person can see what was matched and why the answer is what it is."""
    found = compare_names("IRGC Navy", "IRGC", GROUP, no_aliases())
    assert found.rule == "branch"
    assert found.sentence == "IRGC = IRGC; only left: Navy. “Navy” names a branch of “IRGC”."


@pytest.mark.parametrize("empty", ["", "—", "中国", "\u200f"])
def test_a_name_without_letters_is_no_ones(empty: str) -> None:
    """What holds no letters that can be read is different from every name, itself too."""
    assert compare_names(empty, "Hezbollah", GROUP).verdict is Answer.DIFFERENT


ANY_NAME = st.text(alphabet="abdhiklmnorsuy -'أبدحسعقلمنيAKSОлегив1.", max_size=30)


@settings(max_examples=150, deadline=None)
@given(ANY_NAME, ANY_NAME, st.sampled_from(list(NameKind)))
def test_the_order_of_two_names_does_not_matter(left: str, right: str, kind: NameKind) -> None:
    """Changing places changes neither the verdict nor the score, and every score is a probability."""
    one, other = compare_names(left, right, kind), compare_names(right, left, kind)
    assert (one.verdict, one.score, one.rule) == (other.verdict, other.score, other.rule)
    assert 0 <= one.score <= 1


def test_ten_thousand_pairs_a_second() -> None:
    """Names that were seen before compare fast; the bound leaves room for a busy machine."""
    given_names, families = ("Qasim", "Ali Hasan", "Abu Walid"), ("Soleimani", "al-Amin")
    names = [f"{first} {family}" for first in given_names for family in families]
    pairs = [(a, b) for a in names for b in names]
    compare_names(*pairs[0], PERSON)
    started = time.process_time()
    for left, right in pairs * 20:
        compare_names(left, right, PERSON)
    assert len(pairs) * 20 / (time.process_time() - started) > 4000
