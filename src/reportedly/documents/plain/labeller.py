"""Roles of lines as a sequence: a linear chain with trained weights, decoded by Viterbi.

The weights are an averaged structured perceptron's (Collins 2002), plain numbers in `data/page_lines.json`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
from numpy.typing import NDArray

from reportedly.errors import WeightsError
from reportedly.records.document import Role

ROLES = tuple(Role)
_NEVER = 1e9


class LabellerFile(msgspec.Struct, frozen=True):
    """What the file holds. roles: order of the numbers. features: name → weight of each role. moves: weight of a role
    (column) after another (row). note: origin, licence and scores."""

    roles: list[str]
    features: dict[str, list[float]]
    moves: list[list[float]]
    note: dict[str, str]


class Labeller:
    """Finds the best sequence of roles. Immutable."""

    def __init__(self, loaded: LabellerFile) -> None:
        self._roles = tuple(Role(name) for name in loaded.roles)
        self._rows = {name: i for i, name in enumerate(loaded.features)}
        self._weights = np.array([*loaded.features.values()], float).reshape(-1, len(self._roles))
        self._moves = np.array(loaded.moves, float)

    def label(self, rows: Sequence[Sequence[str]], allowed: Sequence[frozenset[Role] | None]) -> list[Role]:
        """The best role of each line. rows: features by line. allowed: the roles a line may have, None for all."""
        if not rows:
            return []
        best = self._scores(rows[0], allowed[0])
        back: list[NDArray[np.int64]] = []
        for row, only in zip(rows[1:], allowed[1:], strict=True):
            options = best[:, None] + self._moves
            back.append(options.argmax(0))
            best = options.max(0) + self._scores(row, only)
        role = int(best.argmax())
        found = [role]
        for origins in reversed(back):
            role = int(origins[role])
            found.append(role)
        return [self._roles[r] for r in reversed(found)]

    def _scores(self, row: Sequence[str], only: frozenset[Role] | None) -> NDArray[np.float64]:
        known = [self._rows[name] for name in row if name in self._rows]
        totals: NDArray[np.float64] = self._weights[known].sum(0)
        if only is not None:
            totals = totals - np.array([0.0 if role in only else _NEVER for role in self._roles])
        return totals


@cache
def load_labeller() -> Labeller:
    """The shipped labeller. Raises WeightsError when its file is missing or damaged."""
    path = files("reportedly.resources") / "data" / "page_lines.json"
    try:
        return Labeller(msgspec.json.decode(path.read_bytes(), type=LabellerFile))
    except (OSError, msgspec.DecodeError) as error:
        raise WeightsError(
            f"The page labeller at {path} cannot be read ({error}). Install reportedly again."
        ) from error
