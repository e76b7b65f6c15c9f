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

#: What a predicate of each modality is worth, after the means of the training part of UDS-IH2 (People judged whether
#: things happened or will; plans and conditions they mostly held not to have).
_SCORES: Final = {
    Modality.ASSERTED: 3.0,
    Modality.REPORTED: 2.5,
    Modality.QUOTED: 2.5,
    Modality.POSSIBLE: 0.3,
    Modality.PLANNED: -1.5,
    Modality.HYPOTHETICAL: -1.5,
    Modality.DENIED: -2.0,
}
_NEGATIVE: Final = -3.0


def predict(lines: Iterable[Line], engine: Engine | None = None) -> Iterator[Line]:
    """One prediction {id, score, polarity} for each line {id, text, predicate {start, end}}."""
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
        yield {"id": line["id"], "score": score(held), "polarity": held.polarity.value}


def score(held: Factuality) -> float:
    """The figure on the scale."""
    if held.polarity == Polarity.NEGATIVE:
        return _NEGATIVE if held.modality in {Modality.ASSERTED, Modality.REPORTED, Modality.QUOTED} else -2.0
    return _SCORES[held.modality]


def _token(views: list[SentenceView], start: int, end: int) -> tuple[SentenceView, int] | None:
    """The token of a predicate: of several the one that governs the others."""
    for view in views:
        inside = [i for i, t in enumerate(view.tokens) if t.start < end and start < t.end]
        if inside:
            return view, next((i for i in inside if view.tokens[i].head not in inside), inside[-1])
    return None
