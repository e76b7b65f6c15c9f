"""Trains the judge of claims and writes `judge.json`; prints how far its figures can be trusted.

Run: python -m training.judge.train --gold ../shared/gold
Some five minutes on one core; with --figures nothing is written and the shipped judge is measured.

Claims of the passages' even half are right or wrong as the claims scorer says; weights are learnt from them. The level
is another: reports are annotated less strictly than passages. It is moved until the development reports' claims, of
which nothing else is taken, have as their mean the share that was right on real reports that no rule had seen.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import msgspec
import numpy as np
from benchmarks.inputs import document_of
from benchmarks.lines import Line, read_lines
from benchmarks.sets import scorer
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from reportedly.claims.confidence import Judge, log_odds, sureness
from reportedly.claims.finish import findings
from reportedly.claims.precedence import of_document
from reportedly.claims.signs import signs_of
from reportedly.claims.syntax.grammar import views_of
from reportedly.mentions.analyse import analyse
from reportedly.records.document import Document
from reportedly.records.wire import to_line
from reportedly.resources.engine import Engine, load_engine
from reportedly.resources.gazetteer import Gazetteer, load_gazetteer
from training.corpus import gold as corpus
from training.corpus.load import load

_TARGET = Path(__file__).parents[2] / "src" / "reportedly" / "resources" / "data" / "judge.json"
#: Inverse of the regularisation; times a sign must occur; weights below are dropped; parts left out in turn.
_STRICTNESS, _LEAST, _CUT, _FOLDS = 0.1, 10, 0.01, 5
#: Mean over the development reports. Of 903 claims on 66 real texts that no rule had seen 0.67 were right by the letter
#: of the scorer and 0.86 told the right act (`docs/errors.md`); with this level their mean confidence lies between.
_RIGHT = 0.70
_ABOUT = "even half of our own passages; level: mean {right:.2f} over {claims} claims of the development reports"
_EDGES = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 1.01)


class Case(msgspec.Struct, frozen=True):
    """One claim of ours. sure: its rule's figure. confidence: what the shipped judge says."""

    document: str
    right: bool
    sure: float
    confidence: float
    signs: frozenset[str]


def cases(document: Document, gold: Sequence[Line], engine: Engine, places: Gazetteer) -> list[Case]:
    """The claims of a document, right where the scorer matches them to the gold."""
    analysis = analyse(document, engine, places)
    views = views_of(document, analysis)
    told, _ = findings(document, analysis)
    made = {found.claim.id: found for found in reversed(told)}
    claims = {claim.id: claim for claim in of_document(told)}
    lines = [msgspec.json.decode(msgspec.json.encode(to_line(claim, document))) for claim in claims.values()]
    notes = scorer().score_claims(gold, lines, verbose=True).notes
    told_wrong = (n[n.index("{") :] for n in notes if n.startswith(("unmatched", "violation")))
    wrong = {msgspec.json.decode(line)["id"] for line in told_wrong}
    found = []
    for key, claim in claims.items():
        one = made[key]
        view = views[one.sentence]
        sure = sureness(view, one.draft, claim.modality)
        signs = frozenset(signs_of(view, one.draft, claim))
        found.append(Case(document.id, key not in wrong, sure, claim.confidence, signs))
    return found


def fit(rows: Sequence[Case]) -> Judge:
    """A judge at the level of the rows; the rule's figure counts as it is, and all is drawn in by what folds say."""
    counts = Counter(sign for row in rows for sign in row.signs)
    names = sorted(sign for sign, n in counts.items() if n >= _LEAST)
    matrix, right, sure = _matrix(rows, names), np.array([r.right for r in rows]), _sure(rows)
    documents = {d: n % _FOLDS for n, d in enumerate(sorted({r.document for r in rows}))}
    folds = np.array([documents[r.document] for r in rows])
    totals = np.zeros(len(rows))
    for fold in range(_FOLDS):
        inner, outer = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        totals[outer] = _model(matrix[inner], right[inner]).decision_function(matrix[outer])
    level = LogisticRegression(C=1e6).fit((totals + sure)[:, None], right)
    share = float(level.coef_[0, 0])
    model = _model(matrix, right)
    weights = {n: round(share * float(w), 2) for n, w in zip(names, model.coef_[0], strict=True)}
    return Judge(
        about="",
        bias=share * float(model.intercept_[0]) + float(level.intercept_[0]),
        trust=round(share, 3),
        weights={n: w for n, w in weights.items() if abs(w) >= _CUT},
    )


def levelled(judge: Judge, rows: Sequence[Case]) -> Judge:
    """The judge with the bias at which the mean over the rows is the share of real reports."""
    low, high = -9.0, 9.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _chances(judge, rows, middle).mean() < _RIGHT else (low, middle)
    about = _ABOUT.format(right=_RIGHT, claims=len(rows))
    return msgspec.structs.replace(judge, about=about, bias=round(judge.bias + low, 3))


def _chances(judge: Judge, rows: Sequence[Case], moved: float = 0.0) -> np.ndarray:
    signs = np.array([sum(judge.weights.get(s, 0.0) for s in r.signs) for r in rows])
    return np.asarray(1 / (1 + np.exp(-(judge.bias + moved + judge.trust * _sure(rows) + signs))))


def _sure(rows: Sequence[Case]) -> np.ndarray:
    return np.array([log_odds(r.sure) for r in rows])


def _matrix(rows: Sequence[Case], names: Sequence[str]) -> csr_matrix:
    numbers, columns, ends = {n: i for i, n in enumerate(names)}, [], [0]
    for row in rows:
        columns += sorted(numbers[s] for s in row.signs if s in numbers)
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(names)))


def _model(matrix: csr_matrix, right: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=_STRICTNESS, solver="liblinear", max_iter=300).fit(matrix, right)


def report(name: str, right: np.ndarray, chances: np.ndarray) -> None:
    """Prints the area under the ranking curve, the calibration error, the Brier score, and a table of shares."""
    order = chances[right][:, None] - chances[~right][None, :]
    area = float((order > 0).mean() + (order == 0).mean() / 2)
    error, lines = 0.0, []
    for low, high in pairwise(_EDGES):
        inside = (chances >= low) & (chances < high)
        if inside.any():
            said, was = chances[inside].mean(), right[inside].mean()
            error += inside.mean() * abs(said - was)
            lines.append(f"| {low:.2f} to {min(high, 1):.2f} | {inside.sum()} | {said:.2f} | {was:.2f} |")
    brier = float(((chances - right) ** 2).mean())
    print(f"{name}: {len(right)} claims, {right.mean():.3f} right, mean confidence {chances.mean():.3f}")
    print(f"ranking {area:.3f}, calibration error {error:.3f}, Brier {brier:.4f}", *lines, sep="\n", flush=True)


def _half(rows: Iterable[Case], number: int) -> list[Case]:
    return [r for r in rows if zlib.crc32(r.document.encode()) % 2 == number]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--figures", action="store_true", help="measure the shipped judge, write nothing")
    options = parser.parse_args()
    engine, places = load_engine(), load_gazetteer()
    by_document: dict[str, list[Line]] = {}
    for line in read_lines(options.gold / "claims" / "gold.jsonl"):
        by_document.setdefault(line["document"], []).append(line)
    inputs = read_lines(options.gold / "claims" / "input.jsonl")
    reports = [c for i in inputs for c in cases(document_of(i), by_document.get(i["id"], []), engine, places)]
    passages = [c for p in load() for c in cases(corpus.document_of(p), list(corpus.gold_lines(p)), engine, places)]
    even, odd = _half(passages, 0), _half(passages, 1)
    judge = None if options.figures else fit(even)
    for name, rows in (("odd passages", odd), ("reports", reports)):
        right = np.array([r.right for r in rows])
        report(f"{name}, as shipped before", right, np.array([r.confidence for r in rows]))
        if judge is not None:
            at_level = judge if name == "odd passages" else levelled(judge, reports)
            report(f"{name}, at the level of {name.rpartition(' ')[2]}", right, _chances(at_level, rows))
    if judge is not None:
        _TARGET.write_bytes(msgspec.json.format(msgspec.json.encode(levelled(judge, reports)), indent=1) + b"\n")


if __name__ == "__main__":
    main()
