"""Chains as the coreference sets mark them."""

from __future__ import annotations

import pytest
from benchmarks.tasks.coreference import predict

CHAINS = [
    # the whole phrase stands for a name and its apposition, or for the subject and its predicate
    (
        "Tomas Varek, the head of the Third Guard, left. He died.",
        ["Tomas Varek, the head of the Third Guard", "He"],
    ),
    ("Tomas Varek is the commander of the Third Guard. He left.", ["Tomas Varek", "He"]),
    # what stands in brackets or near a name is no part of it
    ("Tomas Varek (1950 – 1999) was a poet. He left Hilla.", ["Tomas Varek", "He"]),
    # a report speaks to one reader, whoever else is spoken to in a quotation
    ("If you go to Hilla, take your papers. “You lost,” Tomas Varek said.", ["you", "your"]),
]


@pytest.mark.parametrize(("text", "chain"), CHAINS)
def test_chains_are_phrases_as_the_sets_mark_them(text: str, chain: list[str]) -> None:
    """Whole noun phrases, one for each thing and place in the sentence."""
    (found,) = predict([{"id": "x", "text": text}])
    assert chain in [[text[m["start"] : m["end"]] for m in one] for one in found["chains"]]
