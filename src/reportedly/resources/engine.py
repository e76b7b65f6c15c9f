"""The reading engine: what the mentions stage asks of it, whatever runs behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec


class TaggedSpan(msgspec.Struct, frozen=True):
    """Tokens first..last (both included) that refer to something. kind: a value of `records.mention.Kind`."""

    first: int
    last: int
    kind: str
    score: float


class Tagged(msgspec.Struct, frozen=True):
    """One sentence as the engine reads it; `tags`, `heads` and `relations` run parallel to its tokens.

    tags: Penn Treebank. heads: index of the governing token, own index at the root. relations: ClearNLP labels.
    """

    spans: tuple[TaggedSpan, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]


class Engine(Protocol):
    """Tags and parses tokenised sentences. Stateless: the same sentences give the same answers in any order."""

    @property
    def version(self) -> str: ...

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Tagged]:
        """One `Tagged` for each sentence of token strings, in order."""
        ...


def load_engine() -> Engine:
    """The engine of the shipped weights. Raises WeightsError when they are missing or damaged."""
    raise NotImplementedError
