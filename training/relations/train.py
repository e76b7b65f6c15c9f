"""Trains the scorers of relations and writes `benchmarks/relation_weights.json`.

Run: python -m training.relations.train --gold ../shared/gold/relations
Some twenty minutes on one core. For each type logistic regressions on the pairs whose kinds the type has ever joined,
one over all features and others that lack some; their weights are averaged, which is steadier than any one of them.
Beside them stands one hidden layer over the encoder's states, learnt on all sets together (`layer.py`); where that
finds more in documents left out, a pair's score is the mean of both. Thresholds are those with which all types together
are best over documents left out in turn.
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
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from reportedly.resources.engine import load_engine
from training.relations.examples import Example, examples
from training.relations.layer import Layer, Lesson, Task, arrays, chances, learnt

_TARGET = Path(__file__).parents[2] / "benchmarks" / "relation_weights.json"
_STATES = _TARGET.with_name("relation_states.npz")
#: Parts of the documents that are left out in turn.
FOLDS = 4
_LEAST_POSITIVE = 8
_THRESHOLDS = (*(round(t, 2) for t in np.arange(0.06, 0.8, 0.02)), 1.0)
#: Features that begin with one of these are left out of one of the regressions that are averaged.
_VIEWS: tuple[tuple[str, ...], ...] = ((), ("phrase ",), ("list ", "phrase "))


class Settings(msgspec.Struct, frozen=True):
    """strictness: inverse of the regularisation. least: times a feature must occur. cut: weights below are dropped."""

    strictness: float
    least: int
    cut: float


SETTINGS = {
    "re3d": Settings(0.3, 2, 0.03),
    "knowledgenet": Settings(0.3, 3, 0.1),
    "redocred": Settings(0.2, 4, 0.12),
}


class Linear(NamedTuple):
    """Averaged weights by feature number, and the bias."""

    weights: np.ndarray
    bias: float

    def chances(self, matrix: csr_matrix) -> np.ndarray:
        """Probabilities of rows."""
        return np.asarray(1 / (1 + np.exp(-(matrix @ self.weights + self.bias))))


def task_of(rows: Sequence[Example]) -> Task:
    """The types with enough examples; a type is asked of pairs whose kinds it has ever joined."""
    every = Counter(t for r in rows for t in r.types)
    types = sorted(t for t, n in every.items() if n >= _LEAST_POSITIVE)
    right = np.array([[t in r.types for t in types] for r in rows])
    kinds = [frozenset(r.features[0] for r in rows if t in r.types) for t in types]
    asked = np.array([[_asks(r, t) and r.features[0] in k for t, k in zip(types, kinds, strict=True)] for r in rows])
    return Task(rows, types, right, asked)


def scorers(scheme: str, lesson: Lesson, layers: Sequence[Layer]) -> tuple[dict[str, Scorer], bool]:
    """A scorer for each type, and whether the layer beside them finds more than they do alone.

    layers: each learnt without one fold, for that fold. Thresholds are those of what finds most in documents left out.
    """
    task, settings = lesson.tasks[scheme], SETTINGS[scheme]
    rows, right, asked = task.rows, task.right, task.asked
    counts = Counter(f for row in rows for f in set(row.features))
    names = sorted(f for f, n in counts.items() if n >= settings.least)
    matrix = _matrix(rows, {f: i for i, f in enumerate(names)})
    views = [np.array([not f.startswith(left) for f in names]) for left in _VIEWS]
    folds = fold_of(rows)
    found, plain, deep = {}, np.zeros(right.shape), np.zeros(right.shape)
    for fold, layer in enumerate(layers):
        outer = np.flatnonzero(folds == fold)
        deep[outer] = chances(layer, lesson, scheme, outer)
    for n, kind in enumerate(task.types):
        kinds = frozenset(rows[i].features[0] for i in map(int, np.flatnonzero(right[:, n])))
        used = asked[:, n]
        for fold in range(FOLDS):
            inner, outer = used & (folds != fold), np.flatnonzero(used & (folds == fold))
            if right[inner, n].any() and len(outer):
                plain[outer, n] = _fit(matrix, right[:, n], inner, views, settings).chances(matrix[outer])
        model = _fit(matrix, right[:, n], used, views, settings)
        weights = {f: round(float(w), 2) for f, w in zip(names, model.weights, strict=True) if abs(w) >= settings.cut}
        found[kind] = Scorer(1.0, round(model.bias, 3), weights, kinds)
    tries = {}
    for name, tried in (("plain", plain), ("states", deep), ("both", (plain + deep) / 2)):
        chosen = thresholds(right & asked, tried * asked)
        tries[name] = _f1(right & asked, (tried >= chosen) & asked), chosen
        print(f"{scheme}, {name}: F1 over folds {tries[name][0]:.3f}", flush=True)
    both = tries["both"][0] > tries["plain"][0]
    chosen = tries["both" if both else "plain"][1]
    told = {
        kind: msgspec.structs.replace(found[kind], threshold=float(chosen[n]))
        for n, kind in enumerate(task.types)
        if chosen[n] < 1
    }
    return told, both


def fold_of(rows: Sequence[Example]) -> np.ndarray:
    """The number of the fold that each row's document falls into."""
    documents = {d: n % FOLDS for n, d in enumerate(sorted({r.document for r in rows}))}
    return np.array([documents[r.document] for r in rows])


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
    shelf: list[NDArray[np.float32]] = []
    tasks = {s: task_of(list(examples(options.gold / s / "train.jsonl", s, engine, shelf))) for s in SETTINGS}
    print({scheme: len(task.rows) for scheme, task in tasks.items()}, flush=True)
    lesson = Lesson(tasks, np.concatenate(shelf))
    folds = {scheme: fold_of(task.rows) for scheme, task in tasks.items()}
    layers = [learnt(lesson, {scheme: f == fold for scheme, f in folds.items()}) for fold in range(FOLDS)]
    found = {scheme: scorers(scheme, lesson, layers) for scheme in tasks}
    helped = [scheme for scheme, (_, both) in found.items() if both]
    np.savez_compressed(_STATES, allow_pickle=False, **arrays(learnt(lesson), lesson, helped))
    told = {scheme: types for scheme, (types, _) in found.items()}
    _TARGET.write_bytes(msgspec.json.format(msgspec.json.encode(told, order="sorted"), indent=1) + b"\n")


if __name__ == "__main__":
    main()
