"""Who the two parties of a bond are, whatever the tree made of them."""

from __future__ import annotations

import pytest
from tests.claims.extractors.reading import read

from reportedly.claims.arguments.sides import actors, doers_of, reached, verb_base
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.ties.bonds import mutual, noun_bonds
from reportedly.claims.ties.brackets import bracketed, is_abbreviation, is_acronym
from reportedly.claims.ties.compounds import compounds
from reportedly.records.mention import AGENTS, Kind


def _view(text: str) -> SentenceView:
    return read(text)[1][0]


def _words(view: SentenceView, found: list[Filler]) -> list[str]:
    return [view.document.text[f.start : f.end] for f in found]


def _token(view: SentenceView, word: str) -> int:
    return next(i for i, t in enumerate(view.tokens) if t.text == word)


# text, verb, who does it
DOERS = [
    ("Kinshasa accuses Kigali of backing M23.", "backing", ["Kigali"]),
    ("Tehran has been accused of arming the Houthis.", "arming", ["Tehran"]),
    ("Ankara backs the rebels.", "backs", ["Ankara"]),
    ("The minister underlined the UK’s commitment to supporting Ukraine.", "supporting", ["UK"]),
    ("The army, some of whose units are backed by Iran, left.", "backed", ["Iran"]),
    ("The truck backs into a wall.", "backs", []),
]


@pytest.mark.parametrize(("text", "verb", "expected"), DOERS)
def test_who_does_it(text: str, verb: str, expected: list[str]) -> None:
    """Blame, promises and capitals show who acts."""
    view = _view(text)
    assert _words(view, doers_of(view, _token(view, verb), frozenset())) == expected


def test_a_second_preposition_is_reached() -> None:
    """Of "tied to A and its B, and to C" all three."""
    view = _view("Hadi Bek is tied to Iran and its Revolutionary Guards, and to Karim Sol.")
    found = actors(view, reached(view, _token(view, "tied"), "to"))
    assert _words(view, found) == ["Iran", "Revolutionary Guards", "Karim Sol"]


def test_verbs_read_as_nouns() -> None:
    """A noun with an object is the verb that the tagger missed; other nouns are none."""
    view = _view("The US sanctioned Karim Bek for funding Hezbollah.")
    assert verb_base(view, _token(view, "funding")) == "fund"
    view = _view("The funding of Hezbollah stopped.")
    assert verb_base(view, _token(view, "funding")) is None


# text, (who stands before the hyphen, the noun it describes)
COMPOUNDS = [
    ("The Saudi- and Emirati-backed Southern Transitional Council met.", [(["Saudi", "Emirati"], "Council")]),
    ("The Russian-backed and Iranian-backed army left.", [(["Russian"], "army"), (["Iranian"], "army")]),
    ("A well-backed plan failed.", []),
    ("The plan backed by Iran failed.", []),
]


@pytest.mark.parametrize(("text", "expected"), COMPOUNDS)
def test_compounds(text: str, expected: list[tuple[list[str], str]]) -> None:
    """All names before a participle, with the noun behind it."""
    view = _view(text)
    found = compounds(view, frozenset({"backed"}), AGENTS)
    assert [(_words(view, list(c.before)), view.tokens[c.noun].text) for c in found] == expected


def test_a_militia_between_commas_is_no_person() -> None:
    """A word of bodies is not said of the leader whose body it follows."""
    view = _view("Hadi Bek, the leader of the Badr Organization, another Iranian militia, spoke.")
    found = list(noun_bonds(view, _token(view, "militia"), AGENTS, frozenset({Kind.STATE})))
    assert {view.document.text[b.first.start : b.first.end] for b in found} == {"Badr Organization"}


def test_nationality_before_a_calling_is_no_bond() -> None:
    """Without adjectives only owners and "of" count."""
    view = _view("Karim Bek, a Pakistani financier, spoke.")
    noun = _token(view, "financier")
    assert list(noun_bonds(view, noun, AGENTS, AGENTS, adjectives=False)) == []
    assert list(noun_bonds(view, noun, AGENTS, AGENTS)) != []


def test_plurals_hold_both_ways() -> None:
    """ "X and Y are allies" is one pair, "X is an ally" none."""
    view = _view("Russia and Syria are allies.")
    assert [_words(view, list(pair)) for pair in mutual(view, _token(view, "allies"), AGENTS)] == [["Russia", "Syria"]]
    view = _view("Syria is an ally.")
    assert mutual(view, _token(view, "ally"), AGENTS) == []


# text, names in brackets
BRACKETS = [
    ("Hamas (Islamic Resistance Movement) fired rockets.", ["Islamic Resistance Movement"]),
    ("Jabhat al-Nusra (Arabic: جبهة النصرة, Jabhat an-Nusra) left.", ["جبهة النصرة", "Jabhat an-Nusra"]),
    ("The Third Guard Front (TGF) met.", []),
    ("Karim Bek (left) spoke.", []),
    ("Rose (Levesque) Morneau spoke.", []),
    ("Eric White (founder, Capital Group) spoke.", []),
    ("Hamas (never closed fired rockets.", []),
]


@pytest.mark.parametrize(("text", "expected"), BRACKETS)
def test_brackets(text: str, expected: list[str]) -> None:
    """Translations and other scripts are names; abbreviations, remarks and maiden names are not."""
    view = _view(text)
    assert _words(view, [other for _, other in bracketed(view, AGENTS)]) == expected


def test_abbreviations() -> None:
    """First letters and parts of a name are no other name; an acronym is one word of capitals."""
    assert is_abbreviation("Third Guard Front", "TGF")
    assert is_abbreviation("Memorial", "Memorial Society")
    assert not is_abbreviation("Islamic State", "ISIS")
    assert is_acronym("ISIS")
    assert is_acronym("PSS III")
    assert not is_acronym("Hamas")
