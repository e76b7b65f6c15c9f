"""Predicates of UDS-IH2 as both learners see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from benchmarks.factuality import features, words_of
from benchmarks.inputs import document_of
from benchmarks.lines import Line
from benchmarks.tasks.modality import token_of

from reportedly.claims.attribution.credit import Voices
from reportedly.claims.syntax.grammar import views_of
from reportedly.mentions.analyse import analyse
from reportedly.resources.engine import Engine


class Example(msgspec.Struct, frozen=True):
    """One predicate with the readers' judgement, −3..3: its features, the words of its sentence, its token there."""

    score: float
    features: frozenset[str]
    words: tuple[str, ...]
    token: int


def examples(lines: Sequence[Line], engine: Engine) -> Iterator[Example]:
    """Examples of lines, those of one text one after the other; a line without its token is left out."""
    text, views, voices = None, [], None
    for line in lines:
        if line["text"] != text or voices is None:
            text = line["text"]
            document = document_of(line)
            views = views_of(document, analyse(document, engine))
            voices = Voices(document, views)
        found = token_of(views, line["predicate"]["start"], line["predicate"]["end"])
        if found is not None:
            view, token = found
            yield Example(line["score"], features(view, token, voices), words_of(view), token)
