"""The hidden layer that scores pairs over the encoder's states."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.pairs import End, common_governor, placed
from benchmarks.perceptron import WIDTH, Perceptron, Seen, load_perceptron, seen, spots_of, states_of

from reportedly.records.span import Sentence, Token
from reportedly.resources.engine import load_engine

TEXT = "Orev leads the Ash Brigade. It held Tarvo."


def token(text: str, start: int, head: int) -> Token:
    """A token whose words stand in TEXT."""
    return Token(start=start, end=start + len(text), text=text, lemma=text, tag="NN", head=head, relation="dep")


SENTENCES = [
    Sentence(
        block=0,
        start=0,
        end=27,
        tokens=(token("Orev", 0, 1), token("leads", 5, 1), token("the", 11, 4), token("Ash", 15, 4),
                token("Brigade", 19, 1)),
    ),
    Sentence(block=0, start=28, end=42, tokens=(token("It", 28, 1), token("held", 31, 1), token("Tarvo", 36, 1))),
]  # fmt: skip
ENDS = [End(0, 4, "Person", 0), End(15, 26, "Group", 1), End(36, 41, "Place", 2)]
#: States that tell the sentence and the token.
STATES = np.concatenate([np.full((5, 2 * WIDTH), 1.0) * np.arange(5)[:, None], 10 + np.zeros((3, 2 * WIDTH))])
BEGINS = [0, 5]


def test_a_pair_is_seen_by_its_heads_what_governs_them_and_what_stands_between() -> None:
    """Heads give both states, the governor and the words between give the mix alone; sentences apart give neither."""
    orev, brigade, tarvo = placed(ENDS, SENTENCES)
    pair = seen(spots_of(orev, brigade, SENTENCES, BEGINS), STATES)
    assert (pair.source[0], pair.target[0], pair.top[0], pair.between[0]) == (0, 4, 1, 1.5)
    assert [len(v) for v in pair] == [2 * WIDTH, 2 * WIDTH, WIDTH, WIDTH]
    apart = seen(spots_of(orev, tarvo, SENTENCES, BEGINS), STATES)
    assert (apart.target[0], apart.top.any(), apart.between.any()) == (10, False, False)


def test_the_common_governor_may_be_one_of_the_two() -> None:
    """Of a word and its governor it is the governor."""
    tokens = SENTENCES[0].tokens
    assert (common_governor(tokens, 0, 4), common_governor(tokens, 3, 4)) == (1, 4)


def test_the_layer_adds_states_and_features() -> None:
    """One hidden unit over the source, a feature that turns it off, and an output of two types."""
    widths = dict(zip(Seen._fields, (2 * WIDTH, 2 * WIDTH, WIDTH, WIDTH), strict=True))
    arrays = {name: np.zeros((width, 1)) for name, width in widths.items()}
    arrays["source"][0] = 1.0
    layer = Perceptron(
        {
            **arrays,
            "embedding": np.array([[-50.0]]),
            "bias": np.zeros(1),
            "features": np.array(["kinds A>B"]),
            "types own": np.array(["Leads", "Never"]),
            "head own": np.array([[2.0, 0.0], [0.0, -30.0]]),
        }
    )
    pair = Seen(np.ones(2 * WIDTH), np.ones(2 * WIDTH), np.zeros(WIDTH), np.zeros(WIDTH))
    found = layer.chances("own", [pair, pair], [["kinds B>A"], ["kinds A>B", "top lead"]])
    assert found["Leads"] == pytest.approx([1 / (1 + np.exp(-2)), 0.5])
    assert found["Never"].max() < 1e-9
    assert layer.chances("other", [pair], [["kinds A>B"]]) == {}


def test_what_is_shipped_answers_for_the_large_sets() -> None:
    """The learnt file fits the states of the shipped encoder and knows the sets that it helps with."""
    states = states_of(SENTENCES, TEXT, load_engine())
    assert (states.rows.shape, states.begins) == ((5 + 3, 2 * WIDTH), BEGINS)
    one, other = placed(ENDS, SENTENCES)[:2]
    pair = seen(spots_of(one, other, SENTENCES, states.begins), states.rows)
    for scheme in ("knowledgenet", "redocred"):
        chances = load_perceptron().chances(scheme, [pair], [["kinds Person>Group"]])
        assert chances
        assert all(0 <= c[0] <= 1 for c in chances.values())
