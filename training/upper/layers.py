"""Copies of the encoder's upper layers, learnt on; its lower layers are worked out once and kept."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import nn

from reportedly.resources.pieces import Pieces
from training.encoder.batches import in_pieces
from training.encoder.network import FAR, Network

_WIDTH = 384
#: Sentences worked out at a time, and the step in which lengths grow: kernels are made for each length anew.
_SIZE, _STEP = 32, 8


class Read(NamedTuple):
    """A sentence as the lower layers leave it: [piece, width] in 16 bits, and the first piece of each token."""

    states: torch.Tensor
    starts: list[int]


class Batch(NamedTuple):
    """states: [sentence, piece, width]; far: added to the scores of what is padding, [sentence, 1, 1, piece]."""

    states: torch.Tensor
    far: torch.Tensor


def lower(network: Network, sentences: Sequence[Sequence[str]], layer: int, pieces: Pieces) -> list[Read]:
    """What the first layers of a network make of sentences; layer: how many of them."""
    cuts = [in_pieces(words, pieces) for words in sentences]
    found: list[Read | None] = [None] * len(cuts)
    order = sorted(range(len(cuts)), key=lambda n: len(cuts[n][0]))
    network.eval()
    with torch.no_grad():
        for begin in range(0, len(order), _SIZE):
            part = order[begin : begin + _SIZE]
            ids, shapes = _stack([cuts[n][0] for n in part]), _stack([cuts[n][1] for n in part])
            mask = _stack([[1] * len(cuts[n][0]) for n in part])
            for n, states in zip(part, network.encode(ids, shapes, mask)[layer], strict=True):
                found[n] = Read(states[: len(cuts[n][0])].to(torch.float16).clone(), cuts[n][2])
    return [one for one in found if one is not None]


def batch_of(part: Sequence[Read]) -> Batch:
    """Sentences side by side."""
    most = -(-max(len(one.states) for one in part) // _STEP) * _STEP
    states, far = torch.zeros(len(part), most, _WIDTH), torch.full((len(part), 1, 1, most), FAR)
    for row, one in enumerate(part):
        states[row, : len(one.states)] = one.states.float()
        far[row, 0, 0, : len(one.states)] = 0
    return Batch(states, far)


class Upper(nn.Module):
    """The layers above `layer`, and a head with some outputs for each token."""

    def __init__(self, network: Network, layer: int, outputs: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.layer = layer
        self.heads = network.encoder.config.num_attention_heads
        self.layers = nn.ModuleList(copy.deepcopy(one) for one in network.encoder.encoder.layer[layer:])
        for module in self.layers.modules():
            if isinstance(module, nn.Dropout):
                module.p = dropout
        self.drop = nn.Dropout(0.15)
        self.head = nn.Linear(_WIDTH, outputs)

    def forward(self, batch: Batch, rows: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
        """[token, output] of chosen tokens: the sentences they are in, and their first pieces there."""
        x = batch.states
        for layer in self.layers:
            told = layer(x, batch.far)
            x = told[0] if isinstance(told, tuple) else told
        return self.head(self.drop(x[rows, places].float()))


def _stack(rows: Sequence[Sequence[int]]) -> torch.Tensor:
    most = -(-max(map(len, rows)) // _STEP) * _STEP
    return torch.tensor([[*row, *[0] * (most - len(row))] for row in rows])
