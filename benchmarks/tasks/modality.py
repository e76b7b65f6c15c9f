"""Factuality of given predicates: how the text holds each, on the scale −3 (certainly not) to 3 (certainly so)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from benchmarks.inputs import document_of
from benchmarks.lines import Line
from reportedly.claims.attribution import Voices
from reportedly.claims.factuality import Factuality, factuality_of
from reportedly.claims.grammar import SentenceView
from reportedly.mentions.analyse import analyse
from reportedly.records.claim import Modality, Polarity
from reportedly.resources.engine import Engine, load_engine

#: What a predicate of each modality is worth, after the means of the training part of UDS-IH2: people judged whether
#: things happened or will; what is planned or hangs on a condition they mostly held not to have.
_SCORES: Final = {
    Modality.ASSERTED: 3.0,
    Modality.REPORTED: 2.7,
    Modality.QUOTED: 2.4,
    Modality.POSSIBLE: 1.2,
    Modality.PLANNED: -1.0,
    Modality.HYPOTHETICAL: -1.0,
    Modality.DENIED: -1.0,
}
_NEGATIVE: Final = {Modality.ASSERTED: -0.5, Modality.REPORTED: -0.5, Modality.QUOTED: -0.5}
_NEGATED: Final = -2.0
_UNREAL: Final = -1.0
_RISK: Final = 0.5


def predict(lines: Iterable[Line], engine: Engine | None = None) -> Iterator[Line]:
    """One prediction {id, score, polarity} for each line {id, text, predicate {start, end}}.

    A line whose id begins with "meantime" is answered on that set's scale of certainty; all others on that of UDS.
    """
    engine = engine or load_engine()
    text, views, voices = None, [], None
    for line in lines:
        if line["text"] != text or voices is None:
            text = line["text"]
            document = document_of(line)
            analysis = analyse(document, engine)
            views = [SentenceView(document, analysis, i) for i in range(len(analysis.sentences))]
            voices = Voices(document, views)
        found = _token(views, line["predicate"]["start"], line["predicate"]["end"])
        held = Factuality() if found is None else factuality_of(*found, voices)
        figure = certainty(held) if str(line["id"]).startswith("meantime") else score(held)
        yield {"id": line["id"], "score": figure, "polarity": held.polarity.value}


def score(held: Factuality) -> float:
    """The figure on the scale: the least of what modality, negation and the kind of clause give."""
    found = [_SCORES[held.modality]]
    if held.polarity == Polarity.NEGATIVE:
        found.append(_NEGATIVE.get(held.modality, _NEGATED))
    if held.unreal:
        found.append(_UNREAL)
    return min(found) - _RISK * (len(held.unreal) > 1)


def certainty(held: Factuality) -> float:
    """The figure as MEANTIME has it: how sure the text is, with a minus where it says no. Plans have none."""
    sure = 1.0 if held.modality in {Modality.POSSIBLE, Modality.HYPOTHETICAL} else 3.0
    return -sure if held.polarity == Polarity.NEGATIVE or held.modality == Modality.DENIED else sure


def _token(views: list[SentenceView], start: int, end: int) -> tuple[SentenceView, int] | None:
    """The token of a predicate: of several the one that governs the others."""
    for view in views:
        inside = [i for i, t in enumerate(view.tokens) if t.start < end and start < t.end]
        if inside:
            return view, next((i for i in inside if view.tokens[i].head not in inside), inside[-1])
    return None
