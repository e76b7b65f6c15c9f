"""Subjects and objects are found where a parser hung them under another name."""

from __future__ import annotations

from tests.claims.trees import Named, Row, made

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.document import Role
from reportedly.records.mention import Form, Kind


def _view(rows: list[Row], named: list[Named]) -> SentenceView:
    document, analysis = made([(rows, named)], Role.PARAGRAPH)
    return SentenceView(document, analysis, 0)


def test_a_subject_may_hang_as_an_apposition() -> None:
    """Of "M23 , has claimed Ruda" with M23 apposed to the verb, M23 has claimed it."""
    rows = [
        ("M23", "NNP", 3, "appos"),
        (",", ",", 0, "punct"),
        ("has", "VBZ", 3, "aux"),
        ("claimed", "VBN", 3, "ROOT"),
        ("Ruda", "NNP", 3, "dobj"),
    ]
    assert _view(rows, [(0, 1, Kind.GROUP, Form.NAME)]).subjects(3) == [0]


def test_a_subject_may_hang_as_a_word_before_a_noun() -> None:
    """Of "Guards control Ruda" with the guards before a noun "control", the guards control it."""
    rows = [("Guards", "NNS", 1, "compound"), ("control", "VBP", 1, "ROOT"), ("Ruda", "NNP", 1, "dobj")]
    assert _view(rows, []).subjects(1) == [0]


def test_what_a_preposition_brings_in_may_be_called_its_object() -> None:
    """Of "bombs in Ruda" with Ruda as the object of "in", "in" brings it in."""
    rows = [("bombs", "NNS", 0, "ROOT"), ("in", "IN", 0, "prep"), ("Ruda", "NNP", 1, "dobj")]
    assert _view(rows, []).prepositional(0, "in") == [2]


def test_a_relative_clause_may_lose_its_later_verbs() -> None:
    """Of "was shot by men who came , opened fire" with "opened" hung on "shot", the men opened fire; not of "and"."""
    rows = [
        ("Bek", "NNP", 2, "nsubjpass"),
        ("was", "VBD", 2, "auxpass"),
        ("shot", "VBN", 2, "ROOT"),
        ("by", "IN", 2, "agent"),
        ("men", "NNS", 3, "pobj"),
        ("who", "WP", 6, "nsubj"),
        ("came", "VBD", 4, "relcl"),
        (",", ",", 8, "punct"),
        ("opened", "VBD", 2, "conj"),
        ("fire", "NN", 8, "dobj"),
    ]
    assert _view(rows, []).subjects(8) == [4]
    rows[7] = ("and", "CC", 8, "cc")
    assert _view(rows, []).subjects(8) == [0]


def test_a_verb_before_the_voice_shares_no_subject_with_it() -> None:
    """Of "jets hit posts , sank ships , he said" with "sank" joined to "said", the jets sank them."""
    rows = [
        ("jets", "NNS", 1, "nsubj"),
        ("hit", "VBD", 9, "ccomp"),
        ("posts", "NNS", 1, "dobj"),
        (",", ",", 9, "punct"),
        ("sank", "VBD", 9, "conj"),
        ("ships", "NNS", 4, "dobj"),
        (",", ",", 9, "punct"),
        ("he", "PRP", 9, "nsubj"),
        ("then", "RB", 9, "advmod"),
        ("said", "VBD", 9, "ROOT"),
    ]
    assert _view(rows, []).subjects(4) == [0]


def test_a_list_of_deeds_may_be_read_as_what_somebody_said() -> None:
    """Of "Guards killed nine , burned ten" with "killed" as the content of "burned", the guards burned them."""
    rows = [
        ("Guards", "NNS", 1, "nsubj"),
        ("killed", "VBD", 4, "ccomp"),
        ("nine", "CD", 1, "dobj"),
        (",", ",", 4, "punct"),
        ("burned", "VBD", 4, "ROOT"),
        ("ten", "CD", 4, "dobj"),
    ]
    assert _view(rows, []).subjects(4) == [0]
