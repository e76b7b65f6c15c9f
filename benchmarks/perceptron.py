"""A second score of pairs of mentions: one hidden layer over what the encoder makes of their words.

It sees the states (`resources.engine.OnnxEngine.states`) of both heads, of the word that governs both, and the mean of
those between, with the features that say kinds, order, distance and claims. Learnt on several schemes at once
(`training/relations`), so that small ones gain from large ones; it serves the benchmarks only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.pairs import Placed, common_governor
from reportedly.records.span import Sentence
from reportedly.resources.engine import OnnxEngine
from reportedly.text.fold import same_length

_WEIGHTS: Final = Path(__file__).parent / "relation_states.npz"
#: Features that the states do not tell begin with one of these.
TOLD: Final = ("kinds ", "fine ", "claim", "rule ", "far ", "nested ", "apart ", "one chain", "first ")
#: Width of the last layer, which is told of heads alone; the layers' mix is told of all.
WIDTH: Final = 384


class States(NamedTuple):
    """The states of all tokens of some sentences, [token, 768], and the row of the first token of each sentence."""

    rows: NDArray[Any]
    begins: Sequence[int]


class Spots(NamedTuple):
    """Rows among the states of all tokens: both heads, what governs both, and the words first..last between."""

    source: int
    target: int
    top: int | None
    first: int = 0
    last: int = 0


class Seen(NamedTuple):
    """The vectors of a pair: both heads, the word that governs both, the mean of the words between."""

    source: NDArray[Any]
    target: NDArray[Any]
    top: NDArray[Any]
    between: NDArray[Any]


def states_of(sentences: Sequence[Sentence], text: str, engine: OnnxEngine) -> States:
    """The states of the tokens of sentences."""
    found = engine.states([[same_length(text[t.start : t.end]) for t in s.tokens] for s in sentences])
    rows = [part for part in found if len(part)] or [np.zeros((0, 2 * WIDTH), np.float32)]
    return States(np.concatenate(rows), list(accumulate(map(len, found), initial=0))[:-1])


def spots_of(a: Placed, b: Placed, sentences: Sequence[Sentence], begins: Sequence[int]) -> Spots:
    """Where an ordered pair is seen; mentions of two sentences have nothing between them that is."""
    source, target = begins[a.sentence] + a.head, begins[b.sentence] + b.head
    if a.sentence != b.sentence:
        return Spots(source, target, None)
    top = common_governor(sentences[a.sentence].tokens, a.head, b.head)
    left, right = (a, b) if a.first <= b.first else (b, a)
    begin = begins[a.sentence]
    return Spots(source, target, None if top is None else begin + top, begin + left.last + 1, begin + right.first)


def seen(spots: Spots, rows: NDArray[Any]) -> Seen:
    """The vectors at some spots; zeros for what is not there."""
    none = np.zeros(WIDTH, np.float32)
    top = none if spots.top is None else rows[spots.top, :WIDTH]
    between = rows[spots.first : spots.last, :WIDTH].mean(0) if spots.last > spots.first else none
    return Seen(rows[spots.source], rows[spots.target], top, between)


def stacked(pairs: Sequence[Seen]) -> dict[str, NDArray[np.float32]]:
    """The vectors of pairs by name, [pair, width]."""
    return {name: np.stack([getattr(p, name) for p in pairs]).astype(np.float32) for name in Seen._fields}


def told(features: Sequence[str]) -> list[str]:
    """Those of a pair's features that are told beside the states."""
    return [f for f in features if f.startswith(TOLD)]


class Perceptron:
    """The learnt layer. Arrays by name, as `training/relations` writes them."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._numbers = {str(name): i for i, name in enumerate(arrays["features"])}
        self._weights = {name: arrays[name].astype(np.float32) for name in (*Seen._fields, "embedding", "bias")}
        self._heads = {
            name.removeprefix("types "): (
                tuple(map(str, arrays[name])),
                arrays[f"head {name.removeprefix('types ')}"].astype(np.float32),
            )
            for name in arrays
            if name.startswith("types ")
        }

    def chances(self, scheme: str, pairs: Sequence[Seen], features: Sequence[Sequence[str]]) -> dict[str, NDArray[Any]]:
        """Probabilities of the types of a scheme for each pair; none for a scheme that was not learnt."""
        if scheme not in self._heads or not pairs:
            return {}
        vectors = stacked(pairs)
        hidden = self._weights["bias"] + sum(vectors[name] @ self._weights[name] for name in Seen._fields)
        for row, names in zip(hidden, features, strict=True):
            numbers = [self._numbers[f] for f in set(told(names)) if f in self._numbers]
            row += self._weights["embedding"][numbers].sum(0)
        types, head = self._heads[scheme]
        totals = np.maximum(hidden, 0) @ head[:-1] + head[-1]
        return dict(zip(types, (1 / (1 + np.exp(-totals))).T, strict=True))


@cache
def load_perceptron(path: Path = _WEIGHTS) -> Perceptron:
    """The learnt layer that stands beside this module."""
    with np.load(path, allow_pickle=False) as arrays:
        return Perceptron({name: arrays[name] for name in arrays.files})
