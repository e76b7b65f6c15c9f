"""The network that ranks antecedents: one hidden layer, weights as numbers in a JSON file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import numpy as np

from reportedly.errors import WeightsError

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Vector = np.ndarray[tuple[int], np.dtype[np.float32]]


class RankerFile(msgspec.Struct, frozen=True):
    """What the file holds. features: names of the input columns, in order. thresholds: by type of pronoun, the least
    probability with which an antecedent is taken. note: data, licence and scores."""

    features: list[str]
    hidden: list[list[float]]
    hidden_bias: list[float]
    output: list[float]
    none: dict[str, float]
    thresholds: dict[str, float]
    note: dict[str, str]


class Ranker:
    """Scores the rows of a feature matrix. Immutable."""

    def __init__(self, loaded: RankerFile) -> None:
        self.features = tuple(loaded.features)
        self._hidden = np.asarray(loaded.hidden, dtype=np.float32)
        self._bias = np.asarray(loaded.hidden_bias, dtype=np.float32)
        self._output = np.asarray(loaded.output, dtype=np.float32)
        self._none = dict(loaded.none)
        self.thresholds = dict(loaded.thresholds)

    def probabilities(self, rows: Matrix, what: str) -> Vector:
        """Probability of each row, and last that of none of them."""
        scores = np.maximum(rows @ self._hidden + self._bias, 0.0) @ self._output
        scores = np.append(scores, np.float32(self._none[what]))
        weights = np.exp(scores - scores.max())
        return np.asarray(weights / weights.sum(), dtype=np.float32)

    def choose(self, rows: Matrix, what: str) -> int | None:
        """The row that is meant, or None when none is sure enough."""
        probabilities = self.probabilities(rows, what)
        best = int(probabilities[:-1].argmax())
        return best if probabilities[best] >= self.thresholds[what] else None


@cache
def load_ranker() -> Ranker:
    """The shipped ranker. Raises WeightsError when its file is missing or damaged."""
    path = files("reportedly.resources") / "data" / "pronouns.json"
    try:
        return Ranker(msgspec.json.decode(path.read_bytes(), type=RankerFile))
    except (OSError, msgspec.DecodeError) as error:
        raise WeightsError(
            f"The pronoun ranker at {path} cannot be read ({error}). Install reportedly again."
        ) from error
