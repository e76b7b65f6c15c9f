"""Logistic regression on piecewise linear features, by Newton's method, with a pull to zero."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
STEPS = 30
#: Columns that vary less than this teach nothing and get no weight.
FLAT = 1e-3
QUANTILES = (0.2, 0.4, 0.6, 0.8, 0.9)


class Fit(msgspec.Struct, frozen=True):
    """A trained model. slopes: of each feature, its own and one more for each knot; on the features' own scale."""

    knots: tuple[tuple[float, ...], ...]
    slopes: tuple[tuple[float, ...], ...]
    bias: float

    def logits(self, figures: Matrix) -> Matrix:
        """Log odds, one a line."""
        flat = np.array([slope for slopes in self.slopes for slope in slopes])
        return spread(figures, self.knots) @ flat + self.bias


def knots_of(column: Matrix) -> tuple[float, ...]:
    """Where a feature's line may bend: at quantiles; nowhere for a feature of two values."""
    values = np.unique(column)
    if len(values) <= 2:
        return ()
    marks = np.unique(np.round(np.quantile(column, QUANTILES), 3))
    return tuple(float(mark) for mark in marks if values[0] < mark < values[-1])


def spread(figures: Matrix, knots: Sequence[Sequence[float]]) -> Matrix:
    """Each feature followed by what it is above each of its knots."""
    columns = []
    for i, marks in enumerate(knots):
        columns.append(figures[:, i])
        columns += [np.maximum(figures[:, i] - mark, 0) for mark in marks]
    return np.stack(columns, axis=1)


def logistic(
    figures: Matrix, wanted: Matrix, knots: Sequence[tuple[float, ...]], pull: float, weights: Matrix | None = None
) -> Fit:
    """The model of the greatest likelihood less `pull` / 2 times the squared standardised slopes."""
    importance = np.ones(len(wanted)) if weights is None else weights
    columns = spread(figures, knots)
    mean, deviation = columns.mean(axis=0), columns.std(axis=0)
    deviation[deviation < FLAT] = np.inf
    design = np.column_stack([(columns - mean) / deviation, np.ones(len(columns))])
    pulls = np.full(design.shape[1], pull + 1e-6)
    pulls[-1] = 0.0
    beta = np.zeros(design.shape[1])
    for _ in range(STEPS):
        expected = 1 / (1 + np.exp(-np.clip(design @ beta, -30, 30)))
        curvature = (design * (importance * expected * (1 - expected))[:, None]).T @ design + np.diag(pulls + 1e-9)
        beta -= np.linalg.solve(curvature, design.T @ (importance * (expected - wanted)) + pulls * beta)
    flat = beta[:-1] / deviation
    slopes, first = [], 0
    for marks in knots:
        slopes.append(tuple(float(s) for s in flat[first : first + len(marks) + 1]))
        first += len(marks) + 1
    return Fit(tuple(knots), tuple(slopes), float(beta[-1] - flat @ mean))
