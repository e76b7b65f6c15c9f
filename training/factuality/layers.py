"""Learns `benchmarks/factuality_layers.onnx`: upper layers that say whether a token is told as having happened."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import torch
from torch import nn

from reportedly.resources.weights import FOLDER, NETWORK
from training.encoder.batches import load_pieces
from training.encoder.network import Network
from training.encoder.resume import resume
from training.factuality.examples import Example
from training.upper.layers import Read, Upper, batch_of, lower

#: Layers that stay as they are; sentences of a batch, and batches whose sentences are sorted by length together.
LAYER: Final = 3
_SIZE, _POOL = 32, 16
_ROUNDS, _RATE, _HEAD_RATE, _DECAY, _WARM = 3, 2e-4, 1e-3, 0.01, 0.1
#: What a judgement of zero still counts, and the weight of the second output, the judgement itself.
FLOOR: Final = 0.2
_SECOND = 0.5
_SEED = 1


class Lesson:
    """Predicates by sentence, with what the lower layers make of the sentences."""

    def __init__(self, rows: Sequence[Example]) -> None:
        self.rows = rows
        self.network = Network()
        resume(self.network, FOLDER / NETWORK)
        self._inside: dict[tuple[str, ...], list[int]] = {}
        for number, row in enumerate(rows):
            self._inside.setdefault(row.words, []).append(number)
        read = lower(self.network, list(self._inside), LAYER, load_pieces())
        self._read = dict(zip(self._inside, read, strict=True))

    def batches(self, chosen: np.ndarray, chance: random.Random | None = None) -> Iterator[list[int]]:
        """Chosen rows, those of a sentence together and sentences of like length; in random order with `chance`."""
        wanted = set(chosen.tolist())
        sentences = [s for s, inside in self._inside.items() if inside[0] in wanted]
        if chance:
            chance.shuffle(sentences)
        pools = (sentences[i : i + _SIZE * _POOL] for i in range(0, len(sentences), _SIZE * _POOL))
        ordered = [s for pool in pools for s in sorted(pool, key=lambda s: len(self._read[s].states))]
        parts = [ordered[i : i + _SIZE] for i in range(0, len(ordered), _SIZE)]
        if chance:
            chance.shuffle(parts)
        yield from ([n for s in part for n in self._inside[s]] for part in parts)

    def told(self, upper: Upper, part: Sequence[int]) -> torch.Tensor:
        """Both outputs for some rows."""
        sentences = list(dict.fromkeys(self.rows[n].words for n in part))
        numbers = {s: i for i, s in enumerate(sentences)}
        read: list[Read] = [self._read[s] for s in sentences]
        rows = [numbers[self.rows[n].words] for n in part]
        places = [self._place(n) for n in part]
        return upper(batch_of(read), torch.tensor(rows), torch.tensor(places)).float()

    def _place(self, number: int) -> int:
        starts = self._read[self.rows[number].words].starts
        return starts[min(self.rows[number].token, len(starts) - 1)]


def learnt(lesson: Lesson, chosen: np.ndarray) -> Upper:
    """Upper layers learnt on the chosen rows; all rows of a sentence are chosen or none."""
    torch.manual_seed(_SEED)
    chance = random.Random(_SEED)
    upper = Upper(lesson.network, LAYER, outputs=2)
    body = {"params": upper.layers.parameters(), "lr": _RATE}
    optimiser = torch.optim.AdamW([body, {"params": upper.head.parameters(), "lr": _HEAD_RATE}], weight_decay=_DECAY)
    steps = _ROUNDS * len(list(lesson.batches(chosen)))
    scheduler = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [_RATE, _HEAD_RATE], total_steps=steps + 1, pct_start=_WARM
    )
    upper.train()
    for number in range(_ROUNDS):
        total = 0.0
        for part in lesson.batches(chosen, chance):
            scores = torch.tensor([lesson.rows[n].score for n in part])
            with torch.autocast("cpu", torch.bfloat16):
                told = lesson.told(upper, part)
            loss = _loss(told.float(), scores)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(upper.parameters(), 1.0)
            optimiser.step()
            scheduler.step()
            total += float(loss.detach()) * len(part)
        print(f"round {number + 1} of {_ROUNDS}, loss {total / len(chosen):.4f}", flush=True)
    return upper.eval()


def _loss(told: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
    sign = nn.functional.binary_cross_entropy_with_logits(
        told[:, 0], (scores > 0).float(), weight=(FLOOR + scores.abs()).clamp(max=1)
    )
    return sign + _SECOND * nn.functional.smooth_l1_loss(told[:, 1], scores)


def answers(upper: Upper, lesson: Lesson, chosen: np.ndarray) -> np.ndarray:
    """Both outputs for the chosen rows, in their order."""
    found = np.zeros((len(lesson.rows), 2))
    with torch.no_grad():
        for part in lesson.batches(chosen):
            found[part] = lesson.told(upper, part).numpy()
    return found[chosen]
