"""A linear-chain conditional random field (Lafferty et al. 2001) over sparse features, trained in batches by Adam."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

#: Numbers of the features of each line, and the roles.
Sample = tuple[list[list[int]], list[int]]
Numbers = NDArray[np.float64]


class Chain:
    """Weights of features and of moves between roles. Features are dropped at random while it learns, so that no page's
    role hangs on one of them."""

    def __init__(self, features: int, roles: int, drop: float, seed: int) -> None:
        self.weights = np.zeros((features, roles))
        self.moves = np.zeros((roles, roles))
        self._drop = drop
        self._random = np.random.default_rng(seed)

    def learn(self, samples: Sequence[Sample]) -> tuple[float, Numbers, Numbers]:
        """Mean loss by line and its gradients by weights and by moves."""
        flat = np.array([f for lines, _ in samples for row in lines for f in row])
        sizes = np.array([len(row) for lines, _ in samples for row in lines])
        shares = (self._random.random(len(flat)) >= self._drop) / (1 - self._drop)
        starts = np.concatenate([[0], sizes.cumsum()[:-1]])
        by_line = np.add.reduceat(self.weights[flat] * shares[:, None], starts, axis=0)
        gold = np.concatenate([roles for _, roles in samples]).astype(int)
        lengths = [len(roles) for _, roles in samples]
        loss, unary, moves = self._marginals(by_line, gold, lengths)
        lines = len(gold)
        spread = np.repeat(unary, sizes, axis=0) * shares[:, None]
        gradient = np.stack([np.bincount(flat, column, len(self.weights)) for column in spread.T], 1)
        return loss / lines, gradient / lines, moves / lines

    def _marginals(
        self, by_line: Numbers, gold: NDArray[np.int64], lengths: Sequence[int]
    ) -> tuple[float, Numbers, Numbers]:
        """Loss, and expected less observed roles of lines and moves, by forward and backward sums over padded pages."""
        there = np.arange(max(lengths))[None] < np.array(lengths)[:, None]
        scores = np.zeros((*there.shape, by_line.shape[1]))
        scores[there] = by_line
        width = there.shape[1]
        forward, backward = np.zeros_like(scores), np.zeros_like(scores)
        forward[:, 0] = scores[:, 0]
        for i in range(1, width):
            step = _log_sum(forward[:, i - 1, :, None] + self.moves, 1) + scores[:, i]
            forward[:, i] = np.where(there[:, i, None], step, forward[:, i - 1])
        total = _log_sum(forward[:, -1], 1)
        expected_moves = np.zeros_like(self.moves)
        for i in range(width - 1, 0, -1):
            ahead = scores[:, i] + backward[:, i]
            pairs = forward[:, i - 1, :, None] + self.moves + ahead[:, None] - total[:, None, None]
            expected_moves += (np.exp(np.minimum(pairs, 0)) * there[:, i, None, None]).sum(0)
            step = _log_sum(self.moves + ahead[:, None], 2)
            backward[:, i - 1] = np.where(there[:, i, None], step, 0)
        unary = np.exp(np.minimum(forward + backward - total[:, None, None], 0))[there]
        own = by_line[np.arange(len(gold)), gold].sum()
        ends = np.cumsum(lengths)[:-1]
        inner = np.delete(np.arange(1, len(gold)), ends - 1)
        own += self.moves[gold[inner - 1], gold[inner]].sum()
        np.subtract.at(expected_moves, (gold[inner - 1], gold[inner]), 1)
        unary[np.arange(len(gold)), gold] -= 1
        return float(total.sum() - own), unary, expected_moves


class Adam:
    """Steps by Adam (Kingma and Ba 2015) with decay apart from the gradient (Loshchilov and Hutter 2019)."""

    def __init__(self, values: Sequence[Numbers], decay: float) -> None:
        self._values = values
        self._decay = decay
        self._means = [np.zeros_like(v) for v in values]
        self._squares = [np.zeros_like(v) for v in values]
        self._steps = 0

    def step(self, gradients: Sequence[Numbers], rate: float) -> None:
        """Changes the values in place."""
        self._steps += 1
        for value, gradient, mean, square in zip(self._values, gradients, self._means, self._squares, strict=True):
            mean += 0.1 * (gradient - mean)
            square += 0.001 * (gradient**2 - square)
            corrected = mean / (1 - 0.9**self._steps), square / (1 - 0.999**self._steps)
            value -= rate * (corrected[0] / (np.sqrt(corrected[1]) + 1e-8) + self._decay * value)


def batches(samples: Sequence[Sample], size: int, order: random.Random) -> Iterator[Sequence[Sample]]:
    """Batches of pages of like length, in random order."""
    sorted_ones = sorted(samples, key=lambda sample: len(sample[0]) + order.random() * 20)
    starts = list(range(0, len(sorted_ones), size))
    order.shuffle(starts)
    for start in starts:
        yield sorted_ones[start : start + size]


def _log_sum(scores: Numbers, axis: int) -> Numbers:
    most = scores.max(axis, keepdims=True)
    return np.log(np.exp(scores - most).sum(axis)) + np.squeeze(most, axis)
