"""The network of the ranker, and its training: one hidden layer over the rows of each example's options.

Plain numpy. Several networks with other seeds are one wider network whose scores are their mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from reportedly.mentions.ranker import Matrix, RankerFile, Vector

_KEPT_MEAN, _KEPT_SQUARE = 0.9, 0.999  # AdamW


class Example(msgspec.Struct):
    """rows: features of the options; right: which of them are right (none: the last answer is).

    wrong: options known to be wrong (GAP knows of two names only); known: whether every option is known to be right or
    wrong.
    """

    document: str
    what: str
    rows: Matrix
    right: list[int]
    wrong: list[int]
    known: bool
    weight: float = 1.0


class Packed(msgspec.Struct):
    """Examples as arrays. Answers are the options of each example and, last, "none of them"."""

    rows: Matrix
    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]
    whats: NDArray[np.int64]
    right: NDArray[np.bool_]
    weights: Vector


class Parameters(msgspec.Struct):
    """The weights of one network."""

    hidden: Matrix
    bias: Vector
    output: Vector
    none: Vector

    def all(self) -> tuple[NDArray[np.float32], ...]:
        """The arrays that are learnt."""
        return self.hidden, self.bias, self.output, self.none


def answers(example: Example) -> list[int]:
    """Answers that count as right: the right options, else "none" and all that is not known to be wrong."""
    none = len(example.rows)
    if example.right:
        return example.right
    if example.known and len(example.wrong) == none:
        return [none]
    return [n for n in range(none) if n not in example.wrong] + [none]


def pack(examples: Sequence[Example], types: Sequence[str]) -> Packed:
    """Examples as arrays."""
    lengths = np.asarray([len(e.rows) for e in examples])
    return Packed(
        rows=np.concatenate([e.rows for e in examples]).astype(np.float32),
        starts=np.concatenate([[0], np.cumsum(lengths)[:-1]]),
        lengths=lengths,
        whats=np.asarray([types.index(e.what) for e in examples]),
        right=np.concatenate([np.isin(np.arange(len(e.rows) + 1), answers(e)) for e in examples]),
        weights=np.asarray([e.weight for e in examples], dtype=np.float32),
    )


def fit(
    data: Packed,
    types: int,
    *,
    width: int = 32,
    rounds: int = 30,
    seed: int = 7,
    rate: float = 2e-3,
    decay: float = 0.02,
    dropped: float = 0.2,
    batch: int = 32,
) -> Parameters:
    """A network trained to put its probability on the right answers (AdamW, cosine decay, dropout)."""
    chance = np.random.default_rng(seed)
    wide, narrow = 1 / np.sqrt(data.rows.shape[1]), 1 / np.sqrt(width)
    network = Parameters(
        hidden=chance.uniform(-wide, wide, (data.rows.shape[1], width)).astype(np.float32),
        bias=chance.uniform(-wide, wide, width).astype(np.float32),
        output=chance.uniform(-narrow, narrow, width).astype(np.float32),
        none=np.zeros(types, dtype=np.float32),
    )
    means = [np.zeros_like(a) for a in network.all()]
    squares = [np.zeros_like(a) for a in network.all()]
    step = 0
    for number in range(rounds):
        now = rate * 0.5 * (1 + np.cos(np.pi * number / rounds))
        order = chance.permutation(len(data.lengths))
        for chosen in np.array_split(order, max(1, len(order) // batch)):
            step += 1
            slopes = _slopes(network, data, chosen, chance, dropped)
            for array, mean, square, slope in zip(network.all(), means, squares, slopes, strict=True):
                mean += (1 - _KEPT_MEAN) * (slope - mean)
                square += (1 - _KEPT_SQUARE) * (slope * slope - square)
                sure = np.sqrt(square / (1 - _KEPT_SQUARE**step)) + 1e-8
                array *= 1 - now * decay
                array -= now * (mean / (1 - _KEPT_MEAN**step)) / sure
    return network


def _slopes(
    network: Parameters, data: Packed, chosen: NDArray[np.int64], chance: np.random.Generator, dropped: float
) -> list[NDArray[np.float32]]:
    """How the loss of a batch changes with each array of the network."""
    lengths, whats = data.lengths[chosen], data.whats[chosen]
    picked = np.concatenate([np.arange(data.starts[i], data.starts[i] + data.lengths[i]) for i in chosen])
    offsets = np.concatenate([[0], np.cumsum(lengths + 1)[:-1]])
    right = np.concatenate([data.right[data.starts[i] + i : data.starts[i] + i + data.lengths[i] + 1] for i in chosen])
    rows = data.rows[picked]
    before = rows @ network.hidden + network.bias
    kept = (chance.random(before.shape, dtype=np.float32) >= dropped) / np.float32(1 - dropped)
    inner = np.maximum(before, 0) * kept
    none = np.zeros(len(right), dtype=bool)
    none[offsets + lengths] = True
    scores = np.empty(len(right), dtype=np.float32)
    scores[~none], scores[none] = inner @ network.output, network.none[whats]
    found = _shares(scores, offsets, lengths)
    wanted = _shares(np.where(right, scores, np.float32(-1e9)), offsets, lengths)
    error = (found - wanted) * np.repeat(data.weights[chosen] / len(chosen), lengths + 1)
    of_none = np.zeros_like(network.none)
    np.add.at(of_none, whats, error[none])
    of_option = error[~none].astype(np.float32)
    back = of_option[:, None] * network.output[None, :] * kept * (before > 0)
    return [rows.T @ back, back.sum(0), inner.T @ of_option, of_none]


def _shares(scores: Vector, offsets: NDArray[np.int64], lengths: NDArray[np.int64]) -> Vector:
    """Probabilities of the answers of each example."""
    raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, offsets), lengths + 1))
    return np.asarray(raised / np.repeat(np.add.reduceat(raised, offsets), lengths + 1), dtype=np.float32)


def as_file(
    networks: Sequence[Parameters],
    features: Sequence[str],
    thresholds: dict[str, float],
    note: dict[str, str],
) -> RankerFile:
    """Networks as one file: side by side, with the mean of their scores. thresholds: by type, in the order learnt."""

    def numbers(array: NDArray[np.floating[Any]]) -> list[Any]:
        return np.round(array.astype(float), 4).tolist()

    return RankerFile(
        features=list(features),
        hidden=numbers(np.concatenate([n.hidden for n in networks], axis=1)),
        hidden_bias=numbers(np.concatenate([n.bias for n in networks])),
        output=numbers(np.concatenate([n.output for n in networks]) / len(networks)),
        none=dict(zip(thresholds, numbers(np.mean([n.none for n in networks], axis=0)), strict=True)),
        thresholds=thresholds,
        note=note,
    )
