"""Pairs of mentions as features, and the linear score over them."""

from __future__ import annotations

from benchmarks.pairs import End, Scorer, features, load_scorers, pairs, placed
from benchmarks.tasks.relations import load_table

from reportedly.records.span import Sentence, Token


def sentence(start: int, *rows: tuple[str, str, int, str]) -> Sentence:
    """A sentence of (word, tag, head, relation), its words one space apart."""
    tokens, at = [], start
    for text, tag, head, relation in rows:
        tokens.append(Token(start=at, end=at + len(text), text=text, lemma=text, tag=tag, head=head, relation=relation))
        at += len(text) + 1
    return Sentence(block=0, start=start, end=at - 1, tokens=tuple(tokens))


#: Orev leads Ash . / Tarvo fell
LINES = [
    sentence(0, ("Orev", "NNP", 1, "nsubj"), ("lead", "VBZ", 1, "ROOT"), ("Ash", "NNP", 1, "dobj")),
    sentence(20, ("Tarvo", "NNP", 1, "nsubj"), ("fall", "VBD", 1, "ROOT")),
]
ENDS = [End(0, 4, "Person", 0), End(10, 13, "Group", 1), End(20, 25, "Place", 2)]


def test_mentions_are_paired_within_a_sentence_in_both_orders() -> None:
    """Two of one sentence make two ordered pairs, one in another sentence makes none."""
    found = [(a.end.kind, b.end.kind) for a, b in pairs(placed(ENDS, LINES))]
    assert found == [("Person", "Group"), ("Group", "Person")]


def test_things_are_paired_across_sentences_by_their_nearest_mentions() -> None:
    """Across sentences each two things make two pairs, whatever the number of their mentions."""
    again = End(20, 25, "Person", 0)  # "Tarvo" is what Orev is called
    found = [(a.end, b.end) for a, b in pairs(placed([ENDS[0], ENDS[1], again], LINES), across=True)]
    assert found == [(ENDS[0], ENDS[1]), (ENDS[1], ENDS[0])]


def test_features_tell_the_words_the_grammar_and_the_rule() -> None:
    """What stands between, the path over the verb, and what claims say are features."""
    one, other = placed(ENDS, LINES)[:2]
    told = features(one, other, LINES, frozenset({"rule InChargeOf"}))
    assert {"kinds Person>Group", "rule InChargeOf", "text > lead", "path nsubj^ dobj_", "top lead"} <= set(told)
    assert "text < lead" in features(other, one, LINES, frozenset())


def test_members_of_a_list_are_seen_as_its_first() -> None:
    """The second of two that are led stands to the leader as the first does, and both stand in one list."""
    rows = [("Orev", "NNP", 1, "nsubj"), ("lead", "VBZ", 1, "ROOT"), ("Ash", "NNP", 1, "dobj"), ("and", "CC", 2, "cc")]
    lines = [sentence(0, *rows, ("Elm", "NNP", 2, "conj"))]
    orev, ash, elm = placed([*ENDS[:2], End(18, 21, "Group", 2)], lines)
    for other in (ash, elm):
        assert "list nsubj^ dobj_" in features(orev, other, lines, frozenset())
    assert "list same" in features(ash, elm, lines, frozenset())
    assert "list same" not in features(orev, elm, lines, frozenset())


def test_features_tell_the_words_in_and_over_both() -> None:
    """What governs a mention and which verb stands between are told for both orders."""
    one, other = placed(ENDS, LINES)[:2]
    assert {"phrase target under lead", "phrase > verb lead Person>Group"} <= set(
        features(one, other, LINES, frozenset())
    )
    assert "phrase < verb lead Group>Person" in features(other, one, LINES, frozenset())


def test_a_score_is_a_probability_that_rises_with_its_features() -> None:
    """Nothing known gives the bias alone; a weight that speaks for the type raises it; other kinds have none."""
    scorer = Scorer(threshold=0.5, bias=0.0, weights={"top lead": 2.0})
    assert scorer.score(["top fall"]) == 0.5
    assert 0.5 < scorer.score(["top lead"]) < 1.0
    assert Scorer(0.5, 0.0, {}, frozenset({"kinds Person>Group"})).score(["kinds Place>Place"]) == 0.0


def test_shipped_scorers_stand_for_schemes_of_the_table() -> None:
    """Each scheme with a score has rules too, and a scheme without is no error."""
    assert all(load_scorers(scheme) for scheme in load_table())
    assert load_scorers("unheard of") == {}
