"""How sure a claim is, from what is known of it: the rule's own figure, lowered where the words leave more open.

The figures are shares of right claims on our development texts, rounded; `benchmarks` reports the curve.
"""

from __future__ import annotations

from typing import Final

from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.grammar import SentenceView
from reportedly.records.mention import Form

_PRONOUN: Final = 0.9
_UNNAMED: Final = 0.95
_LONG: Final = 60
_LONG_SENTENCE: Final = 0.9
_LOWEST, _HIGHEST = 0.05, 0.99


def confidence_of(view: SentenceView, draft: Draft) -> float:
    """Between 0 and 1: pronouns, descriptions and long sentences are where rules go wrong most."""
    sure = draft.confidence
    for filler in (draft.subject, draft.object):
        sure *= _of_filler(view, filler)
    if len(view.tokens) > _LONG:
        sure *= _LONG_SENTENCE
    return min(_HIGHEST, max(_LOWEST, sure))


def _of_filler(view: SentenceView, filler: Filler | None) -> float:
    if filler is None or filler.mention is None:
        return 1.0 if filler is None else _UNNAMED
    form = view.mention(filler.mention).form
    return _PRONOUN if form == Form.PRONOUN else _UNNAMED if form == Form.NOMINAL else 1.0
