"""The pronoun ranker's file and its refusals."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from reportedly.errors import WeightsError
from reportedly.mentions.anaphora import join_pronouns
from reportedly.mentions.antecedents import FEATURES
from reportedly.mentions.discourse import Discourse
from reportedly.mentions.lexicon import load_lexicon
from reportedly.mentions.ranker import Ranker, RankerFile, load_ranker


def made_of(*features: str) -> Ranker:
    """A ranker whose score is the sum of its features."""
    return Ranker(
        RankerFile(
            features=list(features),
            hidden=[[1.0] for _ in features],
            hidden_bias=[0.0],
            output=[1.0],
            none={"he": 0.0},
            thresholds={"he": 0.5},
            note={},
        )
    )


def test_the_shipped_file_fits_the_code() -> None:
    """The weights were trained on the features that the code computes."""
    assert load_ranker().features == FEATURES


def test_probabilities_sum_to_one_and_the_last_is_none() -> None:
    """Every option and "none of them" share the probability."""
    found = made_of("a", "b").probabilities(np.asarray([[3.0, 0.0], [0.0, 0.0]], dtype=np.float32), "he")
    assert found.shape == (3,)
    assert found.sum() == pytest.approx(1.0, abs=1e-5)
    assert found[0] > 0.8


def test_an_unsure_ranker_chooses_nothing() -> None:
    """Below the threshold no antecedent is taken."""
    ranker = made_of("a")
    assert ranker.choose(np.zeros((2, 1), dtype=np.float32), "he") is None
    assert ranker.choose(np.asarray([[5.0], [0.0]], dtype=np.float32), "he") == 0


def test_weights_of_another_version_are_refused() -> None:
    """A file that fits other features is an error, not a wrong answer."""
    with pytest.raises(WeightsError):
        join_pronouns(Discourse((), (), load_lexicon()), made_of("a"))


def test_a_damaged_file_is_refused() -> None:
    """What is no ranker does not decode."""
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"features": 3}', type=RankerFile)
