"""Trains the scorers of relations and writes `benchmarks/relation_weights.json`.

Run: python -m training.relations.train --gold ../shared/gold/relations
Some ten minutes on one core. One logistic regression a type, on the pairs whose kinds the type has ever joined; its
threshold is the one that is best over documents left out in turn.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

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
_THRESHOLDS = np.arange(0.1, 0.8, 0.05)


class Settings(msgspec.Struct, frozen=True):
    """strictness: inverse of the regularisation. least: times a feature must occur. cut: weights below are dropped."""

    strictness: float
    least: int
    cut: float
    folds: int


SETTINGS = {
    "re3d": Settings(0.3, 2, 0.05, 4),
    "knowledgenet": Settings(0.3, 3, 0.1, 3),
    "redocred": Settings(0.2, 4, 0.12, 2),
}


def scorers(rows: Sequence[Example], settings: Settings) -> dict[str, Scorer]:
    """A scorer for each type with enough examples that finds anything in documents left out; prints what it finds."""
    counts = Counter(f for row in rows for f in set(row.features))
    names = sorted(f for f, n in counts.items() if n >= settings.least)
    matrix = _matrix(rows, {f: i for i, f in enumerate(names)})
    documents = {d: n % settings.folds for n, d in enumerate(sorted({r.document for r in rows}))}
    folds = np.array([documents[r.document] for r in rows])
    found = {}
    for kind in sorted({t for r in rows for t in r.types}):
        right = np.array([kind in r.types for r in rows])
        asked = np.array([_asks(r, kind) for r in rows])
        if right.sum() < _LEAST_POSITIVE:
            continue
        kinds = {rows[i].features[0] for i in np.flatnonzero(right)}
        used = asked & np.array([r.features[0] in kinds for r in rows])
        chances = np.zeros(len(rows))
        for fold in range(settings.folds):
            inner, outer = used & (folds != fold), used & (folds == fold)
            if right[inner].any() and outer.any():
                chances[outer] = _fit(matrix, right, inner, settings).predict_proba(matrix[np.flatnonzero(outer)])[:, 1]
        best, threshold = max((_f1(right & asked, (chances >= t) & asked), float(t)) for t in _THRESHOLDS)
        print(f"{kind}: {int(right.sum())} pairs, F1 over folds {best:.3f} at {threshold:.2f}", flush=True)
        if best == 0:
            continue
        model = _fit(matrix, right, used, settings)
        weights = {n: round(float(w), 2) for n, w in zip(names, model.coef_[0], strict=True) if abs(w) >= settings.cut}
        found[kind] = Scorer(round(threshold, 2), round(float(model.intercept_[0]), 3), weights)
    return found


def _asks(row: Example, kind: str) -> bool:
    return (row.annotated is None or kind in row.annotated) and not (kind in UNORDERED and row.backwards)


def _matrix(rows: Sequence[Example], numbers: dict[str, int]) -> csr_matrix:
    columns, ends = [], [0]
    for row in rows:
        columns += sorted({numbers[f] for f in row.features if f in numbers})
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(numbers)))


def _fit(matrix: csr_matrix, right: np.ndarray, used: np.ndarray, settings: Settings) -> LogisticRegression:
    where = np.flatnonzero(used)
    model = LogisticRegression(C=settings.strictness, solver="liblinear", intercept_scaling=5, max_iter=100)
    return model.fit(matrix[where], right[where])


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
