"""Batches of examples as tensors, bucketed by length, with the case of some sentences changed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from tokenizers import Tokenizer

from reportedly.resources.pieces import Pieces, Shape
from training.encoder.network import base_folder
from training.encoder.silver import HEADS, SKIP, Example

#: Pieces of the longest sentence; what is longer is cut.
_MOST_PIECES = 250


class Batch(NamedTuple):
    """pieces, shapes, mask: [batch, pieces]; the others, and each of marks: [batch, tokens]."""

    pieces: torch.Tensor
    shapes: torch.Tensor
    mask: torch.Tensor
    starts: torch.Tensor
    known: torch.Tensor
    tags: torch.Tensor
    heads: torch.Tensor
    relations: torch.Tensor
    marks: dict[str, torch.Tensor]


def load_pieces() -> Pieces:
    """The base encoder's word pieces."""
    return Pieces(Tokenizer.from_file(str(base_folder() / "tokenizer.json")))


def recased(words: Sequence[str], how: float) -> list[str]:
    """Words in title case, capitals or lower case, as in headlines, for a small `how` (0..1); else as they are."""
    if how < 0.05:
        return [w[:1].upper() + w[1:] if len(w) > 3 else w for w in words]
    if how < 0.08:
        return [w.upper() for w in words]
    return [w.lower() for w in words] if how < 0.11 else list(words)


def in_pieces(words: Sequence[str], pieces: Pieces) -> tuple[list[int], list[int], list[int]]:
    """A sentence’s pieces between the marks of its ends, their shapes, and the first piece of each word that fits."""
    ids, shapes, starts = [pieces.first], [int(Shape.NONE)], []
    for word in words:
        cut = pieces.ids(word)
        if len(ids) + len(cut) > _MOST_PIECES:
            break
        starts.append(len(ids))
        ids += cut
        shapes += [pieces.shape(word)] + [int(Shape.NONE)] * (len(cut) - 1)
    return [*ids, pieces.last], [*shapes, int(Shape.NONE)], starts


def batch_of(examples: Sequence[Example], pieces: Pieces, chance: random.Random | None = None) -> Batch:
    """One batch; with `chance`, some sentences change case."""
    rows = []
    for example in examples:
        words = example.words if chance is None else recased(example.words, chance.random())
        rows.append((*in_pieces(words, pieces), example))
    most = max(len(row[0]) for row in rows)
    tokens = max(len(row[2]) for row in rows)
    return Batch(
        _stack([row[0] for row in rows], most, 0),
        _stack([row[1] for row in rows], most, 0),
        _stack([[1] * len(row[0]) for row in rows], most, 0),
        _stack([row[2] for row in rows], tokens, 0),
        _stack([[1] * len(row[2]) for row in rows], tokens, 0),
        _stack([row[3].tags[: len(row[2])] for row in rows], tokens, SKIP),
        _stack([[h if h < len(row[2]) else SKIP for h in row[3].heads[: len(row[2])]] for row in rows], tokens, SKIP),
        _stack([row[3].relations[: len(row[2])] for row in rows], tokens, SKIP),
        {name: _stack([getattr(row[3], name)[: len(row[2])] for row in rows], tokens, SKIP) for name in HEADS},
    )


def _stack(rows: list[list[int]], width: int, fill: int) -> torch.Tensor:
    return torch.tensor([row + [fill] * (width - len(row)) for row in rows])


def bucketed(examples: Sequence[Example], pieces: Pieces, size: int, chance: random.Random) -> Iterator[list[Example]]:
    """The examples once, in random order, in batches of about `size` pieces of sentences of like length."""
    shuffled = list(examples)
    chance.shuffle(shuffled)
    batches: list[list[Example]] = []
    for begin in range(0, len(shuffled), 512):
        pool = sorted(shuffled[begin : begin + 512], key=lambda e: len(e.words))
        batch: list[Example] = []
        for example in pool:
            if batch and (len(batch) + 1) * 1.4 * len(example.words) > size:
                batches.append(batch)
                batch = []
            batch.append(example)
        batches.append(batch)
    chance.shuffle(batches)
    yield from batches
