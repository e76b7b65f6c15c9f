"""Base forms of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.lemmas import is_word, lemma

CASES = [
    ("was", "VBD", "be"),
    ("’s", "VBZ", "be"),
    ("n't", "RB", "not"),
    ("led", "VBD", "lead"),
    ("fled", "VBN", "flee"),
    ("found", "VBD", "find"),
    ("found", "VB", "found"),
    ("retook", "VB", "retake"),
    ("said", "VBD", "say"),
    ("re-arrested", "VBN", "re-arrest"),
    ("militias", "NNS", "militia"),
    ("wives", "NNS", "wife"),
    ("children", "NNS", "child"),
    ("Strikes", "NNS", "strike"),
    ("forces", "NNS", "forces"),
    ("troops", "NNS", "troops"),
    ("headquarters", "NN", "headquarters"),
    ("police", "NNS", "police"),
    ("Brigades", "NNPS", "brigades"),
    ("him", "PRP", "he"),
    ("Their", "PRP$", "they"),
    ("whom", "WP", "who"),
    ("deadliest", "JJS", "deadly"),
    ("terrorist", "JJ", "terrorist"),
    ("worse", "JJR", "bad"),
    ("the", "DT", "the"),
    ("'ll", "MD", "will"),
]


@pytest.mark.parametrize(("word", "tag", "base"), CASES)
def test_base_forms(word: str, tag: str, base: str) -> None:
    """Verbs, nouns, adjectives, pronouns and clitics of reports come back as the tables of extractors have them."""
    assert lemma(word, tag) == base


def test_known_words() -> None:
    """English words are known in any part of speech and form, transliterated names are not."""
    assert is_word("ministers")
    assert is_word("citing")
    assert not is_word("suleimani")


@given(
    st.text(min_size=1, max_size=12), st.sampled_from(["NN", "NNS", "VBD", "JJ", "NNP", "PRP", "RB", "MD", "CD", "X"])
)
def test_any_word_has_a_lemma(word: str, tag: str) -> None:
    """No word and tag fails, and the answer is never empty."""
    assert lemma(word, tag)
