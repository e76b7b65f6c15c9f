"""Factuality of given predicates: how the text holds each, on the scale −3 (certainly not) to 3 (certainly so)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np

from benchmarks.factuality import features, happening, load_layers, load_scorer, words_of
from benchmarks.inputs import document_of
from benchmarks.lines import Line
from reportedly.claims.attribution.credit import Voices
from reportedly.claims.attribution.tellers import Stance
from reportedly.claims.modality.operators import signs_of
from reportedly.claims.syntax.grammar import SentenceView, views_of
from reportedly.mentions.analyse import analyse
from reportedly.records.claim import Modality, Polarity
from reportedly.resources.engine import OnnxEngine, load_engine

_DOUBTFUL: Final = frozenset({Modality.POSSIBLE, Modality.HYPOTHETICAL})
_DOUBTING: Final = frozenset({Stance.THINKS, Stance.WITHHOLDS})


def predict(lines: Iterable[Line], engine: OnnxEngine | None = None) -> Iterator[Line]:
    """One prediction {id, score, polarity} for each line {id, text, predicate {start, end}}.

    A line whose id begins with "meantime" is answered on that set's scale of certainty; all others on that of UDS.
    """
    engine = engine or load_engine()
    text, views, voices, told = None, [], None, []
    for line in lines:
        meantime = str(line["id"]).startswith("meantime")
        if line["text"] != text or voices is None:
            text = line["text"]
            document = document_of(line)
            views = views_of(document, analyse(document, engine))
            voices = Voices(document, views)
            told = [] if meantime else engine.told([words_of(view) for view in views], load_layers())
        found = token_of(views, line["predicate"]["start"], line["predicate"]["end"])
        score, polarity = 1.0, Polarity.POSITIVE
        if found is not None:
            view, token = found
            polarity = polarity_of(view, token)
            if meantime:
                score = certainty(view, token, voices)
            else:
                linear = load_scorer().score(sorted(features(view, token, voices)))
                score = float(happening(np.array([linear]), told[view.index][[token]])[0])
        yield {"id": line["id"], "score": score, "polarity": polarity.value}


def certainty(view: SentenceView, token: int, voices: Voices) -> float:
    """The figure as MEANTIME has it: how sure the text is, with a minus where it says no. Plans have none."""
    stances = {frame.stance for frame in voices.frames(view, token) if not frame.quoted}
    told = {sign.modality for sign in signs_of(view, token)}
    sure = 1.0 if told & _DOUBTFUL or stances & _DOUBTING else 3.0
    return -sure if polarity_of(view, token) == Polarity.NEGATIVE or Stance.DENIES in stances else sure


def polarity_of(view: SentenceView, token: int) -> Polarity:
    """Negative where the text says that it is not so."""
    negative = any(sign.negative and not sign.of_object for sign in signs_of(view, token))
    return Polarity.NEGATIVE if negative else Polarity.POSITIVE


def token_of(views: list[SentenceView], start: int, end: int) -> tuple[SentenceView, int] | None:
    """The token of a predicate: of several the one that governs the others."""
    for view in views:
        inside = [i for i, t in enumerate(view.tokens) if t.start < end and start < t.end]
        if inside:
            return view, next((i for i in inside if view.tokens[i].head not in inside), inside[-1])
    return None
