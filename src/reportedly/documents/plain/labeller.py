"""Roles of lines as a sequence: a linear chain with trained weights, decoded by Viterbi.

The weights are an averaged structured perceptron's (Collins 2002), plain numbers in `data/page_lines.json`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec

from reportedly.errors import WeightsError
from reportedly.records.document import Role

ROLES = tuple(Role)


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
        self._features = loaded.features
        self._moves = loaded.moves

    def label(self, rows: Sequence[Sequence[str]], allowed: Sequence[frozenset[Role] | None]) -> list[Role]:
        """The best role of each line. rows: features by line. allowed: the roles a line may have, None for all."""
        if not rows:
            return []
        roles = range(len(self._roles))
        best = self._scores(rows[0], allowed[0])
        back: list[list[int]] = []
        for row, only in zip(rows[1:], allowed[1:], strict=True):
            own = self._scores(row, only)
            origins = [max(roles, key=lambda r, to=to: best[r] + self._moves[r][to]) for to in roles]  # type: ignore[misc]
            best = [best[origins[to]] + self._moves[origins[to]][to] + own[to] for to in roles]
            back.append(origins)
        role = max(roles, key=best.__getitem__)
        found = [role]
        for origins in reversed(back):
            role = origins[role]
            found.append(role)
        return [self._roles[r] for r in reversed(found)]

    def _scores(self, row: Sequence[str], only: frozenset[Role] | None) -> list[float]:
        known = [weights for name in row if (weights := self._features.get(name)) is not None]
        totals = [sum(column) for column in zip(*known, strict=True)] if known else [0.0] * len(self._roles)
        if only is None:
            return totals
        return [t if role in only else t - 1e9 for t, role in zip(totals, self._roles, strict=True)]


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
