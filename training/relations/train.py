"""Trains the scorers of relations and writes `benchmarks/relation_weights.json`.

Run: python -m training.relations.train --gold ../shared/gold/relations
Some ten minutes on one core. For each type logistic regressions on the pairs whose kinds the type has ever joined, one
over all features and others that lack some; their weights are averaged, which is steadier than any one of them.
Thresholds are those with which all types together are best over documents left out in turn.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from benchmarks.pairs import Scorer
from benchmarks.tasks.relations import UNORDERED
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from reportedly.resources.engine import load_engine
from training.relations.examples import Example, examples

_TARGET = Path(__file__).parents[2] / "benchmarks" / "relation_weights.json"
_LEAST_POSITIVE = 8
_THRESHOLDS = (*(round(t, 2) for t in np.arange(0.06, 0.8, 0.02)), 1.0)
#: Features that begin with one of these are left out of one of the regressions that are averaged.
_VIEWS: tuple[tuple[str, ...], ...] = ((), ("phrase ",), ("list ", "phrase "))


class Settings(msgspec.Struct, frozen=True):
    """strictness: inverse of the regularisation. least: times a feature must occur. cut: weights below are dropped."""

    strictness: float
    least: int
    cut: float
    folds: int


SETTINGS = {
    "re3d": Settings(0.3, 2, 0.03, 8),
    "knowledgenet": Settings(0.3, 3, 0.1, 3),
    "redocred": Settings(0.2, 4, 0.12, 2),
}


class Linear(NamedTuple):
    """Averaged weights by feature number, and the bias."""

    weights: np.ndarray
    bias: float

    def chances(self, matrix: csr_matrix) -> np.ndarray:
        """Probabilities of rows."""
        return np.asarray(1 / (1 + np.exp(-(matrix @ self.weights + self.bias))))


def scorers(rows: Sequence[Example], settings: Settings) -> dict[str, Scorer]:
    """A scorer for each type with enough examples; prints what they find in documents left out."""
    counts = Counter(f for row in rows for f in set(row.features))
    names = sorted(f for f, n in counts.items() if n >= settings.least)
    matrix = _matrix(rows, {f: i for i, f in enumerate(names)})
    views = [np.array([not f.startswith(left) for f in names]) for left in _VIEWS]
    documents = {d: n % settings.folds for n, d in enumerate(sorted({r.document for r in rows}))}
    folds = np.array([documents[r.document] for r in rows])
    every = Counter(t for r in rows for t in r.types)
    types = sorted(t for t, n in every.items() if n >= _LEAST_POSITIVE)
    right = np.array([[t in r.types for t in types] for r in rows])
    asked = np.array([[_asks(r, t) for t in types] for r in rows])
    found, chances = {}, np.zeros(right.shape)
    for n, kind in enumerate(types):
        kinds = frozenset(rows[i].features[0] for i in np.flatnonzero(right[:, n]))
        used = asked[:, n] & np.array([r.features[0] in kinds for r in rows])
        for fold in range(settings.folds):
            inner, outer = used & (folds != fold), np.flatnonzero(used & (folds == fold))
            if right[inner, n].any() and len(outer):
                chances[outer, n] = _fit(matrix, right[:, n], inner, views, settings).chances(matrix[outer])
        model = _fit(matrix, right[:, n], used, views, settings)
        weights = {f: round(float(w), 2) for f, w in zip(names, model.weights, strict=True) if abs(w) >= settings.cut}
        found[kind] = Scorer(1.0, round(model.bias, 3), weights, kinds)
    chosen = thresholds(right & asked, chances * asked)
    for n, kind in enumerate(types):
        f1 = _f1(right[:, n] & asked[:, n], (chances[:, n] >= chosen[n]) & asked[:, n])
        print(f"{kind}: {int(right[:, n].sum())} pairs, F1 over folds {f1:.3f} at {chosen[n]:.2f}")
    print(f"all: F1 over folds {_f1(right & asked, (chances >= chosen) & asked):.3f}", flush=True)
    return {
        kind: msgspec.structs.replace(found[kind], threshold=float(chosen[n]))
        for n, kind in enumerate(types)
        if chosen[n] < 1
    }


def thresholds(right: np.ndarray, chances: np.ndarray) -> np.ndarray:
    """One threshold a type with which F1 over all types is best; 1 where a type had better not be told."""
    chosen = np.full(right.shape[1], 0.2)
    for _ in range(4):
        for n in range(right.shape[1]):
            tried = []
            for t in _THRESHOLDS:
                chosen[n] = t
                tried.append((_f1(right, chances >= chosen), t))
            chosen[n] = max(tried)[1]
    return chosen


def _asks(row: Example, kind: str) -> bool:
    return (row.annotated is None or kind in row.annotated) and not (kind in UNORDERED and row.backwards)


def _matrix(rows: Sequence[Example], numbers: dict[str, int]) -> csr_matrix:
    columns, ends = [], [0]
    for row in rows:
        columns += sorted({numbers[f] for f in row.features if f in numbers})
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(numbers)))


def _fit(
    matrix: csr_matrix, right: np.ndarray, used: np.ndarray, views: Sequence[np.ndarray], settings: Settings
) -> Linear:
    where = np.flatnonzero(used)
    weights, bias = np.zeros(matrix.shape[1]), 0.0
    for view in views:
        model = LogisticRegression(C=settings.strictness, solver="liblinear", intercept_scaling=5, max_iter=100)
        model.fit(matrix[where][:, view], right[where])
        weights[view] += model.coef_[0] / len(views)
        bias += float(model.intercept_[0]) / len(views)
    return Linear(weights, bias)


def _f1(gold: np.ndarray, predicted: np.ndarray) -> float:
    total = gold.sum() + predicted.sum()
    return float(2 * (gold & predicted).sum() / total) if total else 0.0


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    options = parser.parse_args()
    engine = load_engine()
    found = {}
    for scheme, settings in SETTINGS.items():
        rows = list(examples(options.gold / scheme / "train.jsonl", scheme, engine))
        print(f"{scheme}: {len(rows)} pairs")
        found[scheme] = scorers(rows, settings)
    _TARGET.write_bytes(msgspec.json.format(msgspec.json.encode(found, order="sorted"), indent=1) + b"\n")


if __name__ == "__main__":
    main()
