"""Trains the labeller of flattened pages on made pages and writes `page_lines.json`.

Run: python -m training.plain_text.train [--pages 3000] [--rounds 6]
Some minutes on one core. Seeds are fixed: the same versions give the same file. Only made pages train; real ones
only measure.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from reportedly.documents.plain.cues import cues_of
from reportedly.documents.plain.features import features_of
from reportedly.documents.plain.labeller import ROLES, LabellerFile
from reportedly.records.document import EVIDENCE_ROLES
from training.plain_text.flatten import labelled
from training.plain_text.pages import pages

_TARGET = Path(__file__).parents[2] / "src" / "reportedly" / "resources" / "data" / "page_lines.json"
_SEED = 20_160
#: A feature seen less often says nothing that holds elsewhere.
_RAREST = 5
#: Weights smaller than this in all roles are left out of the file.
_LEAST = 0.02
#: Extra cost of taking what is no evidence for evidence, and of losing evidence.
_COST = 1.0

Sample = tuple[list[NDArray[np.int64]], NDArray[np.int64]]


class Perceptron:
    """A linear chain trained on its own mistakes (Collins 2002), with a margin where evidence is at stake."""

    def __init__(self, features: int) -> None:
        self.weights = np.zeros((features, len(ROLES)))
        self.moves = np.zeros((len(ROLES), len(ROLES)))
        self._sum_weights = np.zeros_like(self.weights)
        self._sum_moves = np.zeros_like(self.moves)
        self._steps = 1
        evidence = np.array([role in EVIDENCE_ROLES for role in ROLES])
        self._cost = np.where(evidence[:, None] != evidence[None], 2 * _COST, _COST) * (1 - np.eye(len(ROLES)))

    def best(self, rows: Sequence[NDArray[np.int64]], gold: NDArray[np.int64] | None = None) -> NDArray[np.int64]:
        """The best sequence; with gold, the one that is best once mistakes are paid for in advance."""
        scores = np.stack([self.weights[row].sum(0) for row in rows])
        if gold is not None:
            scores = scores + self._cost[gold]
        back = np.zeros(scores.shape, np.int64)
        current = scores[0]
        for i in range(1, len(rows)):
            options = current[:, None] + self.moves
            back[i] = options.argmax(0)
            current = options.max(0) + scores[i]
        found = [int(current.argmax())]
        for i in range(len(rows) - 1, 0, -1):
            found.append(int(back[i][found[-1]]))
        return np.array(found[::-1])

    def learn(self, rows: Sequence[NDArray[np.int64]], gold: NDArray[np.int64]) -> None:
        """One step on one page."""
        found = self.best(rows, gold)
        for i, row in enumerate(rows):
            if found[i] != gold[i]:
                self._add(row, int(gold[i]), 1.0)
                self._add(row, int(found[i]), -1.0)
            if i:
                for labels, sign in ((gold, 1.0), (found, -1.0)):
                    self.moves[labels[i - 1], labels[i]] += sign
                    self._sum_moves[labels[i - 1], labels[i]] += sign * self._steps
        self._steps += 1

    def _add(self, row: NDArray[np.int64], role: int, step: float) -> None:
        self.weights[row, role] += step
        self._sum_weights[row, role] += step * self._steps

    def average(self) -> None:
        """Puts the mean of all steps into the weights."""
        self.weights = self.weights - self._sum_weights / self._steps
        self.moves = self.moves - self._sum_moves / self._steps


def main() -> None:
    """Trains, measures on made pages kept apart, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--out", type=Path, default=_TARGET)
    arguments = parser.parse_args()
    named = samples(_SEED, arguments.pages)
    counts = Counter(name for rows, _ in named for row in rows for name in row)
    known = {name: i for i, name in enumerate(sorted(name for name, count in counts.items() if count >= _RAREST))}
    train = [numbered(sample, known) for sample in named]
    held = [numbered(sample, known) for sample in samples(_SEED + 1, 300)]
    model = Perceptron(len(known))
    order = random.Random(_SEED)
    for turn in range(arguments.rounds):
        order.shuffle(train)
        for rows, gold in train:
            model.learn(rows, gold)
        print(f"round {turn + 1}: right on made pages kept apart {accuracy(model, held):.4f}", flush=True)
    model.average()
    right = accuracy(model, held)
    print(f"averaged: {right:.4f}; {len(known)} features")
    kept = {
        n: [round(float(w), 2) for w in model.weights[i]]
        for n, i in known.items()
        if np.abs(model.weights[i]).max() >= _LEAST
    }
    note = {
        "origin": f"{arguments.pages} pages composed by training/plain_text, no page of anybody else",
        "licence": "Apache-2.0",
        "made_by": f"python -m training.plain_text.train --pages {arguments.pages} --rounds {arguments.rounds}",
        "right_lines_of_made_pages_kept_apart": f"{right:.4f}",
    }
    moves = [[round(float(w), 2) for w in row] for row in model.moves]
    written = LabellerFile([role.value for role in ROLES], kept, moves, note)
    arguments.out.write_bytes(msgspec.json.encode(written) + b"\n")
    print(f"{arguments.out}: {arguments.out.stat().st_size // 1024} KiB")


def samples(seed: int, count: int) -> list[tuple[list[list[str]], list[int]]]:
    """Features and roles of the lines of that many made pages."""
    choice = random.Random(seed)
    number = {role: i for i, role in enumerate(ROLES)}
    found = []
    for pieces in pages(seed, count):
        text, lines, roles = labelled(pieces, choice)
        if lines:
            rows = features_of(lines, [cues_of(text, line) for line in lines])
            found.append((rows, [number[role] for role in roles]))
    return found


def numbered(sample: tuple[list[list[str]], list[int]], known: dict[str, int]) -> Sample:
    """A sample with numbers for names; unknown features are left out."""
    rows = [np.array(sorted({known[name] for name in row if name in known}), np.int64) for row in sample[0]]
    return rows, np.array(sample[1], np.int64)


def accuracy(model: Perceptron, held: Sequence[Sample]) -> float:
    """Share of lines with the right role."""
    right = sum(int((model.best(rows) == gold).sum()) for rows, gold in held)
    return right / max(1, sum(len(gold) for _, gold in held))


if __name__ == "__main__":
    main()
