"""The trained figures for names: how rare words are, and how what is measured of a pair makes a probability.

The model is a logistic regression on piecewise linear functions of the features (a generalised additive model, Hastie
and Tibshirani 1986), so each feature's part in an answer can be read off. It is trained in `training/names`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec

from reportedly.entities.features import FEATURES
from reportedly.entities.name import NameKind
from reportedly.errors import WeightsError


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

    def probability(self, figures: Sequence[float]) -> float:
        """The probability that a pair with these figures (in the order of FEATURES) is one bearer's."""
        total = self.bias
        for curve, value in zip(self.curves, figures, strict=True):
            if value and curve.slopes:
                total += curve.slopes[0] * value
                for knot, slope in zip(curve.knots, curve.slopes[1:], strict=True):
                    if value <= knot:
                        break
                    total += slope * (value - knot)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


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
