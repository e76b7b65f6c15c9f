"""The trained figures for names: how rare words are, and how what is measured of a pair makes a probability.

The model is a logistic regression on piecewise linear functions of the features (a generalised additive model, Hastie
and Tibshirani 1986), so each feature's part in an answer can be read off. It is trained in `training/names`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from reportedly.entities.features import FEATURES
from reportedly.entities.name import NameKind
from reportedly.errors import WeightsError

_MOST: Final = 30.0  # log odds beyond which exp has nothing to add


class Curve(msgspec.Struct, frozen=True):
    """One feature's part: slopes[0] times the value, and slopes[i + 1] times what it is above knots[i]."""

    feature: str
    knots: tuple[float, ...]
    slopes: tuple[float, ...]


class KindWeights(msgspec.Struct, frozen=True, kw_only=True):
    """Weights for one kind of names.

    rarity: of the words known from more than one name, 0 to 1; unknown: of all others. same: the probability from which
    two names are held to be the same.
    """

    rarity: dict[str, float]
    unknown: float
    bias: float
    curves: tuple[Curve, ...]
    same: float


class NameWeights(msgspec.Struct, frozen=True, kw_only=True):
    """The whole file."""

    version: str
    made_by: str
    trained_on: str
    person: KindWeights
    group: KindWeights
    place: KindWeights

    def of(self, kind: NameKind) -> KindWeights:
        """The weights for a kind."""
        found: KindWeights = getattr(self, kind.value)
        return found


class Model:
    """Weights of one kind, ready to be used on many pairs."""

    def __init__(self, weights: KindWeights) -> None:
        self.rarity = weights.rarity
        self.unknown = weights.unknown
        self.same = weights.same
        self._bias = weights.bias
        self._terms = [
            (i, curve.slopes[0], tuple(zip(curve.knots, curve.slopes[1:], strict=True)))
            for i, curve in enumerate(weights.curves)
            if any(curve.slopes)
        ]

    def probability(self, figures: Sequence[float]) -> float:
        """The probability that a pair with these figures (in the order of FEATURES) is one bearer's."""
        total = self._bias
        for i, slope, bends in self._terms:
            value = figures[i]
            if value:
                total += slope * value
                for knot, further in bends:
                    if value <= knot:
                        break
                    total += further * (value - knot)
        return 1 / (1 + math.exp(-max(-_MOST, min(_MOST, total))))


@cache
def load_model(kind: NameKind) -> Model:
    """The shipped weights of a kind. Raises WeightsError like `load_name_weights`."""
    return Model(load_name_weights().of(kind))


@cache
def load_name_weights() -> NameWeights:
    """The shipped weights. Raises WeightsError when the file is missing, damaged or made for other features."""
    path = files("reportedly.resources") / "data" / "names.json"
    try:
        weights = msgspec.json.decode(path.read_bytes(), type=NameWeights)
    except (OSError, msgspec.DecodeError) as error:
        raise WeightsError(f"The weights for names cannot be read: {error}. Install reportedly again.") from error
    for kind in NameKind:
        if tuple(curve.feature for curve in weights.of(kind).curves) != FEATURES:
            raise WeightsError(f"The weights for {kind.value} names are of another version. Install reportedly again.")
    return weights
