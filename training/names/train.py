"""Trains the weights for names and writes `names.json`.

Run: python -m training.names.train --rows ../shared/gold/names/lists/train.jsonl
A minute on one core, numpy only. Nothing is drawn by chance: the same rows give the same file.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from reportedly.entities.align import align
from reportedly.entities.features import FEATURES, measure
from reportedly.entities.name import NameKind, parse_name
from reportedly.entities.weights import Curve, KindWeights, NameWeights
from reportedly.entities.words import load_name_words
from training.names.fit import Fit, knots_of, logistic

TARGET = Path(__file__).parents[2] / "src" / "reportedly" / "resources" / "data" / "names.json"
VERSION = "2026.11"
KINDS = {"person": NameKind.PERSON, "organisation": NameKind.GROUP, "place": NameKind.PLACE}
#: Strength of the pull to zero. The groups have the fewest rows, so they are held tightest.
PULL = {NameKind.PERSON: 10.0, NameKind.GROUP: 30.0, NameKind.PLACE: 20.0}
#: Share of true pairs among those that blocking lets through, which the probabilities are to hold for.
PRIOR = 0.3
#: Share of right answers asked of the verdict "same" on rows that were not trained on.
PRECISION = {NameKind.PERSON: 0.9, NameKind.GROUP: 0.8, NameKind.PLACE: 0.9}
EVEN, CERTAIN = 0.5, 0.99
FOLDS = 5
DIGITS = 4

Matrix = NDArray[np.float64]


class Row(msgspec.Struct, frozen=True):
    """One pair of the training rows."""

    kind: str
    left: str
    right: str
    verdict: str


class Table(msgspec.Struct, frozen=True):
    """The rarity of words while training."""

    rarity: dict[str, float]
    unknown: float


def rarity_of(names: Sequence[str], kind: NameKind) -> Table:
    """How rare each word is: log((N + 1) / (1 + n)) / log(N + 1) for n of N names. Words of one name are not listed."""
    counts: Counter[str] = Counter()
    for name in names:
        counts.update({token.key for token in parse_name(name, kind).tokens})
    total = math.log(len(names) + 1)
    figures = {key: round(1 - math.log(1 + count) / total, DIGITS) for key, count in counts.items() if count > 1}
    return Table(dict(sorted(figures.items())), round(1 - math.log(2) / total, DIGITS))


def figures_of(rows: Sequence[Row], kind: NameKind, table: Table) -> Matrix:
    """One line of features a row."""
    known = load_name_words()
    lines = []
    for row in rows:
        left, right = parse_name(row.left, kind), parse_name(row.right, kind)
        lines.append(measure(left, right, align(left, right), table, known))
    return np.array(lines)


def telling(figures: Matrix, wanted: Matrix) -> NDArray[np.bool_]:
    """Rows to learn from: without the true pairs that share nothing, which only an alias table knows."""
    shared: NDArray[np.bool_] = wanted == 0
    for feature, above in (("matched", 0.0), ("acronym", 0.0), ("folded_ratio", 0.5)):
        shared = shared | (figures[:, FEATURES.index(feature)] > above)
    return shared


def folds_of(rows: Sequence[Row]) -> NDArray[np.int64]:
    """The fold of each row: all names of one bearer stand in one."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for row in rows:
        if row.verdict == "same":
            first, second = sorted((root(row.left), root(row.right)))
            parent[second] = first
    return np.array([zlib.crc32(root(row.left).encode()) % FOLDS for row in rows])


def train(rows: Sequence[Row], kind: NameKind) -> KindWeights:
    """Weights for one kind, calibrated on answers to rows that were held out."""
    names = sorted({name for row in rows for name in (row.left, row.right)})
    table = rarity_of(names, kind)
    figures = figures_of(rows, kind, table)
    wanted = np.array([float(row.verdict == "same") for row in rows])
    knots = [knots_of(figures[:, i]) for i in range(len(FEATURES))]
    used = telling(figures, wanted)
    folds = folds_of(rows)
    held_out = np.zeros(len(rows))
    for fold in range(FOLDS):
        inside = used & (folds != fold)
        part = logistic(figures[inside], wanted[inside], knots, PULL[kind])
        held_out[folds == fold] = part.logits(figures[folds == fold])
    weights = np.where(wanted == 1, PRIOR / wanted.mean(), (1 - PRIOR) / (1 - wanted.mean()))
    scale, shift = _calibration(held_out, wanted, weights)
    probabilities = 1 / (1 + np.exp(-(scale * held_out + shift)))
    same = _threshold(probabilities, wanted, weights, PRECISION[kind])
    loss = _loss(probabilities, wanted, weights)
    print(f"{kind.value}: {len(rows)} pairs; on those held out, log loss {loss:.3f}; same from {same}")
    return _weights(logistic(figures[used], wanted[used], knots, PULL[kind]), table, scale, shift, same)


def _calibration(logits: Matrix, wanted: Matrix, weights: Matrix) -> tuple[float, float]:
    """Scale and shift that make the logits probabilities (Platt 1999)."""
    fitted = logistic(logits[:, None], wanted, [()], 0.0, weights)
    return fitted.slopes[0][0], fitted.bias


def _threshold(probabilities: Matrix, wanted: Matrix, weights: Matrix, precision: float) -> float:
    """The lowest probability from which upwards the asked share of answers is right."""
    order = np.argsort(-probabilities, kind="stable")
    right = np.cumsum((weights * wanted)[order]) / np.cumsum(weights[order])
    enough = np.flatnonzero(right >= precision)
    return max(EVEN, round(float(probabilities[order][enough[-1]]), DIGITS)) if len(enough) else CERTAIN


def _loss(probabilities: Matrix, wanted: Matrix, weights: Matrix) -> float:
    likelihood = np.where(wanted == 1, probabilities, 1 - probabilities)
    return float(-(weights * np.log(np.maximum(likelihood, 1e-9))).sum() / weights.sum())


def _weights(fitted: Fit, table: Table, scale: float, shift: float, same: float) -> KindWeights:
    curves = tuple(
        Curve(name, knots, tuple(round(scale * slope, DIGITS) for slope in slopes))
        for name, knots, slopes in zip(FEATURES, fitted.knots, fitted.slopes, strict=True)
    )
    bias = round(scale * fitted.bias + shift, DIGITS)
    return KindWeights(rarity=table.rarity, unknown=table.unknown, bias=bias, curves=curves, same=same)


def main(arguments: Sequence[str] | None = None) -> None:
    """Trains all kinds and writes the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=Path, required=True, help="train.jsonl of the lists of names")
    parser.add_argument("--out", type=Path, default=TARGET, help="where the weights go")
    chosen = parser.parse_args(arguments)
    content = chosen.rows.read_bytes()
    rows = [msgspec.json.decode(line, type=Row) for line in content.splitlines() if line.strip()]
    made: dict[str, Any] = {
        kind.value: train([row for row in rows if row.kind == word], kind) for word, kind in KINDS.items()
    }
    weights = NameWeights(
        version=VERSION,
        made_by="python -m training.names.train",
        trained_on=f"alias pairs of OFAC, UN and EU lists and GeoNames; sha256 {hashlib.sha256(content).hexdigest()}",
        **made,
    )
    chosen.out.write_bytes(msgspec.json.format(msgspec.json.encode(weights), indent=1) + b"\n")
    print(f"{chosen.out}: {chosen.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
