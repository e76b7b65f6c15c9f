"""Whether a predicate is told as having happened: its features, and the learnt score over them."""

from __future__ import annotations

import pytest
from benchmarks.factuality import features
from benchmarks.tasks.modality import predict, token_of
from tests.claims.claiming import document_of

from reportedly.claims.attribution.credit import Voices
from reportedly.claims.syntax.grammar import views_of
from reportedly.mentions.analyse import analyse
from reportedly.resources.engine import load_engine


def _features(text: str, word: str) -> frozenset[str]:
    document = document_of(text)
    views = views_of(document, analyse(document, load_engine()))
    start = text.index(word)
    found = token_of(views, start, start + len(word))
    assert found is not None
    return features(*found, Voices(document, views))


def _score(text: str, word: str, *, name: str = "uds") -> float:
    start = text.index(word)
    line = {"id": f"{name}-1", "text": text, "predicate": {"start": start, "end": start + len(word)}}
    return float(next(iter(predict([line])))["score"])


def test_features_tell_cues_grammar_and_the_words_beside() -> None:
    """Hedges, the governor, what hangs on the word and the kind of sentence are features."""
    told = _features("If they can, the rebels will try to leave Ruda.", "leave")
    assert {"lemma leave", "relation xcomp", "below aux to", "above 1 xcomp try", "ends .", "has if"} <= told
    assert any(f.startswith("sign planned") for f in told)


def test_features_know_whose_words_a_predicate_stands_in() -> None:
    """A statement around the predicate is a feature, with its verb."""
    assert "told by say" in _features("The ministry said that Orev left Ruda.", "left")
    assert not any(f.startswith("told") for f in _features("Orev left Ruda.", "left"))


@pytest.mark.parametrize(
    ("text", "word", "happened"),
    [
        ("The soldiers arrived in Ruda on Monday.", "arrived", True),
        ("She managed to leave the town yesterday.", "leave", True),
        ("Please send me the list.", "send", False),
        ("He wants to leave the town.", "leave", False),
        ("They might arrive in Ruda tomorrow.", "arrive", False),
        ("If it rains, we will stay at home.", "rains", False),
        ("Can you tell me the way?", "tell", False),
    ],
)
def test_the_learnt_score_tells_deeds_from_wishes(text: str, word: str, happened: bool) -> None:
    """What is told as done scores above zero; orders, wishes, conditions and questions below."""
    assert (_score(text, word) > 0) == happened


def test_meantime_asks_how_sure_the_text_is() -> None:
    """On its scale a plain deed is 3, a possible one 1, and what is said not to be so carries a minus."""
    assert _score("The soldiers arrived in Ruda.", "arrived", name="meantime") == 3.0
    assert _score("The soldiers may have arrived in Ruda.", "arrived", name="meantime") == 1.0
    assert _score("The soldiers never arrived in Ruda.", "arrived", name="meantime") == -3.0
