"""How sure a claim is.

A rule's own figure, lowered where the words leave more open, says which of two readings of the same words is the surer
one. The confidence that a claim carries is judged from that figure and from the signs of the claim (`claims.signs`) by
a logistic table learnt on our own passages, at the level of real reports (`training/judge`). Figures are in
`docs/model-card.md`.
"""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.signs import signs_of
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.errors import WeightsError
from reportedly.records.claim import Claim, Modality
from reportedly.records.mention import Form

_PRONOUN: Final = 0.9
_UNNAMED: Final = 0.95
_LONG: Final = 60
_LONG_SENTENCE: Final = 0.9
#: Plans are right less often than the figure of their rule says.
_PLANNED: Final = 0.8
_LOWEST, _HIGHEST = 0.05, 0.99


class Judge(msgspec.Struct, frozen=True):
    """A logistic table. about: what it was learnt from. trust: weight of the rule's own figure, in log-odds.

    weights: by sign; those that it does not name weigh nothing.
    """

    about: str
    bias: float
    trust: float
    weights: dict[str, float]


@cache
def load_judge() -> Judge:
    """The shipped table. Raises WeightsError when its file is missing or damaged."""
    path = files("reportedly.resources") / "data" / "judge.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Judge)
    except (OSError, msgspec.DecodeError) as error:
        raise WeightsError(f"The table {path} cannot be read ({error}). Install reportedly again.") from error


def confidence_of(view: SentenceView, draft: Draft, claim: Claim) -> float:
    """Between 0 and 1: how many of a hundred such claims are expected to be right on real reports."""
    judge = load_judge()
    total = judge.bias + judge.trust * log_odds(sureness(view, draft, claim.modality))
    total += sum(judge.weights.get(sign, 0.0) for sign in signs_of(view, draft, claim))
    return min(_HIGHEST, max(_LOWEST, 1 / (1 + math.exp(-total))))


def sureness(view: SentenceView, draft: Draft, modality: Modality) -> float:
    """The figure of the rule, lowered for pronouns, descriptions, long sentences and plans: it only ranks."""
    sure = draft.confidence
    for filler in (draft.subject, draft.object):
        sure *= _of_filler(view, filler)
    if len(view.tokens) > _LONG:
        sure *= _LONG_SENTENCE
    return sure * _PLANNED if modality == Modality.PLANNED else sure


def log_odds(share: float) -> float:
    """A share as log-odds, kept away from certainty."""
    share = min(_HIGHEST, max(_LOWEST, share))
    return math.log(share / (1 - share))


def _of_filler(view: SentenceView, filler: Filler | None) -> float:
    if filler is None or filler.mention is None:
        return 1.0 if filler is None else _UNNAMED
    form = view.mention(filler.mention).form
    return _PRONOUN if form == Form.PRONOUN else _UNNAMED if form == Form.NOMINAL else 1.0
