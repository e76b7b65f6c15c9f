"""What a comparator is: one file in `compare/` with one constant `COMPARATOR`, found without registration."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

import msgspec

from reportedly.entities.align import Alignment
from reportedly.entities.name import Name, NameKind, Token


class Answer(StrEnum):
    """What two names say about their bearers."""

    SAME = "same"
    RELATED = "related"  # kin, branch, part: tied by the name, not one
    DIFFERENT = "different"


class NameVerdict(msgspec.Struct, frozen=True, gc=False):
    """How two names compare. score: probability that they are one bearer's. rule: its short name; sentence: why."""

    verdict: Answer
    score: float
    rule: str
    sentence: str


class Compared(msgspec.Struct, frozen=True, gc=False):
    """A pair of names for a comparator.

    alone: the words of either that nothing in the other stands for. probability: what the weights say; same: from where
    on they mean the same.
    """

    left: Name
    right: Name
    alignment: Alignment
    alone: tuple[list[Token], list[Token]]
    probability: float
    same: float


class Ruling(msgspec.Struct, frozen=True, gc=False):
    """What a comparator decides. score: the probability, or what a rule leaves of it."""

    verdict: Answer
    score: float
    rule: str
    reason: str


class Comparator(Protocol):
    """The rules for one kind of names. Keeps no state."""

    @property
    def kind(self) -> NameKind:
        """The kind of names that it judges; each kind has one comparator."""
        ...

    def __call__(self, pair: Compared) -> Ruling:
        """The answer for a pair. Names without a telling word never come here."""
        ...
