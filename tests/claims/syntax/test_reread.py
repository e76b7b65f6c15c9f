"""Sentences that a parser takes for other sentences are read again by their shape."""

from __future__ import annotations

import pytest

from reportedly.claims.syntax.reread import reread
from reportedly.records.span import Token

Row = tuple[str, str, int, str]


def _tokens(rows: list[Row]) -> list[Token]:
    return [
        Token(start=i, end=i + 1, text=text, lemma=text.lower(), tag=tag, head=head, relation=relation)
        for i, (text, tag, head, relation) in enumerate(rows)
    ]


def test_a_headline_verb_taken_for_a_plural_is_a_verb() -> None:
    """Of "Army shells town, kills 12" the army shells the town; of "Army shells kill 12" nothing changes."""
    rows = [("Army", "NN", 1, "compound"), ("shells", "NNS", 4, "ccomp"), ("town", "NN", 1, "dobj"),
            (",", ",", 4, "punct"), ("kills", "VBZ", 4, "ROOT"), ("12", "CD", 4, "dobj")]  # fmt: skip
    read = reread(_tokens(rows))
    assert [(t.tag, t.relation) for t in read[:3]] == [("NN", "nsubj"), ("VBZ", "ccomp"), ("NN", "dobj")]
    plain = _tokens([("Army", "NN", 1, "compound"), ("shells", "NNS", 2, "nsubj"), ("kill", "VBP", 2, "ROOT")])
    assert reread(plain) == tuple(plain)


def test_the_subject_behind_as_does_what_follows() -> None:
    """Of "men hurt as rebels ambush convoy", with the rebels hung on "as", the rebels ambush, not the men."""
    rows = [("men", "NNS", 4, "nsubj"), ("hurt", "VBN", 1, "ROOT"), ("as", "IN", 4, "mark"),
            ("rebels", "NNS", 2, "pobj"), ("ambush", "VBP", 1, "advcl"), ("convoy", "NN", 4, "dobj")]  # fmt: skip
    read = reread(_tokens(rows))
    assert (read[3].head, read[3].relation) == (4, "nsubj")
    assert (read[0].head, read[0].relation) == (1, "dep")


BEHIND_DATES = [
    # "They seized on Monday two men", with the men hung on "on"
    [("They", "PRP", 1, "nsubj"), ("seized", "VBD", 1, "ROOT"), ("on", "IN", 1, "prep"), ("Monday", "NNP", 2, "pobj"),
     ("two", "CD", 5, "nummod"), ("men", "NNS", 2, "pobj")],
    # "They seized on Monday two men", with Monday as a part of the men
    [("They", "PRP", 1, "nsubj"), ("seized", "VBD", 1, "ROOT"), ("on", "IN", 1, "prep"),
     ("Monday", "NNP", 5, "compound"), ("two", "CD", 5, "nummod"), ("men", "NNS", 1, "dobj")],
    # "Rebels attacked on Sunday a post", read as rebels who were attacked
    [("Rebels", "NNS", 0, "ROOT"), ("attacked", "VBN", 0, "acl"), ("on", "IN", 1, "prep"), ("Sunday", "NNP", 2, "pobj"),
     ("a", "DT", 5, "det"), ("post", "NN", 0, "appos")],
]  # fmt: skip


@pytest.mark.parametrize("rows", BEHIND_DATES)
def test_what_stands_behind_a_date_is_the_object_of_the_verb(rows: list[Row]) -> None:
    """The day hangs on "on", what follows it on the verb."""
    read = reread(_tokens(rows))
    assert [(read[3].head, read[3].relation), (read[5].head, read[5].relation)] == [(2, "pobj"), (1, "dobj")]
    assert read[1].tag == "VBD"


def test_a_day_at_the_end_takes_nothing_away() -> None:
    """Of "They attacked on Sunday, police said" nothing changes."""
    rows = [("They", "PRP", 1, "nsubj"), ("attacked", "VBD", 6, "ccomp"), ("on", "IN", 1, "prep"),
            ("Sunday", "NNP", 2, "pobj"), (",", ",", 6, "punct"), ("police", "NNS", 6, "nsubj"),
            ("said", "VBD", 6, "ROOT")]  # fmt: skip
    tokens = _tokens(rows)
    assert reread(tokens) == tuple(tokens)
