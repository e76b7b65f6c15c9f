"""Trains the score of factuality and writes `benchmarks/factuality_weights.json`.

Run: python -m training.factuality.train --gold ../shared/gold/modality/uds/train.jsonl.gz
Some two minutes on one core. One logistic regression on the sign of the readers' judgement; a row counts the less the
nearer it is to undecided. What it finds in sentences left out in turn is printed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from benchmarks.factuality import features
from benchmarks.inputs import document_of
from benchmarks.lines import Line, read_lines
from benchmarks.pairs import Scorer
from benchmarks.tasks.modality import token_of
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from reportedly.claims.attribution.credit import Voices
from reportedly.claims.syntax.grammar import views_of
from reportedly.mentions.analyse import analyse
from reportedly.resources.engine import Engine, load_engine

_TARGET = Path(__file__).parents[2] / "benchmarks" / "factuality_weights.json"
#: Inverse of the regularisation; times a feature must occur; weights below are dropped; parts left out in turn.
_STRICTNESS, _LEAST, _CUT, _FOLDS = 0.1, 8, 0.01, 5
#: What a judgement of zero still counts.
_FLOOR = 0.2


class Example(msgspec.Struct, frozen=True):
    """One predicate with the readers' judgement, −3..3."""

    text: str
    score: float
    features: frozenset[str]


def examples(lines: Sequence[Line], engine: Engine) -> Iterator[Example]:
    """Examples of lines, those of one text one after the other; a line without its token is left out."""
    text, views, voices = None, [], None
    for line in lines:
        if line["text"] != text or voices is None:
            text = line["text"]
            document = document_of(line)
            views = views_of(document, analyse(document, engine))
            voices = Voices(document, views)
        found = token_of(views, line["predicate"]["start"], line["predicate"]["end"])
        if found is not None:
            yield Example(text, line["score"], features(*found, voices))


def scorer_of(rows: Sequence[Example]) -> Scorer:
    """The score learnt from all rows; prints how often its sign is right on texts left out."""
    counts = Counter(f for row in rows for f in row.features)
    names = sorted(f for f, n in counts.items() if n >= _LEAST)
    numbers = {f: i for i, f in enumerate(names)}
    matrix = _matrix(rows, numbers)
    scores = np.array([row.score for row in rows])
    folds = {text: n % _FOLDS for n, text in enumerate(sorted({row.text for row in rows}))}
    fold = np.array([folds[row.text] for row in rows])
    chances = np.zeros(len(rows))
    for part in range(_FOLDS):
        model, outer = _fit(matrix[fold != part], scores[fold != part]), fold == part
        chances[outer] = model.predict_proba(matrix[outer])[:, 1]
    right, r = ((chances > 0.5) == (scores > 0)).mean(), np.corrcoef(chances, scores)[0, 1]
    print(f"{len(rows)} predicates, {len(names)} features; left out in turn: sign {right:.4f}, r {r:.4f}", flush=True)
    model = _fit(matrix, scores)
    weights = {n: round(float(w), 2) for n, w in zip(names, model.coef_[0], strict=True) if abs(w) >= _CUT}
    return Scorer(0.5, round(float(model.intercept_[0]), 3), weights)


def _matrix(rows: Sequence[Example], numbers: dict[str, int]) -> csr_matrix:
    columns, ends = [], [0]
    for row in rows:
        columns += sorted(numbers[f] for f in row.features if f in numbers)
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(numbers)))


def _fit(matrix: csr_matrix, scores: np.ndarray) -> LogisticRegression:
    model = LogisticRegression(C=_STRICTNESS, solver="liblinear", max_iter=300)
    return model.fit(matrix, scores > 0, sample_weight=np.minimum(1, _FLOOR + np.abs(scores)))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    options = parser.parse_args()
    rows = list(examples(list(read_lines(options.gold)), load_engine()))
    _TARGET.write_bytes(msgspec.json.format(msgspec.json.encode(scorer_of(rows), order="sorted"), indent=1) + b"\n")


if __name__ == "__main__":
    main()
