"""Learns `benchmarks/relation_states.npz`: one hidden layer over the encoder's states, for all schemes together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import torch
from benchmarks.perceptron import WIDTH, Seen, seen, stacked, told
from torch import nn

from training.relations.examples import Example

_HIDDEN, _ROUNDS, _SIZE, _RATE, _DECAY, _DROPOUT = 128, 5, 256, 1e-3, 0.02, 0.3
#: Times a feature must occur.
_LEAST = 20
_SEED = 7


class Task(NamedTuple):
    """What is learnt of one scheme. right, asked: [row, type]; rows that ask nothing are not looked at."""

    rows: Sequence[Example]
    types: Sequence[str]
    right: np.ndarray
    asked: np.ndarray


class Lesson:
    """Tasks learnt together, with the features that are told often enough and the states of all tokens."""

    def __init__(self, tasks: Mapping[str, Task], states: np.ndarray) -> None:
        self.tasks, self._states = tasks, states
        lists = {scheme: [told(row.features) for row in task.rows] for scheme, task in tasks.items()}
        counts = Counter(f for rows in lists.values() for row in rows for f in row)
        self.features = sorted(f for f, n in counts.items() if n >= _LEAST)
        numbers = {f: i for i, f in enumerate(self.features)}
        self._told = {s: [sorted({numbers[f] for f in r if f in numbers}) for r in rows] for s, rows in lists.items()}

    def inputs(self, scheme: str, rows: np.ndarray) -> tuple[list[torch.Tensor], torch.Tensor, torch.Tensor]:
        """Vectors of some rows in the order of `Seen`, the numbers of their features, and where each row's begin."""
        found = stacked([seen(self.tasks[scheme].rows[i].spots, self._states) for i in rows])
        vectors = [torch.tensor(found[name]) for name in Seen._fields]
        lists = [self._told[scheme][i] for i in rows]
        begins = np.cumsum([0, *map(len, lists[:-1])])
        return vectors, torch.tensor([n for row in lists for n in row], dtype=torch.long), torch.tensor(begins)


class Layer(nn.Module):
    """The hidden layer, and an output for each scheme."""

    def __init__(self, features: int, types: Mapping[str, int]) -> None:
        super().__init__()
        widths = {"source": 2 * WIDTH, "target": 2 * WIDTH, "top": WIDTH, "between": WIDTH}
        self.parts = nn.ModuleDict({name: nn.Linear(widths[name], _HIDDEN, bias=False) for name in Seen._fields})
        self.embedding = nn.EmbeddingBag(features + 1, _HIDDEN, mode="sum", padding_idx=features)
        nn.init.normal_(self.embedding.weight, 0, 0.02)
        self.bias = nn.Parameter(torch.zeros(_HIDDEN))
        self.heads = nn.ModuleDict({scheme: nn.Linear(_HIDDEN, n) for scheme, n in types.items()})
        self.drop = nn.Dropout(_DROPOUT)

    def forward(
        self, scheme: str, vectors: Sequence[torch.Tensor], numbers: torch.Tensor, begins: torch.Tensor
    ) -> torch.Tensor:
        """Scores of the types of a scheme, [row, type]."""
        hidden = self.bias + self.embedding(numbers, begins)
        for name, vector in zip(Seen._fields, vectors, strict=True):
            hidden = hidden + self.parts[name](self.drop(vector))
        return self.heads[scheme](self.drop(torch.relu(hidden)))


def learnt(lesson: Lesson, left_out: Mapping[str, np.ndarray] | None = None) -> Layer:
    """The layer learnt on the rows of all tasks, without those that `left_out` marks."""
    torch.manual_seed(_SEED)
    chance = np.random.default_rng(_SEED)
    layer = Layer(len(lesson.features), {scheme: len(task.types) for scheme, task in lesson.tasks.items()})
    used = {
        scheme: np.flatnonzero(task.asked.any(1) & (True if left_out is None else ~left_out[scheme]))
        for scheme, task in lesson.tasks.items()
    }
    batches = sum(len(_parts(rows)) for rows in used.values())
    optimiser = torch.optim.AdamW(layer.parameters(), lr=_RATE, weight_decay=_DECAY)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=_ROUNDS * batches, pct_start=0.1)
    layer.train()
    for round_number in range(_ROUNDS):
        total = 0.0
        order = [(s, part) for s, rows in used.items() for part in _parts(chance.permutation(rows))]
        for number in chance.permutation(len(order)):
            scheme, rows = order[number]
            task = lesson.tasks[scheme]
            scores = layer(scheme, *lesson.inputs(scheme, rows))
            right, asked = (torch.tensor(part[rows], dtype=torch.float32) for part in (task.right, task.asked))
            loss = nn.functional.binary_cross_entropy_with_logits(scores, right, weight=asked, reduction="sum")
            optimiser.zero_grad()
            (loss / len(rows)).backward()
            optimiser.step()
            scheduler.step()
            total += float(loss.detach())
        print(f"round {round_number + 1} of {_ROUNDS}, loss {total / sum(map(len, used.values())):.4f}", flush=True)
    return layer.eval()


def chances(layer: Layer, lesson: Lesson, scheme: str, rows: np.ndarray) -> np.ndarray:
    """Probabilities of the types of a scheme for some of its rows, [row, type]."""
    found = [np.zeros((0, len(lesson.tasks[scheme].types)))]
    with torch.no_grad():
        found += [torch.sigmoid(layer(scheme, *lesson.inputs(scheme, part))).numpy() for part in _parts(rows)]
    return np.concatenate(found)


def arrays(layer: Layer, lesson: Lesson, schemes: Sequence[str]) -> dict[str, np.ndarray]:
    """The layer as `benchmarks.perceptron` reads it, with the outputs of some schemes."""
    found = {name: part.weight.detach().numpy().T for name, part in layer.parts.items()}
    found |= {"embedding": layer.embedding.weight.detach().numpy()[:-1], "bias": layer.bias.detach().numpy()}
    for scheme in schemes:
        head = layer.heads[scheme]
        found[f"head {scheme}"] = np.vstack([head.weight.detach().numpy().T, head.bias.detach().numpy()])
    found = {name: value.astype(np.float16) for name, value in found.items()}
    found |= {f"types {scheme}": np.array(lesson.tasks[scheme].types) for scheme in schemes}
    return {**found, "features": np.array(lesson.features)}


def _parts(rows: np.ndarray) -> list[np.ndarray]:
    return [rows[i : i + _SIZE] for i in range(0, len(rows), _SIZE)]
