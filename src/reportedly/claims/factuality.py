"""How the text holds any predicate, claim or not: the signs and statements of `modality`, without a draft."""

from __future__ import annotations

import msgspec

from reportedly.claims.attribution import Voices
from reportedly.claims.grammar import SentenceView
from reportedly.claims.operators import signs_of
from reportedly.claims.statements import Stance
from reportedly.records.claim import MODALITY_STRENGTH, Modality, Polarity


class Factuality(msgspec.Struct, frozen=True, kw_only=True):
    """The strongest modality that holds for a predicate, and whether it is said not to be so."""

    modality: Modality = Modality.ASSERTED
    polarity: Polarity = Polarity.POSITIVE


def factuality_of(view: SentenceView, token: int, voices: Voices) -> Factuality:
    """The factuality of the predicate that a token heads."""
    signs = list(signs_of(view, token))
    found = [s.modality for s in signs if s.modality is not None]
    for frame in voices.frames(view, token):
        if frame.quoted:
            found.append(Modality.QUOTED)
        elif frame.stance == Stance.DENIES:
            found.append(Modality.DENIED)
        elif frame.stance == Stance.THINKS:
            found.append(Modality.POSSIBLE)
        elif frame.stance == Stance.WITHHOLDS:
            found.append(Modality.POSSIBLE)
        else:
            found.append(Modality.REPORTED)
    negative = any(s.negative for s in signs)
    return Factuality(
        modality=min(found, key=MODALITY_STRENGTH.index, default=Modality.ASSERTED),
        polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
    )
