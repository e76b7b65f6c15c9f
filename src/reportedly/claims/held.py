"""How the text holds a claim: hedges, plans, conditions, denials, negation, each with its scope.

An adverb or auxiliary holds for its own verb and what is joined to it; what governs a verb or a noun of action holds
for it; a statement holds for its whole content. Of two that apply the stronger is recorded (`MODALITY_STRENGTH`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from reportedly.claims.attribution.credit import Frame
from reportedly.claims.attribution.tellers import Stance
from reportedly.claims.extractor import Draft
from reportedly.claims.modality.asking import is_asked_for
from reportedly.claims.modality.operators import Sign, adjectives_of, signs_of
from reportedly.claims.modality.played import PLAYED, is_played
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.claims.syntax.phrases import phrase
from reportedly.records.claim import MODALITY_STRENGTH, Modality, Polarity
from reportedly.records.document import Role
from reportedly.resources.lexicon import words

_OF_STANCE: Final = {
    Stance.SAYS: Modality.REPORTED,
    Stance.THINKS: Modality.POSSIBLE,
    Stance.DENIES: Modality.DENIED,
}

#: To do something against or for somebody is to do it already: "efforts to defeat X" oppose X.
_GOING_ON: Final = frozenset({"opposes", "operation", "fights", "backs"})


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """How a claim is held, and the words that say so.

    withheld: nothing is claimed ("could not confirm that"). self_said: who it is said of says so ("self-proclaimed").
    """

    modality: Modality = Modality.ASSERTED
    polarity: Polarity = Polarity.POSITIVE
    habitual: bool = False
    withheld: bool = False
    told_by: str | None = None
    self_said: bool = False


def hold_of(view: SentenceView, draft: Draft, frames: Sequence[Frame]) -> Hold:
    """How the sentence holds a draft."""
    if any(f.stance == Stance.WITHHOLDS for f in frames):
        return Hold(withheld=True)
    if not draft.identity and draft.predicate != "said" and is_asked_for(view, draft.trigger):
        return Hold(withheld=True)
    if draft.predicate in PLAYED and is_played(view, draft.trigger):
        return Hold(withheld=True)
    signs = list(_signs(view, draft, frames))
    modality, told_by = Modality.ASSERTED, None
    for sign in signs:
        if sign.modality is not None and _stronger(sign.modality, modality):
            modality, told_by = sign.modality, sign.words
    negative = draft.polarity == Polarity.NEGATIVE or any(s.negative for s in signs)
    if modality == Modality.DENIED:
        negative = False  # who denies is told; what is denied stays as it was put forward (rule 16)
    return Hold(
        modality=modality,
        polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
        habitual=draft.habitual or any(s.habitual for s in signs),
        told_by=told_by,
        self_said=any(s.self_said for s in signs),
    )


def _stronger(one: Modality, other: Modality) -> bool:
    return MODALITY_STRENGTH.index(one) < MODALITY_STRENGTH.index(other)


def _signs(view: SentenceView, draft: Draft, frames: Sequence[Frame]) -> Iterator[Sign]:
    if draft.modality is not None:
        yield Sign(words=view.tokens[draft.trigger].text, modality=draft.modality)
    for frame in frames:
        cue = "" if frame.cue is None else view.tokens[frame.cue].text
        modality = Modality.QUOTED if frame.quoted else _OF_STANCE.get(frame.stance)
        yield Sign(words="quotation marks" if frame.quoted else cue, modality=modality)
    if view.block.role == Role.QUOTE:
        yield Sign(words="an embedded post", modality=Modality.QUOTED)
    if view.text.rstrip(' "”’)').endswith("?") and (view.block.role == Role.HEADLINE or not draft.identity):
        yield Sign(words="?", modality=Modality.POSSIBLE)
    yield from _of_doers(view, draft)
    if draft.identity:  # of "the alleged commander" the adjective alone says how it is held
        doubts = {Modality.REPORTED, Modality.POSSIBLE}
        yield from (s for s in adjectives_of(view, draft.trigger) if s.modality in doubts)
    else:
        for sign in signs_of(view, draft.trigger, caption=view.block.role in {Role.CAPTION, Role.HEADLINE}):
            going_on = sign.aim and draft.predicate in _GOING_ON
            if not going_on and not (
                sign.pictured and draft.predicate == "seen_with"
            ):  # a picture shows who is with whom
                yield sign


def _of_doers(view: SentenceView, draft: Draft) -> Iterator[Sign]:
    """As in "suspected X fighters attacked", "an alleged leader of Y": a hedge before who it is said of."""
    filler = draft.subject
    hedges = [view.tokens[i] for i, low in enumerate(view.lows) if low in words("hedges", "adjectives", "reported")]
    if filler is None or not hedges:
        return
    for i, token in enumerate(view.tokens):
        if token.end <= filler.start or token.start >= filler.end:
            continue
        start = min(phrase(view, i)[0], filler.start)
        for hedge in hedges:
            if start <= hedge.start < token.start:
                yield Sign(words=hedge.text, modality=Modality.REPORTED)
                return
