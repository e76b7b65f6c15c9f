"""How sure a claim is: how often claims like it were right on real reports.

A rule's own figure is lowered where the words leave more open (pronouns, descriptions, long sentences). That raw figure
only ranks; `_SHARES` turns it into the share of claims that matched the annotation of the development reports
(32 reports, 413 claims), pooled until it never falls (isotonic; Zadrozny and Elkan 2002) and joined by lines. Families
of rules have too few claims there for curves of their own. Those reports also guided the rules: on others it is rather
less. The curve and its error are in `docs/model-card.md`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.claim import Modality
from reportedly.records.mention import Form

_PRONOUN: Final = 0.9
_UNNAMED: Final = 0.95
_LONG: Final = 60
_LONG_SENTENCE: Final = 0.9
#: Plans were right in 17 of 27 cases: less often than the figure of their rule says.
_PLANNED: Final = 0.8
_LOWEST, _HIGHEST = 0.05, 0.99
#: Raw figure → share that was right.
_SHARES: Final = (
    (0.0, 0.05),
    (0.40, 0.45),
    (0.52, 0.60),
    (0.60, 0.74),
    (0.67, 0.77),
    (0.72, 0.81),
    (0.77, 0.86),
    (0.82, 0.91),
    (0.90, 0.94),
    (1.0, 0.97),
)


def confidence_of(view: SentenceView, draft: Draft, modality: Modality = Modality.ASSERTED) -> float:
    """Between 0 and 1: the share of such claims that is expected to be right."""
    share = _share(_raw(view, draft)) * (_PLANNED if modality == Modality.PLANNED else 1.0)
    return min(_HIGHEST, max(_LOWEST, share))


def _raw(view: SentenceView, draft: Draft) -> float:
    sure = draft.confidence
    for filler in (draft.subject, draft.object):
        sure *= _of_filler(view, filler)
    return sure * _LONG_SENTENCE if len(view.tokens) > _LONG else sure


def _share(raw: float) -> float:
    """The point of the measured curve above a raw figure."""
    for (left, low), (right, high) in pairwise(_SHARES):
        if raw <= right:
            return low + (high - low) * (max(raw, left) - left) / (right - left)
    return _SHARES[-1][1]


def _of_filler(view: SentenceView, filler: Filler | None) -> float:
    if filler is None or filler.mention is None:
        return 1.0 if filler is None else _UNNAMED
    form = view.mention(filler.mention).form
    return _PRONOUN if form == Form.PRONOUN else _UNNAMED if form == Form.NOMINAL else 1.0
