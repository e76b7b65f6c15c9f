"""Consonant skeletons."""

from __future__ import annotations

import pytest

from reportedly.text.skeleton import loose, open_form, readings, strict
from reportedly.text.transliterate import plain, sounds


def _skeleton(word: str) -> str:
    return strict(sounds(plain(word)))


@pytest.mark.parametrize(
    "words",
    [
        ("Soleimani", "Sulaymani", "Suleimani", "سليماني"),
        ("Haniyeh", "Haniya", "هنية"),
        ("Mohammed", "Muhammad", "Mohamed", "محمد"),
        ("Usama", "Oussama", "أسامة"),
        ("Vladimirovich", "Владимирович"),
        ("Hussein", "Husayn", "Hoseyn", "حسين"),
    ],
)
def test_spellings_of_a_word_have_one_strict_skeleton(words: tuple[str, ...]) -> None:
    """Vowels, doubled letters and the script leave no trace."""
    assert len({_skeleton(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Othman", "Osman"), ("Ghasem", "Qasem"), ("Parviz", "پرویز"), ("Jamil", "Gamil")],
)
def test_spellings_by_ear_share_a_reading(one: str, other: str) -> None:
    """Letters that dialects mix up are merged."""
    assert not readings(_skeleton(one)).isdisjoint(readings(_skeleton(other)))


@pytest.mark.parametrize(("one", "other"), [("Malik", "Khaliq"), ("Fatemi", "Zaineb"), ("Ali", "Amal")])
def test_other_words_share_none(one: str, other: str) -> None:
    """Other consonants stay apart."""
    assert readings(_skeleton(one)).isdisjoint(readings(_skeleton(other)))


def test_a_word_of_vowels_keeps_them() -> None:
    """There is always something to compare."""
    assert strict("aua") == "aua"
    assert loose("w") == "w"


def test_long_vowels_are_seen() -> None:
    """Hasan and Husayn have one skeleton; the open form tells which of them حسين is."""
    assert open_form(sounds("حسين")) == "hsyn"
    assert open_form("husayn") == "hwsyn"
    assert open_form("hasan") == "hsn"
