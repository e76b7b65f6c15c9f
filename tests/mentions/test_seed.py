"""The seed report: errors that stock taggers made on it must not come back. No rule of the stage knows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.mentions.reading import Read

from reportedly.records.mention import Form


@pytest.fixture(scope="module")
def seed(shared: Path, read: Callable[[str], Read]) -> Read:
    """The report itself, without what follows its last paragraph."""
    path = shared / "seed" / "fallujah-2016.txt"
    if not path.exists():
        pytest.skip("the seed report is not beside this checkout")
    return read(path.read_text(encoding="utf-8").split("\n\nCaleb Weiss")[0])


KINDS = {
    "Qassem Soleimani": "Person",
    "Soleimani": "Person",
    "Hadi al Amiri": "Person",
    "Amiri": "Person",
    "Akram al Kaabi": "Person",
    "Abu Mahdi al Muhandis": "Person",
    "Muhandis": "Person",
    "Fallujah": "Place",
    "Tikrit": "Place",
    "Samarra": "Place",
    "Jurf al Sakhar": "Place",
    "Latakia": "Place",
    "Aleppo": "Place",
    "southern Aleppo": "Place",
    "Anbar province": "Place",
    "Iraq": "State",
    "Syria": "State",
    "Iran": "State",
    "Islamic State": "Group",
    "Harakat al Nujaba": "Group",
    "Kata’ib Hezbollah": "Group",
    "Hezbollah Brigades": "Group",
    "Popular Mobilization Units": "Group",
    "Badr Organization": "Group",
    "Badr": "Group",
    "Hezbollah": "Group",
    "Iranian Qods Force": "StateBody",
    "Iranian Revolutionary Guards Corps-Qods Force": "StateBody",
    "Revolutionary Guards": "StateBody",
    "Islamic Revolutionary Guards Corps": "StateBody",
    "Facebook": "Organisation",
}


@pytest.mark.parametrize(("words", "kind"), KINDS.items())
def test_kinds(seed: Read, words: str, kind: str) -> None:
    """Each name is found whole and typed rightly."""
    assert seed.kind(words) == kind


CHAINS = [
    ("Iranian Qods Force leader", 0, "Qassem Soleimani"),
    ("the head of the Iranian Revolutionary Guards Corps-Qods Force", 0, "Qassem Soleimani"),
    ("Iranian Qods Force", 0, "Iranian Revolutionary Guards Corps-Qods Force"),
    ("Soleimani", 0, "Qassem Soleimani"),
    ("Muhandis", 0, "Abu Mahdi al Muhandis"),
    ("Amiri", 0, "Hadi al Amiri"),
    ("The militia’s leader", 0, "Akram al Kaabi"),
    ("The militia", 0, "Harakat al Nujaba"),
    ("another Iranian-backed militia", 0, "Badr Organization"),
    ("Badr", 0, "Badr Organization"),
    ("Hezbollah Brigades", 0, "Kata’ib Hezbollah"),
    ("US", 0, "United States"),
    ("Iranian", 0, "Iran"),
    ("Iranians", 0, "Iran"),
    ("He", 0, "Qassem Soleimani"),
    ("I", 0, "Hadi al Amiri"),
    ("the Iraqi city of Fallujah", 0, "Fallujah"),
]


@pytest.mark.parametrize(("words", "nth", "name"), CHAINS)
def test_chains(seed: Read, words: str, nth: int, name: str) -> None:
    """Short forms, offices, descriptions and pronouns stand for the right name."""
    assert seed.name(words, nth) == name


APART = [
    ("Hezbollah", "Kata’ib Hezbollah"),
    ("Revolutionary Guards", "Iranian Revolutionary Guards Corps-Qods Force"),
    ("Aleppo", "southern Aleppo"),
    ("Iraq", "Iran"),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_apart(seed: Read, left: str, right: str) -> None:
    """These are never one."""
    assert seed.chain(left) is not seed.chain(right)


def test_modifiers_are_no_places(seed: Read) -> None:
    """ "Iranian-backed" and "US-designated" give adjectives of states."""
    for words in ("Iranian", "US"):
        assert seed.mention(words).form == Form.ADJECTIVE


def test_sentences_of_headline_caption_and_body_stay_apart(seed: Read) -> None:
    """The headline, the caption and the first paragraph are three sentences."""
    starts = [seed.text[s.start : s.start + 20] for s in seed.analysis.sentences[:3]]
    assert starts == ["Iranian Qods Force l", "Qassem Soleimani (si", "Qassem Soleimani, th"]
