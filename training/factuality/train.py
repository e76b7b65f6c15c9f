"""Trains what tells factuality and writes `benchmarks/factuality_weights.json` and `benchmarks/factuality_layers.onnx`.

Run: python -m training.factuality.train --gold ../shared/gold/modality/uds/train.jsonl.gz
One logistic regression on the sign of the readers' judgement, and upper layers of the encoder (`layers.py`); a row
counts the less the nearer it is to undecided. What both find in sentences left out in turn is printed: all of them for
the regression, --folds of five for the layers. Some two minutes on one core for the former, six for each run of the
latter.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from benchmarks.factuality import happening
from benchmarks.lines import read_lines
from benchmarks.pairs import Scorer
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from reportedly.resources.engine import load_engine
from training.factuality.examples import Example, examples
from training.factuality.layers import FLOOR, Lesson, answers, learnt
from training.upper.export import ship

_TARGET = Path(__file__).parents[2] / "benchmarks" / "factuality_weights.json"
_LAYERS = _TARGET.with_name("factuality_layers.onnx")
#: Inverse of the regularisation; times a feature must occur; weights below are dropped; parts left out in turn.
_STRICTNESS, _LEAST, _CUT, _FOLDS = 0.1, 8, 0.01, 5


def scorer_of(rows: Sequence[Example], folds: np.ndarray) -> tuple[Scorer, np.ndarray]:
    """The score learnt from all rows, and the chances of each row learnt without its fold."""
    counts = Counter(f for row in rows for f in row.features)
    names = sorted(f for f, n in counts.items() if n >= _LEAST)
    matrix = _matrix(rows, {f: i for i, f in enumerate(names)})
    scores = np.array([row.score for row in rows])
    chances = np.zeros(len(rows))
    for part in range(_FOLDS):
        outer = folds == part
        chances[outer] = _fit(matrix[~outer], scores[~outer]).predict_proba(matrix[outer])[:, 1]
    print(f"{len(rows)} predicates, {len(names)} features", flush=True)
    model = _fit(matrix, scores)
    weights = {n: round(float(w), 2) for n, w in zip(names, model.coef_[0], strict=True) if abs(w) >= _CUT}
    return Scorer(0.5, round(float(model.intercept_[0]), 3), weights), chances


def fold_of(rows: Sequence[Example]) -> np.ndarray:
    """The number of the fold that each row's sentence falls into."""
    folds = {words: n % _FOLDS for n, words in enumerate(sorted({row.words for row in rows}))}
    return np.array([folds[row.words] for row in rows])


def tell(name: str, told: np.ndarray, rows: Sequence[Example], among: np.ndarray) -> None:
    """Prints how often signs are right among some rows, and Pearson's r."""
    scores = np.array([row.score for row in rows])[among]
    right, r = ((told > 0) == (scores > 0)).mean(), np.corrcoef(told, scores)[0, 1]
    print(f"{name}, {among.sum()} predicates left out: sign {right:.4f}, r {r:.4f}", flush=True)


def _matrix(rows: Sequence[Example], numbers: dict[str, int]) -> csr_matrix:
    columns, ends = [], [0]
    for row in rows:
        columns += sorted(numbers[f] for f in row.features if f in numbers)
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(numbers)))


def _fit(matrix: csr_matrix, scores: np.ndarray) -> LogisticRegression:
    model = LogisticRegression(C=_STRICTNESS, solver="liblinear", max_iter=300)
    return model.fit(matrix, scores > 0, sample_weight=np.minimum(1, FLOOR + np.abs(scores)))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=1, help="how many of the five folds to learn the layers without")
    options = parser.parse_args()
    rows = list(examples(list(read_lines(options.gold)), load_engine()))
    folds = fold_of(rows)
    scorer, chances = scorer_of(rows, folds)
    _TARGET.write_bytes(msgspec.json.format(msgspec.json.encode(scorer, order="sorted"), indent=1) + b"\n")
    tell("features", 2 * chances - 1, rows, folds >= 0)
    lesson = Lesson(rows)
    for part in range(options.folds):
        outer = folds == part
        told = answers(learnt(lesson, np.flatnonzero(~outer)), lesson, np.flatnonzero(outer))
        tell(f"fold {part}, features", 2 * chances[outer] - 1, rows, outer)
        tell(f"fold {part}, layers", told[:, 0], rows, outer)
        tell(f"fold {part}, both", happening(chances[outer], told), rows, outer)
    ship(learnt(lesson, np.arange(len(rows))), _LAYERS)


if __name__ == "__main__":
    main()
